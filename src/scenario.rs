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

mod arguments;
mod assemble;
mod document;
mod facts;
mod ladder;
pub mod library;
mod names;
mod overrides;
mod parties;
mod record;
mod resolved;
mod section;
mod source;
mod text;
mod values;

use crate::error::{Error, Problem, printable};
use crate::model::Model;

pub use arguments::{Argument, Expectation, Quantity};
pub use names::{Named, Names};
pub use record::{Record, RecordedAct};
pub use source::Source;

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
    /// What it is about, in a few sentences; empty where the file does not say.
    pub summary: String,
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
    /// What the program runs.
    pub model: Model,
}

impl Scenario {
    /// Reads a scenario by the name or path that a user gives: a path where it ends in `.toml`, else the name of a
    /// shipped one.
    ///
    /// # Errors
    /// Every problem of the files and of the settings.
    pub fn load(name: &str, settings: &Settings) -> Result<Self, Error> {
        let source = Source::named(name, None);
        let document = source::read(&source)?;
        assemble::assemble(&document, source.shown(), source.slug(), settings)
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

    /// The resolved inputs as a scenario of its own, one `path = value` to a line: it runs to the same results, whatever
    /// files, arguments and settings this one was made of.
    #[must_use]
    pub fn resolved(&self) -> String {
        resolved::text(self)
    }

    /// The SHA-256 of [`resolved`](Self::resolved), in hexadecimal: two scenarios with the same digest give the same
    /// results.
    #[must_use]
    pub fn digest(&self) -> String {
        use sha2::{Digest, Sha256};
        use std::fmt::Write;
        let mut hex = String::new();
        for byte in Sha256::digest(self.resolved().as_bytes()) {
            let _ = write!(hex, "{byte:02x}"); // writing to a string cannot fail
        }
        hex
    }
}
