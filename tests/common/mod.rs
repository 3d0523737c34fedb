//! What the whole-program tests share: scenarios, running them, and what is made of it.
#![allow(dead_code)] // every test file uses its own part of this module

use std::sync::atomic::AtomicBool;

use offramp::ensemble::{self, Plan, Watch};
use offramp::files;
use offramp::model::Model;
use offramp::scenario::{Scenario, Setting, Settings};
use offramp::sim::{Observer, Outcome, Silent, Simulator, Summary};
use offramp::tally::Tally;
use rayon::prelude::*;

pub mod changes;
pub mod harmless;
pub mod language;
pub mod processes;
pub mod program;
pub mod saying;
pub mod sealed;
pub mod verdicts;
pub mod whole;
#[cfg(unix)]
pub mod world;

/// Settings with these `--set`s.
pub fn set(pairs: &[(&str, &str)]) -> Settings {
    let set = pairs
        .iter()
        .map(|&(path, value)| Setting::set(path, value))
        .collect();
    Settings {
        set,
        ..Settings::default()
    }
}

/// A scenario from its text; panics with the problems of a wrong one.
pub fn scenario(text: &str) -> Scenario {
    scenario_with(text, &Settings::default())
}

/// A scenario from its text with settings on top.
pub fn scenario_with(text: &str, settings: &Settings) -> Scenario {
    Scenario::from_text("test.toml", text, settings)
        .unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The baseline with settings on top.
pub fn baseline(settings: &Settings) -> Scenario {
    Scenario::shipped("iran-pakistan-2024", settings).unwrap_or_else(|error| panic!("{error}"))
}

/// A file of `tests/conformance` with settings on top.
pub fn conformance(file: &str, settings: &Settings) -> Scenario {
    let path = format!("{}/tests/conformance/{file}", env!("CARGO_MANIFEST_DIR"));
    files::document(&path)
        .and_then(|document| document.assemble(settings))
        .unwrap_or_else(|error| panic!("{error}"))
}

/// The files of `tests/conformance`.
pub const CONFORMANCE: [&str; 12] = [
    "a-default.toml",
    "b-mediated.toml",
    "c-fronts.toml",
    "d-armed-groups.toml",
    "e-amends.toml",
    "f-ladder.toml",
    "g-doubt.toml",
    "h-what-if.toml",
    "i-short.toml",
    "j-costs.toml",
    "k-deterrence.toml",
    "l-shield.toml",
];

/// Runs a plan to its end.
pub fn run(model: &Model, plan: &Plan) -> Tally {
    let stop = AtomicBool::new(false);
    let watch = Watch {
        progress: &|_| (),
        stop: &stop,
    };
    ensemble::run(model, None, plan, &watch).unwrap_or_else(|error| panic!("{error}"))
}

/// The tally of the first trials of a seed.
pub fn tally(scenario: &Scenario, seed: u64, trials: u64) -> Tally {
    run(&scenario.model, &Plan::new(seed, trials))
}

/// What `look` makes of every trial, in order.
pub fn each_trial<T: Send>(
    model: &Model,
    seed: u64,
    trials: u64,
    look: impl Fn(&Summary) -> T + Sync,
) -> Vec<T> {
    let simulator = || Simulator::new(model, seed);
    (0..trials)
        .into_par_iter()
        .map_init(simulator, |simulator, trial| {
            look(simulator.run(trial, &mut Silent))
        })
        .collect()
}

/// An act, as a witness sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    pub day: f64,
    /// Whether the opener is its author.
    pub opener: bool,
    pub rung: usize,
    pub announced: bool,
    pub known: bool,
    /// What luck made of its deaths, as a multiple.
    pub toll: f64,
}

/// A whole history: what a trial came to, every change of its level, and every act's rung.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    pub summary: Summary,
    pub levels: Vec<(f64, Option<usize>)>,
    pub acts: Vec<Seen>,
}

/// A witness that keeps all it is told.
#[derive(Default)]
struct Recorder {
    levels: Vec<(f64, Option<usize>)>,
    acts: Vec<Seen>,
}

impl Observer for Recorder {
    fn level(&mut self, day: f64, rung: Option<usize>) {
        self.levels.push((day, rung));
    }

    fn act(&mut self, day: f64, act: &offramp::sim::Act, _: &offramp::sim::Moment<'_>) {
        self.acts.push(Seen {
            day,
            opener: act.author == offramp::model::Side::Opener,
            rung: act.rung,
            announced: act.openness.announced,
            known: act.openness.known,
            toll: act.casualties.toll,
        });
    }
}

/// Runs one trial and keeps its history.
pub fn history(simulator: &mut Simulator<'_>, trial: u64) -> History {
    let mut recorder = Recorder::default();
    let summary = simulator.run(trial, &mut recorder);
    History {
        summary: *summary,
        levels: recorder.levels,
        acts: recorder.acts,
    }
}

/// The histories of the first trials of a seed.
pub fn histories(model: &Model, seed: u64, trials: u64) -> Vec<History> {
    let mut simulator = Simulator::new(model, seed);
    (0..trials)
        .map(|trial| history(&mut simulator, trial))
        .collect()
}

/// Whether a trial became a limited or a full war.
pub const fn is_war(summary: &Summary) -> bool {
    matches!(summary.outcome, Outcome::War | Outcome::LimitedWar)
}

/// Whether a trial's first answer uses force.
pub fn answered_with_force(model: &Model, summary: &Summary) -> bool {
    summary.first_answer.is_some_and(|rung| model.force[rung])
}

/// A small generator for making scenarios up (`SplitMix64`: Steele, Lea and Flood 2014); no luck of
/// the program's.
pub struct Dice(pub u64);

impl Dice {
    /// A fresh number of 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform between two bounds.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * (self.bits() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// One of 0..n.
    pub fn below(&mut self, n: usize) -> usize {
        (self.bits() % n as u64) as usize
    }

    /// True with this chance.
    pub fn chance(&mut self, p: f64) -> bool {
        self.between(0.0, 1.0) < p
    }
}
