//! The only reader of TOML: the text of a scenario in, a [`Model`](crate::model::Model) of plain
//! numbers out.
//!
//! It opens no file: a [`Resolver`] gives the texts. A [`Document`] is what they say, read once;
//! with [`Settings`] it is assembled to a [`Scenario`], as often as one likes.
//!
//! What stands where, in an order to read it in:
//!
//! - `source`, `library`, `resolver`: where texts come from;
//! - `read/`: texts, the trees made of them, and how tables are read key by key; `hints/` says what was surely meant where a
//!   text is no TOML; `parse` makes the tree;
//! - `names`, `values`: who and what there is, and every number with its history;
//! - `facts/`, then `settings/`: what the tables say, and what arguments, overrides and the command line change in it;
//! - `assembled`, `targets`, `judged/`, `show/`: the scenario that comes of it, what its paths lead to,
//!   which of its numbers somebody judged, and what is written of it;
//! - `warnings/`: what is legal but surely a mistake;
//! - `assemble`, `document`: all of it in order.
//!
//! A scenario is read in the order in which its parts may speak: defaults, facts (its own over
//! those it extends), arguments (all sets, then all adds, then all scales), overrides, and last the
//! command line. Names live here and at the edges of the program; the model knows indices only.
//!
//! ```
//! use offramp::scenario::{Document, Setting, Settings, Shipped, Source};
//!
//! let document = Document::read(Source::Shipped("iran-pakistan-2024".into()), &Shipped)?;
//! let baseline = document.assemble(&Settings::default())?;
//! assert_eq!(baseline.names.actors[0].label, "Iran");
//! assert_eq!(baseline.arguments.len(), 49);
//! let settings = Settings { set: vec![Setting::vary("relations.crisis_communication", 0.9)], ..Settings::default() };
//! assert_eq!(document.assemble(&settings)?.number("relations.crisis_communication"), Some(0.9));
//! # Ok::<(), offramp::error::Error>(())
//! ```

mod assemble;
mod assembled;
mod citations;
mod departure;
mod document;
mod entries;
mod facts;
mod hints;
mod judged;
mod known;
pub mod library;
mod names;
mod parse;
mod read;
mod resolver;
mod settings;
mod show;
mod source;
mod targets;
#[cfg(test)]
pub(crate) mod testing;
mod values;
mod warnings;

pub use assembled::Scenario;
pub use citations::Citation;
pub use departure::{Departure, InputDifference};
pub use document::Document;
pub use facts::guide::{Band, Guide, Reference};
pub use facts::placeholders::{Piece, Placeholder, pieces};
pub use facts::record::{Record, RecordedAct};
pub use judged::{Change, Claimed, Judged, JudgedKind, JudgedNumbers, StepKind};
pub use names::{Named, Names};
pub use read::words::{suggestion, suggestion_of_path};
pub use resolver::{Found, Resolver, Shipped};
pub use settings::arguments::{Argument, Expectation};
pub use settings::{Assigned, Setting, Settings};
pub use show::inputs::Input;
pub use show::provenance::{Provenance, readable};
pub use show::schema::schema;
pub use show::starter;
pub use source::Source;
pub use targets::Target;
