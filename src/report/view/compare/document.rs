//! A comparison as a document. Its keys are stable.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::prose::mismatch;
use crate::quantities::Quantity;
use crate::report::view::estimates::{Average, Day, Estimate};
use crate::report::view::origin::Origin;
use crate::report::words::PURPOSE;
use crate::scenario::Names;
use crate::sim::{Outcome, STREAM_VERSION};
use crate::study::{
    Case, CompareStudy, Contrast, DecisionPoint, Difference, Divergence, Findings, QuantityMean,
    Trace, TracePair, Variant, VariantSubject,
};
use crate::tally::{Change, Pair};

/// A comparison, as programs read it.
#[derive(Serialize)]
pub struct Document<'s> {
    purpose: &'static str,
    base: Origin<'s>,
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
pub fn document(study: &CompareStudy) -> Document<'_> {
    let variants = study.variants.iter().zip(&study.comparison.variants);
    Document {
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
        "scenario": Origin::from(&subject.subject),
        "inputs": inputs.collect::<Vec<Value>>(),
        "outcomes": outcomes(variant),
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
    let entry = |(outcome, contrast): (&Outcome, &Contrast<Case>)| {
        let value = json!({
            "base": Estimate::from(contrast.base), "variant": Estimate::from(contrast.variant), "difference": difference(&contrast.difference),
            "gain": variant.gain(*outcome),
        });
        (outcome.name().to_owned(), value)
    };
    Value::Object(
        Outcome::ALL
            .iter()
            .zip(&variant.outcomes)
            .map(entry)
            .collect(),
    )
}

fn means(base: &Findings, variant: &Variant) -> Value {
    let entry = |(at, contrast): (usize, &Contrast<QuantityMean>)| {
        let (quantity, difference) = (Pair::MEANS[at], difference(&contrast.difference));
        let value = if quantity == Quantity::EndDay {
            let [before, after] = [(contrast.base, base), (contrast.variant, &variant.findings)]
                .map(|(mean, of)| Day::new(mean, of));
            json!({ "base": before, "variant": after, "difference": difference })
        } else {
            let [before, after] = [contrast.base, contrast.variant].map(Average::from);
            json!({ "base": before, "variant": after, "difference": difference })
        };
        (quantity.name().to_owned(), value)
    };
    Value::Object(variant.means.iter().enumerate().map(entry).collect())
}

/// From the base's outcome to the variant's: how many histories.
fn flips(variant: &Variant) -> Value {
    let named = |row: &[u64]| -> Map<String, Value> {
        Outcome::ALL
            .iter()
            .zip(row)
            .map(|(outcome, &trials)| (outcome.name().to_owned(), json!(trials)))
            .collect()
    };
    let entry = |(outcome, row): (&Outcome, &[u64; 7])| {
        (outcome.name().to_owned(), Value::Object(named(row)))
    };
    Value::Object(Outcome::ALL.iter().zip(&variant.flips).map(entry).collect())
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
    let rung = |rung: usize| names.rungs.get(rung).map(|rung| &rung.id);
    let point = |point: &DecisionPoint| {
        json!({
            "day": point.day, "actor": names.actors[point.side as usize].id, "provocation": point.provocation,
            "chances": point.chances, "draw": point.draw, "rung": rung(point.rung), "overridden": point.overridden,
        })
    };
    let [decided, other] = pair.decisions();
    let divergence = match pair.divergence {
        Divergence::Decision(at) => json!({
            "equal_decisions": at, "base": point(&decided[at]), "variant": point(&other[at]),
        }),
        Divergence::Before(at) => json!({ "equal_decisions": at }),
        Divergence::Opening(..) => {
            let opened = |trace: &Trace| match trace.opening() {
                Some(decided) => point(decided),
                None => json!({ "rung": trace.summary.first_act.and_then(rung) }),
            };
            json!({ "equal_decisions": 0, "opening": true, "base": opened(before), "variant": opened(after) })
        }
        Divergence::Nowhere => json!({ "equal_decisions": decided.len() }),
        Divergence::Alike => json!({ "equal_decisions": decided.len(), "same_history": true }),
    };
    json!({
        "trial": pair.trial,
        "base": before.summary.outcome.name(), "variant": after.summary.outcome.name(),
        "parting": divergence,
    })
}
