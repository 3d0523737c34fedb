//! Common random numbers: the same trial meets the same luck in every scenario with the same seed, so that what a
//! scenario does not read, how it is written and how a run is cut up changes nothing, trial by trial and bit by bit.

use std::fmt::Write;

use crate::common::{History, baseline, conformance, histories, history, run, scenario, scenario_with, set};
use offramp::ensemble::Plan;
use offramp::scenario::{Scenario, Settings};
use offramp::sim::Simulator;

const TRIALS: u64 = 20_000;
const SEED: u64 = 77;

/// The text of a file of `tests/conformance`.
fn text(file: &str) -> String {
    std::fs::read_to_string(format!("{}/tests/conformance/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn shipped_baseline() -> &'static str {
    offramp::scenario::library::text("iran-pakistan-2024").unwrap()
}

/// The share of trials whose histories differ.
fn changed(one: &Scenario, two: &Scenario) -> f64 {
    let pairs = histories(&one.model, SEED, TRIALS).into_iter().zip(histories(&two.model, SEED, TRIALS));
    pairs.filter(|(one, two)| one != two).count() as f64 / TRIALS as f64
}

#[track_caller]
fn assert_same(one: &Scenario, two: &Scenario, what: &str) {
    let changed = changed(one, two);
    assert!(changed == 0.0, "{what} changes {:.2} % of the trials", 100.0 * changed);
}

// ---- What no trial reads ----

#[test]
fn a_parameter_that_no_trial_reads_changes_no_trial() {
    // Nobody makes amends in a-default; no mediator there; no audience cost, so that no commitment is felt.
    for (file, pairs) in [
        ("a-default.toml", &[("dynamics.apology_relief", "0.1")][..]),
        ("a-default.toml", &[("dynamics.mediator_cover", "0"), ("dynamics.mediator_pull", "9")]),
        ("a-default.toml", &[("actors.a.commitment", "0.9")]),
        ("a-default.toml", &[("actors.*.concern_for_strain", "5")]),
        ("a-default.toml", &[("dynamics.restraint_effect", "1")]),
        ("a-default.toml", &[("actors.*.forewarning", "0")]),
        ("d-spoilers.toml", &[("opening.publicity", "0")]),
        ("f-ladder.toml", &[("rungs.war.effort", "7")]),
    ] {
        // Effort is read through spent stocks too, which are switched off on both sides of the comparison.
        let still = [("dynamics.fatigue", "0"), ("dynamics.effort_drain", "0")];
        let before = conformance(file, &set(&still));
        let after = conformance(file, &set(&[&still[..], pairs].concat()));
        assert_same(&before, &after, &format!("{file} {pairs:?}"));
    }
    let idle = [("mediators.*.engages_per_day", "0")];
    let strong = [("mediators.*.engages_per_day", "0"), ("mediators.china.leverage.iran", "1")];
    assert_same(&baseline(&set(&idle)), &baseline(&set(&strong)), "the leverage of a mediator that never engages");
    let fatigue = [("dynamics.effort_drain", "0"), ("dynamics.fatigue", "9")];
    assert_same(&baseline(&set(&fatigue[..1])), &baseline(&set(&fatigue)), "fatigue where no stocks are spent");
}

#[test]
fn a_third_party_that_cannot_act_changes_no_trial() {
    for (file, parties) in [
        // The first of its kind, so that luck drawn for the kind as such would show.
        ("a-default.toml", "[mediators.absent]\nleverage = { a = 1, b = 1 }\n"),
        ("a-default.toml", "[mediators.powerless]\nengages_per_day = 5\n"),
        ("a-default.toml", "[fronts.quiet]\nactor = \"a\"\nstrain = 9\n"),
        ("a-default.toml", "[spoilers.tired]\nvictim = \"a\"\nseverity = 1\ndeaths = 1000\n"),
        ("b-mediated.toml", "[mediators.absent]\nleverage = { a = 1, b = 1 }\n"),
        ("b-mediated.toml", "[mediators.a-bystander]\nengages_per_day = 5\n"),
        ("c-fronts.toml", "[fronts.a-quiet-one]\nactor = \"a\"\nstrain = 9\n"),
        ("d-spoilers.toml", "[spoilers.a-tired-one]\nvictim = \"a\"\nseverity = 1\ndeaths = 1000\n"),
        (
            "d-spoilers.toml",
            "[spoilers.z]\nvictim = \"b\"\nseverity = 1\n[fronts.a]\nactor = \"a\"\nstrain = 1\n\
             [mediators.a]\nleverage = { a = 1 }\n",
        ),
    ] {
        let before = text(file);
        let after = format!("{before}\n{parties}");
        assert_same(&scenario(&before), &scenario(&after), &format!("{file} with {parties}"));
    }
}

/// The twin: one that can act changes many.
#[test]
fn a_third_party_that_can_act_changes_trials() {
    let busy =
        format!("{}\n[spoilers.z]\nvictim = \"b\"\nseverity = 1\nattacks_per_day = 0.1\n", text("d-spoilers.toml"));
    assert!(changed(&scenario(&text("d-spoilers.toml")), &scenario(&busy)) > 0.2);
    let watching = format!("{}\n[fronts.z]\nactor = \"b\"\nwatching = 1\n", text("a-default.toml"));
    assert!(changed(&scenario(&text("a-default.toml")), &scenario(&watching)) > 0.2);
}

#[test]
fn an_uncertain_value_with_one_choice_is_that_number() {
    for (file, path, value) in [
        ("a-default.toml", "actors.a.misperception", "0.2"),
        ("b-mediated.toml", "mediators.near.engages_per_day", "0.2"),
        ("c-fronts.toml", "fronts.south.watching", "1.0"),
        ("d-spoilers.toml", "spoilers.one.severity", "0.6"),
        ("j-costs.toml", "rungs.downgrade.war_risk", "0.3"),
        ("g-doubt.toml", "dynamics.learning", "1"),
    ] {
        let certain = conformance(file, &set(&[(path, value)]));
        let doubted = conformance(file, &set(&[(path, &format!("{{ choice = [{value}] }}"))]));
        assert!(doubted.model.uncertain_values.len() > certain.model.uncertain_values.len());
        assert_same(&certain, &doubted, &format!("{file} with a choice of one at {path}"));
        assert_same(&certain, &conformance(file, &Settings::default()), &format!("{file} with {path} as it is"));
    }
}

// ---- How it is written ----

#[test]
fn names_and_labels_change_nothing() {
    let renamed = shipped_baseline()
        .replace("iran", "zamunda")
        .replace("pakistan", "absurdistan")
        .replace("strike-militants", "a-raid")
        .replace("strike-military", "zz-blow")
        .replace("label = \"Iran\"", "label = \"Zamunda\"");
    let ladder = "[[ladder]]\nid = \"calm\"\nseverity = 0\n[[ladder]]\nid = \"protest\"\nseverity = 0.05\n\
        [[ladder]]\nid = \"downgrade\"\nseverity = 0.12\n\
        [[ladder]]\nid = \"posture\"\nseverity = 0.22\neffort = 0.05\nwar_risk = 0.0005\n\
        [[ladder]]\nid = \"covert\"\nseverity = 0.35\nforce = true\ndeniable = true\neffort = 0.35\ndeaths = 2\nwar_risk = 0.002\n\
        [[ladder]]\nid = \"a-raid\"\nlabel = \"Raid\"\nseverity = 0.5\nforce = true\neffort = 0.5\ndeaths = 5\nwar_risk = 0.004\n\
        [[ladder]]\nid = \"zz-blow\"\nseverity = 0.68\nforce = true\neffort = 0.68\ndeaths = 25\nwar_risk = 0.012\n\
        [[ladder]]\nid = \"campaign\"\nseverity = 0.85\nforce = true\neffort = 0.85\ndeaths = 400\nwar_risk = 0.04\n\
        [[ladder]]\nid = \"war\"\nseverity = 1\nforce = true\neffort = 1\ndeaths = 20000\n";
    let renamed = format!("unauthorised_rung = \"a-raid\"\n{renamed}\n{ladder}");
    let renamed = scenario(&renamed);
    assert_eq!(renamed.names.actors[0].id, "zamunda");
    assert_eq!(renamed.names.rungs[5].id, "a-raid");
    assert_same(&baseline(&Settings::default()), &renamed, "renaming");
}

/// Renaming with doubts, whose luck hangs on paths: actors by their part, rungs by their place.
#[test]
fn names_change_nothing_where_there_is_doubt() {
    let plain = text("g-doubt.toml");
    let renamed = plain
        .replace("[actors.a]", "[actors.zulu]")
        .replace("[actors.b]", "[actors.alpha]")
        .replace("\"actors.b.", "\"actors.alpha.")
        .replace("actor = \"a\"", "actor = \"zulu\"");
    assert_same(&scenario(&plain), &scenario(&renamed), "renaming both actors");
}

/// The tables of a file and their lines: the head without a title first.
fn tables(text: &str) -> Vec<Vec<&str>> {
    let mut tables = vec![Vec::new()];
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if line.starts_with('[') {
            tables.push(Vec::new());
        }
        tables.last_mut().unwrap().push(line);
    }
    tables
}

/// The same file with its tables and the keys of each in reverse; the rungs of a ladder stay in order.
fn reversed(text: &str) -> String {
    let (rungs, mut others): (Vec<_>, Vec<_>) =
        tables(text).into_iter().partition(|table| table.first().is_some_and(|line| *line == "[[ladder]]"));
    others[1..].reverse();
    let mut result = String::new();
    for (at, mut table) in others.into_iter().chain(rungs).enumerate() {
        table[usize::from(at > 0)..].reverse();
        let _ = writeln!(result, "{}", table.join("\n"));
    }
    result
}

#[test]
fn the_order_of_tables_and_keys_changes_nothing() {
    for file in crate::common::CONFORMANCE.into_iter().filter(|&file| file != "h-what-if.toml") {
        let (before, after) = (text(file), reversed(&text(file)));
        assert_ne!(before, after);
        let (one, two) = (scenario(&before), scenario(&after));
        assert_ne!(one.names.opener_first, two.names.opener_first, "the actors changed places in the file");
        assert_same(&one, &two, &format!("{file} in reverse"));
    }
}

/// One actor's table, and what third parties have to do with it, under a name of its own.
const SWAPPED: &str = "name = \"two of a kind\"\nhorizon_days = 120\n[opening]\nactor = \"ONE\"\nrung = \"choose\"\n\
    provocation = 0.6\n\
    [mediators.m]\nengages_per_day = 0.2\nleverage = { ONE = 0.7, TWO = { uniform = [0.1, 0.3] } }\n\
    [fronts.f]\nactor = \"TWO\"\nopens_per_day = 0.1\nstrain = 0.5\nwatching = 0.4\n\
    [spoilers.s]\nvictim = \"ONE\"\nattacks_per_day = 0.02\nseverity = 0.6\n\
    [overrides]\n\"actors.ONE.hostile_bias\" = { uniform = [-0.1, 0.2] }\n";
const FIRST: &str = "[actors.ONE]\nreciprocity = 3\nfear_of_war = { uniform = [0.5, 1.5] }\nresponse_days = 2\n";
const SECOND: &str = "[actors.TWO]\naudience_cost = 2\nsting = 0.5\nstrength = 1.5\n";

#[test]
fn two_actors_swapped_with_all_they_own_swap_their_force_and_nothing_else() {
    let named = |text: &str, one: &str, two: &str| scenario(&text.replace("ONE", one).replace("TWO", two));
    let plain = named(&format!("{SWAPPED}{FIRST}{SECOND}"), "a", "b");
    let swapped = named(&format!("{SWAPPED}{SECOND}{FIRST}"), "b", "a");
    let order = |scenario: &Scenario| {
        scenario.names.actors_in_order().map(|side| scenario.names.actors[side as usize].id.clone())
    };
    assert_eq!(order(&plain), ["a", "b"]);
    assert_eq!(order(&swapped), ["a", "b"]);
    let by_name = |scenario: &Scenario, history: &History| {
        scenario.names.actors_in_order().map(|side| history.summary.force[side as usize])
    };
    let (mut differ, one, two) = (0, histories(&plain.model, SEED, TRIALS), histories(&swapped.model, SEED, TRIALS));
    for (one, two) in one.iter().zip(&two) {
        assert_eq!(one, two);
        let ([a, b], swapped) = (by_name(&plain, one), by_name(&swapped, two));
        assert_eq!(swapped, [b, a]);
        differ += u64::from(a != b);
    }
    assert!(differ > TRIALS / 10, "force is told apart in {differ} trials only");
}

// ---- How a run is cut up ----

const ODD_TRIALS: u64 = 12_345;

#[test]
fn threads_and_chunks_change_no_bit_of_a_tally() {
    for file in ["d-spoilers.toml", "g-doubt.toml"] {
        let model = conformance(file, &Settings::default()).model;
        let plain = run(&model, &Plan::new(SEED, ODD_TRIALS));
        for threads in [1, 2, 3] {
            for chunk in [1, 7, 1000, 1024, 5000] {
                let plan = Plan { threads: Some(threads), chunk, ..Plan::new(SEED, ODD_TRIALS) };
                assert!(run(&model, &plan) == plain, "{file}: {threads} threads, chunks of {chunk}");
            }
        }
        assert!(run(&model, &Plan::new(SEED + 1, ODD_TRIALS)) != plain, "another seed gives another tally");
    }
}

#[test]
fn a_run_split_into_ranges_and_merged_is_the_run() {
    let model = conformance("d-spoilers.toml", &Settings::default()).model;
    let whole = run(&model, &Plan::new(SEED, ODD_TRIALS));
    let part = |trials| run(&model, &Plan { trials, ..Plan::new(SEED, 0) });
    let mut merged = part(9_000..ODD_TRIALS);
    for range in [0..1, 1..777, 777..9_000] {
        merged.merge(&part(range));
    }
    assert!(merged == whole);
    // The twin: one trial left out is noticed.
    let mut short = part(1..9_000);
    short.merge(&part(9_000..ODD_TRIALS));
    assert!(short != whole);
}

#[test]
fn a_trial_run_alone_is_the_trial_run_in_sequence() {
    for file in crate::common::CONFORMANCE {
        let model = conformance(file, &Settings::default()).model;
        let in_sequence = histories(&model, SEED, 3_000);
        let mut simulator = Simulator::new(&model, SEED);
        for trial in (0..3_000).rev().step_by(97) {
            let expected = &in_sequence[trial as usize];
            assert_eq!(&history(&mut simulator, trial), expected, "{file}: trial {trial} in reverse");
            assert_eq!(&history(&mut Simulator::new(&model, SEED), trial), expected, "{file}: trial {trial} alone");
        }
    }
}

// ---- Small changes ----

/// The share of trials that end otherwise.
fn end_otherwise(one: &Scenario, two: &Scenario, seeds: [u64; 2]) -> f64 {
    let ends =
        |scenario: &Scenario, seed| crate::common::each_trial(&scenario.model, seed, TRIALS, |trial| trial.outcome);
    let (one, two) = (ends(one, seeds[0]), ends(two, seeds[1]));
    one.iter().zip(&two).filter(|(one, two)| one != two).count() as f64 / TRIALS as f64
}

#[test]
fn a_small_change_of_a_parameter_changes_few_ends() {
    let plain = scenario(&text("b-mediated.toml"));
    for (path, value) in [
        ("actors.a.reciprocity", "2.02"),
        ("actors.b.fear_of_retaliation", "2.424"),
        ("actors.a.steadiness", "3.03"),
        ("actors.*.misperception", "0.202"),
        ("actors.a.response_days", "6.06"),
        ("relations.channel", "0.606"),
        ("mediators.third.engages_per_day", "0.404"),
        ("dynamics.standing_rate", "0.505"),
    ] {
        let share = end_otherwise(&plain, &scenario_with(&text("b-mediated.toml"), &set(&[(path, value)])), [SEED; 2]);
        assert!(share < 0.05, "1 % more of {path} changes the end of {:.1} % of the trials", 100.0 * share);
    }
    // The twin: other luck changes most of them.
    assert!(end_otherwise(&plain, &plain, [SEED, SEED + 1]) > 0.5);
}
