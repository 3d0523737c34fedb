//! The columns of the sheets of a run.

use crate::report::sheet::Column;

/// The columns of every estimate of a run.
pub const OUTCOME_COLUMNS: [Column; 11] = [
    Column::new(
        "quantity",
        "Quantity",
        "",
        "What is estimated: outcome, wars (limited and full-scale war together), peak, first_act, first_answer, mean, deaths or record",
    ),
    Column::new(
        "case",
        "Case",
        "",
        "Which outcome, rung (id), mean, quantile or fact of the record (all: every fact at once); no_first_act, no_first_answer: the trials without one",
    ),
    Column::new("label", "Label", "", "The case in words"),
    Column::new(
        "kind",
        "Kind",
        "",
        "share (of all trials), mean (over all trials) or quantile",
    ),
    Column::new(
        "estimate",
        "Estimate",
        "share, mean or deaths",
        "The estimate; empty where the inputs exclude the case",
    ),
    Column::new(
        "low",
        "Lower end",
        "as the estimate",
        "Lower end of the interval; empty where there is none",
    ),
    Column::new(
        "high",
        "Upper end",
        "as the estimate",
        "Upper end of the interval; empty where there is none",
    ),
    Column::new(
        "interval",
        "Interval",
        "",
        "What the interval is, or why there is none",
    ),
    Column::new("trials", "Trials", "trials", "How many trials were counted"),
    Column::new(
        "excluded",
        "Excluded",
        "",
        "Why the inputs exclude the case",
    ),
    Column::new("purpose", "Purpose", "", "What the file is"),
];

/// The columns of the levels by day.
pub const LEVEL_COLUMNS: [Column; 10] = [
    Column::new("day", "Day", "days", "The day, from 0"),
    Column::new(
        "rung",
        "Rung",
        "",
        "The rung (id): of the latest act while a crisis is on, the first in quiet, the last after war",
    ),
    Column::new("label", "Label", "", "The rung in words"),
    Column::new(
        "share",
        "Share",
        "share",
        "Share of trials on that rung on that day; empty where the inputs exclude it",
    ),
    Column::new(
        "low",
        "Lower end",
        "share",
        "Lower end of its interval; empty where there is none",
    ),
    Column::new(
        "high",
        "Upper end",
        "share",
        "Upper end of its interval; empty where there is none",
    ),
    Column::new(
        "interval",
        "Interval",
        "",
        "What the interval is, or why there is none",
    ),
    Column::new("trials", "Trials", "trials", "How many trials were counted"),
    Column::new("excluded", "Excluded", "", "Why the inputs exclude it"),
    Column::new("purpose", "Purpose", "", "What the file is"),
];
