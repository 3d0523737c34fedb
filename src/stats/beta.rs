//! The beta distribution: the regularised incomplete beta function and its inverse.

use super::normal_quantile;

/// The chance that a Beta(a, b) draw lies below `x`; a and b positive.
///
/// The continued fraction of the incomplete beta function (DLMF 8.17.22) by the method of Lentz
/// (1976).
#[must_use]
pub fn beta_cdf(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = libm::exp(a * libm::log(x) + b * libm::log1p(-x) - ln_beta(a, b));
    // The fraction converges fast below the mean only; above it, the mirror image is taken.
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(x, a, b) / a
    } else {
        1.0 - front * fraction(1.0 - x, b, a) / b
    }
}

/// The value below which a Beta(a, b) draw lies with chance `p`; a and b positive.
///
/// Bisection narrowed by Newton's steps: it always ends, and always at the same bits.
#[must_use]
pub fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    if p <= 0.0 {
        return 0.0;
    }
    if p >= 1.0 {
        return 1.0;
    }
    let mut low = 0.0;
    let mut high = 1.0;
    // Begun where a normal distribution of this mean and spread has it, a few steps are enough.
    let mean = a / (a + b);
    let begin = mean + normal_quantile(p) * (mean * (1.0 - mean) / (a + b + 1.0)).sqrt();
    let mut x = if begin > 0.0 && begin < 1.0 {
        begin
    } else {
        mean
    };
    let ln_beta = ln_beta(a, b);
    for _ in 0..200 {
        let miss = beta_cdf(x, a, b) - p;
        if miss < 0.0 {
            low = x;
        } else {
            high = x;
        }
        let density = libm::exp((a - 1.0) * libm::log(x) + (b - 1.0) * libm::log1p(-x) - ln_beta);
        let newton = x - miss / density;
        let next = if newton > low && newton < high {
            newton
        } else {
            f64::midpoint(low, high)
        };
        if (next - x).abs() <= 1e-14 * x {
            return next;
        }
        x = next;
    }
    x
}

fn ln_beta(a: f64, b: f64) -> f64 {
    libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b)
}

/// A number that can be divided by.
const fn away(value: f64) -> f64 {
    const TINY: f64 = 1e-300;
    if value.abs() < TINY { TINY } else { value }
}

fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    // About the square root of the larger shape is enough; the bound only keeps bad input from
    // running on.
    for step in 1..1_000_000_u32 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        value *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        let change = d * c;
        value *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_that_can_be_worked_by_hand() {
        // Beta(1, 1) is uniform; Beta(2, 1) has x^2; Beta(2, 2) has 3x^2 - 2x^3.
        for x in [0.01, 0.3, 0.5, 0.77, 0.999] {
            assert!((beta_cdf(x, 1.0, 1.0) - x).abs() < 1e-15);
            assert!((beta_cdf(x, 2.0, 1.0) - x * x).abs() < 1e-15);
            assert!((beta_cdf(x, 2.0, 2.0) - (3.0 * x * x - 2.0 * x * x * x)).abs() < 1e-15);
            assert!((beta_quantile(x, 2.0, 1.0) - x.sqrt()).abs() < 1e-14);
        }
    }

    #[test]
    fn the_quantile_undoes_the_distribution() {
        for (a, b) in [
            (1.0, 5.0),
            (5.0, 1.0),
            (1.5, 4.5),
            (3.0, 3.0),
            (0.5, 2.0),
            (5_000.0, 5_001.0),
        ] {
            for p in [1e-9, 0.001, 0.2, 0.5, 0.9, 0.999_99] {
                assert!(
                    (beta_cdf(beta_quantile(p, a, b), a, b) - p).abs() < 1e-11,
                    "{a} {b} {p}"
                );
            }
        }
    }
}
