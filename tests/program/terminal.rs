//! What reaches the terminal of scenarios with hostile texts: no text that does more than be read.

#[cfg(unix)]
use crate::common::harmless::harmless_line;
use crate::common::harmless::{HOSTILE, harmless};
use crate::common::program::{CASE, offramp_in, out};
use offramp::scenario::{Scenario, Settings};

/// A text as TOML has to write it.
fn escapes(text: &str) -> String {
    text.chars().fold(String::new(), |text, c| {
        text + &format!("\\u{:04x}", u32::from(c))
    })
}

/// A scenario with such a text wherever a scenario may hold one.
fn hostile_case(everywhere: &str) -> String {
    let text = escapes(everywhere);
    format!(
        r#"name = "Sound"
summary = "{text}"
shows = "{text}"
try = ["{text}"]
[opening]
actor = "north"
rung = "strike-militants"
[actors.north]
shock_of_surprise = 0.5
[actors.south]
[arguments.one]
claim = "{text}"
who = "{text}"
theme = "{text}"
source = "{text}"
quote_of = "{text}"
add = {{ "actors.north.shock_of_surprise" = 0.1 }}
[record]
outcome = "one-round"
[[record.acts]]
day = 0
actor = "north"
rung = "strike-militants"
note = "{text}"
[sources]
"{text}" = "{text}"
"#
    )
}

/// Every command that reads a scenario, with its exit code. `FILE` and `OUT` stand for the names of
/// a hostile file and folder, `LABEL` for a variant of a hostile name.
#[cfg(unix)]
const COMMANDS: [(&str, i32); 26] = [
    ("run FILE --trials 60 --out OUT", 0),
    ("run FILE --trials 60 --full --no-files", 0),
    ("rerun OUT/manifest.json --out again\u{1b}[0m", 0),
    ("run FILE --format json --trials 60 --out OUT", 0),
    (
        "run FILE --set relations.trust=0.4 --trials 60 --out OUT",
        0,
    ),
    ("run FILE --without one --trials 60 --out OUT", 0),
    (
        "compare case.toml FILE --trials 60 --flipped --out c\u{1b}",
        0,
    ),
    (
        "compare case.toml --variant LABEL --trials 60 --flipped --out c\u{1b}",
        0,
    ),
    (
        "compare FILE --variant LABEL --trials 60 --format json --no-files",
        0,
    ),
    (
        "sweep FILE --trials 60 --out s\u{1b} --vary relations.crisis_communication=0..1:2",
        0,
    ),
    (
        "tip FILE --trials 60 --out t\u{1b} --vary relations.crisis_communication=0..1 --outcome wars --share 0.1",
        0,
    ),
    ("why FILE --trials 60 --out w\u{1b} --later", 0),
    ("why FILE --trials 60 --no-files --full", 0),
    ("check FILE case.toml", 0),
    ("show FILE", 0),
    ("show FILE --arguments", 0),
    ("show FILE --diff case.toml", 0),
    ("show case.toml --diff FILE", 0),
    ("parameters --scenario FILE", 0),
    ("parameters shock_of_surprise --scenario FILE", 0),
    ("new what-if --extends FILE", 0),
    ("check what-if.toml", 0),
    ("run FILE --shard 1/2 --trials 60 --out p\u{1b}", 0),
    ("run FILE --shard 2/2 --trials 60 --out p\u{1b}", 0),
    (
        "merge p\u{1b}/shard-1-of-2.json p\u{1b}/shard-2-of-2.json --out m\u{1b}",
        0,
    ),
    ("merge p\u{1b}/shard-1-of-2.json p\u{1b}/none.json", 66),
];

/// Every command that reads a scenario shows one of hostile texts as harmless ones; also where the
/// file and the folder are so named.
#[cfg(unix)]
#[test]
fn hostile_texts_and_names_reach_no_terminal() {
    let place = tempfile::tempdir().unwrap();
    let file = "\u{1b}[31m\r\u{202e}\nx.toml";
    let hostile = hostile_case(&format!("{HOSTILE}\nnext line"));
    std::fs::write(place.path().join(file), hostile).unwrap();
    std::fs::write(place.path().join("case.toml"), CASE).unwrap();
    let out = "\u{1b}[31m\r\u{7f}\u{202e}\nr";
    let label = format!("{HOSTILE}: --set relations.trust=0.4");
    let texts = [("FILE", file), ("OUT", out), ("LABEL", label.as_str())];
    for (line, code) in COMMANDS {
        assert_eq!(
            harmless_line(place.path(), line, &texts),
            Some(code),
            "{line}"
        );
    }
}

/// What `show` and `--format json` print of such texts is TOML and JSON of the same meaning.
#[test]
fn what_is_shown_of_hostile_texts_reads_back_the_same() {
    let place = tempfile::tempdir().unwrap();
    let text = format!("{HOSTILE}\nnext");
    std::fs::write(place.path().join("mine.toml"), hostile_case(&text)).unwrap();
    let shown = out(&offramp_in(place.path(), &["show", "mine.toml"]));
    std::fs::write(place.path().join("shown.toml"), &shown).unwrap();
    assert_eq!(
        out(&offramp_in(place.path(), &["show", "shown.toml"]))
            .split_once('\n')
            .unwrap()
            .1,
        shown.split_once('\n').unwrap().1
    );
    let read = Scenario::from_text("shown.toml", &shown, &Settings::default()).unwrap();
    assert_eq!(read.guide.summary, text);
    let label = format!("{HOSTILE}: --set relations.trust=0.4");
    let words = [
        "compare",
        "mine.toml",
        "--variant",
        &label,
        "--trials",
        "20",
        "--no-files",
        "--format",
        "json",
    ];
    let document: serde_json::Value =
        serde_json::from_str(&out(&offramp_in(place.path(), &words))).unwrap();
    assert!(
        document.to_string().contains("\\u001b")
            && document["variants"][0]["name"].as_str() == Some(HOSTILE),
        "{document}"
    );
}

/// Scenario files that are wrong, with hostile texts where the wrong is shown.
#[test]
fn hostile_texts_of_wrong_scenarios_reach_no_terminal() {
    let place = tempfile::tempdir().unwrap();
    let text = escapes(&format!("{HOSTILE}\n"));
    let sound =
        "name = \"x\"\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\n[actors.b]\n";
    for wrong in [
        format!("{sound}[arguments.\"{text}\"]\nclaim = \"x\"\nwho = \"x\"\ntheme = \"x\"\n"),
        format!("{sound}[mediators.\"{text}\"]\n"),
        format!("{sound}[overrides]\n\"{text}\" = 1\n"),
        format!("\"{text}\" = 1\n{sound}"),
        format!("without = [\"{text}\"]\n{sound}"),
        format!("off_ramp = \"{text}\"\n{sound}"),
        format!("extends = \"{text}\"\n{sound}"),
        format!("extends = \"{text}.toml\"\n{sound}"),
        sound.replace("\"x\"", &format!("\"{text}\"")),
        sound.replace("\"covert\"", &format!("\"{text}\"")),
        format!("{sound}label = \"{text}\"\n"),
        format!("{sound}shock_of_surprise = \"{text}\"\n"),
        format!("{sound}# {HOSTILE}\n"),
        format!("{sound}x = {HOSTILE}\n"),
        format!("{sound}shock_of_surprise = 7 # {}\n", "\u{202e}\u{2066}"),
    ] {
        std::fs::write(place.path().join("mine.toml"), &wrong).unwrap();
        for command in [
            &["check"][..],
            &["run", "--no-files", "--trials", "10"],
            &["show"],
        ] {
            let code = harmless(place.path(), &[command, &["mine.toml"]].concat());
            assert!(matches!(code, Some(65 | 66)), "{code:?} {wrong}");
        }
    }
}
