//! A file as a whole: its items, its bodies and where they stand.

use std::borrow::Cow;
use std::sync::Arc;

use tripline_syntax::Language;

use crate::index::Index;
use crate::{Body, BodyKey, Comment, FileSpan, Span, Symbol};

/// The lowered form of one file.
#[derive(Clone, Debug)]
pub struct FileIr {
    /// The language it was lowered from.
    pub language: Language,
    /// What the file declares, without any body.
    pub items: Arc<Items>,
    /// Its bodies in source order, the module first.
    pub bodies: Vec<BodyLayout>,
    /// Its comments in source order.
    pub comments: Vec<Comment>,
    /// Absolute ranges that did not parse.
    pub errors: Vec<FileSpan>,
    /// Whether parsing the text would cost too much, so that nothing is known of it.
    pub is_truncated: bool,
    /// Whether it is known that all of it has been parsed, without errors, and that no statement takes the next one for its own
    /// end: `const user =`.
    pub is_finished: bool,
    /// Absolute ranges that the language marks as compiled for tests alone: `#[cfg(test)]`.
    pub tests: Vec<FileSpan>,
}

/// A body and where it stands in the file.
#[derive(Clone, Debug)]
pub struct BodyLayout {
    /// The body; shared with the previous version of the file when its text is the same.
    pub body: Arc<Body>,
    /// Absolute offset of each anchor.
    pub anchors: Box<[u32]>,
    /// The whole definition with decorators; the whole file for the module.
    pub span: FileSpan,
}

impl BodyLayout {
    /// The absolute range of a span of this body. Total: an unknown anchor counts as the body's start.
    pub fn resolve(&self, span: Span) -> FileSpan {
        let anchor = self
            .anchors
            .get(span.anchor as usize)
            .copied()
            .unwrap_or(self.span.start);
        FileSpan {
            start: anchor + span.start,
            end: anchor + span.end,
        }
    }
}

impl FileIr {
    /// The module's top level.
    pub fn module(&self) -> &BodyLayout {
        &self.bodies[0]
    }

    /// Whether it holds tests, as test runners find them.
    pub fn has_tests(&self) -> bool {
        let mut bodies = self.bodies.iter().map(|layout| &layout.body);
        if self.language.is_ecmascript() {
            bodies.any(|body| body.registers_tests())
        } else {
            !self.tests.is_empty() || bodies.any(|body| body.is_test())
        }
    }

    /// The body of a key.
    pub fn body(&self, key: BodyKey) -> Option<&BodyLayout> {
        self.bodies.iter().find(|layout| layout.body.key == key)
    }
}

/// What a file declares. Equal when no declaration changed, whatever happened inside bodies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Items {
    /// The package that a Go file says it belongs to.
    pub package: Option<Symbol>,
    /// Imports at module level, in source order.
    pub imports: Vec<Import>,
    /// What the file exports beyond the names of its top level, in source order.
    pub exports: Vec<Export>,
    /// Functions and methods that are bodies of their own, in source order.
    pub functions: Vec<Function>,
    /// Classes at module level (Go: types with methods or fields), in source order.
    pub classes: Vec<Class>,
    /// Those of the classes that only say what others do, in source order: interfaces, traits, abstract classes.
    pub interfaces: Vec<Interface>,
    /// Of Go and Rust, the methods by which types do what an interface says, in source order. Those that only tests compile
    /// are left out.
    pub implementations: Vec<Implementation>,
    pub(crate) index: Index,
}

impl Items {
    /// The qualified name of a type as a declaration of this file writes it. One with type arguments stays as it is, for the
    /// interpreter to take apart.
    pub fn qualified(&self, written: Symbol) -> Symbol {
        if written.contains('<') {
            return written;
        }
        let (first, rest) = written
            .split_once('.')
            .map_or((written.as_str(), None), |(first, rest)| {
                (first, Some(rest))
            });
        let import = self
            .imports
            .iter()
            .rev()
            .find(|import| import.local.is_some_and(|local| local.as_str() == first));
        match (import, rest) {
            (Some(import), Some(rest)) => import.target.member(rest),
            (Some(import), None) => import.target,
            (None, _) => written,
        }
    }
}

impl Items {
    /// The methods by which types do what an interface says, in source order: those that are declared so, and in languages
    /// whose classes name their bases, the methods of these classes.
    pub fn implementing(&self, language: Language) -> Cow<'_, [Implementation]> {
        if !names_bases(language) {
            return Cow::Borrowed(&self.implementations);
        }
        let functions = self.functions.iter();
        Cow::Owned(
            functions
                .flat_map(|known| self.implemented(known))
                .collect(),
        )
    }

    /// Those of [`Items::implementing`] that have this name.
    pub fn implementing_named(&self, language: Language, method: Symbol) -> Vec<Implementation> {
        if !names_bases(language) {
            let known = self.implementations.iter();
            return known
                .filter(|known| known.method.name == method)
                .cloned()
                .collect();
        }
        let named = self.functions.iter().filter(|known| known.name == method);
        named.flat_map(|known| self.implemented(known)).collect()
    }

    /// What a method does for interfaces, in a language whose classes name their bases.
    fn implemented(&self, function: &Function) -> impl Iterator<Item = Implementation> {
        let method = Method {
            name: function.name,
            signature: Symbol::new(""),
        };
        let body = function.key;
        self.implemented_by(function)
            .map(move |(class, interface)| Implementation {
                class,
                interface: Some(interface),
                method,
                body,
            })
    }

    /// The class of a method and the interfaces that it does something for, in a language whose classes name their bases.
    fn implemented_by(&self, function: &Function) -> impl Iterator<Item = (Symbol, Symbol)> {
        let mut found = Vec::new();
        if let Some(class) = function.class {
            let asked = self.interfaces.iter().find(|known| known.name == class);
            let is_left_to_others = asked.is_some_and(|asked| {
                asked
                    .methods
                    .iter()
                    .any(|known| known.name == function.name)
            });
            let own = asked.filter(|_| !is_left_to_others).map(|known| known.name);
            let declared = self.classes.iter().filter(|known| known.name == class);
            let bases = declared.flat_map(|known| known.bases.iter().copied());
            found.extend(own.into_iter().chain(bases).map(|known| (class, known)));
        }
        found.into_iter()
    }
}
/// Whether classes of a language say which interfaces they implement by naming them as bases.
fn names_bases(language: Language) -> bool {
    language == Language::Python || language.is_ecmascript()
}

/// An import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The name it binds: `import a.b` binds `a`; `None` for a wildcard or an import for its side effects.
    pub local: Option<Symbol>,
    /// What the name denotes, as a qualified name: `yaml`, `yaml.load`, `pg.Pool`, `database/sql`,
    /// `@prisma/client.PrismaClient`. A JavaScript default import denotes the module. `import a.b` denotes `a`, Rust's
    /// `mod a;` `self.a`, and `#[path = "x.rs"] mod a;` `./x.rs`.
    pub target: Symbol,
    /// The imported module: `a.b` in `import a.b`, `yaml` in `from yaml import load`.
    pub module: Symbol,
    /// Its kind.
    pub kind: ImportKind,
}

/// The kinds of import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportKind {
    /// A module: `import a`, `import * as a`, `import a from "a"`, Go imports.
    Module,
    /// A name from a module.
    Name,
    /// `from a import *`, Go `.` imports.
    Wildcard,
    /// For its side effects: `import "a"`, Go `_` imports.
    SideEffect,
    /// Types alone: `import type { T } from "a"`, `if TYPE_CHECKING:`.
    Type,
}

/// A name that importers of the file see, where it is not simply a name of the file's top level.
///
/// - JavaScript and TypeScript: every exported value. What is assigned to `module.exports` has that name; the members of
///   an object that is exported as a whole have an export each: `run` of `module.exports = { run }`, `default.run` of
///   `export default { run }`.
/// - Python: the names in `__all__`, if it is a literal. Without any, importers see every name without leading underscore.
/// - Rust: `use` declarations with any `pub`. One in an inline module has the module in its name: `prelude.Pool`, or
///   `prelude` for all that `pub use m::*` in it exports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The name importers use: `run`, `default`; `None` for `export * from "m"` and `pub use m::*`.
    pub name: Option<Symbol>,
    /// The module it is re-exported from; `None` if it is of this file.
    pub module: Option<Symbol>,
    /// Its name there: a name of this file's top level, the path of a body, or an exported name of `module`. `None` for the
    /// module as a whole (`export * from`, `export * as ns from`, `module.exports = require("m")`), and for a value of
    /// this file that has no name (`export default wrap(handler)`).
    pub of: Option<Symbol>,
}

/// A function or method that is a body of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// Its body's key.
    pub key: BodyKey,
    /// The class of a method.
    pub class: Option<Symbol>,
    /// Its plain name.
    pub name: Symbol,
    /// Names of its parameters in order, receiver included; `None` for a destructured one.
    pub params: Vec<Option<Symbol>>,
}

/// A class at module level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Its name.
    pub name: Symbol,
    /// Its bases as written (`db.Model`), without type arguments.
    pub bases: Vec<Symbol>,
    /// Fields with a written type, as written without pointers and type arguments: TypeScript properties and
    /// constructor parameter properties, Go struct fields, annotated Python class attributes. An embedded Go field
    /// has its type's last name.
    pub fields: Vec<(Symbol, Symbol)>,
}

/// A class whose methods others implement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// Its name, which is that of a class.
    pub name: Symbol,
    /// The methods that whoever implements it has, without those of other interfaces that it includes.
    pub methods: Vec<Method>,
    /// The interfaces that it includes, as written.
    pub bases: Vec<Symbol>,
}

/// A method as callers see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Method {
    /// Its name.
    pub name: Symbol,
    /// Of Go, the types of its parameters and results without the packages that they are of: `(Context,string)(Rows,error)`,
    /// with `_` for one that its type's own parameters name. Empty in other languages, whose types say what they implement.
    pub signature: Symbol,
}

impl Method {
    /// Whether a type that has this method has the one that an interface asks for.
    pub fn answers(self, asked: Method) -> bool {
        if self.name != asked.name {
            return false;
        }
        if self.signature == asked.signature {
            return true;
        }
        let parts = |signature: Symbol| signature.as_str().split(['(', ',', ')']);
        let fits = |(one, two): (&str, &str)| one == two || one == "_" || two == "_";
        parts(self.signature).count() == parts(asked.signature).count()
            && parts(self.signature).zip(parts(asked.signature)).all(fits)
    }
}

/// A method by which a type does what an interface says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implementation {
    /// The type.
    pub class: Symbol,
    /// The interface as written; `None` in Go, where whatever has the methods of an interface implements it.
    pub interface: Option<Symbol>,
    /// The method.
    pub method: Method,
    /// The body that is called.
    pub body: BodyKey,
}
