//! The function that takes arguments instead of a command.

use tripline_ir::{ExprKind, StmtKind};
use tripline_rules::FixRequest;
use tripline_rules::model::ArgumentsSpec;

use crate::edits::Edits;
use crate::imports;
use crate::place::Place;

/// Calls the function that the model names; no edits where it is the same one.
pub(super) fn edits(place: Place<'_>, request: &FixRequest, spec: &ArgumentsSpec) -> Option<Edits> {
    let mut edits = Edits::default();
    let Some(wanted) = &spec.callee else {
        return Some(edits);
    };
    let call = place.call(request.location.expr?)?;
    let called = request.location.callee?;
    let (owner, name) = wanted.rsplit_once('.')?;
    let (old_owner, old_name) = called.rsplit_once('.')?;
    match place.expr(call.callee).kind {
        ExprKind::Attribute {
            name: written,
            name_span,
            ..
        } if owner == old_owner && &*written == old_name => {
            edits.replace(place.resolve(name_span), name);
        }
        ExprKind::Name(written) if is_imported(place, &written) => {
            let is_same_module = owner == old_owner;
            let source = if is_same_module { name } else { wanted };
            let (source, imported) =
                imports::make_available(place, source, std::slice::from_ref(wanted))?;
            edits.append(imported);
            edits.replace(place.range(call.callee), source);
        }
        ExprKind::Name(written) => {
            let promise = maker_of(place, &written)?;
            let (source, imported) =
                imports::make_available(place, name, std::slice::from_ref(wanted))?;
            edits.append(imported);
            edits.replace(place.range(call.callee), format!("{promise}({source})"));
        }
        ExprKind::Attribute { .. } if owner != old_owner => {
            let (source, imported) =
                imports::make_available(place, wanted, std::slice::from_ref(wanted))?;
            edits.append(imported);
            edits.replace(place.range(call.callee), source);
        }
        _ => return None,
    }
    Some(edits)
}

fn is_imported(place: Place<'_>, name: &str) -> bool {
    let imports = place.source.ir.items.imports.iter();
    imports
        .filter_map(|import| import.local)
        .any(|local| &*local == name)
}

/// The function of one argument that has made a function of the module: `promisify` of `const run = promisify(exec)`.
fn maker_of(place: Place<'_>, name: &str) -> Option<String> {
    let layout = place.source.ir.module();
    let module = Place {
        layout,
        body: &layout.body,
        ..place
    };
    module.stmts().find_map(|(_, kind, _)| {
        let StmtKind::Assign {
            targets,
            value: Some(value),
            ..
        } = kind
        else {
            return None;
        };
        let is_named =
            |target| matches!(module.expr(target).kind, ExprKind::Name(bound) if &*bound == name);
        let made = module.call(*value)?;
        let is_made = matches!(&**targets, [target] if is_named(*target)) && made.args.len() == 1;
        is_made.then(|| module.source_of(made.callee).to_owned())
    })
}
