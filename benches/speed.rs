//! Speed, as ratios within one run: trials per second, and beside them the floor, the time that the draws and the
//! exponentials of an average trial take by themselves. `cargo bench`.
//!
//! Each measure is the best of several rounds, taken in turn, so that a busy machine slows all of them alike.

#![allow(missing_docs, clippy::print_stdout)]

use std::hint::black_box;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use offramp::ensemble::{self, Plan, Watch};
use offramp::error::Error;
use offramp::scenario::{Scenario, Settings};
use offramp::sim::{Act, Decision, Simulator, Witness, key};
use offramp::stats::exp;
use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

const TRIALS: u64 = 200_000;
const ROUNDS: usize = 7;

/// What trials use of luck and of exponentials.
#[derive(Default)]
struct Uses {
    decisions: u64,
    acts: u64,
    force: u64,
    attacks_that_led_on: u64,
}

struct Counter<'s> {
    scenario: &'s Scenario,
    uses: Uses,
}

impl Witness for Counter<'_> {
    fn decision(&mut self, _: f64, _: &Decision, _: &[f64]) {
        self.uses.decisions += 1;
    }

    fn act(&mut self, _: f64, act: &Act) {
        self.uses.acts += 1;
        self.uses.force += u64::from(self.scenario.model.force[act.rung]);
    }
}

/// Draws of 64 bits and exponentials of an average trial. A deliberation takes 8 draws, a fixed opening 2, an attack that
/// is let pass 2 and one that begins a crisis 4, and every third party that can move 1 and 1 more an attack; a decision
/// takes an exponential a rung, time that passes 3, a blow that is felt 1 and a use of force 1.
fn uses_per_trial(scenario: &Scenario) -> (f64, f64) {
    let mut simulator = Simulator::new(&scenario.model, 1);
    let mut counter = Counter { scenario, uses: Uses::default() };
    for trial in 0..TRIALS {
        let summary = simulator.run(trial, &mut counter);
        counter.uses.attacks_that_led_on += summary.later_crises;
    }
    let Uses { decisions, acts, force, attacks_that_led_on } = counter.uses;
    let answers = acts - TRIALS - attacks_that_led_on;
    let attacks = decisions - answers;
    let numbers = &scenario.model.numbers;
    let moving = numbers.mediators.iter().filter(|mediator| mediator.engages_per_day > 0.0).count()
        + numbers.fronts.iter().filter(|front| front.opens_per_day > 0.0).count()
        + numbers.spoilers.iter().filter(|spoiler| spoiler.attacks_per_day > 0.0).count();
    let draws = 8 * answers + 2 * TRIALS + 2 * attacks + 2 * attacks_that_led_on + moving as u64 * TRIALS + attacks;
    let exponentials = decisions * scenario.model.rungs() as u64 + 3 * decisions + answers + force;
    (draws as f64 / TRIALS as f64, exponentials as f64 / TRIALS as f64)
}

/// Nanoseconds a trial of a whole run, tally and all.
fn run(scenario: &Scenario, threads: Option<usize>) -> Result<f64, Error> {
    let plan = Plan { threads, ..Plan::new(1, TRIALS) };
    let begun = Instant::now();
    let watch = Watch { progress: &|_| (), stop: &AtomicBool::new(false) };
    black_box(ensemble::run(&scenario.model, None, &plan, &watch)?);
    Ok(begun.elapsed().as_secs_f64() * 1e9 / TRIALS as f64)
}

/// Nanoseconds for so many draws and so many exponentials, by themselves.
fn floor(draws: f64, exponentials: f64, exp: fn(f64) -> f64) -> f64 {
    let mut generator = ChaCha8Rng::from_seed(key(1, 0));
    let (many_draws, many_exponentials) = ((draws * TRIALS as f64) as u64, (exponentials * TRIALS as f64) as u64);
    let begun = Instant::now();
    let mut bits = 0;
    for _ in 0..many_draws {
        bits ^= generator.next_u64();
    }
    black_box(bits);
    let mut values = [0.0_f64; 12];
    for round in 0..many_exponentials / 12 {
        for (at, value) in values.iter_mut().enumerate() {
            *value += exp(-(at as f64) - round as f64 * 1e-9);
        }
    }
    black_box(values);
    begun.elapsed().as_secs_f64() * 1e9 / TRIALS as f64
}

fn main() -> Result<(), Error> {
    let baseline = Scenario::shipped("iran-pakistan-2024", &Settings::default())?;
    let reference = Scenario::shipped("reference-class", &Settings::default())?;
    let (draws, exponentials) = uses_per_trial(&baseline);
    let mut best = [f64::INFINITY; 5];
    for _ in 0..ROUNDS {
        let times = [
            run(&baseline, Some(1))?,
            run(&baseline, None)?,
            run(&reference, Some(1))?,
            floor(draws, exponentials, exp),
            floor(draws, exponentials, libm::exp),
        ];
        for (best, time) in best.iter_mut().zip(times) {
            *best = best.min(time);
        }
    }
    let [one, all, small, own, libm] = best;
    let row = |name: &str, time: f64| println!("{name:<44}{time:>8.0} ns a trial{:>12.0} a second", 1e9 / time);
    println!("Best of {ROUNDS} rounds of {TRIALS} trials each.");
    row("baseline, one thread", one);
    row("baseline, all threads", all);
    row("reference-class, one thread", small);
    println!("An average baseline trial uses {draws:.1} draws and {exponentials:.1} exponentials; these alone:");
    row("  floor, with offramp's exponential", own);
    row("  floor, with libm's exponential", libm);
    println!("all threads over one: {:.2}", one / all);
    println!("one thread over the floor: {:.2} (with libm's exponential {:.2})", one / own, one / libm);
    Ok(())
}
