//! The rules in force, compiled.

use std::sync::{Arc, LazyLock, OnceLock};

use tripline_flow::{AttributeModel, CallableModel, Knowledge, TypeModel};
use tripline_ir::{Items, Symbol};
use tripline_syntax::Language;

use crate::Severity;
use crate::check::Rule;
use crate::library::{Kinds, Library};
use crate::load::{self, CheckPage, Example, FAMILIES, RuleError, RuleSet, family_of};
use crate::matching::{Index, NamedSecretRule, named_secrets};
use crate::model::Placeholder;
use crate::secrets::{Keywords, SecretScanner};

/// A check as hover, `explain` and reports show it.
#[derive(Debug)]
pub struct Check {
    /// Stable id: `sql-injection`.
    pub id: Arc<str>,
    /// The class's name: "SQL injection".
    pub title: Arc<str>,
    /// CWE numbers, the main one first.
    pub cwe: Vec<u32>,
    /// OWASP Top 10 2021 category: `A03`.
    pub owasp_2021: String,
    /// OWASP Top 10 2025 category: `A05`.
    pub owasp_2025: String,
    /// Severity of its findings unless a rule says otherwise.
    pub severity: Severity,
    /// What it finds matters where the program serves others: it counts less in the examples of a library.
    pub of_services: bool,
    /// The documentation in Markdown, without examples.
    pub docs: String,
    /// What it matches.
    pub rules: Vec<Rule>,
    /// Its examples, which are its tests.
    pub examples: Vec<Example>,
    /// Path of its page as given to the loader.
    pub path: String,
}

/// Models and checks in force.
///
/// Compiled forms are made on first use, one family of languages at a time: a Python file costs no Go model.
#[derive(Debug)]
pub struct Rules {
    set: RuleSet,
    checks: Vec<Arc<Check>>,
    kinds: Kinds,
    families: [OnceLock<Arc<Family>>; FAMILIES.len()],
    secrets: OnceLock<SecretScanner>,
    settings: OnceLock<Vec<NamedSecretRule>>,
}

/// What is compiled for one family of languages.
#[derive(Debug)]
pub(crate) struct Family {
    pub(crate) library: Library,
    pub(crate) index: Index,
}

impl Rules {
    /// The built-in rules, validated when the program was built.
    pub fn builtin() -> &'static Rules {
        static BUILTIN: LazyLock<Rules> = LazyLock::new(|| {
            let set =
                serde_json::from_slice(include_bytes!(concat!(env!("OUT_DIR"), "/rules.json")));
            Rules::new(set.expect("the build wrote what this type reads"))
        });
        &BUILTIN
    }

    /// What is wrong with rule files that this build has left out; empty in a release.
    pub fn builtin_errors() -> &'static str {
        include_str!(concat!(env!("OUT_DIR"), "/errors.txt"))
    }

    /// Compiles rules that [`crate::read`] has found sound.
    pub fn new(set: RuleSet) -> Rules {
        let checks = set
            .checks
            .iter()
            .map(|page| Arc::new(check(page)))
            .collect();
        let kinds = Kinds::of(set.models.iter().map(|file| &file.model));
        Rules {
            set,
            checks,
            kinds,
            families: Default::default(),
            secrets: OnceLock::new(),
            settings: OnceLock::new(),
        }
    }

    /// These rules and those of users' files, given as path and text: `models/<language>/<library>.yml`,
    /// `checks/<id>.md` and `secrets/<group>.yml` in whatever folder. Every error of every file, or the rules.
    pub fn extended(&self, files: &[(String, String)]) -> Result<Rules, Vec<RuleError>> {
        let (more, errors) = load::read(files, &self.set);
        if !errors.is_empty() {
            return Err(errors);
        }
        let mut set = self.set.clone();
        set.models.extend(more.models);
        set.checks.extend(more.checks);
        set.secrets.extend(more.secrets);
        Ok(Rules::new(set))
    }

    /// All checks, built-in ones first, each group sorted by id.
    pub fn checks(&self) -> &[Arc<Check>] {
        &self.checks
    }

    /// The check of an id.
    pub fn check(&self, id: &str) -> Option<&Arc<Check>> {
        self.checks.iter().find(|check| &*check.id == id)
    }

    /// The check of an id that is none, as probably meant.
    pub fn closest_check(&self, id: &str) -> Option<&str> {
        load::closest(id, self.checks.iter().map(|check| &*check.id))
    }

    /// The kinds of sink.
    pub fn kinds(&self) -> &Kinds {
        &self.kinds
    }

    pub(crate) fn family(&self, language: Language) -> &Arc<Family> {
        let index = family_of(language.name()).unwrap_or_default();
        self.families[index].get_or_init(|| {
            let name = FAMILIES[index];
            let models = self
                .set
                .models
                .iter()
                .filter(|file| file.language == name)
                .map(|file| &file.model);
            let library = Library::compile(models, &self.kinds);
            let index = Index::compile(&self.checks, name, &self.kinds);
            Arc::new(Family { library, index })
        })
    }

    /// Where the keywords of secrets are in a text; with those of an earlier one, what both have in common is not searched
    /// again.
    pub fn keywords(&self, text: &Arc<str>, earlier: Option<&Keywords>) -> Keywords {
        self.secrets().keywords(text, earlier)
    }

    /// The names of the providers whose tokens are known.
    #[cfg(test)]
    pub(crate) fn providers(&self) -> impl Iterator<Item = &str> {
        let files = self.set.secrets.iter();
        let providers = files.flat_map(|file| &file.content.providers);
        providers.map(|provider| provider.name.as_str())
    }

    /// What tells the secrets of texts that are no programs by the names of their settings.
    pub(crate) fn settings(&self) -> &[NamedSecretRule] {
        self.settings.get_or_init(|| named_secrets(&self.checks))
    }

    pub(crate) fn secrets(&self) -> &SecretScanner {
        self.secrets
            .get_or_init(|| SecretScanner::compile(&self.checks, &self.set.secrets))
    }
}

fn check(page: &CheckPage) -> Check {
    let front = &page.front;
    Check {
        id: Arc::from(front.id.as_str()),
        title: Arc::from(front.title.as_str()),
        cwe: front.cwe.clone(),
        owasp_2021: front.owasp_2021.clone(),
        owasp_2025: front.owasp_2025.clone(),
        severity: front.severity,
        of_services: front.of_services,
        docs: page.docs.clone(),
        rules: front.rules.clone(),
        examples: page.examples.clone(),
        path: page.path.clone(),
    }
}

/// What libraries do, as one file sees it.
///
/// Qualified names are looked up in every model of the language: such a name comes of an import, of an annotation or of
/// another model's type, so that a file which gets its cursor from another module needs no import of the driver. Which
/// libraries the file imports decides what a bare method or parameter name means.
#[derive(Clone, Debug)]
pub struct FileKnowledge {
    family: Arc<Family>,
    /// By model.
    imported: Arc<[bool]>,
}

/// What a file's imports make of the rules.
pub fn knowledge(items: &Items, language: Language, rules: &Rules) -> FileKnowledge {
    let family = Arc::clone(rules.family(language));
    let imports: Vec<Symbol> = items
        .imports
        .iter()
        .flat_map(|import| [import.module, import.target])
        .collect();
    let imported = family.library.imported(&imports).into();
    FileKnowledge { family, imported }
}

impl FileKnowledge {
    pub(crate) fn family(&self) -> &Family {
        &self.family
    }

    /// The placeholder of the only database driver that the file imports.
    pub(crate) fn sql_placeholder(&self) -> Option<Placeholder> {
        self.family.library.sql_placeholder(&self.imported)
    }

    /// Whether something of this last name keeps values for others, of a library that the file imports.
    pub(crate) fn keeps(&self, name: Symbol) -> bool {
        let mut keepers = self.family.library.keepers(name).iter();
        keepers.any(|model| self.is_imported(*model))
    }

    /// Whether something of this last name keeps values for others, of whatever library.
    pub(crate) fn may_keep(&self, name: Symbol) -> bool {
        !self.family.library.keepers(name).is_empty()
    }

    fn is_imported(&self, model: usize) -> bool {
        self.imported.get(model).copied().unwrap_or(false)
    }
}

impl PartialEq for FileKnowledge {
    /// Equal for equal results: the same compiled models, consulted alike.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.family, &other.family) && self.imported == other.imported
    }
}

impl Eq for FileKnowledge {}

impl Knowledge for FileKnowledge {
    fn callable(&self, name: Symbol) -> Option<&CallableModel> {
        self.family.library.find_callable(name)
    }

    fn attribute(&self, name: Symbol) -> Option<&AttributeModel> {
        self.family.library.find_attribute(name)
    }

    fn method(&self, receiver: Option<Symbol>, method: Symbol) -> Option<(Symbol, &CallableModel)> {
        self.family
            .library
            .method(receiver, method, |model| self.is_imported(model))
    }

    fn type_model(&self, ty: Symbol) -> Option<TypeModel> {
        self.family.library.type_model(ty)
    }

    fn bases(&self, ty: Symbol) -> &[Symbol] {
        self.family.library.bases(ty)
    }

    fn is_module(&self, name: Symbol) -> bool {
        self.family.library.is_module(name)
    }

    fn has_members(&self, name: Symbol) -> bool {
        self.family.library.has_members(name)
    }

    fn conventional_parameter(&self, name: Symbol, all: &[Option<Symbol>]) -> Option<Symbol> {
        self.family
            .library
            .conventional_parameter(name, all, |model| self.is_imported(model))
    }

    fn has_attribute(&self, name: Symbol) -> bool {
        self.family.library.has_attribute(name)
    }

    fn is_scalar(&self, ty: Symbol) -> bool {
        self.family.library.is_scalar(ty)
    }
}
