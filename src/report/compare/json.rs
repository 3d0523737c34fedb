//! A comparison as JSON. Its keys are stable.

use serde_json::{Map, Value, json};

use super::Compared;
use crate::error::Error;
use crate::quantities::Quantity;
use crate::report::json::{Average, Day, Estimate};
use crate::report::words::PURPOSE;
use crate::scenario::Scenario;
use crate::sim::{Outcome, STREAM_VERSION};
use crate::study::{
    Case, Contrast, DecisionPoint, Difference, Divergence, Findings, QuantityMean, Trace, TracePair, Variant,
};
use crate::tally::{Change, Pair};

/// The document, ending in a newline.
///
/// # Errors
/// None that a finished comparison can cause.
pub fn json(compared: &Compared<'_>) -> Result<String, Error> {
    let variants = compared.variants.iter().zip(&compared.comparison.variants).zip(&compared.flipped);
    let variants: Vec<Value> = variants
        .map(|(((name, scenario, inputs), variant), flipped)| {
            let inputs: Vec<Value> = inputs
                .iter()
                .map(|input| json!({ "path": input.path, "base": input.before, "variant": input.after }))
                .collect();
            let mut entry = json!({
                "name": name,
                "scenario": origin(scenario),
                "inputs": inputs,
                "outcomes": outcomes(variant),
                "means": means(&compared.comparison.base, variant),
                "flips": flips(variant),
                "changed": changed(variant, compared.comparison.trials),
                "flipped": flipped.iter().flatten().map(|pair| divergence_json(compared.base, pair)).collect::<Vec<_>>(),
            });
            if let Err(why) = flipped {
                entry["flipped_reason"] = (*why).into();
            }
            entry
        })
        .collect();
    let document = json!({
        "purpose": PURPOSE,
        "base": origin(compared.base),
        "seed": compared.seed,
        "seed_text": compared.seed.to_string(),
        "stream_version": STREAM_VERSION,
        "trials": compared.comparison.trials,
        "complete": compared.complete,
        "variants": variants,
    });
    crate::report::json::pretty(&document)
}

fn origin(scenario: &Scenario) -> Value {
    json!({ "name": scenario.name, "source": scenario.source, "changes": scenario.changes, "sha256": scenario.digest() })
}

fn difference(difference: &Difference) -> Value {
    let [value, low, high] = difference.figures();
    let mut entry = json!({ "value": value, "low": low, "high": high, "differ": difference.differ });
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
    Value::Object(Outcome::ALL.iter().zip(&variant.outcomes).map(entry).collect())
}

fn means(base: &Findings, variant: &Variant) -> Value {
    let entry = |(at, contrast): (usize, &Contrast<QuantityMean>)| {
        let (quantity, difference) = (Pair::MEANS[at], difference(&contrast.difference));
        let value = if quantity == Quantity::EndDay {
            let [before, after] =
                [(contrast.base, base), (contrast.variant, &variant.findings)].map(|(mean, of)| Day::new(mean, of));
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
        Outcome::ALL.iter().zip(row).map(|(outcome, &trials)| (outcome.name().to_owned(), json!(trials))).collect()
    };
    let entry = |(outcome, row): (&Outcome, &[u64; 7])| (outcome.name().to_owned(), Value::Object(named(row)));
    Value::Object(Outcome::ALL.iter().zip(&variant.flips).map(entry).collect())
}

fn changed(variant: &Variant, trials: u64) -> Value {
    let [calmer, worse, alike, unresolved] = Change::ALL.map(|change| variant.how_many(change));
    json!({
        "histories": variant.changed, "of": trials,
        "calmer": calmer, "worse": worse, "neither": alike, "unresolved": unresolved,
    })
}

fn divergence_json(base: &Scenario, pair: &TracePair) -> Value {
    let [before, after] = &pair.traces;
    let rung = |rung: usize| base.names.rungs.get(rung).map(|rung| &rung.id);
    let point = |point: &DecisionPoint| {
        json!({
            "day": point.day, "actor": base.names.actors[point.side as usize].id, "provocation": point.provocation,
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
