//! The words of a command, as a POSIX shell splits it.
//!
//! It accepts what it is sure of: a command that asks anything of the shell but to run one program, with what the text says
//! as its arguments, has no words here.

/// A character of a command, or something that is inserted into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Symbol<'t> {
    /// Text of the program.
    Char(char),
    /// A constant of the program, by its index.
    Constant(usize, &'t str),
    /// A value, by its index.
    Hole(usize),
}

/// A part of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Text(String),
    /// The constant of an index, and its text.
    Constant(usize, String),
    Hole {
        index: usize,
        /// It stands in quotes: it is a part of one word whatever it holds.
        is_quoted: bool,
    },
}

/// What is in a shell, and no program that could be run without one.
const BUILTINS: &[&str] = &[
    ".", ":", "alias", "bg", "break", "builtin", "case", "cd", "command", "continue", "coproc",
    "declare", "do", "done", "elif", "else", "esac", "eval", "exec", "exit", "export", "fg", "fi",
    "for", "function", "getopts", "hash", "if", "in", "jobs", "let", "local", "popd", "pushd",
    "read", "readonly", "return", "select", "set", "shift", "shopt", "source", "then", "time",
    "times", "trap", "type", "typeset", "ulimit", "umask", "unalias", "unset", "until", "wait",
    "while",
];

/// Programs that are scripts on Windows, where a shell alone finds them.
const SCRIPTS: &[&str] = &[
    "bower", "composer", "eslint", "gradle", "grunt", "gulp", "jest", "mvn", "next", "node-gyp",
    "npm", "npx", "pnpm", "prettier", "tsc", "vite", "webpack", "yarn",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Quote {
    None,
    Single,
    Double,
}

/// The words of a command, the first of which is the name of a program; `None` where a shell may make something else of it.
pub(crate) fn words(symbols: &[Symbol<'_>]) -> Option<Vec<Vec<Piece>>> {
    let mut words: Vec<Vec<Piece>> = Vec::new();
    let mut word: Option<Vec<Piece>> = None;
    let mut quote = Quote::None;
    for symbol in trimmed(symbols) {
        match (*symbol, quote) {
            (Symbol::Char(' ' | '\t'), Quote::None) => words.extend(word.take()),
            (Symbol::Char('\''), Quote::None) => {
                quote = Quote::Single;
                word.get_or_insert_default();
            }
            (Symbol::Char('"'), Quote::None) => {
                quote = Quote::Double;
                word.get_or_insert_default();
            }
            (Symbol::Char('\''), Quote::Single) | (Symbol::Char('"'), Quote::Double) => {
                quote = Quote::None;
            }
            (Symbol::Char(character), quote) => {
                let is_first = word.is_none();
                if !is_plain(character, quote, is_first) {
                    return None;
                }
                push(word.get_or_insert_default(), character);
            }
            (Symbol::Constant(index, text), _) => {
                let is_plain = |character| is_plain(character, Quote::None, true);
                let is_blank = |character: char| character.is_whitespace();
                if text.is_empty() || !text.chars().all(is_plain) || text.contains(is_blank) {
                    return None;
                }
                let piece = Piece::Constant(index, text.to_owned());
                word.get_or_insert_default().push(piece);
            }
            (Symbol::Hole(index), quote) => word.get_or_insert_default().push(Piece::Hole {
                index,
                is_quoted: quote != Quote::None,
            }),
        }
    }
    words.extend(word);
    if quote != Quote::None {
        return None;
    }
    let program = text_of(words.first()?)?;
    let name = program.rsplit('/').next()?;
    let is_program = !name.is_empty()
        && !program.contains('=')
        && !BUILTINS.contains(&program.as_str())
        && !SCRIPTS.contains(&name);
    is_program.then_some(words)
}

/// The symbols without blanks and line ends around them.
fn trimmed<'s, 't>(mut symbols: &'s [Symbol<'t>]) -> &'s [Symbol<'t>] {
    let is_blank = |symbol: &Symbol<'_>| matches!(symbol, Symbol::Char(character) if character.is_whitespace());
    while let [first, rest @ ..] = symbols
        && is_blank(first)
    {
        symbols = rest;
    }
    while let [rest @ .., last] = symbols
        && is_blank(last)
    {
        symbols = rest;
    }
    symbols
}

/// Whether a shell takes a character as it is.
fn is_plain(character: char, quote: Quote, starts_word: bool) -> bool {
    match quote {
        Quote::Single => true,
        Quote::Double => !matches!(character, '$' | '`' | '\\'),
        Quote::None => {
            let has_meaning = matches!(
                character,
                '|' | '&'
                    | ';'
                    | '<'
                    | '>'
                    | '('
                    | ')'
                    | '$'
                    | '`'
                    | '\\'
                    | '*'
                    | '?'
                    | '['
                    | '{'
                    | '\n'
                    | '\r'
                    | '\''
                    | '"'
            );
            !(has_meaning || starts_word && matches!(character, '#' | '~' | '!'))
        }
    }
}

fn push(word: &mut Vec<Piece>, character: char) {
    match word.last_mut() {
        Some(Piece::Text(text)) => text.push(character),
        _ => word.push(Piece::Text(character.to_string())),
    }
}

/// The text of a word of constants.
fn text_of(word: &[Piece]) -> Option<String> {
    word.iter()
        .map(|piece| match piece {
            Piece::Text(text) | Piece::Constant(_, text) => Some(text.as_str()),
            Piece::Hole { .. } => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a command in which `@` stands for a value, joined with `|`; `<0>` is a value in quotes, `{0}` one without.
    fn split(command: &str) -> Option<String> {
        let mut holes = 0..;
        let symbols: Vec<Symbol<'_>> = command
            .chars()
            .map(|character| match character {
                '@' => Symbol::Hole(holes.next().unwrap()),
                'É' => Symbol::Constant(0, "tool"),
                'Ö' => Symbol::Constant(1, "-a -b"),
                other => Symbol::Char(other),
            })
            .collect();
        let written = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Constant(_, text) => format!("[{text}]"),
            Piece::Hole {
                index,
                is_quoted: true,
            } => format!("<{index}>"),
            Piece::Hole { index, .. } => format!("{{{index}}}"),
        };
        let words = words(&symbols)?;
        let words: Vec<String> = words
            .iter()
            .map(|word| word.iter().map(written).collect())
            .collect();
        Some(words.join("|"))
    }

    #[test]
    fn words_are_split_at_blanks_outside_of_quotes() {
        for (command, expected) in [
            ("ls @", "ls|{0}"),
            ("  ls   -l\t@ \n", "ls|-l|{0}"),
            ("tar czf '@' \"@\"", "tar|czf|<0>|<1>"),
            ("convert --size=@x@ 'a b'", "convert|--size={0}x{1}|a b"),
            ("git log --format='%H $x'", "git|log|--format=%H $x"),
            ("É -v @", "[tool]|-v|{0}"),
            ("/usr/bin/É @ ''", "/usr/bin/[tool]|{0}|"),
        ] {
            assert_eq!(split(command).as_deref(), Some(expected), "{command}");
        }
    }

    #[test]
    fn what_asks_more_of_the_shell_has_no_words() {
        for command in [
            "cat @ | grep x",
            "cat @ > out",
            "a @; b",
            "a @ && b",
            "a @\nb",
            "echo $HOME @",
            "echo \"$HOME @\"",
            "ls *.py @",
            "ls ~/@",
            "X=1 ls @",
            "cd @",
            "source /a/b @",
            "npm run @",
            "@ -v",
            "tool @ Ö",
            "echo '@",
            "",
        ] {
            assert_eq!(split(command), None, "{command}");
        }
    }
}
