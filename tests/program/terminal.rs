//! What reaches the terminal: no text that does more than be read.

use crate::common::program::{CASE, err, offramp_in, out, place_with_case};
use offramp::scenario::{Scenario, Settings};

/// Whether a byte or character of what reached the terminal does more than be read.
fn unsafe_in(output: &[u8]) -> Option<char> {
    let text = String::from_utf8_lossy(output);
    let direction = |c: char| matches!(u32::from(c), 0x61c | 0x200e | 0x200f | 0x2028..=0x202e | 0x2066..=0x206f);
    text.chars().find(|&c| c != '\n' && (c.is_control() || direction(c)))
}

/// Nothing that does more than be read, and no fault of the program; gives its exit code.
fn harmless(folder: &std::path::Path, words: &[&str]) -> Option<i32> {
    let output = offramp_in(folder, words);
    for (name, bytes) in [("output", &output.stdout), ("error", &output.stderr)] {
        let found = unsafe_in(bytes);
        let shown = String::from_utf8_lossy(bytes);
        assert_eq!(found, None, "in standard {name} of {words:?}: {}", shown.escape_debug());
    }
    let code = output.status.code();
    assert!(code.is_some_and(|code| code != 70), "{words:?}: {}", err(&output));
    code
}

/// What dresses up a terminal, or turns what stands beside it.
const HOSTILE: &str = "a\u{1b}[31mb\u{1b}]0;title\u{7}\rc\u{7f}d\u{9b}5me\u{202e}f\u{2066}g\u{200f}h\u{2028}i\tj\u{8}k";

/// A text as TOML has to write it.
fn escapes(text: &str) -> String {
    text.chars().fold(String::new(), |text, c| text + &format!("\\u{:04x}", u32::from(c)))
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
sting = 0.5
[actors.south]
[arguments.one]
claim = "{text}"
who = "{text}"
theme = "{text}"
source = "{text}"
quote_of = "{text}"
add = {{ "actors.north.sting" = 0.1 }}
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

/// Every command that reads a scenario shows one of hostile texts as harmless ones; also where the file and the folder are
/// so named.
#[cfg(unix)]
#[test]
fn hostile_texts_and_names_reach_no_terminal() {
    let place = tempfile::tempdir().unwrap();
    let file = "\u{1b}[31m\r\u{202e}\nx.toml";
    std::fs::write(place.path().join(file), hostile_case(&format!("{HOSTILE}\nnext line"))).unwrap();
    std::fs::write(place.path().join("case.toml"), CASE).unwrap();
    let out = "\u{1b}[31m\r\u{7f}\u{202e}\nr";
    let few = ["--trials", "60", "--out", out];
    let vary = ["--vary", "relations.channel=0..1:2"];
    let tip = ["--vary", "relations.channel=0..1", "--outcome", "wars", "--share", "0.1"];
    let manifest = format!("{out}/manifest.json");
    let label = format!("{HOSTILE}: --set relations.trust=0.4");
    for (words, code) in [
        (&[&["run", file][..], &few].concat()[..], 0),
        (&["rerun", &manifest, "--out", "again\u{1b}[0m"], 0),
        (&[&["run", file, "--format", "json"][..], &few].concat(), 0),
        (&[&["run", file, "--set", "relations.trust=0.4"][..], &few].concat(), 0),
        (&[&["run", file, "--without", "one"][..], &few].concat(), 0),
        (&["compare", "case.toml", file, "--trials", "60", "--flipped", "--out", "c\u{1b}"], 0),
        (&["compare", "case.toml", "--variant", &label, "--trials", "60", "--flipped", "--out", "c\u{1b}"], 0),
        (&["compare", file, "--variant", &label, "--trials", "60", "--format", "json", "--no-files"], 0),
        (&[&["sweep", file, "--trials", "60", "--out", "s\u{1b}"][..], &vary].concat(), 0),
        (&[&["tip", file, "--trials", "60", "--out", "t\u{1b}"][..], &tip].concat(), 0),
        (&["check", file, "case.toml"], 0),
        (&["show", file], 0),
        (&["show", file, "--arguments"], 0),
        (&["show", file, "--diff", "case.toml"], 0),
        (&["show", "case.toml", "--diff", file], 0),
        (&["parameters", "--scenario", file], 0),
        (&["parameters", "sting", "--scenario", file], 0),
        (&["new", "what-if", "--extends", file], 0),
        (&["check", "what-if.toml"], 0),
        (&[&["run", file, "--shard", "1/2"][..], &few[..2], &["--out", "p\u{1b}"]].concat(), 0),
        (&[&["run", file, "--shard", "2/2"][..], &few[..2], &["--out", "p\u{1b}"]].concat(), 0),
        (&["merge", "p\u{1b}/shard-1-of-2.json", "p\u{1b}/shard-2-of-2.json", "--out", "m\u{1b}"], 0),
        (&["merge", "p\u{1b}/shard-1-of-2.json", "p\u{1b}/none.json"], 66),
    ] {
        assert_eq!(harmless(place.path(), words), Some(code), "{words:?}: {}", err(&offramp_in(place.path(), words)));
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
        out(&offramp_in(place.path(), &["show", "shown.toml"])).split_once('\n').unwrap().1,
        shown.split_once('\n').unwrap().1
    );
    let read = Scenario::from_text("shown.toml", &shown, &Settings::default()).unwrap();
    assert_eq!(read.guide.summary, text);
    let label = format!("{HOSTILE}: --set relations.trust=0.4");
    let words = ["compare", "mine.toml", "--variant", &label, "--trials", "20", "--no-files", "--format", "json"];
    let document: serde_json::Value = serde_json::from_str(&out(&offramp_in(place.path(), &words))).unwrap();
    assert!(
        document.to_string().contains("\\u001b") && document["variants"][0]["name"].as_str() == Some(HOSTILE),
        "{document}"
    );
}

/// A command line of hostile words, in every place where one may stand: refused or taken, and shown as harmless.
#[cfg(unix)]
#[test]
fn hostile_words_of_a_command_line_reach_no_terminal() {
    let place = place_with_case();
    let word = HOSTILE;
    let commands =
        "run compare sweep tip rerun merge list show check new parameters schema completions man help".split(' ');
    for command in commands {
        for words in [
            vec![command, word],
            vec![command, "case.toml", word],
            vec![command, "--set", word],
            vec![command, "--vary", word],
            vec![command, "--trials", word],
            vec![command, word, word],
        ] {
            harmless(place.path(), &words);
        }
        for option in [
            "seed",
            "precision",
            "threads",
            "shard",
            "out",
            "format",
            "charts",
            "variant",
            "outcome",
            "share",
            "diff",
            "extends",
            "without",
            "with",
            "scenario",
            word,
        ] {
            harmless(place.path(), &[command, &format!("--{option}={word}")]);
        }
        harmless(place.path(), &[command, "--help"]);
    }
    let path = format!("actors.{word}.sting");
    for words in [
        vec!["run", "case.toml", "--without", word],
        vec!["run", "case.toml", "--set", &format!("{path}=1")],
        vec!["run", "case.toml", "--set", &format!("relations.trust={word}")],
        vec!["run", "case.toml", "--set", &format!("relations.trust=\"{word}\"")],
        vec!["run", "case.toml", "--set", &format!("opening.rung={word}"), "--trials", "10"],
        vec!["run", "case.toml", "--out", &format!("case.toml/{word}")],
        vec!["sweep", "case.toml", "--vary", &format!("{path}=0..1:2")],
        vec!["sweep", "case.toml", "--vary", &format!("relations.trust=0..1:{word}")],
        vec!["parameters", &path],
        vec!["compare", "case.toml", "--variant", &format!("x: --set {path}=1")],
        vec!["compare", "case.toml", "--variant", &format!("x: --{word}")],
        vec![&format!("{word}.toml")],
        vec!["--version"],
        vec!["--help"],
        vec![word],
    ] {
        harmless(place.path(), &words);
    }
}

/// Scenario files that are wrong, with hostile texts where the wrong is shown.
#[test]
fn hostile_texts_of_wrong_scenarios_reach_no_terminal() {
    let place = tempfile::tempdir().unwrap();
    let text = escapes(&format!("{HOSTILE}\n"));
    let sound = "name = \"x\"\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\n[actors.b]\n";
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
        format!("{sound}sting = \"{text}\"\n"),
        format!("{sound}# {HOSTILE}\n"),
        format!("{sound}x = {HOSTILE}\n"),
        format!("{sound}sting = 7 # {}\n", "\u{202e}\u{2066}"),
    ] {
        std::fs::write(place.path().join("mine.toml"), &wrong).unwrap();
        for command in [&["check"][..], &["run", "--no-files", "--trials", "10"], &["show"]] {
            let code = harmless(place.path(), &[command, &["mine.toml"]].concat());
            assert!(matches!(code, Some(65 | 66)), "{code:?} {wrong}");
        }
    }
}

/// Words of any bytes are taken, and a study of a file so named can be run again.
#[cfg(unix)]
#[test]
fn words_of_any_bytes_are_taken() {
    use std::ffi::{OsStr, OsString};
    use std::os::unix::ffi::OsStrExt;
    let place = place_with_case();
    let odd = |name: &[u8]| OsStr::from_bytes(name).to_owned();
    let (file, folder) = (odd(b"o\xffdd.toml"), odd(b"r\xfe"));
    std::fs::write(place.path().join(&file), CASE).unwrap();
    let run = |words: Vec<OsString>| {
        let output = crate::common::program::program().args(&words).current_dir(place.path()).output().unwrap();
        assert!(output.status.success(), "{words:?}: {}", err(&output));
        assert_eq!(unsafe_in(&output.stdout), None);
    };
    // `FILE` and `OUT` stand for names that are no text.
    let with = |line: &str, out: &OsStr| {
        let word = |word: &str| match word {
            "FILE" => file.clone(),
            "OUT" => out.to_owned(),
            word => word.into(),
        };
        run(line.split(' ').map(word).collect());
    };
    let few = "--trials 50 --charts none --out OUT";
    let (vary, tip) = ("--vary relations.channel=0..1:2", "--vary relations.channel=0..1 --outcome wars --share 0.1");
    with(&format!("run FILE {few}"), &folder);
    with(&format!("compare case.toml FILE {few}"), &odd(b"c\xfe"));
    with(&format!("compare FILE hotline {few}"), &odd(b"d\xfe"));
    with(&format!("sweep FILE {vary} {few}"), &odd(b"s\xfe"));
    with(&format!("tip FILE {tip} {few}"), &odd(b"t\xfe"));
    for line in ["check FILE", "show FILE", "show case.toml --diff FILE", "parameters sting --scenario FILE"] {
        with(line, &folder);
    }
    for folder in [folder, odd(b"s\xfe"), odd(b"c\xfe")] {
        run(vec!["rerun".into(), std::path::Path::new(&folder).join("manifest.json").into()]);
    }
    // The program itself may lie in such a folder.
    let bin = place.path().join(odd(b"b\xffin"));
    std::fs::create_dir(&bin).unwrap();
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_offramp"), bin.join("offramp")).unwrap();
    let mut moved = std::process::Command::new(bin.join("offramp"));
    let output = moved.args(["run", "case.toml", "--trials", "50", "--no-files"]).current_dir(&place).output().unwrap();
    assert!(output.status.success(), "{}", err(&output));
    assert!(out(&output).contains("Try next: the same command with --set"), "{}", out(&output));
}
