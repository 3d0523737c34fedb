//! Every number of a story is one of its record, in its rounding.

mod reasons;
mod record;

use super::prose;
use crate::report::prose::{Block, Detail, Prose, TableRow};
use crate::scenario::testing::shipped;
use crate::scenario::{Named, Scenario};
use crate::study::story_testing::trial_of;
use crate::study::{Happening, StoryStudy, Subject};
use record::Record;

/// The numbers in a text without names.
fn numbers(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for c in text.chars() {
        if c.is_ascii_digit() || matches!(c, '.' | ',') {
            all.last_mut().unwrap().push(c);
        } else if !all.last().unwrap().is_empty() {
            all.push(String::new());
        }
    }
    let trimmed = all
        .iter()
        .map(|number| number.trim_matches(['.', ',']).to_owned());
    trimmed.filter(|number| !number.is_empty()).collect()
}

/// A text without the names in it.
fn without_names(text: &str, subject: &Subject) -> String {
    let names = &subject.names;
    let lists: [&[Named]; 4] = [
        &names.rungs,
        &names.mediators,
        &names.fronts,
        &names.armed_groups,
    ];
    let labels = lists.into_iter().flatten().chain(&names.actors);
    let mut text = text.replace(&subject.name, "");
    for label in labels {
        text = text.replace(&label.label, "");
    }
    text
}

/// The words of a block.
fn words(block: &Block) -> String {
    match block {
        Block::Gap => String::new(),
        Block::Line(words) | Block::Item(words) | Block::Paragraph { words, .. } => words.clone(),
        Block::Entry { head, words, .. } => format!("{head} {words}"),
        Block::Table(table) => {
            let rows = table.rows.iter().map(|row| match row {
                TableRow::Cells(cells) => cells.join(" "),
                TableRow::Label(words) | TableRow::Below(words) => words.clone(),
                TableRow::Words { first, words, .. } => format!("{first} {words}"),
            });
            rows.collect::<Vec<_>>().join(" ")
        }
    }
}

/// The numbers of a text that are none of the record: of its day, where it tells of one.
fn foreign(told: &Prose, study: &StoryStudy) -> Vec<String> {
    let heading = Record::of_heading(study);
    let all = Record::of_all(study);
    let mut day = None;
    let mut tells_all = false;
    let mut wrong = Vec::new();
    // The first block names the scenario and what was changed in it.
    for block in &told.blocks[1..] {
        let words = words(block);
        if words.starts_with("Told against") || words == study.subject.hindsight {
            continue;
        }
        match words.strip_prefix("Day ").map(str::parse::<f64>) {
            Some(Ok(shown)) => day = Some(Record::of_day(&study.story, shown)),
            _ => tells_all |= words.starts_with("Then, in short") || words.contains("courses"),
        }
        let is_outer = matches!(block, Block::Paragraph { indent: 0, .. } | Block::Line(_));
        let record = match &day {
            _ if tells_all && !is_outer => &all,
            Some(day) if !is_outer || words.starts_with("Day ") => day,
            _ => &heading,
        };
        let plain = without_names(&words, &study.subject);
        let numbers = numbers(&plain).into_iter();
        let off = numbers.filter(|number| !record.has(number));
        wrong.extend(off.map(|number| format!("{number} in {words:?}")));
    }
    wrong
}

fn scenarios() -> Vec<Scenario> {
    let busy = [
        ("armed_groups.*.attacks_per_day", "0.05"),
        ("fronts.*.opens_per_day", "0.05"),
        ("actors.*.occasions_per_day", "0.02"),
        ("actors.*.unauthorised", "0.2"),
        ("rungs.*.war_risk", "0.05"),
    ];
    vec![
        shipped("iran-pakistan-2024", &[]),
        shipped("iran-pakistan-2024", &busy),
        shipped("would-iran-strike", &[("horizon_days", "400")]),
        shipped("rogue-unit", &[]),
        shipped("brinkmanship", &[]),
    ]
}

#[test]
fn every_number_of_a_story_is_one_of_its_record() {
    let mut told = 0;
    for scenario in scenarios() {
        for trial in 0..60 {
            let study = trial_of(&scenario, trial);
            for detail in [Detail::Short, Detail::Full] {
                let prose = prose(&study, detail);
                assert_eq!(foreign(&prose, &study), Vec::<String>::new(), "{trial}");
                told += prose.blocks.len();
            }
        }
    }
    assert!(told > 5000);
}

#[test]
fn every_number_of_two_courses_is_one_of_theirs() {
    let base = shipped("iran-pakistan-2024", &[]);
    let variant = shipped(
        "iran-pakistan-2024",
        &[("relations.crisis_communication", "0.8")],
    );
    for trial in 0..60 {
        let study = trial_of(&base, trial).beside(&base, "a hotline", &variant);
        let prose = prose(&study, Detail::Short);
        assert_eq!(foreign(&prose, &study), Vec::<String>::new(), "{trial}");
    }
}

/// Puts something wrong into a story.
type Plant = fn(&mut StoryStudy);

/// A story told from another record than its own: each kind of number that is off is found.
#[test]
fn a_wrong_number_is_found() {
    let study = trial_of(&shipped("iran-pakistan-2024", &[]), 21);
    let plants: [(&str, Plant); 8] = [
        ("draw", |study| study.story.trace.points[0].draw += 0.137),
        ("anger", |study| study.story.minds[0].anger += 0.27),
        ("trust", |study| study.story.minds[1].trust += 0.37),
        ("belief", |study| study.story.minds[1].belief -= 0.11),
        ("chance", |study| {
            study.story.trace.points[0].chances[5] -= 0.031;
        }),
        ("reason", |study| study.story.minds[0].reasons[5][1] += 0.4),
        ("deaths", |study| study.story.trace.summary.deaths += 7.0),
        ("an act's deaths", |study| {
            for event in &mut study.story.events {
                if let Happening::Acts(deed) = &mut event.what {
                    deed.deaths += 4.0;
                }
            }
        }),
    ];
    assert_eq!(foreign(&prose(&study, Detail::Short), &study).len(), 0);
    for (what, plant) in plants {
        let mut planted = study.clone();
        plant(&mut planted);
        let told = prose(&planted, Detail::Short);
        assert!(!foreign(&told, &study).is_empty(), "{what}");
    }
    for event in 0..study.story.events.len() {
        let mut planted = study.clone();
        if let Happening::Sees(sight) = &mut planted.story.events[event].what {
            sight.provocation += 0.043;
            let told = prose(&planted, Detail::Short);
            assert!(!foreign(&told, &study).is_empty(), "{event}");
        }
    }
}

/// A history with two acts and the end is told in short.
#[test]
fn a_short_history_fits_a_page() {
    let scenario = shipped("iran-pakistan-2024", &[]);
    for trial in 0..200 {
        let study = trial_of(&scenario, trial);
        let decisions = study.story.trace.points.len();
        if study.story.opening_events() < study.story.events.len() {
            continue;
        }
        let text = crate::report::render::text(&prose(&study, Detail::Short));
        let lines = text.lines().count();
        if decisions <= 1 {
            assert!(lines <= 52, "{trial}: {lines} lines\n{text}");
        }
        if decisions == 2 {
            assert!(lines <= 84, "{trial}: {lines} lines\n{text}");
        }
        assert!(
            text.lines().all(|line| line.chars().count() <= 80),
            "{text}"
        );
    }
}
