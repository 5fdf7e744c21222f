//! The only way to standard output and standard error.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use anstream::{AutoStream, ColorChoice};

use terminal_size::{Height, Width, terminal_size};

use crate::arguments::Color;

/// The most columns of a line of text.
const WIDEST: usize = 100;

/// Standard output, without colours where they are not wanted.
pub(crate) struct Output {
    stream: BufWriter<AutoStream<StdoutLock<'static>>>,
    is_terminal: bool,
}

impl Output {
    /// Standard output, locked.
    pub(crate) fn stdout(color: Color) -> Self {
        let raw = io::stdout().lock();
        let is_terminal = raw.is_terminal();
        let choice = match color {
            Color::Auto => AutoStream::choice(&raw),
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Output {
            stream: BufWriter::new(AutoStream::new(raw, choice)),
            is_terminal,
        }
    }

    /// How many columns of text fit beside each other where a person reads along, and are still read with ease.
    pub(crate) fn width(&self) -> Option<usize> {
        let (Width(columns), _) = terminal_size().unwrap_or((Width(80), Height(24)));
        let columns = usize::from(columns).clamp(40, WIDEST);
        self.is_terminal.then_some(columns)
    }

    /// Whether a person reads along.
    pub(crate) fn is_terminal(&self) -> bool {
        self.is_terminal
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

/// Says on standard error what keeps the program from its work, a line each.
pub(crate) fn complain(message: &str) {
    for line in message.lines() {
        note(&format!("tripline: {line}"));
    }
}

/// Says a line on standard error.
pub(crate) fn note(line: &str) {
    // Nobody is left to tell of a closed standard error.
    let _closed = writeln!(io::stderr().lock(), "{line}");
}
