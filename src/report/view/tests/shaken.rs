//! Shaken numbers are shown as they were, whatever was read back.

use super::*;
use crate::study::shake::testing::{ALL, doubt, only, shaken};
use crate::study::{ShakeStudy, ShakenDoubt};

fn studies() -> Vec<ShakeStudy> {
    let few = ShakenDoubt {
        readings: 40,
        trials: 64,
        ..doubt()
    };
    let excluded = ShakenDoubt {
        quantity: Quantity::NoForce,
        ..few
    };
    let answer = ShakenDoubt {
        quantity: Quantity::Answer,
        ..few
    };
    let set = [("relations.trust", "{ uniform = [0.1, 0.9] }")];
    vec![
        only("fear_of_retaliation", few),
        shaken("reference-class", &[], excluded, ALL).unwrap(),
        shaken("reference-class", &set, answer, ALL).unwrap(),
        shaken("iran-pakistan-2024", &[], few, 2).unwrap(),
    ]
}

#[test]
fn shaken_numbers_come_back() {
    for study in studies() {
        assert_comes_back(&Study::Shake(study));
    }
}

#[test]
fn forged_shaken_numbers() {
    let few = ShakenDoubt {
        readings: 32,
        trials: 64,
        ..doubt()
    };
    let study = only("fear_of_retaliation", few);
    forged::assert_forgeries_are_refused_or_shown(&Study::Shake(study));
}

/// A screen has at most 24 lines with those below it, and says the range beside the authors'
/// number.
#[test]
fn the_screen_is_short() {
    for study in studies() {
        let text = render::text(&prose(&Study::Shake(study.clone()), Detail::Short));
        assert!(text.lines().count() <= 21, "{text}");
        assert!(
            text.lines().all(|line| line.chars().count() <= 80),
            "{text}"
        );
        assert!(text.contains("What if"), "{text}");
        let full = render::text(&prose(&Study::Shake(study), Detail::Full));
        assert!(
            full.lines().all(|line| line.chars().count() <= 80),
            "{full}"
        );
    }
}
