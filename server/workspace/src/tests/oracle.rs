//! Random edits of the programs in `tests/flow`, file moves among them: after each, every file is reported as in a program
//! that is analysed from scratch.

use std::collections::BTreeMap;
use std::fs;

use proptest::sample::Index;

use super::*;
use crate::db::{Content, Origin};
use crate::modules::ModuleTree;
use crate::program::{Member, Program};

const ROOT: &str = "/w";

/// Something that happens to a file.
#[derive(Clone, Debug)]
enum Step {
    /// A text is typed or pasted.
    Insert(Index, String),
    /// Lines of some file are pasted.
    Paste(Index, Index, usize),
    /// Bytes are deleted.
    Delete(Index, usize),
    /// The last edit is taken back.
    Undo,
    /// A function gets another name wherever the file mentions it.
    Rename(Index, bool),
    /// The file gets another name, or goes to the folder of another file.
    Move(Index, bool),
    /// It is saved and closed.
    Save,
    /// It is closed, and what was typed is lost.
    Discard,
    /// Another program changes it on the disk.
    Overwrite(Index),
    /// It is deleted.
    Remove,
}

fn step() -> impl Strategy<Value = (Index, Step)> {
    let typed = prop_oneof![
        Just("\n".to_owned()),
        Just("    ".to_owned()),
        Just("(".to_owned()),
        Just("\"".to_owned()),
        Just("}".to_owned()),
        Just(" + name".to_owned()),
        Just("return ".to_owned()),
        "[a-z.é(){},=]{1,5}",
    ];
    let at = any::<Index>;
    let step = prop_oneof![
        8 => (at(), typed).prop_map(|(at, text)| Step::Insert(at, text)),
        4 => (at(), at(), 1..6_usize).prop_map(|(at, from, lines)| Step::Paste(at, from, lines)),
        4 => (at(), 1..40_usize).prop_map(|(at, length)| Step::Delete(at, length)),
        6 => Just(Step::Undo),
        4 => (at(), any::<bool>()).prop_map(|(which, back)| Step::Rename(which, back)),
        2 => (at(), any::<bool>()).prop_map(|(to, stays)| Step::Move(to, stays)),
        1 => Just(Step::Save),
        1 => Just(Step::Discard),
        1 => at().prop_map(Step::Overwrite),
        1 => Just(Step::Remove),
    ];
    (at(), step)
}

/// A text before an edit, and the length of what the edit put there.
type Undone = (usize, String, usize);

/// An editor on a program.
struct Editor {
    host: Host,
    disk: Arc<Memory>,
    /// What can be taken back in the open files.
    history: BTreeMap<PathBuf, Vec<Undone>>,
    version: i32,
}

impl Editor {
    fn new(files: &[(PathBuf, String)]) -> Self {
        let disk = Arc::new(Memory::new());
        for (path, text) in files {
            disk.write(path, text);
        }
        let mut host = Host::new(Arc::clone(&disk) as _, SharedRules::builtin());
        host.set_roots(&[PathBuf::from(ROOT)]);
        let found = host.loader().program();
        host.add(found);
        host.report_across();
        Editor {
            host,
            disk,
            history: BTreeMap::new(),
            version: 1,
        }
    }

    fn paths(&self) -> Vec<PathBuf> {
        self.host.snapshot().paths().map(Path::to_owned).collect()
    }

    fn text(&self, path: &Path) -> String {
        self.host.snapshot().text(path).unwrap().to_string()
    }

    fn run(&mut self, file: Index, step: Step) {
        let paths = self.paths();
        if paths.is_empty() {
            return;
        }
        let path = file.get(paths.as_slice()).clone();
        let text = self.text(&path);
        match step {
            Step::Insert(at, inserted) => {
                let at = char_start(&text, at.index(text.len() + 1));
                self.edit(&path, at, 0, &inserted);
            }
            Step::Paste(at, from, lines) => {
                let at = line_start(&text, at.index(text.len() + 1));
                let other = self.text(&paths[from.index(paths.len())]);
                let start = line_start(&other, from.index(other.len() + 1));
                let pasted: String = other[start..].split_inclusive('\n').take(lines).collect();
                self.edit(&path, at, 0, &pasted);
            }
            Step::Delete(at, length) => {
                let at = char_start(&text, at.index(text.len() + 1));
                let end = char_start(&text, at + length);
                self.edit(&path, at, end - at, "");
            }
            Step::Undo => {
                if let Some((at, before, length)) = self.history.get_mut(&path).and_then(Vec::pop) {
                    self.replace(&path, at, length, &before);
                }
            }
            Step::Rename(which, back) => self.rename(&path, which, back),
            Step::Move(to, stays) => {
                let folder = if stays {
                    &path
                } else {
                    to.get(paths.as_slice())
                };
                let folder = folder.parent().unwrap();
                let name = path.file_name().unwrap().to_str().unwrap();
                let moved = folder.join(if stays {
                    format!("x_{name}")
                } else {
                    name.to_owned()
                });
                if !paths.contains(&moved) {
                    self.remove(&path);
                    self.write(&moved, &text);
                }
            }
            Step::Save => {
                self.disk.write(&path, &text);
                self.close(&path);
            }
            Step::Discard => self.close(&path),
            Step::Overwrite(from) => {
                let other = self.text(&paths[from.index(paths.len())]);
                self.write(&path, &other);
            }
            Step::Remove => self.remove(&path),
        }
    }

    /// An edit that can be taken back.
    fn edit(&mut self, path: &Path, at: usize, length: usize, inserted: &str) {
        let before = self.text(path)[at..at + length].to_owned();
        self.replace(path, at, length, inserted);
        let history = self.history.entry(path.to_owned()).or_default();
        history.push((at, before, inserted.len()));
    }

    fn replace(&mut self, path: &Path, at: usize, length: usize, inserted: &str) {
        let language = Language::from_path(path).unwrap();
        self.version += 1;
        if self.host.snapshot().version(path).is_none() {
            let text = self.text(path);
            self.host.open(path, language, self.version, &text);
        }
        let edit = TextEdit {
            range: at as u32..(at + length) as u32,
            text: inserted.to_owned(),
        };
        self.host.edit(path, self.version, &[edit]).unwrap();
    }

    fn rename(&mut self, path: &Path, which: Index, back: bool) {
        let text = self.text(path);
        let words: Vec<(usize, &str)> = text
            .match_indices(|c: char| !c.is_alphanumeric() && c != '_')
            .map(|(at, separator)| at + separator.len())
            .map(|at| (at, word(&text[at..])))
            .collect();
        let declared: Vec<&str> = words
            .windows(2)
            .filter(|pair| matches!(pair[0].1, "def" | "function" | "func" | "fn" | "class"))
            .map(|pair| pair[1].1)
            .filter(|name| !name.is_empty())
            .collect();
        if declared.is_empty() {
            return;
        }
        let name = *which.get(declared.as_slice());
        let renamed = match name.strip_suffix("_x").filter(|_| back) {
            Some(name) => name.to_owned(),
            None => format!("{name}_x"),
        };
        let places: Vec<usize> = words
            .iter()
            .filter(|(_, known)| *known == name)
            .map(|(at, _)| *at)
            .collect();
        let length = name.len();
        for at in places.into_iter().rev() {
            self.edit(path, at, length, &renamed);
        }
    }

    fn close(&mut self, path: &Path) {
        self.history.remove(path);
        self.host.close(path);
    }

    /// The file is there, with this text, and open in no editor.
    fn write(&mut self, path: &Path, text: &str) {
        self.disk.write(path, text);
        self.close(path);
        self.host.load(path).unwrap();
    }

    fn remove(&mut self, path: &Path) {
        self.disk.remove(path);
        self.close(path);
        self.host.remove(path);
    }

    /// The same files, analysed from scratch; the trees are those that the edits have left.
    fn analysed_anew(&self) -> Program {
        let snapshot = self.host.snapshot();
        let rules = SharedRules::builtin();
        let manifests: Vec<(PathBuf, String)> = self
            .disk
            .walk(Path::new(ROOT), &|_| true)
            .into_iter()
            .flatten()
            .filter(|path| ModuleTree::is_manifest(path))
            .map(|path| {
                let text = String::from_utf8(self.disk.read(&path).unwrap()).unwrap();
                (path, text)
            })
            .collect();
        let member = |path: &Path| {
            let language = Language::from_path(path).unwrap();
            let content = if snapshot.version(path).is_some() {
                Content::Open(snapshot.document(path).unwrap())
            } else {
                Content::Closed(language, snapshot.text(path).unwrap())
            };
            Member {
                path: path.to_owned(),
                name: snapshot.name(path).unwrap().to_owned(),
                content,
                settings: snapshot.settings(path).unwrap(),
                skipped: None,
                origin: Origin::Found,
                reports: true,
            }
        };
        let members = snapshot.paths().map(member).collect();
        let mut program = Program::new(&rules, members, &manifests);
        program.announce();
        program
    }
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}

fn line_start(text: &str, offset: usize) -> usize {
    let offset = char_start(text, offset);
    text[..offset].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The programs of several files of a language, each with the texts of its files.
fn programs(language: &str) -> Vec<Vec<(PathBuf, String)>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/flow");
    let mut programs = Vec::new();
    for kind in ["vulnerable", "safe"] {
        let mut folders: Vec<PathBuf> = fs::read_dir(corpus.join(language).join(kind))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_dir())
            .collect();
        folders.sort();
        for folder in folders {
            let mut files = Vec::new();
            collect(&folder, Path::new(ROOT), &mut files);
            files.sort();
            programs.push(files);
        }
    }
    programs
}

fn collect(folder: &Path, target: &Path, files: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let target = target.join(path.file_name().unwrap());
        if path.is_dir() {
            collect(&path, &target, files);
        } else {
            files.push((target, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Runs the steps in one of the programs of a language, and compares after each.
fn compare(
    language: &str,
    program: Index,
    steps: Vec<(Index, Step)>,
) -> Result<(), proptest::test_runner::TestCaseError> {
    let programs = programs(language);
    let mut editor = Editor::new(&programs[program.index(programs.len())]);
    for (file, step) in steps {
        let told = format!("{step:?}");
        editor.run(file, step);
        super::announce(&mut editor.host);
        let scratch = editor.analysed_anew();
        for path in editor.paths() {
            let snapshot = editor.host.snapshot();
            let report = snapshot.diagnostics(&path).unwrap().unwrap();
            let expected = scratch.report(&path).unwrap();
            prop_assert_eq!(&*report, &*expected, "{} after {}", path.display(), told);
        }
    }
    Ok(())
}

/// Each language is edited `CASES` times `STEPS` times at most.
const CASES: u32 = 48;
const STEPS: usize = 40;

fn steps() -> impl Strategy<Value = Vec<(Index, Step)>> {
    proptest::collection::vec(step(), 1..STEPS)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, ..ProptestConfig::default() })]

    #[test]
    fn python_programs_stay_as_from_scratch(program: Index, steps in steps()) {
        compare("python", program, steps)?;
    }

    #[test]
    fn javascript_programs_stay_as_from_scratch(program: Index, steps in steps()) {
        compare("javascript", program, steps)?;
    }

    #[test]
    fn typescript_programs_stay_as_from_scratch(program: Index, steps in steps()) {
        compare("typescript", program, steps)?;
    }

    #[test]
    fn go_programs_stay_as_from_scratch(program: Index, steps in steps()) {
        compare("go", program, steps)?;
    }

    #[test]
    fn rust_programs_stay_as_from_scratch(program: Index, steps in steps()) {
        compare("rust", program, steps)?;
    }
}
