//! Unit tests of the files above.

use super::*;
use crate::report::view::rank::testing::{BASELINE, Case};
use crate::scenario::JudgedKind;
use crate::study::{Difference, LeftOut, LeftOutEntry};

fn changed(study: &RankStudy, change: impl FnOnce(&mut LeftOut)) -> RankStudy {
    let mut study = study.clone();
    if let Ranking::LeftOut(left_out) = &mut study.ranking {
        change(left_out);
    }
    study
}

#[test]
fn the_verdict_names_claim_author_and_change() {
    let study = Case {
        trials: 2_000,
        ..BASELINE
    }
    .left_out(60);
    let verdict = RankWords::new(&study).verdict();
    let begins = "The argument that holds war back most: “";
    assert!(verdict.starts_with(begins), "{verdict}");
    assert!(
        verdict.contains(" and others). Without it wars rise from 8 to "),
        "{verdict}"
    );
    assert!(
        verdict.ends_with(" of 100 histories. Another does about as much."),
        "{verdict}"
    );
    let one = changed(&study, |left_out| {
        left_out.entries.truncate(1);
        left_out.idle.clear();
    });
    let verdict = RankWords::new(&one).verdict();
    assert!(verdict.ends_with(" of 100 histories."), "{verdict}");
    assert!(
        verdict.starts_with("The one argument holds war back: “"),
        "{verdict}"
    );
    let towards = changed(&study, |left_out| {
        let is_less = |entry: &LeftOutEntry| entry.difference.value < 0.0;
        left_out.entries.retain(is_less);
    });
    let verdict = RankWords::new(&towards).verdict();
    assert!(
        verdict.starts_with("The argument that pushes most towards war: “")
            && verdict.contains("Without it wars fall from "),
        "{verdict}"
    );
    let title = RankWords::new(&study).headline();
    let names = title
        .starts_with("Without “Neither country could bear a war”, wars rise from 8 to ")
        || title.starts_with("Without “Each said that it had struck armed groups and avoided");
    assert!(
        names && title.ends_with("; another does about as much"),
        "{title}"
    );
    let few = changed(&study, |left_out| left_out.entries.clear());
    let verdict = RankWords::new(&few).verdict();
    assert_eq!(
        verdict,
        "Left out by itself, no argument changes any of 2,000 histories."
    );
    let opening = RankWords::new(&study).opening().unwrap();
    assert!(opening.contains("; without “"), "{opening}");
    assert!(
        opening.contains(" explain the opening, which is given here: where Iran may choose, it opens with force in "),
        "{opening}"
    );
}

#[test]
fn one_trial_reads_well() {
    let study = Case {
        trials: 1,
        ..BASELINE
    }
    .left_out(3);
    let none = changed(&study, |left_out| left_out.entries.clear());
    assert_eq!(
        RankWords::new(&none).headline(),
        "Left out by itself, no argument changes the one history that was run"
    );
}

/// A row that moves the quantity by so much.
fn row(low: f64, value: f64, high: f64) -> RankRow<'static> {
    let interval = Interval::between(low, high);
    let [figure, range] = change_in_figures(value, interval, Quantity::Wars);
    RankRow {
        name: "A claim".to_owned(),
        who: String::new(),
        voice: String::new(),
        id: "id",
        value,
        interval,
        figure,
        range,
        is_sure: low > 0.0 || high < 0.0,
        ways: None,
    }
}

#[test]
fn the_rest_is_one_line() {
    let study = BASELINE.left_out(9);
    let words = RankWords::new(&study);
    let sure = [row(0.01, 0.012, 0.014), row(0.003, 0.004, 0.005)];
    let unsure = [row(-0.002, 0.0, 0.0028), row(-0.001, 0.0, 0.001)];
    for (hidden, unsure, said) in [
        (
            &sure[..],
            &unsure[..],
            Some("4 more, each by 1.2 of 100 histories at most"),
        ),
        (&sure[..1], &[][..], Some("1 more, by 1.2 of 100 histories")),
        (
            &[][..],
            &unsure[..],
            Some("2 more move it by less than 0.3 of 100 histories"),
        ),
        (
            &[][..],
            &unsure[1..],
            Some("1 more moves it by less than 0.1 of 100 histories"),
        ),
        (&[][..], &[][..], None),
    ] {
        assert_eq!(words.rest(hidden, unsure).as_deref(), said);
    }
    let mut lacking = row(-0.1, 0.0, 0.1);
    lacking.interval = Interval::lacking(Lack::Few);
    assert_eq!(
        words.rest(&[], &[lacking]).unwrap(),
        "1 more moves it by no more than these histories can show"
    );
}

#[test]
fn changes_are_of_a_hundred_histories() {
    for (low, value, high, figures) in [
        (0.063, 0.064, 0.066, ["+6.4", "+6.30 to +6.60"]),
        (-0.025, -0.02, -0.015, ["−2.0", "−2.5 to −1.5"]),
        (0.000_1, 0.000_2, 0.000_3, ["+0.02", "+0.01 to +0.03"]),
    ] {
        let interval = Interval::between(low, high);
        let found = change_in_figures(value, interval, Quantity::Wars);
        assert_eq!(found[0], figures[0]);
    }
    let days = change_in_figures(1.25, Interval::between(1.2, 1.3), Quantity::EndDay);
    assert_eq!(days, ["+1.25", "+1.20 to +1.30"]);
    let none = Difference::NONE;
    assert_eq!(
        change_in_figures(none.value, none.interval, Quantity::War),
        ["0.0", "cannot occur"]
    );
}

/// A number that no argument sets says so, unless arguments add to it; and both ways are said.
#[test]
fn a_default_that_matters_most_says_whose_it_is() {
    let mut study = BASELINE.numbers(12);
    let Ranking::Numbers(numbers) = &mut study.ranking else {
        panic!("no numbers")
    };
    let moved = |value: f64| Difference {
        value,
        interval: Interval::between(value - 0.01, value + 0.01),
        differ: 30,
    };
    numbers[0].less = moved(-0.06);
    numbers[0].more = moved(0.12);
    numbers[0].kind = JudgedKind::Default;
    numbers[0].claim.clear();
    "actors.pakistan.response_ratio".clone_into(&mut numbers[0].path);
    let words = RankWords::new(&study);
    let verdict = words.verdict();
    for says in [
        "a fifth less, and wars fall from ",
        "; a fifth more, and they rise to ",
        ". No argument sets it; it is a default of the model.",
    ] {
        assert!(verdict.contains(says), "{says}: {verdict}");
    }
    assert!(
        words
            .headline()
            .starts_with("A fifth more of “size of an answer in kind (Pakistan)”: wars rise from ")
            && words.headline().contains("; a fifth less: "),
        "{}",
        words.headline()
    );
    assert!(verdict.contains(" Its meaning: "), "{verdict}");
    let Ranking::Numbers(numbers) = &mut study.ranking else {
        panic!("no numbers")
    };
    numbers[1].kind = JudgedKind::Step;
    "actors.*.response_ratio".clone_into(&mut numbers[1].path);
    let verdict = RankWords::new(&study).verdict();
    assert!(
        verdict.ends_with(" It is a default of the model, to which arguments add."),
        "{verdict}"
    );
}

/// Those that hardly differ, or whose intervals meet, are about alike; only those that go the same
/// way.
#[test]
fn what_is_about_alike_is_said_to_be() {
    for (rows, found) in [
        (vec![row(0.06, 0.064, 0.068), row(0.055, 0.058, 0.061)], 1),
        (vec![row(0.063, 0.064, 0.065), row(0.061, 0.062, 0.0625)], 1),
        (vec![row(0.063, 0.064, 0.065), row(0.04, 0.043, 0.046)], 0),
        (vec![row(0.03, 0.064, 0.098), row(0.01, 0.032, 0.06)], 0),
        (vec![row(0.063, 0.064, 0.065)], 0),
        (vec![], 0),
    ] {
        assert_eq!(ties::alike(&rows), found);
    }
}

/// As many as have room, and always the strongest that goes the other way.
#[test]
fn rows_of_both_ways_are_chosen() {
    let up = row(0.01, 0.02, 0.03);
    let down = row(-0.03, -0.02, -0.01);
    let rows = [up.clone(), up.clone(), up, down.clone(), down];
    for (room, chosen) in [
        (1, vec![0]),
        (2, vec![0, 3]),
        (3, vec![0, 1, 3]),
        (4, vec![0, 1, 2, 3]),
        (9, vec![0, 1, 2, 3, 4]),
    ] {
        assert_eq!(chosen_rows(&rows, |places| places.len() <= room), chosen);
    }
    assert_eq!(chosen_rows(&rows[..3], |places| places.len() <= 2), [0, 1]);
    assert_eq!(chosen_rows(&[], |_| true), Vec::<usize>::new());
}
