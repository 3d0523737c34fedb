//! What tables, charts and files say in words is so, on the program itself.

use std::path::Path;

use crate::common::program::{done_line_in, files, offramp_in, out};
use crate::common::saying::{read, study, words};

/// A cell that cannot occur is not the least of a grid.
#[test]
fn a_grid_crowns_no_cell_that_cannot_occur() {
    let place = tempfile::tempdir().unwrap();
    let axes = [
        "--vary",
        "mediators.*.engages_per_day=[0, 0.1]",
        "--vary",
        "actors.*.misperception=[0, 0.5]",
    ];
    let more = ["--outcome", "ended_with_mediator", "--trials", "200"];
    let told = study(place.path(), &[["sweep"].as_slice(), &axes, &more].concat());
    assert!(told.contains("in 2 of 4 cells it cannot occur."), "{told}");
    assert!(
        !told.contains("under 1 ") && told.contains(": 37 to 40 of 100"),
        "{told}"
    );
    let json: serde_json::Value =
        serde_json::from_str(&read(place.path(), "x/sweep.json")).unwrap();
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
    let told = words(
        place.path(),
        &["run", "x.toml", "--trials", "30", "--no-files", "--full"],
    );
    assert!(
        told.contains("No force is used 0 to 10 %: cannot occur here: the opening uses force"),
        "{told}"
    );
    assert!(
        told.contains("Limited or full-scale war 0 to 100 %: "),
        "{told}"
    );
}

/// Why a case cannot occur is asked where it cannot.
#[test]
fn a_tip_says_why_at_each_look() {
    let place = tempfile::tempdir().unwrap();
    let tip = [
        "tip",
        "--vary",
        "mediators.*.engages_per_day=0..1",
        "--share",
        "0.5",
        "--trials",
        "200",
    ];
    let told = study(
        place.path(),
        &[tip.as_slice(), &["--outcome", "ended_with_mediator"]].concat(),
    );
    assert!(
        told.contains("cannot occur here: no mediator engages"),
        "{told}"
    );
    assert!(!told.contains("the inputs exclude it"), "{told}");
    let json: serde_json::Value = serde_json::from_str(&read(place.path(), "x/tip.json")).unwrap();
    assert_eq!(json["looks"][0]["reason"], "no mediator engages");
    assert!(json["looks"][1]["reason"].is_null());
    let csv = read(place.path(), "x/tip.csv");
    assert!(
        csv.lines()
            .next()
            .unwrap()
            .ends_with(",purpose,excluded,interval"),
        "{csv}"
    );
    assert!(
        csv.lines()
            .nth(1)
            .unwrap()
            .ends_with(",no mediator engages,the inputs exclude it"),
        "{csv}"
    );
}

/// The columns of the first line of a table, as the dictionary names them.
fn columns(table: &str) -> Vec<String> {
    let head = table
        .lines()
        .next()
        .unwrap()
        .replace("relations.crisis_communication", "PATH");
    let named = |name: &str| {
        if name.starts_with("force_") {
            "force_ACTOR"
        } else {
            name
        }
        .to_owned()
    };
    let mut columns: Vec<String> = head.split(',').map(named).collect();
    columns.dedup();
    columns
}

/// The columns that a dictionary has for a file.
fn described<'d>(dictionary: &'d str, file: &str) -> Vec<&'d str> {
    let of_file = dictionary
        .lines()
        .filter_map(|line| line.strip_prefix(&format!("{file},")));
    of_file
        .map(|rest| rest.split(',').next().unwrap())
        .collect()
}

/// Every column stands in the dictionary, in its order.
#[test]
fn the_dictionary_names_every_column() {
    let place = tempfile::tempdir().unwrap();
    for (line, folder) in [
        ("run --trials-csv", "run"),
        ("compare iran-pakistan-2024 hotline", "compare"),
        (
            "sweep --vary 'relations.crisis_communication=[0, 1]' --outcome wars",
            "sweep",
        ),
        (
            "tip --vary relations.crisis_communication=0..1 --share 0.5 --outcome wars",
            "tip",
        ),
    ] {
        done_line_in(
            place.path(),
            &format!("{line} --trials 20 --charts none --out {folder}"),
        );
        let dictionary = read(place.path(), &format!("{folder}/dictionary.csv"));
        for (file, bytes) in files(&place.path().join(folder)) {
            if Path::new(&file).extension().is_none_or(|end| end != "csv")
                || file == "dictionary.csv"
            {
                continue;
            }
            let table = String::from_utf8(bytes).unwrap();
            assert_eq!(columns(&table), described(&dictionary, &file), "{file}");
        }
    }
}

/// How often an outcome comes about is said alike in table and title, and is its share rounded.
#[test]
fn an_outcome_is_as_frequent_everywhere() {
    let place = tempfile::tempdir().unwrap();
    for (scenario, trials) in [
        ("iran-pakistan-2024", "999"),
        ("iran-pakistan-2024", "150"),
        ("reference-class", "150"),
        ("hotline", "130"),
    ] {
        let told = study(
            place.path(),
            &["run", scenario, "--trials", trials, "--full"],
        );
        let json: serde_json::Value =
            serde_json::from_str(&read(place.path(), "x/summary.json")).unwrap();
        let svg = read(place.path(), "x/charts/outcomes.svg");
        let title = svg.split("<title>").nth(1).unwrap();
        // The title of the chart has a number of histories of its own.
        for text in [told.as_str(), title.split("</title>").next().unwrap()] {
            let (histories, base, what) = first_frequency(text);
            let share = share_of_end(&json, what);
            assert!((histories - share * base).abs() < 1.0, "{share}: {text}");
        }
        let (histories, base, _) = first_frequency(&told);
        assert!(
            told.matches(&format!("{histories} of {base}")).count() >= 2,
            "{told}"
        );
    }
}

/// The first "in 70 of 100 histories each side strikes once" of a text: 70, 100, and what follows.
fn first_frequency(text: &str) -> (f64, f64, &str) {
    let (before, what) = text.split_once(" histories ").unwrap();
    let mut words = before.rsplit(' ');
    let base = words.next().unwrap().replace(',', "").parse().unwrap();
    assert_eq!(words.next(), Some("of"), "{text}");
    let histories = words.next().unwrap().replace(',', "").parse().unwrap();
    (histories, base, what)
}

/// The share in `summary.json` that a sentence is about: of wars, or of the most common outcome.
fn share_of_end(json: &serde_json::Value, what: &str) -> f64 {
    if what.starts_with("it comes to war") {
        return json["wars"]["share"].as_f64().unwrap();
    }
    let outcomes = json["outcomes"].as_object().unwrap().values();
    let shares = outcomes.filter_map(|outcome| outcome["share"].as_f64());
    shares.fold(0.0, f64::max)
}

/// A margin that is not zero is not written as zero.
#[test]
fn a_real_error_has_digits() {
    let place = tempfile::tempdir().unwrap();
    let text = "name = \"Quiet\"\n[opening]\nactor = \"north\"\nrung = \"calm\"\n[actors.north]\n[actors.south]\n\
                fear_of_escalation = 20\nchoice_precision = 100\n";
    std::fs::write(place.path().join("quiet.toml"), text).unwrap();
    let sweep = [
        "sweep",
        "quiet.toml",
        "--vary",
        "relations.crisis_communication=[0, 1]",
        "--trials",
        "20000",
        "--no-files",
        "--full",
    ];
    let table = out(&offramp_in(place.path(), &sweep));
    let margins: Vec<f64> = table
        .lines()
        .skip_while(|line| !line.ends_with('±'))
        .skip(1)
        .take(2)
        .map(|line| line.split_whitespace().last().unwrap().parse().unwrap())
        .collect();
    assert!(
        margins.len() == 2 && margins.iter().all(|&margin| margin > 0.0 && margin < 0.1),
        "{table}"
    );
}
