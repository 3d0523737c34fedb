//! Stories.

use std::sync::LazyLock;

use super::every::assert_holds;
use crate::quantities::Quantity;
use crate::report::chart::{Medium, draw};
use crate::report::view::story::figures;
use crate::scenario::library;
use crate::scenario::testing::shipped;
use crate::study::story_testing::{story_of, trial_of};
use crate::study::{StoryChoice, StoryStudy};

/// A scenario that goes on and on.
const LONG: [(&str, &str); 6] = [
    ("horizon_days", "3650"),
    ("actors.*.response_days", "0.2"),
    ("actors.*.unauthorised", "1"),
    ("actors.*.choice_precision", "100"),
    ("actors.*.fear_of_escalation", "20"),
    ("rungs.*.war_risk", "0"),
];

/// Stories of all kinds, with their names.
static CASES: LazyLock<Vec<(String, StoryStudy)>> = LazyLock::new(|| {
    let mut cases = Vec::new();
    for name in library::names() {
        let scenario = shipped(name, &[]);
        cases.push((name.to_owned(), trial_of(&scenario, 0)));
    }
    let base = shipped("iran-pakistan-2024", &[]);
    let hotline = shipped(
        "iran-pakistan-2024",
        &[("relations.crisis_communication", "0.9")],
    );
    let label = "a very long label that says all there is to say of a change, and then some more, up to the two \
                 hundred characters that a label may have at most, so that it must be seen what becomes of it all ok";
    for trial in 0..12 {
        let study = trial_of(&base, trial);
        cases.push((format!("baseline-{trial}"), study.clone()));
        let name = if trial == 5 { label } else { "a hotline" };
        cases.push((
            format!("against-{trial}"),
            study.beside(&base, name, &hotline),
        ));
    }
    let wars = StoryChoice::Outcome(Quantity::War);
    cases.push(("war".to_owned(), story_of(&base, wars, 300).unwrap()));
    let slips = shipped("iran-pakistan-2024", &[("rungs.*.war_risk", "1")]);
    cases.push(("slips".to_owned(), trial_of(&slips, 1)));
    let war = shipped("iran-pakistan-2024", &[("opening.rung", "war")]);
    cases.push(("opens-with-war".to_owned(), trial_of(&war, 0)));
    let short = shipped("iran-pakistan-2024", &[("horizon_days", "1")]);
    cases.push(("short".to_owned(), trial_of(&short, 0)));
    cases.push((
        "long".to_owned(),
        trial_of(&shipped("reference-class", &LONG), 0),
    ));
    let nothing = shipped("would-iran-strike", &[]);
    cases.push(("nothing".to_owned(), trial_of(&nothing, 1)));
    cases
});

#[test]
fn every_story_holds() {
    for (name, study) in CASES.iter() {
        assert_holds(name, &figures(study)[0]);
    }
}

#[test]
fn who_acts_and_why_is_beside_the_course() {
    let (_, study) = CASES.iter().find(|(name, _)| name == "baseline-0").unwrap();
    let svg = draw(&figures(study)[0], Medium::Slide)
        .unwrap()
        .svg()
        .unwrap();
    for words in [
        ">Pakistan</text>",
        ">Pakistan, day 1</text>",
        ">Why force, and not stepping down?</text>",
        ">+ fear of looking weak: 22 times</text>",
        ">− fear of being hit back: 2.9 times</text>",
        ">the other nine together: 1.8 times likelier</text>",
        ">chose Strike on militants across the border, 60 of 100</text>",
        ">next: Strike on military targets, 27</text>",
        ">limited war begins</text>",
        ">Military posturing</text>",
        ">1 later crisis, not drawn</text>",
        ">set by the scenario</text>",
        ">Strike on militants</text>",
    ] {
        assert!(svg.contains(words), "{words}");
    }
    assert!(!svg.contains(">Full-scale war</text>"));
}

#[test]
fn a_change_without_a_difference_has_no_course_of_its_own() {
    let (_, study) = CASES.iter().find(|(name, _)| name == "against-2").unwrap();
    let figure = &figures(study)[0];
    let title =
        "Each side strikes once, and it ends on day 4.4, and “a hotline” makes no difference";
    assert_eq!(figure.heading.title, title);
    let said = format!("{:?} {:?}", figure.heading.changes, figure.caption);
    assert!(!said.contains("dashes"), "{said}");
}

/// To look at them: `OFFRAMP_CHARTS=folder cargo test --lib -- --ignored look`.
#[test]
#[ignore = "writes pictures for people to look at"]
fn look() {
    let folder = std::path::PathBuf::from(std::env::var("OFFRAMP_CHARTS").unwrap());
    std::fs::create_dir_all(&folder).unwrap();
    for (name, study) in CASES.iter() {
        let png = draw(&figures(study)[0], Medium::Slide)
            .unwrap()
            .png()
            .unwrap();
        std::fs::write(folder.join(format!("story-{name}.png")), png).unwrap();
    }
}
