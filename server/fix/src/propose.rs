//! Candidates.

use tripline_rules::Finding;

use crate::place::Place;
use crate::{Fix, Source, kinds};

/// The fixes that the requests of a finding give, best first. None of them is proven yet.
pub fn propose(source: &Source<'_>, finding: &Finding) -> Vec<Fix> {
    let mut fixes: Vec<Fix> = Vec::new();
    for request in &finding.fixes {
        let Some(place) = Place::new(source, request.location.body) else {
            continue;
        };
        if !is_beside(source, &request.spec.beside) {
            continue;
        }
        for draft in kinds::drafts(place, finding, request) {
            let Some(edits) = draft.edits.finish(place.text) else {
                continue;
            };
            let fix = Fix {
                title: draft.title.unwrap_or_else(|| request.spec.title.clone()),
                safety: draft.safety.unwrap_or(request.spec.safety),
                edits,
                companions: draft.companions,
            };
            if !fixes.iter().any(|known| known.edits == fix.edits) {
                fixes.push(fix);
            }
        }
    }
    fixes
}

/// Whether the file imports one of the modules, or something inside one; where none is named, always.
fn is_beside(source: &Source<'_>, modules: &[String]) -> bool {
    let imports = &source.ir.items.imports;
    let is_inside = |module: &str, outer: &String| {
        let rest = module.strip_prefix(outer.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '/']))
    };
    modules.is_empty()
        || imports
            .iter()
            .any(|import| modules.iter().any(|outer| is_inside(&import.module, outer)))
}
