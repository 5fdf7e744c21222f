//! `initialized`

use serde_json::{Value, json};
use tower_lsp::gen_lsp_types::Registration;

use crate::capabilities::{Delivery, IDENTIFIER};
use crate::outbound::Outgoing;
use crate::session::State;

pub(crate) fn initialized(state: &mut State) {
    let client = &state.client;
    let mut registrations = Vec::new();
    let mut register = |id: &str, method: &str, options: Value| {
        registrations.push(Registration {
            id: format!("{IDENTIFIER}/{id}"),
            method: method.to_owned(),
            register_options: Some(options),
        });
    };
    if client.registers_watchers {
        let mut globs = vec![
            "**/tripline.toml".to_owned(),
            "**/.claude/settings.json".to_owned(),
        ];
        globs.push("**/.tripline/**/*.{yml,yaml,md}".to_owned());
        // Files that a configuration extends may have any name.
        for source in state
            .host
            .configs()
            .iter()
            .flat_map(tripline_workspace::Config::sources)
        {
            let name = source.file_name().unwrap_or_default().to_string_lossy();
            let glob = format!("**/{name}");
            if name != "tripline.toml" && name != "settings.json" && !globs.contains(&glob) {
                globs.push(glob);
            }
        }
        // Sources are looked at on the disk only for a client that shows those that are not open.
        if client.delivery == Delivery::Pull {
            globs.push("**/*.{py,pyi,pyw,js,jsx,mjs,cjs,ts,mts,cts,tsx,go}".to_owned());
        }
        let watchers: Vec<Value> = globs
            .iter()
            .map(|glob| json!({ "globPattern": glob }))
            .collect();
        register(
            "watched-files",
            "workspace/didChangeWatchedFiles",
            json!({ "watchers": watchers }),
        );
    }
    if client.registers_configuration {
        register(
            "configuration",
            "workspace/didChangeConfiguration",
            json!({ "section": IDENTIFIER }),
        );
    }
    if !registrations.is_empty() {
        state.outbound.send(Outgoing::Register(registrations));
    }
    if client.configuration {
        state.outbound.send(Outgoing::AskSettings);
    }
}
