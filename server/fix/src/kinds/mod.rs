//! The closed set of edits that a check can ask for, one file each.

mod argument_list;
mod constant_time_compare;
mod delete_directions;
mod environment;
mod fill_branch;
mod format_call;
mod parameterize;
mod read_as_data;
mod remove_argument;
mod remove_entry;
mod replace;
mod replace_callee;
mod replace_function;
mod replace_import;
mod set_argument;
mod set_entry;
mod set_members;
mod template_variables;
mod use_member;
mod wrap_holes;

use tripline_rules::check::FixKind;
use tripline_rules::{Finding, FixRequest, Safety};

use crate::Companion;
use crate::edits::Edits;
use crate::place::Place;

/// Edits that do what a request asks for.
#[derive(Default)]
pub(crate) struct Draft {
    pub(crate) edits: Edits,
    pub(crate) companions: Vec<Companion>,
    /// Replaces the title of the request.
    pub(crate) title: Option<String>,
    /// Replaces the safety of the request.
    pub(crate) safety: Option<Safety>,
}

impl From<Edits> for Draft {
    fn from(edits: Edits) -> Self {
        Draft {
            edits,
            ..Draft::default()
        }
    }
}

/// The ways to do what a request asks for, best first; none where a doubt is left.
pub(crate) fn drafts(place: Place<'_>, finding: &Finding, request: &FixRequest) -> Vec<Draft> {
    let location = &request.location;
    let draft = match &request.spec.kind {
        FixKind::Parameterize {} => return parameterize::drafts(place, request),
        FixKind::ArgumentList {} => argument_list::draft(place, request),
        FixKind::ReadAsData { callee } => read_as_data::draft(place, request, callee),
        FixKind::TemplateVariables { of } => template_variables::draft(place, request, of),
        FixKind::DeleteDirections {} => Some(delete_directions::draft(place, finding)),
        FixKind::Environment {} => environment::draft(place, finding, request),
        FixKind::ReplaceCallee { callee, drop } => {
            replace_callee::draft(place, location, callee, drop)
        }
        FixKind::WrapHoles {
            source,
            operand,
            imports,
            unquoted,
        } => Some(())
            .filter(|()| !unquoted || !wrap_holes::is_quoted(request))
            .and_then(|()| wrap_holes::draft(place, request, source, operand.as_deref(), imports)),
        FixKind::FormatCall { callee } => format_call::draft(place, location, callee),
        FixKind::UseMember { member } => use_member::draft(place, location, member),
        FixKind::ReplaceImport { from, to, missing } => {
            replace_import::draft(place, from, to, missing)
        }
        FixKind::ReplaceFunction {
            source,
            then,
            imports,
        } => replace_function::draft(place, location, source, then, imports),
        FixKind::SetArgument {
            argument,
            source,
            imports,
        } => set_argument::draft(place, location, argument, source, imports),
        FixKind::RemoveArgument { argument } => remove_argument::draft(place, location, argument),
        FixKind::SetEntry {
            argument,
            key,
            source,
            imports,
        } => set_entry::draft(place, location, argument.as_ref(), key, source, imports),
        FixKind::SetMembers { members, imports } => {
            set_members::draft(place, location, members, imports)
        }
        FixKind::RemoveEntry { argument, key } => {
            remove_entry::draft(place, location, argument.as_ref(), key)
        }
        FixKind::Replace { source, imports } => replace::draft(place, location, source, imports),
        FixKind::FillBranch { source, imports } => {
            fill_branch::draft(place, location, source, imports)
        }
        FixKind::ConstantTimeCompare {} => constant_time_compare::draft(place, location),
    };
    draft.into_iter().collect()
}

/// The source that a check gives, with the source of the primary expression in it.
fn filled(place: Place<'_>, location: &tripline_rules::Location, source: &str) -> Option<String> {
    if !source.contains("{argument}") {
        return Some(source.to_owned());
    }
    Some(source.replace(
        "{argument}",
        place.source_of(location.primary.or(location.expr)?),
    ))
}
