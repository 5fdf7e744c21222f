//! The programs that the rules are tried on.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use tripline_ir::FileIr;
use tripline_ir::lower::lower;
use tripline_rules::model::Binding;
use tripline_rules::{
    CheckPage, Confidence, Finding, RuleSet, Rules, Source, Syntax, analyze, read,
};
use tripline_syntax::{Document, Language};

/// The families of languages that share models.
pub(crate) const FAMILIES: [&str; 4] = ["go", "javascript", "python", "rust"];

/// A program, ready to be analysed.
pub(crate) struct Program {
    /// Its file's name, where it has one.
    name: Option<String>,
    text: String,
    document: Document,
    ir: FileIr,
}

impl Program {
    fn new(language: Language, name: Option<String>, text: String) -> Program {
        let document = Document::parse(language, &text);
        let ir = lower(&document, None);
        Program {
            name,
            text,
            document,
            ir,
        }
    }

    /// How many of these words are in its text.
    pub(crate) fn mentions(&self, words: &[&str]) -> usize {
        words
            .iter()
            .filter(|word| self.text.contains(**word))
            .count()
    }

    pub(crate) fn told(&self, rules: &Rules) -> Vec<Told> {
        let source = Source {
            path: self.name.as_deref(),
            syntax: Syntax::Parsed(&self.document),
            ir: &self.ir,
        };
        analyze(&source, rules).into_iter().map(told).collect()
    }
}

/// What a user is told by a finding.
#[derive(PartialEq)]
pub(crate) struct Told {
    pub(crate) rule: (String, String),
    confidence: Confidence,
    words: (String, String),
    /// Where it is, and the steps on the way to it.
    places: Vec<Range<usize>>,
    fixes: Vec<(String, Option<Binding>)>,
}

fn told(finding: Finding) -> Told {
    let steps = finding.steps.iter().chain(&finding.related);
    let steps = steps.map(|step| step.span.range());
    Told {
        rule: (finding.check.to_string(), finding.rule.to_string()),
        confidence: finding.confidence,
        places: std::iter::once(finding.span.range()).chain(steps).collect(),
        words: (finding.message, finding.help),
        fixes: finding
            .fixes
            .into_iter()
            .map(|fix| (fix.spec.title.clone(), fix.binding))
            .collect(),
    }
}

/// The built-in rules, as their files say them.
pub(crate) fn rules() -> RuleSet {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules");
    let mut texts = Vec::new();
    for file in files(&root) {
        let inside = file.strip_prefix(&root).expect("it is inside");
        let name = inside.to_string_lossy().replace('\\', "/");
        if name.starts_with("models/") || name.starts_with("checks/") {
            texts.push((name, text_of(&file)));
        }
    }
    let (set, errors) = read(&texts, &RuleSet::default());
    assert_eq!(errors, []);
    set
}

/// The programs of the corpus in the languages of a family.
pub(crate) fn corpus(family: &str) -> Vec<Program> {
    let mut programs = Vec::new();
    for file in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("flow")) {
        // The other files are manifests of programs of several files.
        let language = Language::from_path(&file);
        if let Some(language) = language.filter(|language| is_in(family, *language)) {
            let name = file.file_name().expect("it is a file").to_string_lossy();
            let name = Some(name.into_owned());
            programs.push(Program::new(language, name, text_of(&file)));
        }
    }
    programs
}

/// The examples of check pages in the languages of a family.
pub(crate) fn examples(pages: &[CheckPage], family: &str) -> Vec<Program> {
    let mut programs = Vec::new();
    for example in pages.iter().flat_map(|page| &page.examples) {
        let mut languages = Language::ALL.into_iter();
        let language = languages.find(|language| language.name() == example.language);
        if let Some(language) = language.filter(|language| is_in(family, *language)) {
            let (name, text) = (example.file.clone(), example.text.clone());
            programs.push(Program::new(language, name, text));
        }
    }
    programs
}

fn is_in(family: &str, language: Language) -> bool {
    language.name() == family || family == "javascript" && language.is_ecmascript()
}

/// The files of a folder and of those in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn text_of(file: &Path) -> String {
    std::fs::read_to_string(file).expect("the file is text")
}

/// What becomes of each of the items, in no particular order, on all cores.
pub(crate) fn map_parallel<T: Sync, U: Send>(items: &[T], map: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let mapped = map(item);
                    let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
                    found.push(mapped);
                }
            });
        }
    });
    found.into_inner().unwrap_or_else(PoisonError::into_inner)
}
