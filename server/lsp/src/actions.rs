//! The code actions for a finding, and how one is found again when the client asks for its edit.

use std::collections::BTreeSet;
use std::path::Path;

use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types::{CodeActionKind, WorkspaceEdit};
use tripline_fix::Companion;
use tripline_rules::{Finding, Safety};
use tripline_syntax::TextEdit;
use tripline_workspace::suppress::{suppress_file, suppress_line};
use tripline_workspace::{Cancellable, FileReport, analyze};

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

/// The edit that applies the safe fixes of a file; `None` if there is none.
///
/// Where two fixes touch the same text, the first one is applied, and the other is offered afterwards. Together they are
/// held to what each was held to alone: what they fix is gone, nothing new has come and the text parses no worse.
pub(crate) fn fix_all(
    view: &View,
    path: &Path,
    document: &OpenDocument,
) -> Cancellable<Option<WorkspaceEdit>> {
    let (Some(report), Some(before)) = (
        view.snapshot.diagnostics(path)?,
        view.snapshot.document(path),
    ) else {
        return Ok(None);
    };
    let mut edits: Vec<TextEdit> = Vec::new();
    let mut companions = BTreeSet::new();
    let mut applied = 0;
    for finding in &report.findings {
        let fixes = view.snapshot.fixes(path, finding)?;
        let Some(fix) = fixes.into_iter().find(|fix| fix.safety == Safety::Safe) else {
            continue;
        };
        if fix
            .edits
            .iter()
            .any(|edit| edits.iter().any(|other| clash(edit, other)))
        {
            continue;
        }
        applied += 1;
        for edit in fix.edits {
            if !edits.contains(&edit) {
                edits.push(edit);
            }
        }
        companions.extend(fix.companions);
    }
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let Ok(after) = before.edited_at_once(&edits) else {
        return Ok(None);
    };
    let settings = view.snapshot.settings(path).unwrap_or_default();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let parses_worse = after.error_count() > before.error_count();
    let proof = analyze(path, &name, after, &settings, &view.snapshot.rules()).report;
    if applied == 0 || parses_worse || proof.findings.len() + applied > report.findings.len() {
        return Ok(None);
    }
    let companions: Vec<Companion> = companions.into_iter().collect();
    Ok(Some(workspace_edit(
        view,
        path,
        document,
        &edits,
        &companions,
    )))
}

/// Whether two edits cannot both be applied. Equal ones can, as one: two fixes may need the same import.
fn clash(a: &TextEdit, b: &TextEdit) -> bool {
    let overlap = a.range.start < b.range.end && b.range.start < a.range.end;
    let same_place = a.range.start == b.range.start;
    (overlap || same_place) && a != b
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
