//! What holds of both charts of the days of a run: the first histories, and the levels.

use std::sync::LazyLock;
use std::{env, fs};

use super::boxes::Boxes;
use super::cases::{CASES, Case};
use super::studies::shipped;
use crate::report::chart::{Frame, Picture, draw, histories, levels};
use crate::report::figure::Medium;
use crate::report::view::figures;
use crate::report::words::{levels_headline, outcomes_title};
use crate::scenario;
use crate::sim::Simulator;
use crate::study::{RunStudy, Study};
use crate::tally::Tally;

const MEDIA: [Medium; 2] = [Medium::Slide, Medium::Page];

/// A chart of the days of a run.
pub struct DayChart {
    pub name: String,
    pub medium: Medium,
    pub picture: Picture,
    pub svg: String,
}

impl DayChart {
    fn new(name: &str, medium: Medium, picture: Picture) -> Self {
        let size = if medium == Medium::Page { "-page" } else { "" };
        Self {
            name: format!("{name}{size}"),
            medium,
            svg: picture.svg().unwrap(),
            picture,
        }
    }
}

/// Both charts of all cases and of all shipped scenarios, for both media.
pub static DAY_CHARTS: LazyLock<Vec<DayChart>> = LazyLock::new(|| {
    let mut all: Vec<DayChart> = CASES.iter().flat_map(of_case).collect();
    for name in scenario::library::names() {
        all.extend(of_shipped(name));
    }
    all
});

/// The frame of a case, with another title.
pub fn frame(case: &Case, title: String, medium: Medium) -> Frame {
    let mut frame = case.frame();
    frame.heading.title = title;
    frame.medium = medium;
    frame
}

fn of_case(case: &Case) -> Vec<DayChart> {
    let (findings, timeline, rungs) = (&case.findings, &case.timeline, &case.rungs());
    let mut all = Vec::new();
    for medium in MEDIA {
        let title = outcomes_title(findings);
        let picture = histories(
            findings,
            rungs,
            timeline,
            &case.subject.names.actors,
            &frame(case, title, medium),
        );
        let name = format!("histories-{}", case.name);
        all.push(DayChart::new(&name, medium, picture.unwrap()));
        let title = levels_headline(findings, timeline);
        let picture = levels(findings, rungs, timeline, &frame(case, title, medium));
        let name = format!("levels-{}", case.name);
        all.push(DayChart::new(&name, medium, picture.unwrap()));
    }
    all
}

fn of_shipped(name: &str) -> Vec<DayChart> {
    let scenario = shipped(name, &[]);
    let (mut simulator, mut tally) = (
        Simulator::new(&scenario.model, 1),
        Tally::new(&scenario.model),
    );
    for trial in 0..1_000 {
        let summary = simulator.run(trial, &mut tally);
        tally.add(summary, None);
    }
    let study = Study::Run(RunStudy::new(&scenario, 1, &tally, true));
    let mut all = Vec::new();
    for figure in figures(&study) {
        if !["histories", "levels"].contains(&figure.name.as_str()) {
            continue;
        }
        for medium in MEDIA {
            let called = format!("{}-shipped-{name}", figure.name);
            all.push(DayChart::new(
                &called,
                medium,
                draw(&figure, medium).unwrap(),
            ));
        }
    }
    all
}

#[test]
fn nothing_leaves_the_picture_and_all_can_be_read() {
    for chart in DAY_CHARTS.iter() {
        let boxes = Boxes::of(&chart.name, &chart.svg);
        boxes.assert_inside();
        boxes.assert_texts_apart();
        boxes.assert_readable(chart.medium);
    }
}

#[test]
fn few_marks_are_drawn() {
    for chart in DAY_CHARTS.iter() {
        let marks = chart.svg.matches("<path").count() + chart.svg.matches("<polyline").count();
        assert!(marks < 300, "{}: {marks}", chart.name);
    }
}

/// Days with a name are at even steps, from day 0 on.
#[test]
fn ticks_are_even() {
    for chart in DAY_CHARTS.iter() {
        let boxes = Boxes::of(&chart.name, &chart.svg);
        let foot = boxes.texts.iter().filter(|(text, _)| text == "day 0");
        let foot = foot.map(|(_, area)| area.bottom()).fold(0.0, f32::max);
        let days: Vec<usize> = boxes
            .texts
            .iter()
            .filter(|(_, area)| (area.bottom() - foot).abs() < 6.0)
            .filter_map(|(text, _)| text.strip_prefix("day ")?.parse().ok())
            .collect();
        assert_eq!(days.first(), Some(&0), "{}: {days:?}", chart.name);
        // Each panel begins anew.
        for panel in days.chunk_by(|one, next| one < next) {
            let steps: Vec<usize> = panel.windows(2).map(|pair| pair[1] - pair[0]).collect();
            let is_even = steps.windows(2).all(|pair| pair[0] == pair[1]);
            assert!(is_even, "{}: {days:?}", chart.name);
        }
    }
}

/// To look at them: `OFFRAMP_CHARTS=folder cargo test --lib -- --ignored look`.
#[test]
#[ignore = "writes pictures for people to look at"]
fn look() {
    let folder = env::var("OFFRAMP_CHARTS").expect("OFFRAMP_CHARTS names a folder");
    fs::create_dir_all(&folder).unwrap();
    for chart in DAY_CHARTS.iter() {
        let png = chart.picture.png().unwrap();
        fs::write(format!("{folder}/{}.png", chart.name), png).unwrap();
    }
}
