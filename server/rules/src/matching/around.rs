//! The text that the program writes around data.

use tripline_flow::{Built, BuiltPart, Kind, Label, Piece, Shape, Value};

/// What stands for an inserted value.
const INSERTED: &str = "{}";
/// Deepest text inside a text that is looked into.
const MAX_DEPTH: usize = 4;

/// A text with `{}` for each value that is inserted into it; nothing of a collection or an object, which is no text.
pub(super) struct Around<'a> {
    text: String,
    /// The labels of each inserted value, with the length in bytes of what stands before it.
    inserted: Vec<(usize, Vec<&'a Label>)>,
}

impl<'a> Around<'a> {
    /// The text of a value at a sink of a kind. `built` is what the function that it is passed to builds around it.
    pub(super) fn of(value: &'a Value, built: Option<&Built>, kind: Kind) -> Around<'a> {
        let mut around = Around {
            text: String::new(),
            inserted: Vec::new(),
        };
        let Some(built) = built else {
            around.add(value, kind, 0);
            return around;
        };
        for part in &built.0 {
            match part {
                BuiltPart::Text(text) => around.text.push_str(text),
                BuiltPart::Other => around.text.push_str(INSERTED),
                BuiltPart::Data => around.add(value, kind, 0),
            }
        }
        around
    }

    /// The whole text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the data of a label, wherever that is inserted.
    pub(super) fn before(&self, label: &Label) -> impl Iterator<Item = &str> {
        let holds = move |labels: &[&Label]| labels.iter().any(|one| one.enters_like(label));
        self.inserted
            .iter()
            .filter(move |(_, labels)| holds(labels))
            .map(|(length, _)| &self.text[..*length])
    }

    fn add(&mut self, value: &'a Value, kind: Kind, depth: usize) {
        let shape = value.shape.as_deref().filter(|shape| shape.has_hole());
        match (value.content.string(), shape) {
            (Some(text), _) => self.text.push_str(text),
            (None, Some(shape)) if depth < MAX_DEPTH => self.add_pieces(shape, kind, depth),
            (None, None) if value.fields.is_some() => {}
            _ => {
                let labels = value.taint.against(kind).collect();
                self.inserted.push((self.text.len(), labels));
                self.text.push_str(INSERTED);
            }
        }
    }

    fn add_pieces(&mut self, shape: &'a Shape, kind: Kind, depth: usize) {
        for piece in &shape.pieces {
            match piece {
                Piece::Text { text, .. } => self.text.push_str(text),
                Piece::Hole { value, .. } => self.add(value, kind, depth + 1),
            }
        }
    }
}
