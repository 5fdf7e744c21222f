//! The command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use tripline_rules::{Confidence, Severity};

/// Finds security problems while code is written, and fixes them with edits that it has proven.
#[derive(Debug, Parser)]
#[command(
    name = "tripline",
    version,
    propagate_version = true,
    after_help = "Exit codes: 0 nothing found, 1 something found, 2 the work could not be done."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to use colours.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Find security problems in files and folders.
    Scan(Box<ScanArguments>),
    /// Speak the language server protocol on standard input and output.
    Lsp {
        /// The only transport there is, which many clients name.
        #[arg(long, hide = true)]
        stdio: bool,
    },
    /// Show the page of a check: what it finds, why that is dangerous, how to fix it.
    Explain {
        /// Id of the check, as `rules list` shows it.
        id: String,
    },
    /// Show, test and describe the rules.
    #[command(subcommand)]
    Rules(RulesCommand),
    /// Write a commented tripline.toml.
    Init {
        /// The folder to write it to.
        #[arg(value_hint = ValueHint::DirPath, value_name = "FOLDER")]
        folder: Option<PathBuf>,
    },
    /// Write a small vulnerable project to a temporary folder, find its problems and fix them.
    Demo(DemoArguments),
    /// Show what is installed, what is configured and what would be scanned.
    Doctor {
        /// The folder that would be scanned.
        #[arg(value_hint = ValueHint::DirPath, value_name = "FOLDER")]
        folder: Option<PathBuf>,
    },
    /// Write the completions of this command line for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
}

/// What to scan and how to show it.
#[derive(Debug, Args)]
pub(crate) struct ScanArguments {
    /// Files and folders. A file that is named here is scanned even if it is ignored or excluded.
    #[arg(value_hint = ValueHint::AnyPath, value_name = "PATHS")]
    pub(crate) paths: Vec<PathBuf>,
    /// How to show what is found.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Show findings of this severity and above.
    #[arg(long, value_parser = severity())]
    pub(crate) severity: Option<Severity>,
    /// Show findings of this confidence and above [default: medium].
    #[arg(long, value_parser = confidence())]
    pub(crate) confidence: Option<Confidence>,
    /// Exit with 1 for shown findings of this severity and above [default: low].
    #[arg(long, value_name = "SEVERITY", value_parser = severity())]
    pub(crate) fail_on: Option<Severity>,
    /// Run this check alone; may be repeated.
    #[arg(long, value_name = "ID")]
    pub(crate) category: Vec<String>,
    #[command(flatten)]
    pub(crate) fixing: FixArguments,
    /// Scan the text on standard input.
    #[arg(long, requires = "path", conflicts_with_all = ["paths", "fix"])]
    pub(crate) stdin: bool,
    /// Path of the file that standard input stands for.
    #[arg(long, requires = "stdin", value_hint = ValueHint::FilePath)]
    pub(crate) path: Option<PathBuf>,
    /// Read this configuration instead of the nearest tripline.toml.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) config: Option<PathBuf>,
    /// How many threads to use; 0 for one a core.
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u16).range(..=512))]
    pub(crate) threads: u16,
    /// Show no progress bar.
    #[arg(long)]
    pub(crate) no_progress: bool,
}

/// What to do about the findings.
#[derive(Debug, Args)]
pub(crate) struct FixArguments {
    /// Apply the fixes that keep the behaviour for benign input, then show what remains.
    #[arg(long)]
    pub(crate) fix: bool,
    /// Show what --fix would change, and change nothing.
    #[arg(long, requires = "fix")]
    pub(crate) dry_run: bool,
    /// Apply the fixes as well that someone should review.
    #[arg(long, requires = "fix")]
    pub(crate) review_fixes: bool,
}

/// What to do with the rules.
#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// List the checks, or the rules of one.
    List(ListArguments),
    /// Run the examples of the checks, which are their tests.
    Test {
        /// Id of the only check to test.
        id: Option<String>,
    },
    /// Write the JSON Schema of a file format.
    Schema {
        /// The format.
        #[arg(value_enum)]
        format: SchemaFormat,
    },
}

/// Which checks to list.
#[derive(Debug, Args)]
pub(crate) struct ListArguments {
    /// Those with rules for this language: python, javascript (and typescript), go or rust.
    #[arg(long, value_name = "LANGUAGE", value_parser = ["python", "javascript", "typescript", "go", "rust"])]
    pub(crate) language: Option<String>,
    /// The rules of this check.
    #[arg(long, value_name = "ID")]
    pub(crate) class: Option<String>,
    /// Those that find this weakness: 89 or CWE-89.
    #[arg(long, value_name = "NUMBER", value_parser = cwe)]
    pub(crate) cwe: Option<u32>,
    /// Those with such a fix.
    #[arg(long, value_enum)]
    pub(crate) fix: Option<FixFilter>,
    /// How to show them.
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(crate) format: ListFormat,
}

/// Checks by their fixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FixFilter {
    /// One that keeps the behaviour for benign input.
    Safe,
    /// One that someone should review.
    Review,
    /// None at all.
    None,
}

/// How to show a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

fn cwe(text: &str) -> Result<u32, String> {
    let number = text
        .get(..4)
        .filter(|prefix| prefix.eq_ignore_ascii_case("cwe-"));
    let number = number.map_or(text, |prefix| &text[prefix.len()..]);
    number
        .parse()
        .map_err(|_| "a number is expected, as 89 or CWE-89".to_owned())
}

/// A file format with a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaFormat {
    /// A model of a library.
    Model,
    /// The front matter of a check.
    Check,
    /// Token grammars.
    Secrets,
    /// tripline.toml.
    Config,
}

/// How to run the demonstration.
#[derive(Debug, Args)]
pub(crate) struct DemoArguments {
    /// Keep the folder.
    #[arg(long)]
    pub(crate) keep: bool,
}

/// How to show what is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// For programs, in Tripline's own stable shape.
    Json,
    /// SARIF 2.1.0, for code scanning services.
    Sarif,
    /// Annotations of a GitHub Actions run.
    Github,
    /// The code quality report of GitLab.
    Gitlab,
    /// A test report.
    Junit,
    /// A table for a comment or a summary.
    Markdown,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal that wants them.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

fn severity() -> impl TypedValueParser<Value = Severity> {
    PossibleValuesParser::new(["low", "medium", "high", "critical"]).map(|name| {
        match name.as_str() {
            "critical" => Severity::Critical,
            "high" => Severity::High,
            "medium" => Severity::Medium,
            _ => Severity::Low,
        }
    })
}

fn confidence() -> impl TypedValueParser<Value = Confidence> {
    PossibleValuesParser::new(["low", "medium", "high"]).map(|name| match name.as_str() {
        "high" => Confidence::High,
        "medium" => Confidence::Medium,
        _ => Confidence::Low,
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_described_without_contradiction() {
        Arguments::command().debug_assert();
    }
}
