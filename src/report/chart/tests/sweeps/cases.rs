//! Sweeps that are hard to draw.

use super::Case;
use crate::quantities::Quantity;
use crate::report::chart::tests::studies::{TRIALS, swept};
use crate::study::Axis;

const WAR: Quantity = Quantity::War;
pub const CHANNEL: &str = "relations.crisis_communication";
const FOG: &str = "actors.*.misperception";

/// Sweeps along a number.
pub fn curves() -> Vec<Case> {
    let restraint = |points| spread("actors.*.restraint", (0.0, 1.0), points);
    let channel = |points| spread(CHANNEL, (0.0, 1.0), points);
    let rate = Axis::spread("actors.*.response_days", 0.1, 30.0, 13, true).unwrap();
    let list = Axis::list(FOG, vec![1.5, 0.0, 0.3]).unwrap();
    let ratios = Axis::list("horizon_days", vec![1.0, 10.0, 100.0, 1000.0]).unwrap();
    let weight = spread("arguments.china-counsels", (0.0, 1.0), 5);
    let choosing = ("opening.rung", "choose");
    let war = ("opening.rung", "war");
    let more = Quantity::SeveralRounds;
    vec![
        case("restraint", &[], &[restraint(21)], more, TRIALS),
        case("wars", &[], &[channel(11)], Quantity::Wars, TRIALS),
        case("two-points", &[], &[restraint(2)], Quantity::Acts, TRIALS),
        case("three-hundred-points", &[], &[restraint(300)], WAR, 100),
        case("log", &[], &[rate], Quantity::EndDay, TRIALS),
        case("list", &[], &[list], Quantity::Wars, TRIALS),
        case("ratios", &[], &[ratios], Quantity::Wars, TRIALS),
        case("few", &[], &[channel(3)], WAR, 10),
        case("one-trial", &[], &[channel(3)], Quantity::OneRound, 1),
        case("one-trial-mean", &[], &[channel(3)], Quantity::Acts, 1),
        case(
            "trust",
            &[],
            &[spread("relations.trust", (0.0, 1.0), 5)],
            Quantity::Wars,
            TRIALS,
        ),
        case("weight", &[], &[weight], Quantity::Wars, TRIALS),
        case(
            "choosing",
            &[choosing],
            &[spread(FOG, (0.0, 2.0), 9)],
            more,
            TRIALS,
        ),
        case("all-war", &[war], &[restraint(5)], WAR, 100),
        case("none", &[], &[channel(2)], Quantity::NoForce, 100),
        case(
            "beyond",
            &[],
            &[spread(CHANNEL, (0.6, 0.9), 3)],
            Quantity::Wars,
            200,
        ),
    ]
}

/// Sweeps along two.
pub fn grids() -> Vec<Case> {
    let channel = |points| spread(CHANNEL, (0.0, 1.0), points);
    let fog = |points| spread(FOG, (0.0, 2.0), points);
    let trust = |points| spread("relations.trust", (0.0, 1.0), points);
    let war = ("opening.rung", "war");
    let weights = ["arguments.china-counsels", "arguments.army-as-guardian"]
        .map(|path| spread(path, (0.0, 1.0), 3));
    let more = Quantity::SeveralRounds;
    vec![
        case("grid", &[], &[channel(6), fog(4)], Quantity::Wars, TRIALS),
        case("grid-two", &[], &[channel(2), fog(2)], WAR, TRIALS),
        case(
            "grid-fine",
            &[],
            &[channel(21), fog(13)],
            Quantity::Wars,
            300,
        ),
        case(
            "grid-long",
            &[],
            &[channel(41), fog(2)],
            Quantity::Acts,
            100,
        ),
        case(
            "grid-high",
            &[],
            &[trust(2), channel(20)],
            Quantity::EndDay,
            100,
        ),
        case("grid-all-war", &[war], &[channel(3), fog(3)], WAR, 100),
        case("grid-none", &[war], &[channel(3), fog(3)], more, 100),
        case(
            "grid-parties",
            &[],
            &[spread("actors.*.restraint", (0.0, 1.0), 5), channel(4)],
            more,
            TRIALS,
        ),
        case(
            "grid-parties-up",
            &[],
            &[channel(9), spread("actors.*.restraint", (0.0, 1.0), 9)],
            more,
            300,
        ),
        case("grid-one-trial", &[], &[channel(3), fog(3)], WAR, 1),
        case("grid-weights", &[], &weights, Quantity::Wars, TRIALS),
        case(
            "grid-trust",
            &[],
            &[trust(5), channel(5)],
            Quantity::Wars,
            TRIALS,
        ),
    ]
}

/// An axis of evenly spaced values.
pub fn spread(path: &str, (from, to): (f64, f64), points: usize) -> Axis {
    Axis::spread(path, from, to, points, false).unwrap()
}

fn case(
    name: &'static str,
    base: &[(&str, &str)],
    axes: &[Axis],
    quantity: Quantity,
    trials: u64,
) -> Case {
    (name, swept(base, axes, quantity, trials))
}
