//! The rules that every history keeps.

use crate::common::{History, Seen};
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
        _ => Outcome::SeveralRounds,
    }
}

/// Whether any level is one of limited or full-scale war.
fn any_war_due(model: &Model, history: &History) -> bool {
    let least = Some(model.limited_war);
    let levels = history.levels.iter().any(|&(_, rung)| rung >= least);
    levels || history.acts.iter().any(|act| act.rung >= model.limited_war)
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
    ]);
    in_itself
        .or_else(|| wrong_in_counts(model, history))
        .or_else(|| wrong_in_challenges(model, history))
        .or_else(|| wrong_in_openness(model, history))
        .or_else(|| wrong_in_time(model, history))
        .or_else(|| wrong_in_acts(model, history))
}

/// What is wrong with what was counted of the whole trial.
fn wrong_in_counts(model: &Model, history: &History) -> Option<&'static str> {
    let trial = &history.summary;
    first_broken(&[
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
            trial.later_crises + u64::from(trial.acts > 0) == crises(history),
            "other crises than counted",
        ),
        (
            trial.challenges <= trial.later_crises,
            "more challenges than later crises",
        ),
        (
            trial.any_war == any_war_due(model, history),
            "a war that was not counted, or counted and not met",
        ),
        (
            trial.outcome != Outcome::Unresolved || trial.end_day == f64::from(model.horizon_days),
            "the horizon cuts it on another day",
        ),
        (
            trial.deaths >= 0.0 && (!nobody_dies(model) || trial.deaths == 0.0),
            "deaths where nobody can die",
        ),
    ])
}

/// Whether neither an act nor a group can kill.
fn nobody_dies(model: &Model) -> bool {
    let rungs = model.numbers.rungs.iter().all(|rung| rung.deaths == 0.0);
    let groups = &model.numbers.armed_groups;
    rungs && groups.iter().all(|group| group.deaths == 0.0)
}

/// What is wrong with who began the later crises.
fn wrong_in_challenges(model: &Model, history: &History) -> Option<&'static str> {
    let trial = &history.summary;
    let occasions = model.may_find_occasions();
    let groups = (0..model.armed_group_victims.len()).any(|at| model.attacks_of(at) > 0.0);
    first_broken(&[
        (
            occasions || trial.challenges == 0,
            "a challenge without an occasion",
        ),
        (
            groups || trial.challenges == trial.later_crises,
            "a later crisis that nobody began",
        ),
        (
            !trial.later_war || trial.any_war,
            "a later war that is not among all wars",
        ),
        (
            trial.any_war
                || trial.outcome < Outcome::LimitedWar
                || trial.outcome == Outcome::Unresolved,
            "a war that is not among all wars",
        ),
    ])
}

/// What is wrong with who got to know of the acts.
fn wrong_in_openness(model: &Model, history: &History) -> Option<&'static str> {
    let acts = &history.acts;
    let fixed = matches!(model.first_move, FirstMove::Rung(_));
    let hidden = |act: &Seen| !act.announced && !act.known;
    let open = |act: &Seen| act.announced && act.known;
    let mut own_choice = acts.iter().skip(usize::from(fixed));
    first_broken(&[
        (
            acts.iter().all(|act| act.known || !act.announced),
            "an act was announced, but is not known",
        ),
        (
            acts.iter()
                .all(|act| !model.deniable[act.rung] || hidden(act)),
            "a deniable act was announced or became known",
        ),
        (
            own_choice.all(|act| model.force[act.rung] || model.deniable[act.rung] || open(act)),
            "an act without force was kept quiet",
        ),
    ])
}

/// How many times a crisis began.
fn crises(history: &History) -> u64 {
    let levels = &history.levels;
    let starts = levels
        .iter()
        .enumerate()
        .filter(|&(at, &(_, rung))| rung.is_some() && (at == 0 || levels[at - 1].1.is_none()));
    starts.count() as u64
}

/// What is wrong with the days of acts and levels.
fn wrong_in_time(model: &Model, history: &History) -> Option<&'static str> {
    let acts = &history.acts;
    let levels = &history.levels;
    let horizon = f64::from(model.horizon_days);
    let in_order = |days: &[f64]| days.windows(2).all(|pair| pair[0] <= pair[1]);
    let act_days: Vec<f64> = acts.iter().map(|act| act.day).collect();
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
            .filter(|act| act.opener == opener && model.force[act.rung])
            .count() as u64
    });
    let peak = first.iter().map(|act| act.rung).max().unwrap_or(0);
    let steps_down = first.len() > 1 && last.is_some_and(|act| act.rung <= model.off_ramp);
    let peaceful = trial.acts > 0 && trial.outcome < Outcome::LimitedWar;
    let last_crisis_is_war = history
        .levels
        .last()
        .is_some_and(|level| level.1 == Some(model.top()));
    let war = trial.outcome == Outcome::War;
    first_broken(&[
        (
            first.first().map(|act| act.rung) == trial.first_act,
            "another first act",
        ),
        (
            first
                .windows(2)
                .all(|pair| pair[0].opener != pair[1].opener),
            "the same side twice in a row in the first crisis",
        ),
        (force == trial.force, "uses of force other than witnessed"),
        (
            last.is_none_or(|act| act.day == trial.end_day)
                || (trial.end_day == f64::from(model.horizon_days) && !steps_down),
            "it ends on another day than that of its last act or the horizon",
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
