//! What holds of every candidate, whatever the text.

mod common;

use common::File;
use tripline_rules::{FixedExample, Rules};
use tripline_syntax::Language;

fn file_name(language: Language) -> &'static str {
    match language {
        Language::Python => "a.py",
        Language::JavaScript => "a.js",
        Language::TypeScript => "a.ts",
        Language::Tsx => "a.tsx",
        Language::Go => "a.go",
        Language::Rust => "a.rs",
    }
}

/// The vulnerable examples of all checks.
fn texts() -> Vec<(Language, String)> {
    let texts = std::cell::RefCell::new(Vec::new());
    let collect = |example: &FixedExample<'_>| {
        texts
            .borrow_mut()
            .push((example.language, example.text.to_owned()));
        Ok(String::new())
    };
    tripline_rules::run_examples(Rules::builtin(), None, Some(&collect));
    texts.into_inner()
}

#[test]
fn candidates_are_in_order_and_parse_no_worse() {
    let texts = texts();
    assert!(texts.len() > 20);
    for (language, text) in texts {
        for text in [
            text.clone(),
            text.replace('\n', "\r\n"),
            format!("\u{feff}{text}"),
        ] {
            let file = File::new(file_name(language), &text);
            for fix in file.candidates() {
                assert!(
                    fix.edits
                        .windows(2)
                        .all(|pair| pair[0].range.end <= pair[1].range.start)
                );
                let after = File::new(file_name(language), &file.after(&fix));
                assert!(after.error_count() <= file.error_count(), "{text}\n{fix:?}");
            }
        }
    }
}

#[test]
fn carriage_returns_are_kept() {
    for (language, text) in texts() {
        let file = File::new(file_name(language), &text.replace('\n', "\r\n"));
        for fix in file.fixes() {
            let after = file.after(&fix);
            assert_eq!(
                after.matches('\n').count(),
                after.matches("\r\n").count(),
                "{after:?}"
            );
        }
    }
}

#[test]
fn half_typed_text_is_no_reason_to_fail() {
    for (language, text) in texts() {
        let ends = text.char_indices().map(|(at, _)| at).step_by(7);
        for end in ends {
            let file = File::new(file_name(language), &text[..end]);
            for fix in file.fixes() {
                let after = File::new(file_name(language), &file.after(&fix));
                assert!(
                    after.error_count() <= file.error_count(),
                    "{}",
                    &text[..end]
                );
            }
        }
    }
}

#[test]
fn a_fixed_file_is_not_fixed_again() {
    for (language, text) in texts() {
        let file = File::new(file_name(language), &text);
        let all = file.fix_all(tripline_fix::Scope::SafeAndReview);
        let again =
            File::new(file_name(language), &all.text).fix_all(tripline_fix::Scope::SafeAndReview);
        assert_eq!(again.text, all.text);
        assert!(again.edits.is_empty() && again.applied.is_empty());
    }
}
