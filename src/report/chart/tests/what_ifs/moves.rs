//! Charts of moves.

use super::super::studies::frame;
use super::named;
use crate::report::chart::flips;
use crate::report::figure::Medium;
use crate::sim::Outcome;

#[test]
fn few_moves_are_not_drawn_and_that_is_said() {
    let case = named("many-trials-hotline");
    let svg = case.flips(Medium::Slide).svg().unwrap();
    assert_eq!(svg.matches("not drawn: fewer than 1 of 1,000<").count(), 1);
}

/// Squares of two charts can be laid beside each other: all have the same scale, which each shows.
#[test]
fn all_charts_of_moves_have_one_scale() {
    for name in ["many-trials", "many-trials-hotline"] {
        let svg = named(name).flips(Medium::Slide).svg().unwrap();
        assert_eq!(svg.matches(">10 of 1,000; ").count(), 1, "{name}");
    }
}

/// The widths of what is filled so.
fn widths(svg: &str, fill: &str) -> Vec<f64> {
    let rects = svg
        .lines()
        .filter(|line| line.starts_with("<rect") && line.contains(fill));
    rects
        .filter_map(|line| {
            line.split_once(" width=\"")?
                .1
                .split('"')
                .next()?
                .parse()
                .ok()
        })
        .collect()
}

/// Areas are shares: where the largest square has no room, all are smaller.
#[test]
fn squares_are_true_to_each_other() {
    let case = named("many-trials");
    let trials = case.comparison.trials;
    let mut variant = case.comparison.variants[0].clone();
    variant.flips = Default::default();
    variant.flips[Outcome::OneRound][Outcome::OneRound] = trials / 2;
    variant.flips[Outcome::OneSided][Outcome::LimitedWar] = trials / 5 * 2;
    variant.flips[Outcome::OneRound][Outcome::War] = trials / 10;
    let heads = ["In the baseline", "With the change"];
    let picture = flips(&variant, trials, heads, &frame()).unwrap();
    let widths = widths(&picture.svg().unwrap(), "fill=\"#D55E00\"");
    let largest = widths.iter().copied().fold(0.0, f64::max);
    assert!(
        widths
            .iter()
            .any(|width| (2.0 * width - largest).abs() < 4.0),
        "{widths:?}"
    );
}
