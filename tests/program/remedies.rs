//! What a problem says to do can be done: where a key belongs, what to write in its place, which
//! option.

use crate::common::language::{SOUND, checked, count, refused_text, says_in};
use crate::common::program::{err, offramp, offramp_in};

/// A text gets one error, with these words.
#[track_caller]
fn gets_one_error(text: &str, says: &str) {
    let told = checked(text);
    assert!(says_in(&told, says), "no {says} in\n{told}");
    assert_eq!(count(&told, "error"), 1, "{told}");
}

/// What stands behind a sound scenario under a heading where it does not belong, and where it does.
const STRAYED_KEYS: [(&str, &str); 4] = [
    (
        "[relations]\nextends = \"base.toml\"\n",
        "at the top of the file, before the first heading",
    ),
    ("[relations]\nhorizon_days = 30\n", "at the top of the file"),
    ("[relations]\nwithout = []\n", "at the top of the file"),
    ("[mediators.m]\nname = \"M\"\n", "`label`"),
];

#[test]
fn keys_that_strayed_are_sent_home() {
    for (text, says) in STRAYED_KEYS {
        gets_one_error(&format!("{SOUND}{text}"), says);
    }
    gets_one_error(
        &format!("\"actors.a.shock_of_surprise\" = 1\n{SOUND}"),
        "under [overrides], in quotes",
    );
}

/// Headings behind a sound scenario that are not as they must be, and how they must be.
const WRONG_HEADINGS: [(&str, &str); 7] = [
    ("[rung.covert]\ndeaths = 1\n", "did you mean `rungs`?"),
    (
        "[arguments]\nclaim = \"c\"\nwho = \"w\"\nadd = { \"actors.a.shock_of_surprise\" = 1 }\n",
        "the heading needs a name: [arguments.ID]",
    ),
    ("[rungs]\ndeaths = 1\n", "needs a name: [rungs.ID]"),
    (
        "[mediators]\nengages_per_day = 1\nleverage = { a = 1 }\n",
        "needs a name: [mediators.ID]",
    ),
    (
        "[ladder]\nid = \"x\"\n",
        "two pairs of brackets: [[ladder]]",
    ),
    (
        "[record.acts]\nday = 1\n",
        "two pairs of brackets: [[record.acts]]",
    ),
    (
        "[[relations]]\ntrust = 1\n",
        "one pair of brackets: [relations]",
    ),
];

#[test]
fn headings_that_strayed_are_sent_home() {
    for (text, says) in WRONG_HEADINGS {
        gets_one_error(&format!("{SOUND}{text}"), says);
    }
    let misspelt = SOUND.replace("[actors.a]\n[actors.b]", "[actor.a]\n[actor.b]");
    gets_one_error(&misspelt, "did you mean `actors`?");
    let without_names = SOUND.replace(
        "[actors.a]\n[actors.b]\n",
        "[actors]\nslight = 1\nchoice_precision = 2\n",
    );
    gets_one_error(&without_names, "needs a name: [actors.ID]");
    let listed = SOUND.replace("[actors.a]", "[[actors.a]]");
    gets_one_error(&listed, "one pair of brackets: [actors.a]");
}

/// What a remedy says to write in place of what stands before a sound scenario.
const BEFORE: [(&str, &str); 4] = [
    ("horizon_days = \"90 days\"\n", "write 90, without"),
    ("horizon_days = true\n", "such as 90"),
    (
        "horizon_days = { uniform = [30, 90] }\n",
        "cannot be uncertain; write a number, such as 90",
    ),
    ("horizon_days = 1e300\n", "but it is 1e300"),
];

/// What a remedy says to write in place of what stands behind a sound scenario.
const BEHIND: [(&str, &str); 10] = [
    (
        "[mediators.m]\nleverage = [0.6, 0.2]\n",
        "leverage = { ACTOR = 0.5 }",
    ),
    (
        "[record]\nend_day = [85, 60]\n",
        "write `end_day = [60, 85]`",
    ),
    (
        "[record]\ndeaths = [800, 1,500]\n",
        "write `deaths = [800, 1500]`",
    ),
    (
        "[expected]\nseveral-rounds = [0.6, 0.4]\n",
        "write `several-rounds = [0.4, 0.6]`",
    ),
    (
        "[relations]\ntrust = { uniform = [0.5, 0.2] }\n",
        "its first number must be below its last",
    ),
    (
        "[relations]\ntrust = { pert = [0.2, 0.1, 0.5] }\n",
        "lo <= mode <= hi",
    ),
    ("[relations]\ntrust = { normal = [0.5, -1] }\n", "sd > 0"),
    (
        "[relations]\ntrust = { choice = [] }\n",
        "at least one value",
    ),
    ("[relations]\ntrust = 1e300\n", "but it is 1e300"),
    ("[mediators.\"South Asia\"]\n", "write `south-asia`"),
];

/// What is put in place of a part of a sound scenario, and what its remedy says to write.
const IN_PLACE: [(&str, &str, &str); 3] = [
    (
        "[actors.b]",
        "[actors.b]\nresponse_days = \"14 days\"",
        "write 14, without",
    ),
    ("\"covert\"", "\"chose\"", "did you mean `choose`?"),
    ("\"covert\"", "\"x\"", "choose"),
];

#[test]
fn what_to_write_can_be_written() {
    for (text, says) in BEFORE {
        refused_text(&format!("{text}{SOUND}"), &[says]);
    }
    for (text, says) in BEHIND {
        refused_text(&format!("{SOUND}{text}"), &[says]);
    }
    for (from, to, says) in IN_PLACE {
        refused_text(&SOUND.replace(from, to), &[says]);
    }
}

#[test]
fn what_to_write_of_an_argument_can_be_written() {
    let argument = |key: &str| {
        format!("{SOUND}[arguments.one]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\n{key}\n")
    };
    for (key, says) in [
        (
            "add = [\"actors.a.shock_of_surprise\", 0.2]",
            "add = { \"PATH\" = 0.2 }",
        ),
        (
            "add = \"actors.a.shock_of_surprise\"",
            "add = { \"PATH\" = 0.2 }",
        ),
        (
            "set = { \"mediators.*.choice_precision\" = 1 }\n[mediators.m]",
            "engages_per_day, leverage.ACTOR",
        ),
    ] {
        refused_text(&argument(key), &[says]);
    }
    refused_text(
        &argument("claims = 1").replace("\"w\"", "\"  \""),
        &["`who` must not be empty"],
    );
    refused_text(
        &argument("").replace("\"c\"", "\" \""),
        &["`claim` must not be empty"],
    );
    refused_text(
        &argument("").replace("\"t\"", "\"\\t\""),
        &["`theme` must not be empty"],
    );
}

#[test]
fn arguments_that_are_named_otherwise() {
    let argument = "[arguments.one]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nadd = { \"actors.a.shock_of_surprise\" = 1 }\n";
    assert!(
        checked(&format!("without = [\"arguments.one\"]\n{SOUND}{argument}"))
            .contains("write `one` alone")
    );
    let told = err(&offramp(&["run", "--without", "china-counsels,few-deaths"]));
    assert!(told.contains("one at a time"), "{told}");
}

#[test]
fn options_get_the_messages_of_the_file() {
    for (set, says) in [
        ("relations.trust=70%", "write --set relations.trust=0.7"),
        ("relations.trust=0,7", "write --set relations.trust=0.7"),
        ("relations.trust=.5", "write --set relations.trust=0.5"),
        (
            "relations.trust=0.2..0.5",
            "write --set 'relations.trust={ uniform = [0.2, 0.5] }'",
        ),
        ("relations.trust=high", "must be a number, but it is `high`"),
        ("opening.actor=india", "`opening.actor` is no number"),
        ("off_ramp=posture", "`off_ramp` is no number"),
    ] {
        let output = offramp(&["run", "--set", set]);
        assert_eq!(output.status.code(), Some(65));
        assert!(
            err(&output).contains(says) && !err(&output).contains("literal"),
            "{set}: {}",
            err(&output)
        );
    }
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("base.toml"), SOUND).unwrap();
    std::fs::write(
        place.path().join("mine.toml"),
        "\nextends = \"base.toml\"\n",
    )
    .unwrap();
    let told = err(&offramp_in(place.path(), &["check", "mine.toml"]));
    assert!(
        told.contains("no `name` of its own") && told.contains("mine.toml:2:11"),
        "{told}"
    );
}
