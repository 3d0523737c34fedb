//! The simulation against exact values, in the cases that have them (docs/model.md, section 7).
//!
//! Where nothing builds up (no anger, no learning, no damage, no fog, no third party) the exchange
//! is a finite Markov chain on who acted, on which rung, how openly, the uses of force by each up
//! to two, and the peak (Kemeny and Snell 1960). Its mass is pushed forward, act by act, until less
//! than 1e-13 is left. The solver is written from the description of the model alone and shares no
//! code with the program.

mod case;
mod made_up;
mod solver;
mod toml;

use crate::common::verdicts::{Table, p_mean, p_share};
use crate::common::{Dice, each_trial, scenario, tally};
use case::{Case, Fault};
use made_up::random_case;
use offramp::quantities::Quantity;
use offramp::sim::Outcome;
use solver::Solver;
use toml::{NOTHING_BUILDS_UP, toml};

const SCENARIOS: usize = 60;
const TRIALS: u64 = 200_000;
const SEED: u64 = 4_711;

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
        let (count, p) = (
            ours.outcomes[outcome as usize],
            exact.outcomes[outcome as usize],
        );
        table.add(
            format!("{name} {}: {count} where {p:.6} is due", outcome.name()),
            p_share(count, TRIALS, p),
        );
    }
    for (rung, (&count, &p)) in ours.peak.iter().zip(&exact.peak).enumerate() {
        table.add(
            format!("{name} peak {rung}: {count} where {p:.6} is due"),
            p_share(count, TRIALS, p),
        );
    }
    let (mean, due) = (ours.number(Quantity::Acts).sums.mean(TRIALS), exact.acts);
    let what = format!("{name} acts: {mean:.5} where {due:.5} are due");
    table.add(
        what,
        p_mean(mean - due, exact.acts_sd / (TRIALS as f64).sqrt()),
    );
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
        (Fault::NoShockOfSurprise, "the shock of surprise forgotten"),
        (Fault::TalkingHelpsMore, "0.6 in place of 0.5"),
        (Fault::ReputationWeighsMore, "1.55 in place of 1.5"),
        (
            Fault::RogueIsTheLastWord,
            "a rogue unit that lowers the choice",
        ),
        (Fault::SlightDespiteAmends, "a slight despite amends"),
        (
            Fault::DisclosedIsAnnounced,
            "an affront by what the victim itself made public",
        ),
        (Fault::SuspicionOfFriends, "suspicion that grows with trust"),
        (Fault::StakeWithoutDoubt, "a gain that nobody denies"),
        (Fault::NoShield, "a shield without effect"),
        (
            Fault::RescuedFromItself,
            "leverage on the wrong side of the two",
        ),
    ] {
        assert!(
            !table(fault, 20).failures().is_empty(),
            "{what} is not found"
        );
    }
}

/// Alternating retaliation: A opens, B answers with force with chance b, A counters with chance a. Strikes then have the
/// mean (1 + b) / (1 - ab), one of them alone has the chance 1 - b, two b (1 - a), three or more ab.
#[test]
fn alternating_retaliation_is_the_known_chain() {
    let (a, b): (f64, f64) = (0.30, 0.61);
    // Between peace and a strike of severity 1/2 the log-odds are 10 (show_of_force / 2 - 10 / 8);
    // war is out of reach.
    let show_of_force = |p: f64| 2.5 + 0.2 * (p / (1.0 - p)).ln();
    let actor = |id: &str, p: f64| {
        format!(
            "[actors.{id}]\nreciprocity = 0\nconcern_for_reputation = 0\nshow_of_force = {}\nfear_of_retaliation = 0\n\
             fear_of_escalation = 10\nvalue_of_ties = 0\nchoice_precision = 10\nlearning = 0\nsuspicion = 0\nmisperception = 0\npublic_sensitivity = 0\n\
             domestic_pressure = 0\npublicity = 1\nresponse_days = 0.05\n",
            show_of_force(p)
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
    let strikes = each_trial(&scenario(&text).model, SEED, 1_000_000, |trial| {
        trial.force[0] + trial.force[1]
    });
    let n = strikes.len() as u64;
    let count = |strikes: &[u64], holds: fn(u64) -> bool| {
        strikes.iter().filter(|&&x| holds(x)).count() as u64
    };
    let against = |a: f64, b: f64| {
        let mut table = Table::default();
        table.add("one", p_share(count(&strikes, |x| x == 1), n, 1.0 - b));
        table.add(
            "two",
            p_share(count(&strikes, |x| x == 2), n, b * (1.0 - a)),
        );
        table.add(
            "three or more",
            p_share(count(&strikes, |x| x >= 3), n, a * b),
        );
        let mean = strikes.iter().sum::<u64>() as f64 / n as f64;
        let squares = strikes.iter().map(|&x| (x * x) as f64).sum::<f64>() / n as f64;
        let apart = mean - (1.0 + b) / (1.0 - a * b);
        table.add(
            format!("mean strikes {mean}"),
            p_mean(apart, ((squares - mean * mean) / n as f64).sqrt()),
        );
        table
    };
    against(a, b).assert();
    // The twins: chances a hundredth off.
    assert!(
        !against(a + 0.01, b).failures().is_empty() && !against(a, b + 0.01).failures().is_empty()
    );
}
