//! Any text in any language: lowering, analysis, fixes and their proof end, without a panic.

#![no_main]

use std::path::Path;
use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use tripline_syntax::{Document, Language};
use tripline_workspace::{SharedRules, analyze};

fuzz_target!(|input: (u8, &str)| {
    let (language, text) = input;
    let language = Language::ALL[usize::from(language) % Language::ALL.len()];
    let document = Document::parse(language, text);
    let analysis = analyze(Path::new("/w/app"), "app", document, &Arc::default(), &SharedRules::builtin());
    for finding in analysis.report.findings.iter().take(8) {
        for fix in analysis.fixes(finding) {
            assert!(!fix.edits.is_empty(), "a fix changes something");
        }
    }
});
