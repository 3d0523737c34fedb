//! What is said of acts: who and when, and what pulled.

use super::layout::Layout;
use super::scene::{Entry, Scene};
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, bold, regular, xy};
use crate::report::chart::shapes::mark_of;
use crate::report::chart::style::{INK, LEADING, MIDDLE, MUTED, PAPER};

/// Between two acts, in lines.
const APART: f64 = 0.45;
/// How far reasons stand in, as a multiple of the size of a label.
const INDENT: f64 = 1.8;
/// The radius of the mark of an act, likewise.
const MARK: f64 = 0.62;
/// How much larger than a label it is said, where there is room.
const LARGER: f64 = 10.0 / 9.0;

/// Draws what is said, as far as there is room.
pub fn draw(canvas: &Canvas, layout: &Layout, scene: &Scene) -> Result<(), Error> {
    let set = regular(size(canvas, layout, scene));
    let line = set.size * LEADING;
    let mut top = layout.panel.top;
    let mut said = 0;
    for entry in &scene.entries {
        let written = Written::new(canvas, layout, entry, set.size);
        let left = scene.entries.len() - said - 1;
        let is_more = left > 0 || scene.later.is_some();
        let needed = written.lines() as f64 * line + if is_more { 1.5 * line } else { 0.0 };
        if top + needed > layout.panel.bottom {
            break;
        }
        top = written.draw(canvas, layout, top)? + APART * line;
        said += 1;
    }
    let more = scene.entries.len() - said;
    let acts = match more {
        0 => None,
        1 => Some("and 1 more act".to_owned()),
        _ => Some(format!("and {more} more acts")),
    };
    let words: Vec<&str> = acts
        .iter()
        .chain(&scene.later)
        .map(String::as_str)
        .collect();
    let at = xy(layout.panel.left, top + set.size);
    let width = layout.panel.right - layout.panel.left;
    let words = canvas.ruler.cut(&words.join("; "), set, width);
    canvas.text(&words, at, set, MUTED, Align::Left)
}

/// The size of what is said: larger than a label where all of it has room so.
fn size(canvas: &Canvas, layout: &Layout, scene: &Scene) -> f64 {
    let label = canvas.sizes.label;
    let larger = label * LARGER;
    let entries = scene.entries.iter();
    let lines: usize = entries
        .map(|entry| Written::new(canvas, layout, entry, larger).lines())
        .sum();
    let gaps = APART * scene.entries.len() as f64;
    let needed = (lines as f64 + gaps + 1.5) * larger * LEADING;
    if needed <= layout.panel.bottom - layout.panel.top {
        larger
    } else {
        label
    }
}

/// What is said of an act, in lines.
struct Written<'e> {
    entry: &'e Entry,
    head: String,
    reasons: Vec<String>,
    size: f64,
}

impl<'e> Written<'e> {
    fn new(canvas: &Canvas, layout: &Layout, entry: &'e Entry, size: f64) -> Self {
        let width = layout.panel.right - layout.panel.left - INDENT * size;
        let head = canvas.ruler.cut_middle(&entry.head, bold(size), width);
        let reasons = entry
            .reasons
            .iter()
            .flat_map(|reason| canvas.ruler.wrap(reason, regular(size), width, 2))
            .collect();
        Self {
            entry,
            head,
            reasons,
            size,
        }
    }

    fn lines(&self) -> usize {
        1 + self.reasons.len()
    }

    /// Draws it from an upper edge down; gives its lower edge.
    fn draw(&self, canvas: &Canvas, layout: &Layout, top: f64) -> Result<f64, Error> {
        let size = self.size;
        let left = layout.panel.left;
        let inner = left + INDENT * size;
        let mut baseline = top + size;
        let colour = self.entry.colour;
        if let Some(mark) = self.entry.mark {
            let radius = MARK * size;
            let centre = xy(left + radius, baseline - MIDDLE * size);
            let side = self.entry.side;
            mark_of(canvas, side, (centre, radius), colour, (PAPER, 0.5))?;
            let at = xy(centre.x, baseline);
            canvas.text(&mark.to_string(), at, bold(size), PAPER, Align::Centre)?;
        }
        canvas.text(
            &self.head,
            xy(inner, baseline),
            bold(size),
            colour,
            Align::Left,
        )?;
        for reason in &self.reasons {
            baseline += size * LEADING;
            canvas.text(reason, xy(inner, baseline), regular(size), INK, Align::Left)?;
        }
        Ok(baseline + size * (LEADING - 1.0))
    }
}
