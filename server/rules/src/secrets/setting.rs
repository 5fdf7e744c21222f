//! Settings with a telling name, in texts that are no programs: `DB_PASSWORD=...`, `"apiKey": "..."`, `token: ...`,
//! `<password>...</password>`, and addresses with a password.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use tripline_ir::FileSpan;

use super::named::{is_address_password, is_secret};
use crate::Confidence;
use crate::matching::NamedSecretRule;

/// Longest value, in bytes.
const MAX_VALUE: usize = 4096;

/// How far behind its name the value of an entry is: `- name: X`, `value: y`.
const MAX_ENTRY: usize = 300;

/// Names of things of an orchestrator, which keep secrets under such names: `my-tls-1`, `redis_auth`.
static RESOURCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[a-z]+[0-9]{0,2}|[0-9]{1,4})(?:[-_./](?:[a-z]+[0-9]{0,2}|[0-9]{1,4}))*$")
        .expect("the pattern is constant and its test compiles it")
});

/// An address of the machine itself, or of documentation.
static NOWHERE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?i:localhost|127\.|0\.0\.0\.0|\[?::1|host(?:name)?\b|(?:[\w-]+\.)*example\b|(?:[\w-]+\.)*(?:test|local|invalid)\b)")
        .expect("the pattern is constant and its test compiles it")
});

/// How a format writes its values.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    /// Strings stand in quotes: JSON, TOML, Terraform.
    Quoted,
    /// They may stand bare, alone on the rest of their line: YAML, properties.
    Bare,
    /// They may stand bare up to a space: shells, `.env`.
    Shell,
    /// Between tags or in attributes.
    Markup,
}

/// A secret that a setting holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Setting {
    pub(crate) check: u32,
    pub(crate) rule: u32,
    pub(crate) confidence: Confidence,
    /// Of the setting.
    pub(crate) name: String,
    /// The secret.
    pub(crate) span: FileSpan,
}

/// The settings of a text that are secrets, by position. There are none in a file of translations or in one that shows which
/// settings there are.
pub(crate) fn find(text: &str, path: &str, rules: &[NamedSecretRule]) -> Vec<Setting> {
    let Some(format) = format_of(path) else {
        return Vec::new();
    };
    let search = Search {
        text,
        format,
        rules,
    };
    let mut found = search.pairs();
    found.extend(search.addresses());
    found.sort_by_key(|setting| setting.span);
    found.dedup_by(|later, first| later.span.start < first.span.end);
    found
}

/// The format of a file with settings, by its name.
fn format_of(path: &str) -> Option<Format> {
    let path = path.replace('\\', "/").to_lowercase();
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let is_translation = |part: &str| {
        matches!(
            part,
            "locale"
                | "locales"
                | "i18n"
                | "l10n"
                | "lang"
                | "langs"
                | "languages"
                | "translations"
        )
    };
    if folders.split('/').any(is_translation) || name.split('.').any(is_translation) {
        return None;
    }
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let is_sample = |part: &str| {
        matches!(
            part,
            "example" | "sample" | "template" | "tmpl" | "tpl" | "dist" | "defaults" | "schema"
        )
    };
    if name.split(['.', '-', '_']).any(is_sample) {
        return None;
    }
    if name.starts_with(".env") || name.starts_with("dockerfile") {
        return Some(Format::Shell);
    }
    match extension {
        "json" | "toml" | "tf" | "tfvars" | "hcl" => Some(Format::Quoted),
        "yml" | "yaml" | "ini" | "cfg" | "cnf" | "conf" | "config" | "properties" | "npmrc"
        | "pypirc" => Some(Format::Bare),
        "env" | "envrc" | "sh" | "bash" | "ps1" | "dockerfile" => Some(Format::Shell),
        "xml" => Some(Format::Markup),
        _ => None,
    }
}

/// A name and its value.
struct Pair {
    name: Range<usize>,
    value: Range<usize>,
}

struct Search<'a> {
    text: &'a str,
    format: Format,
    rules: &'a [NamedSecretRule],
}

impl Search<'_> {
    fn pairs(&self) -> Vec<Setting> {
        let mut found = Vec::new();
        // The name that an entry is about: `- name: API_KEY`, `variable "api_key" {`.
        let mut about: Option<Range<usize>> = None;
        let is_separator = |byte: &u8| matches!(byte, b'=' | b':' | b'>' | b' ' | b'{');
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(next) = bytes[at..].iter().position(is_separator) {
            let separator = at + next;
            at = separator + 1;
            if bytes[separator] == b'{' {
                about = self.block(separator).or(about);
                continue;
            }
            let Some(mut pair) = self.pair(separator) else {
                continue;
            };
            match &self.text[pair.name.clone()] {
                "name" | "key" => {
                    about = Some(pair.value);
                    continue;
                }
                "value" | "default" => match about.take() {
                    Some(name) if pair.value.start - name.end < MAX_ENTRY => pair.name = name,
                    _ => continue,
                },
                _ => {}
            }
            if !self.is_comment(pair.name.start) {
                found.extend(self.judge(&pair));
            }
        }
        found
    }

    /// What the block that opens here declares, in quotes: `variable "api_key" {`.
    fn block(&self, open: usize) -> Option<Range<usize>> {
        let before = self.text[..open].trim_end_matches(' ').strip_suffix('"')?;
        let start = before.rfind(['"', '\n'])? + 1;
        before[..start]
            .ends_with("variable \"")
            .then_some(start..before.len())
    }

    /// The pair whose name ends before a separator.
    fn pair(&self, separator: usize) -> Option<Pair> {
        let bytes = self.text.as_bytes();
        let mut end = separator;
        match bytes[separator] {
            // `ENV NAME value`.
            b' ' => {
                let line = self.line_before(separator);
                let instruction = line.split_once(' ')?.0;
                if !matches!(instruction, "ENV")
                    || line.contains('=')
                    || line.matches(' ').count() > 1
                {
                    return None;
                }
            }
            b'>' if self.format != Format::Markup => return None,
            b'=' | b':' => {
                // `:=`, `=>` and `==` end with the second character, `::` and `!=` name nothing.
                if matches!(bytes.get(separator + 1), Some(b'=' | b'>' | b':')) {
                    return None;
                }
                if separator > 0 && matches!(bytes[separator - 1], b':' | b'=') {
                    end -= 1;
                }
            }
            _ => {}
        }
        let name = self.name(end)?;
        let value = self.value(separator, &name)?;
        Some(Pair { name, value })
    }

    fn name(&self, end: usize) -> Option<Range<usize>> {
        let before = self.text[..end].trim_end_matches([' ', '\t']);
        let unquoted = before.strip_suffix(['"', '\'']);
        let is_quoted = unquoted.is_some();
        let before = unquoted.unwrap_or(before);
        let is_named = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        let name = before.trim_end_matches(is_named);
        let start = name.len() + before[name.len()..].len()
            - before[name.len()..].trim_start_matches(['-', '.']).len();
        let is_complete = !is_quoted || name.ends_with(['"', '\'']);
        // `user:password` and `$name=` are something else.
        let is_other = name.ends_with(['$', '/', '@', ':', '(', '}', '%', '&', '?', '+', '\\']);
        (start < before.len() && is_complete && !is_other).then_some(start..before.len())
    }

    fn value(&self, separator: usize, name: &Range<usize>) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        let behind = self.text[separator + 1..].trim_start_matches([' ', '\t']);
        let start = self.text.len() - behind.len();
        let limit = MAX_VALUE.min(behind.len());
        if bytes[separator] == b'>' {
            let length = bytes[start..start + limit]
                .iter()
                .position(|b| *b == b'<')?;
            let is_element = name.start > 0 && bytes[name.start - 1] == b'<';
            return is_element.then_some(start..start + length);
        }
        if let Some(quote @ (b'"' | b'\'')) = bytes.get(start).copied() {
            let start = start + 1;
            let length = bytes[start..]
                .iter()
                .take(limit)
                .position(|b| *b == quote || *b == b'\n')?;
            return (bytes[start + length] == quote).then_some(start..start + length);
        }
        // A bare value after a colon stands apart from it.
        let is_apart = bytes[separator] != b':' || start > separator + 1;
        if !matches!(self.format, Format::Bare | Format::Shell) || !is_apart {
            return None;
        }
        self.bare(start)
    }

    /// A value without quotes.
    fn bare(&self, start: usize) -> Option<Range<usize>> {
        let line = self.text[start..].lines().next()?;
        let scheme = ["Bearer ", "Basic ", "Token "];
        let scheme = scheme.iter().find(|scheme| line.starts_with(**scheme));
        let skipped = scheme.map_or(0, |scheme| scheme.len());
        let word = line[skipped..]
            .split([' ', '\t', ',', ';', '"', '\'', '`', ')', ']', '}', '<'])
            .next()?;
        let end = skipped + word.len();
        let rest = line[end..].trim_start();
        let continues = ["#", ",", ";", "\\", "&&", "\"", "'", "//", "}", "]"];
        let is_alone = self.format == Format::Shell
            || rest.is_empty()
            || continues.iter().any(|mark| rest.starts_with(mark));
        is_alone.then_some(start..start + end)
    }

    fn judge(&self, pair: &Pair) -> Option<Setting> {
        let (name, value) = (
            &self.text[pair.name.clone()],
            &self.text[pair.value.clone()],
        );
        let rule = self
            .rules
            .iter()
            .find(|rule| is_secret(rule, name, value))?;
        let is_of_password = name.to_ascii_lowercase().contains("pass");
        if !is_varied(value) || !is_of_password && RESOURCE.is_match(value) {
            return None;
        }
        Some(setting(rule, name, &pair.value))
    }

    /// The passwords of addresses: `https://user:password@host`.
    fn addresses(&self) -> Vec<Setting> {
        let places = self.text.match_indices("://");
        places
            .filter_map(|(at, mark)| {
                let start = at + mark.len();
                let behind = &self.text[start..];
                let authority = behind
                    .split(|c: char| {
                        c.is_whitespace() || matches!(c, '/' | '"' | '\'' | '`' | '<' | '>')
                    })
                    .next()?;
                let (user_info, host) = authority.rsplit_once('@')?;
                let (user, password) = user_info.split_once(':')?;
                let rule = self
                    .rules
                    .iter()
                    .find(|rule| is_address_password(rule, password))?;
                let is_real = password.len() >= rule.min_length.min(6) as usize
                    && is_varied(password)
                    && !NOWHERE.is_match(host)
                    && !self.is_comment(at);
                let password = start + user.len() + 1..start + user_info.len();
                is_real.then(|| setting(rule, "the address's password", &password))
            })
            .collect()
    }

    fn line_before(&self, at: usize) -> &str {
        let before = &self.text[..at];
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        before[start..].trim_start()
    }

    fn is_comment(&self, at: usize) -> bool {
        let line = self.line_before(at);
        ["#", "//", ";", "<!--", "*", "--  ", "-- ", "REM "]
            .iter()
            .any(|mark| line.starts_with(mark))
    }
}

/// Whether a value is more than words.
fn is_varied(value: &str) -> bool {
    value
        .chars()
        .any(|c| c.is_ascii_digit() || c.is_ascii_punctuation() && !matches!(c, '-' | '_' | '.'))
}

fn setting(rule: &NamedSecretRule, name: &str, value: &Range<usize>) -> Setting {
    Setting {
        check: rule.check,
        rule: rule.rule,
        confidence: rule.confidence,
        name: name.to_owned(),
        span: FileSpan {
            start: value.start as u32,
            end: value.end as u32,
        },
    }
}
