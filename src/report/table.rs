//! The table of a run on a terminal, 80 columns wide.

use std::fmt::Write;
use std::path::Path;

use super::Run;
use super::layout::{WIDTH, fitted, item, line, paragraph};
use crate::error::{copyable, printable};
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::report::words::Shown;
use crate::report::words::{
    INTERVALS, PURPOSE, caveat, frequency, headline_with, outcome_label, places_of, runs, trials,
};
use crate::scenario::{Argument, Band, Scenario, figure};
use crate::sim::Outcome;
use crate::stats::{End, Interval};
use crate::study::{Case, Findings, QuantityMean};

/// Maximum width of a label.
const LABEL: usize = 37;

/// Maximum width of a label among the expectations of the scenario.
const LABEL_EXPECTED: usize = 27;

/// The table, ending in a newline.
#[must_use]
pub fn run(run: &Run<'_>) -> String {
    let (scenario, findings) = (run.scenario, run.findings);
    let mut text = String::new();
    paragraph(&mut text, 0, &scenario.name);
    line(&mut text, PURPOSE);
    line(&mut text, "");
    if !scenario.changes.is_empty() {
        paragraph(&mut text, 0, &format!("Changed: {}.", scenario.changes.join("; ")));
    }
    let unfinished = if run.complete { "" } else { " (stopped early)" };
    paragraph(&mut text, 0, &format!("{}{unfinished}, seed {}. {INTERVALS}", trials(findings.trials), run.seed));
    if let Some(caveat) = caveat(findings.trials) {
        paragraph(&mut text, 0, &caveat);
    }
    line(
        &mut text,
        &format!("\n{:<28}{:>9}  {:<18}  frequency", "How the opening crisis ends", "share", "95 % interval"),
    );
    for (outcome, case) in Outcome::ALL.into_iter().zip(&findings.outcomes) {
        outcome_row(&mut text, outcome, case, findings);
    }
    let acts = &findings.first_act;
    if acts.iter().filter(|case| case.excluded.is_none()).count() > 1 {
        heading(&mut text, "First act", "share");
        rung_rows(&mut text, run, Some(("No act", &findings.no_act)), acts);
    }
    heading(&mut text, "First answer, in whatever crisis", "share");
    rung_rows(&mut text, run, Some(("No answer", &findings.no_answer)), &findings.first_answer);
    heading(&mut text, "Highest rung of the opening crisis", "share");
    rung_rows(&mut text, run, None, &findings.peak);
    means(&mut text, run);
    text.push('\n');
    for words in sentences(run) {
        paragraph(&mut text, 0, &words);
    }
    expected(&mut text, run);
    // Of a scenario that was changed its own words may not hold.
    if scenario.changes.is_empty() && !scenario.guide.shows.is_empty() {
        text.push('\n');
        paragraph(&mut text, 0, &format!("What to notice. {}", printable(&scenario.guide.shows)));
    }
    text
}

/// Where the files and charts lie, and what to try next; `program` is how the user calls the program.
#[must_use]
pub fn next_steps(run: &Run<'_>, program: &str, folder: Option<&Path>, charts: bool) -> String {
    let mut text = String::from("\n");
    if let Some(folder) = folder {
        line(&mut text, &format!("Files:  {}", printable(&folder.display().to_string())));
        if charts {
            line(&mut text, &format!("Charts: {}", printable(&folder.join("charts").display().to_string())));
        }
    }
    let scenario = run.scenario;
    let tries = &scenario.guide.try_next;
    // What begins like an option cannot stand behind the command as it is.
    let source = copyable(&scenario.source).filter(|source| !source.starts_with('-'));
    let again = match (copyable(program), source) {
        (Some(program), Some(source)) => format!("{program} run {source}"),
        _ => "the same command with".to_owned(),
    };
    if !scenario.changes.is_empty() || tries.is_empty() {
        line(&mut text, &format!("Try next: {again} {}", change(scenario))); // no command is broken
        return text;
    }
    paragraph(&mut text, 0, &format!("Try next, each after `{again}`:"));
    for words in tries {
        item(&mut text, &printable(words));
    }
    text
}

/// A change to a scenario that says nothing of what to try: without what mediates, else without its first argument.
fn change(scenario: &Scenario) -> String {
    let counts = |argument: &&Argument| argument.weight > 0.0;
    let arguments: Vec<&Argument> = scenario.arguments.iter().filter(counts).collect();
    let mediation = arguments.iter().filter(|argument| argument.theme == "mediation");
    let mut without: Vec<&str> = mediation.map(|argument| argument.id.as_str()).collect();
    if without.is_empty() {
        without.extend(arguments.first().map(|argument| argument.id.as_str()));
    }
    if without.is_empty() {
        return "--set relations.channel=0.9".to_owned();
    }
    format!("--without {}", without.join(" --without "))
}

/// One plain sentence of what it means, and another where there is a record to compare with.
fn sentences(run: &Run<'_>) -> Vec<String> {
    let findings = run.findings;
    let mut first = headline_with(findings, &frequency(findings, findings.most_common()));
    if findings.most_common() != Outcome::War {
        let _ = write!(first, "; in {} it ends in full-scale war", frequency(findings, Outcome::War)); // a string takes all
    }
    let mut sentences = vec![first + "."];
    if let Some(record) = findings.record {
        let runs = runs(record.share, findings.trials);
        let agree = if runs.starts_with("1 of ") { "agrees" } else { "agree" };
        let end = "with every fact of the record, which is no test of the model.";
        sentences.push(format!("{} {agree} {end}", capital(&runs)));
    }
    sentences
}

/// What the scenario says should come out, beside what did.
fn expected(text: &mut String, run: &Run<'_>) {
    if run.expected.is_empty() {
        return;
    }
    line(text, "\nExpected by the scenario");
    for (band, mean) in &run.expected {
        let (scale, unit) = if band.quantity.is_share() { (100.0, " %") } else { (1.0, "") };
        let figure = |value: f64| figure((value * scale * 1e4).round() / 1e4);
        let range = format!("{} to {}{unit}", figure(band.low), figure(band.high));
        let verdict = match mean.excluded {
            Some(why) => format!("cannot occur here: {}", why.words()),
            None => format!("{}{unit}, {}", figure(mean.mean), verdict(band, mean)),
        };
        let head = format!("  {}{range}: ", fitted(band.quantity.label(), LABEL_EXPECTED));
        if head.chars().count() + verdict.chars().count() <= WIDTH {
            line(text, &format!("{head}{verdict}"));
        } else {
            line(text, &head);
            line(text, &format!("      {verdict}"));
        }
    }
}

/// Whether a mean is what was expected. Where its interval reaches into the band, or is not there, so few trials cannot
/// tell.
fn verdict(band: &Band, mean: &QuantityMean) -> &'static str {
    let [below, above] = [mean.interval.high(), mean.interval.low()];
    let clear = mean.interval.is_fixed()
        || below.is_some_and(|high| high < band.low)
        || above.is_some_and(|low| low > band.high);
    match band.holds(mean.mean) {
        true => "met",
        false if clear => "not met",
        false => "within its error",
    }
}

fn means(text: &mut String, run: &Run<'_>) {
    heading(text, "On average", "mean");
    for (row, mean) in super::means::means(&run.scenario.names, run.findings) {
        // Of third parties only those that there are.
        if row.quantity.row().needs.third_party() && mean.interval.is_excluded() {
            continue;
        }
        mean_row(text, &row.label(), mean);
        if row.quantity == Quantity::EndDay {
            unresolved(text, run.findings);
        }
    }
    deaths(text, run.findings);
}

/// How many trials have no end to count: their day is that of the last act before the horizon.
fn unresolved(text: &mut String, findings: &Findings) {
    let still = findings.unresolved;
    if still > 0 {
        let all = trials(findings.trials);
        line(text, &format!("    unresolved at the horizon, without an end: {} of {all}", count(still)));
    }
}

fn deaths(text: &mut String, findings: &Findings) {
    heading(text, "Deaths in the whole trial", "value");
    let [p05, .., p95] = &findings.deaths;
    let median = &findings.deaths[2];
    for (label, quantile) in [
        ("5 in 100 runs stay at or below", p05),
        ("Half stay at or below", median),
        ("95 in 100 runs stay at or below", p95),
    ] {
        let shown = |value: f64| count(value as u64);
        let interval = interval(quantile.interval, shown);
        row(text, label, &shown(quantile.value), &interval);
    }
}

/// A row for each rung, but for those that the inputs exclude; before them one for no rung at all.
fn rung_rows(text: &mut String, run: &Run<'_>, none: Option<(&str, &Case)>, cases: &[Case]) {
    let rungs = run.scenario.names.rungs.iter().map(|rung| rung.label.as_str()).zip(cases);
    for (label, case) in none.into_iter().chain(rungs) {
        case_row(text, label, case, run.findings.trials);
    }
}

fn heading(text: &mut String, title: &str, value: &str) {
    line(text, &format!("\n{:<width$}{value:>12}   95 % interval", title, width = LABEL + 2));
}

fn outcome_row(text: &mut String, outcome: Outcome, case: &Case, findings: &Findings) {
    let label = outcome_label(outcome);
    match Shown::of(case, findings.trials) {
        Shown::Excluded(why) if 31 + why.chars().count() > WIDTH => {
            line(text, &format!("  {label}"));
            line(text, &format!("      {why}"));
        }
        Shown::Excluded(why) => line(text, &format!("  {label:<26}   {why}")),
        Shown::Fixed(words) => line(text, &format!("  {label:<26}   {words}")),
        Shown::Estimated { value, interval } => {
            let (value, frequency) = (in_short(case, value), frequency(findings, outcome));
            line(text, &format!("  {label:<26}{value:>9}  {interval:<18}  {frequency}"));
        }
    }
}

/// A share's figure; the number of trials stands at the head of the table.
fn in_short(case: &Case, value: String) -> String {
    match case.share.share {
        share if share <= 0.0 => "none".to_owned(),
        share if share >= 1.0 => "all".to_owned(),
        _ => value,
    }
}

fn case_row(text: &mut String, label: &str, case: &Case, trials: u64) {
    match Shown::of(case, trials) {
        Shown::Excluded(_) => {}
        Shown::Fixed(words) => row(text, label, "always", words.trim_start_matches("always: ")),
        Shown::Estimated { value, interval } => row(text, label, &in_short(case, value), &interval),
    }
}

fn mean_row(text: &mut String, label: &str, mean: QuantityMean) {
    if mean.interval.is_excluded() {
        return row(text, label, "-", "cannot occur here");
    }
    let places = places_of(mean.interval, 1.0, 3);
    let figure = |value: f64| format!("{value:.places$}");
    row(text, label, &figure(mean.mean), &interval(mean.interval, figure));
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

fn row(text: &mut String, label: &str, value: &str, interval: &str) {
    line(text, &format!("  {}{value:>12}   {interval}", fitted(label, LABEL)));
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
