//! A simulator of escalation between two states, for teaching and argument. A teaching model, not a
//! forecast.
//!
//! Two actors exchange acts on a ladder of rungs. Whoever was hit last deliberates, sees the
//! other's act through a fog, weighs twelve considerations and picks a rung. A scenario says who
//! the actors are, who mediates, looks on and attacks, and which analysts' arguments set the
//! numbers; the program runs it many times and shows the spread of outcomes. Its worth is not that
//! it is right but that every assumption can be seen, traced to its source and switched off.
//!
//! # The flow
//!
//! ```text
//!         scenario TOML -> scenario -> model -> ensemble (sim: trial x N) -> tally -> stats
//!                          (checked)  (numbers)       ^ luck: an address for every draw
//! request --resolve--> cases --run--> study (typed result) --view--> report (prose, sheets, figures) --render-->
//!     text | json | csv | svg | png --> folder
//! ```
//!
//! In the order of the flow:
//!
//! | module | does |
//! |---|---|
//! | [`files`] | reads files that anybody may have made, scenarios among them: by kind, with a limit |
//! | [`scenario`] | the only reader of TOML: texts, what they extend, arguments, overrides; gives a [`model::Model`] |
//! | [`parameters`] | the one list of parameters: default, range, meaning, source of each |
//! | [`model`] | the model, one mechanism per file: plain numbers that cannot be invalid |
//! | [`sim`] | one trial, in order, and its luck: a draw is a function of where it is used |
//! | [`quantities`] | the one list of quantities: key, kind, value of a trial, label, unit and meaning of each |
//! | [`ensemble`] | many trials on many threads, to the same bits |
//! | [`tally`] | trials counted in whole numbers that merge in any order |
//! | [`stats`] | pure formulas: intervals, quantiles, distributions |
//! | [`study`] | what runs show, as values: estimates, comparisons on the same luck, sweeps, tips, single histories; what the inputs exclude |
//! | [`request`] | what is wanted, as a value that can be kept: scenarios, changes, trials, seed |
//! | [`report`] | one view a study gives prose, sheets, figures and a document; one renderer a format writes them |
//! | [`folder`] | results on disk, whole or not at all; manifests |
//! | [`cli`], [`commands`] | the program around it |
//! | [`numerals`] | numbers as text, for people |
//! | [`error`] | the one error type: sentences with place and remedy |
//!
//! A file uses what stands below it in this order, never above (tested): `commands`, `cli`,
//! `folder`, `report`, `request`, `study`, `files`, `scenario`, `ensemble`, `tally`, `quantities`,
//! `sim`, `model`, `parameters`, `stats`, `numerals`, `error`. The core (`model`, `sim`,
//! `quantities`, `tally`, `ensemble`, `stats`, `parameters`, `numerals`, `error`) needs no threads,
//! files, clock or TOML; without features there is nothing else. The feature `language` adds
//! `scenario`, `study` and `request`, `report` adds `report`, `parallel` adds threads, and
//! `program`, the default, the rest. Everything up to `report` compiles for a browser.
//!
//! # In a program of one's own
//!
//! ```
//! use std::sync::atomic::AtomicBool;
//!
//! use offramp::ensemble::{self, Plan, Watch};
//! use offramp::scenario::{Scenario, Settings};
//! use offramp::sim::Outcome;
//! use offramp::study::Findings;
//!
//! let settings = Settings { without: vec!["china-counsels".into()], ..Settings::default() };
//! let scenario = Scenario::shipped("iran-pakistan-2024", &settings)?;
//! let watch = Watch { progress: &|_| (), stop: &AtomicBool::new(false) };
//! let tally = ensemble::run(&scenario.model, None, &Plan::new(1, 2_000), &watch)?;
//! let findings = Findings::new(&scenario.model, &tally, None);
//! let war = findings.outcome(Outcome::War).share;
//! assert!(war.share < 0.1 && war.interval.high().is_some_and(|high| high < 0.1));
//! # Ok::<(), offramp::error::Error>(())
//! ```
//!
//! # One trial, step by step
//!
//! [`sim::Simulator::run`] returns the [`sim::Summary`] of one trial and reports its events to a
//! [`sim::Observer`]. One seed and trial number give one history, to the bit, on every machine. So
//! two scenarios can be compared on the same luck.
//!
//! # What if
//!
//! [`ensemble::run_paired`] runs each trial in several models and counts them side by side;
//! [`study::Comparison`] makes of it paired differences and flips, and [`study::trace_pairs`] finds
//! the decision at which two histories diverge.
//!
//! # What is left out
//!
//! Deterrence by denial; armed groups that react to strikes; more than two actors; private
//! information about resolve beyond the belief in retaliation; bargaining over an issue; nuclear
//! use as such; geography.

#[cfg(feature = "program")]
pub mod cli;
#[cfg(feature = "program")]
pub mod commands;
pub mod ensemble;
pub mod error;
#[cfg(feature = "program")]
pub mod files;
#[cfg(feature = "program")]
pub mod folder;
pub mod model;
pub mod numerals;
pub mod parameters;
pub mod quantities;
#[cfg(feature = "report")]
pub mod report;
#[cfg(feature = "language")]
pub mod request;
#[cfg(feature = "language")]
pub mod scenario;
pub mod sim;
pub mod stats;
#[cfg(feature = "language")]
pub mod study;
pub mod tally;
