//! The baseline against two other programs: as it was, with its opening left to Iran, and without any argument.

use crate::common::verdicts::{Table, Z_LEVEL, p_mean, p_two_means};
use crate::common::{baseline, set, tally};
use offramp::quantities::Quantity;
use offramp::scenario::Settings;
use offramp::sim::Outcome;
use offramp::tally::Tally;

use super::{SEED, TRIALS};

/// Trials of the other program behind the baseline's figures, which have three or four decimals.
const THEIRS: u64 = 1_000_000;
/// Trials behind the figures for an opening that is left to Iran.
const THEIRS_CHOOSING: u64 = 20_000_000;

fn outcome_share(tally: &Tally, outcome: Outcome) -> f64 {
    tally.outcomes[outcome as usize] as f64 / tally.trials as f64
}

/// Adds a share that another program gives with `digits` decimals from a number of trials.
fn add_share(table: &mut Table, what: &str, ours: f64, (theirs, digits, trials): (f64, i32, u64)) {
    let near =
        theirs + (ours - theirs).clamp(-0.5 * 10_f64.powi(-digits), 0.5 * 10_f64.powi(-digits));
    let sd = (theirs * (1.0 - theirs)).sqrt();
    table.add(
        format!("{what}: {ours:.5} against {theirs}"),
        p_two_means(ours, TRIALS, near, trials, sd),
    );
}

/// Adds a mean that is given with three decimals; the spread is our own run's.
fn add_mean(table: &mut Table, what: &str, (ours, sd): (f64, f64), theirs: f64) {
    let near = theirs + (ours - theirs).clamp(-5e-4, 5e-4);
    let standard_error = sd * (1.0 / TRIALS as f64 + 1.0 / THEIRS as f64).sqrt();
    table.add(
        format!("{what}: {ours:.5} against {theirs}"),
        p_mean(ours - near, standard_error),
    );
}

/// The baseline's table: with 31 arguments and the opening as it was.
fn baseline_table(settings: &Settings) -> Table {
    let scenario = baseline(settings);
    let ours = tally(&scenario, SEED, TRIALS);
    let mut table = Table::default();
    for (outcome, share) in [
        (Outcome::OneSided, 0.1005),
        (Outcome::OneRound, 0.6195),
        (Outcome::Feud, 0.2140),
        (Outcome::LimitedWar, 0.0502),
        (Outcome::War, 0.0158),
    ] {
        add_share(
            &mut table,
            outcome.name(),
            outcome_share(&ours, outcome),
            (share, 4, THEIRS),
        );
    }
    let answers = ours
        .first_answer
        .iter()
        .zip(&scenario.model.force)
        .filter(|&(_, &force)| force);
    let answered: u64 = answers.map(|(count, _)| count).sum();
    add_share(
        &mut table,
        "first answer with force",
        answered as f64 / TRIALS as f64,
        (0.885, 3, THEIRS),
    );
    let mediated = ours.flag(Quantity::EndedWithMediator) as f64 / TRIALS as f64;
    add_share(
        &mut table,
        "ended with mediator",
        mediated,
        (0.610, 3, THEIRS),
    );
    for (what, quantity, theirs) in [
        ("acts", Quantity::Acts, 3.780),
        ("force of Iran", Quantity::ForceOpener, 1.217),
        ("force of Pakistan", Quantity::ForceOther, 1.088),
        ("later crises", Quantity::LaterCrises, 0.320),
    ] {
        let moments = &ours.number(quantity).sums;
        add_mean(
            &mut table,
            what,
            (moments.mean(TRIALS), moments.standard_deviation(TRIALS)),
            theirs,
        );
    }
    assert!(outcome_share(&ours, Outcome::Unresolved) < 2e-4);
    table
}

#[test]
fn the_baseline_agrees_with_an_independent_implementation() {
    let scenario = baseline(&Settings::default());
    assert_eq!(
        scenario
            .arguments
            .iter()
            .filter(|argument| argument.weight > 0.0)
            .count(),
        31
    );
    assert_eq!(
        scenario
            .names
            .actors
            .each_ref()
            .map(|actor| actor.id.as_str()),
        ["iran", "pakistan"]
    );
    baseline_table(&Settings::default()).assert();
}

/// The twin: an argument forgotten, or half forgotten, is found.
#[test]
fn a_baseline_without_one_argument_is_found() {
    for settings in [
        Settings {
            without: vec!["message-to-kabul".into()],
            ..Settings::default()
        },
        set(&[("arguments.no-apology", "0.5")]),
    ] {
        assert!(!baseline_table(&settings).failures().is_empty());
    }
}

/// The baseline with the opening left to Iran, against 20 million trials of a program as plain as that of `plain.rs`, with
/// the baseline's numbers put in by hand.
///
/// The figures that the design gives for this case (no-force 0.506, one-sided 0.203, one-round 0.197, feud 0.072,
/// limited-war 0.016, war 0.0065) cannot come from a million trials of this model: 20 million of either program put
/// one-sided at 0.1988, nine standard errors below. The other five lie within three.
fn choosing_table(settings: &Settings) -> Table {
    let ours = tally(&baseline(settings), SEED, TRIALS);
    let mut table = Table::default();
    for (outcome, share) in [
        (Outcome::NoForce, 0.5077),
        (Outcome::OneSided, 0.1988),
        (Outcome::OneRound, 0.1976),
        (Outcome::Feud, 0.0731),
        (Outcome::LimitedWar, 0.0161),
        (Outcome::War, 0.0067),
    ] {
        add_share(
            &mut table,
            outcome.name(),
            outcome_share(&ours, outcome),
            (share, 4, THEIRS_CHOOSING),
        );
    }
    for (rung, count) in [
        (3, 5_588_117),
        (4, 3_813_159),
        (5, 3_618_240),
        (6, 440_906),
        (7, 25_544),
        (8, 1_120),
    ] {
        let what = format!("first act on rung {rung}");
        table.shares(
            what,
            (ours.first_act[rung], TRIALS),
            (count, THEIRS_CHOOSING),
        );
    }
    table
}

#[test]
fn the_opening_left_to_iran_agrees_with_a_program_written_for_this_test() {
    choosing_table(&set(&[("opening.rung", "choose")])).assert();
}

/// The twin: a slightly smaller provocation is found.
#[test]
fn an_opening_left_to_iran_with_a_fault_is_found() {
    let fault = set(&[("opening.rung", "choose"), ("opening.provocation", "0.39")]);
    assert!(!choosing_table(&fault).failures().is_empty());
}

/// At level 1e-6 for the difference from the runner-up, which is many times as large.
#[test]
fn without_any_argument_one_sided_is_the_most_common_end() {
    let scenario = baseline(&set(&[("arguments.*", "0")]));
    assert!(
        scenario
            .arguments
            .iter()
            .all(|argument| argument.weight == 0.0)
    );
    let ours = tally(&scenario, SEED, TRIALS);
    let most = ours.outcomes[Outcome::OneSided as usize] as f64;
    for outcome in Outcome::ALL
        .into_iter()
        .filter(|&outcome| outcome != Outcome::OneSided)
    {
        let other = ours.outcomes[outcome as usize] as f64;
        assert!(
            (most - other) / (most + other).sqrt() > Z_LEVEL,
            "{}: {other} of {most}",
            outcome.name()
        );
    }
}
