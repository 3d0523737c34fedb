//! The one list of parameters: key, default, range, unit, kind, tier, meaning and source of each.
//!
//! Everything that must know a parameter reads it here: the checks of a scenario, `--set`, the
//! paths of arguments and of uncertain values, the resolved scenario. A new parameter is one line
//! in this file, and its use.
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
        horizon_days: "length of a history in days" = 90.0, 1.0..=3650.0, "days", Situation, Core,
            "how long a trial is followed",
            "30 a month; 90 is usual; 365 where later crises count", "";
    }

    /// How the crisis begins, beside who moves first and on which rung.
    Opening at "opening" {
        provocation: "provocation before the first act" = 0.0, 0.0..=1.5, "", Situation, Core,
            "what the opener feels it answers",
            "0 nothing; 0.4 an attack by a group; 1 an open war", "";
        publicity: "announcement of the first act" = 1.0, 0.0..=1.0, "chance", Situation, More,
            "chance that a fixed opening act is announced",
            "0 never; 1 always, as is usual", "Carson 2018";
    }

    /// What lies between the two actors.
    Relations at "relations" {
        trust: "trust" = 0.5, 0.0..=1.0, "", Situation, Core,
            "what there is to lose between the two, and how they read each other",
            "0 enemies; 0.5 is usual; 1 friends", "Kydd 2005";
        crisis_communication: "crisis communication" = 0.3, 0.0..=1.0, "", Situation, Core,
            "how well they can talk while it lasts: clears the fog, carries apologies, up to halves the risk of accidents",
            "0 no contact; 0.3 is usual; 0.9 a hotline that is used", "Schelling 1966";
        interdependence: "trade between the two" = 0.2, 0.0..=1.0, "", Situation, More, "trade and exchange",
            "0 none; 0.2 is usual; 1 each lives on the other's trade", "";
    }

    /// What one of the two actors wants, fears, sees and does.
    Actor at "actors.ID" {
        reciprocity: "wish to answer in kind" = 2.0, 0.0..=20.0, "", Concern, Core,
            "pull towards answering in kind: tit for tat",
            "0 pays no heed to what was done; 2 is usual; 8 hardly does anything else", "Axelrod 1984";
        response_ratio: "size of an answer in kind" = 1.0, 0.0..=3.0, "", Habit, Core,
            "what \"in kind\" means: 1 an eye for an eye, below 1 less, above 1 more",
            "0.7 gives less back; 1 is usual; 1.3 gives more back", "Molander 1985; Nowak and Sigmund 1992";
        concern_for_reputation: "fear of looking weak" = 0.8, 0.0..=10.0, "", Concern, Core,
            "cost of looking weak to third parties",
            "0 does not mind; 0.8 is usual; 2.5 cares above all", "Schelling 1966; Jervis 1970; against it Mercer 1996, Press 2005";
        reputation_for_resolve: "reputation for resolve" = 0.6, 0.0..=1.0, "", Start, More, "its reputation for resolve",
            "0 taken for weak; 0.6 is usual; 1 taken for firm", "Jervis 1970; Weisiger and Yarhi-Milo 2015";
        domestic_pressure: "anger at home at the start" = 0.3, 0.0..=5.0, "", Start, Core, "anger at home",
            "0 calm; 0.3 is usual; 1.5 crowds in the streets", "Hall 2017; Dafoe, Hatz and Zhang 2021";
        public_sensitivity: "anger at home after a provocation" = 0.6, 0.0..=5.0, "", Habit, More,
            "how fast provocations turn into anger at home",
            "0 nobody hears of it; 0.6 is usual; 1.5 every blow inflames", "Dafoe, Hatz and Zhang 2021";
        diversion: "gain at home from using force" = 0.0, 0.0..=5.0, "", Concern, More,
            "gain at home from a visible use of force, in proportion to the anger there",
            "0 none, as is usual; 0.6 tempted; 1.5 strikes to rally the country", "Mueller 1970; Levy 1989";
        audience_cost: "cost of backing down" = 0.0, 0.0..=10.0, "", Concern, More,
            "cost of backing down from what it has publicly done or threatened; what makes its threats believed",
            "0 words cost nothing, as is usual; 0.6 some; 2 hands tied", "Fearon 1994; Tomz 2007";
        public_threat: "severity of the public threat" = 0.0, 0.0..=1.0, "severity", Start, More,
            "the severity it has publicly threatened",
            "0 none, as is usual; 0.5 a strike on militants; 0.68 a strike on soldiers", "Schelling 1966; Fearon 1997";
        show_of_force: "gain from being seen to act" = 0.3, 0.0..=5.0, "", Concern, Core, "gain from being seen to act",
            "0 none; 0.3 is usual; 1.2 acts to be seen", "Schelling 1966";
        stake: "gain if the other gives way" = 0.0, 0.0..=10.0, "", Concern, Core, "what it gains if the other gives way",
            "0 nothing, as is usual; 1 something worth a risk; 2.5 a prize", "Snyder 1961; Morgan 1977";
        fear_of_retaliation: "fear of being hit back" = 2.4, 0.0..=10.0, "", Concern, Core,
            "weight on being hit back (deterrence by punishment)",
            "0.5 hardly minds; 2.4 is usual; 5 minds most of all", "Schelling 1966; Snyder 1961";
        belief_in_retaliation: "belief that the other hits back" = 0.5, 0.001..=0.999, "chance", Start, Core,
            "how likely it thinks the other is to hit back",
            "0.1 expects none; 0.5 is usual; 0.9 is nearly sure", "Schelling 1966; Mearsheimer 1983";
        belief_strength: "firmness of belief about the other" = 4.0, 0.1..=1000.0, "answers", Start, More,
            "how many observed answers that belief is worth",
            "1 one answer changes its mind; 4 is usual; 100 nothing does", "Leng 1983";
        learning: "learning from each answer" = 1.0, 0.0..=100.0, "answers", Habit, More,
            "what one observed answer is worth to it",
            "0 learns nothing; 1 is usual; 3 learns fast", "Leng 1983";
        strength: "military strength" = 1.0, 0.05..=20.0, "", Start, More, "military strength, relative",
            "0.5 half the other's; 1 is usual; 2 twice the other's", "";
        denial: "strength of defences" = 0.0, 0.0..=1.0, "", Habit, More,
            "how far its defences blunt the other's use of force (deterrence by denial)",
            "0 not at all, as is usual; 0.6 most of it; 1 all of it", "Snyder 1961; Mearsheimer 1983";
        fear_of_escalation: "fear of losing control" = 0.8, 0.0..=20.0, "", Concern, Core, "dread of losing control",
            "0 does not mind; 0.8 is usual; 2 dreads it", "Schelling 1960, 1966";
        reliance_on_mediators: "trust in mediators" = 0.0, 0.0..=1.0, "", Perception, More,
            "how far it counts on mediators to hold the other back, whether or not they act",
            "0 not at all, as is usual; 1 entirely", "Kuperman 2008; Yusuf 2018";
        cost_of_overstretch: "concern about being spread thin" = 1.0, 0.0..=10.0, "", Concern, More,
            "weight on being spread thin",
            "0 does not mind; 1 is usual; 3 minds much", "";
        overstretch: "burden elsewhere at the start" = 0.0, 0.0..=10.0, "", Start, More,
            "how much is on its hands elsewhere",
            "0 nothing, as is usual; 0.5 a second front; 1 several", "";
        value_of_ties: "value of good relations" = 0.5, 0.0..=10.0, "", Concern, More,
            "weight on trust and interdependence",
            "0 does not mind; 0.5 is usual; 2 values them above most", "";
        choice_precision: "precision of choices" = 3.0, 0.0..=100.0, "", Habit, More,
            "precision of its choice: 0 picks at random, large picks the best",
            "1 erratic; 3 is usual; 10 nearly always the best", "McKelvey and Palfrey 1995; Signorino 1999";
        misperception: "uncertainty about the other's acts" = 0.2, 0.0..=2.0, "", Perception, Core,
            "fog: spread of what it sees",
            "0 sees clearly; 0.2 is usual; 0.6 mostly guesses", "Jervis 1976";
        hostile_attribution: "tendency to expect the worst" = 0.0, -1.0..=1.0, "", Perception, More,
            "sees acts as worse (or milder) than they are",
            "-0.1 charitable; 0 is usual; 0.2 expects the worst", "Jervis 1976";
        suspicion: "effect of distrust on what is seen" = 0.1, 0.0..=2.0, "", Perception, More,
            "how far distrust makes it see acts as worse, and trust as milder",
            "0 trust changes nothing; 0.1 is usual; 1 sees all through it", "Jervis 1976; Kydd 2005";
        shock_of_surprise: "extra pain from a surprise attack" = 0.12, 0.0..=2.0, "", Perception, More,
            "how much more a blow hurts that comes without warning",
            "0 no more; 0.12 is usual; 1 twice as much", "";
        affront: "extra pain from an announced attack" = 0.0, 0.0..=2.0, "", Perception, More,
            "how much more a blow hurts that its author announces",
            "0 no more, as is usual; 0.1 a little; 1 twice as much", "Carson 2018";
        slight: "extra pain when no apology comes" = 0.0, 0.0..=2.0, "", Perception, More,
            "how much more a blow hurts for which no amends are made",
            "0 no more, as is usual; 0.1 a little; 1 twice as much", "";
        contrition: "acceptance of a deserved reply" = 0.0, 0.0..=1.0, "", Perception, More,
            "how far, having begun, it takes the first reply as deserved",
            "0 not at all, as is usual; 0.3 in part; 1 wholly", "Boyd 1989; Wu and Axelrod 1995";
        publicity: "habit of announcing strikes" = 0.9, 0.0..=1.0, "chance", Habit, More,
            "chance that it announces its use of force",
            "0 never; 0.9 is usual; 1 always", "Carson 2018";
        disclosure: "habit of exposing secret attacks" = 0.0, 0.0..=1.0, "chance", Habit, More,
            "chance that it makes public a use of force against it which the author kept quiet",
            "0 never, as is usual; 1 always", "Carson 2018";
        restraint: "restraint in strikes" = 0.0, 0.0..=1.0, "", Habit, More,
            "how far it spares bystanders and the other's face when it strikes",
            "0 none, as is usual; 0.5 half; 1 full", "";
        apology: "habit of apologising" = 0.0, 0.0..=1.0, "chance", Habit, More,
            "chance that it makes amends while the other deliberates",
            "0 never, as is usual; 1 always, where it can be heard", "";
        forewarning: "private warning before strikes" = 0.0, 0.0..=1.0, "", Habit, More,
            "how far it warns privately before it strikes",
            "0 not at all, as is usual; 1 in full", "";
        unauthorised: "unauthorised use of force" = 0.0, 0.0..=1.0, "chance", Habit, More,
            "chance that a part of the state overrides its choice with force",
            "0 never, as is usual; 0.03 seldom; 0.3 often", "Sagan 1993; Feaver 1992";
        occasions_per_day: "daily rate of occasions to challenge" = 0.0, 0.0..=10.0, "per day", Habit, More,
            "how often, outside a crisis, an occasion arises to challenge the other",
            "0 never, as is usual; 0.01 some four a year; 0.05 one in three weeks", "Morgan 1977";
        response_days: "time to answer in days" = 3.0, 0.05..=365.0, "days", Habit, More, "mean time to answer",
            "0.5 within hours; 3 is usual; 10 slow", "";
    }

    /// A third party that may step in between the two.
    Mediator at "mediators.ID" {
        engages_per_day: "daily rate of stepping in" = 0.0, 0.0..=1000.0, "per day", ThirdParty, Core,
            "rate at which it engages, at severity 1",
            "0 never; 0.3 within days; 5 on the first day", "Wilkenfeld et al. 2003; Beardsley et al. 2006";
    }

    /// What a mediator can move an actor with.
    Leverage at "mediators.ID.leverage.ACTOR" {
        leverage: "influence" = 0.0, 0.0..=1.0, "", ThirdParty, Core, "its leverage on this actor",
            "0 none; 0.3 some; 0.8 much", "Beardsley et al. 2006";
    }

    /// A third party that may open a front against an actor when it looks weak, and that the actor
    /// wants to impress.
    Front at "fronts.ID" {
        opens_per_day: "daily rate of opening a front" = 0.0, 0.0..=1000.0, "per day", ThirdParty, Core,
            "rate at which it opens, at reputation 0",
            "0 never; 0.003 about once a year; 0.03 within weeks", "";
        overstretch: "burden once the front is open" = 0.0, 0.0..=10.0, "", ThirdParty, Core,
            "what it adds to the actor's overstretch once open",
            "0 nothing; 0.4 a second front; 1 a grave one", "";
        audience_weight: "weight of this onlooker" = 0.0, 0.0..=10.0, "", ThirdParty, Core,
            "how much the actor minds what it thinks",
            "0 not at all; 0.4 some; 2 above all", "Jervis 1970; against it Mercer 1996, Press 2005";
    }

    /// An armed group that neither side controls.
    ArmedGroup at "armed_groups.ID" {
        attacks_per_day: "daily rate of attacks" = 0.0, 0.0..=10.0, "per day", ThirdParty, Core, "rate of its attacks",
            "0 none; 0.015 five or six a year; 0.1 one in ten days", "";
        severity: "severity of one attack" = 0.0, 0.0..=1.0, "severity", ThirdParty, Core, "how severe one attack is",
            "0.1 a raid; 0.35 a deadly attack; 0.6 a massacre", "";
        blame: "blame put on the other side" = 1.0, 0.0..=1.0, "", ThirdParty, Core,
            "how far the victim blames the other actor",
            "0 not at all; 0.5 for letting it happen; 1 as if it had done it", "";
        deaths: "number of deaths in one attack" = 0.0, 0.0..=1e6, "deaths", ThirdParty, More,
            "deaths of one attack", "", "";
        degraded: "fall in attacks after each strike" = 0.0, -1.0..=1.0, "", ThirdParty, More,
            "by how much each use of force by its victim cuts its attacks; below 0 they grow",
            "-0.5 strikes feed it; 0 they change nothing, as is usual; 0.8 they nearly end it", "";
    }

    /// Dynamics common to both actors.
    Dynamics at "dynamics" {
        casualty_spread: "spread of luck in deaths" = 0.9, 0.0..=3.0, "", Physics, More, "log spread of deaths", "", "";
        casualty_salience: "extra pain from unlucky deaths" = 0.15, 0.0..=2.0, "", Physics, More,
            "how far bad luck in deaths makes an act feel worse", "", "";
        deniable_discount: "attention left to a secret act" = 0.4, 0.0..=1.0, "", Physics, More,
            "what is left of an audience when an act is not known to be its author's", "", "Carson 2018";
        catharsis: "relief of anger by a full answer" = 0.5, 0.0..=1.0, "", Physics, More,
            "how far a full answer vents anger", "", "Hall 2017";
        reputation_rate: "speed of change in reputation" = 0.5, 0.0..=1.0, "", Physics, More,
            "how fast reputation follows what an actor does", "", "Jervis 1970";
        trust_damage: "loss of trust from a severe act" = 0.6, 0.0..=1.0, "", Physics, More,
            "share of trust lost to an act of severity 1", "", "Kydd 2005";
        pressure_half_life_days: "half-life of anger and threats in days" = 14.0, 0.1..=100_000.0, "days", Physics, More,
            "half-life of anger at home and of public threats", "", "";
        trust_half_life_days: "half-life of lost trust in days" = 120.0, 0.1..=100_000.0, "days", Physics, More,
            "half-life of the damage to trust", "", "";
        readiness_half_life_days: "half-life of spent stocks in days" = 60.0, 0.1..=100_000.0, "days", Physics, More,
            "half-life of spent stocks", "", "";
        effort_drain: "stock loss from an act of effort 1" = 0.15, 0.0..=10.0, "", Physics, More,
            "readiness spent by an act of effort 1", "", "";
        apology_relief: "relief from an apology" = 0.6, 0.0..=1.0, "", Physics, More,
            "share of a blow that amends take away", "", "";
        mediator_cover: "cover at home from a mediator" = 0.5, 0.0..=1.0, "", Physics, More,
            "share of the costs at home of standing down that a mediator takes away", "", "Beardsley 2010; of legal rulings Allee and Huth 2006";
        mediator_pull: "pull of mediators to the off-ramp" = 1.5, 0.0..=20.0, "", Physics, More,
            "how hard a mediator's leverage pulls towards the off-ramp",
            "", "Beardsley et al. 2006";
        fatigue: "concern about spent stocks" = 0.5, 0.0..=10.0, "", Physics, More, "weight on spent stocks", "", "";
        restraint_effect: "relief from full restraint" = 0.5, 0.0..=1.0, "", Physics, More,
            "how much of a blow full restraint takes away", "", "";
    }

    /// The numbers of one rung of the ladder.
    Rung at "rungs.ID" {
        severity: "severity of the act" = 0.0, 0.0..=1.0, "severity", Ladder, Core,
            "how severe the act is: 0 at the foot of the ladder, 1 at war",
            "", "Kahn 1965";
        effort: "effort of the act" = 0.0, 0.0..=10.0, "", Ladder, More, "what it draws from stocks", "", "";
        deaths: "median number of deaths" = 0.0, 0.0..=1e9, "deaths", Ladder, More,
            "median deaths of one such act", "", "";
        war_risk: "risk of sliding into war" = 0.0, 0.0..=1.0, "chance", Ladder, More,
            "chance that the act slips into war by itself",
            "0 none; 0.01 one in a hundred; 0.2 one in five", "Schelling 1960, 1966";
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
mod tests;
