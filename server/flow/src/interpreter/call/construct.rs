//! Instances of classes of the program.

use std::sync::Arc;

use tripline_ir::{ArgName, BodyKey, Call, ExprId, Span, Symbol};
use tripline_syntax::Language;

use super::Target;
use super::caller::Caller;
use super::function::argument_of;
use crate::interpreter::Interpreter;
use crate::observer::Argument;
use crate::{Admits, Fields, FunctionRef, Value};

impl<'a> Interpreter<'a, '_> {
    /// Whether a call makes an instance of a class of the program by a function that is not written: `Report::default()`.
    pub(super) fn is_derived_constructor(&mut self, call: &Call, target: &Target) -> bool {
        self.is_rust()
            && target.name.is_some_and(|name| name.as_str() == "default")
            && self.is_type_path(call.callee)
    }

    /// An instance of a class of the program.
    pub(super) fn construct(
        &mut self,
        expr: ExprId,
        class: Option<Symbol>,
        call: &'a Call,
        args: &[Argument],
        span: Span,
    ) -> Value {
        let Some(class) = class else {
            return Value::default();
        };
        let mut instance = Value {
            ty: Some(class),
            fields: self.members(class),
            ..Value::default()
        };
        let mut is_written = false;
        for name in ["__init__", "constructor"] {
            let Some(FunctionRef::Body(key)) = self.method(class, Symbol::new(name)) else {
                continue;
            };
            is_written = true;
            if let Some(fields) = self.constructed(class, key, args, span) {
                instance.fields = Some(fields);
            }
            let made = Some(instance.clone());
            let (_, made) = self.call_function(expr, key, call, args, span, made);
            instance = made.unwrap_or(instance);
        }
        if self.is_rust() {
            return with_parts(instance, args);
        }
        if is_written {
            return instance;
        }
        let is_own = self
            .context
            .items
            .classes
            .iter()
            .any(|known| known.name == class);
        if self.context.language == Language::Python
            && (is_own || !self.declared_fields(class).is_empty())
        {
            return self.with_declared(instance, class, args);
        }
        // One without declared members, but for constants, holds nothing: an enumeration raises for what is none of its values.
        let is_declared = |fields: &Arc<Fields>| {
            fields
                .values()
                .any(|member| member.content.constant().is_none())
        };
        if instance.fields.as_ref().is_some_and(is_declared) {
            return with_named(instance, args);
        }
        instance
    }

    /// The members that a constructor assigns, for what it is given.
    fn constructed(
        &mut self,
        class: Symbol,
        key: BodyKey,
        args: &[Argument],
        span: Span,
    ) -> Option<Arc<Fields>> {
        let known = self.constructed_members(class)?;
        let declaration = self.declaration(key)?;
        let params = &declaration.params;
        let first = params.first().copied().flatten();
        let skip = u32::from(first.is_some_and(|first| self.is_receiver_name(first)));
        let argument = |parameter: u32| {
            let arg = argument_of(args, params, skip, None, parameter)?;
            Some(arg.value)
        };
        let caller = Caller {
            context: self.context,
            receiver: None,
            argument: &argument,
            body: self.body.key,
            span,
        };
        let mut fields = Fields::clone(&known);
        for member in fields.values_mut() {
            *member = caller.instantiated(member);
        }
        Some(fields.bounded())
    }

    /// An instance of a class whose constructor is made of its declared fields: `@dataclass`, `NamedTuple`.
    fn with_declared(&self, mut instance: Value, class: Symbol, args: &[Argument]) -> Value {
        let declared = self.declared_fields(class);
        let is_checked = self.class_admits(class, Admits::Members);
        let mut fields = instance.fields.as_deref().cloned().unwrap_or_default();
        for (position, arg) in args.iter().enumerate() {
            let name = match arg.name {
                ArgName::Keyword(name) => Some(name),
                ArgName::Positional => declared.get(position).copied(),
                ArgName::Spread | ArgName::KeywordSpread => None,
            };
            match name {
                Some(name) if is_checked => {
                    let admitted = fields.get(&name).cloned().unwrap_or_default();
                    let is_described =
                        admitted.content.is_fixed() || self.has_scalar_type(&admitted);
                    let value = if is_described {
                        admitted
                    } else {
                        arg.value.clone()
                    };
                    fields.set(&name, value);
                }
                Some(name) => fields.set(&name, arg.value.clone()),
                None => instance.taint = instance.taint.union(&arg.value.taint),
            }
        }
        instance.fields = Some(fields.bounded());
        instance
    }
}

/// A tuple struct or variant of these values.
fn with_parts(mut instance: Value, args: &[Argument]) -> Value {
    let mut fields = instance.fields.as_deref().cloned().unwrap_or_default();
    for (position, arg) in args.iter().enumerate() {
        fields.set(&position.to_string(), arg.value.clone());
        instance.taint = instance.taint.union(&arg.value.taint);
    }
    instance.fields = Some(fields.bounded());
    instance
}

/// An instance whose constructor nobody has written, of these values: of a data class.
fn with_named(mut instance: Value, args: &[Argument]) -> Value {
    if args.is_empty() {
        return instance;
    }
    let mut fields = instance.fields.as_deref().cloned().unwrap_or_default();
    for arg in args {
        if let ArgName::Keyword(name) = arg.name {
            fields.set(&name, arg.value.clone());
        }
        instance.taint = instance.taint.union(&arg.value.taint);
    }
    instance.fields = Some(fields.bounded());
    instance
}
