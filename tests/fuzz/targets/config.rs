//! Any text as `tripline.toml` or `.claude/settings.json`: it is read, or there is a problem with its place.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use tripline_workspace::{Config, Memory};

fuzz_target!(|input: (bool, &str)| {
    let (is_toml, text) = input;
    let name = if is_toml { "/w/tripline.toml" } else { "/w/.claude/settings.json" };
    let files = Memory::new();
    files.write(name, text);
    let mut config = Config::load(&files, Path::new("/w"), None);
    let settings = config.settings_for(&files, Path::new("/w/src/app.py"));
    settings.runs("sql-injection", Path::new("/w/src/app.py"));
    for problem in config.problems() {
        assert!(!problem.to_string().is_empty(), "a problem says what is wrong");
    }
});
