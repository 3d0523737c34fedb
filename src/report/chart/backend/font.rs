//! The embedded font: how wide a text is, and how to make it fit.

use ttf_parser::{Face, GlyphId};

use super::fault::fault;
use crate::error::Error;

/// What text is set in: the embedded font first, then what a reader without it is likely to have.
pub const FAMILY: &str = "Inter, Helvetica, Arial, sans-serif";
/// The name the font gives itself.
pub const NAME: &str = "Inter";
/// The face of running text.
const REGULAR: &[u8] = include_bytes!("font/Inter-Regular.otf");
/// The face of titles and of the numbers that matter most.
const BOLD: &[u8] = include_bytes!("font/Inter-Bold.otf");
/// What stands for the rest of a text that was cut.
const ELLIPSIS: char = '…';
/// Trailing characters to keep when a name is cut.
const TAIL: usize = 12;

/// Which face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Emphasis.
    Bold,
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// In points.
    pub size: f64,
    /// The face.
    pub weight: Weight,
}

/// Running text of a size.
pub const fn regular(size: f64) -> Type {
    Type {
        size,
        weight: Weight::Regular,
    }
}

/// Bold text of a size.
pub const fn bold(size: f64) -> Type {
    Type {
        size,
        weight: Weight::Bold,
    }
}

/// The file of a face.
pub const fn bytes(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => REGULAR,
        Weight::Bold => BOLD,
    }
}

/// A face, ready to be read.
pub fn face(weight: Weight) -> Result<Face<'static>, Error> {
    Face::parse(bytes(weight), 0).map_err(fault)
}

/// Measures text with the embedded font.
pub struct Ruler {
    regular: Face<'static>,
    bold: Face<'static>,
}

impl Ruler {
    /// Reads the two faces.
    pub fn new() -> Result<Self, Error> {
        Ok(Self {
            regular: face(Weight::Regular)?,
            bold: face(Weight::Bold)?,
        })
    }

    /// How wide a text is, in points, at most: kerning, which mostly narrows, is left out, and a
    /// character that the font lacks counts as a square.
    pub fn width(&self, text: &str, set: Type) -> f64 {
        let font = if set.weight == Weight::Bold {
            &self.bold
        } else {
            &self.regular
        };
        text.chars().map(|c| f64::from(ems(font, c))).sum::<f64>() * set.size
    }

    /// The text, cut with an ellipsis where it is wider than `width`.
    pub fn cut(&self, text: &str, set: Type, width: f64) -> String {
        if self.width(text, set) <= width {
            return text.to_owned();
        }
        let mut kept = self.as_much(text, set, width);
        while kept.pop().is_some() {
            let shown = format!("{}{ELLIPSIS}", kept.trim_end());
            if self.width(&shown, set) <= width {
                return shown;
            }
        }
        String::new()
    }

    /// The beginning of a text, as much as may fit and hardly more: of a very long one little is
    /// left to look at.
    fn as_much(&self, text: &str, set: Type, width: f64) -> String {
        let mut room = width + set.size;
        text.chars()
            .take_while(|c| {
                room -= self.width(c.encode_utf8(&mut [0; 4]), set);
                room >= 0.0
            })
            .collect()
    }

    /// The text, cut where it is wider than `width`, but for its end: names may differ in that
    /// alone.
    pub fn cut_middle(&self, text: &str, set: Type, width: f64) -> String {
        if self.width(text, set) <= width {
            return text.to_owned();
        }
        let length = text.chars().count();
        let tail: String = text.chars().skip(length.saturating_sub(TAIL)).collect();
        // Whole words, where the last are short enough.
        let tail = tail
            .split_once(char::is_whitespace)
            .map_or(tail.as_str(), |(_, words)| words)
            .trim_start();
        let mut kept: String = text.chars().take(length - tail.chars().count()).collect();
        kept = self.as_much(&kept, set, width);
        while kept.pop().is_some() {
            let shown = format!("{}{ELLIPSIS}{tail}", kept.trim_end());
            if !kept.trim().is_empty() && self.width(&shown, set) <= width {
                return shown;
            }
        }
        self.cut(text, set, width)
    }

    /// The text in lines no wider than `width`, broken between words; what does not fit on the last
    /// of `most` is cut.
    pub fn wrap(&self, text: &str, set: Type, width: f64, most: usize) -> Vec<String> {
        self.broken(text, set, width, most)
            .iter()
            .map(|line| self.cut(line, set, width))
            .collect()
    }

    /// A name in lines, as even as can be; what does not fit is cut, but for its end.
    pub fn label(&self, text: &str, set: Type, width: f64, most: usize) -> Vec<String> {
        let lines = self.balance(text, set, width, most);
        if !lines.iter().any(|line| line.ends_with(ELLIPSIS)) {
            return lines;
        }
        self.broken(text, set, width, most)
            .iter()
            .map(|line| self.cut_middle(line, set, width))
            .collect()
    }

    /// The text in no more than so many lines, the last as long as it takes.
    pub fn broken(&self, text: &str, set: Type, width: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let full = lines.len() >= most;
            match lines.last_mut() {
                Some(line) if full || self.width(&format!("{line} {word}"), set) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    /// Whether the font has a character.
    pub fn has(&self, c: char) -> bool {
        self.regular.glyph_index(c).is_some() && self.bold.glyph_index(c).is_some()
    }

    /// As [`Self::wrap`], with lines of more even length: no word stands alone that need not.
    pub fn balance(&self, text: &str, set: Type, width: f64, most: usize) -> Vec<String> {
        let mut lines = self.wrap(text, set, width, most);
        for narrower in [0.9, 0.8, 0.7, 0.6, 0.5] {
            let tighter = self.wrap(text, set, width * narrower, most);
            if tighter.len() > lines.len() || tighter.iter().any(|line| line.ends_with(ELLIPSIS)) {
                break;
            }
            lines = tighter;
        }
        lines
    }

    /// The size, or as much less as it takes to bring the text to `width`; never less than `least`.
    pub fn fitting_size(&self, text: &str, set: Type, width: f64, least: f64) -> Type {
        let natural = self.width(text, set).max(f64::MIN_POSITIVE);
        // To tenths of a point, downwards: neighbouring texts then often agree.
        let fitted = (set.size * (width / natural).min(1.0) * 10.0).floor() / 10.0;
        Type {
            size: fitted.max(least).min(set.size),
            ..set
        }
    }

    /// As [`Self::fitting_size`], then cut: fits for certain. The caller knows what its medium can
    /// still be read at.
    pub fn fit(&self, text: &str, set: Type, width: f64, least: f64) -> (String, Type) {
        let set = self.fitting_size(text, set, width, least);
        (self.cut(text, set, width), set)
    }
}

/// How wide a character is, as a multiple of the size: a square where the font lacks it.
fn ems(font: &Face<'_>, c: char) -> f32 {
    let em = f32::from(font.units_per_em());
    let advance = match font.glyph_index(c) {
        Some(glyph) => f32::from(font.glyph_hor_advance(glyph).unwrap_or(0)),
        None => f32::from(font.glyph_hor_advance(GlyphId(0)).unwrap_or(0)).max(em),
    };
    advance / em
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_fits_and_says_so() {
        let ruler = Ruler::new().unwrap();
        let name = "A name that goes on and on ".repeat(5);
        let cut = ruler.cut(&name, regular(15.0), 300.0);
        assert!(cut.ends_with('…') && ruler.width(&cut, regular(15.0)) <= 300.0);
        assert_eq!(ruler.cut("short", regular(15.0), 300.0), "short");
        assert_eq!(ruler.cut("none", regular(15.0), 1.0), "");
    }

    #[test]
    fn names_that_differ_at_their_ends_still_do_when_cut() {
        let ruler = Ruler::new().unwrap();
        let name =
            |at: usize| format!("Strike on a military target of the other side, number {at}");
        let cut: Vec<String> = (1..=2)
            .map(|at| ruler.cut_middle(&name(at), regular(14.0), 180.0))
            .collect();
        assert!(cut[0] != cut[1] && cut[0].ends_with("…number 1"), "{cut:?}");
        assert!(
            cut.iter()
                .all(|cut| ruler.width(cut, regular(14.0)) <= 180.0)
        );
        let lines = ruler.label(&name(1), regular(14.0), 120.0, 2);
        assert!(lines.len() == 2 && lines[1].ends_with('1'), "{lines:?}");
    }

    #[test]
    fn lines_break_between_words_and_the_last_is_cut() {
        let ruler = Ruler::new().unwrap();
        assert_eq!(
            ruler.wrap("Each side strikes once", regular(18.0), 180.0, 2),
            ["Each side strikes", "once"]
        );
        assert_eq!(
            ruler.balance("Each side strikes once", regular(18.0), 180.0, 2),
            ["Each side", "strikes once"]
        );
        let lines = ruler.wrap(&"word ".repeat(50), regular(18.0), 200.0, 2);
        assert!(lines.len() == 2 && lines[1].ends_with('…'));
        assert!(
            lines
                .iter()
                .all(|line| ruler.width(line, regular(18.0)) <= 200.0)
        );
    }

    #[test]
    fn the_font_has_what_charts_say() {
        let ruler = Ruler::new().unwrap();
        for c in "Łódź Ærø Ωμέγα Київ – … ≤ ≥ ≈ × − → ½ ₂ ³ “” ‘’ €".chars()
        {
            assert!(ruler.has(c), "{c}");
        }
    }
}
