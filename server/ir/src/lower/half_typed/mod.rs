//! Half-typed code, parsed as if the line that does not parse were empty and what is open were closed.
//!
//! While a bracket or a quote is missing, the parser takes what follows for a part of the broken statement. One line is
//! broken while somebody types: it is overwritten with spaces, so that every offset stays what it is. Blocks around it may
//! be open as well: their indentation says where they end. Where the rest is free of errors then, it counts. The same holds
//! of a line that takes the next statement for its own end: `const user =`.

mod brackets;
mod lines;

use std::cell::LazyCell;

use tripline_syntax::Document;

use self::brackets::{Brackets, Matching};
use self::lines::Lines;
pub(super) use self::lines::is_unfinished;
use crate::FileSpan;
use crate::lower::builder::errors_below;

/// Most ways to complete the text that are tried.
const MAX_TRIES: usize = 6;

/// Text that is parsed for it at most, in bytes: of large files only the likeliest lines are tried.
const MAX_PARSED: usize = 1 << 20;

/// Most errors that are looked at; where there are more, nobody has just typed one line.
const MAX_ERRORS: usize = 40;

/// A document that is not whole, or may be unfinished, without its broken line and with what is open closed, if its errors are of no concern to other lines then.
pub(super) fn completed(document: &Document) -> Option<Document> {
    let errors = errors_of(document);
    if errors.len() > MAX_ERRORS {
        return None;
    }
    let text = document.text();
    let lines = Lines::of(text, document.language());
    let reach_further =
        |errors: &[FileSpan]| errors.iter().any(|error| lines.reaches_further(*error));
    let matching = LazyCell::new(|| Brackets::of(document).matching());
    let is_closed = || !lines.is_cut() && matching.is_empty();
    if !reach_further(&errors) && (errors.is_empty() || is_closed()) {
        let unfinished = lines.unfinished(document, &errors)?;
        let without = document.completed(&[lines.code(unfinished)], &[]);
        let left = errors_of(&without);
        let is_better = left.len() < errors.len().max(1) && !reach_further(&left);
        return is_better.then_some(without);
    }
    let without = |line: usize| {
        let blank = lines.code(line);
        // The declaration is parsed in a fraction of the time that the file takes.
        let declaration = lines.declaration(line);
        if declaration.len() < text.len() / 2 {
            let alone = Document::parse(document.language(), &text[declaration.clone()]);
            let blank = blank.start - declaration.start..blank.end - declaration.start;
            closed(alone.completed(&[blank], &[]))?;
        }
        closed(document.completed(&[blank], &[]))
    };
    let tries = MAX_TRIES.min(MAX_PARSED / text.len().max(1));
    let suspects = lines.suspects(&errors);
    // A statement that is closed where it was left may take the next one for a part of it: `if (a`.
    let odd = suspects.iter().filter(|line| lines.is_odd(**line));
    let odd: Vec<usize> = odd.copied().take(tries / 2).collect();
    if let Some(without) = odd.iter().find_map(|line| without(*line)) {
        return Some(without);
    }
    if tries > 0
        && let Some(closed) = with_brackets(document, &matching)
        && !reach_further(&errors_of(&closed))
    {
        return Some(closed);
    }
    let rest = suspects.into_iter().filter(|line| !odd.contains(line));
    let mut rest = rest.take(tries.saturating_sub(odd.len() + 1));
    rest.find_map(without)
}

/// The document with what is open closed, if it is free of errors then.
fn closed(document: Document) -> Option<Document> {
    let is_whole = |document: &Document| !document.tree().root_node().has_error();
    if is_whole(&document) {
        return Some(document);
    }
    let matching = Brackets::of(&document).matching();
    with_brackets(&document, &matching).filter(is_whole)
}

/// The document with brackets that match, if they do not.
fn with_brackets(document: &Document, matching: &Matching) -> Option<Document> {
    (!matching.is_empty()).then(|| document.completed(&matching.stray, &matching.missing))
}

fn errors_of(document: &Document) -> Vec<FileSpan> {
    let mut errors = Vec::new();
    errors_below(document.tree().root_node(), &mut errors);
    errors
}
