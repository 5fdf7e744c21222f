//! Token grammars over the whole text.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use aho_corasick::AhoCorasick;
use regex::Regex;
use tripline_ir::FileSpan;
use tripline_syntax::Change;
use xxhash_rust::xxh3::Xxh3;

use super::value::{entropy, is_placeholder};
use crate::Confidence;
use crate::catalog::Check;
use crate::check::{Checksum, Matcher, TokenGrammar};

/// All token grammars behind one keyword search, so that a text without any keyword costs one pass.
#[derive(Debug)]
pub(crate) struct SecretScanner {
    keywords: Option<AhoCorasick>,
    /// Of the keywords in their order.
    keywords_hash: u64,
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
    /// Compiled on first use: most grammars never meet their keyword.
    pattern: OnceLock<Option<Regex>>,
}

/// A token in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) check: u32,
    pub(crate) rule: u32,
    pub(crate) confidence: Confidence,
    /// Its checksum is right.
    pub(crate) is_proven: bool,
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
    /// The grammars of all checks, in order.
    pub(crate) fn compile(checks: &[Arc<Check>]) -> SecretScanner {
        let mut grammars = Vec::new();
        for (check_index, check) in checks.iter().enumerate() {
            for (rule_index, rule) in check.rules.iter().enumerate() {
                let Matcher::Secret(secret) = &rule.matcher else {
                    continue;
                };
                grammars.extend(secret.tokens.iter().map(|grammar| Grammar {
                    check: check_index as u32,
                    rule: rule_index as u32,
                    format: grammar.clone(),
                    confidence: rule.confidence.unwrap_or(Confidence::High),
                    pattern: OnceLock::new(),
                }));
            }
        }
        let words = grammars
            .iter()
            .map(|grammar| grammar.format.keyword.as_str());
        let mut hasher = Xxh3::new();
        for word in words.clone() {
            hasher.update(word.as_bytes());
            hasher.update(b"\0");
        }
        let keywords = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .build(words)
            .ok();
        SecretScanner {
            keywords,
            keywords_hash: hasher.digest(),
            grammars,
        }
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
        let mut present = vec![false; self.grammars.len()];
        match keywords {
            Some(keywords) => {
                for (_, keyword) in &keywords.found {
                    present[*keyword as usize] = true;
                }
            }
            None => {
                for found in automaton.find_overlapping_iter(text) {
                    present[found.pattern().as_usize()] = true;
                }
            }
        }
        let mut tokens: Vec<Token<'_>> = Vec::new();
        for (grammar, _) in self
            .grammars
            .iter()
            .zip(&present)
            .filter(|(_, present)| **present)
        {
            grammar.scan(text, &mut tokens);
        }
        tokens.sort_by_key(|token| token.span);
        tokens
    }
}

impl Grammar {
    fn scan<'a>(&'a self, text: &str, tokens: &mut Vec<Token<'a>>) {
        let pattern = self
            .pattern
            .get_or_init(|| Regex::new(&self.format.pattern).ok());
        let Some(pattern) = pattern else { return };
        for captures in pattern.captures_iter(text) {
            let Some(secret) = captures.get(1).or_else(|| captures.get(0)) else {
                continue;
            };
            let span = FileSpan {
                start: secret.start() as u32,
                end: secret.end() as u32,
            };
            let overlaps =
                |known: &Token<'_>| known.span.start < span.end && span.start < known.span.end;
            if span.start == span.end || tokens.iter().any(overlaps) {
                continue;
            }
            let value = secret.as_str();
            if is_placeholder(value)
                || self
                    .format
                    .entropy
                    .is_some_and(|least| entropy(value) < least)
            {
                continue;
            }
            let is_valid = self
                .format
                .checksum
                .is_none_or(|checksum| is_valid(checksum, value));
            tokens.push(Token {
                check: self.check,
                rule: self.rule,
                is_proven: is_valid && self.format.checksum.is_some(),
                confidence: if is_valid {
                    self.confidence
                } else {
                    Confidence::Low
                },
                span,
                name: &self.format.name,
                in_literals: self.format.in_literals,
                variable: self.format.variable.as_deref(),
            });
        }
    }
}

fn is_valid(checksum: Checksum, token: &str) -> bool {
    match checksum {
        Checksum::Crc32Base62 => {
            let body = token.split_once('_').map_or(token, |(_, body)| body);
            let Some((body, last)) = body
                .len()
                .checked_sub(6)
                .and_then(|at| body.split_at_checked(at))
            else {
                return false;
            };
            base62(crc32(body.as_bytes())) == last
        }
    }
}

/// CRC-32 as in zlib (polynomial 0xEDB88320).
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                (crc >> 1) ^ 0xEDB8_8320
            } else {
                crc >> 1
            };
        }
    }
    !crc
}

/// Six digits of base 62, in the order 0-9, A-Z, a-z.
fn base62(mut number: u32) -> String {
    const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let mut digits = ['0'; 6];
    for digit in digits.iter_mut().rev() {
        *digit = char::from(DIGITS[(number % 62) as usize]);
        number /= 62;
    }
    digits.iter().collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Keywords, base62, crc32, is_valid};
    use crate::Rules;
    use crate::check::Checksum;

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

    #[test]
    fn crc32_is_the_one_of_zlib() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn a_token_with_a_wrong_checksum_is_told_from_a_right_one() {
        let body = "AbCdEfGhIjKlMnOpQrStUvWxYz0123";
        let token = format!("ghp_{body}{}", base62(crc32(body.as_bytes())));
        assert!(is_valid(Checksum::Crc32Base62, &token));
        assert!(!is_valid(
            Checksum::Crc32Base62,
            &format!("ghp_{body}AAAAAA")
        ));
        assert!(!is_valid(Checksum::Crc32Base62, "ghp_é"));
    }
}
