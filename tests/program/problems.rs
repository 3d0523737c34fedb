//! How problems are told: all at once, each once, in the order of the lines, with the remedy that mends them.

use crate::common::language::{SOUND, checked, count, refused_text, says_in};
use crate::common::program::{err, offramp, offramp_in};

/// Much that is wrong, none of it about who the actors are.
const WRONG: &str = "[relations]\ntrsut = 1\nchannel = 7\n[dynamics]\nlearning = -1\n[mediators.m]\nleverage = { a = 4 }\n[fronts.f]\nactor = \"a\"\nwatching = 99\n[arguments.one]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nadd = { \"actors.a.stinng\" = 1 }\n[overrides]\n\"actors.b.sting\" = 88\n[record]\npeak = \"wra\"\n";

#[test]
fn whatever_is_wrong_with_the_frame_the_rest_is_reported_too() {
    let all = [
        "`trsut`",
        "`relations.channel` must",
        "`dynamics.learning` must",
        "`mediators.m.leverage.",
        "`fronts.f.watching`",
        "`stinng`",
        "`wra`",
    ];
    let own_ladder =
        "[[ladder]]\nid = \"calm\"\nseverity = 0\n[[ladder]]\nseverity = 0.5\n[[ladder]]\nid = \"war\"\nseverity = 1\n";
    for (frame, says) in [
        (SOUND.replace("\"a\"", "\"aa\""), "the opening names `aa`"),
        (SOUND.replace("[actors.b]\n", ""), "there is only `a`"),
        (SOUND.replace("[actors.b]\n", "[actors.b]\n[actors.c]\nstinng = 1\n"), "`a`, `b` and `c`"),
        (SOUND.replace("[opening]\nactor = \"a\"\nrung = \"covert\"\n", ""), "must have `opening`"),
        (SOUND.replace("[actors.a]\n[actors.b]\n", ""), "must have `actors`"),
        (SOUND.replace("actor = \"a\"\n", ""), "must have `actor`"),
        (format!("off_ramp = \"war\"\n{SOUND}"), "below `limited_war`"),
        (format!("limited_war = \"calm\"\n{SOUND}"), "that uses force"),
        (format!("unauthorised_rung = \"covet\"\n{SOUND}"), "did you mean `covert`?"),
        (format!("{SOUND}{own_ladder}"), "must have `id`"),
        (format!("ladder = []\n{SOUND}"), "it has 0"),
        (format!("ladder = 3\n{SOUND}"), "[[ladder]]"),
    ] {
        let told = checked(&format!("{frame}{WRONG}"));
        let may_be_any = says == "must have `id`"; // and then no rung is unknown
        for words in all.iter().chain([&says]) {
            assert!(says_in(&told, words) || (may_be_any && *words == "`wra`"), "no {words} in\n{told}");
        }
        assert!(
            told.contains("`actors.b.sting` must") || !frame.contains("[actors.b]") || frame.contains("[actors.c]"),
            "{told}"
        );
    }
}

#[test]
fn no_false_second_error_about_severities() {
    let told = checked(&format!("{SOUND}[rungs.covert]\nseverity = {{ uniform = [0.3, 0.4] }}\n"));
    assert!(told.contains("cannot be uncertain") && count(&told, "error") == 1, "{told}");
    let ladder = ["calm", "hit", "raid", "war"].map(|id| format!("[[ladder]]\nid = \"{id}\"\nforce = true\n")).concat();
    let marks = "off_ramp = \"calm\"\nlimited_war = \"raid\"\nunauthorised_rung = \"hit\"\n";
    let told = checked(&format!("{marks}{}{ladder}", SOUND.replace("covert", "hit")));
    assert!(told.matches("must have `severity`").count() == 4 && count(&told, "error") == 4, "{told}");
}

#[test]
fn problems_come_in_the_order_of_the_lines_and_consequences_last() {
    let told = checked("[opning]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\nsting = 9\nstinng = 1\n[actors.b]\n");
    let lines: Vec<&str> = told.lines().filter_map(|line| line.trim().strip_prefix("--> mine.toml:")).collect();
    assert_eq!(lines, ["1:2", "5:9", "6:1", "1:1"], "{told}");
    assert!(told.contains("did you mean `opening`?") && told.contains("must have `name`"), "{told}");
}

#[test]
fn keys_and_headings_that_strayed_are_sent_home() {
    for (text, says) in [
        (SOUND.replace("[actors.a]\n[actors.b]", "[actor.a]\n[actor.b]"), "did you mean `actors`?"),
        (format!("{SOUND}[rung.covert]\ndeaths = 1\n"), "did you mean `rungs`?"),
        (format!("{SOUND}[relations]\nextends = \"base.toml\"\n"), "at the top of the file, before the first heading"),
        (format!("{SOUND}[relations]\nhorizon_days = 30\n"), "at the top of the file"),
        (format!("{SOUND}[relations]\nwithout = []\n"), "at the top of the file"),
        (format!("{SOUND}[mediators.m]\nname = \"M\"\n"), "`label`"),
        (format!("\"actors.a.sting\" = 1\n{SOUND}"), "under [overrides], in quotes"),
        (
            format!("{SOUND}[arguments]\nclaim = \"c\"\nwho = \"w\"\nadd = {{ \"actors.a.sting\" = 1 }}\n"),
            "the heading needs a name: [arguments.ID]",
        ),
        (
            SOUND.replace("[actors.a]\n[actors.b]\n", "[actors]\nsting = 1\nsteadiness = 2\n"),
            "needs a name: [actors.ID]",
        ),
        (format!("{SOUND}[rungs]\ndeaths = 1\n"), "needs a name: [rungs.ID]"),
        (format!("{SOUND}[mediators]\nengages_per_day = 1\nleverage = {{ a = 1 }}\n"), "needs a name: [mediators.ID]"),
        (format!("{SOUND}[ladder]\nid = \"x\"\n"), "two pairs of brackets: [[ladder]]"),
        (format!("{SOUND}[record.acts]\nday = 1\n"), "two pairs of brackets: [[record.acts]]"),
        (format!("{SOUND}[[relations]]\ntrust = 1\n"), "one pair of brackets: [relations]"),
        (SOUND.replace("[actors.a]", "[[actors.a]]"), "one pair of brackets: [actors.a]"),
    ] {
        let told = checked(&text);
        assert!(says_in(&told, says), "no {says} in\n{told}");
        assert_eq!(count(&told, "error"), 1, "{told}");
    }
}

#[test]
fn what_to_write_can_be_written() {
    let argument = |key: &str| format!("{SOUND}[arguments.one]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\n{key}\n");
    for (text, says) in [
        (format!("horizon_days = \"90 days\"\n{SOUND}"), "write 90, without"),
        (format!("horizon_days = true\n{SOUND}"), "such as 90"),
        (
            format!("horizon_days = {{ uniform = [30, 90] }}\n{SOUND}"),
            "cannot be uncertain; write a number, such as 90",
        ),
        (SOUND.replace("[actors.b]", "[actors.b]\nresponse_days = \"14 days\""), "write 14, without"),
        (SOUND.replace("\"covert\"", "\"chose\""), "did you mean `choose`?"),
        (SOUND.replace("\"covert\"", "\"x\""), "choose"),
        (format!("{SOUND}[mediators.m]\nleverage = [0.6, 0.2]\n"), "leverage = { ACTOR = 0.5 }"),
        (argument("add = [\"actors.a.sting\", 0.2]"), "add = { \"PATH\" = 0.2 }"),
        (argument("add = \"actors.a.sting\""), "add = { \"PATH\" = 0.2 }"),
        (argument("set = { \"mediators.*.steadiness\" = 1 }\n[mediators.m]"), "engages_per_day, leverage.ACTOR"),
        (format!("{SOUND}[record]\nend_day = [85, 60]\n"), "write `end_day = [60, 85]`"),
        (format!("{SOUND}[record]\ndeaths = [800, 1,500]\n"), "write `deaths = [800, 1500]`"),
        (format!("{SOUND}[expected]\nfeud = [0.6, 0.4]\n"), "write `feud = [0.4, 0.6]`"),
        (
            format!("{SOUND}[relations]\ntrust = {{ uniform = [0.5, 0.2] }}\n"),
            "its first number must be below its last",
        ),
        (format!("{SOUND}[relations]\ntrust = {{ pert = [0.2, 0.1, 0.5] }}\n"), "lo <= mode <= hi"),
        (format!("{SOUND}[relations]\ntrust = {{ normal = [0.5, -1] }}\n"), "sd > 0"),
        (format!("{SOUND}[relations]\ntrust = {{ choice = [] }}\n"), "at least one value"),
        (format!("{SOUND}[relations]\ntrust = 1e300\n"), "but it is 1e300"),
        (format!("horizon_days = 1e300\n{SOUND}"), "but it is 1e300"),
        (format!("{SOUND}[mediators.\"South Asia\"]\n"), "write `south-asia`"),
        (argument("claims = 1").replace("\"w\"", "\"  \""), "`who` must not be empty"),
        (argument("").replace("\"c\"", "\" \""), "`claim` must not be empty"),
        (argument("").replace("\"t\"", "\"\\t\""), "`theme` must not be empty"),
    ] {
        refused_text(&text, &[says]);
    }
}

#[test]
fn one_slip_has_one_error() {
    let upper = SOUND.replace("[actors.a]", "[actors.A]\nsting = 1");
    let told =
        checked(&format!("{upper}[mediators.m]\nleverage = {{ a = 0.5 }}\n[overrides]\n\"actors.a.strain\" = 1\n"));
    assert!(count(&told, "error") == 1 && told.contains("write `a`"), "{told}");
    let twice =
        "[arguments.one]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nadd = { \"actors.a.sting\" = 1 }\n".repeat(2);
    let told = checked(&format!("{SOUND}{twice}"));
    assert!(count(&told, "error") == 1 && told.contains("another name"), "{told}");
    let base = "iran-pakistan-2024";
    let told = checked(&format!("extends = \"{base}\"\nname = \"x\"\n[arguments.china-councels]\nenabled = false\n"));
    assert!(count(&told, "error") == 1 && told.contains("did you mean `china-counsels`?"), "{told}");
}

#[test]
fn a_path_is_marked_where_it_stands() {
    let add = "[arguments.one]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nadd = { \"actors.c.sting\" = -0.8 }\n";
    let told = checked(&format!("{SOUND}{add}"));
    assert!(told.contains("mine.toml:11:9") && told.contains("         ^^^^^^^^^^^^^^^^\n"), "{told}");
}

#[test]
fn two_sets_name_both_places() {
    let argument = |id: &str, set: &str| {
        format!("[arguments.{id}]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nset = {{ {set} }}\n")
    };
    let set = "\"actors.a.sting\" = 0.1";
    let told = checked(&format!("{SOUND}{}{}", argument("one", set), argument("two", set)));
    assert!(told.contains("mine.toml:16:") && says_in(&told, "the other stands in mine.toml:11"), "{told}");
    let told = checked(&format!("{SOUND}{}", argument("one", &format!("{set}, \"actors.*.sting\" = 0.2"))));
    assert!(told.contains("by argument `one`, as `actors.") && !told.contains("switch one"), "{told}");
}

#[test]
fn arguments_that_are_named_otherwise() {
    let argument = "[arguments.one]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nadd = { \"actors.a.sting\" = 1 }\n";
    assert!(checked(&format!("without = [\"arguments.one\"]\n{SOUND}{argument}")).contains("write `one` alone"));
    let told = err(&offramp(&["run", "--without", "china-counsels,few-deaths"]));
    assert!(told.contains("one at a time"), "{told}");
}

#[test]
fn options_get_the_messages_of_the_file() {
    for (set, says) in [
        ("relations.trust=70%", "write --set relations.trust=0.7"),
        ("relations.trust=0,7", "write --set relations.trust=0.7"),
        ("relations.trust=.5", "write --set relations.trust=0.5"),
        ("relations.trust=0.2..0.5", "write --set 'relations.trust={ uniform = [0.2, 0.5] }'"),
        ("relations.trust=high", "must be a number, but it is `high`"),
        ("opening.actor=india", "`opening.actor` is no number"),
        ("off_ramp=posture", "`off_ramp` is no number"),
    ] {
        let output = offramp(&["run", "--set", set]);
        assert_eq!(output.status.code(), Some(65));
        assert!(err(&output).contains(says) && !err(&output).contains("literal"), "{set}: {}", err(&output));
    }
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("base.toml"), SOUND).unwrap();
    std::fs::write(place.path().join("mine.toml"), "\nextends = \"base.toml\"\n").unwrap();
    let told = err(&offramp_in(place.path(), &["check", "mine.toml"]));
    assert!(told.contains("no `name` of its own") && told.contains("mine.toml:2:11"), "{told}");
}
