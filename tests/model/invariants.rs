//! What holds of every trial of every scenario, and the reference class.

use crate::common::{CONFORMANCE, History, conformance, histories, run, scenario_with, set};
use offramp::ensemble::Plan;
use offramp::model::{FirstMove, Model};
use offramp::quantities::Quantity;
use offramp::scenario::{Scenario, Settings, library};
use offramp::sim::Outcome;

const SEEDS: [u64; 3] = [1, 2_024, u64::MAX];
const TRIALS: u64 = 3_000;

/// Every scenario there is: those that are shipped, and those of `tests/conformance`.
fn all_scenarios() -> Vec<(String, Scenario)> {
    let shipped = library::names().into_iter().map(|name| {
        (name.to_owned(), Scenario::shipped(name, &Settings::default()).unwrap_or_else(|error| panic!("{error}")))
    });
    shipped.chain(CONFORMANCE.map(|file| (file.to_owned(), conformance(file, &Settings::default())))).collect()
}

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

/// What is wrong with a history: nothing, if all is well.
fn wrong(model: &Model, history: &History) -> Option<&'static str> {
    let trial = &history.summary;
    let nothing = trial.first_act.is_none();
    let force: u64 = trial.force.iter().sum();
    let rules = [
        (outcome_due(model, history) == trial.outcome, "the outcome is not the first that holds"),
        (nothing == (trial.acts == 0), "acts, but no first act"),
        (!nothing || trial.peak == 0 && force == 0 && trial.end_day == 0.0, "something happened in nothing"),
        (!nothing || trial.outcome == Outcome::NoForce, "nothing happened, yet there is an outcome"),
        (!nothing || model.first_move == FirstMove::Choose, "a fixed opening came to nothing"),
        (force <= trial.acts, "more uses of force than acts"),
        ((0.0..=1.0).contains(&trial.trust), "trust out of its range"),
        (trial.end_day >= 0.0 && trial.end_day <= f64::from(model.horizon_days), "it ends after the horizon"),
        (trial.first_act.is_none_or(|rung| rung <= trial.peak), "the peak lies below the first act"),
        (trial.later_crises > 0 || !trial.later_war, "a later war without a later crisis"),
        (trial.fronts_opened <= model.front_actors.len() as u64, "more fronts opened than there are"),
        (trial.outcome != Outcome::NoForce || !model.force[trial.peak], "a peak with force, but no force"),
        (trial.outcome != Outcome::War || trial.later_crises == 0, "a crisis after the war"),
        (trial.later_crises + 1 >= crises(history), "more crises than counted"),
    ];
    rules.into_iter().find(|(holds, _)| !holds).map(|(_, what)| what).or_else(|| wrong_in_time(model, history))
}

/// How many times the level left the foot of the ladder: at most the number of crises.
fn crises(history: &History) -> u64 {
    let levels = &history.levels;
    let starts = levels.iter().enumerate().filter(|&(at, &(_, rung))| rung > 0 && (at == 0 || levels[at - 1].1 == 0));
    starts.count() as u64
}

/// What is wrong with the sequence of acts and levels.
fn wrong_in_time(model: &Model, history: &History) -> Option<&'static str> {
    let (trial, acts, levels) = (&history.summary, &history.acts, &history.levels);
    let horizon = f64::from(model.horizon_days);
    let in_order = |days: &[f64]| days.windows(2).all(|pair| pair[0] <= pair[1]);
    let act_days: Vec<f64> = acts.iter().map(|act| act.0).collect();
    let level_days: Vec<f64> = levels.iter().map(|level| level.0).collect();
    let first = &acts[..trial.acts as usize];
    let force =
        [true, false].map(|opener| first.iter().filter(|act| act.1 == opener && model.force[act.2]).count() as u64);
    let steps_down = first.len() > 1 && first.last().is_some_and(|act| act.2 <= model.off_ramp);
    let peaceful = trial.acts > 0 && trial.outcome < Outcome::LimitedWar;
    let last_crisis_is_war = levels.last().is_some_and(|level| level.1 == model.top());
    let rules = [
        (in_order(&act_days) && in_order(&level_days), "time runs backwards"),
        (act_days.iter().chain(&level_days).all(|&day| (0.0..=horizon).contains(&day)), "after the horizon"),
        (acts.len() == levels.len(), "an act without a level"),
        (acts.len() as u64 >= trial.acts, "more acts counted than witnessed"),
        (first.first().map(|act| act.2) == trial.first_act, "another first act"),
        (first.windows(2).all(|pair| pair[0].1 != pair[1].1), "the same side twice in a row in the first crisis"),
        (force == trial.force, "uses of force other than witnessed"),
        (first.last().is_none_or(|act| act.0 == trial.end_day), "it ends on another day than that of its last act"),
        (acts.iter().all(|act| !(model.deniable[act.2] && act.3)), "a deniable act was announced"),
        (last_crisis_is_war == (trial.outcome == Outcome::War || trial.later_war), "war at one place only"),
        (!peaceful || steps_down, "over, though nobody stepped down"),
        (trial.outcome != Outcome::Unresolved || !steps_down, "unresolved, though somebody stepped down"),
        (
            trial.outcome == Outcome::War || first.iter().map(|act| act.2).max().unwrap_or(0) == trial.peak,
            "a peak that nobody reached",
        ),
    ];
    rules.into_iter().find(|(holds, _)| !holds).map(|(_, what)| what)
}

#[test]
fn every_trial_is_consistent_with_itself() {
    for (name, scenario) in all_scenarios() {
        for seed in SEEDS {
            for (trial, history) in histories(&scenario.model, seed, TRIALS).iter().enumerate() {
                let wrong = wrong(&scenario.model, history);
                assert!(wrong.is_none(), "{name}, seed {seed}, trial {trial}: {}\n{history:?}", wrong.unwrap_or(""));
            }
        }
    }
}

/// The twin: a history that is tampered with is found out.
#[test]
fn a_tampered_history_is_found() {
    let model = conformance("d-spoilers.toml", &Settings::default()).model;
    let sound = histories(&model, 1, 200).into_iter().find(|history| history.summary.outcome == Outcome::Feud).unwrap();
    assert_eq!(wrong(&model, &sound), None);
    let tampers: [fn(&mut History); 8] = [
        |history| history.summary.outcome = Outcome::OneRound,
        |history| history.summary.peak += 1,
        |history| history.summary.first_act = None,
        |history| history.summary.trust = 1.01,
        |history| history.summary.force[0] += 1,
        |history| history.summary.end_day += 0.5,
        |history| history.summary.later_war = true,
        |history| history.acts[0].1 = !history.acts[0].1,
    ];
    for (at, tamper) in tampers.into_iter().enumerate() {
        let mut history = sound.clone();
        tamper(&mut history);
        assert!(wrong(&model, &history).is_some(), "tamper {at} goes unnoticed");
    }
}

#[test]
fn tallies_add_up_to_the_trials() {
    for (name, scenario) in all_scenarios() {
        let model = &scenario.model;
        let trials = 5_000;
        let tally = run(model, &Plan::new(5, trials));
        let n = |counts: &[u64]| counts.iter().sum::<u64>();
        assert_eq!(tally.trials, trials, "{name}");
        assert_eq!(n(&tally.outcomes), trials, "{name}");
        assert_eq!(n(&tally.peak), trials, "{name}");
        assert!(n(&tally.first_act) <= trials && n(&tally.first_answer) <= trials, "{name}");
        assert!(model.first_move == FirstMove::Choose || n(&tally.first_act) == trials, "{name}");
        let days = tally.levels.by_day();
        assert_eq!(days.len(), model.horizon_days as usize + 1, "{name}");
        assert!(days.iter().all(|day| n(day) == trials), "{name}: a day does not add up to the trials");
        let top = model.top();
        let wars = tally.outcomes[Outcome::War as usize] + tally.flag(Quantity::LaterWar);
        assert_eq!(days.last().unwrap()[top], wars, "{name}: every war, and nothing else, stands on the top rung");
        assert!(days.windows(2).all(|pair| pair[0][top] <= pair[1][top]), "{name}: a war ended");
        assert_eq!(tally.peak[top], tally.outcomes[Outcome::War as usize], "{name}");
        let limited: u64 = tally.peak[model.limited_war..top].iter().sum();
        assert_eq!(limited, tally.outcomes[Outcome::LimitedWar as usize], "{name}");
    }
}

/// The levels that a tally counts are those that a witness sees.
#[test]
fn levels_by_day_are_what_a_witness_sees() {
    for file in ["d-spoilers.toml", "i-short.toml"] {
        let model = conformance(file, &Settings::default()).model;
        let trials = 2_000;
        let mut days = vec![vec![0_u64; model.rungs()]; model.horizon_days as usize + 1];
        for history in histories(&model, 9, trials) {
            for (day, row) in days.iter_mut().enumerate() {
                let latest = history.levels.iter().rev().find(|level| level.0 <= day as f64);
                row[latest.map_or(0, |level| level.1)] += 1;
            }
        }
        assert_eq!(run(&model, &Plan::new(9, trials)).levels.by_day(), days, "{file}");
    }
}

// ---- The reference class ----

const REFERENCE_TRIALS: u64 = 200_000;

/// Two default actors.
fn reference_class(opening: &str, change: &[(&str, &str)]) -> Scenario {
    let text = "name = \"reference class\"\nhorizon_days = 365\n\
        opening = { actor = \"a\", rung = \"strike-militants\", provocation = 0.4 }\nactors = { a = {}, b = {} }\n";
    scenario_with(text, &set(&[&[("opening.rung", opening)], change].concat()))
}

/// Of the trials whose first answer uses force, the share whose third act does too.
fn counters(model: &Model, histories: &[History]) -> f64 {
    let violent = |history: &History, at: usize| history.acts.get(at).is_some_and(|act| model.force[act.2]);
    let answered = histories.iter().filter(|history| violent(history, 1));
    let (count, countered) =
        answered.fold((0_u64, 0_u64), |(n, k), history| (n + 1, k + u64::from(violent(history, 2))));
    countered as f64 / count as f64
}

/// The share of trials whose first answer uses force.
fn answers(model: &Model, histories: &[History]) -> f64 {
    let answered = histories.iter().filter(|history| crate::common::answered_with_force(model, &history.summary));
    answered.count() as f64 / histories.len() as f64
}

/// What the reference class, changed so, has to say against the four base rates of the International Crisis Behavior data,
/// version 14: 95 % Wilson intervals. The model's value is given to two decimals, and its own error is that of 100,000
/// trials at most, at level 1e-6.
fn against_icb(change: &[(&str, &str)]) -> Vec<String> {
    let violent = reference_class("strike-militants", change);
    let trials = histories(&violent.model, 11, REFERENCE_TRIALS);
    let posture = reference_class("posture", change);
    let after_posture = answers(&posture.model, &histories(&posture.model, 11, REFERENCE_TRIALS));
    let wars =
        trials.iter().filter(|history| crate::common::is_war(&history.summary)).count() as f64 / trials.len() as f64;
    let error = crate::common::verdicts::Z_LEVEL * (0.25_f64 / 100_000.0).sqrt();
    let rates = [
        ("violent answer to a violent act", answers(&violent.model, &trials), 0.60, [0.526, 0.645]),
        ("violent answer to a non-violent military act", after_posture, 0.19, [0.110, 0.238]),
        ("violent counter after a violent answer", counters(&violent.model, &trials), 0.47, [0.42, 0.67]),
        ("war after a violent trigger", wars, 0.11, [0.086, 0.197]),
    ];
    let missed = |&(_, model, due, [low, high]): &(&str, f64, f64, [f64; 2])| {
        model < low || high < model || (model - due).abs() >= 0.005 + error
    };
    let told = |(what, model, due, [low, high]): (&str, f64, f64, [f64; 2])| {
        format!("{what}: {model}, where {due} is due within [{low}, {high}]")
    };
    rates.into_iter().filter(missed).map(told).collect()
}

#[test]
fn the_reference_class_meets_four_base_rates_of_icb() {
    assert_eq!(against_icb(&[]), [""; 0]);
    // The twins: two actors a little angrier, or a little more afraid of being hit back.
    for change in [("actors.*.domestic_pressure", "0.4"), ("actors.*.fear_of_retaliation", "2.7")] {
        assert!(!against_icb(&[change]).is_empty(), "{change:?}");
    }
}

/// The shipped reference class has two default actors.
#[test]
fn the_shipped_reference_class_is_the_same_model() {
    let shipped = Scenario::shipped("reference-class", &Settings::default()).unwrap();
    assert_eq!(shipped.model, reference_class("strike-militants", &[]).model);
}
