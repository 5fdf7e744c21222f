//! What constant text says of a query: whether it is SQL (a verb with the clause that belongs to it, not words of prose), and
//! where a value may stand in it.

use std::str::Chars;
use std::sync::LazyLock;

use regex::Regex;
use tripline_flow::{Built, BuiltPart, Piece, Shape};

/// A token of a statement. What a program inserts is an identifier, a value or more, which [`Token::Hole`] stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// A bare word in upper case.
    Word(String),
    /// A quoted identifier or string.
    Quoted,
    Number,
    /// Inserted values, and the quote around them.
    Hole {
        quote: Option<char>,
        count: u16,
    },
    Symbol(char),
}

/// Most tokens that are looked at: the clause stands near the verb.
const MAX_TOKENS: usize = 400;

/// What may stand between `CREATE` and the kind of object.
const MODIFIERS: [&str; 11] = [
    "OR",
    "REPLACE",
    "TEMPORARY",
    "TEMP",
    "UNIQUE",
    "GLOBAL",
    "LOCAL",
    "UNLOGGED",
    "MATERIALIZED",
    "VIRTUAL",
    "EXTERNAL",
];

/// Kinds of object that a statement creates, changes or drops.
const OBJECTS: [&str; 14] = [
    "TABLE",
    "INDEX",
    "VIEW",
    "DATABASE",
    "SCHEMA",
    "USER",
    "ROLE",
    "TRIGGER",
    "FUNCTION",
    "PROCEDURE",
    "SEQUENCE",
    "TYPE",
    "EXTENSION",
    "COLUMN",
];

/// Whether the text of a built string is SQL.
pub(super) fn is_sql_shape(shape: &Shape) -> bool {
    let mut text = String::new();
    for piece in &shape.pieces {
        match piece {
            Piece::Text { text: piece, .. } => text.push_str(piece),
            Piece::Hole { value, .. } => match value.content.string() {
                Some(constant) => text.push_str(constant),
                None => text.push(HOLE),
            },
        }
    }
    is_sql(&text)
}

/// Whether data stands where the statement that is built around it could take a bound value instead. Names, keywords and
/// clauses cannot be bound, nor can anything in a statement that defines or configures.
pub(super) fn takes_value(built: &Built) -> bool {
    if let Some(format) = unformatted(built) {
        return !is_defining(&tokens(format));
    }
    let mut text = String::new();
    let mut wanted = Vec::new();
    for part in &built.0 {
        match part {
            BuiltPart::Text(piece) => text.push_str(piece),
            BuiltPart::Data | BuiltPart::Other => {
                text.push(HOLE);
                wanted.push(*part == BuiltPart::Data);
            }
        }
    }
    let places = value_places(&text);
    // What stands beyond the tokens that are looked at counts as what stands last before it.
    let beyond = places.last().copied().unwrap_or(true);
    wanted
        .into_iter()
        .enumerate()
        .any(|(index, is_wanted)| is_wanted && places.get(index).copied().unwrap_or(beyond))
}

/// Tables that describe a database: those of the standard, and of `PostgreSQL`, `SQLite`, SQL Server and Oracle; and the
/// functions that take the name of a table, column or sequence, where the data is that name.
static CATALOGUE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#"(?i)\b(?:from|join)\s+["'`\[]?(?:information_schema["'`\]]?\.|pg_(?:catalog|class|namespace|tables|views|matviews|index(?:es)?|type|attribute|constraint|enum|database|sequences?|proc|trigger)\b|sqlite_(?:master|schema|sequence)\b|sys\.(?:databases|schemas|tables|columns|indexes|objects|views|types|foreign_keys|check_constraints)\b|all_(?:tables|tab_columns|views|constraints|indexes)\b)|\bupdate\s+sqlite_sequence\b|\b(?:pragma_\w+|pg_get_serial_sequence|to_regclass|pg_(?:total_)?relation_size|pg_table_size|nextval|currval|setval)\s*\(\s*'?["\w.]*\x{FFFF}"#,
    )
    .expect("the pattern is constant and its test compiles it")
});

/// Whether the statement reads the database's own catalogue, whose rows are named after tables, columns and schemas.
pub(super) fn reads_catalogue(built: &Built) -> bool {
    let text = |part: &BuiltPart| match part {
        BuiltPart::Text(piece) => piece.to_string(),
        BuiltPart::Data => HOLE.to_string(),
        BuiltPart::Other => " ".to_owned(),
    };
    CATALOGUE.is_match(&built.0.iter().map(text).collect::<String>())
}

/// The format, where the parts are one and the values for its conversions behind it, so that their places are not known.
fn unformatted(built: &Built) -> Option<&str> {
    let is_text = |part: &BuiltPart| matches!(part, BuiltPart::Text(_));
    let values = built
        .0
        .iter()
        .rev()
        .take_while(|part| !is_text(part))
        .count();
    let format = built.0.iter().rev().find_map(|part| match part {
        BuiltPart::Text(text) => Some(&**text),
        _ => None,
    })?;
    (values > 0 && FORMAT.find_iter(format).count() == values).then_some(format)
}

/// A conversion of a format: `%s`, `%(name)s`, `%[1]v`, `{}`, `{name}`.
static FORMAT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"%(?:\(\w+\)|\[\d+\])?[sdvqr]|\{\w*\}")
        .expect("the pattern is constant and its test compiles it")
});

/// For each hole of a text, whether a value may stand there.
fn value_places(text: &str) -> Vec<bool> {
    let tokens = tokens(text);
    let mut places = Vec::new();
    let mut start = 0;
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Symbol(';') => start = index + 1,
            Token::Hole { quote, count } => {
                let place = is_value_place(&tokens[start..], index - start, *quote);
                places.extend(std::iter::repeat_n(place, usize::from(*count)));
            }
            _ => {}
        }
    }
    places
}

/// Verbs of statements that take no bound values.
const DEFINING: [&str; 28] = [
    "ALTER", "ANALYZE", "ATTACH", "CLUSTER", "COMMENT", "COPY", "CREATE", "DECLARE", "DESC",
    "DESCRIBE", "DETACH", "DROP", "GRANT", "KILL", "LISTEN", "LOCK", "NOTIFY", "OPTIMIZE",
    "PRAGMA", "REFRESH", "REINDEX", "RENAME", "REVOKE", "SET", "SHOW", "TRUNCATE", "USE", "VACUUM",
];

/// Words that begin a clause.
const CLAUSES: [&str; 14] = [
    "SELECT",
    "FROM",
    "JOIN",
    "INTO",
    "WHERE",
    "HAVING",
    "ON",
    "SET",
    "VALUES",
    "BY",
    "LIMIT",
    "OFFSET",
    "USING",
    "RETURNING",
];

/// Words that a value follows.
const BEFORE_VALUE: [&str; 17] = [
    "LIKE", "ILIKE", "BETWEEN", "LIMIT", "OFFSET", "IN", "VALUES", "THEN", "ELSE", "WHEN",
    "REGEXP", "RLIKE", "GLOB", "MATCH", "ESCAPE", "INTERVAL", "TOP",
];

fn is_defining(tokens: &[Token]) -> bool {
    let verb = tokens.iter().find(|token| **token != Token::Symbol('('));
    matches!(verb, Some(Token::Word(verb)) if DEFINING.contains(&verb.as_str()))
}

fn is_value_place(tokens: &[Token], index: usize, quote: Option<char>) -> bool {
    if is_defining(tokens) {
        return false;
    }
    let follows = tokens.get(index + 1);
    match quote {
        Some('\'') => return true,
        Some('`') => return false,
        // A name's part or a function: `{alias}.id`, `{function}(`.
        None if matches!(follows, Some(Token::Symbol('.' | '('))) => return false,
        _ => {}
    }
    let before = index.checked_sub(1).map(|before| &tokens[before]);
    if before == Some(&Token::Symbol('.')) {
        return false;
    }
    // Nothing is known of the text around.
    if !tokens.iter().any(|token| matches!(token, Token::Word(_))) {
        return true;
    }
    let Some(before) = before else {
        return false;
    };
    match before {
        Token::Symbol('=' | '<' | '>' | '+' | '-' | '/' | '%' | '|' | '~' | '&' | '^') => true,
        Token::Symbol('(' | ',') => is_listed_value(tokens, index),
        Token::Word(word) if word == "AND" => tokens[..index - 1]
            .iter()
            .rev()
            .take(3)
            .any(|token| matches!(token, Token::Word(word) if word == "BETWEEN")),
        Token::Word(word) => BEFORE_VALUE.contains(&word.as_str()),
        _ => false,
    }
}

/// Whether what stands after a parenthesis or a comma is a value: in `VALUES (`, `IN (` and the arguments of a call that is
/// compared or executed.
fn is_listed_value(tokens: &[Token], index: usize) -> bool {
    let mut depth = 0;
    let mut opener = None;
    let mut clause = "";
    for (at, token) in tokens[..index].iter().enumerate().rev() {
        match token {
            Token::Symbol(')') => depth += 1,
            Token::Symbol('(') if depth == 0 => {
                opener.get_or_insert(at);
            }
            Token::Symbol('(') => depth -= 1,
            Token::Word(word) if CLAUSES.contains(&word.as_str()) => {
                clause = word;
                break;
            }
            _ => {}
        }
    }
    if clause == "VALUES" {
        return true;
    }
    let word = |index: Option<usize>| match index.and_then(|index| tokens.get(index)) {
        Some(Token::Word(word)) => word.as_str(),
        _ => "",
    };
    if matches!(word(Some(0)), "CALL" | "EXEC" | "EXECUTE") {
        return true;
    }
    let Some(opener) = opener else {
        // `LIMIT {offset}, {count}`.
        return clause == "LIMIT";
    };
    let function = opener.checked_sub(1);
    if matches!(word(function), "IN" | "ANY" | "SOME") {
        return true;
    }
    // `name = lower({name})`.
    let operator = function.and_then(|function| function.checked_sub(1));
    matches!(clause, "WHERE" | "SET" | "ON" | "HAVING")
        && matches!(
            operator.and_then(|operator| tokens.get(operator)),
            Some(Token::Symbol('=' | '<' | '>'))
        )
}

/// Stands for an inserted value in a text; a noncharacter, so that no program text holds it.
const HOLE: char = '\u{FFFF}';

/// Whether a text is SQL.
pub(super) fn is_sql(text: &str) -> bool {
    let tokens = tokens(text);
    let tokens = tokens.as_slice();
    let start = tokens
        .iter()
        .position(|token| !matches!(token, Token::Symbol('(' | ';')))
        .unwrap_or(0);
    statement(&tokens[start..])
}

fn statement(tokens: &[Token]) -> bool {
    let word = |index: usize| match tokens.get(index) {
        Some(Token::Word(word)) => word.as_str(),
        _ => "",
    };
    let is_name = |index: usize| match tokens.get(index) {
        Some(Token::Word(word)) => !is_article(word),
        Some(Token::Quoted | Token::Hole { .. } | Token::Symbol('(' | '[')) => true,
        _ => false,
    };
    match word(0) {
        "SELECT" => select(tokens),
        "INSERT" | "REPLACE" => {
            (1..5).any(|index| word(index) == "INTO" && is_name(index + 1))
                && (tokens
                    .iter()
                    .any(|token| matches!(token, Token::Symbol('(')))
                    || has(tokens, "SELECT")
                    || has(tokens, "SET")
                    || has(tokens, "DEFAULT"))
        }
        "UPDATE" => is_name(1) && (2..6).any(|index| word(index) == "SET"),
        "DELETE" => word(1) == "FROM" && is_name(2),
        "CREATE" | "DROP" | "ALTER" | "TRUNCATE" => {
            let object = (1..tokens.len()).find(|index| !MODIFIERS.contains(&word(*index)));
            object.is_some_and(|index| OBJECTS.contains(&word(index)) && is_name(index + 1))
                || word(0) == "TRUNCATE" && is_name(1) && tokens.len() <= 3
        }
        "WITH" => {
            has(tokens, "AS")
                && (has(tokens, "SELECT")
                    || has(tokens, "INSERT")
                    || has(tokens, "UPDATE")
                    || has(tokens, "DELETE"))
        }
        "MERGE" => word(1) == "INTO" && is_name(2),
        "CALL" => is_name(1) && matches!(tokens.get(2), Some(Token::Symbol('('))),
        "EXEC" | "EXECUTE" => {
            is_name(1)
                && matches!(
                    tokens.get(2),
                    None | Some(
                        Token::Symbol('(' | '@' | ';') | Token::Hole { .. } | Token::Quoted
                    )
                )
        }
        "GRANT" => has(tokens, "ON") && has(tokens, "TO"),
        "REVOKE" => has(tokens, "ON") && has(tokens, "FROM"),
        "PRAGMA" => is_name(1) && tokens.len() <= 8,
        "EXPLAIN" => {
            tokens.len() > 1
                && (statement(&tokens[1..]) || tokens.len() > 2 && statement(&tokens[2..]))
        }
        "USE" => is_name(1) && tokens.len() <= 2,
        "SHOW" => matches!(
            word(1),
            "TABLES" | "DATABASES" | "COLUMNS" | "INDEX" | "CREATE" | "FULL"
        ),
        "ATTACH" | "DETACH" => word(1) == "DATABASE",
        _ => false,
    }
}

/// `SELECT ... FROM name`, or a selection without table that no sentence looks like.
fn select(tokens: &[Token]) -> bool {
    let from = tokens
        .iter()
        .position(|token| matches!(token, Token::Word(word) if word == "FROM"));
    let Some(from) = from else {
        // `SELECT 1`, `SELECT now()`, `SELECT ` + columns.
        return match tokens.get(1) {
            Some(Token::Hole { .. } | Token::Number | Token::Symbol('*' | '@')) => true,
            Some(Token::Word(_)) => matches!(tokens.get(2), Some(Token::Symbol('('))),
            _ => false,
        };
    };
    if from == 1 {
        return false;
    }
    let is_table = match tokens.get(from + 1) {
        Some(Token::Word(word)) => !is_article(word),
        // A text that ends with FROM goes on in what is not known.
        None | Some(Token::Quoted | Token::Hole { .. } | Token::Symbol('(' | '[')) => true,
        _ => false,
    };
    is_table && is_selection(&tokens[1..from])
}

/// Whether what stands between SELECT and FROM is a list of columns: `select a value from the list` is not.
fn is_selection(tokens: &[Token]) -> bool {
    let mut words = 0;
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Word(word) => {
                let is_before_word = matches!(tokens.get(index + 1), Some(Token::Word(_)));
                if is_before_word
                    && matches!(
                        word.as_str(),
                        "A" | "AN" | "THE" | "ONE" | "SOME" | "YOUR" | "PLEASE" | "AT"
                    )
                    && words == 0
                {
                    return false;
                }
                if matches!(
                    word.as_str(),
                    "AS" | "DISTINCT"
                        | "ALL"
                        | "TOP"
                        | "CASE"
                        | "WHEN"
                        | "THEN"
                        | "ELSE"
                        | "END"
                        | "OVER"
                        | "PARTITION"
                        | "BY"
                        | "ORDER"
                        | "AND"
                        | "OR"
                        | "IN"
                        | "IS"
                        | "NOT"
                        | "NULL"
                ) {
                    words = 0;
                    continue;
                }
                words += 1;
                // `name alias` is a column, three words in a row are prose.
                if words > 2 {
                    return false;
                }
            }
            Token::Symbol(_) | Token::Number | Token::Hole { .. } | Token::Quoted => words = 0,
        }
    }
    true
}

fn is_article(word: &str) -> bool {
    matches!(
        word,
        "THE"
            | "A"
            | "AN"
            | "THIS"
            | "THAT"
            | "THESE"
            | "THOSE"
            | "YOUR"
            | "MY"
            | "OUR"
            | "ITS"
            | "ONE"
    )
}

fn has(tokens: &[Token], word: &str) -> bool {
    tokens
        .iter()
        .any(|token| matches!(token, Token::Word(known) if known == word))
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.chars();
    while let Some(first) = rest.next() {
        if tokens.len() >= MAX_TOKENS {
            break;
        }
        match first {
            c if c.is_whitespace() => {}
            HOLE => tokens.push(Token::Hole {
                quote: None,
                count: 1,
            }),
            '-' if rest.as_str().starts_with('-') => skip_past(&mut rest, "\n"),
            '/' if rest.as_str().starts_with('*') => skip_past(&mut rest, "*/"),
            '\'' | '"' | '`' => {
                tokens.push(match quoted(&mut rest, first) {
                    0 => Token::Quoted,
                    count => Token::Hole {
                        quote: Some(first),
                        count,
                    },
                });
            }
            c if c.is_ascii_digit() => {
                take_while(&mut rest, |c| c.is_ascii_alphanumeric() || c == '.');
                tokens.push(Token::Number);
            }
            c if c.is_alphabetic() || c == '_' => {
                let mut word = c.to_ascii_uppercase().to_string();
                word.push_str(
                    &take_while(&mut rest, |c| {
                        c.is_alphanumeric() || matches!(c, '_' | '$' | '.')
                    })
                    .to_ascii_uppercase(),
                );
                tokens.push(Token::Word(word));
            }
            c => tokens.push(Token::Symbol(c)),
        }
    }
    tokens
}

/// Skips to the closing quote; counts the holes inside.
fn quoted(rest: &mut Chars<'_>, quote: char) -> u16 {
    let inside = rest.by_ref().take_while(|character| *character != quote);
    let holes = inside.filter(|character| *character == HOLE).count();
    u16::try_from(holes).unwrap_or(u16::MAX)
}

fn skip_past(rest: &mut Chars<'_>, end: &str) {
    let text = rest.as_str();
    *rest = text
        .find(end)
        .map_or("", |at| &text[at + end.len()..])
        .chars();
}

fn take_while<'a>(rest: &mut Chars<'a>, belongs: impl Fn(char) -> bool) -> &'a str {
    let text = rest.as_str();
    let end = text.find(|c| !belongs(c)).unwrap_or(text.len());
    *rest = text[end..].chars();
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::{is_sql, value_places};

    #[test]
    fn statements_are_sql() {
        for text in [
            "SELECT * FROM users WHERE id = ",
            "select id, name from users where name like '%\u{FFFF}%'",
            "  \n  SELECT u.id AS i, count(*) c FROM \"users\" u",
            "SELECT \u{FFFF} FROM users",
            "SELECT name FROM \u{FFFF}",
            "SELECT COUNT(*) FROM orders",
            "INSERT INTO users (name) VALUES ('\u{FFFF}')",
            "INSERT OR REPLACE INTO t VALUES (1)",
            "UPDATE users SET name = '\u{FFFF}'",
            "DELETE FROM users WHERE id = \u{FFFF}",
            "DROP TABLE \u{FFFF}",
            "CREATE TABLE IF NOT EXISTS t (id int)",
            "WITH x AS (SELECT 1) SELECT * FROM x",
            "REPLACE INTO t VALUES (1)",
            "CALL refresh(\u{FFFF})",
            "EXEC sp_help",
            "MERGE INTO t USING s ON 1=1",
            "-- users\nSELECT 1",
            "(SELECT a FROM b) UNION (SELECT c FROM d)",
        ] {
            assert!(is_sql(text), "{text:?}");
        }
    }

    #[test]
    fn prose_is_not_sql() {
        for text in [
            "Please select a value from the list: ",
            "Select a value from the list",
            "Select from the following options: \u{FFFF}",
            "select the best option you have from menu",
            "Update your profile",
            "update the set of rules",
            "Delete the file from disk",
            "Deleted from cache: \u{FFFF}",
            "Create a new table for \u{FFFF}",
            "Drop files here",
            "insert coin into the machine",
            "call me \u{FFFF}",
            "with regards to \u{FFFF}",
            "ls -la \u{FFFF}",
            "",
            "\u{FFFF}",
        ] {
            assert!(!is_sql(text), "{text:?}");
        }
    }

    /// Each text with what its holes are, in order: `v` a value, `n` a name or a clause.
    #[test]
    fn values_and_names_are_told_apart() {
        for (text, expected) in [
            ("SELECT * FROM users WHERE id = @", "v"),
            ("SELECT * FROM users WHERE name = '@'", "v"),
            (
                "SELECT * FROM users WHERE name LIKE '%@%' AND \"@\" > 1",
                "vn",
            ),
            ("SELECT @ FROM @ WHERE @ = @", "nnnv"),
            (
                "SELECT * FROM t WHERE id IN (@, @) ORDER BY @ LIMIT @ OFFSET @",
                "vvnvv",
            ),
            ("SELECT * FROM t WHERE @", "n"),
            ("SELECT * FROM t @", "n"),
            ("SELECT * FROM t a JOIN u ON a.id = @.id", "n"),
            ("SELECT * FROM t WHERE lower(name) = lower(@)", "v"),
            ("SELECT * FROM t WHERE lower(@) = 'x'", "n"),
            ("SELECT count(@) FROM t", "n"),
            ("SELECT * FROM t WHERE at BETWEEN @ AND @", "vv"),
            ("INSERT INTO @ (@, @) VALUES (@, '@'), (@, 1)", "nnnvvv"),
            ("UPDATE @ SET name = @, @ = @ WHERE id=@", "nvnvv"),
            ("DELETE FROM `@` WHERE id = @", "nv"),
            ("CREATE TABLE @ (@)", "nn"),
            ("CREATE USER u PASSWORD '@'", "n"),
            ("DROP TABLE IF EXISTS @; SELECT 1 WHERE 1 = @", "nv"),
            ("SET search_path TO @", "n"),
            ("PRAGMA table_info('@')", "n"),
            ("CALL refresh(@, @)", "vv"),
            ("@ WHERE id = @", "nv"),
            ("AND name = '@'", "v"),
            ("@", "v"),
            ("@ @", "vv"),
            ("@.@", "nn"),
            ("(SELECT 1 WHERE 1 = @)", "v"),
            (
                "WITH x AS (SELECT * FROM @ WHERE a = @) SELECT * FROM x",
                "nv",
            ),
        ] {
            let places = value_places(&text.replace('@', "\u{FFFF}"));
            let places: String = places
                .into_iter()
                .map(|is| if is { 'v' } else { 'n' })
                .collect();
            assert_eq!(places, expected, "{text:?}");
        }
    }
}
