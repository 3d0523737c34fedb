//! Studies that anybody may have made: whatever is changed in one, it is refused, or it is shown
//! like any other.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::{Value, json};

use super::*;

/// So many bytes of what is shown are enough for any small study.
const MOST_SHOWN: usize = 64 << 20;

/// A change at a place of a document.
struct Forgery {
    /// The place.
    pointer: String,
    /// What stands there now.
    value: Value,
}

/// All places of a document.
fn places(value: &Value, pointer: String, all: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                places(item, format!("{pointer}/{at}"), all);
            }
        }
        Value::Object(entries) => {
            for (key, item) in entries {
                places(item, format!("{pointer}/{key}"), all);
            }
        }
        _ => {}
    }
    all.push(pointer);
}

/// What may stand in place of a value; of numbers not all at each place.
fn instead(value: &Value, at: usize) -> Vec<Value> {
    match value {
        Value::Null => vec![json!(0), json!(31), json!("excluded"), json!([])],
        Value::Bool(is) => vec![json!(!is), Value::Null],
        Value::Number(_) => {
            let others = [json!(0), json!(1), json!(7), json!(0.5), json!(1e308)];
            let other = others[at % others.len()].clone();
            vec![json!(-1), json!(1e14), json!(u64::MAX), other]
        }
        Value::String(_) => vec![
            json!(""),
            json!("war"),
            json!("\u{1b}[31m\u{202e}\n"),
            json!("W".repeat(5000)),
            json!("\u{65e5} ".repeat(100)),
        ],
        Value::Array(items) => {
            let doubled: Vec<&Value> = items.iter().chain(items).collect();
            let many: Vec<&Value> = items.iter().take(1).cycle().take(3000).collect();
            vec![
                json!([]),
                json!(items[..items.len().saturating_sub(1)]),
                json!(items[items.len().min(1)..]),
                json!(doubled),
                json!(many),
                json!(items.iter().rev().collect::<Vec<_>>()),
            ]
        }
        Value::Object(entries) => {
            let fewer = entries.iter().skip(1);
            let fewer = fewer.map(|(key, value)| (key.clone(), value.clone()));
            vec![json!({}), Value::Object(fewer.collect()), Value::Null]
        }
    }
}

fn forgeries(document: &Value) -> Vec<Forgery> {
    let mut all = Vec::new();
    places(document, String::new(), &mut all);
    let mut forgeries = Vec::new();
    for (at, pointer) in all.into_iter().enumerate() {
        let there = document.pointer(&pointer).unwrap();
        for value in instead(there, at) {
            if value != *there {
                forgeries.push(Forgery {
                    pointer: pointer.clone(),
                    value,
                });
            }
        }
    }
    forgeries
}

/// Whether a changed document was accepted, and then shown. A fault names the place.
fn is_shown(document: &mut Value, forgery: &Forgery) -> Result<bool, String> {
    let there = document.pointer_mut(&forgery.pointer).unwrap();
    let before = std::mem::replace(there, forgery.value.clone());
    let text = document.to_string();
    *document.pointer_mut(&forgery.pointer).unwrap() = before;
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let Ok(study) = stored::parse(&text) else {
            return (false, 0);
        };
        let (prose, document, sheets, charts) = shown(&study);
        let bytes = [prose.len(), document.len()]
            .into_iter()
            .chain(sheets.iter().map(Vec::len))
            .chain(charts.iter().map(String::len));
        (true, bytes.sum::<usize>())
    }));
    let written: String = forgery.value.to_string().chars().take(60).collect();
    match outcome {
        Ok((accepted, bytes)) if bytes <= MOST_SHOWN => Ok(accepted),
        Ok(_) => Err(format!("{} = {written} is endless", forgery.pointer)),
        Err(_) => Err(format!("{} = {written} panics", forgery.pointer)),
    }
}

/// What came of all forgeries of a study.
struct Tried {
    /// How many were accepted.
    accepted: usize,
    /// How many there were.
    all: usize,
    /// What went wrong.
    faults: Vec<String>,
}

fn tried(study: &Study) -> Tried {
    let document: Value = serde_json::from_str(&written(study)).unwrap();
    let all = forgeries(&document);
    let halves = all.split_at(all.len() / 2);
    let results: Vec<Result<bool, String>> = std::thread::scope(|scope| {
        let threads = [halves.0, halves.1].map(|half| {
            let mut document = document.clone();
            scope.spawn(move || {
                half.iter()
                    .map(|forgery| is_shown(&mut document, forgery))
                    .collect::<Vec<_>>()
            })
        });
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    let accepted = results.iter().filter(|result| **result == Ok(true)).count();
    Tried {
        accepted,
        all: all.len(),
        faults: results.into_iter().filter_map(Result::err).collect(),
    }
}

pub(super) fn assert_forgeries_are_refused_or_shown(study: &Study) {
    let Tried {
        accepted,
        all,
        faults,
    } = tried(study);
    assert_eq!(faults, Vec::<String>::new());
    assert!(accepted > 0 && accepted * 2 < all, "{accepted} of {all}");
}

const SHORT: [(&str, &str); 1] = [("horizon_days", "3")];

#[test]
fn forged_runs() {
    let scenario = shipped("iran-pakistan-2024", &SHORT);
    let study = RunStudy::new(&scenario, 1, &tally(&scenario, 30), true);
    assert_forgeries_are_refused_or_shown(&Study::Run(study));
}

#[test]
fn forged_comparisons() {
    let base = shipped("hotline", &SHORT);
    let variants = [("a variant".to_owned(), shipped("spiral", &SHORT))];
    let models = [&base.model, &variants[0].1.model];
    let asked = AskedComparison {
        seed: 1,
        trials: 20,
        flipped: 1,
    };
    let study = CompareStudy::new(&base, &variants, &paired(&models, 20), asked).unwrap();
    assert_forgeries_are_refused_or_shown(&Study::Compare(study));
}

#[test]
fn forged_sweeps() {
    let axis = |path: &str, points| Axis::spread(path, 0.0, 1.0, points, false).unwrap();
    let curve = vec![axis("relations.crisis_communication", 3)];
    assert_forgeries_are_refused_or_shown(&Study::Sweep(swept(curve, Quantity::Wars, 20, false)));
    let map = vec![
        axis("relations.crisis_communication", 2),
        axis("relations.trust", 2),
    ];
    assert_forgeries_are_refused_or_shown(&Study::Sweep(swept(map, Quantity::Acts, 20, false)));
}

#[test]
fn forged_tips() {
    for (share, trials) in [(0.5, 200), (0.9, 5)] {
        assert_forgeries_are_refused_or_shown(&Study::Tip(looked(share, trials)));
    }
}
