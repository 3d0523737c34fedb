//! A scenario that is read once and varied: every way to change a number gives the same model, and
//! no file is needed.

use std::sync::atomic::AtomicBool;

use offramp::ensemble::{self, Plan, Watch};
use offramp::error::WrittenIn;
use offramp::files;
use offramp::model::{Side, Slot};
use offramp::scenario::library::SHIPPED;
use offramp::scenario::{Document, Scenario, Setting, Settings, Shipped, Source};

fn baseline() -> Document {
    Document::read(Source::Shipped("iran-pakistan-2024".into()), &Shipped).unwrap()
}

fn one(setting: Setting) -> Settings {
    Settings {
        set: vec![setting],
        ..Settings::default()
    }
}

/// A baseline in which some numbers are uncertain.
fn uncertain() -> Settings {
    let set = vec![
        Setting::set("relations.trust", "{ uniform = [0.2, 0.8] }"),
        Setting::set("actors.iran.shock_of_surprise", "{ choice = [0.1, 0.2] }"),
    ];
    Settings {
        set,
        ..Settings::default()
    }
}

/// Set as a text, varied as a number, or changed in the model itself: the model is the same, and
/// where one of the three is an error, all are.
#[test]
fn every_way_to_change_a_number_gives_the_same_model() {
    let document = baseline();
    let base = document.assemble(&uncertain()).unwrap();
    let mut refused = 0;
    for slot in base.model.numbers.slots() {
        let (path, parameter) = (base.names.path(slot), slot.parameter().unwrap());
        for value in [
            parameter.min,
            parameter.max,
            parameter.default,
            0.1 + 0.2,
            parameter.max * 1.5 + 1.0,
        ] {
            let set = document
                .assemble(&uncertain().with(&one(Setting::set(&path, format!("{value:?}")))));
            let varied = document.assemble(&uncertain().with(&one(Setting::vary(&path, value))));
            let changed = base.model.with(&[(slot, value)]);
            assert_eq!(
                set.as_ref().ok().map(|it| &it.model),
                changed.as_ref().ok(),
                "{path} = {value}"
            );
            assert_eq!(
                varied.as_ref().ok().map(|it| &it.model),
                changed.as_ref().ok(),
                "{path} = {value}"
            );
            if let (Ok(set), Ok(varied)) = (&set, &varied) {
                assert_eq!(
                    (set.resolved(), &set.changes),
                    (varied.resolved(), &varied.changes)
                );
            }
            refused += u32::from(changed.is_err());
        }
    }
    assert!(refused > 100, "only {refused} values were refused");
}

#[test]
fn a_change_outside_the_model_is_refused() {
    let base = Scenario::shipped("iran-pakistan-2024", &Settings::default()).unwrap();
    for slot in [
        Slot::Actor(Side::Opener, 99),
        Slot::Rung(99, 0),
        Slot::Relations(99),
    ] {
        assert!(base.model.with(&[(slot, 0.5)]).is_err(), "{slot:?}");
    }
    let shock_of_surprise = base.names.slots("actors.*.shock_of_surprise").unwrap();
    let changes: Vec<_> = shock_of_surprise.iter().map(|&slot| (slot, 0.25)).collect();
    let changed = base.model.with(&changes).unwrap();
    assert_eq!(
        changed.numbers.actors.map(|actor| actor.shock_of_surprise),
        [0.25; 2]
    );
    assert_eq!(base.model.with(&[]).unwrap(), base.model);
}

/// Three rungs move up the ladder: the first alone would stand above the next.
#[test]
fn changes_are_judged_together() {
    let base = Scenario::shipped("iran-pakistan-2024", &Settings::default()).unwrap();
    let moved = |(rung, severity): (&str, f64)| {
        (
            base.names.slots(&format!("rungs.{rung}.severity")).unwrap()[0],
            severity,
        )
    };
    let changes = [("protest", 0.3), ("downgrade", 0.31), ("posture", 0.32)].map(moved);
    assert!(base.model.with(&changes[..1]).is_err());
    assert!(base.model.with(&changes).is_ok());
}

/// A problem knows the option that the value came from.
#[test]
fn a_problem_names_the_option_of_its_value() {
    let document = baseline();
    for path in [
        "relations.crisis_communication",
        "relations.chanel",
        "arguments.china-counsels",
        "arguments.nix",
        "horizon_days",
    ] {
        for (setting, written_in) in [
            (Setting::set(path, "-1.5"), WrittenIn::Set),
            (Setting::vary(path, -1.5), WrittenIn::Vary),
        ] {
            let error = document.assemble(&one(setting)).unwrap_err();
            let place = error.problems()[0].place.as_ref().unwrap();
            assert_eq!(
                (&place.written_in, place.text.as_str()),
                (&written_in, format!("{path}=-1.5").as_str())
            );
        }
    }
}

/// Every shipped scenario, with all that it extends, is read from the program alone, and runs.
#[test]
fn shipped_scenarios_run_without_any_file() {
    for item in SHIPPED {
        let document = Document::read(Source::Shipped(item.name.into()), &Shipped).unwrap();
        let scenario = document.assemble(&Settings::default()).unwrap();
        let watch = Watch {
            progress: &|_| (),
            stop: &AtomicBool::new(false),
        };
        let tally = ensemble::run(&scenario.model, None, &Plan::new(1, 20), &watch).unwrap();
        assert_eq!(tally.trials, 20, "{}", item.name);
    }
}

/// What is read stays as it was read, whatever becomes of the file: a sweep or a tip is of one
/// text.
#[test]
fn an_edit_of_the_file_changes_nothing_that_was_read_before() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("mine.toml");
    let trust = |trust: f64| {
        format!("extends = \"hotline\"\nname = \"Mine\"\n[relations]\ntrust = {trust}\n")
    };
    std::fs::write(&path, trust(0.25)).unwrap();
    let document = files::document(&path).unwrap();
    std::fs::write(&path, trust(0.75)).unwrap();
    let number = |document: &Document| {
        document
            .assemble(&Settings::default())
            .unwrap()
            .number("relations.trust")
    };
    assert_eq!(number(&document), Some(0.25));
    assert_eq!(number(&files::document(&path).unwrap()), Some(0.75));
    std::fs::remove_file(&path).unwrap();
    assert_eq!(number(&document), Some(0.25));
}
