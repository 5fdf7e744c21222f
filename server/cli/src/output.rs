//! The only way to standard output and standard error.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use anstream::{AutoStream, ColorChoice};

use crate::arguments::Color;

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
