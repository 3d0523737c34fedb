//! The names of the rungs at the left, and thin lines between them.

use super::layout::Layout;
use super::rows::Row;
use super::scene::Scene;
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::{GRID, INK, LEADING};

/// Maximum lines of a name.
const MOST_LINES: f64 = 2.0;

/// Draws the rungs: all names where there is room, else those of the opening, the record and the
/// top first.
pub fn draw(
    canvas: &Canvas,
    layout: &Layout,
    rungs: &ChartRungs<'_>,
    scene: &Scene,
) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    let line = set.size * LEADING;
    for row in &layout.rows {
        let from = xy(layout.left, row.bottom);
        canvas.line(from, xy(layout.axis.right, row.bottom), GRID, 1.0)?;
    }
    let mut taken: Vec<f64> = Vec::new();
    for row in by_weight(layout, rungs, scene) {
        let middle = row.name();
        let is_free = taken.iter().all(|other| (other - middle).abs() >= line);
        let is_above = middle + line / 2.0 <= layout.quiet + 1.0;
        if !(is_free && is_above) {
            continue;
        }
        taken.push(middle);
        let most = ((row.bottom - row.top - row.record) / line).clamp(1.0, MOST_LINES) as usize;
        let width = layout.axis.left - layout.left - set.size * 0.6;
        let words = canvas.ruler.label(rungs.labels[row.rung], set, width, most);
        lines(
            canvas,
            &words,
            xy(layout.left, middle),
            set,
            INK,
            Align::Left,
        )?;
    }
    Ok(())
}

/// The rows, those first whose names matter most: of the record, of the first act, the highest, and
/// then by turns from the top down.
fn by_weight<'l>(layout: &'l Layout, rungs: &ChartRungs<'_>, scene: &Scene) -> Vec<&'l Row> {
    let highest = layout.rows.first().map(|first| first.rung);
    let mut rows: Vec<&Row> = layout.rows.iter().collect();
    rows.sort_by_key(|row| match row.rung {
        rung if scene.record.iter().any(|act| act.1 == rung) => 0,
        rung if rungs.opening == Some(rung) => 1,
        rung if highest == Some(rung) => 2,
        _ => 3,
    });
    rows
}
