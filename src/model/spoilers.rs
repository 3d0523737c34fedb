//! Spoilers: armed groups that gain from the quarrel and attack whatever the capitals agree (Stedman 1997).

use super::Clock;
use crate::parameters::Spoiler;

/// One spoiler, during a trial: its clock, wound anew after every attack.
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
        Self { clock: Clock::start(uniform), attacks: 0 }
    }

    /// Lets `dt` days pass; whether it attacked meanwhile. It attacks once at most: the caller then winds it again.
    #[inline]
    pub fn pass(&mut self, spoiler: &Spoiler, dt: f64) -> bool {
        self.clock.pass(spoiler.attacks_per_day * dt)
    }

    /// Days until its next attack, if nothing else happens; none where that is more than `most`, or the group rests.
    #[must_use]
    pub fn days_left(&self, spoiler: &Spoiler, most: f64) -> Option<f64> {
        let rate = spoiler.attacks_per_day;
        (rate > 0.0).then(|| self.clock.left(most * rate)).flatten().map(|left| left / rate)
    }

    /// It has attacked: the clock is wound with a fresh draw.
    pub const fn restart_clock(&mut self, uniform: f64) {
        self.clock = Clock::start(uniform);
        self.attacks += 1;
    }
}

/// What the victim of an attack sees: the attack, as far as it blames the other actor.
#[inline]
#[must_use]
pub fn provocation(spoiler: &Spoiler) -> f64 {
    spoiler.severity * spoiler.blame
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rests_at_rate_zero_and_else_attacks_when_its_clock_says() {
        let mut state = SpoilerState::start(0.5);
        assert_eq!(state.days_left(&Spoiler::default(), 1e9), None);
        assert!(!state.pass(&Spoiler::default(), 1e9));
        let busy = Spoiler { attacks_per_day: 0.1, ..Spoiler::default() };
        let days = state.days_left(&busy, 1e9).unwrap();
        assert!((days - 10.0 * std::f64::consts::LN_2).abs() < 1e-12);
        assert!(!state.pass(&busy, days - 0.01) && state.pass(&busy, 0.02));
        state.restart_clock(0.0);
        assert_eq!((state.attacks, state.days_left(&busy, 1e9)), (1, Some(0.0)));
    }
}
