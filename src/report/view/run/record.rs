//! The record, fact by fact: how many histories agree with each.

use crate::numerals::figure;
use crate::report::prose::{Table, Track};
use crate::report::words::{Shown, outcome_label};
use crate::scenario::Names;
use crate::study::{Case, RecordFindings};
use crate::tally::Fact;

/// Maximum width of a fact in words: with its figures it fits a line of 80.
const FACT: usize = 52;
/// Space between a fact and words in place of figures.
const GAP: usize = 3;

/// The facts of the record, one a line, and all of them together below; none where the scenario
/// has no record, or something was changed in it.
pub fn record_table(record: Option<&RecordFindings>, names: &Names, trials: u64) -> Option<Table> {
    let record = record?;
    let mut table = Table {
        indent: 2,
        columns: vec![Track::label(FACT), Track::right(0, 9), Track::left(2, 0)],
        heading: ["What agrees with the record", "share", "95 % interval"]
            .map(str::to_owned)
            .into(),
        rows: Vec::new(),
    };
    for fact in &record.facts {
        let words = in_words(names, fact.fact);
        agreement(&mut table, trials, words, &fact.case);
    }
    if record.facts.len() > 1 {
        agreement(
            &mut table,
            trials,
            "all of them together".to_owned(),
            &record.all,
        );
    }
    Some(table)
}

/// Adds a row for what trials agree with.
fn agreement(table: &mut Table, trials: u64, words: String, case: &Case) {
    match Shown::of(case, trials) {
        Shown::Excluded(why) | Shown::Fixed(why) => table.words(words, GAP, why),
        Shown::Estimated { value, interval } => table.cells([words, value, interval]),
    }
}

/// A fact in words: "first answer: Diplomatic protest", "ended on day 3 to 10".
pub fn in_words(names: &Names, fact: Fact) -> String {
    match fact {
        Fact::Outcome(outcome) => format!("outcome: {}", outcome_label(outcome)),
        Fact::Peak(rung) => format!("highest rung: {}", label(names, rung)),
        Fact::FirstAnswer(rung) => format!("first answer: {}", label(names, rung)),
        Fact::EndDay(from, to) => format!("ended on day {}", range(from, to)),
        Fact::Deaths(from, to) => format!("deaths: {}", range(from, to)),
    }
}

fn label(names: &Names, rung: usize) -> &str {
    names.rungs.get(rung).map_or("", |rung| rung.label.as_str())
}

/// A range, or the one number that it holds.
fn range(from: f64, to: f64) -> String {
    if from < to {
        format!("{} to {}", figure(from), figure(to))
    } else {
        figure(from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FirstMove;
    use crate::report::prose::TableRow;
    use crate::scenario::Scenario;
    use crate::scenario::testing::shipped;
    use crate::sim::Outcome;
    use crate::study::RunStudy;
    use crate::tally::{RecordCounts, RecordFacts, Tally};

    /// A study of the baseline with these facts and counts of a thousand trials.
    fn study(scenario: &mut Scenario, facts: RecordFacts, counts: RecordCounts) -> RunStudy {
        if let Some(record) = &mut scenario.record {
            record.facts = facts;
        }
        let mut tally = Tally::new(&scenario.model);
        tally.trials = 1_000;
        tally.outcomes[Outcome::OneRound as usize] = 700;
        tally.outcomes[Outcome::OneSided as usize] = 300;
        tally.peak[5] = 600;
        tally.peak[6] = 400;
        tally.record = counts;
        RunStudy::new(scenario, 1, &tally, true)
    }

    fn table(study: &RunStudy) -> Option<Table> {
        let record = study.findings.record.as_ref();
        record_table(record, &study.subject.names, study.findings.trials)
    }

    /// The rows of a table, their cells parted by a bar.
    fn rows(study: &RunStudy) -> Vec<String> {
        let rows = table(study).unwrap().rows;
        rows.iter()
            .map(|row| match row {
                TableRow::Cells(cells) => cells.join(" | "),
                TableRow::Words { first, words, .. } => format!("{first} | {words}"),
                TableRow::Label(words) | TableRow::Below(words) => words.clone(),
            })
            .collect()
    }

    #[test]
    fn each_fact_has_a_line_and_all_of_them_the_last() {
        let mut scenario = shipped("iran-pakistan-2024", &[]);
        let facts = scenario.record.as_ref().unwrap().facts;
        let counts = RecordCounts {
            all: 90,
            facts: [700, 600, 0, 500, 250],
        };
        assert_eq!(
            rows(&study(&mut scenario, facts, counts)),
            [
                "outcome: Each side strikes once | 70.0 % | 67.1 to 72.8 %",
                "highest rung: Strike on militants across the border | 60.0 % | 56.9 to 63.1 %",
                "first answer: Strike on militants across the border | 0 of 1,000 | below 0.4 %",
                "ended on day 3 to 10 | 50.0 % | 46.9 to 53.1 %",
                "deaths: 9 to 14 | 25.0 % | 22.3 to 27.8 %",
                "all of them together | 9.0 % | 7.3 to 10.9 %",
            ]
        );
    }

    #[test]
    fn a_single_fact_stands_alone_and_one_that_cannot_be_says_why() {
        let mut scenario = shipped("iran-pakistan-2024", &[]);
        assert!(matches!(scenario.model.first_move, FirstMove::Rung(5)));
        let stated = RecordFacts {
            end_day: Some((3.0, 3.0)),
            ..RecordFacts::default()
        };
        let counts = RecordCounts {
            all: 10,
            facts: [0, 0, 0, 10, 0],
        };
        assert_eq!(
            rows(&study(&mut scenario, stated, counts)),
            ["ended on day 3 | 1.0 % | 0.5 to 1.8 %"]
        );
        let impossible = RecordFacts {
            peak: Some(1),
            deaths: Some((0.5, 2.0)),
            ..RecordFacts::default()
        };
        let counts = RecordCounts {
            all: 0,
            facts: [0, 0, 0, 0, 10],
        };
        assert_eq!(
            rows(&study(&mut scenario, impossible, counts)),
            [
                "highest rung: Diplomatic protest | cannot occur here: the first act is already higher",
                "deaths: 0.5 to 2 | 1.0 % | 0.5 to 1.8 %",
                "all of them together | cannot occur here: the first act is already higher",
            ]
        );
        let nothing = study(&mut scenario, RecordFacts::default(), counts);
        assert_eq!(table(&nothing), None);
    }
}
