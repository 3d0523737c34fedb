//! The reference class, two default actors, against base rates of the International Crisis Behavior
//! data.

use crate::common::verdicts::Z_LEVEL;
use crate::common::{History, answered_with_force, histories, is_war, scenario_with, set};
use offramp::model::Model;
use offramp::scenario::{Scenario, Settings};

const REFERENCE_TRIALS: u64 = 200_000;

/// Two default actors.
fn reference_class(opening: &str, change: &[(&str, &str)]) -> Scenario {
    let text = "name = \"reference class\"\nhorizon_days = 365\n\
        opening = { actor = \"a\", rung = \"strike-militants\", provocation = 0.4 }\nactors = { a = {}, b = {} }\n";
    scenario_with(text, &set(&[&[("opening.rung", opening)], change].concat()))
}

/// Of the trials whose first answer uses force, the share whose third act does too.
fn counters(model: &Model, histories: &[History]) -> f64 {
    let violent = |history: &History, at: usize| {
        history
            .acts
            .get(at)
            .is_some_and(|act| model.force[act.rung])
    };
    let answered = histories.iter().filter(|history| violent(history, 1));
    let (count, countered) = answered.fold((0_u64, 0_u64), |(n, k), history| {
        (n + 1, k + u64::from(violent(history, 2)))
    });
    countered as f64 / count as f64
}

/// The share of trials whose first answer uses force.
fn answers(model: &Model, histories: &[History]) -> f64 {
    let answered = histories
        .iter()
        .filter(|history| answered_with_force(model, &history.summary));
    answered.count() as f64 / histories.len() as f64
}

/// What the reference class, changed so, has to say against the four base rates of the
/// International Crisis Behavior data, version 14: 95 % Wilson intervals. The model's value is
/// given to two decimals, and its own error is that of 100,000 trials at most, at level 1e-6.
fn against_icb(change: &[(&str, &str)]) -> Vec<String> {
    let violent = reference_class("strike-militants", change);
    let trials = histories(&violent.model, 11, REFERENCE_TRIALS);
    let posture = reference_class("posture", change);
    let after_posture = answers(
        &posture.model,
        &histories(&posture.model, 11, REFERENCE_TRIALS),
    );
    let wars = trials
        .iter()
        .filter(|history| is_war(&history.summary))
        .count() as f64
        / trials.len() as f64;
    let error = Z_LEVEL * (0.25_f64 / 100_000.0).sqrt();
    let rates = [
        (
            "violent answer to a violent act",
            answers(&violent.model, &trials),
            0.62,
            [0.526, 0.645],
        ),
        (
            "violent answer to a non-violent military act",
            after_posture,
            0.19,
            [0.110, 0.238],
        ),
        (
            "violent counter after a violent answer",
            counters(&violent.model, &trials),
            0.51,
            [0.42, 0.67],
        ),
        ("war after a violent trigger", wars, 0.13, [0.086, 0.197]),
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
    for change in [
        ("actors.*.domestic_pressure", "0.4"),
        ("actors.*.fear_of_retaliation", "2.7"),
    ] {
        assert!(!against_icb(&[change]).is_empty(), "{change:?}");
    }
}

/// The shipped reference class has two default actors.
#[test]
fn the_shipped_reference_class_is_the_same_model() {
    let shipped = Scenario::shipped("reference-class", &Settings::default()).unwrap();
    assert_eq!(
        shipped.model,
        reference_class("strike-militants", &[]).model
    );
}
