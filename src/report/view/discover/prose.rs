//! A condition in words and tables.

use crate::error::{printable, within};
use crate::numerals::{count, figure};
use crate::report::layout::WIDTH;
use crate::report::prose::{Detail, Prose, Table, Track};
use crate::report::view::run::changed;
use crate::report::words::{
    self, PURPOSE, condition_in_words, coverage_in_words, discover_headline, finding,
    given_in_words, gloss, limit_in_words, limited_in_words, little, of_100, reading_in_words,
    weaker,
};
use crate::stats::Share;
use crate::study::{Condition, DiscoverStudy};

/// How wide the name of a number is.
const NAME: usize = 42;
/// How many boxes of the way `--full` shows, about.
const STEPS: usize = 12;

/// The prose of a study.
#[must_use]
pub fn prose(study: &DiscoverStudy, detail: Detail) -> Prose {
    let mut prose = Prose::default();
    prose.line(within(&printable(&study.subject.name), WIDTH));
    let hindsight = words::hindsight(&study.subject.hindsight);
    prose.paragraph(format!("{PURPOSE} {hindsight}"));
    if let Some(changes) = changed(&study.subject, 1) {
        prose.paragraph(printable(&changes));
    }
    prose.gap();
    prose.paragraph(verdict(study));
    if !study.complete {
        prose.paragraph(format!(
            "It was {}. What is said holds of those.",
            stopped(study)
        ));
    }
    if let Some(condition) = study.found() {
        if let Some(given) = given_in_words(study) {
            prose.paragraph(given);
        }
        prose.gap();
        prose.table(limits(study, condition));
        for words in glosses(study, condition) {
            prose.indented(4, words);
        }
        prose.gap();
        prose.table(shares(study, condition, detail));
        let remarks = [weaker(study, condition), little(condition)];
        for words in remarks.into_iter().flatten() {
            prose.paragraph(words);
        }
    }
    if !study.is_constant() {
        prose.paragraph(how(study));
    }
    if detail == Detail::Full {
        full(&mut prose, study);
        prose.hindsight(&study.subject.hindsight);
    }
    prose
}

/// How far a study came that was stopped.
#[must_use]
pub fn stopped(study: &DiscoverStudy) -> String {
    format!(
        "stopped after {} of {} readings",
        count(study.readings.len() as u64),
        count(study.asked as u64)
    )
}

/// What was found, in a sentence or two.
fn verdict(study: &DiscoverStudy) -> String {
    let Some(condition) = study.found() else {
        return nothing(study);
    };
    format!(
        "{}. {} {}.",
        finding(study, condition),
        coverage_in_words(study, condition),
        reading_in_words(study)
    )
}

/// What is said where nothing was found.
fn nothing(study: &DiscoverStudy) -> String {
    let headline = discover_headline(study);
    match &study.condition {
        Some(condition) => format!(
            "{headline}. The best that was found on half of the readings, where {}, is not borne out by the other half: {} of 100 \
             there, {} of 100 in all of it.",
            condition_in_words(condition, study),
            of_100(condition.held_out.shares.density.share),
            of_100(condition.held_out.shares.overall.share)
        ),
        None => format!("{headline}."),
    }
}

/// The numbers that are limited.
fn limits(study: &DiscoverStudy, condition: &Condition) -> Table {
    let mut table = Table {
        indent: 2,
        columns: vec![
            Track::label(NAME),
            Track::right(1, 13),
            Track::right(1, 12),
            Track::right(1, 8),
        ],
        heading: vec![
            "Where".to_owned(),
            "lies".to_owned(),
            "drawn from".to_owned(),
            "authors".to_owned(),
        ],
        ..Table::default()
    };
    for limited in &condition.limits {
        table.cells([
            limited_in_words(limited, study),
            match (limited.limit.low, limited.limit.high) {
                (Some(low), Some(high)) => format!("{} to {}", figure(low), figure(high)),
                _ => limit_in_words(limited),
            },
            format!("{} to {}", short(limited.least), short(limited.most)),
            figure(study.numbers[limited.limit.number].value),
        ]);
    }
    table
}

/// What the limited numbers mean: once for those of several parties.
fn glosses(study: &DiscoverStudy, condition: &Condition) -> Vec<String> {
    let mut glosses: Vec<String> = Vec::new();
    for words in condition.limits.iter().filter_map(|it| gloss(it, study)) {
        if !glosses.contains(&words) {
            glosses.push(words);
        }
    }
    glosses
}

/// The end of a range to two digits.
fn short(value: f64) -> String {
    figure(format!("{value:.1e}").parse().unwrap_or(value))
}

/// How common it is there, elsewhere and in all readings.
fn shares(study: &DiscoverStudy, condition: &Condition, detail: Detail) -> Table {
    let shares = condition.held_out.shares;
    let mut table = Table {
        indent: 2,
        columns: vec![Track::label(NAME), Track::right(1, 9), Track::right(1, 16)],
        heading: vec![
            study.quantity.label().to_owned(),
            "of 100".to_owned(),
            "95 % interval".to_owned(),
        ],
        ..Table::default()
    };
    let mut rows = vec![
        (where_it_holds(condition), shares.density),
        ("elsewhere", shares.elsewhere),
        ("all readings together (numbers drawn anew)", shares.overall),
    ];
    if detail == Detail::Full {
        rows.push(("of all of them, those there", shares.coverage));
        rows.push(("of all readings, those there", shares.mass));
    }
    for (label, share) in rows {
        table.cells([label.to_owned(), of_100(share.share), ends(share)]);
    }
    table
}

/// Where a condition holds, in words.
const fn where_it_holds(condition: &Condition) -> &'static str {
    match condition.limits.len() {
        1 => "where this holds",
        _ => "where all of this holds",
    }
}

/// The ends of an interval, of 100.
fn ends(share: Share) -> String {
    share
        .interval
        .ends()
        .map_or_else(String::new, |(low, high)| {
            format!("{} to {}", of_100(low), of_100(high))
        })
}

/// How it was found, in a sentence.
fn how(study: &DiscoverStudy) -> String {
    let [found, held_out] = study.halves().map(|readings| count(readings as u64));
    let halves = format!("Looked for in {found} readings, measured on {held_out} others.");
    match study.found() {
        Some(_) => halves,
        None => format!("{}. {halves}", reading_in_words(study)),
    }
}

/// All that is known of how it was found.
fn full(prose: &mut Prose, study: &DiscoverStudy) {
    prose.gap();
    prose.paragraph(format!(
        "{} readings, drawn evenly (a scrambled Sobol sequence); {} of each, on the same luck, seed {}. Boxes of readings by patient \
         rule induction (PRIM, Friedman and Fisher 1999): thin slices, a twentieth of the readings, are peeled off, each time the one \
         that leaves the highest share. Density: the share of histories in the box that met it. Coverage: the share of all that met \
         it which lies in the box. Intervals by drawing readings again; all readings share the luck of their histories.",
        count(study.readings.len() as u64),
        words::histories(study.trials),
        study.seed
    ));
    if study.way.is_empty() {
        return;
    }
    prose.gap();
    prose.table(way(study));
    if let Some(condition) = &study.condition {
        prose.paragraph(format!(
            "The condition was made of box {}: limits that hardly matter dropped, widened where that made it denser, its values \
             rounded. On the half that it was found on its density is {} of 100, its coverage {} of 100: too high by what luck added.",
            count(condition.step as u64),
            of_100(condition.found.density(study.trials)),
            of_100(condition.found.coverage())
        ));
    }
}

/// The way from all readings to few, some of its boxes.
fn way(study: &DiscoverStudy) -> Table {
    let mut table = Table {
        indent: 2,
        columns: vec![
            Track::label(10),
            Track::right(1, 10),
            Track::right(1, 26),
            Track::right(1, 26),
        ],
        heading: vec![
            "Box".to_owned(),
            "numbers".to_owned(),
            "density, coverage: found".to_owned(),
            "held out".to_owned(),
        ],
        ..Table::default()
    };
    let apart = study.way.len().div_ceil(STEPS).max(1);
    let last = study.way.len() - 1; // the way has a box at least
    let chosen = study.condition.as_ref().map(|condition| condition.step);
    for (at, step) in study.way.iter().enumerate() {
        if at % apart != 0 && at != last && Some(at) != chosen {
            continue;
        }
        let [found, held_out] = [step.found, step.held_out].map(|counted| {
            let density = of_100(counted.density(study.trials));
            format!("{density}, {}", of_100(counted.coverage()))
        });
        let numbers = count(step.limits.len() as u64);
        table.cells([count(at as u64), numbers, found, held_out]);
    }
    table
}
