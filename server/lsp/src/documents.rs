//! The documents that the editor has open.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use ropey::Rope;
use tower_lsp::gen_lsp_types::{TextDocumentContentChangeEvent, Uri};
use tripline_syntax::{Encoding, Language, TextEdit};

use crate::convert::Lines;
use crate::uri;

/// A document that is open in the editor.
#[derive(Clone, Debug)]
pub(crate) struct OpenDocument {
    /// As the client writes it.
    pub(crate) uri: Uri,
    /// As the client counts.
    pub(crate) version: i32,
    /// What it is read as; `None` if it is not analysed.
    pub(crate) language: Option<Language>,
    /// Its text.
    pub(crate) rope: Rope,
}

/// How a change is handed on.
pub(crate) enum Change {
    /// Edits in bytes, one after the other: each is in the text that the edits before it left.
    Edits(Vec<TextEdit>),
    /// The whole text.
    Text(String),
}

impl OpenDocument {
    /// Applies changes, each of which is in the text that those before it left.
    pub(crate) fn apply(
        &mut self,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) -> Change {
        let mut edits = Vec::new();
        let mut is_replaced = false;
        for change in changes {
            match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(change) => {
                    let range = Lines::new(&self.rope, encoding).bytes(change.range);
                    let start = self.rope.byte_to_char(range.start as usize);
                    let end = self.rope.byte_to_char(range.end as usize);
                    self.rope.remove(start..end);
                    self.rope.insert(start, &change.text);
                    edits.push(TextEdit {
                        range,
                        text: change.text,
                    });
                }
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(change) => {
                    self.rope = Rope::from_str(&change.text);
                    is_replaced = true;
                }
            }
        }
        if is_replaced {
            Change::Text(self.rope.to_string())
        } else {
            Change::Edits(edits)
        }
    }
}

/// The open documents by the path under which they are analysed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Documents {
    by_path: BTreeMap<PathBuf, OpenDocument>,
}

impl Documents {
    /// The path under which a document is analysed: its own, or for one that is no file a made-up one in `folder`, whose
    /// settings hold for it.
    pub(crate) fn path(uri: &Uri, folder: &Path) -> PathBuf {
        uri::to_path(uri).unwrap_or_else(|| {
            let mut hasher = DefaultHasher::new();
            uri.0.hash(&mut hasher);
            folder.join(format!("untitled-{:016x}", hasher.finish()))
        })
    }

    /// Opens a document.
    pub(crate) fn open(&mut self, path: PathBuf, document: OpenDocument) {
        self.by_path.insert(path, document);
    }

    /// Closes a document.
    pub(crate) fn close(&mut self, path: &Path) -> Option<OpenDocument> {
        self.by_path.remove(path)
    }

    /// The document of a path.
    pub(crate) fn get(&self, path: &Path) -> Option<&OpenDocument> {
        self.by_path.get(path)
    }

    /// The document of a path, to be changed.
    pub(crate) fn get_mut(&mut self, path: &Path) -> Option<&mut OpenDocument> {
        self.by_path.get_mut(path)
    }

    /// The path of the document that the client calls `uri`.
    pub(crate) fn find(&self, uri: &Uri) -> Option<PathBuf> {
        match uri::to_path(uri) {
            Some(path) => self.by_path.contains_key(&path).then_some(path),
            None => self
                .by_path
                .iter()
                .find(|(_, document)| document.uri == *uri)
                .map(|(path, _)| path.clone()),
        }
    }

    /// Whether nothing is open.
    pub(crate) fn is_empty(&self) -> bool {
        self.by_path.is_empty()
    }

    /// The open documents, sorted by path.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Path, &OpenDocument)> {
        self.by_path
            .iter()
            .map(|(path, document)| (path.as_path(), document))
    }

    /// The URI of a path, as the client writes it if it has the document open.
    pub(crate) fn uri(&self, path: &Path) -> Uri {
        self.get(path)
            .map_or_else(|| uri::from_path(path), |document| document.uri.clone())
    }
}
