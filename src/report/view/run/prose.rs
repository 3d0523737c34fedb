//! A run in words and tables.

use super::changed::changed;
use super::screen::screen;
use super::tables::tables;
use crate::error::{capitalised, printable};
use crate::numerals::figure;
use crate::report::layout::fitted;
use crate::report::prose::{Detail, Prose};
use crate::report::words::{
    INTERVALS, PURPOSE, beginning, caveat, filled, of_histories, run_verdict, trials,
};
use crate::study::{JudgedBand, RunStudy, Verdict};

/// Maximum width of a label among the expectations of the scenario.
const LABEL_EXPECTED: usize = 27;

/// So many characters of what the scenario is about: two lines.
const MOST_ABOUT: usize = 156;

/// The prose of a run.
#[must_use]
pub fn prose(study: &RunStudy, detail: Detail) -> Prose {
    match detail {
        Detail::Short => screen(study),
        Detail::Full => full(study),
    }
}

/// All that is said of a run: what it came to before the tables.
fn full(study: &RunStudy) -> Prose {
    let mut prose = Prose::default();
    heading(&mut prose, study);
    prose.gap();
    for words in run_verdict(&study.findings) {
        prose.paragraph(words);
    }
    prose.paragraph(counted(study));
    if let Some(caveat) = caveat(study.findings.trials) {
        prose.paragraph(caveat);
    }
    for table in tables(study) {
        prose.gap();
        prose.table(table);
    }
    if let Some(words) = record(study) {
        prose.gap();
        prose.paragraph(words);
    }
    guidance(&mut prose, study);
    expected(&mut prose, &study.expected);
    prose
}

/// What was run, what it is about and what was changed.
fn heading(prose: &mut Prose, study: &RunStudy) {
    let subject = &study.subject;
    prose.paragraph(&subject.name);
    prose.line(PURPOSE);
    prose.hindsight(&subject.hindsight);
    if !study.guidance.about.is_empty() {
        prose.gap();
        prose.paragraph(printable(&beginning(&study.guidance.about, MOST_ABOUT)));
    }
    if let Some(changes) = changed(subject, usize::MAX) {
        prose.gap();
        prose.paragraph(printable(&changes));
    }
    if !subject.changes.is_empty() {
        prose.paragraph(format!("As written: {}.", subject.changes.join("; ")));
    }
}

/// How many trials were counted, on which seed.
fn counted(study: &RunStudy) -> String {
    let unfinished = if study.complete {
        ""
    } else {
        " (stopped early)"
    };
    format!(
        "{}{unfinished}, seed {}. {INTERVALS}",
        trials(study.findings.trials),
        study.seed
    )
}

/// How many histories agree with the record, where there is one.
fn record(study: &RunStudy) -> Option<String> {
    let record = study.findings.record.as_ref()?;
    let met = of_histories(record.all.share.share, study.findings.trials);
    let agree = if met.starts_with("1 of ") {
        "agrees"
    } else {
        "agree"
    };
    let end = "with every fact of the record, which is no test of the model.";
    Some(format!("{} {agree} {end}", capitalised(&met)))
}

/// What the scenario says to its reader.
fn guidance(prose: &mut Prose, study: &RunStudy) {
    let guidance = &study.guidance;
    let notice = filled(&guidance.notice, &study.findings, &study.subject.names);
    for (heading, words) in [
        ("What to notice", &notice),
        ("What critics say", &guidance.critics),
    ] {
        if !words.is_empty() {
            prose.gap();
            prose.paragraph(format!("{heading}. {}", printable(words)));
        }
    }
    list(prose, "Questions for a class", &guidance.questions);
    list(prose, "What to try", &guidance.try_next);
}

/// A head and texts below it; nothing where there are none.
fn list(prose: &mut Prose, head: &str, texts: &[String]) {
    if texts.is_empty() {
        return;
    }
    prose.gap();
    prose.line(head);
    for words in texts {
        prose.item(printable(words));
    }
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
