//! The ladder of escalation (Kahn 1965): what each rung is, in the form in which the choice looks
//! at it.

use super::Blueprint;
use crate::parameters::MAX_RUNGS;

/// A number for every rung; beyond the last rung, 0.
pub type PerRung = [f64; MAX_RUNGS];

/// How many rungs the choice works on together.
pub const LANES: usize = 4;

/// The rungs, as the mechanisms read them; laid out as [`Features`](super::choice::Features) are.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
pub struct Ladder {
    /// The severity of each.
    pub severity: PerRung,
    /// What each draws from stocks.
    pub effort: PerRung,
    /// How many there are.
    pub len: usize,
    /// For each: does it use armed force?
    pub force: [bool; MAX_RUNGS],
    /// For each: can its author deny it?
    pub deniable: [bool; MAX_RUNGS],
    /// An answer at or below this rung ends the crisis.
    pub off_ramp: usize,
    /// A part of the state that overrides the choice acts at least on this rung.
    pub unauthorised_rung: usize,
}

impl Ladder {
    /// The ladder of a scenario.
    #[must_use]
    pub fn new(blueprint: &Blueprint) -> Self {
        let mut ladder = Self {
            len: blueprint.numbers.rungs.len(),
            severity: [0.0; MAX_RUNGS],
            effort: [0.0; MAX_RUNGS],
            force: [false; MAX_RUNGS],
            deniable: [false; MAX_RUNGS],
            off_ramp: blueprint.off_ramp,
            unauthorised_rung: blueprint.unauthorised_rung,
        };
        for (at, rung) in blueprint.numbers.rungs.iter().enumerate() {
            ladder.severity[at] = rung.severity;
            ladder.effort[at] = rung.effort;
            ladder.force[at] = blueprint.force[at];
            ladder.deniable[at] = blueprint.deniable[at];
        }
        ladder
    }

    /// The top rung: war.
    #[inline]
    #[must_use]
    pub const fn top(&self) -> usize {
        self.len - 1
    }
}

/// The rungs, four by four.
#[inline(always)]
#[allow(clippy::inline_always)] // for work in wide registers, see `stats::with_simd`
pub fn lanes(rungs: &PerRung) -> std::slice::Iter<'_, [f64; LANES]> {
    rungs.as_chunks().0.iter()
}
