//! A scenario as a file of its own: everything resolved, so that it runs to the same results
//! without the files, arguments and settings it was made of.

use sha2::{Digest, Sha256};

use super::inputs::{Input, inputs};
use crate::error::{hexadecimal, printable};
use crate::scenario::assembled::Scenario;
use crate::scenario::facts::guide::{Band, Guide};
use crate::scenario::facts::record::{Record, RecordedAct};
use crate::scenario::read::words::quoted;

/// How the first line of a resolved scenario ends: zeros that are written under it were not written
/// by its author.
pub const PRINTED: &str =
    ", resolved: facts, arguments and overrides are settled in these numbers.";

impl Scenario {
    /// The scenario as a file of its own, its inputs resolved: it runs to the same results,
    /// whatever files, arguments and settings this one was made of.
    #[must_use]
    pub fn resolved(&self) -> String {
        text(self)
    }

    /// The SHA-256 of the name and the resolved inputs, in hexadecimal: two scenarios with the same
    /// digest give the same results.
    #[must_use]
    pub fn digest(&self) -> String {
        hexadecimal(&Sha256::digest(canonical(self).as_bytes()))
    }
}

/// The inputs alone, in a fixed form: what the digest is taken of.
pub fn canonical(scenario: &Scenario) -> String {
    format!(
        "name = {}\n{}",
        quoted(&scenario.name),
        tables(&inputs(scenario))
    )
}

/// The inputs with the words around them and the recorded course.
pub fn text(scenario: &Scenario) -> String {
    let record = scenario.record.as_ref();
    let changed = match scenario.changes.as_slice() {
        [] => String::new(),
        changes => format!("# Changed: {}.\n", printable(&changes.join("; "))),
    };
    let guide = still_true(scenario);
    [
        // A comment ends with its line, and TOML allows no control character in it; a path may hold
        // any.
        format!(
            "# {}{PRINTED}\n{changed}# A teaching model. Not a forecast.\n",
            printable(&scenario.source)
        ),
        format!("name = {}\n", quoted(&scenario.name)),
        words(&guide),
        tables(&inputs(scenario)),
        record
            .map(|record| course(scenario, record))
            .unwrap_or_default(),
        expected(&guide),
    ]
    .concat()
}

/// What a scenario says of itself, as far as it holds of the resolved one: its results may be
/// others where something was changed, and what it suggests may be about arguments, which are
/// settled now.
fn still_true(scenario: &Scenario) -> Guide {
    let guide = scenario.guide.clone();
    match (scenario.changes.is_empty(), scenario.arguments.is_empty()) {
        (true, true) => guide,
        (true, false) => Guide {
            try_next: Vec::new(),
            ..guide
        },
        (false, _) => Guide {
            summary: guide.summary,
            hindsight: guide.hindsight,
            ..Guide::default()
        },
    }
}

fn words(guide: &Guide) -> String {
    let mut text = String::new();
    for (key, words) in [
        ("summary", &guide.summary),
        ("shows", &guide.shows),
        ("critics", &guide.critics),
        ("hindsight", &guide.hindsight),
    ] {
        if !words.is_empty() {
            text += &format!("{key} = {}\n", quoted(words));
        }
    }
    text + &list("try", &guide.try_next) + &list("questions", &guide.questions)
}

/// A list of texts under a key; empty where there are none.
fn list(key: &str, texts: &[String]) -> String {
    if texts.is_empty() {
        return String::new();
    }
    let items: Vec<String> = texts
        .iter()
        .map(|words| format!("  {},\n", quoted(words)))
        .collect();
    format!("{key} = [\n{}]\n", items.concat())
}

/// The inputs under the headings of their tables; those of the ladder's rungs as `[[ladder]]`.
fn tables(inputs: &[Input]) -> String {
    let mut text = String::new();
    let mut open = "";
    for input in inputs {
        let (table, key) = split(&input.path);
        if table != open {
            text += &match table.strip_prefix("rungs.") {
                Some(id) => format!("\n[[ladder]]\nid = {}\n", quoted(id)),
                None => format!("\n[{table}]\n"),
            };
            open = table;
        }
        text += &format!("{key} = {}\n", input.value);
    }
    text
}

/// A path as the heading of its table and the key under it.
fn split(path: &str) -> (&str, &str) {
    let depth = match path.split('.').next() {
        Some("actors" | "mediators" | "fronts" | "armed_groups" | "rungs") => 2,
        _ => 1,
    };
    match path.match_indices('.').nth(depth - 1) {
        Some((at, _)) => (&path[..at], &path[at + 1..]),
        None => ("", path),
    }
}

/// The course of the record, which decides nothing.
fn course(scenario: &Scenario, record: &Record) -> String {
    record
        .acts
        .iter()
        .map(|act| recorded(scenario, act))
        .collect()
}

fn recorded(scenario: &Scenario, act: &RecordedAct) -> String {
    let actor = &scenario.names.actors[act.actor].id;
    let rung = &scenario.names.rungs[act.rung].id;
    let note = if act.note.is_empty() {
        String::new()
    } else {
        format!("note = {}\n", quoted(&act.note))
    };
    format!(
        "\n[[record.acts]]\nday = {:?}\nactor = {}\nrung = {}\n{note}",
        act.day,
        quoted(actor),
        quoted(rung)
    )
}

fn expected(guide: &Guide) -> String {
    if guide.expected.is_empty() {
        return String::new();
    }
    let bands: String = guide.expected.iter().map(band).collect();
    format!("\n[expected]\n{bands}")
}

fn band(band: &Band) -> String {
    format!(
        "{} = [{:?}, {:?}]\n",
        band.quantity.name(),
        band.low,
        band.high
    )
}
