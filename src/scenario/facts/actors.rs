//! The two actors, and which of them opens.

use super::ladder::read_numbers;
use crate::error::{Problem, Problems};
use crate::model::{Side, Slot};
use crate::parameters::Actor;
use crate::scenario::names::{Named, position};
use crate::scenario::read::ids::{id_problem, sound_id};
use crate::scenario::read::section::{Section, text};
use crate::scenario::read::tree::Entry;
use crate::scenario::read::words::suggestion;
use crate::scenario::values::Values;

/// The two actors, the opener first, and whether the opener comes first in the file. What could not
/// be read has left a problem; a placeholder lets the rest be looked at.
pub fn read(
    root: &mut Section<'_>,
    opening: Option<&mut Section<'_>>,
    values: &mut Values,
    problems: &mut Problems,
) -> ([Named; 2], bool) {
    let section = root
        .get("actors")
        .and_then(|node| Section::open(node, "[actors]", problems));
    let entries = section
        .map(|section| entries(&section, problems))
        .unwrap_or_default();
    let (two, more) = match entries.as_slice() {
        [one, two, rest @ ..] => ([Some(*one), Some(*two)], rest),
        [one] => ([Some(*one), None], [].as_slice()),
        [] => ([None, None], [].as_slice()),
    };
    // With three of their own nobody knows which two were meant.
    let unclear = more
        .iter()
        .any(|entry| Some(entry.spot.depth()) == two[0].map(|one| one.spot.depth()));
    let [first, second] = two.map(|entry| entry.map_or_else(Named::any, named));
    let second = if unclear { Named::any() } else { second };
    let in_file = [first, second];
    let opener_first =
        opening.is_none_or(|opening| opener(opening, &in_file, problems) == Side::Opener);
    let mut labelled = in_file;
    for (in_file, entry) in Side::BOTH.into_iter().zip(two) {
        let Some(entry) = entry else { continue };
        let side = if opener_first {
            in_file
        } else {
            in_file.opponent()
        };
        labelled[in_file].label = read_one(entry, side, values, problems);
    }
    for entry in more {
        read_one(entry, Side::Opener, &mut Values::default(), problems); // for its problems
    }
    let [first, second] = labelled;
    (
        if opener_first {
            [first, second]
        } else {
            [second, first]
        },
        opener_first,
    )
}

fn named(entry: &Entry) -> Named {
    Named {
        id: sound_id(&entry.key),
        label: entry.key.clone(),
    }
}

/// The tables of the actors; a problem where they are not two.
fn entries<'n>(section: &Section<'n>, problems: &mut Problems) -> Vec<&'n Entry> {
    let before = problems.len();
    let entries = section.named("actors", problems);
    if entries.len() == 2 || problems.len() > before {
        return entries;
    }
    let names: Vec<String> = entries
        .iter()
        .map(|entry| format!("`{}`", entry.key))
        .collect();
    let problem = match (entries.as_slice(), names.as_slice()) {
        ([one, two, rest @ ..], [.., last]) => {
            let misspelt = rest
                .iter()
                .find(|entry| entry.spot.depth() < one.spot.depth());
            if let Some(more) = misspelt {
                let near = suggestion(&more.key, &[&one.key, &two.key]);
                Problem::new(format!(
                    "there must be two actors, and `{}` is a third",
                    more.key
                ))
                .at(more.spot.place())
                .help(near.unwrap_or_else(|| format!("known: {}, {}", one.key, two.key)))
            } else {
                let others = names[..names.len() - 1].join(", ");
                Problem::new(format!(
                    "there must be two actors, but there are {}: {others} and {last}",
                    names.len()
                ))
                .at(rest.first().and_then(|third| third.spot.place()))
                .help(
                    "keep two; third parties are [mediators.ID], [fronts.ID] and [armed_groups.ID]",
                )
            }
        }
        ([one], _) => Problem::new(format!(
            "there must be two actors, but there is only `{}`",
            one.key
        ))
        .at(one.spot.place())
        .help("write [actors.ID] for the other one too, be it without a key"),
        _ => Problem::new("there must be two actors, but there are none")
            .at(section.spot().place())
            .help("write [actors.ID] twice"),
    };
    problems.push(problem);
    entries
}

/// Which of the two in the file opens: the first as [`Side::Opener`].
fn opener(opening: &mut Section<'_>, in_file: &[Named; 2], problems: &mut Problems) -> Side {
    let Some(node) = opening.require("actor", problems) else {
        return Side::Opener;
    };
    let Some(id) = text(node, "actor", problems) else {
        return Side::Opener;
    };
    match position(id, in_file) {
        Ok(at) => Side::BOTH[at],
        Err(help) => {
            let message = format!("the opening names `{id}`, which is no actor");
            problems.push(Problem::new(message).at(node.spot.place()).help(help));
            Side::Opener
        }
    }
}

/// Reads the table of an actor and gives its label.
fn read_one(entry: &Entry, side: Side, values: &mut Values, problems: &mut Problems) -> String {
    let Some(mut section) = Section::open(&entry.node, format!("[actors.{}]", entry.key), problems)
    else {
        return entry.key.clone();
    };
    let named = read_named(entry, &mut section, values, problems);
    read_numbers::<Actor>(&mut section, |key| Slot::Actor(side, key), values, problems);
    section.close(problems);
    named.label
}

/// The name of an actor or third party, and where its table stands.
pub fn read_named(
    entry: &Entry,
    section: &mut Section<'_>,
    values: &mut Values,
    problems: &mut Problems,
) -> Named {
    values.table(&section.title, &entry.spot);
    problems.extend(id_problem(&entry.key).map(|problem| problem.at(entry.spot.place())));
    let label = section
        .label("label", problems)
        .unwrap_or(&entry.key)
        .to_owned();
    Named {
        label,
        ..named(entry)
    }
}
