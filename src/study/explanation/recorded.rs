//! The recorded course of events as a path of acts and answers.

use crate::model::{Model, Side};
use crate::scenario::{Record, RecordedAct};
use crate::tally::DEPTH;

/// The path that a record takes: the rungs of its acts by turns, from the opening act on. What one
/// side does several times in a row is one act, on the highest of its rungs. The path ends with an
/// answer at or below the off-ramp, or on the top rung. Empty where the record begins with an act of
/// the other side, or has none.
#[must_use]
pub fn recorded_path(record: &Record, model: &Model) -> Vec<usize> {
    let mut acts: Vec<&RecordedAct> = record.acts.iter().collect();
    acts.sort_by(|one, other| one.day.total_cmp(&other.day));
    let mut path = Vec::new();
    let mut next = Side::Opener;
    for turn in acts.chunk_by(|one, other| one.actor == other.actor) {
        let highest = turn.iter().map(|act| act.rung).max().unwrap_or(0);
        if turn.first().is_none_or(|act| act.actor != next) || path.len() == DEPTH {
            break;
        }
        path.push(highest);
        next = next.opponent();
        let steps_down = path.len() > 1 && highest <= model.off_ramp;
        if steps_down || highest == model.top() {
            break;
        }
    }
    path
}
