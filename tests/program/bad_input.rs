//! The scenario language as its users meet it: what bad input gets, on the program itself. Exit code, message, nothing
//! written, and in no time.

use crate::common::language::{SOUND, refused, refused_text};
use crate::common::program::{err, offramp, offramp_in};

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
        ("{ normal = [50, 0.1] }", "bring the mean, its first number, into that range"),
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
    let folder = std::fs::read_dir(place.path().join("results")).unwrap().next().unwrap().unwrap();
    assert!(folder.file_name().to_str().unwrap().starts_with("scenario-con-"), "no folder is called as a device");
    let svg = std::fs::read_to_string(folder.path().join("charts/outcomes.svg")).unwrap();
    assert!(!svg.contains("<script") && svg.contains("&lt;script"));
}
