//! How long it takes to vary a scenario that was read once: to assemble it as it is, with one
//! number changed, with all its arguments switched off and on; and to change one number of its
//! model. `cargo bench --bench assemble`.
//!
//! Each measure is the best of several rounds, taken in turn, so that a busy machine slows all of
//! them alike.

#![allow(missing_docs, clippy::print_stdout)]

use std::hint::black_box;
use std::time::Instant;

use offramp::error::Error;
use offramp::model::{Model, Slot};
use offramp::scenario::{Document, Scenario, Setting, Settings, Shipped, Source};

/// The number that is changed.
const CHANNEL: &str = "relations.crisis_communication";
const TIMES: u32 = 200;
const ROUNDS: usize = 25;

/// Microseconds to do something once.
fn time(mut once: impl FnMut() -> Result<(), Error>) -> Result<f64, Error> {
    let begun = Instant::now();
    for _ in 0..TIMES {
        once()?;
    }
    Ok(begun.elapsed().as_secs_f64() * 1e6 / f64::from(TIMES))
}

/// A way to vary the scenario, and what it is called.
type Case = (&'static str, Settings);

/// The ways that are measured: all that are assembled anew.
fn cases(base: &Scenario) -> [Case; 5] {
    let ids = || {
        base.arguments
            .iter()
            .map(|argument| argument.id.clone())
            .collect::<Vec<String>>()
    };
    [
        ("as it is", Settings::default()),
        (
            "one number set",
            Settings {
                set: vec![Setting::set(CHANNEL, "0.9")],
                ..Settings::default()
            },
        ),
        (
            "one number varied",
            Settings {
                set: vec![Setting::vary(CHANNEL, 0.9)],
                ..Settings::default()
            },
        ),
        (
            "all arguments off",
            Settings {
                without: ids(),
                ..Settings::default()
            },
        ),
        (
            "all arguments on",
            Settings {
                with: ids(),
                ..Settings::default()
            },
        ),
    ]
}

/// Assembles the scenario anew.
fn assemble(document: &Document, settings: &Settings) -> Result<(), Error> {
    let scenario = document.assemble(black_box(settings))?;
    drop(black_box(scenario));
    Ok(())
}

/// Makes the model anew with these numbers changed.
fn change(model: &Model, changes: &[(Slot, f64)]) -> Result<(), Error> {
    let changed = model.with(black_box(changes))?;
    drop(black_box(changed));
    Ok(())
}

/// Prints how long something took.
fn row(name: &str, time: f64) {
    println!("{name:<32}{time:>8.1} microseconds");
}

fn main() -> Result<(), Error> {
    let document = Document::read(Source::Shipped("iran-pakistan-2024".into()), &Shipped)?;
    let base = document.assemble(&Settings::default())?;
    let cases = cases(&base);
    let slots = base
        .names
        .slots(CHANNEL)
        .map_err(|problem| Error::Scenario(vec![problem]))?;
    let changes: Vec<_> = slots.into_iter().map(|slot| (slot, 0.9)).collect();
    let mut best = [f64::INFINITY; 5];
    let mut best_model = f64::INFINITY;
    for _ in 0..ROUNDS {
        for (best, (_, settings)) in best.iter_mut().zip(&cases) {
            *best = best.min(time(|| assemble(&document, settings))?);
        }
        best_model = best_model.min(time(|| change(&base.model, &changes))?);
    }
    println!("Best of {ROUNDS} rounds of {TIMES} times each, of iran-pakistan-2024.");
    for ((name, _), time) in cases.iter().zip(best) {
        row(&format!("assembled, {name}"), time);
    }
    row("model, one number changed", best_model);
    Ok(())
}
