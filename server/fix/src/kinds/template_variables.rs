//! Names the values of a template in it, and passes them by keyword.

use tripline_ir::ArgName;
use tripline_rules::FixRequest;
use tripline_rules::model::BoundValues;

use super::Draft;
use super::parameterize::text::{Content, QueryText};
use super::parameterize::{Region, definition, rewrite, values};
use crate::arguments::List;
use crate::place::Place;

pub(super) fn draft(place: Place<'_>, request: &FixRequest, of: &[String]) -> Option<Draft> {
    let callee = request.location.callee?;
    if !of.iter().any(|name| *name == *callee.as_str()) {
        return None;
    }
    let call_id = request.location.expr?;
    let primary = request.location.primary?;
    let call = place.call(call_id)?;
    let shape = request.shape.as_deref()?;
    let text = QueryText::new(place, shape, request.kind?)?;
    definition::check(place, shape, primary, call_id, &text)?;
    if has_syntax(&text) || text.holes.iter().any(|hole| hole.is_kept) {
        return None;
    }
    let mut taken: Vec<String> = Vec::new();
    for arg in &call.args {
        match arg.name {
            ArgName::Keyword(name) => taken.push(name.to_string()),
            ArgName::Positional if arg.value == primary => {}
            _ => return None,
        }
    }
    let mut regions = Vec::new();
    let mut placeholders = Vec::new();
    let mut passed = Vec::new();
    for index in 0..text.holes.len() {
        let at = text.symbol_of_hole(index)?;
        let region = Region::of_hole(at);
        let value = values::expression(place, &text, &region, false, BoundValues::Mapping)?;
        let name = values::unique_name(place, &text, &region, &taken);
        placeholders.push(format!("{{{{ {name} }}}}"));
        passed.push(format!("{name}={value}"));
        taken.push(name);
        regions.push(region);
    }
    let regions: Vec<_> = regions
        .iter()
        .zip(placeholders.iter().map(String::as_str))
        .collect();
    let mut edits = rewrite::text(place, &text, &regions, &[], false)?;
    let list = List::of_call(place, call);
    edits.append(list.insert(list.items.len(), &passed.join(", ")));
    Some(edits.into())
}

/// Whether the text has blocks or variables of its own: what is inserted may stand inside of one.
fn has_syntax(text: &QueryText<'_>) -> bool {
    let characters: String = text
        .atoms
        .iter()
        .map(|atom| match atom.content {
            Content::Written(character) | Content::Inserted(character) => character,
            Content::Hole(_) => '\0',
        })
        .collect();
    ["{%", "{{", "{#", "{\0", "%\0"]
        .iter()
        .any(|syntax| characters.contains(syntax))
}
