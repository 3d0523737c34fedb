//! The names of rungs, as large as their rows let them be.

use super::ladder::{Ladder, Rung};
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, Position, Type, regular, xy};
use crate::report::chart::style::{INK, LEADING, MIDDLE, MUTED};

/// Between a name and its mark on one line, as a multiple of their size.
const SPACE: f64 = 0.7;
/// How much of the height of a row its name may take.
const FILLED: f64 = 0.94;

/// How names are set.
#[derive(Clone, Copy)]
struct Setting {
    set: Type,
    lines: usize,
    /// Whether the mark of a rung stands below its name, not beside it.
    below: bool,
}

/// The names, set.
pub struct Labels {
    setting: Setting,
    names: Vec<Vec<String>>,
    /// How wide they are.
    pub width: f64,
}

impl Labels {
    /// Names for rows of this height, no wider than `most`.
    pub fn new(canvas: &Canvas, ladder: &Ladder<'_>, row: f64, most: f64) -> Self {
        let sizes = canvas.sizes;
        let mut fallback = None;
        for (size, lines, below) in [
            (sizes.lead, 1, true),
            (sizes.lead, 2, true),
            (sizes.label, 2, true),
            (sizes.lead, 1, false),
            (sizes.label, 1, false),
        ] {
            let setting = Setting {
                set: regular(size),
                lines,
                below,
            };
            if setting.height(canvas, ladder) > row * FILLED
                && (lines > 1 || below || size > sizes.label)
            {
                continue;
            }
            let labels = Self::set(canvas, ladder, setting, most);
            if labels.whole() {
                return labels;
            }
            fallback.get_or_insert(labels);
        }
        let least = Setting {
            set: regular(sizes.label),
            lines: 1,
            below: false,
        };
        fallback.unwrap_or_else(|| Self::set(canvas, ladder, least, most))
    }

    fn set(canvas: &Canvas, ladder: &Ladder<'_>, setting: Setting, most: f64) -> Self {
        let names: Vec<Vec<String>> = ladder
            .rungs
            .iter()
            .map(|rung| {
                let width = most - setting.beside(canvas, rung);
                canvas
                    .ruler
                    .label(rung.label, setting.set, width, setting.lines)
            })
            .collect();
        let mark = regular(canvas.sizes.label);
        let mut width: f64 = 0.0;
        for (rung, lines) in ladder.rungs.iter().zip(&names) {
            for line in lines {
                let beside = setting.beside(canvas, rung);
                width = width.max(canvas.ruler.width(line, setting.set) + beside);
            }
            if setting.below {
                width = width.max(canvas.ruler.width(&rung.mark, mark).min(most));
            }
        }
        Self {
            setting,
            names,
            width,
        }
    }

    /// Whether no name was cut.
    fn whole(&self) -> bool {
        !self.names.iter().flatten().any(|line| line.contains('…'))
    }

    /// Sets the name and the mark of a row around its middle.
    pub fn draw(
        &self,
        canvas: &Canvas,
        at: usize,
        rung: &Rung<'_>,
        place: Position,
    ) -> Result<(), Error> {
        let Some(names) = self.names.get(at) else {
            return Ok(());
        };
        let set = self.setting.set;
        let small = regular(canvas.sizes.label);
        let mark = if self.setting.below && !rung.mark.is_empty() {
            small.size * LEADING
        } else {
            0.0
        };
        let height = (names.len().max(1) - 1) as f64 * set.size * LEADING + mark;
        let mut y = place.y - height / 2.0 + MIDDLE * set.size;
        let mut end = place.x;
        for (at, name) in names.iter().enumerate() {
            if at > 0 {
                y += set.size * LEADING;
            }
            canvas.text(name, xy(place.x, y), set, INK, Align::Left)?;
            end = place.x + canvas.ruler.width(name, set);
        }
        if rung.mark.is_empty() {
            return Ok(());
        }
        let (text, baseline) = if self.setting.below {
            let whole = fitting(canvas, &rung.mark, small, self.width);
            let text = canvas.ruler.cut(whole, small, self.width);
            (text, xy(place.x, y + mark))
        } else {
            (rung.mark.clone(), xy(end + set.size * SPACE, y))
        };
        canvas.text(&text, baseline, small, MUTED, Align::Left)
    }
}

impl Setting {
    /// The height of the highest name with its mark.
    fn height(self, canvas: &Canvas, ladder: &Ladder<'_>) -> f64 {
        let marked = self.below && ladder.rungs.iter().any(|rung| !rung.mark.is_empty());
        let mark = if marked { canvas.sizes.label } else { 0.0 };
        (self.lines as f64 * self.set.size + mark) * LEADING
    }

    /// How wide the mark beside a name is, with the space before it.
    fn beside(self, canvas: &Canvas, rung: &Rung<'_>) -> f64 {
        if self.below || rung.mark.is_empty() {
            return 0.0;
        }
        let mark = regular(canvas.sizes.label);
        canvas.ruler.width(&rung.mark, mark) + self.set.size * SPACE
    }
}

/// As many parts of a mark as have room, whole.
fn fitting<'m>(canvas: &Canvas, mark: &'m str, set: Type, width: f64) -> &'m str {
    let mut text = mark;
    while canvas.ruler.width(text, set) > width {
        let Some((first, _)) = text.rsplit_once("; ") else {
            break;
        };
        text = first;
    }
    text
}
