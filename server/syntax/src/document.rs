//! One version of a document: its text and its syntax tree.

use std::fmt;
use std::ops::{ControlFlow, Range};
use std::sync::{Arc, OnceLock};

use ropey::Rope;
use tree_sitter::{InputEdit, ParseOptions, ParseState, Parser, Point, Tree};

use crate::edit::{in_order, valid_range};
use crate::position::char_start;
use crate::{Language, OverlapError, TextEdit};

/// The largest file that is analysed, in bytes; larger ones are skipped by whoever reads files.
///
/// Sources that people write are far smaller; what is larger is generated, bundled or data.
pub const MAX_FILE_BYTES: usize = 5 * 1024 * 1024;

/// How often tree-sitter may report progress, which it does every 100 parse actions, before a parse is given up.
///
/// A file of [`MAX_FILE_BYTES`] reports 20,000 to 60,000 times if people wrote it, and 260,000 times if it is one list of
/// single digits. A report takes 20 µs of an error-free text.
const MAX_REPORTS: u32 = 400_000;

/// How many of these reports may come while the parser is recovering from a syntax error.
///
/// They take longer: up to some milliseconds in a text of another language than the parser expects. An unclosed
/// bracket or string at the start of a file makes 4,000 for each megabyte.
const MAX_REPORTS_IN_ERROR: u32 = 5_000;

/// Text and tree of one version of a document; immutable and cheap to clone.
#[derive(Clone)]
pub struct Document {
    version: Arc<Version>,
}

struct Version {
    language: Language,
    content: Content,
    /// What is known of the tree of the text before: its edits are those that led here. `None` if nothing is.
    earlier_tree: Option<Tree>,
    parsed: OnceLock<Parsed>,
    insertions: Box<[usize]>,
}

/// The tree of a version, as soon as somebody has asked for it.
struct Parsed {
    tree: Tree,
    is_truncated: bool,
}

/// A text in the form it came in, and in the other form once that is asked for: a scan never builds a rope, and an edit
/// never copies the text.
enum Content {
    Text(Arc<str>, OnceLock<Rope>),
    Rope(Rope, OnceLock<Arc<str>>),
}

impl Document {
    /// Parses `text` from scratch.
    pub fn parse(language: Language, text: &str) -> Self {
        let tree = parse_text(language, text);
        let content = Content::Text(Arc::from(text), OnceLock::new());
        Self {
            version: Arc::new(Version::parsed(language, content, tree)),
        }
    }

    /// The document after `edits`, one after the other: each range is in the text that the edits before it left.
    ///
    /// Only what the edits affect is parsed again, and only when [`Document::tree`] is asked for. Where the text is free of
    /// syntax errors, the tree is the one that [`Document::parse`] yields. Where it is not, tree-sitter may recover from an
    /// error in a different way than from scratch, because it keeps what it knew of the unchanged text.
    #[must_use]
    pub fn edited(&self, edits: &[TextEdit]) -> Self {
        let mut rope = self.rope().clone();
        let mut tree = self.version.latest_tree().cloned();
        for edit in edits {
            let range = valid_range(&edit.range, |offset| char_start(&rope, offset));
            let start = rope.byte_to_char(range.start);
            let end = rope.byte_to_char(range.end);
            if let Some(tree) = &mut tree {
                tree.edit(&input_edit(&rope, range, &edit.text));
            }
            rope.remove(start..end);
            rope.insert(start, &edit.text);
        }
        let version = Version {
            language: self.language(),
            content: Content::Rope(rope, OnceLock::new()),
            earlier_tree: tree,
            parsed: OnceLock::new(),
            insertions: Box::default(),
        };
        Self {
            version: Arc::new(version),
        }
    }

    /// The document after `edits` at once, as [`apply_edits`](crate::apply_edits) applies them: every range is in the
    /// text of this document.
    pub fn edited_at_once(&self, edits: &[TextEdit]) -> Result<Self, OverlapError> {
        let ordered = in_order(edits, |offset| char_start(self.rope(), offset))?;
        let last_first: Vec<_> = ordered
            .into_iter()
            .rev()
            .map(|(range, text)| TextEdit {
                range: range.start as u32..range.end as u32,
                text: text.to_owned(),
            })
            .collect();
        Ok(self.edited(&last_first))
    }

    /// The document with ranges overwritten by spaces, and with the tree that it has when `insertions` are made as well: texts
    /// at offsets. They are not in its text, and what stands behind them is where it was. Ranges and offsets are in order, no
    /// offset inside a range.
    #[must_use]
    pub fn completed(&self, blanks: &[Range<usize>], insertions: &[(usize, String)]) -> Self {
        let spaces = |blank: &Range<usize>| (blank.clone(), " ".repeat(blank.len()));
        let inserted = |(offset, text): &(usize, String)| (*offset..*offset, text.clone());
        let mut edits: Vec<_> = blanks.iter().map(spaces).collect();
        edits.extend(insertions.iter().map(inserted));
        // The last one first, so that those before it are where they are here; what is inserted at the end of a range after it.
        edits.sort_by_key(|(range, _)| std::cmp::Reverse((range.end, range.is_empty())));
        let edits = edits.into_iter().map(|(range, text)| TextEdit {
            range: range.start as u32..range.end as u32,
            text,
        });
        let parsed = self.edited(&edits.collect::<Vec<_>>());
        let mut tree = parsed.tree().clone();
        for (offset, text) in insertions {
            // Those before it are gone, and points are not for use.
            let origin = Point::new(0, 0);
            tree.edit(&InputEdit {
                start_byte: *offset,
                old_end_byte: offset + text.len(),
                new_end_byte: *offset,
                start_position: origin,
                old_end_position: origin,
                new_end_position: origin,
            });
        }
        let text = if blanks.is_empty() {
            Arc::clone(self.text())
        } else {
            let mut text = String::from(&**self.text());
            for blank in blanks {
                text.replace_range(blank.clone(), &" ".repeat(blank.len()));
            }
            Arc::from(text)
        };
        let tree = (!parsed.is_truncated()).then_some(tree);
        let mut completed =
            Version::parsed(self.language(), Content::Text(text, OnceLock::new()), tree);
        completed.insertions = insertions.iter().map(|(offset, _)| *offset).collect();
        Self {
            version: Arc::new(completed),
        }
    }

    /// The offsets at which the tree has something that the text has not: see [`Document::completed`].
    pub fn insertions(&self) -> &[usize] {
        &self.version.insertions
    }

    /// The language that the document is parsed as.
    pub fn language(&self) -> Language {
        self.version.language
    }

    /// The text as one string.
    pub fn text(&self) -> &Arc<str> {
        match &self.version.content {
            Content::Text(text, _) => text,
            Content::Rope(rope, text) => text.get_or_init(|| Arc::from(String::from(rope))),
        }
    }

    /// The text as a rope, which finds lines and code units in logarithmic time.
    pub fn rope(&self) -> &Rope {
        match &self.version.content {
            Content::Text(text, rope) => rope.get_or_init(|| Rope::from_str(text)),
            Content::Rope(rope, _) => rope,
        }
    }

    /// The syntax tree. Its byte offsets are those of the text; its points count only `\n` as the end of a line, and
    /// are not meant for use.
    ///
    /// After an edit it is brought up to date when it is first asked for, which takes time in proportion to the size of the
    /// text, though little.
    pub fn tree(&self) -> &Tree {
        &self.version.parse().tree
    }

    /// Whether the text was too large or too costly to parse. The tree is then the one of an empty text.
    ///
    /// The cost is counted in parse actions, so that it is the same on every machine. One cost escapes the count:
    /// tree-sitter reports nothing while it closes what is open at the end of the text, which takes time and memory
    /// quadratic in the number of ambiguous, never completed constructs (`f<T,f<T,f<T,` in TypeScript: 1.3 GB for 8,000
    /// of them). No code that people write comes near.
    pub fn is_truncated(&self) -> bool {
        self.version.parse().is_truncated
    }

    /// The number of places at which the parser skipped text (`ERROR`) or made up a token (`MISSING`).
    ///
    /// It is zero exactly if the text has no syntax error, or if the document [is truncated](Self::is_truncated).
    pub fn error_count(&self) -> usize {
        let root = self.tree().root_node();
        if !root.has_error() {
            return 0;
        }
        let mut count = 0;
        let mut cursor = root.walk();
        loop {
            let node = cursor.node();
            if node.is_error() || node.is_missing() {
                count += 1;
            }
            if node.has_error() && cursor.goto_first_child() {
                continue;
            }
            while !cursor.goto_next_sibling() {
                if !cursor.goto_parent() {
                    // A made-up token that the grammar hides is not among the nodes.
                    return count.max(1);
                }
            }
        }
    }
}

impl Version {
    /// A version with its tree; without one it is truncated.
    fn parsed(language: Language, content: Content, tree: Option<Tree>) -> Self {
        Version {
            language,
            content,
            earlier_tree: None,
            parsed: OnceLock::from(Parsed::of(language, tree)),
            insertions: Box::default(),
        }
    }

    fn parse(&self) -> &Parsed {
        self.parsed.get_or_init(|| {
            let earlier = self.earlier_tree.as_ref();
            let tree = match &self.content {
                Content::Rope(rope, _) => parse_rope(self.language, rope, earlier),
                Content::Text(text, _) => parse_text(self.language, text),
            };
            Parsed::of(self.language, tree)
        })
    }

    /// The tree of this version if it is known, and of an earlier one otherwise.
    fn latest_tree(&self) -> Option<&Tree> {
        match self.parsed.get() {
            Some(parsed) => (!parsed.is_truncated).then_some(&parsed.tree),
            None => self.earlier_tree.as_ref(),
        }
    }
}

impl Parsed {
    fn of(language: Language, tree: Option<Tree>) -> Self {
        let is_truncated = tree.is_none();
        Parsed {
            tree: tree.unwrap_or_else(|| empty_tree(language)),
            is_truncated,
        }
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("language", &self.language())
            .field("text", &self.text())
            .field("is_truncated", &self.is_truncated())
            .finish_non_exhaustive()
    }
}

fn parse_text(language: Language, text: &str) -> Option<Tree> {
    let bytes = text.as_bytes();
    parse_bounded(language, bytes.len(), None, &mut |offset, _| {
        bytes.get(offset..).unwrap_or_default()
    })
}

fn parse_rope(language: Language, rope: &Rope, old_tree: Option<&Tree>) -> Option<Tree> {
    parse_bounded(language, rope.len_bytes(), old_tree, &mut |offset, _| {
        chunk_from(rope, offset)
    })
}

/// The tree of a text of `length` bytes, which `read` yields from an offset on; `None` if the text is too large, or the
/// parse takes too many actions.
fn parse_bounded<'text>(
    language: Language,
    length: usize,
    old_tree: Option<&Tree>,
    read: &mut impl FnMut(usize, Point) -> &'text [u8],
) -> Option<Tree> {
    if length > MAX_FILE_BYTES {
        return None;
    }
    let mut reports = 0;
    let mut reports_in_error = 0;
    let mut count_reports = |state: &ParseState| {
        reports += 1;
        reports_in_error += u32::from(state.has_error());
        if reports > MAX_REPORTS || reports_in_error > MAX_REPORTS_IN_ERROR {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let options = ParseOptions::new().progress_callback(&mut count_reports);
    parser(language).parse_with_options(read, old_tree, Some(options))
}

fn empty_tree(language: Language) -> Tree {
    parser(language)
        .parse("", None)
        .expect("a parse with a language and without a bound yields a tree")
}

fn parser(language: Language) -> Parser {
    let mut parser = Parser::new();
    parser
        .set_language(&language.grammar())
        .expect("every grammar has an ABI that this tree-sitter reads");
    parser
}

/// The bytes from `offset` to the end of the chunk of the rope that holds it; empty at the end of the text.
fn chunk_from(rope: &Rope, offset: usize) -> &[u8] {
    if offset >= rope.len_bytes() {
        return &[];
    }
    let (chunk, start, _, _) = rope.chunk_at_byte(offset);
    &chunk.as_bytes()[offset - start..]
}

/// What tree-sitter needs to know about the replacement of the bytes `range` of `rope` by `text`.
fn input_edit(rope: &Rope, range: Range<usize>, text: &str) -> InputEdit {
    let start_position = rope_point(Point::new(0, 0), rope, 0..range.start);
    let old_end_position = rope_point(start_position, rope, range.clone());
    let new_end_position = point_after(start_position, text.as_bytes());
    InputEdit {
        start_byte: range.start,
        old_end_byte: range.end,
        new_end_byte: range.start + text.len(),
        start_position,
        old_end_position,
        new_end_position,
    }
}

/// The point at the end of the bytes `range` of `rope`, whose start is at `start`.
fn rope_point(start: Point, rope: &Rope, range: Range<usize>) -> Point {
    rope.byte_slice(range)
        .chunks()
        .fold(start, |point, chunk| point_after(point, chunk.as_bytes()))
}

/// The point at the end of `bytes`, whose start is at `start`, as tree-sitter counts: rows end at `\n` only, columns are
/// bytes.
#[expect(
    clippy::naive_bytecount,
    reason = "the compiler vectorises this loop well enough for one edit"
)]
fn point_after(start: Point, bytes: &[u8]) -> Point {
    let rows = bytes.iter().filter(|&&byte| byte == b'\n').count();
    match bytes.iter().rposition(|&byte| byte == b'\n') {
        Some(last) => Point::new(start.row + rows, bytes.len() - last - 1),
        None => Point::new(start.row, start.column + bytes.len()),
    }
}
