//! Lines over the ladder: single runs, the median, the record.

use super::days::Days;
use super::ladder::LadderPanel;
use crate::error::Error;
use crate::report::chart::backend::{Canvas, Position, xy};
use crate::report::chart::style::{INK, PAPER, RECORD, SINGLE};
use crate::study::{Median, Timeline};
use crate::tally::levels::place;

/// How thick the median is, of its row's height and at the most.
const MEDIAN: (f64, f64) = (0.22, 6.0);
/// The least, in rows too low for that.
const MEDIAN_LEAST: f64 = 2.6;
/// How thick the ends of its interval are.
pub const INTERVAL: f64 = 1.2;
/// How thick the record is, and how much white there is around it.
const RECORDED: f64 = 2.4;
const HALO: f64 = 1.4;
/// From the middle of a mark to its corners.
const MARK: f64 = 7.0;
/// How thick a single run is, and one of so many steps that they would run together.
const RUN: (f64, f64) = (1.5, 0.5);
/// More steps than these begin to run together.
const FEW_STEPS: usize = 50;
/// In rows lower than this they begin to run together too.
const FULL_ROW: f64 = 16.0;
/// More steps than these of all runs, before the gap and beyond it, run together: then so few runs
/// are drawn there.
const FEW_EARLY_STEPS: usize = 600;
const FEW_LATE_STEPS: usize = 30;
const FEW: usize = 2;
/// How far single runs keep from the middle of a row, the first and the last, of its height: so
/// that all can be seen.
const ASIDE: (f64, f64) = (0.15, 0.42);

/// The recorded acts up to the horizon, with the places of their rungs among the levels.
pub fn record(timeline: &Timeline, days: &Days) -> Vec<(f64, usize)> {
    timeline
        .record
        .iter()
        .filter(|&&(day, _)| (0.0..=days.horizon()).contains(&day))
        .map(|&(day, rung)| (day, place(Some(rung))))
        .collect()
}

/// Draws all lines.
pub fn draw(
    canvas: &Canvas,
    ladder: &LadderPanel<'_>,
    days: &Days,
    timeline: &Timeline,
    record: &[(f64, usize)],
) -> Result<(), Error> {
    let (early, late) = drawn(timeline, days);
    let histories = &timeline.histories[..early];
    let steps = histories
        .iter()
        .map(|history| history.steps.len())
        .max()
        .unwrap_or(0);
    let few = FEW_STEPS as f64 / steps.max(1) as f64;
    let width = (RUN.0 * few.min(ladder.row / FULL_ROW)).clamp(RUN.1, RUN.0);
    for (at, history) in histories.iter().enumerate() {
        let aside = ladder.row * aside(at, histories.len());
        let until = if at < late {
            days.horizon()
        } else {
            days.change().unwrap_or(days.horizon())
        };
        let steps = history.steps.partition_point(|&(day, _)| day <= until);
        let steps: Vec<(f64, usize)> = history.steps[..steps]
            .iter()
            .map(|&(day, rung)| (day, place(rung)))
            .collect();
        let points = stepped(&steps, until, |day, level| {
            xy(days.x(day), ladder.middle(level) + aside)
        });
        canvas.path(&points, SINGLE, width)?;
    }
    median(canvas, ladder, days, &timeline.median)?;
    let Some(&(last, _)) = record.last() else {
        return Ok(());
    };
    let points = stepped(record, last, |day, rung| {
        xy(days.x(day), ladder.middle(rung))
    });
    recorded(
        canvas,
        &points,
        record
            .iter()
            .map(|&(day, rung)| xy(days.x(day), ladder.middle(rung))),
    )
}

/// How many of the single runs are drawn, up to the gap or the horizon and beyond the gap: fewer if
/// all would be illegible.
pub fn drawn(timeline: &Timeline, days: &Days) -> (usize, usize) {
    let all = timeline.histories.len();
    let change = days.change().unwrap_or(days.horizon());
    let steps = timeline.histories.iter().flat_map(|history| &history.steps);
    let late_steps = steps.clone().filter(|&&(day, _)| day > change).count();
    let early_steps = steps.count() - late_steps;
    let early = as_many(all, early_steps, FEW_EARLY_STEPS);
    let late = as_many(all, late_steps, FEW_LATE_STEPS);
    (early, late.min(early))
}

/// All runs, or few where they have more steps than `most`.
fn as_many(all: usize, steps: usize, most: usize) -> usize {
    if steps > most { FEW.min(all) } else { all }
}

/// Draws the record's line and its marks.
pub fn recorded(
    canvas: &Canvas,
    line: &[Position],
    acts: impl Iterator<Item = Position>,
) -> Result<(), Error> {
    for (colour, more) in [(PAPER, HALO), (RECORD, 0.0)] {
        canvas.path(line, colour, RECORDED + 2.0 * more)?;
    }
    for Position { x, y } in acts {
        for (colour, half) in [(PAPER, MARK + 1.5 * HALO), (RECORD, MARK)] {
            canvas.shape(
                &[
                    xy(x - half, y),
                    xy(x, y - half),
                    xy(x + half, y),
                    xy(x, y + half),
                ],
                colour,
            )?;
        }
    }
    Ok(())
}

/// How thick the median is in rows of this height.
pub fn median_width(row: f64) -> f64 {
    (MEDIAN.0 * row).clamp(MEDIAN_LEAST, MEDIAN.1)
}

/// Draws a single run.
pub fn single(canvas: &Canvas, points: &[Position]) -> Result<(), Error> {
    canvas.path(points, SINGLE, RUN.0)
}

/// The median, and along it the ends of its interval, which show where they leave it.
fn median(
    canvas: &Canvas,
    ladder: &LadderPanel<'_>,
    days: &Days,
    median: &[Median],
) -> Result<(), Error> {
    let middle = course(ladder, days, |day| Some(median[day].level));
    canvas.path(&middle, INK, median_width(ladder.row))?;
    let low = course(ladder, days, |day| median[day].low);
    let high = course(ladder, days, |day| median[day].high);
    // Of very few trials there is no interval, on any day.
    for end in [low, high].iter().filter(|end| !end.is_empty()) {
        canvas.path(end, INK, INTERVAL)?;
    }
    Ok(())
}

/// The corners of a line that stands on a rung each day; a day without a rung has no part in it.
fn course(
    ladder: &LadderPanel<'_>,
    days: &Days,
    rung: impl Fn(usize) -> Option<usize>,
) -> Vec<Position> {
    let mut points = Vec::new();
    for place in days.places().flatten() {
        if let Some(rung) = rung(place.day) {
            let y = ladder.middle(rung);
            points.push(xy(place.left, y));
            points.push(xy(place.right, y));
        }
    }
    turns(points.into_iter())
}

/// A run's place in its row: by turns above and below the middle, ever farther from it.
fn aside(at: usize, of: usize) -> f64 {
    let pairs = (of.div_ceil(2) - 1).max(1);
    let distance = ASIDE.0 + (ASIDE.1 - ASIDE.0) * (at / 2) as f64 / pairs as f64;
    if at.is_multiple_of(2) {
        -distance
    } else {
        distance
    }
}

/// The corners of a course that stands on a rung from a day on, to the day `until`.
fn stepped(
    steps: &[(f64, usize)],
    until: f64,
    place: impl Fn(f64, usize) -> Position,
) -> Vec<Position> {
    let ends = steps.iter().skip(1).map(|&(day, _)| day).chain([until]);
    let points = steps
        .iter()
        .zip(ends)
        .flat_map(|(&(day, rung), end)| [place(day, rung), place(end, rung)]);
    turns(points)
}

/// The points without those on a straight line between their neighbours.
fn turns(points: impl Iterator<Item = Position>) -> Vec<Position> {
    let mut kept: Vec<Position> = Vec::new();
    for point in points {
        if let [.., before, last] = kept.as_slice()
            && ((before.x == last.x && last.x == point.x)
                || (before.y == last.y && last.y == point.y))
        {
            kept.pop();
        }
        kept.push(point);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stepped_line_has_its_corners_and_no_more() {
        let steps = [(0.0, 0), (1.0, 2), (2.0, 2), (3.0, 0)];
        let points = stepped(&steps, 9.0, |day, rung| xy(day, rung as f64));
        assert_eq!(
            points,
            [
                xy(0.0, 0.0),
                xy(1.0, 0.0),
                xy(1.0, 2.0),
                xy(3.0, 2.0),
                xy(3.0, 0.0),
                xy(9.0, 0.0)
            ]
        );
    }

    #[test]
    fn every_run_has_a_place_of_its_own() {
        for of in 1..=30 {
            let mut places: Vec<f64> = (0..of).map(|at| aside(at, of)).collect();
            places.sort_by(f64::total_cmp);
            assert!(places.windows(2).all(|pair| pair[1] - pair[0] > 0.01));
            assert!(
                places.iter().all(|place| (0.1..0.5).contains(&place.abs())),
                "{places:?}"
            );
        }
    }
}
