//! The scale of changes: percentage points on both sides of zero.

use crate::report::chart::ticks::around;
use crate::study::{Case, Comparison, Contrast};

/// All contrasts of outcomes.
pub fn contrasts(comparison: &Comparison) -> impl Iterator<Item = &Contrast<Case>> {
    comparison
        .variants
        .iter()
        .flat_map(|variant| &variant.outcomes)
}

/// Round percentage points on both sides of zero, around all intervals of changes, about `most`
/// steps; zero stands so far from the edge, in parts of the whole.
pub fn ticks(comparison: &Comparison, most: u8, inset: f64) -> Vec<f64> {
    let intervals = contrasts(comparison).filter_map(|contrast| contrast.difference.ends());
    let (low, high) = intervals.fold((0.0_f64, 0.0_f64), |(low, high), next| {
        (low.min(next.0), high.max(next.1))
    });
    if low == 0.0 && high == 0.0 {
        return vec![-1.0, 0.0, 1.0];
    }
    let least = (high - low) * 100.0 * inset;
    around((low * 100.0).min(-least), (high * 100.0).max(least), most)
}

/// How far along these a change of so many points is, 0 to 1.
pub fn part(ticks: &[f64], points: f64) -> f64 {
    let low = ticks.first().unwrap_or(&-1.0);
    let high = ticks.last().unwrap_or(&1.0);
    ((points - low) / (high - low)).clamp(0.0, 1.0)
}
