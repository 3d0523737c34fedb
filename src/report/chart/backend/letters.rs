//! Text as outlines: the glyphs of the embedded font side by side, kerned, as readers of SVG set
//! it.
//!
//! The font asks for no more than that: it has no ligatures, and no marks that go above or below a
//! letter.

use tiny_skia::{Path, PathBuilder};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

use super::font::{Weight, face};
use super::kerning::Kerning;
use super::picture::{Align, TENTHS, TextMark};
use crate::error::Error;

/// Shows only where a line breaks at it, which none does.
const SOFT_HYPHEN: char = '\u{ad}';

/// The two faces, ready to set text.
pub struct Letters {
    regular: Typeface,
    bold: Typeface,
}

struct Typeface {
    face: Face<'static>,
    kerning: Kerning<'static>,
}

impl Letters {
    /// Reads the two faces.
    pub fn new() -> Result<Self, Error> {
        Ok(Self {
            regular: Typeface::new(Weight::Regular)?,
            bold: Typeface::new(Weight::Bold)?,
        })
    }

    /// The outlines of a text where it stands, in tenths of a point; none where there is nothing to
    /// see.
    pub fn outlines(&self, text: &TextMark) -> Option<Path> {
        let typeface = if text.set.weight == Weight::Bold {
            &self.bold
        } else {
            &self.regular
        };
        let (glyphs, width) = typeface.line(&text.words);
        let scale = text.set.size * TENTHS / f64::from(typeface.face.units_per_em());
        let before = match text.align {
            Align::Left => 0.0,
            Align::Centre => width / 2.0,
            Align::Right => width,
        };
        let (x, y) = text.baseline();
        let mut path = PathBuilder::new();
        for (glyph, at) in glyphs {
            let origin = ((x + (at - before) * scale) as f32, y as f32);
            // A blank has no outline.
            let _ = typeface.face.outline_glyph(
                glyph,
                &mut Pen {
                    path: &mut path,
                    origin,
                    scale: scale as f32,
                },
            );
        }
        path.finish()
    }
}

impl Typeface {
    fn new(weight: Weight) -> Result<Self, Error> {
        let face = face(weight)?;
        let kerning = Kerning::of(&face);
        Ok(Self { face, kerning })
    }

    /// The glyphs of a line, each with its distance from the left end, and how wide the line is, in
    /// units of the font.
    fn line(&self, words: &str) -> (Vec<(GlyphId, f64)>, f64) {
        let mut line = Vec::<(GlyphId, f64)>::new();
        let mut width = 0;
        for glyph in shown(words)
            .chars()
            .map(|c| self.face.glyph_index(c).unwrap_or_default())
        {
            width += line
                .last()
                .map_or(0, |&(before, _)| self.kerning.between(before, glyph));
            line.push((glyph, f64::from(width)));
            width += i32::from(self.face.glyph_hor_advance(glyph).unwrap_or(0));
        }
        (line, f64::from(width))
    }
}

/// What is seen of a text in an SVG: of several blanks one, and none at its ends.
fn shown(words: &str) -> String {
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").replace(SOFT_HYPHEN, "")
}

/// Draws a glyph, whose heights go upwards, onto a picture, whose heights go downwards.
struct Pen<'p> {
    path: &'p mut PathBuilder,
    origin: (f32, f32),
    scale: f32,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (
            self.origin.0 + x * self.scale,
            self.origin.1 - y * self.scale,
        )
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (x1, y1) = self.at(x1, y1);
        let (x, y) = self.at(x, y);
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (x1, y1) = self.at(x1, y1);
        let (x2, y2) = self.at(x2, y2);
        let (x, y) = self.at(x, y);
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_asks_for_no_more_than_kerning() {
        for weight in [Weight::Regular, Weight::Bold] {
            let face = face(weight).unwrap();
            let [moves, replaces] = [face.tables().gpos, face.tables().gsub].map(|table| {
                table
                    .unwrap()
                    .features
                    .into_iter()
                    .map(|feature| feature.tag.to_string())
                    .collect::<Vec<_>>()
            });
            // Figures of one width are drawn where they are asked for, and charts do not ask.
            assert_eq!(
                (moves, replaces),
                (vec!["kern".to_owned()], vec!["tnum".to_owned()])
            );
            assert!(!('\u{300}'..='\u{36f}').any(|mark| face.glyph_index(mark).is_some()));
        }
    }

    #[test]
    fn of_blanks_as_much_is_seen_as_in_an_svg() {
        assert_eq!(
            shown("  two  words\u{ad}and\u{a0} more "),
            "two wordsand\u{a0} more"
        );
    }
}
