//! A scenario as it was read, with all that it extends.

use std::ffi::OsStr;

use super::assemble::assemble;
use super::section::wrong_kind;
use super::tree::{Node, Spot, Text, Value, extend, parse};
use super::{Scenario, Settings, Source};
use crate::error::{Error, Problem, WrittenIn};

/// Keys that are not inherited.
const OWN_WORDS: [&str; 4] = ["summary", "shows", "try", "expected"];
/// How many files may extend each other in a row.
const MOST_LEVELS: usize = 8;

/// A scenario that was read and parsed, to be assembled with any settings, as often as one likes: whatever becomes of its
/// files meanwhile, all that is assembled from it is of one text.
#[derive(Clone, Debug)]
pub struct Document {
    source: Source,
    /// Its own table on top of those that it extends.
    root: Node,
}

impl Document {
    /// Reads a scenario by the name or path that a user gives.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn load(name: impl AsRef<OsStr>) -> Result<Self, Error> {
        Self::read(Source::named(name, None))
    }

    /// Reads a scenario with all that it extends.
    ///
    /// # Errors
    /// A text that is missing or no TOML; a chain that is circular or too long.
    pub fn read(source: Source) -> Result<Self, Error> {
        let root = read(&source)?;
        Ok(Self { source, root })
    }

    /// Parses a text, called `name` in messages; it must not extend a scenario.
    ///
    /// # Errors
    /// It is no TOML, or extends a scenario.
    pub fn from_text(name: &str, text: &str) -> Result<Self, Error> {
        let source = Source::File(name.into());
        let root =
            parse(&Text::new(WrittenIn::Scenario(name.to_owned()), text.to_owned(), 0)).map_err(Error::Scenario)?;
        if extended(&root, &source)?.is_some() {
            let problem = Problem::new(format!("{name} extends another scenario, and a mere text cannot"));
            return Err(Error::Scenario(vec![problem.help("load it from a file")]));
        }
        Ok(Self { source, root })
    }

    /// The scenario with these settings: checked and resolved.
    ///
    /// # Errors
    /// Every problem of the scenario and of the settings.
    pub fn assemble(&self, settings: &Settings) -> Result<Scenario, Error> {
        assemble(&self.root, &self.source, settings)
    }
}

/// Reads a scenario with all that it extends, merged.
///
/// # Errors
/// A file that is missing or no TOML; a chain that is circular or too long.
fn read(source: &Source) -> Result<Node, Error> {
    let mut chain = vec![source.clone()];
    let mut layers = Vec::new();
    let mut named_at: Option<Spot> = None;
    loop {
        let current = &chain[chain.len() - 1];
        let content = current.read().map_err(|error| in_extends(error, named_at.as_ref()))?;
        let text = Text::new(WrittenIn::Scenario(current.shown()), content, layers.len());
        let node = parse(&text).map_err(Error::Scenario)?;
        let next = extended(&node, current)?;
        layers.push(node);
        let Some((next, spot)) = next else { break };
        let circular = chain.iter().any(|known| known.identity() == next.identity());
        chain.push(next);
        if circular || chain.len() > MOST_LEVELS + 1 {
            let shown: Vec<String> = chain.iter().map(Source::shown).collect();
            let what = if circular { "extends itself" } else { "extends more than 8 levels deep" };
            let problem = Problem::new(format!("the scenario {what}: {}", shown.join(" -> "))).at(spot.place());
            return Err(Error::Scenario(vec![problem.help("remove one `extends` of the chain")]));
        }
        named_at = Some(spot);
    }
    // What a scenario says of its results does not hold of one that changes it.
    for layer in layers.iter_mut().skip(1) {
        if let Value::Table(entries) = &mut layer.value {
            entries.retain(|entry| !OWN_WORDS.contains(&entry.key.as_str()));
        }
    }
    let mut layers = layers.into_iter().rev();
    // There is at least the layer of `source` itself.
    let Some(mut merged) = layers.next() else { unreachable!("a scenario has one layer at least") };
    for layer in layers {
        extend(&mut merged, layer);
    }
    Ok(merged)
}

/// The error of a file that cannot be read; where another extends it, that is the other's fault, at its `extends`.
fn in_extends(error: Error, named_at: Option<&Spot>) -> Error {
    let Some(spot) = named_at else { return error };
    Error::Scenario(error.problems().iter().map(|problem| problem.clone().at(spot.place())).collect())
}

/// What a document extends, if anything, and where it says so.
///
/// # Errors
/// `extends` is no text.
fn extended(node: &Node, from: &Source) -> Result<Option<(Source, Spot)>, Error> {
    let Value::Table(entries) = &node.value else { return Ok(None) };
    let Some(entry) = entries.iter().find(|entry| entry.key == "extends") else { return Ok(None) };
    match &entry.node.value {
        Value::Text(name) => Ok(Some((Source::named(name, Some(from)), entry.node.spot.clone()))),
        other => Err(Error::Scenario(vec![wrong_kind("extends", "text", other, &entry.node.spot)])),
    }
}
