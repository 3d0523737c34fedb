//! Cases made up by chance.

use super::case::{Actor, Case, Rung};
use crate::common::Dice;

/// A chance that is often zero.
fn seldom(dice: &mut Dice, most: f64) -> f64 {
    if dice.chance(0.5) {
        0.0
    } else {
        dice.between(0.0, most)
    }
}

fn random_actor(dice: &mut Dice) -> Actor {
    Actor {
        reciprocity: dice.between(0.0, 6.0),
        response_ratio: dice.between(0.3, 1.4),
        concern_for_reputation: dice.between(0.0, 2.0),
        reputation_for_resolve: dice.between(0.0, 1.0),
        show_of_force: dice.between(0.0, 1.0),
        stake: seldom(dice, 3.0),
        diversion: seldom(dice, 2.0),
        fear_of_retaliation: dice.between(0.0, 4.0),
        belief_in_retaliation: dice.between(0.05, 0.95),
        strength: dice.between(0.5, 2.0),
        denial: seldom(dice, 0.8),
        fear_of_escalation: dice.between(0.0, 3.0),
        reliance_on_mediators: seldom(dice, 1.0),
        leverage: [dice.between(0.0, 0.7), dice.between(0.0, 0.7)],
        cost_of_overstretch: dice.between(0.0, 2.0),
        overstretch: dice.between(0.0, 1.0),
        value_of_ties: dice.between(0.0, 1.5),
        choice_precision: dice.between(0.0, 8.0),
        hostile_attribution: dice.between(-0.1, 0.1),
        suspicion: seldom(dice, 0.6),
        shock_of_surprise: dice.between(0.0, 0.8),
        affront: seldom(dice, 0.8),
        slight: seldom(dice, 0.8),
        publicity: if dice.chance(0.5) {
            1.0
        } else {
            dice.between(0.0, 1.0)
        },
        disclosure: seldom(dice, 1.0),
        restraint: seldom(dice, 1.0),
        apology: seldom(dice, 1.0),
        forewarning: seldom(dice, 1.0),
        unauthorised: seldom(dice, 0.3),
    }
}

/// 3 to 12 rungs; from a random height on most use force, and the last but one and the last do.
fn random_ladder(dice: &mut Dice) -> Vec<Rung> {
    let n = 3 + dice.below(10);
    let mut steps: Vec<f64> = (1..n).map(|_| dice.between(0.2, 1.0)).collect();
    let sum: f64 = steps.iter().sum();
    for step in &mut steps {
        *step /= sum;
    }
    let mut severity = 0.0;
    let first_force = 1 + dice.below(n - 2);
    (0..n)
        .map(|x| {
            severity = if x == n - 1 {
                1.0
            } else {
                severity + if x > 0 { steps[x - 1] } else { 0.0 }
            };
            let force = x >= n - 2 || x >= first_force && dice.chance(0.8);
            let deniable = dice.chance(0.2);
            let war_risk = if x == 0 || x == n - 1 {
                0.0
            } else {
                seldom(dice, 0.15)
            };
            Rung {
                severity,
                force,
                deniable,
                effort: dice.between(0.0, 1.0),
                war_risk,
            }
        })
        .collect()
}

pub fn random_case(dice: &mut Dice) -> Case {
    let rungs = random_ladder(dice);
    let n = rungs.len();
    let violent: Vec<usize> = (1..n - 1).filter(|&x| rungs[x].force).collect();
    let limited_war = violent[dice.below(violent.len())];
    Case {
        off_ramp: dice.below(limited_war),
        limited_war,
        unauthorised_rung: violent[dice.below(violent.len())],
        opening: if dice.chance(0.3) {
            None
        } else {
            Some(dice.below(n - 1))
        },
        provocation: dice.between(0.0, 1.2),
        publicity: dice.between(0.0, 1.0),
        trust: dice.between(0.0, 1.0),
        crisis_communication: dice.between(0.0, 1.0),
        interdependence: dice.between(0.0, 1.0),
        deniable_discount: dice.between(0.0, 1.0),
        apology_relief: dice.between(0.0, 1.0),
        restraint_effect: dice.between(0.0, 1.0),
        actors: [random_actor(dice), random_actor(dice)],
        rungs,
    }
}
