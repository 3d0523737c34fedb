//! One history of each end on the ladder.

use super::boxes::Boxes;
use super::cases::{CASES, Case, case};
use super::days::frame;
use crate::model::Side;
use crate::report::chart::histories;
use crate::report::chart::histories::scene::Scene;
use crate::report::figure::Medium;
use crate::report::words::outcomes_title;
use crate::sim::Outcome;
use crate::study::{self, History, Timeline};

fn drawn(case: &Case, timeline: &Timeline) -> String {
    let frame = frame(case, outcomes_title(&case.findings), Medium::Slide);
    let actors = &case.subject.names.actors;
    let picture = histories(&case.findings, &case.rungs(), timeline, actors, &frame);
    picture.unwrap().svg().unwrap()
}

fn with_record(case: &Case, record: &[(f64, usize)]) -> String {
    let timeline = Timeline {
        record: record.to_vec(),
        ..case.timeline.clone()
    };
    drawn(case, &timeline)
}

#[test]
fn each_end_and_the_record_have_a_panel() {
    let svg = drawn(case("many-trials"), &case("many-trials").timeline);
    for words in [
        " of 100 histories each side strikes once; in 8 it comes to war",
        "History 1: ",
        "What really happened: Strike on militants across the border on day 0, ",
        ">One example of each end, not an average</text>",
        ">Iran</text>",
        ">Pakistan</text>",
        ">What really happened</text>",
        ">Ends on day 3</text>",
        ">Only one side strikes</text>",
        ">Each side strikes once</text>",
        ">It takes several rounds</text>",
        ">It comes to limited war</text>",
        ">It comes to full-scale war</text>",
        ">69 of 100; ends on day ",
        ">No crisis</text>",
    ] {
        assert!(svg.contains(words), "{words}");
    }
    assert!(!svg.contains("History 0:"));
}

#[test]
fn all_wars_that_occur_have_a_panel() {
    for case in CASES.iter() {
        let scene = Scene::new(&case.findings, &case.rungs(), &case.timeline);
        assert!(scene.panels.len() <= 6, "{}", case.name);
        for war in [Outcome::LimitedWar, Outcome::War] {
            let has_panel = scene
                .panels
                .iter()
                .any(|one| one.course.outcome == Some(war));
            let occurs = case.findings.outcome(war).share.share > 0.0;
            // Of many trials the very rare are not looked for.
            let is_looked_for = case.findings.trials <= 2_000;
            assert!(
                has_panel || !occurs || !is_looked_for,
                "{} {war:?}",
                case.name
            );
        }
    }
}

#[test]
fn without_histories_or_record_there_is_no_word_of_them() {
    let case = case("baseline");
    let none = Timeline {
        histories: Vec::new(),
        record: Vec::new(),
        ..case.timeline.clone()
    };
    let svg = drawn(case, &none);
    for words in ["What really happened<", "One example", "History 1:"] {
        assert!(!svg.contains(words), "{words}");
    }
}

#[test]
fn a_record_may_go_on_beyond_the_days_or_begin_there() {
    let case = case("baseline");
    for (record, is_said) in [
        (&[(0.0, 5), (500.0, 0)][..], true),
        (&[(500.0, 5), (501.0, 0)], false),
        (&[(0.0, 5), (1.5, 8)], true),
        (&[(0.0, 5), (0.0, 6), (0.5, 5), (0.6, 6), (0.7, 1)], true),
    ] {
        let svg = with_record(case, record);
        let boxes = Boxes::of("record", &svg);
        boxes.assert_inside();
        boxes.assert_texts_apart();
        assert_eq!(
            svg.contains(">What really happened<"),
            is_said,
            "{record:?}"
        );
    }
}

/// Who acts can be seen without colours: one side's dots are filled, the other's hollow.
#[test]
fn each_act_has_a_dot_and_each_side_its_own() {
    let case = case("baseline");
    let dots = |acts: Vec<(f64, usize, Side)>| {
        let history = History {
            trial: 0,
            steps: vec![(0.0, Some(5)), (4.0, None)],
            acts,
            outcome: Outcome::OneRound,
            end_day: 4.0,
        };
        let timeline = Timeline {
            histories: vec![history],
            record: Vec::new(),
            ..case.timeline.clone()
        };
        drawn(case, &timeline)
    };
    let once = dots(vec![(0.0, 5, Side::Opener)]);
    let twice = dots(vec![(0.0, 5, Side::Opener), (2.0, 5, Side::Opener)]);
    let other = dots(vec![(0.0, 5, Side::Opener), (2.0, 5, Side::Other)]);
    let [few, more] = [&once, &twice].map(|svg| svg.matches("<circle").count());
    assert!(more > few);
    assert_ne!(other, twice);
}

/// Histories in which nothing begins are lines of words.
#[test]
fn histories_without_a_crisis_have_no_panel() {
    let case = case("choosing");
    let scene = Scene::new(&case.findings, &case.rungs(), &case.timeline);
    let all_begin = case.findings.no_act.share.share <= 0.0;
    assert!(
        all_begin || scene.note.contains("in which no crisis begins."),
        "{}",
        scene.note
    );
    assert!(scene.panels.iter().all(|one| !one.course.acts.is_empty()));
}

#[test]
fn only_rungs_that_are_reached_have_a_place() {
    let case = case("baseline");
    let scene = Scene::new(&case.findings, &case.rungs(), &case.timeline);
    for panel in &scene.panels {
        let acts = panel
            .course
            .acts
            .iter()
            .filter(|act| act.day <= scene.last as f64);
        for act in acts {
            let rung = panel.course.rung(act);
            assert!(rung.is_none_or(|rung| scene.reached.contains(&rung)));
        }
    }
    assert!(scene.reached.len() < case.rungs().labels.len());
}

#[test]
fn thirty_histories_can_be_drawn() {
    let case = case("baseline");
    let timeline = Timeline {
        histories: study::histories(&case.scenario.model, 1, 0..30),
        ..case.timeline.clone()
    };
    let svg = drawn(case, &timeline);
    assert_eq!(svg.matches(">Each side strikes once</text>").count(), 1);
}

#[test]
fn what_goes_on_beyond_the_days_is_said() {
    let svg = drawn(case("unresolved"), &case("unresolved").timeline);
    assert!(svg.contains("; goes on</text>"));
}

#[test]
fn another_ladder_is_an_error_and_no_panic() {
    let (one, three) = (case("baseline"), case("three-rungs"));
    let strange = Timeline {
        record: vec![(0.0, 7)],
        ..three.timeline.clone()
    };
    for (rungs, timeline, findings) in [
        (three.rungs(), &one.timeline, &one.findings),
        (three.rungs(), &strange, &three.findings),
    ] {
        let actors = &one.subject.names.actors;
        let picture = histories(findings, &rungs, timeline, actors, &one.frame());
        assert_eq!(picture.unwrap_err().exit_code(), 70);
    }
}
