//! What charts are drawn on: it takes down the marks of a picture, in the order in which they are
//! drawn.

use std::cell::RefCell;

use plotters::style::{Color, RGBColor};

use super::fault::{fault, room};
use super::font::{Ruler, Type};
use super::picture::{Align, Mark, Picture, PointInTenths, TENTHS, TOP_TO_BASELINE, TextMark};
use super::position::{Position, xy};
use crate::error::Error;
use crate::report::chart::style::Sizes;

/// Stands for what the font lacks.
const LACKING: char = '?';

/// How far away, in points, nothing can be drawn: what comes that far is no number, or a fault.
const FAR: f64 = 1e6;

/// A rectangle, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

/// A place to draw on, in points from the upper left corner. What has no place, since a number is
/// none, is an error.
pub struct Canvas {
    marks: RefCell<Vec<Mark>>,
    /// Measures text before it is set.
    pub ruler: Ruler,
    /// The sizes of text.
    pub sizes: Sizes,
}

impl Canvas {
    /// Sets a line of text that stands on a baseline there.
    pub fn text(
        &self,
        text: &str,
        baseline: Position,
        set: Type,
        colour: RGBColor,
        align: Align,
    ) -> Result<(), Error> {
        let top = tenths(xy(baseline.x, baseline.y - TOP_TO_BASELINE * set.size))?;
        // What the font lacks would be a striped box: a warning says so, see [`can_draw`].
        let words = drawable(text)
            .chars()
            .map(|c| if self.ruler.has(c) { c } else { LACKING })
            .collect();
        self.mark(Mark::Text(TextMark {
            words,
            top,
            set,
            colour,
            align,
        }));
        Ok(())
    }

    /// Fills a rectangle and outlines it, the outline inside.
    pub fn bar(
        &self,
        area: Area,
        fill: RGBColor,
        outline: RGBColor,
        width: f64,
    ) -> Result<(), Error> {
        self.fill(area, outline)?;
        let Area {
            left,
            top,
            right,
            bottom,
        } = area;
        let inner = Area {
            left: left + width,
            top: top + width,
            right: right - width,
            bottom: bottom - width,
        };
        // Where the outline meets itself nothing is left to fill.
        if inner.left < inner.right && inner.top < inner.bottom {
            self.fill(inner, fill)
        } else {
            Ok(())
        }
    }

    /// Fills a rectangle.
    pub fn fill(&self, area: Area, colour: RGBColor) -> Result<(), Error> {
        let corners = [
            tenths(xy(area.left, area.top))?,
            tenths(xy(area.right, area.bottom))?,
        ];
        self.mark(Mark::Rectangle { corners, colour });
        Ok(())
    }

    /// Draws a straight line.
    pub fn line(
        &self,
        from: Position,
        to: Position,
        colour: RGBColor,
        width: f64,
    ) -> Result<(), Error> {
        self.path(&[from, to], colour, width)
    }

    /// Draws a line through points.
    pub fn path(&self, points: &[Position], colour: RGBColor, width: f64) -> Result<(), Error> {
        self.mark(Mark::Line {
            points: all_tenths(points)?,
            colour,
            width: length(width),
        });
        Ok(())
    }

    /// Fills what points enclose.
    pub fn shape(&self, points: &[Position], colour: RGBColor) -> Result<(), Error> {
        self.translucent(points, colour, 1.0)
    }

    /// Fills what points enclose so that what lies below shows through: `part` of the colour, 0 to
    /// 1.
    pub fn translucent(
        &self,
        points: &[Position],
        colour: RGBColor,
        part: f64,
    ) -> Result<(), Error> {
        self.mark(Mark::Shape {
            points: all_tenths(points)?,
            colour: colour.mix(part),
        });
        Ok(())
    }

    /// Fills a circle and outlines it.
    pub fn dot(
        &self,
        centre: Position,
        radius: f64,
        fill: RGBColor,
        outline: (RGBColor, f64),
    ) -> Result<(), Error> {
        let outline = (outline.0, length(outline.1));
        self.mark(Mark::Dot {
            centre: tenths(centre)?,
            radius: length(radius),
            fill,
            outline,
        });
        Ok(())
    }

    fn mark(&self, mark: Mark) {
        self.marks.borrow_mut().push(mark); // no other borrow outlives a call
    }
}

impl Picture {
    /// The picture of what `draw` draws with text of these sizes, with its title and a description
    /// in words for those who cannot see it.
    pub(in crate::report::chart) fn draw(
        sizes: Sizes,
        title: &str,
        description: &str,
        draw: impl FnOnce(&Canvas) -> Result<(), Error>,
    ) -> Result<Self, Error> {
        room()?;
        let canvas = Canvas {
            marks: RefCell::default(),
            ruler: Ruler::new()?,
            sizes,
        };
        draw(&canvas)?;
        Ok(Self {
            title: drawable(title),
            description: drawable(description),
            marks: canvas.marks.into_inner(),
        })
    }
}

/// Whether charts can show all of a text: whether the font has its characters.
///
/// # Errors
/// [`Error::Fault`] where the font cannot be read, which is the program's fault.
pub fn can_draw(text: &str) -> Result<bool, Error> {
    let ruler = Ruler::new()?;
    Ok(drawable(text).chars().all(|c| ruler.has(c)))
}

/// Whether the font has any of the letters of a text, where it has letters.
pub fn has_some_letters(ruler: &Ruler, text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphanumeric()).peekable();
    letters.peek().is_none() || letters.any(|c| ruler.has(c))
}

fn tenths(Position { x, y }: Position) -> Result<PointInTenths, Error> {
    if !(x.abs() < FAR && y.abs() < FAR) {
        return Err(fault(format!("there is no place ({x}, {y})")));
    }
    Ok(((x * TENTHS).round() as i32, (y * TENTHS).round() as i32))
}

fn all_tenths(points: &[Position]) -> Result<Vec<PointInTenths>, Error> {
    points.iter().copied().map(tenths).collect()
}

fn length(points: f64) -> u32 {
    (points * TENTHS).round() as u32
}

/// The text without what XML forbids, what breaks a line and what turns the direction of the words
/// around it.
fn drawable(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}') { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::chart::backend::font::regular;
    use crate::report::chart::style::INK;

    #[test]
    fn what_has_no_place_is_an_error_and_no_panic() {
        const NOWHERE: Position = xy(f64::NAN, 0.0);
        for draw in [
            |canvas: &Canvas| canvas.text("words", NOWHERE, regular(14.0), INK, Align::Left),
            |canvas: &Canvas| canvas.line(xy(0.0, 0.0), xy(f64::INFINITY, 0.0), INK, 1.0),
            |canvas: &Canvas| canvas.shape(&[NOWHERE; 3], INK),
            |canvas: &Canvas| canvas.dot(NOWHERE, 5.0, INK, (INK, 1.0)),
        ] {
            assert_eq!(
                Picture::draw(Sizes::SLIDE, "title", "description", draw)
                    .unwrap_err()
                    .exit_code(),
                70
            );
        }
    }
}
