//! A quantity along a number as a small table of a screen: some points from the least value to the
//! greatest, what they stand for, and a bar for each.

use crate::error::columns;
use crate::numerals::number;
use crate::report::layout::{WIDTH, plain};
use crate::report::prose::{Prose, Table, TableRow, Track};
use crate::report::words::{AxisWords, ValueScale};

/// A screen has room for so many points, other rows not counted.
const MOST: usize = 7;
/// Columns of a number at least, and of the longest bar.
const NUMBER: usize = 8;
const BAR: usize = 36;
/// Columns between what stands side by side.
const GAP: usize = 2;
/// A value is that of the scenario where it is no farther from it than this part of it.
const CLOSE: f64 = 1e-9;

/// A row of the table.
#[derive(Clone, Debug, Default)]
pub struct CurveRow {
    /// The value of the axis.
    pub value: f64,
    /// The quantity there; none where it cannot occur.
    pub shown: Option<f64>,
    /// Words in place of the bar.
    pub words: Option<String>,
    /// Words after the bar.
    pub note: String,
    /// What is said of this value before any anchor.
    pub means: String,
    /// Whether it stays where rows are left out.
    pub stays: bool,
    /// Whether the quantity is read off between two points.
    pub is_between: bool,
    /// Whether it was run all the same.
    pub is_known: bool,
}

/// A table before it is laid out.
pub struct CurveTable<'t> {
    /// What is varied.
    pub axis: &'t AxisWords,
    /// In what the quantity is counted.
    pub scale: &'t ValueScale,
    /// What the quantity is, as a head.
    pub heading: String,
    /// The points.
    pub rows: Vec<CurveRow>,
}

impl CurveTable<'_> {
    /// Adds the table to prose.
    /// `known` is what the scenario itself came to where it was run between two points.
    pub fn add(mut self, prose: &mut Prose, own: Option<f64>, known: Option<f64>) {
        self.rows
            .sort_by(|one, other| one.value.total_cmp(&other.value));
        if let Some(own) = own {
            mark_own(&mut self.rows, self.axis, own, known);
        }
        let rows = thinned(std::mem::take(&mut self.rows));
        let values: Vec<String> = rows.iter().map(|row| value(self.axis, row)).collect();
        let means: Vec<String> = rows.iter().map(|row| means(self.axis, row)).collect();
        let first = values.iter().map(String::len).fold(6, usize::max) + GAP;
        let middle = means.iter().map(|words| columns(words)).fold(0, usize::max);
        let name = self.axis.short_label();
        // What is said in place of a bar has room beside it.
        let said = rows.iter().filter_map(|row| row.words.as_deref());
        let said = said.map(columns).fold(0, usize::max);
        let middle = middle
            .max((columns(&name) + GAP).saturating_sub(first + GAP))
            .min(WIDTH / 3)
            .min(WIDTH.saturating_sub(first + GAP + NUMBER + GAP + 1 + said));
        let taken = first + GAP + middle + NUMBER + GAP + 1;
        let longest = BAR.min(WIDTH.saturating_sub(taken + 2));
        let shown = rows.iter().filter_map(|row| row.shown);
        let most = full_bar(shown.fold(0.0, f64::max), self.scale, longest);
        let beside = first + GAP + middle + GAP;
        let one_line = format!("{name:beside$}{}", self.heading);
        if columns(&name) < beside && columns(&one_line) <= WIDTH {
            prose.line(one_line);
        } else {
            let by = self.axis.in_sentence();
            prose.paragraph(format!("{}, by {by}", self.heading));
        }
        let mut table = Table {
            columns: vec![
                Track::right(0, first),
                Track::left(GAP, middle),
                Track::right(1, NUMBER),
                Track::left(GAP, 0),
            ],
            ..Table::default()
        };
        for ((row, value), means) in rows.iter().zip(values).zip(means) {
            let cells = match (&row.words, row.shown) {
                (Some(words), shown) => {
                    let number = shown.map_or_else(String::new, |shown| self.number(row, shown));
                    vec![value, means, number, words.clone() + &row.note]
                }
                (None, Some(shown)) => {
                    let number = self.number(row, shown);
                    vec![value, means, number, bar(shown, most, longest) + &row.note]
                }
                (None, None) => vec![value, means],
            };
            table.rows.push(TableRow::Cells(cells));
        }
        prose.table(table);
    }

    fn number(&self, row: &CurveRow, shown: f64) -> String {
        let about = if row.is_between && !row.is_known {
            "about "
        } else {
            ""
        };
        format!("{about}{}", plain(&self.scale.cell(shown)))
    }
}

/// What a bar of full length stands for: of shares as much as makes half a mark a history of a
/// hundred, or a quarter where that has no room, so that two tables can be laid beside each other; else
/// the most there is.
fn full_bar(most: f64, scale: &ValueScale, longest: usize) -> f64 {
    if !scale.is_of_histories() {
        return most;
    }
    let half = longest as f64 * 2.0 / 100.0;
    if most <= half { half } else { 2.0 * half }
}

fn bar(shown: f64, most: f64, longest: usize) -> String {
    if shown <= 0.0 || most <= 0.0 {
        return String::new();
    }
    let part = shown / most * longest as f64;
    "#".repeat((part.round() as usize).max(1))
}

/// A value of the axis in its figures; one between two points has all of its own.
fn value(axis: &AxisWords, row: &CurveRow) -> String {
    plain(&if row.is_between {
        number(row.value)
    } else {
        axis.figure(row.value)
    })
}

/// What a value stands for.
fn means(axis: &AxisWords, row: &CurveRow) -> String {
    let anchor = axis.means(row.value);
    match (row.means.as_str(), anchor) {
        ("", anchor) => anchor.unwrap_or_default(),
        (said, Some(anchor)) => format!("{anchor}, {said}"),
        (said, None) => said.to_owned(),
    }
}

/// Marks the row at which the scenario stands; adds one between two points.
fn mark_own(rows: &mut Vec<CurveRow>, axis: &AxisWords, own: f64, known: Option<f64>) {
    const BASELINE: &str = "baseline";
    let same = |row: &&mut CurveRow| (row.value - own).abs() <= CLOSE * own.abs();
    if let Some(row) = rows.iter_mut().find(same) {
        BASELINE.clone_into(&mut row.means);
        row.stays = true;
        return;
    }
    let next = rows.iter().position(|row| row.value > own);
    let Some(next) = next.filter(|&next| next > 0) else {
        return;
    };
    let [before, after] = [&rows[next - 1], &rows[next]];
    let (Some(low), Some(high)) = (before.shown, after.shown) else {
        return;
    };
    let part = axis.part(before.value, after.value, own);
    let row = CurveRow {
        value: own,
        shown: Some(known.unwrap_or(low + part * (high - low))),
        is_known: known.is_some(),
        means: BASELINE.to_owned(),
        stays: true,
        is_between: true,
        ..CurveRow::default()
    };
    rows.insert(next, row);
}

/// Some of many rows at even steps, with both ends and all that stay.
fn thinned(rows: Vec<CurveRow>) -> Vec<CurveRow> {
    let points = rows.iter().filter(|row| !row.is_between).count();
    let last = points.saturating_sub(1);
    let step = step(last);
    let mut at = 0;
    let mut kept = Vec::new();
    for row in rows {
        if row.is_between {
            kept.push(row);
            continue;
        }
        if row.stays || at % step == 0 || at == last {
            kept.push(row);
        }
        at += 1;
    }
    kept
}

/// Every so many points one is shown: a step that ends at the last one, where there is one.
fn step(last: usize) -> usize {
    let least = last.div_ceil(MOST).max(1);
    (least..=2 * least)
        .find(|&step| last.is_multiple_of(step))
        .unwrap_or(least)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::testing::shipped;
    use crate::study::{Axis, Standing};

    fn axis(points: usize) -> AxisWords {
        let scenario = shipped("iran-pakistan-2024", &[]);
        let to = points.max(2) as f64;
        let axis = Axis::spread("horizon_days", 1.0, to, 2, false).unwrap();
        AxisWords::new(&axis, &scenario.names, &Standing::default())
    }

    fn rows(points: usize) -> Vec<CurveRow> {
        let row = |at: usize| CurveRow {
            value: at as f64,
            shown: Some(at as f64 * 10.0),
            ..CurveRow::default()
        };
        (0..points).map(row).collect()
    }

    #[test]
    fn both_ends_and_the_own_value_stay() {
        for points in [1, 2, 3, 8, 11, 41, 300] {
            let mut all = rows(points);
            mark_own(&mut all, &axis(points), 0.5, None);
            let kept = thinned(all);
            assert!(kept.len() <= MOST + 3, "{points}: {}", kept.len());
            assert_eq!(kept[0].value, 0.0);
            assert_eq!(kept[kept.len() - 1].value, (points - 1) as f64);
            let own = kept.iter().find(|row| row.is_between);
            assert_eq!(own.map(|row| row.shown), (points > 1).then_some(Some(5.0)));
        }
    }

    /// A longer bar never stands for less: half a mark a history, or a quarter of one.
    #[test]
    fn bars_of_shares_have_one_scale() {
        let scale = ValueScale::told(crate::quantities::Quantity::Wars, 1_000, &[0.1], false);
        for (most, shown, marks) in [
            (0.08, 0.08, 4),
            (0.5, 0.5, 25),
            (0.5, 0.1, 5),
            (0.9, 0.9, 23),
        ] {
            let full = full_bar(most, &scale, 30);
            assert_eq!(bar(shown, full, 30).len(), marks, "{shown} of {most}");
        }
    }

    #[test]
    fn a_value_that_was_run_is_marked_and_not_run_again() {
        let mut all = rows(11);
        mark_own(&mut all, &axis(11), 3.0, None);
        let kept = thinned(all);
        assert_eq!(kept.iter().filter(|row| row.means == "baseline").count(), 1);
        assert!(kept.iter().all(|row| !row.is_between));
    }
}
