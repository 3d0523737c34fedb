//! Sheets as CSV: R, pandas, `DuckDB` and spreadsheets read them without help. UTF-8, commas, a
//! point in decimals, one header line, no comments; what has no value is empty. What the columns
//! mean is in `dictionary.csv`.

use std::borrow::Cow;
use std::io::{Error as Failure, Write};

use csv::Writer;

use crate::report::sheet::{Cell, Column, Sheet};

/// Writes a sheet.
///
/// # Errors
/// What the writer fails with.
pub fn csv(sheet: Sheet<'_>, writer: &mut dyn Write) -> Result<(), Failure> {
    let mut rows = Rows::begin(&sheet.columns, writer)?;
    for row in sheet.rows {
        rows.add(&row)?;
    }
    rows.finish().map(drop)
}

/// A sheet whose rows come one at a time.
pub struct Rows<W: Write>(Writer<W>);

impl<W: Write> Rows<W> {
    /// Begins with the header.
    ///
    /// # Errors
    /// What the writer fails with.
    pub fn begin(columns: &[Column], writer: W) -> Result<Self, Failure> {
        let mut rows = Self(Writer::from_writer(writer));
        rows.0
            .write_record(
                columns
                    .iter()
                    .map(|column| harmless(&column.key).into_owned()),
            )
            .map_err(reason)?;
        Ok(rows)
    }

    /// Adds a row.
    ///
    /// # Errors
    /// What the writer fails with.
    pub fn add(&mut self, cells: &[Cell<'_>]) -> Result<(), Failure> {
        cells
            .iter()
            .try_for_each(|cell| self.0.write_field(field(cell).as_bytes()))
            .map_err(reason)?;
        self.0.write_record(None::<&[u8]>).map_err(reason)
    }

    /// The writer back, with all rows in it.
    ///
    /// # Errors
    /// What the writer fails with.
    pub fn finish(self) -> Result<W, Failure> {
        self.0
            .into_inner()
            .map_err(|failed| Failure::new(failed.error().kind(), failed.error().to_string()))
    }
}

fn field<'c>(cell: &'c Cell<'_>) -> Cow<'c, str> {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Count(count) => count.to_string().into(),
        Cell::Number(number) => number.to_string().into(),
        // As R, pandas and `DuckDB` all take it.
        Cell::Truth(true) => "TRUE".into(),
        Cell::Truth(false) => "FALSE".into(),
        Cell::Excluded | Cell::NoInterval | Cell::Nothing => "".into(),
    }
}

/// A text that no spreadsheet takes for a formula; a number may begin with a minus.
fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err() {
        return format!("'{text}").into();
    }
    text.into()
}

/// What the writer failed with. (The library's own conversion makes "other error" of it.)
fn reason(error: csv::Error) -> Failure {
    match error.into_kind() {
        csv::ErrorKind::Io(reason) => reason,
        other => Failure::other(format!("{other:?}")), // rows of unequal length, which there are none of
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed_and_numbers_are_not() {
        let cells = [
            ("=1+1", "'=1+1"),
            ("@x", "'@x"),
            ("-x", "'-x"),
            ("-1.5", "-1.5"),
            ("war", "war"),
            ("", ""),
        ];
        for (text, written) in cells {
            assert_eq!(harmless(text), written);
        }
    }

    #[test]
    fn what_has_no_value_is_empty() {
        let columns = ["x", "y", "z"].map(|key| Column::new(key, "", "", ""));
        let rows = [
            vec![Cell::Excluded, Cell::NoInterval, Cell::Nothing],
            vec![Cell::Number(-0.5), Cell::Truth(true), Cell::text("a, b")],
        ];
        let sheet = Sheet {
            name: "x",
            columns: columns.into(),
            rows: Box::new(rows.into_iter()),
        };
        let mut bytes = Vec::new();
        csv(sheet, &mut bytes).unwrap();
        assert_eq!(bytes, b"x,y,z\n,,\n-0.5,TRUE,\"a, b\"\n");
    }
}
