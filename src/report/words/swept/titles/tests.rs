//! Titles of sweeps.

use super::*;
use crate::model::Model;
use crate::model::testing::blueprint;
use crate::report::words::{share_cell, sweep_in_words};
use crate::sim::Outcome;
use crate::stats::Interval;
use crate::study::Difference;
use crate::tally::Tally;

const WAR: Quantity = Quantity::War;

/// A sweep of the share of wars, so many of a million at each point, of which the first and the
/// last surely differ.
fn sweep(axes: Vec<Axis>, wars: &[u64], is_sure: bool) -> Sweep {
    let model = Model::new(blueprint(9)).unwrap();
    let trials = 1_000_000;
    let point = |at: usize, wars: u64| {
        let mut tally = Tally {
            trials,
            ..Tally::new(&model)
        };
        (
            tally.outcomes[Outcome::War],
            tally.outcomes[Outcome::OneSided],
        ) = (wars, trials - wars);
        Point::new(crate::study::combination(&axes, at), WAR, &model, &tally)
    };
    let points: Vec<Point> = wars
        .iter()
        .enumerate()
        .map(|(at, &wars)| point(at, wars))
        .collect();
    let to = points.len() - 1;
    let value = points[to].shown - points[0].shown;
    let interval = Interval::between(value - 5e-6, value + 5e-6);
    let compared = ComparedPoints {
        from: 0,
        to,
        difference: Difference {
            value,
            interval,
            differ: 41,
        },
        is_sure,
        is_alike: false,
    };
    Sweep {
        base: vec![None; axes.len()],
        axes,
        points,
        compared: vec![compared],
    }
}

fn axis(path: &str) -> Axis {
    Axis::spread(path, 0.0, 1.0, 2, false).unwrap()
}

#[test]
fn what_surely_differs_has_figures_that_differ() {
    let title = sweep_headline(&sweep(vec![axis("x")], &[66_010, 66_036], true), WAR);
    assert!(
        title.contains("goes from 6.601 % to 6.604 % as x goes from 0 to 1"),
        "{title}"
    );
    let title = sweep_headline(&sweep(vec![axis("x")], &[66_010, 66_036], false), WAR);
    assert!(title.ends_with("6.60 % at both ends"), "{title}");
}

/// Neither less than its cells, which would hide the difference, nor more, which would show what
/// they do not.
#[test]
fn a_grid_and_its_title_agree() {
    let grid = |wars: &[u64], is_sure| sweep(vec![axis("x"), axis("y")], wars, is_sure);
    let cells = |sweep: &Sweep| {
        let places = cell_places(sweep, WAR).max(1);
        sweep
            .points
            .iter()
            .map(|point| share_cell(&point.case(), places).unwrap())
            .collect::<Vec<_>>()
    };
    let sure = grid(&[66_010, 66_020, 66_025, 66_036], true);
    assert_eq!(cells(&sure), ["6.6010", "6.6020", "6.6025", "6.6036"]);
    let title = sweep_headline(&sure, WAR);
    assert!(
        title.contains("lowest, around 6.6010 %") && title.contains("highest, around 6.6036 %"),
        "{title}"
    );
    assert!(
        sweep_in_words(&sure, WAR).contains("6.6020 % at x=0 and y=1"),
        "{}",
        sweep_in_words(&sure, WAR)
    );
    let unsure = grid(&[66_010, 66_020, 66_025, 66_036], false);
    assert_eq!(cells(&unsure), ["6.60", "6.60", "6.60", "6.60"]);
    assert!(sweep_headline(&unsure, WAR).ends_with("(around 6.60 % to around 6.60 %)"));
}

#[test]
fn what_is_reported_of_extremes_is_round() {
    let several = Quantity::SeveralRounds;
    for (value, places, words) in [
        (0.1234, 0, "around 12 %"),
        (0.1234, 1, "around 12.3 %"),
        (0.004, 0, "under 1 %"),
        (1.0, 0, "over 99 %"),
    ] {
        assert_eq!(rounded(several, value, places), words);
    }
    assert_eq!(rounded(Quantity::Acts, 4.371, 1), "around 4.4");
    assert_eq!(
        rounded(Quantity::FrontsOpened, 0.000_412, 4),
        "around 0.0004"
    );
}
