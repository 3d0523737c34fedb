//! Functions whose indices are known, and faults that are found.

use super::*;
use crate::stats::Sobol;

/// Evaluates a function of so many inputs at `rows` points of both sets and of the mixed rows.
fn design(rows: usize, inputs: usize, f: &dyn Fn(&[f64]) -> f64) -> Design {
    let sobol = Sobol::new(11);
    let point = |row, from: usize| -> Vec<f64> {
        (0..inputs)
            .map(|at| sobol.coordinate(row, from + at))
            .collect()
    };
    let mut design = Design {
        mixed: vec![Vec::new(); inputs],
        ..Design::default()
    };
    for row in 0..rows {
        let [one, other] = [point(row, 0), point(row, inputs)];
        for at in 0..inputs {
            let mut mixed = one.clone();
            mixed[at] = other[at];
            design.mixed[at].push(vec![f(&mixed)]);
        }
        design.first.push(vec![f(&one)]);
        design.second.push(vec![f(&other)]);
    }
    design
}

fn ishigami(u: &[f64]) -> f64 {
    let x: Vec<f64> = u
        .iter()
        .map(|u| std::f64::consts::PI * (2.0 * u - 1.0))
        .collect();
    x[0].sin() + 7.0 * x[1].sin().powi(2) + 0.1 * x[2].powi(4) * x[0].sin()
}

fn g_function(u: &[f64]) -> f64 {
    let a = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];
    u.iter()
        .zip(a)
        .map(|(u, a)| ((4.0 * u - 2.0).abs() + a) / (1.0 + a))
        .product()
}

/// X1 + 2 X2 + 0 X3 + sqrt(1/2) e, with luck as the fourth input.
fn noisy(u: &[f64]) -> f64 {
    let luck = crate::stats::normal_quantile(u[3].clamp(1e-9, 1.0 - 1e-9));
    u[0] + 2.0 * u[1] + 0.5_f64.sqrt() * luck
}

const ISHIGAMI: ([f64; 3], [f64; 3]) = (
    [0.313_905_191_147_811, 0.442_411_144_790_041, 0.0],
    [
        0.557_588_855_209_959,
        0.442_411_144_790_041,
        0.243_683_664_062_148,
    ],
);

/// How far the indices of a design are from exact ones, at most.
fn farthest(design: &Design, first: &[f64], total: &[f64]) -> f64 {
    let indices = design.indices(5).unwrap();
    let each = indices.iter().zip(first.iter().zip(total));
    each.map(|(found, (first, total))| {
        (found.first.part - first)
            .abs()
            .max((found.total.part - total).abs())
    })
    .fold(0.0, f64::max)
}

#[test]
fn ishigamis_function_has_its_indices() {
    let design = design(4096, 3, &ishigami);
    let far = farthest(&design, &ISHIGAMI.0, &ISHIGAMI.1);
    assert!(far < 0.02, "{far}");
}

#[test]
fn the_g_function_has_its_indices() {
    let first = [
        0.716_192_168_879,
        0.179_048_042_220,
        0.023_675_774_177_8,
        0.007_161_921_688_79,
        7.161_921_688_79e-5,
        7.161_921_688_79e-5,
        7.161_921_688_79e-5,
        7.161_921_688_79e-5,
    ];
    let total = [
        0.787_144_126_659,
        0.242_198_192_818,
        0.034_316_910_154_1,
        0.010_460_387_065_2,
        1.049_490_519_2e-4,
        1.049_490_519_2e-4,
        1.049_490_519_2e-4,
        1.049_490_519_2e-4,
    ];
    let far = farthest(&design(4096, 8, &g_function), &first, &total);
    assert!(far < 0.03, "{far}");
}

/// Luck is one more input: what does nothing scores nothing.
#[test]
fn luck_is_one_more_input() {
    let first = [1.0 / 11.0, 4.0 / 11.0, 0.0, 6.0 / 11.0];
    let design = design(4096, 4, &noisy);
    let far = farthest(&design, &first, &first);
    assert!(far < 0.03, "{far}");
    assert_eq!(design.indices(5).unwrap()[2].total.part, 0.0);
}

/// Exact indices lie in their intervals about as often as they should, with few rows as well.
#[test]
fn intervals_hold_what_they_should() {
    let mut held = 0;
    for round in 0..60_usize {
        let sobol = Sobol::new(100 + round as u64);
        let f = |u: &[f64]| u[0] + 2.0 * u[1];
        let mut design = Design {
            mixed: vec![Vec::new(); 2],
            ..Design::default()
        };
        for row in 0..128 {
            let u: Vec<f64> = (0..4).map(|at| sobol.coordinate(row, at)).collect();
            design.first.push(vec![f(&u[..2])]);
            design.second.push(vec![f(&u[2..])]);
            design.mixed[0].push(vec![f(&[u[2], u[1]])]);
            design.mixed[1].push(vec![f(&[u[0], u[3]])]);
        }
        let total = design.indices(7).unwrap()[0].total;
        let (low, high) = total.interval.ends().unwrap();
        held += usize::from((low..=high).contains(&0.2));
    }
    assert!(held >= 54, "{held} of 60");
}

/// Fresh luck in every row makes an input that does nothing look important.
#[test]
fn a_planted_fault_is_found_fresh_luck() {
    let draws = std::cell::RefCell::new(Indices::new(6));
    let fresh = |u: &[f64]| {
        let luck = draws.borrow_mut().below(1 << 30) as f64 / f64::from(1 << 30);
        noisy(&[u[0], u[1], u[2], luck])
    };
    let dead = design(4096, 3, &fresh).indices(5).unwrap()[2].total.part;
    assert!((dead - 6.0 / 11.0).abs() < 0.05, "{dead}");
}

/// Two sets that changed their places are found.
#[test]
fn a_planted_fault_is_found_sets_exchanged() {
    let mut design = design(4096, 3, &ishigami);
    std::mem::swap(&mut design.first, &mut design.second);
    assert!(farthest(&design, &ISHIGAMI.0, &ISHIGAMI.1) > 0.05);
}

/// With means of noise, the indices are those without it; one square of their mean is not.
#[test]
fn noise_is_taken_out() {
    let sobol = Sobol::new(3);
    // The noise of a part depends on the inputs: the same in all rows with the same inputs.
    let with_noise = |u: &[f64]| -> Result {
        let value = u[0] + 2.0 * u[1];
        (0..8)
            .map(|part| {
                let place = u.iter().map(|u| u.to_bits()).fold(part, |place, bits| {
                    (place ^ bits).wrapping_mul(0x9e37_79b9_7f4a_7c15)
                });
                value + 4.0 * (Indices::new(place).below(1 << 20) as f64 / f64::from(1 << 20) - 0.5)
            })
            .collect()
    };
    let mut noisy = Design {
        mixed: vec![Vec::new(); 3],
        ..Design::default()
    };
    for row in 0..4096 {
        let u: Vec<f64> = (0..6).map(|at| sobol.coordinate(row, at)).collect();
        noisy.first.push(with_noise(&u[..3]));
        noisy.second.push(with_noise(&u[3..]));
        noisy.mixed[0].push(with_noise(&[u[3], u[1], u[2]]));
        noisy.mixed[1].push(with_noise(&[u[0], u[4], u[2]]));
        noisy.mixed[2].push(with_noise(&[u[0], u[1], u[5]]));
    }
    let exact = [0.2, 0.8, 0.0];
    assert!(farthest(&noisy, &exact, &exact) < 0.05);
    let mean = |results: &[Result]| -> Vec<Result> {
        results
            .iter()
            .map(|parts| vec![parts.iter().sum::<f64>() / 8.0])
            .collect()
    };
    let planted = Design {
        first: mean(&noisy.first),
        second: mean(&noisy.second),
        mixed: noisy.mixed.iter().map(|rows| mean(rows)).collect(),
    };
    assert!(farthest(&planted, &exact, &exact) > 0.1);
}

#[test]
fn where_nothing_varies_there_are_no_indices() {
    assert_eq!(design(64, 3, &|_| 1.0).indices(1), None);
}
