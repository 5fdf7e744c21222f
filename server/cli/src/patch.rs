//! What fixes do to files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use tripline_fix::{Companion, Scope, unified_diff};
use tripline_syntax::{Document, TextEdit, apply_edits};
use tripline_workspace::{Analysis, ScanReport, ScannedFile};

use crate::arguments::FixArguments;
use crate::error::Error;
use crate::output::Output;
use crate::project::Project;
use crate::report::secrets_in;
use crate::source::MaskedText;

/// Which fixes the command line asks for.
pub(crate) fn scope(arguments: &FixArguments) -> Scope {
    if arguments.review_fixes {
        Scope::SafeAndReview
    } else {
        Scope::SafeOnly
    }
}

/// What fixes do to the files of a project.
#[derive(Debug, Default)]
pub(crate) struct Patches {
    files: Vec<Patch>,
    /// Lines that other files should have, by file.
    companions: BTreeMap<PathBuf, BTreeSet<String>>,
}

#[derive(Debug)]
struct Patch {
    path: PathBuf,
    before: String,
    /// What is written: the new text with its byte order mark.
    after: Vec<u8>,
    text: String,
    /// How many findings are fixed.
    fixed: usize,
}

impl Patches {
    /// The proven fixes of what a scan found.
    pub(crate) fn of(project: &Project, scan: &ScanReport, scope: Scope) -> Self {
        let mut patches = Patches::default();
        let analysis = |file: &ScannedFile| scan.program.as_ref()?.analysis(&file.path);
        for file in &scan.files {
            let Some(source) = &file.source else {
                continue;
            };
            if file.report.shown().is_empty() {
                continue;
            }
            let Some(analysis) = analysis(file) else {
                continue;
            };
            // A proof analyses code that nobody wrote; an error in it costs the file's fixes and nothing else.
            let Ok(all) = catch_unwind(AssertUnwindSafe(|| analysis.fix_all(scope))) else {
                continue;
            };
            let (text, removed) = without_unused(&analysis, all.text);
            let fixed = all.applied.len() + removed;
            if fixed == 0 {
                continue;
            }
            for Companion { file, line } in all.companions {
                patches
                    .companions
                    .entry(project.root.join(file))
                    .or_default()
                    .insert(line);
            }
            patches.files.push(Patch {
                path: file.path.clone(),
                before: source.text.clone(),
                after: source.encode(&text),
                text,
                fixed,
            });
        }
        patches
    }

    /// Whether nothing is changed.
    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// How many findings are fixed.
    pub(crate) fn fixed(&self) -> usize {
        self.files.iter().map(|patch| patch.fixed).sum()
    }

    /// Writes the changes as a unified diff, secrets masked.
    pub(crate) fn show(&self, project: &Project, output: &mut Output) -> Result<(), Error> {
        for patch in &self.files {
            output.write_all(diff(project, &patch.path, &patch.before, &patch.text).as_bytes())?;
        }
        for (path, lines) in &self.companions {
            let before = fs::read_to_string(path).unwrap_or_default();
            let after = with_lines(&before, lines);
            output.write_all(diff(project, path, &before, &after).as_bytes())?;
        }
        Ok(())
    }

    /// Writes the changed files, each at once.
    pub(crate) fn apply(&self) -> Result<(), Error> {
        for patch in &self.files {
            let unchanged =
                fs::read(&patch.path).is_ok_and(|bytes| bytes.ends_with(patch.before.as_bytes()));
            if !unchanged {
                let message = format!(
                    "{} changed while it was fixed; run the scan again",
                    patch.path.display()
                );
                return Err(Error::Request(message));
            }
            replace(&patch.path, &patch.after)
                .map_err(|error| Error::file("write", &patch.path, error))?;
        }
        for (path, lines) in &self.companions {
            let before = match fs::read_to_string(path) {
                Ok(text) => text,
                Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
                Err(error) => return Err(Error::file("read", path, error)),
            };
            let after = with_lines(&before, lines);
            if after != before {
                fs::write(path, after).map_err(|error| Error::file("write", path, error))?;
            }
        }
        Ok(())
    }

    /// Says what was fixed.
    pub(crate) fn summarize(&self, project: &Project, output: &mut Output) -> Result<(), Error> {
        for patch in &self.files {
            let count = patch.fixed;
            let word = if count == 1 { "finding" } else { "findings" };
            writeln!(
                output,
                "Fixed {count} {word} in {}",
                project.shown(&patch.path)
            )?;
        }
        for path in self.companions.keys() {
            writeln!(
                output,
                "Wrote the names of the variables to {}",
                project.shown(path)
            )?;
        }
        writeln!(output)?;
        Ok(())
    }
}

/// The text of a file without the suppressions in it that suppress nothing, and how many these were.
fn without_unused(analysis: &Analysis, text: String) -> (String, usize) {
    let document = Document::parse(analysis.document.language(), &text);
    let report = analysis.report_of(&document);
    let unused = &report.unused_suppressions;
    let edits: Vec<TextEdit> = unused
        .iter()
        .flat_map(|unused| unused.edits.iter().cloned())
        .collect();
    let removed = unused
        .iter()
        .filter(|unused| !unused.edits.is_empty())
        .count();
    match apply_edits(&text, &edits) {
        Ok(text) => (text, removed),
        Err(_) => (text, 0),
    }
}

/// The difference of two versions of a file, secrets masked.
fn diff(project: &Project, path: &Path, before: &str, after: &str) -> String {
    let masked = |text| MaskedText::new(text, &secrets_in(project, path, text));
    let (before, after) = (masked(before), masked(after));
    unified_diff(&project.shown(path), before.text(), after.text())
}

/// The text with lines appended that it has no entry for.
fn with_lines(text: &str, lines: &BTreeSet<String>) -> String {
    let mut result = text.to_owned();
    for line in lines {
        let key = line.split('=').next().unwrap_or(line);
        let has_entry = result
            .lines()
            .any(|known| known.split('=').next().map(str::trim) == Some(key));
        if has_entry {
            continue;
        }
        if !result.is_empty() && !result.ends_with('\n') {
            result.push('\n');
        }
        result.push_str(line);
        result.push('\n');
    }
    result
}

/// Replaces the content of a file at once: readers see the old or the new one. Keeps its permissions; a link stays one.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path)?;
    let folder = target.parent().unwrap_or(Path::new("."));
    let permissions = fs::metadata(&target)?.permissions();
    let mut scratch = tempfile::NamedTempFile::new_in(folder)?;
    scratch.write_all(bytes)?;
    scratch.as_file().set_permissions(permissions)?;
    scratch.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_added_once() {
        let lines = BTreeSet::from(["API_KEY=".to_owned(), "TOKEN=".to_owned()]);
        assert_eq!(with_lines("TOKEN=x", &lines), "TOKEN=x\nAPI_KEY=\n");
        assert_eq!(
            with_lines("API_KEY=\nTOKEN=\n", &lines),
            "API_KEY=\nTOKEN=\n"
        );
    }
}
