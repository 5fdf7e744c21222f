//! Files: reading, walking, and telling what is not worth an analysis.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, RwLock};

use ignore::gitignore::GitignoreBuilder;
use ignore::{WalkBuilder, WalkState};
use tripline_syntax::{Language, MAX_FILE_BYTES};

/// How much of a file is looked at to tell whether it is binary or generated, in bytes.
const HEAD_BYTES: usize = 8 * 1024;

/// Folders that hold other people's code.
const VENDORED: [&str; 12] = [
    "node_modules",
    "bower_components",
    "jspm_packages",
    "vendor",
    "third_party",
    "site-packages",
    "dist-packages",
    "__pypackages__",
    ".venv",
    "venv",
    "Godeps",
    ".yarn",
];

/// Endings of the names of files that tools write.
const GENERATED: [&str; 11] = [
    ".pb.go",
    ".pb.gw.go",
    "_pb2.py",
    "_pb2_grpc.py",
    "_pb.js",
    "_pb.d.ts",
    ".d.ts",
    ".d.mts",
    ".d.cts",
    ".bundle.js",
    ".generated.ts",
];

/// Endings of the names of files that a minifier writes.
const MINIFIED: [&str; 4] = [".min.js", ".min.mjs", ".min.cjs", "-min.js"];

/// Extensions of texts in which secrets are looked for.
const TEXTS: [&str; 36] = [
    "bash",
    "cfg",
    "cnf",
    "conf",
    "config",
    "cs",
    "dockerfile",
    "env",
    "envrc",
    "git-credentials",
    "gradle",
    "hcl",
    "http",
    "ini",
    "ipynb",
    "java",
    "json",
    "key",
    "kts",
    "netrc",
    "npmrc",
    "pem",
    "php",
    "properties",
    "ps1",
    "pypirc",
    "rb",
    "rs",
    "sh",
    "sql",
    "tf",
    "tfvars",
    "toml",
    "xml",
    "yaml",
    "yml",
];

/// Hidden files and folders that hold settings.
const SETTINGS: [&str; 10] = [
    ".circleci",
    ".env",
    ".envrc",
    ".git-credentials",
    ".github",
    ".gitlab-ci.yml",
    ".netrc",
    ".npmrc",
    ".pypirc",
    ".travis.yml",
];

/// The only way in which this crate reads files.
///
/// Paths are absolute.
pub trait FileSystem: Send + Sync {
    /// The bytes of a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// What stands at a path, symbolic links followed.
    fn metadata(&self, path: &Path) -> io::Result<Metadata>;

    /// The files below the folder `root`, sorted by path, without those that `.gitignore` and `.ignore` files exclude
    /// (inside and outside of git repositories alike), hidden ones, and what lies in folders that `enter` refuses.
    /// Symbolic links are not followed.
    fn walk(
        &self,
        root: &Path,
        enter: &(dyn Fn(&Path) -> bool + Sync),
    ) -> Vec<Result<PathBuf, UnreadablePath>>;
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metadata {
    /// A file of so many bytes.
    File(u64),
    /// A folder.
    Folder,
}

/// A path that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("cannot read {}: {reason}", path.display())]
pub struct UnreadablePath {
    /// The path.
    pub path: PathBuf,
    /// What the operating system says.
    pub reason: String,
}

impl UnreadablePath {
    /// The path with the error that reading it gave.
    pub fn new(path: &Path, error: &io::Error) -> Self {
        UnreadablePath {
            path: path.to_owned(),
            reason: error.to_string(),
        }
    }
}

/// Why a file is not analysed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SkipReason {
    /// It lies in a folder of other people's code.
    Vendored,
    /// A tool wrote it.
    Generated,
    /// A minifier wrote it.
    Minified,
    /// It is no text.
    Binary,
    /// It is text, but not UTF-8.
    NotUtf8,
    /// It is larger than `max-file-size`, or than [`MAX_FILE_BYTES`].
    TooLarge,
    /// The configuration excludes it.
    Excluded,
    /// The configuration turns the analysis off.
    Disabled,
}

impl fmt::Display for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            SkipReason::Vendored => "vendored",
            SkipReason::Generated => "generated",
            SkipReason::Minified => "minified",
            SkipReason::Binary => "binary",
            SkipReason::NotUtf8 => "not UTF-8",
            SkipReason::TooLarge => "too large",
            SkipReason::Excluded => "excluded by the configuration",
            SkipReason::Disabled => "disabled by the configuration",
        })
    }
}

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    /// The text without its byte order mark: offsets count from the first character after it, as in editors.
    pub text: String,
    /// Whether the file starts with the byte order mark of UTF-8, which whoever writes the file back restores.
    pub has_bom: bool,
}

impl SourceText {
    /// The bytes of the file when its text is `text`.
    pub fn encode(&self, text: &str) -> Vec<u8> {
        let bom: &[u8] = if self.has_bom { b"\xEF\xBB\xBF" } else { b"" };
        [bom, text.as_bytes()].concat()
    }
}

/// What a file holds, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A program.
    Program(Language),
    /// A text in which only secrets are looked for: configuration, data, a shell script.
    Text,
}

impl FileKind {
    /// What the file at `path` holds; `None` if nothing is looked for in it.
    pub fn of(path: &Path) -> Option<Self> {
        if let Some(language) = Language::from_path(path) {
            return Some(FileKind::Program(language));
        }
        let name = path.file_name()?.to_str()?.to_ascii_lowercase();
        let is_lock = ["-lock.json", "-lock.yaml"]
            .iter()
            .any(|ending| name.ends_with(ending));
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let is_named =
            name == ".env" || name.starts_with(".env.") || name.starts_with("dockerfile");
        let is_text = is_named || name.ends_with("makefile") || TEXTS.contains(&extension);
        (is_text && !is_lock).then_some(FileKind::Text)
    }
}

/// Why a file has no text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It cannot be read.
    #[error(transparent)]
    Unreadable(#[from] UnreadablePath),
    /// It is not analysed.
    #[error("skipped: {0}")]
    Skipped(SkipReason),
}

/// Reads the text of a file of at most `max_bytes` bytes.
pub fn read_source(
    files: &dyn FileSystem,
    path: &Path,
    max_bytes: usize,
) -> Result<SourceText, ReadError> {
    let limit = max_bytes.min(MAX_FILE_BYTES);
    let unreadable = |error: &io::Error| ReadError::Unreadable(UnreadablePath::new(path, error));
    if let Metadata::File(length) = files.metadata(path).map_err(|error| unreadable(&error))?
        && length > limit as u64
    {
        return Err(ReadError::Skipped(SkipReason::TooLarge));
    }
    let bytes = files.read(path).map_err(|error| unreadable(&error))?;
    if bytes.len() > limit {
        return Err(ReadError::Skipped(SkipReason::TooLarge));
    }
    decode(bytes).map_err(ReadError::Skipped)
}

/// The text of a file of these bytes.
pub fn decode(mut bytes: Vec<u8>) -> Result<SourceText, SkipReason> {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(SkipReason::NotUtf8);
    }
    if bytes[..bytes.len().min(HEAD_BYTES)].contains(&0) {
        return Err(SkipReason::Binary);
    }
    let has_bom = bytes.starts_with(b"\xEF\xBB\xBF");
    if has_bom {
        bytes.drain(..3);
    }
    let text = String::from_utf8(bytes).map_err(|_| SkipReason::NotUtf8)?;
    Ok(SourceText { text, has_bom })
}

/// Whether a folder of this name holds other people's code.
pub fn is_vendored(folder: &OsStr) -> bool {
    folder.to_str().is_some_and(|name| VENDORED.contains(&name))
}

/// Whether a path, seen from `root`, lies in a folder of other people's code.
pub fn lies_in_vendored(root: &Path, path: &Path) -> bool {
    let below = path.strip_prefix(root).unwrap_or(path);
    below
        .parent()
        .is_some_and(|folder| folder.iter().any(is_vendored))
}

/// Why a source file of this name and text is not worth an analysis, if so: nobody wrote it.
pub fn machine_written(path: &Path, language: Language, text: &str) -> Option<SkipReason> {
    let name = path
        .file_name()
        .and_then(OsStr::to_str)
        .unwrap_or_default()
        .to_ascii_lowercase();
    let ends_with = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if ends_with(&MINIFIED) || language.is_ecmascript() && looks_minified(text) {
        return Some(SkipReason::Minified);
    }
    (ends_with(&GENERATED) || says_generated(text)).then_some(SkipReason::Generated)
}

/// Whether a comment at the start of the text says that a tool wrote it, in [Go's convention] or with `@generated`.
///
/// [Go's convention]: https://pkg.go.dev/cmd/go#hdr-Generate_Go_files_by_processing_source
fn says_generated(text: &str) -> bool {
    let head = &text.as_bytes()[..text.len().min(HEAD_BYTES)];
    String::from_utf8_lossy(head)
        .lines()
        .map(str::trim)
        .any(|line| {
            let comment = line.strip_prefix("//").or_else(|| line.strip_prefix('#'));
            let comment = comment
                .or_else(|| line.strip_prefix("/*"))
                .or_else(|| line.strip_prefix('*'));
            comment.map(str::trim).is_some_and(|comment| {
                comment.starts_with("Code generated ") && comment.contains("DO NOT EDIT")
                    || comment.starts_with("@generated")
                    || comment.starts_with("* @generated")
            })
        })
}

/// Whether the lines are far longer than people write them.
fn looks_minified(text: &str) -> bool {
    const MIN_BYTES: usize = 4 * 1024;
    const MAX_AVERAGE: usize = 400;
    if text.len() < MIN_BYTES {
        return false;
    }
    let has_few_lines = text.lines().nth(text.len() / (MAX_AVERAGE + 1)).is_none();
    if has_few_lines {
        return true;
    }
    // A part of a line that is so long holds no line break.
    let mut parts = text.as_bytes().chunks(MIN_BYTES);
    let is_long = parts.any(|part| part.len() == MIN_BYTES && !part.contains(&b'\n'));
    let longest = || text.lines().map(str::len).max().unwrap_or(0);
    is_long && longest() > (text.len() / 2).max(5 * MIN_BYTES)
}

/// Whether the walk passes over a file or folder of this name. Secrets are looked for in what holds settings, though hidden.
fn is_hidden(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.') && !name.starts_with(".env.") && !SETTINGS.contains(&&*name)
}

/// The files of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl FileSystem for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        std::fs::read(path)
    }

    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        let metadata = std::fs::metadata(path)?;
        Ok(if metadata.is_dir() {
            Metadata::Folder
        } else {
            Metadata::File(metadata.len())
        })
    }

    fn walk(
        &self,
        root: &Path,
        enter: &(dyn Fn(&Path) -> bool + Sync),
    ) -> Vec<Result<PathBuf, UnreadablePath>> {
        let found = Mutex::new(Vec::new());
        let push = |result| {
            found
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(result);
        };
        let walk = WalkBuilder::new(root)
            .hidden(false)
            .require_git(false)
            .git_global(false) // a setting of this machine, which must not decide what is found
            .build_parallel();
        walk.run(|| {
            Box::new(|entry| {
                let entry = match entry {
                    Ok(entry) => entry,
                    Err(error) => {
                        push(Err(unreadable_entry(root, &error)));
                        return WalkState::Continue;
                    }
                };
                if entry.depth() > 0 && is_hidden(entry.file_name()) {
                    return WalkState::Skip;
                }
                match entry.file_type() {
                    Some(kind) if kind.is_dir() && entry.depth() > 0 && !enter(entry.path()) => {
                        WalkState::Skip
                    }
                    Some(kind) if kind.is_file() => {
                        push(Ok(entry.into_path()));
                        WalkState::Continue
                    }
                    _ => WalkState::Continue,
                }
            })
        });
        let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
        found.sort_by(|a, b| walked_path(a).cmp(walked_path(b)));
        found
    }
}

fn walked_path(entry: &Result<PathBuf, UnreadablePath>) -> &Path {
    match entry {
        Ok(path) => path,
        Err(unreadable) => &unreadable.path,
    }
}

/// The path in an error of the walk, which says it in one of its layers.
fn unreadable_entry(root: &Path, error: &ignore::Error) -> UnreadablePath {
    match error {
        ignore::Error::WithPath { path, err } => UnreadablePath {
            path: path.clone(),
            reason: reason(err),
        },
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            unreadable_entry(root, err)
        }
        ignore::Error::Loop { child, .. } => UnreadablePath {
            path: child.clone(),
            reason: reason(error),
        },
        _ => UnreadablePath {
            path: root.to_owned(),
            reason: reason(error),
        },
    }
}

fn reason(error: &ignore::Error) -> String {
    error
        .io_error()
        .map_or_else(|| error.to_string(), ToString::to_string)
}

/// Files in memory, for tests and for embedding.
#[derive(Debug, Default)]
pub struct Memory {
    files: RwLock<BTreeMap<PathBuf, Vec<u8>>>,
    unreadable: RwLock<Vec<PathBuf>>,
}

impl Memory {
    /// No files.
    pub fn new() -> Self {
        Memory::default()
    }

    /// Files of these paths and texts.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let memory = Memory::new();
        for (path, text) in files {
            memory.write(path, text);
        }
        memory
    }

    /// Writes a file.
    pub fn write(&self, path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) {
        let mut files = self.files.write().unwrap_or_else(PoisonError::into_inner);
        files.insert(path.as_ref().to_owned(), bytes.as_ref().to_vec());
    }

    /// Removes a file.
    pub fn remove(&self, path: impl AsRef<Path>) {
        self.files
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(path.as_ref());
    }

    /// Makes reading a file fail from here on, as if its permissions forbade it.
    pub fn forbid(&self, path: impl AsRef<Path>) {
        self.unreadable
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .push(path.as_ref().to_owned());
    }

    fn is_ignored(&self, root: &Path, path: &Path, is_folder: bool) -> bool {
        if path
            .strip_prefix(root)
            .is_ok_and(|below| below.iter().any(is_hidden))
        {
            return true;
        }
        let verdict = path.ancestors().skip(1).find_map(|folder| {
            [".ignore", ".gitignore"].iter().find_map(|name| {
                let lines = self.read(&folder.join(name)).ok()?;
                let mut builder = GitignoreBuilder::new(folder);
                for line in String::from_utf8_lossy(&lines).lines() {
                    builder.add_line(None, line).ok()?;
                }
                match builder.build().ok()?.matched(path, is_folder) {
                    ignore::Match::None => None,
                    ignore::Match::Ignore(_) => Some(true),
                    ignore::Match::Whitelist(_) => Some(false),
                }
            })
        });
        verdict.unwrap_or(false)
    }
}

impl FileSystem for Memory {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        if self
            .unreadable
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .any(|forbidden| forbidden == path)
        {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let files = self.files.read().unwrap_or_else(PoisonError::into_inner);
        files
            .get(path)
            .cloned()
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        let files = self.files.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = files.get(path) {
            return Ok(Metadata::File(bytes.len() as u64));
        }
        let holds_files = files
            .range(path.to_owned()..)
            .next()
            .is_some_and(|(file, _)| file.starts_with(path));
        if holds_files {
            Ok(Metadata::Folder)
        } else {
            Err(io::ErrorKind::NotFound.into())
        }
    }

    fn walk(
        &self,
        root: &Path,
        enter: &(dyn Fn(&Path) -> bool + Sync),
    ) -> Vec<Result<PathBuf, UnreadablePath>> {
        let files: Vec<PathBuf> = {
            let files = self.files.read().unwrap_or_else(PoisonError::into_inner);
            files
                .keys()
                .filter(|path| path.starts_with(root))
                .cloned()
                .collect()
        };
        let mut folders = BTreeMap::new();
        let mut found: Vec<_> = files
            .into_iter()
            .filter(|path| {
                let mut above: Vec<&Path> = path
                    .ancestors()
                    .skip(1)
                    .take_while(|folder| *folder != root)
                    .collect();
                above.reverse();
                let entered = above.into_iter().all(|folder| {
                    *folders
                        .entry(folder.to_owned())
                        .or_insert_with(|| !self.is_ignored(root, folder, true) && enter(folder))
                });
                entered && !self.is_ignored(root, path, false)
            })
            .map(Ok)
            .collect();
        found.sort();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(files: &Memory, root: &str) -> Vec<String> {
        let enter = |folder: &Path| !folder.file_name().is_some_and(is_vendored);
        let found = files.walk(Path::new(root), &enter);
        found
            .into_iter()
            .map(|path| path.unwrap().display().to_string())
            .collect()
    }

    #[test]
    fn a_walk_passes_over_what_is_ignored_hidden_or_vendored() {
        let files = Memory::with(&[
            ("/w/.gitignore", "build/\n*.gen.py\n!keep.gen.py\n"),
            ("/w/a.py", ""),
            ("/w/a.gen.py", ""),
            ("/w/keep.gen.py", ""),
            ("/w/build/b.py", ""),
            ("/w/sub/build/b.py", ""),
            ("/w/.hidden/c.py", ""),
            ("/w/.env", ""),
            ("/w/node_modules/d.js", ""),
            ("/w/sub/.ignore", "e.py\n"),
            ("/w/sub/e.py", ""),
            ("/w/sub/f.py", ""),
            ("/other/g.py", ""),
        ]);
        assert_eq!(
            walked(&files, "/w"),
            ["/w/.env", "/w/a.py", "/w/keep.gen.py", "/w/sub/f.py"]
        );
    }

    #[test]
    fn the_disk_is_walked_like_memory() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for (path, text) in [
            (".gitignore", "build/\n"),
            ("a.py", ""),
            ("build/b.py", ""),
            (".hidden/c.py", ""),
            (".env", ""),
            (".github/ci.yml", ""),
            ("node_modules/d.js", ""),
            ("sub/e.py", "x"),
        ] {
            let path = root.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let enter = |folder: &Path| !folder.file_name().is_some_and(is_vendored);
        let found: Vec<_> = Disk
            .walk(root, &enter)
            .into_iter()
            .map(Result::unwrap)
            .collect();
        assert_eq!(
            found,
            [
                root.join(".env"),
                root.join(".github/ci.yml"),
                root.join("a.py"),
                root.join("sub/e.py")
            ]
        );
        assert_eq!(Disk.metadata(&root.join("sub")).unwrap(), Metadata::Folder);
        assert_eq!(
            Disk.metadata(&root.join("sub/e.py")).unwrap(),
            Metadata::File(1)
        );
        let missing = Disk.walk(&root.join("missing"), &enter);
        assert_eq!(missing.len(), 1);
        assert!(missing[0].is_err());
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        let source = decode(b"\xEF\xBB\xBFx = 1".to_vec()).unwrap();
        assert_eq!(
            source,
            SourceText {
                text: "x = 1".to_owned(),
                has_bom: true
            }
        );
        assert_eq!(source.encode("y"), b"\xEF\xBB\xBFy");
    }

    #[test]
    fn what_is_no_utf8_text_is_told_apart() {
        assert_eq!(decode(b"\x00\x01".to_vec()), Err(SkipReason::Binary));
        assert_eq!(decode(b"caf\xE9".to_vec()), Err(SkipReason::NotUtf8));
        assert_eq!(decode(b"\xFF\xFEa\x00".to_vec()), Err(SkipReason::NotUtf8));
    }

    #[test]
    fn a_file_above_the_limit_is_not_read() {
        let files = Memory::with(&[("/w/a.py", "0123456789")]);
        let read = |limit| read_source(&files, Path::new("/w/a.py"), limit);
        assert_eq!(read(9), Err(ReadError::Skipped(SkipReason::TooLarge)));
        assert_eq!(read(10).unwrap().text, "0123456789");
    }

    #[test]
    fn an_unreadable_file_is_an_error_with_its_path() {
        let files = Memory::with(&[("/w/a.py", "")]);
        files.forbid("/w/a.py");
        let error = read_source(&files, Path::new("/w/a.py"), 100).unwrap_err();
        assert_eq!(error.to_string(), "cannot read /w/a.py: permission denied");
    }

    #[test]
    fn machine_written_files_are_recognised() {
        let of = |path: &str, text: &str| {
            let language = Language::from_path(Path::new(path)).unwrap();
            machine_written(Path::new(path), language, text)
        };
        assert_eq!(of("a.py", "x = 1\n"), None);
        assert_eq!(
            of(
                "a.go",
                "// Code generated by protoc. DO NOT EDIT.\n\npackage a\n"
            ),
            Some(SkipReason::Generated)
        );
        assert_eq!(
            of("a.ts", "/**\n * @generated by a tool\n */\n"),
            Some(SkipReason::Generated)
        );
        assert_eq!(
            of("a.py", "NOTE = 'Code generated by x DO NOT EDIT'\n"),
            None
        );
        assert_eq!(of("api_pb2.py", ""), Some(SkipReason::Generated));
        assert_eq!(of("types.d.ts", ""), Some(SkipReason::Generated));
        assert_eq!(of("jquery.min.js", ""), Some(SkipReason::Minified));
        assert_eq!(
            of("bundle.js", &"a=1;".repeat(3000)),
            Some(SkipReason::Minified)
        );
        assert_eq!(of("long.js", &"const a = 1;\n".repeat(3000)), None);
        assert_eq!(of("data.py", &"a=1;".repeat(3000)), None);
    }

    #[test]
    fn the_kind_of_a_file_follows_from_its_name() {
        let kind = |name: &str| FileKind::of(Path::new(name));
        assert_eq!(kind("a/b.PY"), Some(FileKind::Program(Language::Python)));
        for name in [
            ".env",
            ".env.local",
            "prod.env",
            "Dockerfile",
            "a.yml",
            "Makefile",
            "deploy.sh",
            ".npmrc",
            "api.dockerfile",
            "server.pem",
        ] {
            assert_eq!(kind(name), Some(FileKind::Text), "{name}");
        }
        for name in [
            "package-lock.json",
            "Cargo.lock",
            "README.md",
            "logo.png",
            "LICENSE",
        ] {
            assert_eq!(kind(name), None, "{name}");
        }
    }

    #[test]
    fn a_vendored_folder_counts_below_the_root_alone() {
        let root = Path::new("/home/vendor/project");
        assert!(!lies_in_vendored(
            root,
            Path::new("/home/vendor/project/a.go")
        ));
        assert!(lies_in_vendored(
            root,
            Path::new("/home/vendor/project/vendor/x/a.go")
        ));
        assert!(!lies_in_vendored(
            root,
            Path::new("/home/vendor/project/vendor.go")
        ));
    }
}
