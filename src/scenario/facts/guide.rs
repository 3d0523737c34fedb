//! What a scenario says to its readers: what it is about, what to notice, what to change, and what
//! should come out.

use serde::{Deserialize, Serialize};

use crate::error::{Problem, Problems};
use crate::quantities::Quantity;
use crate::scenario::read::input_value::interval;
use crate::scenario::read::kinds::wrong_kind;
use crate::scenario::read::section::{Section, text};
use crate::scenario::read::text::Spot;
use crate::scenario::read::tree::{Node, Value};
use crate::scenario::read::words::suggestion;

/// The words of a scenario, and its promise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guide {
    /// What it is about, in a few sentences.
    pub summary: String,
    /// What to notice in its results.
    pub shows: String,
    /// What to change, and what then to look for; a sentence or two each.
    pub try_next: Vec<String>,
    /// What critics of the theory say.
    pub critics: String,
    /// Questions for a class.
    pub questions: Vec<String>,
    /// What its authors knew as they set the numbers. A scenario that extends another inherits it.
    pub hindsight: String,
    /// The main results that it should show at 100,000 trials.
    pub expected: Vec<Band>,
    /// The sources that its arguments, texts and comments cite.
    pub sources: Vec<Reference>,
}

impl Guide {
    /// All its words, text by text.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let single = [&self.summary, &self.shows, &self.critics, &self.hindsight];
        let lists = self.try_next.iter().chain(&self.questions);
        single.into_iter().chain(lists).map(String::as_str)
    }
}

/// A source, as `[sources]` has it: a tag, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// By what it is cited.
    pub tag: String,
    /// Author, title, outlet and year.
    pub full: String,
}

/// A range that the mean of a quantity should lie in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The quantity.
    pub quantity: Quantity,
    /// The lowest mean expected.
    pub low: f64,
    /// The highest mean expected.
    pub high: f64,
}

impl Band {
    /// Whether a mean lies in it.
    #[must_use]
    pub fn holds(&self, mean: f64) -> bool {
        (self.low..=self.high).contains(&mean)
    }
}

/// Reads the words of a scenario, `expected` and `[sources]`.
pub fn read(root: &mut Section<'_>, problems: &mut Problems) -> Guide {
    let summary = root.text_or_empty("summary", problems).trim().to_owned();
    let shows = root.text_or_empty("shows", problems).trim().to_owned();
    let try_next = texts(root, "try", problems);
    let critics = root.text_or_empty("critics", problems).trim().to_owned();
    let questions = texts(root, "questions", problems);
    let hindsight = root.text_or_empty("hindsight", problems).trim().to_owned();
    let expected = root
        .get("expected")
        .map(|node| bands(node, problems))
        .unwrap_or_default();
    let sources = sources(root, problems);
    Guide {
        summary,
        shows,
        try_next,
        critics,
        questions,
        hindsight,
        expected,
        sources,
    }
}

/// A list of texts, if the key is there.
fn texts(root: &mut Section<'_>, key: &'static str, problems: &mut Problems) -> Vec<String> {
    let Some(node) = root.get(key) else {
        return Vec::new();
    };
    let Value::List(items) = &node.value else {
        problems.push(wrong_kind(key, "a list of texts", &node.value, &node.spot));
        return Vec::new();
    };
    items
        .iter()
        .filter_map(|item| Some(text(item, key, problems)?.trim().to_owned()))
        .collect()
}

fn bands(node: &Node, problems: &mut Problems) -> Vec<Band> {
    let section = Section::open(node, "[expected]", problems);
    let mut bands = Vec::new();
    for entry in section.iter().flat_map(Section::entries) {
        let Some(quantity) = quantity(&entry.key, &entry.spot, problems) else {
            continue;
        };
        let Some((low, high)) = interval(&entry.node, &entry.key, "[0.2, 0.3]", problems) else {
            continue;
        };
        if quantity.is_share() && !(0.0 <= low && high <= 1.0) {
            let problem = Problem::new(format!(
                "`{}` is a share, and lies between 0 and 1",
                entry.key
            ));
            problems.push(
                problem
                    .at(entry.node.spot.place())
                    .help("write 0.3 for 30 of 100 runs"),
            );
            continue;
        }
        bands.push(Band {
            quantity,
            low,
            high,
        });
    }
    bands
}

/// The quantity with this name.
pub fn quantity(name: &str, spot: &Spot, problems: &mut Problems) -> Option<Quantity> {
    let found = Quantity::named(name);
    if found.is_none() {
        let known = Quantity::names();
        let help =
            suggestion(name, &known).unwrap_or_else(|| format!("known: {}", known.join(", ")));
        problems.push(
            Problem::new(format!("unknown quantity `{name}`"))
                .at(spot.place())
                .help(help),
        );
    }
    found
}

/// `[sources]`: a tag and a full reference each, for the arguments to point to.
fn sources(root: &mut Section<'_>, problems: &mut Problems) -> Vec<Reference> {
    let section = root
        .get("sources")
        .and_then(|node| Section::open(node, "[sources]", problems));
    let entries = section.iter().flat_map(Section::entries);
    entries
        .filter_map(|entry| {
            let full = text(&entry.node, &entry.key, problems)?;
            Some(Reference {
                tag: entry.key.clone(),
                full: full.trim().to_owned(),
            })
        })
        .collect()
}
