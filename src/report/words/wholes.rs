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

/// Where the dots of each outcome begin and end, of a hundred or of all where fewer were run: shares
/// as they are, so that a dot may be part of one outcome and part of the next. In the order of
/// [`Outcome::ALL`].
#[must_use]
pub fn dots_of_a_hundred(findings: &Findings) -> [(f64, f64); Outcome::ALL.len()] {
    let base = denominator(findings) as f64;
    let mut end = 0.0;
    Outcome::ALL.map(|outcome| {
        let begin = end;
        end += findings.outcome(outcome).share.share * base;
        (begin, end)
    })
}

/// Whether the figures of outcomes, each rounded by itself, do not add up.
#[must_use]
pub fn are_rounded(findings: &Findings) -> bool {
    let base = denominator(findings);
    let outcomes = outcomes_of(findings, base);
    let wars = outcomes[Outcome::LimitedWar as usize] + outcomes[Outcome::War as usize];
    outcomes.iter().sum::<u64>() != base || wars != wars_of(findings, base)
}

/// Whether the figures of rungs, each rounded by itself, do not add up to that of all above one of
/// them, or to all.
#[must_use]
pub fn are_peaks_rounded(findings: &Findings) -> bool {
    let base = denominator(findings);
    let counts = peaks_of_a_hundred(findings);
    let mut share = 0.0;
    let mut sum = 0;
    let rungs = findings.peak.iter().zip(counts);
    rungs.rev().any(|(case, number)| {
        share += case.share.share;
        sum += u64::from(number);
        sum != part_of(share, base)
    })
}

/// How many of a hundred histories have each rung as their highest, or of all where fewer were run,
/// each rounded by itself.
#[must_use]
pub fn peaks_of_a_hundred(findings: &Findings) -> Vec<u32> {
    let whole = denominator(findings);
    let shares = findings.peak.iter().map(|case| case.share.share);
    shares.map(|share| part_of(share, whole) as u32).collect()
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
    use crate::stats::Share;
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
    fn dots_are_shares_and_figures_that_do_not_add_up_are_rounded() {
        let wars = findings([0, 100, 700, 134, 54, 12, 0]);
        assert_eq!(of_a_hundred(&wars), [0, 10, 70, 13, 5, 1, 0]);
        assert_eq!(wars_of(&wars, 100), 7);
        let spans = dots_of_a_hundred(&wars).map(|(from, to)| nearest((to - from) * 10.0));
        assert_eq!(spans, [0.0, 100.0, 700.0, 134.0, 54.0, 12.0, 0.0]);
        assert!(are_rounded(&wars));
        assert!(!are_rounded(&findings([0, 100, 700, 140, 40, 20, 0])));
    }

    #[test]
    fn figures_of_rungs_that_do_not_add_up_are_rounded() {
        assert!(!are_peaks_rounded(&findings([0, 60, 20, 20, 0, 0, 0])));
        let mut halves = findings([0, 60, 20, 20, 0, 0, 0]);
        for (case, so_many) in halves.peak.iter_mut().zip([67, 66, 67]) {
            case.share = Share::new(so_many, 200);
        }
        assert!(are_peaks_rounded(&halves));
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
            let [.., (_, end)] = dots_of_a_hundred(&findings);
            assert!((end - 100.0).abs() < 1e-6, "{}: {end}", entry.name);
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
