//! Numbers in the schema: each in its range, or an uncertain value within it.

use serde_json::{Map, Value, json};

use crate::parameters::Parameter;
use crate::scenario::read::tree::DISTRIBUTIONS;

/// A parameter: a number in its range or an uncertain value within it.
pub fn number(parameter: &Parameter) -> Value {
    let mut kinds = ranged(parameter);
    let what = kinds["description"].take();
    let range = json!({ "type": "number", "minimum": parameter.min, "maximum": parameter.max });
    json!({ "anyOf": [range, uncertain(Some(parameter))], "description": what, "default": parameter.default })
}

pub fn ranged(parameter: &Parameter) -> Value {
    json!({
        "type": "number", "minimum": parameter.min, "maximum": parameter.max, "default": parameter.default,
        "description": described(parameter),
    })
}

/// An uncertain value, not beyond the range of a parameter, but as far below it as the range is wide:
/// arguments may add to it, and what it comes to then is left to the checks of the whole. So is what
/// a normal can be.
pub fn uncertain(parameter: Option<&Parameter>) -> Value {
    let kinds: Map<String, Value> = DISTRIBUTIONS
        .iter()
        .map(|&kind| (kind.to_owned(), numbers_of(kind, parameter)))
        .collect();
    json!({ "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": kinds })
}

/// The numbers of a kind of uncertain value.
fn numbers_of(kind: &str, parameter: Option<&Parameter>) -> Value {
    let item = match parameter {
        Some(parameter) if kind != "normal" => {
            let least = parameter.min - (parameter.max - parameter.min);
            json!({ "type": "number", "minimum": least, "maximum": parameter.max })
        }
        _ => json!({ "type": "number" }),
    };
    match kind {
        "choice" => json!({ "type": "array", "items": item, "minItems": 1 }),
        "uniform" | "normal" => {
            json!({ "type": "array", "items": item, "minItems": 2, "maxItems": 2 })
        }
        _ => json!({ "type": "array", "items": item, "minItems": 3, "maxItems": 3 }),
    }
}

pub fn described(parameter: &Parameter) -> String {
    let unit = if parameter.unit.is_empty() {
        String::new()
    } else {
        format!(", {}", parameter.unit)
    };
    let anchors = if parameter.anchors.is_empty() {
        String::new()
    } else {
        format!(": {}", parameter.anchors)
    };
    format!(
        "{}{anchors} (default {}, {} to {}{unit})",
        parameter.meaning, parameter.default, parameter.min, parameter.max
    )
}
