//! What values of the axes of a map stand for: "no contact", "usual", "perfect".

use super::Map;
use super::place::along;
use crate::error::Error;
use crate::numerals::number;
use crate::report::chart::backend::{Align, Canvas, regular, xy};
use crate::report::chart::style::MUTED;

/// Between the words of two values.
const APART: f64 = 14.0;

/// What a value stands for, and where it is, counted in cells.
pub struct PlacedAnchor {
    /// Columns from the left, or rows from the foot.
    pub place: f64,
    /// In words.
    pub words: String,
}

/// What values of the axis across stand for: those of both ends first, then those between.
pub fn anchors(map: &Map<'_>) -> Vec<PlacedAnchor> {
    let words = &map.words[0];
    let values = map.sorted(0);
    let last = values.len().saturating_sub(1);
    let ends = [0, last].into_iter().filter_map(|at| {
        let words = words.means(*values.get(at)?)?;
        Some(PlacedAnchor {
            place: at as f64,
            words,
        })
    });
    let inner = words.anchors().into_iter().filter_map(|anchor| {
        let place = along(&values, anchor.value)?;
        let words = if place.fract() == 0.0 {
            anchor.words.to_owned()
        } else {
            format!("{}: {}", number(anchor.value), anchor.words)
        };
        (place > 0.0 && place < last as f64).then_some(PlacedAnchor { place, words })
    });
    ends.chain(inner).collect()
}

/// Draws what values of the axis across stand for, below their figures and clear of each other.
pub fn anchors_across(canvas: &Canvas, map: &Map<'_>, top: f64) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    let mut taken: Vec<[f64; 2]> = Vec::new();
    for anchor in anchors(map) {
        let half = canvas.ruler.width(&anchor.words, set) / 2.0;
        let x = map.area.left + (anchor.place + 0.5) * map.size().wide;
        let most = map.body.right - half;
        let middle = x.clamp(map.area.left.min(most - 1.0) + half, most);
        let span = [middle - half - APART, middle + half + APART];
        let is_free = taken
            .iter()
            .all(|other| span[1] <= other[0] || other[1] <= span[0]);
        if is_free {
            taken.push(span);
            let baseline = xy(middle, top + set.size * 0.8);
            canvas.text(&anchor.words, baseline, set, MUTED, Align::Centre)?;
        }
    }
    Ok(())
}

/// What values of the upward axis stand for that lie between its figures.
pub fn between(map: &Map<'_>) -> Vec<PlacedAnchor> {
    let values = map.sorted(1);
    let anchors = map.words[1].anchors().into_iter();
    let placed = anchors.filter_map(|anchor| {
        let place = along(&values, anchor.value)?;
        let words = format!("{}  {}", anchor.words, number(anchor.value));
        (place.fract() != 0.0).then_some(PlacedAnchor { place, words })
    });
    placed.collect()
}
