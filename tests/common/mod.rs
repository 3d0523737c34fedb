//! What the whole-program tests share: running scenarios, and statistical verdicts that do not cry wolf.
//!
//! Seeds are fixed and every verdict is two-sided at level 1e-6 over a whole table (Bonferroni), so that a sound program
//! fails one table in a million. A red test is a finding; another seed is no remedy.
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
pub mod language;
pub mod program;
pub mod saying;
pub mod sealed;
pub mod whole;

/// The level of a table of tests: the chance that a sound program fails any of them.
pub const LEVEL: f64 = 1e-6;
/// |z| beyond this has a two-sided chance of 1e-6.
pub const Z_LEVEL: f64 = 4.891_638;

/// Settings with these `--set`s.
pub fn set(pairs: &[(&str, &str)]) -> Settings {
    let set = pairs.iter().map(|&(path, value)| Setting::set(path, value)).collect();
    Settings { set, ..Settings::default() }
}

/// A scenario from its text; panics with the problems of a wrong one.
pub fn scenario(text: &str) -> Scenario {
    scenario_with(text, &Settings::default())
}

/// A scenario from its text with settings on top.
pub fn scenario_with(text: &str, settings: &Settings) -> Scenario {
    Scenario::from_text("test.toml", text, settings).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The baseline with settings on top.
pub fn baseline(settings: &Settings) -> Scenario {
    Scenario::shipped("iran-pakistan-2024", settings).unwrap_or_else(|error| panic!("{error}"))
}

/// A file of `tests/conformance` with settings on top.
pub fn conformance(file: &str, settings: &Settings) -> Scenario {
    let path = format!("{}/tests/conformance/{file}", env!("CARGO_MANIFEST_DIR"));
    files::document(&path).and_then(|document| document.assemble(settings)).unwrap_or_else(|error| panic!("{error}"))
}

/// The files of `tests/conformance`.
pub const CONFORMANCE: [&str; 10] = [
    "a-default.toml",
    "b-mediated.toml",
    "c-fronts.toml",
    "d-spoilers.toml",
    "e-amends.toml",
    "f-ladder.toml",
    "g-doubt.toml",
    "h-what-if.toml",
    "i-short.toml",
    "j-costs.toml",
];

/// Runs a plan to its end.
pub fn run(model: &Model, plan: &Plan) -> Tally {
    let stop = AtomicBool::new(false);
    let watch = Watch { progress: &|_| (), stop: &stop };
    ensemble::run(model, None, plan, &watch).unwrap_or_else(|error| panic!("{error}"))
}

/// The tally of the first trials of a seed.
pub fn tally(scenario: &Scenario, seed: u64, trials: u64) -> Tally {
    run(&scenario.model, &Plan::new(seed, trials))
}

/// What `look` makes of every trial, in order.
pub fn each_trial<T: Send>(model: &Model, seed: u64, trials: u64, look: impl Fn(&Summary) -> T + Sync) -> Vec<T> {
    let simulator = || Simulator::new(model, seed);
    (0..trials)
        .into_par_iter()
        .map_init(simulator, |simulator, trial| look(simulator.run(trial, &mut Silent)))
        .collect()
}

/// A whole history: what a trial came to, every change of its level, and every act's rung.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    pub summary: Summary,
    pub levels: Vec<(f64, usize)>,
    /// Day, whether the opener is its author, rung, whether it was public, what luck made of its deaths as a multiple.
    pub acts: Vec<(f64, bool, usize, bool, f64)>,
}

/// A witness that keeps all it is told.
#[derive(Default)]
struct Recorder {
    levels: Vec<(f64, usize)>,
    acts: Vec<(f64, bool, usize, bool, f64)>,
}

impl Observer for Recorder {
    fn level(&mut self, day: f64, rung: usize) {
        self.levels.push((day, rung));
    }

    fn act(&mut self, day: f64, act: &offramp::sim::Act) {
        let opener = act.author == offramp::model::Side::Opener;
        self.acts.push((day, opener, act.rung, act.public, act.casualties.toll));
    }
}

/// Runs one trial and keeps its history.
pub fn history(simulator: &mut Simulator<'_>, trial: u64) -> History {
    let mut recorder = Recorder::default();
    let summary = simulator.run(trial, &mut recorder);
    History { summary: *summary, levels: recorder.levels, acts: recorder.acts }
}

/// The histories of the first trials of a seed.
pub fn histories(model: &Model, seed: u64, trials: u64) -> Vec<History> {
    let mut simulator = Simulator::new(model, seed);
    (0..trials).map(|trial| history(&mut simulator, trial)).collect()
}

/// Whether a trial became a limited or a full war.
pub const fn is_war(summary: &Summary) -> bool {
    matches!(summary.outcome, Outcome::War | Outcome::LimitedWar)
}

/// Whether a trial's first answer uses force.
pub fn answered_with_force(model: &Model, summary: &Summary) -> bool {
    summary.first_answer.is_some_and(|rung| model.force[rung])
}

/// The two-sided chance of a standard normal draw at least this far out.
pub fn p_of_z(z: f64) -> f64 {
    libm::erfc(z.abs() * std::f64::consts::FRAC_1_SQRT_2)
}

/// The chance, were the two shares one, of counts that differ as much as x1 of n1 and x2 of n2: continuity-corrected
/// pooled z where at least 20 cases and 20 others are expected on each side, else exactly, given their sum.
pub fn p_two_shares(x1: u64, n1: u64, x2: u64, n2: u64) -> f64 {
    let (a, b) = (n1 as f64, n2 as f64);
    let pooled = (x1 + x2) as f64 / (a + b);
    if a.min(b) * pooled.min(1.0 - pooled) < 20.0 {
        let rare = if pooled <= 0.5 { (x1, x2) } else { (n1 - x1, n2 - x2) };
        return p_binomial(rare.0, rare.0 + rare.1, a / (a + b));
    }
    let apart = (x1 as f64 / a - x2 as f64 / b).abs() - f64::midpoint(1.0 / a, 1.0 / b);
    p_of_z(apart.max(0.0) / (pooled * (1.0 - pooled) * (1.0 / a + 1.0 / b)).sqrt())
}

/// The chance, were `p` the true share, of a count as far out as x of n: corrected z where at least 20 are expected,
/// else the exact binomial.
pub fn p_share(x: u64, n: u64, p: f64) -> f64 {
    let (m, p) = (n as f64, p.clamp(0.0, 1.0));
    if m * p.min(1.0 - p) < 20.0 {
        return if p <= 0.5 { p_binomial(x, n, p) } else { p_binomial(n - x, n, 1.0 - p) };
    }
    p_of_z(((x as f64 - m * p).abs() - 0.5).max(0.0) / (m * p * (1.0 - p)).sqrt())
}

/// Twice the smaller tail of a binomial distribution at x, 1 at most.
pub fn p_binomial(x: u64, n: u64, p: f64) -> f64 {
    if p <= 0.0 || n == 0 {
        return if x == 0 { 1.0 } else { 0.0 };
    }
    if p >= 1.0 {
        return if x == n { 1.0 } else { 0.0 };
    }
    let chance = |k: u64| {
        let (n, k) = (n as f64, k as f64);
        let ways = libm::lgamma(n + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(n - k + 1.0);
        libm::exp(ways + k * libm::log(p) + (n - k) * libm::log1p(-p))
    };
    let below: f64 = (0..=x).map(chance).sum();
    (2.0 * below.min(1.0 - below + chance(x))).min(1.0)
}

/// The chance, were the two means one, of means as far apart; `sd` is the standard deviation of one trial.
pub fn p_two_means(mean1: f64, n1: u64, mean2: f64, n2: u64, sd: f64) -> f64 {
    p_mean(mean1 - mean2, sd * (1.0 / n1 as f64 + 1.0 / n2 as f64).sqrt())
}

/// The chance of a mean this far from what it should be; without spread it must be the same but for rounding.
pub fn p_mean(apart: f64, standard_error: f64) -> f64 {
    if standard_error > 0.0 { p_of_z(apart / standard_error) } else { f64::from(u8::from(apart.abs() < 1e-9)) }
}

/// A table of tests that must hold together.
#[derive(Default)]
pub struct Table(Vec<(String, f64)>);

impl Table {
    /// Adds a test by what it is about and its chance under the hypothesis.
    pub fn add(&mut self, what: impl Into<String>, p: f64) {
        self.0.push((what.into(), p));
    }

    /// Adds a comparison of two counted shares.
    pub fn shares(&mut self, what: impl Into<String>, one: (u64, u64), two: (u64, u64)) {
        let what = format!("{}: {}/{} against {}/{}", what.into(), one.0, one.1, two.0, two.1);
        self.add(what, p_two_shares(one.0, one.1, two.0, two.1));
    }

    /// How many tests there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The tests that fail at the table's level, 1e-6 shared out evenly.
    pub fn failures(&self) -> Vec<String> {
        let each = LEVEL / self.0.len().max(1) as f64;
        let failed = self.0.iter().filter(|(_, p)| p.is_nan() || *p < each);
        failed.map(|(what, p)| format!("{what} (p = {p:.1e}, level {each:.1e})")).collect()
    }

    /// Panics with the tests that fail.
    pub fn assert(&self) {
        let failures = self.failures();
        assert!(failures.is_empty(), "{} of {} fail:\n{}", failures.len(), self.0.len(), failures.join("\n"));
    }
}

/// z of the mean of paired differences against none; 0 where no pair differs.
pub fn z_paired(differences: impl Iterator<Item = f64>) -> f64 {
    let (mut n, mut sum, mut squares) = (0.0_f64, 0.0, 0.0);
    for difference in differences {
        n += 1.0;
        sum += difference;
        squares += difference * difference;
    }
    let mean = sum / n;
    let variance = squares / n - mean * mean;
    if variance > 0.0 { mean / (variance / n).sqrt() } else { 0.0 }
}

/// A small generator for making scenarios up (`SplitMix64`: Steele, Lea and Flood 2014); no luck of the program's.
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
