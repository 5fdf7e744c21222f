//! In which order the functions of a file are analysed, and which may know of which.
//!
//! The groups and their order are those of [`tripline_rules::bottom_up`], from the names that bodies mention alone, so
//! that an edit that mentions no other names computes nothing anew.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use tripline_ir::{Body, BodyKey, ExprKind, Symbol};

/// A pass over a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Pass {
    /// With what comes before in the file.
    First,
    /// With everything; of groups whose members call each other, or themselves.
    Second,
}

/// The groups of the functions of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Schedule {
    /// Functions, callees first; those of a group in source order.
    functions: Vec<BodyKey>,
    places: FxHashMap<BodyKey, Place>,
    /// Of each function in the schedule, the indices in it of those that it mentions.
    callees: Vec<Vec<usize>>,
}

/// Where a function is in the schedule.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    /// Index of its group.
    group: usize,
    /// Index in the schedule.
    index: usize,
    is_recursive: bool,
}

/// The names that a body mentions, sorted.
pub(crate) fn mentioned(body: &Body) -> Arc<[Symbol]> {
    let names: FxHashSet<Symbol> = body
        .exprs
        .iter()
        .filter_map(|expr| match &expr.kind {
            ExprKind::Name(name) | ExprKind::Attribute { name, .. } => Some(*name),
            _ => None,
        })
        .collect();
    let mut names: Vec<Symbol> = names.into_iter().collect();
    names.sort_unstable();
    names.into()
}

impl Schedule {
    /// The schedule of functions that mention these names, in source order.
    pub(crate) fn of(functions: &[(BodyKey, Arc<[Symbol]>)]) -> Self {
        let mut by_name: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (index, (key, _)) in functions.iter().enumerate() {
            for name in tripline_rules::called_by(key) {
                by_name.entry(name).or_default().push(index);
            }
        }
        let callees: Vec<Vec<usize>> = functions
            .iter()
            .map(|(_, names)| {
                let mut callees: Vec<usize> = names
                    .iter()
                    .filter_map(|name| by_name.get(name.as_str()))
                    .flatten()
                    .copied()
                    .collect();
                callees.sort_unstable();
                callees.dedup();
                callees
            })
            .collect();
        let mut schedule = Schedule::default();
        let mut order = Vec::with_capacity(functions.len());
        for (group, members) in groups(&callees).into_iter().enumerate() {
            let is_recursive = members.len() > 1 || callees[members[0]].contains(&members[0]);
            for member in members {
                let index = schedule.functions.len();
                order.push(member);
                schedule.functions.push(functions[member].0);
                schedule.places.insert(
                    functions[member].0,
                    Place {
                        group,
                        index,
                        is_recursive,
                    },
                );
            }
        }
        let index = |member: &usize| schedule.places[&functions[*member].0].index;
        let indices = |member: usize| callees[member].iter().map(index).collect();
        schedule.callees = order.into_iter().map(indices).collect();
        schedule
    }

    /// The analyses in an order in which each comes after those that it may ask for.
    pub(crate) fn order(&self) -> impl Iterator<Item = (BodyKey, Pass)> {
        let groups = self
            .functions
            .chunk_by(|a, b| self.places[a].group == self.places[b].group);
        groups.flat_map(|group| {
            let passes: &[Pass] = match self.last_pass(group[0]) {
                Pass::First => &[Pass::First],
                Pass::Second => &[Pass::First, Pass::Second],
            };
            passes
                .iter()
                .flat_map(|pass| group.iter().map(|key| (*key, *pass)))
        })
    }

    /// The analyses that the last one of a function may ask for, each after those that it may ask for itself.
    pub(crate) fn before(&self, key: BodyKey) -> Vec<(BodyKey, Pass)> {
        let Some(place) = self.places.get(&key) else {
            return Vec::new();
        };
        let mut is_needed = FxHashSet::default();
        let mut open = vec![place.index];
        while let Some(index) = open.pop() {
            if is_needed.insert(index) {
                open.extend_from_slice(&self.callees[index]);
            }
        }
        let is_needed = |key: &BodyKey| is_needed.contains(&self.places[key].index);
        self.order().filter(|(key, _)| is_needed(key)).collect()
    }

    /// The pass whose analysis of a body counts.
    pub(crate) fn last_pass(&self, key: BodyKey) -> Pass {
        match self.places.get(&key) {
            Some(place) if place.is_recursive => Pass::Second,
            _ => Pass::First,
        }
    }

    /// From which pass a caller, itself in `pass`, knows `callee`; `None` if it does not.
    pub(crate) fn known_pass(&self, caller: BodyKey, pass: Pass, callee: BodyKey) -> Option<Pass> {
        let (from, to) = (self.places.get(&caller)?, self.places.get(&callee)?);
        if to.group != from.group {
            return (to.group < from.group).then(|| self.last_pass(callee));
        }
        match pass {
            _ if to.index < from.index => Some(pass),
            Pass::First => None,
            Pass::Second => Some(Pass::First),
        }
    }
}

/// The strongly connected components of a graph, callees first, each sorted (Tarjan's algorithm without recursion).
fn groups(callees: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const UNSEEN: usize = usize::MAX;
    let mut number = vec![UNSEEN; callees.len()];
    let mut lowest = vec![0; callees.len()];
    let mut is_open = vec![false; callees.len()];
    let mut open = Vec::new();
    let mut found = Vec::new();
    let mut count = 0;
    for root in 0..callees.len() {
        if number[root] != UNSEEN {
            continue;
        }
        let mut visits = vec![(root, 0)];
        while let Some((node, edge)) = visits.pop() {
            if edge == 0 {
                number[node] = count;
                lowest[node] = count;
                count += 1;
                open.push(node);
                is_open[node] = true;
            }
            if let Some(&callee) = callees[node].get(edge) {
                visits.push((node, edge + 1));
                if number[callee] == UNSEEN {
                    visits.push((callee, 0));
                } else if is_open[callee] {
                    lowest[node] = lowest[node].min(number[callee]);
                }
                continue;
            }
            if let Some((caller, _)) = visits.last() {
                lowest[*caller] = lowest[*caller].min(lowest[node]);
            }
            if lowest[node] == number[node] {
                let start = open
                    .iter()
                    .rposition(|other| *other == node)
                    .unwrap_or_default();
                let mut group = open.split_off(start);
                for member in &group {
                    is_open[*member] = false;
                }
                group.sort_unstable();
                found.push(group);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> BodyKey {
        BodyKey::new(Symbol::new(name), 0)
    }

    fn schedule(functions: &[(&str, &[&str])]) -> Schedule {
        let mentioned = |names: &[&str]| names.iter().map(|name| Symbol::new(name)).collect();
        let functions: Vec<_> = functions
            .iter()
            .map(|(name, names)| (key(name), mentioned(names)))
            .collect();
        Schedule::of(&functions)
    }

    #[test]
    fn callees_come_before_callers_and_groups_together() {
        assert_eq!(
            groups(&[vec![1], vec![2, 3], vec![1], vec![], vec![0]]),
            [vec![3], vec![1, 2], vec![0], vec![4]]
        );
    }

    #[test]
    fn a_long_chain_of_callers_needs_no_stack() {
        let length = 100_000;
        let callees: Vec<Vec<usize>> = (0..length)
            .map(|index| {
                if index + 1 < length {
                    vec![index + 1]
                } else {
                    vec![]
                }
            })
            .collect();
        assert_eq!(groups(&callees).len(), length);
    }

    #[test]
    fn what_an_analysis_may_ask_for_comes_before_it() {
        let schedule = schedule(&[
            ("a", &["b", "c"]),
            ("b", &["a", "d"]),
            ("c", &["b"]),
            ("d", &[]),
            ("e", &["e", "a"]),
        ]);
        let order: Vec<_> = schedule.order().collect();
        assert_eq!(order.len(), 1 + 6 + 2);
        for (at, (caller, pass)) in order.iter().enumerate() {
            for callee in ["a", "b", "c", "d", "e"].map(key) {
                if let Some(known) = schedule.known_pass(*caller, *pass, callee) {
                    let position = order.iter().position(|asked| *asked == (callee, known));
                    assert!(
                        position.is_some_and(|position| position < at),
                        "{caller:?} {pass:?} asks for {callee:?}"
                    );
                }
            }
        }
    }
}
