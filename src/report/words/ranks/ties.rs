//! Those that do about as much as the first.

use super::RankRow;
use crate::numerals::count;

/// What moves the quantity by at least this part of what the first does is about alike, however
/// surely they differ.
const ALIKE: f64 = 0.95;
/// What moves it by less than this part is not alike, however unsure that is.
const APART: f64 = 0.8;

/// How many of these do about as much as the first: they hardly differ, or
/// differ little and the intervals of what they change meet. All go the same way, the one that does most first.
pub fn alike<'r>(rows: impl IntoIterator<Item = &'r RankRow<'r>>) -> usize {
    let mut rows = rows.into_iter();
    let Some(first) = rows.next() else {
        return 0;
    };
    rows.take_while(|row| row.is_sure && is_alike(row, first))
        .count()
}

fn is_alike(row: &RankRow<'_>, first: &RankRow<'_>) -> bool {
    let part = row.value.abs() / first.value.abs();
    if part >= ALIKE {
        return true;
    }
    if part < APART {
        return false;
    }
    match (sizes(row), sizes(first)) {
        (Some((_, high)), Some((low, _))) => high >= low,
        _ => false,
    }
}

/// The ends of the interval of the size of a change, the smaller first.
fn sizes(row: &RankRow<'_>) -> Option<(f64, f64)> {
    let (low, high) = row.interval.ends()?;
    let sizes = [low.abs(), high.abs()];
    Some((sizes[0].min(sizes[1]), sizes[0].max(sizes[1])))
}

/// "Another does about as much.", "3 others do about as much."; none where no other does.
pub fn others_in_words(others: usize, [does, do_]: [&str; 2]) -> Option<String> {
    match others {
        0 => None,
        1 => Some(format!("another {does} about as much")),
        many => Some(format!("{} others {do_} about as much", count(many as u64))),
    }
}
