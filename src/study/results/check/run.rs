//! A run.

use super::values::{Checked, ensure, mean, number, text, texts, within};
use super::{findings, subject, timeline, why};
use crate::study::{Guidance, JudgedBand, RunStudy};

/// Maximum number of ranges that a scenario expects.
const MOST_EXPECTED: usize = 1000;
/// Maximum number of texts of one kind.
const MOST_TEXTS: usize = 1000;

/// Checks a run.
pub fn check(study: &RunStudy) -> Checked {
    within("`subject`", subject::check(&study.subject))?;
    let rungs = subject::rungs(&study.subject);
    within("`findings`", findings::check(&study.findings, rungs))?;
    within("`expected`", expected(study))?;
    within(
        "`timeline`",
        timeline::check(&study.timeline, &study.findings, rungs),
    )?;
    within("`guidance`", guidance(&study.guidance))?;
    ensure(
        study.why.trials <= study.findings.trials,
        "more trials are explained than were run",
    )?;
    within("`why`", why::explanation(&study.why, rungs))
}

fn expected(study: &RunStudy) -> Checked {
    ensure(
        study.expected.len() <= MOST_EXPECTED,
        "there are too many ranges",
    )?;
    study.expected.iter().try_for_each(band)
}

fn band(judged: &JudgedBand) -> Checked {
    number(judged.band.low)?;
    number(judged.band.high)?;
    mean(&judged.mean, judged.band.quantity.is_share())
}

fn guidance(guidance: &Guidance) -> Checked {
    text(&guidance.about)?;
    text(&guidance.notice)?;
    text(&guidance.critics)?;
    texts(&guidance.try_next, MOST_TEXTS)?;
    texts(&guidance.questions, MOST_TEXTS)?;
    texts(&guidance.without, MOST_TEXTS)
}
