//! YAML as a tree whose nodes know where they stand.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle, Span};

use super::RuleError;

/// Most nodes of one file, aliases counted at each use: a rule file is written by a person.
const MAX_NODES: usize = 200_000;
/// Deepest nesting of one file.
const MAX_DEPTH: usize = 64;

/// Where something stands, both counted from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: u32,
    pub(super) column: u32,
}

/// A node.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) place: Place,
    pub(super) kind: NodeKind,
}

/// The kinds of node.
#[derive(Clone, Debug)]
pub(super) enum NodeKind {
    /// A scalar as a JSON value: null, truth value, number or string.
    Scalar(Value),
    /// A sequence.
    Sequence(Vec<Node>),
    /// A mapping in source order.
    Mapping(Vec<Entry>),
}

/// A member of a mapping.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) place: Place,
    pub(super) value: Node,
}

impl Node {
    /// The tree as JSON.
    pub(super) fn to_json(&self) -> Value {
        match &self.kind {
            NodeKind::Scalar(value) => value.clone(),
            NodeKind::Sequence(items) => Value::Array(items.iter().map(Node::to_json).collect()),
            NodeKind::Mapping(entries) => Value::Object(
                entries
                    .iter()
                    .map(|entry| (entry.key.clone(), entry.value.to_json()))
                    .collect(),
            ),
        }
    }

    /// The node at a path of keys and indices; the deepest one that exists.
    pub(super) fn at(&self, path: &str) -> &Node {
        let mut node = self;
        for part in path
            .split(['.', '['])
            .map(|part| part.trim_end_matches(']'))
            .filter(|part| !part.is_empty())
        {
            let next = match &node.kind {
                NodeKind::Sequence(items) => part
                    .parse::<usize>()
                    .ok()
                    .and_then(|index| items.get(index)),
                NodeKind::Mapping(entries) => entries
                    .iter()
                    .find(|entry| entry.key == part)
                    .map(|entry| &entry.value),
                NodeKind::Scalar(_) => None,
            };
            match next {
                Some(next) => node = next,
                None => return node,
            }
        }
        node
    }
}

/// Reads one document. `first_line` is the line of the file on which `text` starts.
pub(super) fn read(file: &str, text: &str, first_line: u32) -> Result<Node, Vec<RuleError>> {
    let mut reader = Reader {
        file,
        first_line,
        anchors: BTreeMap::new(),
        nodes: 0,
        parser: Parser::new_from_str(text),
    };
    reader.document().map_err(|error| vec![error])
}

struct Reader<'a, P> {
    file: &'a str,
    first_line: u32,
    anchors: BTreeMap<usize, Node>,
    nodes: usize,
    parser: P,
}

impl<'a, P> Reader<'a, P>
where
    P: Iterator<Item = Result<(Event<'a>, Span), serde_saphyr::granit_parser::ScanError>>,
{
    fn document(&mut self) -> Result<Node, RuleError> {
        let mut root = None;
        while let Some((event, span)) = self.next()? {
            match event {
                Event::StreamStart
                | Event::DocumentStart(..)
                | Event::DocumentEnd
                | Event::StreamEnd => {}
                event if root.is_none() => root = Some(self.node(event, span, 0)?),
                _ => return Err(self.error(span, "a rule file holds one YAML document")),
            }
        }
        root.ok_or_else(|| RuleError {
            file: self.file.to_owned(),
            line: self.first_line,
            column: 1,
            field: String::new(),
            message: "the file is empty".to_owned(),
        })
    }

    /// The next event that is not a comment.
    fn next(&mut self) -> Result<Option<(Event<'a>, Span)>, RuleError> {
        loop {
            match self.parser.next() {
                None => return Ok(None),
                Some(Ok((Event::Comment(..) | Event::Anchor(..), _))) => {}
                Some(Ok(next)) => return Ok(Some(next)),
                Some(Err(error)) => {
                    let marker = *error.marker();
                    let place = self.place_of(marker.line(), marker.col());
                    return Err(RuleError {
                        file: self.file.to_owned(),
                        line: place.line,
                        column: place.column,
                        field: String::new(),
                        message: format!("not valid YAML: {error}"),
                    });
                }
            }
        }
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Result<Node, RuleError> {
        self.nodes += 1;
        if self.nodes > MAX_NODES || depth > MAX_DEPTH {
            return Err(self.error(
                span,
                "the file is too large or too deeply nested for a rule file",
            ));
        }
        let place = self.place(span);
        let (anchor, kind) = match event {
            Event::Scalar(text, style, anchor, _) => {
                (anchor, NodeKind::Scalar(scalar(&text, style)))
            }
            Event::SequenceStart(_, anchor, _) => (anchor, self.sequence(depth)?),
            Event::MappingStart(_, anchor, _) => (anchor, self.mapping(depth)?),
            Event::Alias(anchor) => {
                let known = self.anchors.get(&anchor).cloned();
                let known = known.ok_or_else(|| self.error(span, "the alias names no anchor"))?;
                self.nodes += known.size();
                return Ok(known);
            }
            _ => return Err(self.error(span, "not valid YAML here")),
        };
        let node = Node { place, kind };
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn sequence(&mut self, depth: usize) -> Result<NodeKind, RuleError> {
        let mut items = Vec::new();
        while let Some((event, span)) = self.next()? {
            if matches!(event, Event::SequenceEnd) {
                break;
            }
            items.push(self.node(event, span, depth + 1)?);
        }
        Ok(NodeKind::Sequence(items))
    }

    fn mapping(&mut self, depth: usize) -> Result<NodeKind, RuleError> {
        let mut entries: Vec<Entry> = Vec::new();
        while let Some((event, span)) = self.next()? {
            let key = match event {
                Event::MappingEnd => break,
                Event::Scalar(text, ..) => text.into_owned(),
                _ => return Err(self.error(span, "a key is a plain word or a string")),
            };
            if entries.iter().any(|entry| entry.key == key) {
                return Err(self.error(span, &format!("`{key}` is given twice")));
            }
            let place = self.place(span);
            let Some((event, span)) = self.next()? else {
                break;
            };
            entries.push(Entry {
                key,
                place,
                value: self.node(event, span, depth + 1)?,
            });
        }
        Ok(NodeKind::Mapping(entries))
    }

    fn place(&self, span: Span) -> Place {
        self.place_of(span.start.line(), span.start.col())
    }

    /// `line` counts from 1, `column` from 0, as the parser has it.
    fn place_of(&self, line: usize, column: usize) -> Place {
        Place {
            line: self.first_line + (line as u32).saturating_sub(1),
            column: column as u32 + 1,
        }
    }

    fn error(&self, span: Span, message: &str) -> RuleError {
        let place = self.place(span);
        RuleError {
            file: self.file.to_owned(),
            line: place.line,
            column: place.column,
            field: String::new(),
            message: message.to_owned(),
        }
    }
}

impl Node {
    /// The number of nodes in the tree.
    fn size(&self) -> usize {
        match &self.kind {
            NodeKind::Scalar(_) => 1,
            NodeKind::Sequence(items) => 1 + items.iter().map(Node::size).sum::<usize>(),
            NodeKind::Mapping(entries) => {
                1 + entries
                    .iter()
                    .map(|entry| entry.value.size())
                    .sum::<usize>()
            }
        }
    }
}

/// The value of a scalar by the YAML 1.2 core schema: `yes` and `no` are strings.
fn scalar(text: &str, style: ScalarStyle) -> Value {
    if !matches!(style, ScalarStyle::Plain) {
        return Value::String(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => number(text).unwrap_or_else(|| Value::String(text.to_owned())),
    }
}

fn number(text: &str) -> Option<Value> {
    if !text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '.')) {
        return None;
    }
    if let Ok(integer) = text.parse::<i64>() {
        return Some(Value::from(integer));
    }
    if let Some(octal) = text.strip_prefix("0o") {
        return i64::from_str_radix(octal, 8).ok().map(Value::from);
    }
    if let Some(hex) = text.strip_prefix("0x") {
        return i64::from_str_radix(hex, 16).ok().map(Value::from);
    }
    let float = text.parse::<f64>().ok().filter(|float| float.is_finite())?;
    Some(Value::from(float))
}
