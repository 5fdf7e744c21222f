//! Lowering of Rust.
//!
//! What Rust has and the IR has not:
//! - A path is a chain of members: `a::b::c` is `a.b.c`, type arguments left out; `crate` and `super` are names. `self::`
//!   is left out, and so is a `super::` that leads from an inline module to the one around it. `Self` is the name of
//!   the type.
//! - An inline module is a part of the path of its functions (`tests.it_works`); what else it declares are statements and
//!   items of the file.
//! - A function's class is the type that its `impl` is for, or its trait. Constants of an `impl` are the class-level
//!   statements of a [`StmtKind::Class`].
//! - An attribute is a decorator: a call if it has arguments (`#[get("/")]`, `#[serde(rename = "x")]`, `#[path = "x"]`).
//! - A block, `if`, `match` or loop as a value: its statements come first and leave the value in a name that no program
//!   can have (`$1`), unless it is a choice between two plain expressions. At the end of a function they return.
//! - A pattern that is tried (`if let`, `while let`, `let` with `else`, `matches!`) is an [`ExprKind::Assign`], which is
//!   true if it matched. A `let` chain is an [`ExprKind::And`] of such.
//! - `Some(x)` as a pattern is a tuple with a type, `Point { x, .. }` a struct. A path that is matched and binds nothing is
//!   a tuple with a type and no entry. An alternative inside a pattern is an [`ExprKind::Or`], `x @ p` an
//!   [`ExprKind::Assign`] of `x` and `p`, or `x` alone where `p` neither binds nor is a constant.
//! - `x?` is a cast without a type, `x.0` a member, `[x; n]` the product of a list and a number.
//! - An `async` block is a closure without parameters.
//! - The arguments of a macro are parsed as expressions; see `macros.rs` for those that are known. A macro of the file that
//!   has one rule, of names between commas, is a function `name!` whose parameters have their `$`. Of several such rules each
//!   is a function `name!2` after the number of its names.

mod expr;
mod format;
mod grammar;
mod item;
mod macros;
mod pattern;
mod repair;
mod stmt;
mod test_code;
mod ty;
mod uses;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use tree_sitter::{Node, TreeCursor};
use tripline_syntax::Document;

use super::builder::{Builder, FileBuilder, Lowered, comments, comments_below, errors_below};
use super::edited::Inside;
use super::torn::{self, Torn};
use crate::{Comment, ExprId, FileIr, Items, StmtId, StmtKind, Symbol};
use grammar::{Kind, field};
use item::{Declared, DeclaredFunction};
use ty::bounds;

pub(super) fn lower(document: &Document, previous: Option<&FileIr>) -> FileIr {
    let mut file = FileBuilder::new(document, previous);
    let torn = torn::parse(document, &item::STYLE);
    let top_level = torn::top_level(document.tree().root_node(), &torn);
    let declared = item::declarations(&mut file, &top_level, &torn);
    let mut scope = Scope::new(&file.items);
    let walk = || document.tree().walk();
    file.module(|b| Lowering::new(walk(), &mut scope).module(b, &declared));
    for declared in &declared {
        let Declared::Function(function) = declared else {
            continue;
        };
        scope.enter(function);
        let mut rust = Lowering::new(walk(), &mut scope);
        if function.node.has_error() {
            file.broken_function(function.key, &function.outline, |b| {
                rust.function(b, function)
            });
        } else {
            file.function(function.key, &function.outline, |b| {
                rust.function(b, function)
            });
        }
    }
    file.comments = comments_of(document, &torn);
    trim(&mut file.comments, document.text());
    file.tests.extend(test_code::inside(document));
    file.tests.sort();
    file.tests.dedup();
    let mut broken = Vec::new();
    for node in top_level {
        errors_below(node, &mut broken);
    }
    for part in &torn {
        if part.written.is_some() {
            errors_below(part.written_root(), &mut broken);
        }
    }
    broken.sort();
    file.finish(broken)
}

/// Lowers a function whose block was edited, and finds its comments. `None` where more than its body may have changed.
pub(super) fn lower_function(
    file: &mut FileBuilder<'_>,
    inside: &Inside<'_>,
) -> Option<Vec<Comment>> {
    let document = inside.document;
    let function = item::edited_function(inside)?;
    let mut comments = comments_below(
        inside.root,
        document.text(),
        inside.range.clone(),
        MARKERS,
        |node| Kind::of(node).is_comment(),
    );
    trim(&mut comments, document.text());
    let mut scope = Scope::new(&inside.before.items);
    scope.enter(&function);
    let mut rust = Lowering::new(inside.root.walk(), &mut scope);
    file.function(function.key, &function.outline, |b| {
        rust.function(b, &function)
    });
    Some(comments)
}

/// Whether a range of space is between declarations.
pub(super) fn is_between(document: &Document, range: Range<usize>) -> bool {
    let root = document.tree().root_node();
    let around = root.descendant_for_byte_range(range.start, range.end);
    around.is_some_and(|around| {
        let is_before = |node: &Node<'_>| node.end_byte() <= range.start + 1;
        let mut cursor = around.walk();
        let before = around.children(&mut cursor).take_while(is_before);
        let last = before.filter(|node| !Kind::of(*node).is_comment()).last();
        // What stands between an attribute and its declaration is inside of both.
        let is_attribute = last.is_some_and(|node| Kind::of(node) == Kind::AttributeItem);
        item::holds_declarations(around) && !is_attribute
    })
}

/// Leaves out the line break that a line of documentation holds.
fn trim(comments: &mut [Comment], text: &str) {
    for comment in comments {
        let text = &text[comment.span.range()];
        comment.span.end = comment.span.start + text.trim_end_matches(['\r', '\n']).len() as u32;
    }
}

/// What comments start with.
const MARKERS: [&str; 2] = ["//", "/*"];

/// The comments of the document, those of torn parts in the place of what its tree has there.
fn comments_of(document: &Document, torn: &[Torn]) -> Vec<Comment> {
    let is_comment = |node: Node<'_>| Kind::of(node).is_comment();
    let is_torn = |comment: &Comment| {
        let start = comment.span.start as usize;
        let next = torn.partition_point(|part| part.range.start <= start);
        next.checked_sub(1)
            .is_some_and(|index| torn[index].range.contains(&start))
    };
    let mut found = comments(document, MARKERS, is_comment);
    found.retain(|comment| !is_torn(comment));
    for part in torn {
        let root = part.written_root();
        let range = part.range.clone();
        found.extend(comments_below(
            root,
            document.text(),
            range,
            MARKERS,
            is_comment,
        ));
    }
    found
}

type Nodes<'t> = SmallVec<[Node<'t>; 6]>;

/// What lowering needs to know of the surroundings.
struct Scope {
    /// What the names that the file imports denote.
    imports: FxHashMap<Symbol, Symbol>,
    /// The type that `Self` is.
    class: Option<Symbol>,
    /// Inline modules around the function.
    modules: usize,
    /// Statements that must run before the one that is being lowered.
    hoisted: Vec<StmtId>,
    /// Names made up so far in the body.
    values: u32,
    /// Loops and labelled blocks around the statement, innermost last.
    loops: Vec<Loop>,
    /// Macros around the expression whose arguments were parsed.
    macros: usize,
    /// The functions of the file that are rules of macros with several, by what they bind.
    counted: FxHashSet<Symbol>,
}

/// A loop or a labelled block.
struct Loop {
    label: Option<Symbol>,
    /// Where the value of a `break` goes.
    target: Target,
    /// Whether it is a labelled block, which a `break` without label does not leave.
    is_block: bool,
}

/// What becomes of the value of an expression that is lowered as statements.
#[derive(Clone, Copy)]
enum Target {
    /// It is dropped.
    Effect,
    /// It is returned.
    Result,
    /// It is assigned to a made-up name.
    Value(Symbol),
}

impl Scope {
    fn new(items: &Items) -> Self {
        let imports = items.imports.iter();
        Scope {
            imports: imports
                .filter_map(|import| Some((import.local?, import.target)))
                .collect(),
            class: None,
            modules: 0,
            hoisted: Vec::new(),
            values: 0,
            loops: Vec::new(),
            macros: 0,
            counted: items
                .functions
                .iter()
                .map(|function| function.name)
                .filter(|name| name.contains('!') && !name.ends_with('!'))
                .collect(),
        }
    }

    fn enter(&mut self, function: &DeclaredFunction<'_>) {
        self.class = function.outline.class;
        self.modules = function.modules;
        self.values = 0;
    }

    /// A name that no program can have.
    fn made_up_name(&mut self) -> Symbol {
        self.values += 1;
        Symbol::new(&format!("${}", self.values))
    }
}

/// Lowers nodes of one tree.
struct Lowering<'t, 's> {
    cursor: TreeCursor<'t>,
    scope: &'s mut Scope,
    /// The type parameters of the function, with the traits that bound them.
    bounds: Vec<(Symbol, Node<'t>)>,
}

impl<'t, 's> Lowering<'t, 's> {
    fn new(cursor: TreeCursor<'t>, scope: &'s mut Scope) -> Self {
        Lowering {
            cursor,
            scope,
            bounds: Vec::new(),
        }
    }

    fn module(&mut self, b: &mut Builder<'_>, declared: &[Declared<'t>]) -> Vec<StmtId> {
        let mut root = Vec::new();
        for declared in declared {
            match declared {
                Declared::Imports { node, imports } => {
                    b.anchor(node.start_byte());
                    for import in imports {
                        root.push(b.stmt_at(StmtKind::Import(import.clone()), *node));
                    }
                }
                Declared::Function(function) => {
                    self.scope.class = function.outline.class;
                    self.scope.modules = function.modules;
                    let start = function.outline.start;
                    b.anchor(start);
                    let decorators = self.decorators(b, &function.attributes);
                    // Up to the name, so that the module stays the same while the function is edited.
                    let end = field!(function.node, name).map_or(start, |name| name.end_byte());
                    let span = b.range(start, end);
                    let name = function.outline.path;
                    root.push(b.stmt(StmtKind::Define { name, decorators }, span));
                }
                Declared::Class {
                    node,
                    name,
                    attributes,
                } => {
                    let first = attributes.first().unwrap_or(node);
                    b.anchor(first.start_byte());
                    let decorators = self.decorators(b, attributes);
                    let span = b.range(first.start_byte(), node.end_byte());
                    let class = StmtKind::Class {
                        name: *name,
                        decorators,
                        body: Box::default(),
                    };
                    root.push(b.stmt(class, span));
                }
                Declared::Constant {
                    node,
                    class,
                    modules,
                } => {
                    self.scope.class = Some(*class);
                    self.scope.modules = *modules;
                    b.anchor(node.start_byte());
                    let mut body = Vec::new();
                    self.statement(b, *node, &mut body);
                    let class = StmtKind::Class {
                        name: *class,
                        decorators: Box::default(),
                        body: body.into(),
                    };
                    root.push(b.stmt_at(class, *node));
                }
                Declared::Statement { node, modules } => {
                    self.scope.class = None;
                    self.scope.modules = *modules;
                    b.anchor(node.start_byte());
                    self.statement(b, *node, &mut root);
                }
            }
        }
        root
    }

    fn function(&mut self, b: &mut Builder<'_>, function: &DeclaredFunction<'t>) -> Lowered {
        let node = function.node;
        self.bounds = bounds(node, b.source());
        let mut lowered = Lowered {
            decorators: self.decorators(b, &function.attributes).into_vec(),
            ..Lowered::default()
        };
        if Kind::of(node) == Kind::MacroRule {
            self.macro_rule(b, node, &mut lowered);
            return lowered;
        }
        if let Some(parameters) = field!(node, parameters) {
            lowered.params = self.params(b, parameters);
        }
        let returns = field!(node, return_type);
        lowered.returns = returns.map(|ty| self.ty(b, ty));
        if let Some(body) = field!(node, body) {
            let target = returns.map_or(Target::Effect, |_| Target::Result);
            self.function_body(b, body, target, &mut lowered.root);
        }
        lowered
    }

    /// Named children without comments.
    fn children(&mut self, node: Node<'t>) -> Nodes<'t> {
        let mut children = self.all_children(node);
        children.retain(|child| child.is_named());
        children
    }

    /// Children without comments, tokens included.
    fn all_children(&mut self, node: Node<'t>) -> Nodes<'t> {
        let mut children = Nodes::new();
        self.cursor.reset(node);
        if self.cursor.goto_first_child() {
            loop {
                let child = self.cursor.node();
                if !Kind::of(child).is_comment() {
                    children.push(child);
                }
                if !self.cursor.goto_next_sibling() {
                    break;
                }
            }
        }
        children
    }

    /// Attributes as decorators.
    fn decorators(&mut self, b: &mut Builder<'_>, attributes: &[Node<'t>]) -> Box<[ExprId]> {
        let mut decorators = Vec::new();
        for attribute in attributes {
            for inner in self.children(*attribute) {
                decorators.extend(self.decorator(b, inner));
            }
        }
        decorators.into_boxed_slice()
    }
}

/// An identifier as the program means it: `r#type` is `type`.
fn identifier(written: &str) -> &str {
    written.strip_prefix("r#").unwrap_or(written)
}
