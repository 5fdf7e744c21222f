//! What the lowerings share: arenas, spans, the depth bound, and the reuse of unchanged bodies.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use tree_sitter::Node;
use tripline_syntax::Document;
use xxhash_rust::xxh3::Xxh3;

use super::MAX_DEPTH;
use crate::{
    Block, Body, BodyKey, BodyKind, BodyLayout, Comment, CompareOp, Expr, ExprId, ExprKind, FileIr,
    FileSpan, Items, Param, Span, Stmt, StmtId, StmtKind, Symbol,
};

/// Collects the bodies of one file.
pub(super) struct FileBuilder<'a> {
    text: &'a str,
    document: &'a Document,
    previous: Option<&'a FileIr>,
    /// The bodies of the previous version; a search through them for each function would be quadratic.
    known: FxHashMap<BodyKey, &'a Arc<Body>>,
    /// Hash of what bodies depend on outside their text, from the first function on.
    surroundings_hash: Option<u64>,
    /// Filled by the language before it lowers the first function: lowering a body may depend on the imports.
    pub(super) items: Items,
    /// Comments in source order.
    pub(super) comments: Vec<Comment>,
    /// What only tests compile, absolute.
    pub(super) tests: Vec<FileSpan>,
    bodies: Vec<BodyLayout>,
    ordinals: FxHashMap<Symbol, u32>,
}

/// Where and what a function body is, known before it is lowered.
pub(super) struct Outline {
    /// Path of names.
    pub(super) path: Symbol,
    /// Function or method.
    pub(super) kind: BodyKind,
    /// The class of a method.
    pub(super) class: Option<Symbol>,
    /// Whether other files can call it.
    pub(super) exported: bool,
    /// First byte of the definition with its decorators.
    pub(super) start: usize,
    /// One past its last byte.
    pub(super) end: usize,
}

impl Outline {
    /// The outline of a function that was lowered before, and stands at `range` now.
    pub(super) fn of(body: &Body, range: &Range<usize>) -> Self {
        Outline {
            path: body.key.path,
            kind: body.kind,
            class: body.class,
            exported: body.exported,
            start: range.start,
            end: range.end,
        }
    }
}

/// What lowering a function yields besides the arenas.
#[derive(Default)]
pub(super) struct Lowered {
    /// Parameters, receiver first.
    pub(super) params: Vec<Param>,
    /// Decorators, outermost first.
    pub(super) decorators: Vec<ExprId>,
    /// The written result type.
    pub(super) returns: Option<ExprId>,
    /// The names of its results.
    pub(super) results: Vec<Symbol>,
    /// Whether it is a getter of a class.
    pub(super) is_getter: bool,
    /// Statements.
    pub(super) root: Vec<StmtId>,
}

impl<'a> FileBuilder<'a> {
    pub(super) fn new(document: &'a Document, previous: Option<&'a FileIr>) -> Self {
        let previous = previous.filter(|file| file.language == document.language());
        let bodies = previous.map_or(&[][..], |file| &file.bodies);
        FileBuilder {
            text: document.text(),
            document,
            previous,
            known: bodies
                .iter()
                .map(|layout| (layout.body.key, &layout.body))
                .collect(),
            surroundings_hash: None,
            items: Items::default(),
            comments: Vec::new(),
            tests: Vec::new(),
            bodies: Vec::new(),
            ordinals: FxHashMap::default(),
        }
    }

    /// A builder for a body of a file that has the items of another version.
    pub(super) fn after(document: &'a Document, before: &'a FileIr) -> Self {
        FileBuilder {
            surroundings_hash: Some(surroundings_hash(&before.items)),
            ..FileBuilder::new(document, None)
        }
    }

    /// The one body that was added.
    pub(super) fn into_body(mut self) -> Option<BodyLayout> {
        self.bodies.pop()
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The key that the next body of this path gets.
    pub(super) fn next_key(&mut self, path: Symbol) -> BodyKey {
        let ordinal = self.ordinals.entry(path).or_insert(0);
        let key = BodyKey::new(path, *ordinal);
        *ordinal += 1;
        key
    }

    /// Adds the function of `outline` under `key`, lowered by `lower` unless the previous version of the file has it.
    pub(super) fn function(
        &mut self,
        key: BodyKey,
        outline: &Outline,
        lower: impl FnOnce(&mut Builder<'a>) -> Lowered,
    ) {
        let hash = self.hash(outline);
        let span = FileSpan {
            start: outline.start as u32,
            end: outline.end as u32,
        };
        let known = self.known.get(&key).copied();
        let body = match known {
            Some(body) if body.hash == hash => Arc::clone(body),
            _ => {
                let mut builder = Builder::new(self.text);
                builder.anchor(outline.start);
                let lowered = lower(&mut builder);
                Arc::new(builder.finish(key, outline, lowered, hash))
            }
        };
        self.bodies.push(BodyLayout {
            body,
            anchors: Box::new([span.start]),
            span,
        });
    }

    /// Adds a function with syntax errors. How these are repaired may depend on text elsewhere, so it is always lowered,
    /// and the hash covers what came out.
    pub(super) fn broken_function(
        &mut self,
        key: BodyKey,
        outline: &Outline,
        lower: impl FnOnce(&mut Builder<'a>) -> Lowered,
    ) {
        let span = FileSpan {
            start: outline.start as u32,
            end: outline.end as u32,
        };
        let mut builder = Builder::new(self.text);
        builder.anchor(outline.start);
        let lowered = lower(&mut builder);
        let hash = self.hash(outline) ^ builder.content_hash(&[span.start]);
        let body = builder.finish(key, outline, lowered, hash);
        let known = self.known.get(&key).copied();
        let body = known
            .filter(|known| ***known == body)
            .map_or_else(|| Arc::new(body), Arc::clone);
        self.bodies.push(BodyLayout {
            body,
            anchors: Box::new([span.start]),
            span,
        });
    }

    /// Adds the module body, lowered by `lower`, which sets an anchor at each top-level and class-level statement.
    pub(super) fn module(&mut self, lower: impl FnOnce(&mut Builder<'a>) -> Vec<StmtId>) {
        let key = BodyKey::new(Symbol::new(""), 0);
        let outline = Outline {
            path: key.path,
            kind: BodyKind::Module,
            class: None,
            exported: true,
            start: 0,
            end: self.text.len(),
        };
        let mut builder = Builder::new(self.text);
        let root = lower(&mut builder);
        let anchors = std::mem::take(&mut builder.anchors).into_boxed_slice();
        let hash = builder.content_hash(&anchors);
        let body = builder.finish(
            key,
            &outline,
            Lowered {
                root,
                ..Lowered::default()
            },
            hash,
        );
        let known = self
            .previous
            .map(|file| &file.module().body)
            .filter(|known| ***known == body);
        let body = known.map_or_else(|| Arc::new(body), Arc::clone);
        let span = FileSpan {
            start: 0,
            end: self.text.len() as u32,
        };
        self.bodies.push(BodyLayout {
            body,
            anchors,
            span,
        });
    }

    /// The file. The module comes first, the other bodies in source order.
    pub(super) fn finish(mut self, errors: Vec<FileSpan>) -> FileIr {
        self.bodies
            .sort_by_key(|layout| (layout.body.kind != BodyKind::Module, layout.span));
        self.comments.sort_by_key(|comment| comment.span);
        let items = match self.previous {
            Some(file) if *file.items == self.items => Arc::clone(&file.items),
            _ => Arc::new(self.items),
        };
        FileIr {
            language: self.document.language(),
            items,
            bodies: self.bodies,
            comments: self.comments,
            errors,
            is_truncated: self.document.is_truncated(),
            is_finished: false,
            tests: self.tests,
        }
    }

    /// Hash of everything that the lowered body depends on.
    fn hash(&mut self, outline: &Outline) -> u64 {
        let imports = *self
            .surroundings_hash
            .get_or_insert_with(|| surroundings_hash(&self.items));
        let mut hasher = Xxh3::new();
        hasher.update(&self.text.as_bytes()[outline.start..outline.end]);
        hasher.update(&[u8::from(outline.exported), outline.kind as u8]);
        hasher.update(outline.class.map_or("", Symbol::as_str).as_bytes());
        hasher.update(&imports.to_le_bytes());
        let completed = self.document.insertions().iter();
        for offset in completed.filter(|offset| (outline.start..=outline.end).contains(offset)) {
            hasher.update(&(offset - outline.start).to_le_bytes());
        }
        hasher.digest()
    }
}

/// Hash of what the imports bind, and of the macros of the file.
fn surroundings_hash(items: &Items) -> u64 {
    let mut hasher = Xxh3::new();
    for import in &items.imports {
        hasher.update(import.local.map_or("", Symbol::as_str).as_bytes());
        hasher.update(b"=");
        hasher.update(import.target.as_bytes());
        hasher.update(b";");
    }
    let names = items.functions.iter().map(|function| function.name);
    for name in names.filter(|name| name.contains('!')) {
        hasher.update(name.as_bytes());
        hasher.update(b";");
    }
    hasher.digest()
}

/// The arenas of one body while it is lowered.
pub(super) struct Builder<'a> {
    text: &'a str,
    exprs: Vec<Expr>,
    stmts: Vec<Stmt>,
    anchors: Vec<u32>,
    /// Where the blocks begin that were left out of the current statement.
    left_out: Vec<u32>,
    depth: u32,
}

impl<'a> Builder<'a> {
    fn new(text: &'a str) -> Self {
        Builder {
            text,
            exprs: Vec::new(),
            stmts: Vec::new(),
            anchors: Vec::new(),
            left_out: Vec::new(),
            depth: 0,
        }
    }

    /// Makes spans relative to this absolute offset from here on.
    pub(super) fn anchor(&mut self, start: usize) {
        self.anchors.push(start as u32);
        self.left_out.clear();
    }

    /// Leaves a block of another body out of the current statement: spans end before it, and those behind it are relative to
    /// its end, so that nothing changes when it does.
    pub(super) fn leave_out(&mut self, block: Range<usize>) {
        self.left_out.push(block.start as u32);
        self.anchors.push(block.end as u32);
    }

    /// The text of a node.
    pub(super) fn text(&self, node: Node<'_>) -> &'a str {
        self.text.get(node.byte_range()).unwrap_or_default()
    }

    /// The text of an absolute range.
    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// The text of the file.
    pub(super) fn source(&self) -> &'a str {
        self.text
    }

    /// The span of a node.
    pub(super) fn span(&self, node: Node<'_>) -> Span {
        self.range(node.start_byte(), node.end_byte())
    }

    /// The span of an absolute range. A range that starts before the anchor is clamped to it, and one that cuts a
    /// character is widened.
    pub(super) fn range(&self, mut start: usize, mut end: usize) -> Span {
        while !self.text.is_char_boundary(start) && start > 0 {
            start -= 1;
        }
        while !self.text.is_char_boundary(end) && end < self.text.len() {
            end += 1;
        }
        let (start, mut end) = (start as u32, end as u32);
        let mut anchor = self.anchors.len().saturating_sub(1);
        if !self.left_out.is_empty() {
            let mut blocks = self.left_out.iter();
            end = *blocks.find(|at| (start..end).contains(at)).unwrap_or(&end);
            let first = self.anchors.len() - 1 - self.left_out.len();
            while anchor > first && self.anchors[anchor] > start {
                anchor -= 1;
            }
        }
        let base = self.anchors.get(anchor).copied().unwrap_or(0);
        Span {
            anchor: anchor as u32,
            start: start.saturating_sub(base),
            end: end.saturating_sub(base),
        }
    }

    /// Adds an expression.
    pub(super) fn expr(&mut self, kind: ExprKind, span: Span) -> ExprId {
        self.exprs.push(Expr { kind, span });
        ExprId(self.exprs.len() as u32 - 1)
    }

    /// Adds an expression with the span of a node.
    pub(super) fn expr_at(&mut self, kind: ExprKind, node: Node<'_>) -> ExprId {
        let span = self.span(node);
        self.expr(kind, span)
    }

    /// Joins operands by an associative operator, in order, without nesting deeply.
    pub(super) fn balanced(
        &mut self,
        operands: &[ExprId],
        join: fn(ExprId, ExprId) -> ExprKind,
    ) -> ExprId {
        if let [single] = *operands {
            return single;
        }
        let (left, right) = operands.split_at(operands.len().div_ceil(2));
        let (left, right) = (self.balanced(left, join), self.balanced(right, join));
        let span = self.get(left).span.cover(self.get(right).span);
        self.expr(join(left, right), span)
    }

    /// Adds a comparison or arithmetic as Go and Rust write it.
    pub(super) fn operation(
        &mut self,
        operator: &str,
        left: ExprId,
        right: ExprId,
        node: Node<'_>,
    ) -> ExprId {
        let kind = match CompareOp::written(operator) {
            Some(op) => ExprKind::Compare { op, left, right },
            None => ExprKind::Arithmetic {
                op: Symbol::new(operator),
                operands: Box::new([left, right]),
            },
        };
        self.expr_at(kind, node)
    }

    /// Adds an unknown expression without parts.
    pub(super) fn unknown(&mut self, node: Node<'_>) -> ExprId {
        self.expr_at(ExprKind::Unknown(Box::default()), node)
    }

    /// Adds a name.
    pub(super) fn name(&mut self, node: Node<'_>) -> ExprId {
        let name = Symbol::new(self.text(node));
        self.expr_at(ExprKind::Name(name), node)
    }

    /// Adds a statement.
    pub(super) fn stmt(&mut self, kind: StmtKind, span: Span) -> StmtId {
        self.stmts.push(Stmt { kind, span });
        StmtId(self.stmts.len() as u32 - 1)
    }

    /// Adds a statement with the span of a node.
    pub(super) fn stmt_at(&mut self, kind: StmtKind, node: Node<'_>) -> StmtId {
        let span = self.span(node);
        self.stmt(kind, span)
    }

    /// An expression that was added before.
    pub(super) fn get(&self, id: ExprId) -> &Expr {
        &self.exprs[id.0 as usize]
    }

    /// Runs `lower` one level deeper; `None` when that is too deep.
    pub(super) fn nested<T>(&mut self, lower: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if !self.enter() {
            return None;
        }
        let result = lower(self);
        self.leave();
        Some(result)
    }

    /// Goes one level deeper, until [`Builder::leave`]; false when that is too deep.
    pub(super) fn enter(&mut self) -> bool {
        let fits = self.depth < MAX_DEPTH;
        self.depth += u32::from(fits);
        fits
    }

    /// Ends the level of the last successful [`Builder::enter`].
    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Hash over the text of every statement and expression; for module bodies, whose text has gaps.
    fn content_hash(&self, anchors: &[u32]) -> u64 {
        let mut hasher = Xxh3::new();
        hasher.update(&(anchors.len() as u64).to_le_bytes());
        let spans = self
            .exprs
            .iter()
            .map(|expr| expr.span)
            .chain(self.stmts.iter().map(|stmt| stmt.span));
        for span in spans {
            let start = anchors.get(span.anchor as usize).copied().unwrap_or(0) + span.start;
            let text = self
                .text
                .get(start as usize..(start + span.len()) as usize)
                .unwrap_or("");
            hasher.update(&span.len().to_le_bytes());
            hasher.update(text.as_bytes());
        }
        hasher.digest()
    }

    fn finish(self, key: BodyKey, outline: &Outline, lowered: Lowered, hash: u64) -> Body {
        Body {
            key,
            kind: outline.kind,
            class: outline.class,
            params: lowered.params.into_boxed_slice(),
            decorators: lowered.decorators.into_boxed_slice(),
            returns: lowered.returns,
            results: lowered.results.into_boxed_slice(),
            is_getter: lowered.is_getter,
            exported: outline.exported,
            root: Block::from(lowered.root),
            exprs: self.exprs,
            stmts: self.stmts,
            hash,
        }
    }
}

/// The comments of a document in source order. `markers` are what a comment can start with, `is_comment` tells a comment
/// node from others.
///
/// The tree is visited only where a marker stands in the text, which is much less than all of it.
pub(super) fn comments<const N: usize>(
    document: &Document,
    markers: [&str; N],
    is_comment: impl Fn(Node<'_>) -> bool,
) -> Vec<Comment> {
    let text = document.text();
    comments_below(
        document.tree().root_node(),
        text,
        0..text.len(),
        markers,
        is_comment,
    )
}

/// The comments below a node that start in a range of the text, as [`comments`] finds them.
pub(super) fn comments_below<const N: usize>(
    root: Node<'_>,
    text: &str,
    range: Range<usize>,
    markers: [&str; N],
    is_comment: impl Fn(Node<'_>) -> bool,
) -> Vec<Comment> {
    let text = &text[..range.end];
    let find = |marker: &str, from: usize| Some(from + text.get(from..)?.find(marker)?);
    let mut found = Vec::new();
    let mut cursor = root.walk();
    let mut next = markers.map(|marker| find(marker, range.start));
    let mut at = range.start;
    loop {
        for (marker, next) in markers.iter().zip(&mut next) {
            if next.is_some_and(|start| start < at) {
                *next = find(marker, at);
            }
        }
        let Some(start) = next.iter().flatten().copied().min() else {
            return found;
        };
        // The cursor only moves forward, so that a node with many children is passed once.
        while cursor.node().end_byte() <= start
            && (cursor.goto_next_sibling() || cursor.goto_parent())
        {}
        while cursor.node().start_byte() <= start
            && !is_comment(cursor.node())
            && cursor.goto_first_child_for_byte(start).is_some()
        {}
        let node = cursor.node();
        let contains_start = node.start_byte() <= start;
        let is_found = contains_start && is_comment(node);
        if is_found {
            found.push(Comment {
                span: FileSpan {
                    start: node.start_byte() as u32,
                    end: node.end_byte() as u32,
                },
            });
        }
        at = start + 1;
        if is_found || contains_start && node.child_count() == 0 {
            at = at.max(node.end_byte());
        }
    }
}

/// Absolute ranges of the nodes that did not parse, outermost only.
pub(super) fn errors(document: &Document) -> Vec<FileSpan> {
    let mut found = Vec::new();
    errors_below(document.tree().root_node(), &mut found);
    found
}

/// Adds the absolute ranges of the nodes from `root` down that did not parse, outermost only. Iterative, because broken
/// code nests deeply.
pub(super) fn errors_below(root: Node<'_>, found: &mut Vec<FileSpan>) {
    if !root.has_error() {
        return;
    }
    let mut cursor = root.walk();
    loop {
        let node = cursor.node();
        let broken = node.is_error() || node.is_missing();
        if broken {
            found.push(FileSpan {
                start: node.start_byte() as u32,
                end: node.end_byte() as u32,
            });
        }
        if !broken && node.has_error() && cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return;
            }
        }
    }
}
