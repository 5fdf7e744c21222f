//! No row of a model without a program that needs it.
//!
//! A row is an entry of a model's lists: an alias, a type, a callable, an attribute, a method on an unknown receiver, a
//! parameter's conventional type, a conventional name of the library; and the placeholder of a driver. Programs are those
//! of `flow/` and the examples of the check pages. Each row in turn is taken out of the rules; some program of its language
//! must then be told something else: a finding more or less, at another confidence, in other words, with other steps, or
//! with another fix to offer.
//!
//! This proves that every row has an effect, and that some program shows it. It does not prove that what a row says is
//! right: that do the annotations of the programs, for what is shown by default. Nor does it ask for each name of a brace
//! list or each field of a row: one that is needed suffices. Which imports make a file consult a model is not asked.

use std::cmp::Reverse;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use tripline_ir::FileIr;
use tripline_ir::lower::lower;
use tripline_rules::check::Matcher;
use tripline_rules::model::{Binding, Model};
use tripline_rules::{Confidence, Finding, RuleSet, Rules, Source, Syntax, analyze, read};
use tripline_syntax::{Document, Language};

#[test]
fn every_row_of_a_model_is_needed_by_a_program() {
    let rules = rules();
    let mut unneeded = Vec::new();
    for family in ["go", "javascript", "python", "rust"] {
        unneeded.extend(Trial::of(&rules, family).unneeded());
    }
    unneeded.sort();
    assert!(
        unneeded.is_empty(),
        "{} rows that no program needs:\n{}",
        unneeded.len(),
        unneeded.join("\n")
    );
}

/// A list of a model's file.
#[derive(Clone, Copy, Debug)]
enum List {
    Aliases,
    Types,
    Callables,
    Attributes,
    Unresolved,
    ConventionalParameters,
    ConventionalNames,
    SqlPlaceholder,
}

impl List {
    const ALL: [List; 8] = [
        List::Aliases,
        List::Types,
        List::Callables,
        List::Attributes,
        List::Unresolved,
        List::ConventionalParameters,
        List::ConventionalNames,
        List::SqlPlaceholder,
    ];

    fn rows(self, model: &Model) -> Range<usize> {
        0..match self {
            List::Aliases => model.aliases.len(),
            List::Types => model.types.len(),
            List::Callables => model.callables.len(),
            List::Attributes => model.attributes.len(),
            List::Unresolved => model.unresolved.len(),
            List::ConventionalParameters => model.conventional_parameters.len(),
            List::ConventionalNames => model.conventional_names.len(),
            List::SqlPlaceholder => usize::from(model.sql_placeholder.is_some()),
        }
    }

    /// What people call the row.
    fn name(self, model: &Model, row: usize) -> &str {
        match self {
            List::Aliases => &model.aliases[row].name,
            List::Types => &model.types[row].name,
            List::Callables => &model.callables[row].name,
            List::Attributes => &model.attributes[row].name,
            List::Unresolved => &model.unresolved[row].method,
            List::ConventionalParameters => &model.conventional_parameters[row].name,
            List::ConventionalNames => &model.conventional_names[row],
            List::SqlPlaceholder => "sql_placeholder",
        }
    }

    fn remove(self, model: &mut Model, row: usize) {
        match self {
            List::Aliases => drop(model.aliases.remove(row)),
            List::Types => drop(model.types.remove(row)),
            List::Callables => drop(model.callables.remove(row)),
            List::Attributes => drop(model.attributes.remove(row)),
            List::Unresolved => drop(model.unresolved.remove(row)),
            List::ConventionalParameters => drop(model.conventional_parameters.remove(row)),
            List::ConventionalNames => drop(model.conventional_names.remove(row)),
            List::SqlPlaceholder => model.sql_placeholder = None,
        }
    }
}

/// A row: the model by its index, the list, the row by its index.
type Row = (usize, List, usize);

/// The programs of a family of languages, and the models that speak of them.
struct Trial {
    set: RuleSet,
    programs: Vec<Program>,
    told: Vec<Vec<Told>>,
}

impl Trial {
    fn of(rules: &RuleSet, family: &str) -> Trial {
        let mut set = rules.clone();
        set.models.retain(|file| file.language == family);
        for page in &mut set.checks {
            page.docs.clear();
            page.examples.clear();
            // Literals with telling names are found without any model.
            let is_modelled = |matcher: &Matcher| !matches!(matcher, Matcher::Secret(_));
            page.front.rules.retain(|rule| is_modelled(&rule.matcher));
        }
        let programs = programs(rules, family);
        let all = Rules::new(set.clone());
        let told = programs.iter().map(|program| program.told(&all)).collect();
        Trial {
            set,
            programs,
            told,
        }
    }

    /// The rows that no program needs, each as `file: list: name`.
    fn unneeded(&self) -> Vec<String> {
        let mut rows: Vec<Row> = Vec::new();
        for (index, file) in self.set.models.iter().enumerate() {
            for list in List::ALL {
                rows.extend(list.rows(&file.model).map(|row| (index, list, row)));
            }
        }
        let next = AtomicUsize::new(0);
        let unneeded = Mutex::new(Vec::new());
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    while let Some(row) = rows.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if !self.is_needed(*row) {
                            let mut unneeded =
                                unneeded.lock().unwrap_or_else(PoisonError::into_inner);
                            unneeded.push(self.describe(*row));
                        }
                    }
                });
            }
        });
        unneeded
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn is_needed(&self, (model, list, row): Row) -> bool {
        let words = self.words((model, list, row));
        let mut set = self.set.clone();
        list.remove(&mut set.models[model].model, row);
        let without = Rules::new(set);
        // Those that speak of the row's names come first: most rows are seen to be needed after a program or two.
        let mut programs: Vec<_> = self.programs.iter().zip(&self.told).collect();
        programs.sort_by_cached_key(|(program, _)| Reverse(program.mentions(&words)));
        programs
            .into_iter()
            .any(|(program, told)| program.told(&without) != *told)
    }

    /// The words of a row's name, and of its library's.
    fn words(&self, (model, list, row): Row) -> Vec<&str> {
        let model = &self.set.models[model].model;
        let names = model.imports.iter().map(String::as_str);
        names
            .chain([list.name(model, row)])
            .flat_map(|name| name.split(['.', '/', '{', '}', ',', '*']))
            .filter(|word| !word.is_empty())
            .collect()
    }

    fn describe(&self, (model, list, row): Row) -> String {
        let file = &self.set.models[model];
        let name = list.name(&file.model, row);
        format!("{}: {list:?}: {name}", file.path)
    }
}

/// A program, ready to be analysed.
struct Program {
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
    fn mentions(&self, words: &[&str]) -> usize {
        words
            .iter()
            .filter(|word| self.text.contains(**word))
            .count()
    }

    fn told(&self, rules: &Rules) -> Vec<Told> {
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
struct Told {
    rule: (String, String),
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
fn rules() -> RuleSet {
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

/// The programs of the corpus and the examples of the check pages in the languages of a family.
fn programs(rules: &RuleSet, family: &str) -> Vec<Program> {
    let is_in_family = |language: Language| {
        language.name() == family || family == "javascript" && language.is_ecmascript()
    };
    let mut programs = Vec::new();
    for file in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("flow")) {
        // The other files are manifests of programs of several files.
        if let Some(language) = Language::from_path(&file).filter(|known| is_in_family(*known)) {
            let name = file.file_name().expect("it is a file").to_string_lossy();
            let name = Some(name.into_owned());
            programs.push(Program::new(language, name, text_of(&file)));
        }
    }
    for example in rules.checks.iter().flat_map(|page| &page.examples) {
        let mut languages = Language::ALL.into_iter();
        let language = languages.find(|language| language.name() == example.language);
        if let Some(language) = language.filter(|language| is_in_family(*language)) {
            let (name, text) = (example.file.clone(), example.text.clone());
            programs.push(Program::new(language, name, text));
        }
    }
    programs
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
