//! Where histories part and which change is the largest, as the program says it.

use crate::common::saying::{read, study};

/// An opening that one scenario fixes and the other comes to is the same act, and no decision that
/// parts them.
#[test]
fn courses_that_open_alike_part_later() {
    let place = tempfile::tempdir().unwrap();
    let variant = "c: --set opening.rung=choose --set actors.iran.public_sensitivity=5";
    let compare = [
        "compare",
        "iran-pakistan-2024",
        "--variant",
        variant,
        "--flipped=300",
        "--trials",
        "1500",
    ];
    let told = study(place.path(), &compare);
    assert!(
        !told.contains("in the variant Iran decides on day 0.0"),
        "{told}"
    );
    assert!(!told.contains("before any decision was taken"), "{told}");
    let json: serde_json::Value =
        serde_json::from_str(&read(place.path(), "x/compare.json")).unwrap();
    let later = json["variants"][0]["flipped"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|flipped| {
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
    let told = study(
        place.path(),
        &[
            "compare",
            "iran-pakistan-2024",
            "lw.toml",
            "--flipped=3",
            "--trials",
            "300",
        ],
    );
    assert_eq!(
        told.matches("They part nowhere: it is the same history")
            .count(),
        3,
        "{told}"
    );
    assert!(!told.contains("nothing more happens"), "{told}");
    let json: serde_json::Value =
        serde_json::from_str(&read(place.path(), "x/compare.json")).unwrap();
    assert_eq!(
        json["variants"][0]["flipped"][0]["parting"]["same_history"],
        true
    );
}

/// Other labels are no other actors; other actors are, and then the table says why it shows no
/// histories.
#[test]
fn labels_part_no_histories() {
    let place = tempfile::tempdir().unwrap();
    let base = "extends = \"iran-pakistan-2024\"\nname = \"X\"\n";
    let labels = format!(
        "{base}[actors.iran]\nlabel = \"Persia\"\nforewarning = 1\n[rungs.war]\nlabel = \"W\"\n"
    );
    std::fs::write(place.path().join("labels.toml"), labels).unwrap();
    let told = study(
        place.path(),
        &[
            "compare",
            "iran-pakistan-2024",
            "labels.toml",
            "--flipped=3",
            "--trials",
            "300",
        ],
    );
    assert_eq!(
        told.matches(" The two histories part ").count(),
        3,
        "{told}"
    );
    let opener = "name = \"Y\"\n[opening]\nactor = \"pakistan\"\nrung = \"strike-militants\"\n[actors.iran]\n[actors.pakistan]\n";
    std::fs::write(place.path().join("opener.toml"), opener).unwrap();
    for (other, why) in [
        ("opener.toml", "in the two scenarios another actor opens"),
        ("pure-tit-for-tat", "the two scenarios have other actors"),
    ] {
        let told = study(
            place.path(),
            &[
                "compare",
                "iran-pakistan-2024",
                other,
                "--flipped",
                "--trials",
                "300",
            ],
        );
        assert!(
            told.contains("No single histories with ") && told.contains(why),
            "{told}"
        );
        let json: serde_json::Value =
            serde_json::from_str(&read(place.path(), "x/compare.json")).unwrap();
        assert_eq!(json["variants"][0]["flipped_reason"], why);
    }
}

/// Of two changes of the same size none is the largest.
#[test]
fn no_tie_is_crowned() {
    let place = tempfile::tempdir().unwrap();
    let change = "--set relations.crisis_communication=0.9";
    let [one, other] = ["a", "b"].map(|name| format!("{name}: {change}"));
    let mut compare = vec![
        "compare",
        "iran-pakistan-2024",
        "--variant",
        &one,
        "--variant",
        &other,
        "--trials",
        "200",
    ];
    let title = |compare: &[&str]| {
        study(place.path(), compare);
        let svg = read(place.path(), "x/charts/compare.svg");
        let (_, words) = svg.split_once("<title>").unwrap();
        words.split_once("</title>").unwrap().0.to_owned()
    };
    let both = title(&compare);
    assert!(!both.contains("“a”") && !both.contains("“b”"), "{both}");
    compare.extend(["--variant", "c: --set relations.crisis_communication=0.85"]);
    let three = title(&compare);
    assert!(!three.contains("“a”") && !three.contains("“b”"), "{three}");
    compare.truncate(4);
    compare.extend([
        "--variant",
        "d: --set opening.rung=calm",
        "--trials",
        "2000",
    ]);
    let largest = title(&compare);
    assert!(largest.contains("“d”"), "{largest}");
}
