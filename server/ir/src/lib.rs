//! The language-neutral intermediate representation, and its lowering from syntax trees.
//!
//! A file lowers to [`FileIr`]: its [`Items`] (imports, exports, functions, classes) and one [`Body`] per function, method
//! and module top level. A body is a small tree of statements and expressions in arenas.
//!
//! Invariants:
//! - This is the only crate in which the name of a syntax-tree node may appear, in one file a language under `lower/`.
//! - Lowering never fails: broken code becomes [`ExprKind::Unknown`], and its neighbours lower as usual.
//! - Lowering never overflows the stack: nesting beyond [`lower::MAX_DEPTH`] becomes [`ExprKind::Unknown`].
//! - Spans are relative to an anchor of the body, so that text inserted above a body changes nothing in it.
//! - Nothing here knows of security, of libraries or of files.

mod body;
mod comment;
pub mod dump;
mod expr;
mod file;
mod index;
pub mod literal;
pub mod lower;
mod span;
mod stmt;
mod symbol;

pub use body::{Body, BodyKey, BodyKind, Param, ParamKind};
pub use comment::Comment;
pub use expr::{
    Arg, ArgName, Call, CallForm, Closure, Collection, CollectionKind, CompareOp, Entry, Expr,
    ExprId, ExprKind, Literal, Part, StringLiteral, TemplateForm,
};
pub use file::{
    BodyLayout, Class, Export, FileIr, Function, Implementation, Import, ImportKind, Interface,
    Items, Method,
};
pub use span::{FileSpan, Span};
pub use stmt::{AssignOp, Block, Case, Declaration, Handler, Stmt, StmtId, StmtKind, WithItem};
pub use symbol::Symbol;
