//! `textDocument/hover`

use std::fmt::Write;
use std::path::Path;

use tower_lsp::gen_lsp_types::{Contents, Hover, HoverParams, MarkupContent, MarkupKind, Position};
use tower_lsp::jsonrpc::Error;
use tripline_rules::Finding;

use crate::convert::Lines;
use crate::diagnostics::{headline, place, step_message};
use crate::session::{Reply, State};
use crate::view::{Failure, View};

pub(crate) fn hover(state: &mut State, params: &HoverParams, reply: Reply<Option<Hover>>) {
    let at = &params.text_document_position_params;
    let position = at.position;
    let Some(path) = state.documents.find(&at.text_document.uri) else {
        drop(reply.send(Ok(None)));
        return;
    };
    let document = path.clone();
    state.read(&path, Error::content_modified, reply, move |view| {
        findings_at(view, &document, position)
    });
}

fn findings_at(view: &View, path: &Path, position: Position) -> Result<Option<Hover>, Failure> {
    let (Some(report), Some(document)) = (
        view.snapshot.diagnostics(path)?,
        view.snapshot.document(path),
    ) else {
        return Ok(None);
    };
    let lines = Lines::new(document.rope(), view.client.encoding);
    let offset = lines.offset(position);
    let shown = report.shown();
    let here: Vec<&Finding> = shown
        .into_iter()
        .filter(|finding| finding.span.start <= offset && offset <= finding.span.end)
        .collect();
    let Some(first) = here.first() else {
        return Ok(None);
    };
    let range = lines.range(first.span.start, first.span.end);
    let mut texts = Vec::new();
    for finding in here {
        texts.push(explanation(view, path, finding, document.rope())?);
    }
    let kind = if view.client.markdown {
        MarkupKind::Markdown
    } else {
        MarkupKind::PlainText
    };
    let contents = MarkupContent {
        kind,
        value: texts.join("\n\n---\n\n"),
    };
    Ok(Some(Hover {
        contents: Contents::MarkupContent(contents),
        range: Some(range),
    }))
}

/// What is wrong, why that is dangerous, how the data travels and what a fix does.
fn explanation(
    view: &View,
    path: &Path,
    finding: &Finding,
    rope: &ropey::Rope,
) -> Result<String, Failure> {
    let mut text = format!("**{}**", headline(finding));
    let rules = view.snapshot.rules();
    if let Some(check) = rules.check(&finding.check) {
        let why = introduction(&check.docs);
        if !why.is_empty() {
            let _infallible = write!(text, "\n\n{why}");
        }
    }
    if !finding.steps.is_empty() {
        text.push_str("\n\nHow the data travels:\n");
        for (index, step) in finding.steps.iter().enumerate() {
            if let Some(place) = place(step, rope, view) {
                let _infallible = write!(text, "\n{}. {place}: {}", index + 1, step_message(step));
            }
        }
    }
    let fixes = view.snapshot.fixes(path, finding)?;
    if !fixes.is_empty() {
        text.push_str("\n\nQuick fixes:\n");
        for fix in fixes {
            let _infallible = write!(text, "\n- {}", fix.title);
        }
    }
    let _infallible = write!(text, "\n\n`{}`", finding.check);
    if let Some(cwe) = rules
        .check(&finding.check)
        .and_then(|check| check.cwe.first().copied())
    {
        let _infallible = write!(text, " (CWE-{cwe})");
    }
    Ok(text)
}

/// What a page says before its first heading.
fn introduction(docs: &str) -> String {
    let lines = docs
        .trim_start()
        .lines()
        .take_while(|line| !line.starts_with('#'));
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}
