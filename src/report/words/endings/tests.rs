//! Titles of how it ends.

use super::*;
use crate::model::Model;
use crate::model::testing::blueprint;
use crate::tally::Tally;

fn title(outcomes: [u64; Outcome::ALL.len()]) -> String {
    let mut plain = blueprint(6);
    plain.first_move = crate::model::FirstMove::Choose;
    let model = Model::new(plain).unwrap();
    let tally = Tally {
        trials: outcomes.iter().sum(),
        outcomes,
        ..Tally::new(&model)
    };
    outcomes_title(&Findings::new(&model, &tally, None))
}

#[test]
fn the_most_common_end_leads_and_war_follows() {
    assert_eq!(
        title([0, 980, 6_920, 1_330, 610, 160, 0]),
        "In 69 of 100 histories each side strikes once; in 8 it comes to war"
    );
    assert_eq!(
        title([5_200, 2_460, 730, 360, 40, 1_210, 0]),
        "In 52 of 100 histories no force is used; in 13 it comes to war"
    );
    assert_eq!(
        title([0, 0, 10_000, 0, 0, 3, 0]),
        "In nearly all histories each side strikes once; in fewer than 1 of 100 it comes to full-scale war"
    );
    assert_eq!(
        title([0, 3_000, 7_000, 0, 0, 0, 0]),
        "In 70 of 100 histories each side strikes once; in none does it come to war"
    );
}

#[test]
fn war_leads_where_both_kinds_together_are_as_common() {
    assert_eq!(
        title([0, 180, 3_420, 1_250, 3_300, 1_850, 0]),
        "In 52 of 100 histories it comes to war, limited or full; in 34 each side strikes once"
    );
    assert_eq!(
        title([0, 0, 0, 0, 0, 500, 0]),
        "In all 500 histories it comes to full-scale war"
    );
}

#[test]
fn none_is_crowned_alone_that_others_may_equal() {
    assert_eq!(
        title([0, 0, 360, 361, 200, 79, 0]),
        "In 36 of 100 histories there is more than one round, but no war; in 36 each side strikes once; in 28 it comes to war"
    );
    assert_eq!(
        title([200, 201, 199, 200, 100, 100, 0]),
        "No end is clearly the most common: in 20 of 100 histories it comes to war"
    );
}

#[test]
fn few_histories_and_one() {
    assert_eq!(
        title([0, 0, 1, 0, 0, 0, 0]),
        "One history was run: each side strikes once and it ends there"
    );
    assert_eq!(
        title([0, 0, 2, 1, 0, 0, 0]),
        "In 2 of 3 histories each side strikes once; too few to say what is most common"
    );
    assert_eq!(
        title([0, 0, 1, 1, 0, 0, 0]),
        "2 histories were run, too few to say how most end"
    );
    assert_eq!(
        title([0, 0, 0, 0, 0, 0, 40]),
        "In all 40 histories it is still going on at the horizon"
    );
}
