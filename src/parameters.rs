//! The one list of parameters: key, default, range, unit, kind, tier, meaning and source of each.
//!
//! Everything that must know a parameter reads it here: the checks of a scenario, `--set`, the paths of arguments and
//! of uncertain values, the resolved scenario. A new parameter is one line in this file, and its use.
//!
//! ```
//! use offramp::parameters::{Actor, Listed};
//!
//! let index = Actor::index("misperception").unwrap();
//! assert_eq!(Actor::LIST[index].max, 2.0);
//! assert_eq!(Actor::default().misperception, 0.2);
//! ```

mod catalogue;

use catalogue::parameters;
pub use catalogue::{Kind, Listed, Parameter, Tier};

/// The fewest rungs a ladder may have.
pub const MIN_RUNGS: usize = 3;
/// The most rungs a ladder may have.
pub const MAX_RUNGS: usize = 32;

parameters! {
    /// How long a trial lasts. Whole days.
    Horizon at "" {
        horizon_days = 90.0, 1.0..=3650.0, "days", Situation, Core, "how long a trial is followed", "";
    }

    /// How the crisis begins, beside who moves first and on which rung.
    Opening at "opening" {
        provocation = 0.0, 0.0..=1.5, "", Situation, Core, "what the opener feels it answers", "";
        publicity = 1.0, 0.0..=1.0, "chance", Situation, More, "chance that a fixed opening act is announced", "";
    }

    /// What lies between the two actors.
    Relations at "relations" {
        trust = 0.5, 0.0..=1.0, "", Situation, Core, "what there is to lose between the two", "";
        channel = 0.3, 0.0..=1.0, "", Situation, Core,
            "how well they can talk while it lasts: clears the fog, carries apologies, halves accidents", "Schelling 1966";
        interdependence = 0.2, 0.0..=1.0, "", Situation, More, "trade and people across the border", "";
    }

    /// What one of the two actors wants, fears, sees and does.
    Actor at "actors.ID" {
        reciprocity = 2.0, 0.0..=20.0, "", Concern, Core, "pull towards answering in kind: tit for tat", "Axelrod 1984";
        proportionality = 1.0, 0.0..=3.0, "", Habit, Core,
            "what \"in kind\" means: 1 an eye for an eye, below 1 generous, above 1 escalatory", "Molander 1985; Nowak and Sigmund 1992";
        concern_for_reputation = 0.8, 0.0..=10.0, "", Concern, Core,
            "cost of looking weak to third parties who watch (general deterrence)", "Jervis 1970; Mercer 1996";
        standing = 0.6, 0.0..=1.0, "", Start, More, "its reputation for resolve", "Jervis 1970";
        domestic_pressure = 0.3, 0.0..=5.0, "", Start, Core, "anger at home", "Kertzer and Brutger 2016";
        public_sensitivity = 0.6, 0.0..=5.0, "", Habit, More, "how fast provocations turn into anger at home", "Kertzer and Brutger 2016";
        audience_cost = 0.0, 0.0..=10.0, "", Concern, More,
            "cost of backing down from what it has publicly done or threatened", "Fearon 1994; Tomz 2007";
        commitment = 0.0, 0.0..=1.0, "severity", Start, More, "the severity it has publicly threatened", "Schelling 1960";
        signalling = 0.3, 0.0..=5.0, "", Concern, Core, "gain from being seen to act", "Schelling 1966";
        fear_of_retaliation = 2.4, 0.0..=10.0, "", Concern, Core, "weight on being hit back (deterrence by punishment)", "Snyder 1961";
        belief_in_retaliation = 0.5, 0.001..=0.999, "chance", Start, Core, "how likely it thinks the other is to hit back", "Snyder 1961";
        belief_strength = 4.0, 0.1..=1000.0, "answers", Start, More, "how many observed answers that belief is worth", "";
        strength = 1.0, 0.05..=20.0, "", Start, More, "military strength, relative", "";
        fear_of_war = 0.8, 0.0..=20.0, "", Concern, Core, "dread of losing control", "Schelling 1960";
        concern_for_strain = 1.0, 0.0..=10.0, "", Concern, More, "weight on being spread thin", "";
        strain = 0.0, 0.0..=10.0, "", Start, More, "how much is on its hands elsewhere", "";
        value_of_ties = 0.5, 0.0..=10.0, "", Concern, More, "weight on trust and interdependence", "";
        steadiness = 3.0, 0.0..=100.0, "", Habit, More,
            "precision of its choice: 0 picks at random, large picks the best", "McKelvey and Palfrey 1995; Signorino 1999";
        misperception = 0.2, 0.0..=2.0, "", Perception, Core, "fog: spread of what it sees", "Jervis 1976";
        hostile_bias = 0.0, -1.0..=1.0, "", Perception, More, "sees acts as worse (or milder) than they are", "Jervis 1976";
        sting = 0.12, 0.0..=2.0, "", Perception, More, "how much more a blow hurts that comes without warning", "";
        publicity = 0.9, 0.0..=1.0, "chance", Habit, More, "chance that it announces its use of force", "";
        restraint = 0.0, 0.0..=1.0, "", Habit, More, "how far it spares bystanders and the other's face when it strikes", "";
        apology = 0.0, 0.0..=1.0, "chance", Habit, More, "chance that it makes amends while the other deliberates", "";
        forewarning = 0.0, 0.0..=1.0, "", Habit, More, "how far it warns privately before it strikes", "";
        unauthorised = 0.0, 0.0..=1.0, "chance", Habit, More, "chance that a part of the state overrides its choice with force", "";
        response_days = 3.0, 0.05..=365.0, "days", Habit, More, "mean time to answer", "";
    }

    /// A third party that may step in between the two.
    Mediator at "mediators.ID" {
        engages_per_day = 0.0, 0.0..=1000.0, "per day", ThirdParty, Core, "rate at which it engages, at severity 1", "Beardsley et al. 2006";
    }

    /// What a mediator can move an actor with.
    Leverage at "mediators.ID.leverage.ACTOR" {
        leverage = 0.0, 0.0..=1.0, "", ThirdParty, Core, "its leverage on this actor", "Beardsley et al. 2006";
    }

    /// A third party that may open a front against an actor when it looks weak, and that the actor wants to deter.
    Front at "fronts.ID" {
        opens_per_day = 0.0, 0.0..=1000.0, "per day", ThirdParty, Core, "rate at which it opens, at standing 0", "";
        strain = 0.0, 0.0..=10.0, "", ThirdParty, Core, "what it adds to the actor's strain once open", "";
        watching = 0.0, 0.0..=10.0, "", ThirdParty, Core, "how much the actor minds what it thinks", "Jervis 1970";
    }

    /// An armed group that neither side controls.
    Spoiler at "spoilers.ID" {
        attacks_per_day = 0.0, 0.0..=10.0, "per day", ThirdParty, Core, "rate of its attacks", "Stedman 1997";
        severity = 0.0, 0.0..=1.0, "severity", ThirdParty, Core, "how severe one attack is", "Stedman 1997";
        blame = 1.0, 0.0..=1.0, "", ThirdParty, Core, "how far the victim blames the other actor", "Stedman 1997";
        deaths = 0.0, 0.0..=1e6, "deaths", ThirdParty, More, "deaths of one attack", "";
    }

    /// The toy's physics, alike for both actors.
    Dynamics at "dynamics" {
        casualty_spread = 0.9, 0.0..=3.0, "", Physics, More, "log spread of deaths", "";
        harm_shock = 0.15, 0.0..=2.0, "", Physics, More, "how far bad luck in deaths makes an act feel worse", "";
        deniable_discount = 0.4, 0.0..=1.0, "", Physics, More, "what is left of an audience when an act can be denied", "";
        anger_vented = 0.5, 0.0..=1.0, "", Physics, More, "share of the anger at home vented by a full answer", "";
        standing_rate = 0.5, 0.0..=1.0, "", Physics, More, "how fast standing follows what an actor does", "Jervis 1970";
        trust_damage = 0.6, 0.0..=1.0, "", Physics, More, "share of trust lost to an act of severity 1", "";
        pressure_half_life_days = 14.0, 0.1..=100_000.0, "days", Physics, More, "half-life of anger at home and of commitments", "";
        trust_half_life_days = 120.0, 0.1..=100_000.0, "days", Physics, More, "half-life of the damage to trust", "";
        readiness_half_life_days = 60.0, 0.1..=100_000.0, "days", Physics, More, "half-life of spent stocks", "";
        effort_drain = 0.15, 0.0..=10.0, "", Physics, More, "readiness spent by an act of effort 1", "";
        apology_relief = 0.6, 0.0..=1.0, "", Physics, More, "share of a blow that amends take away", "";
        mediator_cover = 0.5, 0.0..=1.0, "", Physics, More,
            "share of the costs at home of standing down that a mediator takes away", "Allee and Huth 2006";
        mediator_pull = 1.5, 0.0..=20.0, "", Physics, More, "how hard a mediator's leverage pulls towards the off-ramp", "Beardsley et al. 2006";
        fatigue = 0.5, 0.0..=10.0, "", Physics, More, "weight on spent stocks", "";
        learning = 1.0, 0.0..=100.0, "answers", Physics, More, "what one observed answer is worth to belief", "";
        restraint_effect = 0.5, 0.0..=1.0, "", Physics, More, "how much of a blow full restraint takes away", "";
    }

    /// The numbers of one rung of the ladder.
    Rung at "rungs.ID" {
        severity = 0.0, 0.0..=1.0, "severity", Ladder, Core, "how severe the act is: 0 at the foot of the ladder, 1 at war", "Kahn 1965";
        effort = 0.0, 0.0..=10.0, "", Ladder, More, "what it draws from stocks", "";
        deaths = 0.0, 0.0..=1e9, "deaths", Ladder, More, "median deaths of one such act", "";
        war_risk = 0.0, 0.0..=1.0, "chance", Ladder, More, "chance that the act slips into war by itself", "Schelling 1960, 1966";
    }
}

/// Every parameter, in the order of the list.
pub fn all() -> impl Iterator<Item = &'static Parameter> {
    ALL.iter().flat_map(|list| list.iter())
}

/// The parameters that a path, with any names in it, or a bare key leads to.
#[must_use]
pub fn find(path: &str) -> Vec<&'static Parameter> {
    all()
        .filter(|parameter| parameter.is_at(path) || parameter.key == path)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_to_their_parameter_whatever_the_names() {
        let keys = |path: &str| {
            find(path)
                .iter()
                .map(|parameter| parameter.path())
                .collect::<Vec<_>>()
        };
        assert_eq!(keys("actors.iran.sting"), ["actors.*.sting"]);
        assert_eq!(
            keys("mediators.china.leverage.iran"),
            ["mediators.*.leverage.*"]
        );
        assert_eq!(
            keys("publicity"),
            ["opening.publicity", "actors.*.publicity"]
        );
        assert_eq!(keys("horizon_days"), ["horizon_days"]);
        assert!(keys("actors.sting").is_empty() && keys("").is_empty());
        assert!(all().all(|parameter| find(&parameter.path()).contains(&parameter)));
    }

    #[test]
    fn every_default_lies_in_its_range_and_every_key_stands_once() {
        for list in ALL {
            for (index, parameter) in list.iter().enumerate() {
                assert!(
                    parameter.allows(parameter.default),
                    "{}.{}",
                    parameter.table,
                    parameter.key
                );
                assert!(!parameter.meaning.is_empty());
                assert!(
                    list[index + 1..]
                        .iter()
                        .all(|other| other.key != parameter.key)
                );
            }
        }
    }

    #[test]
    fn a_parameter_is_reached_by_its_place_in_the_list() {
        let mut actor = Actor::default();
        for index in 0..Actor::LIST.len() {
            assert_eq!(actor.get(index), Some(Actor::LIST[index].default));
            actor.set(index, 0.25);
            assert_eq!(actor.get(index), Some(0.25));
        }
        actor.set(Actor::LIST.len(), 1.0);
        assert_eq!(actor.get(Actor::LIST.len()), None);
        assert_eq!(actor.steadiness, 0.25);
    }

    #[test]
    fn nan_and_infinity_are_in_no_range() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(
                ALL.iter()
                    .flat_map(|list| list.iter())
                    .all(|parameter| !parameter.allows(value))
            );
        }
    }
}
