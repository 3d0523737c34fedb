//! What tables say of what never happened and what cannot happen, on the program itself.

use crate::common::program::{line_in, out};

/// A mean that the inputs exclude is no number: not in the tables, and the files say why.
#[test]
fn means_that_cannot_occur_are_not_numbers() {
    let place = tempfile::tempdir().unwrap();
    let varied = "sweep no-mediation --vary relations.crisis_communication=0..1:2 --out x --trials 60 --full";
    let told = out(&line_in(place.path(), varied));
    let means = told.split_once("\nOn average\n").unwrap().1;
    assert!(
        !means.contains(" 0.0 %") && means.contains("  -  cannot occur"),
        "{told}"
    );
    let table = std::fs::read_to_string(place.path().join("x/sweep.csv")).unwrap();
    let mediated = table
        .lines()
        .find(|line| line.contains("mean,ended_with_mediator,,,,60,"))
        .unwrap();
    assert!(!mediated.contains("60,,"), "{mediated}");

    let beside = "compare no-mediation iran-pakistan-2024 --full --no-files --trials 60";
    let told = out(&line_in(place.path(), beside));
    let row = told
        .lines()
        .find(|line| line.contains("Mediator engaged at end"))
        .unwrap();
    assert!(row.contains("   cannot "), "{told}");
    assert!(
        told.contains("some are not there.") && !told.contains("quantiles"),
        "{told}"
    );
}

/// What a line prints that writes no files.
fn printed(line: &str) -> String {
    let place = tempfile::tempdir().unwrap();
    out(&line_in(place.path(), &format!("{line} --no-files")))
}

/// A share that no trial met is "none" in the table of a curve, and zero among the counts of a grid,
/// where a rare one is "<1".
#[test]
fn tables_of_sweeps_say_none_where_no_trial_met_it() {
    let crisis_communication =
        "sweep --vary relations.crisis_communication=0..1:2 --trials 50 --full";
    let shares = printed(crisis_communication);
    let row = shares
        .split_once("How the first crisis ends, in per cent")
        .unwrap()
        .1
        .lines()
        .nth(3)
        .unwrap();
    let cells: Vec<&str> = row.split_whitespace().collect();
    assert_eq!((cells[1], cells[8]), ("-", "none"), "{shares}");
    let grid = "sweep --vary relations.crisis_communication=0..1:2 --vary relations.trust=0..1:2";
    let never = printed(&format!("{grid} --trials 50 --outcome unresolved"));
    assert!(
        never.contains("\n1      0      0\n0      0      0\n"),
        "{never}"
    );
    let rare = printed(&format!("{grid} --trials 2000 --outcome war"));
    assert!(rare.contains("\n1      3     <1\n"), "{rare}");
}

/// A share that no trial met is "none" in the table of a comparison, and a rare one is not.
#[test]
fn tables_of_comparisons_say_none_where_no_trial_met_it() {
    let compared = printed("compare iran-pakistan-2024 no-mediation --full --trials 50");
    let row = compared
        .lines()
        .find(|line| line.contains("Still going on at the end "))
        .unwrap();
    assert!(
        row.contains("     none      none") && !compared.contains(" 0.00 %"),
        "{compared}"
    );
    let compared = printed("compare iran-pakistan-2024 no-mediation --full --trials 3000");
    let compared = compared.split_whitespace().collect::<Vec<_>>().join(" ");
    let times = compared
        .split_once("it would take about ")
        .unwrap()
        .1
        .split_once(" times")
        .unwrap()
        .0;
    let digits: String = times.chars().filter(char::is_ascii_digit).collect();
    assert!(digits.trim_end_matches('0').len() <= 2, "{times}");
}

/// Where the inputs hold one side, a difference is as well known as the other side, and goes no
/// farther than it can.
#[test]
fn a_difference_from_what_is_certain_is_bounded() {
    for trials in ["1", "30", "2000"] {
        let war = "compare iran-pakistan-2024 --variant 'war: --set opening.rung=war'";
        let json = printed(&format!("{war} --trials {trials} --format json"));
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let variant = &json["variants"][0];
        let all = ["outcomes", "means"].map(|key| variant[key].as_object().unwrap());
        let mut bounded = 0;
        for (name, contrast) in all.into_iter().flatten() {
            let ends = |side: &str| ["low", "high"].map(|end| contrast[side][end].as_f64());
            let excluded =
                |side: &str| contrast[side]["mean"].is_null() && contrast[side]["share"].is_null();
            let ([low, high], [from, to]) = (ends("difference"), ends("base"));
            if excluded("variant") && !excluded("base") {
                assert_eq!(
                    (low, high),
                    (to.map(|to| -to), from.map(|from| -from)),
                    "{name}: {contrast}"
                );
                bounded += 1;
            }
        }
        assert!(bounded >= 3, "{bounded}: {variant}");
    }
}
