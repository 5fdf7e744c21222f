//! Every token grammar, tried on made-up tokens of its shape. They are made by the test, since a token that stands in a
//! repository is what other people's scanners stop.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind};
use tripline_syntax::{Document, Language};

use super::checksum::with_checksum;
use crate::check::TokenGrammar;
use crate::{Confidence, Finding, Rules, Source, Syntax, analyze, scan_text};

/// How many tokens are made up for each grammar.
const SAMPLES: u64 = 6;

/// A text that matches a pattern, and where its first group is.
struct Maker {
    text: String,
    /// How often more than it must something is repeated that has no upper bound.
    more: u32,
    secret: Option<(usize, usize)>,
    state: u64,
}

impl Maker {
    fn make(pattern: &str, seed: u64, more: u32) -> Maker {
        let mut parser = ParserBuilder::new().unicode(false).utf8(false).build();
        let tree = parser.parse(pattern).expect("the loader has read it");
        let mut maker = Maker {
            text: String::new(),
            more,
            secret: None,
            state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
        };
        maker.write(&tree);
        maker
    }

    /// A number below `end`, by xorshift.
    fn below(&mut self, end: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 11) as usize % end
    }

    fn write(&mut self, tree: &Hir) {
        match tree.kind() {
            HirKind::Empty | HirKind::Look(_) => {}
            HirKind::Literal(literal) => self.text += &String::from_utf8_lossy(&literal.0),
            HirKind::Class(class) => {
                let known = characters(class);
                let chosen = known[self.below(known.len())];
                self.text.push(chosen);
            }
            HirKind::Repetition(repetition) => {
                let more = if repetition.max.is_none() {
                    self.more
                } else {
                    0
                };
                for _ in 0..repetition.min + more {
                    self.write(&repetition.sub);
                }
            }
            HirKind::Capture(capture) => {
                let start = self.text.len();
                self.write(&capture.sub);
                self.secret.get_or_insert((start, self.text.len()));
            }
            HirKind::Concat(parts) => parts.iter().for_each(|part| self.write(part)),
            HirKind::Alternation(ways) => {
                let way = self.below(ways.len());
                self.write(&ways[way]);
            }
        }
    }
}

/// The characters of a class that a person would write, letters and digits where there are any.
fn characters(class: &Class) -> Vec<char> {
    let is_in = |character: char| match class {
        Class::Bytes(class) => class
            .iter()
            .any(|range| (range.start()..=range.end()).contains(&(character as u8))),
        Class::Unicode(class) => class
            .iter()
            .any(|range| (range.start()..=range.end()).contains(&character)),
    };
    let visible: Vec<char> = (' '..='~').filter(|character| is_in(*character)).collect();
    let plain: Vec<char> = visible
        .iter()
        .copied()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    if plain.is_empty() { visible } else { plain }
}

/// A match of a grammar before and behind its secret, and the secret.
struct Sample {
    before: String,
    secret: String,
    behind: String,
}

impl Sample {
    fn of(grammar: &TokenGrammar, seed: u64, more: u32) -> Sample {
        let made = Maker::make(&grammar.pattern, seed, more);
        let (start, end) = made.secret.unwrap_or((0, made.text.len()));
        let secret = &made.text[start..end];
        Sample {
            before: made.text[..start].to_owned(),
            secret: match grammar.checksum {
                Some(checksum) => with_checksum(checksum, secret),
                None => secret.to_owned(),
            },
            behind: made.text[end..].to_owned(),
        }
    }

    fn with(&self, secret: &str) -> String {
        format!("{}{secret}{}", self.before, self.behind)
    }
}

fn in_code(text: &str) -> (String, Vec<Finding>) {
    let text = format!("value = '''\n{text}\n'''\n");
    let document = Document::parse(Language::Python, &text);
    let ir = tripline_ir::lower::lower(&document, None);
    let source = Source {
        path: None,
        syntax: Syntax::Parsed(&document),
        ir: &ir,
    };
    let found = analyze(&source, Rules::builtin());
    (text, found)
}

fn in_text(text: String, path: &str) -> (String, Vec<Finding>) {
    let found = scan_text(&text, Some(path), Rules::builtin());
    (text, found)
}

/// The places in which a token is looked for.
fn places(token: &str) -> [(String, Vec<Finding>); 3] {
    [
        in_code(token),
        in_text(format!("DEBUG=1\nVALUE={token}\n"), ".env"),
        in_text(format!("service:\n  value: {token}\n"), "settings.yml"),
    ]
}

/// The findings that say what the grammar says.
fn named<'a>(found: &'a [Finding], grammar: &TokenGrammar) -> Vec<&'a Finding> {
    let message = format!("{} in the source", grammar.name);
    found
        .iter()
        .filter(|finding| finding.message == message)
        .collect()
}

fn grammars() -> Vec<&'static TokenGrammar> {
    Rules::builtin().secrets().formats().collect()
}

#[test]
fn a_token_is_found_in_code_and_in_texts() {
    let mut missed = Vec::new();
    for grammar in grammars() {
        for seed in 1..=SAMPLES {
            let sample = Sample::of(grammar, seed, 6);
            for (text, found) in places(&sample.with(&sample.secret)) {
                let is_it = |finding: &&Finding| {
                    finding
                        .secrets
                        .iter()
                        .any(|span| text[span.range()] == sample.secret)
                };
                if !named(&found, grammar).iter().any(is_it) {
                    missed.push(format!("{}: {text:?}", grammar.name));
                }
            }
        }
    }
    assert!(
        missed.is_empty(),
        "{} missed\n{}",
        missed.len(),
        missed.join("\n")
    );
}

#[test]
fn what_only_resembles_a_token_is_not_found() {
    let mut wrong = Vec::new();
    for grammar in grammars() {
        let sample = Sample::of(grammar, 1, 0);
        let secret = &sample.secret;
        let half = secret.len() / 2;
        let (head, tail) = secret.split_at(half);
        let crossed_out: String = tail
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { 'X' } else { c })
            .collect();
        let example = secret.len().saturating_sub("EXAMPLE".len());
        let near_misses = [
            secret[..secret.len() - 1].to_owned(),
            format!("{head}{crossed_out}"),
            format!("{}EXAMPLE", &secret[..example]),
        ];
        for near_miss in near_misses {
            for (text, found) in places(&sample.with(&near_miss)) {
                if !named(&found, grammar).is_empty() {
                    wrong.push(format!("{}: {text:?}", grammar.name));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_token_with_a_wrong_checksum_is_a_hint() {
    let checked = grammars()
        .into_iter()
        .filter(|grammar| grammar.checksum.is_some());
    let mut count = 0;
    for grammar in checked {
        count += 1;
        let made = Maker::make(&grammar.pattern, 3, 0).text;
        let (_, found) = in_text(format!("VALUE={made}\n"), ".env");
        let hint = found.iter().find(|finding| {
            finding
                .message
                .starts_with("looks like a placeholder token")
        });
        let hint = hint.unwrap_or_else(|| panic!("{}: {found:?}", grammar.name));
        assert_eq!(hint.confidence, Confidence::Low);
        assert_eq!(hint.severity, crate::Severity::Low);
    }
    assert!(count > 6);
}

#[test]
fn every_grammar_says_where_its_format_is_documented() {
    let all = grammars();
    let mut providers: Vec<&str> = Rules::builtin().providers().collect();
    providers.sort_unstable();
    providers.dedup();
    assert!(providers.len() >= 120, "{} providers", providers.len());
    for grammar in all {
        assert!(grammar.docs.starts_with("https://"), "{}", grammar.name);
    }
}
