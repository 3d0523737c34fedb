//! A scenario as it was read, with all that it extends.

use super::assemble::assemble;
use super::assembled::Scenario;
use super::departure::Departure;
use super::parse::parse;
use super::read::kinds::wrong_kind;
use super::read::text::{Spot, Text};
use super::read::tree::{Node, Value, extend};
use super::resolver::{Resolver, Shipped};
use super::settings::Settings;
use super::source::Source;
use crate::error::{Error, Problem, WrittenIn};

/// Keys that are not inherited.
const OWN_WORDS: [&str; 7] = [
    "summary",
    "shows",
    "try",
    "critics",
    "questions",
    "expected",
    // What happened is no measure of what might have.
    "record",
];
/// How many files may extend each other in a row.
const MOST_LEVELS: usize = 8;

/// A scenario that was read and parsed, to be assembled with any settings, as often as one likes:
/// whatever becomes of its files meanwhile, all that is assembled from it is of one text.
#[derive(Clone, Debug)]
pub struct Document {
    source: Source,
    /// Its own table on top of those that it extends.
    root: Node,
    /// What it builds on: the last of those that it extends; none where it extends nothing.
    origin: Option<Box<Self>>,
}

impl Document {
    /// Reads a scenario with all that it extends, each from the text that the resolver gives.
    ///
    /// # Errors
    /// What the resolver fails with; a text that is no TOML; scenarios that extend each other in a circle, or more than 8 in a
    /// row.
    pub fn read(source: Source, resolver: &dyn Resolver) -> Result<Self, Error> {
        let chain = layers(&source, resolver)?;
        let origin = match chain.layers.as_slice() {
            [_, .., last] => Some(Box::new(Self {
                source: chain.last,
                root: last.clone(),
                origin: None,
            })),
            _ => None,
        };
        Ok(Self {
            source,
            root: merged(chain.layers),
            origin,
        })
    }

    /// Parses a text, called `name` in messages; it must not extend a scenario.
    ///
    /// # Errors
    /// It is no TOML, or extends a scenario.
    pub fn from_text(name: &str, text: &str) -> Result<Self, Error> {
        let source = Source::File(name.into());
        let root = parse(&Text::new(
            WrittenIn::Scenario(name.to_owned()),
            text.to_owned(),
            0,
        ))
        .map_err(Error::Scenario)?;
        if extended(&root, &source)?.is_some() {
            let problem = Problem::new(format!(
                "{name} extends another scenario, and a mere text cannot"
            ));
            return Err(Error::Scenario(vec![problem.help("load it from a file")]));
        }
        Ok(Self {
            source,
            root,
            origin: None,
        })
    }

    /// The scenario with these settings, and what is changed in it: compared with the last of those
    /// that it extends, or with itself without settings.
    ///
    /// # Errors
    /// Every problem of the scenario and of the settings.
    pub fn case(&self, settings: &Settings) -> Result<Scenario, Error> {
        let mut scenario = self.assemble(settings)?;
        let origin = match &self.origin {
            None if settings.is_empty() => return Ok(scenario),
            None => self.assemble(&Settings::default()),
            Some(origin) => origin.assemble(&Settings::default()),
        };
        // An origin may be no whole scenario by itself; then nothing is known of it.
        if let Ok(origin) = origin {
            scenario.departure = Some(Departure {
                from: origin.name.clone(),
                source: origin.source.clone(),
                inputs: origin.differences(&scenario),
            });
        }
        Ok(scenario)
    }

    /// What it extends, if anything.
    #[must_use]
    pub fn extends(&self) -> Option<Source> {
        // Its own `extends` lies over those of what it extends.
        let extended = extended(&self.root, &self.source).ok().flatten();
        extended.map(|(source, _)| source)
    }

    /// Its own table on top of those that it extends.
    pub(super) const fn root(&self) -> &Node {
        &self.root
    }

    /// The scenario with these settings: checked and resolved.
    ///
    /// # Errors
    /// Every problem of the scenario and of the settings.
    pub fn assemble(&self, settings: &Settings) -> Result<Scenario, Error> {
        assemble(&self.root, &self.source, settings)
    }
}

impl Scenario {
    /// Reads a shipped scenario.
    ///
    /// # Errors
    /// There is none of that name; every problem of the settings.
    pub fn shipped(name: &str, settings: &Settings) -> Result<Self, Error> {
        Document::read(Source::Shipped(name.to_owned()), &Shipped)?.assemble(settings)
    }

    /// Reads a scenario from its text, called `name` in messages; it must not extend another.
    ///
    /// # Errors
    /// Every problem of the text and of the settings.
    pub fn from_text(name: &str, text: &str, settings: &Settings) -> Result<Self, Error> {
        Document::from_text(name, text)?.assemble(settings)
    }
}

/// A scenario and all that it extends.
struct Chain {
    /// The scenario first.
    layers: Vec<Node>,
    /// Where the last of them came from.
    last: Source,
}

/// Reads a scenario and all that it extends.
///
/// # Errors
/// A text that is missing or no TOML; a chain that is circular or too long.
fn layers(source: &Source, resolver: &dyn Resolver) -> Result<Chain, Error> {
    let mut found = resolver.text(source)?;
    let mut chain = vec![source.clone()];
    let mut identities = Vec::new();
    let mut layers = Vec::new();
    loop {
        let current = &chain[chain.len() - 1];
        let text = Text::new(
            WrittenIn::Scenario(current.shown()),
            found.text.into_owned(),
            layers.len(),
        );
        let node = parse(&text).map_err(Error::Scenario)?;
        let next = extended(&node, current)?;
        identities.push(found.identity);
        layers.push(node);
        let Some((next, spot)) = next else {
            let last = chain.pop().unwrap_or_else(|| source.clone());
            return Ok(Chain { layers, last });
        };
        let at_next = resolver.text(&next);
        let circular = at_next
            .as_ref()
            .is_ok_and(|next| identities.contains(&next.identity));
        chain.push(next);
        if circular || chain.len() > MOST_LEVELS + 1 {
            let shown: Vec<String> = chain.iter().map(Source::shown).collect();
            let what = if circular {
                "extends itself"
            } else {
                "extends more than 8 levels deep"
            };
            let problem = Problem::new(format!("the scenario {what}: {}", shown.join(" -> ")))
                .at(spot.place());
            return Err(Error::Scenario(vec![
                problem.help("remove one `extends` of the chain"),
            ]));
        }
        found = at_next.map_err(|error| in_extends(&error, &spot))?;
    }
}

/// The layers of a scenario, the scenario first, merged into one table.
fn merged(mut layers: Vec<Node>) -> Node {
    // What a scenario says of its results does not hold of one that changes it.
    for layer in layers.iter_mut().skip(1) {
        if let Value::Table(entries) = &mut layer.value {
            entries.retain(|entry| !OWN_WORDS.contains(&entry.key.as_str()));
        }
    }
    let mut layers = layers.into_iter().rev();
    // There is at least the layer of the scenario itself.
    let Some(mut merged) = layers.next() else {
        unreachable!("a scenario has one layer at least")
    };
    for layer in layers {
        extend(&mut merged, layer);
    }
    merged
}

/// The error of a text that cannot be read, as that of the scenario that extends it, at its
/// `extends`.
fn in_extends(error: &Error, spot: &Spot) -> Error {
    Error::Scenario(
        error
            .problems()
            .iter()
            .map(|problem| problem.clone().at(spot.place()))
            .collect(),
    )
}

/// What a document extends, if anything, and where it says so.
///
/// # Errors
/// `extends` is no text.
fn extended(node: &Node, from: &Source) -> Result<Option<(Source, Spot)>, Error> {
    let Value::Table(entries) = &node.value else {
        return Ok(None);
    };
    let Some(entry) = entries.iter().find(|entry| entry.key == "extends") else {
        return Ok(None);
    };
    match &entry.node.value {
        Value::Text(name) => Ok(Some((
            Source::named(name, Some(from)),
            entry.node.spot.clone(),
        ))),
        other => Err(Error::Scenario(vec![wrong_kind(
            "extends",
            "text",
            other,
            &entry.node.spot,
        )])),
    }
}

#[cfg(test)]
mod tests;
