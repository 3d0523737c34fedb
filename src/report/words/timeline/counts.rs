//! Shares as numbers of a hundred, or of all histories where there are fewer.

use crate::numerals::{count, nearest};

/// How many histories shares are said of: a hundred, or all where there are fewer.
#[must_use]
pub const fn base(trials: u64) -> u64 {
    if trials < 100 { trials } else { 100 }
}

/// A share as a number of so many: "62", "fewer than 1", "more than 99".
#[must_use]
pub fn of(share: f64, base: u64) -> String {
    let whole = nearest(share * base as f64) as u64;
    match whole {
        0 if share > 0.0 => "fewer than 1".to_owned(),
        all if all >= base && share < 1.0 => {
            format!("more than {}", count(base.saturating_sub(1)))
        }
        other => count(other),
    }
}
