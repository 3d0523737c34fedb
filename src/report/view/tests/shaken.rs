//! Shaken numbers are shown as they were, whatever was read back.

use super::*;
use crate::study::shake::testing::{ALL, doubt, only, shaken};
use crate::study::{ShakeStudy, ShakenDoubt, UsualEnd};

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

/// A screen has at most 24 lines with those below it, and says first whether the conclusion
/// survives.
#[test]
fn the_screen_is_short() {
    for study in studies() {
        let all = Study::Shake(study.clone());
        let place = Place {
            folder: Some(std::path::Path::new("results/shake-x")),
            has_charts: true,
        };
        let text = render::text(&prose(&all, Detail::Short))
            + &render::text(&next_steps(&all, "offramp", &place, Detail::Short));
        assert!(text.lines().count() <= 24, "{text}");
        assert!(
            text.lines().all(|line| line.chars().count() <= 80),
            "{text}"
        );
        let flowing = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flowing.contains("Does the conclusion survive? "), "{text}");
        assert!(
            flowing.contains(" readings, each of which draws "),
            "{text}"
        );
        let full = render::text(&prose(&Study::Shake(study), Detail::Full));
        assert!(
            full.lines().all(|line| line.chars().count() <= 80),
            "{full}"
        );
    }
}

/// The plain answer, and what luck does, add up and are those of the readings.
#[test]
fn the_answer_is_that_of_the_readings() {
    let few = ShakenDoubt {
        readings: 128,
        trials: 256,
        ..doubt()
    };
    let study = shaken("iran-pakistan-2024", &[], few, ALL).unwrap();
    let usual = study.usual.unwrap();
    assert_eq!(usual.quantity, Quantity::OneRound);
    assert!(usual.readings > 110 && usual.readings <= 128, "{usual:?}");
    let text = render::text(&prose(&Study::Shake(study.clone()), Detail::Short));
    let flowing = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let begins = "for “each side strikes once” as the most common end: in ";
    assert!(flowing.contains(begins), "{text}");
    let said = "readings, each of which draws all 128 judged numbers anew, up to 30 % off. No for the share of wars: ";
    assert!(flowing.contains(said), "{text}");
    for words in [
        "What moves wars most, of 100",
        "part of doubt",
        "where low / high",
    ] {
        assert!(text.contains(words), "{text}");
    }
    assert!(text.contains("What decides it in one history: "), "{text}");
    let nowhere = Place {
        folder: None,
        has_charts: false,
    };
    let all = Study::Shake(study.clone());
    let next = render::text(&next_steps(&all, "offramp", &nowhere, Detail::Full));
    for command in [
        "  offramp shake --by 0.1  ",
        "  offramp shake iran-pakistan-2024-doubt --by 0  ",
        "  offramp sweep --vary ",
    ] {
        assert!(next.contains(command), "{next}");
    }
    let mut spoilt = study;
    spoilt.usual = Some(UsualEnd {
        readings: usual.readings - 1,
        ..usual
    });
    assert!(Study::Shake(spoilt).check().is_err());
}

/// To read all of them: `OFFRAMP_CHARTS=folder cargo test --lib -- --ignored look`.
#[test]
#[ignore = "writes screens for people to read"]
fn look() {
    let folder = std::path::PathBuf::from(std::env::var("OFFRAMP_CHARTS").unwrap());
    let place = Place {
        folder: Some(std::path::Path::new(
            "results/shake-iran-pakistan-2024--wars",
        )),
        has_charts: true,
    };
    let few = ShakenDoubt {
        readings: 512,
        trials: 500,
        ..doubt()
    };
    let none = ShakenDoubt { by: 0.0, ..few };
    let mut all = studies();
    all.extend(shaken("iran-pakistan-2024", &[], few, ALL));
    all.extend(shaken("iran-pakistan-2024-doubt", &[], none, ALL));
    all.extend(shaken("hotline", &[], few, ALL));
    let all = all.into_iter().map(|study| {
        let study = Study::Shake(study);
        render::text(&prose(&study, Detail::Short))
            + &render::text(&next_steps(&study, "offramp", &place, Detail::Short))
    });
    let all: Vec<String> = all.collect();
    std::fs::write(folder.join("shakes.txt"), all.join("\n=====\n")).unwrap();
}
