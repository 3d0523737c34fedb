//! The sentences of a tip.

use super::*;
use crate::quantities::Quantity;
use crate::report::render::pretty;
use crate::report::view::tip::document;
use crate::scenario::{Scenario, Settings};
use crate::stats::Share;
use crate::study::{Answer, Axis, Standing, Tip, ValueSide};

#[test]
fn what_the_inputs_fix_is_a_share_and_has_its_reason() {
    let scenario = Scenario::shipped("iran-pakistan-2024", &Settings::default()).unwrap();
    let axis = Axis::spread("relations.crisis_communication", 0.0, 1.0, 2, false).unwrap();
    let shares = vec![Share::new(90, 100), Share::certain()];
    let tip = Tip {
        answer: Answer::Never(ValueSide::Above),
        shares,
        complete: true,
    };
    let tipped = TipStudy {
        subject: (&scenario).into(),
        seed: 1,
        trials: 100,
        axis,
        base: Standing::default(),
        quantity: Quantity::War,
        share: 0.1,
        reasons: Vec::new(),
        asked: 2,
        tip,
    };
    assert_eq!(
        sentences(&tipped),
        [
            "Full-scale wars stay above 10 of 100 histories, whatever crisis communication is: between 90 and 100."
        ]
    );
    let looks = pretty(&document(&tipped)).unwrap();
    assert_eq!(
        looks.matches("\"reason\": \"the inputs fix it\"").count(),
        1,
        "{looks}"
    );
}
