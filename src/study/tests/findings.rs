//! What one run shows, and its days.

use super::*;

#[test]
fn findings_and_their_days_come_back() {
    for scenario in scenarios() {
        for trials in TRIALS {
            let study = RunStudy::new(&scenario, SEED, &run(&scenario, trials), trials > 1);
            comes_back(&study.findings);
            comes_back(&study.timeline);
            comes_back(&Study::Run(study));
        }
    }
}

/// The scenarios reach what is hard to write: the excluded, the fixed, the estimated and what has
/// no interval.
#[test]
fn every_kind_of_interval_is_written() {
    let mut text = String::new();
    for scenario in scenarios() {
        for trials in TRIALS {
            let findings = Findings::new(
                &scenario.model,
                &run(&scenario, trials),
                scenario.record.as_ref().map(|record| &record.facts),
            );
            text.push_str(&serde_json::to_string(&findings).unwrap());
        }
    }
    for kind in [
        "\"interval\":\"excluded\"",
        "\"interval\":\"fixed\"",
        "{\"open\":\"few\"}",
        "{\"at\":",
        "\"record\":{",
    ] {
        assert!(text.contains(kind), "{kind}");
    }
}

#[test]
fn means_are_read_by_the_names_of_their_quantities() {
    let scenario = shipped("hotline", &[]);
    let means = Findings::new(&scenario.model, &run(&scenario, 30), None).means;
    let written = serde_json::to_value(means).unwrap();
    let entries = written.as_array().unwrap();
    let mut swapped = entries.clone();
    swapped.swap(3, 4);
    let mut more = entries.clone();
    more.push(entries[0].clone());
    for spoilt in [
        &swapped,
        &entries[1..].to_vec(),
        &entries[..5].to_vec(),
        &more,
        &Vec::new(),
    ] {
        assert!(
            serde_json::from_value::<Means>(spoilt.as_slice().into()).is_err(),
            "{spoilt:?}"
        );
    }
}

#[test]
fn names_and_inputs_that_differ_come_back() {
    let [one, other] = ["iran-pakistan-2024", "hotline"].map(|name| shipped(name, &[]));
    comes_back(&one.names);
    comes_back(&one.guide.expected);
    comes_back(&one.differences(&other));
    assert!(!one.differences(&other).is_empty() && !one.guide.expected.is_empty());
}
