//! Suppressions: comments that say which findings are accepted, and the edits that write and remove them.
//!
//! `# tripline: ignore[sql-injection] reason` at the end of a line, or alone on the line above, accepts the findings of
//! the named checks there; `ignore` without brackets accepts all. `# tripline: ignore-file[sql-injection] reason`
//! anywhere accepts them in the whole file. Every kind of comment of the language will do.
//!
//! A comment reaches a finding if it stands on, or alone above, a line from the first of the finding's statement to the
//! first of its primary span, or on the last line of that span: a string of several lines has no room for a comment on
//! its first.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use tripline_ir::{ExprKind, FileIr, FileSpan, Literal};
use tripline_rules::{Confidence, Finding, Fingerprint, Severity};
use tripline_syntax::{Language, TextEdit};

use crate::config::did_you_mean;

/// Id of the check that reports suppressions which suppress nothing.
pub const UNUSED_SUPPRESSION: &str = "unused-suppression";

/// What is written for the reader to replace.
const REASON: &str = "reason";

/// What a suppression reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The line of its comment, or the one below where the comment stands alone.
    Line,
    /// The whole file.
    File,
}

/// A suppression in a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// What it reaches.
    pub reach: Reach,
    /// Ids of the checks, each with its place; empty for all checks.
    pub checks: Vec<(String, FileSpan)>,
    /// Why, as written after the brackets; empty if it does not say.
    pub reason: String,
    /// From `tripline:` to the end of the reason.
    pub span: FileSpan,
    /// The comment with its delimiters.
    comment: FileSpan,
    /// Where a further id goes: before the closing bracket, or after `ignore`.
    insert: u32,
    /// The line, counted from zero, that it reaches.
    line: usize,
}

/// A `tripline:` comment that is no suppression.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Malformed {
    span: FileSpan,
    message: String,
}

/// A suppression, or a part of one, that suppresses nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct UnusedSuppression {
    /// The report, of the check [`UNUSED_SUPPRESSION`].
    pub finding: Finding,
    /// Title of the fix.
    pub title: String,
    /// The fix: takes the suppression, or the id in it, out. Empty for a comment that may have been meant otherwise.
    pub edits: Vec<TextEdit>,
}

/// A finding that a comment accepts.
#[derive(Clone, Debug, PartialEq)]
pub struct Suppressed {
    /// The finding.
    pub finding: Finding,
    /// The reason that the comment gives; empty if it gives none.
    pub reason: String,
}

/// The suppressions of one file.
#[derive(Debug)]
pub(crate) struct Suppressions<'a> {
    file: &'a FileIr,
    text: &'a str,
    lines: Lines<'a>,
    found: Vec<Suppression>,
    malformed: Vec<Malformed>,
    /// For each suppression, the checks that it was needed for.
    used: Vec<BTreeSet<String>>,
}

impl<'a> Suppressions<'a> {
    /// The suppressions in the comments of `file`, whose text is `text`.
    pub(crate) fn of(file: &'a FileIr, text: &'a str) -> Self {
        let lines = Lines::of(text);
        let mut found = Vec::new();
        let mut malformed = Vec::new();
        for comment in &file.comments {
            let Some(source) = text
                .get(comment.span.range())
                .filter(|source| source.contains("tripline:"))
            else {
                continue;
            };
            match parse(source, comment.span) {
                Some(Ok(mut suppression)) => {
                    suppression.line = reached_line(file, text, &lines, comment.span);
                    found.push(suppression);
                }
                Some(Err(problem)) => malformed.push(problem),
                None => {}
            }
        }
        let used = vec![BTreeSet::new(); found.len()];
        Suppressions {
            file,
            text,
            lines,
            found,
            malformed,
            used,
        }
    }

    /// Splits `findings` into those that stand and those that a comment accepts.
    pub(crate) fn apply(&mut self, findings: Vec<Finding>) -> (Vec<Finding>, Vec<Suppressed>) {
        if self.found.is_empty() {
            return (findings, Vec::new());
        }
        let mut standing = Vec::new();
        let mut suppressed = Vec::new();
        for finding in findings {
            match self.accept(&finding) {
                Some(reason) => suppressed.push(Suppressed { finding, reason }),
                None => standing.push(finding),
            }
        }
        (standing, suppressed)
    }

    /// What suppresses nothing, of the checks for which `judges` holds: of others it is not known. What touches a
    /// line of `broken`, the places whose findings are not known, is passed over as well.
    pub(crate) fn unused(
        &self,
        judges: &dyn Fn(&str) -> bool,
        known: &[&str],
        broken: &[FileSpan],
    ) -> Vec<UnusedSuppression> {
        let broken: Vec<Range<usize>> = broken
            .iter()
            .map(|span| self.lines.at(span.start)..self.lines.at(span.end) + 1)
            .collect();
        let is_broken = |suppression: &Suppression| match suppression.reach {
            Reach::File => !broken.is_empty(),
            Reach::Line => {
                let first = self.lines.at(suppression.comment.start).saturating_sub(1);
                broken
                    .iter()
                    .any(|lines| lines.start <= suppression.line + 1 && first < lines.end)
            }
        };
        let mut unused: Vec<UnusedSuppression> = self
            .found
            .iter()
            .zip(&self.used)
            .filter(|(suppression, _)| !is_broken(suppression))
            .flat_map(|(suppression, used)| self.unused_parts(suppression, used, judges, known))
            .collect();
        unused.extend(self.malformed.iter().map(|problem| UnusedSuppression {
            finding: self.report(
                problem.span,
                problem.message.clone(),
                "Write `tripline: ignore[check-id] reason`",
            ),
            title: String::new(),
            edits: Vec::new(),
        }));
        unused.sort_by_key(|unused| unused.finding.span);
        unused
    }

    /// The reason of the suppression that accepts a finding.
    fn accept(&mut self, finding: &Finding) -> Option<String> {
        let lines = self.lines_of(finding);
        let reaches = |suppression: &Suppression| {
            let line = suppression.reach == Reach::File || lines.contains(&suppression.line);
            line && (suppression.checks.is_empty()
                || suppression
                    .checks
                    .iter()
                    .any(|(id, _)| **id == *finding.check))
        };
        let by_line = |index: &usize| self.found[*index].reach == Reach::Line;
        let mut accepting = (0..self.found.len()).filter(|index| reaches(&self.found[*index]));
        // The nearest one, so that one for the whole file does not make the others unused or the other way round.
        let first = accepting.next()?;
        let index = if by_line(&first) {
            first
        } else {
            accepting.find(by_line).unwrap_or(first)
        };
        self.used[index].insert(finding.check.to_string());
        Some(self.found[index].reason.clone())
    }

    /// The lines on which, or alone above which, a comment accepts the finding.
    fn lines_of(&self, finding: &Finding) -> Vec<usize> {
        let primary = self.lines.at(finding.span.start);
        let statement = self
            .statement_at(finding.span)
            .map_or(primary, |span| self.lines.at(span.start));
        let last = self
            .lines
            .at(finding.span.end.max(finding.span.start + 1) - 1);
        let mut lines: Vec<usize> = (statement.min(primary)..=primary).collect();
        lines.push(last);
        lines
    }

    /// The innermost statement around a span; `None` where other statements stand between its start and the span, as
    /// in the condition of an `elif`.
    fn statement_at(&self, span: FileSpan) -> Option<FileSpan> {
        let around = |outer: &FileSpan| outer.start <= span.start && span.end <= outer.end;
        let layout = self
            .file
            .bodies
            .iter()
            .filter(|layout| around(&layout.span))
            .min_by_key(|layout| layout.span.end - layout.span.start)?;
        let statements = || {
            layout
                .body
                .stmts
                .iter()
                .map(|statement| layout.resolve(statement.span))
        };
        let innermost = statements()
            .filter(around)
            .min_by_key(|outer| outer.end - outer.start)?;
        let is_between = |other: FileSpan| innermost.start < other.start && other.end <= span.start;
        (!statements().any(is_between)).then_some(innermost)
    }

    fn unused_parts(
        &self,
        suppression: &Suppression,
        used: &BTreeSet<String>,
        judges: &dyn Fn(&str) -> bool,
        known: &[&str],
    ) -> Vec<UnusedSuppression> {
        let remove = "Remove the unused suppression";
        if suppression.checks.is_empty() {
            if !used.is_empty() {
                return Vec::new();
            }
            let message = "no finding is suppressed here".to_owned();
            return vec![UnusedSuppression {
                finding: self.report(suppression.span, message, remove),
                title: remove.to_owned(),
                edits: vec![self.removal(suppression)],
            }];
        }
        let is_unused = |id: &str| !used.contains(id) && (judges(id) || !known.contains(&id));
        let unused: Vec<usize> = (0..suppression.checks.len())
            .filter(|index| is_unused(&suppression.checks[*index].0))
            .collect();
        let whole = unused.len() == suppression.checks.len();
        unused
            .into_iter()
            .map(|index| {
                let (id, span) = &suppression.checks[index];
                let message = if known.contains(&id.as_str()) {
                    format!("no finding of `{id}` is suppressed here")
                } else {
                    format!("no check has the id `{id}`{}", did_you_mean(id, known))
                };
                let edit = if whole {
                    self.removal(suppression)
                } else {
                    id_removal(suppression, index)
                };
                UnusedSuppression {
                    finding: self.report(*span, message, remove),
                    title: remove.to_owned(),
                    edits: vec![edit],
                }
            })
            .collect()
    }

    /// Takes the suppression out: with its whole line if nothing else is on it, with the space before it otherwise.
    fn removal(&self, suppression: &Suppression) -> TextEdit {
        let first = self.lines.at(suppression.comment.start);
        let last = self.lines.at(suppression.comment.end);
        let before = &self.text[self.lines.start(first)..suppression.comment.start as usize];
        let after = &self.text[suppression.comment.end as usize..self.lines.end(last)];
        // The comment says more than this if something stands before the suppression in it.
        let comment =
            &self.text[suppression.comment.start as usize..suppression.span.start as usize];
        let other = comment.trim_matches(|char: char| char.is_whitespace() || "/*#".contains(char));
        let range = if !other.is_empty() {
            let kept = self.text[..suppression.span.start as usize]
                .trim_end_matches([' ', '\t', '#', '/']);
            kept.len()..suppression.span.end as usize
        } else if is_only_wrapping(before, after) {
            self.lines.start(first)..self.lines.start(last + 1)
        } else {
            let start = self.lines.start(first) + before.trim_end().len();
            let end = suppression.comment.end as usize;
            if after.trim().is_empty() {
                start..end + after.len()
            } else {
                start..end
            }
        };
        TextEdit {
            range: range.start as u32..range.end as u32,
            text: String::new(),
        }
    }

    fn report(&self, span: FileSpan, message: String, help: &str) -> Finding {
        let check: Arc<str> = Arc::from(UNUSED_SUPPRESSION);
        let line = self.lines.at(span.start);
        let code = self.text[self.lines.start(line)..self.lines.end(line)].trim();
        let seed = format!("{UNUSED_SUPPRESSION}\0{message}\0{code}");
        Finding {
            check: Arc::clone(&check),
            rule: check,
            severity: Severity::Low,
            confidence: Confidence::High,
            title: Arc::from("Unused suppression"),
            message,
            help: help.to_owned(),
            span,
            steps: Vec::new(),
            related: Vec::new(),
            fingerprint: Fingerprint(xxhash_rust::xxh3::xxh3_64(seed.as_bytes())),
            secrets: Vec::new(),
            fixes: Vec::new(),
        }
    }
}

/// Takes one id out of the brackets, with the comma beside it.
fn id_removal(suppression: &Suppression, index: usize) -> TextEdit {
    let checks = &suppression.checks;
    let span = checks[index].1;
    let range = match (
        index.checked_sub(1).map(|before| checks[before].1),
        checks.get(index + 1),
    ) {
        (_, Some((_, next))) => span.start..next.start,
        (Some(before), None) => before.end..span.end,
        (None, None) => span.start..span.end,
    };
    TextEdit {
        range,
        text: String::new(),
    }
}

/// The edits that suppress `finding` with a comment: an id more where its line has a suppression, else a comment on the
/// line above its statement. The reason is left to its reader.
pub fn suppress_line(file: &FileIr, text: &str, finding: &Finding) -> Vec<TextEdit> {
    let suppressions = Suppressions::of(file, text);
    let lines = suppressions.lines_of(finding);
    let reaching = suppressions
        .found
        .iter()
        .find(|suppression| suppression.reach == Reach::Line && lines.contains(&suppression.line));
    if let Some(suppression) = reaching {
        return vec![one_more(suppression, &finding.check)];
    }
    let line = lines.first().copied().unwrap_or(0);
    let start = suppressions.lines.start(line);
    let last = lines.last().copied().unwrap_or(line);
    let last_end = suppressions.lines.end(last);
    if is_in_string(file, start as u32) && !is_in_string(file, last_end as u32) {
        let marker = file.language.line_comment();
        return insertion(
            last_end,
            format!("  {marker} tripline: ignore[{}] {REASON}", finding.check),
        );
    }
    let code = &text[start..suppressions.lines.end(line)];
    let indentation = &code[..code.len() - code.trim_start().len()];
    let directive = format!("tripline: ignore[{}] {REASON}", finding.check);
    let comment = if is_in_markup(file, text, start as u32) {
        format!("{{/* {directive} */}}")
    } else {
        format!("{} {directive}", file.language.line_comment())
    };
    insertion(start, format!("{indentation}{comment}{}", line_break(text)))
}

/// The edits that suppress a check in the whole file: an id more where the file has such a suppression, else a comment
/// at its start, after the lines that must come first.
pub fn suppress_file(file: &FileIr, text: &str, check: &str) -> Vec<TextEdit> {
    let suppressions = Suppressions::of(file, text);
    if let Some(suppression) = suppressions
        .found
        .iter()
        .find(|suppression| suppression.reach == Reach::File)
    {
        return vec![one_more(suppression, check)];
    }
    let marker = file.language.line_comment();
    let is_first = |line: &str| {
        let is_encoding =
            file.language == Language::Python && line.starts_with('#') && line.contains("coding");
        let is_build_tag = line.starts_with("//go:build") || line.starts_with("// +build");
        let is_directive = line.starts_with("\"use ") || line.starts_with("'use ");
        line.starts_with("#!") || is_encoding || is_build_tag || is_directive
    };
    let mut line = 0;
    while is_first(&text[suppressions.lines.start(line)..suppressions.lines.end(line)]) {
        line += 1;
    }
    let start = suppressions.lines.start(line);
    let missing_break = if start > 0 && !text[..start].ends_with(['\n', '\r']) {
        line_break(text)
    } else {
        ""
    };
    // A build tag of Go must be followed by an empty line, which a comment in between would take from it.
    let spacing = if line > 0 && file.language == Language::Go {
        line_break(text)
    } else {
        ""
    };
    let comment = format!(
        "{marker} tripline: ignore-file[{check}] {REASON}{}",
        line_break(text)
    );
    insertion(start, format!("{missing_break}{spacing}{comment}"))
}

fn insertion(offset: usize, text: String) -> Vec<TextEdit> {
    vec![TextEdit {
        range: offset as u32..offset as u32,
        text,
    }]
}

/// Adds an id to a suppression. One of all checks has it already.
fn one_more(suppression: &Suppression, check: &str) -> TextEdit {
    let is_there =
        suppression.checks.is_empty() || suppression.checks.iter().any(|(id, _)| id == check);
    let text = if is_there {
        String::new()
    } else {
        format!(", {check}")
    };
    TextEdit {
        range: suppression.insert..suppression.insert,
        text,
    }
}

/// How the lines of the text end.
pub(crate) fn line_break(text: &str) -> &'static str {
    match text.find(['\n', '\r']) {
        Some(first) if text[first..].starts_with("\r\n") => "\r\n",
        Some(first) if text[first..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// Whether `offset` is inside a string, where a comment would be text.
fn is_in_string(file: &FileIr, offset: u32) -> bool {
    file.bodies.iter().any(|layout| {
        layout.body.exprs.iter().any(|expr| {
            let is_string = matches!(
                expr.kind,
                ExprKind::Template { .. }
                    | ExprKind::Literal(Literal::String(_) | Literal::Bytes(_))
            );
            let span = layout.resolve(expr.span);
            is_string && span.start < offset && offset < span.end
        })
    })
}

/// Whether a line that starts at `offset` is between the tags of a JSX element, where a comment needs braces.
fn is_in_markup(file: &FileIr, text: &str, offset: u32) -> bool {
    let offset = offset + leading_space(&text[offset as usize..]);
    let mut innermost: Option<(u32, bool)> = None;
    for layout in &file.bodies {
        for expr in &layout.body.exprs {
            let span = layout.resolve(expr.span);
            // What starts the line is a child of the element; an attribute or hole that starts before it is not.
            if span.start < offset
                && offset < span.end
                && innermost.is_none_or(|(length, _)| span.end - span.start <= length)
            {
                let is_element = match &expr.kind {
                    ExprKind::Element { .. } => {
                        opening_tag_end(text, span).is_some_and(|end| end <= offset)
                    }
                    _ => false,
                };
                innermost = Some((span.end - span.start, is_element));
            }
        }
    }
    innermost.is_some_and(|(_, is_element)| is_element)
}

/// One past the `>` that closes the opening tag of the element at `span`, strings and braces passed over.
fn opening_tag_end(text: &str, span: FileSpan) -> Option<u32> {
    let mut depth = 0_u32;
    let mut quote = None;
    let mut before = ' ';
    for (index, char) in text.get(span.range())?.char_indices() {
        match (quote, char) {
            (Some(open), _) if open == char => quote = None,
            (None, '"' | '\'' | '`') => quote = Some(char),
            (None, '{') => depth += 1,
            (None, '}') => depth = depth.saturating_sub(1),
            (None, '>') if depth == 0 && before != '=' => {
                return Some(span.start + index as u32 + 1);
            }
            _ => {}
        }
        before = char;
    }
    None
}

fn leading_space(text: &str) -> u32 {
    (text.len() - text.trim_start_matches([' ', '\t']).len()) as u32
}

/// Whether what stands beside a comment on its lines is nothing, or the braces that a comment in JSX needs.
fn is_only_wrapping(before: &str, after: &str) -> bool {
    let (before, after) = (before.trim(), after.trim());
    before.is_empty() && after.is_empty() || before == "{" && after == "}"
}

/// The line that a comment reaches: its own, or, if it stands alone, the next one with something but comments on it.
fn reached_line(file: &FileIr, text: &str, lines: &Lines<'_>, comment: FileSpan) -> usize {
    let is_alone = |comment: FileSpan| {
        let first = lines.at(comment.start);
        let last = lines.at(comment.end);
        let before = &text[lines.start(first)..comment.start as usize];
        let after = &text[comment.end as usize..lines.end(last)];
        is_only_wrapping(before, after)
    };
    if !is_alone(comment) {
        return lines.at(comment.end);
    }
    let mut line = lines.at(comment.end) + 1;
    for other in file
        .comments
        .iter()
        .filter(|other| other.span.start >= comment.end)
    {
        if lines.at(other.span.start) != line || !is_alone(other.span) {
            break;
        }
        line = lines.at(other.span.end) + 1;
    }
    line
}

/// The suppression in the comment `source` at `comment`; `None` if it does not speak to Tripline.
fn parse(source: &str, comment: FileSpan) -> Option<Result<Suppression, Malformed>> {
    let end = source.strip_suffix("*/").unwrap_or(source).trim_end().len();
    let body = &source[..end];
    let start = body
        .match_indices("tripline:")
        .map(|(start, _)| start)
        .find(|start| {
            // In prose, and in a quotation of this very syntax, it follows a word or a quote.
            let before = body[..*start].trim_end_matches([' ', '\t', '\n', '\r']);
            before.ends_with(['#', '/', '*'])
        })?;
    let at = |offset: usize| comment.start + offset as u32;
    let directive = start + "tripline:".len();
    let keyword_start =
        directive + (body[directive..].len() - body[directive..].trim_start().len());
    let keyword_length = body[keyword_start..]
        .find(|char: char| !char.is_ascii_alphanumeric() && char != '-')
        .unwrap_or(body.len() - keyword_start);
    let keyword = &body[keyword_start..keyword_start + keyword_length];
    let span = FileSpan {
        start: at(start),
        end: at(end),
    };
    let malformed = |message: String| Some(Err(Malformed { span, message }));
    let reach = match keyword {
        "ignore" => Reach::Line,
        "ignore-file" => Reach::File,
        _ => {
            let hint = did_you_mean(keyword, &["ignore", "ignore-file"]);
            return malformed(format!("`tripline: {keyword}` is no suppression{hint}"));
        }
    };
    let after_keyword = keyword_start + keyword_length;
    let mut checks = Vec::new();
    let mut insert = after_keyword;
    let mut reason_start = after_keyword;
    if body[after_keyword..].starts_with('[') {
        let Some(length) = body[after_keyword..].find(']') else {
            return malformed("the list of checks is not closed".to_owned());
        };
        insert = after_keyword + length;
        reason_start = insert + 1;
        let mut id_start = after_keyword + 1;
        for part in body[after_keyword + 1..insert].split(',') {
            let id = part.trim();
            if !id.is_empty() {
                let first = id_start + (part.len() - part.trim_start().len());
                checks.push((
                    id.to_owned(),
                    FileSpan {
                        start: at(first),
                        end: at(first + id.len()),
                    },
                ));
            }
            id_start += part.len() + 1;
        }
        if checks.is_empty() {
            return malformed("the list of checks is empty".to_owned());
        }
    }
    let reason = body[reason_start..]
        .trim_start_matches([' ', '\t', ':', '-', '—', '–'])
        .trim()
        .to_owned();
    let (insert, line) = (at(insert), 0);
    Some(Ok(Suppression {
        reach,
        checks,
        reason,
        span,
        comment,
        insert,
        line,
    }))
}

/// Where the lines of a text start, found when they are first asked for.
#[derive(Debug)]
struct Lines<'a> {
    text: &'a str,
    starts: OnceCell<Vec<usize>>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        Lines {
            text,
            starts: OnceCell::new(),
        }
    }

    /// Lines end at `\n`, `\r\n` or a lone `\r`.
    fn starts(&self) -> &[usize] {
        self.starts.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let ends = bytes.iter().enumerate().filter(|(index, byte)| match byte {
                b'\n' => true,
                b'\r' => bytes.get(index + 1) != Some(&b'\n'),
                _ => false,
            });
            let behind = ends.map(|(index, _)| index + 1);
            std::iter::once(0).chain(behind).collect()
        })
    }

    /// The line, counted from zero, of a byte.
    fn at(&self, offset: u32) -> usize {
        self.starts()
            .partition_point(|start| *start <= offset as usize)
            .saturating_sub(1)
    }

    /// The first byte of a line; the end of the text for lines past it.
    fn start(&self, line: usize) -> usize {
        let starts = self.starts();
        starts.get(line).copied().unwrap_or(self.text.len())
    }

    /// The end of a line, before its break.
    fn end(&self, line: usize) -> usize {
        let start = self.start(line);
        let line = &self.text[start..self.start(line + 1)];
        start + line.trim_end_matches(['\n', '\r']).len()
    }
}

/// The text of `tripline.toml` after `check` was turned off in it, its comments and layout kept.
pub fn disable_check(config: &str, check: &str) -> Result<String, toml_edit::TomlError> {
    let mut document: toml_edit::DocumentMut = config.parse()?;
    let checks = document
        .entry("checks")
        .or_insert(toml_edit::Item::Table(implicit_table()));
    let Some(checks) = checks.as_table_like_mut() else {
        return Ok(config.to_owned());
    };
    let settings = checks.entry(check).or_insert(toml_edit::table());
    if let Some(settings) = settings.as_table_like_mut() {
        settings.insert("enabled", toml_edit::value(false));
    }
    Ok(document.to_string())
}

/// The text of the `tripline.toml` in `folder` after it excludes the file at `path`, its comments and layout kept.
pub fn exclude_path(
    config: &str,
    folder: &Path,
    path: &Path,
) -> Result<String, toml_edit::TomlError> {
    let mut document: toml_edit::DocumentMut = config.parse()?;
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = below
        .iter()
        .map(|part| escaped(&part.to_string_lossy()))
        .collect();
    let pattern = format!("/{}", parts.join("/"));
    let exclude = document
        .entry("exclude")
        .or_insert(toml_edit::value(toml_edit::Array::new()));
    if let Some(list) = exclude.as_array_mut()
        && !list.iter().any(|value| value.as_str() == Some(&pattern))
    {
        list.push(pattern);
    }
    Ok(document.to_string())
}

fn implicit_table() -> toml_edit::Table {
    let mut table = toml_edit::Table::new();
    table.set_implicit(true);
    table
}

/// A name as a pattern that matches it alone.
fn escaped(name: &str) -> String {
    let mut result = String::with_capacity(name.len());
    for char in name.chars() {
        if "*?[]{}\\!".contains(char) {
            result.push('\\');
        }
        result.push(char);
    }
    result
}

#[cfg(test)]
mod tests {
    use tripline_syntax::{Document, apply_edits};

    use super::*;

    const KNOWN: [&str; 3] = ["sql-injection", "xss", "weak-crypto"];

    struct Fixture {
        ir: FileIr,
        text: String,
    }

    impl Fixture {
        fn new(language: Language, text: &str) -> Self {
            let document = Document::parse(language, text);
            Fixture {
                ir: tripline_ir::lower::lower(&document, None),
                text: text.to_owned(),
            }
        }

        /// A finding of `check` at the first occurrence of `primary`.
        fn finding(&self, check: &str, primary: &str) -> Finding {
            let start = self.text.find(primary).unwrap() as u32;
            let suppressions = Suppressions::of(&self.ir, &self.text);
            let mut finding = suppressions.report(
                FileSpan {
                    start,
                    end: start + primary.len() as u32,
                },
                String::new(),
                "",
            );
            finding.check = Arc::from(check);
            finding
        }

        fn accepts(&self, check: &str, primary: &str) -> bool {
            let finding = self.finding(check, primary);
            Suppressions::of(&self.ir, &self.text)
                .apply(vec![finding])
                .0
                .is_empty()
        }

        /// Messages of what is unused beside these findings, and the text after all fixes.
        fn unused(&self, findings: &[(&str, &str)]) -> (Vec<String>, String) {
            let mut suppressions = Suppressions::of(&self.ir, &self.text);
            suppressions.apply(
                findings
                    .iter()
                    .map(|(check, primary)| self.finding(check, primary))
                    .collect(),
            );
            let unused = suppressions.unused(&|_| true, &KNOWN, &self.ir.errors);
            let mut edits: Vec<TextEdit> = unused
                .iter()
                .flat_map(|unused| unused.edits.clone())
                .collect();
            edits.dedup();
            let messages = unused
                .into_iter()
                .map(|unused| unused.finding.message)
                .collect();
            (messages, apply_edits(&self.text, &edits).unwrap())
        }

        fn after(&self, edits: &[TextEdit]) -> String {
            apply_edits(&self.text, edits).unwrap()
        }
    }

    fn python(text: &str) -> Fixture {
        Fixture::new(Language::Python, text)
    }

    fn tsx(text: &str) -> Fixture {
        Fixture::new(Language::Tsx, text)
    }

    #[test]
    fn a_comment_at_the_end_of_the_line_accepts() {
        let file = python("run(query)  # tripline: ignore[sql-injection] reviewed\nrun(other)\n");
        assert!(file.accepts("sql-injection", "query"));
        assert!(!file.accepts("xss", "query"));
        assert!(!file.accepts("sql-injection", "other"));
    }

    #[test]
    fn a_comment_alone_above_accepts_below_other_comments_too() {
        let file =
            python("# tripline: ignore[sql-injection, xss]\n# more\nrun(query)\nrun(other)\n");
        assert!(file.accepts("sql-injection", "query"));
        assert!(file.accepts("xss", "query"));
        assert!(!file.accepts("xss", "other"));
    }

    #[test]
    fn a_comment_at_the_end_of_a_line_does_not_reach_the_next() {
        let file = python("x = 1  # tripline: ignore\nrun(query)\n");
        assert!(!file.accepts("xss", "query"));
    }

    #[test]
    fn a_comment_without_brackets_accepts_every_check() {
        let file = python("run(query)  # tripline: ignore\n");
        assert!(file.accepts("sql-injection", "query"));
        assert!(file.accepts("xss", "query"));
    }

    #[test]
    fn a_comment_for_the_file_accepts_everywhere() {
        let file = python("run(query)\n\n# tripline: ignore-file[xss] legacy\n");
        assert!(file.accepts("xss", "query"));
        assert!(!file.accepts("sql-injection", "query"));
    }

    #[test]
    fn a_comment_reaches_from_the_first_line_of_the_statement() {
        let file = python("# tripline: ignore[xss]\nrun(\n    first,\n    query,\n)\n");
        assert!(file.accepts("xss", "query"));
        let file = python("run(  # tripline: ignore[xss]\n    query,\n)\n");
        assert!(file.accepts("xss", "query"));
    }

    #[test]
    fn a_comment_after_a_string_of_several_lines_accepts() {
        let file = python("run(f'''\n  {x}\n''')  # tripline: ignore[xss]\n");
        assert!(file.accepts("xss", "f'''\n  {x}\n'''"));
    }

    #[test]
    fn a_comment_on_an_if_does_not_reach_into_its_block() {
        let file = python("if a:  # tripline: ignore[xss]\n    run(query)\n");
        assert!(!file.accepts("xss", "query"));
    }

    #[test]
    fn every_kind_of_comment_counts() {
        for text in [
            "run(query) // tripline: ignore[xss] fine",
            "run(query) /* tripline: ignore[xss] fine */",
            "/* tripline: ignore[xss] */\nrun(query)",
            "/**\n * tripline: ignore[xss]\n */\nrun(query)",
        ] {
            assert!(tsx(text).accepts("xss", "query"), "{text}");
        }
        let file = tsx(
            "const a = () => (\n  <div>\n    {/* tripline: ignore[xss] */}\n    <p b={query} />\n  </div>\n)\n",
        );
        assert!(file.accepts("xss", "query"));
        let file = python("import a  # noqa: E401  # tripline: ignore[xss]\n");
        assert!(file.accepts("xss", "import a"));
    }

    #[test]
    fn what_only_looks_like_a_comment_or_speaks_of_one_does_not_count() {
        assert!(!python("run('# tripline: ignore', query)\n").accepts("xss", "query"));
        let prose = python("run(query)  # write `tripline: ignore[xss]` to accept\n");
        assert!(!prose.accepts("xss", "query"));
        assert_eq!(prose.unused(&[]).0, [""; 0]);
    }

    #[test]
    fn an_unused_suppression_is_reported_and_removed() {
        let (messages, text) = python("a = 1  # tripline: ignore[xss] reason\nb = 2\n").unused(&[]);
        assert_eq!(messages, ["no finding of `xss` is suppressed here"]);
        assert_eq!(text, "a = 1\nb = 2\n");
        let (_, text) = python("a = 1\n    # tripline: ignore\nb = 2\n").unused(&[]);
        assert_eq!(text, "a = 1\nb = 2\n");
        let (_, text) = python("a = 1  # noqa # tripline: ignore[xss]\n").unused(&[]);
        assert_eq!(text, "a = 1  # noqa\n");
        let (_, text) =
            tsx("const a = <p>\n  {/* tripline: ignore[xss] */}\n  b\n</p>\n").unused(&[]);
        assert_eq!(text, "const a = <p>\n  b\n</p>\n");
    }

    #[test]
    fn one_unused_id_of_several_is_removed_alone() {
        let file =
            python("run(query)  # tripline: ignore[xss, sql-injection, weak-crypto] reason\n");
        let (messages, text) = file.unused(&[("sql-injection", "query"), ("weak-crypto", "query")]);
        assert_eq!(messages, ["no finding of `xss` is suppressed here"]);
        assert_eq!(
            text,
            "run(query)  # tripline: ignore[sql-injection, weak-crypto] reason\n"
        );
        let (_, text) = file.unused(&[("xss", "query"), ("sql-injection", "query")]);
        assert_eq!(
            text,
            "run(query)  # tripline: ignore[xss, sql-injection] reason\n"
        );
    }

    #[test]
    fn a_used_suppression_is_not_reported() {
        let file = python("run(query)  # tripline: ignore[xss]\n");
        assert_eq!(file.unused(&[("xss", "query")]).0, [""; 0]);
    }

    #[test]
    fn a_misspelt_id_or_word_is_reported_with_what_was_meant() {
        let (messages, _) = python("a = 1  # tripline: ignore[sql-injecton]\n").unused(&[]);
        assert_eq!(
            messages,
            ["no check has the id `sql-injecton`; did you mean `sql-injection`?"]
        );
        let (messages, text) = python("a = 1  # tripline: ingore[xss]\n").unused(&[]);
        assert_eq!(
            messages,
            ["`tripline: ingore` is no suppression; did you mean `ignore`?"]
        );
        assert_eq!(text, "a = 1  # tripline: ingore[xss]\n");
        let (messages, _) = python("a = 1  # tripline: ignore[xss\n").unused(&[]);
        assert_eq!(messages, ["the list of checks is not closed"]);
    }

    #[test]
    fn beside_code_that_does_not_parse_nothing_is_called_unused() {
        let file = python("run(  # tripline: ignore[xss]\n");
        assert!(!file.ir.errors.is_empty());
        assert_eq!(file.unused(&[]).0, [""; 0]);
    }

    #[test]
    fn suppressing_a_line_writes_a_comment_above_its_statement() {
        let file = python("def f():\n    run(\n        query)\n");
        let edits = suppress_line(&file.ir, &file.text, &file.finding("xss", "query"));
        assert_eq!(
            file.after(&edits),
            "def f():\n    # tripline: ignore[xss] reason\n    run(\n        query)\n"
        );
        let file = tsx("const a = 1\r\n\trun(query)\r\n");
        let edits = suppress_line(&file.ir, &file.text, &file.finding("xss", "query"));
        assert_eq!(
            file.after(&edits),
            "const a = 1\r\n\t// tripline: ignore[xss] reason\r\n\trun(query)\r\n"
        );
    }

    #[test]
    fn suppressing_a_line_adds_to_the_comment_that_is_there() {
        let file = python("run(query)  # tripline: ignore[xss] reviewed\n");
        let edits = suppress_line(
            &file.ir,
            &file.text,
            &file.finding("sql-injection", "query"),
        );
        assert_eq!(
            file.after(&edits),
            "run(query)  # tripline: ignore[xss, sql-injection] reviewed\n"
        );
    }

    #[test]
    fn a_written_suppression_suppresses() {
        for (file, primary) in [
            (
                python("def f():\n  if a:\n    pass\n  elif query:\n    pass\n"),
                "query",
            ),
            (python("x = '''\n'''; run(query)\n"), "query"),
            (python("x = 1\nrun(f'''\n{query}\n''')\n"), "query"),
            (
                tsx("const a = () => (\n  <div>\n    <p b={query} />\n  </div>\n)\n"),
                "query",
            ),
            (
                tsx("const a = () => (\n  <div\n    b={query} />\n)\n"),
                "query",
            ),
            (
                Fixture::new(
                    Language::Go,
                    "package a\n\nfunc f() {\n\trun(\n\t\tquery)\n}\n",
                ),
                "query",
            ),
        ] {
            let edits = suppress_line(&file.ir, &file.text, &file.finding("xss", primary));
            let after = Fixture::new(file.ir.language, &file.after(&edits));
            assert!(after.accepts("xss", primary), "{}", after.text);
            assert!(after.ir.errors.is_empty(), "{}", after.text);
        }
    }

    #[test]
    fn suppressing_the_file_writes_a_comment_after_what_must_come_first() {
        let file = python("#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nimport a\n");
        assert_eq!(
            file.after(&suppress_file(&file.ir, &file.text, "xss")),
            "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n# tripline: ignore-file[xss] reason\nimport a\n"
        );
        let file = Fixture::new(Language::Go, "//go:build linux\n\npackage a\n");
        assert_eq!(
            file.after(&suppress_file(&file.ir, &file.text, "xss")),
            "//go:build linux\n\n// tripline: ignore-file[xss] reason\n\npackage a\n"
        );
        let file = python("# tripline: ignore-file[xss] old\n");
        assert_eq!(
            file.after(&suppress_file(&file.ir, &file.text, "sql-injection")),
            "# tripline: ignore-file[xss, sql-injection] old\n"
        );
    }

    #[test]
    fn turning_a_check_off_keeps_the_rest_of_the_configuration() {
        assert_eq!(
            disable_check("", "xss").unwrap(),
            "[checks.xss]\nenabled = false\n"
        );
        assert_eq!(
            disable_check(
                "# ours\nfail-on = \"high\" # strict\n\n[checks.xss]\nseverity = \"low\"\n",
                "xss"
            )
            .unwrap(),
            "# ours\nfail-on = \"high\" # strict\n\n[checks.xss]\nseverity = \"low\"\nenabled = false\n"
        );
        assert!(disable_check("enabled = ", "xss").is_err());
    }

    #[test]
    fn excluding_a_path_excludes_it_alone() {
        let folder = Path::new("/w");
        let after = exclude_path(
            "exclude = [\"gen/\"] # why\n",
            folder,
            Path::new("/w/a/[id].ts"),
        )
        .unwrap();
        assert_eq!(after, "exclude = [\"gen/\", '/a/\\[id\\].ts'] # why\n");
        let files = crate::Memory::with(&[("/w/tripline.toml", &after)]);
        let config = crate::Config::load(&files, folder, None);
        assert_eq!(config.problems(), []);
        assert!(config.settings().exclude.contain(Path::new("/w/a/[id].ts")));
        assert!(!config.settings().exclude.contain(Path::new("/w/a/i.ts")));
        assert_eq!(
            exclude_path(&after, folder, Path::new("/w/a/[id].ts")).unwrap(),
            after
        );
    }
}
