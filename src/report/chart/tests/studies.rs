//! What holds of every chart of a study, and the studies: small, and hard to draw.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::{env, fs};

use super::boxes::Boxes;
use super::{sweeps, what_ifs};
use crate::ensemble::{self, Plan, Watch};
use crate::model::Model;
use crate::quantities::Quantity;
use crate::report::chart::{Picture, compare, flips, sweep};
use crate::report::figure::Caption;
use crate::scenario::Scenario;
pub(crate) use crate::scenario::testing::shipped;
use crate::study::{Axis, ComparedPoints, Comparison, Point, Sweep, combination, how_many};

pub const TRIALS: u64 = 2_000;
pub const BASE: &str = "iran-pakistan-2024";
static STOP: AtomicBool = AtomicBool::new(false);

pub const CAPTION: Caption<'_> = Caption {
    scenario: Cow::Borrowed("Iran and Pakistan, January 2024"),
    trials: TRIALS,
    seed: 1,
};

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
pub fn swept(base: &[(&str, &str)], axes: &[Axis], quantity: Quantity, trials: u64) -> Sweep {
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
    let middles = axes
        .iter()
        .map(|axis| axis.values().iter().copied().reduce(f64::midpoint))
        .collect();
    let mut sweep = Sweep {
        axes: axes.to_vec(),
        base: middles,
        points,
        compared: Vec::new(),
    };
    let pairs = sweep.compared().into_iter().map(|picked| {
        let one = scenario(picked.from).model;
        let other = scenario(picked.to).model;
        let paired = ensemble::run_paired(&[&one, &other], &Plan::new(1, trials), &watch).unwrap();
        ComparedPoints::new(picked, [&one, &other], &paired, quantity).unwrap()
    });
    sweep.compared = pairs.collect();
    sweep
}

/// All charts of all studies, drawn once.
pub fn drawn() -> Vec<(String, Picture)> {
    let mut drawn = Vec::new();
    for (name, comparison, names) in what_ifs::CASES.iter() {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        drawn.push((
            format!("compare-{name}"),
            compare(comparison, &names, &CAPTION).unwrap(),
        ));
        let last = comparison.variants.last().unwrap();
        let picture = flips(last, names.last().unwrap(), comparison.trials, &CAPTION).unwrap();
        drawn.push((format!("flips-{name}"), picture));
    }
    for (name, study, quantity) in sweeps::CASES.iter() {
        drawn.push((
            format!("sweep-{name}"),
            sweep(study, *quantity, &CAPTION).unwrap(),
        ));
    }
    drawn
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
            ">A teaching model. Not a forecast.</text>",
            ". Intervals: 95 %, simulation error only.</text>",
            "seed 1, ",
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
