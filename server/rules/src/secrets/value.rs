//! Whether a text looks like a secret.

use std::sync::LazyLock;

use regex::Regex;

/// Text that documentation and templates put where a secret goes.
static PLACEHOLDER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?xi)
          example | \(\?[:=!<P] | x{4,} | \*{3,} | \.{3,} | _{6,} | ^<.*>$ | \$\{ | \{\{ | \$\( | ^\$[a-z_]+$ | %\( | %[sdv] | ^%.*%$ | ^\{.*\}$ | ^\[[^\]]*\]$
        | (?:your|my|insert|enter|put|add|the)[-_\x20.]?(?:own|api|app|secret|key|token|pass|access|client|private|real|actual|here|auth|db)
        | change[-_\x20]?(?:me|this|it) | replace[-_\x20]?(?:me|this|with) | placeholder | dummy | redacted | not[-_]?set | to[-_]?do
        | undefined | ^(?:null|none|nil|true|false|default|optional|required|string|n/a|tbd|foo|bar|baz|test|testing|fake|mock|sample)$
        | \[[^\]]+\][+*?{] | \\[wWdDsSbB] | =\? | \.\$[0-9]
        | 0123456789 | 1234567890 | abcdefghij | ^123456
        ",
    )
    .expect("the pattern is constant and its test compiles it")
});

/// Text that refers to something instead of being it: a path, a URL, a qualified name, a header name.
static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)
          ://
        | ^(?:/|\./|\.\./|~/|[A-Za-z]:\\)
        | ^(?:arn|urn|env|vault|ssm|secret|file|ref|data|op)[:][^\s]*$
        | ^[A-Za-z_$][\w-]*(?:[./:][A-Za-z_][\w-]*)+$
        | \.(?:pem|key|crt|json|ya?ml|txt|env|toml|ini|html?|js|ts|py|go)$
        | ^[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+$
        ",
    )
    .expect("the pattern is constant and its test compiles it")
});

/// Whether the text is put where a secret goes, but is none.
pub(super) fn is_placeholder(text: &str) -> bool {
    PLACEHOLDER.is_match(text) || longest_run(text) >= 6 || is_foreign_word(text)
}

/// Whether a literal has the look of a secret, whatever it is named: long enough, no placeholder, no reference, no prose.
pub(crate) fn looks_secret(text: &str) -> bool {
    let text = without_scheme(text);
    text.chars().count() >= 6 && !is_placeholder(text) && !is_reference(text) && !is_prose(text)
}

/// Whether the text names a place where a secret is.
pub(super) fn is_reference(text: &str) -> bool {
    // A dotted or slashed text with many digits is a token (`eyJhbGciOi...`, base 64), not a name.
    REFERENCE.is_match(text)
        && (text.contains("://")
            || digits(text) * 8 < text.len()
            || text.starts_with(['.', '/', '~']))
}

/// Whether the text is a word of a language that is not written in ASCII: translations call a password `contraseña`.
fn is_foreign_word(text: &str) -> bool {
    !text.is_ascii()
        && text
            .chars()
            .all(|c| c.is_alphabetic() || c == '-' || c == ' ')
}

/// Whether the text is one capitalised word, as the labels of a form: `Wachtwoord`, `Palavra-passe`.
fn is_label(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.all(|c| c.is_lowercase() || c == '-' || c == '\'')
}

/// Whether the text is a sentence or a label.
pub(super) fn is_prose(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_titled =
        text.starts_with(char::is_uppercase) || text.ends_with(['.', '!', '?', ':', ',']);
    is_label(text)
        || words.len() > 2
        || words.len() == 2 && (is_titled || digits(text) == 0 && names_a_secret(text))
}

/// Whether the text speaks of secrets, as labels and messages do.
fn names_a_secret(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "password",
        "passwort",
        "token",
        "secret",
        "key",
        "credential",
        "auth",
    ]
    .iter()
    .any(|name| {
        text.split_whitespace()
            .any(|word| word.trim_end_matches('s').ends_with(name))
    })
}

/// The text without the scheme of an `Authorization` header.
pub(super) fn without_scheme(text: &str) -> &str {
    ["Bearer ", "Basic ", "Token ", "bearer ", "token "]
        .iter()
        .find_map(|scheme| text.strip_prefix(scheme))
        .unwrap_or(text)
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

fn longest_run(text: &str) -> usize {
    let mut longest = 0;
    let mut run = 0;
    let mut last = None;
    for character in text.chars() {
        run = if last == Some(character) { run + 1 } else { 1 };
        longest = longest.max(run);
        last = Some(character);
    }
    longest
}

/// Shannon entropy in bits a character.
pub(super) fn entropy(text: &str) -> f32 {
    let mut counts = std::collections::BTreeMap::new();
    for character in text.chars() {
        *counts.entry(character).or_insert(0_u16) += 1;
    }
    let total = f32::from(u16::try_from(text.chars().count()).unwrap_or(u16::MAX)).max(1.0);
    counts
        .values()
        .map(|count| f32::from(*count) / total)
        .map(|share| -share * share.log2())
        .sum()
}
