//! How histories end: a dot on the line of its kind of end below the ladder, or on the rung of war.

use super::course::{Course, End, Way};
use super::layout::Layout;
use super::scene::Scene;
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, bold, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::style::{INK, MUTED, OUTLINE, PAPER, line_colour};
use crate::report::words::NO_CRISIS;

/// The radius of a dot, of the size of a label, and the light around it.
const DOT: f64 = 0.34;
const LIGHT: f64 = 1.2;
/// Between the middles of dots side by side.
const APART: f64 = 0.85;

/// Draws the ends.
pub fn draw(canvas: &Canvas, layout: &Layout, scene: &Scene) -> Result<(), Error> {
    let label = canvas.sizes.label;
    let edge = xy(layout.left, layout.quiet);
    canvas.line(edge, xy(layout.axis.right, layout.quiet), OUTLINE, 1.0)?;
    let at = xy(layout.left, layout.quiet_name);
    lines(canvas, &[NO_CRISIS], at, bold(label), INK, Align::Left)?;
    for &(way, y) in &layout.ways {
        let at = xy(layout.left, y);
        lines(
            canvas,
            &[way.label()],
            at,
            regular(label),
            MUTED,
            Align::Left,
        )?;
    }
    for (lane, course) in scene.courses.iter().enumerate() {
        if course.end != End::GoesOn {
            let aside = aside(&scene.courses[..lane], course) * label;
            let at = layout.end(course, lane);
            let at = xy(at.x + aside, at.y);
            canvas.dot(at, DOT * label, line_colour(course.outcome), (PAPER, LIGHT))?;
        }
    }
    Ok(())
}

/// How far the dot of a history without a crisis stands to the right of those before it, as a
/// multiple of the size of a label: it has no day, and all can be counted so.
fn aside(before: &[Course], course: &Course) -> f64 {
    if course.way() != Way::NeverBegun {
        return 0.0;
    }
    let others = before.iter().filter(|other| other.way() == Way::NeverBegun);
    others.count() as f64 * APART
}
