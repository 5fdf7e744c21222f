//! A check's page: front matter, documentation, examples.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::conform::suggestion;
use super::{CheckPage, RuleError, decode, schema_of, yaml};
use crate::Confidence;
use crate::check::FrontMatter;

/// A fenced block of a page's `## Examples`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// The language as written: `python`, `javascript`, `typescript`, `tsx`, `go`.
    pub language: String,
    /// What the block shows.
    pub role: Role,
    /// The name of the file that the block stands for, where a rule looks at it.
    pub file: Option<String>,
    /// Line of the page, from 1, on which the block's text starts.
    pub line: u32,
    /// The text without expect comments.
    pub text: String,
    /// The findings that it must carry.
    pub expectations: Vec<Expectation>,
}

/// What an example shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Code with the findings that its comments announce, and no others.
    Vulnerable,
    /// The vulnerable block before it after its first fix.
    Fixed,
    /// Code without findings.
    Safe,
}

/// A finding that an example must carry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Expectation {
    /// Line of the block, from 0.
    pub line: u32,
    /// The check.
    pub check: String,
    /// Whether its confidence is low; high and medium are one here.
    pub low: bool,
}

/// Reads a page.
pub(super) fn read(path: &str, text: &str) -> Result<(yaml::Node, CheckPage), Vec<RuleError>> {
    static SCHEMA: LazyLock<Value> = LazyLock::new(schema_of::<FrontMatter>);
    let text = text.replace("\r\n", "\n");
    let (front, body, body_line) = split(&text).ok_or_else(|| {
        vec![error(
            path,
            1,
            "a check starts with its front matter between two lines `---`".to_owned(),
        )]
    })?;
    let tree = yaml::read(path, front, 2)?;
    let front: FrontMatter = decode(path, &tree, &SCHEMA)?;
    let lines: Vec<&str> = body.lines().collect();
    let heading = lines.iter().position(|line| is_examples_heading(line));
    let (docs, example_lines) = lines.split_at(heading.unwrap_or(lines.len()));
    let examples = examples(
        path,
        &front.id,
        example_lines,
        body_line + docs.len() as u32,
    )?;
    let docs = docs.join("\n").trim().to_owned();
    Ok((
        tree,
        CheckPage {
            path: path.to_owned(),
            front,
            docs,
            examples,
        },
    ))
}

/// Front matter, the rest, and the line on which the rest starts.
fn split(text: &str) -> Option<(&str, &str, u32)> {
    let rest = text.strip_prefix("---\n")?;
    let end = if rest.starts_with("---\n") {
        0
    } else {
        rest.find("\n---\n").map(|index| index + 1)?
    };
    let front = &rest[..end];
    let line = 3 + front.lines().count() as u32;
    Some((front, &rest[end + 4..], line))
}

fn is_examples_heading(line: &str) -> bool {
    line.strip_prefix("## ")
        .is_some_and(|title| title.trim().eq_ignore_ascii_case("examples"))
}

/// The fenced blocks among `lines`, the first of which is line `first` of the page.
fn examples(
    path: &str,
    id: &str,
    lines: &[&str],
    first: u32,
) -> Result<Vec<Example>, Vec<RuleError>> {
    let mut examples = Vec::new();
    let mut errors = Vec::new();
    let mut index = 0;
    while index < lines.len() {
        let line = lines[index];
        let ticks = line.bytes().take_while(|byte| *byte == b'`').count();
        index += 1;
        if ticks < 3 {
            continue;
        }
        let fence = &line[..ticks];
        let start = index;
        while index < lines.len() && lines[index].trim_end() != fence {
            index += 1;
        }
        let opened = first + start as u32 - 1;
        if index == lines.len() {
            errors.push(error(path, opened, "the block is not closed".to_owned()));
            break;
        }
        match info(line[ticks..].trim()) {
            Ok((language, role, file)) => {
                examples.push(block(
                    id,
                    language,
                    role,
                    file,
                    &lines[start..index],
                    first + start as u32,
                ));
            }
            Err(message) => errors.push(error(path, opened, message)),
        }
        index += 1;
    }
    if errors.is_empty() {
        Ok(examples)
    } else {
        Err(errors)
    }
}

/// Language, role and file name of an info string.
fn info(info: &str) -> Result<(String, Role, Option<String>), String> {
    const LANGUAGES: [&str; 6] = ["python", "javascript", "typescript", "tsx", "go", "rust"];
    const ROLES: [&str; 3] = ["vulnerable", "fixed", "safe"];
    let mut words = info.split_whitespace();
    let language = words.next().unwrap_or_default();
    if !LANGUAGES.contains(&language) {
        return Err(format!(
            "`{language}` is not a language{}",
            suggestion(language, LANGUAGES)
        ));
    }
    let word = words.next().unwrap_or_default();
    let role = match word {
        "vulnerable" => Role::Vulnerable,
        "fixed" => Role::Fixed,
        "safe" => Role::Safe,
        _ => {
            return Err(format!(
                "`{word}` is not a role of an example{}",
                suggestion(word, ROLES)
            ));
        }
    };
    Ok((language.to_owned(), role, words.next().map(str::to_owned)))
}

fn block(
    id: &str,
    language: String,
    role: Role,
    file: Option<String>,
    lines: &[&str],
    line: u32,
) -> Example {
    let marker = if language == "python" {
        "# expect"
    } else {
        "// expect"
    };
    let mut text = String::new();
    let mut expectations = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let code = match expectation(line, marker) {
            Some((code, words)) => {
                expectations.push(expected(id, index as u32, words));
                code
            }
            None => line,
        };
        text.push_str(code);
        text.push('\n');
    }
    expectations.sort();
    Example {
        language,
        role,
        file,
        line,
        text,
        expectations,
    }
}

/// The code before an expect comment, and the words after it.
fn expectation<'a>(line: &'a str, marker: &str) -> Option<(&'a str, &'a str)> {
    let at = line.rfind(marker)?;
    let words = &line[at + marker.len()..];
    let is_word = words.is_empty() || words.starts_with([' ', ':']);
    is_word.then(|| (line[..at].trim_end(), words))
}

fn expected(id: &str, line: u32, words: &str) -> Expectation {
    let mut expectation = Expectation {
        line,
        check: id.to_owned(),
        low: false,
    };
    for word in words.split([' ', ':', ',']).filter(|word| !word.is_empty()) {
        match confidence(word) {
            Some(confidence) => expectation.low = confidence == Confidence::Low,
            None => word.clone_into(&mut expectation.check),
        }
    }
    expectation
}

fn confidence(word: &str) -> Option<Confidence> {
    match word {
        "low" => Some(Confidence::Low),
        "medium" => Some(Confidence::Medium),
        "high" => Some(Confidence::High),
        _ => None,
    }
}

fn error(path: &str, line: u32, message: String) -> RuleError {
    RuleError {
        file: path.to_owned(),
        line,
        column: 1,
        field: String::new(),
        message,
    }
}
