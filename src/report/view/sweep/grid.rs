//! A sweep over two axes as a table: rows along the first, columns along the second.

use super::points::{DASH, value, width};
use crate::error::printable;
use crate::report::layout::{WIDTH, plain};
use crate::report::prose::{Prose, Table, TableRow, Track};
use crate::report::words::{cell_places, mean_to, share_cell, widest};
use crate::study::{Axis, Point, SweepStudy};

/// Adds the table, as many of its columns as there is room for.
pub fn grid(prose: &mut Prose, study: &SweepStudy, down: &Axis, across: &Axis) {
    prose.gap();
    prose.line(title(study));
    prose.paragraph(printable(&format!(
        "down: {}; across: {}",
        down.path(),
        across.path()
    )));
    let figures = across.figures();
    let places = cell_places(&study.sweep, study.quantity);
    let first = width(Some(down));
    let wide = column(&figures).max(places + 5);
    let fit = (WIDTH.saturating_sub(first) / wide).max(1);
    let mut columns = vec![Track::right(0, first)];
    columns.extend(std::iter::repeat_n(Track::right(0, wide), fit));
    let mut heading = vec![String::new()];
    heading.extend(figures.iter().take(fit).map(|figure| plain(figure)));
    let mut table = Table {
        columns,
        heading,
        ..Table::default()
    };
    for points in study.sweep.points.chunks(figures.len().max(1)) {
        let mut row = vec![
            points
                .first()
                .map_or_else(String::new, |point| value(study, point)),
        ];
        row.extend(
            points
                .iter()
                .take(fit)
                .map(|point| cell(study, point, places)),
        );
        table.rows.push(TableRow::Cells(row));
    }
    prose.table(table);
    if figures.len() > fit {
        prose.line(format!(
            "({} more columns in the files)",
            figures.len() - fit
        ));
    }
}

fn title(study: &SweepStudy) -> String {
    let unit = if study.quantity.is_share() {
        ", in per cent"
    } else {
        ""
    };
    let margin = widest(&study.sweep, study.quantity);
    let margin = margin.map_or_else(String::new, |margin| {
        format!("; each within {}", margin.replace('±', "+-"))
    });
    format!("{}{unit}{margin}", study.quantity.label())
}

fn cell(study: &SweepStudy, point: &Point, places: usize) -> String {
    if point.interval.is_excluded() {
        return DASH.to_owned();
    }
    if study.quantity.is_share() {
        return share_cell(&point.case(), places.max(1)).unwrap_or_else(|| DASH.to_owned());
    }
    plain(&mean_to(point.shown, point.interval, places))
}

/// How wide a column is.
fn column(figures: &[String]) -> usize {
    const LEAST: usize = 7;
    figures
        .iter()
        .map(|figure| figure.chars().count() + 2)
        .fold(LEAST, usize::max)
}
