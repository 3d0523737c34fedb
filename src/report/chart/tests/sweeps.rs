//! How results change along a number, and along two.

mod cases;

use std::sync::LazyLock;

use super::boxes::Boxes;
use super::studies::swept;
use crate::quantities::Quantity;
use crate::report::chart::{Frame, Picture, draw, sweep};
use crate::report::figure::Medium;
use crate::report::view::sweep::figures;
use crate::study::SweepStudy;
use cases::{CHANNEL, curves, grids, spread};

const WAR: Quantity = Quantity::War;

/// A sweep with a name.
type Case = (&'static str, SweepStudy);

/// Sweeps that are hard to draw.
pub static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let mut all = curves();
    all.extend(grids());
    all
});

fn study(name: &str) -> &'static SweepStudy {
    CASES
        .iter()
        .find_map(|(known, study)| (*known == name).then_some(study))
        .unwrap()
}

fn picture(study: &SweepStudy, medium: Medium) -> Picture {
    draw(&figures(study)[0], medium).unwrap()
}

fn drawn(study: &SweepStudy) -> String {
    picture(study, Medium::Slide).svg().unwrap()
}

/// What a picture says it found.
pub fn title(svg: &str) -> &str {
    let (_, rest) = svg.split_once("<title>").unwrap();
    rest.split_once("</title>").unwrap().0
}

/// Sees that a chart is as every chart must be, on a slide and on a page.
pub fn assert_holds(name: &str, draw: impl Fn(Medium) -> Picture) {
    for medium in [Medium::Slide, Medium::Page] {
        let svg = draw(medium).svg().unwrap();
        let boxes = Boxes::of(name, &svg);
        boxes.assert_inside();
        boxes.assert_texts_apart();
        boxes.assert_readable(medium);
        assert_eq!(svg, draw(medium).svg().unwrap(), "{name}");
        for says in ["role=\"img\"", "<desc>A teaching model. Not a forecast. "] {
            assert!(svg.contains(says), "{name}: {says}");
        }
        let (_, marks) = svg.split_once("</style>").unwrap();
        assert!(!marks.contains("NaN") && !marks.contains(">inf"), "{name}");
        assert!(!title(&svg).contains('…'), "{name}: {}", title(&svg));
    }
}

#[test]
fn every_sweep_holds() {
    for (name, study) in CASES.iter() {
        assert_holds(name, |medium| picture(study, medium));
    }
}

/// To look at all of them: `OFFRAMP_CHARTS=folder cargo test --lib -- --ignored look`.
#[test]
#[ignore = "writes pictures for people to look at"]
fn look() {
    let folder = std::path::PathBuf::from(std::env::var("OFFRAMP_CHARTS").unwrap());
    std::fs::create_dir_all(&folder).unwrap();
    for (name, study) in CASES.iter() {
        let png = picture(study, Medium::Slide).png().unwrap();
        std::fs::write(folder.join(format!("sweep-{name}.png")), png).unwrap();
    }
}

#[test]
fn the_title_is_the_finding() {
    for (name, says) in [
        (
            "wars",
            "As crisis communication rises from none to perfect, wars fall from ",
        ),
        ("trust", "As trust rises from none to full, wars fall from "),
        (
            "few",
            "No full-scale wars in 10 histories at each point, whatever crisis communication is",
        ),
        (
            "none",
            "“No force is used” cannot occur here, whatever crisis communication is: ",
        ),
        (
            "all-war",
            "Full-scale wars are in all histories at every point: the inputs fix it",
        ),
        (
            "two-points",
            "As restraint in strikes on both sides rises from none to full, acts fall from ",
        ),
        (
            "weight",
            "As the weight of the argument “china-counsels” rises from none to full, wars ",
        ),
        (
            "one-trial",
            "One history was run at each point, which shows no rule: ",
        ),
        ("grid", "With no crisis communication, wars rise from "),
        (
            "grid-none",
            "“Several rounds” cannot occur at any point: the opening is war",
        ),
        (
            "grid-trust",
            "Wars rise from 1 to 23 of 100 histories as trust falls and crisis communication falls",
        ),
    ] {
        let svg = drawn(study(name));
        assert!(title(&svg).starts_with(says), "{name}: {}", title(&svg));
    }
}

/// No title speaks of a path, or of a share as of a mean.
#[test]
fn titles_are_words() {
    for (name, study) in CASES.iter() {
        let svg = drawn(study);
        let title = title(&svg);
        assert!(
            !title.contains("actors.") && !title.contains("relations."),
            "{name}: {title}"
        );
        assert!(
            !title.contains('_') && !title.contains("average"),
            "{name}: {title}"
        );
    }
}

#[test]
fn what_was_asked_for_is_drawn_and_named() {
    let svg = drawn(study("two-points"));
    assert!(
        svg.contains(
            ">Acts in the opening crisis, mean (the axis begins at 3, not at zero)</text>"
        ),
        "{svg}"
    );
    let svg = drawn(study("wars"));
    assert!(svg.contains(">Limited or full-scale war, of 100 histories</text>"));
    assert!(svg.contains(">Crisis communication</text>"));
}

#[test]
fn where_the_scenario_stands_is_marked() {
    assert!(drawn(study("wars")).contains(">baseline (0.45): "));
    assert!(drawn(study("restraint")).contains(">baseline (Iran 0.3, Pakistan 0.6): "));
    assert!(drawn(study("beyond")).contains(">baseline (0.45, beyond this range): "));
    assert!(drawn(study("grid")).contains(">baseline (0.45 across, "));
}

#[test]
fn what_values_stand_for_is_said() {
    let svg = drawn(study("wars"));
    for words in ["no contact", "usual", "a hotline that is used"] {
        assert!(svg.contains(&format!(">{words}</text>")), "{words}");
    }
}

#[test]
fn values_that_were_named_have_their_figures() {
    let svg = drawn(study("ratios"));
    for figure in ["1", "10", "100", "1000"] {
        assert!(svg.contains(&format!(">{figure}</text>")), "{figure}");
    }
    assert!(svg.contains("(equal steps are equal ratios)"));
}

#[test]
fn few_cells_have_numbers_and_many_have_lines() {
    let few = drawn(study("grid"));
    let many = drawn(study("grid-fine"));
    assert!(!few.contains("lines of equal value") && many.contains("lines of equal value"));
}

/// Labels in a script that the font lacks, and of two hundred characters.
#[test]
fn names_of_all_kinds_keep_their_place() {
    for label in [
        "国の危機",
        &"A country of two hundred letters ".repeat(6)[..190],
    ] {
        for name in ["restraint", "grid"] {
            let mut named = study(name).clone();
            for base in &mut named.sweep.base {
                base.values
                    .iter_mut()
                    .for_each(|own| own.of = label.to_owned());
            }
            for actor in &mut named.subject.names.actors {
                actor.label = label.to_owned();
            }
            named.subject.name = label.to_owned();
            assert_holds(name, |medium| picture(&named, medium));
        }
    }
}

#[test]
fn the_order_of_values_does_not_matter() {
    let backwards = |from: f64, to: f64| swept(&[], &[spread(CHANNEL, (from, to), 3)], WAR, 100);
    let marks = |svg: &str| svg.split_once("</style>").unwrap().1.to_owned();
    assert_eq!(
        marks(&drawn(&backwards(0.0, 1.0))),
        marks(&drawn(&backwards(1.0, 0.0)))
    );
}

#[test]
fn axes_and_points_that_do_not_match_are_an_error_and_no_panic() {
    let mut short = study("grid").clone();
    short.sweep.points.pop();
    let mut none = study("grid-two").clone();
    none.sweep.axes.clear();
    none.sweep.base.clear();
    none.sweep.points.clear();
    let mut three = study("grid-two").clone();
    let axis = three.sweep.axes[0].clone();
    three.sweep.axes.push(axis);
    for wrong in [short, none, three] {
        assert_eq!(
            sweep(&wrong, &Frame::default()).unwrap_err().exit_code(),
            70
        );
    }
}
