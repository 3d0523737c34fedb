//! A run in words and tables.

use std::fmt::Write;

use crate::error::{capitalised, printable};
use crate::numerals::{count, figure};
use crate::quantities::Quantity;
use crate::report::layout::fitted;
use crate::report::means::means;
use crate::report::prose::{Prose, Table, Track};
use crate::report::words::{
    INTERVALS, PURPOSE, Shown, caveat, frequency, headline_with, outcome_label, places_of, runs, trials,
};
use crate::sim::Outcome;
use crate::stats::{End, Interval};
use crate::study::{Case, Expectation, Findings, QuantityMean, RunStudy, Verdict};

/// Maximum width of a label.
const LABEL: usize = 37;
/// Maximum width of the label of an outcome.
const OUTCOME: usize = 26;
/// Maximum width of a label among the expectations of the scenario.
const LABEL_EXPECTED: usize = 27;
/// Space between a figure and what follows it.
const GAP: usize = 3;

/// The prose of a run.
#[must_use]
pub fn prose(study: &RunStudy) -> Prose {
    let (subject, findings) = (&study.subject, &study.findings);
    let mut prose = Prose::default();
    prose.paragraph(&subject.name);
    prose.line(PURPOSE);
    prose.gap();
    if !subject.changes.is_empty() {
        prose.paragraph(format!("Changed: {}.", subject.changes.join("; ")));
    }
    let unfinished = if study.complete { "" } else { " (stopped early)" };
    prose.paragraph(format!("{}{unfinished}, seed {}. {INTERVALS}", trials(findings.trials), study.seed));
    if let Some(caveat) = caveat(findings.trials) {
        prose.paragraph(caveat);
    }
    prose.gap();
    prose.table(outcomes(findings));
    let acts = &findings.first_act;
    if acts.iter().filter(|case| case.excluded.is_none()).count() > 1 {
        prose.gap();
        prose.table(rungs(study, "First act", Some(("No act", &findings.no_act)), acts));
    }
    let none = Some(("No answer", &findings.no_answer));
    prose.gap();
    prose.table(rungs(study, "First answer, in whatever crisis", none, &findings.first_answer));
    prose.gap();
    prose.table(rungs(study, "Highest rung of the opening crisis", None, &findings.peak));
    prose.gap();
    prose.table(averages(study));
    prose.gap();
    prose.table(deaths(findings));
    prose.gap();
    for words in sentences(study) {
        prose.paragraph(words);
    }
    expected(&mut prose, &study.expected);
    if !study.guidance.notice.is_empty() {
        prose.gap();
        prose.paragraph(format!("What to notice. {}", printable(&study.guidance.notice)));
    }
    prose
}

/// One plain sentence of what it means, and another where there is a record to compare with.
fn sentences(study: &RunStudy) -> Vec<String> {
    let findings = &study.findings;
    let mut first = headline_with(findings, &frequency(findings, findings.most_common()));
    if findings.most_common() != Outcome::War {
        let _ = write!(first, "; in {} it ends in full-scale war", frequency(findings, Outcome::War)); // a string takes all
    }
    let mut sentences = vec![first + "."];
    if let Some(record) = findings.record {
        let runs = runs(record.share, findings.trials);
        let agree = if runs.starts_with("1 of ") { "agrees" } else { "agree" };
        let end = "with every fact of the record, which is no test of the model.";
        sentences.push(format!("{} {agree} {end}", capitalised(&runs)));
    }
    sentences
}

/// What the scenario says should come out, beside what did.
fn expected(prose: &mut Prose, expected: &[Expectation]) {
    if expected.is_empty() {
        return;
    }
    prose.gap();
    prose.line("Expected by the scenario");
    for expectation in expected {
        let Expectation { band, mean } = expectation;
        let (scale, unit) = if band.quantity.is_share() { (100.0, " %") } else { (1.0, "") };
        let figure = |value: f64| figure((value * scale * 1e4).round() / 1e4);
        let range = format!("{} to {}{unit}", figure(band.low), figure(band.high));
        let words = match mean.excluded {
            Some(why) => format!("cannot occur here: {}", why.words()),
            None => format!("{}{unit}, {}", figure(mean.mean), judged(expectation.verdict())),
        };
        let label = fitted(band.quantity.label(), LABEL_EXPECTED);
        prose.entry(2, format!("{label}{range}: "), words);
    }
}

const fn judged(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::NotMet => "not met",
        Verdict::WithinError => "within its error",
    }
}

/// A table of labels, values and intervals.
fn table(title: &str, value: &str) -> Table {
    Table {
        indent: 2,
        columns: vec![Track::label(LABEL), Track::right(0, 12), Track::left(GAP, 0)],
        heading: vec![title.to_owned(), value.to_owned(), "95 % interval".to_owned()],
        rows: Vec::new(),
    }
}

fn outcomes(findings: &Findings) -> Table {
    let mut table = Table {
        indent: 2,
        columns: vec![Track::left(0, OUTCOME), Track::right(0, 9), Track::left(2, 18), Track::left(2, 0)],
        heading: ["How the opening crisis ends", "share", "95 % interval", "frequency"].map(str::to_owned).into(),
        rows: Vec::new(),
    };
    for (outcome, case) in Outcome::ALL.into_iter().zip(&findings.outcomes) {
        let label = outcome_label(outcome);
        match Shown::of(case, findings.trials) {
            Shown::Excluded(words) | Shown::Fixed(words) => table.words(label, GAP, words),
            Shown::Estimated { value, interval } => {
                let value = in_short(case, value);
                table.cells([label.to_owned(), value, interval, frequency(findings, outcome)]);
            }
        }
    }
    table
}

/// A row for each rung, but for those that the inputs exclude; before them one for no rung at all.
fn rungs(study: &RunStudy, title: &str, none: Option<(&str, &Case)>, cases: &[Case]) -> Table {
    let mut table = table(title, "share");
    let rungs = study.subject.names.rungs.iter().map(|rung| rung.label.as_str()).zip(cases);
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
        table.cells(average(row.label(), mean));
        if row.quantity == Quantity::EndDay {
            unresolved(&mut table, &study.findings);
        }
    }
    table
}

fn average(label: String, mean: QuantityMean) -> [String; 3] {
    if mean.interval.is_excluded() {
        return [label, "-".to_owned(), "cannot occur here".to_owned()];
    }
    let places = places_of(mean.interval, 1.0, 3);
    let figure = |value: f64| format!("{value:.places$}");
    [label, figure(mean.mean), interval(mean.interval, figure)]
}

/// How many trials have no end to count: their day is that of the last act before the horizon.
fn unresolved(table: &mut Table, findings: &Findings) {
    if findings.unresolved > 0 {
        let (still, all) = (count(findings.unresolved), trials(findings.trials));
        table.label(format!("    unresolved at the horizon, without an end: {still} of {all}"));
    }
}

fn deaths(findings: &Findings) -> Table {
    let mut table = table("Deaths in the whole trial", "value");
    let [p05, _, median, _, p95] = &findings.deaths;
    let rows = [
        ("5 in 100 runs stay at or below", p05),
        ("Half stay at or below", median),
        ("95 in 100 runs stay at or below", p95),
    ];
    let figure = |value: f64| count(value as u64);
    for (label, quantile) in rows {
        table.cells([label.to_owned(), figure(quantile.value), interval(quantile.interval, figure)]);
    }
    table
}

/// An interval in figures, or why there is none.
fn interval(interval: Interval, figure: impl Fn(f64) -> String) -> String {
    match interval {
        Interval::Excluded => "cannot occur".to_owned(),
        Interval::Fixed => "the inputs fix it".to_owned(),
        Interval::Estimated { low: End::At(low), high: End::At(high) } => {
            format!("{} to {}", figure(low), figure(high))
        }
        Interval::Estimated { low: End::Open(_), high: End::At(high) } => format!("at most {}", figure(high)),
        Interval::Estimated { low: End::At(low), high: End::Open(_) } => format!("at least {}", figure(low)),
        Interval::Estimated { low: End::Open(lack), high: End::Open(_) } => lack.words().to_owned(),
    }
}
