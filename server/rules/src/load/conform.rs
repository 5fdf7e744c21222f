//! Whether a YAML tree fits a JSON Schema, with every misfit and what was probably meant.
//!
//! The schema is the one that is published for editors, so that what an editor accepts is what the loader accepts. Only
//! the parts of JSON Schema are read that `schemars` generates for the formats of this crate. A key that the schema does
//! not name is always an error.

use serde_json::Value;

use super::RuleError;
use super::yaml::{Node, NodeKind, Place};

/// Every misfit of `node`, in source order.
pub(super) fn misfits(file: &str, node: &Node, schema: &Value) -> Vec<RuleError> {
    let mut walk = Walk {
        file,
        root: schema,
        errors: Vec::new(),
    };
    walk.node(node, schema, "");
    walk.errors
}

/// The name among `names` that is closest to `word`, if any is close.
pub(crate) fn closest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = word.chars().count().max(3) / 3;
    names
        .into_iter()
        .map(|name| {
            (
                strsim::damerau_levenshtein(&word.to_lowercase(), &name.to_lowercase()),
                name,
            )
        })
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, name)| name)
}

/// `; did you mean ...?` or what else there is.
pub(crate) fn suggestion<'a>(
    word: &str,
    names: impl IntoIterator<Item = &'a str> + Clone,
) -> String {
    if let Some(name) = closest(word, names.clone()) {
        return format!("; did you mean `{name}`?");
    }
    let all: Vec<_> = names
        .into_iter()
        .take(24)
        .map(|name| format!("`{name}`"))
        .collect();
    if all.is_empty() {
        String::new()
    } else {
        format!("; known are {}", all.join(", "))
    }
}

struct Walk<'a> {
    file: &'a str,
    root: &'a Value,
    errors: Vec<RuleError>,
}

impl<'a> Walk<'a> {
    fn node(&mut self, node: &Node, schema: &'a Value, field: &str) {
        let schema = self.resolved(schema);
        match &node.kind {
            NodeKind::Scalar(value) => self.scalar(value, node.place, schema, field),
            NodeKind::Sequence(items) => self.sequence(items, node.place, schema, field),
            NodeKind::Mapping(_) => self.mapping(node, schema, field),
        }
    }

    fn scalar(&mut self, value: &Value, place: Place, schema: &'a Value, field: &str) {
        if self.accepts_scalar(value, schema) {
            return;
        }
        let words = self.words(schema);
        let message = match value {
            Value::String(word) if !words.is_empty() => {
                format!(
                    "`{word}` is not a value of this field{}",
                    suggestion(word, words.iter().copied())
                )
            }
            Value::Null => format!("a value is missing; expected {}", self.expected(schema)),
            _ => format!("expected {}, found {value}", self.expected(schema)),
        };
        self.error(place, field, message);
    }

    fn sequence(&mut self, items: &[Node], place: Place, schema: &'a Value, field: &str) {
        let alternatives = self.alternatives(schema);
        match alternatives.iter().find_map(|schema| schema.get("items")) {
            Some(item) => {
                for (index, node) in items.iter().enumerate() {
                    self.node(node, item, &format!("{field}[{index}]"));
                }
            }
            None => self.error(
                place,
                field,
                format!("expected {}, found a list", self.expected(schema)),
            ),
        }
    }

    fn mapping(&mut self, node: &Node, schema: &'a Value, field: &str) {
        let NodeKind::Mapping(entries) = &node.kind else {
            return;
        };
        let alternatives: Vec<_> = self
            .alternatives(schema)
            .into_iter()
            .filter(|schema| is_object(schema))
            .collect();
        if alternatives.is_empty() {
            self.error(
                node.place,
                field,
                format!("expected {}, found a mapping", self.expected(schema)),
            );
            return;
        }
        // The alternative that shares most keys is the one that is meant.
        let shared = |schema: &Value| {
            let names = keys(schema);
            entries
                .iter()
                .filter(|entry| names.contains(&entry.key.as_str()))
                .count()
        };
        let mut shapes = vec![];
        for alternative in &alternatives {
            shapes.push(shared(alternative));
        }
        let most = shapes.iter().copied().max().unwrap_or(0);
        let chosen = shapes.iter().position(|count| *count == most).unwrap_or(0);
        if most == 0 && alternatives.len() > 1 {
            let names: Vec<_> = alternatives
                .iter()
                .flat_map(|schema| keys(schema))
                .collect();
            let message = match entries.first() {
                Some(entry) => format!(
                    "unknown key `{}`{}",
                    entry.key,
                    suggestion(&entry.key, names.iter().copied())
                ),
                None => format!("expected one of {}", names.join(", ")),
            };
            self.error(
                entries.first().map_or(node.place, |entry| entry.place),
                field,
                message,
            );
            return;
        }
        self.object(node, alternatives[chosen], field);
    }

    /// An object with named members, and perhaps the members of one of several variants beside them.
    fn object(&mut self, node: &Node, schema: &'a Value, field: &str) {
        let NodeKind::Mapping(entries) = &node.kind else {
            return;
        };
        let variants: Vec<&'a Value> = match schema.get("properties") {
            Some(_) => schema
                .get("oneOf")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .collect(),
            None => Vec::new(),
        };
        let mut present = Vec::new();
        for entry in entries {
            let path = if field.is_empty() {
                entry.key.clone()
            } else {
                format!("{field}.{}", entry.key)
            };
            let own = property(schema, &entry.key);
            let variant = variants
                .iter()
                .find_map(|variant| property(variant, &entry.key));
            if own.is_none() && variant.is_some() {
                present.push(entry);
            }
            let others = || {
                schema
                    .get("additionalProperties")
                    .filter(|schema| schema.is_object())
            };
            if let Some(member) = own.or(variant).or_else(others) {
                self.node(&entry.value, member, &path);
                continue;
            }
            let mut names = keys(schema);
            names.extend(variants.iter().flat_map(|variant| keys(variant)));
            let message = format!(
                "unknown key `{}`{}",
                entry.key,
                suggestion(&entry.key, names.iter().copied())
            );
            self.error(entry.place, &path, message);
        }
        for name in schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            if !entries.iter().any(|entry| entry.key == name) {
                self.error(node.place, field, format!("`{name}` is missing"));
            }
        }
        if variants.is_empty() {
            return;
        }
        let names: Vec<_> = variants.iter().flat_map(|variant| keys(variant)).collect();
        match present.as_slice() {
            [] => self.error(
                node.place,
                field,
                format!("one of `{}` is missing", names.join("`, `")),
            ),
            [_] => {}
            [_, second, ..] => {
                let message = format!("only one of `{}` may be given", names.join("`, `"));
                self.error(second.place, field, message);
            }
        }
    }

    fn accepts_scalar(&self, value: &Value, schema: &'a Value) -> bool {
        self.alternatives(schema).into_iter().any(|schema| {
            if let Some(constant) = schema.get("const") {
                return constant == value;
            }
            if let Some(values) = schema.get("enum").and_then(Value::as_array) {
                return values.contains(value);
            }
            let types: Vec<&str> = match schema.get("type") {
                Some(Value::String(name)) => vec![name],
                Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
                _ => return schema.is_boolean(),
            };
            let minimum = schema.get("minimum").and_then(Value::as_f64);
            types.into_iter().any(|name| match name {
                "string" => value.is_string(),
                "boolean" => value.is_boolean(),
                "null" => value.is_null(),
                "integer" => {
                    value.is_i64()
                        && minimum.is_none_or(|least| value.as_f64().is_some_and(|v| v >= least))
                }
                "number" => value.is_number(),
                _ => false,
            })
        })
    }

    /// The schemas of which one must fit, references followed.
    fn alternatives(&self, schema: &'a Value) -> Vec<&'a Value> {
        let schema = self.resolved(schema);
        let choice = schema.get("anyOf").or_else(|| {
            schema
                .get("oneOf")
                .filter(|_| schema.get("properties").is_none())
        });
        match choice.and_then(Value::as_array) {
            Some(choices) => choices
                .iter()
                .flat_map(|choice| self.alternatives(choice))
                .collect(),
            None => vec![schema],
        }
    }

    /// The fixed words that a string may be.
    fn words(&self, schema: &'a Value) -> Vec<&'a str> {
        let alternatives = self.alternatives(schema);
        let constants = alternatives.iter().filter_map(|schema| schema.get("const"));
        let listed = alternatives
            .iter()
            .filter_map(|schema| schema.get("enum").and_then(Value::as_array))
            .flatten();
        constants.chain(listed).filter_map(Value::as_str).collect()
    }

    /// What the schema accepts, for a message.
    fn expected(&self, schema: &'a Value) -> String {
        let mut all: Vec<String> = Vec::new();
        for schema in self.alternatives(schema) {
            let name = match (schema.get("type"), schema.get("const")) {
                (_, Some(constant)) => format!("`{}`", constant.as_str().unwrap_or_default()),
                (Some(Value::String(name)), _) if name == "object" => {
                    let names = keys(schema);
                    if names.is_empty() {
                        "a mapping".to_owned()
                    } else {
                        format!("a mapping with `{}`", names.join("`, `"))
                    }
                }
                (Some(Value::String(name)), _) => described(name).to_owned(),
                (Some(Value::Array(names)), _) => {
                    let names: Vec<_> = names
                        .iter()
                        .filter_map(Value::as_str)
                        .filter(|n| *n != "null")
                        .map(described)
                        .collect();
                    names.join(" or ")
                }
                _ => continue,
            };
            if name != "nothing" && !all.contains(&name) {
                all.push(name);
            }
        }
        all.join(" or ")
    }

    fn resolved(&self, mut schema: &'a Value) -> &'a Value {
        while let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            match self.root.pointer(reference.trim_start_matches('#')) {
                Some(target) => schema = target,
                None => break,
            }
        }
        schema
    }

    fn error(&mut self, place: Place, field: &str, message: String) {
        self.errors.push(RuleError {
            file: self.file.to_owned(),
            line: place.line,
            column: place.column,
            field: field.to_owned(),
            message,
        });
    }
}

fn is_object(schema: &Value) -> bool {
    match schema.get("type") {
        Some(Value::String(name)) => name == "object",
        Some(Value::Array(names)) => names.iter().any(|name| name == "object"),
        _ => false,
    }
}

fn property<'a>(schema: &'a Value, name: &str) -> Option<&'a Value> {
    schema.get("properties")?.get(name)
}

/// The keys that an object schema names.
fn keys(schema: &Value) -> Vec<&str> {
    schema
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .map(|(name, _)| name.as_str())
        .collect()
}

fn described(name: &str) -> &str {
    match name {
        "string" => "a string",
        "boolean" => "true or false",
        "integer" => "a whole number",
        "number" => "a number",
        "array" => "a list",
        "object" => "a mapping",
        _ => "nothing",
    }
}
