//! Names of version 1 of the model, and what they are called since version 2.

/// Old and new: keys, tables, outcomes, and shipped scenarios.
const RENAMED: [(&str, &str); 22] = [
    ("standing", "reputation_for_resolve"),
    ("commitment", "public_threat"),
    ("signalling", "show_of_force"),
    ("sting", "shock_of_surprise"),
    ("steadiness", "choice_precision"),
    ("strain", "overstretch"),
    ("concern_for_strain", "cost_of_overstretch"),
    ("hostile_bias", "hostile_attribution"),
    ("proportionality", "response_ratio"),
    ("fear_of_war", "fear_of_escalation"),
    ("channel", "crisis_communication"),
    ("watching", "audience_weight"),
    ("spoilers", "armed_groups"),
    ("anger_vented", "catharsis"),
    ("harm_shock", "casualty_salience"),
    ("standing_rate", "reputation_rate"),
    ("feud", "several-rounds"),
    ("dynamics.learning", "actors.*.learning"),
    ("deep-state-in-charge", "deep-state-acts"),
    ("audience-costs", "threats-that-bind"),
    // Arguments of the baseline.
    ("balakot-precedent", "balakot-lesson"),
    ("spoilers-go-on", "groups-go-on"),
];

/// The new name of one that is old, if it is among those known where it stands.
pub fn renamed(name: &str, known: &[impl AsRef<str>]) -> Option<&'static str> {
    let new = now(name)?;
    known
        .iter()
        .any(|other| other.as_ref() == new)
        .then_some(new)
}

/// What an old name or path is called now.
pub fn now(name: &str) -> Option<&'static str> {
    RENAMED
        .iter()
        .find(|(old, _)| *old == name)
        .map(|&(_, new)| new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_name_has_a_new_one_where_that_is_known() {
        assert_eq!(
            renamed("sting", &["shock_of_surprise", "slight"]),
            Some("shock_of_surprise")
        );
        assert_eq!(renamed("sting", &["slight"]), None);
        assert_eq!(renamed("reciprocity", &["reciprocity"]), None);
    }
}
