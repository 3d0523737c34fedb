//! Spoilers: armed groups that gain from the conflict, and attack even if the capitals agree (Stedman 1997).

use super::Clock;
use crate::parameters::Spoiler;

/// One spoiler during a trial. Its clock starts again after every attack.
#[derive(Clone, Copy, Debug)]
pub struct SpoilerState {
    clock: Clock,
    /// Attacks so far, in the whole trial.
    pub attacks: u64,
}

impl SpoilerState {
    /// As the trial begins.
    #[must_use]
    pub const fn start(uniform: f64) -> Self {
        Self {
            clock: Clock::start(uniform),
            attacks: 0,
        }
    }

    /// Lets `dt` days pass and returns whether it attacked. It attacks at most once; the caller restarts its clock.
    #[inline]
    pub fn pass(&mut self, spoiler: &Spoiler, dt: f64) -> bool {
        self.clock.pass(spoiler.attacks_per_day * dt)
    }

    /// Days until its next attack if nothing else happens; none if that is more than `most`, or if it never attacks.
    #[must_use]
    pub fn days_left(&self, spoiler: &Spoiler, most: f64) -> Option<f64> {
        let rate = spoiler.attacks_per_day;
        (rate > 0.0)
            .then(|| self.clock.left(most * rate))
            .flatten()
            .map(|left| left / rate)
    }

    /// Counts an attack and starts the clock again with a new draw.
    pub const fn restart_clock(&mut self, uniform: f64) {
        self.clock = Clock::start(uniform);
        self.attacks += 1;
    }
}

/// The provocation that the victim of an attack sees: its severity, as far as it blames the other actor.
#[inline]
#[must_use]
pub fn provocation(spoiler: &Spoiler) -> f64 {
    spoiler.severity * spoiler.blame
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_zero_never_attacks_and_other_rates_attack_when_the_clock_rings() {
        let mut state = SpoilerState::start(0.5);
        assert_eq!(state.days_left(&Spoiler::default(), 1e9), None);
        assert!(!state.pass(&Spoiler::default(), 1e9));
        let busy = Spoiler {
            attacks_per_day: 0.1,
            ..Spoiler::default()
        };
        let days = state.days_left(&busy, 1e9).unwrap();
        assert!((days - 10.0 * std::f64::consts::LN_2).abs() < 1e-12);
        assert!(!state.pass(&busy, days - 0.01) && state.pass(&busy, 0.02));
        state.restart_clock(0.0);
        assert_eq!((state.attacks, state.days_left(&busy, 1e9)), (1, Some(0.0)));
    }
}
