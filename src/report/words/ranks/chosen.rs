//! Which rows are shown where not all have room.

use super::RankRow;

/// The places of the rows that are shown: the first of them, and with them the strongest of those
/// that go the other way. `fits` says whether such rows have room; the first is shown even if it
/// has none.
pub fn chosen_rows(rows: &[RankRow<'_>], fits: impl Fn(&[usize]) -> bool) -> Vec<usize> {
    let other = strongest_other(rows);
    let mut chosen = Vec::new();
    for at in 0..rows.len() {
        let first: Vec<usize> = (0..=at).collect();
        let all = with(&first, other);
        if fits(&all) {
            chosen = all;
        } else if chosen.is_empty() {
            // There is no room for both ways.
            return first;
        } else {
            break;
        }
    }
    chosen
}

/// The first that goes the other way than the first of all.
fn strongest_other(rows: &[RankRow<'_>]) -> Option<usize> {
    let first = rows.first().filter(|row| row.ways.is_none())?;
    rows.iter()
        .position(|row| (row.value < 0.0) != (first.value < 0.0))
}

fn with(first: &[usize], other: Option<usize>) -> Vec<usize> {
    let other = other.filter(|at| !first.contains(at));
    first.iter().copied().chain(other).collect()
}
