//! Every screen fits on a screen.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::*;
use crate::ensemble::{self, Plan, Watch};
use crate::error::columns;
use crate::report::prose::Detail;
use crate::report::render;
use crate::report::view::{Place, next_steps};
use crate::scenario::library::SHIPPED;
use crate::scenario::{Document, Scenario, Setting, Settings, Shipped, Source};
use crate::study::Study;

/// A shipped scenario with these changes, and what differs from what it builds on.
fn shipped(name: &str, set: &[(&str, &str)]) -> Scenario {
    let document = Document::read(Source::Shipped(name.to_owned()), &Shipped).unwrap();
    let set = set.iter().map(|&(path, value)| Setting::set(path, value));
    let settings = Settings {
        set: set.collect(),
        ..Settings::default()
    };
    document.case(&settings).unwrap()
}

fn study(scenario: &Scenario, trials: u64, complete: bool) -> RunStudy {
    let watch = Watch {
        progress: &|_| (),
        stop: &AtomicBool::new(false),
    };
    let record = scenario.record.as_ref().map(|record| &record.facts);
    let tally = ensemble::run(&scenario.model, record, &Plan::new(1, trials), &watch).unwrap();
    RunStudy::new(scenario, 1, &tally, complete)
}

/// All that stands on the screen after a run.
fn screen_of(study: RunStudy) -> String {
    let prose = render::text(&screen(&study));
    let folder = Path::new("results").join(&study.subject.source);
    let place = Place {
        folder: Some(&folder),
        has_charts: true,
    };
    let next = next_steps(&Study::Run(study), "offramp", &place, Detail::Short);
    prose + &render::text(&next)
}

#[track_caller]
fn assert_fits(screen: &str) {
    assert!(!screen.contains("of 1,000 histories"), "{screen}");
    let wide = screen.lines().find(|line| columns(line) > WIDTH);
    assert_eq!(wide, None, "{screen}");
    let lines = screen.lines().count();
    assert!(lines <= LINES, "{lines} lines:\n{screen}");
    assert!(screen.contains("A teaching model. Not a forecast."));
    assert!(
        screen.contains("Try next") && screen.contains("--full"),
        "{screen}"
    );
}

#[test]
fn every_shipped_scenario_fits_with_and_without_changes() {
    for entry in SHIPPED {
        for set in [&[][..], &[("relations.trust", "0.31")]] {
            let screen = screen_of(study(&shipped(entry.name, set), 400, true));
            assert_fits(&screen);
            assert!(!screen.contains('{'), "{screen}");
        }
    }
}

#[test]
fn few_trials_and_stopped_runs_fit() {
    let scenario = shipped("hotline", &[]);
    for trials in [1, 2, 30] {
        let few = screen_of(study(&scenario, trials, true));
        assert_fits(&few);
        assert!(!few.contains("of 100"), "{few}");
    }
    let stopped = screen_of(study(&scenario, 4_000, false));
    assert_fits(&stopped);
    assert!(
        stopped.contains("(4,000 run, stopped early; rounded)"),
        "{stopped}"
    );
}

/// A scenario with as many rungs as there may be, and names of this kind.
fn extreme(name: &str, label: &str) -> Scenario {
    let mut rungs = String::new();
    for rung in 0..32 {
        let force = if rung > 10 { "force = true\n" } else { "" };
        let severity = f64::from(rung) / 31.0;
        rungs.push_str(&format!(
            "[[ladder]]\nid = \"r{rung}\"\nlabel = \"{label} {rung}\"\nseverity = {severity}\n{force}"
        ));
    }
    let text = format!(
        "name = \"{name}\"\nsummary = \"{name}.\"\nshows = \"{name} {{answer}}.\"\nhindsight = \"{name}.\"\n\
         off_ramp = \"r5\"\nlimited_war = \"r28\"\nunauthorised_rung = \"r11\"\n\
         [opening]\nactor = \"a\"\nrung = \"r12\"\n[actors.a]\nlabel = \"{label} a\"\n[actors.b]\nlabel = \"{label} b\"\n{rungs}"
    );
    Scenario::from_text("extreme.toml", &text, &Settings::default()).unwrap()
}

#[test]
fn extremes_fit() {
    for (name, label) in [
        ("word ".repeat(40), "label ".repeat(33)),
        ("x".repeat(200), "y".repeat(190)),
        ("伊朗和巴基斯坦".repeat(28), "伊朗".repeat(95)),
        ("e\u{301}".repeat(100), "🚀".repeat(90)),
    ] {
        let scenario = extreme(name.trim(), label.trim());
        for trials in [1, 1_000] {
            assert_fits(&screen_of(study(&scenario, trials, true)));
        }
    }
}

/// The numbers of the prose are those of the table.
#[test]
fn prose_and_table_agree() {
    let screen = screen_of(study(&shipped("hotline", &[]), 20_000, true));
    let row = screen
        .lines()
        .find(|line| line.contains("Limited or full-scale war"))
        .unwrap();
    let number = row.split_whitespace().nth(4).unwrap();
    let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains(&format!(
            "full war fall from 8 to {number} of 100 histories"
        )),
        "{screen}"
    );
    assert!(
        words.contains(&format!("In {number} of 100 it comes to war")),
        "{screen}"
    );
}

/// What the user changed is kept in what is offered next, and what a what-if builds on is named.
#[test]
fn what_to_try_next_keeps_what_was_changed() {
    let set = [("relations.trust", "0.31")];
    let changed = screen_of(study(&shipped("iran-pakistan-2024", &set), 400, true));
    for says in [
        "Changed: trust 0.5 -> 0.31.",
        "offramp run --set relations.trust=0.31 --without ",
        "offramp compare iran-pakistan-2024 --variant 'now: --set relations.trust=0.31'",
    ] {
        assert!(changed.contains(says), "{says}\n{changed}");
    }
    let what_if = screen_of(study(&shipped("hotline", &[]), 400, true));
    for says in [
        "Changed from Iran and Pakistan, January 2024: crisis communication 0.45 -> 0.9.",
        "offramp compare iran-pakistan-2024 hotline ",
    ] {
        assert!(what_if.contains(says), "{says}\n{what_if}");
    }
}
