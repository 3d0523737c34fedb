//! The scenario language as its users meet it: what bad input gets, on the program itself. Exit code, message, nothing
//! written, and in no time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)] // a test may panic and report

mod common;

use std::path::Path;
use std::time::{Duration, Instant};

use common::program::{entries, err, offramp, offramp_in, out};

const SOUND: &str = "name = \"x\"\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\n[actors.b]\n";
/// Far more than errors take (0.2 s), so that a busy machine fails no test.
const LIMIT: Duration = Duration::from_secs(10);

/// Runs a file that is wrong, with every command that reads it: it is told with this exit code and these words.
fn refused(folder: &Path, file: &str, code: i32, says: &[&str]) {
    let before = entries(folder);
    for command in ["run", "check", "show"] {
        let begun = Instant::now();
        let output = offramp_in(folder, &[command, file]);
        assert!(begun.elapsed() < LIMIT, "{file}: {:?}", begun.elapsed());
        let told = err(&output);
        assert_eq!(output.status.code(), Some(code), "{command} {file}: {told}");
        for words in says {
            assert!(told.contains(words), "{command} {file}: no {words:?} in\n{told}");
        }
        assert!(told.contains("help: "), "{file}: no remedy in\n{told}");
        assert!(!told.contains('\u{1b}') && told.len() < 50_000, "{file}: {} bytes", told.len());
        assert!(command == "check" || output.stdout.is_empty());
    }
    assert_eq!(entries(folder), before, "{file}: something was written");
}

fn refused_text(text: &str, says: &[&str]) {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("mine.toml"), text).unwrap();
    refused(place.path(), "mine.toml", 65, says);
}

#[test]
fn numbers_that_are_none_or_out_of_range() {
    for (value, says) in [
        ("nan", "must be a finite number"),
        ("-inf", "must be a finite number"),
        ("1e999", "must be a finite number"),
        ("-0.1", "must lie between 0 and 1, but it is -0.1"),
        ("18446744073709551615", "must lie between 0 and 1, but it is 1.8"),
        ("99999999999999999999999999", "must lie between 0 and 1"),
        ("\"0.7\"", "write 0.7, without quotes"),
        ("[0.2, 0.8]", "{ uniform = [0.2, 0.8] }"),
        ("true", "must be a number, but it is true or false"),
        ("2024-01-16", "must be a number, but it is a date"),
        ("{ uniform = [0.8, 0.2] }", "out of order"),
        ("{ uniform = [nan, 1] }", "must be a finite number"),
        ("{ uniformly = [0, 1] }", "did you mean `uniform`?"),
        ("{ normal = [50, 0.1] }", "must lie between 0 and 1"),
        ("{ uniform = [0, 1], normal = [0, 1] }", "one of: uniform"),
        ("{}", "one of: uniform"),
    ] {
        refused_text(&format!("{SOUND}[relations]\ntrust = {value}\n"), &["mine.toml:8:", says]);
    }
}

#[test]
fn all_problems_of_all_files_at_once_each_in_its_own() {
    let place = tempfile::tempdir().unwrap();
    let base = SOUND.replace("[actors.b]", "[actors.b]\nsting = 9");
    std::fs::write(place.path().join("base.toml"), base).unwrap();
    let mine = "extends = \"base.toml\"\nhorizon_days = 0\n[actors.a]\nstinng = 1\n[opening]\nrung = \"covrt\"\n";
    std::fs::write(place.path().join("mine.toml"), mine).unwrap();
    let places = ["base.toml:7:9", "mine.toml:2:16", "mine.toml:4:1", "mine.toml:6:8"];
    refused(place.path(), "mine.toml", 65, &places);
    refused(place.path(), "mine.toml", 65, &["did you mean `sting`?", "did you mean `covert`?"]);
}

#[test]
fn misspelt_names_of_every_kind_get_a_suggestion() {
    let argument =
        "[arguments.hotline]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nadd = { \"relations.channel\" = 0.1 }\n";
    for (text, says) in [
        (format!("horizon_dayz = 3\n{SOUND}"), "did you mean `horizon_days`?"),
        (format!("{SOUND}[relation]\n"), "did you mean `relations`?"),
        (SOUND.replace("\"covert\"", "\"covet\""), "did you mean `covert`?"),
        (SOUND.replace("[actors.a]", "[actors.alpha]").replace("\"a\"", "\"alpa\""), "did you mean `alpha`?"),
        (format!("without = [\"hotlin\"]\n{SOUND}{argument}"), "did you mean `hotline`?"),
        (format!("{SOUND}{}", argument.replace("relations.channel", "relations.chanel")), "did you mean `channel`?"),
        (format!("{SOUND}{}", argument.replace("relations.channel", "relation.channel")), "did you mean `relations`?"),
        (format!("{SOUND}{}", argument.replace("theme", "themes")), "did you mean `theme`?"),
        (format!("{SOUND}[overrides]\n\"rungs.covet.deaths\" = 1\n"), "did you mean `covert`?"),
        (format!("{SOUND}[record]\noutcome = \"one-roun\"\n"), "did you mean `one-round`?"),
        (format!("{SOUND}[expected]\nfeudd = [0, 1]\n"), "did you mean `feud`?"),
        (format!("extends = \"iran-pakistan-2042\"\n{SOUND}"), "did you mean `iran-pakistan-2024`?"),
    ] {
        refused_text(&text, &["mine.toml:", says]);
    }
    for (arguments, says) in [
        (["run", "hotlne"], "did you mean `hotline`?"),
        (["parameters", "actors.iran.sinalling"], "did you mean `actors.*.signalling`?"),
        (["run", "--set=relations.chanel=1"], "did you mean `channel`?"),
        (["run", "--without=china-councels"], "did you mean `china-counsels`?"),
        (["run", "--set=arguments.china-councels=1"], "did you mean `china-counsels`?"),
    ] {
        assert!(err(&offramp(&arguments)).contains(says), "{arguments:?}: {}", err(&offramp(&arguments)));
    }
}

#[test]
fn what_is_there_twice() {
    refused_text(&format!("{SOUND}[relations]\ntrust = 0.1\ntrust = 0.2\n"), &["`trust` is there twice"]);
    refused_text(&format!("{SOUND}[opening]\n"), &["`opening` is there twice", "one heading"]);
    let argument = |id: &str| {
        format!("[arguments.{id}]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nset = {{ \"actors.*.sting\" = 0.1 }}\n")
    };
    let text = format!("{SOUND}{}{}", argument("one"), argument("two"));
    refused_text(&text, &["`actors.a.sting` is set twice", "`one` and `two`"]);
    let twice = offramp(&["run", "--set", "relations.trust=0.1", "--set", "relations.trust=0.2"]);
    assert_eq!(twice.status.code(), Some(65));
    assert!(err(&twice).contains("`relations.trust` is set twice"));
    let both = format!("with = [\"one\"]\nwithout = [\"one\"]\n{SOUND}{}", argument("one"));
    refused_text(&both, &["switched both off and on"]);
}

#[test]
fn files_that_are_none() {
    let place = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(place.path().join(name), bytes).unwrap();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(SOUND.bytes().flat_map(|byte| [byte, 0])).collect();
    write("utf16.toml", &utf16);
    write("latin1.toml", b"name = \"caf\xe9\"\n");
    write("nul.toml", format!("{SOUND}#\0\n").as_bytes());
    write("empty.toml", b" \n\n");
    write("large.toml", &vec![b'#'; (1 << 20) + 1]);
    write("deep.toml", format!("x = {}{}\n{SOUND}", "[".repeat(9_000), "]".repeat(9_000)).as_bytes());
    write(
        "many.toml",
        format!("{SOUND}[sources]\n{}", (0..20_000).map(|at| format!("k{at} = \"x\"")).collect::<Vec<_>>().join("\n"))
            .as_bytes(),
    );
    write("equals.toml", "=".repeat(1_000_000).as_bytes());
    write("quotes.toml", format!("{SOUND}x = \"{}", "\\".repeat(900_000)).as_bytes());
    std::fs::create_dir(place.path().join("folder.toml")).unwrap();
    for (file, says) in [
        ("utf16.toml", "not UTF-8"),
        ("latin1.toml", "not UTF-8"),
        ("nul.toml", "NUL"),
        ("empty.toml", "empty"),
        ("large.toml", "larger than 1 MiB"),
        ("deep.toml", "deep.toml:1:"),
        ("many.toml", "more than 10000"),
        ("equals.toml", "equals.toml:1:"),
        ("quotes.toml", "quotes.toml:7:1"),
        ("folder.toml", "not a regular file"),
    ] {
        refused(place.path(), file, 65, &[says]);
    }
    assert_eq!(offramp_in(place.path(), &["check", "missing.toml"]).status.code(), Some(66));
}

#[cfg(unix)]
#[test]
fn a_pipe_and_a_device_are_no_scenarios() {
    let place = tempfile::tempdir().unwrap();
    let pipe = place.path().join("pipe.toml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if made.is_ok_and(|status| status.success()) {
        refused(place.path(), "pipe.toml", 65, &["not a regular file"]);
    }
    std::os::unix::fs::symlink("/dev/zero", place.path().join("zero.toml")).unwrap();
    refused(place.path(), "zero.toml", 65, &["not a regular file"]);
}

#[test]
fn chains_of_extends() {
    let place = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(place.path().join(name), text).unwrap();
    write("self.toml", "extends = \"self.toml\"\n");
    write("a.toml", "extends = \"b.toml\"\n");
    write("b.toml", "extends = \"./a.toml\"\n");
    write("gone.toml", &format!("extends = \"nowhere.toml\"\n{SOUND}"));
    write("number.toml", &format!("extends = 3\n{SOUND}"));
    for at in 0..10 {
        write(&format!("long{at}.toml"), &format!("extends = \"long{}.toml\"\n", at + 1));
    }
    refused(place.path(), "self.toml", 65, &["self.toml:1:11", "self.toml -> self.toml"]);
    refused(place.path(), "a.toml", 65, &["a.toml -> b.toml -> ./a.toml"]);
    refused(place.path(), "gone.toml", 65, &["gone.toml:1:11", "nowhere.toml"]);
    refused(place.path(), "number.toml", 65, &["number.toml:1:11", "must be text"]);
    refused(place.path(), "long0.toml", 65, &["more than 8 levels"]);
}

#[test]
fn strange_names_become_neither_paths_nor_markup_nor_escapes() {
    for id in ["../x", "CON", "Iran", "a b", "<script>", "=1+1", "\u{202e}x", ""] {
        let text = format!("{SOUND}[mediators.\"{id}\"]\nengages_per_day = 1\n");
        refused_text(&text, &["cannot be a name", "lower-case letters"]);
    }
    refused_text(&format!("{SOUND}[mediators.{}]\n", "m".repeat(300)), &["cannot be a name"]);
    refused_text(&SOUND.replace("\"x\"", "\"a\\u001b[31m\""), &["must not hold control characters"]);
    let name = "<script>alert(1)</script>";
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("CON.toml"), SOUND.replace("\"x\"", &format!("\"{name}\""))).unwrap();
    let output = offramp_in(place.path(), &["run", "CON.toml", "--trials", "100", "--charts", "svg"]);
    assert!(output.status.success(), "{}", err(&output));
    let svg = std::fs::read_to_string(place.path().join("results/scenario-con/charts/outcomes.svg")).unwrap();
    assert!(!svg.contains("<script") && svg.contains("&lt;script"));
}

/// A file that is legal but surely wrong: each warning once, with its place, and the run goes on.
#[test]
fn warnings_are_told_and_keep_nothing_from_being_run() {
    let place = tempfile::tempdir().unwrap();
    let argument =
        |id: &str, effect: &str| format!("[arguments.{id}]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\n{effect}\n");
    let text = [
        SOUND.replace("[actors.a]", "[actors.a]\nunauthorised = 1"),
        "[mediators.idle]\nleverage = { a = 0.4 }\n[mediators.weak]\nengages_per_day = 1\n[fronts.far]\nactor = \"a\"\n[spoilers.gone]\nvictim = \"a\"\n".to_owned(),
        argument("empty", ""),
        argument("nought", "add = { \"actors.a.sting\" = 0 }"),
        argument("hidden", "add = { \"actors.b.strain\" = 0.5 }"),
        argument("counts", "add = { \"actors.b.sting\" = 0.5 }"),
        "[overrides]\n\"actors.b.strain\" = 1\n\"relations.channel\" = 0.3\n".to_owned(),
    ]
    .concat();
    std::fs::write(place.path().join("mine.toml"), text).unwrap();
    let output = offramp_in(place.path(), &["run", "mine.toml", "--trials", "200", "--no-files"]);
    assert!(output.status.success() && out(&output).contains("200 trials"));
    let told = err(&output);
    for says in [
        "`relations.channel` has this value already",
        "argument `empty` changes nothing",
        "argument `nought` changes nothing",
        "argument `hidden` changes nothing",
        "the mediator `idle` never engages",
        "the mediator `weak` has leverage on nobody",
        "the front `far` never opens",
        "the spoiler `gone` never attacks",
        "`a` as good as never steps down",
    ] {
        assert!(told.contains(says), "{says}\n{told}");
    }
    assert_eq!((told.matches("warning: ").count(), told.matches("--> mine.toml:").count()), (9, 9), "{told}");
    let check = offramp_in(place.path(), &["check", "mine.toml"]);
    assert!(check.status.success() && out(&check).contains("mine.toml: 9 warnings"));
}

#[test]
fn check_names_every_file_and_fails_where_any_is_wrong() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("good.toml"), SOUND).unwrap();
    std::fs::write(place.path().join("bad.toml"), SOUND.replace("covert", "covet")).unwrap();
    let output = offramp_in(place.path(), &["check", "good.toml", "bad.toml", "gone.toml", "hotline"]);
    assert_eq!(output.status.code(), Some(65));
    assert_eq!(out(&output), "good.toml: sound\nbad.toml: 1 problem\ngone.toml: 1 problem\nhotline: sound\n");
    assert!(err(&output).contains("covet") && err(&output).contains("gone.toml"));
    assert_eq!(offramp_in(place.path(), &["check", "good.toml"]).status.code(), Some(0));
    assert_eq!(offramp(&["check"]).status.code(), Some(2));
}

/// A scenario resolved runs to the same bytes, whatever it was made of, and resolves to itself.
#[test]
fn what_show_prints_runs_to_the_same_bytes() {
    let place = tempfile::tempdir().unwrap();
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conformance/");
    let files = ["a-default", "b-mediated", "d-spoilers", "f-ladder", "g-doubt", "h-what-if", "j-costs"];
    let mut scenarios: Vec<String> = files.iter().map(|file| format!("{fixtures}{file}.toml")).collect();
    scenarios.extend(["iran-pakistan-2024", "would-iran-strike", "reference-class"].map(str::to_owned));
    for scenario in scenarios {
        let settings = ["--set", "relations.trust={ uniform = [0.2, 0.7] }"];
        let shown = offramp_in(place.path(), &[&["show", &scenario], &settings[..]].concat());
        assert!(shown.status.success(), "{}", err(&shown));
        std::fs::write(place.path().join("shown.toml"), out(&shown)).unwrap();
        let run = |scenario: &str, settings: &[&str]| {
            let options = ["--trials", "2_000", "--format", "json", "--no-files"];
            let output = offramp_in(place.path(), &[&["run", scenario], &options[..], settings].concat());
            assert!(output.status.success(), "{}", err(&output));
            out(&output).lines().filter(|line| !line.contains("\"source\"")).collect::<Vec<_>>().join("\n")
        };
        assert_eq!(run("shown.toml", &[]), run(&scenario, &settings), "{scenario}");
        let again = offramp_in(place.path(), &["show", "shown.toml"]);
        let body = |text: String| text.split_once("\nname = ").unwrap().1.to_owned();
        assert_eq!(body(out(&again)), body(out(&shown)), "{scenario}");
    }
}

#[test]
fn show_tells_what_differs_and_who_set_what() {
    let diff = out(&offramp(&["show", "hotline", "--diff", "iran-pakistan-2024"]));
    assert!(diff.contains("relations.channel  0.45 -> 0.9") && diff.lines().count() == 2, "{diff}");
    assert!(out(&offramp(&["show", "--diff", "iran-pakistan-2024"])).contains("Nothing differs"));
    let who = out(&offramp(&["show", "--arguments", "--set", "actors.iran.sting=0.5", "--without", "few-deaths"]));
    for says in [
        "actors.iran.signalling = 0.7\n      default 0.3; project-strength + 0.4\n",
        "opening.publicity = 1\n      iran-pakistan-2024:",
        "openly-owned = 1",
        "default 0.12; --set = 0.5",
        "actors.iran.public_sensitivity = 0.48\n      default 0.6; measured-words x 0.8",
    ] {
        assert!(who.contains(says), "{says}\n{who}");
    }
    assert!(who.contains("few-deaths (off): face") && !who.contains("few-deaths +") && !who.contains("steadiness"));
}

#[test]
fn new_writes_a_scenario_that_runs_and_replaces_none() {
    let place = tempfile::tempdir().unwrap();
    let new = |arguments: &[&str]| offramp_in(place.path(), &[&["new"], arguments].concat());
    assert!(new(&["my-case"]).status.success());
    assert!(new(&["what-if.toml", "--extends", "my-case.toml"]).status.success());
    for file in ["my-case.toml", "what-if.toml"] {
        let run = offramp_in(place.path(), &["run", file, "--trials", "500", "--no-files"]);
        assert!(run.status.success() && err(&run).is_empty(), "{}", err(&run));
    }
    let before = std::fs::read(place.path().join("my-case.toml")).unwrap();
    let again = new(&["my-case"]);
    assert_eq!(again.status.code(), Some(73));
    assert!(err(&again).contains("is there already"));
    assert_eq!(std::fs::read(place.path().join("my-case.toml")).unwrap(), before);
    assert_eq!(new(&["My Case"]).status.code(), Some(2));
    assert_eq!([new(&["a/b"]), new(&[""]), new(&["../x"])].map(|output| output.status.code()), [Some(2); 3]);
    assert_eq!(new(&["x", "--extends", "nowhere"]).status.code(), Some(66));
    assert_eq!(entries(place.path()), 2);
}

#[test]
fn parameters_say_what_a_number_means_and_what_made_it_so() {
    let all = out(&offramp(&["parameters"]));
    assert!(all.find("actors.*.reciprocity").unwrap() < all.find("actors.*.standing").unwrap(), "core first");
    assert!(all.lines().all(|line| line.chars().count() <= 80));
    let one = out(&offramp(&["parameters", "actors.pakistan.sting"]));
    for says in ["range    0 to 2", "default  0.12", "perception", "actors.pakistan.sting = 0.32", "no-warning + 0.2"] {
        assert!(one.contains(says), "{says}\n{one}");
    }
    let there = out(&offramp(&["parameters", "actors.*.forewarning", "--scenario", "called-ahead"]));
    assert!(there.contains("actors.iran.forewarning = 1") && there.contains("override in called-ahead:"), "{there}");
    assert_eq!(offramp(&["parameters", "nonsense"]).status.code(), Some(2));
}

#[test]
fn a_scenario_without_a_command_gets_its_remedy() {
    for word in ["mine.toml", "hotline"] {
        let output = offramp(&[word]);
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains(&format!("offramp run {word}")), "{}", err(&output));
    }
}

#[test]
fn list_completions_and_manual() {
    let list = out(&offramp(&["list"]));
    assert!(list.contains("  hotline ") && list.lines().all(|line| line.chars().count() <= 80), "{list}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(out(&offramp(&["completions", shell])).contains("offramp"));
    }
    let page = out(&offramp(&["man"]));
    assert!(page.contains(".TH") && page.contains("sweep") == out(&offramp(&["--help"])).contains("sweep"));
    assert!(page.contains("\\-\\-trials"));
}
