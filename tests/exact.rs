//! The simulation against exact values, in the cases that have them (model.md, section 7).
//!
//! Where nothing builds up (no anger, no learning, no damage, no fog, no third party) the exchange is a finite Markov
//! chain on who acted, on which rung, announced or not, the uses of force by each up to two, and the peak (Kemeny and
//! Snell 1960). Its mass is pushed forward, act by act, until less than 1e-13 is left. The solver is written from the
//! description of the model alone and shares no code with the program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)] // a test may panic and report

mod common;

use std::collections::BTreeMap;
use std::fmt::Write;

use common::{Dice, Table, each_trial, p_mean, p_share, scenario, tally};
use offramp::sim::Outcome;

const SCENARIOS: usize = 60;
const TRIALS: u64 = 200_000;
const SEED: u64 = 4_711;

/// A rung, as a scenario states it.
struct Rung {
    severity: f64,
    force: bool,
    deniable: bool,
    effort: f64,
    war_risk: f64,
}

/// What matters of an actor where nothing builds up.
struct Actor {
    reciprocity: f64,
    proportionality: f64,
    concern_for_reputation: f64,
    standing: f64,
    signalling: f64,
    fear_of_retaliation: f64,
    belief_in_retaliation: f64,
    strength: f64,
    fear_of_war: f64,
    concern_for_strain: f64,
    strain: f64,
    value_of_ties: f64,
    steadiness: f64,
    sting: f64,
    publicity: f64,
    restraint: f64,
    apology: f64,
    forewarning: f64,
    unauthorised: f64,
}

/// A scenario in which nothing builds up. Actor 0 opens.
struct Case {
    rungs: Vec<Rung>,
    actors: [Actor; 2],
    off_ramp: usize,
    limited_war: usize,
    unauthorised_rung: usize,
    /// None where the opener chooses.
    opening: Option<usize>,
    provocation: f64,
    publicity: f64,
    trust: f64,
    channel: f64,
    interdependence: f64,
    deniable_discount: f64,
    apology_relief: f64,
    restraint_effect: f64,
}

/// A fault to plant in the solver.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
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

/// The exact results.
#[derive(Debug)]
struct Exact {
    outcomes: [f64; 7],
    peak: Vec<f64>,
    acts: f64,
    /// Of the number of acts in one trial.
    acts_sd: f64,
}

/// Where a crisis stands: who acted last, on which rung, announced or not; uses of force, 2 for more; the peak.
type State = (usize, usize, bool, [u8; 2], usize);

struct Solver<'c> {
    case: &'c Case,
    fault: Fault,
    exact: Exact,
    acts_squared: f64,
}

impl Case {
    /// The odds of every rung for actor `j`, who has seen `q` of an act that is visible to the degree `vis`.
    fn choice(&self, j: usize, q: f64, vis: f64, fault: Fault) -> Vec<f64> {
        let (me, other) = (&self.actors[j], &self.actors[1 - j]);
        let g = me.proportionality * q;
        let risk = self.talking(fault);
        let turning = if fault == Fault::ReputationWeighsMore { 1.55 } else { 1.5 };
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
            -me.reciprocity * (s - g) * (s - g) - me.concern_for_reputation * (turning - me.standing) * vis * under
                + me.signalling * seen * s
                - me.fear_of_retaliation * me.belief_in_retaliation * (other.strength / me.strength) * s
                - me.fear_of_war * (s.powi(3) + rung.war_risk * risk)
                - me.concern_for_strain * me.strain * rung.effort
                - me.value_of_ties * (self.trust + self.interdependence) * s
        };
        let values: Vec<f64> = self.rungs.iter().map(|rung| me.steadiness * value(rung)).collect();
        let best = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let odds: Vec<f64> = values.iter().map(|v| (v - best).exp()).collect();
        let sum: f64 = odds.iter().sum();
        self.overridden(j, odds.iter().map(|o| o / sum).collect(), fault)
    }

    /// The same odds after a part of the state may have overridden the choice.
    fn overridden(&self, j: usize, odds: Vec<f64>, fault: Fault) -> Vec<f64> {
        let rogue = self.actors[j].unauthorised;
        let mut result = vec![0.0; odds.len()];
        for (x, p) in odds.into_iter().enumerate() {
            let forced = if fault == Fault::RogueIsTheLastWord { 0 } else { x };
            result[x] += (1.0 - rogue) * p;
            result[forced.max(self.unauthorised_rung)] += rogue * p;
        }
        result
    }

    /// What talking leaves of the risk of a slip.
    fn talking(&self, fault: Fault) -> f64 {
        1.0 - if fault == Fault::TalkingHelpsMore { 0.6 } else { 0.5 } * self.channel
    }

    /// The chance that an act of `author` on `rung` is announced.
    fn announced(&self, author: usize, rung: usize, fixed_opening: bool) -> f64 {
        match &self.rungs[rung] {
            rung if rung.deniable => 0.0,
            _ if fixed_opening => self.publicity,
            rung if rung.force => self.actors[author].publicity,
            _ => 1.0,
        }
    }

    /// What the victim sees of an act: with and without amends, each with its chance.
    fn seen(&self, author: usize, rung: usize, fault: Fault) -> [(f64, f64); 2] {
        let (from, to, rung) = (&self.actors[author], &self.actors[1 - author], &self.rungs[rung]);
        if !rung.force {
            return [(1.0, rung.severity), (0.0, 0.0)];
        }
        let sting = if fault == Fault::NoSting { 0.0 } else { to.sting };
        let spared = 1.0 - self.restraint_effect * from.restraint;
        let harm = rung.severity * spared * (1.0 + sting * (1.0 - from.forewarning));
        let amends = from.apology * self.channel;
        [(1.0 - amends, harm.clamp(0.0, 1.5)), (amends, (harm * (1.0 - self.apology_relief)).clamp(0.0, 1.5))]
    }
}

impl<'c> Solver<'c> {
    /// Pushes the mass forward; none where too much of it is left after a thousand acts.
    fn solve(case: &'c Case, fault: Fault) -> Option<Exact> {
        let exact = Exact { outcomes: [0.0; 7], peak: vec![0.0; case.rungs.len()], acts: 0.0, acts_sd: 0.0 };
        let mut solver = Self { case, fault, exact, acts_squared: 0.0 };
        let mut mass = solver.open();
        let mut answers = BTreeMap::new();
        for step in 2..1000 {
            if mass.values().sum::<f64>() < 1e-13 {
                let mean = solver.exact.acts;
                solver.exact.acts_sd = (solver.acts_squared - mean * mean).max(0.0).sqrt();
                return Some(solver.exact);
            }
            mass = solver.answer(&mass, step, &mut answers);
        }
        None
    }

    fn open(&mut self) -> BTreeMap<State, f64> {
        let mut mass = BTreeMap::new();
        let fixed = self.case.opening.is_some();
        let odds = match self.case.opening {
            Some(rung) => (0..self.case.rungs.len()).map(|x| f64::from(u8::from(x == rung))).collect(),
            None => self.case.choice(0, self.case.provocation, 1.0, self.fault),
        };
        for (rung, p) in odds.into_iter().enumerate().filter(|&(_, p)| p > 0.0) {
            if !fixed && rung <= self.case.off_ramp {
                self.end(p, 0, [0, 0], 0);
            } else {
                self.act(p, (0, rung), fixed, ([0, 0], 0), 1, &mut mass);
            }
        }
        mass
    }

    /// All answers to all states, as act number `step`.
    fn answer(
        &mut self,
        mass: &BTreeMap<State, f64>,
        step: u32,
        known: &mut BTreeMap<(usize, usize, bool), Vec<f64>>,
    ) -> BTreeMap<State, f64> {
        let mut next = BTreeMap::new();
        for (&(author, rung, public, force, peak), &p) in mass {
            let j = 1 - author;
            let odds = known.entry((author, rung, public)).or_insert_with(|| self.answer_odds(author, rung, public));
            for (x, &odds) in odds.clone().iter().enumerate().filter(|&(_, &odds)| odds * p > 1e-22) {
                let p = p * odds;
                if x <= self.case.off_ramp {
                    self.end(p, peak.max(x), self.used(force, j, x), step);
                } else {
                    self.act(p, (j, x), false, (force, peak), step, &mut next);
                }
            }
        }
        next
    }

    fn answer_odds(&self, author: usize, rung: usize, public: bool) -> Vec<f64> {
        let vis = if public { 1.0 } else { self.case.deniable_discount };
        let mut odds = vec![0.0; self.case.rungs.len()];
        for (chance, q) in self.case.seen(author, rung, self.fault) {
            let choice = self.case.choice(1 - author, q, vis, self.fault);
            odds.iter_mut().zip(choice).for_each(|(sum, p)| *sum += chance * p);
        }
        odds
    }

    /// An act that does not end its crisis by stepping down: it is war, it slips into war, or it awaits its answer.
    fn act(
        &mut self,
        p: f64,
        (author, rung): (usize, usize),
        fixed_opening: bool,
        (force, peak): ([u8; 2], usize),
        step: u32,
        next: &mut BTreeMap<State, f64>,
    ) {
        let top = self.case.rungs.len() - 1;
        let (force, peak) = (self.used(force, author, rung), peak.max(rung));
        let slips = if rung == top { 1.0 } else { self.case.rungs[rung].war_risk * self.case.talking(self.fault) };
        self.end(p * slips, top, force, step);
        let announced = self.case.announced(author, rung, fixed_opening);
        for (public, chance) in [(true, announced), (false, 1.0 - announced)] {
            let p = p * (1.0 - slips) * chance;
            if p > 0.0 {
                *next.entry((author, rung, public, force, peak)).or_insert(0.0) += p;
            }
        }
    }

    fn used(&self, mut force: [u8; 2], author: usize, rung: usize) -> [u8; 2] {
        if self.case.rungs[rung].force {
            force[author] = (force[author] + 1).min(2);
        }
        force
    }

    fn end(&mut self, p: f64, peak: usize, force: [u8; 2], acts: u32) {
        let outcome = match force {
            _ if peak == self.case.rungs.len() - 1 => Outcome::War,
            _ if peak >= self.case.limited_war => Outcome::LimitedWar,
            [0, 0] => Outcome::NoForce,
            [0, _] | [_, 0] => Outcome::OneSided,
            [1, 1] => Outcome::OneRound,
            _ => Outcome::Feud,
        };
        self.exact.outcomes[outcome as usize] += p;
        self.exact.peak[peak] += p;
        self.exact.acts += p * f64::from(acts);
        self.acts_squared += p * f64::from(acts).powi(2);
    }
}

// ---- Making cases up ----

/// A chance that is often nought.
fn seldom(dice: &mut Dice, most: f64) -> f64 {
    if dice.chance(0.5) { 0.0 } else { dice.between(0.0, most) }
}

fn random_actor(dice: &mut Dice) -> Actor {
    Actor {
        reciprocity: dice.between(0.0, 6.0),
        proportionality: dice.between(0.3, 1.4),
        concern_for_reputation: dice.between(0.0, 2.0),
        standing: dice.between(0.0, 1.0),
        signalling: dice.between(0.0, 1.0),
        fear_of_retaliation: dice.between(0.0, 4.0),
        belief_in_retaliation: dice.between(0.05, 0.95),
        strength: dice.between(0.5, 2.0),
        fear_of_war: dice.between(0.0, 3.0),
        concern_for_strain: dice.between(0.0, 2.0),
        strain: dice.between(0.0, 1.0),
        value_of_ties: dice.between(0.0, 1.5),
        steadiness: dice.between(0.0, 8.0),
        sting: dice.between(0.0, 0.8),
        publicity: if dice.chance(0.5) { 1.0 } else { dice.between(0.0, 1.0) },
        restraint: seldom(dice, 1.0),
        apology: seldom(dice, 1.0),
        forewarning: seldom(dice, 1.0),
        unauthorised: seldom(dice, 0.3),
    }
}

/// 3 to 12 rungs; from a random height on most use force, and the last but one and the last do.
fn random_ladder(dice: &mut Dice) -> Vec<Rung> {
    let n = 3 + dice.below(10);
    let mut steps: Vec<f64> = (1..n).map(|_| dice.between(0.2, 1.0)).collect();
    let sum: f64 = steps.iter().sum();
    for step in &mut steps {
        *step /= sum;
    }
    let mut severity = 0.0;
    let first_force = 1 + dice.below(n - 2);
    (0..n)
        .map(|x| {
            severity = if x == n - 1 { 1.0 } else { severity + if x > 0 { steps[x - 1] } else { 0.0 } };
            let force = x >= n - 2 || x >= first_force && dice.chance(0.8);
            let deniable = dice.chance(0.2);
            let war_risk = if x == 0 || x == n - 1 { 0.0 } else { seldom(dice, 0.15) };
            Rung { severity, force, deniable, effort: dice.between(0.0, 1.0), war_risk }
        })
        .collect()
}

fn random_case(dice: &mut Dice) -> Case {
    let rungs = random_ladder(dice);
    let n = rungs.len();
    let violent: Vec<usize> = (1..n - 1).filter(|&x| rungs[x].force).collect();
    let limited_war = violent[dice.below(violent.len())];
    Case {
        off_ramp: dice.below(limited_war),
        limited_war,
        unauthorised_rung: violent[dice.below(violent.len())],
        opening: if dice.chance(0.3) { None } else { Some(dice.below(n - 1)) },
        provocation: dice.between(0.0, 1.2),
        publicity: dice.between(0.0, 1.0),
        trust: dice.between(0.0, 1.0),
        channel: dice.between(0.0, 1.0),
        interdependence: dice.between(0.0, 1.0),
        deniable_discount: dice.between(0.0, 1.0),
        apology_relief: dice.between(0.0, 1.0),
        restraint_effect: dice.between(0.0, 1.0),
        actors: [random_actor(dice), random_actor(dice)],
        rungs,
    }
}

/// What is switched off, so that nothing builds up.
const NOTHING_BUILDS_UP: &str = "harm_shock = 0\ntrust_damage = 0\nstanding_rate = 0\nlearning = 0\neffort_drain = 0\n";

/// The case as a scenario.
fn toml(case: &Case) -> String {
    let mut text = format!("name = \"made up\"\nhorizon_days = 3650\noff_ramp = \"r{}\"\n", case.off_ramp);
    let _ =
        writeln!(text, "limited_war = \"r{}\"\nunauthorised_rung = \"r{}\"", case.limited_war, case.unauthorised_rung);
    let rung = case.opening.map_or("choose".to_owned(), |rung| format!("r{rung}"));
    let _ = writeln!(text, "[opening]\nactor = \"a\"\nrung = \"{rung}\"");
    let _ = writeln!(text, "provocation = {}\npublicity = {}", case.provocation, case.publicity);
    let _ = writeln!(text, "[relations]\ntrust = {}\nchannel = {}", case.trust, case.channel);
    let _ = writeln!(text, "interdependence = {}", case.interdependence);
    let _ = writeln!(text, "[dynamics]\n{NOTHING_BUILDS_UP}deniable_discount = {}", case.deniable_discount);
    let _ = writeln!(text, "apology_relief = {}\nrestraint_effect = {}", case.apology_relief, case.restraint_effect);
    for (id, actor) in ["a", "b"].into_iter().zip(&case.actors) {
        text += &actor_toml(id, actor);
    }
    for (x, rung) in case.rungs.iter().enumerate() {
        let _ = writeln!(text, "[[ladder]]\nid = \"r{x}\"\nseverity = {}\nforce = {}", rung.severity, rung.force);
        let _ = writeln!(text, "deniable = {}\neffort = {}\nwar_risk = {}", rung.deniable, rung.effort, rung.war_risk);
    }
    text
}

fn actor_toml(id: &str, actor: &Actor) -> String {
    let mut text = format!("[actors.{id}]\nmisperception = 0\npublic_sensitivity = 0\ndomestic_pressure = 0\n");
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

/// The first cases of a seed that end soon enough to be solved and simulated fast.
fn cases() -> impl Iterator<Item = Case> {
    let mut dice = Dice(20_240_118);
    std::iter::repeat_with(move || random_case(&mut dice))
        .filter(|case| Solver::solve(case, Fault::None).is_some_and(|exact| exact.acts < 20.0))
}

/// Adds the comparison of one case to the table.
fn compare(table: &mut Table, name: &str, case: &Case, fault: Fault) {
    let exact = Solver::solve(case, fault).expect("a case is chosen so that it can be solved");
    assert!((exact.outcomes.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    let ours = tally(&scenario(&toml(case)), SEED, TRIALS);
    for outcome in Outcome::ALL {
        let (count, p) = (ours.outcomes[outcome as usize], exact.outcomes[outcome as usize]);
        table.add(format!("{name} {}: {count} where {p:.6} is due", outcome.name()), p_share(count, TRIALS, p));
    }
    for (rung, (&count, &p)) in ours.peak.iter().zip(&exact.peak).enumerate() {
        table.add(format!("{name} peak {rung}: {count} where {p:.6} is due"), p_share(count, TRIALS, p));
    }
    let (mean, due) = (ours.acts.mean(TRIALS), exact.acts);
    let what = format!("{name} acts: {mean:.5} where {due:.5} are due");
    table.add(what, p_mean(mean - due, exact.acts_sd / (TRIALS as f64).sqrt()));
}

fn table(fault: Fault, count: usize) -> Table {
    let mut table = Table::default();
    for (at, case) in cases().take(count).enumerate() {
        compare(&mut table, &format!("case {at}"), &case, fault);
    }
    table
}

#[test]
fn sixty_made_up_scenarios_meet_their_exact_values() {
    let table = table(Fault::None, SCENARIOS);
    assert!(table.len() > SCENARIOS * 11);
    table.assert();
}

/// The twins: the same comparison finds a small fault in what is due.
#[test]
fn planted_faults_are_found() {
    for (fault, what) in [
        (Fault::NoSting, "the sting forgotten"),
        (Fault::TalkingHelpsMore, "0.6 in place of 0.5"),
        (Fault::ReputationWeighsMore, "1.55 in place of 1.5"),
        (Fault::RogueIsTheLastWord, "a rogue unit that lowers the choice"),
    ] {
        assert!(!table(fault, 20).failures().is_empty(), "{what} is not found");
    }
}

/// Alternating retaliation: A opens, B answers with force with chance b, A counters with chance a. Strikes then have the
/// mean (1 + b) / (1 - ab), one of them alone has the chance 1 - b, two b (1 - a), three or more ab.
#[test]
fn alternating_retaliation_is_the_known_chain() {
    let (a, b): (f64, f64) = (0.30, 0.61);
    // Between peace and a strike of severity 1/2 the log-odds are 10 (signalling / 2 - 10 / 8); war is out of reach.
    let signalling = |p: f64| 2.5 + 0.2 * (p / (1.0 - p)).ln();
    let actor = |id: &str, p: f64| {
        format!(
            "[actors.{id}]\nreciprocity = 0\nconcern_for_reputation = 0\nsignalling = {}\nfear_of_retaliation = 0\n\
             fear_of_war = 10\nvalue_of_ties = 0\nsteadiness = 10\nmisperception = 0\npublic_sensitivity = 0\n\
             domestic_pressure = 0\npublicity = 1\nresponse_days = 0.05\n",
            signalling(p)
        )
    };
    let text = format!(
        "name = \"alternating retaliation\"\nhorizon_days = 3650\noff_ramp = \"calm\"\nlimited_war = \"strike\"\n\
         unauthorised_rung = \"strike\"\nopening = {{ actor = \"a\", rung = \"strike\" }}\n\
         dynamics = {{ {} }}\n{}{}[[ladder]]\nid = \"calm\"\nseverity = 0\n\
         [[ladder]]\nid = \"strike\"\nseverity = 0.5\nforce = true\n[[ladder]]\nid = \"war\"\nseverity = 1\nforce = true\n",
        NOTHING_BUILDS_UP.trim().replace('\n', ", "),
        actor("a", a),
        actor("b", b),
    );
    let strikes = each_trial(&scenario(&text).model, SEED, 1_000_000, |trial| trial.force[0] + trial.force[1]);
    let n = strikes.len() as u64;
    let count = |strikes: &[u64], holds: fn(u64) -> bool| strikes.iter().filter(|&&x| holds(x)).count() as u64;
    let mut table = Table::default();
    table.add("one", p_share(count(&strikes, |x| x == 1), n, 1.0 - b));
    table.add("two", p_share(count(&strikes, |x| x == 2), n, b * (1.0 - a)));
    table.add("three or more", p_share(count(&strikes, |x| x >= 3), n, a * b));
    let mean = strikes.iter().sum::<u64>() as f64 / n as f64;
    let squares = strikes.iter().map(|&x| (x * x) as f64).sum::<f64>() / n as f64;
    let apart = mean - (1.0 + b) / (1.0 - a * b);
    table.add(format!("mean strikes {mean}"), p_mean(apart, ((squares - mean * mean) / n as f64).sqrt()));
    table.assert();
}
