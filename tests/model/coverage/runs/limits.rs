//! What a run says of what it cannot know: of what did not happen, cannot happen, is fixed, or has
//! bounds.

use offramp::ensemble::Plan;
use offramp::quantities::Quantity;
use offramp::scenario::{Scenario, Setting, Settings};
use offramp::sim::Outcome;
use offramp::stats::Interval;
use offramp::study::Findings;
use offramp::tally::Pair;

use super::{CASE, compared, scenario, seeded};

fn findings(text: &str, trials: u64) -> Findings {
    seeded(text, 1, trials)
}

/// A front that never opened has a bound; what cannot open has no estimate; and one trial excludes
/// nothing.
#[test]
fn what_did_not_happen_is_bounded_and_what_cannot_happen_is_not_estimated() {
    for trials in [1, 20, 200] {
        let fronts = findings(&CASE.replace("0.0005", "0.0001"), trials)
            .means
            .of(Quantity::FrontsOpened);
        let (low, high) = fronts.interval.ends().unwrap_or_default();
        assert!(
            low == 0.0 && high > fronts.mean && high > 0.01,
            "{fronts:?}"
        );
    }
    let none = findings(&CASE.replace("0.0005", "0"), 1)
        .means
        .of(Quantity::FrontsOpened);
    assert!(
        none.interval.is_excluded() && none.figures() == [None; 3],
        "{none:?}"
    );
}

/// An opening on war fixes everything but the deaths, and these are exact.
#[test]
fn what_the_inputs_fix_is_exact() {
    let text = CASE.replace("strike-militants", "war")
        + "[rungs.war]\ndeaths = 20007\n[dynamics]\ncasualty_spread = 0\n";
    for trials in [1, 200] {
        let findings = findings(&text, trials);
        let war = findings.outcome(Outcome::War).share;
        assert_eq!(
            (war.interval, war.figures()),
            (Interval::Fixed, [Some(1.0); 3])
        );
        assert!(
            findings
                .outcome(Outcome::Unresolved)
                .share
                .interval
                .is_excluded()
        );
        assert_eq!(findings.means.of(Quantity::Acts).figures(), [Some(1.0); 3]);
        assert_eq!(findings.no_answer.share.interval, Interval::Fixed);
        assert_eq!(findings.deaths[2].value, 20_007.0);
        let ends = (trials >= 6).then_some(20_007.0);
        assert_eq!(findings.deaths[2].figures()[1..], [ends, ends]);
    }
}

/// How far a difference can go: a trial that is cut off after a day is no longer by more than that
/// day, however few the trials; and trust that begins elsewhere and loses the same share in every
/// history differs by a fixed amount.
#[test]
fn differences_stay_within_what_can_be() {
    let set = |path: &str, value: &str| Settings {
        set: vec![Setting::set(path, value)],
        ..Settings::default()
    };
    let (base, short) = (
        scenario(&Settings::default()),
        scenario(&set("horizon_days", "1")),
    );
    let at = |quantity| {
        Pair::MEANS
            .iter()
            .position(|&mean| mean == quantity)
            .unwrap_or_default()
    };
    for trials in [1, 12] {
        for (one, other, sign) in [(&base, &short, 1.0), (&short, &base, -1.0)] {
            let days = compared(one, other, &Plan::new(1, trials)).variants[0].means
                [at(Quantity::EndDay)]
            .difference;
            let (low, high) = days.ends().unwrap_or_default();
            let ends = if sign > 0.0 {
                (low, high)
            } else {
                (-high, -low)
            };
            assert!(
                -30.0 <= ends.0 && ends.1 <= 1.0 && low <= days.value && days.value <= high,
                "{days:?}"
            );
        }
    }
    let war = CASE.replace("strike-militants", "war");
    let of = |settings: &Settings| {
        Scenario::from_text("case.toml", &war, settings).unwrap_or_else(|error| panic!("{error}"))
    };
    let (base, variant) = (of(&Settings::default()), of(&set("relations.trust", "0.9")));
    let trust = compared(&base, &variant, &Plan::new(1, 12)).variants[0].means[at(Quantity::Trust)]
        .difference;
    assert!(
        trust.interval.is_fixed() && (trust.value - 0.16).abs() < 1e-6,
        "{trust:?}"
    );
}
