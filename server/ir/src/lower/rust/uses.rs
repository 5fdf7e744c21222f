//! `use` declarations and the paths in them.

use tree_sitter::Node;

use super::grammar::{Kind, field};
use super::identifier;
use crate::lower::MAX_DEPTH;
use crate::{Export, Import, ImportKind, Symbol};

/// What a `use` or `extern crate` declaration imports, inside this many inline modules.
pub(super) fn imports(node: Node<'_>, text: &str, modules: usize) -> Vec<Import> {
    let mut uses = Uses {
        text,
        modules,
        found: Vec::new(),
    };
    if Kind::of(node) == Kind::ExternCrate {
        uses.extern_crate(node);
    } else if let Some(argument) = field!(node, argument) {
        uses.clause(argument, "", MAX_DEPTH);
    }
    uses.found
}

/// That all macros of a crate go by their names: `#[macro_use] extern crate rocket`.
pub(super) fn macros_of(declaration: Node<'_>, text: &str) -> Option<Import> {
    let name = field!(declaration, name)?;
    let module = Symbol::new(identifier(&text[name.byte_range()]));
    Some(Import {
        local: None,
        target: module,
        module,
        kind: ImportKind::Wildcard,
    })
}

/// What other files see of imports that are visible to them, inside this inline module.
pub(super) fn exports(imports: &[Import], module: Option<Symbol>) -> Vec<Export> {
    let export = |import: &Import| {
        let name = match (import.kind, import.local) {
            (ImportKind::Wildcard, _) => module,
            (_, local) => Some(Symbol::new(&inside(module, &local?))),
        };
        let of = import.target.strip_prefix(&*import.module);
        let of = of.and_then(|of| of.strip_prefix('.'));
        Some(Export {
            name,
            module: Some(import.module),
            of: of.map(Symbol::new),
        })
    };
    imports.iter().filter_map(export).collect()
}

/// The path of a name inside an inline module.
pub(super) fn inside(module: Option<Symbol>, name: &str) -> String {
    module.map_or_else(|| name.to_owned(), |module| format!("{module}.{name}"))
}

struct Uses<'a> {
    text: &'a str,
    modules: usize,
    found: Vec<Import>,
}

impl Uses<'_> {
    fn text(&self, node: Node<'_>) -> &str {
        identifier(&self.text[node.byte_range()])
    }

    fn extern_crate(&mut self, node: Node<'_>) {
        let Some(name) = field!(node, name) else {
            return;
        };
        let target = self.text(name).to_owned();
        let local = field!(node, alias).map_or(&*target, |alias| self.text(alias));
        let local = local.to_owned();
        self.add(&local, &target);
    }

    /// A clause below the path `prefix`.
    fn clause(&mut self, node: Node<'_>, prefix: &str, depth: u32) {
        let Some(depth) = depth.checked_sub(1) else {
            return;
        };
        match Kind::of(node) {
            Kind::UseList => {
                let mut cursor = node.walk();
                for child in node.named_children(&mut cursor) {
                    self.clause(child, prefix, depth);
                }
            }
            Kind::ScopedUseList => {
                let path = field!(node, path);
                let path = path.map_or_else(|| prefix.to_owned(), |path| self.path(path, prefix));
                if let Some(list) = field!(node, list) {
                    self.clause(list, &path, depth);
                }
            }
            Kind::UseAsClause => {
                let (Some(path), Some(alias)) = (field!(node, path), field!(node, alias)) else {
                    return;
                };
                let target = self.target(path, prefix);
                let local = self.text(alias).to_owned();
                self.add(&local, &target);
            }
            Kind::UseWildcard => {
                let path = node.named_child(0);
                let module = path.map_or_else(|| prefix.to_owned(), |path| self.path(path, prefix));
                let module = Symbol::new(&self.resolved(&module));
                self.found.push(Import {
                    local: None,
                    target: module,
                    module,
                    kind: ImportKind::Wildcard,
                });
            }
            Kind::Identifier
            | Kind::ScopedIdentifier
            | Kind::SelfKeyword
            | Kind::Super
            | Kind::Crate => {
                let target = self.target(node, prefix);
                let local = target.rsplit('.').next().unwrap_or(&target).to_owned();
                self.add(&local, &target);
            }
            _ => {}
        }
    }

    /// What a path denotes; `self` in a list denotes what the list is of.
    fn target(&self, node: Node<'_>, prefix: &str) -> String {
        if Kind::of(node) == Kind::SelfKeyword && !prefix.is_empty() {
            return prefix.to_owned();
        }
        self.path(node, prefix)
    }

    fn path(&self, node: Node<'_>, prefix: &str) -> String {
        let mut segments = Vec::new();
        let mut rest = Some(node);
        while let Some(node) = rest {
            if Kind::of(node) == Kind::ScopedIdentifier {
                segments.extend(field!(node, name).map(|name| self.text(name)));
                rest = field!(node, path);
            } else {
                segments.push(self.text(node));
                rest = None;
            }
        }
        if !prefix.is_empty() {
            segments.push(prefix);
        }
        segments.reverse();
        segments.join(".")
    }

    /// The path as seen from the file, not from an inline module.
    fn resolved(&self, path: &str) -> String {
        let mut rest = path;
        let mut modules = self.modules;
        while modules > 0 {
            match rest.strip_prefix("super") {
                Some("") => {
                    rest = "";
                    modules -= 1;
                }
                Some(after) if after.starts_with('.') => {
                    rest = &after[1..];
                    modules -= 1;
                }
                _ => break,
            }
        }
        if modules == self.modules {
            path.to_owned()
        } else if rest.is_empty() {
            "self".to_owned()
        } else if rest == "super" || rest.starts_with("super.") {
            rest.to_owned()
        } else {
            format!("self.{rest}")
        }
    }

    fn add(&mut self, local: &str, target: &str) {
        let target = Symbol::new(&self.resolved(target));
        let parent = target.rsplit_once('.').map(|(parent, _)| parent);
        let (local, kind) = match (local, parent) {
            ("_", _) => (None, ImportKind::SideEffect),
            (_, None) => (Some(Symbol::new(local)), ImportKind::Module),
            _ => (Some(Symbol::new(local)), ImportKind::Name),
        };
        self.found.push(Import {
            local,
            target,
            module: parent.map_or(target, Symbol::new),
            kind,
        });
    }
}
