//! What keeps a command from its work.

use std::fmt;
use std::io;
use std::path::PathBuf;

use tripline_workspace::ConfigProblem;

/// What keeps a command from its work, as one sentence with the next step.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// The configuration or a rule file is wrong.
    #[error("{}", Problems(.0))]
    Config(Vec<ConfigProblem>),
    /// No check has this id.
    #[error("no check has the id `{id}`{}", closest.as_deref().map_or_else(
        || "; `tripline rules list` shows all".to_owned(),
        |closest| format!("; did you mean `{closest}`?"),
    ))]
    UnknownCheck {
        /// The id as given.
        id: String,
        /// The id that was probably meant.
        closest: Option<String>,
    },
    /// A file or folder cannot be used.
    #[error("cannot {action} {}: {source}", path.display())]
    File {
        /// What was to be done: "read".
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// The request makes no sense; the text says why and what does.
    #[error("{0}")]
    Request(String),
    /// Standard output or input failed.
    #[error("cannot write the output: {0}")]
    Output(#[from] io::Error),
    /// An error of this program.
    #[error("internal error; set TRIPLINE_LOG=debug and report what is logged")]
    Internal,
}

impl Error {
    pub(crate) fn file(action: &'static str, path: impl Into<PathBuf>, source: io::Error) -> Self {
        Error::File {
            action,
            path: path.into(),
            source,
        }
    }
}

/// Problems, a line each.
struct Problems<'a>(&'a [ConfigProblem]);

impl fmt::Display for Problems<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}
