//! Calls through interfaces: which methods of the program they may reach.

use std::cell::RefCell;
use std::sync::Arc;

use tripline_ir::{BodyKey, Call, ExprId, Method, Span, Symbol};
use tripline_syntax::Language;

use super::{Context, Interpreter};
use crate::interfaces::having;
use crate::observer::Argument;
use crate::{FunctionRef, Value};

/// Most methods that one call may reach. Of an interface that more types implement, none is taken: what it stands for says
/// nothing about any of them.
const MAX_IMPLEMENTATIONS: usize = 8;

impl Context<'_> {
    /// Whether a name is that of an interface of the program.
    pub(super) fn is_interface(&self, name: Symbol) -> bool {
        let interfaces = &self.items.interfaces;
        let elsewhere = || {
            self.others
                .class(name)
                .is_some_and(|class| class.is_interface)
        };
        interfaces.iter().any(|known| known.name == name) || elsewhere()
    }
}

impl<'a> Interpreter<'a, '_> {
    /// The methods that a call of a method of a type may reach, where the type is an interface of the program, or of Go embeds
    /// one.
    pub(super) fn implementations(&mut self, ty: Symbol, method: Symbol) -> Arc<[BodyKey]> {
        if let Some(known) = self.implementations.get(&(ty, method)) {
            return Arc::clone(known);
        }
        let mut found: Vec<BodyKey> = Vec::new();
        for interface in self.interfaces_of(ty) {
            let own = self.implementations_here(interface, method);
            let elsewhere = self.context.others.implementations(interface, method);
            for key in own.into_iter().chain(elsewhere.iter().copied()) {
                if !found.contains(&key) {
                    found.push(key);
                }
            }
        }
        if found.len() > MAX_IMPLEMENTATIONS {
            self.bound("implementations");
            found.clear();
        }
        let found: Arc<[BodyKey]> = found.into();
        let key = (ty, method);
        self.implementations.insert(key, Arc::clone(&found));
        found
    }

    /// The method that a call of a method of a type reaches, where one alone does what the interface says.
    pub(super) fn sole_implementation(
        &mut self,
        ty: Symbol,
        method: Symbol,
    ) -> Option<FunctionRef> {
        match *self.implementations(ty, method) {
            [only] => Some(FunctionRef::Body(only)),
            _ => None,
        }
    }

    /// The interfaces that say which methods a value of a type has.
    fn interfaces_of(&self, ty: Symbol) -> Vec<Symbol> {
        if self.context.language != Language::Go && !self.context.is_interface(ty) {
            return Vec::new();
        }
        let found = RefCell::new(Vec::new());
        self.in_ancestry(ty, |class| {
            if self.context.is_interface(class) {
                found.borrow_mut().push(class);
            }
            None::<()>
        });
        found.into_inner()
    }

    /// The methods of this file that do what an interface says.
    fn implementations_here(&self, interface: Symbol, method: Symbol) -> Vec<BodyKey> {
        let items = self.context.items;
        if self.context.language == Language::Go {
            return match self.asked(interface) {
                Some(asked) => having(&[(None, items)], &asked, method),
                None => Vec::new(),
            };
        }
        let named = items.implementing_named(self.context.language, method);
        let named = named.iter();
        let own = named.filter(|known| known.interface == Some(interface));
        own.map(|known| known.body).collect()
    }

    /// The methods that an interface of this file asks for; `None` if other files say some of them.
    fn asked(&self, interface: Symbol) -> Option<Vec<Method>> {
        let items = self.context.items;
        let mut open = vec![interface];
        let mut next = 0;
        let mut asked = Vec::new();
        while let Some(name) = open.get(next).copied() {
            let declared = items.interfaces.iter().find(|known| known.name == name)?;
            asked.extend_from_slice(&declared.methods);
            for base in &declared.bases {
                if !open.contains(base) {
                    open.push(*base);
                }
            }
            next += 1;
        }
        Some(asked)
    }

    /// Whether one of several methods lets what it is passed do harm.
    pub(super) fn do_harm(&self, implementations: &[BodyKey]) -> bool {
        implementations.iter().any(|key| {
            let summary = (self.context.summary)(*key);
            summary.is_some_and(|summary| !summary.sinks.is_empty())
        })
    }

    /// A call that reaches one of several methods.
    pub(super) fn call_any(
        &mut self,
        expr: ExprId,
        implementations: &[BodyKey],
        call: &'a Call,
        args: &[Argument],
        span: Span,
    ) -> Value {
        let mut branches = Vec::new();
        let mut result: Option<Value> = None;
        for key in implementations {
            self.environment.push();
            let (value, _) = self.call_function(expr, *key, call, args, span, None);
            branches.push(self.environment.pop());
            result = Some(result.map_or_else(|| value.clone(), |known| known.join(&value)));
        }
        self.environment.merge(branches);
        result.unwrap_or_default()
    }
}
