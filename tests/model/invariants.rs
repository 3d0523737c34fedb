//! What holds of every trial of every scenario, and of what a tally makes of them.

mod record;
mod rules;

use crate::common::{CONFORMANCE, History, conformance, histories, run};
use offramp::ensemble::Plan;
use offramp::model::FirstMove;
use offramp::quantities::Quantity;
use offramp::scenario::{Scenario, Settings, library};
use offramp::sim::Outcome;
use offramp::tally::levels::place;
use rules::wrong;

const SEEDS: [u64; 3] = [1, 2_024, u64::MAX];
const TRIALS: u64 = 3_000;

/// Every scenario there is: those that are shipped, and those of `tests/conformance`.
fn all_scenarios() -> Vec<(String, Scenario)> {
    let shipped = library::names().into_iter().map(|name| {
        (
            name.to_owned(),
            Scenario::shipped(name, &Settings::default()).unwrap_or_else(|error| panic!("{error}")),
        )
    });
    shipped
        .chain(CONFORMANCE.map(|file| (file.to_owned(), conformance(file, &Settings::default()))))
        .collect()
}

#[test]
fn every_trial_is_consistent_with_itself() {
    for (name, scenario) in all_scenarios() {
        for seed in SEEDS {
            for (trial, history) in histories(&scenario.model, seed, TRIALS).iter().enumerate() {
                let wrong = wrong(&scenario.model, history);
                assert!(
                    wrong.is_none(),
                    "{name}, seed {seed}, trial {trial}: {}\n{history:?}",
                    wrong.unwrap_or("")
                );
            }
        }
    }
}

/// The twin: a history that is tampered with is found out.
#[test]
fn a_tampered_history_is_found() {
    let model = conformance("d-armed-groups.toml", &Settings::default()).model;
    let sound = histories(&model, 1, 200)
        .into_iter()
        .find(|history| history.summary.outcome == Outcome::SeveralRounds)
        .unwrap();
    assert_eq!(wrong(&model, &sound), None);
    let tampers: [fn(&mut History); 12] = [
        |history| history.summary.outcome = Outcome::OneRound,
        |history| history.summary.peak += 1,
        |history| history.summary.first_act = None,
        |history| history.summary.trust = 1.01,
        |history| history.summary.force[0] += 1,
        |history| history.summary.end_day += 0.5,
        |history| history.summary.later_war = true,
        |history| history.acts[0].opener = !history.acts[0].opener,
        |history| history.acts[0].announced = !history.acts[0].known,
        |history| history.summary.challenges = history.summary.later_crises + 1,
        |history| history.summary.any_war = !history.summary.any_war,
        |history| history.summary.challenges = 1,
    ];
    for (at, tamper) in tampers.into_iter().enumerate() {
        let mut history = sound.clone();
        tamper(&mut history);
        assert!(
            wrong(&model, &history).is_some(),
            "tamper {at} goes unnoticed"
        );
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
        assert!(
            n(&tally.first_act) <= trials && n(&tally.first_answer) <= trials,
            "{name}"
        );
        assert!(
            model.first_move == FirstMove::Choose || n(&tally.first_act) == trials,
            "{name}"
        );
        let days = tally.levels.by_day();
        assert_eq!(days.len(), model.horizon_days as usize + 1, "{name}");
        assert!(
            days.iter().all(|day| n(day) == trials),
            "{name}: a day does not add up to the trials"
        );
        let top = place(Some(model.top()));
        let wars = tally.outcomes[Outcome::War as usize] + tally.flag(Quantity::LaterWar);
        assert_eq!(
            days.last().unwrap()[top],
            wars,
            "{name}: every war, and nothing else, stands on the top rung"
        );
        assert!(
            days.windows(2).all(|pair| pair[0][top] <= pair[1][top]),
            "{name}: a war ended"
        );
        assert_eq!(
            tally.peak[model.top()],
            tally.outcomes[Outcome::War as usize],
            "{name}"
        );
        let limited: u64 = tally.peak[model.limited_war..model.top()].iter().sum();
        assert_eq!(
            limited,
            tally.outcomes[Outcome::LimitedWar as usize],
            "{name}"
        );
    }
}

/// The levels that a tally counts are those that a witness sees.
#[test]
fn levels_by_day_are_what_a_witness_sees() {
    for file in ["d-armed-groups.toml", "i-short.toml"] {
        let model = conformance(file, &Settings::default()).model;
        let trials = 2_000;
        let mut days = vec![vec![0_u64; model.rungs() + 1]; model.horizon_days as usize + 1];
        for history in histories(&model, 9, trials) {
            for (day, row) in days.iter_mut().enumerate() {
                let latest = history
                    .levels
                    .iter()
                    .rev()
                    .find(|level| level.0 <= day as f64);
                row[place(latest.and_then(|level| level.1))] += 1;
            }
        }
        assert_eq!(
            run(&model, &Plan::new(9, trials)).levels.by_day(),
            days,
            "{file}"
        );
    }
}
