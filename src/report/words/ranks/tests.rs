//! Unit tests of the files above.

use super::*;
use crate::report::view::rank::testing::{BASELINE, Case};
use crate::study::{Difference, LeftOut};

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
    let begins = "The argument that carries most: “";
    assert!(verdict.starts_with(begins), "{verdict}");
    assert!(
        verdict.contains(" and others). Without it wars rise from 8 to "),
        "{verdict}"
    );
    assert!(
        verdict.ends_with(" of 100 histories. Another carries about as much."),
        "{verdict}"
    );
    let one = changed(&study, |left_out| left_out.entries.truncate(1));
    let verdict = RankWords::new(&one).verdict();
    assert!(verdict.ends_with(" of 100 histories."), "{verdict}");
    let few = changed(&study, |left_out| left_out.entries.clear());
    let verdict = RankWords::new(&few).verdict();
    assert_eq!(
        verdict,
        "Left out by itself, no argument changes any of 2,000 histories."
    );
    let opening = RankWords::new(&study).opening().unwrap();
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
        other: None,
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
            Some("2 more, by 0.4 to 1.2 of 100 histories; 2 by less than 0.3"),
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
