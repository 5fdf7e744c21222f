//! Which bodies may call which, by name alone: for the order of analysis, never for its result.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use tripline_ir::{Body, BodyKey, ExprKind, Symbol};

/// Largest circle of callers that is followed. One question nests inside another along it, on the stack.
const MAX_CIRCLE: usize = 128;

/// The order in which to analyse bodies.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Schedule {
    /// Indices of the bodies, callees before callers except in circles.
    pub(crate) order: Vec<usize>,
    /// Circles that are too large to follow.
    pub(crate) oversized: Arc<Oversized>,
}

/// Circles that are too large to follow: their bodies know nothing of each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Oversized {
    circles: FxHashMap<BodyKey, usize>,
}

impl Oversized {
    /// Whether both bodies are in the same circle.
    pub(crate) fn joins(&self, caller: BodyKey, callee: BodyKey) -> bool {
        self.circles.get(&caller).is_some_and(|circle| self.circles.get(&callee) == Some(circle))
    }
}

/// The names that a body mentions, sorted.
pub(crate) fn references(body: &Body) -> Arc<[Symbol]> {
    let names: FxHashSet<Symbol> = body
        .exprs
        .iter()
        .filter_map(|expr| match &expr.kind {
            ExprKind::Name(name) | ExprKind::Attribute { name, .. } => Some(*name),
            ExprKind::Element { tag, .. } => Some(*tag),
            _ => None,
        })
        .collect();
    let mut names: Vec<Symbol> = names.into_iter().collect();
    names.sort_unstable();
    names.into()
}

/// The order for bodies of these keys that mention these names.
pub(crate) fn schedule(keys: &[BodyKey], references: &[Arc<[Symbol]>]) -> Schedule {
    // Names are nodes of their own: many bodies of one name, mentioned by many, would be too many edges otherwise.
    let mut names: FxHashMap<&str, usize> = FxHashMap::default();
    let mut callees: Vec<Vec<usize>> = vec![Vec::new(); keys.len()];
    for (index, key) in keys.iter().enumerate() {
        let mut parts = key.path.as_str().rsplit('.');
        let name = parts.next().unwrap_or_default();
        // A constructor runs when its class is named.
        let class = parts.next().filter(|_| matches!(name, "__init__" | "constructor"));
        for name in [Some(name), class].into_iter().flatten() {
            let node = *names.entry(name).or_insert(callees.len());
            if node == callees.len() {
                callees.push(Vec::new());
            }
            callees[node].push(index);
        }
    }
    for (index, mentioned) in references.iter().enumerate() {
        callees[index] = mentioned.iter().filter_map(|name| names.get(name.as_str()).copied()).collect();
    }
    let mut circles = circles(&callees);
    for circle in &mut circles {
        circle.retain(|node| *node < keys.len());
    }
    let mut oversized = Oversized::default();
    for (number, circle) in circles.iter().enumerate().filter(|(_, circle)| circle.len() > MAX_CIRCLE) {
        oversized.circles.extend(circle.iter().map(|index| (keys[*index], number)));
    }
    Schedule { order: circles.concat(), oversized: Arc::new(oversized) }
}

/// The strongly connected components of a graph, callees first (Tarjan, without recursion).
fn circles(callees: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const NEW: usize = usize::MAX;
    let mut number = vec![NEW; callees.len()];
    let mut lowest = vec![0; callees.len()];
    let mut is_pending = vec![false; callees.len()];
    let mut pending = Vec::new();
    let mut found = Vec::new();
    let mut count = 0;
    for root in 0..callees.len() {
        if number[root] != NEW {
            continue;
        }
        let mut path = vec![(root, 0)];
        while let Some((node, next)) = path.pop() {
            if next == 0 {
                number[node] = count;
                lowest[node] = count;
                count += 1;
                pending.push(node);
                is_pending[node] = true;
            } else {
                let visited = callees[node][next - 1];
                lowest[node] = lowest[node].min(lowest[visited]);
            }
            let unvisited = (next..callees[node].len()).find(|edge| {
                let callee = callees[node][*edge];
                if number[callee] != NEW && is_pending[callee] {
                    lowest[node] = lowest[node].min(number[callee]);
                }
                number[callee] == NEW
            });
            if let Some(edge) = unvisited {
                path.push((node, edge + 1));
                path.push((callees[node][edge], 0));
                continue;
            }
            if lowest[node] == number[node] {
                let start = pending.iter().rposition(|member| *member == node).unwrap_or(0);
                let mut circle = pending.split_off(start);
                for member in &circle {
                    is_pending[*member] = false;
                }
                circle.sort_unstable();
                found.push(circle);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callees_come_before_callers_and_circles_together() {
        let callees = vec![vec![1], vec![2, 3], vec![1], vec![], vec![0]];
        assert_eq!(circles(&callees), [vec![3], vec![1, 2], vec![0], vec![4]]);
    }

    #[test]
    fn a_long_chain_of_callers_needs_no_stack() {
        let length = 100_000;
        let callees: Vec<Vec<usize>> =
            (0..length).map(|index| if index + 1 < length { vec![index + 1] } else { vec![] }).collect();
        assert_eq!(circles(&callees).len(), length);
    }

    #[test]
    fn a_circle_beyond_the_bound_is_cut() {
        let keys: Vec<BodyKey> =
            (0..200).map(|index| BodyKey { path: Symbol::new(&format!("f{index}")), ordinal: 0 }).collect();
        let references: Vec<Arc<[Symbol]>> =
            (0..200).map(|index| Arc::from([Symbol::new(&format!("f{}", (index + 1) % 200))])).collect();
        let schedule = schedule(&keys, &references);
        assert!(schedule.oversized.joins(keys[0], keys[1]));
        assert_eq!(schedule.order.len(), 200);
    }
}
