//! Half-typed code, parsed as if the lines that do not parse were not there.
//!
//! While a bracket or a quote is missing, the parser takes what follows for a part of the broken statement and makes
//! nothing of most of it. Which lines are broken is plain to see all the same. They are overwritten with a statement of
//! the same length, so that every offset stays what it is, and the surroundings are parsed again.

use std::ops::Range;

use tree_sitter::{InputEdit, Node, Point, Tree};
use tripline_syntax::{Document, Language};

use super::grammar::{KINDS, Kind};
use super::lines::{Line, Quotes, logical_lines, starts_with_word};
use crate::lower::builder::errors_below;

/// Most lines that are parsed on their own to tell whether they are broken.
const MAX_TESTED_LINES: usize = 200;

/// Most classes in classes in which a broken statement is looked for.
const MAX_CLASS_DEPTH: u32 = 16;

/// Text that is indented has to stand in a block.
const BLOCK_HEADER: &str = "class _:\n";

/// Some statements of a block, parsed again.
pub(super) struct Part {
    /// The block or module whose children they replace.
    container: usize,
    /// What they replace: the children that start here.
    pub(super) range: Range<usize>,
    tree: Tree,
    /// The broken lines for which names stand, in order. A statement of the tree that starts where one does stands for it.
    patches: Vec<Range<usize>>,
    is_indented: bool,
}

/// Broken statements that follow each other in a block or module.
struct Run {
    container: usize,
    indent: usize,
    range: Range<usize>,
    /// Physical lines that the parser skipped.
    lost_lines: usize,
}

/// The parts of a document that parse better with their broken lines overwritten, in source order.
pub(super) fn repair(document: &Document) -> Vec<Part> {
    let root = document.tree().root_node();
    if !root.has_error() {
        return Vec::new();
    }
    let text = document.text();
    let lines = logical_lines(text, Quotes::Trusted);
    let runs = runs(text, &lines, root);
    let doubtful = runs
        .iter()
        .any(|run| !run.range.is_empty())
        .then(|| logical_lines(text, Quotes::Doubted));
    let doubtful = doubtful.filter(|doubtful| *doubtful != lines);
    let mut parts = Vec::new();
    for run in runs {
        // The variant that is right loses the broken line alone, and the wrong one is slow to parse.
        let mut best = doubtful
            .as_ref()
            .and_then(|lines| Part::parse(text, lines, &run));
        if best
            .as_ref()
            .is_none_or(|candidate| candidate.lost_lines > 1)
        {
            let trusting = Part::parse(text, &lines, &run);
            best = [trusting, best]
                .into_iter()
                .flatten()
                .min_by_key(|candidate| candidate.lost_lines);
        }
        parts.extend(
            best.filter(|candidate| candidate.lost_lines <= run.lost_lines)
                .map(|candidate| candidate.part),
        );
    }
    parts
}

/// A part that may stand for a run.
struct Candidate {
    part: Part,
    /// Physical lines that are overwritten, or did not parse all the same.
    lost_lines: usize,
}

impl Part {
    /// The statements that stand for what they replace.
    pub(super) fn statements(&self) -> Vec<Node<'_>> {
        let root = self.tree.root_node();
        let mut block = Some(root);
        if self.is_indented {
            block = root
                .child(0)
                .and_then(|class| class.child_by_field_name("body"));
        }
        let mut cursor = root.walk();
        block.map_or_else(Vec::new, |block| block.children(&mut cursor).collect())
    }

    /// The root of its tree, which may hold more than its statements.
    pub(super) fn root(&self) -> Node<'_> {
        self.tree.root_node()
    }

    /// Whether its statements are children of this node.
    pub(super) fn is_in(&self, node: Node<'_>) -> bool {
        self.container == node.id()
    }

    /// The broken line that starts here.
    pub(super) fn patch_at(&self, start: usize) -> Option<Range<usize>> {
        let index = self
            .patches
            .binary_search_by_key(&start, |patch| patch.start)
            .ok()?;
        Some(self.patches[index].clone())
    }

    /// Whether what starts here is a name that stands for a broken line.
    pub(super) fn is_overwritten(&self, start: usize) -> bool {
        let after = self.patches.partition_point(|patch| patch.start <= start);
        after > 0 && start < self.patches[after - 1].end
    }

    /// Whether a broken line lies in a range.
    pub(super) fn has_patch_in(&self, range: &Range<usize>) -> bool {
        self.patches
            .iter()
            .any(|patch| range.contains(&patch.start))
    }

    /// A part for a run; `None` if it parses without changes that help.
    fn parse(text: &str, lines: &[Line], run: &Run) -> Option<Candidate> {
        let first = lines.partition_point(|line| line.range.start < run.range.start);
        let last = lines.partition_point(|line| line.range.start < run.range.end);
        let lines = &lines[first..last];
        if lines
            .last()
            .is_some_and(|line| line.range.end > run.range.end)
        {
            // The run was found with other quotes in mind.
            return None;
        }
        let mut broken: Vec<bool> = lines.iter().map(|line| line.is_torn).collect();
        let mut attempt = Attempt::new(text, lines, &broken, run);
        if attempt.tree.root_node().has_error() {
            if mark_broken_lines(text, lines, &mut broken, &attempt.tree) {
                attempt = Attempt::new(text, lines, &broken, run);
            } else if attempt.patches.is_empty() {
                return None;
            }
        }
        let still_lost = lost_lines(text, attempt.tree.root_node());
        let patched: usize = attempt
            .patched
            .iter()
            .map(|range| physical_lines(&text[range.clone()]))
            .sum();
        let part = Part {
            container: run.container,
            range: run.range.clone(),
            tree: attempt.tree,
            patches: attempt.patches,
            is_indented: run.indent > 0,
        };
        Some(Candidate {
            part,
            lost_lines: still_lost + patched,
        })
    }
}

/// A run parsed with some of its lines overwritten.
struct Attempt {
    tree: Tree,
    /// Overwritten lines.
    patched: Vec<Range<usize>>,
    /// What names stand for in them.
    patches: Vec<Range<usize>>,
}

impl Attempt {
    fn new(text: &str, lines: &[Line], broken: &[bool], run: &Run) -> Attempt {
        let header = if run.indent > 0 { BLOCK_HEADER } else { "" };
        let start = run.range.start - run.indent;
        let mut source = String::with_capacity(header.len() + run.range.end - start);
        source.push_str(header);
        let mut at = start;
        let mut patched = Vec::new();
        let mut patches = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            if !broken[index] {
                continue;
            }
            let role = Role::of(text, lines, index);
            let Some(patch) = patch(&text[line.range.clone()], role) else {
                continue;
            };
            source.push_str(&text[at..line.range.start]);
            source.push_str(&patch.text);
            at = line.range.end;
            patched.push(line.range.clone());
            if let Some(offset) = patch.name_from {
                patches.push(line.range.start + offset..line.range.end);
            }
        }
        source.push_str(&text[at..run.range.end]);
        let mut tree = Document::parse(Language::Python, &source).tree().clone();
        let origin = Point::new(0, 0);
        tree.edit(&InputEdit {
            start_byte: 0,
            old_end_byte: header.len(),
            new_end_byte: start,
            start_position: origin,
            old_end_position: origin,
            new_end_position: origin,
        });
        Attempt {
            tree,
            patched,
            patches,
        }
    }
}

/// What a line is to its neighbours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// No line below it is indented deeper.
    Simple,
    /// The header of the block below it.
    Header,
    /// Indented less than the lines around it, which are those of one block.
    Stray,
}

impl Role {
    fn of(text: &str, lines: &[Line], index: usize) -> Role {
        let line = &lines[index];
        let source = &text[line.range.clone()];
        let first_word = |words: &[&str]| words.iter().any(|word| starts_with_word(source, word));
        let Some(below) = lines
            .get(index + 1)
            .filter(|next| next.indent > line.indent)
        else {
            return Role::Simple;
        };
        if source.ends_with(':')
            || first_word(&[
                "def", "async", "class", "elif", "else", "except", "finally", "case",
            ])
        {
            return Role::Header;
        }
        let above = index.checked_sub(1).map_or(0, |above| lines[above].indent);
        let interrupts = above > line.indent && below.indent >= above;
        if interrupts || !first_word(&["if", "for", "while", "with", "try", "match"]) {
            return Role::Stray;
        }
        Role::Header
    }
}

/// What overwrites a line.
struct Patch {
    /// As long as the line.
    text: String,
    /// From where on a name stands for the line.
    name_from: Option<usize>,
}

/// Text of the same length that parses; `None` if the line is too short for it.
fn patch(line: &str, role: Role) -> Option<Patch> {
    let first_word = |words: &[&str]| words.iter().any(|word| starts_with_word(line, word));
    let (start, fill, end, name_from) = if line.starts_with('@') || role == Role::Stray {
        (String::new(), ' ', "", None)
    } else if role == Role::Simple {
        (String::new(), '_', "", Some(0))
    } else if first_word(&["def", "async"]) {
        (format!("{}(", definition_name(line)), ' ', "):", None)
    } else if first_word(&["class"]) {
        (definition_name(line).to_owned(), ' ', ":", None)
    } else if first_word(&["except"]) {
        ("except".to_owned(), ' ', ":", None)
    } else if first_word(&["case"]) {
        ("case _".to_owned(), ' ', ":", None)
    } else if first_word(&["elif"]) {
        ("elif _".to_owned(), '_', ":", Some("elif".len()))
    } else {
        ("if _".to_owned(), '_', ":", Some(0))
    };
    let filled = line.len().checked_sub(start.len() + end.len())?;
    let mut text = start;
    text.extend(std::iter::repeat_n(fill, filled));
    text.push_str(end);
    Some(Patch { text, name_from })
}

/// `def name` or `class name` at the start of a line.
fn definition_name(line: &str) -> &str {
    let keyword = if line.starts_with("async") {
        line.find("def").map_or(0, |def| def + 3)
    } else {
        0
    };
    let keyword = keyword.max(line.find(' ').unwrap_or(line.len()));
    let name = line[keyword..].trim_start();
    let end = name
        .find(|character: char| !character.is_alphanumeric() && character != '_')
        .unwrap_or(name.len());
    &line[..line.len() - name.len() + end]
}

/// Marks the lines at errors of the tree that do not parse on their own. Whether there are any.
fn mark_broken_lines(text: &str, lines: &[Line], broken: &mut [bool], tree: &Tree) -> bool {
    let mut errors = Vec::new();
    errors_below(tree.root_node(), &mut errors);
    let mut found = false;
    let mut tested = 0;
    let mut next = 0;
    for error in errors {
        // What is missing at the end of a line shows at the start of the next.
        let first = lines
            .partition_point(|line| line.range.end < error.start as usize)
            .saturating_sub(1);
        let last = lines.partition_point(|line| line.range.start < error.end as usize);
        for index in first.max(next)..last.max(first + 1).min(lines.len()) {
            next = index + 1;
            if broken[index] || tested == MAX_TESTED_LINES {
                continue;
            }
            tested += 1;
            let is_header = Role::of(text, lines, index) != Role::Simple;
            if !parses_alone(&text[lines[index].range.clone()], is_header) {
                broken[index] = true;
                found = true;
            }
        }
    }
    found
}

/// Whether a logical line is right as it is, given what such a line may follow and what may follow it.
fn parses_alone(line: &str, is_header: bool) -> bool {
    let before = [
        ("elif", "if _: pass\n"),
        ("else", "if _: pass\n"),
        ("except", "try: pass\n"),
        ("finally", "try: pass\n"),
        ("case", "match _:\n "),
    ];
    let before = before
        .iter()
        .find(|(word, _)| starts_with_word(line, word))
        .map_or("", |(_, before)| before);
    let is_match = starts_with_word(line, "match") && line.ends_with(':');
    let after = match line {
        _ if line.starts_with('@') => "\ndef _(): pass",
        _ if is_header && is_match => "\n case _: pass",
        _ if is_header => " pass",
        _ => "",
    };
    let source = format!("{before}{line}{after}\n");
    !holds_error(
        Document::parse(Language::Python, &source)
            .tree()
            .root_node(),
    )
}

/// The runs of a file, which do not overlap.
fn runs(text: &str, lines: &[Line], root: Node<'_>) -> Vec<Run> {
    if root.is_error() {
        return vec![Run {
            container: root.id(),
            indent: 0,
            range: 0..text.len(),
            lost_lines: lost_lines(text, root),
        }];
    }
    let mut runs = Vec::new();
    let fit = find_runs(text, lines, root, 0, MAX_CLASS_DEPTH, &mut runs);
    if !fit
        || runs
            .windows(2)
            .any(|pair| pair[1].range.start < pair[0].range.end)
    {
        runs.clear();
        find_runs(text, lines, root, 0, 0, &mut runs);
    }
    runs
}

/// Adds the runs of broken children of a block or module, and of those of classes in it down to `depth`. Whether each lies
/// in its block.
fn find_runs(
    text: &str,
    lines: &[Line],
    container: Node<'_>,
    indent: usize,
    depth: u32,
    runs: &mut Vec<Run>,
) -> bool {
    let first = runs.len();
    let mut fit = true;
    let mut cursor = container.walk();
    for node in container.children(&mut cursor).filter(Node::has_error) {
        if let Some((block, indent)) = broken_block(lines, node)
            && depth > 0
        {
            fit &= find_runs(text, lines, block, indent, depth - 1, runs);
            continue;
        }
        let range = surroundings(text, lines, indent, &node.byte_range());
        if !holds_error(node) || range.is_empty() {
            continue;
        }
        let after = lines.partition_point(|line| line.range.start < range.end);
        fit &= indent == 0 || lines[after - 1].range.end <= container.end_byte();
        let lost_lines = lost_lines(text, node);
        match runs[first..].last_mut() {
            Some(run) if run.container == container.id() && range.start < run.range.end => {
                run.range.start = run.range.start.min(range.start);
                run.range.end = run.range.end.max(range.end);
                run.lost_lines += lost_lines;
            }
            _ => runs.push(Run {
                container: container.id(),
                indent,
                range,
                lost_lines,
            }),
        }
    }
    fit
}

/// The block of a class that is right but for what is in it, and its indentation.
fn broken_block<'t>(lines: &[Line], node: Node<'t>) -> Option<(Node<'t>, usize)> {
    let class = if KINDS.of(node) == Kind::Decorated {
        node.child_by_field_name("definition")?
    } else {
        node
    };
    if KINDS.of(class) != Kind::ClassDefinition {
        return None;
    }
    let mut cursor = class.walk();
    let block = class.child_by_field_name("body")?;
    if !block.has_error()
        || class
            .children(&mut cursor)
            .any(|child| child.has_error() && child != block)
    {
        return None;
    }
    let first = lines.partition_point(|line| line.range.start < block.start_byte());
    let line = lines
        .get(first)
        .filter(|line| line.range.start == block.start_byte() && line.indent > 0)?;
    Some((block, line.indent))
}

/// Whether the parser skipped something in a node, rather than only made up a token.
fn holds_error(node: Node<'_>) -> bool {
    let mut errors = Vec::new();
    errors_below(node, &mut errors);
    errors.iter().any(|error| error.start < error.end)
}

/// The range of the statements of a block that overlap with `range`, with their decorators and clauses.
fn surroundings(text: &str, lines: &[Line], indent: usize, range: &Range<usize>) -> Range<usize> {
    let starts_statement = |index: &usize| {
        let line = &lines[*index];
        let clauses = ["elif", "else", "except", "finally"];
        line.indent <= indent
            && Role::of(text, lines, *index) != Role::Stray
            && !clauses
                .iter()
                .any(|word| starts_with_word(&text[line.range.clone()], word))
    };
    let before = lines.partition_point(|line| line.range.start <= range.start);
    let Some(mut first) = (0..before).rfind(starts_statement) else {
        return 0..0;
    };
    if lines[first].indent != indent {
        return 0..0;
    }
    while first > 0
        && text[lines[first - 1].range.clone()].starts_with('@')
        && lines[first - 1].indent == indent
    {
        first -= 1;
    }
    let after = lines.partition_point(|line| line.range.start < range.end);
    let next = (after..lines.len()).find(starts_statement);
    let end = next.map_or(text.len(), |next| {
        lines[next].range.start - lines[next].indent
    });
    lines[first].range.start..end.max(lines[first].range.start)
}

/// How many physical lines hold what the parser skipped or made up.
fn lost_lines(text: &str, node: Node<'_>) -> usize {
    let mut errors = Vec::new();
    errors_below(node, &mut errors);
    errors
        .iter()
        .map(|error| text.get(error.range()).map_or(1, physical_lines))
        .sum()
}

/// Physical lines of a text that are not blank, at least one.
fn physical_lines(text: &str) -> usize {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .count()
        .max(1)
}
