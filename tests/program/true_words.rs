//! What tables, charts and files say in words is so, on the program itself.

use std::path::Path;

use crate::common::program::{err, offramp_in, out};
use crate::common::saying::{read, study, words};

/// A cell that cannot occur is not the least of a grid.
#[test]
fn a_grid_crowns_no_cell_that_cannot_occur() {
    let place = tempfile::tempdir().unwrap();
    let axes = ["--vary", "mediators.*.engages_per_day=[0, 0.1]", "--vary", "actors.*.misperception=[0, 0.5]"];
    let more = ["--outcome", "ended_with_mediator", "--trials", "200"];
    let told = study(place.path(), &[["sweep"].as_slice(), &axes, &more].concat());
    assert!(told.contains("at 2 of 4 points it cannot occur."), "{told}");
    assert!(!told.contains("under 1 %") && !told.contains("engages_per_day=0 "), "{told}");
    let json: serde_json::Value = serde_json::from_str(&read(place.path(), "x/sweep.json")).unwrap();
    for end in ["from", "to"] {
        assert_eq!(json["beside"][0][end][0], 0.1, "{json}");
    }
    let svg = read(place.path(), "x/charts/sweep.svg");
    assert!(svg.contains("white: cannot occur"), "{svg}");
}

/// What cannot occur is not said to be as expected, or not.
#[test]
fn what_cannot_occur_is_not_judged() {
    let place = tempfile::tempdir().unwrap();
    let text = "extends = \"iran-pakistan-2024\"\nname = \"X\"\n[expected]\nno-force = [0, 0.1]\nwars = [0, 1]\n";
    std::fs::write(place.path().join("x.toml"), text).unwrap();
    let told = words(place.path(), &["run", "x.toml", "--trials", "30", "--no-files"]);
    assert!(told.contains("No force is used 0 to 10 %: cannot occur here: the opening uses force"), "{told}");
    assert!(told.contains("Limited or full-scale war 0 to 100 %: "), "{told}");
}

/// Why a case cannot occur is asked where it cannot.
#[test]
fn a_tip_says_why_at_each_look() {
    let place = tempfile::tempdir().unwrap();
    let tip = ["tip", "--vary", "mediators.*.engages_per_day=0..1", "--share", "0.5", "--trials", "200"];
    let told = study(place.path(), &[tip.as_slice(), &["--outcome", "ended_with_mediator"]].concat());
    assert!(told.contains("cannot occur here: no mediator engages"), "{told}");
    assert!(!told.contains("the inputs exclude it"), "{told}");
    let json: serde_json::Value = serde_json::from_str(&read(place.path(), "x/tip.json")).unwrap();
    assert_eq!(json["looks"][0]["reason"], "no mediator engages");
    assert!(json["looks"][1]["reason"].is_null());
    let csv = read(place.path(), "x/tip.csv");
    assert!(csv.lines().next().unwrap().ends_with(",purpose,excluded,interval"), "{csv}");
    assert!(csv.lines().nth(1).unwrap().ends_with(",no mediator engages,the inputs exclude it"), "{csv}");
}

/// Every column stands in the dictionary, in its order.
#[test]
fn the_dictionary_names_every_column() {
    let place = tempfile::tempdir().unwrap();
    let few = ["--trials", "20", "--charts", "none", "--out"];
    let wars = ["--outcome", "wars"];
    for (arguments, folder) in [
        (vec!["run", "--trials-csv"], "run"),
        (vec!["compare", "iran-pakistan-2024", "hotline"], "compare"),
        ([&["sweep", "--vary", "relations.channel=[0, 1]"], wars.as_slice()].concat(), "sweep"),
        ([&["tip", "--vary", "relations.channel=0..1", "--share", "0.5"], wars.as_slice()].concat(), "tip"),
    ] {
        let output = offramp_in(place.path(), &[arguments.as_slice(), &few, &[folder]].concat());
        assert!(output.status.success(), "{}", err(&output));
        let dictionary = read(place.path(), &format!("{folder}/dictionary.csv"));
        for (file, bytes) in crate::common::program::files(&place.path().join(folder)) {
            if Path::new(&file).extension().is_none_or(|end| end != "csv") || file == "dictionary.csv" {
                continue;
            }
            let table = String::from_utf8(bytes).unwrap();
            let columns = table.lines().next().unwrap().replace("relations.channel", "PATH");
            let named: Vec<&str> = dictionary
                .lines()
                .filter_map(|line| line.strip_prefix(&format!("{file},")))
                .map(|rest| rest.split(',').next().unwrap())
                .collect();
            let columns: Vec<&str> = columns.split(',').collect();
            let columns: Vec<&str> =
                columns.iter().map(|name| if name.starts_with("force_") { "force_ACTOR" } else { name }).collect();
            let mut known = columns.clone();
            known.dedup();
            assert_eq!(known, named, "{file}");
        }
    }
}

/// How often an outcome comes about is said alike in table and title, and is its share rounded.
#[test]
fn an_outcome_is_as_frequent_everywhere() {
    let place = tempfile::tempdir().unwrap();
    for (scenario, trials) in
        [("iran-pakistan-2024", "999"), ("iran-pakistan-2024", "150"), ("reference-class", "150"), ("hotline", "130")]
    {
        let told = study(place.path(), &["run", scenario, "--trials", trials]);
        let svg = read(place.path(), "x/charts/outcomes.svg");
        let title = |text: &str| text.split("In ").nth(1).unwrap().split(" runs").next().unwrap().to_owned();
        let json: serde_json::Value = serde_json::from_str(&read(place.path(), "x/summary.json")).unwrap();
        let shares = json["outcomes"].as_object().unwrap().values();
        let most = shares.filter_map(|outcome| outcome["share"].as_f64()).fold(0.0, f64::max);
        let numbers = |title: &str| -> (f64, f64) {
            let plain = title.replace(',', "");
            let (runs, base) = plain.split_once(" of ").unwrap();
            (runs.parse().unwrap(), base.parse().unwrap())
        };
        // The title of the chart has a number of runs of its own.
        for title in [title(&told), title(svg.split("<title>").nth(1).unwrap())] {
            let (runs, base) = numbers(&title);
            assert!((runs - most * base).abs() <= 0.5, "{most}: {title}");
        }
        let (runs, base) = numbers(&title(&told));
        assert!(told.matches(&format!("{runs} of {base} runs")).count() >= 2, "{told}");
    }
}

/// A margin that is not zero is not written as zero.
#[test]
fn a_real_error_has_digits() {
    let place = tempfile::tempdir().unwrap();
    let text = "name = \"Quiet\"\n[opening]\nactor = \"north\"\nrung = \"calm\"\n[actors.north]\n[actors.south]\n\
                fear_of_war = 20\nsteadiness = 100\n";
    std::fs::write(place.path().join("quiet.toml"), text).unwrap();
    let sweep = ["sweep", "quiet.toml", "--vary", "relations.channel=[0, 1]", "--trials", "20000", "--no-files"];
    let table = out(&offramp_in(place.path(), &sweep));
    let margins: Vec<f64> = table
        .lines()
        .skip_while(|line| !line.ends_with("+-"))
        .skip(1)
        .take(2)
        .map(|line| line.split_whitespace().last().unwrap().parse().unwrap())
        .collect();
    assert!(margins.len() == 2 && margins.iter().all(|&margin| margin > 0.0 && margin < 0.1), "{table}");
}

/// A weight comes after a switch: also that of a variant, after the settings of all.
#[test]
fn a_weight_has_the_last_word_over_a_switch() {
    let place = tempfile::tempdir().unwrap();
    let variant = "half: --set arguments.soft-target=0.5";
    let compare = ["compare", "iran-pakistan-2024", "--without", "soft-target", "--variant", variant];
    let few = ["--trials", "500", "--no-files"];
    let told = words(place.path(), &[compare.as_slice(), &few].concat());
    assert!(told.contains("Inputs that differ"), "{told}");
    // There the switch counts for the base.
    let says = "warning: `--without soft-target` has no effect: `--set arguments.soft-target=0.5` has the last word";
    assert!(!err(&offramp_in(place.path(), &[compare.as_slice(), &few].concat())).contains("has no effect"));
    // In one command line it does nothing, and is told to.
    let both = ["--without", "soft-target", "--set", "arguments.soft-target=0.5"];
    let axis = ["--vary", "relations.channel=0..1"];
    let variant = ["--variant", "x: --without soft-target --set arguments.soft-target=0.5"];
    for command in [
        [["run"].as_slice(), &few, &both].concat(),
        [["compare", "iran-pakistan-2024", "hotline"].as_slice(), &few, &both].concat(),
        [["compare", "iran-pakistan-2024"].as_slice(), &variant, &few].concat(),
        [["sweep", "iran-pakistan-2024"].as_slice(), &axis, &few, &both].concat(),
        [["tip", "iran-pakistan-2024"].as_slice(), &axis, &["--outcome", "wars", "--share", "0.5"], &few, &both]
            .concat(),
        [["show"].as_slice(), &both].concat(),
        [["check", "iran-pakistan-2024"].as_slice(), &both].concat(),
    ] {
        let output = offramp_in(place.path(), &command);
        assert!(output.status.success(), "{command:?}: {}", err(&output));
        let told = err(&output).split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(told.matches(says).count(), 1, "{command:?}: {told}");
    }
}

/// For people an outcome has one label, the same in every table.
#[test]
fn outcomes_have_one_label() {
    let place = tempfile::tempdir().unwrap();
    let few = ["--trials", "100", "--no-files"];
    let axis = ["--vary", "relations.channel=[0, 1]", "--outcome", "one-sided"];
    for command in [
        vec!["compare", "iran-pakistan-2024", "hotline"],
        [["sweep"].as_slice(), &axis].concat(),
        vec![
            "sweep",
            "--vary",
            "relations.channel=[0, 1]",
            "--vary",
            "relations.trust=[0, 1]",
            "--outcome",
            "one-sided",
        ],
        vec!["tip", "--vary", "relations.channel=0..1", "--outcome", "one-sided", "--share", "0.5"],
    ] {
        let told = words(place.path(), &[command.as_slice(), &few].concat());
        assert!(told.contains("Only one side strikes"), "{told}");
        for key in ["one-sided", "one-round", "no-force", "lim-war"] {
            assert!(!told.contains(key), "{key}: {told}");
        }
    }
}

/// Actors and rungs whose labels are equal have their ids beside them, in tables and charts; `check` says so.
#[test]
fn equal_labels_are_distinguished() {
    let place = tempfile::tempdir().unwrap();
    let text = "name = \"Same\"\n[opening]\nactor = \"a\"\nrung = \"covert\"\n[actors.a]\nlabel = \"Same\"\n[actors.b]\n\
                label = \"Same\"\n[rungs.covert]\nlabel = \"Blow\"\n[rungs.campaign]\nlabel = \"Blow\"\n";
    std::fs::write(place.path().join("same.toml"), text).unwrap();
    let check = err(&offramp_in(place.path(), &["check", "same.toml"]));
    let check = check.split_whitespace().collect::<Vec<_>>().join(" ");
    for says in
        ["the actors a, b have the same label, \"Same\"", "the rungs covert, campaign have the same label, \"Blow\""]
    {
        assert!(check.contains(says), "{check}");
    }
    assert_eq!(check.matches("--> same.toml:").count(), 2, "{check}");
    let told = study(place.path(), &["run", "same.toml", "--trials", "100"]);
    for row in ["Uses of force, Same (a)", "Uses of force, Same (b)", "Blow (covert)", "Blow (campaign)"] {
        assert!(told.contains(row), "{told}");
    }
    assert!(read(place.path(), "x/charts/peak.svg").contains("Blow (covert)"));
    let again = err(&offramp_in(place.path(), &["check", "x/scenario.toml"]));
    assert!(!again.contains("the same label"), "{again}");
}
