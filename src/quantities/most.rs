//! The largest value that a quantity can have in a model; where there is none, one that it goes
//! beyond so seldom that the mean does not feel it.
//!
//! Acts, uses of force and later crises have no largest value, since an answer may come as soon as
//! it likes. But the waits between acts have a distribution that no choice changes, and so have
//! attacks and occasions: how many fit into the horizon is bounded by their tails (Chernoff 1952),
//! whatever the actors do.

use crate::model::{Model, Side, Slot};
use crate::parameters::Actor;

/// The largest value of a quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Most {
    /// No trial has a larger one.
    Sure(f64),
    /// Trials may have a larger one, but what lies beyond it adds no more than a billionth to the
    /// mean.
    Nearly(f64),
}

impl Most {
    /// The value.
    #[must_use]
    pub const fn value(self) -> f64 {
        match self {
            Self::Sure(value) | Self::Nearly(value) => value,
        }
    }
}

/// What may lie beyond a number that is taken for the largest, on average.
const BEYOND: f64 = 1e-9;
/// A wait is Erlang of this shape.
const SHAPE: f64 = 3.0;
/// How many tilts are tried, from the smallest on, each so much larger than the one before.
const TILTS: u32 = 80;
const LEAST_TILT: f64 = 1e-4;
const WIDER: f64 = 1.25;

/// Uses of force or acts of both together: the opening, and an answer for every wait.
pub(super) fn acts(model: &Model) -> Most {
    Most::Nearly(1.0 + 2.0 * rounds(days(model), waits(model)))
}

/// Acts of the opener: the two take turns.
pub(super) fn acts_of_opener(model: &Model) -> Most {
    Most::Nearly(1.0 + rounds(days(model), waits(model)))
}

/// Acts of the other side.
pub(super) fn acts_of_other(model: &Model) -> Most {
    Most::Nearly(rounds(days(model), waits(model)))
}

/// Crises after the first: each takes an attack or an occasion, and all but the last an answer that
/// ends it.
pub(super) fn later_crises(model: &Model) -> Most {
    let [one, other] = waits(model);
    let answers = 2.0 * rounds(days(model), [one.min(other); 2]);
    let groups = 0..model.numbers.armed_groups.len();
    let attacks: f64 = groups.map(|at| model.attacks_of(at)).sum();
    let occasions: f64 = Side::BOTH.map(|side| model.occasions_of(side)).iter().sum();
    Most::Nearly(events((attacks + occasions) * days(model)).min(1.0 + answers))
}

fn days(model: &Model) -> f64 {
    f64::from(model.horizon_days)
}

/// The shortest mean wait of each side.
fn waits(model: &Model) -> [f64; 2] {
    Side::BOTH.map(|side| {
        model
            .ends_of::<Actor>("response_days", |key| Slot::Actor(side, key))
            .0
    })
}

/// A number of rounds, each a wait of both sides, so large that on average no more than [`BEYOND`]
/// waits come after them within `days`.
///
/// The chance that j waits fit is at most e^(t days) E[e^(-t sum)], for every t > 0; summed over
/// all j beyond 2 k that is a geometric series.
fn rounds(days: f64, waits: [f64; 2]) -> f64 {
    let scale = SHAPE / waits[0].min(waits[1]);
    tilts()
        .map(|tilt| {
            let tilt = tilt * scale;
            let [one, other] = waits.map(|mean| SHAPE * libm::log1p(tilt * mean / SHAPE));
            let (round, longer) = (one + other, libm::exp(-one.min(other)));
            // e^(t days) (1 + longer) / (1 - e^-round) is the series at k = 0.
            (tilt * days + libm::log((1.0 + longer) / -libm::expm1(-round) / BEYOND)) / round
        })
        .fold(f64::INFINITY, f64::min)
        .ceil()
}

/// A number of events so large that, in a Poisson process with this mean, no more than [`BEYOND`]
/// come after them on average.
fn events(mean: f64) -> f64 {
    let most =
        |tilt: f64| (mean * libm::expm1(tilt) - libm::log(-libm::expm1(-tilt) * BEYOND)) / tilt;
    tilts().map(most).fold(f64::INFINITY, f64::min).ceil()
}

fn tilts() -> impl Iterator<Item = f64> {
    (0..TILTS).scan(LEAST_TILT, |tilt, _| {
        let now = *tilt;
        *tilt *= WIDER;
        Some(now)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The mean excess over `most` of Poisson events, by their chances one by one.
    fn excess(mean: f64, most: f64) -> f64 {
        let chance = |x: f64| libm::exp(x * libm::log(mean) - mean - libm::lgamma(x + 1.0));
        (1..2000)
            .map(|more| f64::from(more) * chance(most + f64::from(more)))
            .sum()
    }

    #[test]
    fn events_beyond_are_a_billionth_at_most_and_the_bound_is_not_far_out() {
        for mean in [0.001, 0.3, 3.0, 40.0, 900.0] {
            let most = events(mean);
            assert!(excess(mean, most) <= BEYOND, "{mean}: {most}");
            assert!(
                excess(mean, (most * 0.85 - 2.0).max(0.0).floor()) > BEYOND,
                "{mean}: {most}"
            );
        }
    }

    /// Waits of shape 3 are every third event of a process three times as fast.
    #[test]
    fn rounds_beyond_are_a_billionth_at_most_and_the_bound_is_not_far_out() {
        for (days, wait) in [(1.0, 3.0), (90.0, 3.0), (365.0, 0.5), (3650.0, 1.0)] {
            let rounds = rounds(days, [wait; 2]);
            let events = |rounds: f64| excess(SHAPE * days / wait, 2.0 * SHAPE * rounds) / SHAPE;
            assert!(events(rounds) <= BEYOND, "{days} {wait}: {rounds}");
            assert!(
                events(rounds * 0.85 - 1.0) > BEYOND,
                "{days} {wait}: {rounds}"
            );
        }
        // The slower of two counts, too.
        assert!(rounds(90.0, [1.0, 9.0]) < rounds(90.0, [1.0, 1.0]) / 2.0);
    }
}
