//! The words of a command as expressions.

use tripline_flow::Content as Known;
use tripline_ir::{ExprId, ExprKind, Part as TemplatePart, literal};
use tripline_rules::model::BoundValues;
use tripline_syntax::Language;

use super::super::parameterize::rust;
use super::super::parameterize::text::{Content, Hole, QueryText};
use super::super::parameterize::values::{
    Part, formatted, is_plain_text_of, is_string, joined, operand, preferred_quote,
};
use crate::place::Place;
use crate::shell::{self, Piece, Symbol};

/// The source of each word of a command; `None` where a value may be several words, or what a shell makes of the text is not
/// certain.
pub(super) fn sources(place: Place<'_>, text: &QueryText<'_>) -> Option<Vec<String>> {
    let constants = constants(text);
    let words = shell::words(&symbols(text, &constants))?;
    let quote = preferred_quote(place, text.atoms.first().map(|atom| atom.unit));
    words
        .iter()
        .map(|word| source(place, text, &constants, word, quote))
        .collect()
}

/// The runs of characters that a constant stands for: the first of each and its text.
fn constants(text: &QueryText<'_>) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut before = None;
    for (index, atom) in text.atoms.iter().enumerate() {
        let Content::Inserted(character) = atom.content else {
            before = None;
            continue;
        };
        let at = Some(atom.range.clone());
        match found.last_mut() {
            Some((_, constant)) if before == at => constant.push(character),
            _ => found.push((index, character.to_string())),
        }
        before = at;
    }
    found
}

fn symbols<'t>(text: &QueryText<'_>, constants: &'t [(usize, String)]) -> Vec<Symbol<'t>> {
    let atoms = text.atoms.iter().enumerate();
    let symbol =
        |(index, atom): (usize, &super::super::parameterize::text::Atom)| match atom.content {
            Content::Written(character) => Some(Symbol::Char(character)),
            Content::Hole(hole) => Some(Symbol::Hole(hole)),
            Content::Inserted(_) => {
                let at = constants.iter().position(|(first, _)| *first == index)?;
                Some(Symbol::Constant(at, &constants[at].1))
            }
        };
    atoms.filter_map(symbol).collect()
}

fn source(
    place: Place<'_>,
    text: &QueryText<'_>,
    constants: &[(usize, String)],
    word: &[Piece],
    quote: char,
) -> Option<String> {
    let quote = if place.language == Language::Rust || place.language == Language::Go {
        '"'
    } else {
        quote
    };
    if let [Piece::Constant(index, constant)] = word {
        let named = inserted(place, text, constants[*index].0);
        let named = named.filter(|_| place.language != Language::Rust);
        return Some(named.unwrap_or_else(|| literal::quote(place.language, constant, quote)));
    }
    let mut parts: Vec<Part<'_, '_>> = Vec::new();
    for piece in word {
        match (piece, parts.last_mut()) {
            (Piece::Text(more) | Piece::Constant(_, more), Some(Part::Text(known))) => {
                known.push_str(more);
            }
            (Piece::Text(text) | Piece::Constant(_, text), _) => {
                parts.push(Part::Text(text.clone()));
            }
            (Piece::Hole { index, is_quoted }, _) => {
                let hole = &text.holes[*index];
                if !is_one_word(place, hole, *is_quoted) || !is_plain_text_of(hole) {
                    return None;
                }
                parts.push(Part::Hole(hole));
            }
        }
    }
    match &*parts {
        [] => Some(literal::quote(place.language, "", quote)),
        [Part::Text(text)] => Some(literal::quote(place.language, text, quote)),
        [Part::Hole(hole)] => value(place, hole),
        _ if place.language == Language::Rust => formatted(place, &parts, BoundValues::Bind),
        _ => joined(place, &parts, quote),
    }
}

/// The source of the constant whose first character this is.
fn inserted(place: Place<'_>, text: &QueryText<'_>, first: usize) -> Option<String> {
    let atom = &text.atoms[first];
    let id = match &place.expr(atom.unit).kind {
        ExprKind::Template { parts, .. } => parts.iter().find_map(|part| match part {
            TemplatePart::Hole { value, span, .. } if place.resolve(*span) == atom.range => {
                Some(*value)
            }
            _ => None,
        })?,
        _ => atom.unit,
    };
    operand(place, id)
}

/// Whether a value is a part of one word: it stands in quotes, or is neither quoted by the program nor named like several
/// words.
fn is_one_word(place: Place<'_>, hole: &Hole<'_>, is_quoted: bool) -> bool {
    let is_number = hole.value.content == Known::Scalar;
    if hole.is_kept && !is_number {
        return false;
    }
    is_quoted || is_number || !name(place, hole.expr).is_some_and(|name| is_plural(&name))
}

/// The last name of a value.
fn name(place: Place<'_>, id: ExprId) -> Option<String> {
    match &place.expr(id).kind {
        ExprKind::Name(name) | ExprKind::Attribute { name, .. } => Some((*name).to_string()),
        ExprKind::Call(call) => name(place, call.callee),
        ExprKind::Await(value) | ExprKind::Cast { value, .. } | ExprKind::Reference(value) => {
            name(place, *value)
        }
        _ => None,
    }
}

/// Whether a name speaks of several words: `flags`, `extra_args`, `command`.
fn is_plural(name: &str) -> bool {
    let name = name.to_lowercase();
    let is_several = name.ends_with('s')
        && !["ss", "us", "is", "as", "os", "dns"]
            .iter()
            .any(|end| name.ends_with(end));
    let says_so = [
        "arg", "opt", "flag", "param", "command", "cmd", "extra", "join", "script",
    ];
    is_several || says_so.iter().any(|word| name.contains(word))
}

/// A value as an argument, which must be text.
fn value(place: Place<'_>, hole: &Hole<'_>) -> Option<String> {
    if place.language == Language::Rust {
        let text = rust::value(place, hole, BoundValues::Bind);
        let is_simple = matches!(
            place.expr(hole.expr).kind,
            ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Call(_)
        );
        let shown = || is_simple.then(|| format!("{}.to_string()", place.source_of(hole.expr)));
        return text.or_else(shown);
    }
    let source = operand(place, hole.expr)?;
    let is_number = hole.value.content == Known::Scalar;
    let is_text = hole.template.is_none() || is_text(place, hole);
    Some(match place.language {
        Language::Python if !is_text => format!("str({source})"),
        Language::Go if !is_text => format!("fmt.Sprint({source})"),
        Language::JavaScript | Language::TypeScript | Language::Tsx if is_number => {
            format!("String({source})")
        }
        _ => source,
    })
}

/// Whether a value is certainly text.
fn is_text(place: Place<'_>, hole: &Hole<'_>) -> bool {
    let is_text_type =
        |ty: tripline_ir::Symbol| matches!(ty.rsplit('.').next(), Some("str" | "string"));
    hole.value.ty.is_some_and(is_text_type) || is_string(place, hole.expr)
}
