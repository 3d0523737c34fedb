//! Where everything stands beside any number of variants.

use crate::chart::style::{LEFT, RIGHT};
use crate::chart::ticks;
use crate::sim::Outcome;
use crate::study::Case;
use crate::study::{Comparison, Contrast};

/// Right edge of the names of outcomes.
pub const NAMES: f64 = LEFT + 190.0;
/// Left and right edge of both scales where figures stand beside them, and where none do.
const WITH_FIGURES: [(f64, f64); 2] = [(NAMES + 18.0, 530.0), (600.0, 955.0)];
const WITHOUT: [(f64, f64); 2] = [(NAMES + 18.0, 640.0), (715.0, RIGHT - 15.0)];
/// Left edge of the figures.
pub const FIGURES: f64 = 985.0;
/// Lower edge of the rows.
const BOTTOM: f64 = 568.0;
/// The height of a row with nothing to measure.
const EMPTY: f64 = 34.0;
/// From mark to mark, at most, and the part of a row that marks may fill.
const PITCH: f64 = 17.0;
const FILLED: f64 = 0.84;
/// Per cents at which the scale of shares may end.
const ENDS: [f64; 8] = [2.0, 4.0, 10.0, 20.0, 40.0, 60.0, 80.0, 100.0];

/// A row of one outcome.
#[derive(Clone, Copy)]
pub struct Row {
    /// Which.
    pub outcome: Outcome,
    /// Upper and lower edge.
    pub edges: (f64, f64),
    /// Whether the inputs exclude it in all.
    pub excluded: bool,
}

/// The places of rows, scales and marks.
pub struct Layout {
    /// The rows, from the top.
    pub rows: Vec<Row>,
    /// Baseline of the headings.
    pub heading: f64,
    /// Left and right edge of the shares.
    pub shares: (f64, f64),
    /// The per cent at which their scale ends.
    pub end: f64,
    /// Left and right edge of the changes.
    pub changes: (f64, f64),
    /// Figures along their scale, in percentage points.
    pub ticks: Vec<f64>,
    /// Whether figures stand beside the changes.
    pub figures: bool,
    /// Right edge of all.
    pub right: f64,
    marks: usize,
    pitch: f64,
}

impl Layout {
    /// Below a key that ends there.
    pub fn new(comparison: &Comparison, below: f64) -> Self {
        let single = comparison.variants.len() == 1;
        let [shares, changes] = if single { WITH_FIGURES } else { WITHOUT };
        let heading = below + 26.0;
        let rows = rows(comparison, heading + 12.0);
        let full = rows.iter().filter(|row| !row.excluded).map(|row| row.edges.1 - row.edges.0);
        let height = full.reduce(f64::min).unwrap_or(EMPTY);
        let marks = comparison.variants.len() + 1;
        let pitch = (height * FILLED / marks as f64).min(PITCH);
        let (end, ticks) = (end(comparison), points(comparison));
        Self { rows, heading, shares, end, changes, ticks, figures: single, right: RIGHT, marks, pitch }
    }

    /// Lower edge of the last row.
    pub fn bottom(&self) -> f64 {
        self.rows.last().map_or(BOTTOM, |row| row.edges.1)
    }

    /// Where a share is.
    pub fn share(&self, share: f64) -> f64 {
        let (zero, full) = self.shares;
        zero + (share * 100.0 / self.end).clamp(0.0, 1.0) * (full - zero)
    }

    /// Where a change of so many percentage points is.
    pub fn change(&self, points: f64) -> f64 {
        let (left, right) = self.changes;
        let (low, high) = (self.ticks.first().unwrap_or(&-1.0), self.ticks.last().unwrap_or(&1.0));
        left + ((points - low) / (high - low)).clamp(0.0, 1.0) * (right - left)
    }

    /// Where in its row the mark of a scenario stands, the base first.
    pub fn mark(&self, row: &Row, scenario: usize) -> f64 {
        let middle = f64::midpoint(row.edges.0, row.edges.1);
        middle + (scenario as f64 - (self.marks - 1) as f64 / 2.0) * self.pitch
    }

    /// From the middle of a mark to its edge.
    pub fn radius(&self) -> f64 {
        (self.pitch * 0.6).clamp(3.6, 7.0)
    }
}

/// The rows, those with nothing to measure low, so that the others have room.
fn rows(comparison: &Comparison, top: f64) -> Vec<Row> {
    let excluded = |outcome: Outcome| {
        let at = outcome as usize;
        comparison.variants.iter().all(|variant| variant.outcomes[at].difference.interval.is_none())
    };
    let empty = Outcome::ALL.into_iter().filter(|&outcome| excluded(outcome)).count();
    let full = (BOTTOM - top - empty as f64 * EMPTY) / (Outcome::ALL.len() - empty).max(1) as f64;
    let mut edge = top;
    let row = |outcome| {
        let excluded = excluded(outcome);
        let upper = edge;
        edge += if excluded { EMPTY } else { full };
        Row { outcome, edges: (upper, edge), excluded }
    };
    Outcome::ALL.into_iter().map(row).collect()
}

fn contrasts(comparison: &Comparison) -> impl Iterator<Item = &Contrast<Case>> {
    comparison.variants.iter().flat_map(|variant| &variant.outcomes)
}

/// The least end of the scale above every interval of a share.
fn end(comparison: &Comparison) -> f64 {
    let shares = contrasts(comparison).flat_map(|contrast| [contrast.base.share, contrast.variant.share]);
    let most = shares.filter_map(|share| share.interval).map(|(_, high)| high * 100.0).fold(0.0, f64::max);
    ENDS.into_iter().find(|&end| most <= end).unwrap_or(100.0)
}

/// Round percentage points on both sides of nought, around all intervals of changes.
fn points(comparison: &Comparison) -> Vec<f64> {
    let intervals = contrasts(comparison).filter_map(|contrast| contrast.difference.interval);
    let (low, high) = intervals.fold((0.0_f64, 0.0_f64), |(low, high), next| (low.min(next.0), high.max(next.1)));
    if low == 0.0 && high == 0.0 {
        return vec![-1.0, 0.0, 1.0];
    }
    // Nought never stands at the edge.
    let least = (high - low) * 5.0;
    ticks::around((low * 100.0).min(-least), (high * 100.0).max(least), 5)
}
