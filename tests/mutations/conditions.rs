//! The conditions of checks.
//!
//! A condition is a rule, an entry of its `where`, each thing that its `unless` names, a member of a literal, an alternative, and
//! each field of what must hold for a value where there are several; not the grammars of tokens, which are tried on made-up
//! tokens elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tripline_rules::check::{Matcher, Predicate, Rule};
use tripline_rules::{RuleSet, Rules};

use crate::programs::{FAMILIES, Program, Told, corpus, examples, map_parallel, rules};

/// The conditions that no example shows yet: it only ever gets shorter.
const LIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/mutations/unshown.txt");

#[test]
fn every_condition_of_a_check_is_needed_by_a_program_or_known_not_to_be() {
    let rules = rules();
    // What one language needs is needed.
    let mut unneeded = BTreeMap::new();
    for family in FAMILIES {
        let corpus = corpus(family);
        for page in 0..rules.checks.len() {
            let examples = examples(std::slice::from_ref(&rules.checks[page]), family);
            let programs: Vec<&Program> = examples.iter().chain(&corpus).collect();
            for (condition, is_needed) in Trial::of(&rules, page, family, &programs).conditions() {
                *unneeded.entry(condition).or_insert(true) &= !is_needed;
            }
        }
    }
    unneeded.retain(|_, is_unneeded| *is_unneeded);
    let unneeded: String = unneeded
        .into_keys()
        .flat_map(|name| [name, "\n".to_owned()])
        .collect();
    if std::env::var_os("TRIPLINE_UPDATE").is_some() {
        std::fs::write(LIST, &unneeded).expect("the list can be written");
    }
    let known = std::fs::read_to_string(LIST).expect("the list is there");
    let without = |text: &str, other: &str| -> Vec<String> {
        let other: BTreeSet<&str> = other.lines().collect();
        let missing = text.lines().filter(|line| !other.contains(line));
        missing.map(str::to_owned).collect()
    };
    let (new, shown) = (without(&unneeded, &known), without(&known, &unneeded));
    assert!(
        new.is_empty(),
        "conditions that no program needs: write an example that differs without each of\n{}",
        new.join("\n")
    );
    assert!(
        shown.is_empty(),
        "these are needed by an example now: take them out of {LIST}\n{}",
        shown.join("\n")
    );
}

/// A check in the languages of a family, and what it tells programs.
struct Trial<'p> {
    /// The models of the family, and the check alone.
    set: RuleSet,
    /// Those in which it finds something, or would with rules that ask for nothing.
    programs: Vec<(&'p Program, Vec<Told>)>,
}

/// A rule by its index, with one condition taken out of it; without any rule, that is the condition.
struct Mutant {
    rule: usize,
    condition: String,
    without: Option<Rule>,
}

impl<'p> Trial<'p> {
    fn of(rules: &RuleSet, page: usize, family: &str, programs: &[&'p Program]) -> Self {
        let mut set = RuleSet {
            models: rules.models.clone(),
            checks: vec![rules.checks[page].clone()],
            secrets: Vec::new(),
        };
        set.models.retain(|file| file.language == family);
        let only = &mut set.checks[0];
        only.docs.clear();
        only.examples.clear();
        let is_of_family = |rule: &Rule| {
            let languages = &rule.languages;
            languages.is_empty() || languages.iter().any(|language| language == family)
        };
        only.front.rules.retain(is_of_family);
        let all = Rules::new(set.clone());
        let mut undemanding = set.clone();
        for rule in &mut undemanding.checks[0].front.rules {
            *rule = without_conditions(rule);
        }
        let undemanding = Rules::new(undemanding);
        let programs = map_parallel(programs, |program| {
            let told = program.told(&all);
            let is_of_interest = !told.is_empty() || !program.told(&undemanding).is_empty();
            is_of_interest.then_some((*program, told))
        });
        Trial {
            set,
            programs: programs.into_iter().flatten().collect(),
        }
    }

    /// The conditions, each as `check: rule: path`, and whether a program needs it.
    fn conditions(&self) -> Vec<(String, bool)> {
        let front = &self.set.checks[0].front;
        let indexes: Vec<usize> = (0..front.rules.len()).collect();
        let touched: BTreeMap<usize, _> =
            map_parallel(&indexes, |rule| (*rule, self.touched(*rule)))
                .into_iter()
                .collect();
        let rules = front.rules.iter().enumerate();
        let mutants: Vec<Mutant> = rules
            .flat_map(|(index, rule)| mutants(index, rule))
            .collect();
        map_parallel(&mutants, |mutant| {
            let rule = &front.rules[mutant.rule].name;
            let condition = format!("{}: {rule}: {}", front.id, mutant.condition);
            (condition, self.is_needed(mutant, &touched[&mutant.rule]))
        })
    }

    /// The programs in which a rule finds something, whatever it asks for.
    fn touched(&self, rule: usize) -> Vec<&(&'p Program, Vec<Told>)> {
        let mut set = self.set.clone();
        let rules = &mut set.checks[0].front.rules;
        *rules = vec![without_conditions(&rules[rule])];
        let undemanding = Rules::new(set);
        let is_touched = |program: &Program| !program.told(&undemanding).is_empty();
        let programs = self.programs.iter();
        programs
            .filter(|(program, _)| is_touched(program))
            .collect()
    }

    fn is_needed(&self, mutant: &Mutant, programs: &[&(&Program, Vec<Told>)]) -> bool {
        let mut set = self.set.clone();
        let rules = &mut set.checks[0].front.rules;
        match &mutant.without {
            Some(rule) => rules[mutant.rule] = rule.clone(),
            None => drop(rules.remove(mutant.rule)),
        }
        let without = Rules::new(set);
        let mut programs = programs.iter();
        programs.any(|(program, told)| program.told(&without) != *told)
    }
}

/// The rule that asks for nothing but what it must: it matches wherever it does without any of its conditions.
fn without_conditions(rule: &Rule) -> Rule {
    let mut rule = rule.clone();
    rule.unless = None;
    match &mut rule.matcher {
        Matcher::Flow(flow) => {
            flow.built = None;
            flow.provenance.clear();
            flow.direct = false;
        }
        Matcher::Call(call) => {
            call.conditions.clear();
            call.report = None;
            call.as_condition = false;
            call.foreign = false;
            call.harmless_members.clear();
        }
        Matcher::Construct(construct) => {
            construct.entries.clear();
            construct.report = None;
        }
        Matcher::Assign(assign) => {
            assign.value = Predicate::default();
            assign.imports.clear();
            assign.file = None;
            assign.beside.clear();
        }
        Matcher::Compare(compare) => {
            compare.one = Predicate::default();
            compare.other = Predicate::default();
        }
        Matcher::Discard(discard) => discard.most_arguments = None,
        _ => {}
    }
    rule
}

/// The rule without one of its conditions, for each.
fn mutants(index: usize, rule: &Rule) -> Vec<Mutant> {
    let mutant = |condition: String, without| Mutant {
        rule: index,
        condition,
        without,
    };
    let mut mutants = vec![mutant(String::from("the rule"), None)];
    if matches!(rule.matcher, Matcher::Secret(_)) {
        return mutants;
    }
    let whole = serde_json::to_value(rule).expect("a rule is data");
    for path in conditions(&whole) {
        let mut value = whole.clone();
        remove(&mut value, &path);
        let without = serde_json::from_value(value).expect("what was taken out is optional");
        mutants.push(mutant(path.join("."), Some(without)));
    }
    mutants
}

/// The keys and indexes that lead to something in a rule.
type Path = Vec<String>;

/// Where the conditions of a rule are.
fn conditions(rule: &Value) -> Vec<Path> {
    let mut found = Vec::new();
    let mut optional = |keys: &[&str], names: &[&str]| {
        for name in names {
            let path: Path = keys.iter().chain([name]).map(ToString::to_string).collect();
            let is_given = at(rule, &path).is_some_and(|value| match value {
                Value::Null | Value::Bool(false) => false,
                Value::Array(items) => !items.is_empty(),
                _ => true,
            });
            found.extend(is_given.then_some(path));
        }
    };
    optional(&["flow"], &["built", "provenance", "direct"]);
    optional(&["call"], &["as_condition", "foreign", "harmless_members"]);
    optional(&["assign"], &["imports", "file"]);
    optional(&["discard"], &["most_arguments"]);
    optional(
        &["unless"],
        &["named", "calls", "settled", "around", "only_says"],
    );
    optional(&["unless", "around"], &["except"]);
    let path = |keys: &[&str]| -> Path { keys.iter().map(ToString::to_string).collect() };
    for index in 0..length(rule, &path(&["call", "where"])) {
        let index = index.to_string();
        found.push(path(&["call", "where", &index]));
        inside(rule, &path(&["call", "where", &index, "is"]), &mut found);
    }
    for members in [path(&["construct", "entries"]), path(&["assign", "beside"])] {
        of_members(rule, &members, 1, &mut found);
    }
    for value in [["assign", "is"], ["compare", "one"], ["compare", "other"]] {
        inside(rule, &path(&value), &mut found);
    }
    found
}

/// The conditions inside of what must hold for a value.
fn inside(rule: &Value, predicate: &Path, found: &mut Vec<Path>) {
    let Some(Value::Object(fields)) = at(rule, predicate) else {
        return;
    };
    let below = |key: &str| -> Path { predicate.iter().cloned().chain([key.to_owned()]).collect() };
    let is_given = |value: &Value| {
        !value.is_null() && value.as_object().is_none_or(|members| !members.is_empty())
    };
    let given: Vec<_> = fields.iter().filter(|(_, value)| is_given(value)).collect();
    for (name, _) in &given {
        let path = below(name);
        match name.as_str() {
            "contains" | "not" => inside(rule, &path, found),
            "entries" => of_members(rule, &path, 2, found),
            "any" => {
                for index in 0..length(rule, &path) {
                    let one: Path = path.iter().cloned().chain([index.to_string()]).collect();
                    inside(rule, &one, found);
                    found.push(one);
                }
            }
            "equals" | "origin" | "type" | "result_of" => {
                let several = Some(length(rule, &path)).filter(|length| *length > 1);
                let each = 0..several.unwrap_or_default();
                let one = |index: usize| path.iter().cloned().chain([index.to_string()]).collect();
                found.extend(each.map(one));
            }
            _ => {}
        }
        if given.len() > 1 {
            found.push(path);
        }
    }
}

/// The members of a literal, where there are at least so many, and what is inside of each.
fn of_members(rule: &Value, members: &Path, least: usize, found: &mut Vec<Path>) {
    let Some(Value::Object(entries)) = at(rule, members) else {
        return;
    };
    for key in entries.keys() {
        let member: Path = members.iter().cloned().chain([key.clone()]).collect();
        inside(rule, &member, found);
        if entries.len() >= least {
            found.push(member);
        }
    }
}

fn length(rule: &Value, path: &Path) -> usize {
    at(rule, path).and_then(Value::as_array).map_or(0, Vec::len)
}

fn at<'v>(value: &'v Value, path: &[String]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, key| match value {
        Value::Array(items) => items.get(key.parse::<usize>().ok()?),
        _ => value.get(key),
    })
}

fn remove(value: &mut Value, path: &[String]) {
    let (last, around) = path.split_last().expect("a condition is in something");
    let around = around.iter().fold(value, |value, key| match value {
        Value::Array(items) => &mut items[key.parse::<usize>().expect("an index")],
        _ => &mut value[key],
    });
    match around {
        Value::Array(items) => drop(items.remove(last.parse().expect("an index"))),
        Value::Object(fields) => drop(fields.remove(last)),
        _ => {}
    }
}
