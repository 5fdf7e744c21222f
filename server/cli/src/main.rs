//! The tripline program: the language server and the scanner on the command line.
//!
//! Invariants:
//! - No analysis happens here, and whatever this crate shows the language server can show too.
//! - What a command yields goes to standard output through [`output::Output`]; what keeps it from its work goes to
//!   standard error, and never among the findings.
//! - Exit code 0: nothing was found; 1: something was; 2: the work could not be done.
//! - A secret in a source file is masked before any format sees the text.

mod arguments;
mod demo;
mod doctor;
mod error;
mod explain;
mod format;
mod init;
mod output;
mod page;
mod patch;
mod project;
mod report;
mod rules;
mod scan;
mod source;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::thread;

use clap::{CommandFactory, Parser};
use tripline_workspace::STACK_BYTES;

use crate::arguments::{Arguments, Command};
use crate::error::Error;
use crate::output::{Output, complain};

/// For the parsers too, which are C: their memory comes from it where the platform lets `malloc` be replaced.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What a command that did its work tells the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing is wrong.
    Clean,
    /// Something was found.
    Findings,
    /// A part of the work could not be done, and was said on standard error.
    Incomplete,
    /// The language server ended with this exit code.
    Served(u8),
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Nobody is left to tell of a closed standard output.
            let _closed = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    log_to_stderr(&arguments.command);
    // Code nests deeper than the stack of a main thread bears.
    let worker = thread::Builder::new()
        .name("main".to_owned())
        .stack_size(STACK_BYTES)
        .spawn(move || run(arguments));
    let result = match worker.map(thread::JoinHandle::join) {
        Ok(Ok(result)) => result,
        Ok(Err(_panic)) => Err(Error::Internal),
        Err(error) => Err(Error::Output(error)),
    };
    match result {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Ok(Outcome::Incomplete) => ExitCode::from(2),
        Ok(Outcome::Served(code)) => ExitCode::from(code),
        // The reader has seen enough.
        Err(Error::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::from(2)
        }
    }
}

fn run(arguments: Arguments) -> Result<Outcome, Error> {
    let mut output = Output::stdout(arguments.color);
    let outcome = match arguments.command {
        Command::Scan(scan) => scan::run(&scan, &mut output)?,
        Command::Lsp { .. } => {
            drop(output);
            return Ok(Outcome::Served(tripline_lsp::run_stdio()));
        }
        Command::Explain { id } => explain::run(&id, &mut output)?,
        Command::Rules(command) => rules::run(&command, &mut output)?,
        Command::Init { folder } => init::run(folder.as_deref(), &mut output)?,
        Command::Demo(demo) => demo::run(&demo, &mut output)?,
        Command::Doctor { folder } => doctor::run(folder.as_deref(), &mut output)?,
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "tripline", &mut script);
            output.write_all(&script)?;
            Outcome::Clean
        }
    };
    output.flush()?;
    Ok(outcome)
}

/// Sends the log to standard error: what the command needs, unless `TRIPLINE_LOG` says otherwise.
///
/// A panic goes there as well, without its message, which may quote the analysed text.
fn log_to_stderr(command: &Command) {
    let default = match command {
        Command::Lsp { .. } => tripline_lsp::LOG_FILTER,
        _ => "error",
    };
    let filter = tracing_subscriber::EnvFilter::try_from_env("TRIPLINE_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new(default));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(io::stderr().is_terminal())
        .with_writer(io::stderr)
        .init();
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(
            place = place.as_deref().unwrap_or("unknown"),
            "internal error"
        );
    }));
}
