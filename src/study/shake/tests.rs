//! What shaken numbers come to.

use super::testing::{ALL, doubt, only, shaken};
use super::*;
use crate::study::Study;
use crate::study::readings::Doubt;

fn small(doubt: Doubt) -> ShakeStudy {
    shaken("reference-class", &[], doubt, ALL).unwrap()
}

#[test]
fn a_study_comes_back_and_holds() {
    let study = small(doubt());
    assert!(study.complete);
    Study::Shake(study.clone()).check().unwrap();
    crate::study::tests::comes_back(&Study::Shake(study));
}

#[test]
fn threads_change_no_bit() {
    let threads = Some(3);
    assert_eq!(small(Doubt { threads, ..doubt() }), small(doubt()));
}

/// The authors' share lies in its range, a wider doubt gives a wider range, and noise is taken out.
#[test]
fn wider_doubt_gives_wider_ranges() {
    let width = |by| {
        let study = small(Doubt { by, ..doubt() });
        let share = study.asked_share().unwrap();
        let range = share.range.unwrap();
        assert!(range.spread < range.seen, "{range:?}");
        range.high.value - range.low.value
    };
    let (narrow, wide) = (width(0.05), width(0.3));
    assert!(wide > 2.0 * narrow, "{wide} {narrow}");
    let study = small(doubt());
    let share = study.asked_share().unwrap();
    let range = share.range.unwrap();
    let own = share.authors.share.share;
    assert!(range.low.value < own && own < range.high.value);
}

/// Two numbers in doubt, all others set: together they are behind all of the variance.
#[test]
fn two_numbers_in_doubt_are_behind_everything() {
    let study = only("fear_of_retaliation", doubt());
    assert_eq!(study.numbers.len(), 2);
    let total: f64 = study.inputs.iter().map(|input| input.first.part).sum();
    assert!((total - 1.0).abs() < 0.25, "{:?}", study.inputs);
}

/// A number that is given as a range is drawn from it, evenly.
#[test]
fn a_range_of_its_own_is_drawn_from() {
    let set = [("relations.trust", "{ uniform = [0.1, 0.9] }")];
    let study = shaken("reference-class", &set, doubt(), ALL).unwrap();
    let drawn = &study.drawn[0];
    assert_eq!(study.numbers[drawn.number].path, "relations.trust");
    assert_eq!(drawn.values.len(), study.readings.len());
    assert!(drawn.values.iter().all(|value| (0.1..=0.9).contains(value)));
    let mean = drawn.values.iter().sum::<f64>() / drawn.values.len() as f64;
    assert!((mean - 0.5).abs() < 0.01, "{mean}");
}

#[test]
fn a_stopped_run_tells_of_what_was_done() {
    assert!(shaken("reference-class", &[], doubt(), 0).is_none());
    let readings = shaken(
        "reference-class",
        &[],
        Doubt {
            readings: 2000,
            ..doubt()
        },
        1,
    );
    let study = readings.filter(|study| study.readings.len() < 2000);
    if let Some(study) = study {
        assert!(!study.complete && study.inputs.is_empty());
        Study::Shake(study).check().unwrap();
    }
    let study = shaken("reference-class", &[], doubt(), 2).unwrap();
    assert!(!study.complete && study.readings.len() == 256 && study.inputs.is_empty());
    Study::Shake(study).check().unwrap();
}

/// What cannot occur has no range, whatever the numbers.
#[test]
fn what_cannot_occur_has_no_range() {
    let quantity = Quantity::NoForce;
    let study = small(Doubt {
        quantity,
        ..doubt()
    });
    let share = study.asked_share().unwrap();
    assert!(share.range.is_none() && share.authors.excluded.is_some());
    assert!(study.inputs.is_empty() && study.luck.is_none());
    Study::Shake(study).check().unwrap();
}
