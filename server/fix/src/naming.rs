//! Names made of other names.

/// The name in the convention of environment variables: `apiKey` is `API_KEY`.
pub(crate) fn screaming_snake(name: &str) -> String {
    let mut result = String::with_capacity(name.len() + 4);
    let mut previous = '_';
    let mut rest = name.chars().peekable();
    while let Some(character) = rest.next() {
        if character.is_ascii_alphanumeric() {
            let ends_acronym =
                previous.is_ascii_uppercase() && rest.peek().is_some_and(char::is_ascii_lowercase);
            let starts_word =
                character.is_ascii_uppercase() && (previous.is_ascii_lowercase() || ends_acronym);
            if starts_word && !result.ends_with('_') {
                result.push('_');
            }
            result.push(character.to_ascii_uppercase());
        } else if !result.ends_with('_') && !result.is_empty() {
            result.push('_');
        }
        previous = character;
    }
    let trimmed = result.trim_end_matches('_').len();
    result.truncate(trimmed);
    if result.starts_with(|first: char| first.is_ascii_digit()) {
        result.insert(0, '_');
    }
    result
}

/// Whether the text is an identifier, in the characters that all languages share.
pub(crate) fn is_identifier(name: &str) -> bool {
    !name.starts_with(|first: char| first.is_ascii_digit())
        && !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// `source` with the dotted name `name` replaced by `by` wherever it stands as a whole name or as the start of one.
pub(crate) fn replace_name(source: &str, name: &str, by: &str) -> String {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut result = String::with_capacity(source.len());
    let mut rest = source;
    let mut previous = None;
    while let Some(at) = rest.find(name) {
        let before = rest[..at].chars().next_back().or(previous);
        let after = rest[at + name.len()..].chars().next();
        let stands_alone =
            !before.is_some_and(|c| is_part(c) || c == '.') && !after.is_some_and(is_part);
        result.push_str(&rest[..at]);
        result.push_str(if stands_alone { by } else { name });
        previous = name.chars().next_back();
        rest = &rest[at + name.len()..];
    }
    result.push_str(rest);
    result
}

/// Whether the dotted name stands in `source` as a whole name or as the start of one.
pub(crate) fn mentions(source: &str, name: &str) -> bool {
    replace_name(source, name, "\0") != source
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn environment_variables_are_screaming_snake() {
        for (name, expected) in [
            ("apiKey", "API_KEY"),
            ("API_KEY", "API_KEY"),
            ("DBPassword", "DB_PASSWORD"),
            ("db-password", "DB_PASSWORD"),
            ("x.secret_", "X_SECRET"),
            ("2fa", "_2FA"),
            ("é", ""),
        ] {
            assert_eq!(screaming_snake(name), expected, "{name}");
        }
    }

    #[test]
    fn names_are_replaced_as_whole_names_only() {
        assert_eq!(
            replace_name("os.environ[os]", "os", "_os"),
            "_os.environ[_os]"
        );
        assert_eq!(replace_name("pos.os + osx", "os", "_os"), "pos.os + osx");
        assert!(mentions("yaml.SafeLoader", "yaml.SafeLoader"));
        assert!(!mentions("yaml.SafeLoader", "SafeLoader"));
    }
}
