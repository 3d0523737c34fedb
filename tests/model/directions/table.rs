//! The table of directions, row by row.

use Quantity::{Answer, Force, FrontsOpened, LaterCrises, Opening, Wars};
use offramp::quantities::Quantity;

use super::Way;
use super::Way::{Down, Up};

/// What must move, and which way.
type Moves = &'static [(Quantity, Way)];

/// A row.
#[derive(Clone, Copy)]
pub struct Row {
    pub path: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub moves: Moves,
    /// Whether the opening is left to Iran, without what was said after the strike.
    pub opening: bool,
    /// What is set beside the path.
    pub beside: &'static [(&'static str, &'static str)],
}

const ALL_DOWN: Moves = &[(Force, Down), (Answer, Down), (Wars, Down)];
pub const ALL_UP: Moves = &[(Force, Up), (Answer, Up), (Wars, Up)];
const FORCE_WARS_DOWN: Moves = &[(Force, Down), (Wars, Down)];
const FORCE_WARS_UP: Moves = &[(Force, Up), (Wars, Up)];
const OPENING_DOWN: Moves = &[(Opening, Down)];
const OPENING_UP: Moves = &[(Opening, Up)];

/// A row of the baseline as it was.
const fn row(path: &'static str, from: &'static str, to: &'static str, moves: Moves) -> Row {
    Row {
        path,
        from,
        to,
        moves,
        opening: false,
        beside: &[],
    }
}

/// A row of the baseline with its opening left to Iran.
const fn opening(path: &'static str, from: &'static str, to: &'static str, moves: Moves) -> Row {
    Row {
        opening: true,
        ..row(path, from, to, moves)
    }
}

/// Every row.
pub const ROWS: [Row; 43] = [
    row("actors.*.restraint", "0", "0.6", ALL_DOWN),
    row("actors.*.fear_of_retaliation", "0.5", "4", ALL_DOWN),
    row("actors.*.fear_of_escalation", "0", "4", ALL_DOWN),
    row("actors.*.overstretch", "0", "1", ALL_DOWN),
    row("actors.*.value_of_ties", "0", "2", ALL_DOWN),
    row("actors.*.response_days", "0.5", "10", FORCE_WARS_DOWN),
    row("actors.*.forewarning", "0", "1", ALL_DOWN),
    row("actors.*.apology", "0", "1", ALL_DOWN),
    row(
        "actors.*.belief_in_retaliation",
        "0.1",
        "0.9",
        FORCE_WARS_DOWN,
    ),
    opening("actors.*.belief_in_retaliation", "0.1", "0.9", OPENING_DOWN),
    row(
        "actors.*.reputation_for_resolve",
        "0.1",
        "0.9",
        &[(Force, Down), (Answer, Down), (FrontsOpened, Down)],
    ),
    row("relations.trust", "0", "1", ALL_DOWN),
    row("relations.interdependence", "0", "1", FORCE_WARS_DOWN),
    row(
        "relations.crisis_communication",
        "0",
        "1",
        &[(Wars, Down), (Answer, Up)],
    ),
    row("mediators.china.engages_per_day", "0", "2", FORCE_WARS_DOWN),
    row("actors.*.denial", "0", "0.6", ALL_DOWN),
    row("actors.*.contrition", "0", "1", &[(Force, Down)]),
    row(
        "rungs.strike-militants.war_risk",
        "0.004",
        "0.2",
        &[(Force, Down), (Wars, Up)],
    ),
    row(
        "actors.*.misperception",
        "0",
        "0.6",
        &[(Wars, Up), (Answer, Down)],
    ),
    row("actors.*.hostile_attribution", "-0.1", "0.2", ALL_UP),
    row("actors.*.suspicion", "0", "1", ALL_UP),
    row("actors.*.public_sensitivity", "0", "1.5", ALL_UP),
    row("actors.*.domestic_pressure", "0", "1.5", ALL_UP),
    row("actors.*.response_ratio", "0.6", "1.4", ALL_UP),
    row(
        "actors.*.concern_for_reputation",
        "0",
        "2.5",
        &[(Force, Up), (Answer, Up), (FrontsOpened, Down)],
    ),
    row("actors.*.show_of_force", "0", "1.2", FORCE_WARS_UP),
    row("actors.*.stake", "0", "2", FORCE_WARS_UP),
    opening("actors.iran.stake", "0", "1", OPENING_UP),
    opening("actors.iran.diversion", "0", "0.6", OPENING_UP),
    opening("actors.iran.reliance_on_mediators", "0", "1", OPENING_UP),
    row("actors.*.diversion", "0", "1.5", FORCE_WARS_UP),
    row("actors.*.reliance_on_mediators", "0", "1", &[(Wars, Up)]),
    row("actors.*.unauthorised", "0", "0.3", &[(Force, Up)]),
    row("actors.*.shock_of_surprise", "0", "1", ALL_UP),
    row("actors.*.affront", "0", "0.6", ALL_UP),
    row("actors.*.slight", "0", "0.6", ALL_UP),
    row(
        "actors.*.audience_cost",
        "0",
        "3",
        &[(Force, Up), (Answer, Up)],
    ),
    // A threat that is believed deters.
    Row {
        beside: &[("actors.pakistan.audience_cost", "2")],
        ..opening("actors.pakistan.public_threat", "0", "0.68", OPENING_DOWN)
    },
    row(
        "actors.pakistan.reciprocity",
        "0",
        "10",
        &[
            (Answer, Up),
            (Wars, Up),
            (LaterCrises, Down),
            (FrontsOpened, Down),
        ],
    ),
    row("fronts.india.audience_weight", "0", "2", &[(Answer, Up)]),
    row("fronts.israel-us.audience_weight", "0", "2", &[(Force, Up)]),
    row(
        "armed_groups.jaish-al-adl.degraded",
        "-0.5",
        "0.8",
        &[(LaterCrises, Down)],
    ),
    row(
        "actors.iran.occasions_per_day",
        "0",
        "0.05",
        &[(LaterCrises, Up)],
    ),
];
