//! Regular expressions as conditions: whether a text that matches one is confined by it.

use crate::Ends;

/// Characters that end a quoted text, an argument or a command somewhere. A pattern that admits one of them confines nothing.
const CONTROL: &[char] = &['\'', '"', '`', '\\', ';', '<', '|', '&'];

/// Whether every text that matches a pattern is made of letters, digits and harmless punctuation from its first character to
/// its last. `tied` are the ends of the text that the function ties the pattern to by itself.
pub(super) fn confines(pattern: &str, tied: Ends) -> bool {
    let pattern = match pattern
        .strip_prefix("(?")
        .and_then(|rest| rest.split_once(')'))
    {
        Some((flags, rest)) if flags.chars().all(|flag| flag.is_ascii_alphabetic()) => {
            if flags.contains('m') {
                return false;
            }
            rest
        }
        _ => pattern,
    };
    alternatives(pattern).into_iter().all(|alternative| {
        let from_start =
            tied != Ends::None || ["^", "\\A"].iter().any(|end| alternative.starts_with(end));
        let to_end = tied == Ends::Both || ends_tied(alternative);
        from_start && to_end && admits_no_control(alternative)
    })
}

/// Whether a text is made of letters, digits and harmless punctuation alone once all that a pattern finds is taken out of it:
/// `[^a-z0-9_]`, `\W+`. A slash is no such punctuation.
pub(super) fn leaves_words(pattern: &str) -> bool {
    let pattern = pattern.strip_suffix(['+', '*']).unwrap_or(pattern);
    if pattern == "\\W" {
        return true;
    }
    let kept = pattern
        .strip_prefix("[^")
        .and_then(|rest| rest.strip_suffix(']'));
    kept.is_some_and(|kept| {
        let is_one_class = !kept.replace("\\]", "").contains([']', '[']);
        is_one_class && !kept.contains('/') && !class_admits_control(kept)
    })
}

/// Whether a text is made of letters, digits and harmless punctuation alone.
pub(super) fn is_word(text: &str) -> bool {
    !text.contains('/') && !text.contains(CONTROL)
}

/// Whether a text is one of some others, or a pattern that is written in another way than one of them: `(?:^|\/)\.\.`.
pub(super) fn is_one_of(text: &str, known: &[Box<str>]) -> bool {
    if known.iter().any(|known| **known == *text) {
        return true;
    }
    let is_pattern = text.contains(['\\', '[', '(']);
    is_pattern && {
        let plain = plain(text);
        known.iter().any(|known| self::plain(known) == plain)
    }
}

/// A pattern without the escapes that it does not need, its groups as they capture, and the characters of its classes in order.
fn plain(pattern: &str) -> String {
    let mut written = String::new();
    let mut class: Option<Vec<String>> = None;
    let mut characters = pattern.chars().peekable();
    while let Some(character) = characters.next() {
        let mut piece = String::from(character);
        match (character, &mut class) {
            ('\\', _) => {
                let escaped = characters.next().unwrap_or('\\');
                let is_needed = escaped != '/' && (class.is_none() || escaped.is_alphanumeric());
                piece = if is_needed {
                    format!("\\{escaped}")
                } else {
                    String::from(escaped)
                };
            }
            ('[', None) => {
                class = Some(Vec::new());
                written.push('[');
                continue;
            }
            (']', Some(members)) => {
                members.sort();
                written.extend(members.drain(..));
                class = None;
            }
            ('(', None) => {
                let rest: String = characters.clone().take(2).collect();
                if rest == "?:" {
                    characters.nth(1);
                }
            }
            _ => {}
        }
        match &mut class {
            Some(members) => members.push(piece),
            None => written.push_str(&piece),
        }
    }
    written
}

/// What stands in a group of a pattern: in the one of a name, otherwise in the one of a number among those without, from 0.
pub(super) fn group<'p>(pattern: &'p str, name: Option<&str>, index: usize) -> Option<&'p str> {
    let mut unnamed = 0;
    let mut numbered = None;
    for (at, _) in pattern.match_indices('(') {
        let escapes = pattern[..at]
            .chars()
            .rev()
            .take_while(|&c| c == '\\')
            .count();
        if escapes % 2 == 1 {
            continue;
        }
        let inside = &pattern[at + 1..];
        let named = inside.strip_prefix("?P<").or(inside.strip_prefix("?<"));
        if let Some((known, inside)) = named.and_then(|named| named.split_once('>')) {
            if name == Some(known) {
                return up_to_end(inside);
            }
        } else if !inside.starts_with('?') {
            if unnamed == index {
                numbered = up_to_end(inside);
            }
            unnamed += 1;
        }
    }
    numbered
}

/// What stands before the end of the group that a text is in.
fn up_to_end(inside: &str) -> Option<&str> {
    let mut characters = inside.chars().peekable();
    skip_group(&mut characters);
    let behind: usize = characters.map(char::len_utf8).sum();
    inside[..inside.len() - behind].strip_suffix(')')
}

/// Whether a pattern admits letters, digits, hyphens and underscores alone.
pub(super) fn is_plain(pattern: &str) -> bool {
    !pattern.contains(['.', '/']) && confines(pattern, Ends::Both)
}

fn ends_tied(alternative: &str) -> bool {
    if let Some(before) = alternative.strip_suffix('$') {
        let escapes = before.chars().rev().take_while(|&c| c == '\\').count();
        return escapes % 2 == 0;
    }
    ["\\z", "\\Z"].iter().any(|end| alternative.ends_with(end))
}

/// The alternatives of a pattern at its top level.
fn alternatives(pattern: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut depth, mut in_class, mut is_escaped) = (0, 0_usize, false, false);
    for (at, character) in pattern.char_indices() {
        if std::mem::take(&mut is_escaped) {
            continue;
        }
        match character {
            '\\' => is_escaped = true,
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => depth += 1,
            ')' if !in_class => depth = depth.saturating_sub(1),
            '|' if !in_class && depth == 0 => {
                found.push(&pattern[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&pattern[start..]);
    found
}

/// Whether no part of a pattern admits a control character. What it only looks at does not count.
fn admits_no_control(alternative: &str) -> bool {
    let mut characters = alternative.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                let escaped = characters.next();
                if escaped.is_none_or(|escaped| is_wide(escaped) || CONTROL.contains(&escaped)) {
                    return false;
                }
            }
            '[' => {
                let mut class = String::new();
                while let Some(character) = characters.next() {
                    match character {
                        ']' if !class.is_empty() => break,
                        '\\' => class.extend(std::iter::once('\\').chain(characters.next())),
                        _ => class.push(character),
                    }
                }
                if class_admits_control(&class) {
                    return false;
                }
            }
            '(' => {
                let ahead: String = characters.clone().take(3).collect();
                let looks = ["?=", "?!", "?<=", "?<!"];
                if looks.iter().any(|look| ahead.starts_with(look)) {
                    skip_group(&mut characters);
                }
            }
            '.' => return false,
            '$' | '|' => {}
            other if CONTROL.contains(&other) => return false,
            _ => {}
        }
    }
    true
}

/// Whether a class by a letter admits more than letters, digits and white space.
fn is_wide(escaped: char) -> bool {
    matches!(escaped, 'S' | 'W' | 'D' | 'P' | 'X' | 'N' | 'O')
}

fn class_admits_control(class: &str) -> bool {
    if class.starts_with('^') {
        return true;
    }
    let mut members = Vec::new();
    let mut characters = class.chars();
    while let Some(character) = characters.next() {
        let (member, is_escaped) = match character {
            '\\' => (characters.next().unwrap_or('\\'), true),
            other => (other, false),
        };
        if is_escaped && is_wide(member) {
            return true;
        }
        members.push((member, is_escaped));
    }
    for (index, (member, is_escaped)) in members.iter().enumerate() {
        let is_range = *member == '-' && !is_escaped && index > 0 && index + 1 < members.len();
        if is_range {
            let range = members[index - 1].0..=members[index + 1].0;
            if CONTROL.iter().any(|control| range.contains(control)) {
                return true;
            }
        } else if CONTROL.contains(member) {
            return true;
        }
    }
    false
}

/// Leaves the group that has just been entered.
fn skip_group(characters: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    let mut depth = 1_usize;
    while depth > 0 {
        match characters.next() {
            Some('\\') => {
                characters.next();
            }
            Some('(') => depth += 1,
            Some(')') => depth -= 1,
            Some(_) => {}
            None => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{confines, group, is_one_of, is_plain, leaves_words};
    use crate::Ends;

    #[test]
    fn what_is_left_without_all_other_characters_is_harmless() {
        for pattern in ["[^a-z0-9]", r"[^\w.-]+", r"\W", r"[^A-Za-z0-9_\-]"] {
            assert!(leaves_words(pattern), "{pattern}");
        }
        for pattern in [
            "[a-z]",
            r"[^\w./]",
            r"[^\w']",
            "^[^a-z]$",
            "[^a-z][^0-9]",
            r"\w",
            "[^ -~]",
            "",
        ] {
            assert!(!leaves_words(pattern), "{pattern}");
        }
    }

    #[test]
    fn a_pattern_confines_where_it_is_tied_to_both_ends_and_admits_no_control_character() {
        for pattern in [
            "^[a-z_]+$",
            r"\A[\w.-]{1,30}\z",
            "^(asc|desc)$",
            r"(?i)^\d{4}-\d{2}-\d{2}$",
            "^asc$|^desc$",
            r"^(?!.*\.\.)[\w./]+$",
        ] {
            assert!(confines(pattern, Ends::None), "{pattern}");
        }
        for pattern in [
            "[a-z]+",
            "^[a-z]+",
            "[a-z]+$",
            r"^[a-z]+\$",
            "^asc|desc$",
            "^.+$",
            r"^\S+$",
            "^[^@]+@[^@]+$",
            "^[a-zA-Z' ]+$",
            "^[ -~]+$",
            "(?m)^[a-z]+$",
        ] {
            assert!(!confines(pattern, Ends::None), "{pattern}");
        }
    }

    #[test]
    fn a_pattern_may_be_written_in_other_ways() {
        let known: Vec<Box<str>> = vec![r"(^|[\/\\])\.\.([\/\\]|$)".into(), "..".into()];
        for pattern in [
            r"(^|[\/\\])\.\.([\/\\]|$)",
            r"(?:^|[\\/])\.\.(?:[\\/]|$)",
            r"(^|[/\\])\.\.([\\/]|$)",
            "..",
        ] {
            assert!(is_one_of(pattern, &known), "{pattern}");
        }
        for pattern in [
            r"\.\.",
            r"(^|[\/\\])\.\.",
            r"(^|[\/\\])..([\/\\]|$)",
            r"(^|[/])\.\.([\\/]|$)",
            ".",
        ] {
            assert!(!is_one_of(pattern, &known), "{pattern}");
        }
    }

    #[test]
    fn a_group_is_found_by_its_name_or_its_number() {
        let pattern = r"^/(?P<slug>[\w-]+)/(\d+)/(?:x|y)/([^/]+)\(\)$";
        assert_eq!(group(pattern, Some("slug"), 9), Some(r"[\w-]+"));
        assert_eq!(group(pattern, Some("id"), 0), Some(r"\d+"));
        assert_eq!(group(pattern, None, 1), Some("[^/]+"));
        assert_eq!(group(pattern, None, 2), None);
        assert!(is_plain(r"\d+") && is_plain(r"[\w-]+"));
        assert!(!is_plain("[^/]+") && !is_plain(r"[\w.]+") && !is_plain(".*"));
    }

    #[test]
    fn a_function_may_tie_the_pattern_itself() {
        assert!(confines("[a-z]+", Ends::Both));
        assert!(confines("[a-z]+$", Ends::Start));
        assert!(!confines("[a-z]+", Ends::Start));
        assert!(!confines(".*", Ends::Both));
    }
}
