//! Which labels of a value make a finding, and how sure it is.

use tripline_flow::{Built, Fields, Kind, Label, Piece, Provenance, Shape, SinkEvent, Value};
use tripline_ir::{Body, ExprKind};

use super::around::Around;
use super::index::FlowRule;
use super::predicate::steps_pass;
use super::sql::{is_sql_shape, reads_catalogue, takes_value};
use crate::Confidence;
use crate::StepKind;
use crate::library::SinkRow;
use crate::names::source as source_text;
use crate::pattern::Pattern;
use crate::raw::{Place, RawStep};

/// What a value's labels amount to.
pub(super) struct Verdict<'a> {
    /// `None` where only a caller in the same file can fill the parameter.
    pub(super) confidence: Option<Confidence>,
    /// The label that gives the confidence.
    pub(super) label: &'a Label,
    /// The other labels that count.
    pub(super) others: Vec<&'a Label>,
}

/// Judges a value at a sink by one rule.
pub(super) fn judge<'a>(
    rule: &FlowRule,
    event: &'a SinkEvent<'_>,
    row: Option<&SinkRow>,
    sql: Option<Kind>,
) -> Option<Verdict<'a>> {
    let kind = event.sink.kind;
    let value = &event.argument.value;
    let is_sql = Some(kind) == sql;
    let is_resolved = row.is_none_or(|row| row.is_resolved);
    let is_built_here = value.shape.as_ref().is_some_and(|shape| has_hole(shape));
    let is_built = is_built_here || event.built.is_some();
    if rule.matcher.built == Some(true) && !is_built {
        return None;
    }
    // A method's name alone says little: the text must be a query too. Where a callee builds it, the callee is judged.
    if is_sql
        && !is_resolved
        && event.built.is_none()
        && !value
            .shape
            .as_ref()
            .is_some_and(|shape| is_sql_shape(shape))
    {
        return None;
    }
    // An object that the program writes is no text: conditions by name, as query builders take them.
    let is_written_object = |fields: &Fields| !fields.named.is_empty() && value.ty.is_none();
    if is_sql && !is_built && value.fields.as_deref().is_some_and(is_written_object) {
        return None;
    }
    let is_asked = rule.text.is_some() || rule.before.is_some();
    let around = is_asked.then(|| Around::of(value, event.built, kind));
    if let (Some(text), Some(around)) = (&rule.text, &around)
        && !text.is_match(around.text())
    {
        return None;
    }
    let has_step = |pattern: &Pattern, label: &Label| {
        let here = source_text(event.body, event.argument.expr);
        pattern.is_match(&here) || steps_pass(pattern, label, event.body)
    };
    let goes_that_way = |label: &Label| {
        let passes = rule.passes.as_deref();
        let avoids = rule.avoids.as_deref();
        passes.is_none_or(|pattern| has_step(pattern, label))
            && !avoids.is_some_and(|pattern| has_step(pattern, label))
    };
    let takes_whole_parameter = takes_whole(rule, kind, sql);
    // What a test runner passes to a test is the test's own.
    let takes_parameter = (is_built || takes_whole_parameter) && !event.body.is_test();
    let is_doubtful = !is_resolved && event.built.is_some();
    let is_recursive = event.through.iter().any(|(key, _)| *key == event.body.key);
    let mut judged: Vec<(Option<Confidence>, &Label)> = dangerous_labels(value, kind)
        .into_iter()
        .filter(|label| {
            rule.matcher.provenance.is_empty()
                || rule.matcher.provenance.contains(&label.provenance)
        })
        .filter(|label| label.provenance != Provenance::Parameter || takes_parameter)
        // What a function passes to itself is judged where the sink is.
        .filter(|label| label.provenance != Provenance::Parameter || !is_recursive)
        // Of a member of the receiver nothing is known here; callers may know more.
        .filter(|label| label.provenance != Provenance::Unknown || label.member.is_none())
        .filter(|label| !(rule.matcher.direct && label.weakened))
        .filter(|label| match (&rule.before, &around) {
            (Some(pattern), Some(around)) => {
                around.before(label).any(|text| pattern.is_match(text))
            }
            _ => true,
        })
        .filter(|label| goes_that_way(label))
        .filter(|label| !rule.matcher.inline || is_inline(event, label))
        // Code that nothing is known of may as well build an expression of a library as text.
        .filter(|label| !(is_sql && !is_built && label.weakened))
        .filter_map(|label| {
            // Who calls a function answers for names and clauses, and for data that the function takes as a whole: its part of
            // the harm is done where a value could have been bound.
            let is_callers = label.provenance == Provenance::Parameter
                && !is_request(event.body, label)
                && if is_sql {
                    is_name(event, label)
                } else {
                    !is_built && value.result_of.is_none()
                };
            Some((
                confidence(label, event.body, is_doubtful || is_callers)?,
                label,
            ))
        })
        .collect();
    if let Some(overridden) = rule.rule.confidence {
        for (confidence, _) in &mut judged {
            *confidence = confidence.map(|_| overridden);
        }
    }
    judged.sort_by_key(|(confidence, label)| {
        (std::cmp::Reverse(*confidence), label.step.hops().len())
    });
    let mut judged = judged.into_iter();
    let (confidence, label) = judged.next()?;
    let others = judged
        .filter(|(other, _)| other.is_some())
        .map(|(_, label)| label)
        .collect();
    Some(Verdict {
        confidence,
        label,
        others,
    })
}

/// Whether a function that hands a whole parameter on to the sink is judged for that. Not of a query: whoever passes a whole
/// one is its author.
fn takes_whole(rule: &FlowRule, kind: Kind, sql: Option<Kind>) -> bool {
    Some(kind) != sql && rule.matcher.built != Some(true)
}

/// Whether the harm of an argument is done by the function that is called with it, and not by the call.
pub(super) fn is_done_by_callee(rule: &FlowRule, event: &SinkEvent<'_>, sql: Option<Kind>) -> bool {
    event.built.is_some() || takes_whole(rule, event.sink.kind, sql)
}

/// The labels that bring outside text into the value. Of a built string, those of the inserted values that are not fixed;
/// a label that was cleared on the string as a whole counts no more.
fn dangerous_labels(value: &Value, kind: Kind) -> Vec<&Label> {
    let whole: Vec<&Label> = value.taint.against(kind).collect();
    match &value.shape {
        Some(shape) if has_hole(shape) => {
            let mut inserted = Vec::new();
            holes(shape, &mut |hole| inserted.extend(hole.taint.against(kind)));
            let is_inserted =
                |label: &&Label| inserted.iter().any(|hole: &&Label| hole.enters_like(label));
            whole.into_iter().filter(is_inserted).collect()
        }
        _ => whole,
    }
}

/// Whether the argument is a text that is built where it stands, with the data of a label in it as it is.
fn is_inline(event: &SinkEvent<'_>, label: &Label) -> bool {
    let body = event.body;
    let argument = body.expr(event.argument.expr);
    let is_text = matches!(
        argument.kind,
        ExprKind::Template { .. } | ExprKind::Concat(_)
    );
    let holds = |piece: &Piece| match piece {
        Piece::Hole { expr, value, .. } => {
            let is_here = expr.0 == body.key && argument.span.contains(body.expr(expr.1).span);
            let is_plain = value.result_of.is_none() && value.shape.is_none();
            let mut labels = value.taint.0.iter();
            is_here && is_plain && labels.any(|one| one.enters_like(label))
        }
        Piece::Text { .. } => false,
    };
    let shape = event.argument.value.shape.as_ref();
    is_text && shape.is_some_and(|shape| shape.pieces.iter().any(holds))
}

/// Whether a label stands for a web request, by the parameter's name: the handlers of a module that imports no framework.
fn is_request(body: &Body, label: &Label) -> bool {
    let parameter = label.parameter.map(|index| index as usize);
    let pattern = parameter.and_then(|index| body.params.get(index));
    pattern.is_some_and(|parameter| {
        matches!(
            &body.expr(parameter.pattern).kind,
            ExprKind::Name(name) if matches!(name.as_str(), "request" | "req" | "ctx")
        )
    })
}

/// Whether the data of a label is a name or a clause: it stands where no statement takes a bound value, or is looked up in the
/// database's own catalogue of names.
fn is_name(event: &SinkEvent<'_>, label: &Label) -> bool {
    let here = event.argument.value.shape.as_ref();
    let is_name = |built: &Built| !takes_value(built) || reads_catalogue(built);
    match (event.built, here) {
        (Some(built), _) => is_name(built),
        (None, Some(shape)) => is_name(&Built::around(shape, label)),
        (None, None) => false,
    }
}

fn has_hole(shape: &Shape) -> bool {
    shape
        .pieces
        .iter()
        .any(|piece| matches!(piece, Piece::Hole { .. }))
}

/// The inserted values that may hold outside text.
fn holes<'a>(shape: &'a Shape, visit: &mut dyn FnMut(&'a Value)) {
    for piece in &shape.pieces {
        if let Piece::Hole { value, .. } = piece
            && !value.content.is_fixed()
        {
            visit(value);
        }
    }
}

/// `None` if the label is too weak to count; `Some(None)` if it stands for callers in the file.
#[expect(
    clippy::option_option,
    reason = "not counting and counting for callers alone are different answers"
)]
fn confidence(label: &Label, body: &Body, is_doubtful: bool) -> Option<Option<Confidence>> {
    let full = match label.provenance {
        Provenance::Remote => Confidence::High,
        Provenance::Parameter if body.exported => Confidence::Medium,
        Provenance::Parameter if label.weakened || is_doubtful => return None,
        Provenance::Parameter => return Some(None),
        Provenance::Local | Provenance::Unknown => Confidence::Low,
    };
    let steps_down = u8::from(label.weakened) + u8::from(is_doubtful);
    (0..steps_down)
        .try_fold(full, |confidence, _| lower(confidence))
        .map(Some)
}

fn lower(confidence: Confidence) -> Option<Confidence> {
    match confidence {
        Confidence::High => Some(Confidence::Medium),
        Confidence::Medium => Some(Confidence::Low),
        Confidence::Low => None,
    }
}

/// The way of a label's data to a sink: through `via`, and to the primary expression.
pub(super) fn steps(label: &Label, via: &[Place], primary: Place) -> Vec<RawStep> {
    let mut places = outermost(label.step.hops());
    // An argument `request.args["id"]` says more than the `request.args` that it starts with.
    if let ([source], Some(first)) = (places.as_slice(), via.first())
        && contains(*first, *source)
        && first.1.start == source.1.start
    {
        places.clear();
    }
    places.extend(via);
    // What happens inside the primary expression is seen there, except where the data enters.
    let is_outside = |index: usize, place: &Place| index == 0 || !contains(primary, *place);
    let mut places: Vec<Place> = places
        .into_iter()
        .enumerate()
        .filter(|(index, place)| is_outside(*index, place))
        .map(|(_, place)| place)
        .collect();
    places.dedup();
    let mut steps: Vec<RawStep> = places
        .into_iter()
        .enumerate()
        .map(|(index, place)| RawStep {
            kind: if index == 0 {
                StepKind::Source
            } else {
                StepKind::Intermediate
            },
            place,
            provenance: (index == 0).then_some(label.provenance),
        })
        .collect();
    steps.push(RawStep {
        kind: StepKind::Sink,
        place: primary,
        provenance: None,
    });
    steps
}

/// The hops without those that the next one contains: `request.args` on the way to `request.args.get("id")`.
fn outermost(hops: Vec<Place>) -> Vec<Place> {
    let mut kept: Vec<Place> = Vec::new();
    for hop in hops {
        if kept.last().is_some_and(|last| contains(hop, *last)) {
            kept.pop();
        }
        kept.push(hop);
    }
    kept
}

fn contains(outer: Place, inner: Place) -> bool {
    outer.0 == inner.0 && outer.1.contains(inner.1)
}

/// Where a label's data enters.
pub(super) fn source(label: &Label) -> RawStep {
    let place = outermost(label.step.hops())
        .first()
        .copied()
        .unwrap_or_else(|| label.step.first());
    RawStep {
        kind: StepKind::Source,
        place,
        provenance: Some(label.provenance),
    }
}
