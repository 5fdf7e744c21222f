//! Tree-sitter queries of custom checks.

use std::cell::OnceCell;

use tree_sitter::{Query, QueryCursor, StreamingIterator};
use tripline_ir::{BodyLayout, Span};

use crate::Confidence;
use crate::catalog::Rules;
use crate::engine::Source;
use crate::matching::QueryRule;
use crate::raw::RawFinding;

/// The capture that is reported.
const CAPTURE: &str = "match";

/// The loader cannot know the grammars; a query that does not fit finds nothing and says so in the log.
fn compile(rule: &QueryRule) -> Option<Query> {
    match Query::new(&rule.language.grammar(), &rule.query) {
        Ok(query) => Some(query),
        Err(error) => {
            tracing::warn!(check = rule.rule.check, %error, "a query does not fit the grammar");
            None
        }
    }
}

/// What the queries of all checks find in a file.
pub(crate) fn run(source: &Source<'_>, rules: &Rules) -> Vec<RawFinding> {
    let text = source.syntax.text();
    let language = source.ir.language;
    let parsed = OnceCell::new();
    let module = source.ir.module();
    let mut findings = Vec::new();
    for rule in &rules.family(language).index.queries {
        if rule.language != language {
            continue;
        }
        if !rule.words.is_empty() && !rule.words.iter().any(|word| text.contains(word.as_str())) {
            continue;
        }
        let compiled = rule.compiled.get_or_init(|| compile(rule));
        let Some(query) = compiled else { continue };
        let Some(capture) = query.capture_index_for_name(CAPTURE) else {
            continue;
        };
        let document = parsed.get_or_init(|| source.syntax.document());
        let mut cursor = QueryCursor::new();
        let mut matches = cursor.matches(query, document.tree().root_node(), text.as_bytes());
        while let Some(found) = matches.next() {
            for captured in found
                .captures()
                .iter()
                .filter(|captured| captured.index == capture)
            {
                let range = captured.node.byte_range();
                if is_meant(source, rule, range.start as u32, range.end as u32) {
                    continue;
                }
                findings.push(RawFinding {
                    check: rule.rule.check,
                    rule: rule.rule.rule,
                    confidence: Some(rule.rule.confidence.unwrap_or(Confidence::High)),
                    primary: (
                        module.body.key,
                        relative(module, range.start as u32, range.end as u32),
                    ),
                    name: None,
                    callee: None,
                    steps: Vec::new(),
                    related: Vec::new(),
                    secret: None,
                    fix: None,
                });
            }
        }
    }
    findings
}

/// Whether something in the function around an absolute range says that the code is meant.
fn is_meant(source: &Source<'_>, rule: &QueryRule, start: u32, end: u32) -> bool {
    let Some(unless) = &rule.rule.unless else {
        return false;
    };
    let holds = |layout: &&BodyLayout| layout.span.start <= start && end <= layout.span.end;
    let layouts = source.ir.bodies.iter().filter(holds);
    let innermost = layouts.min_by_key(|layout| layout.span.end - layout.span.start);
    innermost.is_some_and(|layout| {
        unless.holds(
            &layout.body,
            relative(layout, start, end),
            &|_| false,
            &|_| false,
        )
    })
}

/// An absolute range as a span of a body: relative to its last anchor at or before the start.
pub(crate) fn relative(layout: &BodyLayout, start: u32, end: u32) -> Span {
    let anchors = &layout.anchors;
    let found = anchors
        .iter()
        .enumerate()
        .filter(|(_, anchor)| **anchor <= start)
        .max_by_key(|(_, anchor)| **anchor);
    match found {
        Some((index, anchor)) => Span {
            anchor: index as u32,
            start: start - anchor,
            end: end - anchor,
        },
        // An unknown anchor counts as the start of the file.
        None => Span {
            anchor: u32::MAX,
            start,
            end,
        },
    }
}
