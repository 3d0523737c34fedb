//! In what the points of a sweep are counted: one number of histories for a whole chart, or the
//! unit of a mean.

use super::cells::places_for;
use super::subjects::SentenceSubject;
use crate::numerals::{count, fixed, nearest};
use crate::quantities::Quantity;

/// From so many trials on shares are said of round numbers of histories; below, of the trials.
const ENOUGH: u64 = 100;
/// The numbers of histories that shares are said of.
const ROUND: [u64; 5] = [100, 1_000, 10_000, 100_000, 1_000_000];
/// A whole number of histories is no farther from its share than this part of it.
const CLOSE: f64 = 0.34;
/// The cells of a grid differ by so many steps, at least, from the least to the greatest.
const STEPS: f64 = 4.0;

/// Shares hardly differ by less than this.
const SHARE: f64 = 0.03;
/// Rare ones do where they differ by this part of the greater.
const RARE: f64 = 0.25;
/// Means hardly differ by less than this part of the greatest.
const MEAN: f64 = 0.05;

/// In what the values of a chart are counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValueScale {
    /// How many histories a share is said of; none for a mean.
    of: Option<u64>,
    /// The places of its figures.
    places: usize,
    subject: SentenceSubject,
}

impl ValueScale {
    /// Whether values are shares, said of so many histories.
    #[must_use]
    pub const fn is_of_histories(&self) -> bool {
        self.of.is_some()
    }

    /// The scale on which some values that are said can be told; `differ` where those that are not
    /// the same surely differ.
    #[must_use]
    pub fn told(quantity: Quantity, trials: u64, values: &[f64], differ: bool) -> Self {
        if !quantity.is_share() {
            return Self::mean(quantity, span(values) / 10.0);
        }
        Self::share(quantity, trials, |of| {
            values.iter().all(|&value| is_close(value, of)) && (!differ || are_apart(values, of))
        })
    }

    /// The scale of the cells of a grid, on which the least and the greatest are some steps apart
    /// where they surely differ.
    #[must_use]
    pub fn of_cells(quantity: Quantity, trials: u64, values: &[f64], differ: bool) -> Self {
        if !quantity.is_share() {
            return Self::mean(quantity, span(values) / 20.0);
        }
        Self::share(quantity, trials, |of| {
            !differ || span(values) * of as f64 >= STEPS
        })
    }

    /// With no more places than these where it has any: no title is finer than its table.
    #[must_use]
    pub fn with_places_at_most(self, most: usize) -> Self {
        Self {
            places: self.places.min(most),
            ..self
        }
    }

    fn mean(quantity: Quantity, step: f64) -> Self {
        let places = if step > 0.0 { places_for(step) } else { 1 };
        Self {
            of: None,
            places,
            subject: SentenceSubject::of(quantity),
        }
    }

    fn share(quantity: Quantity, trials: u64, fits: impl Fn(u64) -> bool) -> Self {
        let most = trials.max(1);
        let of = if trials < ENOUGH {
            most
        } else {
            let round = ROUND.into_iter().filter(|&of| of <= most);
            round
                .clone()
                .find(|&of| fits(of))
                .or(round.max())
                .unwrap_or(most)
        };
        Self {
            of: Some(of),
            places: 0,
            subject: SentenceSubject::of(quantity),
        }
    }

    /// What a share or a mean is multiplied by.
    #[must_use]
    pub fn factor(&self) -> f64 {
        self.of.map_or(1.0, |of| of as f64)
    }

    /// A value in figures: "8", "under 1", "4.3".
    #[must_use]
    pub fn figure(&self, value: f64) -> String {
        let Some(of) = self.of else {
            return fixed(value, self.places);
        };
        let whole = nearest(value * of as f64) as u64;
        match whole {
            0 if value > 0.0 => "under 1".to_owned(),
            whole if whole >= of && value < 1.0 => format!("over {}", count(of - 1)),
            whole => count(whole),
        }
    }

    /// A value as a cell has it: short.
    #[must_use]
    pub fn cell(&self, value: f64) -> String {
        self.figure(value)
            .replace("under ", "<")
            .replace("over ", ">")
    }

    /// What stands after a figure in a sentence: " of 100 histories", " days".
    #[must_use]
    pub fn after(&self) -> String {
        match self.of {
            Some(of) if self.subject.names_histories() => format!(" of {}", count(of)),
            Some(1) => " of 1 history".to_owned(),
            Some(of) => format!(" of {} histories", count(of)),
            None => self.subject.unit.to_owned(),
        }
    }

    /// What is counted, as the head of a chart: "Limited or full-scale war, of 100 histories".
    #[must_use]
    pub fn heading(&self, quantity: Quantity) -> String {
        match self.of {
            Some(1) => format!("{}, of 1 history", quantity.label()),
            Some(of) => format!("{}, of {} histories", quantity.label(), count(of)),
            None => {
                let title = quantity.row().in_full();
                match quantity.row().unit {
                    "" => format!("{title}, mean"),
                    unit if title.to_lowercase().contains(unit) => format!("{title}, mean"),
                    unit => format!("{title}, mean, {unit}"),
                }
            }
        }
    }

    /// Whether values are so near each other that nobody would act on what lies between them.
    #[must_use]
    pub fn is_hardly_apart(&self, values: &[f64]) -> bool {
        let most = values.iter().copied().fold(0.0, f64::max);
        let span = span(values);
        match self.of {
            // What is rare may double within so few of 100.
            Some(_) => span < SHARE && span < RARE * most,
            None => span < MEAN * most,
        }
    }
}

/// From the least to the greatest.
pub fn span(values: &[f64]) -> f64 {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if most > least { most - least } else { 0.0 }
}

/// Whether a share is none, or close to a whole number of so many histories.
fn is_close(share: f64, of: u64) -> bool {
    let exact = share * of as f64;
    share <= 0.0 || (nearest(exact) - exact).abs() <= CLOSE * exact
}

/// Whether no two of these that differ come to one number of histories.
fn are_apart(values: &[f64], of: u64) -> bool {
    values.iter().enumerate().all(|(at, value)| {
        values[at + 1..].iter().all(|other| {
            value == other || nearest(value * of as f64) as u64 != nearest(other * of as f64) as u64
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_said_of_one_number_of_histories() {
        for (values, trials, differ, figures, after) in [
            (
                [0.142, 0.034],
                100_000,
                true,
                ["14", "3"],
                " of 100 histories",
            ),
            (
                [0.004, 0.0012],
                100_000,
                true,
                ["4", "1"],
                " of 1,000 histories",
            ),
            (
                [0.071, 0.069],
                100_000,
                true,
                ["71", "69"],
                " of 1,000 histories",
            ),
            (
                [0.071, 0.069],
                100_000,
                false,
                ["7", "7"],
                " of 100 histories",
            ),
            ([0.0, 0.3], 10, true, ["0", "3"], " of 10 histories"),
            ([0.0, 1.0], 1, true, ["0", "1"], " of 1 history"),
            (
                [0.00001, 0.9999],
                1_000,
                false,
                ["under 1", "over 999"],
                " of 1,000 histories",
            ),
        ] {
            let scale = ValueScale::told(Quantity::Wars, trials, &values, differ);
            assert_eq!(values.map(|value| scale.figure(value)), figures);
            assert_eq!(scale.after(), after);
        }
    }

    #[test]
    fn means_have_as_many_places_as_tell_them_apart() {
        let scale = ValueScale::told(Quantity::EndDay, 100, &[7.13, 4.3], true);
        assert_eq!(scale.figure(7.13) + &scale.after(), "7.1 days");
    }
}
