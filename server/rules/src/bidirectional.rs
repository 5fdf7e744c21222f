//! Characters that turn the direction of text around, and so show code in another order than the one in which it runs.
//!
//! What "[Trojan Source]" advises compilers: a comment or a string in which such a character is not terminated is an error,
//! since the rest of the line is shown turned around. One that is terminated where it began turns around nothing but itself.
//!
//! [Trojan Source]: https://trojansource.codes/trojan-source.pdf

use std::ops::Range;

use tripline_ir::{FileSpan, Symbol};

use crate::Confidence;
use crate::catalog::Rules;
use crate::check::Matcher;
use crate::engine::Source;
use crate::query::relative;
use crate::raw::{RawFinding, RawFix};

/// The first byte of each of the characters, which begins few others in most sources.
const FIRST_BYTE: u8 = 0xE2;

/// Whether a character turns the direction of what follows, or ends that.
pub fn is_direction(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The lines of a file whose code is shown in another order, by the rules that ask for it.
pub(crate) fn run(source: &Source<'_>, rules: &Rules) -> Vec<RawFinding> {
    let text = source.syntax.text();
    if !text.as_bytes().contains(&FIRST_BYTE) {
        return Vec::new();
    }
    let mut turned = Vec::new();
    let module = source.ir.module();
    let comments: Vec<FileSpan> = source.ir.comments.iter().map(|c| c.span).collect();
    for (check_number, check) in rules.checks().iter().enumerate() {
        for (rule_number, rule) in check.rules.iter().enumerate() {
            if !matches!(rule.matcher, Matcher::Bidirectional(_)) {
                continue;
            }
            for (range, first) in turned_lines(text, &comments) {
                turned.push(RawFinding {
                    check: check_number as u32,
                    rule: rule_number as u32,
                    confidence: Some(rule.confidence.unwrap_or(Confidence::High)),
                    primary: (
                        module.body.key,
                        relative(module, range.start as u32, range.end as u32),
                    ),
                    name: Some(Symbol::new(name(first))),
                    callee: None,
                    steps: Vec::new(),
                    related: Vec::new(),
                    secret: None,
                    fix: Some(RawFix {
                        kind: None,
                        body: module.body.key,
                        expr: None,
                        primary: None,
                        branch: None,
                        callee: None,
                        shape: None,
                        binding: None,
                        arguments: None,
                        variable: None,
                    }),
                });
            }
        }
    }
    turned
}

/// For each line in which a character is not terminated: the range from the first of the characters to the last, and the first
/// that is not terminated.
fn turned_lines(text: &str, comments: &[FileSpan]) -> Vec<(Range<usize>, char)> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        if line.as_bytes().contains(&FIRST_BYTE) {
            let in_comment = |offset: usize| {
                let offset = (start + offset) as u32;
                let holds = |comment: &FileSpan| comment.start <= offset && offset < comment.end;
                comments.iter().position(holds)
            };
            if let Some(open) = unterminated(line, &in_comment) {
                let mut controls = line.char_indices().filter(|(_, c)| is_direction(*c));
                let first = controls.next().map_or(0, |(at, _)| at);
                let last = controls.next_back().map_or(first, |(at, _)| at);
                // Each of them is three bytes long.
                found.push((start + first..start + last + 3, open));
            }
        }
        start += line.len();
    }
    found
}

/// The first character of a line that is not terminated in the comment, the string or the code in which it stands.
fn unterminated(line: &str, in_comment: &dyn Fn(usize) -> Option<usize>) -> Option<char> {
    let mut open: Vec<char> = Vec::new();
    let mut quote = None;
    let mut comment = None;
    let mut is_escaped = false;
    for (at, character) in line.char_indices() {
        let around = in_comment(at);
        let mut ends_part = around != comment;
        comment = around;
        if comment.is_none() && matches!(character, '"' | '\'' | '`') && !is_escaped {
            match quote {
                None => {
                    quote = Some(character);
                    ends_part = true;
                }
                Some(known) if known == character => {
                    quote = None;
                    ends_part = true;
                }
                Some(_) => {}
            }
        }
        is_escaped = character == '\\' && !is_escaped;
        if ends_part && !open.is_empty() {
            return open.first().copied();
        }
        match character {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' | '\u{2066}'..='\u{2068}' => {
                open.push(character);
            }
            '\u{202C}' if open.last().is_some_and(|last| !is_isolate(*last)) => {
                open.pop();
            }
            '\u{2069}' => {
                if let Some(isolate) = open.iter().rposition(|known| is_isolate(*known)) {
                    open.truncate(isolate);
                }
            }
            _ => {}
        }
    }
    open.first().copied()
}

fn is_isolate(character: char) -> bool {
    matches!(character, '\u{2066}'..='\u{2068}')
}

/// The name of a character in Unicode.
fn name(character: char) -> &'static str {
    match character {
        '\u{202A}' => "LEFT-TO-RIGHT EMBEDDING (U+202A)",
        '\u{202B}' => "RIGHT-TO-LEFT EMBEDDING (U+202B)",
        '\u{202D}' => "LEFT-TO-RIGHT OVERRIDE (U+202D)",
        '\u{202E}' => "RIGHT-TO-LEFT OVERRIDE (U+202E)",
        '\u{2066}' => "LEFT-TO-RIGHT ISOLATE (U+2066)",
        '\u{2067}' => "RIGHT-TO-LEFT ISOLATE (U+2067)",
        _ => "FIRST STRONG ISOLATE (U+2068)",
    }
}
