//! Indices from plain draws against exact ones.

use super::*;
use crate::stats::Sobol;

fn column(at: usize, points: usize) -> Vec<f64> {
    (0..points)
        .map(|point| Sobol::new(2).coordinate(point, at))
        .collect()
}

#[test]
fn first_order_parts_are_those_of_ishigamis_function() {
    let points = 8192;
    let columns: Vec<Vec<f64>> = (0..3).map(|at| column(at, points)).collect();
    let results: Vec<f64> = (0..points)
        .map(|point| {
            let x = |at: usize| std::f64::consts::PI * (2.0 * columns[at][point] - 1.0);
            x(0).sin() + 7.0 * x(1).sin().powi(2) + 0.1 * x(2).powi(4) * x(0).sin()
        })
        .collect();
    let all = variance(results.iter().copied());
    let draws = Draws::new(results.clone(), all, 4).unwrap();
    let exact = [0.313_905_191_147_811, 0.442_411_144_790_041, 0.0];
    for (values, exact) in columns.iter().zip(exact) {
        let part = draws.first(values).part;
        assert!((part - exact).abs() < 0.03, "{part} {exact}");
    }
    // A planted fault: values of another draw explain nothing.
    assert!(draws.first(&column(40, points)).part < 0.05);
}

/// What explains nothing comes to zero on average: chance adds nothing.
#[test]
fn chance_adds_nothing() {
    let points = 512;
    let results = column(0, points);
    let all = variance(results.iter().copied());
    let draws = Draws::new(results, all, 1).unwrap();
    let mut sum = 0.0;
    let rounds = 200;
    for round in 0..rounds {
        let mut indices = Indices::new(round);
        let values: Vec<f64> = (0..points).map(|_| indices.below(1 << 30) as f64).collect();
        sum += draws.first(&values).part;
    }
    let mean = sum / rounds as f64;
    assert!(mean.abs() < 0.004, "{mean}");
}

#[test]
fn the_outer_fifths_of_a_line_are_its_ends() {
    let values = column(0, 1000);
    let results: Vec<f64> = values.iter().map(|value| 2.0 * value).collect();
    let [low, high] = outer_fifths(&values, &results).unwrap();
    assert!((low.0 - 0.2).abs() < 0.01 && (high.0 - 1.8).abs() < 0.01);
    assert!(
        low.1
            .ends()
            .is_some_and(|(from, to)| from < 0.2 && 0.2 < to)
    );
    assert_eq!(outer_fifths(&values[..9], &results[..9]), None);
}

#[test]
fn too_few_draws_have_no_parts() {
    assert!(Draws::new(vec![1.0; 10], 1.0, 1).is_none());
    assert!(Draws::new(vec![1.0; 100], 0.0, 1).is_none());
}
