//! Why the inputs exclude a case: a value before it is words.

use serde::{Deserialize, Serialize};

/// Why a case cannot occur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The opening is full-scale war, and the crisis is over with it.
    OpeningIsWar,
    /// The opening is certain to slip into war.
    OpeningSlips,
    /// The opening reaches the rung of limited war.
    OpeningIsLimitedWar,
    /// The opening uses force.
    OpeningUsesForce,
    /// No first act uses force, as a mean has it.
    OpeningWithoutForce,
    /// The opening is fixed on a rung without force.
    OpeningOnRungWithoutForce,
    /// The opening lies above the rung.
    OpeningAbove,
    /// The opening is fixed on another rung.
    OpeningElsewhere,
    /// The opening is fixed, so that there is one.
    OpeningFixed,
    /// A choice at or below the off-ramp begins no crisis.
    NothingHappens,
    /// An act at or below the off-ramp ends the crisis.
    StepsDown,
    /// No answer can end the crisis.
    NoStepDown,
    /// Every act is limited war.
    AlwaysLimitedWar,
    /// Every choice is overridden.
    Overridden,
    /// Every act on this rung slips into war.
    RungSlips,
    /// Every act slips into war.
    EveryActSlips,
    /// No mediator engages.
    NoMediator,
    /// No front opens.
    NoFront,
    /// No armed group attacks, and no actor finds an occasion.
    NothingBeginsACrisis,
    /// No actor finds an occasion.
    NoOccasion,
    /// Several inputs together leave no way to it.
    NoWay,
}

impl Reason {
    /// Half a sentence, after "cannot occur here:".
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::OpeningIsWar => "the opening is war",
            Self::OpeningSlips => "the opening slips into war",
            Self::OpeningIsLimitedWar => "the opening is limited war already",
            Self::OpeningUsesForce => "the opening uses force",
            Self::OpeningWithoutForce => "the opening uses no force",
            Self::OpeningOnRungWithoutForce => "the opening is fixed on a rung without force",
            Self::OpeningAbove => "the first act is already higher",
            Self::OpeningElsewhere => "the opening is fixed on another rung",
            Self::OpeningFixed => "the opening is fixed",
            Self::NothingHappens => "so mild a first act begins no crisis",
            Self::StepsDown => "so mild an act ends the crisis",
            Self::NoStepDown => "no answer can end the crisis",
            Self::AlwaysLimitedWar => "every act is limited war",
            Self::Overridden => "every choice is overridden",
            Self::RungSlips => "every act on this rung slips into war",
            Self::EveryActSlips => "every act slips into war",
            Self::NoMediator => "no mediator engages",
            Self::NoFront => "no front opens",
            Self::NothingBeginsACrisis => "no armed group attacks, and no actor finds an occasion",
            Self::NoOccasion => "no actor finds an occasion",
            Self::NoWay => "the inputs leave no way to it",
        }
    }
}

/// Reasons that hold at several places, each once, in their order.
#[must_use]
pub fn each_once(reasons: impl Iterator<Item = Reason>) -> Vec<Reason> {
    let mut all: Vec<Reason> = Vec::new();
    for reason in reasons {
        if !all.contains(&reason) {
            all.push(reason);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_has_a_name_of_several_words_and_words_of_its_own() {
        let name = serde_json::to_string(&Reason::OpeningIsLimitedWar).unwrap();
        assert_eq!(name, "\"opening-is-limited-war\"");
        assert_eq!(
            serde_json::from_str::<Reason>(&name).unwrap(),
            Reason::OpeningIsLimitedWar
        );
        assert!(serde_json::from_str::<Reason>("\"the opening is limited war already\"").is_err());
    }

    #[test]
    fn reasons_are_given_once() {
        let reasons = [Reason::NoFront, Reason::NoWay, Reason::NoFront];
        assert_eq!(
            each_once(reasons.into_iter()),
            [Reason::NoFront, Reason::NoWay]
        );
        assert_eq!(each_once(std::iter::empty()), []);
    }
}
