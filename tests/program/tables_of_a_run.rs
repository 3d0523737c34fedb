//! The tables that a run writes say what its document and the trials themselves say.

use std::collections::BTreeMap;

use crate::common::program::{done_line_in, files};
use serde_json::Value;

/// A row of a table, by column.
type Row = BTreeMap<String, String>;

/// The files of a run of the baseline.
struct Results(BTreeMap<String, Vec<u8>>);

impl Results {
    /// Runs 2000 trials and keeps each of them.
    fn of_a_run() -> Self {
        let place = tempfile::tempdir().unwrap();
        done_line_in(
            place.path(),
            "run --trials 2_000 --trials-csv --out r --charts none",
        );
        Self(files(&place.path().join("r")))
    }

    fn document(&self) -> Value {
        serde_json::from_slice(&self.0["summary.json"]).unwrap()
    }

    fn reader(&self, name: &str) -> csv::Reader<&[u8]> {
        csv::Reader::from_reader(self.0[name].as_slice())
    }

    fn table(&self, name: &str) -> Vec<Row> {
        self.reader(name)
            .deserialize()
            .map(Result::unwrap)
            .collect()
    }

    /// What the table of outcomes says of a case.
    fn estimate(&self, quantity: &str, case: &str) -> f64 {
        let mut rows = self.table("outcomes.csv").into_iter();
        number(
            &rows
                .find(|row| row["quantity"] == quantity && row["case"] == case)
                .unwrap()["estimate"],
        )
    }
}

fn number(cell: &str) -> f64 {
    cell.parse().unwrap()
}

fn is_possible(row: &Row) -> bool {
    row["excluded"].is_empty()
}

#[test]
fn tables_and_document_agree() {
    let results = Results::of_a_run();
    let document = results.document();
    for (quantity, case, said) in [
        (
            "outcome",
            "several-rounds",
            &document["outcomes"]["several-rounds"]["share"],
        ),
        (
            "mean",
            "force_iran",
            &document["means"]["force"]["iran"]["mean"],
        ),
        ("deaths", "p95", &document["deaths"]["p95"]["value"]),
        ("record", "all", &document["record"]["all"]["share"]),
        (
            "record",
            "end_day",
            &document["record"]["facts"]["end_day"]["share"],
        ),
    ] {
        assert_eq!(
            results.estimate(quantity, case),
            said.as_f64().unwrap(),
            "{quantity} {case}"
        );
    }
}

#[test]
fn tables_and_trials_agree() {
    let results = Results::of_a_run();
    let trials = results.table("trials.csv");
    assert_eq!(trials.len(), 2000);
    let mean = |value: &dyn Fn(&Row) -> f64| trials.iter().map(value).sum::<f64>() / 2000.0;
    let several = mean(&|row| f64::from(u8::from(row["outcome"] == "several-rounds")));
    assert_eq!(several, results.estimate("outcome", "several-rounds"));
    let trust = mean(&|row| number(&row["trust"]));
    assert!((trust - results.estimate("mean", "trust")).abs() < 1e-6);
    let force = mean(&|row| number(&row["force_pakistan"]));
    assert_eq!(force, results.estimate("mean", "force_pakistan"));
}

/// Whether a trial agrees with a fact.
type Agrees = fn(&Row) -> bool;

/// Each fact of the record, and all of them together, as the trials themselves have them.
#[test]
fn the_record_and_trials_agree() {
    let results = Results::of_a_run();
    let trials = results.table("trials.csv");
    let facts: [(&str, Agrees); 5] = [
        ("outcome", |row| row["outcome"] == "one-round"),
        ("peak", |row| row["peak"] == "strike-militants"),
        ("first_answer", |row| {
            row["first_answer"] == "strike-militants"
        }),
        ("end_day", |row| {
            (3.0..=10.0).contains(&number(&row["end_day"]))
        }),
        ("deaths", |row| {
            (9.0..=14.0).contains(&number(&row["deaths"]))
        }),
    ];
    let share = |agrees: &dyn Fn(&Row) -> bool| {
        trials.iter().filter(|row| agrees(row)).count() as f64 / trials.len() as f64
    };
    for (fact, agrees) in facts {
        let counted = share(&agrees);
        assert!(0.0 < counted && counted < 1.0, "{fact}");
        assert_eq!(results.estimate("record", fact), counted, "{fact}");
    }
    let all = share(&|row| facts.iter().all(|(_, agrees)| agrees(row)));
    assert_eq!(results.estimate("record", "all"), all);
}

#[test]
fn a_row_says_whether_it_has_an_interval() {
    let results = Results::of_a_run();
    let outcomes = results.table("outcomes.csv");
    let excluded = outcomes
        .iter()
        .find(|row| row["case"] == "no-force")
        .unwrap();
    assert!(excluded["estimate"].is_empty() && excluded["excluded"].contains("opening uses force"));
    assert_eq!(excluded["interval"], "the inputs exclude it");
    for row in outcomes.iter().chain(&results.table("levels.csv")) {
        // A quantile is a whole number, and so are the ends of its interval: they may be one.
        let has_ends = !row["low"].is_empty()
            && !row["high"].is_empty()
            && (row["low"] != row["high"] || row["kind"] == "quantile");
        assert_eq!(
            row["interval"] == "95 %, simulation error only",
            has_ends,
            "{row:?}"
        );
    }
}

#[test]
fn the_table_of_levels_holds_every_day() {
    let levels = Results::of_a_run().table("levels.csv");
    assert_eq!(levels.len(), 91 * 10);
    let day_two = levels
        .iter()
        .filter(|row| row["day"] == "2" && is_possible(row));
    let sum = day_two.map(|row| number(&row["share"])).sum::<f64>();
    assert!((sum - 1.0).abs() < 1e-12);
    // The opening is a fixed strike: on day 0 there is that, or war, and no end of the crisis.
    let is_empty = |row: &&Row| ["share", "low", "high"].map(|key| row[key].as_str()) == [""; 3];
    let empty: Vec<&Row> = levels
        .iter()
        .filter(|row| row["day"] == "0")
        .filter(is_empty)
        .collect();
    assert_eq!(empty.len(), 8);
    assert!(!empty.into_iter().any(is_possible));
}

#[test]
fn the_dictionary_has_every_column_of_a_run() {
    let results = Results::of_a_run();
    let known: Vec<(String, String)> = results
        .table("dictionary.csv")
        .iter()
        .map(|row| (row["file"].clone(), row["column"].clone()))
        .collect();
    for name in ["outcomes.csv", "levels.csv", "trials.csv"] {
        for column in results.reader(name).headers().unwrap() {
            let column = if column.starts_with("force_") {
                "force_ACTOR"
            } else {
                column
            };
            assert!(
                known.contains(&(name.into(), column.into())),
                "{name}: {column} is not in the dictionary"
            );
        }
    }
}
