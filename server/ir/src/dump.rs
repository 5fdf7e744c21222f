//! Bodies and files as text that people read, for tests and for debugging.
//!
//! A statement is one line, its blocks are indented below it. Expressions are S-expressions in which names, members
//! and subscripts look as in the source: `(call db.execute "select" x[0] key=(tuple a b) *rest)`.

use std::fmt::Write;

use crate::{
    Arg, ArgName, AssignOp, Body, BodyKind, CallForm, Closure, CollectionKind, CompareOp,
    Declaration, Entry, Export, ExprId, ExprKind, FileIr, Import, ImportKind, Literal, Param,
    ParamKind, Part, Stmt, StmtId, StmtKind, TemplateForm,
};

/// What a file declares, and its bodies.
pub fn file(file: &FileIr) -> String {
    let mut out = String::new();
    if let Some(package) = file.items.package {
        let _ = writeln!(out, "package {package}");
    }
    for import in &file.items.imports {
        let _ = writeln!(out, "{}", import_line(import));
    }
    for export in &file.items.exports {
        let _ = writeln!(out, "{}", export_line(export));
    }
    for class in &file.items.classes {
        let _ = write!(out, "class {}", class.name);
        for base in &class.bases {
            let _ = write!(out, " <{base}>");
        }
        for (name, ty) in &class.fields {
            let _ = write!(out, " {name}: {ty}");
        }
        out.push('\n');
    }
    for function in &file.items.functions {
        let params: Vec<_> = function
            .params
            .iter()
            .map(|name| name.map_or("_", |name| name.as_str()))
            .collect();
        let _ = writeln!(out, "function {}({})", function.key.path, params.join(", "));
    }
    for interface in &file.items.interfaces {
        let _ = write!(out, "interface {}", interface.name);
        for base in &interface.bases {
            let _ = write!(out, " <{base}>");
        }
        for method in &interface.methods {
            let _ = write!(out, " {}{}", method.name, method.signature);
        }
        out.push('\n');
    }
    for implementation in &file.items.implementations {
        if let Some(interface) = implementation.interface {
            let path = implementation.body.path;
            let _ = writeln!(out, "implements {interface} by {path}");
        }
    }
    for layout in &file.bodies {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&body(&layout.body));
    }
    out
}

/// A body.
pub fn body(body: &Body) -> String {
    let mut printer = Printer {
        body,
        out: String::new(),
        indent: 0,
    };
    printer.body();
    printer.out
}

/// An expression of a body, on one line unless it holds a closure of several statements.
pub fn expr(body: &Body, id: ExprId) -> String {
    let mut printer = Printer {
        body,
        out: String::new(),
        indent: 0,
    };
    printer.expr(id);
    printer.out
}

struct Printer<'a> {
    body: &'a Body,
    out: String,
    indent: usize,
}

impl Printer<'_> {
    fn body(&mut self) {
        let body = self.body;
        let kind = match body.kind {
            BodyKind::Module => "module",
            BodyKind::Function => "function",
            BodyKind::Method => "method",
            BodyKind::Handler => "handler",
        };
        self.out.push_str(kind);
        if body.kind != BodyKind::Module {
            let _ = write!(self.out, " {}", body.key.path);
            if body.key.ordinal > 0 {
                let _ = write!(self.out, "#{}", body.key.ordinal);
            }
            self.params(&body.params);
            if let Some(returns) = body.returns {
                self.out.push_str(" -> ");
                self.expr(returns);
            }
            if body.exported {
                self.out.push_str(" exported");
            }
            if body.is_getter {
                self.out.push_str(" getter");
            }
            self.decorators(&body.decorators);
        }
        self.out.push('\n');
        self.block(&body.root);
    }

    fn block(&mut self, block: &[StmtId]) {
        self.indent += 1;
        for &id in block {
            self.start_line();
            self.stmt(self.body.stmt(id));
            self.end_line();
        }
        self.indent -= 1;
    }

    fn start_line(&mut self) {
        for _ in 0..self.indent {
            self.out.push_str("  ");
        }
    }

    fn end_line(&mut self) {
        if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    /// A further line of a compound statement, and the block below it.
    fn clause(&mut self, head: impl FnOnce(&mut Self), block: &[StmtId]) {
        self.end_line();
        self.start_line();
        head(self);
        self.end_line();
        self.block(block);
    }

    /// The block below a statement's first line.
    fn below(&mut self, block: &[StmtId]) {
        self.end_line();
        self.block(block);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(value) => self.words("expr", &[*value]),
            StmtKind::Assign {
                targets,
                value,
                op,
                annotation,
                declaration,
            } => {
                self.out.push_str(match declaration {
                    Declaration::None => "assign",
                    Declaration::Const => "const",
                    Declaration::Variable => "let",
                    Declaration::Outer => "outer",
                });
                let op = match op {
                    AssignOp::Set => "=",
                    AssignOp::Add => "+=",
                    AssignOp::Or => "||=",
                    AssignOp::Other => "op=",
                };
                for (index, &target) in targets.iter().enumerate() {
                    if index > 0 {
                        self.out.push_str(" =");
                    }
                    self.out.push(' ');
                    self.expr(target);
                }
                if let Some(annotation) = *annotation {
                    self.out.push_str(": ");
                    self.expr(annotation);
                }
                if let Some(value) = *value {
                    let _ = write!(self.out, " {op} ");
                    self.expr(value);
                }
            }
            StmtKind::Import(import) => self.out.push_str(&import_line(import)),
            StmtKind::Return(value) => self.words("return", value.as_slice()),
            StmtKind::Raise(value) => self.words("raise", value.as_slice()),
            StmtKind::Break => self.out.push_str("break"),
            StmtKind::Continue => self.out.push_str("continue"),
            StmtKind::If { arms, otherwise } => {
                for (index, (test, block)) in arms.iter().enumerate() {
                    let word = if index == 0 { "if" } else { "elif" };
                    if index > 0 {
                        self.start_line();
                    }
                    self.words(word, &[*test]);
                    self.below(block);
                }
                if let Some(otherwise) = otherwise {
                    self.clause(|p| p.out.push_str("else"), otherwise);
                }
            }
            StmtKind::While { test, body } => {
                self.words("while", test.as_slice());
                self.below(body);
            }
            StmtKind::For {
                target,
                iter,
                body,
                keys,
            } => {
                self.words("for", target.as_slice());
                self.words(" in", &[*iter]);
                if *keys {
                    self.out.push_str(" keys");
                }
                self.below(body);
            }
            StmtKind::Switch { subject, cases } => {
                self.words("switch", &[*subject]);
                for case in cases {
                    self.clause(
                        |p| {
                            p.words("case", &case.patterns);
                            if let Some(guard) = case.guard {
                                p.words(" if", &[guard]);
                            }
                        },
                        &case.body,
                    );
                }
            }
            StmtKind::Try {
                body,
                handlers,
                otherwise,
                finally,
            } => {
                self.out.push_str("try");
                self.below(body);
                for handler in handlers {
                    self.clause(
                        |p| {
                            p.words("except", &handler.types);
                            if let Some(target) = handler.target {
                                p.words(" as", &[target]);
                            }
                        },
                        &handler.body,
                    );
                }
                if !otherwise.is_empty() {
                    self.clause(|p| p.out.push_str("else"), otherwise);
                }
                if !finally.is_empty() {
                    self.clause(|p| p.out.push_str("finally"), finally);
                }
            }
            StmtKind::With { items, body } => {
                self.out.push_str("with");
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        self.out.push(',');
                    }
                    self.words("", &[item.context]);
                    if let Some(target) = item.target {
                        self.words(" as", &[target]);
                    }
                }
                self.below(body);
            }
            StmtKind::Defer(value) => self.words("defer", &[*value]),
            StmtKind::Assert(test) => self.words("assert", &[*test]),
            StmtKind::Class {
                name,
                decorators,
                body,
            } => {
                let _ = write!(self.out, "class {name}");
                self.decorators(decorators);
                self.below(body);
            }
            StmtKind::Define { name, decorators } => {
                let _ = write!(self.out, "define {name}");
                self.decorators(decorators);
            }
            StmtKind::Pass => self.out.push_str("pass"),
            StmtKind::Block(block) => {
                self.out.push_str("block");
                self.below(block);
            }
            StmtKind::Unknown(parts) => self.words("unknown", parts),
        }
    }

    /// A word, and expressions after it.
    fn words(&mut self, word: &str, exprs: &[ExprId]) {
        self.out.push_str(word);
        for &expr in exprs {
            self.out.push(' ');
            self.expr(expr);
        }
    }

    /// `(head a b)`.
    fn list(&mut self, head: &str, exprs: &[ExprId]) {
        self.out.push('(');
        self.words(head, exprs);
        self.out.push(')');
    }

    fn decorators(&mut self, decorators: &[ExprId]) {
        for &decorator in decorators {
            self.out.push_str(" @");
            self.expr(decorator);
        }
    }

    fn params(&mut self, params: &[Param]) {
        self.out.push('(');
        for (index, param) in params.iter().enumerate() {
            if index > 0 {
                self.out.push_str(", ");
            }
            for &decorator in &param.decorators {
                self.out.push('@');
                self.expr(decorator);
                self.out.push(' ');
            }
            self.out.push_str(match param.kind {
                ParamKind::Receiver => "receiver ",
                ParamKind::Normal => "",
                ParamKind::KeywordOnly => "keyword ",
                ParamKind::Rest => "*",
                ParamKind::KeywordRest => "**",
            });
            self.expr(param.pattern);
            if let Some(annotation) = param.annotation {
                self.out.push_str(": ");
                self.expr(annotation);
            }
            if let Some(default) = param.default {
                self.out.push_str(" = ");
                self.expr(default);
            }
        }
        self.out.push(')');
    }

    fn args(&mut self, args: &[Arg]) {
        for arg in args {
            self.out.push(' ');
            match arg.name {
                ArgName::Positional => {}
                ArgName::Keyword(name) => {
                    let _ = write!(self.out, "{name}=");
                }
                ArgName::Spread => self.out.push('*'),
                ArgName::KeywordSpread => self.out.push_str("**"),
            }
            self.expr(arg.value);
        }
    }

    fn entries(&mut self, entries: &[Entry]) {
        for entry in entries {
            self.out.push(' ');
            if let Some(key) = entry.key {
                self.expr(key);
                self.out.push_str(": ");
            }
            self.expr(entry.value);
        }
    }

    fn closure(&mut self, closure: &Closure) {
        self.out.push_str("(closure ");
        if let Some(name) = closure.name {
            self.out.push_str(&name);
        }
        self.params(&closure.params);
        self.decorators(&closure.decorators);
        if let [only] = *closure.body
            && let StmtKind::Return(Some(value)) = self.body.stmt(only).kind
        {
            self.words(" =>", &[value]);
        } else {
            self.below(&closure.body);
            self.start_line();
        }
        self.out.push(')');
    }

    fn expr(&mut self, id: ExprId) {
        match &self.body.expr(id).kind {
            ExprKind::Unknown(parts) => self.list("unknown", parts),
            ExprKind::Name(name) => self.out.push_str(name),
            ExprKind::Module(name) => {
                let _ = write!(self.out, "(module {name})");
            }
            ExprKind::Attribute { base, name, .. } => {
                self.expr(*base);
                let _ = write!(self.out, ".{name}");
            }
            ExprKind::Index { base, index } => {
                self.expr(*base);
                self.out.push('[');
                self.expr(*index);
                self.out.push(']');
            }
            ExprKind::Call(call) => {
                self.out.push_str(match call.form {
                    CallForm::Plain | CallForm::Typed(_) => "(call ",
                    CallForm::New => "(new ",
                    CallForm::TaggedTemplate => "(tagged ",
                });
                self.expr(call.callee);
                self.args(&call.args);
                self.out.push(')');
            }
            ExprKind::Literal(literal) => self.literal(literal),
            ExprKind::Template {
                form,
                parts,
                format,
            } => {
                self.out.push_str(match form {
                    TemplateForm::FString => "(fstring",
                    TemplateForm::TemplateLiteral => "(template",
                    TemplateForm::Percent => "(percent",
                    TemplateForm::Format => "(format",
                    TemplateForm::Sprintf => "(sprintf",
                    TemplateForm::FormatMacro => "(format!",
                });
                for part in parts {
                    self.part(part);
                }
                if let Some(format) = *format {
                    self.words(" of", &[format]);
                }
                self.out.push(')');
            }
            ExprKind::Concat(operands) => self.list("concat", operands),
            ExprKind::Collection(collection) => {
                self.out.push_str(match collection.kind {
                    CollectionKind::List => "(list",
                    CollectionKind::Tuple => "(tuple",
                    CollectionKind::Set => "(set",
                    CollectionKind::Dict => "(dict",
                    CollectionKind::Struct => "(struct",
                });
                if let Some(ty) = collection.ty {
                    self.out.push('<');
                    self.expr(ty);
                    self.out.push('>');
                }
                self.entries(&collection.entries);
                self.out.push(')');
            }
            ExprKind::Closure(closure) => self.closure(closure),
            ExprKind::Conditional {
                test,
                then,
                otherwise,
            } => self.list("if", &[*test, *then, *otherwise]),
            ExprKind::And(left, right) => self.list("and", &[*left, *right]),
            ExprKind::Or(left, right) => self.list("or", &[*left, *right]),
            ExprKind::Not(value) => self.list("not", &[*value]),
            ExprKind::Compare { op, left, right } => {
                let op = match op {
                    CompareOp::Eq => "==",
                    CompareOp::NotEq => "!=",
                    CompareOp::In => "in",
                    CompareOp::NotIn => "not-in",
                    CompareOp::Is => "is",
                    CompareOp::IsNot => "is-not",
                    CompareOp::Less => "<",
                    CompareOp::LessEq => "<=",
                    CompareOp::Greater => ">",
                    CompareOp::GreaterEq => ">=",
                    CompareOp::Other => "compare",
                };
                self.list(op, &[*left, *right]);
            }
            ExprKind::Arithmetic { op, operands } => self.list(op, operands),
            ExprKind::Await(value) => self.list("await", &[*value]),
            ExprKind::Yield(value) => self.list("yield", value.as_slice()),
            ExprKind::Comprehension {
                loops,
                conditions,
                element,
                ..
            } => {
                self.out.push('(');
                self.words("comprehension", &[*element]);
                for (target, iter) in loops {
                    self.words(" for", &[*target]);
                    self.words(" in", &[*iter]);
                }
                for condition in conditions {
                    self.words(" if", &[*condition]);
                }
                self.out.push(')');
            }
            ExprKind::Assign { target, value } => self.list(":=", &[*target, *value]),
            ExprKind::Spread(value) => self.list("spread", &[*value]),
            ExprKind::Rest(start) => self.list("rest", &[*start]),
            ExprKind::Default { pattern, default } => self.list("default", &[*pattern, *default]),
            ExprKind::Cast { value, to } => {
                self.out.push('(');
                self.words("cast", &[*value]);
                self.words("", to.as_slice());
                self.out.push(')');
            }
            ExprKind::Reference(value) => self.list("reference", &[*value]),
            ExprKind::Element {
                tag,
                attributes,
                children,
            } => {
                let _ = write!(self.out, "(element {tag}");
                self.args(attributes);
                if !children.is_empty() {
                    self.words(" |", children);
                }
                self.out.push(')');
            }
        }
    }

    fn literal(&mut self, literal: &Literal) {
        let _ = match literal {
            Literal::String(string) => write!(self.out, "{:?}", string.value),
            Literal::Bytes(string) => write!(self.out, "b{:?}", string.value),
            Literal::Number(number) => write!(self.out, "{number}"),
            Literal::Bool(value) => write!(self.out, "{value}"),
            Literal::Null => write!(self.out, "null"),
            Literal::Regex(pattern) => write!(self.out, "/{pattern}/"),
        };
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Text { value, .. } => {
                let _ = write!(self.out, " {value:?}");
            }
            Part::Hole { value, spec, .. } => {
                self.out.push_str(" {");
                self.expr(*value);
                if !spec.is_empty() {
                    let _ = write!(self.out, " {spec:?}");
                }
                self.out.push('}');
            }
        }
    }
}

fn import_line(import: &Import) -> String {
    let kind = match import.kind {
        ImportKind::Module => "module",
        ImportKind::Name => "name",
        ImportKind::Wildcard => "wildcard",
        ImportKind::SideEffect => "side effect",
        ImportKind::Type => "type",
    };
    let local = import.local.map_or("_", |local| local.as_str());
    format!(
        "import {local} = {} from {} ({kind})",
        import.target, import.module
    )
}

fn export_line(export: &Export) -> String {
    let of = export.of.map_or("_", |of| of.as_str());
    let mut line = match export.name {
        Some(name) => format!("export {name} = {of}"),
        None => "export *".to_owned(),
    };
    if let Some(module) = export.module {
        let _ = write!(line, " from {module}");
    }
    line
}
