//! A tip as a sheet.

use super::looks::looks;
use crate::report::sheet::{Cell, Column, Sheet, kind};
use crate::report::words::PURPOSE;
use crate::study::{Reason, TipStudy};

/// The name of the sheet.
pub const TIP: &str = "tip";

/// The columns of a tip along a path.
#[must_use]
pub fn columns(path: &str) -> [Column; 9] {
    [
        Column {
            key: path.to_owned().into(),
            heading: path.to_owned().into(),
            unit: "as the parameter",
            meaning: "The value looked at".into(),
        },
        Column::new("quantity", "Quantity", "", "The share of what"),
        Column::new("share", "Share", "share", "Its estimate"),
        Column::new("low", "Lower end", "share", "Lower end of its interval"),
        Column::new("high", "Upper end", "share", "Upper end of its interval"),
        Column::new(
            "trials",
            "Trials",
            "trials",
            "How many trials were counted at this value",
        ),
        Column::new("purpose", "Purpose", "", "What the file is"),
        Column::new(
            "excluded",
            "Excluded",
            "",
            "Why the inputs exclude it at this value",
        ),
        Column::new(
            "interval",
            "Interval",
            "",
            "What the interval is, or why there is none",
        ),
    ]
}

/// The sheets of a tip: the share at each look.
#[must_use]
pub fn sheets(study: &TipStudy) -> Vec<Sheet<'_>> {
    let rows = looks(study).map(|(value, case)| {
        let [share, low, high] = Cell::estimate(case.share.share, case.share.interval);
        let row: [Cell<'_>; 9] = [
            Cell::Number(value),
            Cell::text(study.quantity.name()),
            share,
            low,
            high,
            Cell::Count(study.trials),
            Cell::text(PURPOSE),
            Cell::maybe(case.excluded.map(Reason::words)),
            kind(case.share.interval),
        ];
        row.into()
    });
    vec![Sheet {
        name: TIP,
        columns: columns(study.axis.path()).into(),
        rows: Box::new(rows),
    }]
}
