//! Which argument carries how much, as a chart.

use std::sync::LazyLock;

use super::sweeps::{assert_holds, title};
use crate::quantities::Quantity;
use crate::report::chart::{Picture, draw};
use crate::report::figure::Medium;
use crate::report::view::rank::figures;
use crate::report::view::rank::testing::{BASELINE, Case};
use crate::stats::{Interval, Lack};
use crate::study::{Difference, RankBy, RankStudy, Ranking};

/// A ranking by a name, and how its title begins.
type Drawn = (&'static str, RankStudy, &'static str);

static CASES: LazyLock<Vec<Drawn>> = LazyLock::new(|| {
    let many = Case {
        trials: 4_000,
        ..BASELINE
    };
    let themes = Case {
        by: RankBy::Theme,
        ..many
    };
    let most = many.left_out(60);
    vec![
        ("leave-out", most.clone(), "Without “"),
        (
            "one",
            few(&most, 1),
            "The one argument holds war back: without it wars rise from ",
        ),
        ("long", long(&most), "Without “"),
        ("unsure", unsure(&most), "Wars are "),
        (
            "same",
            same(&most),
            "Left out by itself, no argument changes ",
        ),
        (
            "days",
            Case {
                quantity: Quantity::EndDay,
                trials: 1_000,
                ..BASELINE
            }
            .left_out(20),
            "The mean length of the crisis is ",
        ),
        (
            "one-trial",
            Case {
                trials: 1,
                ..BASELINE
            }
            .left_out(8),
            "",
        ),
        (
            "themes",
            themes.left_out(9),
            "The theme “costs” holds war back most: without it wars rise from ",
        ),
        (
            "split",
            themes.split(),
            "The 3 arguments called “costs” take away 1",
        ),
        ("numbers", many.numbers(60), "A fifth more of “"),
    ]
});

fn changed(study: &RankStudy, change: impl FnOnce(&mut crate::study::LeftOut)) -> RankStudy {
    let mut study = study.clone();
    if let Ranking::LeftOut(left_out) = &mut study.ranking {
        change(left_out);
    }
    study
}

/// The first few alone.
fn few(study: &RankStudy, most: usize) -> RankStudy {
    changed(study, |left_out| left_out.entries.truncate(most))
}

/// With claims and names of 200 characters, in words and in one word, and in another script.
fn long(study: &RankStudy) -> RankStudy {
    changed(study, |left_out| {
        let texts = ["word ".repeat(40), "W".repeat(200), "利害".repeat(100)];
        for (entry, text) in left_out.entries.iter_mut().zip(texts.iter().cycle()) {
            entry.player.claim.clone_from(text);
            entry.player.who.clone_from(text);
        }
    })
}

/// No change can be told apart from zero.
fn unsure(study: &RankStudy) -> RankStudy {
    changed(study, |left_out| {
        for (at, entry) in left_out.entries.iter_mut().enumerate() {
            let value = entry.difference.value;
            let interval = if at == 0 {
                Interval::lacking(Lack::Few)
            } else {
                Interval::between(value.min(-0.001), value.max(0.001))
            };
            entry.difference = Difference {
                interval,
                ..entry.difference
            };
        }
    })
}

/// No history differs.
fn same(study: &RankStudy) -> RankStudy {
    changed(study, |left_out| {
        let entries = left_out.entries.drain(..);
        left_out.idle.extend(entries.map(|entry| entry.player));
    })
}

fn picture(study: &RankStudy, medium: Medium) -> Picture {
    draw(&figures(study)[0], medium).unwrap()
}

#[test]
fn every_ranking_holds_and_says_what_was_found() {
    for (name, study, says) in CASES.iter() {
        assert_holds(name, |medium| picture(study, medium));
        let svg = picture(study, Medium::Slide).svg().unwrap();
        assert!(title(&svg).starts_with(says), "{name}: {}", title(&svg));
    }
}

/// Where the first all go one way, the strongest of the other way stands below them.
#[test]
fn both_ways_are_in_sight() {
    let svg = picture(&CASES[0].1, Medium::Slide).svg().unwrap();
    for says in [
        "← fewer wars",
        "more wars →",
        "And the strongest the other way:",
    ] {
        assert!(svg.contains(says), "{says}");
    }
}

/// So many bars have room that the ranking is one.
#[test]
fn five_arguments_have_room() {
    let svg = picture(&CASES[0].1, Medium::Slide).svg().unwrap();
    let is_size = |words: &&str| {
        let figure = words.split('<').next().unwrap_or_default();
        figure.contains('.') && figure.parse::<f64>().is_ok()
    };
    let figures = svg.split('>').filter(is_size).count();
    assert!(figures >= 5, "{figures}");
}

/// To look at all of them: `OFFRAMP_CHARTS=folder cargo test --lib -- --ignored look`.
#[test]
#[ignore = "writes pictures for people to look at"]
fn look() {
    let folder = std::path::PathBuf::from(std::env::var("OFFRAMP_CHARTS").unwrap());
    std::fs::create_dir_all(&folder).unwrap();
    for (name, study, _) in CASES.iter() {
        let png = picture(study, Medium::Slide).png().unwrap();
        std::fs::write(folder.join(format!("rank-{name}.png")), png).unwrap();
    }
}
