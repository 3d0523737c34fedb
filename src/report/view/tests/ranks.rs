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

/// The screen of a study.
fn screen(study: RankStudy) -> String {
    render::text(&prose(&Study::Rank(study), Detail::Short))
}

/// Both ways are in sight, each under its own head.
#[test]
fn a_screen_shows_both_ways() {
    let many = Case {
        trials: 2_000,
        ..BASELINE
    };
    let words = screen(many.left_out(60));
    for says in [
        "\nHold war back. Without each, so many more of 100 histories:\n",
        "\nPush towards war. Without each, so many fewer of 100 histories:\n",
    ] {
        assert!(words.contains(says), "{words}");
    }
    let themes = Case {
        by: RankBy::Theme,
        ..many
    };
    let words = screen(themes.split());
    for says in [
        "\nHold war back. Each takes away so many of 100 histories:\n",
        "\nPush towards war. Each adds so many of 100 histories:\n",
        "A theme is all arguments of one kind.",
        "Without any of the arguments wars are ",
        " fewer of 100 histories.",
    ] {
        assert!(words.contains(says), "{words}");
    }
    let words = screen(many.numbers(60));
    assert!(
        words.contains("a fifth less  a fifth more   Limited or full-scale war, of 100; "),
        "{words}"
    );
}

/// No claim is cut in its middle: what is left out is its end.
#[test]
fn no_claim_is_cut_in_its_middle() {
    for study in rankings() {
        let words = screen(study);
        let mut cut = words.match_indices('…');
        let is_at_end = |(at, _): (usize, &str)| {
            let after = words[at + '…'.len_utf8()..].chars().next();
            after.is_none_or(|next| next == '”' || next.is_whitespace())
        };
        assert!(cut.all(is_at_end), "{words}");
    }
}

/// To read all of them: `OFFRAMP_CHARTS=folder cargo test --lib -- --ignored look`.
#[test]
#[ignore = "writes screens for people to read"]
fn look() {
    let folder = std::path::PathBuf::from(std::env::var("OFFRAMP_CHARTS").unwrap());
    let place = Place {
        folder: Some(std::path::Path::new(
            "results/rank-iran-pakistan-2024--wars",
        )),
        has_charts: true,
    };
    let all = rankings().into_iter().map(|study| {
        let study = Study::Rank(study);
        render::text(&prose(&study, Detail::Short))
            + &render::text(&next_steps(&study, "offramp", &place, Detail::Short))
    });
    let all: Vec<String> = all.collect();
    std::fs::write(folder.join("ranks.txt"), all.join("\n=====\n")).unwrap();
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
