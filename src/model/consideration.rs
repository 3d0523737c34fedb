//! The twelve considerations that an actor weighs in every choice.

use super::indexed::indexed_by;

/// How many considerations there are.
pub const CONSIDERATIONS: usize = Consideration::ALL.len();

/// A reason for or against a rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Consideration {
    /// Distance from an answer in kind: tit for tat.
    Reciprocity,
    /// Looking weak to third parties.
    Reputation,
    /// Falling short of what those at home expect.
    Domestic,
    /// Falling short of what the actor has publicly threatened.
    Audience,
    /// Being seen to act.
    ShowOfForce,
    /// What there is to gain if the other gives way.
    Gain,
    /// A visible use of force that diverts anger at home.
    Diversion,
    /// Being hit back.
    Retaliation,
    /// The danger that things get out of hand.
    Escalation,
    /// Effort, for an actor that is spread thin.
    Overstretch,
    /// The pull of mediators towards the off-ramp.
    Mediation,
    /// Trust and trade that are at stake.
    Ties,
}

impl Consideration {
    /// Every consideration, in the order of `docs/model.md`, section 5.
    pub const ALL: [Self; 12] = [
        Self::Reciprocity,
        Self::Reputation,
        Self::Domestic,
        Self::Audience,
        Self::ShowOfForce,
        Self::Gain,
        Self::Diversion,
        Self::Retaliation,
        Self::Escalation,
        Self::Overstretch,
        Self::Mediation,
        Self::Ties,
    ];

    /// Its name, in lower case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reciprocity => "reciprocity",
            Self::Reputation => "reputation",
            Self::Domestic => "domestic",
            Self::Audience => "audience",
            Self::ShowOfForce => "show of force",
            Self::Gain => "gain",
            Self::Diversion => "diversion",
            Self::Retaliation => "retaliation",
            Self::Escalation => "escalation",
            Self::Overstretch => "overstretch",
            Self::Mediation => "mediation",
            Self::Ties => "ties",
        }
    }
}

/// One value for each consideration: `values[Consideration::Ties]`.
pub type PerConsideration<T> = [T; CONSIDERATIONS];

indexed_by!(Consideration, CONSIDERATIONS);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_consideration_has_its_place_and_name() {
        for (place, consideration) in Consideration::ALL.into_iter().enumerate() {
            let mut values = [0; CONSIDERATIONS];
            values[consideration] = 1;
            assert_eq!(values[place], 1, "{}", consideration.name());
        }
        let names: std::collections::BTreeSet<_> = Consideration::ALL
            .iter()
            .map(|which| which.name())
            .collect();
        assert_eq!(names.len(), CONSIDERATIONS);
    }
}
