//! What holds of the built-in rules.

use tripline_rules::{Rules, run_examples};

#[test]
fn every_rule_file_is_sound() {
    assert_eq!(Rules::builtin_errors(), "");
}

#[test]
fn examples_carry_exactly_their_findings() {
    let failures: Vec<String> = run_examples(Rules::builtin(), None, None)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(
        failures.is_empty(),
        "{} failures\n{}",
        failures.len(),
        failures.join("\n")
    );
}
