//! One panel: a heading, thin lines for the ladder, and one history as a step line with a dot at
//! each act.

use super::course::{Act, Course, End};
use super::grid::{Cell, Grid};
use super::scene::Panel;
use crate::error::Error;
use crate::model::Side;
use crate::report::chart::backend::{Align, Canvas, Position, bold, regular, xy};
use crate::report::chart::shapes;
use crate::report::chart::style::{
    Colour, GRID, INK, LEADING, OUTLINE as AXIS, PAPER, line_colour,
};

/// How thick the line is.
const LINE: f64 = 3.0;
/// The radius of a dot, and the thickness of its outline.
pub const DOT: f64 = 6.0;
const OUTLINE: f64 = 2.4;
/// The light around a dot.
const LIGHT: f64 = 1.2;
/// Dots of one side on one rung that are closer than this part of a dot are one.
const SAME: f64 = 0.8;

/// Draws a panel.
pub fn draw(canvas: &Canvas, grid: &Grid, cell: &Cell, panel: &Panel) -> Result<(), Error> {
    let left = cell.axis.left;
    let size = canvas.sizes.label;
    let width = cell.right - left;
    let heading = canvas.ruler.cut(&panel.heading, bold(size), width);
    let at = xy(left, cell.head + size);
    canvas.text(&heading, at, bold(size), INK, Align::Left)?;
    let words = canvas.ruler.cut(&panel.words, regular(size), width);
    let at = xy(left, cell.head + size * (1.0 + LEADING));
    canvas.text(&words, at, regular(size), INK, Align::Left)?;
    for y in grid.lines(cell) {
        canvas.line(xy(left, y), xy(cell.axis.right, y), GRID, 1.0)?;
    }
    let foot = [left, cell.axis.right].map(|x| xy(x, cell.bottom));
    if cell.is_lowest {
        cell.axis.draw(canvas, cell.bottom)?;
    } else {
        canvas.line(foot[0], foot[1], AXIS, 1.0)?;
    }
    let colour = panel.course.outcome.map_or(INK, line_colour);
    line(canvas, grid, cell, &panel.course, colour)?;
    acts(canvas, grid, cell, &panel.course, colour)
}

/// The acts that are on the days shown.
fn shown<'c>(course: &'c Course, cell: &Cell) -> impl Iterator<Item = &'c Act> {
    let last = cell.axis.last as f64;
    course.acts.iter().filter(move |act| act.day <= last)
}

/// Draws the line: along a rung to the day of the next act, then to its rung.
fn line(
    canvas: &Canvas,
    grid: &Grid,
    cell: &Cell,
    course: &Course,
    colour: Colour,
) -> Result<(), Error> {
    let last = cell.axis.last as f64;
    let mut points: Vec<Position> = Vec::new();
    let mut go = |at: Position| {
        if let Some(before) = points.last() {
            points.push(xy(at.x, before.y));
        }
        points.push(at);
    };
    for act in shown(course, cell) {
        go(xy(cell.axis.x(act.day), grid.y(cell, course.rung(act))));
    }
    match course.end {
        End::Quiet(day) if day <= last => go(xy(cell.axis.x(day), grid.y(cell, None))),
        End::War(day) if day <= last => {
            go(xy(cell.axis.x(day), grid.y(cell, grid.highest())));
        }
        _ => {}
    }
    let goes_on = course.last_day() > last;
    if goes_on && let Some(before) = points.last().copied() {
        let end = xy(cell.axis.right, before.y);
        points.push(end);
        shapes::goes_on(canvas, end, DOT, colour)?;
    }
    if points.len() > 1 {
        canvas.path(&points, colour, LINE)?;
    }
    Ok(())
}

/// Draws a dot at each act: filled of the side that opens the crisis, hollow of the other.
fn acts(
    canvas: &Canvas,
    grid: &Grid,
    cell: &Cell,
    course: &Course,
    colour: Colour,
) -> Result<(), Error> {
    let mut before: Option<(Position, Side)> = None;
    for act in shown(course, cell) {
        let at = xy(cell.axis.x(act.day), grid.y(cell, course.rung(act)));
        let is_same = before.is_some_and(|(dot, side)| {
            side == act.side && dot.y == at.y && at.x - dot.x < SAME * DOT
        });
        if !is_same {
            dot(canvas, at, act.side, colour)?;
            before = Some((at, act.side));
        }
    }
    Ok(())
}

/// Draws the dot of a side.
pub fn dot(canvas: &Canvas, at: Position, side: Side, colour: Colour) -> Result<(), Error> {
    canvas.dot(at, DOT + LIGHT, PAPER, (PAPER, 0.0))?;
    match side {
        Side::Opener => canvas.dot(at, DOT, colour, (colour, 0.0)),
        Side::Other => canvas.dot(at, DOT - OUTLINE / 2.0, PAPER, (colour, OUTLINE)),
    }
}
