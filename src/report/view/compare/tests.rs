//! What a comparison prints: its lines, its width, and its verdict.

use std::sync::atomic::AtomicBool;

use super::{figures, prose};
use crate::ensemble::{Plan, Watch, run_paired};
use crate::error::columns;
use crate::model::Model;
use crate::report::layout::WIDTH;
use crate::report::prose::Detail;
use crate::report::render;
use crate::scenario::library::{BASELINE, Family, SHIPPED};
use crate::scenario::testing::shipped;
use crate::scenario::{Departure, Scenario};
use crate::study::{AskedComparison, CompareStudy};

static STOP: AtomicBool = AtomicBool::new(false);

/// Lines of a screen that stand below the prose: room, files, charts, and a note on standard error.
const BELOW: usize = 4;

fn variant(name: &str, scenario: &str, set: &[(&str, &str)]) -> (String, Scenario) {
    (name.to_owned(), shipped(scenario, set))
}

fn what_if(name: &str) -> (String, Scenario) {
    variant(name, name, &[])
}

fn compared(base: &Scenario, variants: &[(String, Scenario)], trials: u64) -> CompareStudy {
    let models: Vec<&Model> = std::iter::once(&base.model)
        .chain(variants.iter().map(|(_, variant)| &variant.model))
        .collect();
    let watch = Watch {
        progress: &|_| (),
        stop: &STOP,
    };
    let paired = run_paired(&models, &Plan::new(1, trials), &watch).unwrap();
    let asked = AskedComparison {
        seed: 1,
        trials,
        flipped: 0,
    };
    let mut study = CompareStudy::new(base, variants, &paired, asked).unwrap();
    // What is read from a file knows what it builds on.
    for variant in &mut study.variants {
        variant.subject.departure = Some(Departure {
            from: base.name.clone(),
            source: base.name.clone(),
            inputs: Vec::new(),
        });
    }
    study
}

fn text(study: &CompareStudy, detail: Detail) -> String {
    render::text(&prose(study, detail))
}

fn screen(variants: &[(String, Scenario)], trials: u64) -> String {
    let study = compared(&shipped(BASELINE, &[]), variants, trials);
    text(&study, Detail::Short)
}

/// The sentences between the head and the table.
fn verdict(screen: &str) -> String {
    let part = screen.split("\n\n").nth(1).unwrap();
    part.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_fits(screen: &str) {
    for line in screen.lines() {
        assert!(columns(line) <= WIDTH, "{line}\n{screen}");
    }
}

#[test]
fn every_what_if_fits_a_screen() {
    let what_ifs = SHIPPED.iter().filter(|item| item.family == Family::WhatIf);
    let names: Vec<&str> = what_ifs.map(|item| item.name).collect();
    assert!(names.len() > 10);
    // The longest changes, whichever are asked for together.
    let longest = ["would-iran-strike", "counting-on-china", "pakistan-absorbs"];
    let longest = [&longest[..], &longest[..2]];
    let all = names
        .chunks(3)
        .chain(names.chunks(2))
        .chain(names.chunks(1));
    for names in all.chain(longest) {
        let variants: Vec<_> = names.iter().map(|name| what_if(name)).collect();
        let screen = screen(&variants, 200);
        assert_fits(&screen);
        let lines = screen.lines().count() + BELOW;
        assert!(lines <= 24, "{lines}\n{screen}");
    }
}

#[test]
fn three_short_changes_are_a_screen() {
    let variants = [
        what_if("hotline"),
        variant(
            "a call ahead",
            BASELINE,
            &[("actors.iran.forewarning", "1")],
        ),
        variant("distrust", BASELINE, &[("relations.trust", "0")]),
    ];
    let screen = screen(&variants, 2_000);
    assert!(screen.contains("fewest wars first"), "{screen}");
    assert!(screen.lines().count() + BELOW <= 24, "{screen}");
    let rows: Vec<&str> = screen
        .lines()
        .filter(|line| {
            ["the baseline", "A hotline", "a call", "distrust"]
                .iter()
                .any(|name| line.starts_with(name))
        })
        .collect();
    assert!(
        rows[0].starts_with("the baseline") && rows[3].starts_with("distrust"),
        "{screen}"
    );
    let verdict = verdict(&screen);
    assert!(
        verdict.starts_with("Wars: fewest with a hotline and a call ahead (3 of 100), most with "),
        "{verdict}"
    );
}

#[test]
fn one_change_has_a_verdict_of_its_own() {
    let calm = screen(&[what_if("hotline")], 10_000);
    assert_eq!(
        verdict(&calm),
        "With a hotline wars fall from 8 to 4 of 100 histories."
    );
    assert!(
        calm.contains("the baseline          10         69      13    8        6     2\n"),
        "{calm}"
    );
    assert!(
        calm.contains(
            "A hotline              5         78      13    4        3     1       100     82\n"
        ),
        "{calm}"
    );
}

/// From which act to which is said in full, also where the name of the variant is long.
#[test]
fn another_first_act_is_never_cut() {
    for variants in [1, 4] {
        let names = ["struck-soldiers", "hotline", "no-mediation", "called-ahead"];
        let variants: Vec<_> = names[..variants].iter().map(|name| what_if(name)).collect();
        let screen = screen(&variants, 200);
        let words: Vec<&str> = screen.split_whitespace().collect();
        let whole = "first act Strike on militants across the border -> Strike on military targets";
        assert!(words.join(" ").contains(whole), "{screen}");
        assert!(
            !screen.contains('…') && !screen.contains(" more"),
            "{screen}"
        );
    }
}

#[test]
fn what_differs_in_nothing_says_so() {
    let same = [variant("a", BASELINE, &[]), variant("b", BASELINE, &[])];
    let one = screen(&same[..1], 500);
    assert_eq!(verdict(&one), "With “a” nothing changes.");
    assert!(one.contains("  no input differs\n"), "{one}");
    assert_eq!(
        verdict(&screen(&same, 500)),
        "With none of 2 changes a history of 500 ends differently."
    );
}

#[test]
fn none_of_two_alike_is_singled_out() {
    let change = [("relations.crisis_communication", "0.9")];
    let both = [
        variant("a", BASELINE, &change),
        variant("b", BASELINE, &change),
    ];
    assert_eq!(
        verdict(&screen(&both, 5_000)),
        "With each of 2 changes wars come to 3 of 100 histories; the baseline: 8."
    );
}

#[test]
fn a_change_that_moves_no_wars_says_what_it_moves() {
    let little = [("relations.crisis_communication", "0.46")];
    let told = verdict(&screen(&[variant("a", BASELINE, &little)], 2_000));
    assert!(
        told.starts_with("With “a” hardly anything changes"),
        "{told}"
    );
}

/// Eight variants, labels of any length and script, a single trial, and what the inputs exclude.
#[test]
fn extremes_keep_to_the_width() {
    let long = "word ".repeat(40);
    let chinese = "两国克制".repeat(12);
    let labels = ["a", "b", "c", long.trim(), "e", "f", "g", &chinese];
    let many: Vec<_> = labels
        .iter()
        .map(|label| variant(label, BASELINE, &[("relations.trust", "0.1")]))
        .collect();
    let war = [variant("war", BASELINE, &[("opening.rung", "war")])];
    for variants in [&many[..], &war] {
        for trials in [1, 50, 300] {
            let study = compared(&shipped(BASELINE, &[]), variants, trials);
            for detail in [Detail::Short, Detail::Full] {
                assert_fits(&text(&study, detail));
            }
        }
    }
    let one = screen(&war, 1);
    assert!(
        one.contains("of 1 history") && one.contains("-  cannot occur here"),
        "{one}"
    );
}

/// With all that is asked for, the tables follow in the order of the rows.
#[test]
fn details_have_the_order_of_the_rows() {
    let variants = [what_if("hotline"), what_if("no-mediation")];
    let study = compared(&shipped(BASELINE, &[]), &variants, 2_000);
    let full = text(&study, Detail::Full);
    let [hotline, nobody] =
        ["== A hotline ==", "== Nobody mediates =="].map(|head| full.find(head));
    assert!(hotline.unwrap() < nobody.unwrap(), "{full}");
    assert!(full.contains("Limited or full-scale war") && !full.contains("fewer than 1 neither"));
}

/// Two cases of which neither builds on the other are no what-if.
#[test]
fn other_cases_are_called_by_their_names() {
    let other = [what_if("when-firmness-pays")];
    let mut study = compared(&shipped("spiral", &[]), &other, 500);
    study.base.name = "Spiral".to_owned();
    study.variants[0].subject.departure = None;
    let full = text(&study, Detail::Full);
    let told = verdict(&full);
    assert!(
        told.starts_with("Wars: ") && told.contains(" in “Spiral”, "),
        "{told}"
    );
    assert!(full.contains("\nSpiral "), "{full}");
    for words in ["the baseline", "what if", "fall from"] {
        assert!(!full.contains(words), "{words}\n{full}");
    }
    let figures = figures(&study);
    assert!(figures[0].heading.title.starts_with("Wars: "));
    assert!(figures[1].heading.title.starts_with("In “"));
}

#[test]
fn calmer_and_worse_are_explained_where_they_are_shown() {
    let variants = [what_if("hotline"), what_if("no-mediation")];
    let base = shipped(BASELINE, &[]);
    for (variants, explains) in [(&variants[..1], true), (&variants[..], false)] {
        let study = compared(&base, variants, 300);
        let caption = &figures(&study)[0].caption.interval;
        assert_eq!(
            caption.contains("worse: an act higher on the ladder"),
            explains,
            "{caption}"
        );
    }
}
