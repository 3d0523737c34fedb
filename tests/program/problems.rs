//! How problems are reported: all at once, each once, in the order of the lines.

use crate::common::language::{SOUND, checked, count, says_in};

/// Much that is wrong, none of it about who the actors are.
const WRONG: &str = "[relations]\ntrsut = 1\ncrisis_communication = 7\n[dynamics]\nfatigue = -1\n[mediators.m]\nleverage = { a = 4 }\n[fronts.f]\nactor = \"a\"\naudience_weight = 99\n[arguments.one]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nadd = { \"actors.a.stinng\" = 1 }\n[overrides]\n\"actors.b.shock_of_surprise\" = 88\n[record]\npeak = \"wra\"\n";

#[test]
fn whatever_is_wrong_with_the_frame_the_rest_is_reported_too() {
    let all = [
        "`trsut`",
        "`relations.crisis_communication` must",
        "`dynamics.fatigue` must",
        "`mediators.m.leverage.",
        "`fronts.f.audience_weight`",
        "`stinng`",
        "`wra`",
    ];
    let own_ladder = "[[ladder]]\nid = \"calm\"\nseverity = 0\n[[ladder]]\nseverity = 0.5\n[[ladder]]\nid = \"war\"\nseverity = 1\n";
    for (frame, says) in [
        (SOUND.replace("\"a\"", "\"aa\""), "the opening names `aa`"),
        (SOUND.replace("[actors.b]\n", ""), "there is only `a`"),
        (
            SOUND.replace("[actors.b]\n", "[actors.b]\n[actors.c]\nstinng = 1\n"),
            "`a`, `b` and `c`",
        ),
        (
            SOUND.replace("[opening]\nactor = \"a\"\nrung = \"covert\"\n", ""),
            "must have `opening`",
        ),
        (
            SOUND.replace("[actors.a]\n[actors.b]\n", ""),
            "must have `actors`",
        ),
        (SOUND.replace("actor = \"a\"\n", ""), "must have `actor`"),
        (
            format!("off_ramp = \"war\"\n{SOUND}"),
            "below `limited_war`",
        ),
        (
            format!("limited_war = \"calm\"\n{SOUND}"),
            "that uses force",
        ),
        (
            format!("unauthorised_rung = \"covet\"\n{SOUND}"),
            "did you mean `covert`?",
        ),
        (format!("{SOUND}{own_ladder}"), "must have `id`"),
        (format!("ladder = []\n{SOUND}"), "it has 0"),
        (format!("ladder = 3\n{SOUND}"), "[[ladder]]"),
    ] {
        let told = checked(&format!("{frame}{WRONG}"));
        let may_be_any = says == "must have `id`"; // and then no rung is unknown
        for words in all.iter().chain([&says]) {
            assert!(
                says_in(&told, words) || (may_be_any && *words == "`wra`"),
                "no {words} in\n{told}"
            );
        }
        assert!(
            told.contains("`actors.b.shock_of_surprise` must")
                || !frame.contains("[actors.b]")
                || frame.contains("[actors.c]"),
            "{told}"
        );
    }
}

#[test]
fn no_false_second_error_about_severities() {
    let told = checked(&format!(
        "{SOUND}[rungs.covert]\nseverity = {{ uniform = [0.3, 0.4] }}\n"
    ));
    assert!(
        told.contains("cannot be uncertain") && count(&told, "error") == 1,
        "{told}"
    );
    let ladder = ["calm", "hit", "raid", "war"]
        .map(|id| format!("[[ladder]]\nid = \"{id}\"\nforce = true\n"))
        .concat();
    let marks = "off_ramp = \"calm\"\nlimited_war = \"raid\"\nunauthorised_rung = \"hit\"\n";
    let told = checked(&format!(
        "{marks}{}{ladder}",
        SOUND.replace("covert", "hit")
    ));
    assert!(
        told.matches("must have `severity`").count() == 4 && count(&told, "error") == 4,
        "{told}"
    );
}

#[test]
fn problems_come_in_the_order_of_the_lines_and_consequences_last() {
    let told = checked(
        "[opning]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\nslight = 9\nslightt = 1\n[actors.b]\n",
    );
    let lines: Vec<&str> = told
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--> mine.toml:"))
        .collect();
    assert_eq!(lines, ["1:2", "5:10", "6:1", "1:1"], "{told}");
    assert!(
        told.contains("did you mean `opening`?") && told.contains("must have `name`"),
        "{told}"
    );
}

#[test]
fn one_slip_has_one_error() {
    let upper = SOUND.replace("[actors.a]", "[actors.A]\nslight = 1");
    let told = checked(&format!(
        "{upper}[mediators.m]\nleverage = {{ a = 0.5 }}\n[overrides]\n\"actors.a.overstretch\" = 1\n"
    ));
    assert!(
        count(&told, "error") == 1 && told.contains("write `a`"),
        "{told}"
    );
    let twice =
        "[arguments.one]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nadd = { \"actors.a.shock_of_surprise\" = 1 }\n".repeat(2);
    let told = checked(&format!("{SOUND}{twice}"));
    assert!(
        count(&told, "error") == 1 && told.contains("another name"),
        "{told}"
    );
    let base = "iran-pakistan-2024";
    let told = checked(&format!(
        "extends = \"{base}\"\nname = \"x\"\n[arguments.china-councels]\nenabled = false\n"
    ));
    assert!(
        count(&told, "error") == 1 && told.contains("did you mean `china-counsels`?"),
        "{told}"
    );
}

#[test]
fn a_path_is_marked_where_it_stands() {
    let add = "[arguments.one]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nadd = { \"actors.c.shock_of_surprise\" = -0.8 }\n";
    let told = checked(&format!("{SOUND}{add}"));
    assert!(
        told.contains("mine.toml:11:9") && told.contains("         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"),
        "{told}"
    );
}

#[test]
fn two_sets_name_both_places() {
    let argument = |id: &str, set: &str| {
        format!("[arguments.{id}]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nset = {{ {set} }}\n")
    };
    let set = "\"actors.a.shock_of_surprise\" = 0.1";
    let told = checked(&format!(
        "{SOUND}{}{}",
        argument("one", set),
        argument("two", set)
    ));
    assert!(
        told.contains("mine.toml:16:") && says_in(&told, "the other stands in mine.toml:11"),
        "{told}"
    );
    let told = checked(&format!(
        "{SOUND}{}",
        argument(
            "one",
            &format!("{set}, \"actors.*.shock_of_surprise\" = 0.2")
        )
    ));
    assert!(
        told.contains("by argument `one`, as `actors.") && !told.contains("switch one"),
        "{told}"
    );
}
