//! Texts as they were written, cut short, and spoilt in one place.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Keys of what there may be or not: without one of these a text is read as without what it stands
/// for.
const OPTIONAL: [&str; 24] = [
    "usual",
    "argument",
    "luck",
    "plain",
    "range",
    "departure",
    "excluded",
    "record",
    "low",
    "high",
    "needs",
    "unsure",
    "first_act",
    "first_answer",
    "before",
    "after",
    "opening",
    "answers",
    "against",
    "parent",
    "rung",
    "node",
    "agreeing",
    "orders",
];

/// Keys of what may be any text, or any texts.
const FREE: [&str; 21] = [
    "from",
    "path",
    "id",
    "label",
    "before",
    "after",
    "name",
    "source",
    "changes",
    "sha256",
    "notice",
    "try_next",
    "without",
    "about",
    "critics",
    "questions",
    "hindsight",
    "claim",
    "who",
    "meaning",
    "of",
];

/// In how many places a text is spoilt at most.
const PLACES: usize = 50;

/// Writes a result and reads it back. Texts that are not whole are refused.
pub fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(result: &T) {
    let text = serde_json::to_string(result).unwrap();
    let read: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(&read, result);
    // Texts are compared too: two zeros are equal, but have different signs.
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    refuses_cut_texts::<T>(&text);
    refuses_spoilt_values::<T>(&text);
    survives_other_characters::<T>(&text);
}

fn refuses_cut_texts<T: DeserializeOwned>(text: &str) {
    for cut in some(text.len()).filter(|&cut| text.is_char_boundary(cut)) {
        assert!(
            serde_json::from_str::<T>(&text[..cut]).is_err(),
            "{}",
            &text[..cut]
        );
    }
}

/// Puts another kind of value wherever there is one; adds a key to every object, and takes each
/// away.
fn refuses_spoilt_values<T: DeserializeOwned>(text: &str) {
    let whole: Value = serde_json::from_str(text).unwrap();
    let mut places = Vec::new();
    list_places(&whole, String::new(), &mut places);
    for at in some(places.len()) {
        let place = &places[at];
        for (spoilt, what) in spoilt_at(&whole, place) {
            let read = serde_json::from_str::<T>(&spoilt.to_string());
            assert!(read.is_err(), "{place}, {what}: {spoilt}");
        }
    }
}

/// Whatever character stands in a place, nothing panics.
fn survives_other_characters<T: DeserializeOwned>(text: &str) {
    for at in
        some(text.len()).filter(|&at| text.is_char_boundary(at) && text.is_char_boundary(at + 1))
    {
        for other in ["", "9", "-", "\"", "}", ",", "\u{0}"] {
            let _ =
                serde_json::from_str::<T>(&format!("{}{other}{}", &text[..at], &text[at + 1..]));
        }
    }
}

/// Numbers below `many`, spread evenly, zero among them.
fn some(many: usize) -> impl Iterator<Item = usize> {
    (0..many).step_by(many.div_ceil(PLACES).max(1))
}

/// The places of all values, as JSON pointers.
fn list_places(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            entries
                .iter()
                .for_each(|(key, inner)| list_places(inner, format!("{place}/{key}"), places));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(at, inner)| list_places(inner, format!("{place}/{at}"), places));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    places.push(place);
}

/// The document with one value spoilt in each way that must be refused, and the way.
fn spoilt_at(whole: &Value, place: &str) -> Vec<(Value, String)> {
    let with = |new: Value| {
        let mut spoilt = whole.clone();
        *spoilt.pointer_mut(place).unwrap() = new;
        spoilt
    };
    match whole.pointer(place).unwrap() {
        Value::Object(entries) => {
            let mut more = entries.clone();
            more.insert("unknown".into(), Value::Null);
            let needed = entries
                .keys()
                .filter(|key| !OPTIONAL.contains(&key.as_str()));
            let less = needed.map(|key| {
                let mut less = entries.clone();
                less.remove(key);
                (with(Value::Object(less)), format!("without {key}"))
            });
            less.chain([(with(Value::Object(more)), "an unknown key".to_owned())])
                .collect()
        }
        Value::String(_) if place.split('/').any(|key| FREE.contains(&key)) => {
            vec![(with(json!(7)), "a number".to_owned())]
        }
        Value::String(_) => vec![(with(json!("nonsense")), "another text".to_owned())],
        Value::Number(_) | Value::Bool(_) => vec![(with(json!("7")), "a text".to_owned())],
        Value::Null | Value::Array(_) => {
            vec![(with(json!({ "unknown": 1 })), "an object".to_owned())]
        }
    }
}
