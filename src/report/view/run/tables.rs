//! The tables of a run.

use super::record::record_table;
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::report::means::means;
use crate::report::prose::{Table, Track};
use crate::report::words::{Counted, Shown, outcome_label, places_of, trials};
use crate::sim::Outcome;
use crate::stats::{End, Interval, Share};
use crate::study::{Case, Findings, QuantityMean, RunStudy};

/// Maximum width of a label.
const LABEL: usize = 37;
/// Maximum width of the label of an outcome.
const OUTCOME: usize = 26;
/// Space between a figure and what follows it.
const GAP: usize = 3;

/// All tables of a run, in order.
pub fn tables(study: &RunStudy) -> Vec<Table> {
    let findings = &study.findings;
    let mut all = vec![outcomes(findings)];
    let acts = &findings.first_act;
    if acts.iter().filter(|case| case.excluded.is_none()).count() > 1 {
        all.push(rungs(
            study,
            "First act",
            Some(("No act", &findings.no_act)),
            acts,
        ));
    }
    let none = Some(("No answer", &findings.no_answer));
    all.push(rungs(
        study,
        "First answer (in any crisis)",
        none,
        &findings.first_answer,
    ));
    all.push(rungs(
        study,
        "Highest rung of the first crisis",
        None,
        &findings.peak,
    ));
    all.push(averages(study));
    all.push(deaths(study));
    all.extend(record_table(
        study.findings.record.as_ref(),
        &study.subject.names,
        study.findings.trials,
    ));
    all
}

/// A table of labels, values and intervals.
fn table(title: &str, value: &str) -> Table {
    Table {
        indent: 2,
        columns: vec![
            Track::label(LABEL),
            Track::right(0, 12),
            Track::left(GAP, 0),
        ],
        heading: vec![
            title.to_owned(),
            value.to_owned(),
            "95 % interval".to_owned(),
        ],
        rows: Vec::new(),
    }
}

fn outcomes(findings: &Findings) -> Table {
    let mut table = Table {
        indent: 2,
        columns: vec![
            Track::left(0, OUTCOME),
            Track::right(0, 9),
            Track::left(2, 18),
            Track::left(2, 0),
        ],
        heading: [
            "How the first crisis ends",
            "share",
            "95 % interval",
            "histories",
        ]
        .map(str::to_owned)
        .into(),
        rows: Vec::new(),
    };
    let counted = Counted::new(findings);
    for (outcome, case) in Outcome::ALL.into_iter().zip(&findings.outcomes) {
        let often = counted.how_often(counted.outcome(outcome), case.share.share);
        ending(&mut table, findings, outcome_label(outcome), case, often);
        if outcome == Outcome::War {
            let wars = findings.wars();
            let often = counted.how_often(counted.wars(), wars.share.share);
            ending(&mut table, findings, Quantity::Wars.label(), &wars, often);
        }
    }
    table
}

/// Adds a row for a way in which the opening crisis may end.
fn ending(table: &mut Table, findings: &Findings, label: &str, case: &Case, often: String) {
    match Shown::of(case, findings.trials) {
        Shown::Excluded(words) | Shown::Fixed(words) => table.words(label, GAP, words),
        Shown::Estimated { value, interval } => {
            table.cells([label.to_owned(), in_short(case, value), interval, often]);
        }
    }
}

/// A row for each rung, but for those that the inputs exclude; before them one for no rung at all.
fn rungs(study: &RunStudy, title: &str, none: Option<(&str, &Case)>, cases: &[Case]) -> Table {
    let mut table = table(title, "share");
    let rungs = study
        .subject
        .names
        .rungs
        .iter()
        .map(|rung| rung.label.as_str())
        .zip(cases);
    for (label, case) in none.into_iter().chain(rungs) {
        match Shown::of(case, study.findings.trials) {
            Shown::Excluded(_) => {}
            Shown::Fixed(words) => {
                let why = words.trim_start_matches("always: ");
                table.cells([label.to_owned(), "always".to_owned(), why.to_owned()]);
            }
            Shown::Estimated { value, interval } => {
                table.cells([label.to_owned(), in_short(case, value), interval]);
            }
        }
    }
    table
}

/// A share's figure; the number of trials stands at the head of the table.
fn in_short(case: &Case, value: String) -> String {
    match case.share.share {
        share if share <= 0.0 => "none".to_owned(),
        share if share >= 1.0 => "all".to_owned(),
        _ => value,
    }
}

fn averages(study: &RunStudy) -> Table {
    let mut table = table("On average", "mean");
    for (row, mean) in means(&study.subject.names, &study.findings) {
        // Of third parties only those that there are.
        if row.quantity.row().needs.third_party() && mean.interval.is_excluded() {
            continue;
        }
        if row.quantity.is_share() {
            table.cells(share(row.label(), mean, study.findings.trials));
        } else {
            table.cells(average(row.label(), mean));
        }
        if row.quantity == Quantity::EndDay {
            unresolved(&mut table, &study.findings);
        }
    }
    table
}

/// A share among the means: in per cent, as everywhere.
fn share(label: String, mean: QuantityMean, trials: u64) -> [String; 3] {
    let case = Case {
        share: Share {
            share: mean.mean,
            interval: mean.interval,
        },
        excluded: mean.excluded,
    };
    match Shown::of(&case, trials) {
        Shown::Excluded(_) => [label, "-".to_owned(), "cannot occur here".to_owned()],
        Shown::Fixed(_) => [label, "always".to_owned(), "the inputs fix it".to_owned()],
        Shown::Estimated { value, interval } => [label, in_short(&case, value), interval],
    }
}

fn average(label: String, mean: QuantityMean) -> [String; 3] {
    if mean.interval.is_excluded() {
        return [label, "-".to_owned(), "cannot occur here".to_owned()];
    }
    let places = places_of(mean.interval, 1.0, 3);
    let interval = interval(mean.interval, |value| format!("{value:.places$}"));
    [label, format!("{:.places$}", mean.mean), interval]
}

/// How many trials have no end to count: their day is that of the last act before the horizon.
fn unresolved(table: &mut Table, findings: &Findings) {
    if findings.unresolved > 0 {
        let still = count(findings.unresolved);
        let all = trials(findings.trials);
        table.label(format!(
            "    going on at the horizon, wars not counted: {still} of {all}"
        ));
    }
}

fn deaths(study: &RunStudy) -> Table {
    let mut table = table("Deaths in the whole trial", "value");
    let [p05, _, median, _, p95] = &study.findings.deaths;
    let rows = [
        ("5th percentile", p05),
        ("Median: half of the histories or more", median),
        ("95th percentile", p95),
    ];
    for (label, quantile) in rows {
        table.cells([
            label.to_owned(),
            whole(quantile.value),
            interval(quantile.interval, whole),
        ]);
    }
    let war = study.subject.ladder.war_deaths;
    if war > 0.0 {
        table.label(format!(
            "    each full-scale war counts as {}: a placeholder, not an estimate",
            whole(war)
        ));
    }
    table
}

/// A number of deaths, which is a whole one.
fn whole(deaths: f64) -> String {
    count(deaths as u64)
}

/// An interval in figures, or why there is none.
fn interval(interval: Interval, figure: impl Fn(f64) -> String) -> String {
    match interval {
        Interval::Excluded => "cannot occur".to_owned(),
        Interval::Fixed => "the inputs fix it".to_owned(),
        Interval::Estimated {
            low: End::At(low),
            high: End::At(high),
        } => {
            format!("{} to {}", figure(low), figure(high))
        }
        Interval::Estimated {
            low: End::Open(_),
            high: End::At(high),
        } => format!("at most {}", figure(high)),
        Interval::Estimated {
            low: End::At(low),
            high: End::Open(_),
        } => format!("at least {}", figure(low)),
        Interval::Estimated {
            low: End::Open(lack),
            high: End::Open(_),
        } => lack.words().to_owned(),
    }
}
