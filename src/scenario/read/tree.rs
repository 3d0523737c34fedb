//! TOML as a tree in which every key and value knows its place.
//!
//! The tree is walked by hand rather than by serde, since serde stops at the first error and
//! forgets places when files are merged; here every problem of a file is found in one go, and
//! points into the file it came from.

pub use super::text::{Spot, Text};

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

/// A value and its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it stands.
    pub spot: Spot,
    /// What it is.
    pub value: Value,
}

impl Node {
    /// Whether it is a table.
    pub const fn is_table(&self) -> bool {
        matches!(self.value, Value::Table(_))
    }

    /// The entries of a table; none of anything else.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Table(entries) => entries,
            _ => &[],
        }
    }
}

/// What a node can be.
#[derive(Clone, Debug)]
pub enum Value {
    /// A string.
    Text(String),
    /// An integer or a float.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// An array.
    List(Vec<Node>),
    /// A table.
    Table(Vec<Entry>),
    /// A date or time, which no scenario uses.
    Date,
}

/// A key of a table with its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub spot: Spot,
    /// Its value.
    pub node: Node,
}

impl Value {
    /// What it is, in a sentence.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Number(_) => "a number",
            Self::Bool(_) => "true or false",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
            Self::Date => "a date",
        }
    }
}

/// A value of TOML, which stands at `span` of a text.
pub fn convert(text: &Arc<Text>, span: Range<usize>, value: &DeValue<'_>) -> Node {
    let value = match value {
        DeValue::String(string) => Value::Text(string.to_string()),
        DeValue::Integer(integer) => {
            let whole = i128::from_str_radix(integer.as_str(), integer.radix());
            Value::Number(whole.map_or(f64::NAN, |whole| whole as f64))
        }
        DeValue::Float(float) => Value::Number(float.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(value) => Value::Bool(*value),
        DeValue::Datetime(_) => Value::Date,
        DeValue::Array(items) => Value::List(
            items
                .iter()
                .map(|item| convert(text, item.span(), item.get_ref()))
                .collect(),
        ),
        DeValue::Table(table) => convert_table(text, table),
    };
    Node {
        spot: Spot::new(text, span),
        value,
    }
}

pub fn convert_table(text: &Arc<Text>, table: &DeTable<'_>) -> Value {
    let mut entries = Vec::new();
    for (key, value) in table {
        entries.push(Entry {
            key: key.get_ref().to_string(),
            spot: Spot::new(text, key.span()),
            node: convert(text, value.span(), value.get_ref()),
        });
    }
    // In the order of the file, which names are shown in; it changes no result.
    entries.sort_by_key(|entry| entry.spot.start());
    Value::Table(entries)
}

/// Puts a file on top of the one that it extends: they merge, save that overrides pile up, so that
/// each is compared with what it overrides.
pub fn extend(base: &mut Node, mut over: Node) {
    let mut piled = Vec::new();
    if let Some(Value::Table(entries)) = child(&mut base.value, "overrides")
        && let Some(Value::Table(above)) = child(&mut over.value, "overrides")
    {
        piled = std::mem::take(entries);
        piled.append(above);
    }
    merge(base, over);
    if let Some(Value::Table(entries)) =
        child(&mut base.value, "overrides").filter(|_| !piled.is_empty())
    {
        *entries = piled;
    }
}

fn child<'v>(value: &'v mut Value, key: &str) -> Option<&'v mut Value> {
    let Value::Table(entries) = value else {
        return None;
    };
    entries
        .iter_mut()
        .find(|entry| entry.key == key)
        .map(|entry| &mut entry.node.value)
}

/// Puts `over` on top of `base`: tables merge key by key, everything else is replaced, an uncertain
/// value as a whole.
fn merge(base: &mut Node, over: Node) {
    match (&mut base.value, over.value) {
        (Value::Table(below), Value::Table(above))
            if !is_uncertain(below) && !is_uncertain(&above) =>
        {
            let places: BTreeMap<String, usize> = below
                .iter()
                .enumerate()
                .map(|(at, entry)| (entry.key.clone(), at))
                .collect();
            for entry in above {
                match places.get(&entry.key) {
                    Some(&at) => merge(&mut below[at].node, entry.node),
                    None => below.push(entry),
                }
            }
        }
        (_, value) => {
            *base = Node {
                spot: over.spot,
                value,
            }
        }
    }
}

/// The keys by which an uncertain value is known.
pub const DISTRIBUTIONS: [&str; 5] = ["uniform", "triangular", "pert", "normal", "choice"];

/// Whether a table is an uncertain value: one distribution with a list. (A table of actors, one of
/// them called `normal`, holds tables.)
fn is_uncertain(entries: &[Entry]) -> bool {
    matches!(entries, [entry] if DISTRIBUTIONS.contains(&entry.key.as_str()) && matches!(entry.node.value, Value::List(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::WrittenIn;
    use crate::scenario::parse::parse;

    fn document(content: &str) -> Node {
        parse(&Text::new(
            WrittenIn::Scenario("test.toml".into()),
            content.into(),
            0,
        ))
        .unwrap()
    }

    fn at<'n>(node: &'n Node, path: &str) -> &'n Node {
        path.split('.').fold(node, |node, key| match &node.value {
            Value::Table(entries) => &entries.iter().find(|entry| entry.key == key).unwrap().node,
            other => panic!("{key} in {}", other.kind()),
        })
    }

    #[test]
    fn a_value_knows_its_line_and_column() {
        let node = document("a = 1\n\n[b]\n\"ü\" = 2\n  c = [1_000, \"x\"]\n");
        let place = at(&node, "b.c").spot.place().unwrap();
        assert_eq!((place.line, place.column, place.width), (5, 7, 12));
        assert_eq!(place.text, "  c = [1_000, \"x\"]");
        assert!(
            matches!(&at(&node, "b.c").value, Value::List(items) if matches!(items[0].value, Value::Number(1000.0)))
        );
    }

    #[test]
    fn tables_merge_and_all_else_is_replaced() {
        let mut base =
            document("x = [1]\n[t]\na = { uniform = [0, 1] }\nb = 2\n[actors.normal]\nk = 1");
        merge(
            &mut base,
            document("x = [2, 3]\n[t]\na = { normal = [0, 1] }\nc = 3\n[actors.normal]\nl = 2"),
        );
        assert!(matches!(&at(&base, "x").value, Value::List(items) if items.len() == 2));
        assert!(matches!(&at(&base, "t.a").value, Value::Table(entries) if entries.len() == 1));
        assert!(matches!(at(&base, "t.b").value, Value::Number(2.0)));
        assert!(matches!(
            at(&base, "actors.normal.k").value,
            Value::Number(1.0)
        ));
        assert!(matches!(
            at(&base, "actors.normal.l").value,
            Value::Number(2.0)
        ));
    }
}
