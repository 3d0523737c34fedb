//! Results along a number, and along two.

use std::sync::LazyLock;

use super::studies::{CAPTION, TRIALS, swept};
use crate::quantities::Quantity;
use crate::report::chart::sweep;
use crate::study::{Axis, Sweep};

type Case = (&'static str, Sweep, Quantity);

const WAR: Quantity = Quantity::War;

/// Sweeps that are hard to draw.
pub static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let restraint = |points| spread("actors.*.restraint", (0.0, 1.0), points);
    let channel = |points| spread("relations.crisis_communication", (0.0, 1.0), points);
    let misperception = |points| spread("actors.*.misperception", (0.0, 2.0), points);
    let rate = Axis::spread("actors.*.response_days", 0.1, 30.0, 13, true).unwrap();
    let list = Axis::list("actors.*.misperception", vec![1.5, 0.0, 0.3]).unwrap();
    let more = Quantity::SeveralRounds;
    let choosing = ("opening.rung", "choose");
    let war = ("opening.rung", "war");
    vec![
        case("restraint", &[], &[restraint(21)], more, TRIALS),
        case("restraint-many", &[], &[restraint(11)], more, 20_000),
        case("two-points", &[], &[restraint(2)], Quantity::Acts, TRIALS),
        case("forty-one-points", &[], &[restraint(41)], WAR, 500),
        case("log", &[], &[rate], Quantity::EndDay, TRIALS),
        case("list", &[], &[list], Quantity::Wars, TRIALS),
        case(
            "ratios",
            &[],
            &[Axis::list("horizon_days", vec![1.0, 10.0, 100.0, 1000.0]).unwrap()],
            Quantity::Wars,
            TRIALS,
        ),
        case("few", &[], &[channel(3)], WAR, 10),
        case("choosing", &[choosing], &[misperception(9)], more, TRIALS),
        case("all-war", &[war], &[restraint(5)], WAR, 100),
        case("grid", &[], &[channel(6), misperception(6)], more, TRIALS),
        case(
            "grid-two",
            &[],
            &[channel(2), misperception(2)],
            WAR,
            TRIALS,
        ),
        case(
            "grid-twenty",
            &[],
            &[channel(20), misperception(20)],
            Quantity::EndDay,
            100,
        ),
        case(
            "grid-long",
            &[],
            &[channel(41), misperception(2)],
            Quantity::Acts,
            100,
        ),
        case(
            "grid-fine",
            &[],
            &[channel(41), misperception(31)],
            Quantity::Wars,
            300,
        ),
        case(
            "grid-all-war",
            &[war],
            &[channel(3), misperception(3)],
            WAR,
            100,
        ),
        case(
            "grid-none",
            &[war],
            &[channel(3), misperception(3)],
            more,
            100,
        ),
        case(
            "grid-wide",
            &[],
            &[misperception(11), channel(11)],
            Quantity::OneRound,
            10_000,
        ),
    ]
});

fn spread(path: &str, (from, to): (f64, f64), points: usize) -> Axis {
    Axis::spread(path, from, to, points, false).unwrap()
}

fn case(
    name: &'static str,
    base: &[(&str, &str)],
    axes: &[Axis],
    quantity: Quantity,
    trials: u64,
) -> Case {
    (name, swept(base, axes, quantity, trials), quantity)
}

fn study(name: &str) -> &'static Sweep {
    CASES
        .iter()
        .find_map(|(known, sweep, _)| (*known == name).then_some(sweep))
        .unwrap()
}

fn drawn(study: &Sweep, quantity: Quantity) -> String {
    sweep(study, quantity, &CAPTION).unwrap().svg().unwrap()
}

#[test]
fn the_title_is_the_finding() {
    let curves = drawn(study("restraint"), Quantity::SeveralRounds);
    assert!(curves.contains("<title>“Several rounds” ") && curves.contains("actors.*.restraint"));
    let map = drawn(study("grid"), Quantity::SeveralRounds);
    // Where several points share a place in the title, it says how many.
    for words in [
        "<title>“Several rounds” is lowest, ",
        " %, at ",
        ", and highest, around ",
    ] {
        assert!(map.contains(words), "{words}");
    }
    let flat = drawn(study("grid-all-war"), WAR);
    assert!(
        flat.contains("<title>“Full-scale war” is 100 % at every point: the inputs fix it</title>")
    );
}

#[test]
fn what_the_title_tells_is_drawn() {
    let svg = drawn(study("list"), Quantity::Wars);
    assert!(
        svg.contains("<title>“Limited or full-scale war” goes from ")
            && svg.contains(">Limited or full-scale war</text>")
    );
    assert!(!drawn(study("restraint"), WAR).contains(">Limited or full-scale war</text>"));
}

#[test]
fn values_that_were_named_have_their_figures() {
    let svg = drawn(study("ratios"), Quantity::Wars);
    for figure in ["1", "10", "100", "1000"] {
        assert!(svg.contains(&format!(">{figure}</text>")), "{figure}");
    }
    assert!(svg.contains("(equal steps are equal ratios)"));
}

#[test]
fn none_of_a_few_has_its_bound() {
    let svg = drawn(study("few"), WAR);
    let title = "“Full-scale war”: no change that 10 trials can show as relations.crisis_communication goes from 0 to 1: 0 of 10 (below \
                 30.9 %) at both ends";
    assert!(
        svg.contains(&format!("<title>{title}</title>")),
        "{}",
        &svg[..300]
    );
    assert!(
        svg.contains(">10 trials at each point, ")
            || svg.contains(" trials at each point, seed 1, ")
    );
}

#[test]
fn what_cannot_occur_has_no_level() {
    let none = Quantity::NoForce;
    let curves = drawn(
        &swept(
            &[],
            &[spread("relations.crisis_communication", (0.0, 1.0), 2)],
            none,
            100,
        ),
        none,
    );
    assert!(curves.contains(
        "<title>“No force is used” cannot occur, whatever relations.crisis_communication is: the opening uses force</title>"
    ));
    let map = drawn(study("grid-none"), Quantity::SeveralRounds);
    assert!(
        map.contains(
            "<title>“Several rounds” cannot occur at any point: the opening is war</title>"
        )
    );
}

#[test]
fn the_figures_of_a_fine_map_are_round() {
    let svg = drawn(study("grid-fine"), Quantity::Wars);
    for tenth in 1..10 {
        assert!(svg.contains(&format!(">0.{tenth}</text>")), "{tenth}");
    }
    assert!(svg.contains(">each cell within ±"));
}

#[test]
fn what_was_asked_for_is_reported_and_what_curves_do_not_show_stands_below_them() {
    let svg = drawn(study("two-points"), Quantity::Acts);
    assert!(svg.contains("<title>“Acts” goes from "), "{}", &svg[..300]);
    assert!(svg.contains(">The curves are of the outcomes. All points share their luck, "));
    assert!(svg.contains("; intervals are for each point by itself.</text>"));
}

#[test]
fn no_title_is_cut() {
    let long = Axis::spread(
        "arguments.one-with-a-rather-long-name.strength",
        0.123_456,
        1.0,
        2,
        false,
    )
    .unwrap();
    let other = Axis::spread(
        "arguments.another-with-a-long-name.strength",
        0.123_456,
        1.0,
        2,
        false,
    )
    .unwrap();
    let mut two = study("grid-two").clone();
    two.points
        .iter_mut()
        .for_each(|point| point.values.fill(0.123_456));
    two.axes = vec![long, other];
    let named = CASES
        .iter()
        .map(|(name, study, quantity)| (*name, study, *quantity));
    for (name, study, quantity) in named.chain([("long", &two, Quantity::SeveralRounds)]) {
        let svg = drawn(study, quantity);
        let title = svg
            .split_once("<title>")
            .unwrap()
            .1
            .split_once("</title>")
            .unwrap()
            .0;
        let last = title.split(' ').next_back().unwrap();
        assert!(svg.contains(&format!("{last}</text>")), "{name}: {title}");
    }
}

#[test]
fn shared_luck_is_stated() {
    for name in ["restraint", "grid"] {
        assert!(
            drawn(study(name), WAR).contains("All points share their luck, so the"),
            "{name}"
        );
    }
}

#[test]
fn the_order_of_values_does_not_matter() {
    let backwards = |from: f64, to: f64| {
        swept(
            &[],
            &[spread("relations.crisis_communication", (from, to), 3)],
            WAR,
            100,
        )
    };
    let picture = |svg: &str| svg.split_once("</style>").unwrap().1.to_owned();
    assert_eq!(
        picture(&drawn(&backwards(0.0, 1.0), WAR)),
        picture(&drawn(&backwards(1.0, 0.0), WAR))
    );
}

#[test]
fn axes_and_points_that_do_not_match_are_an_error_and_no_panic() {
    let mut short = study("grid").clone();
    short.points.pop();
    let none = Sweep {
        axes: Vec::new(),
        base: Vec::new(),
        points: Vec::new(),
        compared: Vec::new(),
    };
    let mut three = study("grid-two").clone();
    three.axes.push(three.axes[0].clone());
    for wrong in [short, none, three] {
        assert_eq!(sweep(&wrong, WAR, &CAPTION).unwrap_err().exit_code(), 70);
    }
}
