//! Charts of moves.

use super::named;
use crate::report::figure::Medium;

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
