//! What the client can do, and what this server offers it.

use serde_json::Value;
use tower_lsp::gen_lsp_types::{
    ChangeNotifications, ClientCapabilities, CodeActionKind, CodeActionOptions, CodeActionProvider,
    DiagnosticOptions, DiagnosticProvider, HoverProvider, MarkupKind, PositionEncodingKind,
    ResourceOperationKind, Save, SaveOptions, ServerCapabilities, TextDocumentSync,
    TextDocumentSyncKind, TextDocumentSyncOptions, WorkDoneProgressOptions,
    WorkspaceFoldersServerCapabilities, WorkspaceOptions,
};
use tripline_syntax::Encoding;

/// Names this server's diagnostics among those of others.
pub(crate) const IDENTIFIER: &str = "tripline";

/// The kind of the action that applies every safe fix of a file.
pub(crate) const FIX_ALL: &str = "source.fixAll.tripline";

/// How diagnostics reach the client: one way in a session, never both.
///
/// Clients keep the two apart, and show what comes both ways twice
/// ([Neovim](https://github.com/neovim/neovim/issues/29927)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delivery {
    /// `textDocument/publishDiagnostics`.
    Push,
    /// `textDocument/diagnostic` and `workspace/diagnostic`.
    ///
    /// Only where the client can be asked to pull again: without that, a changed configuration would show only after
    /// the next edit.
    Pull,
}

/// What the client can do, resolved once.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the protocol announces abilities one by one"
)]
pub(crate) struct Abilities {
    /// The unit that positions count in: UTF-8, which needs no conversion, before UTF-16, which every client knows,
    /// before UTF-32.
    pub(crate) encoding: Encoding,
    /// How diagnostics reach it.
    pub(crate) delivery: Delivery,
    /// Shows the steps of a flow beside a diagnostic; else they go into the message.
    pub(crate) related_information: bool,
    /// Shows a link to the check.
    pub(crate) code_description: bool,
    /// Knows the tag for what is unnecessary.
    pub(crate) unnecessary_tag: bool,
    /// Returns the data of a diagnostic.
    pub(crate) diagnostic_data: bool,
    /// Takes code actions rather than commands.
    pub(crate) code_action_literals: bool,
    /// Asks for the edit of a code action when it is chosen.
    pub(crate) resolves_edits: bool,
    /// Shows which action is preferred.
    pub(crate) preferred_actions: bool,
    /// Takes edits that say which version of a document they are for. An action that was computed for an older text then
    /// changes nothing ([Sublime](https://github.com/sublimelsp/LSP-ruff/issues/72) applies several in a row).
    pub(crate) versioned_edits: bool,
    /// Creates files in an edit.
    pub(crate) creates_files: bool,
    /// Renders Markdown in a hover.
    pub(crate) markdown: bool,
    /// Can be asked for the settings of the editor.
    pub(crate) configuration: bool,
    /// Can be asked to tell of changed settings.
    pub(crate) registers_configuration: bool,
    /// Can be asked to watch files.
    pub(crate) registers_watchers: bool,
}

impl Abilities {
    /// Of a client that announces these capabilities.
    pub(crate) fn of(client: &ClientCapabilities) -> Self {
        let text = client.text_document.as_ref();
        let workspace = client.workspace.as_ref();
        let is_true = |flag: Option<bool>| flag == Some(true);
        let refreshes = workspace
            .and_then(|w| w.diagnostics.as_ref())
            .is_some_and(|d| is_true(d.refresh_support));
        let pulls = text.and_then(|t| t.diagnostic.as_ref());
        let delivery = if pulls.is_some() && refreshes {
            Delivery::Pull
        } else {
            Delivery::Push
        };
        // A client may announce what it shows of diagnostics in one place only, whichever way they come.
        let pushed = text
            .and_then(|t| t.publish_diagnostics.as_ref())
            .map(|p| &p.diagnostics_capabilities);
        let shown = [pulls.map(|p| &p.diagnostics_capabilities), pushed];
        let shown = move || shown.into_iter().flatten();
        let action = text.and_then(|t| t.code_action.as_ref());
        let edit = workspace.and_then(|w| w.workspace_edit.as_ref());
        let watches = workspace.and_then(|w| w.did_change_watched_files.as_ref());
        let configures = workspace.and_then(|w| w.did_change_configuration.as_ref());
        let resolves = action.and_then(|a| a.resolve_support.as_ref());
        let operations = edit
            .and_then(|e| e.resource_operations.as_deref())
            .unwrap_or_default();
        Abilities {
            encoding: encoding(client),
            delivery,
            related_information: shown().any(|d| is_true(d.related_information)),
            code_description: shown().any(|d| is_true(d.code_description_support)),
            unnecessary_tag: shown().any(|d| {
                d.tag_support.as_ref().is_some_and(|tags| {
                    tags.value_set
                        .contains(&tower_lsp::gen_lsp_types::DiagnosticTag::Unnecessary)
                })
            }),
            diagnostic_data: shown().any(|d| is_true(d.data_support)),
            code_action_literals: action.is_some_and(|a| a.code_action_literal_support.is_some()),
            resolves_edits: action.is_some_and(|a| is_true(a.data_support))
                && resolves.is_some_and(|r| r.properties.iter().any(|property| property == "edit")),
            preferred_actions: action.is_some_and(|a| is_true(a.is_preferred_support)),
            versioned_edits: edit.is_some_and(|e| is_true(e.document_changes)),
            creates_files: edit.is_some_and(|e| is_true(e.document_changes))
                && operations.contains(&ResourceOperationKind::Create),
            markdown: text
                .and_then(|t| t.hover.as_ref())
                .and_then(|hover| hover.content_format.as_ref())
                .is_none_or(|formats| formats.contains(&MarkupKind::Markdown)),
            configuration: workspace.is_some_and(|w| is_true(w.configuration)),
            registers_configuration: configures.is_some_and(|c| is_true(c.dynamic_registration)),
            registers_watchers: watches.is_some_and(|w| is_true(w.dynamic_registration)),
        }
    }
}

fn encoding(client: &ClientCapabilities) -> Encoding {
    let offered = client
        .general
        .as_ref()
        .and_then(|general| general.position_encodings.as_deref())
        .unwrap_or_default();
    let preferred = [
        (PositionEncodingKind::UTF8, Encoding::Utf8),
        (PositionEncodingKind::UTF16, Encoding::Utf16),
        (PositionEncodingKind::UTF32, Encoding::Utf32),
    ];
    let chosen = preferred
        .into_iter()
        .find(|(kind, _)| offered.contains(kind));
    chosen.map_or(Encoding::Utf16, |(_, encoding)| encoding)
}

/// What this server offers to a client with these abilities.
pub(crate) fn offered(client: &Abilities) -> ServerCapabilities {
    let position_encoding = match client.encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    };
    let diagnostics = (client.delivery == Delivery::Pull).then(|| {
        DiagnosticProvider::DiagnosticOptions(DiagnosticOptions {
            identifier: Some(IDENTIFIER.to_owned()),
            inter_file_dependencies: false,
            workspace_diagnostics: true,
            work_done_progress_options: WorkDoneProgressOptions::default(),
        })
    });
    ServerCapabilities {
        position_encoding: Some(position_encoding),
        text_document_sync: Some(TextDocumentSync::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::Incremental),
            will_save: None,
            will_save_wait_until: None,
            save: Some(Save::SaveOptions(SaveOptions {
                include_text: Some(true),
            })),
        })),
        hover_provider: Some(HoverProvider::Bool(true)),
        code_action_provider: client.code_action_literals.then(|| {
            CodeActionProvider::CodeActionOptions(CodeActionOptions {
                code_action_kinds: Some(vec![
                    CodeActionKind::QuickFix,
                    CodeActionKind::Custom(FIX_ALL.into()),
                ]),
                documentation: None,
                resolve_provider: client.resolves_edits.then_some(true),
                work_done_progress_options: WorkDoneProgressOptions::default(),
            })
        }),
        diagnostic_provider: diagnostics,
        workspace: Some(WorkspaceOptions {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(ChangeNotifications::Bool(true)),
            }),
            file_operations: None,
            text_document_content: None,
        }),
        ..ServerCapabilities::default()
    }
}

/// Keys that editors keep beside the settings of the server, for their own part.
const EDITOR_ONLY: [&str; 6] = ["args", "command", "env", "log", "path", "trace"];

/// The settings of Tripline in what an editor sends, under the name of the server or alone.
///
/// Settings that are not set come [as `""`](https://github.com/biomejs/biome-vscode) or `null` from VS Code, and count as
/// not there.
pub(crate) fn editor_settings(sent: &Value) -> Option<Value> {
    let section = [IDENTIFIER, "settings"]
        .iter()
        .find_map(|key| sent.get(key))
        .unwrap_or(sent);
    let section = section.get(IDENTIFIER).unwrap_or(section);
    let object = section.as_object()?;
    let is_set =
        |key: &str, value: &Value| !value.is_null() && value != "" && !EDITOR_ONLY.contains(&key);
    let set = object.iter().filter(|(key, value)| is_set(key, value));
    Some(
        set.map(|(key, value)| (key.clone(), value.clone()))
            .collect(),
    )
}
