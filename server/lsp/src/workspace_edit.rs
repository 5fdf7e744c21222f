//! Edits as the client takes them.

use std::collections::HashMap;
use std::path::Path;

use ropey::Rope;
use tower_lsp::gen_lsp_types::{
    CreateFile, CreateFileOptions, DocumentChange, Edit, OptionalVersionedTextDocumentIdentifier,
    Range, TextDocumentEdit, TextDocumentIdentifier, TextEdit, Uri, WorkspaceEdit,
};
use tripline_fix::Companion;
use tripline_workspace::files::decode;

use crate::convert::Lines;
use crate::documents::OpenDocument;
use crate::view::View;

/// The edit of an open document, with the lines that other files of its project get.
///
/// It is bound to the version of the document where the client can check that. Other files are left alone where the
/// client cannot create files: then the entry would be missing for some users and there for others.
pub(crate) fn workspace_edit(
    view: &View,
    path: &Path,
    document: &OpenDocument,
    edits: &[tripline_syntax::TextEdit],
    companions: &[Companion],
) -> WorkspaceEdit {
    let lines = Lines::new(&document.rope, view.client.encoding);
    let edits = edits.iter().map(|edit| TextEdit {
        range: lines.range(edit.range.start, edit.range.end),
        new_text: edit.text.clone(),
    });
    if !view.client.versioned_edits {
        let changes = HashMap::from([(document.uri.clone(), edits.collect())]);
        return WorkspaceEdit {
            changes: Some(changes),
            ..WorkspaceEdit::default()
        };
    }
    let mut changes = vec![text_edit(
        document.uri.clone(),
        Some(document.version),
        edits.collect(),
    )];
    if view.client.creates_files {
        for companion in companions {
            changes.extend(companion_changes(view, path, companion));
        }
    }
    WorkspaceEdit {
        document_changes: Some(changes),
        ..WorkspaceEdit::default()
    }
}

/// Appends the line to its file, which is created if it is not there; nothing if it has such a line or cannot be read.
fn companion_changes(view: &View, path: &Path, companion: &Companion) -> Vec<DocumentChange> {
    let folder = view
        .root(path)
        .or_else(|| path.parent().filter(|_| view.files.metadata(path).is_ok()));
    let Some(target) = folder.map(|folder| folder.join(&companion.file)) else {
        return Vec::new();
    };
    let uri = view.documents.uri(&target);
    let (existing, version) = match view.documents.get(&target) {
        Some(open) => (Some(open.rope.clone()), Some(open.version)),
        None => (on_disk(view, &target), None),
    };
    let Some(rope) = existing else {
        if view.files.metadata(&target).is_ok() {
            return Vec::new();
        }
        let create = CreateFile {
            uri: uri.clone(),
            options: Some(CreateFileOptions {
                overwrite: None,
                ignore_if_exists: Some(true),
            }),
            annotation_id: None,
        };
        let line = TextEdit {
            range: Range::default(),
            new_text: format!("{}\n", companion.line),
        };
        return vec![
            DocumentChange::CreateFile(create),
            text_edit(uri, None, vec![line]),
        ];
    };
    let text = rope.to_string();
    let start = companion
        .line
        .split_inclusive('=')
        .next()
        .unwrap_or(&companion.line);
    if text.lines().any(|line| line.starts_with(start)) {
        return Vec::new();
    }
    let line_break = if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    let line = TextEdit {
        range: Lines::new(&rope, view.client.encoding).end(),
        new_text: format!("{line_break}{}\n", companion.line),
    };
    vec![text_edit(uri, version, vec![line])]
}

fn on_disk(view: &View, target: &Path) -> Option<Rope> {
    let source = decode(view.files.read(target).ok()?).ok()?;
    Some(Rope::from_str(&source.text))
}

fn text_edit(uri: Uri, version: Option<i32>, edits: Vec<TextEdit>) -> DocumentChange {
    DocumentChange::TextDocumentEdit(TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier {
            version,
            text_document_identifier: TextDocumentIdentifier { uri },
        },
        edits: edits.into_iter().map(Edit::TextEdit).collect(),
    })
}
