//! What sweeps and tables say of what runs cannot tell, what never happened and what cannot happen, on the program itself.

use crate::common::program::{err, offramp, offramp_in, out};

/// The document of a sweep, its title, and its table as one line.
fn sweep(arguments: &[&str]) -> (serde_json::Value, String, String) {
    let place = tempfile::tempdir().unwrap();
    let output = offramp_in(place.path(), &[&["sweep", "--out", "x"], arguments].concat());
    let file = |name: &str| std::fs::read_to_string(place.path().join("x").join(name)).unwrap();
    let svg = file("charts/sweep.svg");
    let title = svg.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0.to_owned();
    let words = out(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(err(&output).is_empty(), "{}", err(&output));
    (serde_json::from_str(&file("sweep.json")).unwrap(), title, words)
}

/// Two points that a title compares are run beside each other: that their own intervals overlap says nothing.
#[test]
fn a_title_compares_points_on_the_same_luck() {
    let grid =
        ["--vary", "actors.*.restraint=0.4..0.6:2", "--vary", "relations.channel=0.4..0.6:2", "--outcome", "answer"];
    let (json, title, _) = sweep(&[grid.as_slice(), &["--trials", "150"]].concat());
    let beside = &json["beside"][0];
    let shown = |at: &serde_json::Value| {
        let points = json["points"].as_array().unwrap();
        points.iter().find(|point| point["values"] == *at).unwrap()["shown"].clone()
    };
    let (least, most) = (shown(&beside["from"]), shown(&beside["to"]));
    assert!(least["high"].as_f64() > most["low"].as_f64(), "their own intervals overlap: {least} {most}");
    assert!(beside["difference"]["low"].as_f64().unwrap() > 0.0, "{beside}");
    let difference = most["mean"].as_f64().unwrap() - least["mean"].as_f64().unwrap();
    assert!((beside["difference"]["value"].as_f64().unwrap() - difference).abs() < 2e-6, "whole millionths");
    assert_eq!(beside["differ"], true);
    assert!(title.starts_with("“First answer uses force” is lowest, around "), "{title}");
    // A paired comparison of the same two, by the other command.
    let settings = |at: &serde_json::Value| {
        let value = |axis: usize| at[axis].as_f64().unwrap();
        format!("--set actors.*.restraint={:?} --set relations.channel={:?}", value(0), value(1))
    };
    let variants = [format!("least: {}", settings(&beside["from"])), format!("most: {}", settings(&beside["to"]))];
    let mut words = vec!["compare", "iran-pakistan-2024", "--trials", "150", "--no-files", "--format", "json"];
    for variant in &variants {
        words.extend(["--variant", variant]);
    }
    let compared: serde_json::Value = serde_json::from_str(&out(&offramp(&words))).unwrap();
    let mean = |at: usize| compared["variants"][at]["means"]["answer"]["variant"]["mean"].as_f64().unwrap();
    assert!((mean(1) - mean(0) - difference).abs() < 2e-6);
}

#[test]
fn what_runs_cannot_tell_is_no_change_and_no_finding() {
    let (json, title, words) =
        sweep(&["--vary", "relations.channel=0.5..0.51:2", "--outcome", "feud", "--trials", "200"]);
    assert_eq!((&json["beside"][0]["differ"], json["beside"].as_array().unwrap().len()), (&false.into(), 1));
    let says =
        "“Feud: more than one round”: no change that 200 trials can show as relations.channel goes from 0.5 to 0.51: ";
    assert!(title.starts_with(says) && words.contains(says), "{title}");
    let grid =
        ["--vary", "relations.channel=0.5..0.51:2", "--vary", "relations.trust=0.5..0.51:2", "--outcome", "feud"];
    let (_, title, _) = sweep(&[grid.as_slice(), &["--trials", "20"]].concat());
    assert!(
        title.contains("at every point") || title.contains("no difference between points that 20 trials can show"),
        "{title}"
    );
    // That more die in a war changes histories, though none of what was asked for.
    let (json, title, _) =
        sweep(&["--vary", "rungs.war.deaths=20000..20010:2", "--outcome", "fronts_opened", "--trials", "300"]);
    assert_eq!(json["beside"][0]["same_histories"], false);
    assert!(
        title.starts_with(
            "“Fronts opened”: no change that 300 trials can show as rungs.war.deaths goes from 20000 to 20010: 0.1"
        ),
        "{title}"
    );
    let unused = [
        "--vary",
        "dynamics.trust_half_life_days=50..100:2",
        "--set",
        "relations.trust=0",
        "--trials",
        "50",
        "--outcome",
        "answer",
    ];
    let (json, title, _) = sweep(&unused);
    assert_eq!(json["beside"][0]["same_histories"], true, "{title}");
    assert_eq!(
        title,
        "“First answer uses force” is 90.0 % whatever dynamics.trust_half_life_days is: in 50 trials no history differs, so below 7.2 % of all do"
    );
}

/// What is fixed at 1, fixed at 0, and never seen are three things.
#[test]
fn always_never_and_not_seen_are_distinguished() {
    let channel = ["--vary", "relations.channel=0..1:2", "--trials", "50", "--outcome"];
    for (outcome, title, row, mean) in [
        (
            "opening",
            "“First act uses force” is 100 % at every point: the inputs fix it",
            "0 always: the inputs fix it",
            Some(1.0),
        ),
        (
            "no-force",
            "“No force is used” cannot occur, whatever relations.channel is: the opening uses force",
            "0 cannot occur here: the opening uses force",
            None,
        ),
        (
            "unresolved",
            "“Unresolved at the horizon”: no change that 50 trials can show as relations.channel goes from 0 to 1: \
             0 of 50 (below 7.2 %) at both ends",
            "0 0 of 50 below 7.2 %",
            Some(0.0),
        ),
    ] {
        let (json, told, words) = sweep(&[channel.as_slice(), &[outcome]].concat());
        assert_eq!(told, title);
        assert!(words.contains(row), "{words}");
        assert_eq!(json["points"][0]["shown"]["mean"].as_f64(), mean);
        assert_eq!(json["points"][0]["shown"]["reason"].is_null(), outcome == "unresolved");
    }
    let one = out(&offramp(&[
        "sweep",
        "--vary",
        "relations.channel=0..1:2",
        "--outcome",
        "fronts_opened",
        "--trials",
        "1",
        "--no-files",
    ]));
    let asked = one.split_once("\nFronts opened\n").unwrap().1.split_once("\n\n").unwrap().0;
    assert!(!asked.contains("cannot occur"), "{one}");
}

/// A mean that the inputs exclude is no number: not in the tables, and the files say why.
#[test]
fn means_that_cannot_occur_are_not_numbers() {
    let place = tempfile::tempdir().unwrap();
    let few = ["--trials", "60"];
    let varied = ["sweep", "no-mediation", "--vary", "relations.channel=0..1:2", "--out", "x"];
    let told = out(&offramp_in(place.path(), &[varied.as_slice(), &few].concat()));
    let means = told.split_once("\nOn average\n").unwrap().1;
    assert!(!means.contains(" 0.0 %") && means.contains("  -  cannot occur"), "{told}");
    let table = std::fs::read_to_string(place.path().join("x/sweep.csv")).unwrap();
    let mediated = table.lines().find(|line| line.contains("mean,ended_with_mediator,,,,60,")).unwrap();
    assert!(!mediated.contains("60,,"), "{mediated}");

    let beside = ["compare", "no-mediation", "iran-pakistan-2024", "--no-files"];
    let told = out(&offramp_in(place.path(), &[beside.as_slice(), &few].concat()));
    let row = told.lines().find(|line| line.contains("Ended with a mediator")).unwrap();
    assert!(row.contains("   cannot "), "{told}");
    assert!(told.contains("some are not there.") && !told.contains("quantiles"), "{told}");
}

/// A crisis that the horizon cuts off has no day on which it ended.
#[test]
fn what_the_horizon_cuts_off_is_reported_beside_the_mean() {
    let days = ["--vary", "actors.*.response_days=[3, 30, 300]", "--outcome", "end_day", "--trials", "200"];
    let (_, title, words) = sweep(&days);
    assert!(title.contains(" of 200 unresolved)"), "{title}");
    assert!(
        words.contains(" of 200 unresolved")
            && words.contains("unresolved at the horizon counts with the day of its last act"),
        "{words}"
    );
}

/// That a few trials are alike bounds what can differ, and no more; and of few trials it is said that they are.
#[test]
fn few_trials_are_said_to_be_few() {
    let place = tempfile::tempdir().unwrap();
    let rare = ["--vary", "fronts.india.opens_per_day=0.000001..0.000002", "--outcome", "feud", "--trials", "5"];
    let tip = [&["tip", "--share", "0.5", "--out", "x"], rare.as_slice()].concat();
    let words = out(&offramp_in(place.path(), &tip)).split_whitespace().collect::<Vec<_>>().join(" ");
    let caveat = "With 5 trials intervals are wide, and some are not there.";
    assert!(words.contains("in all of 5 trials the history is the same as") && words.contains(caveat), "{words}");
    assert!(words.contains("So of all histories below 52.2 % can differ."), "{words}");
    let json: serde_json::Value =
        serde_json::from_slice(&std::fs::read(place.path().join("x/tip.json")).unwrap()).unwrap();
    let most = json["answer"]["differ_at_most"].as_f64().unwrap();
    assert!((most - (1.0 - 0.025_f64.powf(0.2))).abs() < 1e-9, "{most}");
    let (_, title, words) = sweep(&rare);
    assert!(words.contains(caveat), "{words}");
    assert!(title.ends_with("in 5 trials no history differs, so below 52.2 % of all do"), "{title}");
}

/// A share that no trial met is "none" in every table, and a rare one is not.
#[test]
fn tables_say_none_where_no_trial_met_it() {
    let channel = ["sweep", "--vary", "relations.channel=0..1:2", "--no-files", "--trials", "50"];
    let shares = out(&offramp(&channel));
    let row = shares.split_once("Shares of outcomes").unwrap().1.lines().nth(2).unwrap();
    let cells: Vec<&str> = row.split_whitespace().collect();
    assert_eq!((cells[1], cells[7]), ("-", "none"), "{shares}");
    let grid = [&channel[..], &["--vary", "relations.trust=0..1:2", "--outcome", "unresolved"]].concat();
    let cells = out(&offramp(&grid));
    assert!(cells.contains("   none"), "{cells}");
    let compared = out(&offramp(&["compare", "iran-pakistan-2024", "no-mediation", "--no-files", "--trials", "50"]));
    let row = compared.lines().find(|line| line.contains("Unresolved at the horizon ")).unwrap();
    assert!(row.contains("     none      none") && !compared.contains(" 0.00 %"), "{compared}");
    let long = ["compare", "iran-pakistan-2024", "no-mediation", "--no-files", "--trials", "3000"];
    let compared = out(&offramp(&long)).split_whitespace().collect::<Vec<_>>().join(" ");
    let times = compared.split_once("would need about ").unwrap().1.split_once(" times").unwrap().0.to_owned();
    assert!(times.chars().filter(char::is_ascii_digit).collect::<String>().trim_end_matches('0').len() <= 2, "{times}");
}

/// Where the inputs hold one side, a difference is as well known as the other side, and goes no farther than it can.
#[test]
fn a_difference_from_what_is_certain_is_bounded() {
    for trials in ["1", "30", "2000"] {
        let war = ["--variant", "war: --set opening.rung=war", "--trials", trials, "--no-files", "--format", "json"];
        let json = out(&offramp(&[&["compare", "iran-pakistan-2024"], war.as_slice()].concat()));
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let variant = &json["variants"][0];
        let all = ["outcomes", "means"].map(|key| variant[key].as_object().unwrap());
        let mut bounded = 0;
        for (name, contrast) in all.into_iter().flatten() {
            let ends = |side: &str| ["low", "high"].map(|end| contrast[side][end].as_f64());
            let excluded = |side: &str| contrast[side]["mean"].is_null() && contrast[side]["share"].is_null();
            let ([low, high], [from, to]) = (ends("difference"), ends("base"));
            if excluded("variant") && !excluded("base") {
                assert_eq!((low, high), (to.map(|to| -to), from.map(|from| -from)), "{name}: {contrast}");
                bounded += 1;
            }
        }
        assert!(bounded >= 3, "{bounded}: {variant}");
    }
}
