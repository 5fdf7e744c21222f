//! Token grammars over the whole text.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex::bytes::{Captures, Regex, RegexBuilder};
use tripline_ir::FileSpan;
use tripline_syntax::Change;
use xxhash_rust::xxh3::Xxh3;

use super::checksum::is_valid;
use super::value::{entropy, is_placeholder};
use crate::Confidence;
use crate::catalog::Check;
use crate::check::{Matcher, TokenGrammar};
use crate::load::{SecretsFile, prefixes};
use crate::provider::Provider;

/// How far before its keyword a match may begin, and how far behind it a match may end, in bytes.
const WINDOW: (usize, usize) = (200, 500);

/// Longest token, in bytes.
const MAX_TOKEN: usize = 16 * 1024;

/// All token grammars behind one keyword search: a text costs one pass, and a look at the places of keywords.
#[derive(Debug)]
pub(crate) struct SecretScanner {
    keywords: Option<AhoCorasick>,
    /// Of the keywords in their order.
    keywords_hash: u64,
    /// The grammars of each keyword.
    of_keyword: Vec<Vec<u32>>,
    grammars: Vec<Grammar>,
}

/// Where the keywords of secrets are in a text, kept so that after an edit only what is new is searched.
#[derive(Clone, Debug)]
pub struct Keywords {
    text: Arc<str>,
    /// The hash of the keywords that were looked for.
    of: u64,
    /// Where one is, and which, in no particular order.
    found: Vec<(Range<u32>, u32)>,
}

#[derive(Debug)]
struct Grammar {
    check: u32,
    rule: u32,
    format: TokenGrammar,
    confidence: Confidence,
    /// The keyword is what a match begins with, and not only somewhere in it.
    begins_with_keyword: bool,
    /// The keyword counts in small and capital letters alike.
    any_case: bool,
    /// The keywords as they are written.
    keywords: Vec<String>,
    /// Compiled on first use: most grammars never meet their keyword.
    pattern: OnceLock<Option<Regex>>,
}

/// A token in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) check: u32,
    pub(crate) rule: u32,
    pub(crate) confidence: Confidence,
    /// Whether its checksum is right, where one is defined.
    pub(crate) checksum: Option<bool>,
    /// The secret.
    pub(crate) span: FileSpan,
    /// The provider and kind.
    pub(crate) name: &'a str,
    /// It counts in string literals of a program.
    pub(crate) in_literals: bool,
    /// The environment variable that it conventionally lives in.
    pub(crate) variable: Option<&'a str>,
}

impl SecretScanner {
    /// The grammars of all checks, in order; those of the providers where a rule asks for them.
    pub(crate) fn compile(checks: &[Arc<Check>], providers: &[SecretsFile]) -> SecretScanner {
        let mut grammars = Vec::new();
        for (check_index, check) in checks.iter().enumerate() {
            for (rule_index, rule) in check.rules.iter().enumerate() {
                let Matcher::Secret(secret) = &rule.matcher else {
                    continue;
                };
                let of_providers = providers
                    .iter()
                    .filter(|_| secret.providers)
                    .flat_map(|file| &file.content.providers)
                    .flat_map(Provider::grammars);
                let formats = secret.tokens.iter().cloned().chain(of_providers);
                grammars.extend(formats.map(|format| Grammar {
                    check: check_index as u32,
                    rule: rule_index as u32,
                    begins_with_keyword: format.keyword.is_none(),
                    any_case: format.pattern.starts_with("(?i)"),
                    keywords: keywords(&format),
                    format,
                    confidence: rule.confidence.unwrap_or(Confidence::High),
                    pattern: OnceLock::new(),
                }));
            }
        }
        SecretScanner::of(grammars)
    }

    fn of(grammars: Vec<Grammar>) -> SecretScanner {
        let mut words: Vec<String> = Vec::new();
        let mut of_keyword: Vec<Vec<u32>> = Vec::new();
        for (index, grammar) in grammars.iter().enumerate() {
            for keyword in &grammar.keywords {
                let word = keyword.to_ascii_lowercase();
                let place = words.iter().position(|known| *known == word);
                let place = place.unwrap_or_else(|| {
                    words.push(word);
                    of_keyword.push(Vec::new());
                    words.len() - 1
                });
                let users = &mut of_keyword[place];
                if users.last() != Some(&(index as u32)) {
                    users.push(index as u32);
                }
            }
        }
        let mut hasher = Xxh3::new();
        for word in &words {
            hasher.update(word.as_bytes());
            hasher.update(b"\0");
        }
        let keywords = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::DFA))
            .build(&words)
            .ok();
        SecretScanner {
            keywords,
            keywords_hash: hasher.digest(),
            of_keyword,
            grammars,
        }
    }

    /// What the grammars say.
    #[cfg(test)]
    pub(super) fn formats(&self) -> impl Iterator<Item = &TokenGrammar> {
        self.grammars.iter().map(|grammar| &grammar.format)
    }

    /// Where the keywords are in a text; with those of an earlier one, what both have in common is not searched again.
    pub(crate) fn keywords(&self, text: &Arc<str>, earlier: Option<&Keywords>) -> Keywords {
        let earlier = earlier.filter(|earlier| earlier.of == self.keywords_hash);
        let mut found = Vec::new();
        let mut changed = 0..text.len();
        if let Some(earlier) = earlier {
            let change = Change::between(&earlier.text, text);
            for (place, keyword) in &earlier.found {
                let (start, end) = (place.start as usize, place.end as usize);
                if end <= change.start {
                    found.push((place.clone(), *keyword));
                } else if start >= change.old_end {
                    let moved = change.moved(start);
                    found.push((moved as u32..(moved + end - start) as u32, *keyword));
                }
            }
            changed = change.start..change.new_end;
        }
        if let Some(keywords) = &self.keywords {
            let reach = keywords.max_pattern_len();
            let from = changed.start.saturating_sub(reach);
            let searched = from..(changed.end + reach).min(text.len());
            for word in keywords.find_overlapping_iter(&text.as_bytes()[searched]) {
                let place = from + word.start()..from + word.end();
                if place.end > changed.start && place.start < changed.end {
                    let place = place.start as u32..place.end as u32;
                    found.push((place, word.pattern().as_u32()));
                }
            }
        }
        Keywords {
            text: Arc::clone(text),
            of: self.keywords_hash,
            found,
        }
    }

    /// Every token in the text, by position; of overlapping ones the first grammar's. `keywords` are those of this text, if
    /// they are known.
    pub(crate) fn scan(&self, text: &str, keywords: Option<&Keywords>) -> Vec<Token<'_>> {
        let Some(automaton) = &self.keywords else {
            return Vec::new();
        };
        let mut search = Search {
            scanner: self,
            text,
            searched: Vec::new(),
            found: Vec::new(),
        };
        if let Some(keywords) = keywords {
            let mut places: Vec<_> = keywords.found.iter().collect();
            places.sort_by_key(|(place, keyword)| (place.end, *keyword));
            for (place, keyword) in places {
                search.look_at(place.start as usize..place.end as usize, *keyword as usize);
            }
        } else {
            for hit in automaton.find_overlapping_iter(text) {
                search.look_at(hit.range(), hit.pattern().as_usize());
            }
        }
        search.tokens()
    }
}

/// The keywords of a grammar.
fn keywords(format: &TokenGrammar) -> Vec<String> {
    match &format.keyword {
        Some(keyword) => vec![keyword.clone()],
        None => prefixes(&format.pattern).unwrap_or_default(),
    }
}

/// A search of a text for tokens.
struct Search<'s, 't> {
    scanner: &'s SecretScanner,
    text: &'t str,
    /// By grammar, up to where the text was searched for it; empty until it is needed.
    searched: Vec<usize>,
    /// With the indices of their grammars.
    found: Vec<(u32, Token<'s>)>,
}

impl<'s> Search<'s, '_> {
    /// Looks for the tokens of a keyword at one of its places.
    fn look_at(&mut self, place: Range<usize>, keyword: usize) {
        let scanner = self.scanner;
        for index in &scanner.of_keyword[keyword] {
            let grammar = &scanner.grammars[*index as usize];
            if !grammar.any_case
                && !grammar
                    .keywords
                    .iter()
                    .any(|word| *word == self.text[place.clone()])
            {
                continue;
            }
            if grammar.begins_with_keyword {
                self.look_behind(*index, grammar, place.start);
            } else {
                self.look_around(*index, grammar, place.clone());
            }
        }
    }

    /// A match that begins at `start`.
    fn look_behind(&mut self, index: u32, grammar: &'s Grammar, start: usize) {
        let bytes = self.text.as_bytes();
        if is_word(bytes[start]) && continues_word(&bytes[..start]) {
            return;
        }
        let end = bytes.len().min(start + MAX_TOKEN);
        let Some(captures) = grammar
            .pattern()
            .and_then(|pattern| pattern.captures(&bytes[start..end]))
        else {
            return;
        };
        self.add(index, grammar, start, &captures);
    }

    /// The matches around a keyword, on its line.
    fn look_around(&mut self, index: u32, grammar: &'s Grammar, place: Range<usize>) {
        let bytes = self.text.as_bytes();
        if self.searched.is_empty() {
            self.searched = vec![0; self.scanner.grammars.len()];
        }
        let searched = self.searched[index as usize];
        if place.start < searched {
            return;
        }
        let (before, behind) = WINDOW;
        let earliest = place.start.saturating_sub(before).max(searched);
        let latest = bytes.len().min(place.end + behind);
        let is_break = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let line_start = bytes[earliest..place.start].iter().rposition(is_break);
        let line_end = bytes[place.end..latest].iter().position(is_break);
        let from = line_start.map_or(earliest, |at| earliest + at + 1);
        let to = line_end.map_or(latest, |at| place.end + at);
        let Some(pattern) = grammar.pattern() else {
            return;
        };
        for captures in pattern.captures_iter(&bytes[from..to]) {
            self.searched[index as usize] = from + captures.get_match().end();
            self.add(index, grammar, from, &captures);
        }
    }

    /// Adds the secret of a match, whose offsets count from `from`.
    fn add(&mut self, index: u32, grammar: &'s Grammar, from: usize, captures: &Captures<'_>) {
        let whole = captures.get_match();
        let group = captures.get(1);
        let bytes = self.text.as_bytes();
        let behind = from + whole.end();
        if group.is_none() && bytes.get(behind).copied().is_some_and(is_word) {
            return;
        }
        let secret = group.unwrap_or(whole);
        let (start, end) = (from + secret.start(), from + secret.end());
        let Some(value) = self.text.get(start..end).filter(|value| !value.is_empty()) else {
            return;
        };
        let format = &grammar.format;
        let is_varied = |least: f32| entropy(value) >= least;
        if is_placeholder(value) || !format.entropy.is_none_or(is_varied) {
            return;
        }
        let checksum = format.checksum.map(|checksum| is_valid(checksum, value));
        let token = Token {
            check: grammar.check,
            rule: grammar.rule,
            checksum,
            confidence: if checksum == Some(false) {
                Confidence::Low
            } else {
                grammar.confidence
            },
            span: FileSpan {
                start: start as u32,
                end: end as u32,
            },
            name: &format.name,
            in_literals: format.in_literals,
            variable: format.variable.as_deref(),
        };
        self.found.push((index, token));
    }

    /// What was found, by position; of overlapping ones the first grammar's.
    fn tokens(mut self) -> Vec<Token<'s>> {
        self.found
            .sort_by_key(|(grammar, token)| (token.span, *grammar));
        let mut tokens: Vec<(u32, Token<'s>)> = Vec::with_capacity(self.found.len());
        for (grammar, token) in self.found {
            match tokens.last_mut() {
                Some((known, last)) if token.span.start < last.span.end => {
                    if grammar < *known {
                        (*known, *last) = (grammar, token);
                    }
                }
                _ => tokens.push((grammar, token)),
            }
        }
        tokens.into_iter().map(|(_, token)| token).collect()
    }
}

impl Grammar {
    fn pattern(&self) -> Option<&Regex> {
        let compile = || {
            let pattern = &self.format.pattern;
            let anchored = format!(r"\A(?:{pattern})");
            let pattern = if self.begins_with_keyword {
                &anchored
            } else {
                pattern
            };
            RegexBuilder::new(pattern).unicode(false).build().ok()
        };
        self.pattern.get_or_init(compile).as_ref()
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Whether what follows a text continues its last word, which is not the end of an escape: `\n`, `%3D`.
fn continues_word(before: &[u8]) -> bool {
    let is_escape = match before {
        [.., b'\\', b'n' | b'r' | b't'] => true,
        [.., b'%', high, low] => high.is_ascii_hexdigit() && low.is_ascii_hexdigit(),
        _ => false,
    };
    !is_escape && before.last().copied().is_some_and(is_word)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Keywords;
    use crate::Rules;

    #[test]
    fn keywords_after_an_edit_are_those_of_the_text() {
        let rules = Rules::builtin();
        let scanner = rules.secrets();
        let known = |keywords: &Keywords| {
            let mut found = keywords.found.clone();
            found.sort_by_key(|(place, keyword)| (place.start, place.end, *keyword));
            found
        };
        let texts = [
            "",
            "token = 'ghp_x' # https://a",
            "token = 'ghp_x' https://a",
            "# s\ntoken = 'ghp_x' https://a",
            "# s\ntoken = 'ghXp_x' https://a",
            "# s\ntoken = 'ghp_x' https://a",
            "# sk-ant-\ntoken = 'GHP_x' https://a",
            "# sk-ant-\ntoken = 'GHP_x' https:/a",
        ];
        let mut kept = scanner.keywords(&Arc::from(texts[0]), None);
        for text in texts {
            let text = Arc::from(text);
            kept = scanner.keywords(&text, Some(&kept));
            assert_eq!(
                known(&kept),
                known(&scanner.keywords(&text, None)),
                "{text}"
            );
        }
    }
}
