//! Figures as data: what a chart draws, and no pixels.

use std::borrow::Cow;

use super::chart::ChartRungs;
use crate::quantities::Quantity;
use crate::study::{Comparison, Findings, Sweep, Timeline, Variant};

/// A figure with a name.
#[derive(Clone, Debug)]
pub struct Figure<'s> {
    /// The name of its file, without an ending.
    pub name: String,
    /// Where its numbers come from.
    pub caption: Caption<'s>,
    /// What is drawn.
    pub drawing: Drawing<'s>,
}

/// Where the numbers of a figure come from, as its caption says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption<'s> {
    /// The scenario's name; shortened where it is too long for the line.
    pub scenario: Cow<'s, str>,
    /// How many trials were counted.
    pub trials: u64,
    /// The seed of their luck.
    pub seed: u64,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub enum Drawing<'s> {
    /// How the opening crisis ends.
    Outcomes(&'s Findings),
    /// The highest rung of the opening crisis.
    Peak(&'s Findings, ChartRungs<'s>),
    /// The levels by day.
    Levels(&'s Findings, ChartRungs<'s>, &'s Timeline),
    /// Outcomes of a base and of its variants, which are called so.
    Compare(&'s Comparison, Vec<&'s str>),
    /// Histories of a variant that ended differently from the base.
    Flips {
        /// The variant.
        variant: &'s Variant,
        /// What it is called.
        name: &'s str,
        /// How many trials were run in each.
        trials: u64,
    },
    /// A quantity along an axis, or over two.
    Sweep(&'s Sweep, Quantity),
}
