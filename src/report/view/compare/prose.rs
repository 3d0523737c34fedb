//! A comparison in words: the verdict, all rows side by side, and single histories; with every
//! table where all is asked for.

use super::details::details;
use super::history;
use super::order::ordered;
use super::side_by_side::side_by_side;
use crate::error::printable;
use crate::report::prose::{Detail, Prose};
use crate::report::words::{
    PURPOSE, base_beside_others, cases_headline, changes_headline, hindsight, histories, title,
    variant_names, wide,
};
use crate::study::CompareStudy;

/// The prose of a comparison.
#[must_use]
pub fn prose(study: &CompareStudy, detail: Detail) -> Prose {
    let rows = ordered(study);
    let mut prose = Prose::default();
    top(&mut prose, study);
    prose.gap();
    prose.paragraph(head(study));
    if let Some(wide) = wide(study.comparison.trials) {
        prose.paragraph(format!("{wide}."));
    }
    side_by_side(&mut prose, study, &rows, detail);
    match detail {
        Detail::Short => {
            let shows_some = rows.iter().any(history::shows_some);
            if shows_some {
                history::how_to_read(&mut prose);
            }
            for row in &rows {
                history::histories(&mut prose, study, row);
            }
            // The longest verdict and three long names leave no line free.
            if shows_some || rows.len() < FULL {
                prose.gap();
            }
            prose.line(if shows_some { MORE } else { MORE_YET });
        }
        Detail::Full => {
            details(&mut prose, study, &rows);
            prose.hindsight(&study.base.hindsight);
        }
    }
    prose
}

/// So many variants fill a screen.
const FULL: usize = 3;
/// What else can be shown where single histories are.
const MORE: &str = "More:   `--full` differences with intervals";
/// What else can be shown.
const MORE_YET: &str = "More:   `--full` differences with intervals; `--flipped` single histories";

/// The case, the purpose and the verdict.
fn top(prose: &mut Prose, study: &CompareStudy) {
    let title = printable(&title(&study.base));
    let base = base_beside_others(study);
    prose.paragraph(match base {
        Some(_) => format!("{title}, beside other cases"),
        None => format!("{title}, and what if ..."),
    });
    let hindsight = hindsight(&study.base.hindsight);
    prose.paragraph(format!("{PURPOSE} {hindsight}"));
    prose.gap();
    let names = variant_names(study);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    prose.paragraph(format!("{}.", finding(study, &names)));
}

/// The finding of a comparison in one sentence, without a full stop.
pub fn finding(study: &CompareStudy, names: &[&str]) -> String {
    match base_beside_others(study) {
        Some(base) => cases_headline(&study.comparison, &base, names),
        None => changes_headline(&study.comparison, names),
    }
}

/// How many histories the rows are of, and in which order they stand.
fn head(study: &CompareStudy) -> String {
    let early = if study.complete {
        ""
    } else {
        " (stopped early)"
    };
    let order = if study.variants.len() > 1 {
        "; fewest wars first"
    } else {
        ""
    };
    format!(
        "{} of each{early}, the same luck in every row, seed {}{order}.",
        histories(study.comparison.trials),
        study.seed
    )
}
