//! `initialize`

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tower_lsp::gen_lsp_types::{
    InitializeParams, InitializeResult, ServerInfo, Uri, WorkspaceFolder, WorkspaceFolders,
};

use crate::capabilities::{Abilities, editor_settings, offered};
use crate::session::{Reply, State};
use crate::uri;

pub(crate) fn initialize(
    state: &mut State,
    params: InitializeParams,
    reply: Reply<InitializeResult>,
) {
    let client = Arc::new(Abilities::of(&params.capabilities));
    state.client = Arc::clone(&client);
    // Sent before the folders are looked at, whose configuration may be on a slow disk.
    let result = InitializeResult {
        capabilities: offered(&client),
        server_info: Some(ServerInfo {
            name: "tripline".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
    };
    drop(reply.send(Ok(result)));
    let settings = params
        .initialization_options
        .as_ref()
        .and_then(editor_settings);
    if let Some(settings) =
        settings.filter(|settings| settings.as_object().is_some_and(|keys| !keys.is_empty()))
    {
        state.take_editor_settings(settings);
    }
    state.set_roots(roots(params));
}

#[expect(
    deprecated,
    reason = "clients from before workspace folders send nothing else"
)]
fn roots(params: InitializeParams) -> Vec<PathBuf> {
    match params.workspace_folders_initialize_params.workspace_folders {
        Some(WorkspaceFolders::WorkspaceFolderList(folders)) if !folders.is_empty() => {
            paths(&folders)
        }
        _ => params
            .root_uri
            .as_ref()
            .and_then(uri::to_path)
            .into_iter()
            .map(|path| trimmed(&path))
            .collect(),
    }
}

/// The paths of folders, each once.
pub(crate) fn paths(folders: &[WorkspaceFolder]) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for folder in folders {
        let path = folder_path(&folder.uri).filter(|path| !paths.contains(path));
        paths.extend(path);
    }
    paths
}

pub(crate) fn folder_path(uri: &Uri) -> Option<PathBuf> {
    uri::to_path(uri).map(|path| trimmed(&path))
}

/// The path without a separator at its end.
fn trimmed(path: &Path) -> PathBuf {
    path.components().collect()
}
