//! What really happened: a thick dark line with the days of its acts beside it.

use super::layout::{Layout, REALLY};
use super::scene::Scene;
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Position, bold, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::shapes;
use crate::report::chart::style::{INK, LEADING, PAPER};

/// How thick the line is, and the light on each of its sides.
const LINE: f64 = 4.5;
const LIGHT: f64 = 1.8;
/// The radius of the mark at an act.
const MARK: f64 = 7.0;
/// Between a mark and the day beside it.
const GAP: f64 = 4.0;

/// Draws the record as far as its crisis goes, or as the days do.
pub fn draw(canvas: &Canvas, layout: &Layout, scene: &Scene) -> Result<(), Error> {
    if !scene.has_record() {
        return Ok(());
    }
    let last = scene.last as f64;
    let acts: Vec<Act> = scene
        .record
        .iter()
        .filter(|act| act.0 <= last)
        .map(|&(day, rung)| Act::new(layout, day, rung))
        .collect();
    let goes_on = acts.len() < scene.record.len();
    let mut points = through(&acts);
    let Some(&end) = points.last() else {
        return Ok(());
    };
    let is_over = !goes_on && acts.last().is_some_and(|act| act.rung <= scene.off_ramp);
    if is_over {
        points.push(xy(end.x, layout.quiet_name));
    } else if goes_on {
        points.push(xy(layout.axis.right, end.y));
    }
    for (colour, width) in [(PAPER, LINE + 2.0 * LIGHT), (INK, LINE)] {
        canvas.path(&points, colour, width)?;
    }
    for act in &acts {
        canvas.dot(act.at, MARK, INK, (PAPER, LIGHT))?;
    }
    let tip = points.last().copied().unwrap_or(end);
    if is_over {
        canvas.dot(tip, MARK, INK, (PAPER, LIGHT))?;
    } else if goes_on {
        shapes::goes_on(canvas, tip, 1.3 * MARK, INK)?;
    }
    if has_name(layout, scene) {
        let set = bold(canvas.sizes.label);
        let place = acts.first().map_or(end, |act| act.at);
        let at = xy(layout.axis.left - set.size, place.y);
        lines(canvas, &[REALLY], at, set, INK, Align::Right)?;
    }
    days(canvas, layout, &acts)
}

/// Whether the record has its name beside its beginning: it begins on day 0, and has room.
pub fn has_name(layout: &Layout, scene: &Scene) -> bool {
    let first = scene.record.first().filter(|act| act.0 <= 0.0);
    let row = first.and_then(|act| layout.row(act.1));
    row.is_some_and(|row| row.record > 0.0)
}

/// An act and its place.
struct Act {
    day: f64,
    rung: usize,
    at: Position,
}

impl Act {
    fn new(layout: &Layout, day: f64, rung: usize) -> Self {
        let row = layout.row(rung);
        let y = row.map_or(layout.foot, |row| {
            if row.record > 0.0 {
                row.top + row.record - MARK
            } else {
                f64::midpoint(row.top, row.bottom)
            }
        });
        Self {
            day,
            rung,
            at: xy(layout.axis.x(day), y),
        }
    }
}

/// The line through acts: along a rung to the day of the next, then to its rung.
fn through(acts: &[Act]) -> Vec<Position> {
    let mut points: Vec<Position> = Vec::new();
    for act in acts {
        if let Some(before) = points.last() {
            points.push(xy(act.at.x, before.y));
        }
        points.push(act.at);
    }
    points
}

/// Draws the days of the acts above the line, where they have room.
fn days(canvas: &Canvas, layout: &Layout, acts: &[Act]) -> Result<(), Error> {
    let set = bold(canvas.sizes.label);
    let mut taken: Vec<Area> = Vec::new();
    for (at, act) in acts.iter().enumerate() {
        let words = format!("day {}", act.day);
        let width = canvas.ruler.width(&words, set);
        let has_room = layout.row(act.rung).is_some_and(|row| row.record > 0.0);
        let next = acts
            .get(at + 1)
            .map_or(layout.axis.right, |next| next.at.x - MARK);
        let left = if act.at.x + width > layout.axis.right {
            act.at.x - width
        } else {
            act.at.x - MARK
        };
        let baseline = act.at.y - MARK - GAP;
        let place = Area {
            left,
            top: baseline - set.size * MIDDLE_TO_TOP,
            right: left + width,
            bottom: baseline + set.size * (LEADING - 1.0),
        };
        let is_free = taken.iter().all(|other| is_apart(other, &place));
        if !(has_room && is_free && (place.right <= next || left < act.at.x - MARK)) {
            continue;
        }
        canvas.fill(place, PAPER)?;
        canvas.text(&words, xy(left, baseline), set, INK, Align::Left)?;
        taken.push(place);
    }
    Ok(())
}

/// From the baseline of a text to its upper edge, as a multiple of its size.
const MIDDLE_TO_TOP: f64 = 0.9;

fn is_apart(one: &Area, other: &Area) -> bool {
    one.right < other.left
        || other.right < one.left
        || one.bottom < other.top
        || other.bottom < one.top
}
