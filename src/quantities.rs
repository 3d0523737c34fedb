//! The one list of quantities: key, kind, value of a trial, label, unit and meaning of each.
//!
//! Everything that must know a quantity reads it here: tallies and the files of shards, findings,
//! comparisons, JSON, CSV and the data dictionary, tables, `--outcome`, `[expected]`, the schema
//! and the reference page. A new quantity is one row in this file, and the field in which a trial
//! counts it.
//!
//! ```
//! use offramp::quantities::Quantity;
//!
//! let acts = Quantity::named("acts").unwrap();
//! assert_eq!((acts, acts.row().unit), (Quantity::Acts, "acts"));
//! assert!(Quantity::War.is_share() && !acts.is_share());
//! ```

mod catalogue;
mod most;
mod quantity;

pub use catalogue::{By, Column, Kind, Needs, Part, Row};
use catalogue::{Value, quantities};
pub use most::Most;

use crate::model::{FirstMove, Model, Side, Slot};
use crate::parameters::{Front, Relations};
use crate::sim::{Outcome, Summary};

quantities! {
    NoForce, "Nobody uses force", Row::end(&[Outcome::NoForce], "No force is used");
    OneSided, "Only one actor uses force", Row::end(&[Outcome::OneSided], "Only one side strikes");
    OneRound, "Each uses force exactly once", Row::end(&[Outcome::OneRound], "Each side strikes once");
    SeveralRounds, "Both use force, and more than once in all", Row::end(&[Outcome::SeveralRounds], "Several rounds");
    LimitedWar, "The peak reaches the rung of limited war", Row::end(&[Outcome::LimitedWar], "Limited war");
    War, "The top rung is reached, by choice or by a slip", Row::end(&[Outcome::War], "Full-scale war");
    Unresolved, "The horizon falls inside it", Row::end(&[Outcome::Unresolved], "Still going on at the end");
    Wars, "It ends in limited war or war", Row {
        key: "wars", kind: Kind::Outcomes(&[Outcome::LimitedWar, Outcome::War]), label: "Limited or full-scale war",
        note: "limited war and war together", ..Row::FLAG
    };
    Opening, "The first act uses force", Row {
        key: "opening", kind: Kind::FirstAct, label: "First act uses force", note: "the first act uses force",
        ..Row::FLAG
    };
    Answer, "The first answer, in any crisis, uses force", Row {
        key: "answer", kind: Kind::FirstAnswer, part: Part::WholeTrial, needs: Needs::Answer,
        label: "First answer uses force", note: "the first answer, in any crisis, uses force", ..Row::FLAG
    };
    Force = |trial| trial.force[0] + trial.force[1], "Uses of force in it by both actors", Row {
        key: "force", kind: FORCE, by: By::Both, unit: "uses of force", label: "Uses of force by both",
        note: "uses of force by both", column: Some(Column { heading: "uses of force", width: 10 }), ..Row::NUMBER
    };
    Acts = |trial| trial.acts, "Acts in it, the one that ended it included", Row {
        key: "acts", kind: ACTS, unit: "acts", label: "Acts", title: "Acts in the opening crisis",
        column: Some(Column { heading: "acts", width: 8 }), ..Row::NUMBER
    };
    EndDay = |trial| trial.end_day, "The day it ended: of the answer that ended it, of war, or the horizon where that cut it", Row {
        key: "end_day",
        kind: Kind::Number { steps: 4.0, least: |_| 0.0, most: |model| Most::Sure(f64::from(model.horizon_days)) },
        unit: "days", label: "Day it ended",
        title: "Day the opening crisis ended, or the horizon where that cut it",
        column: Some(Column { heading: "ends on day", width: 8 }), ..Row::NUMBER
    };
    ForceOpener = |trial| trial.force[0], "Uses of force in it by this actor (id)", Row {
        kind: force(Side::Opener), by: By::Opener, ..FORCE_OF_ACTOR
    };
    ForceOther = |trial| trial.force[1], "Uses of force in it by this actor (id)", Row {
        kind: force(Side::Other), by: By::Other, needs: Needs::Answer, ..FORCE_OF_ACTOR
    };
    EndedWithMediator = |trial| trial.ended_with_mediator,
        "it ended while an engaged mediator had leverage on the one who ended it", Row {
        key: "ended_with_mediator", needs: Needs::Mediator, label: "Mediator engaged at end",
        title: "Mediator engaged when the opening crisis ended", note: "in association, not as cause",
        column: Some(Column { heading: "with a mediator", width: 12 }), ..Row::FLAG
    };
    Trust = |trial| trial.trust, "Trust at the last event of the trial", Row {
        key: "trust", kind: Kind::Number { steps: 256.0, least: |_| 0.0, most: |model| Most::Sure(trust(model)) },
        part: Part::WholeTrial, unit: "0 to 1", label: "Trust at the trial's end",
        note: "at the end of the trial", ..Row::NUMBER
    };
    FrontsOpened = |trial| trial.fronts_opened, "Fronts opened in the trial", Row {
        key: "fronts_opened",
        kind: Kind::Number { steps: 1.0, least: |_| 0.0, most: |model| Most::Sure(fronts(model)) },
        part: Part::WholeTrial, needs: Needs::Front, unit: "fronts", label: "Fronts opened",
        column: Some(Column { heading: "fronts opened", width: 10 }), ..Row::NUMBER
    };
    LaterCrises = |trial| trial.later_crises, "Crises after the first", Row {
        key: "later_crises",
        kind: Kind::Number { steps: 1.0, least: |_| 0.0, most: most::later_crises },
        part: Part::LaterCrises, needs: Needs::LaterCrisis, unit: "crises", label: "Later crises",
        note: "begun after the opening crisis, when an armed group attacks or an actor finds an occasion",
        column: Some(Column { heading: "later crises", width: 10 }), ..Row::NUMBER
    };
    Challenges = |trial| trial.challenges, "Later crises that an actor began on an occasion", Row {
        key: "challenges",
        kind: Kind::Number { steps: 1.0, least: |_| 0.0, most: most::later_crises },
        part: Part::LaterCrises, needs: Needs::Occasion, unit: "crises", label: "Challenges",
        note: "later crises that an actor began on an occasion", ..Row::NUMBER
    };
    LaterWar = |trial| trial.later_war, "a later crisis became full-scale war", Row {
        key: "later_war", part: Part::LaterCrises, needs: Needs::LaterCrisis, label: "A later full-scale war",
        ..Row::FLAG
    };
    AnyWar = |trial| trial.any_war, "a crisis, the first or a later one, reached limited or full-scale war", Row {
        key: "any_war", part: Part::WholeTrial, label: "Any war in any crisis",
        note: "limited or full-scale war, in the opening crisis or a later one", ..Row::FLAG
    };
}

/// Acts, of which the opening may be one.
const ACTS: Kind = Kind::Number {
    steps: 1.0,
    least: |model| opens_on(model).is_some().value(),
    most: most::acts,
};

/// Uses of force by both, of which the opening may be one.
const FORCE: Kind = Kind::Number {
    steps: 1.0,
    least: opening_force,
    most: most::acts,
};

/// Uses of force by one side.
const fn force(side: Side) -> Kind {
    match side {
        Side::Opener => Kind::Number {
            steps: 1.0,
            least: opening_force,
            most: most::acts_of_opener,
        },
        Side::Other => Kind::Number {
            steps: 1.0,
            least: |_| 0.0,
            most: most::acts_of_other,
        },
    }
}

/// What the rows of the two actors share.
const FORCE_OF_ACTOR: Row = Row {
    key: "force",
    unit: "uses of force",
    label: "Uses of force",
    title: "Uses of force in the opening crisis",
    ..Row::NUMBER
};

/// The lowest rung of the opening, where there is one in every trial: it is fixed, or every choice
/// is overridden.
fn opens_on(model: &Model) -> Option<usize> {
    match (model.first_move, model.lowest_act(Side::Opener)) {
        (FirstMove::Rung(rung), _) => Some(rung),
        (FirstMove::Choose, lowest) => (lowest > model.off_ramp).then_some(lowest),
    }
}

/// The least uses of force in an opening.
fn opening_force(model: &Model) -> f64 {
    let forceful = |rung: usize| match model.first_move {
        FirstMove::Rung(_) => model.force[rung],
        FirstMove::Choose => model.force.iter().skip(rung).all(|&force| force),
    };
    opens_on(model).is_some_and(forceful).value()
}

/// How many fronts may open.
fn fronts(model: &Model) -> f64 {
    let may_open = |at: &usize| {
        model
            .ends_of::<Front>("opens_per_day", |key| Slot::Front(*at, key))
            .1
            > 0.0
    };
    (0..model.numbers.fronts.len()).filter(may_open).count() as f64
}

/// Trust where it begins: it is damaged, and heals, but never grows beyond that.
fn trust(model: &Model) -> f64 {
    model.ends_of::<Relations>("trust", Slot::Relations).1
}
