//! What the program says where something is wrong: the true reason, a remedy, and no more than can be read.

use std::time::{Duration, Instant};

use crate::common::program::{err, offramp, offramp_in, out};

const CASE: &str = "name = \"Two states\"\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\n[actors.b]\n";

/// A folder with a scenario file in it: that text behind a sound beginning.
fn place(text: &str) -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("mine.toml"), format!("{CASE}{text}")).unwrap();
    place
}

/// Words of a command line, and the first line of what is said of them.
#[test]
fn a_command_line_gets_the_true_reason() {
    for (words, says) in [
        (
            &["--seed", "18446744073709551616"][..],
            "error: invalid value '18446744073709551616' for '--seed <N>': it must be 18446744073709551615 at most",
        ),
        (
            &["--seed", "-1"],
            "error: invalid value '-1' for '--seed <N>': it must be a whole number from 0 on, such as 7",
        ),
        (
            &["--seed", "1.5"],
            "error: invalid value '1.5' for '--seed <N>': it must be a whole number from 0 on, such as 7",
        ),
        (
            &["--precision", "-0.1"],
            "error: invalid value '-0.1' for '--precision <X>': it must be a number between 0.000001 and 0.5, such as 0.001 for a tenth of a per cent",
        ),
        (
            &["--threads", "0"],
            "error: invalid value '0' for '--threads <N>': it must be a whole number between 1 and 256",
        ),
        (
            &["--threads", "-4"],
            "error: invalid value '-4' for '--threads <N>': it must be a whole number between 1 and 256",
        ),
        (
            &["run", "--shard", "-1/2"],
            "error: invalid value '-1/2' for '--shard <I/N>': write I/N, such as 1/4 for the first of four; 10000 at most",
        ),
        (
            &["tip", "--vary", "relations.channel=0..1", "--outcome", "wars", "--share", "-0.1"],
            "error: invalid value '-0.1' for '--share <X>': it must lie between 0 and 1, both left out, such as 0.1 for one of ten",
        ),
        (&["run", "it's", "--no-files"], "error: there is no shipped scenario `it's`"),
        (
            &["run", "nothing.toml", "--no-files"],
            "error: cannot read nothing.toml: No such file or directory (os error 2)",
        ),
        (
            &["run", "--set", "relations.channel=nan", "--no-files"],
            "error: `relations.channel` must be a finite number between 0 and 1",
        ),
        (
            &["run", "--set", "relations.channel={normal=[0.5,100]}", "--no-files"],
            "error: of the uncertain value { normal = [0.5, 100.0] } for `relations.channel` fewer than 1 in 100 lie between 0 and 1",
        ),
    ] {
        let output = offramp(words);
        assert_eq!(err(&output).lines().next(), Some(says), "{words:?}");
        assert!(output.stdout.is_empty() && !output.status.success());
    }
}

#[test]
fn a_scenario_in_place_of_a_command_gets_a_command_to_copy() {
    for (word, says) in [
        ("hotline", "tip: a scenario follows a command: offramp run hotline\n"),
        ("it's; rm x.toml", "tip: a scenario follows a command: offramp run 'it'\\''s; rm x.toml'\n"),
        ("\u{1b}.toml", "tip: a scenario follows a command: offramp run SCENARIO\n"),
    ] {
        let told = err(&offramp(&[word]));
        assert!(told.contains(says), "{told}");
    }
}

/// What the last line of a table says to try next runs as it stands, whatever the name of the scenario: and nothing else.
#[cfg(unix)]
#[test]
fn what_to_try_next_can_be_copied() {
    for name in ["plain.toml", "it's.toml", "a b.toml", "'; touch owned; '.toml", "$(touch owned).toml", "&x#.toml"] {
        let place = tempfile::tempdir().unwrap();
        let long: Vec<String> = (0..6)
            .map(|at| format!("[arguments.an-argument-with-a-long-name-{at}]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"mediation\"\nadd = {{ \"relations.trust\" = 0.01 }}\n"))
            .collect();
        std::fs::write(place.path().join(name), format!("{CASE}{}", long.concat())).unwrap();
        let table = out(&offramp_in(place.path(), &["run", name, "--trials", "50", "--no-files"]));
        let next = table.lines().find_map(|line| line.strip_prefix("Try next: ")).unwrap_or_else(|| panic!("{table}"));
        assert_eq!(next.matches("--without").count(), 6, "{next}");
        let output = crate::common::program::shell_in(place.path(), &format!("{next} --trials 50 --no-files"));
        assert!(output.status.success(), "{next}: {}", err(&output));
        assert!(!place.path().join("owned").exists(), "{next}");
    }
}

/// No other file is suggested where the file is there and cannot be read, nor itself.
#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_opened_is_not_taken_for_a_slip() {
    let place = place("");
    let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, place.path().join(name)).unwrap();
    link("loop.toml", "loop.toml");
    link("nowhere.toml", "lost.toml");
    for (name, reason) in [("loop.toml", "symbolic links"), ("lost.toml", "No such file")] {
        let told = err(&offramp_in(place.path(), &["check", name]));
        assert!(told.contains(reason) && told.contains("help: it is a link: look at where it leads"), "{told}");
    }
    let told = err(&offramp_in(place.path(), &["check", "mien.toml"]));
    assert!(told.contains("did you mean `mine.toml`?"), "{told}");
    std::fs::write(place.path().join("latin.toml"), b"name = 'x'\n# caf\xe9\n").unwrap();
    let told = err(&offramp_in(place.path(), &["check", "latin.toml"]));
    assert!(told.contains("latin.toml is not UTF-8 text (line 2)"), "{told}");
    let nested = format!("a = {}1{}", "[".repeat(500), "]".repeat(500));
    for deep in [nested, format!("{}b = 1", "a.".repeat(100)), format!("[{}b]", "a.".repeat(100))] {
        std::fs::write(place.path().join("deep.toml"), format!("name = 'x.y'\n{deep}\n")).unwrap();
        let told = err(&offramp_in(place.path(), &["check", "deep.toml"]));
        let reason = if deep.contains("a.a") { "more than 16 parts" } else { "lie in each other too deeply" };
        assert!(told.contains(reason) && told.contains("deep.toml:2:"), "{told}");
    }
}

/// Of very many problems the first are told and all are counted, warnings as warnings.
#[test]
fn very_many_problems_are_counted() {
    let idle = |at: usize| format!("[arguments.a{at}]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\n");
    let warned = place(&(0..73).map(idle).collect::<String>());
    let output = offramp_in(warned.path(), &["check", "mine.toml"]);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(0), "mine.toml: 73 warnings\n"));
    assert!(
        err(&output).contains("\n\nwarning: and 23 more like these\n = help: mend these first\n"),
        "{}",
        err(&output)
    );
    assert!(!err(&output).contains("error"));
    let wrong = place(&(0..73).fold(String::new(), |text, at| text + &format!("k{at} = 1\n")));
    let output = offramp_in(wrong.path(), &["check", "mine.toml"]);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(65), "mine.toml: 73 problems\n"));
    assert!(
        err(&output).ends_with("\n\nerror: and 23 more like these\n = help: mend these first\n"),
        "{}",
        err(&output)
    );
    assert_eq!(err(&output).matches("unknown key").count(), 50);
}

/// A megabyte of hostile names costs a moment, and what is told of it can be read.
#[test]
fn what_is_endless_is_reported_briefly_and_soon() {
    let name = "x".repeat(60_000);
    let many = |line: &dyn Fn(usize) -> String, count: usize| (0..count).map(line).collect::<String>();
    for text in [
        many(&|at| format!("[arguments.{name}{at}]\nclaim = \"c\"\n"), 15),
        format!("[overrides]\n{}", many(&|at| format!("\"actors.a.{name}{at}\" = 1\n"), 15)),
        format!("[overrides]\n{}", many(&|at| format!("\"mediators.{name}{at}.leverage.a\" = 1\n"), 15)),
        many(&|at| format!("\"{name} {at}\" = 1\n"), 15),
        many(&|at| format!("[actors.other-{at}]\n"), 9000),
        many(&|at| format!("[mediators.other-{at}]\n"), 9000),
        format!("[overrides]\n{}", many(&|at| format!("\"actors.actor-{at}.sting\" = 1\n"), 9000)),
        format!("label = \"{}\"\n", "x".repeat(900_000)),
        format!("sting = {}\n", "9".repeat(900_000)),
    ] {
        let place = place(&text);
        let begun = Instant::now();
        let output = offramp_in(place.path(), &["run", "mine.toml", "--no-files"]);
        let (taken, shown) = (begun.elapsed(), output.stderr.len());
        let begin: String = text.chars().take(40).collect();
        assert_eq!(output.status.code(), Some(65), "{begin}");
        assert!(taken < Duration::from_secs(8) && shown < 60_000, "{taken:?}, {shown} bytes: {begin}");
        assert!(err(&output).lines().all(|line| line.chars().count() < 2_500), "{begin}");
    }
    let word = "x".repeat(100_000);
    for words in [
        vec!["run", "--without", &word],
        vec!["run", "--set", &format!("{word}=1")],
        vec!["run", "--set", &format!("relations.trust={word}")],
        vec!["run", &word],
        vec!["run", &format!("--{word}")],
        vec!["run", "--seed", &word],
        vec!["sweep", "--vary", &format!("{word}=0..1")],
        vec!["sweep", "--vary", "relations.trust=0..1", "--outcome", &word],
        vec!["compare", "hotline", "--variant", &format!("x: --without {word}")],
        vec!["parameters", &word],
        vec!["show", &format!("{word}.toml")],
        vec!["completions", &word],
        vec![&word],
    ] {
        let begun = Instant::now();
        let output = offramp(&words);
        let taken = begun.elapsed();
        let begin: Vec<String> = words.iter().map(|word| word.chars().take(20).collect()).collect();
        assert!(!output.status.success() && output.status.code() != Some(70), "{begin:?}");
        assert!(output.stderr.len() < 6_000, "{} bytes of {begin:?}", output.stderr.len());
        assert!(taken < Duration::from_secs(4), "{taken:?} {begin:?}");
    }
}

/// Help looks the same whatever the terminal says of itself, and a full disk is an error for it, too.
#[cfg(unix)]
#[test]
fn help_is_eighty_columns_wide_and_has_to_reach_its_reader() {
    let shell = |line: &str| crate::common::program::shell_in(place("").path(), line);
    let help = out(&shell("offramp run --help"));
    assert!(help.lines().all(|line| line.chars().count() <= 80) && help.lines().any(|line| line.len() > 70), "{help}");
    for columns in ["0", "1", "x", "1000"] {
        assert_eq!(out(&shell(&format!("COLUMNS={columns} offramp run --help"))), help);
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
    let place = place("");
    for words in [
        "run mine.toml --trials 1 --no-files",
        "run mine.toml --trials 1 --precision 0.001 --no-files",
        "run mine.toml --trials 2 --shard 1/2 --out p",
        "compare mine.toml spiral --trials 1 --no-files",
        "sweep mine.toml --vary relations.channel=0..1:2 --trials 1 --no-files",
        "tip mine.toml --vary relations.channel=0..1 --outcome wars --share 0.1 --trials 1 --no-files",
    ] {
        let output = offramp_in(place.path(), &words.split(' ').collect::<Vec<_>>());
        let told = out(&output) + &err(&output);
        assert!(told.contains("1 trial") && !told.contains("1 trials"), "{words}: {told}");
    }
}
