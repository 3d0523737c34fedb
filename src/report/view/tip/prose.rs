//! A tip in words and a table.

use super::looks::looks;
use super::sentence::sentence;
use crate::error::printable;
use crate::report::layout::plain;
use crate::report::prose::{Prose, Table, Track};
use crate::report::words::{self, INTERVALS, PURPOSE, SHARED_LUCK, Shown, path_in_words, title};
use crate::study::TipStudy;

/// Every so many looks one is shown.
const EVERY: usize = 5;

/// The prose of a tip.
#[must_use]
pub fn prose(study: &TipStudy) -> Prose {
    let mut prose = Prose::default();
    prose.paragraph(printable(&title(&study.subject)));
    prose.line(PURPOSE);
    let early = if study.tip.complete {
        ""
    } else {
        " (stopped early)"
    };
    let histories = words::histories(study.trials);
    prose.paragraph(format!(
        "{histories} at each look{early}, seed {}. {INTERVALS}",
        study.seed
    ));
    if let Some(wide) = words::wide(study.trials) {
        prose.paragraph(format!("{wide}."));
    }
    prose.gap();
    prose.paragraph(sentence(study));
    if !study.tip.complete {
        prose.paragraph(format!(
            "It was {}. What is said holds of those.",
            stopped(study)
        ));
    }
    prose.gap();
    prose.paragraph(format!("{}, along {}", study.quantity.label(), axis(study)));
    prose.table(table(study));
    prose.gap();
    prose.paragraph(SHARED_LUCK);
    prose.hindsight(&study.subject.hindsight);
    prose
}

/// The axis in words, with the path that is typed.
fn axis(study: &TipStudy) -> String {
    let path = printable(study.axis.path());
    let words = path_in_words(study.axis.path(), &study.subject.names);
    if words == path {
        words
    } else {
        format!("{words}, `{path}`")
    }
}

fn table(study: &TipStudy) -> Table {
    let columns = vec![Track::right(0, 12), Track::right(2, 9), Track::left(3, 0)];
    let mut table = Table {
        indent: 2,
        columns,
        ..Table::default()
    };
    for (figure, (_, case)) in study.axis.figures().iter().zip(looks(study)).step_by(EVERY) {
        match Shown::of(&case, study.trials) {
            Shown::Excluded(words) | Shown::Fixed(words) => table.words(plain(figure), 2, words),
            Shown::Estimated { value, interval } => table.cells([plain(figure), value, interval]),
        }
    }
    table
}

/// How far a tip came that was stopped.
#[must_use]
pub fn stopped(study: &TipStudy) -> String {
    let done = study.tip.shares.len();
    if done < study.asked {
        return format!("stopped after {done} of {} looks", study.asked);
    }
    format!("stopped after the {done} looks along the axis, before all histories were done")
}
