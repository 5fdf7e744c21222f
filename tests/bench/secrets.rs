//! How fast a text is searched for secrets, with all grammars.

use std::path::{Path, PathBuf};
use std::time::Instant;

use tripline_workspace::{Disk, FileKind, FileSystem, SharedRules};

/// How often all texts are searched.
const ROUNDS: u32 = 5;

/// Searches the texts below the folder that an argument names, or below this project's own.
pub(crate) fn measure(rules: &SharedRules, arguments: &[String]) {
    let mut named = arguments.iter().map(PathBuf::from);
    let folder = named
        .rfind(|folder| folder.is_dir())
        .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../server"));
    let texts = texts(&folder);
    let bytes: usize = texts.iter().map(String::len).sum();
    let start = Instant::now();
    let mut found = 0;
    for _ in 0..ROUNDS {
        found = 0;
        for text in &texts {
            found += tripline_rules::scan_text(text, None, rules).len();
        }
    }
    let seconds = start.elapsed().as_secs_f64() / f64::from(ROUNDS);
    let megabytes = bytes as f64 / 1e6;
    println!(
        "secrets: {} files, {megabytes:.1} MB, {found} found, {:.0} MB/s on one core",
        texts.len(),
        megabytes / seconds
    );
}

fn texts(folder: &Path) -> Vec<String> {
    let found = Disk.walk(folder, &|_| true).into_iter().flatten();
    let programs = found.filter(|path| matches!(FileKind::of(path), Some(FileKind::Program(_))));
    programs
        .filter_map(|path| String::from_utf8(Disk.read(&path).ok()?).ok())
        .collect()
}
