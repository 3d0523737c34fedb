//! Deaths: of every trial exactly those that its acts, slips and attacks account for; their luck;
//! their quantiles.

use crate::common::verdicts::{Table, p_mean};
use crate::common::{History, histories, run, scenario, set};
use offramp::ensemble::Plan;
use offramp::model::Model;
use offramp::scenario::Settings;
use offramp::study::{DEATH_QUANTILES, Findings};

/// A case with all that deaths rest on: restraint, defences, spread, slips into war, an attack that
/// kills a part of one on average.
const CASE: &str = "name = \"deaths\"\nhorizon_days = 200\n\
    opening = { actor = \"a\", rung = \"strike-military\", provocation = 0.5 }\n\
    actors = { a = { restraint = 0.7, choice_precision = 2, denial = 0.1 }, b = { restraint = 0.2, choice_precision = 2, denial = 0.4 } }\n\
    armed_groups = { s = { victim = \"b\", attacks_per_day = 0.05, severity = 0.3, deaths = 0.4 } }\n\
    rungs = { covert = { war_risk = 0.1 }, war = { deaths = 1234.5 } }\n";

/// How one act's deaths follow from its median, its author's restraint and its luck: the rule, or a
/// fault.
type Rule = fn(&Model, opener: bool, rung: usize, luck: f64) -> f64;

/// Model.md, section 4, an act, step 2.
fn due(model: &Model, opener: bool, rung: usize, luck: f64) -> f64 {
    let dynamics = &model.numbers.dynamics;
    let author = &model.numbers.actors[usize::from(!opener)];
    let victim = &model.numbers.actors[usize::from(opener)];
    let spared = (1.0 - dynamics.restraint_effect * author.restraint) * (1.0 - victim.denial);
    (model.numbers.rungs[rung].deaths * spared * (dynamics.casualty_spread * luck).exp() + 0.5)
        .floor()
}

/// The luck that shows in a toll.
fn luck(model: &Model, toll: f64) -> f64 {
    toll.ln() / model.numbers.dynamics.casualty_spread
}

/// Deaths that acts and slips account for.
fn of_acts(model: &Model, history: &History, rule: Rule) -> f64 {
    let force = history.acts.iter().filter(|act| model.force[act.rung]);
    let acts: f64 = force
        .map(|act| rule(model, act.opener, act.rung, luck(model, act.toll)))
        .sum();
    let top = model.top();
    let war = history
        .levels
        .last()
        .is_some_and(|level| level.1 == Some(top));
    let slipped = war && history.acts.last().is_some_and(|act| act.rung != top);
    acts + if slipped {
        model.numbers.rungs[top].deaths
    } else {
        0.0
    }
}

/// Whether what the acts of all trials leave over is so many attacks, a whole number each time.
fn is_accounted_for(model: &Model, trials: &[History], rule: Rule) -> bool {
    let attack = model.numbers.armed_groups[0].deaths;
    trials.iter().all(|history| {
        let attacks = (history.summary.deaths - of_acts(model, history, rule)) / attack;
        attacks > -1e-6 && (attacks - attacks.round()).abs() < 1e-6
    })
}

#[test]
fn every_death_is_accounted_for() {
    let model = scenario(CASE).model;
    let trials = histories(&model, 3, 20_000);
    assert!(is_accounted_for(&model, &trials, due));
    let war = |history: &&History| {
        history
            .levels
            .last()
            .is_some_and(|level| level.1 == Some(model.top()))
    };
    assert!(
        trials.iter().filter(war).count() > 500,
        "slips are met often enough to be looked at"
    );
    assert!(
        trials
            .iter()
            .any(|history| history.summary.deaths.fract() != 0.0)
    );
    // The twins: restraint and defences that count for the wrong side, none at all, defences alone
    // forgotten.
    let faults: [Rule; 3] = [
        |model, opener, rung, luck| due(model, !opener, rung, luck),
        |model, _, rung, luck| {
            let spread = (model.numbers.dynamics.casualty_spread * luck).exp();
            (model.numbers.rungs[rung].deaths * spread + 0.5).floor()
        },
        |model, opener, rung, luck| {
            let dynamics = &model.numbers.dynamics;
            let author = &model.numbers.actors[usize::from(!opener)];
            let spared = 1.0 - dynamics.restraint_effect * author.restraint;
            let spread = (dynamics.casualty_spread * luck).exp();
            (model.numbers.rungs[rung].deaths * spared * spread + 0.5).floor()
        },
    ];
    for (at, fault) in faults.into_iter().enumerate() {
        assert!(!is_accounted_for(&model, &trials, fault), "fault {at}");
    }
}

/// The mean and the variance of a standard normal draw, 0 and 1.
#[test]
fn luck_in_deaths_is_standard_normal() {
    let model = scenario(CASE).model;
    let luck: Vec<f64> = histories(&model, 5, 100_000)
        .iter()
        .map(|trial| luck(&model, trial.acts[0].toll))
        .collect();
    let table = |scale: f64| {
        let n = luck.len() as f64;
        let mean = luck.iter().map(|z| z * scale).sum::<f64>() / n;
        let squares = luck.iter().map(|z| z * z * scale * scale).sum::<f64>() / n;
        let mut table = Table::default();
        table.add("mean", p_mean(mean, 1.0 / n.sqrt()));
        table.add("variance", p_mean(squares - 1.0, (2.0 / n).sqrt()));
        table
    };
    table(1.0).assert();
    assert!(
        !table(1.02).failures().is_empty(),
        "the twin: a spread two per cent wider"
    );
}

/// What is said of deaths are the order statistics of the trials' own, rounded up to a whole one or
/// by a thousandth: so many trials stay at or below the value, and no such number of them at or
/// below one less.
#[test]
fn quantiles_are_those_of_the_trials() {
    let scenario = crate::common::scenario_with(CASE, &Settings::default());
    let mut deaths: Vec<f64> = histories(&scenario.model, 8, 5_000)
        .iter()
        .map(|trial| trial.summary.deaths)
        .collect();
    deaths.sort_by(f64::total_cmp);
    let findings = Findings::new(
        &scenario.model,
        &run(&scenario.model, &Plan::new(8, 5_000)),
        None,
    );
    for ((_, q), told) in DEATH_QUANTILES.iter().zip(findings.deaths) {
        let own = deaths[(q * 5_000.0) as usize - 1];
        let over = told.value - own;
        assert!(
            -1e-6 < over && over < (own / 1_000.0).max(1.0),
            "{q}: {} against {own}",
            told.value
        );
        let at_or_below = deaths
            .iter()
            .filter(|deaths| **deaths <= told.value + 1e-6)
            .count();
        assert!(at_or_below as f64 >= q * 5_000.0, "{q}: {at_or_below}");
        let (low, high) = told.interval.ends().unwrap();
        assert!(low <= told.value && told.value <= high);
        assert!(low < own + 1.0 && own < high + 1.0);
    }
    let other = crate::common::scenario_with(CASE, &set(&[("dynamics.casualty_spread", "0.5")]));
    let fault = Findings::new(&other.model, &run(&other.model, &Plan::new(8, 5_000)), None).deaths;
    assert_ne!(
        fault, findings.deaths,
        "the twin: another spread is another spread of deaths"
    );
}
