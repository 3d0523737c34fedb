//! The columns of the sheets of shaken numbers.

use crate::report::sheet::Column;
use crate::study::ShakeStudy;

/// The name of the sheet of shares, and of the document and the chart.
pub const SHAKE: &str = "shake";
/// The name of the sheet of what moves the share that was asked for.
pub const DRIVERS: &str = "drivers";
/// The name of the sheet of readings.
pub const READINGS: &str = "readings";

/// The columns of shares over readings.
pub const SHARE_COLUMNS: [Column; 16] = [
    Column::new("quantity", "Quantity", "", "The share of what"),
    Column::new(
        "authors",
        "Authors' numbers",
        "share",
        "The share with the authors' numbers",
    ),
    Column::new(
        "authors_low",
        "Lower end",
        "share",
        "Lower end of its interval",
    ),
    Column::new(
        "authors_high",
        "Upper end",
        "share",
        "Upper end of its interval",
    ),
    Column::new(
        "p05",
        "5th percentile",
        "share",
        "5 of 100 readings stay below it, noise of trials taken out",
    ),
    Column::new(
        "p05_low",
        "Its lower end",
        "share",
        "Lower end of its interval",
    ),
    Column::new(
        "p05_high",
        "Its upper end",
        "share",
        "Upper end of its interval",
    ),
    Column::new(
        "p95",
        "95th percentile",
        "share",
        "5 of 100 readings exceed it, noise of trials taken out",
    ),
    Column::new(
        "p95_low",
        "Its lower end",
        "share",
        "Lower end of its interval",
    ),
    Column::new(
        "p95_high",
        "Its upper end",
        "share",
        "Upper end of its interval",
    ),
    Column::new("mean", "Mean", "share", "Mean over readings"),
    Column::new(
        "spread",
        "Spread",
        "share",
        "Standard deviation over readings, noise of trials taken out",
    ),
    Column::new(
        "seen",
        "Spread seen",
        "share",
        "Standard deviation over readings as it is seen, noise included",
    ),
    Column::new(
        "movers",
        "Movers",
        "",
        "The numbers that move it most, the first first",
    ),
    Column::new("purpose", "Purpose", "", "What the file is"),
    Column::new("excluded", "Excluded", "", "Why the inputs exclude it"),
];

/// The columns of what moves the share that was asked for.
pub const DRIVER_COLUMNS: [Column; 21] = [
    Column::new(
        "input",
        "Input",
        "",
        "A number, an argument of several numbers, or all numbers of a kind",
    ),
    Column::new("what", "What it is", "", "number, argument or kind"),
    Column::new("path", "Path", "", "The path of a number"),
    Column::new(
        "kind",
        "Kind",
        "",
        "step of an argument, fact, default or range",
    ),
    Column::new(
        "value",
        "Authors' value",
        "as the parameter",
        "What the authors chose; the median of a range",
    ),
    Column::new(
        "argument",
        "Argument",
        "",
        "The argument that a step is part of",
    ),
    Column::new("who", "Who", "", "Who makes that argument"),
    Column::new(
        "total",
        "Total part",
        "share of variance",
        "The part of the variance over readings that the input is behind, alone and with others",
    ),
    Column::new(
        "total_low",
        "Lower end",
        "share of variance",
        "Lower end of its interval, by drawing rows again",
    ),
    Column::new(
        "total_high",
        "Upper end",
        "share of variance",
        "Upper end of its interval",
    ),
    Column::new(
        "first",
        "Part alone",
        "share of variance",
        "The part that the input is behind alone",
    ),
    Column::new(
        "first_low",
        "Lower end",
        "share of variance",
        "Lower end of its interval, by drawing rows again",
    ),
    Column::new(
        "first_high",
        "Upper end",
        "share of variance",
        "Upper end of its interval",
    ),
    Column::new(
        "plain",
        "Part alone, from readings",
        "share of variance",
        "The part that the input is behind alone, from the plain readings",
    ),
    Column::new(
        "plain_low",
        "Lower end",
        "share of variance",
        "Lower end of its interval, by drawing readings again",
    ),
    Column::new(
        "plain_high",
        "Upper end",
        "share of variance",
        "Upper end of its interval",
    ),
    Column::new(
        "agrees",
        "Agrees",
        "",
        "Whether the intervals of the two ways to the part alone meet",
    ),
    Column::new(
        "lowest",
        "Share where low",
        "share",
        "Mean share in the fifth of readings in which the number is lowest",
    ),
    Column::new(
        "highest",
        "Share where high",
        "share",
        "Mean share in the fifth in which it is highest",
    ),
    Column::new("quantity", "Quantity", "", "The share of what"),
    Column::new("purpose", "Purpose", "", "What the file is"),
];

/// The columns of readings: shares, then numbers.
#[must_use]
pub fn reading_columns(shares: &[String], numbers: &[String]) -> Vec<Column> {
    let mut columns = vec![
        Column::new(
            "reading",
            "Reading",
            "",
            "The number of the reading, from 0",
        ),
        Column::new("trials", "Trials", "trials", "How many trials it has"),
    ];
    columns.extend(shares.iter().map(|name| Column {
        key: name.clone().into(),
        heading: name.clone().into(),
        unit: "trials",
        meaning: "How many of them met it".into(),
    }));
    columns.extend(numbers.iter().map(|name| Column {
        key: name.clone().into(),
        heading: name.clone().into(),
        unit: "times the authors' value",
        meaning: "By what the authors' number is multiplied; of a number with a range of its own, the value drawn".into(),
    }));
    columns
}

/// The names of the shares and of the numbers of a study.
pub fn names_of(study: &ShakeStudy) -> [Vec<String>; 2] {
    let shares = study.shares.iter();
    let shares = shares.map(|share| share.quantity.name().to_owned());
    let numbers = study.numbers.iter().map(|number| number.id.clone());
    [shares.collect(), numbers.collect()]
}
