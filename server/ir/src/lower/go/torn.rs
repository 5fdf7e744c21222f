//! Top-level declarations that an error in one of them tore apart, parsed on their own.
//!
//! While a brace or a quote is missing, the parser takes the declarations behind it for a part of the broken one, and
//! makes nothing of most of them. Where a declaration starts is plain to see all the same: gofmt indents whatever is
//! not at the top level.

use std::ops::Range;

use tree_sitter::{InputEdit, Node, Point, Tree};
use tripline_syntax::{Document, Language};

/// A part of a document, from the start of a declaration to that of the next.
pub(super) struct Torn {
    range: Range<usize>,
    /// Its offsets are those of the document; its points mean nothing.
    pub(super) tree: Tree,
}

/// The parts that a broken top-level node spans together with others, in source order.
pub(super) fn parse(document: &Document) -> Vec<Torn> {
    let root = document.tree().root_node();
    if !root.has_error() {
        return Vec::new();
    }
    let text = document.text();
    let starts = declaration_starts(text);
    let mut is_torn = vec![false; starts.len() + 1];
    for node in root.children(&mut root.walk()) {
        let first = starts.partition_point(|&start| start <= node.start_byte());
        let last = starts.partition_point(|&start| start < node.end_byte());
        if node.has_error() && first < last {
            is_torn[first..=last].fill(true);
        }
    }
    let start_of = |part: usize| part.checked_sub(1).map_or(0, |index| starts[index]);
    let end_of = |part: usize| starts.get(part).copied().unwrap_or(text.len());
    let torn = (0..is_torn.len()).filter(|&part| is_torn[part]);
    torn.map(|part| Torn::parse(text, start_of(part)..end_of(part)))
        .collect()
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
