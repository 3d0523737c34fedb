//! How a run is cut up changes no trial and no bit of a tally.

use crate::common::{conformance, histories, history, run};
use offramp::ensemble::Plan;
use offramp::scenario::Settings;
use offramp::sim::Simulator;

use super::SEED;

const ODD_TRIALS: u64 = 12_345;

#[test]
fn threads_and_chunks_change_no_bit_of_a_tally() {
    for file in ["d-armed-groups.toml", "g-doubt.toml"] {
        let model = conformance(file, &Settings::default()).model;
        let plain = run(&model, &Plan::new(SEED, ODD_TRIALS));
        for threads in [1, 2, 3] {
            for chunk in [1, 7, 1000, 1024, 5000] {
                let plan = Plan {
                    threads: Some(threads),
                    chunk,
                    ..Plan::new(SEED, ODD_TRIALS)
                };
                assert!(
                    run(&model, &plan) == plain,
                    "{file}: {threads} threads, chunks of {chunk}"
                );
            }
        }
        assert!(
            run(&model, &Plan::new(SEED + 1, ODD_TRIALS)) != plain,
            "another seed gives another tally"
        );
    }
}

#[test]
fn a_run_split_into_ranges_and_merged_is_the_run() {
    let model = conformance("d-armed-groups.toml", &Settings::default()).model;
    let whole = run(&model, &Plan::new(SEED, ODD_TRIALS));
    let part = |trials| {
        run(
            &model,
            &Plan {
                trials,
                ..Plan::new(SEED, 0)
            },
        )
    };
    let mut merged = part(9_000..ODD_TRIALS);
    for range in [0..1, 1..777, 777..9_000] {
        merged.merge(&part(range));
    }
    assert!(merged == whole);
    // The twin: one trial left out is noticed.
    let mut short = part(1..9_000);
    short.merge(&part(9_000..ODD_TRIALS));
    assert!(short != whole);
}

#[test]
fn a_trial_run_alone_is_the_trial_run_in_sequence() {
    for file in crate::common::CONFORMANCE {
        let model = conformance(file, &Settings::default()).model;
        let in_sequence = histories(&model, SEED, 3_000);
        let mut simulator = Simulator::new(&model, SEED);
        for trial in (0..3_000).rev().step_by(97) {
            let expected = &in_sequence[trial as usize];
            assert_eq!(
                &history(&mut simulator, trial),
                expected,
                "{file}: trial {trial} in reverse"
            );
            assert_eq!(
                &history(&mut Simulator::new(&model, SEED), trial),
                expected,
                "{file}: trial {trial} alone"
            );
        }
    }
}
