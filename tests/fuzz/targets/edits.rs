//! Any edits of an open file: each report is the one that an analysis from scratch of the same tree gives.

#![no_main]

use std::path::Path;
use std::sync::Arc;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use tripline_syntax::{Language, TextEdit};
use tripline_workspace::{Host, Memory, SharedRules, analyze};

#[derive(Arbitrary, Debug)]
struct Input<'a> {
    language: u8,
    text: &'a str,
    edits: Vec<(u16, u8, &'a str)>,
}

fuzz_target!(|input: Input<'_>| {
    let language = Language::ALL[usize::from(input.language) % Language::ALL.len()];
    let path = Path::new("/w/app");
    let mut host = Host::new(Arc::new(Memory::new()), SharedRules::builtin());
    host.open(path, language, 1, input.text);
    for (version, (at, length, inserted)) in (2..).zip(input.edits.iter().take(16)) {
        let snapshot = host.snapshot();
        let text = snapshot.text(path).expect("the file is open");
        let start = boundary(&text, usize::from(*at) % (text.len() + 1));
        let end = boundary(&text, start + usize::from(*length));
        let edit = TextEdit { range: start as u32..end as u32, text: (*inserted).to_owned() };
        drop(snapshot);
        host.edit(path, version, &[edit]).expect("the file is open");
        let snapshot = host.snapshot();
        let report = snapshot.diagnostics(path).expect("nobody writes").expect("the file is open");
        let document = snapshot.document(path).expect("the file is open");
        let settings = snapshot.settings(path).expect("the file is open");
        let name = snapshot.name(path).expect("the file is open").to_owned();
        let scratch = analyze(path, &name, document, &settings, &SharedRules::builtin());
        assert_eq!(*report, *scratch.report);
    }
});

fn boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|offset| text.is_char_boundary(*offset)).unwrap_or(0)
}
