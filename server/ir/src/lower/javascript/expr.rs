//! Expressions.

use std::ops::Range;

use tree_sitter::Node;

use super::grammar::{Field, Kind};
use super::{Lowering, content_range, module_name};
use crate::{
    Arg, ArgName, Call, CallForm, CollectionKind, CompareOp, Entry, ExprId, ExprKind, Literal,
    Part, Span, StringLiteral, Symbol, TemplateForm,
};

impl<'a> Lowering<'_, 'a> {
    /// Lowers an expression. What is no expression becomes unknown over the expressions in it.
    pub(super) fn expr(&mut self, node: Node<'a>) -> ExprId {
        let node = self.grammar.unparenthesized(node);
        let kind = self.kind(node);
        if kind == Kind::Identifier {
            return self.identifier(node);
        }
        if !self.out.enter() {
            return self.out.unknown(node);
        }
        let id = self.expr_of_kind(kind, node);
        self.out.leave();
        id
    }

    fn expr_of_kind(&mut self, kind: Kind, node: Node<'a>) -> ExprId {
        match kind {
            Kind::Identifier
            | Kind::This
            | Kind::Super
            | Kind::Import
            | Kind::PrivatePropertyIdentifier
            | Kind::PropertyIdentifier
            | Kind::MetaProperty => self.identifier(node),
            Kind::MemberExpression => self.member_expression(node),
            Kind::SubscriptExpression => self.subscript(node),
            Kind::CallExpression => self.call(node),
            Kind::NewExpression => self.new_expression(node),
            Kind::String => self.string(node),
            Kind::TemplateString => self.template(node),
            Kind::Number => {
                let number = self.out.text(node);
                let number = if number.contains('_') {
                    number.replace('_', "")
                } else {
                    number.to_owned()
                };
                self.literal(Literal::Number(number.into()), node)
            }
            Kind::True => self.literal(Literal::Bool(true), node),
            Kind::False => self.literal(Literal::Bool(false), node),
            Kind::Null | Kind::Undefined => self.literal(Literal::Null, node),
            Kind::Regex => {
                let pattern = self
                    .field(node, Field::Pattern)
                    .map_or("", |pattern| self.out.text(pattern));
                self.literal(Literal::Regex(Box::from(pattern)), node)
            }
            Kind::BinaryExpression => self.binary(node),
            Kind::UnaryExpression => self.unary(node),
            Kind::UpdateExpression => self.update(node),
            Kind::TernaryExpression => self.ternary(node),
            Kind::AssignmentExpression => self.nested_assignment(node),
            Kind::AugmentedAssignmentExpression => self.nested_augmented_assignment(node),
            Kind::AwaitExpression => self.awaited(node),
            Kind::YieldExpression => self.yielded(node),
            Kind::Object => self.object(node),
            Kind::Array => {
                let entries = self.elements(node, Self::expr);
                self.collection(CollectionKind::List, entries, node)
            }
            Kind::ObjectPattern | Kind::ArrayPattern => self.pattern(node),
            Kind::SpreadElement => self.spread(node),
            Kind::ArrowFunction | Kind::FunctionExpression => self.function(node),
            Kind::FunctionDeclaration | Kind::MethodDefinition => self.closure(node, &[]),
            Kind::Class => match self.outlined.get(&node.id()) {
                Some(&name) => self.out.expr_at(ExprKind::Name(name), node),
                None => self.class_expression(node),
            },
            Kind::AsExpression | Kind::SatisfiesExpression => self.cast(node),
            Kind::TypeAssertion => self.type_assertion(node),
            Kind::NonNullExpression => self.non_null(node),
            Kind::SequenceExpression => self.sequence(node),
            Kind::JsxElement | Kind::JsxSelfClosingElement => self.element(node),
            Kind::JsxExpression | Kind::InstantiationExpression => match self.inner(node) {
                Some(inner) => self.expr(inner),
                None => self.out.unknown(node),
            },
            _ => self.unknown(node),
        }
    }

    /// An unknown expression over what expressions are among the children.
    pub(super) fn unknown(&mut self, node: Node<'a>) -> ExprId {
        let parts = self.parts(node);
        self.out.expr_at(ExprKind::Unknown(parts), node)
    }

    /// The expressions among the children, in order.
    pub(super) fn parts(&mut self, node: Node<'a>) -> Box<[ExprId]> {
        let mut parts = Vec::new();
        for child in self.children(node) {
            if self.kind(child).has_value() {
                parts.push(self.expr(child));
            }
        }
        parts.into()
    }

    fn literal(&mut self, literal: Literal, node: Node<'a>) -> ExprId {
        self.out.expr_at(ExprKind::Literal(literal), node)
    }

    fn identifier(&mut self, node: Node<'a>) -> ExprId {
        match self.out.text(node) {
            "" => self.out.unknown(node),
            "undefined" => self.literal(Literal::Null, node),
            _ => self.out.name(node),
        }
    }

    fn string(&mut self, node: Node<'a>) -> ExprId {
        let content = content_range(node);
        let literal = StringLiteral {
            value: self.decoded(content.clone()).into(),
            content: self.out.range(content.start, content.end),
        };
        self.literal(Literal::String(literal), node)
    }

    fn template(&mut self, node: Node<'a>) -> ExprId {
        let mut holes = self.children(node);
        holes.retain(|child| self.grammar.kind(*child) == Kind::TemplateSubstitution);
        if holes.is_empty() {
            return self.string(node);
        }
        let content = content_range(node);
        let mut parts = Vec::with_capacity(2 * holes.len() + 1);
        let mut text_start = content.start;
        for hole in holes {
            self.template_text(text_start, hole.start_byte(), &mut parts);
            text_start = hole.end_byte();
            let value = match self.inner(hole) {
                Some(inner) => self.expr(inner),
                None => self.out.unknown(hole),
            };
            parts.push(Part::Hole {
                value,
                span: self.out.span(hole),
                spec: Box::default(),
            });
        }
        self.template_text(text_start, content.end, &mut parts);
        let kind = ExprKind::Template {
            form: TemplateForm::TemplateLiteral,
            parts: parts.into(),
            format: None,
        };
        self.out.expr_at(kind, node)
    }

    fn template_text(&mut self, start: usize, end: usize, parts: &mut Vec<Part>) {
        if start < end {
            parts.push(Part::Text {
                value: self.decoded(start..end).into(),
                span: self.out.range(start, end),
            });
        }
    }

    fn member_expression(&mut self, node: Node<'a>) -> ExprId {
        let parts = self
            .field(node, Field::Object)
            .zip(self.field(node, Field::Property));
        let Some((object, property)) = parts else {
            return self.unknown(node);
        };
        let base = self.expr(object);
        self.member(base, property, node)
    }

    /// `base.name`, where `name` is a node.
    pub(super) fn member(&mut self, base: ExprId, name: Node<'a>, whole: Node<'a>) -> ExprId {
        let name_span = self.out.span(name);
        let text = match self.kind(name) {
            Kind::String => &*self.decoded(content_range(name)),
            _ => self.out.text(name),
        };
        let name = Symbol::new(text);
        if let ExprKind::Module(module) = self.out.get(base).kind
            && &*name == "default"
        {
            return self.out.expr_at(ExprKind::Module(module), whole);
        }
        let kind = ExprKind::Attribute {
            base,
            name,
            name_span,
        };
        self.out.expr_at(kind, whole)
    }

    fn subscript(&mut self, node: Node<'a>) -> ExprId {
        let parts = self
            .field(node, Field::Object)
            .zip(self.field(node, Field::Index));
        let Some((object, index)) = parts else {
            return self.unknown(node);
        };
        let base = self.expr(object);
        let index = self.expr(index);
        self.out.expr_at(ExprKind::Index { base, index }, node)
    }

    fn call(&mut self, node: Node<'a>) -> ExprId {
        let parts = self
            .field(node, Field::Function)
            .zip(self.field(node, Field::Arguments));
        let Some((function, arguments)) = parts else {
            return self.unknown(node);
        };
        let is_tagged = self.kind(arguments) == Kind::TemplateString;
        if !is_tagged && let Some(module) = self.required_module(function, arguments) {
            return self.out.expr_at(ExprKind::Module(module), node);
        }
        if is_tagged {
            return self.tagged_call(function, arguments, node);
        }
        // The grammar reads `await f<T>(x)` as `(await f)<T>(x)`.
        if self.kind(function) == Kind::AwaitExpression
            && let Some(function) = self.inner(function)
        {
            let call = self.plain_call(function, arguments, function.start_byte()..node.end_byte());
            return self.out.expr_at(ExprKind::Await(call), node);
        }
        self.plain_call(function, arguments, node.byte_range())
    }

    fn plain_call(
        &mut self,
        function: Node<'a>,
        arguments: Node<'a>,
        whole: Range<usize>,
    ) -> ExprId {
        let call = Call {
            callee: self.expr(function),
            args: self.args(arguments).into(),
            form: CallForm::Plain,
            args_span: self.out.span(arguments),
        };
        let whole = self.out.range(whole.start, whole.end);
        self.out.expr(ExprKind::Call(call), whole)
    }

    /// `` tag`text` ``. The grammar reads `` await tag<T>`text` `` as `` (await tag)<T>!`text` `` with a missing `!`.
    fn tagged_call(&mut self, function: Node<'a>, template: Node<'a>, whole: Node<'a>) -> ExprId {
        let mut tag = function;
        while matches!(
            self.kind(tag),
            Kind::NonNullExpression | Kind::InstantiationExpression
        ) && let Some(inner) = self.inner(tag)
        {
            tag = inner;
        }
        if self.kind(tag) == Kind::AwaitExpression
            && let Some(tag) = self.inner(tag)
        {
            let callee = self.expr(tag);
            let call = self.tagged_template(callee, template, tag.start_byte()..whole.end_byte());
            return self.out.expr_at(ExprKind::Await(call), whole);
        }
        let callee = self.expr(tag);
        self.tagged_template(callee, template, whole.byte_range())
    }

    fn tagged_template(
        &mut self,
        callee: ExprId,
        template: Node<'a>,
        whole: Range<usize>,
    ) -> ExprId {
        let span = self.out.span(template);
        let arg = Arg {
            name: ArgName::Positional,
            value: self.expr(template),
            span,
        };
        let call = Call {
            callee,
            args: Box::new([arg]),
            form: CallForm::TaggedTemplate,
            args_span: span,
        };
        let whole = self.out.range(whole.start, whole.end);
        self.out.expr(ExprKind::Call(call), whole)
    }

    fn new_expression(&mut self, node: Node<'a>) -> ExprId {
        let Some(constructor) = self.field(node, Field::Constructor) else {
            return self.unknown(node);
        };
        let callee = self.expr(constructor);
        let (args, args_span) = match self.field(node, Field::Arguments) {
            Some(arguments) => (self.args(arguments), self.out.span(arguments)),
            None => (Vec::new(), self.out.range(node.end_byte(), node.end_byte())),
        };
        self.call_of(CallForm::New, callee, args, args_span, node)
    }

    fn call_of(
        &mut self,
        form: CallForm,
        callee: ExprId,
        args: Vec<Arg>,
        args_span: Span,
        node: Node<'a>,
    ) -> ExprId {
        let call = Call {
            callee,
            args: args.into(),
            form,
            args_span,
        };
        self.out.expr_at(ExprKind::Call(call), node)
    }

    fn args(&mut self, list: Node<'a>) -> Vec<Arg> {
        let nodes = self.children(list);
        let mut args = Vec::with_capacity(nodes.len());
        for node in nodes {
            if self.kind(node) == Kind::Error && node.named_child(0).is_none() {
                // A stray token must not shift the arguments after it.
                continue;
            }
            args.push(self.arg(node));
        }
        args
    }

    /// A positional or spread argument.
    fn arg(&mut self, node: Node<'a>) -> Arg {
        let (name, value) = match self.kind(node) {
            Kind::SpreadElement => (ArgName::Spread, self.inner(node).unwrap_or(node)),
            _ => (ArgName::Positional, node),
        };
        Arg {
            name,
            value: self.expr(value),
            span: self.out.span(node),
        }
    }

    /// The module of `require("m")` and `import("m")`.
    fn required_module(&mut self, function: Node<'a>, arguments: Node<'a>) -> Option<Symbol> {
        let is_import = match self.kind(function) {
            Kind::Import => true,
            Kind::Identifier => self.out.text(function) == "require",
            _ => false,
        };
        if !is_import {
            return None;
        }
        let arg = self.inner(arguments)?;
        let is_constant = match self.kind(arg) {
            Kind::String => true,
            Kind::TemplateString => !self.out.text(arg).contains("${"),
            _ => false,
        };
        is_constant.then(|| module_name(&self.decoded(content_range(arg))))
    }

    fn binary(&mut self, node: Node<'a>) -> ExprId {
        let parts = self
            .field(node, Field::Left)
            .zip(self.field(node, Field::Right));
        let Some((left, right)) = parts else {
            return self.unknown(node);
        };
        let operator = self.operator(node);
        if operator == "+" {
            return self.concat(node);
        }
        if operator == ">"
            && let Some(call) = self.instantiated_tagged_template(left, right, node)
        {
            return call;
        }
        let left = self.expr(left);
        let right = self.expr(right);
        let compare = |op| ExprKind::Compare { op, left, right };
        let kind = match operator {
            "&&" => ExprKind::And(left, right),
            "||" | "??" => ExprKind::Or(left, right),
            "===" => compare(CompareOp::Eq),
            "!==" => compare(CompareOp::NotEq),
            "in" => compare(CompareOp::In),
            "instanceof" => compare(CompareOp::Other),
            _ => match CompareOp::written(operator) {
                Some(op) => compare(op),
                None => ExprKind::Arithmetic {
                    op: Symbol::new(operator),
                    operands: Box::new([left, right]),
                },
            },
        };
        self.out.expr_at(kind, node)
    }

    /// `` tag<T>`text` ``, which the grammar reads as `` (tag < T) > `text` ``.
    fn instantiated_tagged_template(
        &mut self,
        left: Node<'a>,
        right: Node<'a>,
        whole: Node<'a>,
    ) -> Option<ExprId> {
        let is_tagged = self.kind(right) == Kind::TemplateString
            && self.kind(left) == Kind::BinaryExpression
            && self.operator(left) == "<";
        if !is_tagged {
            return None;
        }
        let tag = self.field(left, Field::Left)?;
        if !matches!(self.kind(tag), Kind::Identifier | Kind::MemberExpression) {
            return None;
        }
        let callee = self.expr(tag);
        Some(self.tagged_template(callee, right, whole.byte_range()))
    }

    /// `a + b + c`, flattened along its left spine.
    fn concat(&mut self, node: Node<'a>) -> ExprId {
        let mut operands = Vec::new();
        let mut spine = node;
        while self.kind(spine) == Kind::BinaryExpression && self.operator(spine) == "+" {
            operands.extend(self.field(spine, Field::Right));
            match self.field(spine, Field::Left) {
                Some(left) => spine = self.grammar.unparenthesized(left),
                None => break,
            }
        }
        operands.push(spine);
        let mut parts = Vec::with_capacity(operands.len());
        for operand in operands.into_iter().rev() {
            parts.push(self.expr(operand));
        }
        self.out.expr_at(ExprKind::Concat(parts.into()), node)
    }

    fn operator(&self, node: Node<'a>) -> &'a str {
        self.field(node, Field::Operator)
            .map_or("", |operator| self.out.text(operator))
    }

    fn unary(&mut self, node: Node<'a>) -> ExprId {
        let Some(argument) = self.field(node, Field::Argument) else {
            return self.unknown(node);
        };
        let operator = self.operator(node);
        if operator == "void" && self.kind(argument) == Kind::Number {
            return self.literal(Literal::Null, node);
        }
        let operand = self.expr(argument);
        let kind = if operator == "!" {
            ExprKind::Not(operand)
        } else {
            ExprKind::Arithmetic {
                op: Symbol::new(operator),
                operands: Box::new([operand]),
            }
        };
        self.out.expr_at(kind, node)
    }

    fn update(&mut self, node: Node<'a>) -> ExprId {
        let Some(argument) = self.field(node, Field::Argument) else {
            return self.unknown(node);
        };
        let operand = self.expr(argument);
        let kind = ExprKind::Arithmetic {
            op: Symbol::new(self.operator(node)),
            operands: Box::new([operand]),
        };
        self.out.expr_at(kind, node)
    }

    fn ternary(&mut self, node: Node<'a>) -> ExprId {
        let parts = self
            .field(node, Field::Condition)
            .zip(self.field(node, Field::Consequence))
            .zip(self.field(node, Field::Alternative));
        let Some(((test, then), otherwise)) = parts else {
            return self.unknown(node);
        };
        let test = self.expr(test);
        let then = self.expr(then);
        let otherwise = self.expr(otherwise);
        let kind = ExprKind::Conditional {
            test,
            then,
            otherwise,
        };
        self.out.expr_at(kind, node)
    }

    fn nested_assignment(&mut self, node: Node<'a>) -> ExprId {
        let parts = self
            .field(node, Field::Left)
            .zip(self.field(node, Field::Right));
        let Some((left, right)) = parts else {
            return self.unknown(node);
        };
        let target = self.pattern(left);
        let value = self.expr(right);
        self.out.expr_at(ExprKind::Assign { target, value }, node)
    }

    /// `a += b` as a value is `a = a + b`.
    fn nested_augmented_assignment(&mut self, node: Node<'a>) -> ExprId {
        let parts = self
            .field(node, Field::Left)
            .zip(self.field(node, Field::Right));
        let Some((left, right)) = parts else {
            return self.unknown(node);
        };
        let target = self.pattern(left);
        let operand = self.expr(right);
        let operator = self.operator(node);
        let current = self.simple_copy(target);
        let value = match (current, operator) {
            (Some(current), "+=") => ExprKind::Concat(Box::new([current, operand])),
            (Some(current), "||=" | "??=") => ExprKind::Or(current, operand),
            (Some(current), "&&=") => ExprKind::And(current, operand),
            (current, _) => ExprKind::Arithmetic {
                op: Symbol::new(operator.trim_end_matches('=')),
                operands: current.into_iter().chain([operand]).collect(),
            },
        };
        let value = self.out.expr_at(value, node);
        self.out.expr_at(ExprKind::Assign { target, value }, node)
    }

    /// The same place once more, as a value. Only for a name or its member: copying what nests would grow without bound.
    fn simple_copy(&mut self, place: ExprId) -> Option<ExprId> {
        let expr = self.out.get(place).clone();
        let kind = match expr.kind {
            ExprKind::Name(name) => ExprKind::Name(name),
            ExprKind::Attribute {
                base,
                name,
                name_span,
            } => {
                let base_expr = self.out.get(base).clone();
                let ExprKind::Name(_) = base_expr.kind else {
                    return None;
                };
                let base = self.out.expr(base_expr.kind, base_expr.span);
                ExprKind::Attribute {
                    base,
                    name,
                    name_span,
                }
            }
            _ => return None,
        };
        Some(self.out.expr(kind, expr.span))
    }

    fn awaited(&mut self, node: Node<'a>) -> ExprId {
        let Some(inner) = self.inner(node) else {
            return self.out.unknown(node);
        };
        let value = self.expr(inner);
        let kind = match self.out.get(value).kind {
            ExprKind::Module(module) => ExprKind::Module(module),
            _ => ExprKind::Await(value),
        };
        self.out.expr_at(kind, node)
    }

    fn yielded(&mut self, node: Node<'a>) -> ExprId {
        let value = self.inner(node).map(|inner| self.expr(inner));
        let kind = match value {
            Some(value) if self.has_token(node, "*") => {
                ExprKind::Yield(Some(self.out.expr_at(ExprKind::Spread(value), node)))
            }
            value => ExprKind::Yield(value),
        };
        self.out.expr_at(kind, node)
    }

    fn spread(&mut self, node: Node<'a>) -> ExprId {
        match self.inner(node) {
            Some(inner) => {
                let inner = self.expr(inner);
                self.out.expr_at(ExprKind::Spread(inner), node)
            }
            None => self.out.unknown(node),
        }
    }

    fn object(&mut self, node: Node<'a>) -> ExprId {
        let nodes = self.children(node);
        let mut entries = Vec::with_capacity(nodes.len());
        for child in nodes {
            let (key, value) = match self.kind(child) {
                Kind::Identifier => (Some(self.key(child)), self.identifier(child)),
                Kind::Pair => {
                    let key = self.field(child, Field::Key).map(|key| self.key(key));
                    let value = match self.field(child, Field::Value) {
                        Some(value) => self.expr(value),
                        None => self.out.unknown(child),
                    };
                    (key, value)
                }
                Kind::MethodDefinition => {
                    let key = self.field(child, Field::Name).map(|key| self.key(key));
                    (key, self.function(child))
                }
                _ => (None, self.expr(child)),
            };
            entries.push(Entry {
                key,
                value,
                span: self.out.span(child),
            });
        }
        self.collection(CollectionKind::Dict, entries, node)
    }

    /// `x!`.
    fn non_null(&mut self, node: Node<'a>) -> ExprId {
        let Some(inner) = self.inner(node) else {
            return self.out.unknown(node);
        };
        let value = self.expr(inner);
        self.out.expr_at(ExprKind::Cast { value, to: None }, node)
    }

    fn cast(&mut self, node: Node<'a>) -> ExprId {
        let mut children = self.children(node).into_iter();
        let Some(value) = children.next() else {
            return self.out.unknown(node);
        };
        let value = self.expr(value);
        let to = children.next().map(|ty| self.ty(ty));
        self.out.expr_at(ExprKind::Cast { value, to }, node)
    }

    /// `<T>x`.
    fn type_assertion(&mut self, node: Node<'a>) -> ExprId {
        let children = self.children(node);
        let [types, value] = children.as_slice() else {
            return self.unknown(node);
        };
        let value = self.expr(*value);
        let to = self.inner(*types).map(|ty| self.ty(ty));
        self.out.expr_at(ExprKind::Cast { value, to }, node)
    }

    /// `a, b` is unknown over its parts; `(0, f)`, which compilers write to drop `this`, is `f`.
    fn sequence(&mut self, node: Node<'a>) -> ExprId {
        let children = self.children(node);
        if let [first, last] = children.as_slice()
            && self.kind(*first) == Kind::Number
        {
            return self.expr(*last);
        }
        self.unknown(node)
    }

    fn element(&mut self, node: Node<'a>) -> ExprId {
        let open = self.field(node, Field::OpenTag).unwrap_or(node);
        let tag = self
            .field(open, Field::Name)
            .map_or("", |name| self.out.text(name));
        let tag = Symbol::new(tag);
        let mut attributes = Vec::new();
        for child in self.children(open) {
            match self.kind(child) {
                Kind::JsxAttribute => attributes.push(self.attribute(child)),
                Kind::JsxExpression
                    if open == node || self.kind(open) == Kind::JsxOpeningElement =>
                {
                    if let Some(inner) = self.inner(child) {
                        let arg = self.arg(inner);
                        let span = self.out.span(child);
                        attributes.push(Arg { span, ..arg });
                    }
                }
                _ => {}
            }
        }
        let mut children = Vec::new();
        if open != node {
            for child in self.children(node) {
                match self.kind(child) {
                    Kind::JsxText | Kind::JsxOpeningElement | Kind::JsxClosingElement => {}
                    Kind::JsxExpression => {
                        if let Some(inner) = self.inner(child) {
                            children.push(self.expr(inner));
                        }
                    }
                    _ => children.push(self.expr(child)),
                }
            }
        }
        let kind = ExprKind::Element {
            tag,
            attributes: attributes.into(),
            children: children.into(),
        };
        self.out.expr_at(kind, node)
    }

    /// `name`, `name="text"`, `name={value}`, `name=<Element/>`.
    fn attribute(&mut self, node: Node<'a>) -> Arg {
        let mut children = self.children(node).into_iter();
        let name = children.next().map_or("", |name| self.out.text(name));
        let name = ArgName::Keyword(Symbol::new(name));
        let value = match children.next() {
            None => self.literal(Literal::Bool(true), node),
            Some(text) if self.kind(text) == Kind::String => {
                let content = content_range(text);
                let literal = StringLiteral {
                    value: Box::from(self.out.slice(content.clone())),
                    content: self.out.range(content.start, content.end),
                };
                self.literal(Literal::String(literal), text)
            }
            Some(value) => self.expr(value),
        };
        Arg {
            name,
            value,
            span: self.out.span(node),
        }
    }
}
