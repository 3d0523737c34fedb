//! What every artefact says of itself.

use crate::error::printable;

/// The statement of purpose in every artefact.
pub const PURPOSE: &str = "A teaching model. Not a forecast.";
/// The statement that goes with every interval.
pub const INTERVALS: &str = "Intervals: 95 %, simulation error only.";

/// What a caption says of intervals.
pub const SIMULATION_ERROR: &str = "95 % intervals: simulation error only";
/// What a caption says of the band around a curve.
const BAND: &str =
    "Band: 95 % intervals, simulation error only; the same random numbers at every point";
/// What a caption says of intervals that are narrower than the line of a curve.
const NARROW: &str = "95 % intervals, simulation error only: narrower than the line; the same random numbers at every \
    point";
/// An interval is narrower than the line of a curve where its longer side is no larger than this
/// part of what the curve spans.
const NARROW_PART: f64 = 0.007;

/// What a caption says of the intervals of a curve whose values and widest half interval these are.
#[must_use]
pub fn band(shown: &[f64], half: f64) -> &'static str {
    let least = shown.iter().copied().fold(f64::INFINITY, f64::min);
    let most = shown.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if half <= NARROW_PART * (most - least) {
        NARROW
    } else {
        BAND
    }
}
/// Whose choices the numbers are, where a scenario says nothing of that.
pub const CHOICES: &str = "All numbers are choices of those who wrote the scenario.";

/// What the authors knew as they set the numbers, in one sentence: the first of what the scenario
/// says of that.
#[must_use]
pub fn hindsight(words: &str) -> String {
    if words.trim().is_empty() {
        return CHOICES.to_owned();
    }
    beginning(&printable(words), 0)
}

/// What curves and grids say of their luck.
pub const SHARED_LUCK: &str = "The same random numbers are used at every point, so the shape of what they show is far surer than its height; \
    intervals are for each point by itself.";

/// The sentences with which a text begins, as many as have `most` characters together, and the
/// first in any case.
#[must_use]
pub fn beginning(text: &str, most: usize) -> String {
    let mut end = 0;
    let mut from = 0;
    while let Some(stop) = text[from..].find(". ") {
        let next = from + stop + 1;
        if end > 0 && text[..next].chars().count() > most {
            return text[..end].to_owned();
        }
        end = next;
        from = next;
    }
    if end == 0 || text.chars().count() <= most {
        text.to_owned()
    } else {
        text[..end].to_owned()
    }
}
