//! A comparison as a document. Its keys are stable.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::history::mismatch;
use crate::quantities::Quantity;
use crate::report::view::estimates::{Average, Day, Estimate};
use crate::report::view::origin::ScenarioOrigin;
use crate::report::words::PURPOSE;
use crate::scenario::Names;
use crate::sim::{Outcome, STREAM_VERSION};
use crate::study::{
    CompareStudy, DecisionPoint, Difference, Divergence, Findings, Trace, TracePair, Variant,
    VariantSubject,
};
use crate::tally::{Change, Pair};

/// A comparison, as programs read it.
#[derive(Serialize)]
pub struct CompareDocument<'s> {
    purpose: &'static str,
    base: ScenarioOrigin<'s>,
    seed: u64,
    /// The seed in writing: many programs read numbers of JSON to 53 bits only.
    seed_text: String,
    stream_version: u32,
    trials: u64,
    complete: bool,
    variants: Vec<Value>,
}

/// The document of a comparison.
#[must_use]
pub fn document(study: &CompareStudy) -> CompareDocument<'_> {
    let variants = study.variants.iter().zip(&study.comparison.variants);
    CompareDocument {
        purpose: PURPOSE,
        base: (&study.base).into(),
        seed: study.seed,
        seed_text: study.seed.to_string(),
        stream_version: STREAM_VERSION,
        trials: study.comparison.trials,
        complete: study.complete,
        variants: variants
            .map(|(subject, variant)| beside(study, subject, variant))
            .collect(),
    }
}

fn beside(study: &CompareStudy, subject: &VariantSubject, variant: &Variant) -> Value {
    let inputs = subject.inputs.iter();
    let inputs = inputs
        .map(|input| json!({ "path": input.path, "base": input.before, "variant": input.after }));
    let flipped = subject.flipped.iter().flatten();
    let flipped = flipped.map(|pair| divergence(&study.base.names, pair));
    let mut entry = json!({
        "name": subject.name,
        "scenario": ScenarioOrigin::from(&subject.subject),
        "inputs": inputs.collect::<Vec<Value>>(),
        "outcomes": outcomes(variant),
        "wars": wars(&study.comparison.base, variant),
        "means": means(&study.comparison.base, variant),
        "flips": flips(variant),
        "changed": changed(variant, study.comparison.trials),
        "flipped": flipped.collect::<Vec<Value>>(),
    });
    if let Err(why) = subject.flipped {
        entry["flipped_reason"] = mismatch(why).into();
    }
    entry
}

fn difference(difference: &Difference) -> Value {
    let [value, low, high] = difference.figures();
    let mut entry =
        json!({ "value": value, "low": low, "high": high, "differ": difference.differ });
    if let Some(reason) = difference.interval.reason() {
        entry["reason"] = reason.into();
    }
    entry
}

fn outcomes(variant: &Variant) -> Value {
    let mut entries = Map::new();
    for (outcome, contrast) in Outcome::ALL.into_iter().zip(&variant.outcomes) {
        let entry = json!({
            "base": Estimate::from(contrast.base),
            "variant": Estimate::from(contrast.variant),
            "difference": difference(&contrast.difference),
            "gain": variant.gain(outcome),
        });
        entries.insert(outcome.name().to_owned(), entry);
    }
    Value::Object(entries)
}

/// Limited and full-scale war together.
fn wars(base: &Findings, variant: &Variant) -> Value {
    json!({
        "base": Estimate::from(base.wars()),
        "variant": Estimate::from(variant.findings.wars()),
        "difference": difference(&variant.difference(Quantity::Wars)),
    })
}

fn means(base: &Findings, variant: &Variant) -> Value {
    let mut entries = Map::new();
    for (quantity, contrast) in Pair::MEANS.into_iter().zip(&variant.means) {
        let difference = difference(&contrast.difference);
        let entry = if quantity == Quantity::EndDay {
            let before = Day::new(contrast.base, base);
            let after = Day::new(contrast.variant, &variant.findings);
            json!({ "base": before, "variant": after, "difference": difference })
        } else {
            let before = Average::from(contrast.base);
            let after = Average::from(contrast.variant);
            json!({ "base": before, "variant": after, "difference": difference })
        };
        entries.insert(quantity.name().to_owned(), entry);
    }
    Value::Object(entries)
}

/// From the base's outcome to the variant's: how many histories.
fn flips(variant: &Variant) -> Value {
    let mut entries = Map::new();
    for (base, row) in Outcome::ALL.into_iter().zip(&variant.flips) {
        let mut entry = Map::new();
        for (outcome, &trials) in Outcome::ALL.into_iter().zip(row) {
            entry.insert(outcome.name().to_owned(), trials.into());
        }
        entries.insert(base.name().to_owned(), Value::Object(entry));
    }
    Value::Object(entries)
}

fn changed(variant: &Variant, trials: u64) -> Value {
    let [calmer, worse, alike, unresolved] = Change::ALL.map(|change| variant.how_many(change));
    json!({
        "histories": variant.changed, "of": trials,
        "calmer": calmer, "worse": worse, "neither": alike, "unresolved": unresolved,
    })
}

fn divergence(names: &Names, pair: &TracePair) -> Value {
    let [before, after] = &pair.traces;
    let [decided, other] = pair.decisions();
    let divergence = match pair.divergence {
        Divergence::Decision(at) => json!({
            "equal_decisions": at,
            "base": decision(names, &decided[at]),
            "variant": decision(names, &other[at]),
        }),
        Divergence::Before(at) => json!({ "equal_decisions": at }),
        Divergence::Opening(..) => json!({
            "equal_decisions": 0,
            "opening": true,
            "base": opening(names, before),
            "variant": opening(names, after),
        }),
        Divergence::Nowhere => json!({ "equal_decisions": decided.len() }),
        Divergence::Alike => json!({ "equal_decisions": decided.len(), "same_history": true }),
    };
    json!({
        "trial": pair.trial,
        "base": before.summary.outcome.name(), "variant": after.summary.outcome.name(),
        "parting": divergence,
    })
}

fn decision(names: &Names, point: &DecisionPoint) -> Value {
    json!({
        "day": point.day,
        "actor": names.actors[point.side as usize].id,
        "provocation": point.provocation,
        "chances": point.chances,
        "draw": point.draw,
        "rung": rung_id(names, point.rung),
        "overridden": point.overridden,
    })
}

/// How a history opens: by a decision, or on a rung that the scenario fixes.
fn opening(names: &Names, trace: &Trace) -> Value {
    if let Some(decided) = trace.opening() {
        return decision(names, decided);
    }
    let rung = trace.summary.first_act;
    json!({ "rung": rung.and_then(|rung| rung_id(names, rung)) })
}

fn rung_id(names: &Names, rung: usize) -> Option<&str> {
    names.rungs.get(rung).map(|rung| rung.id.as_str())
}
