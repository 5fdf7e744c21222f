//! Built strings.

use std::sync::Arc;

use tripline_ir::{ExprId, ExprKind, Implementation, Literal, Part, Span, Symbol};

use super::Interpreter;
use crate::{Content, Piece, Shape, Taint, Value};

impl Interpreter<'_, '_> {
    /// The value of a template.
    pub(super) fn template(
        &mut self,
        expr: ExprId,
        parts: &[Part],
        format: Option<ExprId>,
    ) -> Value {
        let key = self.body.key;
        let mut built = BuiltText::default();
        for part in parts {
            match part {
                Part::Text { value, span } => {
                    built.text(Arc::from(&**value), (key, format.unwrap_or(expr)), *span);
                }
                Part::Hole {
                    value: hole,
                    span,
                    spec,
                } => {
                    let value = self.eval(*hole);
                    let value = self.as_text(&value, Some(spec), self.body.expr(*hole).span);
                    let spliced = spec.is_empty() || &**spec == "s" || &**spec == "v";
                    let inner = value
                        .shape
                        .clone()
                        .filter(|shape| spliced && shape.has_hole() && !shape.built_at.is_empty());
                    let numeric = matches!(
                        spec.trim_start_matches(['+', '-', '0', ' ', '#'])
                            .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.'),
                        "d" | "f" | "x" | "X" | "t" | "g" | "e" | "c" | "b" | "o" | "i" | "u"
                    ) || spec.ends_with(['d', 'f']) && spec.starts_with(':');
                    let mut value = value;
                    if numeric {
                        value = Value {
                            ty: value.ty,
                            ..Value::scalar()
                        };
                    }
                    value.taint = self.via(value.taint, self.body.expr(*hole).span);
                    match inner {
                        Some(shape) if !numeric => built.shape(&value, &shape),
                        _ => {
                            built.hole((key, *hole), (key, expr), *span, Arc::from(&**spec), value);
                        }
                    }
                }
            }
        }
        built.finish((key, expr))
    }

    /// Rust: what a format makes of a value of a type of the program that says itself how it is displayed. One whose `fmt`
    /// hands the formatter on is as its value is.
    pub(super) fn displayed(&self, value: &Value, span: Span) -> Value {
        let Some(ty) = value.ty.filter(|_| self.is_rust()) else {
            return value.clone();
        };
        let is_display = |known: &&Implementation| {
            let interface = known
                .interface
                .and_then(|name| name.as_str().rsplit('.').next());
            known.class == ty && interface == Some("Display") && &*known.method.name == "fmt"
        };
        let implementations = &self.context.items.implementations;
        let own = implementations.iter().find(is_display);
        let body = own.map(|known| known.body).or_else(|| {
            let elsewhere = self.context.others.class(ty)?;
            elsewhere.method(Symbol::new("fmt"))
        });
        let written = body.and_then(|body| self.written_by(body, value, span));
        written.unwrap_or_else(|| value.clone())
    }

    /// The value of `a + b + c`.
    pub(super) fn concat(&mut self, expr: ExprId, operands: &[ExprId]) -> Value {
        let mut built = BuiltText::default();
        let mut textual = false;
        // No other language makes a text of a number there.
        let adds_number = operands.iter().any(|operand| self.is_number(*operand));
        if adds_number && !self.context.language.is_ecmascript() {
            for &operand in operands {
                self.eval(operand);
            }
            return Value::scalar();
        }
        for &operand in operands {
            let value = self.eval(operand);
            let value = self.in_concat(&value, operand);
            textual |= matches!(value.content.constant(), Some(crate::Constant::String(_)))
                || value.shape.is_some()
                || value.content == Content::Literal;
            self.operand(&mut built, operand, value);
        }
        if !textual {
            built.pieces.clear();
        }
        built.finish((self.body.key, expr))
    }

    fn is_number(&self, expr: ExprId) -> bool {
        matches!(
            self.body.expr(expr).kind,
            ExprKind::Literal(Literal::Number(_))
        )
    }

    /// An operand of `+`: JavaScript makes texts of objects there.
    fn in_concat(&self, value: &Value, operand: ExprId) -> Value {
        if self.context.language.is_ecmascript() {
            return self.as_text(value, None, self.body.expr(operand).span);
        }
        value.clone()
    }

    /// The value of `target += operand`.
    pub(super) fn appended(&mut self, before: &Value, target: ExprId, operand: ExprId) -> Value {
        let key = self.body.key;
        let value = self.eval(operand);
        let mut built = BuiltText::default();
        let textual = before.shape.is_some()
            || value.shape.is_some()
            || [before, &value]
                .iter()
                .any(|value| matches!(value.content.constant(), Some(crate::Constant::String(_))));
        if let Some(shape) = before.shape.clone() {
            built.shape(before, &shape);
            built.built_at.clone_from(&shape.built_at);
            built.editable &= !shape.built_at.is_empty();
        } else {
            let span = self.body.expr(target).span;
            built.hole(
                (key, target),
                (key, target),
                span,
                Arc::from(""),
                before.clone(),
            );
            built.editable = false;
        }
        self.operand(&mut built, operand, value);
        if !textual {
            built.pieces.clear();
        }
        built.finish((key, operand))
    }

    /// A text with others appended, which no edit of one expression can change.
    pub(super) fn extended(
        &self,
        before: &Value,
        at: ExprId,
        operands: Vec<(ExprId, Value)>,
    ) -> Value {
        let key = self.body.key;
        let mut built = BuiltText {
            editable: false,
            ..BuiltText::default()
        };
        match (&before.shape, before.content.string()) {
            (Some(shape), _) => built.shape(before, shape),
            (None, Some(text)) => {
                built.text(Arc::from(text), (key, at), self.body.expr(at).span);
            }
            (None, None) => built.taint = before.taint.clone(),
        }
        for (operand, mut value) in operands {
            let span = self.body.expr(operand).span;
            if let Some(shape) = value.shape.clone() {
                built.shape(&value, &shape);
            } else if let Some(text) = value.content.string() {
                built.text(Arc::from(text), (key, operand), span);
            } else {
                value.taint = value.taint.via(key, span);
                built.hole((key, operand), (key, at), span, Arc::from(""), value);
            }
        }
        Value {
            ty: before.ty,
            ..built.finish((key, at))
        }
    }

    fn operand(&mut self, built: &mut BuiltText, operand: ExprId, mut value: Value) {
        let key = self.body.key;
        let expr = self.body.expr(operand);
        if let ExprKind::Literal(Literal::String(literal)) = &expr.kind {
            built.text(Arc::from(&*literal.value), (key, operand), literal.content);
            return;
        }
        value.taint = self.via(value.taint, expr.span);
        match value.shape.clone().filter(|shape| shape.has_hole()) {
            Some(shape) => built.shape(&value, &shape),
            None => built.hole(
                (key, operand),
                (key, operand),
                expr.span,
                Arc::from(""),
                value,
            ),
        }
    }

    /// The shape of a string literal that is used as a whole text, so that text appended to it can be traced.
    pub(super) fn literal_shape(&self, expr: ExprId) -> Option<Arc<Shape>> {
        let ExprKind::Literal(Literal::String(literal)) = &self.body.expr(expr).kind else {
            return None;
        };
        let literal_at = (self.body.key, expr);
        let text = Piece::Text {
            text: Arc::from(&*literal.value),
            literal: literal_at,
            span: literal.content,
        };
        Some(Arc::new(Shape {
            pieces: vec![text],
            built_at: vec![literal_at],
        }))
    }
}

struct BuiltText {
    pieces: Vec<Piece>,
    content: Option<Content>,
    taint: Taint,
    built_at: Vec<(tripline_ir::BodyKey, ExprId)>,
    editable: bool,
}

impl Default for BuiltText {
    fn default() -> Self {
        BuiltText {
            pieces: Vec::new(),
            content: None,
            taint: Taint::default(),
            built_at: Vec::new(),
            editable: true,
        }
    }
}

impl BuiltText {
    fn text(
        &mut self,
        text: Arc<str>,
        literal: (tripline_ir::BodyKey, ExprId),
        span: tripline_ir::Span,
    ) {
        let constant = Content::Exact(smallvec::smallvec![crate::Constant::String(Arc::clone(
            &text
        ))]);
        self.append(&constant);
        self.pieces.push(Piece::Text {
            text,
            literal,
            span,
        });
    }

    fn hole(
        &mut self,
        expr: (tripline_ir::BodyKey, ExprId),
        within: (tripline_ir::BodyKey, ExprId),
        span: tripline_ir::Span,
        spec: Arc<str>,
        value: Value,
    ) {
        self.append(&value.content);
        self.taint = self.taint.union(&value.taint);
        self.pieces.push(Piece::Hole {
            expr,
            within,
            span,
            spec,
            value: Box::new(value),
        });
    }

    fn shape(&mut self, value: &Value, shape: &Shape) {
        self.append(&value.content);
        self.taint = self.taint.union(&value.taint);
        self.pieces.extend(shape.pieces.iter().cloned());
        self.editable &= !shape.built_at.is_empty();
        for place in &shape.built_at {
            if !self.built_at.contains(place) {
                self.built_at.push(*place);
            }
        }
    }

    fn append(&mut self, content: &Content) {
        self.content = Some(match &self.content {
            Some(before) => before.concat(content),
            None => content.clone(),
        });
    }

    fn finish(mut self, at: (tripline_ir::BodyKey, ExprId)) -> Value {
        if self.editable {
            self.built_at.push(at);
        } else {
            self.built_at.clear();
        }
        let shape =
            (!self.pieces.is_empty() && self.pieces.len() <= Shape::MAX_PIECES).then(|| {
                Arc::new(Shape {
                    pieces: self.pieces,
                    built_at: self.built_at,
                })
            });
        Value {
            content: self.content.unwrap_or_default(),
            shape,
            taint: self.taint,
            ..Value::default()
        }
    }
}
