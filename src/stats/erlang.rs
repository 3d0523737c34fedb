//! The Erlang distribution of shape 3: the sum of three waits of an exponential clock.

use super::Tail;

/// The shape's factorial, 3!.
const FACTORIAL: f64 = 6.0;
/// Newton's steps double the digits: six bring fourteen of them from anywhere, and mostly four. Now
/// and then rounding keeps the last digit from coming to rest, and only this ends it.
const MOST_STEPS: usize = 20;
/// Terms of the series of the lower tail; up to the median, 2.67, the first that is left out is
/// below 1e-18 of the sum (tested).
const TERMS: u32 = 28;

/// The value beyond which a sum of three unit exponentials lies with chance `p`, 0 < p <= 1/2: on
/// the lower side those below it, on the upper those above.
///
/// Newton's method on the logarithm of the chance, which is concave on both sides, so that every
/// step after the first comes from the same side and none goes astray. Relative accuracy 3e-15.
///
/// ```
/// use offramp::stats::{Tail, erlang_quantile};
/// // The median.
/// assert!((erlang_quantile(0.5, Tail::Lower) - 2.674_060_313_723_562).abs() < 1e-14);
/// ```
#[must_use]
pub fn erlang_quantile(p: f64, tail: Tail) -> f64 {
    let target = libm::log(p);
    let mut x = match tail {
        Tail::Lower => libm::cbrt(FACTORIAL * p), // below the value: the chance is less than x^3 / 6
        Tail::Upper => 2.0 - target,
    };
    for _ in 0..MOST_STEPS {
        // The density over e^-x, and the chance over e^-x.
        let density = x * x / 2.0;
        let (chance, slope) = match tail {
            Tail::Lower => (lower(x), 1.0),
            Tail::Upper => (1.0 + x + density, -1.0),
        };
        let step = slope * (target + x - libm::log(chance)) * chance / density;
        x += step;
        if step.abs() <= 4.0 * f64::EPSILON * x {
            break;
        }
    }
    x
}

/// The chance of a sum below `x` over e^-x: x^3/3! + x^4/4! + ..., without the cancellation of 1
/// less the upper tail.
fn lower(x: f64) -> f64 {
    let mut term = x * x * x / FACTORIAL;
    let mut sum = term;
    for k in 4..TERMS {
        term *= x / f64::from(k);
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points of the chi-square distribution with 6 degrees of freedom, which is twice this one
    /// (tables of the chi-square, e.g. NIST).
    #[test]
    fn known_points() {
        for (p, tail, chi_square) in [
            (0.001, Tail::Upper, 22.458),
            (0.01, Tail::Upper, 16.812),
            (0.05, Tail::Upper, 12.592),
            (0.10, Tail::Upper, 10.645),
            (0.10, Tail::Lower, 2.204),
            (0.05, Tail::Lower, 1.635),
            (0.01, Tail::Lower, 0.872),
            (0.001, Tail::Lower, 0.381),
        ] {
            let value = 2.0 * erlang_quantile(p, tail);
            assert!((value - chi_square).abs() < 6e-4, "{p} {tail:?}: {value}");
        }
    }

    #[test]
    fn the_quantile_undoes_the_distribution() {
        for k in 1..=200 {
            let p = libm::exp2(-f64::from(k) / 4.0).min(0.5);
            let x = erlang_quantile(p, Tail::Lower);
            assert!((lower(x) * libm::exp(-x) / p - 1.0).abs() < 1e-14, "{p}");
            let x = erlang_quantile(p, Tail::Upper);
            assert!(
                (libm::exp(-x) * (1.0 + x + x * x / 2.0) / p - 1.0).abs() < 2e-14,
                "{p}"
            );
        }
    }

    #[test]
    fn what_the_series_leaves_out_is_nothing() {
        let x = erlang_quantile(0.5, Tail::Lower);
        let left_out: f64 = (1..=TERMS).map(|k| x / f64::from(k)).product();
        assert!(left_out < 1e-18 * lower(x), "{left_out}");
    }

    #[test]
    fn the_sides_meet_at_the_median() {
        let [below, above] = [Tail::Lower, Tail::Upper].map(|tail| erlang_quantile(0.5, tail));
        assert!((below - above).abs() < 1e-14);
    }
}
