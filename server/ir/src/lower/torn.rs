//! Top-level declarations that an error in one of them tore apart, parsed on their own.
//!
//! While a brace or a quote is missing, the parser takes the declarations behind it for a part of the broken one, and
//! makes nothing of most of them. Where a declaration starts is plain to see all the same: the formatters of Go and Rust
//! indent whatever is not at the top level.

use std::ops::Range;

use tree_sitter::{InputEdit, Node, Point, Tree};
use tripline_syntax::Document;

use crate::lower::builder::errors_below;

/// How a language shows where declarations start.
pub(super) struct Style {
    /// Finds the starts in a text, in order.
    pub(super) starts: fn(&str) -> Vec<Start>,
    /// Whether declarations nest, so that a declaration inside a broken one looks as good as one behind it. What counts
    /// is then how many parts are broken, and not how much of them.
    pub(super) nests: bool,
    /// The text of a broken declaration with what is missing in it, every byte at its place; `None` if it is not known.
    pub(super) repair: fn(&str) -> Option<String>,
}

/// Where a part of a document starts.
#[derive(Clone, Copy)]
pub(super) struct Start {
    /// Its first byte.
    pub(super) at: usize,
    /// What the part is.
    pub(super) kind: PartKind,
}

/// The kinds of part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartKind {
    /// A declaration as a whole.
    Whole,
    /// The head of a declaration with members, up to its opening brace.
    Container,
    /// A member of the last container.
    Member,
    /// The closing brace of the last container.
    Closing,
}

/// A part of a document, from the start of a declaration to that of the next.
pub(super) struct Torn {
    pub(super) range: Range<usize>,
    pub(super) kind: PartKind,
    /// Its offsets are those of the document; its points mean nothing.
    pub(super) tree: Tree,
    /// The tree of what is written, where `tree` is that of a repaired text.
    pub(super) written: Option<Tree>,
}

impl Torn {
    /// The root of the tree of what is written.
    pub(super) fn written_root(&self) -> Node<'_> {
        self.written.as_ref().unwrap_or(&self.tree).root_node()
    }
}

/// Adjacent parts that broken top-level nodes span, by index.
struct Run {
    first: usize,
    last: usize,
    brokenness: usize,
    errors: usize,
}

/// The parts that a broken top-level node spans together with others, in source order, where they parse better on their
/// own. They do not if what looks like a declaration is a line of a raw string.
pub(super) fn parse(document: &Document, style: &Style) -> Vec<Torn> {
    let root = document.tree().root_node();
    if !root.has_error() || document.is_truncated() {
        return Vec::new();
    }
    let text = document.text();
    let mut starts = (style.starts)(text);
    starts.insert(
        0,
        Start {
            at: 0,
            kind: PartKind::Whole,
        },
    );
    let end_of = |part: usize| starts.get(part + 1).map_or(text.len(), |start| start.at);
    let mut torn = Vec::new();
    for run in runs(root, &starts)
        .into_iter()
        .filter(|run| style.nests || run.first < run.last)
    {
        let parts = run.first..=run.last;
        let parts: Vec<_> = parts
            .map(|part| Torn::parse(document, style, starts[part], end_of(part)))
            .collect();
        let roots = parts.iter().map(|part| part.tree.root_node());
        let is_better = if style.nests {
            roots.filter(Node::has_error).count() <= run.errors
        } else {
            roots.map(brokenness).sum::<usize>() < run.brokenness
        };
        if is_better {
            torn.extend(parts);
        }
    }
    torn
}

/// The parts in which top-level nodes are broken, with all that belongs to the same container.
fn runs(root: Node<'_>, starts: &[Start]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let is_inner = |part: usize| {
        let kind = starts.get(part).map(|start| start.kind);
        matches!(kind, Some(PartKind::Member | PartKind::Closing))
    };
    if root.is_error() {
        // The parser took the whole text for a part of what is broken, which says little of how much is.
        return vec![Run {
            first: 0,
            last: starts.len() - 1,
            brokenness: brokenness(root),
            errors: error_count(root) + starts.len() / 8,
        }];
    }
    for node in root.children(&mut root.walk()).filter(Node::has_error) {
        let first = starts.partition_point(|start| start.at <= node.start_byte());
        let last = starts
            .partition_point(|start| start.at < node.end_byte())
            .max(first);
        let (mut first, mut last) = (first.saturating_sub(1), last.saturating_sub(1));
        while is_inner(first) {
            first -= 1;
        }
        while is_inner(last + 1) {
            last += 1;
        }
        let brokenness = brokenness(node);
        let errors = error_count(node);
        match runs.last_mut() {
            Some(run) if first <= run.last => {
                run.last = last.max(run.last);
                run.brokenness += brokenness;
                run.errors += errors;
            }
            _ => runs.push(Run {
                first,
                last,
                brokenness,
                errors,
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

fn error_count(node: Node<'_>) -> usize {
    let mut errors = Vec::new();
    errors_below(node, &mut errors);
    errors.len()
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
    fn parse(document: &Document, style: &Style, start: Start, end: usize) -> Torn {
        let range = start.at..end;
        let text = &document.text()[range.clone()];
        let parse = |text: &str| Document::parse(document.language(), text);
        let mut written = None;
        // What closes a container is taken from its last part and given to its first.
        let parsed = match start.kind {
            PartKind::Container => match text.strip_suffix('\n') {
                Some(head) => parse(&format!("{head}}}")),
                None => parse(text),
            },
            PartKind::Closing => parse(&text.replacen('}', " ", 1)),
            PartKind::Whole | PartKind::Member => {
                let parsed = parse(text);
                match repaired(&parsed, style) {
                    Some(repaired) => {
                        written = Some(shifted(parsed.tree(), range.start));
                        repaired
                    }
                    None => parsed,
                }
            }
        };
        Torn {
            tree: shifted(parsed.tree(), range.start),
            range,
            kind: start.kind,
            written,
        }
    }
}

/// The document with what is missing in it, if it parses better.
fn repaired(document: &Document, style: &Style) -> Option<Document> {
    let root = document.tree().root_node();
    if !root.has_error() {
        return None;
    }
    let text = (style.repair)(document.text())?;
    let repaired = Document::parse(document.language(), &text);
    (brokenness(repaired.tree().root_node()) < brokenness(root)).then_some(repaired)
}

/// The tree of a text that starts at this byte of the document.
pub(super) fn shifted(tree: &Tree, start: usize) -> Tree {
    let mut tree = tree.clone();
    let origin = Point::new(0, 0);
    tree.edit(&InputEdit {
        start_byte: 0,
        old_end_byte: 0,
        new_end_byte: start,
        start_position: origin,
        old_end_position: origin,
        new_end_position: origin,
    });
    tree
}
