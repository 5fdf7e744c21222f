//! Lowering after an edit: everything that it leaves as it was is taken from the version before.
//!
//! A keystroke mostly changes the block of one function, adds a blank line between two, or belongs to a comment there. If both
//! versions are free of errors and the function begins and ends where it did, what is before and behind it is the same code,
//! only moved.

use std::ops::{Deref, Range};
use std::sync::Arc;

use tree_sitter::{Node, Tree};
use tripline_syntax::{Change, Document, Language};

use super::builder::FileBuilder;
use super::torn::shifted;
use super::{go, half_typed, is_whole, javascript, python, rust};
use crate::{Body, BodyKind, BodyLayout, Comment, FileIr, FileSpan};

/// What a comment starts with at most, in bytes; what follows does not change its kind.
const LONGEST_MARKER: usize = "<!--".len();

/// The largest part of a file that is parsed by itself, in bytes; of a larger one most is taken from the tree before.
const LARGEST_PART: usize = 32 * 1024;

/// An edit inside one function.
pub(super) struct Inside<'a> {
    pub(super) document: &'a Document,
    /// The root of a tree that the function is in: of the document, or of a part of it.
    pub(super) root: Node<'a>,
    /// The file before the edit.
    pub(super) before: &'a FileIr,
    /// The function before the edit.
    pub(super) body: &'a Body,
    /// The function after the edit, with its decorators.
    pub(super) range: Range<usize>,
    /// What the edit has put in.
    pub(super) changed: Range<usize>,
    /// Whether what it has taken out was part of a comment.
    pub(super) was_comment: bool,
}

/// What an edit has changed, and with it where everything else stands.
struct Edit(Change);

impl Deref for Edit {
    type Target = Change;

    fn deref(&self) -> &Change {
        &self.0
    }
}

/// The document lowered, if it differs from an earlier one inside one function alone, in blank lines or in a comment between
/// declarations, or not at all. `before` is what that was lowered to.
pub(super) fn lower(document: &Document, earlier: &Document, before: &FileIr) -> Option<FileIr> {
    if earlier.language() != document.language() || !before.is_finished {
        return None;
    }
    let text = earlier.text();
    if text == document.text() {
        return Some(before.clone());
    }
    let change = Edit(Change::between(text, document.text()));
    let function = change.touched_function(before);
    // The tree of the function is made in a fraction of the time in which that of the file is brought up to date.
    if let Some(function) = function
        && let Some(tree) = change.tree_around(document, before, function)
    {
        let lowered = change.lower_function(document, tree.root_node(), before, function);
        if lowered.is_some() {
            return lowered;
        }
    }
    if !is_whole(document) {
        return None;
    }
    if change.is_blank_lines(text, document.text()) && change.is_between(document, before) {
        let comments =
            change.moved_comments(&before.comments, Vec::new(), &(change.start..change.start));
        return Some(change.moved_file(before, None, comments));
    }
    if let Some(comments) = change.comments_if_inside_one(document, text, before) {
        return Some(change.moved_file(before, None, comments));
    }
    change.lower_function(document, document.tree().root_node(), before, function?)
}

impl Edit {
    /// The function that the change is in, if it touches no other.
    fn touched_function<'a>(&self, before: &'a FileIr) -> Option<&'a BodyLayout> {
        let touches = |layout: &&BodyLayout| {
            let span = layout.span.range();
            span.start <= self.old_end && self.start <= span.end
        };
        let mut touched = before.bodies.iter().skip(1).filter(touches);
        let (Some(function), None) = (touched.next(), touched.next()) else {
            return None;
        };
        let span = function.span.range();
        (span.start < self.start && self.old_end <= span.end).then_some(function)
    }

    /// The tree of a small part of the document around a function that parses by itself as it does where it stands; `None` if
    /// none is known, or it is broken. In languages whose functions end with a brace what follows cannot become a part of them.
    fn tree_around(
        &self,
        document: &Document,
        before: &FileIr,
        function: &BodyLayout,
    ) -> Option<Tree> {
        let (span, body) = (function.span.range(), &function.body);
        let mut part = span.clone();
        let (mut head, mut tail) = ("", "");
        match document.language() {
            Language::Python => return None,
            Language::Go => {}
            Language::Rust => {
                let names = body.key.path.split('.').count();
                // What is in an inline module sees other names.
                if names > 1 + usize::from(body.class.is_some()) {
                    return None;
                }
            }
            Language::JavaScript | Language::TypeScript | Language::Tsx => {
                let module = before.bodies.first()?;
                let anchors = &module.anchors;
                let behind = anchors.partition_point(|at| *at as usize <= span.start);
                let start = *anchors.get(behind.checked_sub(1)?)? as usize;
                if body.class.is_some() && start == span.start {
                    (head, tail) = ("class C{", "}");
                } else {
                    // There is one where the function ends, if it is a part of a statement.
                    let mut next = anchors[behind..].iter().map(|at| *at as usize);
                    let end = next.find(|at| *at > span.end);
                    part = start..end.unwrap_or(module.span.end as usize);
                }
            }
        }
        let (start, end) = (part.start, self.moved(part.end));
        let text = document.text();
        if end - start > LARGEST_PART.min(text.len() / 2) {
            return None;
        }
        let end = end + usize::from(text[end..].starts_with('\n'));
        let parsed = Document::parse(
            document.language(),
            &format!("{head}{}{tail}", &text[start..end]),
        );
        if !is_whole(&parsed) {
            return None;
        }
        Some(shifted(parsed.tree(), start.checked_sub(head.len())?))
    }

    /// The file with a function lowered anew that the change is in. `None` where more than its body may have changed.
    fn lower_function(
        &self,
        document: &Document,
        root: Node<'_>,
        before: &FileIr,
        function: &BodyLayout,
    ) -> Option<FileIr> {
        let span = function.span.range();
        let mut tests = before.tests.iter().map(|test| test.range());
        if tests.any(|test| span.start < test.start && test.end <= span.end) {
            return None;
        }
        let holds = |comment: &Comment| {
            let span = comment.span.range();
            span.start < self.start && self.old_end <= span.end
        };
        let inside = Inside {
            document,
            root,
            before,
            body: &function.body,
            range: span.start..span.end - self.old_end + self.new_end,
            changed: self.start..self.new_end,
            was_comment: before.comments.iter().any(holds),
        };
        if half_typed::is_unfinished(document, Some(inside.range.clone())) {
            return None;
        }
        let mut file = FileBuilder::after(document, before);
        let comments = match document.language() {
            Language::Python => python::lower_function(&mut file, &inside)?,
            Language::Go => go::lower_function(&mut file, &inside)?,
            Language::Rust => rust::lower_function(&mut file, &inside)?,
            Language::JavaScript | Language::TypeScript | Language::Tsx => {
                javascript::lower_function(&mut file, &inside)?
            }
        };
        let comments = self.moved_comments(&before.comments, comments, &span);
        Some(self.moved_file(before, file.into_body(), comments))
    }

    /// Whether the texts differ in blank lines and in space at the end of lines alone.
    fn is_blank_lines(&self, old: &str, new: &str) -> bool {
        let (taken, put) = (
            &old[self.start..self.old_end],
            &new[self.start..self.new_end],
        );
        let before = &new[..self.start];
        let is_space = |text: &str| {
            text.bytes()
                .all(|byte| matches!(byte, b' ' | b'\t' | b'\n'))
        };
        let is_line = |text: &str| text.is_empty() || text.ends_with('\n');
        let at_end = new[self.new_end..].starts_with('\n') && !before.ends_with(['\\', '\r']);
        let at_start = before.ends_with('\n') && is_line(taken) && is_line(put);
        is_space(taken) && is_space(put) && (at_end || at_start)
    }

    /// The comments of the file, if the change is inside one of them, and that is outside all functions and statements.
    fn comments_if_inside_one(
        &self,
        document: &Document,
        old: &str,
        before: &FileIr,
    ) -> Option<Vec<Comment>> {
        let comments = &before.comments;
        let behind = comments.partition_point(|known| (known.span.start as usize) < self.start);
        let known = comments.get(behind.checked_sub(1)?)?.span.range();
        let new_end = (known.end + self.new_end).checked_sub(self.old_end)?;
        let text = document.text();
        let parts = [
            &old[self.start..self.old_end],
            &text[self.start..self.new_end],
        ];
        let is_inside = known.start + LONGEST_MARKER <= self.start && self.old_end <= known.end;
        if !is_inside || parts.iter().any(|part| part.contains(['\n', '\r'])) {
            return None;
        }
        let comment = known.start..new_end;
        let around = comment.start.saturating_sub(1)..(comment.end + 1).min(text.len());
        let stays = comment_at(document, comment.start).as_ref() == Some(&comment);
        if !stays || !is_outside_functions(&known, before) || !is_declared_in(document, around) {
            return None;
        }
        let changed = Comment {
            span: FileSpan {
                start: comment.start as u32,
                end: comment.end as u32,
            },
        };
        Some(self.moved_comments(comments, vec![changed], &known))
    }

    /// Whether the change is outside all functions, comments and statements.
    fn is_between(&self, document: &Document, before: &FileIr) -> bool {
        let is_behind = |span: FileSpan| span.range().end != self.start;
        // With the end of a line beside it, so that it is more than a place.
        let text = document.text();
        let around = if text[..self.start].ends_with('\n') {
            self.start - 1..self.new_end
        } else {
            self.start..(self.new_end + 1).min(text.len())
        };
        let mut comments = before.comments.iter();
        let changed = self.start..self.old_end;
        is_outside_functions(&changed, before)
            && comments.all(|comment| is_outside(&changed, comment.span) && is_behind(comment.span))
            && is_declared_in(document, around)
    }

    fn moved_span(&self, span: FileSpan) -> FileSpan {
        let Range { start, end } = span.range();
        // What ends where something was inserted still does.
        let end = if end <= self.start {
            end
        } else {
            self.moved(end)
        };
        FileSpan {
            start: self.moved(start) as u32,
            end: end as u32,
        }
    }

    /// The file with one body lowered anew.
    fn moved_file(
        &self,
        before: &FileIr,
        lowered: Option<BodyLayout>,
        comments: Vec<Comment>,
    ) -> FileIr {
        let key = lowered.as_ref().map(|lowered| lowered.body.key);
        let mut bodies: Vec<_> = before
            .bodies
            .iter()
            .map(|layout| self.moved_layout(layout))
            .collect();
        let replaced = bodies
            .iter_mut()
            .find(|layout| Some(layout.body.key) == key);
        if let (Some(replaced), Some(lowered)) = (replaced, lowered) {
            *replaced = lowered;
        }
        FileIr {
            language: before.language,
            items: Arc::clone(&before.items),
            bodies,
            comments,
            errors: Vec::new(),
            is_truncated: false,
            is_finished: true,
            tests: before
                .tests
                .iter()
                .map(|span| self.moved_span(*span))
                .collect(),
        }
    }

    fn moved_layout(&self, layout: &BodyLayout) -> BodyLayout {
        let anchors = layout.anchors.iter();
        let span = if layout.body.kind == BodyKind::Module {
            FileSpan {
                start: 0,
                end: self.moved(layout.span.end as usize) as u32,
            }
        } else {
            self.moved_span(layout.span)
        };
        BodyLayout {
            body: Arc::clone(&layout.body),
            anchors: anchors
                .map(|anchor| self.moved(*anchor as usize) as u32)
                .collect(),
            span,
        }
    }

    /// The comments of the file: those of a function, which stood at `span`, and the others.
    fn moved_comments(
        &self,
        before: &[Comment],
        of_function: Vec<Comment>,
        span: &Range<usize>,
    ) -> Vec<Comment> {
        let first = before.partition_point(|known| (known.span.start as usize) < span.start);
        let behind = before.partition_point(|known| (known.span.start as usize) < span.end);
        let moved = before[behind..].iter().map(|known| Comment {
            span: self.moved_span(known.span),
        });
        let mut comments = before[..first].to_vec();
        comments.extend(of_function);
        comments.extend(moved);
        comments
    }
}

/// Whether a range touches no function.
fn is_outside_functions(range: &Range<usize>, file: &FileIr) -> bool {
    let mut bodies = file.bodies.iter().skip(1);
    bodies.all(|layout| is_outside(range, layout.span))
}

fn is_outside(range: &Range<usize>, span: FileSpan) -> bool {
    let span = span.range();
    span.end <= range.start || range.end <= span.start
}

/// Whether a range is part of nothing but what holds declarations.
fn is_declared_in(document: &Document, range: Range<usize>) -> bool {
    match document.language() {
        Language::Python => python::is_between(document, range),
        Language::Go => go::is_between(document, range),
        Language::Rust => rust::is_between(document, range),
        Language::JavaScript | Language::TypeScript | Language::Tsx => {
            javascript::is_between(document, range)
        }
    }
}

/// The comment at an offset, without the line break that a line of documentation holds.
fn comment_at(document: &Document, at: usize) -> Option<Range<usize>> {
    let root = document.tree().root_node();
    let mut node = root.descendant_for_byte_range(at, at + 1)?;
    while !node.kind().ends_with("comment") {
        node = node.parent()?;
    }
    let text = &document.text()[node.byte_range()];
    let length = text.trim_end_matches(['\r', '\n']).len();
    Some(node.start_byte()..node.start_byte() + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a text is lowered from what is known of another one.
    fn is_inside(language: Language, before: &str, after: &str) -> bool {
        let earlier = Document::parse(language, before);
        let known = super::super::lower(&earlier, None);
        lower(&Document::parse(language, after), &earlier, &known).is_some()
    }

    #[test]
    fn an_edit_of_one_block_lowers_that_function_alone_and_a_blank_line_nothing() {
        let python =
            "import a\n\ndef f(x):\n    return x\n\nclass C:\n    def m(self):\n        return 1\n";
        let go = "package p\n\nfunc F(x int) int {\n\treturn x\n}\n";
        let commented = "package p\n\n// Adds.\nfunc F() {\n}\n\nvar x = /* one */ 1\n";
        let rust = "impl S {\n    #[inline]\n    fn f(x: u8) -> u8 {\n        x\n    }\n}\n";
        let edits = [
            (Language::Python, python, "return x", "return x + é", true),
            (
                Language::Python,
                python,
                "return 1",
                "y = 2\n        return 1",
                true,
            ),
            (Language::Python, python, "f(x)", "f(x, y)", false),
            (Language::Python, python, "def m", "def n", false),
            (Language::Python, python, "import a", "import b", false),
            (
                Language::Python,
                python,
                "return 1",
                "raise NotImplementedError",
                false,
            ),
            (Language::Python, python, "return x", "return (x", false),
            (
                Language::Python,
                python,
                "return x",
                "return x\nz = 1",
                false,
            ),
            (
                Language::Python,
                python,
                "return x\n",
                "return x\n  \n",
                true,
            ),
            (
                Language::Python,
                python,
                "import a\n",
                "import a\n\n\n",
                true,
            ),
            (Language::Python, python, "import a\n\n", "import a\n", true),
            (Language::Python, python, "\ndef f", "\n# c\ndef f", false),
            (Language::Go, commented, "// Adds.", "// Adds one.", true),
            (Language::Go, commented, "// Adds.", "/ Adds.", false),
            (Language::Go, commented, "// Adds.", "// Ad\nds.", false),
            (Language::Go, commented, "/* one */", "/* once */", false),
            (Language::Go, go, "return x", "y := 1\n\treturn x + y", true),
            (Language::Go, go, "p\n", "p\n\n", true),
            (Language::Go, go, "x int", "y int", false),
            (
                Language::Go,
                go,
                "return x\n}",
                "return x\n}\nvar v = 1",
                false,
            ),
            (
                Language::Rust,
                rust,
                "        x\n",
                "        let y = x;\n        y\n",
                true,
            ),
            (Language::Rust, rust, "{\n    #", "{\n\n    #", true),
            (Language::Rust, rust, "u8) ->", "u16) ->", false),
            (
                Language::Rust,
                rust,
                "        x\n",
                "        #[cfg(test)]\n        y();\n        x\n",
                false,
            ),
            (Language::Rust, rust, "inline", "test", false),
        ];
        for (language, before, old, new, expected) in edits {
            let after = before.replacen(old, new, 1);
            assert_eq!(is_inside(language, before, &after), expected, "{after}");
        }
    }
}
