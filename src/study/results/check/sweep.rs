//! A sweep.

use super::compare::difference;
use super::values::{Checked, ensure, number, text, trials, within, within_place};
use super::{findings, subject};
use crate::study::{
    ComparedPoints, MOST_POINTS, Point, Standing, Sweep, SweepStudy, combination, how_many,
    most_compared,
};

/// Maximum numbers that a path with a `*` leads to.
const MOST_OWNERS: usize = 256;

/// Checks a sweep.
pub fn check(study: &SweepStudy) -> Checked {
    within("`subject`", subject::check(&study.subject))?;
    trials(study.trials)?;
    let sweep = &study.sweep;
    within("`axes`", axes(sweep))?;
    ensure(
        (sweep.points.len()..=MOST_POINTS).contains(&study.asked),
        "there are more points than were asked for",
    )?;
    for (at, one) in sweep.points.iter().enumerate() {
        within_place("point", at, point(one, at, study))?;
    }
    if let Some(own) = &sweep.own {
        ensure(
            own.values.is_empty() && !sweep.has_own_point(),
            "the scenario itself is one of the points, or has values of an axis",
        )?;
        within("`own`", content(own, study))?;
    }
    within("`compared`", compared(sweep, study.trials))
}

fn axes(sweep: &Sweep) -> Checked {
    let axes = &sweep.axes;
    ensure(
        (1..=2).contains(&axes.len()) && sweep.base.len() == axes.len(),
        "there are one or two",
    )?;
    axes.iter().try_for_each(|axis| text(axis.path()))?;
    for axis in axes {
        axis.values().iter().try_for_each(|&value| number(value))?;
    }
    sweep.base.iter().try_for_each(standing)?;
    ensure(
        sweep.points.len() == how_many(axes) && sweep.points.len() <= MOST_POINTS,
        "there is not one point for each combination of their values",
    )
}

/// Where the scenario stands on an axis.
pub fn standing(standing: &Standing) -> Checked {
    ensure(
        standing.values.len() <= MOST_OWNERS,
        "a path leads to too many numbers",
    )?;
    text(&standing.claim)?;
    for own in &standing.values {
        text(&own.of)?;
        number(own.value)?;
    }
    Ok(())
}

fn point(point: &Point, at: usize, study: &SweepStudy) -> Checked {
    ensure(
        point.values == combination(&study.sweep.axes, at),
        "it has other values than its place",
    )?;
    content(point, study)
}

/// What a point shows, wherever it is.
fn content(point: &Point, study: &SweepStudy) -> Checked {
    let found = &point.findings;
    findings::check_point(found, subject::rungs(&study.subject))?;
    ensure(
        found.trials == study.trials,
        "it has another number of trials",
    )?;
    let of = found.means.of(study.quantity);
    ensure(
        point.shown == of.mean && point.interval == of.interval,
        "what is shown is not its mean",
    )?;
    ensure(
        point.excluded.is_some() == point.interval.is_excluded(),
        "it is excluded without a reason, or not excluded in spite of one",
    )
}

/// The points that its title compares are among those that are worth it.
fn compared(sweep: &Sweep, trials: u64) -> Checked {
    let picked = sweep.compared();
    ensure(
        sweep.compared.len() as u64 <= most_compared(&sweep.axes),
        "there are too many",
    )?;
    for ComparedPoints {
        from,
        to,
        difference: between,
        ..
    } in &sweep.compared
    {
        ensure(
            picked
                .iter()
                .any(|pair| pair.from == *from && pair.to == *to),
            "two points are compared that lie elsewhere",
        )?;
        difference(between, trials)?;
    }
    Ok(())
}
