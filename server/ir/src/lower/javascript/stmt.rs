//! Statements.

use tree_sitter::Node;

use super::grammar::{Field, Kind};
use super::module::imports;
use super::ty::is_of_value;
use super::{Lowering, Nodes};
use crate::{
    AssignOp, Block, Case, Declaration, ExprId, ExprKind, Handler, Literal, StmtId, StmtKind,
    Symbol, WithItem,
};

impl<'a> Lowering<'_, 'a> {
    /// The top level of a module, with an anchor at each statement.
    pub(super) fn module(&mut self, statements: &[Node<'a>]) -> Vec<StmtId> {
        let mut root = Vec::with_capacity(statements.len());
        let mut lowered = Vec::new();
        for &node in statements {
            self.out.anchor(node.start_byte());
            self.statement(node, &mut lowered);
            root.append(&mut self.defines);
            root.append(&mut lowered);
        }
        root
    }

    /// The statements of a block. Function declarations come first, because they are hoisted.
    pub(super) fn statements(&mut self, block: Node<'a>, into: &mut Vec<StmtId>) {
        let mut nodes = self.children(block);
        if !self.cuts.is_empty()
            && let Some(&end) = self.cuts.get(&block.id())
        {
            nodes.retain(|node| node.start_byte() < end);
        }
        self.statements_of(&nodes, into);
    }

    fn statements_of(&mut self, nodes: &[Node<'a>], into: &mut Vec<StmtId>) {
        for &node in nodes {
            if self.kind(node) == Kind::FunctionDeclaration {
                self.statement(node, into);
            }
        }
        for &node in nodes {
            if self.kind(node) != Kind::FunctionDeclaration {
                self.statement(node, into);
            }
        }
    }

    /// Lowers a statement, which may become several or none.
    pub(super) fn statement(&mut self, node: Node<'a>, into: &mut Vec<StmtId>) {
        if !self.out.enter() {
            into.push(self.out.stmt_at(StmtKind::Unknown(Box::default()), node));
            return;
        }
        self.statement_of_kind(node, into);
        self.out.leave();
    }

    fn statement_of_kind(&mut self, node: Node<'a>, into: &mut Vec<StmtId>) {
        let kind = match self.kind(node) {
            Kind::ExpressionStatement => {
                match self.inner(node) {
                    Some(expr) => self.expression_statement(expr, node, into),
                    None => into.push(self.out.stmt_at(StmtKind::Pass, node)),
                }
                return;
            }
            Kind::LexicalDeclaration | Kind::VariableDeclaration => {
                self.variables(node, node, into);
                return;
            }
            Kind::ReturnStatement => {
                let value = self
                    .inner(node)
                    .map(|value| self.last_of_sequence(value, into));
                StmtKind::Return(value)
            }
            Kind::ThrowStatement => {
                let value = self
                    .inner(node)
                    .map(|value| self.last_of_sequence(value, into));
                StmtKind::Raise(value)
            }
            Kind::IfStatement => self.branch(node),
            Kind::ForStatement => self.counted_loop(node, into),
            Kind::ForInStatement => self.for_each(node),
            Kind::WhileStatement | Kind::DoStatement => self.conditional_loop(node),
            Kind::SwitchStatement => self.switch(node),
            Kind::TryStatement => self.guarded(node),
            Kind::WithStatement => self.with(node),
            Kind::StatementBlock => StmtKind::Block(self.block(node)),
            Kind::LabeledStatement => {
                self.labeled(node, into);
                return;
            }
            Kind::BreakStatement => {
                self.breaks = true;
                StmtKind::Break
            }
            Kind::ContinueStatement => StmtKind::Continue,
            Kind::FunctionDeclaration => {
                into.push(self.function_declaration(node, node));
                return;
            }
            Kind::ClassDeclaration | Kind::AbstractClassDeclaration => {
                into.push(self.class_declaration(node, node, &[]));
                return;
            }
            Kind::ExportStatement => {
                self.export(node, into);
                return;
            }
            Kind::ImportStatement => {
                let mut found = Vec::new();
                imports(self.grammar, self.out.source(), node, |import| {
                    found.push(import);
                });
                for import in found {
                    into.push(self.out.stmt_at(StmtKind::Import(import), node));
                }
                return;
            }
            Kind::ImportAlias => self.import_alias(node),
            Kind::EnumDeclaration => {
                into.push(self.enumeration(node));
                return;
            }
            Kind::Module => self.namespace(node),
            Kind::EmptyStatement
            | Kind::DebuggerStatement
            | Kind::HashBangLine
            | Kind::AmbientDeclaration
            | Kind::FunctionSignature
            | Kind::InterfaceDeclaration => StmtKind::Pass,
            Kind::TypeAliasDeclaration => self.type_alias(node),
            Kind::Error => {
                self.broken(node, into);
                return;
            }
            kind if kind.has_value() => {
                // A fragment of broken code.
                let value = self.expr(node);
                StmtKind::Unknown(Box::new([value]))
            }
            _ => StmtKind::Unknown(self.parts(node)),
        };
        into.push(self.out.stmt_at(kind, node));
    }

    /// What is whole inside code that did not parse.
    fn broken(&mut self, node: Node<'a>, into: &mut Vec<StmtId>) {
        self.statements(node, into);
    }

    /// An expression evaluated for its effect, in the statement `whole`.
    fn expression_statement(&mut self, expr: Node<'a>, whole: Node<'a>, into: &mut Vec<StmtId>) {
        let expr = self.grammar.unparenthesized(expr);
        let kind = match self.kind(expr) {
            Kind::AssignmentExpression => self.assignment(expr),
            Kind::AugmentedAssignmentExpression => self.augmented_assignment(expr),
            Kind::SequenceExpression => {
                for part in self.children(expr) {
                    self.expression_statement(part, part, into);
                }
                return;
            }
            Kind::String => StmtKind::Pass,
            Kind::FunctionExpression if self.outlined.contains_key(&expr.id()) => {
                self.function(expr);
                return;
            }
            Kind::Module => self.namespace(expr),
            _ => StmtKind::Expr(self.expr(expr)),
        };
        into.push(self.out.stmt_at(kind, whole));
    }

    /// The last value of a sequence; the values before it become statements.
    fn last_of_sequence(&mut self, node: Node<'a>, into: &mut Vec<StmtId>) -> ExprId {
        let bare = self.grammar.unparenthesized(node);
        if self.kind(bare) != Kind::SequenceExpression {
            return self.expr(bare);
        }
        let parts = self.children(bare);
        let Some((&last, before)) = parts.split_last() else {
            return self.out.unknown(bare);
        };
        for &part in before {
            self.expression_statement(part, part, into);
        }
        self.expr(last)
    }

    /// `a = b = value`.
    fn assignment(&mut self, node: Node<'a>) -> StmtKind {
        let mut targets = Vec::new();
        let mut value = node;
        while self.kind(value) == Kind::AssignmentExpression {
            if let Some(left) = self.field(value, Field::Left) {
                targets.push(self.pattern(left));
            }
            match self.field(value, Field::Right) {
                Some(right) => value = self.grammar.unparenthesized(right),
                None => return StmtKind::Unknown(targets.into()),
            }
        }
        StmtKind::Assign {
            targets: targets.into(),
            value: Some(self.expr(value)),
            op: AssignOp::Set,
            annotation: None,
            declaration: Declaration::None,
        }
    }

    fn augmented_assignment(&mut self, node: Node<'a>) -> StmtKind {
        let parts = self
            .field(node, Field::Left)
            .zip(self.field(node, Field::Right));
        let Some((left, right)) = parts else {
            return StmtKind::Unknown(self.parts(node));
        };
        let operator = self.field(node, Field::Operator);
        let op = match operator.map_or("", |operator| self.out.text(operator)) {
            "+=" => AssignOp::Add,
            "||=" | "??=" => AssignOp::Or,
            _ => AssignOp::Other,
        };
        let target = self.pattern(left);
        let value = self.expr(right);
        StmtKind::Assign {
            targets: Box::new([target]),
            value: Some(value),
            op,
            annotation: None,
            declaration: Declaration::None,
        }
    }

    /// `const a = 1, b = f`. The only declarator of a statement has the span of `whole`.
    fn variables(&mut self, node: Node<'a>, whole: Node<'a>, into: &mut Vec<StmtId>) {
        let is_variable = self.kind(node) == Kind::VariableDeclaration
            || self
                .field(node, Field::Kind)
                .is_some_and(|kind| self.out.text(kind) == "let");
        let declaration = if is_variable {
            Declaration::Variable
        } else {
            Declaration::Const
        };
        let declarators = self.children(node);
        let is_single = declarators.len() == 1;
        for declarator in declarators {
            if self.kind(declarator) == Kind::VariableDeclarator {
                let span_of = if is_single { whole } else { declarator };
                let statement = self.variable(declarator, span_of, declaration);
                into.push(statement);
            } else {
                let parts = self.parts(declarator);
                into.push(self.out.stmt_at(StmtKind::Unknown(parts), declarator));
            }
        }
    }

    fn variable(&mut self, node: Node<'a>, whole: Node<'a>, declaration: Declaration) -> StmtId {
        let name = self.field(node, Field::Name);
        let value = self.field(node, Field::Value);
        if let Some((name, value)) = name.zip(value)
            && self.kind(name) == Kind::Identifier
        {
            let bare = self.grammar.bare(value);
            let kind = self.kind(bare);
            if kind.is_function()
                && let Some(&path) = self.outlined.get(&bare.id())
            {
                let define = self.define(path, bare, whole.start_byte(), &[]);
                self.leave_out(bare);
                return define;
            }
            if kind == Kind::Class {
                let name = Symbol::new(self.out.text(name));
                return self.class_statement(bare, name, whole.start_byte(), &[]);
            }
        }
        let target = match name {
            Some(name) => self.pattern(name),
            None => self.out.unknown(node),
        };
        let annotation = self.field(node, Field::Type).map(|ty| self.ty(ty));
        let value = value.map(|value| self.expr(value));
        let kind = StmtKind::Assign {
            targets: Box::new([target]),
            value,
            op: AssignOp::Set,
            annotation,
            declaration,
        };
        self.out.stmt_at(kind, whole)
    }

    fn function_declaration(&mut self, node: Node<'a>, whole: Node<'a>) -> StmtId {
        if let Some(&path) = self.outlined.get(&node.id()) {
            return self.define(path, node, whole.start_byte(), &[]);
        }
        let target = match self.field(node, Field::Name) {
            Some(name) => self.out.name(name),
            None => self.out.unknown(node),
        };
        let value = self.closure(node, &[]);
        let kind = StmtKind::Assign {
            targets: Box::new([target]),
            value: Some(value),
            op: AssignOp::Set,
            annotation: None,
            declaration: Declaration::Variable,
        };
        self.out.stmt_at(kind, whole)
    }

    fn class_declaration(
        &mut self,
        node: Node<'a>,
        whole: Node<'a>,
        decorators: &[Node<'a>],
    ) -> StmtId {
        let name = self
            .field(node, Field::Name)
            .map_or("", |name| self.out.text(name));
        self.class_statement(node, Symbol::new(name), whole.start_byte(), decorators)
    }

    fn export(&mut self, node: Node<'a>, into: &mut Vec<StmtId>) {
        let children = self.children(node);
        if let Some(declaration) = self.field(node, Field::Declaration) {
            let decorators: Nodes<'a> = children
                .into_iter()
                .filter(|&child| self.kind(child) == Kind::Decorator)
                .collect();
            match self.kind(declaration) {
                Kind::LexicalDeclaration | Kind::VariableDeclaration => {
                    self.variables(declaration, node, into);
                }
                Kind::FunctionDeclaration => {
                    into.push(self.function_declaration(declaration, node));
                }
                Kind::ClassDeclaration | Kind::AbstractClassDeclaration => {
                    into.push(self.class_declaration(declaration, node, &decorators));
                }
                _ => self.statement(declaration, into),
            }
            return;
        }
        let is_from_elsewhere = self.field(node, Field::Source).is_some();
        let value = self.field(node, Field::Value).or_else(|| {
            children.into_iter().find(|&child| {
                let kind = self.kind(child);
                !is_from_elsewhere && kind.has_value() && kind != Kind::Decorator
            })
        });
        let Some(value) = value else {
            into.push(self.out.stmt_at(StmtKind::Pass, node));
            return;
        };
        let bare = self.grammar.bare(value);
        match self.outlined.get(&bare.id()) {
            Some(&path) if self.kind(bare).is_function() => {
                into.push(self.define(path, bare, node.start_byte(), &[]));
            }
            Some(&name) if self.kind(bare) == Kind::Class => {
                into.push(self.class_statement(bare, name, node.start_byte(), &[]));
            }
            _ => self.expression_statement(value, node, into),
        }
    }

    /// `type Query = z.infer<typeof query>` names what a value says; other types are no values.
    fn type_alias(&mut self, node: Node<'a>) -> StmtKind {
        let parts = self
            .field(node, Field::Name)
            .zip(self.field(node, Field::Value));
        match parts.filter(|_| is_of_value(self.grammar, node)) {
            Some((name, value)) => StmtKind::Assign {
                targets: Box::new([self.out.name(name)]),
                value: Some(self.ty(value)),
                op: AssignOp::Set,
                annotation: None,
                declaration: Declaration::Const,
            },
            None => StmtKind::Pass,
        }
    }

    /// `import pool = db.pool`.
    fn import_alias(&mut self, node: Node<'a>) -> StmtKind {
        let children = self.children(node);
        let [name, value] = children.as_slice() else {
            return StmtKind::Unknown(self.parts(node));
        };
        StmtKind::Assign {
            targets: Box::new([self.out.name(*name)]),
            value: Some(self.expr(*value)),
            op: AssignOp::Set,
            annotation: None,
            declaration: Declaration::Const,
        }
    }

    fn namespace(&mut self, node: Node<'a>) -> StmtKind {
        match self.field(node, Field::Body) {
            Some(body) => StmtKind::Block(self.block(body)),
            None => StmtKind::Pass,
        }
    }

    /// An `if` with all its `else if`s.
    fn branch(&mut self, node: Node<'a>) -> StmtKind {
        let mut arms = Vec::new();
        let mut branch = node;
        let otherwise = loop {
            let test = match self.field(branch, Field::Condition) {
                Some(test) => self.expr(test),
                None => self.out.unknown(branch),
            };
            let block = self.body_block(branch, Field::Consequence);
            arms.push((test, block));
            let alternative = self
                .field(branch, Field::Alternative)
                .and_then(|clause| self.inner(clause));
            match alternative {
                Some(next) if self.kind(next) == Kind::IfStatement => branch = next,
                Some(last) => break Some(self.block(last)),
                None => break None,
            }
        };
        StmtKind::If {
            arms: arms.into(),
            otherwise,
        }
    }

    fn body_block(&mut self, node: Node<'a>, field: Field) -> Block {
        self.field(node, field)
            .map(|body| self.block(body))
            .unwrap_or_default()
    }

    /// The block of a loop, whose `break`s leave no loop around it.
    fn loop_block(&mut self, node: Node<'a>) -> Vec<StmtId> {
        let breaks = self.breaks;
        let block = self.body_block(node, Field::Body);
        self.breaks = breaks;
        block.into_vec()
    }

    fn counted_loop(&mut self, node: Node<'a>, into: &mut Vec<StmtId>) -> StmtKind {
        if let Some(initializer) = self.field(node, Field::Initializer) {
            match self.kind(initializer) {
                Kind::EmptyStatement | Kind::Token => {}
                Kind::LexicalDeclaration
                | Kind::VariableDeclaration
                | Kind::ExpressionStatement => {
                    self.statement(initializer, into);
                }
                _ => self.expression_statement(initializer, initializer, into),
            }
        }
        let test = self
            .field(node, Field::Condition)
            .and_then(|test| match self.kind(test) {
                Kind::EmptyStatement | Kind::Token => None,
                Kind::ExpressionStatement => self.inner(test).map(|test| self.expr(test)),
                _ => Some(self.expr(test)),
            });
        let mut body = self.loop_block(node);
        if let Some(increment) = self.field(node, Field::Increment) {
            self.expression_statement(increment, increment, &mut body);
        }
        StmtKind::While {
            test,
            body: body.into(),
        }
    }

    /// `while` and `do`.
    fn conditional_loop(&mut self, node: Node<'a>) -> StmtKind {
        let test = self
            .field(node, Field::Condition)
            .map(|test| self.expr(test));
        let is_endless = |id| {
            matches!(
                self.out.get(id).kind,
                ExprKind::Literal(Literal::Bool(true))
            )
        };
        let test = test.filter(|&test| !is_endless(test));
        StmtKind::While {
            test,
            body: self.loop_block(node).into(),
        }
    }

    fn for_each(&mut self, node: Node<'a>) -> StmtKind {
        let iter = match self.field(node, Field::Right) {
            Some(right) => self.expr(right),
            None => self.out.unknown(node),
        };
        let target = self.field(node, Field::Left).map(|left| self.pattern(left));
        let keys = self
            .field(node, Field::Operator)
            .is_some_and(|operator| self.out.text(operator) == "in");
        StmtKind::For {
            target,
            iter,
            body: self.loop_block(node).into(),
            keys,
        }
    }

    fn switch(&mut self, node: Node<'a>) -> StmtKind {
        let subject = match self.field(node, Field::Value) {
            Some(value) => self.expr(value),
            None => self.out.unknown(node),
        };
        let body = self.field(node, Field::Body);
        let clauses = body.map(|body| self.children(body)).unwrap_or_default();
        let outer_breaks = std::mem::replace(&mut self.breaks, false);
        let mut cases = Vec::new();
        let mut patterns = Vec::new();
        let mut has_default = false;
        for (index, &clause) in clauses.iter().enumerate() {
            let value = self.field(clause, Field::Value);
            match value {
                Some(value) => patterns.push(self.expr(value)),
                None => has_default = true,
            }
            let mut body = self.children(clause);
            body.retain(|child| Some(*child) != value);
            if body.is_empty() && index + 1 < clauses.len() {
                // `case 1: case 2:` share a block.
                continue;
            }
            let mut block = Vec::new();
            self.case_block(&body, &mut block);
            let patterns = std::mem::take(&mut patterns);
            cases.push(Case {
                patterns: if has_default {
                    Box::default()
                } else {
                    patterns.into()
                },
                guard: None,
                body: block.into(),
            });
            has_default = false;
        }
        let switch = StmtKind::Switch {
            subject,
            cases: cases.into(),
        };
        if std::mem::replace(&mut self.breaks, outer_breaks) {
            return self.once(switch, node);
        }
        switch
    }

    /// The statements of a case without the `break` that ends it.
    fn case_block(&mut self, nodes: &[Node<'a>], into: &mut Vec<StmtId>) {
        let Some((&last, before)) = nodes.split_last() else {
            return;
        };
        match self.kind(last) {
            Kind::BreakStatement if self.field(last, Field::Label).is_none() => {
                self.statements_of(before, into);
            }
            Kind::StatementBlock if self.out.enter() => {
                self.statements_of(before, into);
                let nodes = self.children(last);
                let mut block = Vec::new();
                self.case_block(&nodes, &mut block);
                into.push(self.out.stmt_at(StmtKind::Block(block.into()), last));
                self.out.leave();
            }
            _ => self.statements_of(nodes, into),
        }
    }

    /// A loop that runs once: it gives the `break`s inside a statement that is no loop the right target.
    fn once(&mut self, kind: StmtKind, node: Node<'a>) -> StmtKind {
        let statement = self.out.stmt_at(kind, node);
        let end = self.out.range(node.end_byte(), node.end_byte());
        let leave = self.out.stmt(StmtKind::Break, end);
        StmtKind::While {
            test: None,
            body: Box::new([statement, leave]),
        }
    }

    fn labeled(&mut self, node: Node<'a>, into: &mut Vec<StmtId>) {
        let mut body = self.field(node, Field::Body);
        while let Some(inner) = body
            && self.kind(inner) == Kind::LabeledStatement
        {
            body = self.field(inner, Field::Body);
        }
        let Some(body) = body else {
            return;
        };
        if self.kind(body) != Kind::StatementBlock {
            self.statement(body, into);
            return;
        }
        let outer_breaks = std::mem::replace(&mut self.breaks, false);
        let mut block = StmtKind::Block(self.block(body));
        if std::mem::replace(&mut self.breaks, outer_breaks) {
            block = self.once(block, body);
        }
        into.push(self.out.stmt_at(block, node));
    }

    fn guarded(&mut self, node: Node<'a>) -> StmtKind {
        let body = self.body_block(node, Field::Body);
        let mut handlers = Vec::new();
        if let Some(clause) = self.field(node, Field::Handler) {
            let target = self
                .field(clause, Field::Parameter)
                .map(|target| self.pattern(target));
            handlers.push(Handler {
                types: Box::default(),
                target,
                body: self.body_block(clause, Field::Body),
            });
        }
        let finally = self.field(node, Field::Finalizer);
        StmtKind::Try {
            body,
            handlers: handlers.into(),
            otherwise: Box::default(),
            finally: finally
                .map(|clause| self.body_block(clause, Field::Body))
                .unwrap_or_default(),
        }
    }

    fn with(&mut self, node: Node<'a>) -> StmtKind {
        let context = match self.field(node, Field::Object) {
            Some(object) => self.expr(object),
            None => self.out.unknown(node),
        };
        let item = WithItem {
            context,
            target: None,
        };
        StmtKind::With {
            items: Box::new([item]),
            body: self.body_block(node, Field::Body),
        }
    }
}
