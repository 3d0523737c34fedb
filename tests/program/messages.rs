//! What the program says where something is wrong: the true reason and a remedy.

use crate::common::language::{SOUND, place_with};
use crate::common::program::{err, line_in, offramp, offramp_in, out};

/// Lines that are refused, and the first line of what is said of them.
const REFUSED: [(&str, &str); 12] = [
    (
        "--seed 18446744073709551616",
        "error: invalid value '18446744073709551616' for '--seed <N>': it must be \
         18446744073709551615 at most",
    ),
    (
        "--seed -1",
        "error: invalid value '-1' for '--seed <N>': it must be a whole number from 0 on, such as 7",
    ),
    (
        "--seed 1.5",
        "error: invalid value '1.5' for '--seed <N>': it must be a whole number from 0 on, such \
         as 7",
    ),
    (
        "--precision -0.1",
        "error: invalid value '-0.1' for '--precision <X>': it must be a number between 0.000001 \
         and 0.5, such as 0.001 for a tenth of a per cent",
    ),
    (
        "--threads 0",
        "error: invalid value '0' for '--threads <N>': it must be a whole number between 1 and 256",
    ),
    (
        "--threads -4",
        "error: invalid value '-4' for '--threads <N>': it must be a whole number between 1 and 256",
    ),
    (
        "run --shard -1/2",
        "error: invalid value '-1/2' for '--shard <I/N>': write I/N, such as 1/4 for the first \
         of four; 10000 at most",
    ),
    (
        "tip --vary relations.crisis_communication=0..1 --outcome wars --share -0.1",
        "error: invalid value '-0.1' for '--share <X>': it must lie between 0 and 1, both left \
         out, such as 0.1 for one of ten",
    ),
    (
        "run \"it's\" --no-files",
        "error: there is no shipped scenario `it's`",
    ),
    (
        "run nothing.toml --no-files",
        "error: cannot read nothing.toml: No such file or directory (os error 2)",
    ),
    (
        "run --set relations.crisis_communication=nan --no-files",
        "error: `relations.crisis_communication` must be a finite number between 0 and 1",
    ),
    (
        "run --set relations.crisis_communication={normal=[0.5,100]} --no-files",
        "error: of the uncertain value { normal = [0.5, 100.0] } for `relations.crisis_communication` fewer \
         than 1 in 100 lie between 0 and 1",
    ),
];

#[test]
fn a_command_line_gets_the_true_reason() {
    let place = tempfile::tempdir().unwrap();
    for (line, says) in REFUSED {
        let output = line_in(place.path(), line);
        assert_eq!(err(&output).lines().next(), Some(says), "{line}");
        assert!(output.stdout.is_empty() && !output.status.success());
    }
}

#[test]
fn a_scenario_in_place_of_a_command_gets_a_command_to_copy() {
    for (word, says) in [
        (
            "hotline",
            "tip: a scenario follows a command: offramp run hotline\n",
        ),
        (
            "it's; rm x.toml",
            "tip: a scenario follows a command: offramp run \"it's; rm x.toml\"\n",
        ),
        (
            "\u{1b}.toml",
            "tip: a scenario follows a command: offramp run SCENARIO\n",
        ),
    ] {
        let told = err(&offramp(&[word]));
        assert!(told.contains(says), "{told}");
    }
}

/// What stands in each of many arguments.
const ARGUMENT: &str =
    "claim = \"c\"\nwho = \"w\"\ntheme = \"mediation\"\nadd = { \"relations.trust\" = 0.01 }\n";

/// What a screen says to try next runs as it stands, whatever the name of the
/// scenario: and nothing else.
#[cfg(unix)]
#[test]
fn what_to_try_next_can_be_copied() {
    for name in [
        "plain.toml",
        "it's.toml",
        "a b.toml",
        "'; touch owned; '.toml",
        "$(touch owned).toml",
        "&x#.toml",
    ] {
        let place = tempfile::tempdir().unwrap();
        let long: Vec<String> = (0..6)
            .map(|at| format!("[arguments.an-argument-{at}]\n{ARGUMENT}"))
            .collect();
        std::fs::write(place.path().join(name), format!("{SOUND}{}", long.concat())).unwrap();
        let quoted = offramp::error::shell_quoted(name);
        let line = format!("offramp run {quoted} --trials 50 --no-files");
        let table = out(&crate::common::program::shell_in(place.path(), &line));
        let next = table
            .split_once("\nTry next\n")
            .and_then(|(_, below)| below.lines().next())
            .unwrap_or_else(|| panic!("{table}"));
        let next = next.split("   ").next().unwrap();
        assert!(next.ends_with("--without an-argument-0"), "{table}");
        let output = crate::common::program::shell_in(
            place.path(),
            &format!("{next} --trials 50 --no-files"),
        );
        assert!(output.status.success(), "{next}: {}", err(&output));
        assert!(!place.path().join("owned").exists(), "{next}");
    }
}

/// No other file is suggested where the file is there and cannot be read, nor itself.
#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_opened_is_not_taken_for_a_slip() {
    let place = place_with("");
    let link =
        |to: &str, name: &str| std::os::unix::fs::symlink(to, place.path().join(name)).unwrap();
    link("loop.toml", "loop.toml");
    link("nowhere.toml", "lost.toml");
    for (name, reason) in [
        ("loop.toml", "symbolic links"),
        ("lost.toml", "No such file"),
    ] {
        let told = err(&offramp_in(place.path(), &["check", name]));
        assert!(
            told.contains(reason) && told.contains("help: it is a link: look at where it leads"),
            "{told}"
        );
    }
    let told = err(&offramp_in(place.path(), &["check", "mien.toml"]));
    assert!(told.contains("did you mean `mine.toml`?"), "{told}");
    std::fs::write(place.path().join("latin.toml"), b"name = 'x'\n# caf\xe9\n").unwrap();
    let told = err(&offramp_in(place.path(), &["check", "latin.toml"]));
    assert!(
        told.contains("latin.toml is not UTF-8 text (line 2)"),
        "{told}"
    );
    let nested = format!("a = {}1{}", "[".repeat(500), "]".repeat(500));
    for deep in [
        nested,
        format!("{}b = 1", "a.".repeat(100)),
        format!("[{}b]", "a.".repeat(100)),
    ] {
        std::fs::write(
            place.path().join("deep.toml"),
            format!("name = 'x.y'\n{deep}\n"),
        )
        .unwrap();
        let told = err(&offramp_in(place.path(), &["check", "deep.toml"]));
        let reason = if deep.contains("a.a") {
            "more than 16 parts"
        } else {
            "lie in each other too deeply"
        };
        assert!(
            told.contains(reason) && told.contains("deep.toml:2:"),
            "{told}"
        );
    }
}

/// Help looks the same whatever the terminal says of itself, and a full disk is an error for it,
/// too.
#[cfg(unix)]
#[test]
fn help_is_eighty_columns_wide_and_has_to_reach_its_reader() {
    let shell = |line: &str| crate::common::program::shell_in(place_with("").path(), line);
    let help = out(&shell("offramp run --help"));
    assert!(
        help.lines().all(|line| line.chars().count() <= 80)
            && help.lines().any(|line| line.len() > 70),
        "{help}"
    );
    for columns in ["0", "1", "x", "1000"] {
        assert_eq!(
            out(&shell(&format!("COLUMNS={columns} offramp run --help"))),
            help
        );
    }
    assert!(shell("offramp --help | true").stderr.is_empty());
    if std::path::Path::new("/dev/full").exists() {
        for line in [
            "--help",
            "--version",
            "run --help",
            "help sweep",
            "list",
            "schema",
            "man",
            "completions bash",
            "show",
            "check mine.toml",
            "parameters",
        ] {
            let output = shell(&format!("offramp {line} > /dev/full"));
            assert_eq!(output.status.code(), Some(74), "{line}");
            assert!(
                err(&output).starts_with("error: cannot write to standard output: No space left"),
                "{line}: {}",
                err(&output)
            );
        }
    }
}

/// One trial is no "1 trials", wherever it is told.
#[test]
fn one_trial_is_one_trial() {
    let place = place_with("");
    for words in [
        "run mine.toml --trials 1 --no-files --full",
        "run mine.toml --trials 1 --precision 0.001 --no-files --full",
        "run mine.toml --trials 2 --shard 1/2 --out p",
        "compare mine.toml spiral --trials 1 --no-files",
        "sweep mine.toml --vary relations.crisis_communication=0..1:2 --trials 1 --no-files",
        "tip mine.toml --vary relations.crisis_communication=0..1 --outcome wars --share 0.1 --trials 1 --no-files",
    ] {
        let output = line_in(place.path(), words);
        let told = out(&output) + &err(&output);
        assert!(
            told.contains("1 trial") && !told.contains("1 trials"),
            "{words}: {told}"
        );
    }
}
