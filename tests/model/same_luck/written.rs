//! How a scenario is written changes no trial: names, labels, the order of tables and keys, and
//! which actor is first.

use std::fmt::Write;

use crate::common::{History, baseline, histories, scenario};
use offramp::scenario::{Scenario, Settings};

use super::{SEED, TRIALS, assert_same, text};

fn shipped_baseline() -> &'static str {
    offramp::scenario::library::text("iran-pakistan-2024").unwrap()
}

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
    assert_same(
        &scenario(&plain),
        &scenario(&renamed),
        "renaming both actors",
    );
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

/// The same file with its tables and the keys of each in reverse; the rungs of a ladder stay in
/// order.
fn reversed(text: &str) -> String {
    let (rungs, mut others): (Vec<_>, Vec<_>) = tables(text)
        .into_iter()
        .partition(|table| table.first().is_some_and(|line| *line == "[[ladder]]"));
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
    for file in crate::common::CONFORMANCE
        .into_iter()
        .filter(|&file| file != "h-what-if.toml")
    {
        let (before, after) = (text(file), reversed(&text(file)));
        assert_ne!(before, after);
        let (one, two) = (scenario(&before), scenario(&after));
        assert_ne!(
            one.names.opener_first, two.names.opener_first,
            "the actors changed places in the file"
        );
        assert_same(&one, &two, &format!("{file} in reverse"));
    }
}

/// One actor's table, and what third parties have to do with it, under a name of its own.
const SWAPPED: &str = "name = \"two of a kind\"\nhorizon_days = 120\n[opening]\nactor = \"ONE\"\nrung = \"choose\"\n\
    provocation = 0.6\n\
    [mediators.m]\nengages_per_day = 0.2\nleverage = { ONE = 0.7, TWO = { uniform = [0.1, 0.3] } }\n\
    [fronts.f]\nactor = \"TWO\"\nopens_per_day = 0.1\noverstretch = 0.5\naudience_weight = 0.4\n\
    [armed_groups.s]\nvictim = \"ONE\"\nattacks_per_day = 0.02\nseverity = 0.6\n\
    [overrides]\n\"actors.ONE.hostile_attribution\" = { uniform = [-0.1, 0.2] }\n";
const FIRST: &str = "[actors.ONE]\nreciprocity = 3\nfear_of_escalation = { uniform = [0.5, 1.5] }\nresponse_days = 2\n\
    stake = 1.5\noccasions_per_day = 0.04\n";
const SECOND: &str = "[actors.TWO]\naudience_cost = 2\nshock_of_surprise = 0.5\nstrength = 1.5\n\
    occasions_per_day = 0.02\ndenial = 0.3\ncontrition = 0.4\n";

#[test]
fn two_actors_swapped_with_all_they_own_swap_their_force_and_nothing_else() {
    let named =
        |text: &str, one: &str, two: &str| scenario(&text.replace("ONE", one).replace("TWO", two));
    let plain = named(&format!("{SWAPPED}{FIRST}{SECOND}"), "a", "b");
    let swapped = named(&format!("{SWAPPED}{SECOND}{FIRST}"), "b", "a");
    let order = |scenario: &Scenario| {
        scenario
            .names
            .actors_in_order()
            .map(|side| scenario.names.actors[side as usize].id.clone())
    };
    assert_eq!(order(&plain), ["a", "b"]);
    assert_eq!(order(&swapped), ["a", "b"]);
    let by_name = |scenario: &Scenario, history: &History| {
        scenario
            .names
            .actors_in_order()
            .map(|side| history.summary.force[side as usize])
    };
    let one = histories(&plain.model, SEED, TRIALS);
    let two = histories(&swapped.model, SEED, TRIALS);
    let mut differ = 0;
    let mut challenged = 0;
    for (one, two) in one.iter().zip(&two) {
        assert_eq!(one, two);
        let ([a, b], swapped) = (by_name(&plain, one), by_name(&swapped, two));
        assert_eq!(swapped, [b, a]);
        differ += u64::from(a != b);
        challenged += one.summary.challenges;
    }
    assert!(challenged > TRIALS / 10, "{challenged} challenges only");
    assert!(
        differ > TRIALS / 10,
        "force is told apart in {differ} trials only"
    );
}
