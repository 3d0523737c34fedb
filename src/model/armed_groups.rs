//! Armed groups that neither side controls. They attack whatever the capitals agree; strikes of
//! their victim may weaken them, or feed them.

use super::Recurring;
use crate::parameters::ArmedGroup;

/// The most attacks per day that strikes can drive a group to: the largest rate that a scenario may
/// set.
pub const MOST_ATTACKS_PER_DAY: f64 = 10.0;

/// The provocation that the victim of an attack sees: its severity, as far as it blames the other
/// actor.
#[inline]
#[must_use]
pub fn provocation(group: &ArmedGroup) -> f64 {
    group.severity * group.blame
}

/// Changes a group's attacks after a use of force by its victim, whoever was hit.
#[inline]
pub fn struck(attacks: &mut Recurring, group: &ArmedGroup) {
    attacks.rate = (attacks.rate * (1.0 - group.degraded)).min(MOST_ATTACKS_PER_DAY);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::Listed;

    #[test]
    fn strikes_weaken_a_group_or_feed_it_up_to_a_bound() {
        let group = |degraded| ArmedGroup {
            degraded,
            ..ArmedGroup::default()
        };
        let mut attacks = Recurring::start(0.4, 0.5);
        struck(&mut attacks, &group(0.25));
        assert!((attacks.rate - 0.3).abs() < 1e-15);
        struck(&mut attacks, &group(-1.0));
        assert!((attacks.rate - 0.6).abs() < 1e-15);
        for _ in 0..9 {
            struck(&mut attacks, &group(-1.0));
        }
        assert_eq!(attacks.rate, MOST_ATTACKS_PER_DAY);
        struck(&mut attacks, &group(1.0));
        assert_eq!(attacks.rate, 0.0);
    }

    #[test]
    fn the_bound_is_the_largest_rate_of_a_scenario() {
        let place = ArmedGroup::index("attacks_per_day").unwrap();
        assert_eq!(ArmedGroup::LIST[place].max, MOST_ATTACKS_PER_DAY);
    }
}
