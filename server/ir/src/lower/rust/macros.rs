//! Macros and attributes, whose arguments are tokens for the grammar.
//!
//! The tokens are parsed as what they look like: as the arguments of a call, as the statements of a block, or else
//! piece by piece between commas. What does not parse at all is unknown, over the names and literals in it.
//!
//! A macro is a call whose callee is its name with `!`, except those whose meaning is the language's own:
//! - `format!` and `format_args!` are templates. The other macros that take a format have the template as an argument.
//! - `vec![..]` is a list, `matches!` a pattern that is tried, `dbg!` its argument, `concat!` a concatenation.
//! - `panic!` and its like raise, and so does `bail!`; `ensure!` raises unless; `assert!` and its like assert.

use std::ops::Range;

use tree_sitter::{Node, Tree};
use tripline_syntax::{Document, Language};

use super::expr::{DIVERGING_MACROS, collection, one_or_tuple, string_content};
use super::format::{Argument, Piece, pieces};
use super::grammar::{Kind, field};
use super::{Lowering, Nodes, Target, identifier};
use crate::lower::builder::{Builder, Lowered};
use crate::lower::torn::shifted;
use crate::{
    Arg, ArgName, Call, CallForm, CollectionKind, CompareOp, Entry, ExprId, ExprKind, Literal,
    Param, ParamKind, Part, Span, StmtId, StmtKind, StringLiteral, Symbol, TemplateForm,
};

/// Deepest nesting of tokens that are parsed on their own.
const MAX_MACROS: usize = 12;

/// Where the arguments of a macro have a format.
#[derive(Clone, Copy)]
enum Format {
    Nowhere,
    /// At this position.
    At(usize),
    /// At the first string.
    AtFirstString,
}

impl Format {
    fn of(macro_name: &str) -> Format {
        match macro_name {
            "format" | "format_args" | "print" | "println" | "eprint" | "eprintln" | "panic"
            | "unreachable" | "todo" | "unimplemented" | "bail" | "anyhow" | "eyre" => {
                Format::At(0)
            }
            "write" | "writeln" | "ensure" | "assert" | "debug_assert" => Format::At(1),
            "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => Format::At(2),
            "trace" | "debug" | "info" | "warn" | "error" | "log" | "event" => {
                Format::AtFirstString
            }
            _ => Format::Nowhere,
        }
    }
}

/// The text of a format: of a string literal, or of those that `concat!` puts together.
struct FormatText {
    text: String,
    is_raw: bool,
    /// Where the text of each literal starts, in the text and in the file; never empty.
    literals: Vec<(usize, usize)>,
}

impl FormatText {
    fn of(node: Node<'_>, source: &str) -> Option<FormatText> {
        let mut literals = Vec::new();
        if is_string(node) {
            literals.push(node);
        } else {
            let is_concat = Kind::of(node) == Kind::MacroInvocation
                && field!(node, macro).is_some_and(|path| &source[path.byte_range()] == "concat");
            let tree = token_tree(node).filter(|_| is_concat)?;
            let mut cursor = tree.walk();
            for token in tree.named_children(&mut cursor) {
                literals.push(Some(token).filter(|token| is_string(*token))?);
            }
        }
        let first = string_content(*literals.first()?, source);
        let mut format = FormatText {
            text: String::new(),
            is_raw: first.is_raw,
            literals: Vec::new(),
        };
        for literal in literals {
            let content = string_content(literal, source);
            if content.is_raw != format.is_raw {
                return None;
            }
            format.literals.push((format.text.len(), content.start));
            format.text.push_str(content.text);
        }
        Some(format)
    }

    /// Where a range of the text stands in the file.
    fn place(&self, range: &Range<usize>) -> Range<usize> {
        let literal = |at: usize| {
            let next = self.literals.partition_point(|(start, _)| *start <= at);
            self.literals[next.max(1) - 1]
        };
        let (before, start) = literal(range.start);
        let (before_last, last) = literal(range.end.max(range.start + 1) - 1);
        start + (range.start - before)..last + (range.end - before_last)
    }
}

fn is_string(node: Node<'_>) -> bool {
    matches!(Kind::of(node), Kind::StringLiteral | Kind::RawStringLiteral)
}

impl<'t> Lowering<'t, '_> {
    /// A macro as a statement: its value, or nothing if it was added as a statement of another kind.
    pub(super) fn macro_statement(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        out: &mut Vec<StmtId>,
    ) -> Option<ExprId> {
        let name = self.meaning(b, node);
        let is_raise = DIVERGING_MACROS.contains(&name);
        if !is_raise && !name.contains("assert") && name != "ensure" {
            return Some(self.macro_value(b, node));
        }
        let tree = token_tree(node)?;
        let args = self.macro_args(b, tree, Format::of(name));
        let mut values = args.iter().map(|arg| arg.value);
        let (first, second) = (values.next(), values.next());
        let raise = |value| StmtKind::Raise(value);
        let kind = match (name, first, second) {
            (_, first, _) if is_raise => raise(first),
            ("ensure", Some(test), message) => {
                let span = b.get(test).span;
                let not = b.expr(ExprKind::Not(test), span);
                let raised = b.stmt_at(raise(message), node);
                let body = Box::new([raised]);
                StmtKind::If {
                    arms: Box::new([(not, body)]),
                    otherwise: None,
                }
            }
            ("assert" | "debug_assert", Some(test), _) => StmtKind::Assert(test),
            (
                "assert_eq" | "debug_assert_eq" | "assert_ne" | "debug_assert_ne",
                Some(left),
                Some(right),
            ) => {
                let op = if name.ends_with("eq") {
                    CompareOp::Eq
                } else {
                    CompareOp::NotEq
                };
                StmtKind::Assert(b.expr_at(ExprKind::Compare { op, left, right }, node))
            }
            _ => return Some(self.macro_call(b, node, tree, args)),
        };
        self.emit(b, kind, node, out);
        None
    }

    /// A macro as an expression.
    pub(super) fn macro_value(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> ExprId {
        let Some(tree) = token_tree(node) else {
            return b.unknown(node);
        };
        let name = self.meaning(b, node);
        let known = match name {
            "matches" => self.matches(b, tree),
            "vec" => Some(self.list(b, node, tree)),
            _ => None,
        };
        if let Some(known) = known {
            return known;
        }
        let mut args = self.macro_args(b, tree, Format::of(name));
        let first = args.first().map(|arg| arg.value);
        match (name, first) {
            ("format" | "format_args", Some(value))
                if args.len() == 1
                    && matches!(
                        b.get(value).kind,
                        ExprKind::Template { .. } | ExprKind::Literal(Literal::String(_))
                    ) =>
            {
                let kind = b.get(value).kind.clone();
                b.expr_at(kind, node)
            }
            ("dbg", Some(_)) => {
                let values: Vec<_> = args.iter().map(|arg| arg.value).collect();
                one_or_tuple(b, &values, node)
            }
            ("concat", Some(_)) if args.len() > 1 => {
                let operands = args.iter().map(|arg| arg.value).collect();
                b.expr_at(ExprKind::Concat(operands), node)
            }
            ("concat", Some(value)) => value,
            ("stringify", _) => {
                args.clear();
                self.macro_call(b, node, tree, args)
            }
            _ => self.macro_call(b, node, tree, args),
        }
    }

    /// The last name of what a macro is by its path or by the imports of the file.
    fn meaning<'a>(&self, b: &Builder<'a>, node: Node<'_>) -> &'a str {
        let name = macro_name(b, node);
        let is_path = field!(node, macro).is_some_and(|path| Kind::of(path) != Kind::Identifier);
        let imported = self.scope.imports.get(&Symbol::new(name));
        match imported.filter(|_| !is_path) {
            Some(target) => target.as_str().rsplit('.').next().unwrap_or(name),
            None => name,
        }
    }

    fn macro_call(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        tree: Node<'t>,
        args: Vec<Arg>,
    ) -> ExprId {
        let callee = self.macro_callee(b, node, args.len());
        let call = Call {
            callee,
            args: args.into(),
            form: CallForm::Plain,
            args_span: b.span(tree),
        };
        b.expr_at(ExprKind::Call(call), node)
    }

    /// The name of a macro with `!`. Where an import of the file says what it denotes, it is a member of that module:
    /// the import's own name has no `!`.
    fn macro_callee(&mut self, b: &mut Builder<'_>, node: Node<'t>, args: usize) -> ExprId {
        let Some(path) = field!(node, macro) else {
            return b.unknown(node);
        };
        let name = format!("{}!", macro_name(b, node));
        let span = b.range(
            path.start_byte(),
            (path.end_byte() + 1).min(node.end_byte()),
        );
        let base = match field!(path, path) {
            Some(base) if Kind::of(path) == Kind::ScopedIdentifier => Some(self.path(b, base)),
            _ => {
                let imported = self.scope.imports.get(&Symbol::new(b.text(path)));
                let imported = imported.and_then(|target| target.rsplit_once('.'));
                if let Some((module, member)) = imported {
                    let base = b.expr_at(ExprKind::Module(Symbol::new(module)), path);
                    let kind = ExprKind::Attribute {
                        base,
                        name: Symbol::new(&format!("{member}!")),
                        name_span: span,
                    };
                    return b.expr(kind, span);
                }
                None
            }
        };
        let counted = Symbol::new(&counted(macro_name(b, node), args));
        let kind = match base {
            None if self.scope.counted.contains(&counted) => ExprKind::Name(counted),
            Some(base) => ExprKind::Attribute {
                base,
                name: Symbol::new(&name),
                name_span: span,
            },
            None => ExprKind::Name(Symbol::new(&name)),
        };
        b.expr(kind, span)
    }

    /// A macro of the file as a function.
    pub(super) fn macro_rule(
        &mut self,
        b: &mut Builder<'_>,
        node: Node<'t>,
        lowered: &mut Lowered,
    ) {
        let rule = node;
        for binding in bindings(rule) {
            let Some(name) = field!(binding, name) else {
                continue;
            };
            let span = b.span(binding);
            lowered.params.push(Param {
                pattern: b.name(name),
                annotation: None,
                default: None,
                kind: ParamKind::Normal,
                decorators: Box::default(),
                span,
            });
        }
        let Some((start, text)) = transcribed(rule, b.source()) else {
            return;
        };
        let root = &mut lowered.root;
        self.parsed(b, start, &text, |rust, b, tree| {
            let body = tree.named_child(0).and_then(|item| field!(item, body));
            if let Some(body) = body {
                rust.function_body(b, body, Target::Result, root);
            }
        });
    }

    /// An attribute: a name, or a call if it has arguments or a value.
    pub(super) fn decorator(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> Option<ExprId> {
        let path = self.children(node).first().copied()?;
        let callee = self.path(b, path);
        let (args, args_span) = match (field!(node, arguments), field!(node, value)) {
            (Some(tree), _) => {
                let args = self.meta_args(b, tree);
                let args = args.unwrap_or_else(|| self.macro_args(b, tree, Format::Nowhere));
                (args, b.span(tree))
            }
            (None, Some(value)) => {
                let span = b.span(value);
                let arg = Arg {
                    name: ArgName::Positional,
                    value: self.expr(b, value),
                    span,
                };
                (vec![arg], span)
            }
            (None, None) => return Some(callee),
        };
        let call = Call {
            callee,
            args: args.into(),
            form: CallForm::Plain,
            args_span,
        };
        Some(b.expr_at(ExprKind::Call(call), node))
    }

    /// `matches!(value, pattern if guard)`.
    fn matches(&mut self, b: &mut Builder<'_>, tree: Node<'t>) -> Option<ExprId> {
        let tokens = self.tokens(tree);
        let comma = tokens.iter().find(|token| b.text(**token) == ",")?;
        let inner = inner_range(tree);
        let subject = b.slice(inner.start..comma.start_byte());
        let pattern = b.slice(comma.end_byte()..inner.end);
        let pattern = pattern.trim_end().trim_end_matches(',');
        let text = format!("match {subject}{{{pattern}=>()}}");
        let start = inner.start.checked_sub("match ".len())?;
        let span = b.range(inner.start, inner.end);
        self.parsed(b, start, &text, |rust, b, root| {
            let statement = root.named_child(0)?;
            let matched = statement.named_child(0)?;
            let value = rust.expr(b, field!(matched, value)?);
            let arm = field!(matched, body)?.named_child(0)?;
            let (patterns, guard) = rust.match_pattern(b, field!(arm, pattern)?);
            let target = match *patterns {
                [] => b.expr(ExprKind::Name(Symbol::new("_")), span),
                _ => b.balanced(&patterns, ExprKind::Or),
            };
            let tried = b.expr(ExprKind::Assign { target, value }, span);
            Some(match guard {
                Some(guard) => b.expr(ExprKind::And(tried, guard), span),
                None => tried,
            })
        })?
    }

    /// `vec![a, b]` and `vec![x; n]`.
    fn list(&mut self, b: &mut Builder<'_>, node: Node<'t>, tree: Node<'t>) -> ExprId {
        let is_repeated = self.tokens(tree).iter().any(|token| b.text(*token) == ";");
        if is_repeated {
            let inner = inner_range(tree);
            let text = format!("([{}]);", b.slice(inner.clone()));
            let repeated = inner.start.checked_sub(2).and_then(|start| {
                self.parsed(b, start, &text, |rust, b, root| {
                    let inner = root.named_child(0)?.named_child(0)?.named_child(0)?;
                    Some(rust.array(b, inner))
                })
            });
            if let Some(Some(kind)) = repeated {
                return b.expr_at(kind, node);
            }
        }
        let args = self.macro_args(b, tree, Format::Nowhere);
        let entries = args.into_iter().map(|arg| Entry {
            key: None,
            value: arg.value,
            span: arg.span,
        });
        let kind = collection(CollectionKind::List, None, entries.collect());
        b.expr_at(kind, node)
    }

    /// The arguments of a macro. Statements run before the statement that the macro stands in.
    fn macro_args(&mut self, b: &mut Builder<'_>, tree: Node<'t>, format: Format) -> Vec<Arg> {
        let inner = inner_range(tree);
        if let Some(nodes) = self.plain_args(b, tree) {
            return self.formatted_args(b, &nodes, format);
        }
        let looks_like_statements = self.looks_like_statements(b, tree);
        if !looks_like_statements && let Some(args) = self.call_args(b, inner.clone(), format) {
            return args;
        }
        if b.text(tree).starts_with('{') && self.statements(b, tree) {
            return Vec::new();
        }
        let segments = self.segments(b, tree);
        let is_string = |segment: &Nodes<'t>| match **segment {
            [single] => matches!(
                Kind::of(single),
                Kind::StringLiteral | Kind::RawStringLiteral
            ),
            _ => false,
        };
        let format_at = match format {
            Format::Nowhere => None,
            Format::At(at) => Some(at).filter(|at| segments.get(*at).is_some_and(is_string)),
            Format::AtFirstString => segments.iter().position(is_string),
        };
        let mut args = Vec::new();
        for (index, segment) in segments.iter().enumerate() {
            if format_at == Some(index) {
                let rest = segment[0].start_byte()..inner.end;
                if let Some(formatted) = self.call_args(b, rest, Format::At(0)) {
                    args.extend(formatted);
                    return args;
                }
            }
            args.extend(self.segment(b, segment));
        }
        args
    }

    /// Whether tokens cannot be the arguments of a call: they have a semicolon, or start as an item does.
    fn looks_like_statements(&mut self, b: &Builder<'_>, tree: Node<'t>) -> bool {
        let tokens = self.tokens(tree);
        let starts_item = tokens.first().is_some_and(|first| {
            let items = [
                "#", "pub", "fn", "use", "impl", "mod", "struct", "enum", "trait", "type",
                "static", "let",
            ];
            is_one_of(b, *first, &items)
        });
        starts_item || tokens.iter().any(|token| is_one_of(b, *token, &[";"]))
    }

    /// Arguments that are names and literals alone: their tokens are what a parse would yield.
    fn plain_args(&mut self, b: &Builder<'_>, tree: Node<'t>) -> Option<Nodes<'t>> {
        let is_comma = |token: &Node<'_>| Kind::of(*token) == Kind::Token && b.text(*token) == ",";
        let is_plain =
            |kind: Kind| kind.is_literal() || matches!(kind, Kind::Identifier | Kind::SelfKeyword);
        let tokens = self.tokens(tree);
        let mut plain = Nodes::new();
        for pair in tokens.chunks(2) {
            if !is_plain(Kind::of(pair[0])) || !pair.get(1).is_none_or(is_comma) {
                return None;
            }
            plain.push(pair[0]);
        }
        Some(plain)
    }

    /// The arguments of an attribute: names, literals, `name = literal`, and names with arguments.
    fn meta_args(&mut self, b: &mut Builder<'_>, tree: Node<'t>) -> Option<Vec<Arg>> {
        if let Some(nodes) = self.plain_args(b, tree) {
            return Some(self.formatted_args(b, &nodes, Format::Nowhere));
        }
        let mut args = Vec::new();
        for segment in self.segments(b, tree) {
            let (first, last) = (segment.first()?, segment.last()?);
            let span = b.range(first.start_byte(), last.end_byte());
            let (name, value) = match *segment {
                [single] if Kind::of(single) == Kind::Identifier => {
                    (ArgName::Positional, self.expr(b, single))
                }
                [single] if Kind::of(single).is_literal() => {
                    (ArgName::Positional, self.expr(b, single))
                }
                [name, equals, value]
                    if Kind::of(name) == Kind::Identifier
                        && is_one_of(b, equals, &["="])
                        && Kind::of(value).is_literal() =>
                {
                    let name = Symbol::new(identifier(b.text(name)));
                    (ArgName::Keyword(name), self.expr(b, value))
                }
                [name, inner]
                    if Kind::of(name) == Kind::Identifier && Kind::of(inner) == Kind::TokenTree =>
                {
                    let args = b.nested(|b| self.meta_args(b, inner))??;
                    let call = Call {
                        callee: self.path(b, name),
                        args: args.into(),
                        form: CallForm::Plain,
                        args_span: b.span(inner),
                    };
                    (ArgName::Positional, b.expr(ExprKind::Call(call), span))
                }
                _ => return None,
            };
            args.push(Arg { name, value, span });
        }
        Some(args)
    }

    /// The arguments that a part of the text is, if it is any.
    fn call_args(
        &mut self,
        b: &mut Builder<'_>,
        range: Range<usize>,
        format: Format,
    ) -> Option<Vec<Arg>> {
        if b.slice(range.clone()).trim().is_empty() {
            return Some(Vec::new());
        }
        let text = format!("f({}\n);", b.slice(range.clone()));
        let start = range.start.checked_sub(2)?;
        self.parsed(b, start, &text, |rust, b, root| {
            let call = root.named_child(0)?.named_child(0)?;
            if root.named_child_count() != 1 || Kind::of(call) != Kind::CallExpression {
                return None;
            }
            let mut nodes = rust.children(field!(call, arguments)?);
            nodes.retain(|node| Kind::of(*node) != Kind::AttributeItem);
            Some(rust.formatted_args(b, &nodes, format))
        })?
    }

    /// Calls `lower` with the root of the tree of `text`, whose first byte is at `start` in the file, if it parses.
    fn parsed<T>(
        &mut self,
        b: &mut Builder<'_>,
        start: usize,
        text: &str,
        lower: impl for<'f> FnOnce(&mut Lowering<'f, '_>, &mut Builder<'_>, Node<'f>) -> T,
    ) -> Option<T> {
        if self.scope.macros >= MAX_MACROS {
            return None;
        }
        let tree = parse_at(start, text)?;
        self.scope.macros += 1;
        let lowered = lower_tree(&tree, self.scope, b, lower);
        self.scope.macros -= 1;
        Some(lowered)
    }

    /// Arguments, those from the format on as one template.
    fn formatted_args(
        &mut self,
        b: &mut Builder<'_>,
        nodes: &[Node<'t>],
        format: Format,
    ) -> Vec<Arg> {
        let is_string = |node: &Node<'t>| is_string(*node);
        let is_format = |node: &Node<'t>| FormatText::of(*node, b.source()).is_some();
        let at = match format {
            Format::Nowhere => None,
            Format::At(at) => Some(at).filter(|at| nodes.get(*at).is_some_and(is_format)),
            Format::AtFirstString => nodes.iter().position(is_string),
        };
        let (before, formatted) = nodes.split_at(at.unwrap_or(nodes.len()));
        let mut args: Vec<_> = before.iter().map(|node| self.macro_arg(b, *node)).collect();
        if let [format, operands @ ..] = formatted {
            let last = operands.last().unwrap_or(format);
            let span = b.range(format.start_byte(), last.end_byte());
            args.push(Arg {
                name: ArgName::Positional,
                value: self.template(b, *format, operands, span),
                span,
            });
        }
        args
    }

    /// An argument; one that looks like an assignment to a name has this name.
    fn macro_arg(&mut self, b: &mut Builder<'_>, node: Node<'t>) -> Arg {
        let (name, value) = match argument_name(b, node) {
            Some((name, value)) => (ArgName::Keyword(name), value),
            None => (ArgName::Positional, node),
        };
        Arg {
            name,
            value: self.expr(b, value),
            span: b.span(node),
        }
    }

    /// A format with what it shows; a plain string if it shows nothing.
    fn template(
        &mut self,
        b: &mut Builder<'_>,
        format: Node<'t>,
        operands: &[Node<'t>],
        span: Span,
    ) -> ExprId {
        let format_expr = self.expr(b, format);
        let operands: Vec<_> = operands
            .iter()
            .map(|operand| self.macro_arg(b, *operand))
            .collect();
        let Some(content) = FormatText::of(format, b.source()) else {
            return format_expr;
        };
        let range = |range: &Range<usize>| content.place(range);
        let mut parts = Vec::new();
        for piece in pieces(&content.text, content.is_raw) {
            parts.push(match piece {
                Piece::Text { value, range: text } => {
                    let text = range(&text);
                    Part::Text {
                        value: value.into(),
                        span: b.range(text.start, text.end),
                    }
                }
                Piece::Hole {
                    range: hole,
                    argument,
                    spec,
                } => {
                    let hole = range(&hole);
                    let span = b.range(hole.start, hole.end);
                    let value = match argument {
                        Argument::Position(position) => {
                            operands.get(position).map(|operand| operand.value)
                        }
                        Argument::Name { name, range: place } => {
                            let place = range(&place);
                            let place = b.range(place.start, place.end);
                            let name = Symbol::new(identifier(&name));
                            let named = |operand: &&Arg| operand.name == ArgName::Keyword(name);
                            let operand = operands.iter().find(named);
                            let operand = operand.map(|operand| operand.value);
                            Some(operand.unwrap_or_else(|| b.expr(ExprKind::Name(name), place)))
                        }
                    };
                    let value =
                        value.unwrap_or_else(|| b.expr(ExprKind::Unknown(Box::default()), span));
                    let spec = spec.into();
                    Part::Hole { value, span, spec }
                }
            });
        }
        if parts.iter().any(|part| matches!(part, Part::Hole { .. })) {
            let kind = ExprKind::Template {
                form: TemplateForm::FormatMacro,
                parts: parts.into(),
                format: Some(format_expr),
            };
            return b.expr(kind, span);
        }
        let mut value = String::new();
        for part in &parts {
            if let Part::Text { value: text, .. } = part {
                value.push_str(text);
            }
        }
        let whole = content.place(&(0..content.text.len()));
        let literal = StringLiteral {
            value: value.into(),
            content: b.range(whole.start, whole.end),
        };
        b.expr(ExprKind::Literal(Literal::String(literal)), span)
    }

    // Tokens

    /// The tokens of a tree without its delimiters.
    fn tokens(&mut self, tree: Node<'t>) -> Nodes<'t> {
        let mut tokens = self.all_children(tree);
        tokens.pop();
        if !tokens.is_empty() {
            tokens.remove(0);
        }
        tokens
    }

    /// The tokens of a tree between its commas.
    fn segments(&mut self, b: &Builder<'_>, tree: Node<'t>) -> Vec<Nodes<'t>> {
        let mut segments = vec![Nodes::new()];
        for token in self.tokens(tree) {
            if matches!(b.text(token), "," | ";") {
                segments.push(Nodes::new());
            } else if let Some(last) = segments.last_mut() {
                last.push(token);
            }
        }
        segments.retain(|segment| !segment.is_empty());
        segments
    }

    /// What stands between two commas: `value`, `name = value`, `name: value`; `%` and `?` before a value are left out.
    fn segment(&mut self, b: &mut Builder<'_>, tokens: &[Node<'t>]) -> Option<Arg> {
        let (first, last) = (tokens.first()?, tokens.last()?);
        let span = b.range(first.start_byte(), last.end_byte());
        let is_named = tokens.len() > 2
            && Kind::of(*first) == Kind::Identifier
            && is_one_of(b, tokens[1], &["=", ":"]);
        let (name, mut tokens) = if is_named {
            let name = Symbol::new(identifier(b.text(*first)));
            (ArgName::Keyword(name), &tokens[2..])
        } else {
            (ArgName::Positional, tokens)
        };
        if let [sigil, rest @ ..] = tokens
            && !rest.is_empty()
            && is_one_of(b, *sigil, &["%", "?"])
        {
            tokens = rest;
        }
        let value = b
            .nested(|b| self.token_value(b, tokens))
            .unwrap_or_else(|| b.expr(ExprKind::Unknown(Box::default()), span));
        Some(Arg { name, value, span })
    }

    /// Tokens as an expression, as data with keys, or as an unknown expression over what is in them.
    fn token_value(&mut self, b: &mut Builder<'_>, tokens: &[Node<'t>]) -> ExprId {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            let span = b.range(0, 0);
            return b.expr(ExprKind::Unknown(Box::default()), span);
        };
        if let [single] = *tokens
            && Kind::of(single) == Kind::TokenTree
            && let Some(entries) = self.keyed_entries(b, single)
        {
            return b.expr_at(collection(CollectionKind::Dict, None, entries), single);
        }
        let range = first.start_byte()..last.end_byte();
        if let Some([only]) = self.call_args(b, range.clone(), Format::Nowhere).as_deref() {
            return only.value;
        }
        if let [single] = *tokens
            && Kind::of(single) == Kind::TokenTree
            && b.text(single).starts_with('[')
        {
            let mut entries = Vec::new();
            for segment in self.segments(b, single) {
                let arg = self.segment(b, &segment);
                entries.extend(arg.map(|arg| Entry {
                    key: None,
                    value: arg.value,
                    span: arg.span,
                }));
            }
            return b.expr_at(collection(CollectionKind::List, None, entries), single);
        }
        let mut parts = Vec::new();
        self.token_parts(b, tokens, &mut parts);
        let span = b.range(range.start, range.end);
        b.expr(ExprKind::Unknown(parts.into()), span)
    }

    /// The entries of `{"key": value}`.
    fn keyed_entries(&mut self, b: &mut Builder<'_>, tree: Node<'t>) -> Option<Vec<Entry>> {
        if !b.text(tree).starts_with('{') {
            return None;
        }
        let segments = self.segments(b, tree);
        let is_keyed = |segment: &Nodes<'t>| {
            segment.len() > 2
                && is_one_of(b, segment[1], &[":"])
                && Kind::of(segment[0]) != Kind::Token
        };
        if segments.is_empty() || !segments.iter().all(is_keyed) {
            return None;
        }
        let mut entries = Vec::new();
        for segment in segments {
            let key = self.token_value(b, &segment[..1]);
            let value = b.nested(|b| self.token_value(b, &segment[2..]));
            let (start, end) = (segment[0], segment[segment.len() - 1]);
            let span = b.range(start.start_byte(), end.end_byte());
            let value = value.unwrap_or_else(|| b.expr(ExprKind::Unknown(Box::default()), span));
            let key = Some(key);
            entries.push(Entry { key, value, span });
        }
        Some(entries)
    }

    /// The names and literals among tokens, and the blocks among them as statements.
    fn token_parts(&mut self, b: &mut Builder<'_>, tokens: &[Node<'t>], parts: &mut Vec<ExprId>) {
        for (index, token) in tokens.iter().enumerate() {
            let before = index.checked_sub(1).map(|before| tokens[before]);
            let is_member = before.is_some_and(|before| is_one_of(b, before, &[".", "::"]));
            match Kind::of(*token) {
                Kind::Identifier | Kind::SelfKeyword if !is_member => {
                    parts.push(self.expr(b, *token));
                }
                Kind::TokenTree => {
                    if b.text(*token).starts_with('{') && self.statements(b, *token) {
                        continue;
                    }
                    let inner = self.tokens(*token);
                    if b.nested(|b| self.token_parts(b, &inner, parts)).is_none() {
                        parts.push(b.unknown(*token));
                    }
                }
                kind if kind.is_literal() => parts.push(self.expr(b, *token)),
                _ => {}
            }
        }
    }

    /// Adds the statements that a tree in braces holds before the statement that is being lowered. Whether it parses.
    fn statements(&mut self, b: &mut Builder<'_>, tree: Node<'t>) -> bool {
        let inner = inner_range(tree);
        let content = b.slice(inner);
        let span = b.span(tree);
        for text in [format!("{{{content}\n}}"), format!("{{{content}\n;}}")] {
            let found = self.parsed(b, tree.start_byte(), &text, |rust, b, root| {
                let statement = root.named_child(0)?;
                let block = statement.named_child(0)?;
                if root.named_child_count() != 1 || Kind::of(block) != Kind::Block {
                    return None;
                }
                Some(rust.inner_block(b, block))
            });
            if let Some(Some(block)) = found {
                let block = b.stmt(StmtKind::Block(block), span);
                self.scope.hoisted.push(block);
                return true;
            }
        }
        false
    }
}

fn lower_tree<T>(
    tree: &Tree,
    scope: &mut super::Scope,
    b: &mut Builder<'_>,
    lower: impl for<'f> FnOnce(&mut Lowering<'f, '_>, &mut Builder<'_>, Node<'f>) -> T,
) -> T {
    let mut inner = Lowering::new(tree.walk(), scope);
    lower(&mut inner, b, tree.root_node())
}

/// The tree of a text whose first byte is at `start`, if it has no error.
fn parse_at(start: usize, text: &str) -> Option<Tree> {
    let document = Document::parse(Language::Rust, text);
    if document.is_truncated() || document.tree().root_node().has_error() {
        return None;
    }
    Some(shifted(document.tree(), start))
}

/// A rule of a macro that is a list of names, as a function.
pub(super) struct Rule<'t> {
    /// The rule.
    pub(super) node: Node<'t>,
    /// The name of the function: that of the macro with `!` and, where it has several rules, how many names the rule binds.
    pub(super) name: Symbol,
    /// The names that it binds, with their `$`.
    pub(super) parameters: Vec<Symbol>,
}

/// The rules of a macro that a call is of for the number of its arguments alone, and that stand for what parses.
pub(super) fn rules<'t>(node: Node<'t>, name: &str, text: &str) -> Vec<Rule<'t>> {
    let mut cursor = node.walk();
    let written: Vec<Node<'t>> = node
        .named_children(&mut cursor)
        .filter(|child| Kind::of(*child) == Kind::MacroRule)
        .collect();
    let mut plain: Vec<(Node<'t>, usize)> = Vec::new();
    for rule in &written {
        match form(*rule, text) {
            Form::Names => plain.push((*rule, bindings(*rule).len())),
            Form::Marked => {}
            // What it takes, no rule behind it is asked for.
            Form::Other => break,
        }
    }
    let counts: Vec<usize> = plain.iter().map(|(_, count)| *count).collect();
    let is_alone = |count: usize| counts.iter().filter(|known| **known == count).count() == 1;
    plain.retain(|(rule, count)| {
        let parsed = transcribed(*rule, text).and_then(|(start, text)| parse_at(start, &text));
        is_alone(*count) && parsed.is_some()
    });
    let functions = plain.into_iter().map(|(rule, count)| {
        let name = match written.len() {
            1 => format!("{name}!"),
            _ => counted(name, count),
        };
        let names = bindings(rule).into_iter();
        let names = names.filter_map(|binding| field!(binding, name));
        Rule {
            node: rule,
            name: Symbol::new(&name),
            parameters: names
                .map(|name| Symbol::new(&text[name.byte_range()]))
                .collect(),
        }
    });
    functions.collect()
}

/// The name of the function for the rule of a macro that binds so many names.
fn counted(name: &str, count: usize) -> String {
    format!("{name}!{count}")
}

/// What a rule of a macro matches.
enum Form {
    /// Names between commas.
    Names,
    /// Something that starts with a token that no expression starts with: `all $x:expr`.
    Marked,
    /// Repetitions, or tokens between names.
    Other,
}

fn form(rule: Node<'_>, text: &str) -> Form {
    let Some(left) = field!(rule, left) else {
        return Form::Other;
    };
    let mut cursor = left.walk();
    let tokens: Vec<Node<'_>> = left.children(&mut cursor).collect();
    let is_plain = tokens.iter().all(|token| {
        Kind::of(*token) == Kind::TokenBinding
            || Kind::of(*token).is_comment()
            || matches!(
                &text[token.byte_range()],
                "(" | ")" | "[" | "]" | "{" | "}" | "," | "$(,)?"
            )
    });
    let first = tokens.get(1).map(|token| Kind::of(*token));
    let second = tokens.get(2).map(|token| Kind::of(*token));
    match (first, second) {
        _ if is_plain => Form::Names,
        (Some(Kind::Identifier), Some(Kind::TokenBinding)) => Form::Marked,
        _ => Form::Other,
    }
}

fn bindings(rule: Node<'_>) -> Vec<Node<'_>> {
    let Some(left) = field!(rule, left) else {
        return Vec::new();
    };
    let mut cursor = left.walk();
    left.named_children(&mut cursor)
        .filter(|token| Kind::of(*token) == Kind::TokenBinding)
        .collect()
}

/// What a rule stands for as the text of a function, and where in the file that would start.
fn transcribed(rule: Node<'_>, text: &str) -> Option<(usize, String)> {
    const HEAD: &str = "fn f(){";
    let inner = inner_range(field!(rule, right)?);
    let start = inner.start.checked_sub(HEAD.len())?;
    Some((start, format!("{HEAD}{}\n}}", text.get(inner)?)))
}

/// The last name of a macro's path, without `!`.
fn macro_name<'a>(b: &Builder<'a>, node: Node<'_>) -> &'a str {
    let path = field!(node, macro).map_or("", |path| b.text(path));
    identifier(path.rsplit("::").next().unwrap_or(path).trim())
}

fn token_tree(node: Node<'_>) -> Option<Node<'_>> {
    let mut cursor = node.walk();
    node.named_children(&mut cursor)
        .find(|child| Kind::of(*child) == Kind::TokenTree)
}

/// Where the text between the delimiters of a token tree is.
fn inner_range(tree: Node<'_>) -> Range<usize> {
    let start = tree.start_byte() + 1;
    start..tree.end_byte().saturating_sub(1).max(start)
}

/// The name and the value of an argument `name = value`.
fn argument_name<'t>(b: &Builder<'_>, node: Node<'t>) -> Option<(Symbol, Node<'t>)> {
    if Kind::of(node) != Kind::AssignmentExpression {
        return None;
    }
    let (left, right) = (field!(node, left)?, field!(node, right)?);
    (Kind::of(left) == Kind::Identifier).then(|| (Symbol::new(identifier(b.text(left))), right))
}

fn is_one_of(b: &Builder<'_>, token: Node<'_>, texts: &[&str]) -> bool {
    Kind::of(token) == Kind::Token && texts.contains(&b.text(token))
}
