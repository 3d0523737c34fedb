//! The JSON Schema of scenario files, for editors that complete and check as one types.
//!
//! It is read off the list of parameters, and so knows every key with its range, default and
//! meaning. What only the whole scenario can tell (whether a named rung exists, what arguments add
//! up to) is left to `offramp check`.

mod numbers;

use numbers::{described, number, ranged, uncertain};
use serde_json::{Map, Value, json};

use crate::parameters::{
    Actor, ArmedGroup, Dynamics, Front, Horizon, Leverage, Listed, MAX_RUNGS, MIN_RUNGS, Mediator,
    Opening, Relations, Rung, all,
};
use crate::quantities::Quantity;
use crate::scenario::read::ids::{ID_PATTERN, NUMBER_PATTERN, RESERVED};
use crate::sim::Outcome;

/// The schema (draft 7), ending in a newline.
#[must_use]
pub fn schema() -> String {
    let document = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A scenario for offramp",
        "description": "A tit-for-tat exchange between two states. A teaching model. Not a forecast.",
        "type": "object",
        "additionalProperties": false,
        "properties": properties(),
        "anyOf": [{ "required": ["extends"] }, { "required": ["name", "opening", "actors"] }],
        "definitions": { "uncertain": uncertain(None), "paths": path_names() },
    });
    // A document of plain maps and texts always has a text of its own.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn properties() -> Value {
    let days = &Horizon::LIST[0];
    let horizon = json!({
        "type": "integer", "minimum": days.min, "maximum": days.max, "default": days.default,
        "description": described(days),
    });
    let mut properties = json!({
        "name": text("The title."),
        "summary": text("What it is about, in a few sentences."),
        "shows": text("What to notice in its results. {one-round} stands for the number that its run comes to."),
        "critics": text("What critics of the theory say."),
        "questions": texts("Questions for a class."),
        "hindsight": text("What the authors knew as they set the numbers. It is inherited."),
        "try": texts("What to change, and what then to look for: a few words, the options in backticks, and what comes of it."),
        "extends": text("The scenario that this one changes: a path that ends in .toml, or a shipped name."),
        "with": texts("Arguments to switch on."),
        "without": texts("Arguments to switch off."),
        "known": texts("Paths of facts that are known: everything else is a judgement, which `shake` doubts."),
        "sources": { "type": "object", "additionalProperties": { "type": "string" }, "description": "Tags and full references." },
        "expected": expected(),
        "horizon_days": horizon,
        "off_ramp": text("An answer at or below this rung ends the crisis. Default: downgrade."),
        "limited_war": text("A peak at or above this rung is a limited war. Default: campaign."),
        "unauthorised_rung": text("Where a part of the state that overrides the choice acts. Default: strike-militants."),
        "opening": opening(),
        "relations": group::<Relations>("What lies between the two actors.", json!({}), &[]),
        "dynamics": group::<Dynamics>("Dynamics common to both actors.", json!({}), &[]),
        "actors": by_id(group::<Actor>("One of the two actors.", json!({ "label": text("Its name as shown.") }), &[]), Some(2)),
        "ladder": ladder(),
        "rungs": by_id(rung(&[]), None),
        "record": record(),
        "arguments": by_id(argument(), None),
        "overrides": effects("The last word: paths and the numbers that the program runs, whatever arguments say.", &json!([{ "type": "string" }])),
    });
    merge(&mut properties, parties());
    properties
}

fn opening() -> Value {
    let own = json!({
        "actor": text("Who moves first, on day 0."),
        "rung": text("How: a rung's id, or \"choose\", which leaves it to the opener."),
    });
    group::<Opening>("How the crisis begins.", own, &[])
}

fn parties() -> Value {
    let label = text("Its name as shown.");
    let leverage = json!({
        "type": "object", "additionalProperties": number(&Leverage::LIST[0]),
        "description": "Its leverage on each actor: { ACTOR = 0.5 }.",
    });
    json!({
        "mediators": by_id(group::<Mediator>("A third party that may step in.", json!({ "label": label, "leverage": leverage }), &[]), None),
        "fronts": by_id(group::<Front>(
            "A third party that may open a front against an actor when it looks weak.",
            json!({ "label": label, "actor": text("The actor whose front it is.") }), &[]), None),
        "armed_groups": by_id(group::<ArmedGroup>(
            "An armed group that neither side controls.",
            json!({ "label": label, "victim": text("The actor that it attacks.") }), &[]), None),
    })
}

fn ladder() -> Value {
    let mut rung = rung(&["id", "severity"]);
    rung["properties"]["id"] = json!({ "type": "string", "pattern": ID_PATTERN, "not": no_id(), "description": "Its name in paths." });
    json!({
        "type": "array", "items": rung, "minItems": MIN_RUNGS, "maxItems": MAX_RUNGS,
        "description": "A ladder in place of the default one, from the foot up.",
    })
}

fn rung(required: &[&str]) -> Value {
    let own = json!({
        "label": text("Its name as shown."),
        "force": { "type": "boolean", "description": "Does it use armed force? Default: false." },
        "deniable": { "type": "boolean", "description": "Can its author deny it? Such an act is never public. Default: false." },
    });
    let mut rung = group::<Rung>("A rung of the ladder.", own, required);
    let severity = &Rung::LIST[0]; // orders the ladder and is never uncertain
    rung["properties"][severity.key] = ranged(severity);
    rung
}

fn record() -> Value {
    json!({
        "type": "object", "additionalProperties": false,
        "description": "What really happened.",
        "properties": {
            "outcome": { "enum": Outcome::ALL.map(Outcome::name), "description": "How it ended." },
            "peak": text("The highest rung."),
            "first_answer": text("The rung of the first answer."),
            "end_day": pair("The day it ended: from, to."),
            "deaths": pair("Deaths: from, to."),
            "acts": { "type": "array", "description": "The course, for charts.", "items": {
                "type": "object", "additionalProperties": false, "required": ["day", "actor", "rung"],
                "properties": {
                    "day": { "type": "number", "minimum": 0 }, "actor": { "type": "string" },
                    "rung": { "type": "string" }, "note": { "type": "string" },
                },
            } },
        },
    })
}

fn pair(what: &str) -> Value {
    json!({ "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2, "description": what })
}

fn argument() -> Value {
    let numbers = json!([]);
    json!({
        "type": "object", "additionalProperties": false, "required": ["claim", "who", "theme"],
        "description": "What an analyst argues, and what it does to the numbers.",
        "properties": {
            "claim": text("What is claimed, in one sentence."),
            "who": text("Who says it."),
            "source": text("Where: tags of [sources]."),
            "theme": text("What it is about: deterrence, domestic pressure, mediation, ..."),
            "note": text("Who says only a part of it, who speaks against it, what was added here."),
            "quote_of": text("The place in the source."),
            "enabled": { "type": "boolean", "default": true, "description": "Whether it counts." },
            "explains": { "enum": ["opening"], "description": "It explains a choice that a fixed opening takes as given." },
            "expects": {
                "type": "object", "additionalProperties": false, "required": ["quantity", "sign"],
                "description": "What its author would expect it to move, and which way.",
                "properties": { "quantity": { "enum": Quantity::names() }, "sign": { "enum": ["+", "-"] } },
            },
            "set": effects("Paths and the numbers to put there.", &numbers),
            "add": plain_effects("Paths and what to add.", &json!({ "type": "number" })),
            "scale": plain_effects("Paths and what to multiply by.", &json!({ "type": "number", "minimum": 0 })),
        },
    })
}

fn expected() -> Value {
    let band =
        json!({ "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 });
    let bands: Map<String, Value> = Quantity::names()
        .into_iter()
        .map(|name| (name.to_owned(), band.clone()))
        .collect();
    json!({
        "type": "object", "additionalProperties": false, "properties": bands,
        "description": "The main results that the scenario should show at 100,000 trials: from, to.",
    })
}

/// Paths to numbers or uncertain values, or what else `more` allows.
fn effects(what: &str, more: &Value) -> Value {
    let mut kinds = vec![
        json!({ "type": "number" }),
        json!({ "$ref": "#/definitions/uncertain" }),
    ];
    kinds.extend(more.as_array().into_iter().flatten().cloned());
    plain_effects(what, &json!({ "anyOf": kinds }))
}

fn plain_effects(what: &str, value: &Value) -> Value {
    json!({
        "type": "object", "additionalProperties": value, "description": what,
        "propertyNames": { "$ref": "#/definitions/paths" },
    })
}

/// All paths, with any names in them.
fn path_names() -> Value {
    let name = "([a-z0-9-]{1,40}|\\*)";
    let paths: Vec<String> = all()
        .map(|parameter| parameter.path().replace('.', "\\.").replace('*', name))
        .chain(["opening\\.rung".to_owned()])
        .collect();
    json!({ "type": "string", "pattern": format!("^({})$", paths.join("|")) })
}

/// A table with the parameters of a group and keys of its own.
fn group<T: Listed>(what: &str, mut own: Value, required: &[&str]) -> Value {
    let numbers: Map<String, Value> = T::LIST
        .iter()
        .map(|parameter| (parameter.key.to_owned(), number(parameter)))
        .collect();
    merge(&mut own, Value::Object(numbers));
    json!({ "type": "object", "additionalProperties": false, "description": what, "properties": own, "required": required })
}

/// A table of tables by id.
fn by_id(one: Value, most: Option<usize>) -> Value {
    let mut tables = json!({ "type": "object", "additionalProperties": false, "propertyNames": { "not": no_id() } });
    tables["patternProperties"] = Value::Object(Map::from_iter([(ID_PATTERN.to_owned(), one)]));
    if let Some(most) = most {
        tables["maxProperties"] = json!(most);
    }
    tables
}

/// What is spelt as an id and is none.
fn no_id() -> Value {
    let reserved = format!("^-*({})$", RESERVED.join("|"));
    json!({ "anyOf": [{ "pattern": reserved }, { "pattern": NUMBER_PATTERN }] })
}

fn text(what: &str) -> Value {
    json!({ "type": "string", "description": what })
}

fn texts(what: &str) -> Value {
    json!({ "type": "array", "items": { "type": "string" }, "description": what })
}

fn merge(into: &mut Value, more: Value) {
    if let (Value::Object(into), Value::Object(more)) = (into, more) {
        into.extend(more);
    }
}
