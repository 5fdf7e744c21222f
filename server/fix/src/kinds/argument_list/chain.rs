//! A program and its arguments in a chain of calls, as Rust writes them.

use tripline_ir::{Call, ExprId, ExprKind};

use super::{is_option, is_shell};
use crate::edits::Edits;
use crate::place::Place;

/// `Command::new("ls").arg(folder)` in place of `Command::new("sh").arg("-c").arg(format!("ls {folder}"))`.
pub(super) fn edits(place: Place<'_>, command: ExprId, words: &[String]) -> Option<Edits> {
    let (option, _) = receiver(place, command)?;
    let (new, _) = receiver(place, option)?;
    let call = call(place, new)?;
    let [shell] = &*call.args else {
        return None;
    };
    is_shell(place, shell.value)?;
    let [asks] = &*self::call(place, option)?.args else {
        return None;
    };
    is_option(place, asks.value)?;
    let (program, others) = words.split_first()?;
    let start = place.range(new).end;
    let end = place.range(command).end;
    let (_, dot) = receiver(place, command)?;
    let before = place.slice(place.range(option).end..dot);
    if !before.trim().is_empty() || place.has_comment(&(start..end)) {
        return None;
    }
    let arguments: Vec<String> = others
        .iter()
        .map(|word| format!("{before}.arg({word})"))
        .collect();
    let mut edits = Edits::default();
    edits.replace(place.range(shell.value), program);
    edits.replace(start..end, arguments.concat());
    Some(edits)
}

fn call(place: Place<'_>, id: ExprId) -> Option<&Call> {
    match &place.expr(id).kind {
        ExprKind::Call(call) => Some(call),
        _ => None,
    }
}

/// What a method is called on, and where its dot is.
fn receiver(place: Place<'_>, id: ExprId) -> Option<(ExprId, usize)> {
    let ExprKind::Attribute {
        base, name_span, ..
    } = &place.expr(call(place, id)?.callee).kind
    else {
        return None;
    };
    let name = place.resolve(*name_span).start;
    Some((*base, name.checked_sub(1)?))
}
