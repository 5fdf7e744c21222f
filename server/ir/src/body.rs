//! A body: the statements of a function, a method or a module's top level.

use serde::{Deserialize, Serialize};

use crate::{Arg, Block, Expr, ExprId, ExprKind, Span, Stmt, StmtId, Symbol};

/// What finds a body again after an edit: its path of names plus an ordinal among bodies of the same path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BodyKey {
    /// `None` for a body of the file that speaks of it, which is what lowering yields; the path of another file otherwise.
    pub file: Option<Symbol>,
    /// `""` for the module, `load`, `Repo.find`; Go methods are `Type.Method`. Rust paths start with the inline modules:
    /// `tests.Repo.find`.
    pub path: Symbol,
    /// 0 for the first body with this path, 1 for its next redefinition, and so on.
    pub ordinal: u32,
}

/// The kinds of body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BodyKind {
    /// A module's top level, with the class-level statements of its classes.
    Module,
    /// A function at module level.
    Function,
    /// A method of a class at module level (Go: a function with a receiver).
    Method,
    /// A function without a name that a module-level statement hands over with what it is for:
    /// `app.get("/users", (req, res) => { ... })`. Nobody else can call it.
    Handler,
}

/// The lowered code of one function, method or module top level.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// How it is found again.
    pub key: BodyKey,
    /// Its kind.
    pub kind: BodyKind,
    /// The class a method belongs to.
    pub class: Option<Symbol>,
    /// Parameters; a method's receiver (`self`, `cls`, the Go receiver) is the first. A JavaScript method has no
    /// receiver parameter: `this` is a name bound to the class.
    pub params: Box<[Param]>,
    /// Decorators, outermost first; of a handler what it is for: `"/users"`.
    pub decorators: Box<[ExprId]>,
    /// The written result type.
    pub returns: Option<ExprId>,
    /// Of Go, the names of the results where they have any, which deferred closures may still change.
    pub results: Box<[Symbol]>,
    /// Whether it is written as a getter of a class: `get text() { ... }`.
    pub is_getter: bool,
    /// Whether code outside the file can call it: Python names without leading underscore, exported JavaScript
    /// functions and methods of exported classes (in a file without any export: all), Go names in upper case, Rust
    /// functions with any `pub` and the methods of traits.
    pub exported: bool,
    /// Statements of the body, in order.
    pub root: Block,
    /// All expressions.
    pub exprs: Vec<Expr>,
    /// All statements.
    pub stmts: Vec<Stmt>,
    /// Hash of the text that the body was lowered from; equal hashes mean equal bodies.
    pub hash: u64,
}

impl BodyKey {
    /// The key of a body of the file at hand.
    pub fn new(path: Symbol, ordinal: u32) -> BodyKey {
        BodyKey {
            file: None,
            path,
            ordinal,
        }
    }

    /// The same body as other files speak of it, where this is of the file at `file`.
    #[must_use]
    pub fn seen_from_elsewhere(self, file: Symbol) -> BodyKey {
        BodyKey {
            file: self.file.or(Some(file)),
            ..self
        }
    }

    /// Whether it is the key of the module of the file itself.
    pub fn is_module(self) -> bool {
        self.path.is_empty() && self.file.is_none()
    }

    /// The same body as the file at `file` speaks of it.
    #[must_use]
    pub fn seen_from(self, file: Symbol) -> BodyKey {
        BodyKey {
            file: self.file.filter(|of| *of != file),
            ..self
        }
    }
}

impl Body {
    /// The expression of an id.
    pub fn expr(&self, id: ExprId) -> &Expr {
        &self.exprs[id.0 as usize]
    }

    /// Whether it is a method that is used like an attribute: a getter, `@property`, `@functools.cached_property`.
    pub fn is_property(&self) -> bool {
        self.is_getter
            || self.decorators.iter().any(|decorator| {
                matches!(
                    &self.expr(*decorator).kind,
                    ExprKind::Name(name) | ExprKind::Attribute { name, .. }
                        if matches!(&**name, "property" | "cached_property")
                )
            })
    }

    /// Whether it is a test, as test runners find them: by its name (`test_login`, `testLogin`, `TestLogin`), by its
    /// attribute (`#[test]`, `#[tokio::test]`), or by its module (`mod tests`).
    pub fn is_test(&self) -> bool {
        let name = self.key.path.rsplit('.').next().unwrap_or_default();
        if self.is_marked_as_test() {
            return true;
        }
        let rest = name
            .strip_prefix("test")
            .or_else(|| name.strip_prefix("Test"));
        rest.is_some_and(|rest| rest.starts_with(|next: char| next == '_' || next.is_uppercase()))
    }

    /// Whether its attribute or its module says that it is a test.
    pub fn is_marked_as_test(&self) -> bool {
        let is_test = |decorator: &ExprId| {
            matches!(
                &self.expr(*decorator).kind,
                ExprKind::Name(name) | ExprKind::Attribute { name, .. } if &**name == "test"
            )
        };
        let mut modules = self.key.path.rsplit('.').skip(1);
        self.decorators.iter().any(is_test) || modules.any(|module| module == "tests")
    }

    /// Whether it registers tests by calls, as JavaScript's test runners take them: `describe("cart", () => { ... })`,
    /// `it.only("adds", async () => { ... })`.
    pub fn registers_tests(&self) -> bool {
        let is_closure = |arg: &Arg| matches!(self.expr(arg.value).kind, ExprKind::Closure(_));
        self.exprs.iter().any(|expr| match &expr.kind {
            ExprKind::Call(call) => {
                self.is_test_function(call.callee) && call.args.iter().skip(1).any(is_closure)
            }
            _ => false,
        })
    }

    fn is_test_function(&self, callee: ExprId) -> bool {
        match &self.expr(callee).kind {
            ExprKind::Name(name) => is_test_runner(name),
            ExprKind::Attribute { base, .. } => self.is_test_function(*base),
            _ => false,
        }
    }

    /// The statement of an id.
    pub fn stmt(&self, id: StmtId) -> &Stmt {
        &self.stmts[id.0 as usize]
    }
}

/// Whether a name is that of a function with which JavaScript's test runners take tests.
pub(crate) fn is_test_runner(name: &str) -> bool {
    matches!(name, "describe" | "it" | "suite" | "test")
}

/// A parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    /// The pattern; a [`crate::ExprKind::Name`] or a destructuring collection.
    pub pattern: ExprId,
    /// The written type. Go pointers are stripped; `...T` keeps `T`.
    pub annotation: Option<ExprId>,
    /// The default value.
    pub default: Option<ExprId>,
    /// How arguments reach it.
    pub kind: ParamKind,
    /// Decorators of the parameter (TypeScript).
    pub decorators: Box<[ExprId]>,
    /// Its whole text.
    pub span: Span,
}

/// How arguments reach a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamKind {
    /// The receiver of a method: Python `self` or `cls`, a Go receiver.
    Receiver,
    /// By position, and by name where the language has that.
    Normal,
    /// By name alone.
    KeywordOnly,
    /// `*args`, `...args`.
    Rest,
    /// `**kwargs`.
    KeywordRest,
}
