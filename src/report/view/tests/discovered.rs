//! Conditions are shown as they were, whatever was read back.

use super::*;
use crate::study::discover::testing::{discovered, doubt};
use crate::study::{DiscoverStudy, ShakenDoubt};

fn few() -> ShakenDoubt {
    ShakenDoubt {
        readings: 100,
        trials: 64,
        ..doubt()
    }
}

fn studies() -> Vec<DiscoverStudy> {
    let of = |quantity| ShakenDoubt { quantity, ..few() };
    let set = [("relations.trust", "{ uniform = [0.1, 0.9] }")];
    vec![
        discovered("iran-pakistan-2024", &[], doubt()),
        discovered("reference-class", &[], of(Quantity::NoForce)),
        discovered("reference-class", &set, of(Quantity::Answer)),
        unborne(),
    ]
}

/// A condition that the held-out half does not bear out.
fn unborne() -> DiscoverStudy {
    let mut study = discovered("iran-pakistan-2024", &[], few());
    let halves = crate::stats::prim::halves(study.readings.len(), study.seed);
    for place in halves.held_out {
        study.readings[place] = 7;
    }
    let condition = study.condition.as_mut().unwrap();
    let of_hits = 7 * condition.held_out.counted.of_readings;
    let trials = study.trials;
    condition.held_out.counted.hits = 7 * condition.held_out.counted.readings;
    condition.held_out.counted.of_hits = of_hits;
    let counted = condition.held_out.counted;
    let shares = &mut condition.held_out.shares;
    for (share, value) in [
        (&mut shares.density, counted.density(trials)),
        (&mut shares.coverage, counted.coverage()),
        (&mut shares.elsewhere, counted.elsewhere(trials)),
        (&mut shares.overall, counted.overall(trials)),
    ] {
        share.share = value;
        share.interval = crate::stats::Interval::between(value, value);
    }
    for limited in &mut condition.limits {
        limited.without.hits = 7 * limited.without.readings;
        limited.without.of_hits = of_hits;
    }
    for step in &mut study.way {
        step.held_out.hits = 7 * step.held_out.readings;
        step.held_out.of_hits = of_hits;
    }
    study
}

#[test]
fn conditions_come_back() {
    for study in studies() {
        assert_comes_back(&Study::Discover(study));
    }
}

#[test]
fn forged_conditions() {
    let mut study = discovered("reference-class", &[], few());
    study.way.truncate(3);
    study.condition.as_mut().unwrap().step = 2;
    forged::assert_forgeries_are_refused_or_shown(&Study::Discover(study));
}

fn text(study: &DiscoverStudy, detail: Detail) -> String {
    render::text(&prose(&Study::Discover(study.clone()), detail))
}

/// A screen has at most 24 lines with those below it.
#[test]
fn the_screen_is_short() {
    for study in studies() {
        let short = text(&study, Detail::Short);
        assert!(short.lines().count() <= 22, "{short}");
        for shown in [short, text(&study, Detail::Full)] {
            assert!(
                shown.lines().all(|line| line.chars().count() <= 80),
                "{shown}"
            );
        }
    }
}

/// The sentence is made of what was counted on the held-out half, and of nothing else.
#[test]
fn the_sentence_says_what_was_counted() {
    let study = &studies()[0];
    let condition = study.found().unwrap();
    let counted = condition.held_out.counted;
    let per_cent = |part: u64, whole: u64| (part as f64 / whole as f64 * 100.0).round();
    let density = per_cent(counted.hits, counted.readings * study.trials);
    let coverage = per_cent(counted.hits, counted.of_hits);
    let outside = (counted.of_readings - counted.readings) * study.trials;
    let elsewhere = per_cent(counted.of_hits - counted.hits, outside);
    let mass = per_cent(counted.readings, counted.of_readings);
    let words = text(study, Detail::Short).replace('\n', " ");
    for says in [
        format!(
            "Wars are more common, {density} of 100 histories instead of {elsewhere}, where size of an answer in kind (Pakistan) is above "
        ),
        "all wars".to_owned(),
        format!("{coverage} of 100"),
        format!(" lie there, in {mass} of 100 readings."),
        "Each reading draws every judged number anew, up to 30 % off.".to_owned(),
        "Iran's first act is given here: “Strike on militants across the border”.".to_owned(),
        "0.7 gives less back; 1 is usual; 1.3 gives more back".to_owned(),
        "all readings together (numbers drawn anew)".to_owned(),
    ] {
        assert!(words.contains(&says), "{says}: {words}");
    }
    assert!(words.contains("drawn from"), "{words}");
}

#[test]
fn what_is_not_borne_out_is_no_condition() {
    let study = unborne();
    Study::Discover(study.clone()).check().unwrap();
    assert!(study.condition.is_some() && study.found().is_none());
    let words = text(&study, Detail::Short).replace('\n', " ");
    assert!(words.contains("No condition was found"), "{words}");
    assert!(
        words.contains("is not borne out by the other half"),
        "{words}"
    );
    let next = render::text(&next_steps(
        &Study::Discover(study),
        "offramp",
        &Place {
            folder: None,
            has_charts: false,
        },
        Detail::Short,
    ));
    assert!(!next.contains("--set"), "{next}");
}

/// Several limits of one number name it once in a title, others are counted where they are too long.
#[test]
fn a_title_has_all_limits_or_counts_them() {
    let mut study = discovered("iran-pakistan-2024", &[], doubt());
    let own = |path: &str| study.numbers.iter().position(|it| it.path == path).unwrap();
    let places = ["pakistan", "iran"].map(|id| own(&format!("actors.{id}.response_ratio")));
    let trust = (0..study.numbers.len())
        .find(|at| !places.contains(at))
        .unwrap();
    let condition = study.condition.as_mut().unwrap();
    let first = condition.limits[0];
    let limit = |number| {
        let mut limited = first;
        limited.effect = None;
        limited.limit.number = number;
        limited.limit.low = Some(0.98);
        limited.limit.high = None;
        limited
    };
    condition.limits = places.map(limit).into();
    let title = crate::report::words::discover_headline(&study);
    let end = "size of an answer in kind is above 0.98 (Pakistan) and 0.98 (Iran)";
    assert!(title.ends_with(end), "{title}");
    let condition = study.condition.as_mut().unwrap();
    condition.limits.push(limit(trust));
    let title = crate::report::words::discover_headline(&study);
    let end = "size of an answer in kind (Pakistan) is above 0.98, with 2 more limits";
    assert!(title.ends_with(end), "{title}");
}

/// What to try next is a command that sets the numbers into the box.
#[test]
fn the_next_step_sets_the_numbers() {
    let study = Study::Discover(studies().swap_remove(0));
    let place = Place {
        folder: None,
        has_charts: false,
    };
    let next = render::text(&next_steps(&study, "offramp", &place, Detail::Short));
    assert!(
        next.contains("offramp run --set actors.pakistan.response_ratio=1."),
        "{next}"
    );
}
