//! The course of a run over its days.

use super::values::{Checked, day, ensure, number, within, within_place};
use crate::study::{Findings, History, Timeline};

/// Maximum number of histories that are kept.
const MOST_HISTORIES: usize = 1000;
/// Maximum number of acts of a history or a record.
const MOST_STEPS: usize = 100_000;

/// Checks the course of a run that showed this, on a ladder of so many rungs.
pub fn check(timeline: &Timeline, findings: &Findings, rungs: usize) -> Checked {
    let days = findings.levels.len();
    ensure(
        timeline.ended.len() == days,
        "it has other days than the levels",
    )?;
    let ends =
        timeline.ended.is_sorted() && timeline.ended.iter().all(|&ended| ended <= findings.trials);
    ensure(
        ends,
        "crises that have ended are more than trials, or begin anew",
    )?;
    ensure(
        (0.0..=1.0).contains(&timeline.margin),
        "the margin does not lie between 0 and 1",
    )?;
    ensure(
        timeline.histories.len() <= MOST_HISTORIES,
        "there are too many histories",
    )?;
    for (at, one) in timeline.histories.iter().enumerate() {
        ensure(
            one.trial < findings.trials,
            "a history is of a trial that was not run",
        )?;
        within_place("history", at, history(one, days - 1, rungs))?;
    }
    let has_authors = timeline.authors.len() == timeline.record.len();
    ensure(has_authors, "the record has other authors than acts")?;
    within("`record`", record(&timeline.record, rungs))
}

fn history(history: &History, last_day: usize, rungs: usize) -> Checked {
    day(history.end_day, last_day)?;
    ensure(
        history.steps.first().is_some_and(|first| first.0 == 0.0),
        "it does not begin on day 0",
    )?;
    levels(&history.steps, last_day, rungs)?;
    within("`acts`", acts(history, last_day, rungs))
}

/// Checks the acts of a history.
fn acts(history: &History, last_day: usize, rungs: usize) -> Checked {
    let acts = &history.acts;
    ensure(acts.len() <= MOST_STEPS, "there are too many")?;
    let rise = acts.windows(2).all(|pair| pair[0].0 <= pair[1].0);
    ensure(rise, "their days do not rise")?;
    for &(on, rung, _) in acts {
        day(on, last_day)?;
        ensure(rung < rungs, "one is on no rung of the ladder")?;
    }
    Ok(())
}

/// Checks the levels of a history: from which day on it stands on which rung.
pub fn levels(steps: &[(f64, Option<usize>)], last_day: usize, rungs: usize) -> Checked {
    ensure(steps.len() <= MOST_STEPS, "it has too many steps")?;
    let rise = steps.windows(2).all(|pair| pair[0].0 <= pair[1].0);
    ensure(rise, "its days do not rise")?;
    for &(on, rung) in steps {
        day(on, last_day)?;
        ensure(
            rung.is_none_or(|rung| rung < rungs),
            "it stands on no rung of the ladder",
        )?;
    }
    Ok(())
}

/// A record may go on after the horizon.
fn record(acts: &[(f64, usize)], rungs: usize) -> Checked {
    ensure(acts.len() <= MOST_STEPS, "it has too many acts")?;
    let rise = acts.windows(2).all(|pair| pair[0].0 <= pair[1].0);
    ensure(rise, "its days do not rise")?;
    for &(on, rung) in acts {
        number(on)?;
        ensure(
            on >= 0.0 && rung < rungs,
            "an act is on no rung of the ladder, or before day 0",
        )?;
    }
    Ok(())
}
