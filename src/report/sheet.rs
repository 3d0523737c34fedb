//! Tables for programs and spreadsheets, before they are written: columns that say what they mean,
//! rows of typed cells.

use std::borrow::Cow;

use crate::stats::Interval;

/// A table with a name.
pub struct Sheet<'s> {
    /// The name of its file, without an ending.
    pub name: &'static str,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Its rows, each made when it is asked for: a long table needs no memory. Each has a cell for
    /// every column.
    pub rows: Box<dyn Iterator<Item = Vec<Cell<'s>>> + 's>,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name for programs, which does not change.
    pub key: Cow<'static, str>,
    /// Its heading for people.
    pub heading: Cow<'static, str>,
    /// The unit of its values; empty where they have none.
    pub unit: &'static str,
    /// What it means, in a sentence.
    pub meaning: Cow<'static, str>,
}

/// A value in a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'s> {
    /// A text.
    Text(Cow<'s, str>),
    /// A whole number.
    Count(u64),
    /// A number.
    Number(f64),
    /// Yes or no.
    Truth(bool),
    /// There is no value: the inputs exclude the case.
    Excluded,
    /// An interval has no such end.
    NoInterval,
    /// There is nothing to say.
    Nothing,
}

impl Column {
    /// A column whose name and meaning are known beforehand.
    #[must_use]
    pub const fn new(
        key: &'static str,
        heading: &'static str,
        unit: &'static str,
        meaning: &'static str,
    ) -> Self {
        Self {
            key: Cow::Borrowed(key),
            heading: Cow::Borrowed(heading),
            unit,
            meaning: Cow::Borrowed(meaning),
        }
    }
}

impl<'s> Cell<'s> {
    /// A text.
    pub fn text(text: impl Into<Cow<'s, str>>) -> Self {
        Self::Text(text.into())
    }

    /// A text, where there is one.
    #[must_use]
    pub fn maybe(text: Option<&'s str>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Text(text.into()))
    }

    /// An estimate, and the lower and the upper end of its interval.
    #[must_use]
    pub fn estimate(value: f64, interval: Interval) -> [Self; 3] {
        if interval.is_excluded() {
            return [Self::Excluded, Self::Excluded, Self::Excluded];
        }
        let [value, low, high] = interval.figures(value);
        [
            value.map_or(Self::Nothing, Self::Number),
            low.map_or(Self::NoInterval, Self::Number),
            high.map_or(Self::NoInterval, Self::Number),
        ]
    }
}

/// What an interval with both ends is.
const INTERVAL: &str = "95 %, simulation error only";

/// What an interval is, or why there is none.
#[must_use]
pub fn kind(interval: Interval) -> Cell<'static> {
    Cell::text(interval.reason().unwrap_or(INTERVAL))
}
