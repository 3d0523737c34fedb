//! A place of its own for every result: the folder that it is put into where the user names none.
//!
//! The name says what the result is of: a scenario and what was changed in it, a comparison, what
//! was varied. Trials, seed and precision are no part of it. Where a name cannot be said in
//! lower-case letters, digits and a few signs, or is too long, a digest of all of it stands behind:
//! no two results share a folder in silence, on no file system.

use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::hexadecimal;
use crate::scenario::{Scenario, Source, library};
use crate::study::{Axis, StoryChoice};

/// Maximum length of a name in bytes.
const MOST_BYTES: usize = 80;
/// How many digits of the digest stand behind a name.
const DIGITS: usize = 8;
/// How the folders of other results than runs begin and end: no scenario's name may look so.
const KINDS: &str = "compare- sweep- tip- story- why- rank- shake- discover- shards-";
const AGAIN: &str = "-again";

/// The folder of a result, and a description of the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// The name of its folder in `results`.
    pub folder: String,
    /// What the result is of, in words.
    pub what: String,
}

/// A name and what is changed, in words.
fn with_changes(name: &str, changes: &[String]) -> String {
    std::iter::once(name)
        .chain(changes.iter().map(String::as_str))
        .collect::<Vec<_>>()
        .join(", ")
}

/// A path without what changes nothing in it: `././x.toml` is `x.toml`.
fn path_in_words(shown: &str) -> String {
    let parts = Path::new(shown)
        .components()
        .filter(|part| *part != Component::CurDir);
    parts.collect::<PathBuf>().display().to_string()
}

impl Destination {
    /// The destination of a run.
    #[must_use]
    pub fn of_run(scenario: &Scenario) -> Self {
        Self::new("", scenario, Vec::new())
    }

    /// The destination of a comparison, with the names of its variants.
    #[must_use]
    pub fn of_comparison(base: &Scenario, variants: &[(String, Scenario)]) -> Self {
        let parts = variants
            .iter()
            .map(|(label, scenario)| variant(label, scenario, base));
        Self::new("compare-", base, parts.collect())
    }

    /// The destination of a sweep that shows a quantity.
    #[must_use]
    pub fn of_sweep(base: &Scenario, axes: &[Axis], quantity: &str) -> Self {
        let parts = axes.iter().map(axis).chain([plain(quantity)]);
        Self::new("sweep-", base, parts.collect())
    }

    /// The destination of a tip: where a quantity crosses a share.
    #[must_use]
    pub fn of_tip(base: &Scenario, varied: &Axis, quantity: &str, share: f64) -> Self {
        Self::new(
            "tip-",
            base,
            vec![stretch(varied), plain(quantity), plain(&number(share))],
        )
    }

    /// The destination of the story of a trial that is chosen like this, against a variant where
    /// there is one.
    #[must_use]
    pub fn of_story(
        base: &Scenario,
        choice: StoryChoice,
        against: Option<(&str, &Scenario)>,
    ) -> Self {
        let chosen = match choice {
            StoryChoice::Usual => None,
            StoryChoice::Trial(trial) => Some(plain(&format!("trial-{trial}"))),
            StoryChoice::Outcome(quantity) => Some(plain(quantity.name())),
            StoryChoice::LikeRecord => Some(plain("like-record")),
        };
        let variant = against.map(|(label, scenario)| variant(label, scenario, base));
        Self::new("story-", base, chosen.into_iter().chain(variant).collect())
    }

    /// The destination of the reasons why.
    #[must_use]
    pub fn of_why(scenario: &Scenario) -> Self {
        Self::new("why-", scenario, Vec::new())
    }

    /// The destination of a ranking by these words: the quantity, how and what is ranked.
    #[must_use]
    pub fn of_rank(base: &Scenario, words: &[&str]) -> Self {
        let parts = words.iter().map(|word| plain(word));
        Self::new("rank-", base, parts.collect())
    }

    /// The destination of what readings show: how far numbers may be off, and the share.
    #[must_use]
    pub fn of_readings(kind: &'static str, base: &Scenario, by: f64, quantity: &str) -> Self {
        Self::new(kind, base, vec![plain(&number(by)), plain(quantity)])
    }

    /// The destination of the shards of this result.
    #[must_use]
    pub fn of_shards(self) -> Self {
        let mut folder = format!("shards-{}", self.folder);
        if folder.len() > MOST_BYTES {
            cut(&mut folder, &self.what);
        }
        Self { folder, ..self }
    }

    fn new(kind: &str, scenario: &Scenario, more: Vec<Part>) -> Self {
        let base = source(&scenario.source);
        let parts: Vec<Part> = scenario
            .changes
            .iter()
            .map(|words| change(words))
            .chain(more)
            .collect();
        let mut folder = format!("{kind}{}", base.name);
        for (at, part) in parts.iter().enumerate() {
            folder += if at == 0 { "--" } else { "," };
            folder += &part.name;
        }
        let words: Vec<&str> = std::iter::once(base.words.as_str())
            .chain(parts.iter().map(|part| part.words.as_str()))
            .collect();
        let is_whole = base.is_whole && parts.iter().all(|part| part.is_whole);
        if !is_whole || folder.len() > MOST_BYTES || folder.ends_with('.') {
            cut(&mut folder, &format!("{kind}\n{}", words.join("\n")));
        }
        Self {
            folder,
            what: words.join(", "),
        }
    }
}

/// Cuts a name and puts eight digits of a digest behind it.
fn cut(folder: &mut String, all: &str) {
    let digest = hexadecimal(&Sha256::digest(all));
    folder.truncate(MOST_BYTES - DIGITS - 1); // all of it is ASCII
    let kept = folder
        .trim_end_matches(|c: char| !c.is_ascii_alphanumeric())
        .len();
    folder.truncate(kept);
    *folder += &format!("-{}", &digest[..DIGITS]);
}

/// A part of a name.
struct Part {
    /// As it is written in the name.
    name: String,
    /// As it is.
    words: String,
    /// Whether the name tells all of it.
    is_whole: bool,
}

/// A scenario by its source. The name of a file tells all of it where it lies at hand, is plain,
/// and is not also the name of a shipped scenario.
fn source(shown: &str) -> Part {
    let words = path_in_words(shown);
    let source = Source::named(&words, None);
    let name = source.slug();
    let is_plain = match &source {
        Source::Shipped(shipped) => *shipped == name,
        Source::File(path) => {
            let shipped = library::names().contains(&name.as_str());
            *path == Path::new(&format!("{name}.toml")) && !shipped
        }
    };
    let is_taken = name.contains("--")
        || name.ends_with(AGAIN)
        || KINDS.split(' ').any(|kind| name.starts_with(kind));
    Part {
        is_whole: is_plain && !is_taken,
        name,
        words,
    }
}

/// What the command line changed.
fn change(words: &str) -> Part {
    Part {
        words: words.to_owned(),
        ..plain(&signs(words))
    }
}

/// A variant of a base by its label.
fn variant(label: &str, scenario: &Scenario, base: &Scenario) -> Part {
    if label == scenario.source && scenario.changes == base.changes {
        return source(label);
    }
    // A label may stand for anything: the digest tells what.
    Part {
        words: with_changes(label, &scenario.changes),
        is_whole: false,
        ..plain(label)
    }
}

/// An axis: its path, its ends and how many values it has.
fn axis(axis: &Axis) -> Part {
    let values = axis.values();
    let whole = stretch(axis);
    Part {
        name: format!("{}x{}", whole.name, values.len()),
        words: format!("{} at {}", whole.words, values.len()),
        ..whole
    }
}

/// An axis by its path and ends. Where the values in between are not those of an even axis, to the
/// bit, the digest tells them.
fn stretch(axis: &Axis) -> Part {
    let values = axis.values();
    let from = values.first().copied().unwrap_or_default();
    let to = values.last().copied().unwrap_or_default();
    let even = Axis::spread(axis.path(), from, to, values.len(), false);
    let is_even = !axis.is_log() && even.is_ok_and(|even| even.values() == values);
    let ends = format!("{}={}..{}", axis.path(), number(from), number(to));
    let words = if is_even {
        ends.clone()
    } else {
        format!("{}={values:?}", axis.path())
    };
    let Part { name, is_whole, .. } = plain(&signs(&ends));
    Part {
        name,
        words,
        is_whole: is_whole && is_even,
    }
}

/// A number with all its digits, and no more zeros than can be read.
fn number(value: f64) -> String {
    const MOST_CHARS: usize = 12;
    let plain = value.to_string();
    if plain.len() <= MOST_CHARS {
        plain
    } else {
        format!("{value:?}")
    }
}

/// A change with the signs that a name may have in place of those that it may not.
fn signs(change: &str) -> String {
    let change = change.replace(" = ", "=").replace(".*", ".+");
    match change.split_once(' ') {
        Some((word @ ("without" | "with"), id)) => format!("{word}-{id}"),
        _ => change,
    }
}

/// A text as a name has it.
fn plain(text: &str) -> Part {
    let mut name = String::new();
    for c in text
        .chars()
        .take(MOST_BYTES)
        .map(|c| c.to_ascii_lowercase())
    {
        match c {
            'a'..='z' | '0'..='9' | '.' | '_' | '=' | '+' | '-' => name.push(c),
            _ if name.ends_with('-') => {}
            _ => name.push('-'),
        }
    }
    let is_whole = name == text && !text.is_empty();
    Part {
        name,
        words: text.to_owned(),
        is_whole,
    }
}

#[cfg(test)]
mod tests;
