//! Imports another module under the same name: `"text/template"` to `"html/template"`.

use tripline_syntax::Language;

use super::Draft;
use crate::edits::Edits;
use crate::imports;
use crate::naming;
use crate::place::Place;

/// `None` if the file imports the other module as well, or uses a member that only the first has.
pub(super) fn draft(place: Place<'_>, from: &str, to: &str, missing: &[String]) -> Option<Draft> {
    if place.language != Language::Go {
        return None;
    }
    let imports = &place.source.ir.items.imports;
    let import = imports.iter().find(|import| &*import.module == from)?;
    if imports.iter().any(|import| &*import.module == to) {
        return None;
    }
    let local = import.local?;
    let is_used = |member: &String| naming::mentions(place.text, &format!("{local}.{member}"));
    if missing.iter().any(is_used) {
        return None;
    }
    let mut edits = Edits::default();
    edits.replace(imports::written_path(place, from)?, to);
    Some(edits.into())
}
