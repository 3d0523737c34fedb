//! The days along a chart. Most crises are over in a few days of many: these have most of the
//! width, and what follows stands beyond a gap on a shorter scale.

use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, regular, xy};
use crate::report::chart::style::{MUTED, OUTLINE, size};

/// The fewest days before a gap: with fewer there is no course to see.
const FEWEST: usize = 5;
/// How much of the width the days before a gap have.
const EARLY: f64 = 0.75;
/// How wide the gap is.
const GAP: f64 = 14.0;
/// More places than these are not drawn along one scale; of more days some are left out.
const MOST_PLACES: usize = 240;
/// Steps between figures, in days.
const STEPS: [usize; 13] = [1, 2, 5, 10, 15, 20, 30, 50, 100, 200, 500, 1000, 2000];
/// The least distance between figures.
const APART: f64 = 46.0;
const TICK: f64 = 5.0;
/// Baselines of figures and words, below the scale.
const FIGURES: f64 = 20.0;
const WORDS: f64 = 39.0;
/// Words may be so much wider than their part.
const SLACK: f64 = 60.0;

/// The scale of days, in one part or two.
pub struct Days {
    parts: Vec<Stretch>,
}

/// Days on one scale.
pub struct Stretch {
    first: usize,
    last: usize,
    left: f64,
    right: f64,
}

/// A day that is drawn, with the ends of its place: halfway to its neighbours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DaySpan {
    /// The day.
    pub day: usize,
    /// Where it is.
    pub x: f64,
    /// Where its place begins.
    pub left: f64,
    /// Where its place ends.
    pub right: f64,
}

impl Days {
    /// Days 0 to the horizon; crises are settled by day `settled`.
    pub fn new(settled: usize, horizon: usize, (left, right): (f64, f64)) -> Self {
        let early = settled.max(FEWEST);
        let step = step(early, (right - left) * EARLY);
        let last = early.div_ceil(step) * step;
        if settled == 0 || 2 * last > horizon {
            return Self {
                parts: vec![Stretch {
                    first: 0,
                    last: horizon,
                    left,
                    right,
                }],
            };
        }
        let end = left + EARLY * (right - left - GAP);
        let early = Stretch {
            first: 0,
            last,
            left,
            right: end,
        };
        Self {
            parts: vec![
                early,
                Stretch {
                    first: last,
                    last: horizon,
                    left: end + GAP,
                    right,
                },
            ],
        }
    }

    /// Where a day is; at the right edge where it lies beyond the horizon.
    pub fn x(&self, day: f64) -> f64 {
        let part = self
            .parts
            .iter()
            .find(|part| day <= part.last as f64)
            .or(self.parts.last());
        part.map_or(0.0, |part| part.x(day))
    }

    /// The last day.
    pub fn horizon(&self) -> f64 {
        self.parts.last().map_or(0.0, |part| part.last as f64)
    }

    /// The places of each part.
    pub fn places(&self) -> impl Iterator<Item = Vec<DaySpan>> {
        self.parts.iter().map(Stretch::places)
    }

    /// Where the scale changes.
    pub fn gap(&self) -> Option<(f64, f64)> {
        match self.parts.as_slice() {
            [early, late] => Some((early.right, late.left)),
            _ => None,
        }
    }

    /// The day on which the scale changes.
    pub fn change(&self) -> Option<f64> {
        match self.parts.as_slice() {
            [early, _] => Some(early.last as f64),
            _ => None,
        }
    }

    /// The days with a figure, and where they are.
    pub fn figures(&self) -> Vec<(usize, f64)> {
        let figures = self.parts.iter().flat_map(|part| {
            part.figures()
                .into_iter()
                .map(|day| (day, part.x(day as f64)))
        });
        figures.filter(|&(_, x)| self.is_clear(x)).collect()
    }

    /// Whether a figure there keeps apart from that of the day before the gap.
    fn is_clear(&self, x: f64) -> bool {
        self.gap()
            .is_none_or(|(early, late)| x <= early || x >= late - GAP + APART)
    }

    /// Draws the scale along its lower edge.
    pub fn scale(&self, canvas: &Canvas, y: f64) -> Result<(), Error> {
        for (day, x) in self.figures() {
            canvas.line(xy(x, y), xy(x, y + TICK), OUTLINE, 1.0)?;
            canvas.text(
                &day.to_string(),
                xy(x, y + FIGURES),
                regular(size::SMALL),
                MUTED,
                Align::Centre,
            )?;
        }
        for (at, part) in self.parts.iter().enumerate() {
            canvas.line(xy(part.left, y), xy(part.right, y), OUTLINE, 1.0)?;
            // The day before the gap has its figure there.
            canvas.line(xy(part.left, y), xy(part.left, y + TICK), OUTLINE, 1.0)?;
            let words = match at {
                0 => "days since the opening".to_owned(),
                _ => format!("days {} to {}, compressed", part.first, part.last),
            };
            let (words, set) =
                canvas
                    .ruler
                    .fit(&words, regular(size::SMALL), part.right - part.left + SLACK);
            let middle = xy(f64::midpoint(part.left, part.right), y + WORDS);
            canvas.text(&words, middle, set, MUTED, Align::Centre)?;
        }
        Ok(())
    }
}

impl Stretch {
    fn x(&self, day: f64) -> f64 {
        let along = (day - self.first as f64) / (self.last - self.first) as f64;
        self.left + along.clamp(0.0, 1.0) * (self.right - self.left)
    }

    /// The days with a figure, the last among them.
    fn figures(&self) -> Vec<usize> {
        let step = step(self.last - self.first, self.right - self.left);
        let end = self.x(self.last as f64);
        let before = (self.first..self.last)
            .filter(|day| day.is_multiple_of(step))
            .filter(|&day| end - self.x(day as f64) >= APART);
        before.chain([self.last]).collect()
    }

    /// All days, or as many of them at even steps as there are places for.
    fn places(&self) -> Vec<DaySpan> {
        let days = self.last - self.first;
        let steps = days.min(MOST_PLACES);
        let shown: Vec<usize> = (0..=steps)
            .map(|at| self.first + at * days / steps)
            .collect();
        (0..=steps).map(|at| self.span(&shown, at)).collect()
    }

    /// The place of one of the days that are shown: halfway to its neighbours.
    fn span(&self, shown: &[usize], at: usize) -> DaySpan {
        let day = shown[at];
        let before = shown[at.saturating_sub(1)];
        let after = shown[(at + 1).min(shown.len() - 1)];
        let x = self.x(day as f64);
        DaySpan {
            day,
            x,
            left: f64::midpoint(self.x(before as f64), x),
            right: f64::midpoint(x, self.x(after as f64)),
        }
    }
}

/// The least step between figures at which so many days keep them apart.
fn step(days: usize, width: f64) -> usize {
    let most = (width / APART).max(1.0);
    STEPS
        .into_iter()
        .find(|&step| days as f64 / step as f64 <= most)
        .unwrap_or(days.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn early_days_have_most_of_the_width() {
        let days = Days::new(16, 90, (0.0, 1000.0));
        let (end, begin) = days.gap().unwrap();
        assert_eq!(
            (days.x(0.0), days.x(16.0), days.x(90.0), days.x(200.0)),
            (0.0, end, 1000.0, 1000.0)
        );
        assert!(end > 700.0 && begin > end && days.x(16.5) > begin);
    }

    #[test]
    fn without_an_early_end_all_days_are_alike() {
        for (settled, horizon) in [(0, 90), (50, 90), (1, 1), (3, 7)] {
            let days = Days::new(settled, horizon, (0.0, 1000.0));
            assert_eq!(days.gap(), None);
            assert_eq!(days.x(horizon as f64 / 2.0), 500.0);
        }
    }

    #[test]
    fn places_fill_the_width_and_hold_the_first_and_the_last_day() {
        for (settled, horizon) in [(0, 1), (16, 90), (0, 3650), (30, 3650)] {
            let days = Days::new(settled, horizon, (0.0, 1000.0));
            let all: Vec<_> = days.places().collect();
            for places in &all {
                assert!(
                    places
                        .windows(2)
                        .all(|pair| pair[0].right == pair[1].left && pair[0].day < pair[1].day)
                );
                assert!(
                    places
                        .iter()
                        .all(|place| place.left <= place.x && place.x <= place.right)
                );
            }
            assert_eq!((all[0][0].day, all[0][0].left), (0, 0.0));
            let last = all.last().unwrap().last().unwrap();
            assert_eq!((last.day, last.right), (horizon, 1000.0));
        }
    }
}
