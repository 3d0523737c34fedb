//! What is discovered.

use super::testing::{discovered, doubt};
use super::*;
use crate::stats::Sobol;
use crate::study::Study;
use crate::study::readings::{Doubt, factor};
use crate::study::shake::testing::Stages;

#[test]
fn the_baseline_has_a_condition_that_holds() {
    let study = discovered("iran-pakistan-2024", &[], doubt());
    let condition = study.found().unwrap();
    assert!(condition.limits.len() <= 3 && !condition.limits.is_empty());
    let first = &study.numbers[condition.limits[0].limit.number];
    assert_eq!(first.path, "actors.pakistan.response_ratio");
    assert!(condition.limits[0].limit.low.is_some());
    let shares = condition.held_out.shares;
    assert!(shares.density.share > 1.5 * shares.overall.share);
    assert!(shares.elsewhere.share < shares.overall.share);
    Study::Discover(study).check().unwrap();
}

/// What is reported is counted again from the readings alone.
#[test]
fn counts_are_those_of_the_readings() {
    let study = discovered("reference-class", &[], doubt());
    let condition = study.condition.as_ref().unwrap();
    let halves = crate::stats::prim::halves(study.readings.len(), study.seed);
    let sobol = Sobol::new(study.seed);
    let is_inside = |place: &usize| {
        condition.limits.iter().all(|it| {
            let number = &study.numbers[it.limit.number];
            let draw = sobol.coordinate(*place, it.limit.number);
            it.limit.holds(number.value * factor(study.by, draw))
        })
    };
    let inside: Vec<usize> = halves.held_out.into_iter().filter(is_inside).collect();
    let hits: u64 = inside.iter().map(|&at| u64::from(study.readings[at])).sum();
    let counted = condition.held_out.counted;
    assert_eq!(
        (counted.readings, counted.hits),
        (inside.len() as u64, hits)
    );
}

/// The parts of a number's range hold all readings of the held-out half, and all of their hits.
#[test]
fn slices_add_up_to_the_half() {
    for name in ["iran-pakistan-2024", "reference-class"] {
        let study = discovered(name, &[], doubt());
        let condition = study.condition.as_ref().unwrap();
        let counted = condition.held_out.counted;
        for limited in &condition.limits {
            let slices = study.slices(limited);
            assert_eq!(slices.len(), 10);
            let readings: u64 = slices.iter().map(|slice| slice.readings).sum();
            let hits: u64 = slices.iter().map(|slice| slice.hits).sum();
            assert_eq!(
                (readings, hits),
                (counted.of_readings, counted.of_hits),
                "{name}"
            );
        }
    }
}

/// A limit from below stands where it becomes more common: a wrong order of parts would show here.
#[test]
fn slices_rise_along_a_limit_from_below() {
    let study = discovered("iran-pakistan-2024", &[], doubt());
    let limited = &study.condition.as_ref().unwrap().limits[0];
    let slices = study.slices(limited);
    let share = |at: usize| slices[at].share(study.trials).unwrap();
    assert!(limited.limit.low.is_some());
    assert!(share(9) > 2.0 * share(0), "{slices:?}");
}

#[test]
fn threads_change_nothing() {
    let on = |threads| {
        let threads = Some(threads);
        discovered("reference-class", &[], Doubt { threads, ..doubt() })
    };
    assert_eq!(on(1), on(3));
}

/// Numbers to set lie within the limits, and reach the box.
#[test]
fn settings_lie_in_the_box() {
    let study = discovered("iran-pakistan-2024", &[], doubt());
    let condition = study.condition.unwrap();
    assert!(!condition.settings.is_empty());
    for it in &condition.limits {
        assert!(it.limit.holds(it.middle()));
        let number = &study.numbers[it.limit.number];
        let set = condition
            .settings
            .iter()
            .find(|set| set.path == number.path);
        if let Some(set) = set.filter(|_| number.argument.is_none() && it.effect.is_none()) {
            assert!(set.value > 0.0, "{set:?}");
        }
    }
}

/// With `by` 0 ranges alone are doubted.
#[test]
fn ranges_alone_are_doubted() {
    let quiet = Doubt { by: 0.0, ..doubt() };
    let study = discovered("iran-pakistan-2024-doubt", &[], quiet);
    for step in &study.way {
        for limit in &step.limits {
            assert!(study.drawn.iter().any(|drawn| drawn.number == limit.number));
        }
    }
}

/// What cannot occur, or always does, has no condition.
#[test]
fn what_never_occurs_has_no_condition() {
    let quantity = Quantity::NoForce;
    let study = discovered(
        "reference-class",
        &[],
        Doubt {
            quantity,
            ..doubt()
        },
    );
    assert!(study.excluded.is_some() && study.is_constant());
    assert!(study.condition.is_none() && study.way.is_empty());
    Study::Discover(study).check().unwrap();
}

#[test]
fn a_run_that_is_stopped_early_has_nothing() {
    let scenario = crate::scenario::testing::shipped("reference-class", &[]);
    let study = doubt().discover(&scenario, &mut Stages(0)).unwrap();
    assert!(study.is_none());
}
