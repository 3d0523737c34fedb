//! Shaken numbers are shown as they were, whatever was read back.

use super::*;
use crate::report::words;
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
            flowing.contains(" A reading is a new set of numbers: it draws "),
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
    let begins = "for “each side strikes once” as the most common end: so it is in ";
    assert!(flowing.contains(begins), "{text}");
    let said = "A reading is a new set of numbers: it draws all 128 judged numbers anew, up to 30 % off. No for the share of wars: ";
    assert!(flowing.contains(said), "{text}");
    for words in [
        "What moves wars most, of 100",
        " value ",
        "part of the doubt",
        "if low / if high",
        "of 100 histories in nine of ten readings.",
    ] {
        assert!(text.contains(words), "{text}");
    }
    let full = render::text(&prose(&Study::Shake(study.clone()), Detail::Full));
    let flowing = full.split_whitespace().collect::<Vec<_>>().join(" ");
    let luck = "How much of the difference between single histories comes from the numbers alone: ";
    assert!(flowing.contains(luck), "{full}");
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

/// "No" only where the end is the most common in fewer than half of the readings; screen and title
/// agree, and no sentence has both all readings and nine of ten.
#[test]
fn an_end_of_most_readings_mostly_survives() {
    let few = ShakenDoubt {
        readings: 128,
        trials: 64,
        ..doubt()
    };
    let study = shaken("iran-pakistan-2024", &[], few, ALL).unwrap();
    for (readings, answer, title) in [
        (
            128,
            "Yes for “",
            "stays the most common end; in nine of ten readings wars are ",
        ),
        (
            126,
            "Yes for “",
            "stays the most common end in 98 of 100 readings; in nine ",
        ),
        (
            77,
            "Mostly for “",
            "is mostly the most common end, in 60 of 100 readings; ",
        ),
        (
            38,
            "No for “",
            "is the most common end in only 30 of 100 readings; ",
        ),
    ] {
        let mut study = study.clone();
        let usual = study.usual.unwrap();
        study.usual = Some(UsualEnd { readings, ..usual });
        let said = words::shake_answer(&study);
        assert!(said.contains(answer), "{said}");
        let said = words::shake_title(&study);
        assert!(said.contains(title), "{said}");
    }
}

/// Where the scenario gives ranges, the values are not said to be the authors'.
#[test]
fn ranges_have_no_authors_numbers() {
    let none = ShakenDoubt {
        readings: 64,
        trials: 64,
        by: 0.0,
        ..doubt()
    };
    let study = Study::Shake(shaken("iran-pakistan-2024-doubt", &[], none, ALL).unwrap());
    let text = render::text(&prose(&study, Detail::Short));
    assert!(
        text.contains("  mean over ranges\n") && text.contains(" middle "),
        "{text}"
    );
    assert!(!text.contains("authors' numbers"), "{text}");
    assert!(text.contains("all 11 numbers"), "{text}");
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
