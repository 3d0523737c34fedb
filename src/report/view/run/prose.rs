//! A run in words and tables.

use std::fmt::Write;

use super::tables::tables;
use crate::error::{capitalised, printable};
use crate::numerals::figure;
use crate::report::layout::fitted;
use crate::report::prose::{Prose, beginning};
use crate::report::words::{INTERVALS, PURPOSE, caveat, frequency, headline_with, runs, trials};
use crate::sim::Outcome;
use crate::study::{Guidance, JudgedBand, RunStudy, Verdict};

/// Maximum width of a label among the expectations of the scenario.
const LABEL_EXPECTED: usize = 27;

/// So many characters of what the scenario is about: two lines.
const MOST_ABOUT: usize = 156;

/// The prose of a run.
#[must_use]
pub fn prose(study: &RunStudy) -> Prose {
    let subject = &study.subject;
    let findings = &study.findings;
    let mut prose = Prose::default();
    prose.paragraph(&subject.name);
    prose.line(PURPOSE);
    prose.gap();
    if !study.guidance.about.is_empty() {
        prose.paragraph(printable(&beginning(&study.guidance.about, MOST_ABOUT)));
    }
    if !subject.changes.is_empty() {
        prose.paragraph(format!("Changed: {}.", subject.changes.join("; ")));
    }
    let unfinished = if study.complete {
        ""
    } else {
        " (stopped early)"
    };
    prose.paragraph(format!(
        "{}{unfinished}, seed {}. {INTERVALS}",
        trials(findings.trials),
        study.seed
    ));
    if let Some(caveat) = caveat(findings.trials) {
        prose.paragraph(caveat);
    }
    for table in tables(study) {
        prose.gap();
        prose.table(table);
    }
    prose.gap();
    for words in sentences(study) {
        prose.paragraph(words);
    }
    prose.hindsight(&subject.hindsight);
    expected(&mut prose, &study.expected);
    guidance(&mut prose, &study.guidance);
    prose
}

/// What the scenario says to its reader.
fn guidance(prose: &mut Prose, guidance: &Guidance) {
    for (heading, words) in [
        ("What to notice", &guidance.notice),
        ("What critics say", &guidance.critics),
    ] {
        if !words.is_empty() {
            prose.gap();
            prose.paragraph(format!("{heading}. {}", printable(words)));
        }
    }
    if !guidance.questions.is_empty() {
        prose.gap();
        prose.line("Questions for a class");
        for question in &guidance.questions {
            prose.item(printable(question));
        }
    }
}

/// One plain sentence of what it means, and another where there is a record to compare with.
fn sentences(study: &RunStudy) -> Vec<String> {
    let findings = &study.findings;
    let mut first = headline_with(findings, &frequency(findings, findings.most_common()));
    if findings.most_common() != Outcome::War {
        let _ = write!(
            first,
            "; in {} it ends in full-scale war",
            frequency(findings, Outcome::War)
        ); // a string takes all
    }
    let mut sentences = vec![first + "."];
    if let Some(record) = findings.record {
        let runs = runs(record.share, findings.trials);
        let agree = if runs.starts_with("1 of ") {
            "agrees"
        } else {
            "agree"
        };
        let end = "with every fact of the record, which is no test of the model.";
        sentences.push(format!("{} {agree} {end}", capitalised(&runs)));
    }
    sentences
}

/// What the scenario says should come out, beside what did.
fn expected(prose: &mut Prose, expected: &[JudgedBand]) {
    if expected.is_empty() {
        return;
    }
    prose.gap();
    prose.line("Self-check of this file");
    for judged_band in expected {
        let JudgedBand { band, mean } = judged_band;
        let (scale, unit) = if band.quantity.is_share() {
            (100.0, " %")
        } else {
            (1.0, "")
        };
        let low = to_four_places(band.low * scale);
        let high = to_four_places(band.high * scale);
        let range = format!("{low} to {high}{unit}");
        let words = match mean.excluded {
            Some(why) => format!("cannot occur here: {}", why.words()),
            None => format!(
                "{}{unit}, {}",
                to_four_places(mean.mean * scale),
                judged(judged_band.verdict())
            ),
        };
        let label = fitted(band.quantity.label(), LABEL_EXPECTED);
        prose.entry(2, format!("{label}{range}: "), words);
    }
}

fn to_four_places(value: f64) -> String {
    figure((value * 1e4).round() / 1e4)
}

const fn judged(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::NotMet => "not met",
        Verdict::WithinError => "within its error",
    }
}
