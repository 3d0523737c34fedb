//! Titles of comparisons.

use super::*;
use crate::report::words::flips_headline;
use crate::scenario::testing::shipped;
use crate::tally::Paired;

/// So many histories from an end to another.
type Moved = (Outcome, Outcome, u64);

/// How many of 10,000 histories end how.
const BASE: [u64; 7] = [0, 1_000, 6_900, 1_300, 600, 200, 0];

/// A comparison of a base that ends so with variants that move so many histories.
fn comparison(base: [u64; 7], variants: &[&[Moved]]) -> Comparison {
    let scenario = shipped("iran-pakistan-2024", &[]);
    let models = vec![&scenario.model; variants.len() + 1];
    let mut paired = Paired::new(&models);
    let trials = base.iter().sum();
    paired.tallies[0].trials = trials;
    paired.tallies[0].outcomes = base;
    for (at, moves) in variants.iter().enumerate() {
        let mut after = base;
        let pair = &mut paired.pairs[at];
        for outcome in Outcome::ALL {
            pair.flips[outcome][outcome] = base[outcome as usize];
        }
        for &(from, to, count) in *moves {
            pair.flips[from][from] -= count;
            pair.flips[from][to] += count;
            pair.changes[usize::from(to > from)] += count;
            after[from as usize] -= count;
            after[to as usize] += count;
        }
        paired.tallies[at + 1].trials = trials;
        paired.tallies[at + 1].outcomes = after;
    }
    let identical: Vec<bool> = variants.iter().map(|moves| moves.is_empty()).collect();
    Comparison::new(&models, &paired, &identical).unwrap()
}

fn title(variants: &[&[Moved]], names: &[&str]) -> String {
    changes_headline(&comparison(BASE, variants), names)
}

const CALMER: &[Moved] = &[(Outcome::LimitedWar, Outcome::OneRound, 400)];
const GRAVER: &[Moved] = &[(Outcome::OneRound, Outcome::War, 2_300)];
const SHORTER: &[Moved] = &[(Outcome::OneRound, Outcome::OneSided, 1_600)];
const HARDLY: &[Moved] = &[
    (Outcome::OneRound, Outcome::OneSided, 3),
    (Outcome::LimitedWar, Outcome::OneRound, 2),
];

#[test]
fn one_change_moves_wars_or_what_it_moves_most_or_hardly_anything() {
    for (moves, words) in [
        (
            CALMER,
            "With a hotline wars fall from 8 to 4 of 100 histories",
        ),
        (
            GRAVER,
            "With a hotline wars rise from 8 to 31 of 100 histories",
        ),
        (
            SHORTER,
            "With a hotline only one side strikes in 26 of 100 histories, up from 10; wars hardly change",
        ),
        (
            HARDLY,
            "With a hotline hardly anything changes: wars stay at about 8 of 100 histories",
        ),
        (&[], "With a hotline nothing changes"),
    ] {
        assert_eq!(title(&[moves], &["A hotline"]), words);
    }
}

#[test]
fn few_histories_are_counted_one_by_one() {
    let one = comparison(
        [0, 0, 1, 0, 0, 0, 0],
        &[&[(Outcome::OneRound, Outcome::OneSided, 1)]],
    );
    assert_eq!(
        changes_headline(&one, &["nobody mediates"]),
        "With “nobody mediates” 1 of 1 history ends differently: 1 calmer, 0 worse"
    );
}

#[test]
fn several_changes_are_a_range_and_none_of_several_equals_is_named_alone() {
    let two = ["a hotline", "soldiers struck"];
    assert_eq!(
        title(&[CALMER, GRAVER], &two),
        "Wars: fewest with a hotline (4 of 100), most with “soldiers struck” (31); baseline 8"
    );
    assert_eq!(
        title(&[CALMER, CALMER, GRAVER], &["a", "b", "c"]),
        "Wars: fewest with “a” and “b” (4 of 100), most with “c” (31); baseline 8"
    );
    assert_eq!(
        title(&[CALMER, CALMER, CALMER, GRAVER], &["a", "b", "c", "d"]),
        "Wars: fewest with 3 changes (4 of 100), most with “d” (31); baseline 8"
    );
    assert_eq!(
        title(&[CALMER, CALMER], &two),
        "With each of 2 changes wars come to 4 of 100 histories; the baseline: 8"
    );
    assert_eq!(
        title(&[HARDLY, HARDLY], &two),
        "Neither of 2 changes surely moves wars: the baseline has 8 of 100 histories"
    );
    assert_eq!(
        title(&[&[], &[]], &two),
        "With none of 2 changes a history of 10,000 ends differently"
    );
    assert_eq!(
        title(&[SHORTER, HARDLY], &two),
        "Each side strikes once: least often with a hotline (53 of 100), most often with “soldiers struck” (69); \
         baseline 69"
    );
}

/// Of few histories the ends of a range may be alike, and none is crowned.
#[test]
fn ends_of_a_range_that_may_be_alike_are_not_named() {
    let few = comparison(
        [0, 10, 69, 13, 6, 2, 0],
        &[
            &[(Outcome::OneRound, Outcome::LimitedWar, 8)],
            &[(Outcome::OneRound, Outcome::LimitedWar, 10)],
        ],
    );
    assert_eq!(
        changes_headline(&few, &["a", "b"]),
        "Wars: from 16 to 18 of 100 histories; baseline 8"
    );
}

#[test]
fn flips_are_named_by_what_becomes_of_wars_or_by_the_most_common_move() {
    let tied: &[Moved] = &[
        (Outcome::LimitedWar, Outcome::OneRound, 200),
        (Outcome::OneRound, Outcome::OneSided, 210),
    ];
    let both = [
        (Outcome::LimitedWar, Outcome::OneRound, 150),
        (Outcome::War, Outcome::OneRound, 150),
    ];
    for (moves, words) in [
        (
            CALMER,
            "With a hotline wars fall by 40 of 1,000 histories; most wars avoided: limited war becomes one strike each (40)",
        ),
        (
            tied,
            "With a hotline wars fall by 20 of 1,000 histories; most wars avoided: limited war becomes one strike each (20)",
        ),
        (&both, "With a hotline wars fall by 30 of 1,000 histories"),
        (
            &tied[1..],
            "With a hotline one strike each becomes one side’s strike in 21 of 1,000 histories, the only move",
        ),
        (&[], "With a hotline no history of 10,000 ends differently"),
    ] {
        let all = comparison(BASE, &[moves]);
        assert_eq!(flips_headline(&all.variants[0], "a hotline", 10_000), words);
    }
}

#[test]
fn other_cases_are_named_and_do_not_fall_or_rise() {
    let two = comparison(BASE, &[CALMER, GRAVER]);
    assert_eq!(
        cases_headline(&two, "Spiral", &["Firm", "Soft"]),
        "Wars: 8 of 100 histories in “Spiral”, 4 in “Firm”, 31 in “Soft”"
    );
    let three = comparison(BASE, &[CALMER, GRAVER, HARDLY]);
    assert_eq!(
        cases_headline(&three, "Spiral", &["a", "b", "c"]),
        "Wars: 8 of 100 histories in “Spiral”, from 4 in “a” to 31 in “b”"
    );
}
