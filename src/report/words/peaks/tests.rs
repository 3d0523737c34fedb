//! Titles of how high it climbs.

use super::*;
use crate::model::testing::blueprint;
use crate::model::{FirstMove, Model};
use crate::sim::Outcome;
use crate::tally::Tally;

const LABELS: [&str; 6] = ["peace", "protest", "posture", "strike", "campaign", "war"];

/// The title of a ladder of six rungs, force from the fourth up, limited war from the fifth.
fn title(opening: Option<usize>, peak: [u64; 6]) -> String {
    let mut plain = blueprint(6);
    plain.first_move = opening.map_or(FirstMove::Choose, FirstMove::Rung);
    let ladder = LadderShape {
        force: plain.force.clone(),
        off_ramp: plain.off_ramp,
        limited_war: plain.limited_war,
        opening,
        war_deaths: 0.0,
    };
    let model = Model::new(plain).unwrap();
    let mut outcomes = [0; Outcome::ALL.len()];
    outcomes[Outcome::OneRound as usize] = peak[..4].iter().sum();
    outcomes[Outcome::LimitedWar as usize] = peak[4];
    outcomes[Outcome::War as usize] = peak[5];
    let tally = Tally {
        trials: peak.iter().sum(),
        outcomes,
        peak: peak.to_vec(),
        first_act: vec![0, 0, peak[1..].iter().sum(), 0, 0, 0],
        ..Tally::new(&model)
    };
    peak_title(&Findings::new(&model, &tally, None), &ladder, &LABELS)
}

#[test]
fn a_fixed_opening_is_what_it_goes_beyond() {
    assert_eq!(
        title(Some(3), [0, 0, 0, 630, 50, 20]),
        "In 10 of 100 histories a side goes further than the first act"
    );
    assert_eq!(
        title(Some(2), [0, 0, 500, 300, 150, 50]),
        "In 50 of 100 histories a side goes further than the first act; in 20 it comes to war"
    );
    assert_eq!(
        title(Some(3), [0, 0, 0, 300, 0, 0]),
        "In all 300 histories no act goes further than the first"
    );
    assert_eq!(
        title(Some(5), [0, 0, 0, 0, 0, 300]),
        "In all histories it is war from the start"
    );
    assert_eq!(
        title(Some(4), [0, 0, 0, 0, 900, 100]),
        "In 10 of 100 histories it comes to full-scale war"
    );
}

#[test]
fn of_a_free_opening_it_is_said_how_high_most_climb() {
    assert_eq!(
        title(None, [341, 0, 179, 323, 5, 152]),
        "In 52 of 100 histories no act goes further than “posture”; in 16 it comes to war"
    );
    assert_eq!(
        title(None, [700, 0, 100, 100, 50, 50]),
        "In 70 of 100 histories no crisis begins; in 10 it comes to war"
    );
    assert_eq!(
        title(None, [100, 0, 100, 100, 300, 400]),
        "In 70 of 100 histories it comes to war"
    );
}

#[test]
fn one_history() {
    assert_eq!(
        title(Some(3), [0, 0, 0, 1, 0, 0]),
        "One history was run: no act goes further than the first"
    );
    assert_eq!(
        title(Some(3), [0, 0, 0, 0, 1, 0]),
        "One history was run: a side goes further than the first act"
    );
}
