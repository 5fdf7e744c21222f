//! `tripline init`.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use tripline_workspace::config::FILE_NAME;

use crate::Outcome;
use crate::error::Error;
use crate::output::Output;
use crate::project::{absolute, current_folder};

const TEMPLATE: &str = r#"# Tripline's configuration. What is commented out shows the defaults, or an example.

# Findings below these are not shown: low, medium, high (and critical for the severity).
# severity-threshold = "low"
# confidence-threshold = "medium"

# The severity from which on `tripline scan` exits with 1.
# fail-on = "low"

# The only checks to run; `tripline rules list` shows all. Empty: every check.
# categories = []

# Files and folders to leave alone, as in .gitignore.
# exclude = []

# Idioms and functions that are safe here.
# allowlist = ["sqlalchemy.text with params"]

# Folders with models and checks of your own.
# rules = [".tripline"]

# A configuration to build on.
# extend = "../tripline.toml"

# Settings of one check.
# [checks."permissive-headers"]
# enabled = true
# severity = "high"
# exclude = ["tests/**"]
"#;

/// Writes a commented configuration, unless there is one.
pub(crate) fn run(folder: Option<&Path>, output: &mut Output) -> Result<Outcome, Error> {
    let current = current_folder()?;
    let path = absolute(&current, folder.unwrap_or(Path::new("."))).join(FILE_NAME);
    let file = OpenOptions::new().write(true).create_new(true).open(&path);
    let mut file = match file {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let message = format!("{} is there already; edit it", path.display());
            return Err(Error::Request(message));
        }
        Err(error) => return Err(Error::file("write", path, error)),
    };
    file.write_all(TEMPLATE.as_bytes())
        .map_err(|error| Error::file("write", &path, error))?;
    writeln!(output, "Wrote {}", path.display())?;
    Ok(Outcome::Clean)
}
