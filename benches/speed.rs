//! Speed, as ratios within one run: trials per second, and beside them the floor, the time that the
//! draws and the exponentials of an average trial take by themselves. `cargo bench`.
//!
//! Each measure is the best of several rounds, taken in turn, so that a busy machine slows all of
//! them alike.

#![allow(missing_docs, clippy::print_stdout)]

use std::hint::black_box;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use offramp::ensemble::{self, Plan, Watch};
use offramp::error::Error;
use offramp::scenario::{Scenario, Settings};
use offramp::sim::{Act, Decision, Moment, Observer, Simulator, key};
use offramp::stats::{exp2_below, with_simd};
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
    peaceful_ends: u64,
    attacks_that_led_on: u64,
}

struct Counter<'s> {
    scenario: &'s Scenario,
    uses: Uses,
}

impl Observer for Counter<'_> {
    fn decision(&mut self, _: f64, _: &Decision, _: &[f64], _: &Moment<'_>) {
        self.uses.decisions += 1;
    }

    fn act(&mut self, _: f64, act: &Act, _: &Moment<'_>) {
        let model = &self.scenario.model;
        self.uses.acts += 1;
        self.uses.force += u64::from(model.force[act.rung]);
        self.uses.peaceful_ends += u64::from(act.rung <= model.off_ramp && !model.force[act.rung]);
    }
}

/// Draws of 64 bits and exponentials of an average trial whose opening is a fixed use of force.
///
/// A deliberation takes 6 draws: wait, fog, choice, luck in deaths, and 2 for its four chances; one
/// less where it ends the crisis in peace, as nobody feels that luck. The opening takes 2 (luck in
/// deaths, two chances), an attack that is let pass 2 (choice, the override) and one that begins a
/// crisis 4. Every third party that can move takes 1, and 1 more for each attack in quiet; the few
/// in a crisis are left out, and so is what the generator makes beyond that, 32 at a time.
///
/// An exponential is a power of e or of two that the model needs, however many are worked out side
/// by side: one for each rung of the ladder in a decision, 3 for time that passes (what it leaves
/// of pressure, of damage to trust, of spent stocks), 1 for a blow that is felt and 1 for the
/// deaths of a use of force. Waits and normal draws come from tables and take none; the logarithms
/// of the few clocks that come near their threshold do not count.
fn uses_per_trial(scenario: &Scenario) -> (f64, f64) {
    let mut simulator = Simulator::new(&scenario.model, 1);
    let mut counter = Counter {
        scenario,
        uses: Uses::default(),
    };
    for trial in 0..TRIALS {
        let summary = simulator.run(trial, &mut counter);
        counter.uses.attacks_that_led_on += summary.later_crises;
    }
    let Uses {
        decisions,
        acts,
        force,
        peaceful_ends,
        attacks_that_led_on,
    } = counter.uses;
    let answers = acts - TRIALS - attacks_that_led_on;
    let attacks = decisions - answers;
    let numbers = &scenario.model.numbers;
    let moving = numbers
        .mediators
        .iter()
        .filter(|mediator| mediator.engages_per_day > 0.0)
        .count()
        + numbers
            .fronts
            .iter()
            .filter(|front| front.opens_per_day > 0.0)
            .count()
        + numbers
            .armed_groups
            .iter()
            .filter(|armed_group| armed_group.attacks_per_day > 0.0)
            .count();
    let third_parties = moving as u64 * TRIALS + attacks;
    let draws = 6 * answers - peaceful_ends
        + 2 * TRIALS
        + 2 * attacks
        + 2 * attacks_that_led_on
        + third_parties;
    let exponentials = decisions * scenario.model.rungs() as u64 + 3 * decisions + answers + force;
    (
        draws as f64 / TRIALS as f64,
        exponentials as f64 / TRIALS as f64,
    )
}

/// Nanoseconds a trial of a whole run, tally and all.
fn run(scenario: &Scenario, threads: Option<usize>) -> Result<f64, Error> {
    let plan = Plan {
        threads,
        ..Plan::new(1, TRIALS)
    };
    let begun = Instant::now();
    let watch = Watch {
        progress: &|_| (),
        stop: &AtomicBool::new(false),
    };
    black_box(ensemble::run(&scenario.model, None, &plan, &watch)?);
    Ok(begun.elapsed().as_secs_f64() * 1e9 / TRIALS as f64)
}

/// So many exponentials side by side: enough for none to wait for another.
const SIDE_BY_SIDE: usize = 12;

/// Nanoseconds for so many draws and so many exponentials, by themselves; in wide registers where
/// there are any, if the exponential can be worked out in them.
fn floor(draws: f64, exponentials: f64, exp: impl Fn(f64) -> f64) -> f64 {
    let mut generator = ChaCha8Rng::from_seed(key(1, 0));
    let (many_draws, many_exponentials) = (
        (draws * TRIALS as f64) as u64,
        (exponentials * TRIALS as f64) as u64,
    );
    let begun = Instant::now();
    let mut bits = 0;
    for _ in 0..many_draws {
        bits ^= generator.next_u64();
    }
    black_box(bits);
    let sums = with_simd(
        #[inline(always)]
        || {
            let mut sums = [0.0; SIDE_BY_SIDE];
            for round in 0..many_exponentials / SIDE_BY_SIDE as u64 {
                for (at, sum) in sums.iter_mut().enumerate() {
                    *sum += exp(-(at as f64) - round as f64 * 1e-9);
                }
            }
            sums
        },
    );
    black_box(sums);
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
            floor(draws, exponentials, exp2_below),
            floor(draws, exponentials, libm::exp),
        ];
        for (best, time) in best.iter_mut().zip(times) {
            *best = best.min(time);
        }
    }
    let [one, all, small, own, libm] = best;
    let row = |name: &str, time: f64| {
        println!(
            "{name:<44}{time:>8.0} ns a trial{:>12.0} a second",
            1e9 / time
        );
    };
    println!("Best of {ROUNDS} rounds of {TRIALS} trials each.");
    row("baseline, one thread", one);
    row("baseline, all threads", all);
    row("reference-class, one thread", small);
    println!(
        "An average baseline trial uses {draws:.1} draws and {exponentials:.1} exponentials; these alone:"
    );
    row("  floor, with libm's exponential", libm);
    row("  floor, with offramp's, several at a time", own);
    println!("all threads over one: {:.2}", one / all);
    println!(
        "one thread over the floor: {:.2} (over that with offramp's exponential {:.2})",
        one / libm,
        one / own
    );
    Ok(())
}
