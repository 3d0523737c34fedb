//! A tip as JSON and as CSV.

use serde_json::{Value, json};

use super::Tipped;
use crate::error::Error;
use crate::report::csv::{Table, cells, kind};
use crate::report::json as of;
use crate::report::words::PURPOSE;
use crate::sim::STREAM_VERSION;
use crate::stats::share_interval;
use crate::study::{Answer, Crossing, Needs, Reason};

/// The document, ending in a newline.
///
/// # Errors
/// None that a finished tip can cause.
pub fn json(tipped: &Tipped<'_>) -> Result<String, Error> {
    let looks = tipped.looks().map(|(value, case)| {
        let reason = case.excluded.map(Reason::words).or(case.share.interval.reason());
        let [share, low, high] = case.share.figures();
        let mut look = json!({ "value": value, "share": share, "low": low, "high": high });
        if let Some(reason) = reason {
            look["reason"] = reason.into();
        }
        look
    });
    let found: &[Crossing] = match &tipped.tip.answer {
        Answer::Crosses { crossings, .. } => crossings,
        _ => &[],
    };
    let crossings = found.iter().map(
        |crossing| json!({ "value": crossing.at, "low": crossing.low, "high": crossing.high, "rises": crossing.rises, "times": crossing.times }),
    );
    of::pretty(&json!({
        "purpose": PURPOSE,
        "scenario": { "name": tipped.scenario.name, "source": tipped.scenario.source, "changes": tipped.scenario.changes, "sha256": tipped.scenario.digest() },
        "seed": tipped.seed,
        "seed_text": tipped.seed.to_string(),
        "stream_version": STREAM_VERSION,
        "trials": tipped.trials,
        "complete": tipped.tip.complete,
        "path": tipped.axis.path(),
        "outcome": tipped.quantity.name(),
        "share": tipped.share,
        "answer": answer(tipped),
        "crossings": crossings.collect::<Vec<Value>>(),
        "looks": looks.collect::<Vec<Value>>(),
    }))
}

/// The answer as a document has it: its kind, and what goes with it.
fn answer(tipped: &Tipped<'_>) -> Value {
    let (why, unsure, needs) = match &tipped.tip.answer {
        Answer::Crosses { unsure, .. } => (None, *unsure, None),
        Answer::CannotTell(doubt) => (Some(doubt.why.name().to_owned()), Some((doubt.from, doubt.to)), doubt.needs),
        Answer::Excluded => (Some(tipped.why()), None, None),
        _ => (None, None, None),
    };
    let unsure = unsure.map(|(from, to)| [from, to]);
    let unlike = (tipped.tip.answer == Answer::Unchanged).then(|| share_interval(0, tipped.trials.max(1)).1);
    json!({
        "kind": tipped.tip.answer.kind(),
        "why": why,
        "unsure": unsure,
        "needs_trials": needs.map(Needs::trials),
        "needs_more": needs.map(|needs| matches!(needs, Needs::MoreThan(_))),
        "differ_at_most": unlike,
    })
}

/// The share at each look, a line each.
///
/// # Errors
/// None that a finished tip can cause.
pub fn csv(tipped: &Tipped<'_>) -> Result<Vec<u8>, Error> {
    let mut table = Table::new(&[
        tipped.axis.path(),
        "quantity",
        "share",
        "low",
        "high",
        "trials",
        "purpose",
        "excluded",
        "interval",
    ])?;
    for (value, case) in tipped.looks() {
        let [share, low, high] = cells(case.share.figures());
        let (name, trials) = (tipped.quantity.name(), tipped.trials.to_string());
        let (excluded, interval) = (case.excluded.map_or("", Reason::words), kind(case.share.interval));
        table.line(&[&value.to_string(), name, &share, &low, &high, &trials, PURPOSE, excluded, interval])?;
    }
    table.finish()
}
