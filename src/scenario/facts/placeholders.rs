//! Placeholders in what a scenario says of its own results: `{one-round}` stands for the number that
//! its run comes to, so that prose and table cannot disagree.

use crate::error::{Problem, Problems};
use crate::quantities::Quantity;
use crate::scenario::names::{Named, Names};
use crate::scenario::read::section::Section;
use crate::scenario::read::tree::Value;
use crate::scenario::read::words::suggestion;

/// How a brace itself is written.
const BRACE: &str = "{{";

/// A piece of a text with placeholders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words as they stand.
    Words(&'t str),
    /// The name of a placeholder.
    Value(&'t str),
}

/// What a placeholder stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholder {
    /// The share or the mean of a quantity.
    Quantity(Quantity),
    /// The share of histories whose first act is on this rung.
    FirstAct(usize),
    /// The share of histories whose first answer is on this rung.
    FirstAnswer(usize),
    /// The share of histories whose opening crisis peaks on this rung.
    Peak(usize),
}

/// The groups of placeholders that name a rung after a full stop.
const BY_RUNG: [&str; 3] = ["first_act", "first_answer", "peak"];

impl Placeholder {
    /// The placeholder of a name, on a ladder of these rungs.
    #[must_use]
    pub fn named(name: &str, rungs: &[Named]) -> Option<Self> {
        let Some((group, rung)) = name.split_once('.') else {
            return Quantity::named(name).map(Self::Quantity);
        };
        let rung = rungs.iter().position(|known| known.id == rung)?;
        Self::of_rung(group, rung)
    }

    /// That of a group and a rung.
    fn of_rung(group: &str, rung: usize) -> Option<Self> {
        match group {
            "first_act" => Some(Self::FirstAct(rung)),
            "first_answer" => Some(Self::FirstAnswer(rung)),
            "peak" => Some(Self::Peak(rung)),
            _ => None,
        }
    }

    /// The names of all placeholders, on a ladder of these rungs.
    fn names(rungs: &[Named]) -> Vec<String> {
        let quantities = Quantity::names().into_iter().map(str::to_owned);
        let by_rung = BY_RUNG
            .iter()
            .flat_map(|group| rungs.iter().map(move |rung| format!("{group}.{}", rung.id)));
        quantities.chain(by_rung).collect()
    }
}

/// A text in pieces. A brace that nothing closes begins a placeholder to the end of the text.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        pieces.push(Piece::Words(before));
        if let Some(after) = from.strip_prefix(BRACE) {
            pieces.push(Piece::Words(&from[..1]));
            rest = after;
            continue;
        }
        let (name, after) = from[1..].split_once('}').unwrap_or((&from[1..], ""));
        pieces.push(Piece::Value(name));
        rest = after;
    }
    pieces.push(Piece::Words(rest));
    pieces
}

/// Reports the placeholders in `shows` that stand for nothing.
pub fn check(root: &mut Section<'_>, names: &Names, problems: &mut Problems) {
    let Some(node) = root.get("shows") else {
        return;
    };
    let Value::Text(text) = &node.value else {
        return; // reported where it is read
    };
    // What a broken ladder holds is not known.
    if names.rungs.iter().any(Named::is_any) {
        return;
    }
    for piece in pieces(text) {
        let Piece::Value(name) = piece else { continue };
        if Placeholder::named(name, &names.rungs).is_none() {
            problems.push(unknown(name, names).at(node.spot.place()));
        }
    }
}

fn unknown(name: &str, names: &Names) -> Problem {
    let known = Placeholder::names(&names.rungs);
    let help = suggestion(name, &known).unwrap_or_else(|| {
        format!(
            "known: {}, and first_act, first_answer and peak with a rung, as in `{{peak.{}}}`; a brace itself is `{BRACE}`",
            Quantity::names().join(", "),
            names.rungs.last().map_or("RUNG", |rung| &rung.id)
        )
    });
    Problem::new(format!("unknown placeholder `{{{name}}}`")).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_words_and_placeholders() {
        assert_eq!(
            pieces("in {war} of {{x}"),
            [
                Piece::Words("in "),
                Piece::Value("war"),
                Piece::Words(" of "),
                Piece::Words("{"),
                Piece::Words("x}"),
            ]
        );
        assert_eq!(
            pieces("a {b"),
            [Piece::Words("a "), Piece::Value("b"), Piece::Words("")]
        );
    }

    #[test]
    fn placeholders_name_quantities_and_rungs() {
        let rung = Named {
            id: "strike".to_owned(),
            label: "Strike".to_owned(),
        };
        let named = |name| Placeholder::named(name, std::slice::from_ref(&rung));
        assert_eq!(named("wars"), Some(Placeholder::Quantity(Quantity::Wars)));
        assert_eq!(named("peak.strike"), Some(Placeholder::Peak(0)));
        for wrong in ["", "Wars", "peak", "peak.strikes", "levels.strike", "peak."] {
            assert_eq!(named(wrong), None, "{wrong}");
        }
    }
}
