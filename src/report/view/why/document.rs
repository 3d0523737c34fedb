//! Why histories go as they do, as a document. Its keys are stable.

use serde::Serialize;

use crate::model::{Consideration, Side};
use crate::report::view::estimates::{Average, Estimate, Keyed};
use crate::report::view::origin::StudyHeading;
use crate::report::words::{author, whole_paths};
use crate::scenario::Names;
use crate::stats::{Mean, Quantile, Share};
use crate::study::{
    Explanation, LearnedParameter, PathNode, Paths, RecordFindings, Spread, Weighing, WhyStudy,
};
use crate::tally::AnswerKind;

/// Why histories go as they do, as programs read it.
#[derive(Serialize)]
pub struct WhyDocument<'s> {
    #[serde(flatten)]
    heading: StudyHeading<'s>,
    no_first_answer: Estimate,
    #[serde(flatten)]
    explanation: ExplanationEntry<'s>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<RecordEntry<'s>>,
    learned: Vec<LearnedEntry<'s>>,
}

/// What answers rest on, and the paths.
#[derive(Serialize)]
pub struct ExplanationEntry<'s> {
    /// By actor; null where the actor gives no such answer.
    first_answers: Keyed<'s, Option<AnswersEntry<'s>>>,
    later_answers: Keyed<'s, Option<AnswersEntry<'s>>>,
    paths: PathsEntry<'s>,
}

#[derive(Serialize)]
struct AnswersEntry<'s> {
    answers: u64,
    trials: u64,
    forceful: u64,
    log_odds: Average,
    /// By consideration: parts of the log-odds.
    parts: Keyed<'static, Average>,
    chance_of_force: Average,
    /// By rung.
    chances: Keyed<'s, Average>,
    /// By rung: how often it is the likeliest use of force.
    likeliest_force: Keyed<'s, u64>,
}

#[derive(Serialize)]
struct PathsEntry<'s> {
    /// The most common ways from the opening to the end; answers that step down are one end.
    commonest: Vec<WholePathEntry<'s>>,
    /// Nodes of the tree, each behind the one that it follows.
    nodes: Vec<NodeEntry<'s>>,
    /// The path of the record, act by act.
    record: Vec<RecordedEntry<'s>>,
}

#[derive(Serialize)]
struct WholePathEntry<'s> {
    acts: Vec<&'s str>,
    end: &'static str,
    #[serde(flatten)]
    share: Estimate,
}

#[derive(Serialize)]
struct NodeEntry<'s> {
    parent: Option<usize>,
    actor: Option<&'s str>,
    rung: Option<&'s str>,
    count: u64,
    ends: Keyed<'static, u64>,
    gathered_branches: u64,
    gathered_count: u64,
}

#[derive(Serialize)]
struct RecordedEntry<'s> {
    rung: &'s str,
    count: u64,
    node: Option<usize>,
}

/// How many trials agree with the record.
#[derive(Serialize)]
struct RecordEntry<'s> {
    all: Estimate,
    facts: Keyed<'s, Estimate>,
}

#[derive(Serialize)]
struct LearnedEntry<'s> {
    path: &'s str,
    least: f64,
    greatest: f64,
    all: SpreadEntry,
    /// Null where too few trials agree with the record.
    agreeing: Option<SpreadEntry>,
}

#[derive(Serialize)]
struct SpreadEntry {
    trials: u64,
    mean: Average,
    p05: QuantileOf,
    p50: QuantileOf,
    p95: QuantileOf,
}

#[derive(Serialize)]
struct QuantileOf {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

/// How many of the commonest paths are listed.
const COMMONEST: usize = 20;

/// The document of an explanation.
#[must_use]
pub fn document(study: &WhyStudy) -> WhyDocument<'_> {
    let trials = study.explanation.trials;
    WhyDocument {
        heading: StudyHeading::new(&study.subject, study.seed, trials, study.complete),
        no_first_answer: study.no_answer.into(),
        explanation: explanation(&study.explanation, &study.subject.names),
        record: study.record.as_ref().map(record),
        learned: study.learned.iter().map(learned).collect(),
    }
}

/// What answers rest on and the paths, by these names.
#[must_use]
pub fn explanation<'s>(explanation: &'s Explanation, names: &'s Names) -> ExplanationEntry<'s> {
    let by_actor = |kind| {
        let entry = |side: Side| {
            let weighing = explanation.weighing(side, kind);
            let answers = weighing.map(|weighing| answers(weighing, names));
            (names.actors[side].id.as_str(), answers)
        };
        Keyed(names.actors_in_order().map(entry).into())
    };
    ExplanationEntry {
        first_answers: by_actor(AnswerKind::First),
        later_answers: by_actor(AnswerKind::Later),
        paths: paths(explanation, names),
    }
}

fn answers<'s>(weighing: &'s Weighing, names: &'s Names) -> AnswersEntry<'s> {
    let parts = Consideration::ALL.into_iter().zip(weighing.parts);
    let ids = || names.rungs.iter().map(|rung| rung.id.as_str());
    AnswersEntry {
        answers: weighing.answers,
        trials: weighing.trials,
        forceful: weighing.forceful,
        log_odds: average(weighing.log_odds),
        parts: Keyed(
            parts
                .map(|(consideration, part)| (consideration.name(), average(part)))
                .collect(),
        ),
        chance_of_force: average(weighing.chance_of_force),
        chances: Keyed(
            ids()
                .zip(weighing.chances.iter().map(|&chance| average(chance)))
                .collect(),
        ),
        likeliest_force: Keyed(ids().zip(weighing.likeliest.iter().copied()).collect()),
    }
}

fn average(mean: Mean) -> Average {
    Average::of(mean.mean, mean.interval, None)
}

fn paths<'s>(explanation: &'s Explanation, names: &'s Names) -> PathsEntry<'s> {
    let paths = &explanation.paths;
    let id = |rung: usize| names.rungs.get(rung).map_or("", |named| named.id.as_str());
    let commonest = whole_paths(paths).into_iter().take(COMMONEST);
    PathsEntry {
        commonest: commonest
            .map(|path| WholePathEntry {
                acts: paths.rungs(path.node).into_iter().map(id).collect(),
                end: path.end.name(),
                share: Share::new(path.count, explanation.trials).into(),
            })
            .collect(),
        nodes: (0..paths.nodes.len())
            .map(|place| node(paths, place, names))
            .collect(),
        record: paths
            .record
            .iter()
            .map(|step| RecordedEntry {
                rung: id(step.rung),
                count: step.count,
                node: step.node,
            })
            .collect(),
    }
}

fn node<'s>(paths: &Paths, place: usize, names: &'s Names) -> NodeEntry<'s> {
    let one: &PathNode = &paths.nodes[place];
    let act = paths.depth(place).checked_sub(1);
    let actor = act.map(|act| names.actors[author(act)].id.as_str());
    let rung = one.rung.and_then(|rung| names.rungs.get(rung));
    let ends = one.ends;
    let ends = [
        ("over", ends.over),
        ("war", ends.war),
        ("slipped", ends.slipped),
        ("cut", ends.cut),
        ("goes_on", ends.goes_on),
    ];
    NodeEntry {
        parent: one.parent,
        actor,
        rung: rung.map(|named| named.id.as_str()),
        count: one.count,
        ends: Keyed(ends.into()),
        gathered_branches: one.gathered.branches,
        gathered_count: one.gathered.count,
    }
}

fn record(record: &RecordFindings) -> RecordEntry<'_> {
    let facts = record.facts.iter();
    RecordEntry {
        all: record.all.into(),
        facts: Keyed(
            facts
                .map(|fact| (fact.fact.name(), fact.case.into()))
                .collect(),
        ),
    }
}

fn learned(one: &LearnedParameter) -> LearnedEntry<'_> {
    LearnedEntry {
        path: &one.path,
        least: one.low,
        greatest: one.high,
        all: spread(&one.all),
        agreeing: one.agreeing.as_ref().map(spread),
    }
}

fn spread(spread: &Spread) -> SpreadEntry {
    SpreadEntry {
        trials: spread.n,
        mean: average(spread.mean),
        p05: quantile(spread.p05),
        p50: quantile(spread.p50),
        p95: quantile(spread.p95),
    }
}

const fn quantile(quantile: Quantile) -> QuantileOf {
    let [value, low, high] = quantile.figures();
    QuantileOf { value, low, high }
}
