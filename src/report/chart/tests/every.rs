//! What holds of every chart, and the charts of every run: of all shipped scenarios, and of those
//! that are hard to draw.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::{env, fs};

use super::boxes::Boxes;
use super::cases::CASES;
use crate::ensemble::{self, Plan, Watch};
use crate::report::chart::{Picture, draw};
use crate::report::figure::{Figure, Medium};
use crate::report::view;
use crate::scenario::{library, testing::shipped};
use crate::study::{RunStudy, Study};

/// The charts of a run that are held by [`assert_holds`].
const HELD: [&str; 6] = [
    "outcomes",
    "peak",
    "histories",
    "levels",
    "reasons",
    "paths",
];
/// Trials of each shipped scenario.
const TRIALS: u64 = 400;

/// A run with a name.
type Run = (&'static str, Study);

/// A chart of a case, on a slide.
pub struct Drawn {
    pub name: String,
    pub picture: Picture,
}

/// The hard cases.
static HARD: LazyLock<Vec<Run>> = LazyLock::new(|| {
    CASES
        .iter()
        .map(|case| (case.name, Study::Run(case.study())))
        .collect()
});

/// The shipped scenarios.
static SHIPPED: LazyLock<Vec<Run>> = LazyLock::new(|| {
    let names = library::names();
    names.into_iter().map(|name| (name, of(name))).collect()
});

/// The charts of the hard cases.
pub static DRAWN: LazyLock<Vec<Drawn>> = LazyLock::new(|| HARD.iter().flat_map(drawn).collect());

fn of(name: &str) -> Study {
    let scenario = shipped(name, &[]);
    let watch = Watch {
        progress: &|_| (),
        stop: &std::sync::atomic::AtomicBool::new(false),
    };
    let record = scenario.record.as_ref().map(|record| &record.facts);
    let tally = ensemble::run(&scenario.model, record, &Plan::new(1, TRIALS), &watch).unwrap();
    Study::Run(RunStudy::new(&scenario, 1, &tally, true))
}

fn drawn((name, study): &Run) -> Vec<Drawn> {
    view::figures(study)
        .iter()
        .map(|figure| Drawn {
            name: format!("{}-{name}", figure.name),
            picture: draw(figure, Medium::Slide).unwrap(),
        })
        .collect()
}

/// Asserts what must hold of every chart, for both media: all of it is inside the picture, no text
/// lies over another or is too small, it says what it is in words, and it is drawn alike twice.
pub fn assert_holds(name: &str, figure: &Figure<'_>) {
    for medium in [Medium::Slide, Medium::Page] {
        let name = format!("{}-{name} {medium:?}", figure.name);
        let svg = draw(figure, medium).unwrap().svg().unwrap();
        assert!(
            svg == draw(figure, medium).unwrap().svg().unwrap(),
            "{name}"
        );
        let boxes = Boxes::of(&name, &svg);
        boxes.assert_inside();
        boxes.assert_texts_apart();
        boxes.assert_readable(medium);
        assert_says_what_it_is(&name, figure, &svg, &boxes);
    }
}

fn assert_says_what_it_is(name: &str, figure: &Figure<'_>, svg: &str, boxes: &Boxes) {
    let (head, marks) = svg.split_once("</style>").unwrap();
    for says in [
        "role=\"img\"",
        "<title>",
        "<desc>A teaching model. Not a forecast. ",
    ] {
        assert!(head.contains(says), "{name}: {says}");
    }
    assert!(!marks.contains("NaN") && !marks.contains(">inf"), "{name}");
    let words: Vec<&str> = boxes
        .texts
        .iter()
        .map(|(words, _)| words.as_str())
        .collect();
    let words = words.join(" ");
    assert!(
        words.contains("A teaching model. Not a forecast."),
        "{name}: {words}"
    );
    // A title is read to its end.
    let last = figure
        .heading
        .title
        .split(' ')
        .next_back()
        .unwrap_or_default();
    assert!(words.contains(last), "{name}: {words}");
}

/// Asserts what holds of the charts of some runs that are drawn anew.
fn assert_runs_hold(runs: &[Run]) {
    for (name, study) in runs {
        for figure in view::figures(study) {
            if HELD.contains(&figure.name.as_str()) {
                assert_holds(name, &figure);
            }
        }
    }
}

#[test]
fn charts_of_hard_cases_hold() {
    assert_runs_hold(&HARD);
}

#[test]
fn charts_of_shipped_scenarios_hold() {
    assert_runs_hold(&SHIPPED);
}

/// In outcomes and peak nothing lies over anything.
#[test]
fn no_text_of_outcomes_and_peak_touches_a_mark() {
    for (name, study) in HARD.iter().chain(SHIPPED.iter()) {
        for figure in view::figures(study) {
            if ["outcomes", "peak"].contains(&figure.name.as_str()) {
                let svg = draw(&figure, Medium::Slide).unwrap().svg().unwrap();
                let name = format!("{}-{name}", figure.name);
                Boxes::of(&name, &svg).assert_texts_clear_of_marks(|_| true);
            }
        }
    }
}

#[test]
fn every_chart_becomes_a_png() {
    for drawn in DRAWN
        .iter()
        .filter(|drawn| drawn.name.ends_with("baseline"))
    {
        let bytes = drawn.picture.png().unwrap();
        assert!(
            bytes.starts_with(b"\x89PNG") && bytes == drawn.picture.png().unwrap(),
            "{}",
            drawn.name
        );
    }
}

/// To look at all of them: `OFFRAMP_CHARTS=folder cargo test --lib -- --ignored look`.
#[test]
#[ignore = "writes pictures for people to look at"]
fn look() {
    let folder = PathBuf::from(env::var("OFFRAMP_CHARTS").expect("OFFRAMP_CHARTS names a folder"));
    fs::create_dir_all(&folder).unwrap();
    for Drawn { name, picture } in HARD.iter().chain(SHIPPED.iter()).flat_map(drawn) {
        fs::write(folder.join(format!("{name}.svg")), picture.svg().unwrap()).unwrap();
        fs::write(folder.join(format!("{name}.png")), picture.png().unwrap()).unwrap();
    }
}
