//! A sweep as a sheet.

use crate::quantities::Quantity;
use crate::report::means::means;
use crate::report::sheet::{Cell, Column, Sheet, kind};
use crate::report::words::PURPOSE;
use crate::sim::Outcome;
use crate::stats::Interval;
use crate::study::{Axis, DEATH_QUANTILES, Point, Reason, SweepStudy};

/// The name of the sheet.
pub const SWEEP: &str = "sweep";

/// The columns of a sweep along these paths.
#[must_use]
pub fn columns(paths: &[&str]) -> Vec<Column> {
    let mut columns: Vec<Column> = paths.iter().map(|path| axis_column(path)).collect();
    columns.extend([
        Column::new(
            "quantity",
            "Quantity",
            "",
            "outcome, wars (limited and full-scale war together), mean, deaths, or shown: what was asked for with --outcome",
        ),
        Column::new("case", "Case", "", "Which outcome, mean or quantile"),
        Column::new(
            "estimate",
            "Estimate",
            "share, mean or deaths",
            "The estimate; empty where the inputs exclude the case",
        ),
        Column::new(
            "low",
            "Lower end",
            "as the estimate",
            "Lower end of its interval",
        ),
        Column::new(
            "high",
            "Upper end",
            "as the estimate",
            "Upper end of its interval",
        ),
        Column::new(
            "trials",
            "Trials",
            "trials",
            "How many trials were counted at this point",
        ),
        Column::new(
            "excluded",
            "Excluded",
            "",
            "Why the inputs exclude the case",
        ),
        Column::new("purpose", "Purpose", "", "What the file is"),
        Column::new(
            "interval",
            "Interval",
            "",
            "What the interval is, or why there is none",
        ),
    ]);
    columns
}

fn axis_column(path: &str) -> Column {
    Column {
        key: path.to_owned().into(),
        heading: path.to_owned().into(),
        unit: "as the parameter",
        meaning: "The value at this point; a column for each axis, named by its path".into(),
    }
}

/// The sheets of a sweep: every estimate at every point.
#[must_use]
pub fn sheets(study: &SweepStudy) -> Vec<Sheet<'_>> {
    let paths: Vec<&str> = study.sweep.axes.iter().map(Axis::path).collect();
    let rows = study
        .sweep
        .points
        .iter()
        .flat_map(|point| rows(study, point));
    vec![Sheet {
        name: SWEEP,
        columns: columns(&paths),
        rows: Box::new(rows),
    }]
}

/// An estimate at a point, as its row has it.
struct SweepRow<'s> {
    quantity: &'static str,
    case: Cell<'s>,
    value: f64,
    interval: Interval,
    excluded: Option<Reason>,
}

impl<'s> SweepRow<'s> {
    fn row(self, values: &[f64], trials: u64) -> Vec<Cell<'s>> {
        let [estimate, low, high] = Cell::estimate(self.value, self.interval);
        let mut row: Vec<Cell<'s>> = values.iter().copied().map(Cell::Number).collect();
        row.extend([
            Cell::text(self.quantity),
            self.case,
            estimate,
            low,
            high,
            Cell::Count(trials),
            Cell::maybe(self.excluded.map(Reason::words)),
            Cell::text(PURPOSE),
            kind(self.interval),
        ]);
        row
    }
}

fn rows<'s>(study: &'s SweepStudy, point: &'s Point) -> impl Iterator<Item = Vec<Cell<'s>>> {
    estimates(study, point)
        .into_iter()
        .map(|estimate| estimate.row(&point.values, study.trials))
}

fn estimates<'s>(study: &'s SweepStudy, point: &'s Point) -> Vec<SweepRow<'s>> {
    let findings = &point.findings;
    let mut all = Vec::new();
    for (outcome, case) in Outcome::ALL.iter().zip(&findings.outcomes) {
        all.push(SweepRow {
            quantity: "outcome",
            case: Cell::text(outcome.name()),
            value: case.share.share,
            interval: case.share.interval,
            excluded: case.excluded,
        });
    }
    let wars = findings.wars();
    all.push(SweepRow {
        quantity: Quantity::Wars.name(),
        case: Cell::text(Quantity::Wars.name()),
        value: wars.share.share,
        interval: wars.share.interval,
        excluded: wars.excluded,
    });
    all.push(SweepRow {
        quantity: "shown",
        case: Cell::text(study.quantity.name()),
        value: point.shown,
        interval: point.interval,
        excluded: point.excluded,
    });
    for (reported, mean) in means(&study.subject.names, findings) {
        all.push(SweepRow {
            quantity: "mean",
            case: Cell::text(reported.key()),
            value: mean.mean,
            interval: mean.interval,
            excluded: mean.excluded,
        });
    }
    for ((name, _), quantile) in DEATH_QUANTILES.iter().zip(&findings.deaths) {
        all.push(SweepRow {
            quantity: "deaths",
            case: Cell::text(*name),
            value: quantile.value,
            interval: quantile.interval,
            excluded: None,
        });
    }
    all
}
