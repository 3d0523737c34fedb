//! The only reader of TOML: the text of a scenario in, a [`Model`] of plain numbers out.
//!
//! It opens no file: a [`Resolver`] gives the texts. A [`Document`] is what they say, read once; with [`Settings`] it is
//! assembled to a [`Scenario`], as often as one likes.
//!
//! A scenario is read in the order in which its parts may speak: defaults, facts (its own over those it extends),
//! arguments (all sets, then all adds, then all scales), overrides, and last the command line. Names live here and at
//! the edges of the program; the model knows indices only.
//!
//! ```
//! use offramp::scenario::{Document, Setting, Settings, Shipped, Source};
//!
//! let document = Document::read(Source::Shipped("iran-pakistan-2024".into()), &Shipped)?;
//! let baseline = document.assemble(&Settings::default())?;
//! assert_eq!(baseline.names.actors[0].label, "Iran");
//! assert_eq!(baseline.arguments.len(), 34);
//! let settings = Settings { set: vec![Setting::vary("relations.channel", 0.9)], ..Settings::default() };
//! assert_eq!(document.assemble(&settings)?.number("relations.channel"), Some(0.9));
//! # Ok::<(), offramp::error::Error>(())
//! ```

mod actors;
mod arguments;
mod assemble;
mod contradictions;
mod difference;
mod document;
mod facts;
mod guide;
mod hints;
mod idle_parties;
mod input_value;
mod inputs;
mod kinds;
mod ladder;
pub mod library;
mod misplaced;
mod names;
mod option;
mod overrides;
mod parties;
mod provenance;
mod record;
mod resolved;
mod resolver;
mod schema;
mod section;
mod settings;
mod source;
pub mod starter;
mod switches;
mod targets;
mod text;
mod tree;
mod unheard;
mod values;
mod warnings;

use crate::error::{Error, Problem};
use crate::model::Model;

pub use arguments::{Argument, Expectation};
pub use difference::Difference;
pub use document::Document;
pub use guide::{Band, Guide};
pub use inputs::Input;
pub use names::{Named, Names};
pub use provenance::{Provenance, readable};
pub use record::{Record, RecordedAct};
pub use resolver::{Found, Resolver, Shipped};
pub use schema::schema;
pub use section::suggestion;
pub use settings::{Assigned, Setting, Settings};
pub use source::Source;
pub use targets::Target;
pub use values::figure;

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
