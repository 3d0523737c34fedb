//! What is read off the list of quantities.

use super::catalogue::{By, Kind};
use super::{Most, Quantity, ROWS, Row, values};
use crate::model::indexed::indexed_by;
use crate::model::{Model, Side};
use crate::sim::{Outcome, Summary};

indexed_by!(Quantity, Quantity::COUNT);

impl Quantity {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// Its row of the list.
    #[must_use]
    pub const fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// The share of trials whose opening crisis ends so.
    #[must_use]
    pub const fn of_outcome(outcome: Outcome) -> Self {
        Self::ALL[outcome as usize] // outcomes come first, in their order
    }

    /// The outcome that it is the share of, where it is that of a single one.
    #[must_use]
    pub const fn outcome(self) -> Option<Outcome> {
        match self.row().kind {
            Kind::Outcomes(&[outcome]) => Some(outcome),
            _ => None,
        }
    }

    /// The outcomes that it is the share of, taken together; none where it is no share of outcomes.
    #[must_use]
    pub const fn outcomes(self) -> &'static [Outcome] {
        match self.row().kind {
            Kind::Outcomes(outcomes) => outcomes,
            _ => &[],
        }
    }

    /// The names of the quantities that are shares of outcomes.
    #[must_use]
    pub fn ends() -> Vec<&'static str> {
        let ends = Self::named_ones().filter(|quantity| !quantity.outcomes().is_empty());
        ends.map(Self::name).collect()
    }

    /// The quantities that can be asked for by name: all but those of a single actor.
    pub fn named_ones() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|quantity| quantity.has_name())
    }

    /// The names of these.
    #[must_use]
    pub fn names() -> Vec<&'static str> {
        Self::named_ones().map(Self::name).collect()
    }

    /// The quantity with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::named_ones().find(|quantity| quantity.name() == name)
    }

    /// The quantities that a run reports as means: all that a trial counts, of the two actors each
    /// by itself. The day of the last act comes first.
    pub fn reported() -> impl Iterator<Item = Self> {
        let counted = |quantity: &Self| quantity.is_counted() && quantity.row().by != By::Both;
        let first = |quantity: &Self| *quantity == Self::EndDay;
        let rest = Self::ALL
            .into_iter()
            .filter(move |quantity| !first(quantity));
        Self::ALL
            .into_iter()
            .filter(first)
            .chain(rest)
            .filter(counted)
    }

    /// The quantity of one of the two actors, where it is counted by actor.
    #[must_use]
    pub fn of_actor(self, side: Side) -> Self {
        let found = |other: &Self| other.name() == self.name() && other.row().by == By::one(side);
        Self::ALL.into_iter().find(found).unwrap_or(self)
    }

    /// Its name in files and on the command line; that of a single actor's has the actor's id after
    /// it there.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().key
    }

    /// What a tally kept in a file calls it.
    #[must_use]
    pub fn tally_key(self) -> String {
        let end = match self.row().by {
            By::Nobody => "",
            By::Opener => "_opener",
            By::Other => "_other",
            By::Both => "_of_both",
        };
        format!("{}{end}", self.name())
    }

    /// What it is, as the label of a row.
    #[must_use]
    pub const fn label(self) -> &'static str {
        self.row().label
    }

    /// Whether it can be asked for by name.
    const fn has_name(self) -> bool {
        matches!(self.row().by, By::Nobody | By::Both)
    }

    /// Whether a field of a trial counts it, so that it is not read off a table.
    const fn is_counted(self) -> bool {
        matches!(self.row().kind, Kind::Flag | Kind::Number { .. })
    }

    /// Whether the means of two models are compared in it: shares of outcomes follow from the flips
    /// instead.
    pub(crate) const fn is_compared(self) -> bool {
        self.has_name() && !matches!(self.row().kind, Kind::Outcomes(_))
    }

    /// Whether its values are zeros and ones, so that its mean is a share.
    #[must_use]
    pub const fn is_share(self) -> bool {
        self.steps().is_none()
    }

    /// How many steps of its unit its values are counted in; none of a share.
    #[must_use]
    pub const fn steps(self) -> Option<f64> {
        match self.row().kind {
            Kind::Number { steps, .. } => Some(steps),
            Kind::Outcomes(_) | Kind::FirstAct | Kind::FirstAnswer | Kind::Flag => None,
        }
    }

    /// The smallest value there can be in a model.
    #[must_use]
    pub fn least(self, model: &Model) -> f64 {
        match self.row().kind {
            Kind::Number { least, .. } => least(model),
            Kind::Outcomes(_) | Kind::FirstAct | Kind::FirstAnswer | Kind::Flag => 0.0,
        }
    }

    /// The largest value there can be in a model.
    #[must_use]
    pub fn most(self, model: &Model) -> Most {
        match self.row().kind {
            Kind::Number { most, .. } => most(model),
            Kind::Outcomes(_) | Kind::FirstAct | Kind::FirstAnswer | Kind::Flag => Most::Sure(1.0),
        }
    }

    /// Its value in one trial of a model.
    #[must_use]
    pub fn of_trial(self, model: &Model, trial: &Summary) -> f64 {
        values(&model.force, trial)[self as usize]
    }
}

impl From<Quantity> for String {
    /// Its name, by which it can be kept; that of a single actor's says which of the two:
    /// `force_opener`.
    fn from(quantity: Quantity) -> Self {
        if quantity.has_name() {
            quantity.name().to_owned()
        } else {
            quantity.tally_key()
        }
    }
}

impl TryFrom<String> for Quantity {
    type Error = String;

    fn try_from(kept: String) -> Result<Self, String> {
        let found = Self::ALL
            .into_iter()
            .find(|&quantity| String::from(quantity) == kept);
        found.ok_or_else(|| format!("there is no quantity `{kept}`"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantities::each_counted;

    #[test]
    fn names_lead_to_their_quantities_and_back() {
        for quantity in Quantity::named_ones() {
            assert_eq!(Quantity::named(quantity.name()), Some(quantity));
        }
        assert_eq!(Quantity::named("SeveralRounds"), None);
        for outcome in Outcome::ALL {
            let quantity = Quantity::of_outcome(outcome);
            assert_eq!(
                (quantity.outcome(), quantity.name()),
                (Some(outcome), outcome.name())
            );
        }
    }

    #[test]
    fn every_quantity_can_be_kept_by_a_name_of_its_own() {
        for quantity in Quantity::ALL {
            assert_eq!(Quantity::try_from(String::from(quantity)), Ok(quantity));
        }
        assert_eq!(String::from(Quantity::Force), "force");
        assert_eq!(
            String::from(Quantity::Force.of_actor(Side::Opener)),
            "force_opener"
        );
        assert!(Quantity::try_from("force_of_both".to_owned()).is_err());
    }

    #[test]
    fn every_row_is_whole_and_has_a_key_of_its_own() {
        let keys: Vec<String> = Quantity::ALL.into_iter().map(Quantity::tally_key).collect();
        for (at, quantity) in Quantity::ALL.into_iter().enumerate() {
            let row = quantity.row();
            assert!(
                !row.label.is_empty() && !row.meaning.is_empty(),
                "{quantity:?}"
            );
            assert!(!keys[at + 1..].contains(&keys[at]), "{}", keys[at]);
        }
    }

    #[test]
    fn a_row_has_a_field_of_a_trial_where_its_kind_takes_one() {
        let mut counted = Vec::new();
        each_counted(&Summary::default(), |quantity, _| counted.push(quantity));
        let expected: Vec<Quantity> = Quantity::ALL
            .into_iter()
            .filter(|quantity| quantity.is_counted())
            .collect();
        assert_eq!(counted, expected);
    }
}
