//! A scenario in which nothing builds up, and how an actor chooses in it.

use std::fmt::Write;

/// A rung, as a scenario states it.
pub struct Rung {
    pub severity: f64,
    pub force: bool,
    pub deniable: bool,
    pub effort: f64,
    pub war_risk: f64,
}

/// What matters of an actor where nothing builds up.
pub struct Actor {
    pub reciprocity: f64,
    pub proportionality: f64,
    pub concern_for_reputation: f64,
    pub standing: f64,
    pub signalling: f64,
    pub fear_of_retaliation: f64,
    pub belief_in_retaliation: f64,
    pub strength: f64,
    pub fear_of_war: f64,
    pub concern_for_strain: f64,
    pub strain: f64,
    pub value_of_ties: f64,
    pub steadiness: f64,
    pub sting: f64,
    pub publicity: f64,
    pub restraint: f64,
    pub apology: f64,
    pub forewarning: f64,
    pub unauthorised: f64,
}

/// A scenario in which nothing builds up. Actor 0 opens.
pub struct Case {
    pub rungs: Vec<Rung>,
    pub actors: [Actor; 2],
    pub off_ramp: usize,
    pub limited_war: usize,
    pub unauthorised_rung: usize,
    /// None where the opener chooses.
    pub opening: Option<usize>,
    pub provocation: f64,
    pub publicity: f64,
    pub trust: f64,
    pub channel: f64,
    pub interdependence: f64,
    pub deniable_discount: f64,
    pub apology_relief: f64,
    pub restraint_effect: f64,
}

/// A fault to plant in the solver.
#[derive(Clone, Copy, PartialEq)]
pub enum Fault {
    None,
    /// A blow without warning hurts no more than another.
    NoSting,
    /// Talking lowers the chance of a slip by 0.6 in place of 0.5 of the channel, and the fear of one likewise.
    TalkingHelpsMore,
    /// Reputation weighs 1.55 - S in place of 1.5 - S.
    ReputationWeighsMore,
    /// A rogue unit acts on its rung even where more was chosen.
    RogueIsTheLastWord,
}

impl Case {
    /// The odds of every rung for actor `j`, who has seen `q` of an act that is visible to the degree `vis`.
    pub fn choice(&self, j: usize, q: f64, vis: f64, fault: Fault) -> Vec<f64> {
        let (me, other) = (&self.actors[j], &self.actors[1 - j]);
        let g = me.proportionality * q;
        let risk = self.talking(fault);
        let turning = if fault == Fault::ReputationWeighsMore {
            1.55
        } else {
            1.5
        };
        let value = |rung: &Rung| {
            let s = rung.severity;
            let under = (g - s).max(0.0);
            let seen = if rung.deniable {
                self.deniable_discount
            } else if rung.force {
                me.publicity + (1.0 - me.publicity) * self.deniable_discount
            } else {
                1.0
            };
            -me.reciprocity * (s - g) * (s - g)
                - me.concern_for_reputation * (turning - me.standing) * vis * under
                + me.signalling * seen * s
                - me.fear_of_retaliation
                    * me.belief_in_retaliation
                    * (other.strength / me.strength)
                    * s
                - me.fear_of_war * (s.powi(3) + rung.war_risk * risk)
                - me.concern_for_strain * me.strain * rung.effort
                - me.value_of_ties * (self.trust + self.interdependence) * s
        };
        let values: Vec<f64> = self
            .rungs
            .iter()
            .map(|rung| me.steadiness * value(rung))
            .collect();
        let best = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let odds: Vec<f64> = values.iter().map(|v| (v - best).exp()).collect();
        let sum: f64 = odds.iter().sum();
        self.overridden(j, odds.iter().map(|o| o / sum).collect(), fault)
    }

    /// The same odds after a part of the state may have overridden the choice.
    pub fn overridden(&self, j: usize, odds: Vec<f64>, fault: Fault) -> Vec<f64> {
        let rogue = self.actors[j].unauthorised;
        let mut result = vec![0.0; odds.len()];
        for (x, p) in odds.into_iter().enumerate() {
            let forced = if fault == Fault::RogueIsTheLastWord {
                0
            } else {
                x
            };
            result[x] += (1.0 - rogue) * p;
            result[forced.max(self.unauthorised_rung)] += rogue * p;
        }
        result
    }

    /// What talking leaves of the risk of a slip.
    pub fn talking(&self, fault: Fault) -> f64 {
        1.0 - if fault == Fault::TalkingHelpsMore {
            0.6
        } else {
            0.5
        } * self.channel
    }

    /// The chance that an act of `author` on `rung` is announced.
    pub fn announced(&self, author: usize, rung: usize, fixed_opening: bool) -> f64 {
        match &self.rungs[rung] {
            rung if rung.deniable => 0.0,
            _ if fixed_opening => self.publicity,
            rung if rung.force => self.actors[author].publicity,
            _ => 1.0,
        }
    }

    /// What the victim sees of an act: with and without amends, each with its chance.
    pub fn seen(&self, author: usize, rung: usize, fault: Fault) -> [(f64, f64); 2] {
        let (from, to, rung) = (
            &self.actors[author],
            &self.actors[1 - author],
            &self.rungs[rung],
        );
        if !rung.force {
            return [(1.0, rung.severity), (0.0, 0.0)];
        }
        let sting = if fault == Fault::NoSting {
            0.0
        } else {
            to.sting
        };
        let spared = 1.0 - self.restraint_effect * from.restraint;
        let harm = rung.severity * spared * (1.0 + sting * (1.0 - from.forewarning));
        let amends = from.apology * self.channel;
        [
            (1.0 - amends, harm.clamp(0.0, 1.5)),
            (amends, (harm * (1.0 - self.apology_relief)).clamp(0.0, 1.5)),
        ]
    }
}

/// What is switched off, so that nothing builds up.
pub const NOTHING_BUILDS_UP: &str =
    "harm_shock = 0\ntrust_damage = 0\nstanding_rate = 0\nlearning = 0\neffort_drain = 0\n";

/// The case as a scenario.
pub fn toml(case: &Case) -> String {
    let mut text = format!(
        "name = \"made up\"\nhorizon_days = 3650\noff_ramp = \"r{}\"\n",
        case.off_ramp
    );
    let _ = writeln!(
        text,
        "limited_war = \"r{}\"\nunauthorised_rung = \"r{}\"",
        case.limited_war, case.unauthorised_rung
    );
    let rung = case
        .opening
        .map_or("choose".to_owned(), |rung| format!("r{rung}"));
    let _ = writeln!(text, "[opening]\nactor = \"a\"\nrung = \"{rung}\"");
    let _ = writeln!(
        text,
        "provocation = {}\npublicity = {}",
        case.provocation, case.publicity
    );
    let _ = writeln!(
        text,
        "[relations]\ntrust = {}\nchannel = {}",
        case.trust, case.channel
    );
    let _ = writeln!(text, "interdependence = {}", case.interdependence);
    let _ = writeln!(
        text,
        "[dynamics]\n{NOTHING_BUILDS_UP}deniable_discount = {}",
        case.deniable_discount
    );
    let _ = writeln!(
        text,
        "apology_relief = {}\nrestraint_effect = {}",
        case.apology_relief, case.restraint_effect
    );
    for (id, actor) in ["a", "b"].into_iter().zip(&case.actors) {
        text += &actor_toml(id, actor);
    }
    for (x, rung) in case.rungs.iter().enumerate() {
        let _ = writeln!(
            text,
            "[[ladder]]\nid = \"r{x}\"\nseverity = {}\nforce = {}",
            rung.severity, rung.force
        );
        let _ = writeln!(
            text,
            "deniable = {}\neffort = {}\nwar_risk = {}",
            rung.deniable, rung.effort, rung.war_risk
        );
    }
    text
}

fn actor_toml(id: &str, actor: &Actor) -> String {
    let mut text = format!(
        "[actors.{id}]\nmisperception = 0\npublic_sensitivity = 0\ndomestic_pressure = 0\n"
    );
    text += "response_days = 0.05\n";
    for (key, value) in [
        ("reciprocity", actor.reciprocity),
        ("proportionality", actor.proportionality),
        ("concern_for_reputation", actor.concern_for_reputation),
        ("standing", actor.standing),
        ("signalling", actor.signalling),
        ("fear_of_retaliation", actor.fear_of_retaliation),
        ("belief_in_retaliation", actor.belief_in_retaliation),
        ("strength", actor.strength),
        ("fear_of_war", actor.fear_of_war),
        ("concern_for_strain", actor.concern_for_strain),
        ("strain", actor.strain),
        ("value_of_ties", actor.value_of_ties),
        ("steadiness", actor.steadiness),
        ("sting", actor.sting),
        ("publicity", actor.publicity),
        ("restraint", actor.restraint),
        ("apology", actor.apology),
        ("forewarning", actor.forewarning),
        ("unauthorised", actor.unauthorised),
    ] {
        let _ = writeln!(text, "{key} = {value}");
    }
    text
}
