//! Texts with placeholders that are filled when they are used: `TEMPLATE.format(name=table)`,
//! `TEMPLATE.replace("{name}", table)`.

use std::sync::Arc;

use tripline_ir::{ArgName, ExprId};

use crate::observer::Argument;
use crate::{Constant, Value};

/// The pieces of a text, at an expression, with arguments in place of its placeholders. What fills a placeholder that no
/// argument is found for is not known.
pub(super) fn formatted(template: &str, at: ExprId, args: &[Argument]) -> Vec<(ExprId, Value)> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut positional = args.iter().filter(|arg| arg.name == ArgName::Positional);
    let mut rest = template;
    while let Some(brace) = rest.find(['{', '}']) {
        text.push_str(&rest[..brace]);
        let (sign, after) = rest[brace..].split_at(1);
        if let Some(after) = after.strip_prefix(sign) {
            text.push_str(sign);
            rest = after;
            continue;
        }
        let Some((placeholder, after)) = after.split_once('}').filter(|_| sign == "{") else {
            text.push_str(sign);
            rest = after;
            continue;
        };
        rest = after;
        let text = std::mem::take(&mut text);
        if !text.is_empty() {
            pieces.push((at, Value::constant(Constant::String(Arc::from(text)))));
        }
        // `{user.name!r:>10}`
        let field = placeholder.split(['!', ':']).next().unwrap_or_default();
        let name = field.split(['.', '[']).next().unwrap_or_default();
        let filled = match name.parse::<usize>() {
            Ok(position) => {
                let mut positional = args.iter().filter(|arg| arg.name == ArgName::Positional);
                positional.nth(position)
            }
            Err(_) if name.is_empty() => positional.next(),
            Err(_) => args
                .iter()
                .find(|arg| matches!(arg.name, ArgName::Keyword(known) if known.as_str() == name)),
        };
        pieces.push(filled.map_or_else(
            || (at, Value::default()),
            |arg| {
                let mut value = arg.value.clone();
                if field.len() > name.len() {
                    value = value.element();
                }
                (arg.expr, value)
            },
        ));
    }
    text.push_str(rest);
    if !text.is_empty() {
        pieces.push((at, Value::constant(Constant::String(Arc::from(text)))));
    }
    pieces
}

/// The pieces of a text, at an expression, with another value in place of each occurrence of a placeholder.
pub(super) fn replaced(
    template: &str,
    at: ExprId,
    placeholder: &str,
    to: &(ExprId, Value),
) -> Vec<(ExprId, Value)> {
    let mut pieces = Vec::new();
    if placeholder.is_empty() {
        return vec![
            (at, Value::constant(Constant::String(Arc::from(template)))),
            to.clone(),
        ];
    }
    for (index, text) in template.split(placeholder).enumerate() {
        if index > 0 {
            pieces.push(to.clone());
        }
        if !text.is_empty() {
            pieces.push((at, Value::constant(Constant::String(Arc::from(text)))));
        }
    }
    pieces
}
