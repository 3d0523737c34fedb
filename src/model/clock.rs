//! A clock that rings when the accumulated risk reaches a random threshold.

/// The threshold of one mediator, front or armed group: a unit exponential in summed risk (rate
/// times days).
///
/// Ringing once the risk passes one Exp(1) draw has the same distribution as a new draw in every
/// time step with chance 1 - exp(-rate * dt), since the exponential has no memory. It needs one
/// draw in place of many.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    uniform: f64,
    /// A bound below the threshold, the first two terms of its series: most clocks need no
    /// logarithm.
    least: f64,
    /// The risk accumulated so far.
    risk: f64,
}

impl Clock {
    /// Starts a clock from a uniform draw, 0 <= u < 1.
    #[inline]
    #[must_use]
    pub const fn start(uniform: f64) -> Self {
        Self {
            uniform,
            least: uniform + 0.5 * uniform * uniform,
            risk: 0.0,
        }
    }

    /// Adds risk and returns whether the clock has rung.
    #[inline]
    pub fn pass(&mut self, risk: f64) -> bool {
        self.risk += risk;
        self.risk >= self.least && self.risk >= self.threshold()
    }

    /// The risk still missing until it rings, if that is at most `most`.
    #[must_use]
    pub fn left(&self, most: f64) -> Option<f64> {
        if self.least - self.risk > most {
            return None;
        }
        let left = (self.threshold() - self.risk).max(0.0);
        (left <= most).then_some(left)
    }

    fn threshold(&self) -> f64 {
        -libm::log(1.0 - self.uniform) // exact: u is a multiple of 2^-53
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Exact: of clocks started from an even grid of draws, 1 - exp(-risk) have rung, for any
    /// number of steps.
    #[test]
    fn rings_with_the_exponentials_chance() {
        for stretches in [1, 7] {
            let rung = (0..100_000)
                .filter(|&i| {
                    let mut clock = Clock::start((f64::from(i) + 0.5) / 100_000.0);
                    (0..stretches).any(|_| clock.pass(0.5 / f64::from(stretches)))
                })
                .count();
            assert!(
                (rung as f64 / 100_000.0 - 0.393_469_340_287_366_6).abs() < 2e-5,
                "{stretches}: {rung}"
            );
        }
    }

    #[test]
    fn left_is_the_threshold_less_what_passed() {
        let mut clock = Clock::start(0.5);
        let left = |clock: &Clock| clock.left(1.0).unwrap();
        assert!((left(&clock) - std::f64::consts::LN_2).abs() < 1e-15);
        assert_eq!((clock.left(0.6), clock.left(0.69)), (None, None));
        assert!(!clock.pass(0.6));
        assert!((left(&clock) - (std::f64::consts::LN_2 - 0.6)).abs() < 1e-15);
        assert!(clock.pass(0.1));
        assert_eq!(clock.left(0.0), Some(0.0));
    }
}
