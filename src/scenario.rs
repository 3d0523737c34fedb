//! The only reader of TOML: a scenario file in, a [`Model`] of plain numbers out.
//!
//! A scenario is read in the order in which its parts may speak: defaults, facts (its own over those it extends),
//! arguments (all sets, then all adds, then all scales), overrides, and last the command line. Names live here and at
//! the edges of the program; the model knows indices only.
//!
//! ```
//! use offramp::scenario::{Scenario, Settings};
//!
//! let baseline = Scenario::shipped("iran-pakistan-2024", &Settings::default())?;
//! assert_eq!(baseline.names.actors[0].label, "Iran");
//! assert_eq!(baseline.arguments.len(), 34);
//! # Ok::<(), offramp::error::Error>(())
//! ```

mod actors;
mod arguments;
mod assemble;
mod bystanders;
mod contradictions;
mod difference;
mod document;
mod facts;
mod given;
mod guide;
mod hints;
mod inputs;
mod kinds;
mod ladder;
pub mod library;
mod misplaced;
mod names;
mod overrides;
mod parties;
mod provenance;
mod record;
mod resolved;
mod schema;
mod section;
mod source;
pub mod starter;
mod switches;
mod text;
mod values;
mod warnings;

use std::ffi::OsStr;

use crate::error::{Error, Problem, printable};
use crate::model::Model;

pub use arguments::{Argument, Expectation};
pub use difference::Difference;
pub use guide::{Band, Guide};
pub use inputs::Input;
pub use names::{Named, Names};
pub use provenance::{Provenance, readable};
pub use record::{Record, RecordedAct};
pub use schema::schema;
pub use section::suggestion;
pub use source::Source;
pub use values::figure;

/// What the command line puts on top of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Paths and values, written as in TOML; the last word, in this order.
    pub set: Vec<(String, String)>,
    /// Arguments to switch on.
    pub with: Vec<String>,
    /// Arguments to switch off.
    pub without: Vec<String>,
}

impl Settings {
    /// These settings with others on top; where both set one path or switch one argument, the others count.
    #[must_use]
    pub fn with(&self, others: &Self) -> Self {
        let set_anew = |path: &str| others.set.iter().any(|(other, _)| other == path);
        let switches = [(&others.without, "0"), (&others.with, "1")];
        let is_switched = |id: &String| switches.iter().any(|(ids, _)| ids.contains(id));
        let kept = self.set.iter().filter(|(path, _)| {
            let switched = switches::weighted_argument(path).is_some_and(|id| is_switched(&id.to_owned()));
            !switched && !set_anew(path)
        });
        // Weights come after switches; so a switch over the weights of all is one more weight.
        let all = self.set.iter().any(|(path, _)| path == "arguments.*") && !set_anew("arguments.*");
        let weights = switches.into_iter().flat_map(|(ids, weight)| {
            ids.iter()
                .map(move |id| (format!("arguments.{id}"), weight.to_owned()))
                .filter(|(path, _)| all && !set_anew(path))
        });
        let switched = |own: &[String], on: &[String], off: &[String]| -> Vec<String> {
            own.iter().filter(|id| !off.contains(id)).chain(on.iter().filter(|id| !own.contains(id))).cloned().collect()
        };
        Self {
            set: kept.cloned().chain(weights).chain(others.set.iter().cloned()).collect(),
            with: switched(&self.with, &others.with, &others.without),
            without: switched(&self.without, &others.without, &others.with),
        }
    }

    /// Each setting in a few words.
    #[must_use]
    pub fn in_words(&self) -> Vec<String> {
        let without = self.without.iter().map(|id| format!("without {id}"));
        let with = self.with.iter().map(|id| format!("with {id}"));
        let set = self.set.iter().map(|(path, value)| format!("{path} = {value}"));
        without.chain(with).chain(set).map(|words| printable(&words)).collect()
    }
}

/// A scenario, checked and resolved.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Its title.
    pub name: String,
    /// What it tells its readers.
    pub guide: Guide,
    /// Where it came from, as the user would name it.
    pub source: String,
    /// What the command line changed in it, each in a few words.
    pub changes: Vec<String>,
    /// A short name fit for a folder.
    pub slug: String,
    /// The names behind the model's indices.
    pub names: Names,
    /// The analysts' arguments, by id, with those switched off.
    pub arguments: Vec<Argument>,
    /// What really happened, where the scenario says so.
    pub record: Option<Record>,
    /// What is legal in it but surely a mistake.
    pub warnings: Vec<Problem>,
    /// How every number came about.
    values: values::Values,
    /// What the program runs.
    pub model: Model,
}

/// A scenario as it was read, to be put together with any settings, as often as one likes.
#[derive(Clone, Debug)]
pub struct Draft {
    document: document::Node,
    source: Source,
}

impl Draft {
    /// Reads a scenario by the name or path that a user gives.
    ///
    /// # Errors
    /// A file that cannot be read, or is no TOML.
    pub fn read(name: impl AsRef<OsStr>) -> Result<Self, Error> {
        let source = Source::named(name.as_ref(), None);
        Ok(Self { document: source::read(&source)?, source })
    }

    /// The scenario with these settings.
    ///
    /// # Errors
    /// As [`Scenario::load`].
    pub fn with(&self, settings: &Settings) -> Result<Scenario, Error> {
        assemble::assemble(&self.document, self.source.shown(), self.source.slug(), settings)
    }
}

impl Scenario {
    /// Reads a scenario by the name or path that a user gives: a path where it ends in `.toml`, else the name of a
    /// shipped one.
    ///
    /// # Errors
    /// Every problem of the files and of the settings.
    pub fn load(name: impl AsRef<OsStr>, settings: &Settings) -> Result<Self, Error> {
        Draft::read(name)?.with(settings)
    }

    /// Reads a shipped scenario.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn shipped(name: &str, settings: &Settings) -> Result<Self, Error> {
        let source = Source::Shipped(name.to_owned());
        assemble::assemble(&source::read(&source)?, source.shown(), source.slug(), settings)
    }

    /// Reads a scenario from its text, called `name` in messages; it must not extend another.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn from_text(name: &str, text: &str, settings: &Settings) -> Result<Self, Error> {
        let text = document::Text::new(name.to_owned(), text.to_owned(), 0);
        let document = document::parse(&text).map_err(Error::Scenario)?;
        let source = Source::File(name.into());
        if source::extended(&document, &source)?.is_some() {
            let problem = Problem::new(format!("{name} extends another scenario, and a mere text cannot"));
            return Err(Error::Scenario(vec![problem.help("load it from a file")]));
        }
        assemble::assemble(&document, name.to_owned(), source.slug(), settings)
    }

    /// Reads a scenario from what [`resolved`](Self::resolved) gave, under the name that it had then.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn restored(text: &str, source: &str, slug: &str, changes: &[String]) -> Result<Self, Error> {
        let read = Self::from_text(source, text, &Settings::default())?;
        Ok(Self { slug: Source::File(slug.into()).slug(), changes: changes.to_vec(), ..read })
    }

    /// The scenario as a file of its own, its inputs resolved: it runs to the same results, whatever files, arguments and
    /// settings this one was made of.
    #[must_use]
    pub fn resolved(&self) -> String {
        resolved::text(self)
    }

    /// All inputs, resolved, in the order of a scenario file.
    #[must_use]
    pub fn inputs(&self) -> Vec<Input> {
        inputs::inputs(self)
    }

    /// The inputs in which `other` differs from this scenario; none where both give the same results.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        difference::differences(self, other)
    }

    /// Every number that a path stands for, with what made it so.
    ///
    /// # Errors
    /// A path that leads nowhere.
    pub fn provenance(&self, path: &str) -> Result<Vec<Provenance>, Error> {
        provenance::of_path(self, path).map_err(|problem| Error::Scenario(vec![problem]))
    }

    /// Every number, with what made it so.
    #[must_use]
    pub fn provenances(&self) -> Vec<Provenance> {
        provenance::all(self)
    }

    /// The SHA-256 of the name and the resolved inputs, in hexadecimal: two scenarios with the same digest give the same
    /// results.
    #[must_use]
    pub fn digest(&self) -> String {
        use sha2::{Digest, Sha256};
        crate::error::hexadecimal(&Sha256::digest(resolved::canonical(self).as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_settings_the_later_has_the_last_word_on_an_argument() {
        let set = |pairs: &[(&str, &str)]| pairs.iter().map(|&(path, value)| (path.into(), value.into())).collect();
        let off = Settings { without: vec!["china-counsels".into()], ..Settings::default() };
        for (weighted, weight) in [("arguments.china-counsels", 0.0), ("arguments.*", 0.0), ("relations.trust", 0.0)] {
            let base = Settings { set: set(&[(weighted, "1")]), ..Settings::default() };
            let scenario = Scenario::shipped("iran-pakistan-2024", &base.with(&off)).unwrap();
            let argument = scenario.arguments.iter().find(|argument| argument.id == "china-counsels").unwrap();
            assert_eq!(argument.weight, weight, "{weighted}");
        }
        let half = Settings { set: set(&[("arguments.*", "0.5")]), ..Settings::default() };
        assert_eq!(half.with(&off).set, set(&[("arguments.*", "0.5"), ("arguments.china-counsels", "0")]));
        assert_eq!(half.with(&half), half);
        assert_eq!(off.with(&half), Settings { without: off.without.clone(), ..half.clone() });
    }
}
