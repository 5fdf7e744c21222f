//! The literal text that a token grammar's pattern begins with.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::literal::Extractor;

/// Least length of what the prefilter looks for, in bytes: shorter text is everywhere.
pub(crate) const MIN_KEYWORD: usize = 3;

/// Most prefixes of one pattern.
const MAX_PREFIXES: usize = 24;

/// Texts one of which each match of the pattern begins with; `None` where the pattern has no such texts, too many, or one that
/// is shorter than [`MIN_KEYWORD`].
pub(crate) fn prefixes(pattern: &str) -> Option<Vec<String>> {
    let mut parser = ParserBuilder::new().unicode(false).utf8(false).build();
    let tree = parser.parse(pattern).ok()?;
    let mut extractor = Extractor::new();
    extractor.limit_class(5).limit_total(MAX_PREFIXES);
    let mut found = extractor.extract(&tree);
    found.dedup();
    let prefixes: Option<Vec<String>> = found
        .literals()?
        .iter()
        .map(|literal| String::from_utf8(literal.as_bytes().to_vec()).ok())
        .collect();
    prefixes.filter(|prefixes| {
        let is_long = |prefix: &String| prefix.len() >= MIN_KEYWORD;
        !prefixes.is_empty() && prefixes.iter().all(is_long)
    })
}

#[cfg(test)]
mod tests {
    use super::prefixes;

    fn of(pattern: &str) -> Option<Vec<String>> {
        prefixes(pattern)
    }

    #[test]
    fn a_pattern_begins_with_one_of_its_prefixes() {
        assert_eq!(of(r"ghp_[A-Za-z0-9]{36}").unwrap(), ["ghp_"]);
        assert_eq!(
            of(r"\b(do[op]_v1_[a-f0-9]{64})").unwrap(),
            ["doo_v1_", "dop_v1_"]
        );
        assert_eq!(
            of(r"sk-(?:proj|admin)-[a-z]{9}").unwrap(),
            ["sk-proj-", "sk-admin-"]
        );
        assert_eq!(of(r"[a-f0-9]{32}"), None);
        assert_eq!(of(r"k-[a-f0-9]{32}"), None);
    }
}
