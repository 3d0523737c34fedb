//! Titles of sweeps.

use super::*;
use crate::model::Model;
use crate::model::testing::blueprint;
use crate::report::words::{grid_scale, widest};
use crate::scenario::testing::shipped;
use crate::sim::Outcome;
use crate::stats::Interval;
use crate::study::{Axis, ComparedPoints, Difference, Standing, Sweep};
use crate::tally::Tally;

const CHANNEL: &str = "relations.crisis_communication";
const TRUST: &str = "relations.trust";

/// A sweep of the share of full-scale wars, so many of a million at each point, of which the first
/// and the last surely differ, or not.
fn sweep(paths: &[&str], wars: &[u64], is_sure: bool) -> SweepStudy {
    let model = Model::new(blueprint(9)).unwrap();
    let scenario = shipped("iran-pakistan-2024", &[]);
    let trials = 1_000_000;
    let many = if paths.len() == 1 {
        wars.len()
    } else {
        wars.len().isqrt()
    };
    let axis = |path: &&str| Axis::spread(path, 0.0, 1.0, many, false).unwrap();
    let axes: Vec<Axis> = paths.iter().map(axis).collect();
    let mut points = Vec::new();
    for (at, &wars) in wars.iter().enumerate() {
        let mut tally = Tally {
            trials,
            ..Tally::new(&model)
        };
        tally.outcomes[Outcome::War] = wars;
        tally.outcomes[Outcome::OneSided] = trials - wars;
        let values = crate::study::combination(&axes, at);
        points.push(Point::new(values, Quantity::War, &model, &tally));
    }
    let compared = |from: usize, to: usize| ComparedPoints {
        from,
        to,
        difference: Difference {
            value: points[to].shown - points[from].shown,
            interval: Interval::Fixed,
            differ: 41,
        },
        is_sure,
        is_alike: false,
    };
    let last = points.len() - 1;
    let most = (0..=last).max_by_key(|&at| wars[at]).unwrap();
    let mut pairs = vec![compared(0, last)];
    if most != 0 && most != last && paths.len() == 1 {
        pairs.extend([compared(0, most), compared(last, most)]);
    }
    SweepStudy {
        subject: (&scenario).into(),
        seed: 1,
        trials,
        quantity: Quantity::War,
        asked: points.len(),
        stopped: false,
        sweep: Sweep {
            base: axes
                .iter()
                .map(|axis| Standing::new(&scenario, axis.path()))
                .collect(),
            axes,
            points,
            compared: pairs,
            own: None,
        },
    }
}

#[test]
fn a_curve_is_said_by_its_ends() {
    let rises = "As crisis communication rises from none to perfect, full-scale wars";
    for (wars, is_sure, says) in [
        (
            &[142_000, 34_000][..],
            true,
            "fall from 14 to 3 of 100 histories",
        ),
        (&[4_000, 1_200], true, "fall from 4 to 1 of 1,000 histories"),
        (
            &[71_000, 59_000],
            true,
            "hardly change: 6 to 7 of 100 histories",
        ),
        (&[66_010, 66_036], true, "hardly change: 7 of 100 histories"),
        (
            &[66_010, 66_036],
            false,
            "hardly change: 7 of 100 histories",
        ),
        (
            &[30_000, 140_000, 50_000],
            true,
            "rise from 3 to 14 of 100 histories near 0.5, then fall to 5",
        ),
        (&[0, 30_000], true, "rise from 0 to 3 of 100 histories"),
    ] {
        assert_eq!(
            sweep_headline(&sweep(&[CHANNEL], wars, is_sure)),
            format!("{rises} {says}")
        );
    }
}

#[test]
fn a_grid_is_said_by_a_direction_or_a_contrast() {
    for (wars, says) in [
        // At (none, none), (none, full), (perfect, none), (perfect, full).
        (
            [40_000, 330_000, 30_000, 32_000],
            "With no crisis communication, full-scale wars rise from 4 to 33 of 100 histories as trust rises; with \
             perfect crisis communication, they stay at 3",
        ),
        (
            [140_000, 135_000, 30_000, 31_000],
            "Full-scale wars fall from about 14 to 3 of 100 histories as crisis communication rises from none to \
             perfect; trust moves it less",
        ),
        (
            [140_000, 80_000, 90_000, 30_000],
            "Full-scale wars rise from 3 to 14 of 100 histories as crisis communication falls and trust falls",
        ),
        (
            [66_010, 66_020, 66_025, 66_036],
            "Neither crisis communication nor trust changes full-scale wars much: 7 of 100 histories",
        ),
    ] {
        let study = sweep(&[CHANNEL, TRUST], &wars, true);
        let title = sweep_headline(&study);
        if wars[0] == 66_010 {
            assert!(
                title.starts_with("Neither crisis communication nor trust changes"),
                "{title}"
            );
        } else {
            assert_eq!(title, says);
        }
    }
}

/// Cells that surely differ have figures that differ.
#[test]
fn cells_are_told_apart() {
    let cells = |wars: &[u64], is_sure| {
        let study = sweep(&[CHANNEL, TRUST], wars, is_sure);
        let scale = grid_scale(&study);
        let points = study.sweep.points.iter();
        points
            .map(|point| scale.cell(point.shown))
            .collect::<Vec<_>>()
    };
    let near = [66_010, 66_020, 66_025, 66_036];
    assert_eq!(cells(&near, true), ["66,010", "66,020", "66,025", "66,036"]);
    assert_eq!(cells(&near, false), ["7", "7", "7", "7"]);
    assert_eq!(
        cells(&[140_000, 135_000, 30_000, 0], true),
        ["14", "14", "3", "0"]
    );
}

/// What cannot occur is not "none", and the sentence begins where it can.
#[test]
fn a_curve_begins_where_it_can_occur() {
    let mut study = sweep(&[CHANNEL], &[0, 30_000, 140_000], true);
    study.sweep.points[0].interval = Interval::Excluded;
    let picked = study.sweep.compared();
    assert_eq!(picked.len(), 1);
    assert_eq!([picked[0].from, picked[0].to], [1, 2]);
    study.sweep.compared[0].from = 1;
    assert_eq!(
        sweep_headline(&study),
        "Full-scale wars cannot occur at 0; as crisis communication rises from 0.5 to perfect, full-scale wars rise \
         from 3 to 14 of 100 histories"
    );
    study.sweep.points[1].interval = Interval::Excluded;
    study.sweep.compared.clear();
    assert_eq!(
        sweep_headline(&study),
        "Full-scale wars cannot occur at 0 to 0.5; at 1, full-scale wars are 14 of 100 histories"
    );
}

/// A peak that is not surely higher than its neighbours is a stretch; one that is hardly above an
/// end is none.
#[test]
fn a_peak_is_a_stretch_where_neighbours_tie() {
    for (wars, says) in [
        (
            [600_000, 680_000, 680_200, 680_100, 600_000],
            "rise from 60 to 68 of 100 histories around 0.25 to 0.75, then fall to 60",
        ),
        (
            [662_000, 681_000, 682_000, 681_000, 665_000],
            "hardly change: 66 to 68 of 100 histories",
        ),
        (
            [600_000, 640_000, 680_000, 675_000, 670_000],
            "rise from 60 to 67 of 100 histories",
        ),
    ] {
        let title = sweep_headline(&sweep(&[CHANNEL], &wars, true));
        assert!(title.ends_with(says), "{title}");
    }
}

/// Means are as fine in a title as in its table.
#[test]
fn means_hardly_change_by_less_than_a_twentieth() {
    for (values, is_sure, says) in [
        ([2.960, 2.985], true, "hardly changes: 2.96 to 2.99 days"),
        ([3.418, 3.792], true, "rises from 3.42 to 3.79 days"),
        ([0.2203, 0.2153], false, "hardly changes: 0.22 days"),
    ] {
        let mut study = sweep(&[CHANNEL], &[1_000, 2_000], is_sure);
        study.quantity = Quantity::EndDay;
        for (point, value) in study.sweep.points.iter_mut().zip(values) {
            point.shown = value;
            point.interval = Interval::between(value - 0.012, value + 0.012);
        }
        study.sweep.compared[0].difference.value = values[1] - values[0];
        let title = sweep_headline(&study);
        assert!(title.ends_with(says), "{title}");
    }
}

/// A direction holds in all rows and columns, not at the corners alone.
#[test]
fn a_grid_that_goes_no_one_way_is_said_by_its_range() {
    let wars = [
        350_000, 360_000, 370_000, 680_000, 690_000, 700_000, 560_000, 570_000, 580_000,
    ];
    assert_eq!(
        sweep_headline(&sweep(&[CHANNEL, TRUST], &wars, true)),
        "Full-scale wars lie between 35 and 70 of 100 histories, highest near crisis communication 0.5 and trust 1"
    );
    let wars = [
        300_000, 310_000, 320_000, 301_000, 311_000, 319_000, 680_000, 770_000, 550_000,
    ];
    let title = sweep_headline(&sweep(&[CHANNEL, TRUST], &wars, true));
    assert!(title.contains("lie between 30 and 77 of 100"), "{title}");
}

#[test]
fn a_grid_of_few_histories_shows_nothing() {
    let mut study = sweep(&[CHANNEL, TRUST], &[0, 0, 0, 0], false);
    study.trials = 2;
    assert_eq!(
        sweep_headline(&study),
        "2 histories in each cell cannot show a difference: 0 of 2 histories"
    );
}

/// The margin of a grid is in the unit of its cells.
#[test]
fn a_margin_is_counted_as_its_cells_are() {
    let margin = |wars: &[u64]| {
        let study = sweep(&[CHANNEL, TRUST], wars, true);
        widest(&study).unwrap()
    };
    assert_eq!(margin(&[71_000, 70_000, 60_000, 59_000]), "1 of 1,000");
    assert_eq!(margin(&[710_000, 70_000, 60_000, 59_000]), "±0.09 points");
}
