//! What warnings are about.

use crate::model::Model;
use crate::scenario::names::Names;
use crate::scenario::settings::arguments::Argument;
use crate::scenario::values::Values;

/// A resolved scenario.
#[derive(Clone, Copy)]
pub struct Checked<'r> {
    /// What is called how.
    pub names: &'r Names,
    /// Its arguments.
    pub arguments: &'r [Argument],
    /// Its numbers, with what made them so.
    pub values: &'r Values,
    /// The model that the trials take.
    pub model: &'r Model,
    /// Whether it was printed resolved: it then states every number, so that a zero which is
    /// written says nothing.
    pub printed: bool,
}
