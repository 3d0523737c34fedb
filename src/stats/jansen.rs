//! Which inputs move a result, and how much: Sobol's indices by Jansen's estimators.
//!
//! The variance of the result splits into what each input does alone (first order) and what it
//! does with others (total: all that would be left if everything else were known). Sobol 1993;
//! Homma and Saltelli 1996; Jansen 1999; Saltelli et al. 2010.
//!
//! A result may be known by several means of independent noise, the same noise in all rows. Then
//! no square is taken of one mean, but products of two: what comes out is that of the result
//! without noise.

use super::interval::Interval;
use super::resample::{Indices, RESAMPLES, interval_around};

/// A result as it is known at one point: a mean for each part of the noise; one alone where there
/// is no noise.
pub type Result = Vec<f64>;

/// What was computed: rows of two independent sets of inputs, and for each input the rows of the
/// first set with that input taken from the second.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Design {
    /// Results of the first set.
    pub first: Vec<Result>,
    /// Results of the second.
    pub second: Vec<Result>,
    /// For each input, results of the mixed rows.
    pub mixed: Vec<Vec<Result>>,
}

/// The indices of one input: parts of the variance.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Part {
    /// The part.
    pub part: f64,
    /// Its 95 % interval, by drawing rows again.
    pub interval: Interval,
}

/// The first-order and the total index of one input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Indexed {
    /// What it does alone.
    pub first: Part,
    /// What it does alone and with others.
    pub total: Part,
}

impl Design {
    /// The indices of all inputs; none where there is no variance, or there are fewer than two
    /// rows.
    #[must_use]
    pub fn indices(&self, seed: u64) -> Option<Vec<Indexed>> {
        let rows = self.first.len();
        let squares = Squares::of(self);
        let all: Vec<usize> = (0..rows).collect();
        let variance = self.variance(&all).filter(|&variance| variance > 0.0)?;
        let mut indices = Indices::new(seed);
        let again: Vec<Vec<usize>> = (0..RESAMPLES).map(|_| indices.draw(rows)).collect();
        let variances: Vec<f64> = again
            .iter()
            .map(|places| {
                self.variance(places)
                    .map_or(variance, |it| it.max(variance * 0.01))
            })
            .collect();
        let resampled = Resampled { again, variances };
        let each = (0..self.mixed.len()).map(|input| Indexed {
            first: resampled.part(&squares.second[input], &all, variance, |half| 1.0 - half),
            total: resampled.part(&squares.first[input], &all, variance, |half| half),
        });
        Some(each.collect())
    }

    /// The variance of the result over these rows of both sets.
    fn variance(&self, places: &[usize]) -> Option<f64> {
        let rows: Vec<&Result> = places
            .iter()
            .flat_map(|&at| [&self.first[at], &self.second[at]])
            .collect();
        quiet_variance(&rows)
    }
}

/// For each input and row, the square of the difference to the mixed row.
struct Squares {
    first: Vec<Vec<f64>>,
    second: Vec<Vec<f64>>,
}

impl Squares {
    fn of(design: &Design) -> Self {
        let against = |set: &[Result]| {
            let rows = |mixed: &Vec<Result>| {
                set.iter()
                    .zip(mixed)
                    .map(|(one, other)| quiet_square(one, other))
                    .collect()
            };
            design.mixed.iter().map(rows).collect()
        };
        Self {
            first: against(&design.first),
            second: against(&design.second),
        }
    }
}

/// Rows drawn again, and the variance over each draw.
struct Resampled {
    again: Vec<Vec<usize>>,
    variances: Vec<f64>,
}

impl Resampled {
    /// An index from half the mean square over the variance.
    fn part(
        &self,
        squares: &[f64],
        all: &[usize],
        variance: f64,
        index: impl Fn(f64) -> f64,
    ) -> Part {
        let part = index(half_mean(squares, all) / variance);
        let again: Vec<f64> = self
            .again
            .iter()
            .zip(&self.variances)
            .map(|(places, variance)| index(half_mean(squares, places) / variance))
            .collect();
        Part {
            part,
            interval: interval_around(part, &again),
        }
    }
}

fn half_mean(squares: &[f64], places: &[usize]) -> f64 {
    places.iter().map(|&at| squares[at]).sum::<f64>() / (2.0 * places.len() as f64)
}

/// The square of the difference of two results without noise: the mean product of the differences
/// of two different parts.
fn quiet_square(one: &Result, other: &Result) -> f64 {
    let differences = one.iter().zip(other).map(|(one, other)| one - other);
    let (sum, square) = differences.fold((0.0, 0.0), |(sum, square), d| (sum + d, square + d * d));
    let parts = one.len() as f64;
    if one.len() < 2 {
        return square;
    }
    (sum * sum - square) / (parts * (parts - 1.0))
}

/// The variance of results without noise: the mean covariance of two different parts. None of
/// fewer than two results.
#[must_use]
pub fn quiet_variance(results: &[&Result]) -> Option<f64> {
    let parts = results.first().map_or(0, |result| result.len());
    if results.len() < 2 || parts == 0 {
        return None;
    }
    let mut of_parts = 0.0;
    for part in 0..parts {
        of_parts += variance(results.iter().map(|result| result[part]));
    }
    if parts == 1 {
        return Some(of_parts);
    }
    let of_sum = variance(results.iter().map(|result| result.iter().sum::<f64>()));
    let pairs = (parts * (parts - 1)) as f64;
    Some((of_sum - of_parts) / pairs)
}

/// The variance of at least two values.
pub(super) fn variance(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let n = values.clone().count() as f64;
    let mean = values.clone().sum::<f64>() / n;
    values.map(|value| (value - mean).powi(2)).sum::<f64>() / (n - 1.0)
}

#[cfg(test)]
mod tests;
