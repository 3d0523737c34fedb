//! What several forms of shaken numbers share.

use crate::scenario::JudgedKind;
use crate::study::{InputKind, InputParts, ShakeStudy, Swing};

/// A kind of number, as files name it.
#[must_use]
pub const fn kind_name(kind: JudgedKind) -> &'static str {
    match kind {
        JudgedKind::Step => "step",
        JudgedKind::Fact => "fact",
        JudgedKind::Default => "default",
        JudgedKind::Range => "range",
    }
}

/// What an input is, as files name it.
pub const fn what_name(what: InputKind) -> &'static str {
    match what {
        InputKind::Number => "number",
        InputKind::Argument => "argument",
        InputKind::Kind => "kind",
    }
}

/// The share where the number of an input is low and where it is high; none of several numbers.
pub fn swing_of(study: &ShakeStudy, input: &InputParts) -> Option<Swing> {
    match input.numbers.as_slice() {
        &[number] if input.what == InputKind::Number => study.swings.get(number).copied(),
        _ => None,
    }
}
