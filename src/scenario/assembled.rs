//! A scenario, checked and resolved.

use std::collections::BTreeSet;

use super::departure::Departure;
use super::facts::guide::Guide;
use super::facts::record::Record;
use super::names::Names;
use super::settings::arguments::Argument;
use super::values::Values;
use crate::error::Problem;
use crate::model::{Model, Slot};

/// A scenario, checked and resolved.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Its title.
    pub name: String,
    /// What it says to its readers.
    pub guide: Guide,
    /// Where it came from, as the user would name it.
    pub source: String,
    /// What the command line changed in it, each in a few words.
    pub changes: Vec<String>,
    /// What is changed in it, where it is one of [`super::Document::case`] and builds on another or
    /// has settings.
    pub departure: Option<Departure>,
    /// The names behind the model's indices.
    pub names: Names,
    /// The analysts' arguments, by id, with those switched off.
    pub arguments: Vec<Argument>,
    /// What really happened, where the scenario says so and nothing was changed in it.
    pub record: Option<Record>,
    /// What is legal in it but surely a mistake.
    pub warnings: Vec<Problem>,
    /// The places of facts that are known and not judged.
    pub(super) known: BTreeSet<Slot>,
    /// How every number came about.
    pub(super) values: Values,
    /// What the program runs.
    pub model: Model,
}
