//! Lowering of JavaScript and TypeScript, with and without JSX.
//!
//! `module` reads what a file declares. Then each function is lowered, and last the module's top level, in which a
//! function that is a body of its own leaves a `Define` and, where it is a value, a name.

mod class;
mod expr;
mod function;
mod grammar;
mod module;
mod pattern;
mod stmt;
mod ty;

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use tree_sitter::{Node, TreeCursor};
use tripline_syntax::Document;

use self::grammar::{Field, Grammar, Kind};
use self::module::Module;
use super::builder::{Builder, FileBuilder, Outline, comments, comments_below, errors};
use super::edited::Inside;
use crate::{
    Comment, ExprId, ExprKind, FileIr, Function, Literal, Span, StmtId, StringLiteral, Symbol,
    literal,
};

/// Children of a node.
type Nodes<'a> = SmallVec<[Node<'a>; 6]>;

pub(super) fn lower(document: &Document, previous: Option<&FileIr>) -> FileIr {
    let grammar = Grammar::of(document.language());
    let mut file = FileBuilder::new(document, previous);
    let mut module = Module::read(document, grammar);
    file.items = std::mem::take(&mut module.items);
    let mut keys = Vec::with_capacity(module.definitions.len());
    for definition in &module.definitions {
        let key = file.next_key(definition.path);
        keys.push(key);
        file.items.functions.push(Function {
            key,
            class: definition.class,
            name: definition.name,
            params: module.param_names(definition.node),
        });
    }
    let no_names = FxHashMap::default();
    for (definition, &key) in module.definitions.iter().zip(&keys) {
        let outline = Outline {
            path: definition.path,
            kind: definition.kind,
            class: definition.class,
            exported: module.is_exported(definition),
            start: definition.range.start,
            end: definition.range.end,
        };
        let (names, cuts, node) = (&no_names, &module.cuts, definition.node);
        if node.has_error() {
            file.broken_function(key, &outline, |out| {
                Lowering::new(out, grammar, names, cuts, node).body(definition)
            });
        } else {
            file.function(key, &outline, |out| {
                Lowering::new(out, grammar, names, cuts, node).body(definition)
            });
        }
    }
    file.module(|out| {
        let root = document.tree().root_node();
        Lowering::new(out, grammar, &module.outlined, &module.cuts, root).module(&module.statements)
    });
    file.comments = comments(document, COMMENT_MARKERS, |node| {
        grammar.kind(node) == Kind::Comment
    });
    file.finish(errors(document))
}

/// Lowers a function whose body was edited, and finds its comments. `None` where more than its body may have changed.
pub(super) fn lower_function<'a>(
    file: &mut FileBuilder<'a>,
    inside: &Inside<'a>,
) -> Option<Vec<Comment>> {
    let document = inside.document;
    let grammar = Grammar::of(document.language());
    let definition = module::edited_definition(inside, grammar)?;
    let outline = Outline::of(inside.body, &inside.range);
    let (no_names, no_cuts) = (FxHashMap::default(), FxHashMap::default());
    file.function(inside.body.key, &outline, |out| {
        Lowering::new(out, grammar, &no_names, &no_cuts, definition.node).body(&definition)
    });
    let range = inside.range.clone();
    let comments = comments_below(
        inside.root,
        document.text(),
        range,
        COMMENT_MARKERS,
        |node| grammar.kind(node) == Kind::Comment,
    );
    Some(comments)
}

/// Whether a range of space is between statements of the module or members of a class.
pub(super) fn is_between(document: &Document, range: Range<usize>) -> bool {
    let root = document.tree().root_node();
    let around = root.descendant_for_byte_range(range.start, range.end);
    around.is_some_and(|around| {
        around == root || Grammar::of(document.language()).kind(around) == Kind::ClassBody
    })
}

/// What a comment starts with.
const COMMENT_MARKERS: [&str; 4] = ["//", "/*", "<!--", "-->"];

/// Lowers the nodes of one body.
struct Lowering<'l, 'a> {
    out: &'l mut Builder<'a>,
    grammar: &'static Grammar,
    /// The functions and classes that the module body only refers to, by node, with the name it uses for them.
    outlined: &'l FxHashMap<usize, Symbol>,
    /// Blocks without a closing brace that end before the node that they have in the tree, with their end.
    cuts: &'l FxHashMap<usize, usize>,
    /// The `Define` statements of the outlined functions met in the current statement.
    defines: Vec<StmtId>,
    /// Whether the innermost loop or switch is left by a `break` that is still to be modelled.
    breaks: bool,
    cursor: TreeCursor<'a>,
}

impl<'l, 'a> Lowering<'l, 'a> {
    fn new(
        out: &'l mut Builder<'a>,
        grammar: &'static Grammar,
        outlined: &'l FxHashMap<usize, Symbol>,
        cuts: &'l FxHashMap<usize, usize>,
        node: Node<'a>,
    ) -> Self {
        Lowering {
            out,
            grammar,
            outlined,
            cuts,
            defines: Vec::new(),
            breaks: false,
            cursor: node.walk(),
        }
    }

    fn kind(&self, node: Node<'_>) -> Kind {
        self.grammar.kind(node)
    }

    fn field(&self, node: Node<'a>, field: Field) -> Option<Node<'a>> {
        self.grammar.field(node, field)
    }

    /// The first child that is neither a token nor a comment.
    fn inner(&self, node: Node<'a>) -> Option<Node<'a>> {
        self.grammar.inner(node)
    }

    /// The children that are neither tokens nor comments.
    fn children(&mut self, node: Node<'a>) -> Nodes<'a> {
        let mut children = Nodes::new();
        self.cursor.reset(node);
        let mut has_more = self.cursor.goto_first_child();
        while has_more {
            let child = self.cursor.node();
            if !matches!(self.grammar.kind(child), Kind::Token | Kind::Comment) {
                children.push(child);
            }
            has_more = self.cursor.goto_next_sibling();
        }
        children
    }

    /// The children with tokens, without comments.
    fn children_and_tokens(&mut self, node: Node<'a>) -> Nodes<'a> {
        let grammar = self.grammar;
        node.children(&mut self.cursor)
            .filter(|&child| grammar.kind(child) != Kind::Comment)
            .collect()
    }

    /// Whether one of the node's direct children is this keyword or operator.
    fn has_token(&mut self, node: Node<'a>, token: &str) -> bool {
        node.children(&mut self.cursor)
            .any(|child| !child.is_named() && child.kind() == token)
    }

    /// Adds a string literal whose content is the whole range.
    fn string_of(&mut self, value: &str, content: Range<usize>) -> ExprId {
        let span = self.out.range(content.start, content.end);
        let literal = StringLiteral {
            value: Box::from(value),
            content: span,
        };
        self.out
            .expr(ExprKind::Literal(Literal::String(literal)), span)
    }

    /// The value that a range of a string or template literal has.
    fn decoded(&self, content: Range<usize>) -> Cow<'a, str> {
        literal::decode_cow(self.grammar.language, self.out.slice(content), false)
    }

    /// A name that stands nowhere in the source.
    fn implied_name(&mut self, name: &str, at: usize) -> ExprId {
        let span = self.out.range(at, at);
        self.out.expr(ExprKind::Name(Symbol::new(name)), span)
    }

    /// The part of a definition before its body. Its span stays the same while the body is edited.
    fn header(&self, start: usize, node: Node<'a>) -> Span {
        let end = self
            .field(node, Field::Body)
            .map_or(node.end_byte(), |body| body.start_byte());
        self.out.range(start, end.max(start))
    }
}

/// The text of a node without surrounding quotes.
fn unquoted(text: &str) -> &str {
    text.get(1..text.len().saturating_sub(1)).unwrap_or("")
}

/// The bytes between the delimiters of a string or template literal. A broken literal may lack the closing one.
fn content_range(node: Node<'_>) -> Range<usize> {
    let start = (node.start_byte() + 1).min(node.end_byte());
    start..(node.end_byte().saturating_sub(1)).max(start)
}

/// The module that a specifier names.
fn module_name(specifier: &str) -> Symbol {
    Symbol::new(specifier.strip_prefix("node:").unwrap_or(specifier))
}
