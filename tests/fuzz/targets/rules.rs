//! Any text as a check page or a model file: it is read, or there is an error with its place.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tripline_rules::Rules;

fuzz_target!(|input: (bool, &str)| {
    let (is_check, text) = input;
    let path = if is_check { "checks/own.md" } else { "models/python/own.yml" };
    if let Err(errors) = Rules::builtin().extended(&[(path.to_owned(), text.to_owned())]) {
        assert!(!errors.is_empty(), "a refusal has a reason");
    }
});
