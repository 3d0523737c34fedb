//! Events that come again and again, each after an exponential wait: attacks and occasions.

use super::Clock;

/// A source of events during a trial. Its clock starts again after every event.
#[derive(Clone, Copy, Debug)]
pub struct Recurring {
    clock: Clock,
    /// Events per day.
    pub rate: f64,
    /// Events so far, in the whole trial.
    pub times: u64,
}

impl Recurring {
    /// A source with this rate per day, and the uniform draw of its first wait.
    #[must_use]
    pub const fn start(rate: f64, uniform: f64) -> Self {
        Self {
            clock: Clock::start(uniform),
            rate,
            times: 0,
        }
    }

    /// Lets `dt` days pass and returns whether the event came. It comes at most once; the caller
    /// restarts its clock.
    #[inline]
    pub fn pass(&mut self, dt: f64) -> bool {
        self.rate > 0.0 && self.clock.pass(self.rate * dt)
    }

    /// Days until the next event if nothing else happens; none if that is more than `most`, or if
    /// it never comes.
    #[must_use]
    pub fn days_left(&self, most: f64) -> Option<f64> {
        (self.rate > 0.0)
            .then(|| self.clock.left(most * self.rate))
            .flatten()
            .map(|left| left / self.rate)
    }

    /// Counts an event and starts the clock again with a new draw.
    pub const fn restart_clock(&mut self, uniform: f64) {
        self.clock = Clock::start(uniform);
        self.times += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_zero_never_comes_and_other_rates_come_when_the_clock_rings() {
        let mut never = Recurring::start(0.0, 0.5);
        assert_eq!(never.days_left(1e9), None);
        assert!(!never.pass(1e9));
        let mut busy = Recurring::start(0.1, 0.5);
        let days = busy.days_left(1e9).unwrap();
        assert!((days - 10.0 * std::f64::consts::LN_2).abs() < 1e-12);
        assert!(!busy.pass(days - 0.01) && busy.pass(0.02));
        busy.restart_clock(0.0);
        assert_eq!((busy.times, busy.days_left(1e9)), (1, Some(0.0)));
    }
}
