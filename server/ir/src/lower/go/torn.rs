//! Top-level declarations that an error in one of them tore apart, parsed on their own.
//!
//! While a brace or a quote is missing, the parser takes the declarations behind it for a part of the broken one, and
//! makes nothing of most of them. Where a declaration starts is plain to see all the same: gofmt indents whatever is
//! not at the top level.

use std::ops::Range;

use tree_sitter::{InputEdit, Node, Point, Tree};
use tripline_syntax::{Document, Language};

use crate::lower::builder::errors_below;

/// A part of a document, from the start of a declaration to that of the next.
pub(super) struct Torn {
    range: Range<usize>,
    /// Its offsets are those of the document; its points mean nothing.
    pub(super) tree: Tree,
}

/// Adjacent parts that broken top-level nodes span, by index.
struct Run {
    first: usize,
    last: usize,
    brokenness: usize,
}

/// The parts that a broken top-level node spans together with others, in source order, where they parse better on their
/// own. They do not if what looks like a declaration is a line of a raw string.
pub(super) fn parse(document: &Document) -> Vec<Torn> {
    let root = document.tree().root_node();
    if !root.has_error() {
        return Vec::new();
    }
    let text = document.text();
    let starts = declaration_starts(text);
    let start_of = |part: usize| part.checked_sub(1).map_or(0, |index| starts[index]);
    let end_of = |part: usize| starts.get(part).copied().unwrap_or(text.len());
    let mut torn = Vec::new();
    for run in runs(root, &starts)
        .into_iter()
        .filter(|run| run.first < run.last)
    {
        let parts = run.first..=run.last;
        let parts: Vec<_> = parts
            .map(|part| Torn::parse(text, start_of(part)..end_of(part)))
            .collect();
        let of_parts: usize = parts
            .iter()
            .map(|part| brokenness(part.tree.root_node()))
            .sum();
        if of_parts < run.brokenness {
            torn.extend(parts);
        }
    }
    torn
}

/// The parts in which top-level nodes are broken. The part before the first of `starts` has the index 0.
fn runs(root: Node<'_>, starts: &[usize]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for node in root.children(&mut root.walk()).filter(Node::has_error) {
        let first = starts.partition_point(|&start| start <= node.start_byte());
        let last = starts
            .partition_point(|&start| start < node.end_byte())
            .max(first);
        let brokenness = brokenness(node);
        match runs.last_mut() {
            Some(run) if first <= run.last => {
                run.last = last;
                run.brokenness += brokenness;
            }
            _ => runs.push(Run {
                first,
                last,
                brokenness,
            }),
        }
    }
    runs
}

/// Bytes that the parser skipped, and tokens that it skipped or made up.
fn brokenness(node: Node<'_>) -> usize {
    let mut errors = Vec::new();
    errors_below(node, &mut errors);
    errors.iter().map(|error| error.range().len() + 1).sum()
}

/// The nodes at the top level, those of torn parts in the place of what the document's tree has there.
pub(super) fn top_level<'t>(root: Node<'t>, torn: &'t [Torn]) -> Vec<Node<'t>> {
    let mut cursor = root.walk();
    let is_torn = |node: &Node<'_>| {
        let next = torn.partition_point(|part| part.range.start <= node.start_byte());
        next.checked_sub(1)
            .is_some_and(|index| torn[index].range.contains(&node.start_byte()))
    };
    let mut nodes: Vec<_> = root
        .children(&mut cursor)
        .filter(|node| !is_torn(node))
        .collect();
    for part in torn {
        nodes.extend(part.tree.root_node().children(&mut cursor));
    }
    nodes.sort_by_key(Node::start_byte);
    nodes
}

impl Torn {
    fn parse(text: &str, range: Range<usize>) -> Torn {
        let mut tree = Document::parse(Language::Go, &text[range.clone()])
            .tree()
            .clone();
        let origin = Point::new(0, 0);
        tree.edit(&InputEdit {
            start_byte: 0,
            old_end_byte: 0,
            new_end_byte: range.start,
            start_position: origin,
            old_end_position: origin,
            new_end_position: origin,
        });
        Torn { range, tree }
    }
}

/// Where a line starts with the keyword of a declaration.
fn declaration_starts(text: &str) -> Vec<usize> {
    let keywords = ["func", "type", "var", "const", "import"];
    let is_declaration = |line: &str| {
        let rest = keywords
            .iter()
            .find_map(|keyword| line.strip_prefix(keyword));
        rest.is_some_and(|rest| rest.starts_with([' ', '\t', '(']))
    };
    let mut starts = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if is_declaration(line) {
            starts.push(start);
        }
        start += line.len();
    }
    starts
}
