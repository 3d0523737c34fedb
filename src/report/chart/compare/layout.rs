//! Where everything stands beside a single variant.

use super::changes;
use crate::report::chart::rows::{FigureColumn, ShareScale, end};
use crate::report::chart::style::{LEFT, RIGHT};
use crate::sim::Outcome;
use crate::study::Comparison;

/// Right edge of the names of outcomes.
pub const NAMES: f64 = LEFT + 190.0;
/// Left and right edge of both scales.
const SHARES: (f64, f64) = (NAMES + 18.0, 530.0);
const CHANGES: (f64, f64) = (600.0, 955.0);
/// Left edge of the figures.
const FIGURES: f64 = 985.0;
/// Lower edge of the rows.
const BOTTOM: f64 = 568.0;
/// The height of a row with nothing to measure.
const EMPTY: f64 = 34.0;
/// From the mark of the base to that of the variant.
const PITCH: f64 = 17.0;
/// Per cents at which the scale of shares may end.
const ENDS: [f64; 8] = [2.0, 4.0, 10.0, 20.0, 40.0, 60.0, 80.0, 100.0];

/// A row of one outcome.
#[derive(Clone, Copy)]
pub struct OutcomeRow {
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
    pub rows: Vec<OutcomeRow>,
    /// Baseline of the headings.
    pub heading: f64,
    /// The scale of shares.
    pub shares: ShareScale,
    /// Left and right edge of the changes.
    pub changes: (f64, f64),
    /// Figures along their scale, in percentage points.
    pub ticks: Vec<f64>,
    /// Where the figures stand.
    pub figures: FigureColumn,
    /// Right edge of all.
    pub right: f64,
}

impl Layout {
    /// Below a key that ends there.
    pub fn new(comparison: &Comparison, below: f64) -> Self {
        let heading = below + 26.0;
        Self {
            rows: rows(comparison, heading + 12.0),
            heading,
            shares: ShareScale {
                zero: SHARES.0,
                full: SHARES.1,
                end: scale_end(comparison),
            },
            changes: CHANGES,
            ticks: changes::ticks(comparison, 5, 0.05),
            figures: FigureColumn {
                left: FIGURES,
                right: RIGHT,
            },
            right: RIGHT,
        }
    }

    /// Lower edge of the last row.
    pub fn bottom(&self) -> f64 {
        self.rows.last().map_or(BOTTOM, |row| row.edges.1)
    }

    /// Where a change of so many percentage points is.
    pub fn change(&self, points: f64) -> f64 {
        let (left, right) = self.changes;
        left + changes::part(&self.ticks, points) * (right - left)
    }
}

impl OutcomeRow {
    /// Its middle.
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.edges.0, self.edges.1)
    }

    /// Where the marks of the base and of the variant stand.
    pub fn marks(&self) -> [f64; 2] {
        [self.middle() - PITCH / 2.0, self.middle() + PITCH / 2.0]
    }
}

/// The rows, those with nothing to measure low, so that the others have room.
fn rows(comparison: &Comparison, top: f64) -> Vec<OutcomeRow> {
    let empty = Outcome::ALL
        .into_iter()
        .filter(|&outcome| is_excluded(comparison, outcome))
        .count();
    let full = (BOTTOM - top - empty as f64 * EMPTY) / (Outcome::ALL.len() - empty).max(1) as f64;
    let mut edge = top;
    let mut rows = Vec::new();
    for outcome in Outcome::ALL {
        let excluded = is_excluded(comparison, outcome);
        let upper = edge;
        edge += if excluded { EMPTY } else { full };
        rows.push(OutcomeRow {
            outcome,
            edges: (upper, edge),
            excluded,
        });
    }
    rows
}

/// Whether the inputs exclude an outcome in the base and in every variant.
pub fn is_excluded(comparison: &Comparison, outcome: Outcome) -> bool {
    comparison
        .variants
        .iter()
        .all(|variant| variant.outcomes[outcome].difference.interval.is_excluded())
}

/// The per cent at which the scale of shares ends.
fn scale_end(comparison: &Comparison) -> f64 {
    let shares = changes::contrasts(comparison)
        .flat_map(|contrast| [contrast.base.share, contrast.variant.share]);
    end(shares, &ENDS)
}
