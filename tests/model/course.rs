//! What a course needs to be able to show (docs/model.md, section 7): firmness that pays and
//! firmness that makes it worse, threats that deter, emboldening, diversion, moral hazard, denial
//! and settled accounts, each with its figures.
//!
//! A figure of the table has two decimals, and a run of it may lie 0.02 off; of a count, 0.1.

mod table;

use crate::common::{scenario_with, set, tally};
use offramp::quantities::Quantity;
use table::{COURSE, Lesson};

const TRIALS: u64 = 50_000;
const SEED: u64 = 5_150;

/// How far a figure may lie off: a count of crises more than a share.
const fn tolerance(quantity: Quantity) -> f64 {
    match quantity {
        Quantity::Challenges => 0.1,
        _ => 0.02,
    }
}

/// The figures that one end of a lesson does not meet.
fn missed(lesson: &Lesson, value: &str, due: impl Fn(&[f64; 2]) -> f64) -> Vec<String> {
    let pairs: Vec<(&str, &str)> = lesson.paths.iter().map(|&path| (path, value)).collect();
    let scenario = scenario_with(&lesson.toml(), &set(&pairs));
    let tally = tally(&scenario, SEED, TRIALS);
    let mut missed = Vec::new();
    for (quantity, ends) in lesson.figures {
        let mean = tally.mean(*quantity, &scenario.model);
        let due = due(ends);
        let told = format!(
            "{}: {} with {:?} at {value} is {mean:.4}, where {due} is due",
            lesson.name,
            quantity.name(),
            lesson.paths
        );
        println!("{told}");
        if (mean - due).abs() > tolerance(*quantity) {
            missed.push(told);
        }
    }
    missed
}

/// What a lesson shows otherwise than it must.
fn wrong(lesson: &Lesson) -> Vec<String> {
    let mut wrong = missed(lesson, lesson.from, |ends| ends[0]);
    wrong.extend(missed(lesson, lesson.to, |ends| ends[1]));
    wrong
}

#[test]
fn a_course_can_show_what_it_needs_to_show() {
    let wrong: Vec<String> = COURSE.iter().flat_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The twins: the other way round, every figure is missed.
#[test]
fn a_lesson_the_other_way_round_is_found() {
    for lesson in COURSE {
        let turned = Lesson {
            from: lesson.to,
            to: lesson.from,
            ..lesson
        };
        assert!(
            wrong(&turned).len() >= lesson.figures.len(),
            "{}",
            lesson.name
        );
    }
}

/// The twins: without what a lesson rests on, its figures are missed.
#[test]
fn a_lesson_without_its_mechanism_is_found() {
    for (at, without) in [
        (0, "stake = 2.5"),
        (1, "hostile_attribution = 0.2"),
        (2, "audience_cost = 2"),
        (4, "opens_per_day = 0.01"),
        (5, "diversion = 0.6"),
        (6, "fear_of_escalation = 3"),
        (7, "stake = 1.5"),
    ] {
        let lesson = COURSE[at];
        assert!(lesson.toml().contains(without), "{}", lesson.name);
        let broken = Lesson {
            forgotten: Some(without),
            ..lesson
        };
        assert!(
            !wrong(&broken).is_empty(),
            "{} without {without}",
            lesson.name
        );
    }
}
