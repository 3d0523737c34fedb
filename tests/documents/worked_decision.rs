//! The decision that docs/model.md works out in numbers: Pakistan's first answer in one trial of
//! the baseline.
//!
//! The second table of the document is computed from the first one, as it is printed, through the
//! library. The first one is what the trial itself gives.
//! `OFFRAMP_WRITE=1 cargo test --test documents worked` writes both anew.

use std::fs;
use std::path::{Path, PathBuf};

use offramp::model::choice::{self, Weights};
use offramp::model::{Consideration, Side, State, World};
use offramp::parameters::MAX_RUNGS;
use offramp::scenario::{Scenario, Settings};
use offramp::sim::Simulator;
use offramp::study::{DecisionPoint, trace};

const SEED: u64 = 1;
const TRIAL: u64 = 21;
/// Who decides.
const SIDE: Side = Side::Other;
/// The leverage on Pakistan of the mediator that has engaged, China.
const MEDIATION: f64 = 0.5;
/// The rungs that are compared: the off-ramp first.
const RUNGS: [&str; 3] = ["downgrade", "strike-militants", "strike-military"];
/// The lines between which the tables stand in the document.
const BEGIN: &str = "<!-- a decision in numbers: begin -->\n";
const END: &str = "<!-- a decision in numbers: end -->\n";

fn document() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/model.md")
}

fn baseline() -> Scenario {
    Scenario::shipped("iran-pakistan-2024", &Settings::default()).unwrap()
}

fn rung(scenario: &Scenario, id: &str) -> usize {
    let rungs = &scenario.names.rungs;
    rungs.iter().position(|rung| rung.id == id).unwrap()
}

/// The first decision of the trial.
fn decision(scenario: &Scenario) -> DecisionPoint {
    let mut simulator = Simulator::new(&scenario.model, SEED);
    trace(&mut simulator, TRIAL).points[0].clone()
}

/// The state in which Pakistan decides: Iran has struck, time has passed, and Pakistan has seen the
/// strike.
fn state(scenario: &Scenario, world: &World, decision: &DecisionPoint) -> State {
    let numbers = &world.numbers;
    let strike = rung(scenario, "strike-militants");
    let mut state = State::new(world);
    state
        .trust
        .acted(&numbers.dynamics, numbers.rungs[strike].severity);
    state.pass(world, decision.day);
    let own = &numbers.actors[SIDE];
    state.domestic[SIDE].provoked(own, decision.provocation, 1.0);
    state.mediation[SIDE] = MEDIATION;
    state
}

/// A number of the first table.
struct Input {
    symbol: &'static str,
    meaning: &'static str,
    value: f64,
}

/// What stands in the first table, from the trial.
fn inputs(world: &World, state: &State, decision: &DecisionPoint) -> Vec<Input> {
    let home = &state.domestic[SIDE];
    let reputation = &state.deterrence[SIDE];
    let burden = &state.overstretch[SIDE];
    let own = &world.numbers.actors[SIDE];
    [
        (
            "t",
            "the day; the answer comes after so many days",
            decision.day,
        ),
        (
            "q",
            "the provocation that Pakistan sees in the strike",
            decision.provocation,
        ),
        ("D", "pressure at home", home.pressure),
        (
            "C",
            "its public threat, which has faded since day 0",
            home.threat,
        ),
        ("S", "its reputation for resolve", reputation.reputation),
        ("L", "its overstretch", burden.load),
        ("R", "its readiness", burden.readiness),
        ("a", "belief: answers in kind, as a count", reputation.hits),
        ("b", "belief: milder answers, as a count", reputation.misses),
        ("T", "trust, damaged by the strike", state.trust.0),
        ("M", "mediation: China has engaged", state.mediation[SIDE]),
        ("reciprocity", "", own.reciprocity),
        (
            "concern_for_reputation",
            "with the weights of its fronts added",
            world.concern_for_reputation[SIDE],
        ),
        ("audience_cost", "", own.audience_cost),
        ("show_of_force", "", own.show_of_force),
        ("stake", "", own.stake),
        ("diversion", "", own.diversion),
        ("fear_of_retaliation", "", own.fear_of_retaliation),
        (
            "strength ratio",
            "Iran's strength over Pakistan's",
            world.stronger[SIDE],
        ),
        ("fear_of_escalation", "", own.fear_of_escalation),
        ("value_of_ties", "", own.value_of_ties),
        ("choice_precision", "", own.choice_precision),
    ]
    .into_iter()
    .map(|(symbol, meaning, value)| Input {
        symbol,
        meaning,
        value,
    })
    .collect()
}

fn first_table(inputs: &[Input]) -> String {
    let mut text = String::from("| what | value | meaning |\n|---|---|---|\n");
    for input in inputs {
        let Input {
            symbol, meaning, ..
        } = input;
        text += &format!("| `{symbol}` | {} | {meaning} |\n", number(input.value, 4));
    }
    text
}

/// A number with so many decimals, and without a minus before zero.
fn number(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let zero = text.trim_start_matches('-');
    if zero.bytes().all(|byte| matches!(byte, b'0' | b'.')) {
        return zero.to_owned();
    }
    text
}

/// The value of a row of the first table, as it is printed.
fn printed(table: &str, symbol: &str) -> f64 {
    let head = format!("| `{symbol}` | ");
    let row = table.lines().find_map(|line| line.strip_prefix(&head));
    let (value, _) = row.unwrap().split_once(" |").unwrap();
    value.parse().unwrap()
}

/// A world and a state in which what the first table prints is what it prints.
fn as_printed(table: &str, world: &mut World, state: &mut State) {
    let home = &mut state.domestic[SIDE];
    home.pressure = printed(table, "D");
    home.threat = printed(table, "C");
    let reputation = &mut state.deterrence[SIDE];
    reputation.reputation = printed(table, "S");
    reputation.hits = printed(table, "a");
    reputation.misses = printed(table, "b");
    let burden = &mut state.overstretch[SIDE];
    burden.load = printed(table, "L");
    burden.readiness = printed(table, "R");
    state.trust.0 = printed(table, "T");
    state.mediation[SIDE] = printed(table, "M");
    world.concern_for_reputation[SIDE] = printed(table, "concern_for_reputation");
    world.stronger[SIDE] = printed(table, "strength ratio");
    let own = &mut world.numbers.actors[SIDE];
    own.reciprocity = printed(table, "reciprocity");
    own.audience_cost = printed(table, "audience_cost");
    own.show_of_force = printed(table, "show_of_force");
    own.stake = printed(table, "stake");
    own.diversion = printed(table, "diversion");
    own.fear_of_retaliation = printed(table, "fear_of_retaliation");
    own.fear_of_escalation = printed(table, "fear_of_escalation");
    own.value_of_ties = printed(table, "value_of_ties");
    own.choice_precision = printed(table, "choice_precision");
    world.features = Side::BOTH.map(|side| choice::Features::new(world, side));
}

/// What the twelve considerations are worth on each of the three rungs, their sums and chances, and
/// how they split the log-odds of the strike against the off-ramp, from the first table as it is
/// printed.
fn second_table(table: &str, scenario: &Scenario, world: &mut World, state: &mut State) -> String {
    as_printed(table, world, state);
    let weights = Weights::new(world, state, SIDE, printed(table, "q"), 1.0);
    let rungs = RUNGS.map(|id| rung(scenario, id));
    let values = rungs.map(|x| weights.considerations(world, SIDE, x));
    let sums = values.map(|values| values.iter().sum::<f64>());
    let precision = world.numbers.actors[SIDE].choice_precision;
    let mut text = format!(
        "| consideration | `{}` | part of the log-odds |\n",
        RUNGS.join("` | `")
    );
    text += "|---|---|---|---|---|\n";
    for consideration in Consideration::ALL {
        let of = values.map(|values| values[consideration]);
        text += &row(consideration.name(), of, precision * (of[1] - of[0]));
    }
    text += &row("sum", sums, precision * (sums[1] - sums[0]));
    let mut odds = [0.0; MAX_RUNGS];
    let total = choice::odds(world, SIDE, &weights, &mut odds);
    let chances = rungs.map(|x| format!("{} %", number(100.0 * odds[x] / total, 1)));
    text + &format!("| chance | {} | |\n", chances.join(" | "))
}

fn row(name: &str, of: PerRungs, log_odds: f64) -> String {
    let cells = of.map(|value| number(value, 3));
    format!(
        "| {name} | {} | {} |\n",
        cells.join(" | "),
        number(log_odds, 3)
    )
}

/// One value for each of the rungs compared.
type PerRungs = [f64; RUNGS.len()];

/// The part of the document between its two marks.
fn between(text: &str) -> &str {
    let (_, rest) = text.split_once(BEGIN).unwrap();
    rest.split_once(END).unwrap().0
}

#[test]
fn the_worked_decision_follows_from_its_own_table() {
    let scenario = baseline();
    let decision = decision(&scenario);
    let mut world = World::new(&scenario.model);
    let mut state = state(&scenario, &world, &decision);
    let text = fs::read_to_string(document()).unwrap();
    let is_writing = std::env::var_os("OFFRAMP_WRITE").is_some();
    let table = if is_writing {
        first_table(&inputs(&world, &state, &decision))
    } else {
        let (first, _) = between(&text).split_once("\n\n").unwrap();
        format!("{first}\n")
    };
    let second = second_table(&table, &scenario, &mut world, &mut state);
    let due = format!("{table}\n{second}");
    if is_writing {
        let (before, _) = text.split_once(BEGIN).unwrap();
        let (_, after) = text.split_once(END).unwrap();
        fs::write(document(), [before, BEGIN, &due, END, after].concat()).unwrap();
    } else {
        assert_eq!(between(&text), due);
    }
}

#[test]
fn the_worked_decision_is_that_of_its_trial() {
    let scenario = baseline();
    let decision = decision(&scenario);
    let world = World::new(&scenario.model);
    let state = state(&scenario, &world, &decision);
    let text = fs::read_to_string(document()).unwrap();
    let table = between(&text);
    assert!(table.starts_with(&first_table(&inputs(&world, &state, &decision))));
    // The state is the trial's own: it gives the chances that the trial drew from.
    let weights = Weights::new(&world, &state, SIDE, decision.provocation, 1.0);
    let mut odds = [0.0; MAX_RUNGS];
    let total = choice::odds(&world, SIDE, &weights, &mut odds);
    for (odds, chance) in odds.iter().zip(&decision.chances) {
        assert!((odds / total - chance).abs() < 1e-9);
    }
    assert_eq!(decision.side, SIDE);
    assert_eq!(decision.rung, rung(&scenario, RUNGS[1]));
}

/// The twin: another number in the first table gives another second one.
#[test]
fn a_drifted_number_is_found() {
    let scenario = baseline();
    let decision = decision(&scenario);
    let mut world = World::new(&scenario.model);
    let mut state = state(&scenario, &world, &decision);
    let table = first_table(&inputs(&world, &state, &decision));
    let due = second_table(&table, &scenario, &mut world, &mut state);
    for symbol in ["q", "D", "M", "reciprocity", "fear_of_escalation"] {
        let value = number(printed(&table, symbol), 4);
        let other = number(printed(&table, symbol) + 0.01, 4);
        let drifted = table.replace(
            &format!("| `{symbol}` | {value} |"),
            &format!("| `{symbol}` | {other} |"),
        );
        let second = second_table(&drifted, &scenario, &mut world, &mut state);
        assert_ne!(second, due, "{symbol}");
    }
}
