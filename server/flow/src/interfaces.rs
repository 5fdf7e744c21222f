//! Which methods do what an interface says, where types do not name the interfaces that they implement.

use tripline_ir::{BodyKey, Items, Method, Symbol};

/// Deepest embedding of types that is followed.
const MAX_EMBEDDING: usize = 4;

/// A file of a package: its path as bodies of other files have it, and what it declares.
pub type PackageFile<'a> = (Option<Symbol>, &'a Items);

/// The bodies of a method in the types of a package that have all methods that are asked for, sorted by file and by where
/// they stand there. Methods of embedded types count, as do those that an embedded interface of the package asks for.
pub fn having(files: &[PackageFile<'_>], asked: &[Method], method: Symbol) -> Vec<BodyKey> {
    let Some(wanted) = asked.iter().find(|known| known.name == method) else {
        return Vec::new();
    };
    let package = Package { files };
    let mut found: Vec<(usize, usize, BodyKey)> = Vec::new();
    for class in package.types() {
        let has = |asked: &Method| package.has(class, *asked, 0);
        if !asked.iter().all(has) {
            continue;
        }
        let body = package.body(class, *wanted, 0);
        found.extend(body.filter(|body| !found.contains(body)));
    }
    found.sort_unstable();
    found.into_iter().map(|(_, _, body)| body).collect()
}

/// The files of a package.
struct Package<'a> {
    files: &'a [PackageFile<'a>],
}

impl Package<'_> {
    /// The types that may implement something, in source order.
    fn types(&self) -> Vec<Symbol> {
        let mut types: Vec<Symbol> = Vec::new();
        for (_, items) in self.files {
            let methods = items.implementations.iter().map(|method| method.class);
            let embedding = items.classes.iter().filter(|class| !class.bases.is_empty());
            for class in methods.chain(embedding.map(|class| class.name)) {
                if !types.contains(&class) {
                    types.push(class);
                }
            }
        }
        types
    }

    fn has(&self, class: Symbol, asked: Method, depth: usize) -> bool {
        let is_asked_for = |items: &Items| {
            let mut interfaces = items.interfaces.iter().filter(|known| known.name == class);
            interfaces.any(|interface| interface.methods.iter().any(|known| known.answers(asked)))
        };
        self.own(class, asked).is_some()
            || self.files.iter().any(|(_, items)| is_asked_for(items))
            || depth < MAX_EMBEDDING
                && self
                    .embedded(class)
                    .any(|embedded| self.has(embedded, asked, depth + 1))
    }

    /// The body of a method with its place: the index of its file and of the method there.
    fn body(&self, class: Symbol, wanted: Method, depth: usize) -> Option<(usize, usize, BodyKey)> {
        self.own(class, wanted).or_else(|| {
            let mut embedded = self.embedded(class).filter(|_| depth < MAX_EMBEDDING);
            embedded.find_map(|embedded| self.body(embedded, wanted, depth + 1))
        })
    }

    fn own(&self, class: Symbol, wanted: Method) -> Option<(usize, usize, BodyKey)> {
        self.files
            .iter()
            .enumerate()
            .find_map(|(file, (path, items))| {
                let mut known = items.implementations.iter();
                let at =
                    known.position(|known| known.class == class && known.method.answers(wanted))?;
                let body = items.implementations[at].body;
                let body = path.map_or(body, |path| body.seen_from_elsewhere(path));
                Some((file, at, body))
            })
    }

    fn embedded(&self, class: Symbol) -> impl Iterator<Item = Symbol> {
        let classes = self.files.iter().flat_map(|(_, items)| &items.classes);
        classes
            .filter(move |known| known.name == class)
            .flat_map(|known| known.bases.iter().copied())
    }
}
