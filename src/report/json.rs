//! The JSON document of a run. Its keys are stable; all outcomes and rungs are always present.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::Run;
use crate::error::{Error, Problem, escaped};
use crate::quantities::Quantity;
use crate::report::words::PURPOSE;
use crate::scenario::{Named, Scenario};
use crate::sim::{Outcome, STREAM_VERSION};
use crate::stats::{Quantile, Share};
use crate::study::{Case, DEATH_QUANTILES, Findings, QuantityMean, Reason};

/// The document, ending in a newline.
///
/// # Errors
/// None that a finished run can cause.
pub fn run(run: &Run<'_>) -> Result<String, Error> {
    pretty(&Document::new(run))
}

/// The estimates of findings, without what is said of the run: for the points of a sweep.
///
/// # Errors
/// None that finished findings can cause.
pub fn estimates(scenario: &Scenario, findings: &Findings) -> Result<Value, Error> {
    let run = Run { scenario, seed: 0, complete: true, findings, expected: Vec::new() };
    let mut document = serde_json::to_value(Document::new(&run)).map_err(|reason| fault(&reason))?;
    if let Some(entries) = document.as_object_mut() {
        let wanted =
            ["outcomes", "peak", "first_act", "no_first_act", "first_answer", "no_first_answer", "means", "deaths"];
        entries.retain(|key, _| wanted.contains(&key.as_str()));
    }
    Ok(document)
}

/// A document as text, ending in a newline; characters that do more than be read are escaped.
///
/// # Errors
/// None that plain values can cause.
pub fn pretty(document: &impl Serialize) -> Result<String, Error> {
    let text = serde_json::to_string_pretty(document).map_err(|reason| fault(&reason))?;
    Ok(escaped(&text).into_owned() + "\n")
}

fn fault(reason: &serde_json::Error) -> Error {
    Error::Fault(Problem::new(format!("cannot write JSON: {reason}")))
}

#[derive(serde::Serialize)]
struct Document<'r> {
    purpose: &'static str,
    scenario: Origin<'r>,
    seed: u64,
    /// Many programs read numbers of JSON to 53 bits only.
    seed_text: String,
    stream_version: u32,
    trials: u64,
    complete: bool,
    outcomes: Keyed<'r, Estimate>,
    peak: Keyed<'r, Estimate>,
    first_act: Keyed<'r, Estimate>,
    no_first_act: Estimate,
    first_answer: Keyed<'r, Estimate>,
    no_first_answer: Estimate,
    means: Keyed<'r, Entry<'r>>,
    deaths: Keyed<'r, Spread>,
    /// Null where the inputs exclude a rung on a day.
    levels: Vec<Vec<Option<f64>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<Estimate>,
}

#[derive(serde::Serialize)]
struct Origin<'r> {
    name: &'r str,
    source: &'r str,
    sha256: String,
}

/// What stands under the name of a mean.
#[derive(serde::Serialize)]
#[serde(untagged)]
enum Entry<'r> {
    Day(Day),
    Average(Average),
    ByActor(Keyed<'r, Average>),
}

/// A share; all null where the inputs exclude the case.
#[derive(serde::Serialize)]
pub(super) struct Estimate {
    share: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

/// A mean; all null where the inputs exclude that it differs from 0, an end where trials give none.
#[derive(serde::Serialize)]
pub(super) struct Average {
    mean: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

/// The day of the last act, with how many trials it did not end.
#[derive(serde::Serialize)]
pub(super) struct Day {
    #[serde(flatten)]
    mean: Average,
    unresolved_at_end: u64,
}

impl Day {
    pub(super) fn new(mean: QuantityMean, findings: &Findings) -> Self {
        Self { mean: mean.into(), unresolved_at_end: findings.unresolved }
    }
}

#[derive(serde::Serialize)]
struct Spread {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

/// An object with its keys in a given order.
struct Keyed<'r, T>(Vec<(&'r str, T)>);

impl<T: Serialize> Serialize for Keyed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl<'r> Document<'r> {
    fn new(run: &Run<'r>) -> Self {
        let (scenario, findings) = (run.scenario, run.findings);
        let by_rung = |cases: &[Case]| by_name(&scenario.names.rungs, cases);
        let outcomes = Outcome::ALL.iter().zip(&findings.outcomes);
        Self {
            purpose: PURPOSE,
            scenario: Origin { name: &scenario.name, source: &scenario.source, sha256: scenario.digest() },
            seed: run.seed,
            seed_text: run.seed.to_string(),
            stream_version: STREAM_VERSION,
            trials: findings.trials,
            complete: run.complete,
            outcomes: Keyed(outcomes.map(|(outcome, case)| (outcome.name(), (*case).into())).collect()),
            peak: by_rung(&findings.peak),
            first_act: by_rung(&findings.first_act),
            no_first_act: findings.no_act.into(),
            first_answer: by_rung(&findings.first_answer),
            no_first_answer: findings.no_answer.into(),
            means: means(run),
            deaths: Keyed(
                DEATH_QUANTILES
                    .iter()
                    .zip(&findings.deaths)
                    .map(|((name, _), quantile)| (*name, (*quantile).into()))
                    .collect(),
            ),
            levels: (0..findings.levels.len()).map(|day| levels(findings, day)).collect(),
            record: findings.record.map(Into::into),
        }
    }
}

fn levels(findings: &Findings, day: usize) -> Vec<Option<f64>> {
    let share = |case: Case| case.excluded.is_none().then_some(case.share.share);
    findings.level(day).into_iter().map(share).collect()
}

fn by_name<'r>(names: &'r [Named], cases: &[Case]) -> Keyed<'r, Estimate> {
    Keyed(names.iter().zip(cases).map(|(named, case)| (named.id.as_str(), (*case).into())).collect())
}

/// Means by name; those of a single actor by the actor's id within it.
fn means<'r>(run: &Run<'r>) -> Keyed<'r, Entry<'r>> {
    let mut entries: Vec<(&str, Entry<'r>)> = Vec::new();
    for (row, mean) in super::means::means(&run.scenario.names, run.findings) {
        let name = row.quantity.name();
        match (row.actor, entries.last_mut()) {
            (Some(actor), Some((last, Entry::ByActor(actors)))) if *last == name => {
                actors.0.push((actor.id.as_str(), mean.into()));
            }
            (Some(actor), _) => {
                entries.push((name, Entry::ByActor(Keyed(vec![(actor.id.as_str(), mean.into())]))));
            }
            (None, _) if row.quantity == Quantity::EndDay => {
                entries.push((name, Entry::Day(Day::new(mean, run.findings))));
            }
            (None, _) => entries.push((name, Entry::Average(mean.into()))),
        }
    }
    Keyed(entries)
}

impl From<Case> for Estimate {
    fn from(case: Case) -> Self {
        let estimate = Self::from(case.share);
        Self { reason: case.excluded.map(Reason::words).or(estimate.reason), ..estimate }
    }
}

impl From<Share> for Estimate {
    fn from(estimate: Share) -> Self {
        let [share, low, high] = estimate.figures();
        Self { share, low, high, reason: estimate.interval.reason() }
    }
}

impl From<QuantityMean> for Average {
    fn from(estimate: QuantityMean) -> Self {
        let [mean, low, high] = estimate.figures();
        Self { mean, low, high, reason: estimate.excluded.map(Reason::words).or(estimate.interval.reason()) }
    }
}

impl From<Quantile> for Spread {
    fn from(quantile: Quantile) -> Self {
        let [value, low, high] = quantile.figures();
        Self { value, low, high, reason: quantile.interval.reason() }
    }
}
