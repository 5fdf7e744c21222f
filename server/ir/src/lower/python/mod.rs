//! Lowering of Python.
//!
//! `module` reads what the file declares. Then its top level is lowered, and each function that is a body of its own.

mod expr;
mod function;
mod grammar;
mod lines;
mod module;
mod pattern;
mod placeholders;
mod repair;
mod stmt;
mod string;
mod ty;

use std::ops::Range;

use tree_sitter::Node;
use tripline_syntax::{Document, Language};

use self::grammar::{Field, KINDS, Kind, Tree};
use self::module::Site;
use self::repair::Part;
use super::builder::{Builder, FileBuilder, Lowered, comments, comments_below, errors};
use super::edited::Inside;
use crate::literal::{self, Delimiters};
use crate::{Comment, FileIr, StmtId, Symbol};

pub(super) fn lower(document: &Document, previous: Option<&FileIr>) -> FileIr {
    let mut file = FileBuilder::new(document, previous);
    let root = document.tree().root_node();
    let parts = repair::repair(document);
    let mut tree = Tree::new(root, &parts);
    let sites = module::collect(&mut tree, &mut file, root);
    file.comments = all_comments(document, &parts);
    file.module(|builder| Lowering::new(builder, &mut tree, true).module(root));
    for site in &sites {
        let is_broken = tree.is_broken(site.whole);
        let lower =
            |builder: &mut Builder<'_>| Lowering::new(builder, &mut tree, false).function(site);
        if is_broken {
            file.broken_function(site.key, &site.outline, lower);
        } else {
            file.function(site.key, &site.outline, lower);
        }
    }
    file.finish(errors(document))
}

/// Lowers a function whose block was edited, and finds its comments. `None` where more than its body may have changed.
pub(super) fn lower_function(
    file: &mut FileBuilder<'_>,
    inside: &Inside<'_>,
) -> Option<Vec<Comment>> {
    let document = inside.document;
    let mut tree = Tree::new(inside.root, &[]);
    let site = module::edited_function(&mut tree, inside)?;
    let comments = comments_below(
        site.whole,
        document.text(),
        inside.range.clone(),
        ["#"],
        |node| KINDS.of(node) == Kind::Comment,
    );
    file.function(site.key, &site.outline, |builder| {
        Lowering::new(builder, &mut tree, false).function(&site)
    });
    Some(comments)
}

/// Whether a range of space is between statements of the module or of classes.
pub(super) fn is_between(document: &Document, range: Range<usize>) -> bool {
    let root = document.tree().root_node();
    let around = root.descendant_for_byte_range(range.start, range.end);
    around.is_some_and(|node| {
        let is_block = node == root || KINDS.of(node) == Kind::Block;
        is_block && module::is_declared(root, node)
    })
}

/// The comments of a document; those of `parts` as they stand there.
fn all_comments(document: &Document, parts: &[Part]) -> Vec<Comment> {
    let is_comment = |node: Node<'_>| KINDS.of(node) == Kind::Comment;
    let mut found = comments(document, ["#"], is_comment);
    for part in parts {
        found.retain(|comment| !part.range.contains(&(comment.span.start as usize)));
        found.extend(comments_below(
            part.root(),
            document.text(),
            part.range.clone(),
            ["#"],
            is_comment,
        ));
    }
    found
}

/// Delimiters and content of a string literal.
fn literal_parts(source: &str) -> Option<(Delimiters<'_>, &str)> {
    let delimiters = literal::delimiters(Language::Python, source)?;
    let rest = &source[delimiters.prefix.len() + delimiters.quote.len()..];
    Some((
        delimiters,
        rest.strip_suffix(delimiters.quote).unwrap_or(rest),
    ))
}

/// The statements that a definition stands among.
#[derive(Clone, Copy)]
struct Scope {
    /// Whether functions are bodies of their own.
    has_bodies: bool,
    /// The path of the class, in a class's block.
    class: Option<Symbol>,
}

/// Lowers the statements and expressions of one body.
struct Lowering<'b, 'a, 't> {
    b: &'b mut Builder<'a>,
    tree: &'b mut Tree<'t>,
    scope: Scope,
    is_typing: bool,
    /// The star of the innermost `*x` that is being lowered.
    splat: Range<usize>,
}

impl<'b, 'a, 't> Lowering<'b, 'a, 't> {
    fn new(b: &'b mut Builder<'a>, tree: &'b mut Tree<'t>, has_bodies: bool) -> Self {
        Lowering {
            b,
            tree,
            scope: Scope {
                has_bodies,
                class: None,
            },
            is_typing: false,
            splat: usize::MAX..usize::MAX,
        }
    }

    fn module(&mut self, root: Node<'t>) -> Vec<StmtId> {
        let mut statements = Vec::new();
        self.anchored(root, &mut statements);
        statements
    }

    fn function(&mut self, site: &Site<'t>) -> Lowered {
        let decorators = self.decorators(site.whole);
        let children = self.tree.children(site.definition);
        let is_method = site.outline.class.is_some();
        let params = self.definition_parameters(&children, is_method, site.whole);
        let returns = children
            .get(Field::ReturnType)
            .map(|annotation| self.annotation(annotation));
        let mut root = Vec::new();
        self.definition_body(&children, &mut root);
        Lowered {
            params: params.into_vec(),
            decorators: decorators.into_vec(),
            returns,
            root,
            ..Lowered::default()
        }
    }
}
