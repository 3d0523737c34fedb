//! How results change along a number, or along two.

use super::*;
use crate::quantities::Quantity;

/// A sweep of a shipped scenario.
fn swept(name: &str, axes: &[Axis], quantity: Quantity, trials: u64) -> Sweep {
    let at = |place: usize| {
        let values = combination(axes, place);
        let written: Vec<String> = values.iter().map(|value| format!("{value:?}")).collect();
        let set: Vec<(&str, &str)> = axes
            .iter()
            .map(Axis::path)
            .zip(written.iter().map(String::as_str))
            .collect();
        (values, shipped(name, &set))
    };
    let all: Vec<(Vec<f64>, Scenario)> = (0..how_many(axes)).map(at).collect();
    let point = |(values, scenario): &(Vec<f64>, Scenario)| {
        Point::new(
            values.clone(),
            quantity,
            &scenario.model,
            &run(scenario, trials),
        )
    };
    let points = all.iter().map(point).collect();
    let base = axes
        .iter()
        .map(|axis| Standing::new(&shipped(name, &[]), axis.path()))
        .collect();
    let mut sweep = Sweep {
        axes: axes.to_vec(),
        base,
        points,
        compared: Vec::new(),
        own: None,
    };
    let compared = sweep.compared().into_iter().filter_map(|picked| {
        let models = [picked.from, picked.to].map(|at| &all[at].1.model);
        let paired = run_paired(&models, trials);
        ComparedPoints::new(picked, models, &paired, quantity)
    });
    sweep.compared = compared.collect();
    sweep
}

fn come_back(scenario: &Scenario, sweep: Sweep, quantity: Quantity, trials: u64) {
    let asked = how_many(&sweep.axes) + 1;
    let subject = scenario.into();
    comes_back(&Study::Sweep(SweepStudy {
        subject,
        seed: u64::MAX,
        trials,
        quantity,
        asked,
        stopped: true,
        sweep,
    }));
}

fn spread(path: &str, from: f64, to: f64, points: usize) -> Axis {
    Axis::spread(path, from, to, points, false).unwrap()
}

#[test]
fn sweeps_come_back() {
    let fronts = Axis::list("fronts.*.opens_per_day", vec![0.0, 0.01, 0.3]).unwrap();
    let days = Axis::spread("horizon_days", 1.0, 40.0, 3, true).unwrap();
    for trials in [1, 30, 200] {
        for (name, axis, quantity) in [
            (
                "iran-pakistan-2024",
                spread("relations.crisis_communication", 0.0, 1.0, 4),
                Quantity::Wars,
            ),
            ("iran-pakistan-2024", fronts.clone(), Quantity::FrontsOpened),
            ("iran-pakistan-2024", days.clone(), Quantity::EndDay),
            (
                "no-mediation",
                spread("relations.trust", 0.1, 0.2, 3),
                Quantity::EndedWithMediator,
            ),
            (
                "would-iran-strike",
                spread("actors.*.fear_of_escalation", 3.0, 0.0, 3),
                Quantity::Opening,
            ),
        ] {
            come_back(
                &shipped(name, &[]),
                swept(name, &[axis], quantity, trials),
                quantity,
                trials,
            );
        }
    }
}

#[test]
fn maps_come_back() {
    let axes = [
        spread("relations.crisis_communication", 0.0, 1.0, 3),
        spread("rungs.*.war_risk", 0.0, 1.0, 2),
    ];
    let sweep = swept("brinkmanship", &axes, Quantity::War, 60);
    assert!(!sweep.compared.is_empty());
    come_back(&shipped("brinkmanship", &[]), sweep, Quantity::War, 60);
}

/// A part of an axis is no spread of its own, and has as many digits as the whole.
#[test]
fn a_sweep_that_was_stopped_comes_back_as_far_as_it_came() {
    let axes = [
        spread("relations.crisis_communication", 0.1, 0.7, 7),
        Axis::list("relations.trust", vec![0.5, 0.1]).unwrap(),
    ];
    let mut sweep = swept("iran-pakistan-2024", &axes, Quantity::War, 20);
    sweep.points.truncate(7);
    let sweep = sweep.as_far_as_it_came().unwrap();
    assert_eq!(sweep.axes[0].values(), [0.1, 0.2, 0.3]);
    come_back(
        &shipped("iran-pakistan-2024", &[]),
        sweep,
        Quantity::War,
        20,
    );
    let close = spread(
        "relations.crisis_communication",
        0.123_456_789,
        0.123_456_799,
        4,
    )
    .beginning(2)
    .unwrap();
    comes_back(&close);
}
