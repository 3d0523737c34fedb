//! Parts as whole numbers that add up to their whole.

use crate::sim::Outcome;
use crate::study::Findings;

/// The shares of all outcomes as whole numbers that add up to a hundred, by largest remainders; of
/// equal remainders the calmer goes first. In the order of [`Outcome::ALL`].
#[must_use]
pub fn of_a_hundred(findings: &Findings) -> [u32; Outcome::ALL.len()] {
    add_up(findings.outcomes.map(|case| case.share.share * 100.0), 100).map(|runs| runs as u32)
}

/// Parts as whole numbers that add up to `whole`, their sum rounded: by largest remainders, of
/// equal ones the first.
pub fn add_up<const N: usize>(parts: [f64; N], whole: u64) -> [u64; N] {
    let mut counts = parts.map(|part| part.floor() as u64);
    let mut by_remainder: [usize; N] = std::array::from_fn(|at| at);
    by_remainder.sort_by(|&a, &b| parts[b].fract().total_cmp(&parts[a].fract()));
    let missing = whole.saturating_sub(counts.iter().sum());
    for at in by_remainder.into_iter().take(missing as usize) {
        counts[at] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounded_parts_add_up_to_the_rounded_whole() {
        assert_eq!(add_up([3.4, 90.3, 4.3], 98), [4, 90, 4]);
        assert_eq!(add_up([29.999_999, 0.0, 10.000_001], 40), [30, 0, 10]);
        assert_eq!(add_up([0.5, 0.5], 1), [1, 0]);
    }
}
