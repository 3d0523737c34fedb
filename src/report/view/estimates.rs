//! Estimates in documents: a value with its interval, or why there is none.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::quantities::Quantity;
use crate::report::means::means;
use crate::scenario::{Named, Names};
use crate::sim::Outcome;
use crate::stats::{Interval, Quantile, Share};
use crate::study::{Case, DEATH_QUANTILES, Findings, QuantityMean, Reason};

/// All estimates of findings, but for the levels by day.
#[derive(Serialize)]
pub struct Estimates<'s> {
    outcomes: Keyed<'s, Estimate>,
    wars: Estimate,
    peak: Keyed<'s, Estimate>,
    first_act: Keyed<'s, Estimate>,
    no_first_act: Estimate,
    first_answer: Keyed<'s, Estimate>,
    no_first_answer: Estimate,
    means: Keyed<'s, MeanEntry<'s>>,
    deaths: Keyed<'s, QuantileEntry>,
}

impl<'s> Estimates<'s> {
    /// The estimates of findings, by these names.
    pub fn new(names: &'s Names, findings: &Findings) -> Self {
        Self {
            outcomes: by_outcome(&findings.outcomes),
            wars: findings.wars().into(),
            peak: by_rung(&names.rungs, &findings.peak),
            first_act: by_rung(&names.rungs, &findings.first_act),
            no_first_act: findings.no_act.into(),
            first_answer: by_rung(&names.rungs, &findings.first_answer),
            no_first_answer: findings.no_answer.into(),
            means: by_quantity(names, findings),
            deaths: by_quantile(findings),
        }
    }
}

/// What stands under the name of a mean.
#[derive(Serialize)]
#[serde(untagged)]
enum MeanEntry<'s> {
    Day(Day),
    Average(Average),
    ByActor(Keyed<'s, Average>),
}

/// A share; all null where the inputs exclude the case.
#[derive(Serialize)]
pub struct Estimate {
    share: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

/// A mean; all null where the inputs exclude that it differs from 0, an end where trials give none.
#[derive(Serialize)]
pub struct Average {
    mean: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

/// The day of the last act, with how many trials it did not end.
#[derive(Serialize)]
pub struct Day {
    #[serde(flatten)]
    mean: Average,
    unresolved_at_end: u64,
}

impl Day {
    /// The mean of a run.
    pub fn new(mean: QuantityMean, findings: &Findings) -> Self {
        Self {
            mean: mean.into(),
            unresolved_at_end: findings.unresolved,
        }
    }
}

#[derive(Serialize)]
struct QuantileEntry {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

/// An object with its keys in a given order.
pub struct Keyed<'s, T>(pub Vec<(&'s str, T)>);

impl<T: Serialize> Serialize for Keyed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

fn by_outcome<'s>(cases: &[Case]) -> Keyed<'s, Estimate> {
    Keyed(
        Outcome::ALL
            .iter()
            .zip(cases)
            .map(|(outcome, case)| (outcome.name(), (*case).into()))
            .collect(),
    )
}

fn by_rung<'s>(rungs: &'s [Named], cases: &[Case]) -> Keyed<'s, Estimate> {
    Keyed(
        rungs
            .iter()
            .zip(cases)
            .map(|(rung, case)| (rung.id.as_str(), (*case).into()))
            .collect(),
    )
}

fn by_quantile<'s>(findings: &Findings) -> Keyed<'s, QuantileEntry> {
    let quantiles = DEATH_QUANTILES.iter().zip(&findings.deaths);
    Keyed(
        quantiles
            .map(|((name, _), quantile)| (*name, (*quantile).into()))
            .collect(),
    )
}

/// Means by name; those of a single actor by the actor's id within it.
fn by_quantity<'s>(names: &'s Names, findings: &Findings) -> Keyed<'s, MeanEntry<'s>> {
    let mut entries: Vec<(&str, MeanEntry<'s>)> = Vec::new();
    for (row, mean) in means(names, findings) {
        let name = row.quantity.name();
        match (row.actor, entries.last_mut()) {
            (Some(actor), Some((last, MeanEntry::ByActor(actors)))) if *last == name => {
                actors.0.push((actor.id.as_str(), mean.into()));
            }
            (Some(actor), _) => {
                entries.push((
                    name,
                    MeanEntry::ByActor(Keyed(vec![(actor.id.as_str(), mean.into())])),
                ));
            }
            (None, _) if row.quantity == Quantity::EndDay => {
                entries.push((name, MeanEntry::Day(Day::new(mean, findings))));
            }
            (None, _) => entries.push((name, MeanEntry::Average(mean.into()))),
        }
    }
    Keyed(entries)
}

impl From<Case> for Estimate {
    fn from(case: Case) -> Self {
        let estimate = Self::from(case.share);
        Self {
            reason: case.excluded.map(Reason::words).or(estimate.reason),
            ..estimate
        }
    }
}

impl From<Share> for Estimate {
    fn from(estimate: Share) -> Self {
        let [share, low, high] = estimate.figures();
        Self {
            share,
            low,
            high,
            reason: estimate.interval.reason(),
        }
    }
}

impl Average {
    /// A mean with its interval, and why the inputs exclude it where they do.
    pub fn of(mean: f64, interval: Interval, excluded: Option<Reason>) -> Self {
        let [mean, low, high] = interval.figures(mean);
        Self {
            mean,
            low,
            high,
            reason: excluded.map(Reason::words).or(interval.reason()),
        }
    }
}

impl From<QuantityMean> for Average {
    fn from(estimate: QuantityMean) -> Self {
        Self::of(estimate.mean, estimate.interval, estimate.excluded)
    }
}

impl From<Quantile> for QuantileEntry {
    fn from(quantile: Quantile) -> Self {
        let [value, low, high] = quantile.figures();
        Self {
            value,
            low,
            high,
            reason: quantile.interval.reason(),
        }
    }
}
