//! Imports: found under whatever name they have, added where the convention of the language puts them.

use std::ops::Range;
use std::path::Path;

use tripline_ir::{ExprId, ExprKind, ImportKind, StmtKind};
use tripline_syntax::Language;

use crate::edits::Edits;
use crate::place::Place;
use crate::{Source, lines, naming};

/// A new import.
enum Wanted<'n> {
    /// The module as a whole.
    Module(&'n str),
    /// One name of a module.
    Name { module: &'n str, name: &'n str },
}

/// Makes the qualified `names` available to `source`, which uses them: as a module with members (`yaml.SafeLoader`) or as a
/// bare name. Returns the source with the names that the file gives them, and the edits that import what is missing;
/// `None` if the file uses a name for something else.
pub(crate) fn make_available(
    place: Place<'_>,
    source: &str,
    names: &[String],
) -> Option<(String, Edits)> {
    let mut source = source.to_owned();
    let mut edits = Edits::default();
    for name in names {
        if let Some((written, local)) = existing(place, &source, name) {
            source = naming::replace_name(&source, &written, &local);
            continue;
        }
        let (wanted, local) = wanted(place.language, &source, name);
        if place.binds(local) {
            return None;
        }
        edits.append(add(place, &wanted, local)?);
    }
    Some((source, edits))
}

/// Under what local name the file has the qualified name, and how the source writes the part that it replaces.
fn existing(place: Place<'_>, source: &str, qualified: &str) -> Option<(String, String)> {
    let (module, _) = split(place.language, qualified);
    let imports = &place.source.ir.items.imports;
    let usable = |kind: ImportKind| matches!(kind, ImportKind::Module | ImportKind::Name);
    let last = last_segment(qualified);
    let named = imports
        .iter()
        .find(|import| usable(import.kind) && &*import.target == qualified);
    if let Some(local) = named.and_then(|import| import.local) {
        let written = [written_name(place.language, qualified), last]
            .into_iter()
            .find(|name| naming::mentions(source, name))?;
        return Some((written.to_owned(), local.to_string()));
    }
    let whole = imports
        .iter()
        .filter(|import| usable(import.kind))
        .find(|import| {
            let target = import
                .target
                .strip_prefix("node:")
                .unwrap_or(&import.target);
            target == module || is_prefix(target, qualified) && import.kind == ImportKind::Module
        });
    let import = whole?;
    let written = written_name(
        place.language,
        import
            .target
            .strip_prefix("node:")
            .unwrap_or(&import.target),
    );
    naming::mentions(source, written).then(|| {
        (
            written.to_owned(),
            import
                .local
                .map_or_else(|| written.to_owned(), |local| local.to_string()),
        )
    })
}

/// What to import, and the name that it binds.
fn wanted<'n>(language: Language, source: &str, qualified: &'n str) -> (Wanted<'n>, &'n str) {
    let (module, member) = split(language, qualified);
    let Some(member) = member else {
        return (Wanted::Module(module), local_name(language, module));
    };
    let by_module = naming::mentions(source, written_name(language, module));
    if !by_module && language != Language::Go && naming::mentions(source, member) {
        return (
            Wanted::Name {
                module,
                name: member,
            },
            member,
        );
    }
    (Wanted::Module(module), local_name(language, module))
}

/// The module and the member of a qualified name. In Python, a name with one part is a module.
fn split(language: Language, qualified: &str) -> (&str, Option<&str>) {
    let start = if language == Language::Python {
        0
    } else {
        qualified.rfind('/').map_or(0, |slash| slash + 1)
    };
    let dot = if language == Language::Python {
        qualified.rfind('.')
    } else {
        qualified[start..].find('.').map(|dot| start + dot)
    };
    match dot {
        Some(dot) => (&qualified[..dot], Some(&qualified[dot + 1..])),
        None => (qualified, None),
    }
}

/// How source writes a qualified name: Go by the last part of the path.
fn written_name(language: Language, qualified: &str) -> &str {
    match language {
        Language::Python => qualified,
        _ => qualified.rsplit('/').next().unwrap_or(qualified),
    }
}

fn local_name(language: Language, module: &str) -> &str {
    match language {
        Language::Python => module.split('.').next().unwrap_or(module),
        _ => written_name(language, module),
    }
}

fn last_segment(qualified: &str) -> &str {
    qualified.rsplit(['.', '/']).next().unwrap_or(qualified)
}

fn is_prefix(target: &str, qualified: &str) -> bool {
    qualified
        .strip_prefix(target)
        .is_some_and(|rest| rest.starts_with('.'))
}

fn add(place: Place<'_>, wanted: &Wanted<'_>, local: &str) -> Option<Edits> {
    match place.language {
        Language::Python => Some(add_python(place, wanted)),
        Language::Go => add_go(place, wanted),
        Language::JavaScript | Language::TypeScript | Language::Tsx => {
            Some(add_javascript(place, wanted, local))
        }
        Language::Rust => None,
    }
}

/// The statements of the module that import, directly at its top level.
fn import_statements(module: Place<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for id in &module.body.root {
        let stmt = module.body.stmt(*id);
        let imports = match &stmt.kind {
            StmtKind::Import(_) => true,
            StmtKind::Assign {
                value: Some(value), ..
            } => is_required(module, *value),
            _ => false,
        };
        let range = module.resolve(stmt.span);
        if imports && found.last() != Some(&range) {
            found.push(range);
        }
    }
    found.sort_by_key(|range| (range.start, range.end));
    found.dedup();
    found
}

/// Where the file writes the path of a module that it imports, without quotes; `None` unless in one place.
pub(crate) fn written_path(place: Place<'_>, module: &str) -> Option<Range<usize>> {
    let place = module_place(place);
    let quoted = format!("\"{module}\"");
    let mut found = import_statements(place).into_iter().flat_map(|range| {
        let starts = place.text[range.clone()].match_indices(&*quoted);
        let starts: Vec<usize> = starts.map(|(at, _)| range.start + at + 1).collect();
        starts
    });
    let start = found.next()?;
    found
        .all(|other| other == start)
        .then(|| start..start + module.len())
}

fn is_required(place: Place<'_>, value: ExprId) -> bool {
    match &place.expr(value).kind {
        ExprKind::Module(_) => true,
        ExprKind::Attribute { base, .. } => is_required(place, *base),
        _ => false,
    }
}

fn module_place(place: Place<'_>) -> Place<'_> {
    let layout = place.source.ir.module();
    Place {
        layout,
        body: &layout.body,
        ..place
    }
}

/// Modules of Python's standard library that fixes import, and those that often stand beside them.
const PYTHON_STANDARD: &[&str] = &[
    "__future__",
    "abc",
    "argparse",
    "ast",
    "asyncio",
    "base64",
    "collections",
    "configparser",
    "contextlib",
    "copy",
    "csv",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "functools",
    "getpass",
    "glob",
    "hashlib",
    "hmac",
    "html",
    "http",
    "importlib",
    "inspect",
    "io",
    "itertools",
    "json",
    "logging",
    "math",
    "os",
    "pathlib",
    "pickle",
    "platform",
    "queue",
    "random",
    "re",
    "secrets",
    "shlex",
    "shutil",
    "signal",
    "socket",
    "sqlite3",
    "ssl",
    "string",
    "subprocess",
    "sys",
    "tarfile",
    "tempfile",
    "textwrap",
    "threading",
    "time",
    "traceback",
    "types",
    "typing",
    "unittest",
    "urllib",
    "uuid",
    "warnings",
    "xml",
    "zipfile",
];

fn is_python_standard(module: &str) -> bool {
    PYTHON_STANDARD.contains(&module.split('.').next().unwrap_or(module))
}

/// The module that a Python import statement names first.
fn python_module(statement: &str) -> &str {
    let mut words = statement
        .split([' ', '\t', ',', '\r', '\n', ';'])
        .filter(|word| !word.is_empty());
    words.next();
    words.next().unwrap_or("")
}

fn add_python(place: Place<'_>, wanted: &Wanted<'_>) -> Edits {
    let module_body = module_place(place);
    let text = place.text;
    let end = lines::line_end(text);
    let mut edits = Edits::default();
    let (line, name, is_from) = match wanted {
        Wanted::Module(module) => (format!("import {module}"), *module, false),
        Wanted::Name { module, name } => (format!("from {module} import {name}"), *module, true),
    };
    let statements = import_statements(module_body);
    let is_future = |range: &&Range<usize>| python_module(&text[(*range).clone()]) == "__future__";
    if let Wanted::Name { module, name } = wanted {
        let same = statements.iter().find(|range| {
            let source = &text[(*range).clone()];
            source.starts_with("from")
                && python_module(source) == *module
                && !source.contains(['(', '*', '\\', ';'])
        });
        if let Some(range) = same {
            edits.insert(range.end, format!(", {name}"));
            return edits;
        }
    }
    // The group: import statements on adjacent lines.
    let mut group: Vec<&Range<usize>> = Vec::new();
    for range in statements
        .iter()
        .filter(|range| !is_future(range) && lines::starts_line(text, range.start))
    {
        if let Some(last) = group.last()
            && (!text[last.end..range.start].trim().is_empty()
                || text[last.end..range.start].matches('\n').count() > 1)
        {
            break;
        }
        group.push(range);
    }
    if let (Some(first), Some(last)) = (group.first(), group.last()) {
        let is_standard_group = group
            .iter()
            .any(|range| is_python_standard(python_module(&text[(**range).clone()])));
        if is_python_standard(name) && !is_standard_group {
            edits.insert(first.start, format!("{line}{end}{end}"));
            return edits;
        }
        let before = group.iter().find(|range| {
            let source = &text[(***range).clone()];
            let other_is_from = source.starts_with("from");
            let module = python_module(source);
            (other_is_from && !is_from) || (other_is_from == is_from && module > name)
        });
        match before {
            Some(range) => edits.insert(range.start, format!("{line}{end}")),
            None => edits.insert(lines::end_of_line(text, last.end), format!("{end}{line}")),
        }
        return edits;
    }
    if let Some(future) = statements.iter().rfind(is_future) {
        edits.insert(
            lines::end_of_line(text, future.end),
            format!("{end}{end}{line}"),
        );
        return edits;
    }
    let docstring = module_body
        .body
        .root
        .first()
        .map(|id| module_body.body.stmt(*id))
        .filter(|stmt| {
            let source = &text[module_body.resolve(stmt.span)];
            stmt.kind == StmtKind::Pass && source.contains(['"', '\''])
        });
    if let Some(docstring) = docstring {
        let at = lines::end_of_line(text, module_body.resolve(docstring.span).end);
        edits.insert(at, format!("{end}{end}{line}"));
        return edits;
    }
    let at = behind_header(text, "#");
    let rest = &text[at..];
    // Two blank lines stand before a definition, one before anything else.
    let gap = if rest.is_empty() || rest.starts_with(['\n', '\r']) {
        end.to_owned()
    } else if ["def ", "async def ", "class ", "@"]
        .iter()
        .any(|start| rest.starts_with(start))
    {
        end.repeat(3)
    } else {
        end.repeat(2)
    };
    edits.insert(at, format!("{line}{gap}"));
    edits
}

/// The start of the first line behind the leading `#!` line and the comments that directly follow the start.
fn behind_header(text: &str, comment: &str) -> usize {
    let mut at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    while text[at..].starts_with("#!") || text[at..].starts_with(comment) {
        let next = lines::next_line(text, at);
        if next == at || !text[..next].ends_with('\n') {
            break;
        }
        at = next;
    }
    at
}

/// Where the names end that a statement on one line takes of a module: `import { exec } from "node:child_process"`,
/// `const { exec } = require("child_process")`.
fn end_of_names(text: &str, statements: &[Range<usize>], module: &str) -> Option<usize> {
    statements.iter().find_map(|range| {
        let source = &text[range.clone()];
        let (names, of) = source.split_once('}')?;
        let (before, names) = names.split_once('{')?;
        let is_plain = !before.contains("type ") && !before.contains('*') && !source.contains('\n');
        let words = of.split(['"', '\'']).nth(1)?;
        let is_same = words.strip_prefix("node:").unwrap_or(words) == module;
        let last = names.trim_end();
        (is_plain && is_same && !last.is_empty() && !last.ends_with(','))
            .then(|| range.start + before.len() + 1 + last.len())
    })
}

fn add_javascript(place: Place<'_>, wanted: &Wanted<'_>, local: &str) -> Edits {
    let module_body = module_place(place);
    let text = place.text;
    let end = lines::line_end(text);
    let statements = import_statements(module_body);
    let leading: Vec<&Range<usize>> = statements
        .iter()
        .filter(|range| lines::starts_line(text, range.start))
        .collect();
    if let Wanted::Name { module, name } = wanted
        && let Some(at) = end_of_names(text, &statements, module)
    {
        let mut edits = Edits::default();
        edits.insert(at, format!(", {name}"));
        return edits;
    }
    let last = leading.last();
    let is_module = is_ecmascript_module(place, &leading);
    let sample = last.map_or(text, |range| {
        &text[lines::line_start(text, range.start)..lines::end_of_line(text, range.end)]
    });
    let quote = if sample.contains('\'') && (last.is_some() || !sample.contains('"')) {
        '\''
    } else {
        '"'
    };
    let semicolon = if last.is_none() || sample.trim_end().ends_with(';') || sample.contains("; ") {
        ";"
    } else {
        ""
    };
    let has_node_prefix = statements
        .iter()
        .any(|range| text[range.clone()].contains("node:"));
    let prefix = |module: &str| {
        if has_node_prefix && is_node_module(module) {
            "node:"
        } else {
            ""
        }
    };
    let line = match (wanted, is_module) {
        (Wanted::Module(module), true) if place.language != Language::JavaScript => {
            format!(
                "import * as {local} from {quote}{}{module}{quote}{semicolon}",
                prefix(module)
            )
        }
        (Wanted::Module(module), true) => format!(
            "import {local} from {quote}{}{module}{quote}{semicolon}",
            prefix(module)
        ),
        (Wanted::Module(module), false) => {
            format!(
                "const {local} = require({quote}{}{module}{quote}){semicolon}",
                prefix(module)
            )
        }
        (Wanted::Name { module, name }, true) => {
            format!(
                "import {{ {name} }} from {quote}{}{module}{quote}{semicolon}",
                prefix(module)
            )
        }
        (Wanted::Name { module, name }, false) => {
            format!(
                "const {{ {name} }} = require({quote}{}{module}{quote}){semicolon}",
                prefix(module)
            )
        }
    };
    let mut edits = Edits::default();
    if let Some(last) = last {
        edits.insert(lines::end_of_line(text, last.end), format!("{end}{line}"));
        return edits;
    }
    let mut at = if text.starts_with("#!") {
        lines::next_line(text, 0)
    } else {
        0
    };
    let directive = lines::skip_space(text, at);
    if text[directive..].starts_with("\"use ") || text[directive..].starts_with("'use ") {
        at = lines::next_line(text, directive);
    }
    edits.insert(at, format!("{line}{end}"));
    edits
}

/// Whether the file is a module in the sense of ECMAScript rather than of Node's `require`.
fn is_ecmascript_module(place: Place<'_>, statements: &[&Range<usize>]) -> bool {
    let extension = Path::new(place.source.path)
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or("");
    match extension {
        "mjs" | "mts" => return true,
        "cjs" => return false,
        _ => {}
    }
    if !statements.is_empty() {
        return statements
            .iter()
            .any(|range| place.text[(*range).clone()].starts_with("import"));
    }
    if place.text.lines().any(|line| line.starts_with("export ")) {
        return true;
    }
    place.language != Language::JavaScript && !place.text.contains("require(")
}

fn is_node_module(module: &str) -> bool {
    matches!(
        module,
        "crypto"
            | "fs"
            | "path"
            | "os"
            | "url"
            | "util"
            | "child_process"
            | "http"
            | "https"
            | "buffer"
            | "process"
    )
}

fn add_go(place: Place<'_>, wanted: &Wanted<'_>) -> Option<Edits> {
    let Wanted::Module(path) = wanted else {
        return None;
    };
    let text = place.text;
    let end = lines::line_end(text);
    let mut edits = Edits::default();
    let specs = import_statements(module_place(place));
    let Some(last) = specs.last() else {
        let package = text.lines().scan(0, |at, line| {
            let start = *at;
            *at += line.len() + 1;
            Some((start, line))
        });
        let (start, _) = { package }.find(|(_, line)| line.starts_with("package "))?;
        // `lines` swallows a carriage return, so the offset is found again.
        let at = text.get(start..).and_then(|_| {
            text.match_indices("package ")
                .map(|(at, _)| at)
                .find(|at| lines::starts_line(text, *at))
        })?;
        edits.insert(
            lines::end_of_line(text, at),
            format!("{end}{end}import \"{path}\""),
        );
        return Some(edits);
    };
    let is_standard = |path: &str| !path.split('/').next().unwrap_or("").contains('.');
    let path_of = |range: &Range<usize>| {
        text[range.clone()]
            .split('"')
            .nth(1)
            .unwrap_or("")
            .to_owned()
    };
    let in_block = |range: &Range<usize>| {
        !text[lines::line_start(text, range.start)..range.end]
            .trim_start()
            .starts_with("import")
    };
    if !in_block(last) {
        let first = &specs[0];
        let line_start = lines::line_start(text, first.start);
        let is_only = specs.len() == 1 && text[line_start..].starts_with("import ");
        if !is_only {
            edits.insert(
                lines::end_of_line(text, last.end),
                format!("{end}import \"{path}\""),
            );
            return Some(edits);
        }
        let spec_start = line_start + "import ".len();
        let goes_first = *path < path_of(first).as_str();
        let line = format!("\t\"{path}\"{end}");
        edits.insert(
            spec_start,
            format!("({end}{}\t", if goes_first { &line } else { "" }),
        );
        let tail = if goes_first { String::new() } else { line };
        edits.insert(lines::end_of_line(text, first.end), format!("{end}{tail})"));
        return Some(edits);
    }
    let mut group: Vec<&Range<usize>> = Vec::new();
    let mut groups: Vec<Vec<&Range<usize>>> = Vec::new();
    for range in specs.iter().filter(|range| in_block(range)) {
        if group
            .last()
            .is_some_and(|last| text[last.end..range.start].matches('\n').count() > 1)
        {
            groups.push(std::mem::take(&mut group));
        }
        group.push(range);
    }
    groups.push(group);
    let fitting = groups.iter().find(|group| {
        group
            .iter()
            .any(|range| is_standard(&path_of(range)) == is_standard(path))
    });
    let Some(group) = fitting else {
        let first = groups.first()?.first()?;
        edits.insert(
            lines::line_start(text, first.start),
            format!("\t\"{path}\"{end}{end}"),
        );
        return Some(edits);
    };
    match group.iter().find(|range| path_of(range).as_str() > *path) {
        Some(range) => edits.insert(
            lines::line_start(text, range.start),
            format!("\t\"{path}\"{end}"),
        ),
        None => edits.insert(
            lines::end_of_line(text, group.last()?.end),
            format!("{end}\t\"{path}\""),
        ),
    }
    Some(edits)
}

/// Removes the Go import of the package that an expression starts with, if the expression is its last use and what comes
/// instead does without it.
pub(crate) fn unused_after(place: Place<'_>, replaced: ExprId, source: &str) -> Edits {
    let package = place
        .source_of(replaced)
        .split('.')
        .next()
        .unwrap_or_default();
    if naming::mentions(source, package) {
        return Edits::default();
    }
    unused_without(place.source, package, &place.range(replaced))
}

/// Removes a Go import whose last use is in `range`, because Go does not compile with an unused one.
pub(crate) fn unused_without(source: &Source<'_>, local: &str, range: &Range<usize>) -> Edits {
    let mut edits = Edits::default();
    if source.document.language() != Language::Go || !naming::is_identifier(local) {
        return edits;
    }
    let is_used = uses_package(source, local, range);
    let Some(import) = (!is_used).then(|| import_range(source, local)).flatten() else {
        return edits;
    };
    edits.delete(import);
    edits
}

/// Whether a member of the package is used outside of `except`. Lowered templates do not name their package, so this reads the
/// text.
fn uses_package(source: &Source<'_>, local: &str, except: &Range<usize>) -> bool {
    let text: &str = source.document.text();
    text.match_indices(local).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let is_start =
            !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '"' | '/'));
        let is_comment = source
            .ir
            .comments
            .iter()
            .any(|comment| comment.span.range().contains(&at));
        is_start
            && !is_comment
            && text[at + local.len()..].starts_with('.')
            && !except.contains(&at)
    })
}

/// The lines of the import that binds the local name.
fn import_range(source: &Source<'_>, local: &str) -> Option<Range<usize>> {
    let text: &str = source.document.text();
    let module = source.ir.module();
    let mut found = None;
    let mut count = 0;
    for stmt in &module.body.stmts {
        if let StmtKind::Import(import) = &stmt.kind {
            count += 1;
            if import.local.is_some_and(|name| &*name == local) && import.kind == ImportKind::Module
            {
                found = Some(module.resolve(stmt.span).range());
            }
        }
    }
    let spec = found?;
    let start = lines::line_start(text, spec.start);
    let is_single = text[start..spec.end].trim_start().starts_with("import");
    if is_single {
        let next = lines::next_line(text, spec.end);
        let blank = lines::skip_blanks(text, next);
        let followed_by_blank = text[blank..].starts_with(['\n', '\r']);
        return Some(
            start..if followed_by_blank {
                lines::next_line(text, blank)
            } else {
                next
            },
        );
    }
    // The only one of a block goes with the block.
    let open = text[..start].trim_end();
    let close = text[lines::next_line(text, spec.end)..].trim_start();
    if count == 1 && open.ends_with('(') && close.starts_with(')') {
        let keyword = open[..open.len() - 1].trim_end().strip_suffix("import")?;
        let end = lines::next_line(text, text.len() - close.len());
        let blank = lines::skip_blanks(text, end);
        let followed_by_blank = text[blank..].starts_with(['\n', '\r']);
        return Some(
            keyword.len()..if followed_by_blank {
                lines::next_line(text, blank)
            } else {
                end
            },
        );
    }
    Some(start..lines::next_line(text, spec.end))
}

/// The Go imports that `before` used and `after` does not use any more, as edits of `after`.
pub(crate) fn orphaned(before: &Source<'_>, after: &Source<'_>) -> Edits {
    let mut edits = Edits::default();
    if before.document.language() != Language::Go {
        return edits;
    }
    for import in &after.ir.items.imports {
        let Some(local) = import.local else {
            continue;
        };
        let nowhere = 0..0;
        if uses_package(before, &local, &nowhere)
            && !uses_package(after, &local, &nowhere)
            && let Some(range) = import_range(after, &local)
        {
            edits.delete(range);
        }
    }
    edits
}
