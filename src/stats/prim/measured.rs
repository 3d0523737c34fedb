//! A box measured on readings that it has not seen, with intervals by drawing them again.

use super::{Counted, Limit, Points};
use crate::stats::resample::{Indices, RESAMPLES, interval_around};
use crate::stats::{Interval, Share};

/// What a box comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Measured {
    /// The counts.
    pub counted: Counted,
    /// What they come to, with intervals.
    pub shares: Spreads,
}

/// Shares with their intervals.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Spreads {
    /// The part of the readings that lies in the box.
    pub mass: Share,
    /// The share of histories in it that met it.
    pub density: Share,
    /// The share of all that met it which lies in it.
    pub coverage: Share,
    /// The share of histories outside it that met it.
    pub elsewhere: Share,
    /// The share of all histories that met it.
    pub overall: Share,
}

impl Measured {
    /// Whether the box holds on these readings: the interval of its density lies above the share of
    /// all histories.
    #[must_use]
    pub fn is_borne_out(&self) -> bool {
        let low = self.shares.density.interval.low();
        low.is_some_and(|low| low > self.shares.overall.share)
    }
}

/// Measures a box on the readings at these places.
#[must_use]
pub fn measured(points: &Points<'_>, limits: &[Limit], places: &[usize], seed: u64) -> Measured {
    Measured {
        counted: Counted::of(points, limits, places),
        shares: spreads(points, limits, places, seed),
    }
}

/// The shares of a box, with intervals by drawing readings again (bootstrap).
#[must_use]
pub fn spreads(points: &Points<'_>, limits: &[Limit], places: &[usize], seed: u64) -> Spreads {
    let mut indices = Indices::new(seed);
    let again = (0..RESAMPLES).map(|_| {
        let drawn = indices.draw(places.len()).into_iter();
        let drawn: Vec<usize> = drawn.map(|at| places[at]).collect();
        Counted::of(points, limits, &drawn)
    });
    let again: Vec<Counted> = again.collect();
    let own = Counted::of(points, limits, places);
    let trials = points.trials;
    let share = |of: &dyn Fn(&Counted) -> f64| {
        around(of(&own), &again.iter().map(of).collect::<Vec<f64>>())
    };
    Spreads {
        mass: share(&Counted::mass),
        density: share(&|counted| counted.density(trials)),
        coverage: share(&Counted::coverage),
        elsewhere: share(&|counted| counted.elsewhere(trials)),
        overall: share(&|counted| counted.overall(trials)),
    }
}

/// A share with an interval as wide as its values on drawing again are spread.
fn around(share: f64, again: &[f64]) -> Share {
    let interval: Interval = interval_around(share, again);
    Share {
        share,
        interval: interval.within(0.0, 1.0),
    }
}
