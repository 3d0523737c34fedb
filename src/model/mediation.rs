//! Mediation: third parties that step in, the faster the more severe the crisis.
//!
//! A mediator works by leverage on each side (Beardsley et al. 2006; Wilkenfeld et al. 2003), which
//! pulls towards the off-ramp, and by cover: a leader may give way to a mediator at less cost at
//! home (Beardsley 2010; Allee and Huth 2006 show it of legal rulings).

use super::{Clock, Side};
use crate::parameters::{Dynamics, Leverage, Mediator};

/// One mediator, during a trial.
#[derive(Clone, Copy, Debug)]
pub struct MediatorState {
    clock: Clock,
    /// Whether it has stepped in; it stays to the end of the trial.
    pub engaged: bool,
}

impl MediatorState {
    /// Not engaged, as the trial begins.
    #[must_use]
    pub const fn start(uniform: f64) -> Self {
        Self {
            clock: Clock::start(uniform),
            engaged: false,
        }
    }

    /// Lets `dt` days of deliberation over an act of severity `s` pass; whether it engaged just
    /// now.
    #[inline]
    pub fn pass(&mut self, mediator: &Mediator, s: f64, dt: f64) -> bool {
        if self.engaged {
            return false;
        }
        self.engaged = self.clock.pass(mediator.engages_per_day * s * dt);
        self.engaged
    }
}

/// The mediation that an actor feels: the engaged mediators' leverage on it, together at most 1.
#[must_use]
pub fn mediation(mediators: &[MediatorState], leverage: &[[Leverage; 2]], side: Side) -> f64 {
    let engaged = mediators
        .iter()
        .zip(leverage)
        .filter(|(mediator, _)| mediator.engaged);
    engaged
        .map(|(_, on)| on[side].leverage)
        .sum::<f64>()
        .min(1.0)
}

/// The leverage of all mediators on an actor, engaged or not, together at most 1.
#[must_use]
pub fn leverage_of_all(leverage: &[[Leverage; 2]], side: Side) -> f64 {
    leverage
        .iter()
        .map(|on| on[side].leverage)
        .sum::<f64>()
        .min(1.0)
}

/// What is left of the costs at home of standing down, under mediation `m`.
#[inline]
#[must_use]
pub fn cover(dynamics: &Dynamics, m: f64) -> f64 {
    1.0 - dynamics.mediator_cover * m
}

/// Weight on how far a rung lies beyond the off-ramp, under mediation `m`.
#[inline]
#[must_use]
pub fn mediation_weight(dynamics: &Dynamics, m: f64) -> f64 {
    -dynamics.mediator_pull * m
}

/// How far severity `s` lies beyond that of the off-ramp.
#[inline]
#[must_use]
pub fn beyond(s: f64, off_ramp: f64) -> f64 {
    (s - off_ramp).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leverage_adds_up_to_one_at_most_and_only_the_engaged_count() {
        let on = |first, second| [Leverage { leverage: first }, Leverage { leverage: second }];
        let leverage = [on(0.7, 0.1), on(0.5, 0.2), on(0.9, 0.9)];
        let mut mediators = [MediatorState::start(0.5); 3];
        assert_eq!(leverage_of_all(&leverage, Side::Opener), 1.0);
        assert!((leverage_of_all(&leverage[..2], Side::Other) - 0.3).abs() < 1e-15);
        assert_eq!(mediation(&mediators, &leverage, Side::Opener), 0.0);
        mediators[0].engaged = true;
        mediators[1].engaged = true;
        assert_eq!(mediation(&mediators, &leverage, Side::Opener), 1.0);
        assert!((mediation(&mediators, &leverage, Side::Other) - 0.3).abs() < 1e-15);
    }

    #[test]
    fn a_mediator_engages_once_and_faster_in_more_severe_crises() {
        let mediator = Mediator {
            engages_per_day: 1.0,
        };
        let (mut mild, mut grave) = (MediatorState::start(0.5), MediatorState::start(0.5));
        assert!(!mild.pass(&mediator, 0.2, 2.0));
        assert!(grave.pass(&mediator, 0.5, 2.0));
        assert!(!grave.pass(&mediator, 0.5, 2.0));
    }
}
