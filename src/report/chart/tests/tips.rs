//! Where a share crosses a value, and where it does not.

use std::sync::LazyLock;

use super::sweeps::{assert_holds, title};
use crate::quantities::Quantity;
use crate::report::chart::{Frame, Picture, draw, tip};
use crate::report::figure::Medium;
use crate::report::view::tip::figures;
use crate::scenario::testing::shipped;
use crate::stats::Share;
use crate::study::{
    Answer, Axis, Crossing, Doubt, Reason, Standing, Tip, TipStudy, TrialsNeeded, ValueSide, Why,
    tip as look_along,
};

const TRIALS: u64 = 1_000;

/// A tip of shares that are given, of so many trials, along crisis communication.
fn along(shares: &[Option<u64>], trials: u64, level: f64) -> TipStudy {
    let scenario = shipped("iran-pakistan-2024", &[]);
    let path = "relations.crisis_communication";
    let axis = Axis::spread(path, 0.0, 1.0, shares.len(), false).unwrap();
    let at = |value: f64| {
        let place = value * (shares.len() - 1) as f64;
        let before = shares[place.floor() as usize]?;
        let after = shares[place.ceil() as usize]?;
        let part = place.fract();
        Some(before as f64 * (1.0 - part) + after as f64 * part)
    };
    let look = |value: f64, _: u64| -> Result<Option<Share>, std::convert::Infallible> {
        Ok(Some(at(value).map_or(Share::excluded(), |met| {
            Share::new(met.round() as u64, trials)
        })))
    };
    let Ok(Some(found)) = look_along(&axis, level, trials, look) else {
        panic!("no look was stopped")
    };
    let excluded = |share: &Option<u64>| share.is_none().then_some(Reason::OpeningIsWar);
    TipStudy {
        subject: (&scenario).into(),
        seed: 1,
        trials,
        base: Standing::new(&scenario, path),
        quantity: Quantity::Wars,
        share: level,
        reasons: shares.iter().map(excluded).collect(),
        asked: shares.len(),
        tip: found,
        axis,
    }
}

fn some(shares: &[u64]) -> Vec<Option<u64>> {
    shares.iter().copied().map(Some).collect()
}

/// A tip with another answer.
fn answered(study: &TipStudy, answer: Answer) -> TipStudy {
    TipStudy {
        tip: Tip {
            answer,
            ..study.tip.clone()
        },
        ..study.clone()
    }
}

/// Tips of all kinds, and how their titles begin.
static CASES: LazyLock<Vec<(&str, TipStudy, &str)>> = LazyLock::new(|| {
    let falls = along(&some(&[150, 120, 90, 50, 30, 20]), TRIALS, 0.05);
    let near = along(&some(&[52, 49, 50, 51, 50, 48]), TRIALS, 0.05);
    let doubt = |why, from, to| {
        Answer::CannotTell(Doubt {
            why,
            from,
            to,
            needs: Some(TrialsNeeded::About(40_000)),
        })
    };
    let crossing = |at, rises, times| Crossing {
        at,
        low: at - 0.04,
        high: at + 0.05,
        rises,
        times,
    };
    let many = Answer::Crosses {
        crossings: [0.1, 0.25, 0.4, 0.55, 0.7]
            .map(|at| crossing(at, at > 0.3, 1))
            .into(),
        unsure: Some((0.85, 1.0)),
    };
    let vague = Answer::Crosses {
        crossings: vec![crossing(0.6, false, 3)],
        unsure: None,
    };
    vec![
        (
            "falls",
            falls.clone(),
            "Wars fall below 5 of 100 histories as crisis communication passes about 0.6",
        ),
        (
            "rises",
            along(&some(&[5, 20, 90, 150, 200]), TRIALS, 0.1),
            "Wars rise above 10 of 100 histories as ",
        ),
        (
            "twice",
            along(&some(&[300, 150, 20, 10, 120, 300]), TRIALS, 0.08),
            "As crisis communication rises, wars fall below 8 of 100 histories at about ",
        ),
        (
            "many",
            answered(&falls, many),
            "As crisis communication rises, wars cross 5 of 100 histories 5 times between 0.06 and 0.75",
        ),
        (
            "vague",
            answered(&falls, vague),
            "Wars fall below 5 of 100 histories as crisis communication passes a value",
        ),
        (
            "below",
            answered(&falls, Answer::Never(ValueSide::Below)),
            "Wars stay below 5 of 100 histories, whatever crisis communication is: between ",
        ),
        (
            "unchanged",
            answered(&falls, Answer::Unchanged),
            "Crisis communication changes none of ",
        ),
        (
            "always",
            answered(&falls, Answer::Always),
            "Wars are in all histories, whatever ",
        ),
        (
            "excluded",
            along(&[None; 4], TRIALS, 0.05),
            "“Limited or full-scale war” cannot occur here",
        ),
        (
            "gaps",
            along(&[None, None, Some(150), Some(20), None], TRIALS, 0.05),
            "As crisis communication rises, wars rise above ",
        ),
        (
            "end",
            answered(&near, doubt(Why::End, 0.8, 1.0)),
            "Wars reach 5 of 100 histories only from crisis communication 0.8 to 1, if at all",
        ),
        (
            "touch",
            answered(&near, doubt(Why::Touch, 0.4, 0.6)),
            "Wars reach 5 of 100 histories from crisis communication 0.4 to 0.6, if at all",
        ),
        (
            "flat",
            answered(&near, doubt(Why::Flat, 0.0, 1.0)),
            "Wars stay too close to 5 of 100 ",
        ),
        (
            "somewhere",
            answered(&falls, doubt(Why::Flat, 0.0, 1.0)),
            "Wars cross 5 of 100 histories somewhere as crisis communication rises ",
        ),
        (
            "between",
            answered(&falls, doubt(Why::Between, 0.4, 0.6)),
            "Wars change so fast ",
        ),
        (
            "few",
            along(&some(&[1, 0, 0]), 1, 0.5),
            "One history was run at each point, which shows no rule",
        ),
        (
            "two",
            along(&some(&[150, 2]), TRIALS, 0.05),
            "Wars fall below 5 of 100 histories as ",
        ),
        (
            "three-hundred",
            along(
                &(0..300).map(|at| Some(400 - at)).collect::<Vec<_>>(),
                TRIALS,
                0.25,
            ),
            "Wars fall below 25 of 100 histories as ",
        ),
    ]
});

fn picture(study: &TipStudy, medium: Medium) -> Picture {
    draw(&figures(study)[0], medium).unwrap()
}

#[test]
fn every_tip_holds_and_says_what_was_found() {
    for (name, study, says) in CASES.iter() {
        assert_holds(name, |medium| picture(study, medium));
        let svg = picture(study, Medium::Slide).svg().unwrap();
        assert!(title(&svg).starts_with(says), "{name}: {}", title(&svg));
    }
}

/// A title stands alone: it names what is varied, and between what the crossing is.
#[test]
fn titles_of_one_crossing_name_the_number_and_its_interval() {
    for (name, study, _) in CASES.iter() {
        let Answer::Crosses { crossings, .. } = &study.tip.answer else {
            continue;
        };
        if let [only] = crossings.as_slice()
            && only.times == 1
        {
            let title = figures(study)[0].heading.title.clone();
            assert!(title.contains(" pass"), "{name}: {title}");
            let is_wide = only.low < only.high;
            assert!(!is_wide || title.contains(" to "), "{name}: {title}");
        }
    }
}

#[test]
fn a_crossing_is_named_with_its_doubt() {
    let svg = picture(&CASES[0].1, Medium::Slide).svg().unwrap();
    assert!(
        svg.contains(">about 0.61 (") && svg.contains(">5 of 100 histories</text>"),
        "{svg}"
    );
    assert!(svg.contains(">baseline (0.45): "));
}

#[test]
fn looks_that_do_not_match_their_axis_are_an_error() {
    let mut short = CASES[0].1.clone();
    short.tip.shares.pop();
    assert_eq!(tip(&short, &Frame::default()).unwrap_err().exit_code(), 70);
}

/// To look at all of them: `OFFRAMP_CHARTS=folder cargo test --lib -- --ignored look`.
#[test]
#[ignore = "writes pictures for people to look at"]
fn look() {
    let folder = std::path::PathBuf::from(std::env::var("OFFRAMP_CHARTS").unwrap());
    std::fs::create_dir_all(&folder).unwrap();
    for (name, study, _) in CASES.iter() {
        let png = picture(study, Medium::Slide).png().unwrap();
        std::fs::write(folder.join(format!("tip-{name}.png")), png).unwrap();
    }
}
