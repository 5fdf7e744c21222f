//! The code actions for a finding, and how one is found again when the client asks for its edit.

use std::path::Path;

use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types::{CodeActionKind, WorkspaceEdit};
use tripline_fix::{Companion, Scope};
use tripline_rules::{Finding, Safety};
use tripline_syntax::TextEdit;
use tripline_workspace::suppress::{suppress_file, suppress_line};
use tripline_workspace::{Cancellable, FileReport};

use crate::documents::OpenDocument;
use crate::view::View;
use crate::workspace_edit::workspace_edit;

/// What an action does to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Deed {
    /// Applies the fix of this number.
    Fix(usize),
    /// Takes an unused suppression out.
    RemoveSuppression,
    /// Accepts the finding where it is.
    SuppressLine,
    /// Accepts findings of the check in the whole file.
    SuppressFile,
}

/// An action for one finding.
pub(crate) struct Action {
    /// What it does.
    pub(crate) deed: Deed,
    /// Its title.
    pub(crate) title: String,
    /// Whether it is the obvious thing to do.
    pub(crate) is_preferred: bool,
    edits: Vec<TextEdit>,
    companions: Vec<Companion>,
}

impl Action {
    /// The edit that does it.
    pub(crate) fn edit(&self, view: &View, path: &Path, document: &OpenDocument) -> WorkspaceEdit {
        workspace_edit(view, path, document, &self.edits, &self.companions)
    }
}

/// The actions for a finding of the report, in order of preference: safe fixes, fixes to be reviewed, suppressions.
pub(crate) fn actions(
    view: &View,
    path: &Path,
    report: &FileReport,
    finding: &Finding,
) -> Cancellable<Vec<Action>> {
    if let Some(unused) = report
        .unused_suppressions
        .iter()
        .find(|unused| unused.finding == *finding)
    {
        let remove = Action {
            deed: Deed::RemoveSuppression,
            title: unused.title.clone(),
            is_preferred: true,
            edits: unused.edits.clone(),
            companions: Vec::new(),
        };
        return Ok(if remove.edits.is_empty() {
            Vec::new()
        } else {
            vec![remove]
        });
    }
    let mut fixes = view.snapshot.fixes(path, finding)?;
    fixes.sort_by_key(|fix| fix.safety);
    let is_single = fixes
        .iter()
        .filter(|fix| fix.safety == Safety::Safe)
        .count()
        == 1;
    let mut actions: Vec<Action> = fixes
        .into_iter()
        .enumerate()
        .map(|(index, fix)| Action {
            deed: Deed::Fix(index),
            title: fix.title,
            is_preferred: is_single && fix.safety == Safety::Safe,
            edits: fix.edits,
            companions: fix.companions,
        })
        .collect();
    if let (Some(ir), Some(document)) = (view.snapshot.ir(path)?, view.snapshot.document(path)) {
        let check = &*finding.check;
        let suppress = |deed, title, edits| Action {
            deed,
            title,
            is_preferred: false,
            edits,
            companions: Vec::new(),
        };
        let line = suppress_line(&ir, document.text(), finding);
        actions.push(suppress(
            Deed::SuppressLine,
            format!("Suppress `{check}` on this line"),
            line,
        ));
        let file = suppress_file(&ir, document.text(), check);
        actions.push(suppress(
            Deed::SuppressFile,
            format!("Suppress `{check}` in this file"),
            file,
        ));
    }
    Ok(actions)
}

/// The edit that applies every safe fix of a file; `None` if there is none.
pub(crate) fn fix_all(
    view: &View,
    path: &Path,
    document: &OpenDocument,
) -> Cancellable<Option<WorkspaceEdit>> {
    let fixed = view.snapshot.fix_all(path, Scope::SafeOnly)?;
    Ok(fixed
        .filter(|fixed| !fixed.edits.is_empty())
        .map(|fixed| workspace_edit(view, path, document, &fixed.edits, &fixed.companions)))
}

/// Whether a client that asks for the kinds `only` wants actions of `kind`: a kind stands for those below it as well.
pub(crate) fn wants(only: Option<&[CodeActionKind]>, kind: &str) -> bool {
    let Some(only) = only else { return true };
    only.iter().any(|wanted| {
        let wanted = serde_json::to_value(wanted).unwrap_or_default();
        let wanted = wanted.as_str().unwrap_or_default();
        let below = kind.strip_prefix(wanted);
        wanted.is_empty() || below.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

/// What a client sends back to have the edit of an action computed.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Ticket {
    /// The document, as the client writes it.
    pub(crate) uri: String,
    /// Its version when the action was offered.
    pub(crate) version: i32,
    /// The action; `None` for the one that applies every safe fix.
    pub(crate) action: Option<(String, Deed)>,
}
