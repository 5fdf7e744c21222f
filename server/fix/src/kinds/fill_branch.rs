//! Gives an empty branch a statement.

use tripline_ir::StmtKind;
use tripline_rules::Location;
use tripline_syntax::Language;

use super::{Draft, filled};
use crate::place::Place;
use crate::{imports, lines};

pub(super) fn draft(
    place: Place<'_>,
    location: &Location,
    source: &str,
    names: &[String],
) -> Option<Draft> {
    let (stmt, arm) = location.branch?;
    let StmtKind::If { arms, .. } = &place.body.stmt(stmt).kind else {
        return None;
    };
    let (test, block) = arms.get(arm)?;
    let (source, mut edits) =
        imports::make_available(place, &filled(place, location, source)?, names)?;
    let text = place.text;
    let end = lines::line_end(text);
    let whole = place.resolve(place.body.stmt(stmt).span);
    let indented = |indentation: &str| {
        source
            .trim_end()
            .lines()
            .collect::<Vec<_>>()
            .join(&format!("{end}{indentation}"))
    };
    if place.language == Language::Python {
        let (first, last) = (block.first()?, block.last()?);
        let range = place.resolve(place.body.stmt(*first).span).start
            ..place.resolve(place.body.stmt(*last).span).end;
        if place.has_comment(&range) {
            return None;
        }
        let is_own_line = lines::starts_line(text, range.start);
        if !is_own_line && source.trim_end().contains('\n') {
            return None;
        }
        let replacement = indented(lines::indentation(text, range.start));
        edits.replace(range, replacement);
        return Some(edits.into());
    }
    // Between the braces that follow the condition there is nothing but comments.
    let mut at = place
        .with_parentheses(place.range(*test), whole.clone())
        .end;
    loop {
        at = lines::skip_space(text, at);
        match place.comment_at(at) {
            Some(comment) => at = comment.end,
            None => break,
        }
    }
    if !text[at..].starts_with('{') {
        return None;
    }
    let open = at + 1;
    let mut close = open;
    loop {
        close = lines::skip_space(text, close);
        match place.comment_at(close) {
            Some(comment) => close = comment.end,
            None => break,
        }
    }
    if !text[close..].starts_with('}') {
        return None;
    }
    let outer = lines::indentation(text, whole.start);
    let default = if place.language == Language::Go {
        "\t"
    } else {
        "  "
    };
    let inner = format!("{outer}{}", lines::indentation_unit(text, default));
    let behind_comments = open + place.slice(open..close).trim_end().len();
    edits.replace(
        behind_comments..close,
        format!("{end}{inner}{}{end}{outer}", indented(&inner)),
    );
    Some(edits.into())
}
