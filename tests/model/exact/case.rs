//! A scenario in which nothing builds up, and how an actor chooses and sees in it.

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
    pub response_ratio: f64,
    pub concern_for_reputation: f64,
    pub reputation_for_resolve: f64,
    pub show_of_force: f64,
    pub stake: f64,
    pub diversion: f64,
    pub fear_of_retaliation: f64,
    pub belief_in_retaliation: f64,
    pub strength: f64,
    pub denial: f64,
    pub fear_of_escalation: f64,
    pub reliance_on_mediators: f64,
    /// What mediators, who never engage, could do to it.
    pub leverage: [f64; 2],
    pub cost_of_overstretch: f64,
    pub overstretch: f64,
    pub value_of_ties: f64,
    pub choice_precision: f64,
    pub hostile_attribution: f64,
    pub suspicion: f64,
    pub shock_of_surprise: f64,
    pub affront: f64,
    pub slight: f64,
    pub publicity: f64,
    pub disclosure: f64,
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
    pub crisis_communication: f64,
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
    NoShockOfSurprise,
    /// Talking lowers the chance of a slip by 0.6 in place of 0.5 of the channel, and the fear of
    /// one likewise.
    TalkingHelpsMore,
    /// Reputation weighs 1.55 - S in place of 1.5 - S.
    ReputationWeighsMore,
    /// A rogue unit acts on its rung even where more was chosen.
    RogueIsTheLastWord,
    /// Amends take nothing off the slight.
    SlightDespiteAmends,
    /// An act that its victim makes public affronts as if its author had announced it.
    DisclosedIsAnnounced,
    /// Trust makes suspicious.
    SuspicionOfFriends,
    /// What there is to gain is gained whether or not the other gives way.
    StakeWithoutDoubt,
    /// A shield keeps its owner from nothing that the other gains.
    NoShield,
    /// An actor counts on the leverage that mediators have on itself.
    RescuedFromItself,
}

/// What others get to know of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Open {
    /// Announced by its author, so that all know.
    Announced,
    /// Known, since its victim has made it public.
    Disclosed,
    /// Neither.
    Hidden,
}

impl Case {
    /// How far an act of `j` on a rung will be seen as its own.
    fn will_be_seen(&self, j: usize, rung: &Rung) -> f64 {
        let known = 1.0 - (1.0 - self.actors[j].publicity) * (1.0 - self.actors[1 - j].disclosure);
        if rung.deniable {
            self.deniable_discount
        } else if rung.force {
            known + (1.0 - known) * self.deniable_discount
        } else {
            1.0
        }
    }

    /// What is left of the fear of escalation of `j`, who counts on mediators to hold the other
    /// back.
    fn dread(&self, j: usize, fault: Fault) -> f64 {
        let me = &self.actors[j];
        let held = if fault == Fault::RescuedFromItself {
            j
        } else {
            1 - j
        };
        let leverage: f64 = self.actors[held].leverage.iter().sum();
        me.fear_of_escalation * (1.0 - me.reliance_on_mediators * leverage.min(1.0))
    }

    /// What a rung is worth to `j`, who has seen `q`; without what others see of the provocation.
    fn value(&self, j: usize, rung: &Rung, q: f64, fault: Fault) -> f64 {
        let me = &self.actors[j];
        let other = &self.actors[1 - j];
        let g = me.response_ratio * q;
        let s = rung.severity;
        let seen = self.will_be_seen(j, rung);
        let shield = if rung.force && fault != Fault::NoShield {
            1.0 - other.denial
        } else {
            1.0
        };
        let gives_way = if fault == Fault::StakeWithoutDoubt {
            1.0
        } else {
            1.0 - me.belief_in_retaliation
        };
        let hit_back = me.belief_in_retaliation * (other.strength / me.strength);
        let danger = s.powi(3) + rung.war_risk * self.talking(fault);
        // There is no anger at home, so that there is nothing to divert.
        -me.reciprocity * (s - g) * (s - g)
            + me.show_of_force * seen * s
            + me.stake * gives_way * shield * s
            - me.fear_of_retaliation * hit_back * (1.0 - me.denial) * s
            - self.dread(j, fault) * danger
            - me.cost_of_overstretch * me.overstretch * rung.effort
            - me.value_of_ties * (self.trust + self.interdependence) * s
    }

    /// The cost of looking weak.
    fn looking_weak(&self, j: usize, rung: &Rung, q: f64, fault: Fault) -> f64 {
        let me = &self.actors[j];
        let turning = if fault == Fault::ReputationWeighsMore {
            1.55
        } else {
            1.5
        };
        let under = (me.response_ratio * q - rung.severity).max(0.0);
        me.concern_for_reputation * (turning - me.reputation_for_resolve) * under
    }

    /// The odds of every rung for actor `j`, who has seen `q` of an act that is visible to the
    /// degree `vis`.
    pub fn choice(&self, j: usize, q: f64, vis: f64, fault: Fault) -> Vec<f64> {
        let worth = |rung: &Rung| {
            self.value(j, rung, q, fault) - vis * self.looking_weak(j, rung, q, fault)
        };
        let values: Vec<f64> = self
            .rungs
            .iter()
            .map(|rung| self.actors[j].choice_precision * worth(rung))
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
        } * self.crisis_communication
    }

    /// What others get to know of an act of `author` on `rung`, each with its chance.
    pub fn openness(&self, author: usize, rung: usize, fixed_opening: bool) -> [(Open, f64); 3] {
        let rung = &self.rungs[rung];
        let announced = if rung.deniable {
            0.0
        } else if fixed_opening {
            self.publicity
        } else if rung.force {
            self.actors[author].publicity
        } else {
            1.0
        };
        let disclosure = if rung.force && !rung.deniable {
            self.actors[1 - author].disclosure
        } else {
            0.0
        };
        [
            (Open::Announced, announced),
            (Open::Disclosed, (1.0 - announced) * disclosure),
            (Open::Hidden, (1.0 - announced) * (1.0 - disclosure)),
        ]
    }

    /// How far an act is visible to others.
    pub fn visibility(&self, open: Open) -> f64 {
        match open {
            Open::Hidden => self.deniable_discount,
            _ => 1.0,
        }
    }

    /// What its victim suffers from a use of force.
    fn harm(&self, author: usize, rung: &Rung, open: Open, amends: bool, fault: Fault) -> f64 {
        let from = &self.actors[author];
        let to = &self.actors[1 - author];
        let affronts = match open {
            Open::Announced => true,
            Open::Disclosed => fault == Fault::DisclosedIsAnnounced,
            Open::Hidden => false,
        };
        let mut hurt = 1.0;
        if fault != Fault::NoShockOfSurprise {
            hurt += to.shock_of_surprise * (1.0 - from.forewarning);
        }
        if affronts {
            hurt += to.affront;
        }
        if !amends || fault == Fault::SlightDespiteAmends {
            hurt += to.slight;
        }
        let spared = 1.0 - self.restraint_effect * from.restraint;
        let relief = if amends {
            1.0 - self.apology_relief
        } else {
            1.0
        };
        rung.severity * spared * (1.0 - to.denial) * hurt * relief
    }

    /// What the victim sees of an act: without and with amends, each with its chance.
    pub fn seen(&self, author: usize, rung: usize, open: Open, fault: Fault) -> [(f64, f64); 2] {
        let to = &self.actors[1 - author];
        let rung = &self.rungs[rung];
        let distrust = if fault == Fault::SuspicionOfFriends {
            self.trust - 0.5
        } else {
            0.5 - self.trust
        };
        let bias = to.hostile_attribution + to.suspicion * distrust;
        if !rung.force {
            return [(1.0, (rung.severity + bias).clamp(0.0, 1.5)), (0.0, 0.0)];
        }
        let amends = self.actors[author].apology * self.crisis_communication;
        let seen = |amends| (self.harm(author, rung, open, amends, fault) + bias).clamp(0.0, 1.5);
        [(1.0 - amends, seen(false)), (amends, seen(true))]
    }
}
