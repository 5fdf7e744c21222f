//! What only tests compile.

use tripline_syntax::Document;

use super::grammar::Kind;
use crate::FileSpan;

/// Whether an attribute says that only tests compile what it belongs to: `#[test]`, `#[tokio::test]`, `#[cfg(test)]`.
pub(super) fn is_marker(attribute: &str) -> bool {
    let inner = attribute.trim_start_matches(['#', '!']).trim();
    let Some(inner) = inner
        .strip_prefix('[')
        .and_then(|inner| inner.strip_suffix(']'))
    else {
        return false;
    };
    let (path, arguments) = inner.split_once('(').unwrap_or((inner, ""));
    let name = path.rsplit("::").next().unwrap_or_default().trim();
    match name {
        "cfg" => needs_test(arguments.trim_end().strip_suffix(')').unwrap_or_default()),
        "test" | "rstest" | "test_case" => true,
        _ => name.ends_with("_test"),
    }
}

/// Whether a condition of the compiler holds in tests alone: `test`, `all(test, unix)`.
fn needs_test(condition: &str) -> bool {
    let condition = condition.trim();
    let all = condition
        .strip_prefix("all(")
        .and_then(|all| all.strip_suffix(')'));
    match all {
        Some(all) => {
            let mut depth = 0;
            let mut parts = all.split(|character| {
                match character {
                    '(' => depth += 1,
                    ')' => depth -= 1,
                    _ => {}
                }
                character == ',' && depth == 0
            });
            parts.any(|part| part.trim() == "test")
        }
        None => condition == "test",
    }
}

/// The statements, fields and arms that only tests compile, wherever they stand.
pub(super) fn inside(document: &Document) -> Vec<FileSpan> {
    let text = document.text();
    let root = document.tree().root_node();
    let marked = text.match_indices("#[cfg(").filter_map(|(start, _)| {
        let attribute = root.descendant_for_byte_range(start, start + 1)?.parent()?;
        if Kind::of(attribute) != Kind::AttributeItem || !is_marker(&text[attribute.byte_range()]) {
            return None;
        }
        let around = attribute.parent()?;
        let end = match Kind::of(around) {
            Kind::FieldInitializer | Kind::MatchArm => around.end_byte(),
            _ => {
                let mut next = attribute.next_named_sibling()?;
                while Kind::of(next) == Kind::AttributeItem || Kind::of(next).is_comment() {
                    next = next.next_named_sibling()?;
                }
                next.end_byte()
            }
        };
        Some(FileSpan {
            start: start as u32,
            end: end as u32,
        })
    });
    marked.collect()
}

#[cfg(test)]
mod tests {
    use super::is_marker;

    #[test]
    fn attributes_of_tests_are_known() {
        for attribute in [
            "#[test]",
            "#[tokio::test(flavor = \"multi_thread\")]",
            "#[rstest]",
            "#[wasm_bindgen_test]",
            "#[cfg(test)]",
            "#![cfg(test)]",
            "#[cfg(all(test, not(windows)))]",
            "#[cfg(all(any(unix, windows), test))]",
        ] {
            assert!(is_marker(attribute), "{attribute}");
        }
        for attribute in [
            "#[cfg(not(test))]",
            "#[cfg(any(test, feature = \"mocks\"))]",
            "#[cfg(all(not(test), unix))]",
            "#[cfg(feature = \"test\")]",
            "#[cfg_attr(test, allow(dead_code))]",
            "#[get(\"/test\")]",
            "#[latest]",
        ] {
            assert!(!is_marker(attribute), "{attribute}");
        }
    }
}
