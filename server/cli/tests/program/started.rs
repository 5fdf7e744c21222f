//! Starts the program in a scratch folder.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A query built from a parameter, on line 5.
pub(crate) const INJECTION: &str = r#"import sqlite3


def find_user(cursor: sqlite3.Cursor, email):
    cursor.execute(f"SELECT * FROM users WHERE email='{email}'")
    return cursor.fetchone()
"#;

/// A token in the source.
pub(crate) const SECRET: &str = "API_KEY = \"sk-live-4f8a9c1e7b\"\n";

/// The value that nothing may show.
pub(crate) const SECRET_VALUE: &str = "sk-live-4f8a9c1e7b";

/// A folder with files, in which the program is started.
pub(crate) struct Folder {
    scratch: TempDir,
}

/// What a run of the program yields.
pub(crate) struct Run {
    /// Exit code; `None` if a signal ended the program.
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    /// With the folder's path replaced by `<folder>`.
    pub(crate) stderr: String,
}

impl Folder {
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let folder = Folder {
            scratch: TempDir::new().expect("a temporary folder"),
        };
        for (name, text) in files {
            folder.write(name, text.as_bytes());
        }
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.scratch.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a writable folder");
        fs::write(path, bytes).expect("a writable folder");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file of text")
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with_input(arguments, "")
    }

    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &str) -> Run {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        let input = input.to_owned();
        // A program that reads no input closes its end.
        let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
        let output = child.wait_with_output().expect("the program ends");
        let _closed = writer.join().expect("the writer does not panic");
        let folder = self.scratch.path().display().to_string();
        Run {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).expect("UTF-8"),
            stderr: String::from_utf8(output.stderr)
                .expect("UTF-8")
                .replace(&folder, "<folder>"),
        }
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tripline"));
        command
            .args(arguments)
            .current_dir(self.scratch.path())
            .env_remove("TRIPLINE_LOG");
        command
    }
}
