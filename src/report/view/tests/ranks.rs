//! Rankings: they come back, forged ones are refused or shown, and a screen is short.

use super::forged::assert_forgeries_are_refused_or_shown;
use super::*;
use crate::error::columns;
use crate::report::layout::WIDTH;
use crate::report::view::rank::testing::{BASELINE, Case};
use crate::study::{RankBy, RankStudy, Ranking};

/// Lines of a screen.
const SCREEN: usize = 24;

/// Rankings of each kind.
fn rankings() -> Vec<RankStudy> {
    let choose = Case {
        set: &[("opening.rung", "choose")],
        trials: 40,
        ..BASELINE
    };
    let one_trial = Case {
        trials: 1,
        ..BASELINE
    };
    let days = Case {
        quantity: Quantity::EndDay,
        ..BASELINE
    };
    let themes = Case {
        by: RankBy::Theme,
        ..BASELINE
    };
    vec![
        BASELINE.left_out(12),
        choose.left_out(5),
        one_trial.left_out(4),
        days.left_out(6),
        themes.left_out(9),
        themes.split(),
        Case {
            by: RankBy::Theme,
            ..days
        }
        .split(),
        Case {
            by: RankBy::Theme,
            ..one_trial
        }
        .split(),
        BASELINE.numbers(12),
        Case {
            quantity: Quantity::Trust,
            ..BASELINE
        }
        .numbers(5),
    ]
}

#[test]
fn a_ranking_comes_back() {
    for study in rankings() {
        assert_comes_back(&Study::Rank(study));
    }
}

#[test]
fn forged_rankings() {
    let themes = Case {
        by: RankBy::Theme,
        trials: 60,
        set: &[("horizon_days", "3")],
        ..BASELINE
    };
    let arguments = Case {
        by: RankBy::Argument,
        ..themes
    };
    for study in [themes.split(), arguments.left_out(2), arguments.numbers(2)] {
        assert_forgeries_are_refused_or_shown(&Study::Rank(study));
    }
}

/// With what to try next and where the files lie, a ranking fits on a screen.
#[test]
fn a_screen_is_short() {
    for study in rankings() {
        let study = Study::Rank(study);
        let place = Place {
            folder: Some(std::path::Path::new("results/rank-x")),
            has_charts: true,
        };
        let words = render::text(&prose(&study, Detail::Short))
            + &render::text(&next_steps(&study, "offramp", &place, Detail::Short));
        assert!(words.lines().count() <= SCREEN, "{words}");
        assert!(words.lines().all(|line| columns(line) <= WIDTH), "{words}");
        assert!(
            words.contains("A teaching model. Not a forecast."),
            "{words}"
        );
    }
}

/// What is added in all orders adds up to the step from none to all.
#[test]
fn a_split_adds_up() {
    let study = Case {
        by: RankBy::Theme,
        ..BASELINE
    }
    .split();
    let Ranking::Split(split) = &study.ranking else {
        panic!("no split")
    };
    let sum: f64 = split.entries.iter().map(|entry| entry.value).sum();
    let whole = study.base.mean - split.none.mean;
    assert!((sum - whole).abs() < 1e-12, "{sum} {whole}");
}
