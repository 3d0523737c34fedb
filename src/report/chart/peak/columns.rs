//! Where everything stands beside a ladder of any height: labels, bars, figures, marks.

use crate::report::chart::backend::{Area, Canvas, Type, bold, regular};
use crate::report::chart::rows::{FigureColumn, ShareScale};
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::{LEADING, size};
use crate::report::words::Shown;

/// The widest that labels and figures may be.
const MOST_LABEL: f64 = 330.0;
const MOST_FIGURES: f64 = 290.0;
/// Labels on two lines are broken at this width.
const BROKEN_LABEL: f64 = 240.0;
/// Between neighbours.
const GAP: f64 = 14.0;
/// What the off-ramp and limited war are called, and which rungs use force.
const NOTES: f64 = 130.0;
const FORCE: f64 = 78.0;

/// The columns of the chart, and its rows.
pub struct PeakColumns {
    /// The whole.
    pub area: Area,
    /// The height of a row.
    pub row: f64,
    /// How many rows.
    pub len: usize,
    /// Each label's lines, from the foot up.
    pub labels: Vec<Vec<String>>,
    /// How labels are set.
    pub label: Type,
    /// Right edge of the labels.
    pub labels_right: f64,
    /// The scale of shares.
    pub scale: ShareScale,
    /// Where the figures stand.
    pub figures: FigureColumn,
    /// Whether the interval stands below its share, not beside.
    pub stacked: bool,
    /// Left edge of the names of off-ramp and limited war.
    pub notes: f64,
    /// Left edge of the marks of force.
    pub force: f64,
}

impl PeakColumns {
    /// Gives labels and figures what they need, and bars the rest; their scale ends at so many per
    /// cent.
    pub fn new(
        canvas: &Canvas,
        area: Area,
        rungs: &ChartRungs<'_>,
        shown: &[Shown],
        end: f64,
    ) -> Self {
        let row = (area.bottom - area.top) / rungs.len() as f64;
        let stacked = row >= 2.0 * size::LABEL * LEADING;
        let label = regular(if stacked {
            size::LABEL
        } else {
            single_line(row)
        });
        let (labels, wide) = labels(canvas, rungs, label, stacked);
        let labels_right = area.left + wide;
        let force = area.right - FORCE;
        let notes = force - NOTES;
        let figures_right = notes - GAP;
        let figures_left =
            figures_right - figures_width(canvas, shown, label, stacked).min(MOST_FIGURES);
        Self {
            area,
            row,
            len: rungs.len(),
            labels,
            label,
            labels_right,
            scale: ShareScale {
                zero: labels_right + GAP,
                full: figures_left - 22.0,
                end,
            },
            figures: FigureColumn {
                left: figures_left,
                right: figures_right,
            },
            stacked,
            notes,
            force,
        }
    }

    /// The middle of a rung's row; war is at the top.
    pub fn middle(&self, rung: usize) -> f64 {
        self.foot(rung) - self.row / 2.0
    }

    /// Where a rung's row begins.
    pub fn foot(&self, rung: usize) -> f64 {
        self.area.bottom - rung as f64 * self.row
    }
}

/// The size of text that leaves air between rows of this height.
fn single_line(row: f64) -> f64 {
    (row / 1.12).clamp(size::LEAST, size::LABEL)
}

/// The labels in lines, and how wide they are.
fn labels(
    canvas: &Canvas,
    rungs: &ChartRungs<'_>,
    set: Type,
    stacked: bool,
) -> (Vec<Vec<String>>, f64) {
    let ruler = &canvas.ruler;
    let labels: Vec<Vec<String>> = rungs
        .labels
        .iter()
        .map(|label| {
            if stacked {
                ruler.label(label, set, BROKEN_LABEL, 2)
            } else {
                vec![ruler.cut_middle(label, set, MOST_LABEL)]
            }
        })
        .collect();
    let widest = labels
        .iter()
        .flatten()
        .map(|line| ruler.width(line, set))
        .fold(0.0, f64::max);
    (labels, widest)
}

/// How wide the widest of the figures is.
fn figures_width(canvas: &Canvas, shown: &[Shown], label: Type, stacked: bool) -> f64 {
    shown
        .iter()
        .map(|case| figure_width(canvas, case, label, stacked))
        .fold(0.0, f64::max)
}

/// How wide a figure and its interval are.
fn figure_width(canvas: &Canvas, shown: &Shown, label: Type, stacked: bool) -> f64 {
    match shown {
        Shown::Excluded(_) => 0.0,
        Shown::Fixed(words) => canvas.ruler.width(words, bold(label.size)),
        Shown::Estimated { value, interval } => {
            let value = canvas.ruler.width(value, bold(label.size));
            let interval = canvas.ruler.width(interval, interval_set(label, stacked));
            if stacked {
                value.max(interval)
            } else {
                value + GAP + interval
            }
        }
    }
}

/// How intervals are set.
pub fn interval_set(label: Type, stacked: bool) -> Type {
    regular(if stacked { size::NOTE } else { label.size })
}
