//! The rules of one family of languages, by what their events are looked up with.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;
use tree_sitter::Query;
use tripline_flow::Kind;
use tripline_ir::Symbol;
use tripline_syntax::Language;

use super::decision::Condition;
use super::destination::Destination;
use super::predicate::{Operand, Predicate};
use crate::Confidence;
use crate::catalog::Check;
use crate::check::{
    ArgumentCondition, AssignMatch, BranchShape, CallMatch, ConstructMatch, DiscardMatch,
    FlowMatch, Matcher, NamedSecret, Rule, SecretMatch,
};
use crate::library::{Kinds, argument};
use crate::load::{expand, family_of};
use crate::pattern::{Case, Pattern};

/// Which rule it is, and where it holds.
#[derive(Clone, Debug)]
pub(crate) struct RuleRef {
    pub(crate) check: u32,
    pub(crate) rule: u32,
    /// Overrides what the match gives.
    pub(crate) confidence: Option<Confidence>,
    pub(crate) unless: Option<Arc<Condition>>,
    /// What its check reports are secrets.
    pub(super) finds_secrets: bool,
    languages: Vec<Language>,
}

impl RuleRef {
    pub(crate) fn holds_in(&self, language: Language) -> bool {
        self.languages.contains(&language)
    }
}

/// Languages that a list of names in a rule stands for; all for an empty list.
pub(crate) fn languages(names: &[String]) -> Vec<Language> {
    let is_named = |language: &Language| {
        names.is_empty()
            || names.iter().any(|name| {
                name == language.name() || name == "javascript" && language.is_ecmascript()
            })
    };
    Language::ALL.into_iter().filter(is_named).collect()
}

#[derive(Debug)]
pub(super) struct FlowRule {
    pub(super) rule: RuleRef,
    pub(super) matcher: FlowMatch,
    pub(super) text: Option<Arc<Pattern>>,
    pub(super) before: Option<Arc<Pattern>>,
    pub(super) passes: Option<Arc<Pattern>>,
    pub(super) avoids: Option<Arc<Pattern>>,
}

#[derive(Debug)]
pub(super) struct CallRule {
    pub(super) rule: RuleRef,
    /// Of `*.headers.set` the names last first; empty for a qualified name.
    pub(super) suffix: Vec<Symbol>,
    pub(super) conditions: Arc<[(tripline_flow::ArgRef, Predicate)]>,
    pub(super) report: Option<tripline_flow::ArgRef>,
    pub(super) as_condition: bool,
    pub(super) goes_to: Option<Arc<Destination>>,
    pub(super) given: Option<Arc<Pattern>>,
    pub(super) foreign: bool,
    pub(super) harmless_members: Arc<[Symbol]>,
}

#[derive(Debug)]
pub(super) struct ConstructRule {
    pub(super) rule: RuleRef,
    pub(super) types: Vec<Symbol>,
    pub(super) entries: Vec<(String, Predicate)>,
    pub(super) report: Option<String>,
}

#[derive(Debug)]
pub(super) struct AssignRule {
    pub(super) rule: RuleRef,
    pub(super) base: Base,
    pub(super) value: Arc<Predicate>,
    pub(super) imports: Vec<String>,
    pub(super) file: Option<Arc<Pattern>>,
    pub(super) beside: Arc<[(Symbol, Predicate)]>,
}

/// What an assignment's target is a member of.
#[derive(Debug)]
pub(super) enum Base {
    /// Nothing: it is a name of the module or of a class.
    None,
    /// Whatever ends with these names, last first; nothing for a lone `*`.
    Any(Vec<Symbol>),
    /// A value of this qualified name or type.
    Qualified(Symbol),
}

/// How the member of an assignment's target is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Member {
    Name(Symbol),
    Attribute(Symbol),
    /// In lower case.
    Key(String),
}

#[derive(Debug)]
pub(super) struct CompareRule {
    pub(super) rule: RuleRef,
    pub(super) one: Predicate,
    pub(super) other: Predicate,
}

#[derive(Debug)]
pub(super) struct BranchRule {
    pub(super) rule: RuleRef,
    pub(super) test: Pattern,
    pub(super) shape: BranchShape,
}

#[derive(Debug)]
pub(super) struct DiscardRule {
    pub(super) rule: RuleRef,
    pub(super) callees: Vec<Symbol>,
    pub(super) named: Option<Pattern>,
    pub(super) elsewhere: Option<Pattern>,
    pub(super) most_arguments: usize,
}

#[derive(Debug)]
pub(super) struct HandlerRule {
    pub(super) rule: RuleRef,
    pub(super) function: Pattern,
    pub(super) calls: Pattern,
}

/// Literals in places with a telling name.
#[derive(Debug)]
pub(crate) struct NamedSecretRule {
    pub(crate) check: u32,
    pub(crate) rule: u32,
    pub(crate) confidence: Confidence,
    pub(crate) languages: Vec<Language>,
    pub(crate) name: Pattern,
    pub(crate) except: Pattern,
    pub(crate) placeholder: Pattern,
    pub(crate) min_length: u32,
    pub(crate) min_entropy: f32,
}

/// A tree-sitter query.
#[derive(Debug)]
pub(crate) struct QueryRule {
    pub(crate) rule: RuleRef,
    pub(crate) language: Language,
    pub(crate) query: String,
    /// The query, compiled for its grammar when it is first needed; `None` if it does not fit the grammar.
    pub(crate) compiled: OnceLock<Option<Query>>,
    /// Words that the query compares captures with: where none occurs in a text, the query finds nothing in it. Empty if
    /// the query has none.
    pub(crate) words: Vec<String>,
}

/// The words in a query's `#eq?` predicates.
fn compared_words(query: &str) -> Vec<String> {
    query
        .split("#eq?")
        .skip(1)
        .filter_map(|predicate| predicate.split('"').nth(1))
        .map(str::to_owned)
        .collect()
}

/// The rules of one family of languages.
#[derive(Debug, Default)]
pub(crate) struct Index {
    pub(super) sql: Option<Kind>,
    pub(super) flows: FxHashMap<Kind, Vec<FlowRule>>,
    pub(super) calls: FxHashMap<Symbol, Vec<CallRule>>,
    pub(super) methods: FxHashMap<Symbol, Vec<CallRule>>,
    pub(super) typed_literals: FxHashMap<Symbol, Vec<Arc<ConstructRule>>>,
    pub(super) literals: Vec<Arc<ConstructRule>>,
    pub(super) assigns: FxHashMap<Member, Vec<AssignRule>>,
    pub(super) compares: Vec<CompareRule>,
    pub(super) branches: Vec<BranchRule>,
    pub(super) discards: Vec<DiscardRule>,
    pub(super) handlers: Vec<HandlerRule>,
    pub(crate) named_secrets: Vec<NamedSecretRule>,
    pub(crate) queries: Vec<QueryRule>,
}

impl Index {
    /// The rules of all checks that hold in some language of the family, in the order of their pages.
    pub(crate) fn compile(checks: &[Arc<Check>], family: &str, kinds: &Kinds) -> Index {
        let mut index = Index {
            sql: kinds.get("sql"),
            ..Index::default()
        };
        for (check_number, check) in checks.iter().enumerate() {
            let mut matchers = check.rules.iter().map(|rule| &rule.matcher);
            let finds_secrets = matchers.any(|matcher| matches!(matcher, Matcher::Secret(_)));
            for (rule_number, rule) in check.rules.iter().enumerate() {
                let mut languages = languages(&rule.languages);
                languages.retain(|language| family_of(language.name()) == family_of(family));
                if !languages.is_empty() {
                    let reference = RuleRef {
                        check: check_number as u32,
                        rule: rule_number as u32,
                        confidence: rule.confidence,
                        unless: rule
                            .unless
                            .as_ref()
                            .map(|unless| Arc::new(Condition::compile(unless))),
                        finds_secrets,
                        languages,
                    };
                    index.add(reference, rule, kinds);
                }
            }
        }
        index
    }

    fn add(&mut self, reference: RuleRef, rule: &Rule, kinds: &Kinds) {
        match &rule.matcher {
            Matcher::Flow(matcher) => {
                if let Some(kind) = kinds.get(&matcher.sink) {
                    let pattern = |source: &Option<String>| {
                        let source = source.as_ref()?;
                        Some(Arc::new(Pattern::new(source, Case::Sensitive)))
                    };
                    let rule = FlowRule {
                        rule: reference,
                        text: pattern(&matcher.text),
                        before: pattern(&matcher.before),
                        passes: pattern(&matcher.passes),
                        avoids: pattern(&matcher.avoids),
                        matcher: matcher.clone(),
                    };
                    self.flows.entry(kind).or_default().push(rule);
                }
            }
            Matcher::Call(matcher) => self.add_call(&reference, matcher),
            Matcher::Construct(matcher) => self.add_construct(reference, matcher),
            Matcher::Assign(matcher) => self.add_assign(&reference, matcher),
            Matcher::Compare(matcher) => self.compares.push(CompareRule {
                rule: reference,
                one: Predicate::compile(&matcher.one),
                other: Predicate::compile(&matcher.other),
            }),
            Matcher::Branch(matcher) => self.branches.push(BranchRule {
                rule: reference,
                test: Pattern::new(&matcher.test, Case::Sensitive),
                shape: matcher.shape,
            }),
            Matcher::Discard(matcher) => self.add_discard(reference, matcher),
            Matcher::Handler(matcher) => self.handlers.push(HandlerRule {
                rule: reference,
                function: Pattern::new(&matcher.function, Case::Sensitive),
                calls: Pattern::new(&matcher.calls, Case::Sensitive),
            }),
            // It is a search of the text.
            Matcher::Bidirectional(_) => {}
            Matcher::Secret(matcher) => {
                self.named_secrets.extend(
                    matcher
                        .named
                        .as_ref()
                        .map(|named| named_secret(&reference, named)),
                );
            }
            Matcher::Query(matcher) => {
                for (name, query) in &matcher.query {
                    for language in languages(std::slice::from_ref(name)) {
                        if reference.holds_in(language) {
                            let (rule, query) = (reference.clone(), query.clone());
                            self.queries.push(QueryRule {
                                rule,
                                language,
                                words: compared_words(&query),
                                query,
                                compiled: OnceLock::new(),
                            });
                        }
                    }
                }
            }
        }
    }

    fn add_call(&mut self, reference: &RuleRef, matcher: &CallMatch) {
        let compiled = |condition: &ArgumentCondition| {
            (
                argument(&condition.argument),
                Predicate::compile(&condition.is),
            )
        };
        let conditions: Arc<[_]> = matcher.conditions.iter().map(compiled).collect();
        let goes_to = matcher
            .goes_to
            .as_ref()
            .map(Destination::compile)
            .map(Arc::new);
        let given = matcher.given.as_ref();
        let given = given.map(|given| Arc::new(Pattern::new(given, Case::Sensitive)));
        let members = matcher.harmless_members.iter();
        let harmless_members: Arc<[_]> = members.map(|name| Symbol::new(name)).collect();
        for name in matcher
            .callee
            .iter()
            .flat_map(|name| expand(name).unwrap_or_default())
        {
            let rule = CallRule {
                rule: reference.clone(),
                suffix: suffix(&name).unwrap_or_default(),
                conditions: Arc::clone(&conditions),
                report: matcher.report.as_ref().map(argument),
                as_condition: matcher.as_condition,
                goes_to: goes_to.clone(),
                given: given.clone(),
                foreign: matcher.foreign,
                harmless_members: Arc::clone(&harmless_members),
            };
            match rule.suffix.first() {
                Some(last) => self.methods.entry(*last).or_default().push(rule),
                None => self.calls.entry(Symbol::new(&name)).or_default().push(rule),
            }
        }
    }

    fn add_construct(&mut self, reference: RuleRef, matcher: &ConstructMatch) {
        let types: Vec<Symbol> = matcher
            .ty
            .iter()
            .flat_map(|name| expand(name).unwrap_or_default())
            .map(|name| Symbol::new(&name))
            .collect();
        let rule = Arc::new(ConstructRule {
            rule: reference,
            entries: matcher
                .entries
                .iter()
                .map(|(key, is)| (key.clone(), Predicate::compile(is)))
                .collect(),
            report: matcher.report.clone(),
            types,
        });
        if rule.types.is_empty() {
            self.literals.push(rule);
            return;
        }
        for ty in &rule.types {
            self.typed_literals
                .entry(*ty)
                .or_default()
                .push(Arc::clone(&rule));
        }
    }

    fn add_assign(&mut self, reference: &RuleRef, matcher: &AssignMatch) {
        let value = Arc::new(Predicate::compile(&matcher.value));
        let file = matcher
            .file
            .as_ref()
            .map(|file| Arc::new(Pattern::new(file, Case::Sensitive)));
        let beside = matcher.beside.iter();
        let beside: Arc<[_]> = beside
            .map(|(name, is)| (Symbol::new(name), Predicate::compile(is)))
            .collect();
        for target in matcher
            .target
            .iter()
            .flat_map(|target| expand(target).unwrap_or_default())
        {
            let Some((base, member)) = parse_target(&target) else {
                continue;
            };
            let rule = AssignRule {
                rule: reference.clone(),
                base,
                value: Arc::clone(&value),
                imports: matcher.imports.clone(),
                file: file.clone(),
                beside: Arc::clone(&beside),
            };
            self.assigns.entry(member).or_default().push(rule);
        }
    }

    fn add_discard(&mut self, reference: RuleRef, matcher: &DiscardMatch) {
        let callees = matcher
            .callee
            .iter()
            .flat_map(|name| expand(name).unwrap_or_default());
        self.discards.push(DiscardRule {
            rule: reference,
            callees: callees.map(|name| Symbol::new(&name)).collect(),
            named: matcher
                .named
                .as_ref()
                .map(|named| Pattern::new(named, Case::Sensitive)),
            elsewhere: matcher
                .elsewhere
                .as_ref()
                .map(|named| Pattern::new(named, Case::Sensitive)),
            most_arguments: matcher
                .most_arguments
                .map_or(usize::MAX, |most| most as usize),
        });
    }
}

/// The rules for places with a telling name that hold in every language, and in texts that are no programs as well.
pub(crate) fn named_secrets(checks: &[Arc<Check>]) -> Vec<NamedSecretRule> {
    let mut found = Vec::new();
    for (check_number, check) in checks.iter().enumerate() {
        for (rule_number, rule) in check.rules.iter().enumerate() {
            let Matcher::Secret(SecretMatch {
                named: Some(named), ..
            }) = &rule.matcher
            else {
                continue;
            };
            if rule.languages.is_empty() {
                let reference = RuleRef {
                    check: check_number as u32,
                    rule: rule_number as u32,
                    confidence: rule.confidence,
                    unless: None,
                    finds_secrets: true,
                    languages: Vec::new(),
                };
                found.push(named_secret(&reference, named));
            }
        }
    }
    found
}

fn named_secret(reference: &RuleRef, named: &NamedSecret) -> NamedSecretRule {
    let pattern = |source: &str| Pattern::new(source, Case::Insensitive);
    NamedSecretRule {
        check: reference.check,
        rule: reference.rule,
        confidence: reference.confidence.unwrap_or(Confidence::High),
        languages: reference.languages.clone(),
        name: pattern(&named.name),
        except: pattern(&named.except),
        placeholder: pattern(&named.placeholder),
        min_length: named.min_length,
        min_entropy: named.min_entropy,
    }
}

/// The names of `*.a.b`, last first.
fn suffix(name: &str) -> Option<Vec<Symbol>> {
    let names = name.strip_prefix("*.")?;
    Some(names.rsplit('.').map(Symbol::new).collect())
}

/// `base["key"]`, `base.attribute` or `NAME`.
fn parse_target(target: &str) -> Option<(Base, Member)> {
    if let Some((base, key)) = target.split_once('[') {
        let key = key.strip_prefix('"')?.strip_suffix("\"]")?;
        return Some((parse_base(base), Member::Key(key.to_lowercase())));
    }
    match target.rsplit_once('.') {
        Some((base, attribute)) => {
            Some((parse_base(base), Member::Attribute(Symbol::new(attribute))))
        }
        None => Some((Base::None, Member::Name(Symbol::new(target)))),
    }
}

fn parse_base(base: &str) -> Base {
    match base {
        "*" => Base::Any(Vec::new()),
        _ => match suffix(base) {
            Some(names) => Base::Any(names),
            None => Base::Qualified(Symbol::new(base)),
        },
    }
}

/// Whether every member of a literal is as the rule has it.
pub(super) fn entries_hold(
    entries: &[(String, Predicate)],
    operand: &Operand<'_>,
    scope: &super::predicate::Scope<'_>,
) -> bool {
    entries
        .iter()
        .all(|(key, predicate)| predicate.holds_for_entry(key, operand, scope))
}
