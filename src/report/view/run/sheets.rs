//! A run as sheets.

use super::columns::{LEVEL_COLUMNS, OUTCOME_COLUMNS};
use super::record::in_words;
use crate::error::capitalised;
use crate::quantities::Quantity;
use crate::report::means::means;
use crate::report::sheet::{Cell, Sheet, kind};

use crate::report::words::{NO_CRISIS, PURPOSE, outcome_label};
use crate::sim::Outcome;
use crate::stats::Interval;
use crate::study::{Case, DEATH_QUANTILES, Reason, RunStudy};

/// The name of the sheet of every estimate.
pub const OUTCOMES: &str = "outcomes";
/// The name of the sheet of levels by day.
pub const LEVELS: &str = "levels";

/// The sheets of a run.
#[must_use]
pub fn sheets(study: &RunStudy) -> Vec<Sheet<'_>> {
    let outcomes = estimates(study)
        .into_iter()
        .map(|estimate| estimate.row(study.findings.trials));
    let days = 0..study.findings.levels.len();
    vec![
        Sheet {
            name: OUTCOMES,
            columns: OUTCOME_COLUMNS.into(),
            rows: Box::new(outcomes),
        },
        Sheet {
            name: LEVELS,
            columns: LEVEL_COLUMNS.into(),
            rows: Box::new(days.flat_map(|day| levels(study, day))),
        },
    ]
}

/// An estimate, as its row has it.
struct RunRow<'s> {
    quantity: &'static str,
    case: Cell<'s>,
    label: Cell<'s>,
    kind: &'static str,
    value: f64,
    interval: Interval,
    excluded: Option<Reason>,
}

impl<'s> RunRow<'s> {
    fn of_case(quantity: &'static str, id: &'s str, label: &'s str, case: &Case) -> Self {
        Self {
            quantity,
            case: Cell::text(id),
            label: Cell::text(label),
            kind: "share",
            value: case.share.share,
            interval: case.share.interval,
            excluded: case.excluded,
        }
    }

    fn row(self, trials: u64) -> Vec<Cell<'s>> {
        let [estimate, low, high] = Cell::estimate(self.value, self.interval);
        let row: [Cell<'s>; 11] = [
            Cell::text(self.quantity),
            self.case,
            self.label,
            Cell::text(self.kind),
            estimate,
            low,
            high,
            kind(self.interval),
            Cell::Count(trials),
            Cell::maybe(self.excluded.map(Reason::words)),
            Cell::text(PURPOSE),
        ];
        row.into()
    }
}

/// Every estimate of a run.
fn estimates(study: &RunStudy) -> Vec<RunRow<'_>> {
    let findings = &study.findings;
    let mut all = Vec::new();
    for (outcome, case) in Outcome::ALL.iter().zip(&findings.outcomes) {
        all.push(RunRow::of_case(
            "outcome",
            outcome.name(),
            outcome_label(*outcome),
            case,
        ));
    }
    all.push(RunRow::of_case(
        Quantity::Wars.name(),
        Quantity::Wars.name(),
        Quantity::Wars.label(),
        &findings.wars(),
    ));
    all.extend(by_rung(study, "peak", &findings.peak));
    // No id has a `_`.
    all.push(RunRow::of_case(
        "first_act",
        "no_first_act",
        "No act",
        &findings.no_act,
    ));
    all.extend(by_rung(study, "first_act", &findings.first_act));
    all.push(RunRow::of_case(
        "first_answer",
        "no_first_answer",
        "No answer",
        &findings.no_answer,
    ));
    all.extend(by_rung(study, "first_answer", &findings.first_answer));
    for (row, mean) in means(&study.subject.names, findings) {
        all.push(RunRow {
            quantity: "mean",
            case: Cell::text(row.key()),
            label: Cell::text(row.in_full()),
            kind: "mean",
            value: mean.mean,
            interval: mean.interval,
            excluded: mean.excluded,
        });
    }
    all.extend(deaths(study));
    all.extend(record(study));
    all
}

fn by_rung<'s>(
    study: &'s RunStudy,
    quantity: &'static str,
    cases: &'s [Case],
) -> impl Iterator<Item = RunRow<'s>> {
    let rungs = study.subject.names.rungs.iter().zip(cases);
    rungs.map(move |(rung, case)| RunRow::of_case(quantity, &rung.id, &rung.label, case))
}

fn deaths(study: &RunStudy) -> impl Iterator<Item = RunRow<'_>> {
    DEATH_QUANTILES
        .iter()
        .zip(&study.findings.deaths)
        .map(|((case, q), quantile)| RunRow {
            quantity: "deaths",
            case: Cell::text(*case),
            label: Cell::text(format!("Deaths: {}th percentile", q * 100.0)),
            kind: "quantile",
            value: quantile.value,
            interval: quantile.interval,
            excluded: None,
        })
}

/// Every fact of the record together, then each by itself.
fn record(study: &RunStudy) -> Vec<RunRow<'_>> {
    let Some(record) = &study.findings.record else {
        return Vec::new();
    };
    let all = agreement(
        "all",
        "Agrees with every fact of the record".to_owned(),
        &record.all,
    );
    let facts = record.facts.iter().map(|fact| {
        let label = capitalised(&in_words(&study.subject.names, fact.fact));
        agreement(fact.fact.name(), label, &fact.case)
    });
    [all].into_iter().chain(facts).collect()
}

fn agreement(fact: &'static str, label: String, case: &Case) -> RunRow<'static> {
    RunRow {
        quantity: "record",
        case: Cell::text(fact),
        label: Cell::text(label),
        kind: "share",
        value: case.share.share,
        interval: case.share.interval,
        excluded: case.excluded,
    }
}

/// The share of trials on each level on a day.
fn levels(study: &RunStudy, day: usize) -> Vec<Vec<Cell<'_>>> {
    let rungs = &study.subject.names.rungs;
    let rungs = rungs
        .iter()
        .map(|rung| (rung.id.as_str(), rung.label.as_str()));
    let levels = [("none", NO_CRISIS)].into_iter().chain(rungs);
    levels
        .zip(study.findings.level(day))
        .map(|((id, label), case)| {
            let [share, low, high] = Cell::estimate(case.share.share, case.share.interval);
            let row: [Cell<'_>; 10] = [
                Cell::Count(day as u64),
                Cell::text(id),
                Cell::text(label),
                share,
                low,
                high,
                kind(case.share.interval),
                Cell::Count(study.findings.trials),
                Cell::maybe(case.excluded.map(Reason::words)),
                Cell::text(PURPOSE),
            ];
            row.into()
        })
        .collect()
}
