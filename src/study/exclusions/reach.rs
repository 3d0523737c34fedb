//! What trials can come to with any luck: every way through a crisis is followed, with what can
//! never happen left out. Rungs are bits of a set; uses of force are counted up to two, which is as
//! many as tell the outcomes apart.

use crate::model::{FirstMove, Model, Side};
use crate::sim::Outcome;

/// Some of the rungs: bit x stands for rung x.
pub(super) type RungSet = u32;

/// Numbers of uses of force: none, one, more.
const COUNTED: usize = 3;

/// What trials of a model can come to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reach {
    /// Ends of the opening crisis.
    pub outcomes: [bool; Outcome::ALL.len()],
    /// Its peaks.
    pub peaks: RungSet,
    /// First acts.
    pub first_acts: RungSet,
    /// Whether there may be none.
    pub no_act: bool,
    /// First answers in any crisis.
    pub answers: RungSet,
    /// Whether an answer may end the opening crisis.
    pub steps_down: bool,
    /// Whether there may be quiet after the opening.
    pub quiet: bool,
    /// Rungs on day 0.
    pub at_first: RungSet,
    /// Rungs on later days.
    pub later: RungSet,
}

/// What one crisis can come to.
#[derive(Clone, Copy, Debug, Default)]
struct Crisis {
    outcomes: [bool; Outcome::ALL.len()],
    peaks: RungSet,
    levels: RungSet,
    steps_down: bool,
    /// The peaks so far of crises in which a side has to answer, by that side and by the uses of
    /// force of each.
    open: [[[RungSet; COUNTED]; COUNTED]; 2],
}

/// Where a crisis stands.
#[derive(Clone, Copy)]
struct Stand {
    side: Side,
    force: [usize; 2],
    peaks: RungSet,
}

impl Reach {
    pub(super) fn new(model: &Model) -> Self {
        let beyond_off_ramp = !below(model.off_ramp + 1);
        let can_open = match model.first_move {
            FirstMove::Rung(rung) => 1 << rung,
            FirstMove::Choose => choices(model, Side::Opener),
        };
        let no_act = model.first_move == FirstMove::Choose && can_open & !beyond_off_ramp != 0;
        let first_acts = if model.first_move == FirstMove::Choose {
            can_open & beyond_off_ramp
        } else {
            can_open
        };
        let first = Crisis::new(model, Side::Opener, first_acts);
        let quiet = no_act || first.steps_down;
        let mut reach = Self {
            outcomes: first.outcomes,
            peaks: first.peaks | RungSet::from(no_act),
            first_acts,
            no_act,
            answers: answers(model, Side::Opener, first_acts),
            steps_down: first.steps_down,
            quiet,
            at_first: opening_levels(model, first_acts),
            later: first.levels,
        };
        reach.outcomes[Outcome::NoForce as usize] |= no_act;
        for side in Side::BOTH
            .into_iter()
            .filter(|&side| quiet && may_begin(model, side))
        {
            let rungs = choices(model, side) & beyond_off_ramp;
            reach.later |= Crisis::new(model, side, rungs).levels;
            // Where anything happened before, it was answered, or no crisis comes later.
            reach.answers |= if no_act {
                answers(model, side, rungs)
            } else {
                0
            };
        }
        reach
    }
}

impl Crisis {
    /// The crisis that a side begins on one of these rungs.
    fn new(model: &Model, side: Side, rungs: RungSet) -> Self {
        let mut crisis = Self::default();
        crisis.act(
            model,
            Stand {
                side,
                force: [0; 2],
                peaks: 1,
            },
            rungs,
            false,
        );
        let may_answer = Side::BOTH.map(|side| choices(model, side));
        loop {
            let before = crisis.open;
            for side in Side::BOTH {
                for force in (0..COUNTED * COUNTED).map(|both| [both / COUNTED, both % COUNTED]) {
                    let peaks = crisis.open[side as usize][force[0]][force[1]];
                    if peaks != 0 {
                        crisis.act(
                            model,
                            Stand { side, force, peaks },
                            may_answer[side as usize],
                            true,
                        );
                    }
                }
            }
            if crisis.open == before {
                return crisis;
            }
        }
    }

    /// A side acts on any of these rungs.
    fn act(&mut self, model: &Model, stand: Stand, rungs: RungSet, answer: bool) {
        let top = 1 << model.top();
        for rung in each(rungs) {
            let mut force = stand.force;
            let own = &mut force[stand.side as usize];
            *own = (*own + usize::from(model.force[rung])).min(COUNTED - 1);
            let peaks = raised(stand.peaks, rung);
            if answer && rung <= model.off_ramp {
                self.steps_down = true;
                self.end(model, force, peaks, false);
                continue;
            }
            let (may_be_war, must_be_war) = model.accident(rung);
            if rung == model.top() || may_be_war {
                self.levels |= top;
                self.end(model, force, top, false);
            }
            if rung != model.top() && !must_be_war {
                self.levels |= 1 << rung;
                // No answer may come before the horizon.
                self.end(model, force, peaks, true);
                self.open[stand.side.opponent() as usize][force[0]][force[1]] |= peaks;
            }
        }
    }

    /// It is over, with one of these peaks.
    fn end(&mut self, model: &Model, force: [usize; 2], peaks: RungSet, unresolved: bool) {
        self.peaks |= peaks;
        for peak in each(peaks) {
            let outcome = Outcome::of(
                peak,
                force.map(|uses| uses as u64),
                model.top(),
                model.limited_war,
                unresolved,
            );
            self.outcomes[outcome as usize] = true;
        }
    }
}

/// The levels of day 0: an act slips into war at once, and an answer takes its time.
fn opening_levels(model: &Model, rungs: RungSet) -> RungSet {
    each(rungs).fold(0, |levels, rung| levels | levels_after_act(model, rung))
}

fn levels_after_act(model: &Model, rung: usize) -> RungSet {
    if rung == model.top() {
        return 1 << rung;
    }
    let (may_be_war, must_be_war) = model.accident(rung);
    let war = RungSet::from(may_be_war) << model.top();
    let act = RungSet::from(!must_be_war) << rung;
    war | act
}

/// The rungs that a side may come to act on: of none the chance is nothing, but for those below an
/// override that is certain.
fn choices(model: &Model, side: Side) -> RungSet {
    below(model.rungs()) & !below(model.lowest_act(side))
}

/// The answers to a side's act on any of these rungs.
fn answers(model: &Model, side: Side, rungs: RungSet) -> RungSet {
    if each(rungs).any(|rung| rung != model.top() && !model.accident(rung).1) {
        choices(model, side.opponent())
    } else {
        0
    }
}

/// Whether this side may begin a crisis after the first: an armed group may attack it, or it may
/// find an occasion.
fn may_begin(model: &Model, side: Side) -> bool {
    let groups = model.armed_group_victims.iter().enumerate();
    let mut own = groups.filter(|&(_, &victim)| victim == side);
    own.any(|(at, _)| model.attacks_of(at) > 0.0) || model.occasions_of(side) > 0.0
}

/// All rungs below this one.
fn below(rung: usize) -> RungSet {
    ((1_u64 << rung) - 1) as RungSet
}

/// Peaks, after an act on this rung.
fn raised(peaks: RungSet, rung: usize) -> RungSet {
    let lower = peaks & below(rung);
    (peaks & !lower) | (if lower == 0 { 0 } else { 1 << rung })
}

/// The rungs of a set.
fn each(rungs: RungSet) -> impl Iterator<Item = usize> {
    (0..RungSet::BITS as usize).filter(move |&rung| rungs >> rung & 1 == 1)
}
