//! Tables for other programs: R, pandas, `DuckDB` and spreadsheets read them without help. UTF-8, commas, a point in
//! decimals, one header line, no comments; what has no value is empty. What the columns mean stands in `dictionary.csv`.

mod compared;
mod dictionary;
mod trials;

use std::io::Write;

use csv::Writer;

use super::Run;
use super::means::means;
use crate::error::{Error, Problem};
use crate::report::words::{PURPOSE, outcome_label};
use crate::scenario::Named;
use crate::sim::Outcome;
use crate::stats::Interval;
use crate::study::{DEATH_QUANTILES, Reason};

pub use compared::{differences, flips, inputs};
pub use dictionary::dictionary;
pub use trials::Trials;

/// What an interval with both ends is.
const INTERVAL: &str = "95 %, simulation error only";

/// What an interval is, or why there is none.
pub(super) fn kind(interval: Interval) -> &'static str {
    interval.reason().unwrap_or(INTERVAL)
}

/// Every estimate of a run, a line each.
///
/// # Errors
/// None that a finished run can cause.
pub fn outcomes(run: &Run<'_>) -> Result<Vec<u8>, Error> {
    let (scenario, findings) = (run.scenario, run.findings);
    let mut table = Table::new(&[
        "quantity", "case", "label", "kind", "estimate", "low", "high", "interval", "trials", "excluded", "purpose",
    ])?;
    let trials = findings.trials.to_string();
    let mut line = |names: [&str; 4], figures: [Option<f64>; 3], interval: Interval, excluded: Option<Reason>| {
        let ([quantity, case, label, of], [estimate, low, high]) = (names, cells(figures));
        let excluded = excluded.map_or("", Reason::words);
        table.line(&[quantity, case, label, of, &estimate, &low, &high, kind(interval), &trials, excluded, PURPOSE])
    };
    for (outcome, case) in Outcome::ALL.iter().zip(&findings.outcomes) {
        let names = ["outcome", outcome.name(), outcome_label(*outcome), "share"];
        line(names, case.share.figures(), case.share.interval, case.excluded)?;
    }
    let none = |key: &str, label: &str| Named { id: key.into(), label: label.into() }; // no id has a `_`
    for (quantity, first, cases) in [
        ("peak", None, &findings.peak),
        ("first_act", Some((none("no_first_act", "No act"), findings.no_act)), &findings.first_act),
        ("first_answer", Some((none("no_first_answer", "No answer"), findings.no_answer)), &findings.first_answer),
    ] {
        let rungs = scenario.names.rungs.iter().cloned().zip(cases.iter().copied());
        for (named, case) in first.into_iter().chain(rungs) {
            let names = [quantity, &named.id, &named.label, "share"];
            line(names, case.share.figures(), case.share.interval, case.excluded)?;
        }
    }
    for (row, mean) in means(&scenario.names, findings) {
        line(["mean", &row.key(), &row.in_full(), "mean"], mean.figures(), mean.interval, mean.excluded)?;
    }
    for ((case, q), quantile) in DEATH_QUANTILES.iter().zip(&findings.deaths) {
        let label = format!("Deaths: {} in 100 runs stay at or below", q * 100.0);
        line(["deaths", case, &label, "quantile"], quantile.figures(), quantile.interval, None)?;
    }
    if let Some(record) = findings.record {
        let names = ["record", "agrees", "Agrees with every fact of the record", "share"];
        line(names, record.figures(), record.interval, None)?;
    }
    table.finish()
}

/// The share of trials on each rung on each day, a line each.
///
/// # Errors
/// None that a finished run can cause.
pub fn levels(run: &Run<'_>) -> Result<Vec<u8>, Error> {
    let columns = ["day", "rung", "label", "share", "low", "high", "interval", "trials", "excluded", "purpose"];
    let mut table = Table::new(&columns)?;
    let trials = run.findings.trials.to_string();
    for day in 0..run.findings.levels.len() {
        let cases = run.findings.level(day);
        for (named, case) in run.scenario.names.rungs.iter().zip(cases) {
            let [share, low, high] = cells(case.share.figures());
            table.line(&[
                &day.to_string(),
                &named.id,
                &named.label,
                &share,
                &low,
                &high,
                kind(case.share.interval),
                &trials,
                case.excluded.map_or("", Reason::words),
                PURPOSE,
            ])?;
        }
    }
    table.finish()
}

/// A table, in memory or on its way to a file.
pub(super) struct Table<W: Write = Vec<u8>>(Writer<W>);

impl Table {
    pub(super) fn new(header: &[&str]) -> Result<Self, Error> {
        let mut table = Self::onto(Vec::new());
        table.line(header)?;
        Ok(table)
    }

    pub(super) fn finish(self) -> Result<Vec<u8>, Error> {
        self.0.into_inner().map_err(|reason| fault(&reason.to_string()))
    }
}

impl<W: Write> Table<W> {
    pub(super) fn onto(writer: W) -> Self {
        Self(Writer::from_writer(writer))
    }

    pub(super) fn line(&mut self, cells: &[&str]) -> Result<(), Error> {
        self.record(cells).map_err(|reason| fault(&reason.to_string()))
    }

    /// A line to where writing may fail.
    pub(super) fn record(&mut self, cells: &[&str]) -> std::io::Result<()> {
        self.0.write_record(cells.iter().map(|cell| harmless(cell))).map_err(trials::reason)
    }

    /// Writes what is still held back.
    pub(super) fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}

/// A text that no spreadsheet takes for a formula; a number may begin with a minus.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err() {
        return format!("'{cell}");
    }
    cell.to_owned()
}

fn fault(reason: &str) -> Error {
    Error::Fault(Problem::new(format!("cannot write CSV: {reason}")))
}

/// Estimate, lower and upper end; what there is not is empty.
pub(super) fn cells(figures: [Option<f64>; 3]) -> [String; 3] {
    figures.map(|value| value.map_or_else(String::new, |value| value.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed_and_numbers_are_not() {
        for (cell, shown) in
            [("=1+1", "'=1+1"), ("@x", "'@x"), ("-x", "'-x"), ("-1.5", "-1.5"), ("war", "war"), ("", "")]
        {
            assert_eq!(harmless(cell), shown);
        }
    }
}
