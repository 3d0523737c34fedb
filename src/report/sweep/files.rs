//! A sweep as JSON and as CSV: written point by point, so that many of them need no memory.

use std::io::{Error as Failure, Write};

use serde::ser::{Error as _, Serialize, SerializeSeq, Serializer};
use serde_json::{Value, json};

use super::Swept;
use crate::error::Error;
use crate::report::csv::{Table, cells, kind};
use crate::report::json as of;
use crate::report::means::means;
use crate::report::words::PURPOSE;
use crate::sim::{Outcome, STREAM_VERSION};
use crate::stats::Interval;
use crate::study::{Axis, ComparedPoints, DEATH_QUANTILES, Point, Reason};

/// Writes the document, ending in a newline.
///
/// # Errors
/// What the writer fails with.
pub fn json(swept: &Swept<'_>, mut writer: &mut dyn Write) -> Result<(), Failure> {
    let sweep = swept.sweep;
    let axes = sweep.axes.iter().map(|axis| json!({ "path": axis.path(), "values": axis.values() })).collect();
    let document = Document {
        purpose: PURPOSE,
        scenario: json!({ "name": swept.scenario.name, "source": swept.scenario.source, "changes": swept.scenario.changes, "sha256": swept.scenario.digest() }),
        seed: swept.seed,
        seed_text: swept.seed.to_string(),
        stream_version: STREAM_VERSION,
        trials: swept.trials,
        complete: swept.complete(),
        axes,
        beside: sweep.compared.iter().map(|pair| compared(swept, pair)).collect(),
        points: Points(swept),
    };
    serde_json::to_writer_pretty(&mut writer, &document)?;
    writer.write_all(b"\n")
}

#[derive(serde::Serialize)]
struct Document<'s> {
    purpose: &'static str,
    scenario: Value,
    seed: u64,
    seed_text: String,
    stream_version: u32,
    trials: u64,
    complete: bool,
    axes: Vec<Value>,
    beside: Vec<Value>,
    points: Points<'s>,
}

/// All points, each made when it is written.
struct Points<'s>(&'s Swept<'s>);

impl Serialize for Points<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let points = &self.0.sweep.points;
        let mut all = serializer.serialize_seq(Some(points.len()))?;
        for point in points {
            all.serialize_element(&entry(self.0, point).map_err(S::Error::custom)?)?;
        }
        all.end()
    }
}

fn entry(swept: &Swept<'_>, point: &Point) -> Result<Value, Error> {
    let [mean, low, high] = point.interval.figures(point.shown);
    let mut shown = json!({ "quantity": swept.quantity.name(), "mean": mean, "low": low, "high": high });
    if let Some(reason) = point.excluded.map(Reason::words).or(point.interval.reason()) {
        shown["reason"] = reason.into();
    }
    let mut entry = json!({ "values": point.values, "shown": shown });
    entry["findings"] = of::estimates(swept.scenario, &point.findings)?;
    Ok(entry)
}

/// Two points beside each other.
fn compared(swept: &Swept<'_>, pair: &ComparedPoints) -> Value {
    let values = |at: usize| swept.sweep.points.get(at).map(|point| &point.values);
    let [value, low, high] = pair.difference.interval.figures(pair.difference.value);
    let mut difference = json!({ "value": value, "low": low, "high": high });
    if let Some(reason) = pair.difference.interval.reason() {
        difference["reason"] = reason.into();
    }
    json!({
        "from": values(pair.from),
        "to": values(pair.to),
        "quantity": swept.quantity.name(),
        "difference": difference,
        "differ": pair.is_sure,
        "same_histories": pair.is_alike,
    })
}

/// Writes every estimate at every point, a line each.
///
/// # Errors
/// What the writer fails with.
pub fn csv(swept: &Swept<'_>, writer: &mut dyn Write) -> Result<(), Failure> {
    let paths = swept.sweep.axes.iter().map(Axis::path);
    let rest = ["quantity", "case", "estimate", "low", "high", "trials", "excluded", "purpose", "interval"];
    let mut table = Table::onto(writer);
    table.record(&paths.chain(rest).collect::<Vec<_>>())?;
    let trials = swept.trials.to_string();
    for point in &swept.sweep.points {
        let at: Vec<String> = point.values.iter().map(f64::to_string).collect();
        let mut row =
            |[quantity, case]: [&str; 2], figures: [Option<f64>; 3], why: Option<Reason>, interval: Interval| {
                let [value, low, high] = cells(figures);
                let excluded = why.map_or("", Reason::words);
                let rest = [quantity, case, &value, &low, &high, &trials, excluded, PURPOSE, kind(interval)];
                table.record(&at.iter().map(String::as_str).chain(rest).collect::<Vec<_>>())
            };
        let findings = &point.findings;
        for (outcome, case) in Outcome::ALL.iter().zip(&findings.outcomes) {
            row(["outcome", outcome.name()], case.share.figures(), case.excluded, case.share.interval)?;
        }
        let shown = point.interval.figures(point.shown);
        row(["shown", swept.quantity.name()], shown, point.excluded, point.interval)?;
        for (reported, mean) in means(&swept.scenario.names, findings) {
            row(["mean", &reported.key()], mean.figures(), mean.excluded, mean.interval)?;
        }
        for ((name, _), quantile) in DEATH_QUANTILES.iter().zip(&findings.deaths) {
            row(["deaths", name], quantile.figures(), None, quantile.interval)?;
        }
    }
    table.flush()
}
