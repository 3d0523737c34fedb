use crate::error::WrittenIn;
use crate::scenario::parse::parse;
use crate::scenario::read::text::Text;

/// A line, what is said of it, and what is to be written.
const TYPOS: &[(&str, &str, &str)] = &[
    ("provocation = 70%", "per cent", "write provocation = 0.7"),
    (
        "provocation = 0,7 # a comment",
        "no comma",
        "write provocation = 0.7",
    ),
    ("deaths = 1,000", "no comma", "deaths = 1000; or 1.000"),
    ("strength = 1.6,", "no comma", "write strength = 1.6"),
    ("trust = \u{2212}0.2", "no minus", "trust = -0.2"),
    (
        "trust = 0.2 to 0.5",
        "not known",
        "{ uniform = [0.2, 0.5] }",
    ),
    ("trust = 0.2-0.5", "not known", "{ uniform = [0.2, 0.5] }"),
    ("horizon = 60 days", "stands alone", "horizon = 60"),
    ("label = India\"", "not opened", "label = \"India\""),
    (
        "label = \"north     # who",
        "not closed",
        "label = \"north\"",
    ),
    (
        "claim = \"Both fear the \"bomb\".\"",
        "inside the text",
        "single ones",
    ),
    (
        "scale = { actors.*.fear_of_escalation = 1.3 }",
        "path stands in quotes",
        "\"actors.*.fear_of_escalation\"",
    ),
    ("leverage = { a = 30% }", "per cent", "between 0 and 1"),
    (
        "A mediator steps in sooner or later",
        "comment",
        "# A mediator",
    ),
    ("- the relations", "comment", "# the relations"),
    (
        "provocation = .7",
        "digits before and after",
        "write provocation = 0.7",
    ),
    ("provocation = 07", "leading zero", "write provocation = 7"),
    (
        "provocation = 7.",
        "digits before and after",
        "write provocation = 7",
    ),
    ("provocation = 1/2", "fraction", "write provocation = 0.5"),
    (
        "label = \u{201c}Iran\u{201d}",
        "curly quotes",
        "label = \"Iran\"",
    ),
    ("enabled = no", "true and false", "write enabled = false"),
    ("enabled = True", "small letters", "write enabled = true"),
    (
        "rung = strike-militants",
        "in quotes",
        "write rung = \"strike-militants\"",
    ),
    ("label = \"a # b", "not closed", "write label = \"a # b\""),
    ("provocation: 0.7", "`=` between", "write provocation = 0.7"),
    ("provocation 0.7", "no `=`", "write provocation = 0.7"),
    ("provocation = ", "no value", "after the `=`"),
    ("provocation == 0.7", "one `=`", "write provocation = 0.7"),
    ("my key = 3", "no spaces", "offramp parameters"),
    ("// why", "begins with `#`", "write # why"),
    ("[relations", "not closed", "write [relations]"),
    ("[relations]]", "not closed", "write [relations]"),
    ("[actors.my state]", "no spaces", "write [actors.my-state]"),
    ("x = 1\nx = 2", "`x` is there twice", "keep one"),
    ("[opening]", "`opening` is there twice", "one heading"),
    ("trust = (0.2, 0.8)", "not well formed", "brackets"),
    ("trust = 0.7 0.8", "stands alone", "trust = 0.7"),
    (
        "actors.*.choice_precision = 4",
        "path stands in quotes",
        "write \"actors.*.choice_precision\" = 4",
    ),
    (
        "actors.india.choice_precision = 70%",
        "per cent",
        "write actors.india.choice_precision = 0.7",
    ),
    ("\u{a0}trust = 0.5", "no-break space", "anew: trust = 0.5"),
    ("trust = 0.5\u{a0}", "no-break space", "anew: trust = 0.5"),
    (
        "trust = 0\u{200b}.5",
        "zero-width space",
        "anew: trust = 0.5",
    ),
    ("trust =\u{2009}0.5", "U+2009", "anew: trust = 0.5"),
    (
        "without = [election]",
        "text stands in quotes",
        "write without = [\"election\"]",
    ),
    (
        "add = { \"actors.a.shock_of_surprise\" = -0,8 }",
        "no comma",
        "write add = { \"actors.a.shock_of_surprise\" = -0.8 }",
    ),
    (
        "add = { \"actors.a.shock_of_surprise\": 0.2 }",
        "`=` between",
        "write add = { \"actors.a.shock_of_surprise\" = 0.2 }",
    ),
    (
        "leverage = { pakistan: 0.6 }",
        "`=` between",
        "leverage = { pakistan = 0.6 }",
    ),
    (
        "leverage = { a = .5, b = 0.5 }",
        "digits before",
        "leverage = { a = 0.5, b = 0.5 }",
    ),
    ("trust = NaN", "a finite number", "offramp parameters"),
    ("trust = -Infinity", "a finite number", "offramp parameters"),
    ("trust = 0.4;", "semicolon", "write trust = 0.4"),
    ("trust = 0.2..0.5", "not known", "{ uniform = [0.2, 0.5] }"),
    ("trust = ~0.4", "not known", "write trust = 0.4"),
    (
        "trust = uniform(0.2, 0.5)",
        "not known",
        "{ uniform = [0.2, 0.5] }",
    ),
    (
        "label = 'India's government'",
        "apostrophe",
        "label = \"India's government\"",
    ),
    (
        "add = \"actors.a.shock_of_surprise\" = 0.2",
        "braces",
        "write add = { \"actors.a.shock_of_surprise\" = 0.2 }",
    ),
    (
        "[arguments.bl\u{e4}ir-house]",
        "no `\u{e4}`",
        "letters a to z",
    ),
    (
        "[arguments.blair's-house]",
        "no `'`",
        "write [arguments.blairs-house]",
    ),
    ("[actors,india]", "no `,`", "write [actors.india]"),
    (
        "[arguments.blair house]",
        "no spaces",
        "write [arguments.blair-house]",
    ),
    (
        "[relations] the two",
        "comment begins",
        "write [relations] # the two",
    ),
    ("(relations)", "square brackets", "write [relations]"),
    ("relations:", "colon", "a heading is written [relations]"),
    ("label: x", "`=` between", "write label = \"x\""),
    ("label x", "no `=`", "write label = \"x\""),
];

#[test]
fn typical_typos_are_reported_with_the_remedy() {
    for (line, says, write) in TYPOS {
        let content = format!("name = \"x\"\n[opening]\nactor = \"a\"\n{line}\n[actors.a]\n");
        let problems =
            parse(&Text::new(WrittenIn::Scenario("x.toml".into()), content, 0)).unwrap_err();
        let message = problems[0].to_string();
        assert!(
            message.contains(says) && message.contains(write),
            "{line}\n{message}"
        );
        assert!(
            message.contains("x.toml:4") || message.contains("x.toml:5"),
            "{message}"
        );
    }
}

#[test]
fn every_faulty_line_is_reported_once() {
    let content = "a = (1, 2)\nb = 3\nc = 70%\n";
    let problems = parse(&Text::new(
        WrittenIn::Scenario("x.toml".into()),
        content.into(),
        0,
    ))
    .unwrap_err();
    let lines: Vec<usize> = problems
        .iter()
        .map(|problem| problem.place.as_ref().unwrap().line)
        .collect();
    assert_eq!(lines, [1, 3]);
}

fn lines(content: &str) -> Vec<(usize, String)> {
    let problems = parse(&Text::new(
        WrittenIn::Scenario("x.toml".into()),
        content.into(),
        0,
    ))
    .unwrap_err();
    problems
        .iter()
        .map(|problem| (problem.place.as_ref().unwrap().line, problem.to_string()))
        .collect()
}

#[test]
fn a_text_broken_over_lines_is_reported_once() {
    let lines = lines("a = \"one\"\nclaim = \"Clinton pressed\n  Sharif to\nwithdraw.\"\nb = 1\n");
    assert_eq!(
        lines.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
        [2],
        "{lines:?}"
    );
    assert!(
        lines[0].1.contains("more than one line") && lines[0].1.contains("three quotation marks"),
        "{lines:?}"
    );
}

#[test]
fn items_on_lines_of_their_own() {
    let lines = lines(
        "without = [\n  election,\n  \"x\",\n]\nadd = {\n  \"actors.*.shock_of_surprise\" = -0,8,\n}\n",
    );
    assert!(
        lines[0].0 == 2 && lines[0].1.contains("write \"election\","),
        "{lines:?}"
    );
    assert!(
        lines[1].0 == 6 && lines[1].1.contains("\"actors.*.shock_of_surprise\" = -0.8"),
        "{lines:?}"
    );
}

#[test]
fn a_duplicate_heading_is_reported_without_its_keys() {
    let table = "[arguments.shield]\nclaim = \"c\"\nwho = \"w\"\n";
    let lines = lines(&format!(
        "{table}{table}[relations]\ntrust = 1\ntrust = 2\n"
    ));
    assert_eq!(
        lines.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
        [4, 9],
        "{lines:?}"
    );
    assert!(lines[0].1.contains("another name"), "{lines:?}");
}
