//! The rules that every history keeps.

use crate::common::History;
use offramp::model::{FirstMove, Model};
use offramp::sim::Outcome;

/// The outcome as docs/model.md words it, from what the trial counted: the first that holds.
fn outcome_due(model: &Model, history: &History) -> Outcome {
    let trial = &history.summary;
    match trial.force {
        _ if trial.peak == model.top() => Outcome::War,
        _ if trial.peak >= model.limited_war => Outcome::LimitedWar,
        _ if trial.outcome == Outcome::Unresolved => Outcome::Unresolved,
        [0, 0] => Outcome::NoForce,
        [_, 0] | [0, _] => Outcome::OneSided,
        [1, 1] => Outcome::OneRound,
        _ => Outcome::Feud,
    }
}

/// What the first rule says that does not hold.
fn first_broken(rules: &[(bool, &'static str)]) -> Option<&'static str> {
    rules
        .iter()
        .find(|(holds, _)| !holds)
        .map(|&(_, what)| what)
}

/// What is wrong with a history: nothing, if all is well.
pub fn wrong(model: &Model, history: &History) -> Option<&'static str> {
    let trial = &history.summary;
    let nothing = trial.first_act.is_none();
    let force: u64 = trial.force.iter().sum();
    let in_itself = first_broken(&[
        (
            outcome_due(model, history) == trial.outcome,
            "the outcome is not the first that holds",
        ),
        (nothing == (trial.acts == 0), "acts, but no first act"),
        (
            !nothing || trial.peak == 0 && force == 0 && trial.end_day == 0.0,
            "something happened in nothing",
        ),
        (
            !nothing || trial.outcome == Outcome::NoForce,
            "nothing happened, yet there is an outcome",
        ),
        (
            !nothing || model.first_move == FirstMove::Choose,
            "a fixed opening came to nothing",
        ),
        (force <= trial.acts, "more uses of force than acts"),
        ((0.0..=1.0).contains(&trial.trust), "trust out of its range"),
        (
            trial.end_day >= 0.0 && trial.end_day <= f64::from(model.horizon_days),
            "it ends after the horizon",
        ),
        (
            trial.first_act.is_none_or(|rung| rung <= trial.peak),
            "the peak lies below the first act",
        ),
        (
            trial.later_crises > 0 || !trial.later_war,
            "a later war without a later crisis",
        ),
        (
            trial.fronts_opened <= model.front_actors.len() as u64,
            "more fronts opened than there are",
        ),
        (
            trial.outcome != Outcome::NoForce || !model.force[trial.peak],
            "a peak with force, but no force",
        ),
        (
            trial.outcome != Outcome::War || trial.later_crises == 0,
            "a crisis after the war",
        ),
        (
            trial.later_crises + 1 >= crises(history),
            "more crises than counted",
        ),
    ]);
    in_itself
        .or_else(|| wrong_in_time(model, history))
        .or_else(|| wrong_in_acts(model, history))
}

/// How many times the level left the foot of the ladder: at most the number of crises.
fn crises(history: &History) -> u64 {
    let levels = &history.levels;
    let starts = levels
        .iter()
        .enumerate()
        .filter(|&(at, &(_, rung))| rung > 0 && (at == 0 || levels[at - 1].1 == 0));
    starts.count() as u64
}

/// What is wrong with the days of acts and levels.
fn wrong_in_time(model: &Model, history: &History) -> Option<&'static str> {
    let acts = &history.acts;
    let levels = &history.levels;
    let horizon = f64::from(model.horizon_days);
    let in_order = |days: &[f64]| days.windows(2).all(|pair| pair[0] <= pair[1]);
    let act_days: Vec<f64> = acts.iter().map(|act| act.0).collect();
    let level_days: Vec<f64> = levels.iter().map(|level| level.0).collect();
    let mut days = act_days.iter().chain(&level_days);
    first_broken(&[
        (
            in_order(&act_days) && in_order(&level_days),
            "time runs backwards",
        ),
        (
            days.all(|&day| (0.0..=horizon).contains(&day)),
            "after the horizon",
        ),
        (acts.len() == levels.len(), "an act without a level"),
    ])
}

/// What is wrong with the acts of the first crisis, and where all ends.
fn wrong_in_acts(model: &Model, history: &History) -> Option<&'static str> {
    let trial = &history.summary;
    let acts = &history.acts;
    if (acts.len() as u64) < trial.acts {
        return Some("more acts counted than witnessed");
    }
    let first = &acts[..trial.acts as usize];
    let last = first.last();
    let force = [true, false].map(|opener| {
        first
            .iter()
            .filter(|act| act.1 == opener && model.force[act.2])
            .count() as u64
    });
    let peak = first.iter().map(|act| act.2).max().unwrap_or(0);
    let steps_down = first.len() > 1 && last.is_some_and(|act| act.2 <= model.off_ramp);
    let peaceful = trial.acts > 0 && trial.outcome < Outcome::LimitedWar;
    let last_crisis_is_war = history
        .levels
        .last()
        .is_some_and(|level| level.1 == model.top());
    let war = trial.outcome == Outcome::War;
    first_broken(&[
        (
            first.first().map(|act| act.2) == trial.first_act,
            "another first act",
        ),
        (
            first.windows(2).all(|pair| pair[0].1 != pair[1].1),
            "the same side twice in a row in the first crisis",
        ),
        (force == trial.force, "uses of force other than witnessed"),
        (
            last.is_none_or(|act| act.0 == trial.end_day),
            "it ends on another day than that of its last act",
        ),
        (
            acts.iter().all(|act| !(model.deniable[act.2] && act.3)),
            "a deniable act was announced",
        ),
        (
            last_crisis_is_war == (war || trial.later_war),
            "war at one place only",
        ),
        (!peaceful || steps_down, "over, though nobody stepped down"),
        (
            trial.outcome != Outcome::Unresolved || !steps_down,
            "unresolved, though somebody stepped down",
        ),
        (war || peak == trial.peak, "a peak that nobody reached"),
    ])
}
