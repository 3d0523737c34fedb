//! How much closer together two letters stand than their widths say, as the font has it.

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, Tag};

/// The pairs of a face that are kerned.
pub struct Kerning<'f> {
    /// Lookups, which add up, of tables, of which the first that knows a pair settles it.
    lookups: Vec<Vec<PairAdjustment<'f>>>,
}

impl<'f> Kerning<'f> {
    /// Reads what a face says of pairs; a face may say nothing.
    pub fn of(face: &Face<'f>) -> Self {
        let lookups = face.tables().gpos.and_then(|table| {
            let feature = table.features.find(Tag::from_bytes(b"kern"))?;
            let lookups = feature
                .lookup_indices
                .into_iter()
                .filter_map(|at| table.lookups.get(at));
            Some(
                lookups
                    .map(|lookup| lookup.subtables.into_iter().filter_map(of_pairs).collect())
                    .collect(),
            )
        });
        Self {
            lookups: lookups.unwrap_or_default(),
        }
    }

    /// Extra distance between two glyphs, in units of the font; mostly negative.
    pub fn between(&self, glyph: GlyphId, next: GlyphId) -> i32 {
        self.lookups
            .iter()
            .filter_map(|tables| tables.iter().find_map(|table| said(table, glyph, next)))
            .map(i32::from)
            .sum()
    }
}

/// A table, where it is about pairs.
fn of_pairs(table: PositioningSubtable<'_>) -> Option<PairAdjustment<'_>> {
    if let PositioningSubtable::Pair(pairs) = table {
        Some(pairs)
    } else {
        None
    }
}

/// What a table says of a pair, if it knows it.
fn said(table: &PairAdjustment<'_>, glyph: GlyphId, next: GlyphId) -> Option<i16> {
    let at = table.coverage().get(glyph)?;
    let (first, _) = match table {
        PairAdjustment::Format1 { sets, .. } => sets.get(at)?.get(next)?,
        PairAdjustment::Format2 {
            classes, matrix, ..
        } => matrix.get((classes.0.get(glyph), classes.1.get(next)))?,
    };
    Some(first.x_advance)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::chart::backend::font::{Weight, face};

    #[test]
    fn what_leans_away_from_its_neighbour_moves_closer() {
        for weight in [Weight::Regular, Weight::Bold] {
            let face = face(weight).unwrap();
            let kerning = Kerning::of(&face);
            let between = |pair: [char; 2]| {
                let [glyph, next] = pair.map(|c| face.glyph_index(c).unwrap());
                kerning.between(glyph, next)
            };
            for pair in [['A', 'V'], ['T', 'o'], ['P', '.'], ['y', ','], ['Г', 'а']] {
                assert!(
                    (-600..-50).contains(&between(pair)),
                    "{pair:?} {}",
                    between(pair)
                );
            }
            for pair in [['H', 'H'], ['n', 'n'], ['0', ' ']] {
                assert_eq!(between(pair), 0, "{pair:?}");
            }
        }
    }
}
