//! What holds of every chart of a study, and the studies: small, and hard to draw.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::{env, fs};

use super::boxes::Boxes;
use super::what_ifs;
use crate::ensemble::{self, Plan, Watch};
use crate::model::Model;
use crate::quantities::Quantity;
use crate::report::chart::Frame;
use crate::report::chart::Picture;
use crate::report::figure::{Caption, Heading, Medium};
use crate::report::words::{CHOICES, SIMULATION_ERROR};
use crate::scenario::Scenario;
pub(crate) use crate::scenario::testing::shipped;
use crate::study::{
    Axis, ComparedPoints, Comparison, Point, Standing, Sweep, SweepStudy, combination, how_many,
};

pub const TRIALS: u64 = 2_000;
pub const BASE: &str = "iran-pakistan-2024";
static STOP: AtomicBool = AtomicBool::new(false);

/// A frame with a title that says nothing, for a slide.
pub fn frame() -> Frame {
    Frame {
        heading: Heading {
            title: "A title of the usual length says what was found".to_owned(),
            case: "Iran and Pakistan, January 2024".to_owned(),
            changes: vec!["crisis communication 0.45 -> 0.9".to_owned()],
        },
        caption: Caption {
            trials: TRIALS,
            seed: 1,
            complete: true,
            interval: SIMULATION_ERROR.to_owned(),
            hindsight: CHOICES.to_owned(),
            ..Caption::default()
        },
        medium: Medium::Slide,
    }
}

/// A comparison of the first of some scenarios with the others.
pub fn compared(scenarios: &[Scenario], trials: u64) -> Comparison {
    let models: Vec<&Model> = scenarios.iter().map(|scenario| &scenario.model).collect();
    let watch = Watch {
        progress: &|_| (),
        stop: &STOP,
    };
    let paired = ensemble::run_paired(&models, &Plan::new(1, trials), &watch).unwrap();
    let identical: Vec<bool> = scenarios[1..]
        .iter()
        .map(|variant| scenarios[0].differences(variant).is_empty())
        .collect();
    Comparison::new(&models, &paired, &identical).unwrap()
}

/// A sweep of a shipped scenario.
pub fn swept(base: &[(&str, &str)], axes: &[Axis], quantity: Quantity, trials: u64) -> SweepStudy {
    let watch = Watch {
        progress: &|_| (),
        stop: &STOP,
    };
    let scenario = |place: usize| {
        let texts: Vec<String> = combination(axes, place)
            .iter()
            .map(|value| format!("{value:?}"))
            .collect();
        let varied = axes
            .iter()
            .zip(&texts)
            .map(|(axis, text)| (axis.path(), text.as_str()));
        shipped(
            BASE,
            &base.iter().copied().chain(varied).collect::<Vec<_>>(),
        )
    };
    let point = |place: usize| {
        let model = scenario(place).model;
        let tally = ensemble::run(&model, None, &Plan::new(1, trials), &watch).unwrap();
        Point::new(combination(axes, place), quantity, &model, &tally)
    };
    let points = (0..how_many(axes)).map(point).collect();
    let own = shipped(BASE, base);
    let standings = axes
        .iter()
        .map(|axis| Standing::new(&own, axis.path()))
        .collect();
    let mut sweep = Sweep {
        axes: axes.to_vec(),
        base: standings,
        points,
        compared: Vec::new(),
        own: None,
    };
    let pairs = sweep.compared().into_iter().map(|picked| {
        let one = scenario(picked.from).model;
        let other = scenario(picked.to).model;
        let paired = ensemble::run_paired(&[&one, &other], &Plan::new(1, trials), &watch).unwrap();
        ComparedPoints::new(picked, [&one, &other], &paired, quantity).unwrap()
    });
    sweep.compared = pairs.collect();
    if !sweep.has_own_point() {
        let tally = ensemble::run(&own.model, None, &Plan::new(1, trials), &watch).unwrap();
        let point = Point::new(Vec::new(), quantity, &own.model, &tally);
        sweep.own = Some(Box::new(point));
    }
    SweepStudy {
        subject: (&own).into(),
        seed: 1,
        trials,
        quantity,
        asked: sweep.points.len(),
        stopped: false,
        sweep,
    }
}

/// All charts of all studies, drawn once.
pub fn drawn() -> Vec<(String, Picture)> {
    what_ifs::drawn(Medium::Slide)
}

#[test]
fn nothing_leaves_the_picture_and_no_text_lies_over_another() {
    for (name, picture) in drawn() {
        let boxes = Boxes::of(&name, &picture.svg().unwrap());
        boxes.assert_inside();
        boxes.assert_texts_apart();
    }
}

#[test]
fn the_same_study_gives_the_same_bytes() {
    assert!(drawn() == drawn());
}

#[test]
fn every_chart_says_what_it_is_in_its_picture_and_in_words() {
    for (name, picture) in drawn() {
        let svg = picture.svg().unwrap();
        for says in [
            "role=\"img\"",
            "<title>",
            "<desc>A teaching model. Not a forecast. ",
            "simulation error only.</desc>",
            "A teaching model. Not a forecast.",
            "seed 1",
        ] {
            assert!(svg.contains(says), "{name}: {says}");
        }
        let (_, marks) = svg.split_once("</style>").unwrap();
        assert!(!marks.contains("NaN") && !marks.contains(">inf"), "{name}");
    }
}

/// To look at all of them: `OFFRAMP_CHARTS=folder cargo test --lib -- --ignored look`.
#[test]
#[ignore = "writes pictures for people to look at"]
fn look() {
    let folder = PathBuf::from(env::var("OFFRAMP_CHARTS").expect("OFFRAMP_CHARTS names a folder"));
    fs::create_dir_all(&folder).unwrap();
    for (name, picture) in drawn() {
        fs::write(folder.join(format!("{name}.svg")), picture.svg().unwrap()).unwrap();
        fs::write(folder.join(format!("{name}.png")), picture.png().unwrap()).unwrap();
    }
}
