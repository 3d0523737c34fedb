//! The result of a comparison.

use serde::{Deserialize, Serialize};

use crate::scenario::{InputDifference, Named, Scenario};
use crate::study::{Comparison, Subject, TracePair, trace_pairs};
use crate::tally::{Pair, Paired};

/// A comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompareStudy {
    /// The base.
    pub base: Subject,
    /// On which seed.
    pub seed: u64,
    /// Whether all trials that were asked for are in it.
    pub complete: bool,
    /// What it showed.
    pub comparison: Comparison,
    /// What each variant is, in the order of those in the comparison.
    pub variants: Vec<VariantSubject>,
}

/// What was asked for in a comparison, beside its scenarios.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedComparison {
    /// The seed.
    pub seed: u64,
    /// How many trials of each.
    pub trials: u64,
    /// How many histories that ended differently are shown.
    pub flipped: usize,
}

impl CompareStudy {
    /// What paired counts of a base and of its variants show; none where they are not of these.
    #[must_use]
    pub fn new(
        base: &Scenario,
        variants: &[(String, Scenario)],
        paired: &Paired,
        asked: AskedComparison,
    ) -> Option<Self> {
        let models =
            std::iter::once(&base.model).chain(variants.iter().map(|(_, variant)| &variant.model));
        let models: Vec<_> = models.collect();
        let mut subjects = Vec::new();
        for ((name, variant), pair) in variants.iter().zip(&paired.pairs) {
            subjects.push(VariantSubject {
                name: name.clone(),
                subject: variant.into(),
                inputs: base.differences(variant),
                flipped: flipped(base, variant, pair, asked),
            });
        }
        let identical: Vec<bool> = subjects
            .iter()
            .map(|variant| variant.inputs.is_empty())
            .collect();
        let comparison = Comparison::new(&models, paired, &identical)?;
        let complete = comparison.trials == asked.trials;
        Some(Self {
            base: base.into(),
            seed: asked.seed,
            complete,
            comparison,
            variants: subjects,
        })
    }
}

/// The first histories that ended differently, as many as were asked for.
fn flipped(
    base: &Scenario,
    variant: &Scenario,
    pair: &Pair,
    asked: AskedComparison,
) -> Result<Vec<TracePair>, Mismatch> {
    let first = &pair.flipped[..pair.flipped.len().min(asked.flipped)];
    match Mismatch::of(base, variant) {
        Some(why) if !first.is_empty() => Err(why),
        _ => Ok(trace_pairs(&base.model, &variant.model, asked.seed, first)),
    }
}

/// A variant of a comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VariantSubject {
    /// What it is called.
    pub name: String,
    /// What was run.
    pub subject: Subject,
    /// The inputs that differ from those of the base.
    pub inputs: Vec<InputDifference>,
    /// Histories that ended differently, step by step; or why they cannot be shown.
    pub flipped: Result<Vec<TracePair>, Mismatch>,
}

/// Why the histories of one trial in two scenarios cannot be shown side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mismatch {
    /// The two actors are the same, and the other of them opens.
    Opener,
    /// They have other actors.
    Actors,
    /// They have other ladders.
    Ladders,
}

impl Mismatch {
    /// Compares two scenarios; none where histories can be shown side by side.
    #[must_use]
    pub fn of(base: &Scenario, variant: &Scenario) -> Option<Self> {
        let [opener, other] = actor_ids(base);
        let theirs = actor_ids(variant);
        if theirs == [other, opener] {
            return Some(Self::Opener);
        }
        if theirs != [opener, other] {
            return Some(Self::Actors);
        }
        (!same_ids(&base.names.rungs, &variant.names.rungs)).then_some(Self::Ladders)
    }
}

fn actor_ids(scenario: &Scenario) -> [&str; 2] {
    scenario
        .names
        .actors
        .each_ref()
        .map(|actor| actor.id.as_str())
}

fn same_ids(some: &[Named], others: &[Named]) -> bool {
    some.iter()
        .map(|named| &named.id)
        .eq(others.iter().map(|named| &named.id))
}
