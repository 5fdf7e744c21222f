//! Where in a query its holes stand.
//!
//! A lexer over the literal text of the query, which knows the quoting of the common dialects and as much of the grammar as
//! it takes to tell a value from a name or a keyword. It accepts what it is sure of: a hole that is not certainly a
//! value is [`Position::Other`].

use std::ops::Range;

/// A character of a query, or a hole in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Symbol {
    /// Text of the program.
    Char(char),
    /// A value that is to be bound, by its index.
    Hole(usize),
    /// A value that stays in the text, whatever it is.
    Kept,
}

/// Where a hole stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Position {
    /// In the place of a value.
    Value,
    /// Inside the string literal of these symbols, quotes included.
    Quoted(Range<usize>),
    /// In the place of a name or a keyword, inside a comment, or in a place where values cannot be bound.
    Other,
}

/// A placeholder that the query has already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Existing {
    /// Index of its first symbol.
    pub(crate) at: usize,
    /// How it is written.
    pub(crate) style: ExistingStyle,
}

/// How a placeholder is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ExistingStyle {
    /// `?`
    Question,
    /// `%s`
    Format,
    /// `%(name)s`
    FormatName,
    /// `$1`
    Dollar(u32),
    /// `:name`, `@name`
    Colon(String),
}

/// A query, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Query {
    /// The position of each hole, by its index.
    pub(crate) holes: Vec<Position>,
    /// Placeholders in the order of the text.
    pub(crate) placeholders: Vec<Existing>,
}

/// Reads a query with `holes` holes. `None` if values cannot be bound in it: it has several statements, or one that
/// takes no parameters.
pub(crate) fn read(symbols: &[Symbol], holes: usize) -> Option<Query> {
    let mut reader = Reader {
        symbols,
        at: 0,
        tokens: Vec::new(),
        query: Query {
            holes: vec![Position::Other; holes],
            placeholders: Vec::new(),
        },
    };
    while reader.at < symbols.len() {
        reader.token();
    }
    let Reader {
        tokens, mut query, ..
    } = reader;
    if !is_bindable_statement(&tokens) {
        return None;
    }
    place_holes(&tokens, &mut query);
    Some(query)
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// A word in upper case; `glued` to what follows without a space.
    Word(String),
    /// A kept hole.
    Kept,
    Number,
    /// A quoted identifier.
    Identifier,
    /// A string literal; holes in it are indices into the query's holes.
    Text {
        range: Range<usize>,
        holes: Vec<usize>,
    },
    /// An operator or a punctuation mark.
    Mark(char),
    Placeholder,
    /// A hole; whether it touches a word, a number, a literal or another hole on a side.
    Hole {
        index: usize,
        touches: bool,
    },
}

struct Reader<'a> {
    symbols: &'a [Symbol],
    at: usize,
    tokens: Vec<Token>,
    query: Query,
}

impl Reader<'_> {
    fn char(&self, at: usize) -> Option<char> {
        match self.symbols.get(at)? {
            Symbol::Char(character) => Some(*character),
            _ => None,
        }
    }

    fn token(&mut self) {
        let start = self.at;
        let character = match self.symbols[start] {
            Symbol::Kept => {
                self.at += 1;
                return self.tokens.push(Token::Kept);
            }
            Symbol::Hole(index) => {
                self.at += 1;
                let touches = start
                    .checked_sub(1)
                    .is_some_and(|before| self.is_wordlike(before))
                    || self.is_wordlike(start + 1)
                    || matches!(self.char(start + 1), Some('\'' | '"' | '`' | '['))
                    || start.checked_sub(1).is_some_and(|before| {
                        matches!(self.char(before), Some('\'' | '"' | '`' | ']'))
                    });
                return self.tokens.push(Token::Hole { index, touches });
            }
            Symbol::Char(character) => character,
        };
        let next = self.char(start + 1);
        match character {
            _ if character.is_whitespace() => self.at += 1,
            '\'' => self.quoted(),
            '"' | '`' => self.identifier(character),
            '[' if !start
                .checked_sub(1)
                .is_some_and(|before| self.is_wordlike(before))
                && next.is_none_or(|c| c.is_alphabetic() || c == '_')
                && next.is_some() =>
            {
                self.identifier(']');
            }
            '-' if next == Some('-') => {
                self.skip_until(|reader| reader.char(reader.at) == Some('\n'));
            }
            '/' if next == Some('*') => {
                self.at += 2;
                self.skip_until(|reader| {
                    reader.char(reader.at) == Some('*') && reader.char(reader.at + 1) == Some('/')
                });
                self.at += 2;
            }
            '$' => self.dollar(),
            ':' if next == Some(':') => {
                self.at += 2;
                self.tokens.push(Token::Mark(':'));
            }
            ':' | '@' if next.is_some_and(|c| c.is_alphabetic() || c == '_') => {
                let name = self.word(start + 1);
                self.at = start + 1 + name.chars().count();
                self.placeholder(start, ExistingStyle::Colon(name));
            }
            '?' => {
                self.at += 1;
                self.placeholder(start, ExistingStyle::Question);
            }
            '%' if next == Some('s') && !self.is_wordlike(start + 2) => {
                self.at += 2;
                self.placeholder(start, ExistingStyle::Format);
            }
            '%' if next == Some('(') => {
                self.skip_until(|reader| reader.char(reader.at) == Some(')'));
                self.at += 2;
                self.placeholder(start, ExistingStyle::FormatName);
            }
            _ if character.is_ascii_digit() => {
                let length = self.word(start).chars().count();
                self.at += length.max(1);
                self.tokens.push(Token::Number);
            }
            _ if character.is_alphabetic() || character == '_' => {
                let word = self.word(start);
                self.at += word.chars().count();
                self.tokens.push(Token::Word(word.to_uppercase()));
            }
            _ => {
                self.at += 1;
                self.tokens.push(Token::Mark(character));
            }
        }
    }

    fn placeholder(&mut self, at: usize, style: ExistingStyle) {
        self.query.placeholders.push(Existing { at, style });
        self.tokens.push(Token::Placeholder);
    }

    /// `'...'` with `''` for a quote. A prefix such as `E` or `N` is the word before.
    fn quoted(&mut self) {
        let start = self.at;
        let mut holes = Vec::new();
        let mut has_backslash = false;
        self.at += 1;
        loop {
            match self.symbols.get(self.at) {
                None => {
                    // An open literal is the middle of something that is not seen.
                    return self.tokens.push(Token::Identifier);
                }
                Some(Symbol::Hole(index)) => holes.push(*index),
                Some(Symbol::Char('\'')) if self.char(self.at + 1) == Some('\'') => self.at += 1,
                Some(Symbol::Char('\'')) => break,
                Some(Symbol::Char('\\')) => has_backslash = true,
                Some(_) => {}
            }
            self.at += 1;
        }
        self.at += 1;
        let touches = start
            .checked_sub(1)
            .is_some_and(|before| self.is_wordlike(before))
            || self.is_wordlike(self.at);
        // Whether a backslash escapes depends on the database.
        if (has_backslash || touches) && !holes.is_empty() {
            return self.tokens.push(Token::Identifier);
        }
        self.tokens.push(Token::Text {
            range: start..self.at,
            holes,
        });
    }

    fn identifier(&mut self, close: char) {
        self.at += 1;
        self.skip_until(|reader| reader.char(reader.at) == Some(close));
        self.at += 1;
        self.tokens.push(Token::Identifier);
    }

    /// `$1`, `$$...$$`, `$tag$...$tag$`.
    fn dollar(&mut self) {
        let start = self.at;
        let word = self.word(start + 1);
        let length = word.chars().count();
        self.at += 1 + length;
        if let Ok(number) = word.parse() {
            return self.placeholder(start, ExistingStyle::Dollar(number));
        }
        if self.char(self.at) != Some('$') {
            return self.tokens.push(Token::Mark('$'));
        }
        let delimiter: Vec<Symbol> = self.symbols[start..=self.at].to_vec();
        self.at += 1;
        self.skip_until(|reader| reader.symbols[reader.at..].starts_with(&delimiter));
        self.at += delimiter.len();
        self.tokens.push(Token::Identifier);
    }

    fn skip_until(&mut self, is_end: impl Fn(&Self) -> bool) {
        while self.at < self.symbols.len() && !is_end(self) {
            self.at += 1;
        }
    }

    fn word(&self, start: usize) -> String {
        (start..)
            .map_while(|at| self.char(at))
            .take_while(|&c| c.is_alphanumeric() || c == '_')
            .collect()
    }

    fn is_wordlike(&self, at: usize) -> bool {
        match self.symbols.get(at) {
            Some(Symbol::Char(character)) => character.is_alphanumeric() || *character == '_',
            Some(Symbol::Hole(_) | Symbol::Kept) => true,
            None => false,
        }
    }
}

/// Statements that take no parameters in most databases.
const UNBINDABLE: &[&str] = &[
    "CREATE", "ALTER", "DROP", "TRUNCATE", "GRANT", "REVOKE", "PRAGMA", "SET", "USE", "SHOW",
    "DESCRIBE", "ANALYZE", "VACUUM", "ATTACH", "DETACH", "COPY", "LOAD", "BEGIN", "DECLARE",
    "LOCK", "COMMENT", "RENAME", "REINDEX", "KILL", "FLUSH", "LISTEN", "NOTIFY", "DO", "BACKUP",
    "RESTORE",
];

fn is_bindable_statement(tokens: &[Token]) -> bool {
    let starts_unbindable =
        matches!(tokens.first(), Some(Token::Word(word)) if UNBINDABLE.contains(&word.as_str()));
    let end = tokens
        .iter()
        .position(|token| *token == Token::Mark(';'))
        .unwrap_or(tokens.len());
    let has_more = tokens[end..].iter().any(|token| *token != Token::Mark(';'));
    !starts_unbindable && !has_more
}

/// What an opening parenthesis, or the query itself, holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frame {
    /// Clauses: the query, a subquery.
    Clauses,
    /// `VALUES (...)`.
    Values,
    /// `IN (...)`.
    InList,
    /// Arguments of a function.
    Arguments,
    /// Column names.
    Columns,
    /// An operand: `= (...)`.
    Operand,
    /// Anything else.
    Other,
}

/// The clause that a place is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clause {
    Select,
    Where,
    Limit,
    Into,
    /// Names alone.
    Names,
}

const KEYWORDS: &[&str] = &[
    "SELECT",
    "FROM",
    "WHERE",
    "AND",
    "OR",
    "NOT",
    "IN",
    "LIKE",
    "ILIKE",
    "BETWEEN",
    "IS",
    "NULL",
    "JOIN",
    "INNER",
    "LEFT",
    "RIGHT",
    "OUTER",
    "FULL",
    "CROSS",
    "ON",
    "USING",
    "GROUP",
    "ORDER",
    "BY",
    "HAVING",
    "LIMIT",
    "OFFSET",
    "AS",
    "INSERT",
    "INTO",
    "VALUES",
    "UPDATE",
    "SET",
    "DELETE",
    "CASE",
    "WHEN",
    "THEN",
    "ELSE",
    "END",
    "DISTINCT",
    "ALL",
    "UNION",
    "EXISTS",
    "ASC",
    "DESC",
    "RETURNING",
    "TABLE",
    "WITH",
    "REPLACE",
    "REGEXP",
    "RLIKE",
    "GLOB",
    "ESCAPE",
    "FETCH",
    "TOP",
];

/// Words after which a value stands.
const BEFORE_VALUE: &[&str] = &[
    "LIKE", "ILIKE", "RLIKE", "REGEXP", "GLOB", "BETWEEN", "THEN", "ELSE", "LIMIT", "OFFSET",
    "ESCAPE", "WHEN",
];

/// Functions whose argument is a column or a list rather than a value.
const NOT_OF_VALUES: &[&str] = &[
    "COUNT", "SUM", "AVG", "MIN", "MAX", "ANY", "ALL", "SOME", "UNNEST", "CAST", "EXTRACT",
];

fn place_holes(tokens: &[Token], query: &mut Query) {
    let mut frames = vec![(Frame::Clauses, Clause::Where)];
    let mut closed = None;
    for (index, token) in tokens.iter().enumerate() {
        let (frame, clause) = frames
            .last()
            .copied()
            .unwrap_or((Frame::Other, Clause::Names));
        let previous = index.checked_sub(1).map(|before| &tokens[before]);
        let next = tokens.get(index + 1);
        match token {
            Token::Word(word) => {
                if let (Some(entered), Some(last)) = (clause_of(word, previous), frames.last_mut())
                {
                    if last.0 == Frame::Operand || last.0 == Frame::Other {
                        last.0 = Frame::Clauses;
                    }
                    last.1 = entered;
                }
            }
            Token::Mark('(') => frames.push((frame_of(previous, clause, closed), clause)),
            Token::Mark(')') => {
                closed = Some(frame);
                if frames.len() > 1 {
                    frames.pop();
                }
            }
            Token::Hole {
                index: hole,
                touches,
            } => {
                let is_value = !touches
                    && !matches!(next, Some(Token::Mark('.' | '(')))
                    && is_value_place(tokens, index, frame, clause, BEFORE_VALUE)
                    && !is_whole_in_list(frame, previous, next);
                if is_value {
                    query.holes[*hole] = Position::Value;
                }
            }
            Token::Text { range, holes } => {
                let is_value = is_value_place(
                    tokens,
                    index,
                    frame,
                    clause,
                    &["SELECT", "WHERE", "AND", "OR", "NOT"],
                ) || is_value_place(tokens, index, frame, clause, BEFORE_VALUE);
                if is_value && !is_whole_in_list(frame, previous, next) {
                    for hole in holes {
                        query.holes[*hole] = Position::Quoted(range.clone());
                    }
                }
            }
            _ => {}
        }
        if !matches!(token, Token::Mark(')' | ',')) {
            closed = None;
        }
    }
}

fn clause_of(word: &str, previous: Option<&Token>) -> Option<Clause> {
    match word {
        "SELECT" => Some(Clause::Select),
        "WHERE" | "HAVING" | "ON" | "SET" | "VALUES" => Some(Clause::Where),
        "LIMIT" | "OFFSET" => Some(Clause::Limit),
        "INTO" => Some(Clause::Into),
        "FROM" if matches!(previous, Some(Token::Word(before)) if before == "DISTINCT") => None,
        "FROM" | "JOIN" | "UPDATE" | "BY" | "RETURNING" | "TABLE" | "USING" | "WITH" => {
            Some(Clause::Names)
        }
        _ => None,
    }
}

fn frame_of(previous: Option<&Token>, clause: Clause, closed: Option<Frame>) -> Frame {
    match previous {
        Some(Token::Word(word)) => match word.as_str() {
            "IN" => Frame::InList,
            "VALUES" | "VALUE" => Frame::Values,
            _ if clause == Clause::Into => Frame::Columns,
            _ if NOT_OF_VALUES.contains(&word.as_str()) => Frame::Other,
            _ if KEYWORDS.contains(&word.as_str()) => Frame::Other,
            _ if clause == Clause::Names => Frame::Columns,
            _ => Frame::Arguments,
        },
        Some(Token::Mark(',')) if closed == Some(Frame::Values) => Frame::Values,
        Some(Token::Mark('=' | '<' | '>' | '+' | '-' | '*' | '/' | '|' | '%')) => Frame::Operand,
        Some(Token::Identifier | Token::Kept) if matches!(clause, Clause::Into | Clause::Names) => {
            Frame::Columns
        }
        _ => Frame::Other,
    }
}

/// Whether the token stands where a value is expected, by what comes before it.
fn is_value_place(
    tokens: &[Token],
    index: usize,
    frame: Frame,
    clause: Clause,
    words: &[&str],
) -> bool {
    let Some(previous) = index.checked_sub(1).map(|before| &tokens[before]) else {
        return false;
    };
    match previous {
        Token::Word(word) if word == "AND" && words.contains(&"BETWEEN") => {
            // `BETWEEN a AND b`
            let before = &tokens[..index - 1];
            matches!(before.iter().rev().nth(1), Some(Token::Word(word)) if word == "BETWEEN")
        }
        Token::Word(word) => words.contains(&word.as_str()),
        Token::Mark('=' | '<' | '>' | '+' | '-' | '/' | '|' | '~') => clause != Clause::Names,
        // Not the star of `SELECT *` and `COUNT(*)`.
        Token::Mark('*' | '%') => {
            clause != Clause::Names
                && match index.checked_sub(2).map(|before| &tokens[before]) {
                    Some(Token::Word(word)) => !KEYWORDS.contains(&word.as_str()),
                    Some(
                        Token::Number | Token::Placeholder | Token::Mark(')') | Token::Identifier,
                    ) => true,
                    _ => false,
                }
        }
        Token::Mark('(') => matches!(
            frame,
            Frame::Values | Frame::InList | Frame::Arguments | Frame::Operand
        ),
        Token::Mark(',') => match frame {
            Frame::Values | Frame::InList | Frame::Arguments => true,
            Frame::Clauses => clause == Clause::Limit,
            _ => false,
        },
        _ => false,
    }
}

/// Whether the token is all of an `IN (...)`: it may stand for several values.
fn is_whole_in_list(frame: Frame, previous: Option<&Token>, next: Option<&Token>) -> bool {
    frame == Frame::InList
        && previous == Some(&Token::Mark('('))
        && matches!(next, Some(Token::Mark(')')) | None)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `{}` is a hole, `{=}` a hole that stays.
    fn symbols(text: &str) -> (Vec<Symbol>, usize) {
        let mut symbols = Vec::new();
        let mut holes = 0;
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            if let Some(behind) = rest.strip_prefix("{}") {
                symbols.push(Symbol::Hole(holes));
                holes += 1;
                rest = behind;
            } else if let Some(behind) = rest.strip_prefix("{=}") {
                symbols.push(Symbol::Kept);
                rest = behind;
            } else {
                symbols.push(Symbol::Char(first));
                rest = &rest[first.len_utf8()..];
            }
        }
        (symbols, holes)
    }

    /// `v` for a value, `q` for a quoted one, `-` for neither, by hole.
    fn positions(text: &str) -> Option<String> {
        let (symbols, holes) = symbols(text);
        let query = read(&symbols, holes)?;
        let letter = |position: &Position| match position {
            Position::Value => 'v',
            Position::Quoted(_) => 'q',
            Position::Other => '-',
        };
        Some(query.holes.iter().map(letter).collect())
    }

    #[test]
    fn values_are_told_from_names() {
        for (text, expected) in [
            ("SELECT * FROM t WHERE id = {}", "v"),
            ("SELECT * FROM t WHERE id={} AND name <> '{}'", "vq"),
            ("SELECT * FROM {}", "-"),
            ("SELECT * FROM t JOIN {} ON a = b", "-"),
            ("SELECT {} FROM t", "-"),
            ("SELECT * {} WHERE a = 1", "-"),
            ("SELECT a, {} FROM t", "-"),
            ("SELECT * FROM t ORDER BY {}", "-"),
            ("SELECT * FROM t ORDER BY a {}", "-"),
            ("SELECT * FROM t GROUP BY a, {}", "-"),
            ("SELECT * FROM t WHERE {} = 1", "-"),
            ("SELECT * FROM t WHERE a.{} = 1", "-"),
            ("SELECT * FROM t WHERE a = {}.b", "-"),
            ("SELECT * FROM t WHERE a = {}(1)", "-"),
            ("SELECT * FROM t WHERE {}", "-"),
            ("SELECT * FROM t WHERE a = 1 AND {}", "-"),
            ("SELECT * FROM t WHERE a = x{}", "-"),
            ("SELECT * FROM t WHERE a = {}{}", "--"),
            ("SELECT * FROM \"{}\"", "-"),
            ("SELECT * FROM `{}` WHERE a = {}", "-v"),
            ("SELECT [{}] FROM t", "-"),
            ("SELECT a AS '{}' FROM t", "-"),
            ("SELECT '{}'", "q"),
            ("SELECT * FROM t LIMIT {} OFFSET {}", "vv"),
            ("SELECT * FROM t LIMIT {}, {}", "vv"),
            ("SELECT * FROM t WHERE a BETWEEN {} AND {}", "vv"),
            ("SELECT * FROM t WHERE a BETWEEN '{}' AND '{}'", "qq"),
            ("SELECT * FROM t WHERE a LIKE '%{}%'", "q"),
            ("SELECT * FROM t WHERE a LIKE {}", "v"),
            ("SELECT * FROM t WHERE a IN ({})", "-"),
            ("SELECT * FROM t WHERE a IN ('{}')", "-"),
            ("SELECT * FROM t WHERE a IN ({}, {})", "vv"),
            ("SELECT * FROM t WHERE a = ({})", "v"),
            ("SELECT * FROM t WHERE ({})", "-"),
            ("SELECT * FROM t WHERE a = lower({})", "v"),
            ("SELECT count({}) FROM t", "-"),
            ("SELECT * FROM t WHERE a = ANY({})", "-"),
            ("SELECT * FROM t WHERE a = E'{}'", "-"),
            ("SELECT * FROM t WHERE a > now() - INTERVAL '{} days'", "-"),
            ("SELECT * FROM t WHERE a = '\\'{}'", "-"),
            ("SELECT * FROM t WHERE a = 'it''s {}' AND b = {}", "qv"),
            ("SELECT a * {} FROM t", "v"),
            ("INSERT INTO t (a, b) VALUES ({}, '{}')", "vq"),
            ("INSERT INTO t VALUES (1, {}), ({}, 2)", "vv"),
            ("INSERT INTO t ({}) VALUES (1)", "-"),
            ("INSERT INTO {} VALUES ({})", "-v"),
            ("UPDATE t SET a = {}, b = '{}' WHERE id = {}", "vqv"),
            ("UPDATE t SET {} = 1", "-"),
            ("UPDATE t SET a = 1, {} = 2", "-"),
            ("DELETE FROM t WHERE id = {};", "v"),
            ("name = '{}'", "q"),
            ("SELECT 1 -- {}\nFROM t WHERE a = {}", "-v"),
            ("SELECT 1 /* {} */ FROM t WHERE a = {}", "-v"),
            ("SELECT $${}$$, a = {}", "-v"),
            ("SELECT $x$ ' {} $x$, a = {}", "-v"),
            ("SELECT * FROM t WHERE a = {}::int", "v"),
            ("SELECT * FROM {=} WHERE a = {}", "v"),
            ("SELECT * FROM t WHERE {=} = {}", "v"),
            (
                "SELECT * FROM t WHERE a = (SELECT b FROM u WHERE c = {})",
                "v",
            ),
            ("SELECT * FROM t WHERE a = '{}", "-"),
            ("{}", "-"),
        ] {
            assert_eq!(positions(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn statements_without_parameters_are_refused() {
        for text in [
            "SELECT 1; DROP TABLE {}",
            "SELECT * FROM t WHERE a = {}; SELECT 2",
            "CREATE USER '{}'",
            "PRAGMA table_info({})",
        ] {
            assert_eq!(positions(text), None, "{text}");
        }
    }

    #[test]
    fn placeholders_are_found_outside_of_literals() {
        let found = |text: &str| {
            let (symbols, holes) = symbols(text);
            let placeholders = read(&symbols, holes).unwrap().placeholders;
            placeholders
                .into_iter()
                .map(|placeholder| placeholder.style)
                .collect::<Vec<_>>()
        };
        assert_eq!(found("a = ? AND b = '?'"), [ExistingStyle::Question]);
        assert_eq!(found("a = %s AND b LIKE '%s'"), [ExistingStyle::Format]);
        assert_eq!(found("a = $2::int"), [ExistingStyle::Dollar(2)]);
        assert_eq!(
            found("a = :id AND b::text = :b"),
            [
                ExistingStyle::Colon("id".to_owned()),
                ExistingStyle::Colon("b".to_owned())
            ]
        );
    }
}
