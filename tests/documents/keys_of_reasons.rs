//! The JSON documents of stories, of reasons and of rankings have exactly their keys.

use crate::common::program::json;
use crate::keys::{expected, keys};

#[test]
fn a_story_has_exactly_its_keys() {
    let asked = [
        "--trial",
        "2",
        "--against",
        "no-mediation",
        "--trials",
        "50",
    ];
    let story = json(&[&["story"], &asked[..]].concat());
    let own = ["found", "considerations", "story", "against"];
    assert_eq!(keys(&story), expected(&["scenario"], &own));
    assert_eq!(keys(&story["found"]), ["trial", "by", "words", "met"]);
    let course = ["end", "summary", "first_act", "peak", "events"];
    assert_eq!(keys(&story["story"]), course);
    assert_eq!(
        keys(&story["against"]),
        ["name", "scenario", "divergence", "story"]
    );
    let events = story["story"]["events"].as_array().unwrap();
    let decides = events.iter().find(|event| event["event"] == "decides");
    let decides = decides.unwrap();
    let of_event = ["day", "event", "who", "words", "record", "decision"];
    assert_eq!(keys(decides), of_event);
    let of_decision = [
        "saw",
        "draw",
        "drawn",
        "rung",
        "overridden",
        "chances",
        "mind",
    ];
    assert_eq!(keys(&decides["decision"]), of_decision);
}

#[test]
fn the_reasons_why_have_exactly_their_keys() {
    let why = json(&["why", "--trials", "500"]);
    let own = [
        "no_first_answer",
        "first_answers",
        "later_answers",
        "paths",
        "record",
        "learned",
    ];
    assert_eq!(keys(&why), expected(&["scenario"], &own));
    let answers = [
        "answers",
        "trials",
        "forceful",
        "log_odds",
        "parts",
        "chance_of_force",
        "chances",
        "likeliest_force",
    ];
    assert_eq!(keys(&why["first_answers"]), ["iran", "pakistan"]);
    assert_eq!(keys(&why["first_answers"]["pakistan"]), answers);
    assert_eq!(keys(&why["paths"]), ["commonest", "nodes", "record"]);
}

/// What a ranking says beside the keys of all documents, and beside what came of it.
const RANK: [&str; 4] = ["outcome", "method", "by", "as_it_is"];

#[test]
fn a_ranking_has_exactly_its_keys() {
    for (options, own) in [
        (&[][..], &["left_out", "idle", "opening"][..]),
        (
            &["--shapley", "--by", "theme"],
            &["none", "orders", "split"],
        ),
        (&["--numbers"], &["numbers"]),
    ] {
        let rank = json(&[&["rank"], options, &["--trials", "100"]].concat());
        assert_eq!(keys(&rank), expected(&["scenario"], &[&RANK, own].concat()));
    }
    let rank = json(&["rank", "--trials", "100"]);
    let entry = [
        "id",
        "claim",
        "who",
        "arguments",
        "without",
        "change",
        "histories",
    ];
    assert_eq!(keys(&rank["left_out"][0]), entry);
    assert_eq!(
        keys(&rank["left_out"][0]["histories"]),
        ["changed", "calmer", "worse"]
    );
}
