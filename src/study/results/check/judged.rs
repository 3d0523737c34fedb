//! The judged numbers that a study lists.

use super::values::{Checked, ensure, number, text};
use crate::scenario::Judged;
use crate::study::Drawn;

/// How many numbers there are at most: each may be one of 500 arguments' steps.
const MOST_NUMBERS: usize = 100_000;

/// Checks a list of judged numbers.
pub fn check(numbers: &[Judged]) -> Checked {
    ensure(
        (1..=MOST_NUMBERS).contains(&numbers.len()),
        "there is no such number of judged numbers",
    )?;
    for it in numbers {
        number(it.value)?;
        text(&it.id)?;
        text(&it.path)?;
        text(&it.meaning)?;
        if let Some(argument) = &it.argument {
            text(&argument.id)?;
            text(&argument.claim)?;
            text(&argument.who)?;
        }
    }
    Ok(())
}

/// Checks the values that were drawn of some of so many numbers, one for each reading.
pub fn drawn(drawn: &[Drawn], numbers: usize, readings: usize) -> Checked {
    for one in drawn {
        ensure(
            one.number < numbers && one.values.len() == readings,
            "there is not one value for each reading",
        )?;
        one.values.iter().try_for_each(|&value| number(value))?;
    }
    Ok(())
}
