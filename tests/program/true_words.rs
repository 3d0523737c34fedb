//! What tables, charts and files say in words is so, on the program itself.

use std::path::Path;

use crate::common::program::{err, offramp_in, out};

/// What the program prints on standard output, as one line of words.
fn words(place: &Path, arguments: &[&str]) -> String {
    let output = offramp_in(place, arguments);
    let table = out(&output);
    assert!(!table.is_empty(), "{}", err(&output));
    let inputs = |line: &str| line.contains(" -> ");
    assert!(table.lines().all(|line| line.chars().count() <= 80 || inputs(line)), "{table}");
    table.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same of a study, and its files in the folder `x`.
fn study(place: &Path, arguments: &[&str]) -> String {
    words(place, &[arguments, &["--out", "x", "--charts", "svg"]].concat())
}

fn read(place: &Path, file: &str) -> String {
    std::fs::read_to_string(place.join(file)).unwrap()
}

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

/// An opening that one scenario fixes and the other comes to is the same act, and no decision that parts them.
#[test]
fn courses_that_open_alike_part_later() {
    let place = tempfile::tempdir().unwrap();
    let variant = "c: --set opening.rung=choose --set actors.iran.public_sensitivity=5";
    let compare = ["compare", "iran-pakistan-2024", "--variant", variant, "--flipped=300", "--trials", "1500"];
    let told = study(place.path(), &compare);
    assert!(!told.contains("in the variant Iran decides on day 0.0"), "{told}");
    assert!(!told.contains("before any decision was taken"), "{told}");
    let json: serde_json::Value = serde_json::from_str(&read(place.path(), "x/compare.json")).unwrap();
    let later = json["variants"][0]["flipped"].as_array().unwrap().iter().filter(|flipped| {
        let parting = &flipped["parting"];
        parting["opening"].is_null() && parting["equal_decisions"].as_u64().unwrap() > 0
    });
    assert!(later.count() > 0, "{told}");
}

/// Where only a name for the end differs, the courses part nowhere.
#[test]
fn the_same_history_parts_nowhere() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(
        place.path().join("lw.toml"),
        "extends = \"iran-pakistan-2024\"\nname = \"X\"\nlimited_war = \"strike-military\"\n",
    )
    .unwrap();
    let told = study(place.path(), &["compare", "iran-pakistan-2024", "lw.toml", "--flipped=3", "--trials", "300"]);
    assert_eq!(told.matches("They part nowhere: it is the same history").count(), 3, "{told}");
    assert!(!told.contains("nothing more happens"), "{told}");
    let json: serde_json::Value = serde_json::from_str(&read(place.path(), "x/compare.json")).unwrap();
    assert_eq!(json["variants"][0]["flipped"][0]["parting"]["same_history"], true);
}

/// Other labels are no other actors; other actors are, and then the table says why it shows no histories.
#[test]
fn labels_part_no_histories() {
    let place = tempfile::tempdir().unwrap();
    let base = "extends = \"iran-pakistan-2024\"\nname = \"X\"\n";
    let labels = format!("{base}[actors.iran]\nlabel = \"Persia\"\nforewarning = 1\n[rungs.war]\nlabel = \"W\"\n");
    std::fs::write(place.path().join("labels.toml"), labels).unwrap();
    let told = study(place.path(), &["compare", "iran-pakistan-2024", "labels.toml", "--flipped=3", "--trials", "300"]);
    assert_eq!(told.matches(" They part ").count(), 3, "{told}");
    let opener = "name = \"Y\"\n[opening]\nactor = \"pakistan\"\nrung = \"strike-militants\"\n[actors.iran]\n[actors.pakistan]\n";
    std::fs::write(place.path().join("opener.toml"), opener).unwrap();
    for (other, why) in [
        ("opener.toml", "in the two scenarios another actor opens"),
        ("pure-tit-for-tat", "the two scenarios have other actors"),
    ] {
        let told = study(place.path(), &["compare", "iran-pakistan-2024", other, "--flipped", "--trials", "300"]);
        assert!(told.contains(&format!("No single histories are shown: {why}.")), "{told}");
        let json: serde_json::Value = serde_json::from_str(&read(place.path(), "x/compare.json")).unwrap();
        assert_eq!(json["variants"][0]["flipped_reason"], why);
    }
}

/// Of two changes of the same size none is the largest.
#[test]
fn no_tie_is_crowned() {
    let place = tempfile::tempdir().unwrap();
    let change = "--set relations.channel=0.9";
    let [one, other] = ["a", "b"].map(|name| format!("{name}: {change}"));
    let mut compare = vec!["compare", "iran-pakistan-2024", "--variant", &one, "--variant", &other, "--trials", "200"];
    let title = |compare: &[&str]| {
        study(place.path(), compare);
        read(place.path(), "x/charts/compare.svg")
    };
    let svg = title(&compare);
    assert!(svg.contains("Neither of 2 changes is surely the larger: with a "), "{svg}");
    assert!(svg.contains("; with b as many"), "{svg}");
    assert!(!svg.contains("largest"), "{svg}");
    compare.extend(["--variant", "c: --set relations.channel=0.85"]);
    let svg = title(&compare);
    assert!(svg.contains("Among the largest of 3 changes: with "), "{svg}");
    compare.truncate(4);
    compare.extend(["--variant", "d: --set opening.rung=calm", "--trials", "2000"]);
    let svg = title(&compare);
    assert!(svg.contains("The largest of 2 changes: with d "), "{svg}");
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
    let told = words(place.path(), &[compare.as_slice(), &["--trials", "500", "--no-files"]].concat());
    assert!(told.contains("Inputs that differ"), "{told}");
}
