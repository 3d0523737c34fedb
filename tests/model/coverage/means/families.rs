//! Families of quantities whose mean is known: rare, lopsided, bounded or alike.

use offramp::stats::normal_quantile;
use rand::Rng;
use rand::rngs::ChaCha8Rng;

pub type Luck = ChaCha8Rng;

fn uniform(luck: &mut Luck) -> f64 {
    (luck.next_u64() >> 11) as f64 / 9_007_199_254_740_992.0
}

fn happens(luck: &mut Luck, chance: f64) -> bool {
    uniform(luck) < chance
}

fn exponential(luck: &mut Luck) -> f64 {
    -(-uniform(luck)).ln_1p()
}

fn normal(luck: &mut Luck) -> f64 {
    normal_quantile(uniform(luck).max(1e-300))
}

fn poisson(luck: &mut Luck, mean: f64) -> f64 {
    let (mut events, mut time) = (0.0, exponential(luck));
    while time < mean {
        events += 1.0;
        time += exponential(luck);
    }
    events
}

fn geometric(luck: &mut Luck, mean: f64) -> f64 {
    (exponential(luck) / ((1.0 + mean) / mean).ln()).floor()
}

fn one(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}

/// One of several values, each with its chance; what is left of the chances is that of the first.
fn one_of(luck: &mut Luck, usual: f64, others: &[(f64, f64)]) -> f64 {
    let mut draw = uniform(luck);
    for &(value, chance) in others {
        if draw < chance {
            return value;
        }
        draw -= chance;
    }
    usual
}

/// A quantity of a trial, its mean, and the largest value it can have, or goes beyond as good as
/// never.
pub struct Family {
    pub name: &'static str,
    pub draw: fn(&mut Luck) -> f64,
    pub mean: f64,
    pub most: f64,
}

const fn family(name: &'static str, draw: fn(&mut Luck) -> f64, mean: f64, most: f64) -> Family {
    Family {
        name,
        draw,
        mean,
        most,
    }
}

const UNIT: f64 = 1.0;

/// Quantities that are never negative.
pub const FAMILIES: [Family; 27] = [
    family("always the same", |_| 0.25, 0.25, UNIT),
    family("uniform", uniform, 0.5, UNIT),
    family(
        "trust",
        |luck| (0.5 + 0.1 * normal(luck)).clamp(0.0, 1.0),
        0.5,
        UNIT,
    ),
    family("front", |luck| one(happens(luck, 0.5)), 0.5, UNIT),
    family("front, rare", |luck| one(happens(luck, 0.01)), 0.01, UNIT),
    family(
        "front, very rare",
        |luck| one(happens(luck, 0.001)),
        0.001,
        UNIT,
    ),
    family(
        "front, nearly certain",
        |luck| one(happens(luck, 0.99)),
        0.99,
        UNIT,
    ),
    family(
        "rare jump up",
        |luck| if happens(luck, 0.01) { 1.0 } else { 0.5 },
        0.505,
        UNIT,
    ),
    family(
        "rare jump down",
        |luck| if happens(luck, 0.01) { 0.0 } else { 0.5 },
        0.495,
        UNIT,
    ),
    family(
        "small jump",
        |luck| if happens(luck, 0.1) { 0.6 } else { 0.5 },
        0.51,
        UNIT,
    ),
    family(
        "mostly near zero",
        |luck| uniform(luck).powi(8),
        1.0 / 9.0,
        UNIT,
    ),
    family("exponential", |luck| exponential(luck).min(20.0), 1.0, 20.0),
    family(
        "lognormal",
        |luck| normal(luck).exp().min(30.0),
        1.640,
        30.0,
    ),
    family("Poisson, rare", |luck| poisson(luck, 0.01), 0.01, 6.0),
    family("Poisson", |luck| poisson(luck, 1.0), 1.0, 16.0),
    family("Poisson, five", |luck| poisson(luck, 5.0), 5.0, 28.0),
    family("geometric", |luck| geometric(luck, 1.0), 1.0, 34.0),
    family(
        "one, and more",
        |luck| 1.0 + geometric(luck, 4.0),
        5.0,
        105.0,
    ),
    family(
        "rare and clustered",
        |luck| one(happens(luck, 0.02)) * (1.0 + geometric(luck, 3.0)),
        0.08,
        80.0,
    ),
    family(
        "two acts, or hundreds",
        |luck| one_of(luck, 2.0, &[(600.0, 0.01), (800.0, 0.01)]),
        15.96,
        850.0,
    ),
    family(
        "hundreds, seldom",
        |luck| one_of(luck, 2.0, &[(300.0, 0.002), (800.0, 0.001)]),
        3.394,
        850.0,
    ),
    family("hours", |luck| 0.24 * uniform(luck), 0.12, 90.0),
    family(
        "hours, or a month",
        |luck| one_of(luck, 0.2, &[(0.1, 0.4), (30.0, 0.01)]),
        0.458,
        90.0,
    ),
    family("thousandths", |luck| 0.003 * uniform(luck), 0.0015, UNIT),
    family(
        "three sizes",
        |luck| one_of(luck, 1.0, &[(5.0, 0.08), (60.0, 0.02)]),
        2.5,
        60.0,
    ),
    family(
        "ever farther, ever rarer",
        |luck| one_of(luck, 1.0, &[(4.0, 0.1), (16.0, 0.03), (60.0, 0.006)]),
        2.104,
        60.0,
    ),
    family(
        "nearly all of them far",
        |luck| one_of(luck, 60.0, &[(1.0, 0.1)]),
        54.1,
        60.0,
    ),
];

/// What changes a quantity of a few histories, or of many.
pub const CHANGES: [Family; 18] = [
    family("nothing", |_| 0.0, 0.0, UNIT),
    family(
        "a front of one in a hundred",
        |luck| one(happens(luck, 0.01)),
        0.01,
        UNIT,
    ),
    family(
        "a front of one in a thousand",
        |luck| -one(happens(luck, 0.001)),
        -0.001,
        UNIT,
    ),
    family(
        "to and fro",
        |luck| one(happens(luck, 0.2)) - one(happens(luck, 0.1)),
        0.1,
        UNIT,
    ),
    family("all a little", |luck| 0.1 + 0.05 * normal(luck), 0.1, UNIT),
    family(
        "days of a few",
        |luck| -one(happens(luck, 0.02)) * 30.0 * uniform(luck),
        -0.3,
        90.0,
    ),
    family(
        "days of many",
        |luck| one(happens(luck, 0.5)) * 20.0 * (uniform(luck) - 0.4),
        1.0,
        90.0,
    ),
    family(
        "acts of a few",
        |luck| one(happens(luck, 0.02)) * (1.0 + geometric(luck, 2.0)),
        0.06,
        55.0,
    ),
    family(
        "acts of many",
        |luck| geometric(luck, 2.0) - geometric(luck, 1.5),
        0.5,
        60.0,
    ),
    family(
        "force of a few",
        |luck| -one(happens(luck, 0.01)) * (1.0 + one(happens(luck, 0.3))),
        -0.013,
        2.0,
    ),
    family(
        "all up or down",
        |luck| one_of(luck, 1.0, &[(-1.0, 0.12)]),
        0.76,
        UNIT,
    ),
    family(
        "nearly all up",
        |luck| one_of(luck, 1.0, &[(-1.0, 0.07)]),
        0.86,
        UNIT,
    ),
    family(
        "up, down, or hardly ever alike",
        |luck| one_of(luck, 1.0, &[(-1.0, 0.1), (0.0, 0.02)]),
        0.78,
        UNIT,
    ),
    family(
        "hours to and fro",
        |luck| 0.2 * uniform(luck) - 0.05,
        0.05,
        90.0,
    ),
    family(
        "thousandths of all",
        |luck| 0.003 * uniform(luck),
        0.0015,
        UNIT,
    ),
    family("all alike", |_| 0.16, 0.16, UNIT),
    family(
        "a few by hundreds",
        |luck| one_of(luck, 0.0, &[(600.0, 0.01), (-300.0, 0.01)]),
        3.0,
        850.0,
    ),
    family(
        "all by days, a few back",
        |luck| one_of(luck, 10.0, &[(-80.0, 0.05)]),
        5.5,
        90.0,
    ),
];
