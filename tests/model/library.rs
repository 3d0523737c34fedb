//! The shipped scenarios: each is sound, says what it shows, and shows it.

use std::collections::BTreeMap;

use crate::common::program::shell_words;
use crate::common::tally;
use offramp::quantities::Quantity;
use offramp::scenario::library::{Family, Item, SHIPPED};
use offramp::scenario::{Scenario, Setting, Settings, readable};

const TRIALS: u64 = 100_000;

fn scenario(shipped: &Item) -> Scenario {
    Scenario::shipped(shipped.name, &Settings::default())
        .unwrap_or_else(|error| panic!("{}: {error}", shipped.name))
}

/// The promises of a scenario that a run of it does not keep.
fn broken_promises(promises: &Scenario, run: &Scenario, seed: u64) -> Vec<String> {
    let tally = tally(run, seed, TRIALS);
    let outside = promises.guide.expected.iter().filter_map(|band| {
        let mean = tally.mean(band.quantity, &run.model);
        let told = format!(
            "{}: {} {mean:.4}, not {} to {}",
            run.source,
            band.quantity.name(),
            band.low,
            band.high
        );
        (!band.holds(mean)).then_some(told)
    });
    outside.collect()
}

#[test]
fn there_are_a_case_with_its_doubt_nineteen_what_ifs_and_twenty_two_concepts() {
    let count = |family| {
        SHIPPED
            .iter()
            .filter(|shipped| shipped.family == family)
            .count()
    };
    assert_eq!(Family::ALL.map(count), [2, 19, 22]);
}

#[test]
fn every_scenario_keeps_its_promises_on_any_seed() {
    let all = SHIPPED.iter().map(scenario);
    let broken: Vec<String> = all
        .flat_map(|scenario| [1, 77].map(|seed| broken_promises(&scenario, &scenario, seed)))
        .flatten()
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// The twin: what a what-if promises, its base does not keep; so the bands prove that the change
/// matters.
#[test]
fn what_a_what_if_promises_the_baseline_does_not_keep() {
    let baseline = scenario(&SHIPPED[0]);
    for shipped in SHIPPED
        .iter()
        .filter(|shipped| shipped.family == Family::WhatIf)
    {
        assert!(
            !broken_promises(&scenario(shipped), &baseline, 1).is_empty(),
            "{}",
            shipped.name
        );
    }
}

#[test]
fn every_scenario_is_sound_and_says_what_it_shows_what_to_try_and_what_to_expect() {
    for shipped in SHIPPED {
        let scenario = scenario(shipped);
        let guide = &scenario.guide;
        assert_eq!(scenario.warnings, [], "{}", shipped.name);
        assert!(
            !guide.summary.is_empty() && !guide.shows.is_empty(),
            "{}",
            shipped.name
        );
        assert!(
            guide.try_next.len() >= 2 && !guide.expected.is_empty(),
            "{}",
            shipped.name
        );
        assert!(scenario.name.chars().count() <= 60, "{}", scenario.name);
        let depth = if shipped.family == Family::Baseline {
            ".."
        } else {
            "../.."
        };
        assert!(
            shipped
                .text
                .starts_with(&format!("#:schema {depth}/docs/scenario.schema.json\n")),
            "{}",
            shipped.name
        );
        assert!(
            shipped.text.contains("A teaching model. Not a forecast."),
            "{}",
            shipped.name
        );
        assert!(
            shipped.text.lines().all(|line| line.chars().count() <= 112),
            "{}",
            shipped.name
        );
    }
}

/// Every "`PATH` is VALUE" in a text.
fn claims(text: &str) -> Vec<(String, String)> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts: Vec<&str> = words.split('`').collect();
    let claim = |at: usize| {
        let value = parts.get(at + 1)?.strip_prefix(" is ")?.split(' ').next()?;
        let is_path = parts[at]
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c));
        let value = value.trim_end_matches([',', '.', ';', ':', ')']).to_owned();
        (is_path && parts[at].contains(['.', '_'])).then(|| (parts[at].to_owned(), value))
    };
    (1..parts.len()).step_by(2).filter_map(claim).collect()
}

/// The prose of a scenario states the numbers that it rests on; they are those that it runs.
#[test]
fn what_the_prose_says_of_numbers_is_so() {
    for shipped in SHIPPED {
        let scenario = scenario(shipped);
        let inputs: BTreeMap<String, String> = scenario
            .inputs()
            .into_iter()
            .map(|input| (input.path, readable(&input.value)))
            .collect();
        let mut count = 0;
        for (path, value) in claims(&format!(
            "{} {}",
            scenario.guide.summary, scenario.guide.shows
        )) {
            let runs = inputs
                .get(&path)
                .unwrap_or_else(|| panic!("{}: no input `{path}`", shipped.name));
            assert_eq!(runs.trim_matches('"'), value, "{}: `{path}`", shipped.name);
            count += 1;
        }
        assert!(count > 0, "{} states no number", shipped.name);
    }
}

#[test]
fn claims_are_found_in_prose() {
    let text = "Here `relations.crisis_communication` is 0.9, and\n`opening.rung` is choose. `war` is bad; `stake` is 3; `horizon_days` is 90.";
    let found = claims(text);
    let expected = [
        ("relations.crisis_communication", "0.9"),
        ("opening.rung", "choose"),
        ("horizon_days", "90"),
    ];
    assert_eq!(
        found,
        expected.map(|(path, value)| (path.to_owned(), value.to_owned()))
    );
}

/// The options in a suggestion: what stands in backticks and begins with `--`.
fn settings(suggestion: &str) -> Option<Settings> {
    let words = suggestion.split_whitespace().collect::<Vec<_>>().join(" ");
    let options = words
        .split('`')
        .skip(1)
        .step_by(2)
        .find(|code| code.starts_with("--"))?
        .to_owned();
    let mut settings = Settings::default();
    for pair in shell_words(&options).chunks(2) {
        match (pair[0].as_str(), pair[1].split_once('=')) {
            ("--without", None) => settings.without.push(pair[1].clone()),
            ("--with", None) => settings.with.push(pair[1].clone()),
            ("--set", Some((path, value))) => settings.set.push(Setting::set(path, value)),
            _ => panic!("{suggestion}"),
        }
    }
    Some(settings)
}

/// What a scenario suggests to try can be tried, and changes something.
#[test]
fn every_suggestion_works() {
    let mut count = 0;
    for shipped in SHIPPED {
        let plain = scenario(shipped);
        for suggestion in &plain.guide.try_next {
            let settings = settings(suggestion)
                .unwrap_or_else(|| panic!("{}: no option in {suggestion}", shipped.name));
            let changed = Scenario::shipped(shipped.name, &settings)
                .unwrap_or_else(|error| panic!("{}: {suggestion}\n{error}", shipped.name));
            assert!(
                !plain.differences(&changed).is_empty()
                    || suggestion.contains("Not one history changes"),
                "{suggestion}"
            );
            count += 1;
        }
    }
    assert!(count >= 2 * SHIPPED.len());
}

/// Noise makes feuds out of pure tit for tat, and generosity mends them: each differs from the one
/// before in one thing.
#[test]
fn noise_makes_feuds_and_generosity_mends_them() {
    let share = |name: &str| {
        let scenario = Scenario::shipped(name, &Settings::default()).unwrap();
        tally(&scenario, 5, TRIALS).mean(Quantity::SeveralRounds, &scenario.model)
    };
    let [pure, noisy, generous] = [
        "pure-tit-for-tat",
        "noisy-tit-for-tat",
        "generous-tit-for-tat",
    ]
    .map(share);
    assert!(
        pure < 0.02 && noisy > pure + 0.1 && generous < noisy / 2.0,
        "{pure} {noisy} {generous}"
    );
    let load = |name: &str| Scenario::shipped(name, &Settings::default()).unwrap();
    let keys = |one: &str, two: &str| -> Vec<String> {
        let changed = load(one).differences(&load(two));
        changed
            .into_iter()
            .map(|difference| difference.path.rsplit('.').next().unwrap().to_owned())
            .collect()
    };
    assert!(
        keys("pure-tit-for-tat", "noisy-tit-for-tat")
            .iter()
            .all(|key| key == "misperception")
    );
    assert!(
        keys("noisy-tit-for-tat", "generous-tit-for-tat")
            .iter()
            .all(|key| key == "response_ratio")
    );
}
