//! The names of the rungs at the left, thin lines between them, and where rungs are left out.

use super::layout::Layout;
use super::rows::Row;
use super::scene::Scene;
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::{GRID, INK, LEADING, MUTED};

/// Maximum lines of a name.
const MOST_LINES: f64 = 2.0;
/// The radius of a dot where rungs are left out, in points.
const DOT: f64 = 1.5;

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
        if row.left_out > 0 {
            let below = row.bottom + row.gap;
            let from = xy(layout.left, below);
            canvas.line(from, xy(layout.axis.right, below), GRID, 1.0)?;
        }
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
    gaps(canvas, layout, &taken)
}

/// Reports how many rungs are left out, or draws three dots where there is no room for words.
fn gaps(canvas: &Canvas, layout: &Layout, taken: &[f64]) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    let line = set.size * LEADING;
    for row in layout.rows.iter().filter(|row| row.left_out > 0) {
        let middle = row.bottom + row.gap / 2.0;
        let nearest = taken.iter().map(|other| (other - middle).abs());
        let nearest = nearest.fold(f64::INFINITY, f64::min);
        let words = match row.left_out {
            1 => "1 rung not reached".to_owned(),
            more => format!("{more} rungs not reached"),
        };
        let width = canvas.ruler.width(&words, set);
        let has_width = layout.left + width + set.size <= layout.axis.left;
        if has_width && row.gap >= line - 1.0 && nearest >= line - 1.0 {
            let at = xy(layout.left, middle);
            lines(canvas, &[words], at, set, MUTED, Align::Left)?;
        } else if nearest >= 0.6 * line {
            for dot in 0..3 {
                let x = layout.left + DOT * (1.0 + 4.0 * f64::from(dot));
                canvas.dot(xy(x, middle), DOT, MUTED, (MUTED, 0.0))?;
            }
        }
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
