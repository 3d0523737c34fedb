//! What stands below an axis: figures, what some of them stand for, its name, and where the
//! scenario stands.

use super::axis_scale::{AxisScale, TICK};
use crate::error::Error;
use crate::report::chart::backend::{
    Align, Area, Canvas, Position, Type, has_some_letters, regular, xy,
};
use crate::report::chart::style::{INK, LEADING, MUTED, OUTLINE};
use crate::report::words::{Anchor, AxisWords};
use crate::study::Standing;

/// Above the name.
const NAME_GAP: f64 = 6.0;
/// Between the name and what stands at its right.
const APART: f64 = 40.0;
/// Between the words of two values.
const ANCHORS_APART: f64 = 22.0;
/// Half the width of the mark of an own value, and its height.
const MARK: (f64, f64) = (6.0, 10.0);
/// What is said of a scale by ratios.
const RATIOS: &str = " (equal steps are equal ratios)";

/// What stands below an axis.
pub struct AxisFoot<'a> {
    /// The axis in words.
    pub words: &'a AxisWords,
    /// Where the scenario stands on it.
    pub base: &'a Standing,
    /// The edges of the figure.
    pub body: Area,
    /// Where the axis is.
    pub y: f64,
    /// Whether equal steps are equal ratios.
    pub is_log: bool,
}

/// The name of an axis in lines.
struct AxisName {
    lines: Vec<String>,
    set: Type,
}

impl AxisName {
    fn new(canvas: &Canvas, words: &AxisWords, is_log: bool, width: f64) -> Self {
        let sizes = canvas.sizes;
        let label = words.label();
        let label = if has_some_letters(&canvas.ruler, &label) {
            label
        } else {
            words.in_sentence()
        };
        let label = if is_log { label + RATIOS } else { label };
        let set = regular(sizes.lead);
        if canvas.ruler.width(&label, set) <= width {
            let lines = vec![label];
            return Self { lines, set };
        }
        let set = regular(sizes.label);
        Self {
            lines: canvas.ruler.label(&label, set, width, 2),
            set,
        }
    }

    fn height(&self) -> f64 {
        self.lines.len() as f64 * self.set.size * LEADING
    }

    fn first_width(&self, canvas: &Canvas) -> f64 {
        let first = self.lines.first().map_or("", String::as_str);
        canvas.ruler.width(first, self.set)
    }
}

impl<'a> AxisFoot<'a> {
    /// The foot of an axis in a figure, before it is known where the axis is.
    pub const fn new(words: &'a AxisWords, base: &'a Standing, body: Area, is_log: bool) -> Self {
        Self {
            words,
            base,
            body,
            y: 0.0,
            is_log,
        }
    }

    /// How high it is.
    pub fn height(&self, canvas: &Canvas) -> f64 {
        let label = canvas.sizes.label * LEADING;
        let anchors = if self.words.anchors().is_empty() {
            0.0
        } else {
            label
        };
        let name = self.name(canvas);
        let own = if self.has_own_line(canvas, &name) {
            label
        } else {
            0.0
        };
        TICK + label + anchors + NAME_GAP + name.height() + own
    }

    /// Draws it; `own` where it says where the scenario stands.
    pub fn draw(&self, canvas: &Canvas, along: &AxisScale<'_>, own: bool) -> Result<(), Error> {
        along.draw(canvas, self.y)?;
        if own {
            self.own_marks(canvas, along)?;
        }
        let label = canvas.sizes.label * LEADING;
        let mut y = self.y + TICK + label;
        if !self.words.anchors().is_empty() {
            self.anchors(canvas, along, y)?;
            y += label;
        }
        y += NAME_GAP;
        let name = self.name(canvas);
        let mut baseline = y + name.set.size * 0.9;
        let first = baseline;
        for line in &name.lines {
            canvas.text(line, xy(along.left, baseline), name.set, INK, Align::Left)?;
            baseline += name.set.size * LEADING;
        }
        match self.own_words(canvas) {
            Some(words) if own => {
                let below = self.has_own_line(canvas, &name);
                let baseline = if below { baseline } else { first };
                self.own(canvas, &words, baseline)
            }
            _ => Ok(()),
        }
    }

    fn name(&self, canvas: &Canvas) -> AxisName {
        let width = (self.body.right - self.body.left) * 0.9;
        AxisName::new(canvas, self.words, self.is_log, width)
    }

    /// Where the scenario stands, as far as names can be shown.
    fn own_words(&self, canvas: &Canvas) -> Option<String> {
        let words = self
            .words
            .own(self.base, |name| has_some_letters(&canvas.ruler, name))?;
        let width = self.body.right - self.body.left - 2.0 * MARK.0 - 8.0;
        let set = regular(canvas.sizes.label);
        Some(canvas.ruler.cut_middle(&words, set, width))
    }

    /// Whether what is said of the scenario has a line of its own, since it does not stand beside
    /// the name.
    fn has_own_line(&self, canvas: &Canvas, name: &AxisName) -> bool {
        let set = regular(canvas.sizes.label);
        let own = self
            .own_words(canvas)
            .map_or(0.0, |words| canvas.ruler.width(&words, set));
        let taken = name.first_width(canvas) + APART + 2.0 * MARK.0 + own;
        // The name begins where the axis does, at the right of the figures of the other.
        own > 0.0 && taken > (self.body.right - self.body.left) * 0.9
    }

    fn own(&self, canvas: &Canvas, words: &str, baseline: f64) -> Result<(), Error> {
        let set = regular(canvas.sizes.label);
        let right = self.body.right;
        canvas.text(words, xy(right, baseline), set, MUTED, Align::Right)?;
        if self.base.values.len() < 2 {
            return Ok(());
        }
        let left = right - canvas.ruler.width(words, set) - MARK.0 - 8.0;
        mark(canvas, xy(left, baseline - 1.0))
    }

    /// Marks where the scenario stands, where it has several values: one would stand on the line.
    fn own_marks(&self, canvas: &Canvas, along: &AxisScale<'_>) -> Result<(), Error> {
        if self.base.values.len() < 2 {
            return Ok(());
        }
        for own in self.base.values.iter().filter(|own| along.has(own.value)) {
            mark(canvas, xy(along.x(own.value), self.y - 1.0))?;
        }
        Ok(())
    }

    /// Sets what values stand for, the ends first, as many as keep apart.
    fn anchors(&self, canvas: &Canvas, along: &AxisScale<'_>, top: f64) -> Result<(), Error> {
        let set = regular(canvas.sizes.label);
        let figures: Vec<f64> = along.figures(canvas).into_iter().map(|(x, _)| x).collect();
        let mut taken: Vec<[f64; 2]> = Vec::new();
        for anchor in ends_first(self.words.anchors()) {
            let x = along.x(anchor.value);
            let is_marked = figures.iter().any(|figure| (figure - x).abs() < 1.0);
            let words = if is_marked {
                anchor.words.to_owned()
            } else {
                format!("{}: {}", self.words.figure(anchor.value), anchor.words)
            };
            let half = canvas.ruler.width(&words, set) / 2.0;
            let middle = x.clamp(self.body.left + half, (self.body.right - half).max(half));
            let span = [middle - half - ANCHORS_APART, middle + half];
            if taken
                .iter()
                .any(|other| span[0] < other[1] && other[0] < span[1])
            {
                continue;
            }
            taken.push(span);
            if !is_marked {
                canvas.line(xy(x, self.y), xy(x, self.y + TICK), OUTLINE, 1.4)?;
            }
            let baseline = xy(middle, top + set.size * 0.8);
            canvas.text(&words, baseline, set, MUTED, Align::Centre)?;
        }
        Ok(())
    }
}

/// The first, the last, then the others.
fn ends_first(anchors: Vec<Anchor>) -> Vec<Anchor> {
    let mut rest = anchors;
    let mut ordered = Vec::new();
    if !rest.is_empty() {
        ordered.push(rest.remove(0));
    }
    ordered.extend(rest.pop());
    ordered.extend(rest);
    ordered
}

/// A triangle that points down to a place.
fn mark(canvas: &Canvas, tip: Position) -> Result<(), Error> {
    let top = tip.y - MARK.1;
    canvas.shape(
        &[tip, xy(tip.x - MARK.0, top), xy(tip.x + MARK.0, top)],
        INK,
    )
}
