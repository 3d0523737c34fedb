//! The scenario language as its users meet it: what bad input gets, on the program itself. Exit
//! code, message, nothing written, and in no time.

use crate::common::language::{SOUND, refused_text};
use crate::common::program::{err, offramp, offramp_in};

#[test]
fn numbers_that_are_none_or_out_of_range() {
    for (value, says) in [
        ("nan", "must be a finite number"),
        ("-inf", "must be a finite number"),
        ("1e999", "must be a finite number"),
        ("-0.1", "must lie between 0 and 1, but it is -0.1"),
        (
            "18446744073709551615",
            "must lie between 0 and 1, but it is 1.8",
        ),
        ("99999999999999999999999999", "must lie between 0 and 1"),
        ("\"0.7\"", "write 0.7, without quotes"),
        ("[0.2, 0.8]", "{ uniform = [0.2, 0.8] }"),
        ("true", "must be a number, but it is true or false"),
        ("2024-01-16", "must be a number, but it is a date"),
        ("{ uniform = [0.8, 0.2] }", "out of order"),
        ("{ uniform = [nan, 1] }", "must be a finite number"),
        ("{ uniformly = [0, 1] }", "did you mean `uniform`?"),
        (
            "{ normal = [50, 0.1] }",
            "bring the mean, its first number, into that range",
        ),
        ("{ uniform = [0, 1], normal = [0, 1] }", "one of: uniform"),
        ("{}", "one of: uniform"),
    ] {
        refused_text(
            &format!("{SOUND}[relations]\ntrust = {value}\n"),
            &["mine.toml:8:", says],
        );
    }
}

/// Texts behind a sound scenario in which a name is misspelt, and the suggestion for it.
const MISSPELT: [(&str, &str); 4] = [
    ("[relation]\n", "did you mean `relations`?"),
    (
        "[overrides]\n\"rungs.covet.deaths\" = 1\n",
        "did you mean `covert`?",
    ),
    (
        "[record]\noutcome = \"one-roun\"\n",
        "did you mean `one-round`?",
    ),
    (
        "[expected]\none-roun = [0, 1]\n",
        "did you mean `one-round`?",
    ),
];

#[test]
fn misspelt_names_in_a_file_get_a_suggestion() {
    for (text, says) in MISSPELT {
        refused_text(&format!("{SOUND}{text}"), &["mine.toml:", says]);
    }
    let misspelt_actor = SOUND
        .replace("[actors.a]", "[actors.alpha]")
        .replace("\"a\"", "\"alpa\"");
    for (text, says) in [
        (
            format!("horizon_dayz = 3\n{SOUND}"),
            "did you mean `horizon_days`?",
        ),
        (
            SOUND.replace("\"covert\"", "\"covet\""),
            "did you mean `covert`?",
        ),
        (misspelt_actor, "did you mean `alpha`?"),
        (
            format!("extends = \"iran-pakistan-2042\"\n{SOUND}"),
            "did you mean `iran-pakistan-2024`?",
        ),
    ] {
        refused_text(&text, &["mine.toml:", says]);
    }
}

#[test]
fn misspelt_names_in_an_argument_get_a_suggestion() {
    let argument = "[arguments.hotline]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nadd = { \"relations.crisis_communication\" = 0.1 }\n";
    for (from, to, says) in [
        (
            "relations.crisis_communication",
            "relations.crisis_comunication",
            "did you mean `crisis_communication`?",
        ),
        (
            "relations.crisis_communication",
            "relation.trust",
            "did you mean `relations`?",
        ),
        ("theme", "themes", "did you mean `theme`?"),
    ] {
        refused_text(
            &format!("{SOUND}{}", argument.replace(from, to)),
            &["mine.toml:", says],
        );
    }
    let without = format!("without = [\"hotlin\"]\n{SOUND}{argument}");
    refused_text(&without, &["mine.toml:", "did you mean `hotline`?"]);
}

#[test]
fn misspelt_names_on_a_command_line_get_a_suggestion() {
    for (arguments, says) in [
        (["run", "hotlne"], "did you mean `hotline`?"),
        (
            ["parameters", "actors.iran.show_of_forc"],
            "did you mean `actors.*.show_of_force`?",
        ),
        (
            ["run", "--set=relations.crisis_comunication=1"],
            "did you mean `crisis_communication`?",
        ),
        (
            ["run", "--without=china-councels"],
            "did you mean `china-counsels`?",
        ),
        (
            ["run", "--set=arguments.china-councels=1"],
            "did you mean `china-counsels`?",
        ),
    ] {
        let told = err(&offramp(&arguments));
        assert!(told.contains(says), "{arguments:?}: {told}");
    }
}

#[test]
fn what_is_there_twice() {
    refused_text(
        &format!("{SOUND}[relations]\ntrust = 0.1\ntrust = 0.2\n"),
        &["`trust` is there twice"],
    );
    refused_text(
        &format!("{SOUND}[opening]\n"),
        &["`opening` is there twice", "one heading"],
    );
    let argument = |id: &str| {
        format!(
            "[arguments.{id}]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nset = {{ \"actors.*.shock_of_surprise\" = 0.1 }}\n"
        )
    };
    let text = format!("{SOUND}{}{}", argument("one"), argument("two"));
    refused_text(
        &text,
        &[
            "`actors.a.shock_of_surprise` is set twice",
            "`one` and `two`",
        ],
    );
    let twice = offramp(&[
        "run",
        "--set",
        "relations.trust=0.1",
        "--set",
        "relations.trust=0.2",
    ]);
    assert_eq!(twice.status.code(), Some(65));
    assert!(err(&twice).contains("`relations.trust` is set twice"));
    let both = format!(
        "with = [\"one\"]\nwithout = [\"one\"]\n{SOUND}{}",
        argument("one")
    );
    refused_text(&both, &["switched both off and on"]);
}

#[test]
fn strange_names_become_neither_paths_nor_markup_nor_escapes() {
    for id in [
        "../x",
        "CON",
        "Iran",
        "a b",
        "<script>",
        "=1+1",
        "\u{202e}x",
        "",
    ] {
        let text = format!("{SOUND}[mediators.\"{id}\"]\nengages_per_day = 1\n");
        refused_text(&text, &["cannot be a name", "lower-case letters"]);
    }
    refused_text(
        &format!("{SOUND}[mediators.{}]\n", "m".repeat(300)),
        &["cannot be a name"],
    );
    refused_text(
        &SOUND.replace("\"x\"", "\"a\\u001b[31m\""),
        &["must not hold control characters"],
    );
    let name = "<script>alert(1)</script>";
    let place = tempfile::tempdir().unwrap();
    std::fs::write(
        place.path().join("CON.toml"),
        SOUND.replace("\"x\"", &format!("\"{name}\"")),
    )
    .unwrap();
    let output = offramp_in(
        place.path(),
        &["run", "CON.toml", "--trials", "100", "--charts", "svg"],
    );
    assert!(output.status.success(), "{}", err(&output));
    let folder = std::fs::read_dir(place.path().join("results"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    assert!(
        folder
            .file_name()
            .to_str()
            .unwrap()
            .starts_with("scenario-con-"),
        "no folder is called as a device"
    );
    let svg = std::fs::read_to_string(folder.path().join("charts/outcomes.svg")).unwrap();
    assert!(!svg.contains("<script") && svg.contains("&lt;script"));
}
