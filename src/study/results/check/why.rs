//! Why histories go as they do.

use super::values::{Checked, case, ensure, known, text, within, within_place};
use super::{findings, subject};
use crate::stats::{Mean, Quantile};
use crate::study::{
    ENOUGH, Explanation, LearnedParameter, MOST_NODES, PathNode, Paths, Spread, Weighing, WhyStudy,
};
use crate::tally::DEPTH;

/// How far the parts of a whole may be from it in sum: each is rounded to millionths.
const ROUNDING: f64 = 1e-5;
/// No trial has so many answers.
const MOST_ANSWERS: u64 = 1_000_000;
/// Maximum number of uncertain values.
const MOST_LEARNED: usize = 10_000;

/// Checks why histories go as they do.
pub fn check(study: &WhyStudy) -> Checked {
    within("`subject`", subject::check(&study.subject))?;
    let rungs = subject::rungs(&study.subject);
    let explanation = &study.explanation;
    within("`explanation`", self::explanation(explanation, rungs))?;
    let trials = explanation.trials;
    let silent = within_trials(case(&study.no_answer, trials))?;
    let first = explanation
        .answers
        .iter()
        .filter_map(|kinds| kinds[0].as_ref());
    let answered: u64 = first.map(|weighing| weighing.trials).sum();
    ensure(
        answered.checked_add(silent) == Some(trials),
        "first answers and trials without one are not all trials",
    )?;
    if let Some(record) = &study.record {
        within("`record`", findings::record(record, trials, rungs))?;
    }
    ensure(
        study.learned.len() <= MOST_LEARNED,
        "there are too many uncertain values",
    )?;
    for (at, one) in study.learned.iter().enumerate() {
        within_place("uncertain value", at, learned(one, trials))?;
    }
    Ok(())
}

fn within_trials(met: Result<u64, String>) -> Result<u64, String> {
    met.map_err(|wrong| format!("`no_answer`: {wrong}"))
}

/// Checks what answers rest on, and paths, on a ladder of so many rungs.
pub fn explanation(explanation: &Explanation, rungs: usize) -> Checked {
    super::values::trials(explanation.trials)?;
    for kinds in &explanation.answers {
        for (place, weighing) in kinds.iter().enumerate() {
            let Some(weighing) = weighing else { continue };
            within(
                "`answers`",
                self::weighing(weighing, explanation.trials, rungs),
            )?;
            ensure(
                place > 0 || weighing.answers == weighing.trials,
                "a trial has several first answers",
            )?;
        }
    }
    within(
        "`paths`",
        paths(&explanation.paths, explanation.trials, rungs),
    )
}

fn weighing(weighing: &Weighing, trials: u64, rungs: usize) -> Checked {
    let answers = weighing.answers;
    let most = weighing.trials.saturating_mul(MOST_ANSWERS);
    ensure(
        (1..=trials).contains(&weighing.trials) && (weighing.trials..=most).contains(&answers),
        "the answers are not those of so many trials",
    )?;
    ensure(
        weighing.forceful <= answers,
        "more use force than there are",
    )?;
    ensure(
        weighing.likeliest.len() == rungs && weighing.chances.len() == rungs,
        "there is not one number for each rung",
    )?;
    super::values::counts(weighing.likeliest.iter(), answers)?;
    mean(weighing.log_odds)?;
    weighing.parts.iter().try_for_each(|&part| mean(part))?;
    let sum: f64 = weighing.parts.iter().map(|part| part.mean).sum();
    ensure(
        (sum - weighing.log_odds.mean).abs() <= ROUNDING,
        "the parts do not add up to the log-odds",
    )?;
    let chances = weighing.chances.iter().chain([&weighing.chance_of_force]);
    chances.copied().try_for_each(chance)?;
    let sum: f64 = weighing.chances.iter().map(|one| one.mean).sum();
    ensure(
        (sum - 1.0).abs() <= rungs as f64 * ROUNDING,
        "the chances do not add up to one",
    )
}

fn mean(mean: Mean) -> Checked {
    known(mean.mean, mean.interval)
}

fn chance(chance: Mean) -> Checked {
    mean(chance)?;
    ensure(
        (-ROUNDING..=1.0 + ROUNDING).contains(&chance.mean),
        "a chance does not lie between 0 and 1",
    )
}

fn paths(paths: &Paths, trials: u64, rungs: usize) -> Checked {
    ensure(
        (1..=MOST_NODES).contains(&paths.nodes.len()),
        "there is no such number of nodes",
    )?;
    let beginning = paths.nodes.first();
    ensure(
        beginning.is_some_and(|first| first.count == trials && first.parent.is_none()),
        "it does not begin with all trials",
    )?;
    let mut following = vec![0_u64; paths.nodes.len()];
    let mut depths = vec![0; paths.nodes.len()];
    for (place, node) in paths.nodes.iter().enumerate().skip(1) {
        let parent = parent_of(node, place, rungs)?;
        depths[place] = depths[parent] + 1;
        ensure(depths[place] <= DEPTH, "a path is too long")?;
        following[parent] = following[parent].saturating_add(node.count);
    }
    ensure(
        paths.nodes.is_sorted_by(|one, other| {
            one.parent != other.parent || one.rung < other.rung || one.parent.is_none()
        }),
        "two nodes are one act after the same acts",
    )?;
    for (node, following) in paths.nodes.iter().zip(following) {
        adds_up(node, following)?;
    }
    recorded(paths, rungs)
}

fn parent_of(node: &PathNode, place: usize, rungs: usize) -> Result<usize, String> {
    let is_act = node.rung.is_some_and(|rung| rung < rungs);
    match node.parent.filter(|&parent| parent < place && is_act) {
        Some(parent) => Ok(parent),
        None => Err("a node is no act that follows another".to_owned()),
    }
}

/// Whether all histories that come to a node end there or go on.
fn adds_up(node: &PathNode, following: u64) -> Checked {
    let ends = node.ends;
    let parts = [
        ends.over,
        ends.war,
        ends.slipped,
        ends.cut,
        ends.goes_on,
        node.gathered.count,
        following,
    ];
    let sum = parts
        .iter()
        .try_fold(0_u64, |sum, &one| sum.checked_add(one));
    ensure(
        sum == Some(node.count) && node.count > 0,
        "what ends at a node and what goes on is not all that comes there",
    )?;
    ensure(
        node.gathered.branches <= node.gathered.count,
        "more branches are gathered than histories take them",
    )
}

fn recorded(paths: &Paths, rungs: usize) -> Checked {
    ensure(paths.record.len() <= DEPTH, "the record's path is too long")?;
    let mut before = paths.nodes.first().map_or(0, |first| first.count);
    for (at, step) in paths.record.iter().enumerate() {
        ensure(
            step.rung < rungs && step.count <= before,
            "an act of the record is on no rung, or more common than the one before",
        )?;
        before = step.count;
        let Some(node) = step.node else { continue };
        let acts: Vec<usize> = paths.record[..=at].iter().map(|one| one.rung).collect();
        let kept = paths.nodes.get(node);
        ensure(
            kept.is_some_and(|kept| kept.count == step.count) && paths.rungs(node) == acts,
            "an act of the record is another node",
        )?;
    }
    Ok(())
}

fn learned(one: &LearnedParameter, trials: u64) -> Checked {
    text(&one.path)?;
    super::values::number(one.low)?;
    super::values::number(one.high)?;
    ensure(one.low <= one.high, "its ends are not in order")?;
    ensure(one.all.n == trials, "it is not of all trials")?;
    spread(&one.all, one)?;
    let Some(agreeing) = &one.agreeing else {
        return Ok(());
    };
    ensure(
        (ENOUGH..=trials).contains(&agreeing.n),
        "those that agree with the record are too few, or too many",
    )?;
    spread(agreeing, one)
}

fn spread(spread: &Spread, of: &LearnedParameter) -> Checked {
    mean(spread.mean)?;
    let quantiles = [spread.p05, spread.p50, spread.p95];
    quantiles.into_iter().try_for_each(quantile)?;
    let slack = ROUNDING * (1.0 + of.low.abs().max(of.high.abs()));
    let values = quantiles
        .iter()
        .map(|one| one.value)
        .chain([spread.mean.mean]);
    let mut values = values.map(|value| (of.low - slack..=of.high + slack).contains(&value));
    ensure(values.all(|within| within), "a value lies beyond its range")?;
    ensure(
        spread.p05.value <= spread.p50.value && spread.p50.value <= spread.p95.value,
        "its percentiles do not rise",
    )
}

fn quantile(quantile: Quantile) -> Checked {
    known(quantile.value, quantile.interval)
}
