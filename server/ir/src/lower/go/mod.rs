//! Lowering of Go.
//!
//! What Go has and the IR has not:
//! - A parenthesised list of specifications (`var (...)`) is one statement for each of them.
//! - A type declaration is a [`StmtKind::Class`] without statements; an embedded type is a base as well as a field.
//! - Named results are declared at the start of the body, and a bare `return` returns them.
//! - The type of a composite literal is written as in an annotation: `[]string` is the base `[]` indexed by `string`,
//!   `map[K]V` the base `map` indexed by the tuple of both, `chan T` the base `chan` indexed by `T`.
//! - A composite literal of a named type may build a struct, a map or a slice. Elements whose own type is left out
//!   occur in maps and slices alone, and keys other than plain names do not occur in structs; all else is a struct,
//!   or a list where it is an element of a map of a named type (`url.Values{"a": {"b"}}`).
//! - A clause of a `select` is a case with an unknown pattern, whose communication is its first statement.

mod comments;
mod composite;
mod expr;
mod format;
mod function;
mod grammar;
mod item;
mod stmt;
mod ty;
mod verbs;

use std::ops::Range;

use smallvec::SmallVec;
use tree_sitter::{Node, TreeCursor};
use tripline_syntax::Document;

use super::builder::{Builder, FileBuilder, errors_below};
use super::edited::Inside;
use super::torn;
use crate::{Comment, FileIr, Import, ImportKind, StmtId, StmtKind, Symbol};
use comments::{comments_in, comments_of};
use grammar::{Kind, field};
use item::{Declarations, Declared, DeclaredFunction, STYLE};
use ty::TypeParameters;

pub(super) fn lower(document: &Document, previous: Option<&FileIr>) -> FileIr {
    let mut file = FileBuilder::new(document, previous);
    let torn = torn::parse(document, &STYLE);
    let top_level = torn::top_level(document.tree().root_node(), &torn);
    let is_broken = document.tree().root_node().has_error();
    let declared = Declarations::of(&mut file, &top_level, is_broken);
    let mut go = Lowering::new(document.tree().walk(), &file.items.imports);
    file.module(|b| go.module(b, &declared));
    for declared in declared {
        if let Declared::Function(function) = declared {
            file.function(function.key, &function.outline, |b| {
                go.function(b, &function)
            });
        }
    }
    file.comments = comments_of(document, &top_level);
    let mut broken = Vec::new();
    for node in top_level {
        errors_below(node, &mut broken);
    }
    file.finish(broken)
}

/// Lowers a function whose block was edited, and finds its comments. `None` where more than its body may have changed.
pub(super) fn lower_function(
    file: &mut FileBuilder<'_>,
    inside: &Inside<'_>,
) -> Option<Vec<Comment>> {
    let function = item::edited_function(inside)?;
    let imports = &inside.before.items.imports;
    let mut go = Lowering::new(inside.root.walk(), imports);
    file.function(function.key, &function.outline, |b| {
        go.function(b, &function)
    });
    let text = inside.document.text();
    Some(comments_in(text, inside.range.clone()))
}

/// Whether a range of space is between declarations.
pub(super) fn is_between(document: &Document, range: Range<usize>) -> bool {
    let root = document.tree().root_node();
    root.descendant_for_byte_range(range.start, range.end) == Some(root)
}

type Nodes<'t> = SmallVec<[Node<'t>; 6]>;

/// What lowering a statement needs to know of its surroundings.
struct Lowering<'t> {
    cursor: TreeCursor<'t>,
    /// The names that the file's imports give to package `fmt`.
    fmt: SmallVec<[Symbol; 1]>,
    /// Whether `break` leaves a `switch` or `select`, and no loop.
    in_switch: bool,
    /// Named results of the function.
    results: Vec<Symbol>,
    /// The type parameters of the function, with their constraints.
    type_parameters: TypeParameters<'t>,
}

impl<'t> Lowering<'t> {
    fn new(cursor: TreeCursor<'t>, imports: &[Import]) -> Self {
        let is_fmt =
            |import: &&Import| import.kind == ImportKind::Module && &*import.module == "fmt";
        Lowering {
            cursor,
            fmt: imports
                .iter()
                .filter(is_fmt)
                .filter_map(|import| import.local)
                .collect(),
            in_switch: false,
            results: Vec::new(),
            type_parameters: Vec::new(),
        }
    }

    fn module(&mut self, b: &mut Builder<'_>, declared: &[Declared<'t>]) -> Vec<StmtId> {
        let mut root = Vec::new();
        for declared in declared {
            match declared {
                Declared::Import { node, import } => {
                    b.anchor(node.start_byte());
                    root.push(b.stmt_at(StmtKind::Import(import.clone()), *node));
                }
                Declared::Function(DeclaredFunction { node, outline, .. }) => {
                    b.anchor(outline.start);
                    // Up to the name, so that the module stays the same while the function is edited.
                    let end = field!(node, name).map_or(outline.start, |name| name.end_byte());
                    let span = b.range(outline.start, end);
                    root.push(b.stmt(
                        StmtKind::Define {
                            name: outline.path,
                            decorators: Box::default(),
                        },
                        span,
                    ));
                }
                Declared::Statement(node) => {
                    b.anchor(node.start_byte());
                    self.statement(b, *node, &mut root);
                }
            }
        }
        root
    }

    /// Named children without comments.
    fn children(&mut self, node: Node<'t>) -> Nodes<'t> {
        let mut children = Nodes::new();
        self.cursor.reset(node);
        if self.cursor.goto_first_child() {
            loop {
                let child = self.cursor.node();
                if child.is_named() && Kind::of(child) != Kind::Comment {
                    children.push(child);
                }
                if !self.cursor.goto_next_sibling() {
                    break;
                }
            }
        }
        children
    }
}
