//! The data dictionary: what the columns of all files mean.

use super::Table;
use crate::error::Error;
use crate::quantities::{By, Kind, Part, Quantity};
use crate::report::words::PURPOSE;

/// What every column of every file means.
///
/// # Errors
/// None.
pub fn dictionary() -> Result<Vec<u8>, Error> {
    let mut table = Table::new(&["file", "column", "unit", "meaning"])?;
    table.line(&["*", "*", "", PURPOSE])?;
    constant(&mut table, &OF_RUNS)?;
    constant(&mut table, &ENDS)?;
    quantities(&mut table, true)?;
    constant(&mut table, &OF_TRIALS)?;
    quantities(&mut table, false)?;
    constant(&mut table, &OF_STUDIES)?;
    table.finish()
}

fn constant(table: &mut Table, columns: &[Column]) -> Result<(), Error> {
    columns.iter().try_for_each(|column| table.line(column))
}

/// The columns of quantities in the table of trials: those of the opening crisis, or the rest.
fn quantities(table: &mut Table, of_opening_crisis: bool) -> Result<(), Error> {
    let of_part = |quantity: &Quantity| (quantity.row().part == Part::OpeningCrisis) == of_opening_crisis;
    for quantity in Quantity::reported().filter(of_part) {
        let (row, name) = (quantity.row(), quantity.name());
        let column = match row.by {
            By::Nobody | By::Both => name.to_owned(),
            By::Opener => format!("{name}_ACTOR"),
            By::Other => continue, // one line stands for both actors
        };
        let meaning = match row.kind {
            Kind::Flag => format!("TRUE: {}", row.meaning),
            _ => row.meaning.to_owned(),
        };
        table.line(&["trials.csv", &column, row.unit, &meaning])?;
    }
    Ok(())
}

/// File, column, unit, meaning.
type Column = [&'static str; 4];

/// Estimates of a run.
const OF_RUNS: [Column; 21] = [
    [
        "outcomes.csv",
        "quantity",
        "",
        "What is estimated: outcome, peak, first_act, first_answer, mean, deaths or record",
    ],
    [
        "outcomes.csv",
        "case",
        "",
        "Which outcome, rung (id), mean or quantile; no_first_act, no_first_answer: the trials without one",
    ],
    ["outcomes.csv", "label", "", "The case in words"],
    ["outcomes.csv", "kind", "", "share (of all trials), mean (over all trials) or quantile"],
    ["outcomes.csv", "estimate", "share, mean or deaths", "The estimate; empty where the inputs exclude the case"],
    ["outcomes.csv", "low", "as the estimate", "Lower end of the interval; empty where there is none"],
    ["outcomes.csv", "high", "as the estimate", "Upper end of the interval; empty where there is none"],
    ["outcomes.csv", "interval", "", "What the interval is, or why there is none"],
    ["outcomes.csv", "trials", "trials", "How many trials were counted"],
    ["outcomes.csv", "excluded", "", "Why the inputs exclude the case"],
    ["outcomes.csv", "purpose", "", "What the file is"],
    ["levels.csv", "day", "days", "The day, from 0"],
    [
        "levels.csv",
        "rung",
        "",
        "The rung (id): of the latest act while a crisis is on, the first in quiet, the last after war",
    ],
    ["levels.csv", "label", "", "The rung in words"],
    ["levels.csv", "share", "share", "Share of trials on that rung on that day; empty where the inputs exclude it"],
    ["levels.csv", "low", "share", "Lower end of its interval; empty where there is none"],
    ["levels.csv", "high", "share", "Upper end of its interval; empty where there is none"],
    ["levels.csv", "interval", "", "What the interval is, or why there is none"],
    ["levels.csv", "trials", "trials", "How many trials were counted"],
    ["levels.csv", "excluded", "", "Why the inputs exclude it"],
    ["levels.csv", "purpose", "", "What the file is"],
];

/// How the opening crisis of a trial ends.
const ENDS: [Column; 3] = [
    ["trials.csv", "trial", "", "Number of the trial, from 0; its luck depends on seed and number alone"],
    ["trials.csv", "outcome", "", "How the opening crisis ended"],
    ["trials.csv", "peak", "", "Its highest rung (id); the first where nothing happened"],
];

/// First acts and deaths of a trial.
const OF_TRIALS: [Column; 3] = [
    ["trials.csv", "first_act", "", "Rung (id) of the first act; empty where there was none"],
    ["trials.csv", "first_answer", "", "Rung (id) of the first answer in any crisis; empty where there was none"],
    ["trials.csv", "deaths", "deaths", "Deaths in the whole trial"],
];

/// Comparisons, sweeps and tips.
const OF_STUDIES: [Column; 47] = [
    ["differences.csv", "variant", "", "The variant, as it was called"],
    ["differences.csv", "quantity", "", "An outcome, or what a mean is of"],
    ["differences.csv", "label", "", "The quantity in words"],
    ["differences.csv", "kind", "", "share (of all trials) or mean (over all trials)"],
    ["differences.csv", "base", "share or mean", "The estimate in the base; empty where the inputs exclude the case"],
    ["differences.csv", "base_low", "as the base", "Lower end of its interval"],
    ["differences.csv", "base_high", "as the base", "Upper end of its interval"],
    ["differences.csv", "changed", "share or mean", "The estimate in the variant"],
    ["differences.csv", "changed_low", "as the base", "Lower end of its interval"],
    ["differences.csv", "changed_high", "as the base", "Upper end of its interval"],
    [
        "differences.csv",
        "difference",
        "as the base",
        "Variant less base, on the same luck; empty where both exclude the case",
    ],
    ["differences.csv", "low", "as the base", "Lower end of the interval of the paired difference"],
    ["differences.csv", "high", "as the base", "Upper end of the interval of the paired difference"],
    ["differences.csv", "differ", "trials", "In how many histories the quantity differs"],
    ["differences.csv", "interval", "", "What the interval of the difference is, or why there is none"],
    ["differences.csv", "trials", "trials", "How many trials were run of each"],
    ["differences.csv", "purpose", "", "What the file is"],
    ["flips.csv", "variant", "", "The variant, as it was called"],
    ["flips.csv", "base_outcome", "", "How histories ended in the base"],
    ["flips.csv", "variant_outcome", "", "How the same histories ended in the variant"],
    ["flips.csv", "trials", "trials", "How many histories did so"],
    ["flips.csv", "of", "trials", "Of how many in all"],
    ["flips.csv", "purpose", "", "What the file is"],
    ["inputs.csv", "variant", "", "The variant, as it was called"],
    ["inputs.csv", "path", "", "An input that differs, resolved"],
    ["inputs.csv", "base", "", "Its value in the base; empty where there is no such thing"],
    ["inputs.csv", "value", "", "Its value in the variant"],
    ["inputs.csv", "purpose", "", "What the file is"],
    ["sweep.csv", "PATH", "as the parameter", "The value at this point; a column for each axis, named by its path"],
    ["sweep.csv", "quantity", "", "outcome, mean, deaths, or shown: what was asked for with --outcome"],
    ["sweep.csv", "case", "", "Which outcome, mean or quantile"],
    ["sweep.csv", "estimate", "share, mean or deaths", "The estimate; empty where the inputs exclude the case"],
    ["sweep.csv", "low", "as the estimate", "Lower end of its interval"],
    ["sweep.csv", "high", "as the estimate", "Upper end of its interval"],
    ["sweep.csv", "trials", "trials", "How many trials were counted at this point"],
    ["sweep.csv", "excluded", "", "Why the inputs exclude the case"],
    ["sweep.csv", "purpose", "", "What the file is"],
    ["sweep.csv", "interval", "", "What the interval is, or why there is none"],
    ["tip.csv", "PATH", "as the parameter", "The value looked at"],
    ["tip.csv", "quantity", "", "The share of what"],
    ["tip.csv", "share", "share", "Its estimate"],
    ["tip.csv", "low", "share", "Lower end of its interval"],
    ["tip.csv", "high", "share", "Upper end of its interval"],
    ["tip.csv", "trials", "trials", "How many trials were counted at this value"],
    ["tip.csv", "purpose", "", "What the file is"],
    ["tip.csv", "excluded", "", "Why the inputs exclude it at this value"],
    ["tip.csv", "interval", "", "What the interval is, or why there is none"],
];
