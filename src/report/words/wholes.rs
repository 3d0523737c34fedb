//! Parts as whole numbers that add up to their whole.

use crate::numerals::nearest;
use crate::sim::Outcome;
use crate::study::Findings;

/// The histories that whole numbers are of, at most.
const HUNDRED: u64 = 100;

/// How many histories whole numbers are of: a hundred, or all where fewer were run.
#[must_use]
pub fn denominator(findings: &Findings) -> u64 {
    findings.trials.clamp(1, HUNDRED)
}

/// How many of a hundred histories end in each way, or of all where fewer were run, each rounded by
/// itself.
#[must_use]
pub fn of_a_hundred(findings: &Findings) -> [u32; Outcome::ALL.len()] {
    outcomes_of(findings, denominator(findings)).map(|histories| histories as u32)
}

/// How many of so many histories end in each way: each the nearest whole number to its share, so
/// that no figure lies where its interval does not reach. They may add up to one more or one less
/// than `base`. In the order of [`Outcome::ALL`].
#[must_use]
pub fn outcomes_of(findings: &Findings, base: u64) -> [u64; Outcome::ALL.len()] {
    Outcome::ALL.map(|outcome| part_of(findings.outcome(outcome).share.share, base))
}

/// How many of so many histories end in limited or full-scale war, rounded by itself.
#[must_use]
pub fn wars_of(findings: &Findings, base: u64) -> u64 {
    part_of(findings.wars().share.share, base)
}

/// How many of so many histories a share is.
fn part_of(share: f64, base: u64) -> u64 {
    nearest(share * base as f64) as u64
}

/// How many dots of a hundred each outcome has, or of all where fewer were run. Dots must add up:
/// limited and full-scale war have as many together as their share comes to, and of the others the
/// closest calls take what is left. In the order of [`Outcome::ALL`].
#[must_use]
pub fn dots_of_a_hundred(findings: &Findings) -> [u32; Outcome::ALL.len()] {
    let base = denominator(findings);
    let parts = Outcome::ALL.map(|outcome| findings.outcome(outcome).share.share * base as f64);
    let limited = parts[Outcome::LimitedWar as usize];
    let full = parts[Outcome::War as usize];
    let wars = wars_of(findings, base).min(base);
    let mut calm = parts;
    calm[Outcome::LimitedWar as usize] = 0.0;
    calm[Outcome::War as usize] = 0.0;
    let counts = nearest_parts(&calm, base - wars);
    let [limited, full] = add_up([limited, full], wars);
    let mut dots: [u32; Outcome::ALL.len()] = std::array::from_fn(|at| counts[at] as u32);
    dots[Outcome::LimitedWar as usize] = limited as u32;
    dots[Outcome::War as usize] = full as u32;
    dots
}

/// How many of a hundred histories have each rung as their highest, or of all where fewer were run,
/// each rounded by itself.
#[must_use]
pub fn peaks_of_a_hundred(findings: &Findings) -> Vec<u32> {
    let whole = denominator(findings);
    let shares = findings.peak.iter().map(|case| case.share.share);
    shares.map(|share| part_of(share, whole) as u32).collect()
}

/// A part that lies this far from its whole number, or farther, may as well go to the next.
const CLOSE_CALL: f64 = 0.3;

/// Parts as whole numbers that add up to `whole`: each the nearest. What is left is taken by those
/// that were rounded by the closest calls, and where there are none by the largest, which it
/// changes least. What is none stays none.
fn nearest_parts(parts: &[f64], whole: u64) -> Vec<u64> {
    let mut counts: Vec<u64> = parts.iter().map(|&part| nearest(part) as u64).collect();
    let Some(most) = largest(parts) else {
        return counts;
    };
    loop {
        let sum: u64 = counts.iter().sum();
        if sum == whole {
            return counts;
        }
        let is_short = sum < whole;
        let at = closest_call(parts, &counts, most, is_short).unwrap_or(most);
        if is_short {
            counts[at] += 1;
        } else if counts[at] > 0 {
            counts[at] -= 1;
        } else if let Some(other) = counts.iter().position(|&count| count > 0) {
            counts[other] -= 1;
        } else {
            return counts;
        }
    }
}

/// The place of the largest part; of equal ones the first.
fn largest(parts: &[f64]) -> Option<usize> {
    let there = (0..parts.len()).filter(|&at| parts[at] > 0.0);
    there.reduce(|best, at| if parts[at] > parts[best] { at } else { best })
}

/// The place of the part but for the largest that was rounded by the closest call: down where more
/// are needed, else up.
fn closest_call(parts: &[f64], counts: &[u64], most: usize, is_short: bool) -> Option<usize> {
    let mut best = None;
    let mut farthest = CLOSE_CALL;
    for at in (0..parts.len()).filter(|&at| at != most && parts[at] > 0.0) {
        let below = parts[at] - counts[at] as f64;
        let off = if is_short { below } else { -below };
        if off > farthest {
            farthest = off;
            best = Some(at);
        }
    }
    best
}

/// Parts as whole numbers that add up to `whole`, their sum rounded: by largest remainders, of
/// equal ones the first.
pub fn add_up<const N: usize>(parts: [f64; N], whole: u64) -> [u64; N] {
    let counts = largest_remainders(&parts, whole);
    std::array::from_fn(|at| counts[at])
}

/// As [`add_up`], of any number of parts. What is none stays none.
fn largest_remainders(parts: &[f64], whole: u64) -> Vec<u64> {
    let mut counts: Vec<u64> = parts.iter().map(|part| part.floor() as u64).collect();
    let mut by_remainder: Vec<usize> = (0..parts.len()).filter(|&at| parts[at] > 0.0).collect();
    by_remainder.sort_by(|&a, &b| parts[b].fract().total_cmp(&parts[a].fract()));
    let missing = whole.saturating_sub(counts.iter().sum());
    for at in by_remainder.into_iter().cycle().take(missing as usize) {
        counts[at] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use super::super::counted::Counted;
    use super::super::ends::Ends;
    use super::*;
    use crate::ensemble::{self, Plan, Watch};
    use crate::model::Model;
    use crate::model::testing::blueprint;
    use crate::scenario::library::SHIPPED;
    use crate::scenario::testing::shipped;
    use crate::tally::Tally;

    #[test]
    fn rounded_parts_add_up_to_the_rounded_whole() {
        assert_eq!(add_up([3.4, 90.3, 4.3], 98), [4, 90, 4]);
        assert_eq!(add_up([29.999_999, 0.0, 10.000_001], 40), [30, 0, 10]);
        assert_eq!(add_up([0.5, 0.5], 1), [1, 0]);
    }

    fn findings(outcomes: [u64; Outcome::ALL.len()]) -> Findings {
        let model = Model::new(blueprint(3)).unwrap();
        let tally = Tally {
            trials: outcomes.iter().sum(),
            outcomes,
            peak: vec![0, outcomes[..4].iter().sum(), outcomes[5]],
            ..Tally::new(&model)
        };
        Findings::new(&model, &tally, None)
    }

    /// 6.6 % in all are 7, though 5.4 % and 1.2 % are 5 and 1 by themselves: figures are the nearest,
    /// and dots add up.
    #[test]
    fn wars_have_as_many_dots_as_their_share_comes_to() {
        let wars = findings([0, 100, 700, 134, 54, 12, 0]);
        assert_eq!(of_a_hundred(&wars), [0, 10, 70, 13, 5, 1, 0]);
        assert_eq!(wars_of(&wars, 100), 7);
        assert_eq!(dots_of_a_hundred(&wars), [0, 10, 70, 13, 6, 1, 0]);
        let dots = dots_of_a_hundred(&findings([0, 0, 988, 0, 6, 6, 0]));
        assert_eq!(dots, [0, 0, 99, 0, 1, 0, 0]);
    }

    /// 3.39 % are 3 dots, though their remainder is the largest: the closest call takes what is left.
    #[test]
    fn the_closest_calls_take_the_dots_that_are_left() {
        let dots = dots_of_a_hundred(&findings([7_432, 1_034, 522, 673, 0, 339, 0]));
        assert_eq!(dots, [74, 11, 5, 7, 0, 3, 0]);
        let dots = dots_of_a_hundred(&findings([0, 150, 150, 150, 0, 9_400, 150]));
        assert_eq!(dots, [0, 2, 1, 1, 0, 94, 2]);
    }

    /// Every shipped scenario: every figure is the nearest to its share, in all places, and dots add
    /// up.
    #[test]
    fn figures_are_the_nearest_to_their_shares_everywhere() {
        for entry in SHIPPED {
            let scenario = shipped(entry.name, &[]);
            let tally = tally(&scenario.model);
            let findings = Findings::new(&scenario.model, &tally, None);
            let wars = (findings.wars().share.share * 100.0).round() as u64;
            let counted = Counted::new(&findings);
            let ends = Ends::new(&findings, 100);
            assert_eq!([counted.wars(), ends.wars], [wars, wars], "{}", entry.name);
            for outcome in Outcome::ALL {
                let share = findings.outcome(outcome).share.share * 100.0;
                let figures = [counted.outcome(outcome), ends.outcomes[outcome]];
                assert_eq!(figures, [share.round() as u64; 2], "{}", entry.name);
            }
            let dots = dots_of_a_hundred(&findings);
            assert_eq!(u64::from(dots[4] + dots[5]), wars, "{}", entry.name);
            assert_eq!(dots.iter().sum::<u32>(), 100, "{}", entry.name);
        }
    }

    fn tally(model: &Model) -> Tally {
        let watch = Watch {
            progress: &|_| (),
            stop: &AtomicBool::new(false),
        };
        ensemble::run(model, None, &Plan::new(1, 20_000), &watch).unwrap()
    }

    #[test]
    fn of_few_histories_each_is_one() {
        let few = findings([0, 1, 30, 7, 2, 0, 0]);
        assert_eq!(denominator(&few), 40);
        assert_eq!(of_a_hundred(&few), [0, 1, 30, 7, 2, 0, 0]);
    }
}
