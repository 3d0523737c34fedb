//! A sweep over two axes as a table: the first axis runs across and the second up, as on its map.

use super::points::{DASH, NO_MARK, axis_in_words, marked};
use crate::report::layout::{WIDTH, plain};
use crate::report::prose::{Prose, Table, TableRow, Track};
use crate::report::words::{ValueScale, grid_scale};
use crate::study::{Axis, Point, SweepStudy};

/// A column is no narrower than this.
const LEAST: usize = 7;

/// Adds the table, as many of its columns as there is room for.
pub fn grid(prose: &mut Prose, study: &SweepStudy, across: &Axis, up: &Axis) {
    let scale = grid_scale(study);
    prose.gap();
    prose.line(scale.heading(study.quantity));
    prose.paragraph(format!("across: {}", axis_in_words(study, across)));
    prose.paragraph(format!("up: {}", axis_in_words(study, up)));
    let columns = order(across);
    let mut rows = order(up);
    rows.reverse();
    let first = widest_figure(up);
    let wide = cell_width(study, across, &scale);
    let fit = (WIDTH.saturating_sub(first) / wide).clamp(1, columns.len().max(1));
    let columns = &columns[..fit.min(columns.len())];
    let mut tracks = vec![Track::right(0, first)];
    tracks.extend(columns.iter().map(|_| Track::right(0, wide)));
    let mut table = Table {
        columns: tracks,
        ..Table::default()
    };
    for row in rows {
        let mut cells = vec![marked(study, 1, up.values()[row])];
        for &column in columns {
            let point = study.sweep.points.get(column * up.values().len() + row);
            cells.push(point.map_or_else(String::new, |point| cell(point, &scale) + NO_MARK));
        }
        table.rows.push(TableRow::Cells(cells));
    }
    let mut foot = vec![String::new()];
    let figures = columns
        .iter()
        .map(|&at| marked(study, 0, across.values()[at]));
    foot.extend(figures);
    table.rows.push(TableRow::Cells(foot));
    prose.table(table);
    let more = across.values().len() - columns.len();
    if more > 0 {
        prose.line(format!("({more} more columns in the files)"));
    }
}

/// The places of an axis's values, from the least.
fn order(axis: &Axis) -> Vec<usize> {
    let values = axis.values();
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&one, &other| values[one].total_cmp(&values[other]));
    order
}

fn cell(point: &Point, scale: &ValueScale) -> String {
    if point.can_occur() {
        plain(&scale.cell(point.shown))
    } else {
        DASH.to_owned()
    }
}

/// How wide the head of a row is.
fn widest_figure(axis: &Axis) -> usize {
    let figures = axis.figures();
    figures
        .iter()
        .map(|figure| figure.chars().count() + NO_MARK.len())
        .fold(0, usize::max)
}

/// How wide a column is.
fn cell_width(study: &SweepStudy, across: &Axis, scale: &ValueScale) -> usize {
    let cells = study.sweep.points.iter().map(|point| cell(point, scale));
    let figures = across.figures().into_iter();
    cells
        .chain(figures)
        .map(|figure| figure.chars().count() + NO_MARK.len() + 2)
        .fold(LEAST, usize::max)
}
