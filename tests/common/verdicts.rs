//! Statistical verdicts that do not cry wolf.
//!
//! Seeds are fixed and every verdict is two-sided at level 1e-6 over a whole table (Bonferroni), so
//! that a sound program fails one table in a million. A red test is a finding; another seed is no
//! remedy.

/// The level of a table of tests: the chance that a sound program fails any of them.
pub const LEVEL: f64 = 1e-6;
/// |z| beyond this has a two-sided chance of 1e-6.
pub const Z_LEVEL: f64 = 4.891_638;

/// The two-sided chance of a standard normal draw at least this far out.
pub fn p_of_z(z: f64) -> f64 {
    libm::erfc(z.abs() * std::f64::consts::FRAC_1_SQRT_2)
}

/// The chance, were the two shares one, of counts that differ as much as x1 of n1 and x2 of n2:
/// continuity-corrected pooled z where at least 20 cases and 20 others are expected on each side,
/// else exactly, given their sum.
pub fn p_two_shares(x1: u64, n1: u64, x2: u64, n2: u64) -> f64 {
    let (a, b) = (n1 as f64, n2 as f64);
    let pooled = (x1 + x2) as f64 / (a + b);
    if a.min(b) * pooled.min(1.0 - pooled) < 20.0 {
        let rare = if pooled <= 0.5 {
            (x1, x2)
        } else {
            (n1 - x1, n2 - x2)
        };
        return p_binomial(rare.0, rare.0 + rare.1, a / (a + b));
    }
    let apart = (x1 as f64 / a - x2 as f64 / b).abs() - f64::midpoint(1.0 / a, 1.0 / b);
    p_of_z(apart.max(0.0) / (pooled * (1.0 - pooled) * (1.0 / a + 1.0 / b)).sqrt())
}

/// The chance, were `p` the true share, of a count as far out as x of n: corrected z where at least
/// 20 are expected, else the exact binomial.
pub fn p_share(x: u64, n: u64, p: f64) -> f64 {
    let (m, p) = (n as f64, p.clamp(0.0, 1.0));
    if m * p.min(1.0 - p) < 20.0 {
        return if p <= 0.5 {
            p_binomial(x, n, p)
        } else {
            p_binomial(n - x, n, 1.0 - p)
        };
    }
    p_of_z(((x as f64 - m * p).abs() - 0.5).max(0.0) / (m * p * (1.0 - p)).sqrt())
}

/// Twice the smaller tail of a binomial distribution at x, 1 at most.
pub fn p_binomial(x: u64, n: u64, p: f64) -> f64 {
    if p <= 0.0 || n == 0 {
        return if x == 0 { 1.0 } else { 0.0 };
    }
    if p >= 1.0 {
        return if x == n { 1.0 } else { 0.0 };
    }
    let chance = |k: u64| {
        let (n, k) = (n as f64, k as f64);
        let ways = libm::lgamma(n + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(n - k + 1.0);
        libm::exp(ways + k * libm::log(p) + (n - k) * libm::log1p(-p))
    };
    let below: f64 = (0..=x).map(chance).sum();
    (2.0 * below.min(1.0 - below + chance(x))).min(1.0)
}

/// The chance, were the two means one, of means as far apart; `sd` is the standard deviation of one
/// trial.
pub fn p_two_means(mean1: f64, n1: u64, mean2: f64, n2: u64, sd: f64) -> f64 {
    p_mean(
        mean1 - mean2,
        sd * (1.0 / n1 as f64 + 1.0 / n2 as f64).sqrt(),
    )
}

/// The chance of a mean this far from what it should be; without spread it must be the same but for
/// rounding.
pub fn p_mean(apart: f64, standard_error: f64) -> f64 {
    if standard_error > 0.0 {
        p_of_z(apart / standard_error)
    } else {
        f64::from(u8::from(apart.abs() < 1e-9))
    }
}

/// A table of tests that must hold together.
#[derive(Default)]
pub struct Table(Vec<(String, f64)>);

impl Table {
    /// Adds a test by what it is about and its chance under the hypothesis.
    pub fn add(&mut self, what: impl Into<String>, p: f64) {
        self.0.push((what.into(), p));
    }

    /// Adds a comparison of two counted shares.
    pub fn shares(&mut self, what: impl Into<String>, one: (u64, u64), two: (u64, u64)) {
        let what = format!(
            "{}: {}/{} against {}/{}",
            what.into(),
            one.0,
            one.1,
            two.0,
            two.1
        );
        self.add(what, p_two_shares(one.0, one.1, two.0, two.1));
    }

    /// How many tests there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The tests that fail at the table's level, 1e-6 shared out evenly.
    pub fn failures(&self) -> Vec<String> {
        let each = LEVEL / self.0.len().max(1) as f64;
        let failed = self.0.iter().filter(|(_, p)| p.is_nan() || *p < each);
        failed
            .map(|(what, p)| format!("{what} (p = {p:.1e}, level {each:.1e})"))
            .collect()
    }

    /// Panics with the tests that fail.
    pub fn assert(&self) {
        let failures = self.failures();
        assert!(
            failures.is_empty(),
            "{} of {} fail:\n{}",
            failures.len(),
            self.0.len(),
            failures.join("\n")
        );
    }
}

/// z of the mean of paired differences against none; 0 where no pair differs.
pub fn z_paired(differences: impl Iterator<Item = f64>) -> f64 {
    let (mut n, mut sum, mut squares) = (0.0_f64, 0.0, 0.0);
    for difference in differences {
        n += 1.0;
        sum += difference;
        squares += difference * difference;
    }
    let mean = sum / n;
    let variance = squares / n - mean * mean;
    if variance > 0.0 {
        mean / (variance / n).sqrt()
    } else {
        0.0
    }
}
