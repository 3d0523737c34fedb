//! Intervals hold their level: whatever is printed as a 95 % interval covers the truth in 95 of 100
//! runs, with few trials and many, of what is rare, common or certain, or it is not printed. By
//! enumeration where that can be, else by long simulation on fixed seeds. Every test has a twin, an
//! interval that is known not to hold and must be found.

mod means;
mod quantiles;
mod runs;
mod shares;

/// Numbers of trials.
const TRIALS: [u64; 8] = [1, 2, 10, 20, 30, 40, 200, 2_000];

/// The chance that of `n` trials `x` meet a thing of this chance.
fn binomial(n: u64, x: u64, chance: f64) -> f64 {
    if chance <= 0.0 || chance >= 1.0 {
        return f64::from(u8::from(x == if chance <= 0.0 { 0 } else { n }));
    }
    let (n, x) = (n as f64, x as f64);
    let ways = libm::lgamma(n + 1.0) - libm::lgamma(x + 1.0) - libm::lgamma(n - x + 1.0);
    (ways + x * chance.ln() + (n - x) * (-chance).ln_1p()).exp()
}
