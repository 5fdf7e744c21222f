//! Runs the program of a command without a shell: `subprocess.run(f"ls {folder}", shell=True)` is
//! `subprocess.run(["ls", folder])`.

mod callee;
mod chain;
mod word;

use std::ops::Range;

use tripline_ir::{ArgName, Call, ExprId, ExprKind, Literal, StmtKind};
use tripline_rules::model::{ArgumentsForm, ArgumentsSpec};
use tripline_rules::{FixRequest, Safety};
use tripline_syntax::Language;

use super::Draft;
use super::parameterize::definition;
use super::set_entry::{entries, entry_of};
use crate::arguments::{self, List, Slot};
use crate::edits::Edits;
use crate::place::Place;
use crate::{imports, lines};

pub(super) fn draft(place: Place<'_>, request: &FixRequest) -> Option<Draft> {
    let spec = request.arguments.as_ref()?;
    let command = Command::new(place, request)?;
    let mut edits = match spec.form {
        ArgumentsForm::List => command.as_list(spec)?,
        ArgumentsForm::ProgramAndList => command.as_program_and_list(spec)?,
        ArgumentsForm::Arguments => command.as_arguments(spec)?,
        ArgumentsForm::Chain => {
            let mut edits = chain::edits(place, command.call_id, &command.words)?;
            edits.append(command.without_definition()?);
            edits
        }
    };
    if spec.form != ArgumentsForm::Chain {
        edits.append(command.without_shell(spec)?);
        edits.append(callee::edits(place, request, spec)?);
    }
    edits.append(command.without_format());
    Some(Draft {
        safety: spec.review.then_some(Safety::Review),
        ..edits.into()
    })
}

/// A command of a call, read.
struct Command<'a> {
    place: Place<'a>,
    call_id: ExprId,
    call: &'a Call,
    /// Index of the argument that is the command, or the list that it is in.
    argument: usize,
    primary: ExprId,
    /// The source of each word.
    words: Vec<String>,
    /// The statement that gives the command to a variable, and the value in it.
    definition: Option<(Range<usize>, ExprId)>,
}

impl<'a> Command<'a> {
    fn new(place: Place<'a>, request: &'a FixRequest) -> Option<Self> {
        let call_id = request.location.expr?;
        let primary = request.location.primary?;
        let call = place.call(call_id)?;
        let argument = call
            .args
            .iter()
            .position(|arg| place.contains(arg.value, primary))?;
        let shape = request.shape.as_deref()?;
        let text = super::parameterize::text::QueryText::new(place, shape, request.kind?)?;
        definition::check(place, shape, primary, call_id, &text)?;
        let defined = defined_at(place, primary, &text)?;
        Some(Command {
            place,
            call_id,
            call,
            argument,
            primary,
            words: word::sources(place, &text)?,
            definition: defined,
        })
    }

    /// `["ls", folder]` in place of the command, where it is written.
    fn as_list(&self, spec: &ArgumentsSpec) -> Option<Edits> {
        let list = format!("[{}]", self.words.join(", "));
        let mut edits = Edits::default();
        let argument = self.call.args[self.argument].value;
        if argument != self.primary {
            self.is_shell_list(argument)?;
            if self.definition.is_some() {
                return None;
            }
            edits.replace(self.place.range(argument), list);
            return Some(edits);
        }
        match &self.definition {
            Some((_, value)) => edits.replace(self.place.range(*value), list),
            None => edits.replace(self.place.range(argument), list),
        }
        if let Some(member) = &spec.member
            && !self.is_dropped()
        {
            edits.insert(self.place.range(self.call_id).end, format!(".{member}"));
        }
        Some(edits)
    }

    /// `"ls", [folder]` in place of the command.
    fn as_program_and_list(&self, spec: &ArgumentsSpec) -> Option<Edits> {
        let (program, others) = self.words.split_first()?;
        let mut edits = self.inlined(format!("{program}, [{}]", others.join(", ")))?;
        let Some(entry) = &spec.drop_entry else {
            return Some(edits);
        };
        let options = self.call.args.get(self.argument + 1)?.value;
        let ExprKind::Collection(collection) = &self.place.expr(options).kind else {
            return None;
        };
        let index = entry_of(self.place, collection, entry)?;
        if collection.entries.len() == 1 {
            let removed = List::of_call(self.place, self.call).remove(&[self.argument + 1])?;
            edits.append(removed);
        } else {
            edits.append(entries(self.place, options, collection)?.remove(&[index])?);
        }
        Some(edits)
    }

    /// `"ls", folder` in place of the command, and of a shell and its option before it.
    fn as_arguments(&self, spec: &ArgumentsSpec) -> Option<Edits> {
        let words = self.words.join(", ");
        if self.call.args[self.argument].name != ArgName::Positional {
            return None;
        }
        if spec.callee.is_some() {
            return self.inlined(words);
        }
        let shell = self.argument.checked_sub(2)?;
        is_shell(self.place, self.call.args[shell].value)?;
        is_option(self.place, self.call.args[shell + 1].value)?;
        let mut behind = self.call.args[self.argument + 1..].iter();
        if behind.any(|arg| !matches!(arg.name, ArgName::Keyword(_))) {
            return None;
        }
        let start = self.place.range(self.call.args[shell].value).start;
        let end = self.place.range(self.primary).end;
        if self.place.has_comment(&(start..end)) {
            return None;
        }
        let mut edits = Edits::default();
        edits.replace(start..end, words);
        edits.append(self.without_definition()?);
        Some(edits)
    }

    /// Other arguments in place of the command; the variable that held it goes.
    fn inlined(&self, arguments: String) -> Option<Edits> {
        if self.call.args[self.argument].value != self.primary
            || self.call.args[self.argument].name != ArgName::Positional
        {
            return None;
        }
        let mut edits = Edits::default();
        edits.replace(self.place.range(self.primary), arguments);
        edits.append(self.without_definition()?);
        Some(edits)
    }

    /// Removes the statement that gives the command to a variable.
    fn without_definition(&self) -> Option<Edits> {
        let mut edits = Edits::default();
        let Some((stmt, _)) = &self.definition else {
            return Some(edits);
        };
        let text = self.place.text;
        let behind = lines::skip_blanks(text, stmt.end);
        let behind = behind + usize::from(text[behind..].starts_with(';'));
        let end = lines::skip_blanks(text, behind);
        if !lines::starts_line(text, stmt.start) || !text[end..].starts_with(['\n', '\r']) {
            return None;
        }
        edits.delete(lines::line_start(text, stmt.start)..lines::next_line(text, end));
        Some(edits)
    }

    /// Drops what asks for the shell; `None` where an argument says something else without it.
    fn without_shell(&self, spec: &ArgumentsSpec) -> Option<Edits> {
        for arg in &self.call.args {
            let refuses = |name: &str| spec.refuse.iter().any(|refused| refused == name);
            match (arg.name, &self.place.expr(arg.value).kind) {
                (ArgName::Keyword(name), _) if refuses(&name) => return None,
                (ArgName::KeywordSpread | ArgName::Spread, _) => return None,
                (_, ExprKind::Collection(options)) => {
                    let found = spec
                        .refuse
                        .iter()
                        .any(|refused| entry_of(self.place, options, refused).is_some());
                    let is_spread = options.entries.iter().any(|entry| {
                        matches!(self.place.expr(entry.value).kind, ExprKind::Spread(_))
                    });
                    if found || is_spread {
                        return None;
                    }
                }
                _ => {}
            }
        }
        let mut dropped = Vec::new();
        for argument in &spec.drop {
            match arguments::find(self.call, argument) {
                Slot::Found(index) => dropped.push(index),
                Slot::Absent => {}
                Slot::Unsure => return None,
            }
        }
        if dropped.is_empty() {
            return Some(Edits::default());
        }
        List::of_call(self.place, self.call).remove(&dropped)
    }

    /// Removes what a command that is no text any more does not need: a package that only put it together.
    fn without_format(&self) -> Edits {
        if self.place.language != Language::Go
            || self.words.iter().any(|word| word.contains("fmt."))
        {
            return Edits::default();
        }
        let built = match &self.definition {
            Some((stmt, _)) => stmt.clone(),
            None => self.place.range(self.primary),
        };
        imports::unused_without(self.place.source, "fmt", &built)
    }

    /// Whether nobody looks at what the call returns.
    fn is_dropped(&self) -> bool {
        self.place
            .stmts()
            .any(|(_, kind, _)| matches!(kind, StmtKind::Expr(id) if *id == self.call_id))
    }

    /// Succeeds if a list is a shell, its option, and the command.
    fn is_shell_list(&self, list: ExprId) -> Option<()> {
        let ExprKind::Collection(collection) = &self.place.expr(list).kind else {
            return None;
        };
        match &*collection.entries {
            [shell, option, command] if command.value == self.primary => {
                is_shell(self.place, shell.value)?;
                is_option(self.place, option.value)
            }
            _ => None,
        }
    }
}

/// Succeeds if an expression names a shell that splits words as POSIX says.
fn is_shell(place: Place<'_>, id: ExprId) -> Option<()> {
    let ExprKind::Literal(Literal::String(name)) = &place.expr(id).kind else {
        return None;
    };
    let name = name.value.rsplit('/').next()?;
    matches!(name, "sh" | "bash" | "zsh" | "dash" | "ash" | "ksh").then_some(())
}

/// Succeeds if an expression is an option that only says that a command follows: no shell that reads its settings first.
fn is_option(place: Place<'_>, id: ExprId) -> Option<()> {
    let ExprKind::Literal(Literal::String(option)) = &place.expr(id).kind else {
        return None;
    };
    (&*option.value == "-c").then_some(())
}

/// Where the text is given to a variable, if it is not written at the call; `None` where it is built in several places.
#[expect(
    clippy::option_option,
    reason = "written at the call and not to be changed are different answers"
)]
fn defined_at(
    place: Place<'_>,
    primary: ExprId,
    text: &super::parameterize::text::QueryText<'_>,
) -> Option<Option<(Range<usize>, ExprId)>> {
    let at = place.range(primary);
    let is_in = |outer: &Range<usize>, unit: ExprId| {
        let inner = place.range(unit);
        outer.start <= inner.start && inner.end <= outer.end
    };
    if text.atoms.iter().all(|atom| is_in(&at, atom.unit)) {
        return Some(None);
    }
    let name = match place.expr(primary).kind {
        ExprKind::Name(name) => name,
        ExprKind::Reference(inner) => match place.expr(inner).kind {
            ExprKind::Name(name) => name,
            _ => return None,
        },
        _ => return None,
    };
    let mut found = place.stmts().filter_map(|(_, kind, range)| match kind {
        StmtKind::Assign {
            targets,
            value: Some(value),
            ..
        } => {
            let is_target =
                matches!(&**targets, [target] if place.expr(*target).kind == ExprKind::Name(name));
            is_target.then_some((range, *value))
        }
        _ => None,
    });
    let (stmt, value) = found.next()?;
    let range = place.range(value);
    let is_whole = found.next().is_none() && text.atoms.iter().all(|atom| is_in(&range, atom.unit));
    is_whole.then_some(Some((stmt, value)))
}
