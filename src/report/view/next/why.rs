//! What the reader of reasons may try next, on one line.

use super::steps::{options, usable};
use crate::error::{columns, copyable};
use crate::report::layout::WIDTH;
use crate::scenario::library::BASELINE;
use crate::study::WhyStudy;

/// One history, and, of a case with arguments, how much each carries; as many as fit on the line.
pub fn steps(study: &WhyStudy, program: &str) -> Vec<String> {
    let Some(program) = copyable(program) else {
        return Vec::new();
    };
    let Some(of) = of(study) else {
        return Vec::new();
    };
    let story = format!("Try next:  {program} story{of}  (one history)");
    let rank = format!("  {program} rank{of}  (its arguments)");
    let has_arguments = study.subject.source == BASELINE;
    let both = format!("{story}{rank}");
    if has_arguments && columns(&both) <= WIDTH {
        return vec![both];
    }
    if columns(&story) <= WIDTH {
        vec![story]
    } else {
        Vec::new()
    }
}

/// The scenario as a command names it, with what was changed and the seed; none where that cannot be
/// written.
fn of(study: &WhyStudy) -> Option<String> {
    let source = usable(&study.subject.source)?;
    let mut of = String::new();
    if source != BASELINE {
        of = format!(" {source}");
    }
    let changes = options(&study.subject.changes)?;
    if !changes.is_empty() {
        of = format!("{of} {changes}");
    }
    if study.seed != 1 {
        of = format!("{of} --seed {}", study.seed);
    }
    Some(of)
}
