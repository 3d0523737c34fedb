//! A decision at which two courses part: what it was made on, the chance of each act, and the luck.

use super::sides::Sides;
use crate::error::printable;
use crate::report::cut::cut;
use crate::report::prose::{Prose, Table, Track};
use crate::scenario::Names;
use crate::study::{DecisionPoint, Trace};

/// An act with a smaller chance on both sides is not listed, unless it was chosen.
const SELDOM: f64 = 0.005;
/// Maximum width of a label.
const LABEL: usize = 46;
/// What stands for the choice that was made.
const CHOSEN: &str = " *";

/// One of the two courses, where they part.
pub struct Course<'m> {
    /// The decision; none where the scenario fixes the act.
    point: Option<&'m DecisionPoint>,
    /// The rung that was acted on; none where nothing was.
    rung: Option<usize>,
}

impl<'m> Course<'m> {
    /// A course that takes this decision.
    pub const fn decided(point: &'m DecisionPoint) -> Self {
        Self {
            point: Some(point),
            rung: Some(point.rung),
        }
    }

    /// A course that opens.
    pub fn opened(trace: &'m Trace) -> Self {
        match trace.opening() {
            Some(point) => Self::decided(point),
            None => Self {
                point: None,
                rung: trace.summary.first_act,
            },
        }
    }

    /// Whether it took a rung, or could have with a chance that is worth a row.
    fn may_take(&self, rung: usize) -> bool {
        self.rung == Some(rung)
            || self
                .point
                .is_some_and(|point| chance(point, rung) >= SELDOM)
    }

    /// The chance of a rung in figures, with a star where it was chosen.
    fn chance(&self, rung: usize) -> String {
        let chance = self
            .point
            .map_or_else(String::new, |point| per_cent(chance(point, rung)));
        let mark = if self.rung == Some(rung) {
            CHOSEN
        } else {
            "  "
        };
        format!("{chance}{mark}")
    }

    /// Its draw: "92 of 100"; none where the scenario fixes the act.
    fn luck(&self) -> Option<String> {
        let point = self.point?;
        let place = ((point.draw * 100.0) as u64 + 1).min(100);
        Some(format!("{place} of 100"))
    }

    /// What its draw picked.
    fn picked(&self, names: &Names) -> String {
        let label = self.rung.map_or_else(String::new, |at| rung(names, at));
        if self.point.is_some_and(|point| point.overridden) {
            return format!("“{label}”, by a part of the state that acts on its own,");
        }
        format!("“{label}”")
    }
}

/// Adds the two decisions side by side, and what was drawn; of acts that both scenarios fix, what
/// they are: a table of them would be empty.
pub fn sides_by_side(prose: &mut Prose, names: &Names, sides: &[Course<'_>; 2], called: &Sides) {
    let heads = called.heads;
    if sides.iter().all(|side| side.point.is_none()) {
        let [one, other] = sides.each_ref().map(|side| side.picked(names));
        let [first, second] = &called.ends;
        let words = format!("The first act is {one} {first}, {other} {second}.");
        return prose.indented(4, words);
    }
    let mut table = Table {
        indent: 4,
        columns: vec![
            Track::left(0, LABEL),
            Track::right(0, heads[0].len()),
            Track::right(2, heads[1].len()),
        ],
        heading: std::iter::once("")
            .chain(heads)
            .map(str::to_owned)
            .collect(),
        rows: Vec::new(),
    };
    table.cells(row(
        "day",
        of_each(sides, |point| format!("{:.1}  ", point.day)),
    ));
    table.cells(row(
        "provocation as seen",
        of_each(sides, |point| format!("{:.2}  ", point.provocation)),
    ));
    for (at, named) in names.rungs.iter().enumerate() {
        if sides.iter().any(|side| side.may_take(at)) {
            let chances = sides.each_ref().map(|side| side.chance(at));
            table.cells(row(&printable(&named.label), chances));
        }
    }
    prose.table(table);
    let ends = called.ends.each_ref().map(String::as_str);
    if let Some(words) = luck(names, sides, ends) {
        prose.indented(4, words);
    }
}

/// Where luck fell; none where both scenarios fix the act.
fn luck(names: &Names, sides: &[Course<'_>; 2], heads: [&str; 2]) -> Option<String> {
    let [before, after] = sides;
    let [first, second] = heads;
    let [one, other] = [before, after].map(|side| side.picked(names));
    Some(match (before.luck(), after.luck()) {
        (Some(place), Some(also)) if place == also => {
            format!("A draw of {place} picks {one} {first}, {other} {second}.")
        }
        (Some(place), Some(elsewhere)) => format!(
            "A draw of {place} picks {one} {first}; a draw of {elsewhere} picks {other} {second}."
        ),
        (Some(place), None) => format!("A draw of {place} picks {one} {first}."),
        (None, Some(place)) => format!("A draw of {place} picks {other} {second}."),
        (None, None) => return None,
    })
}

fn row(label: &str, [base, variant]: [String; 2]) -> [String; 3] {
    [cut(label, LABEL), base, variant]
}

/// A figure of each decision; an act that the scenario fixes has none.
fn of_each(sides: &[Course<'_>; 2], figure: fn(&DecisionPoint) -> String) -> [String; 2] {
    sides
        .each_ref()
        .map(|side| side.point.map_or_else(|| "fixed  ".to_owned(), figure))
}

fn rung(names: &Names, rung: usize) -> String {
    let label = names.rungs.get(rung).map_or("", |rung| rung.label.as_str());
    cut(&printable(label), LABEL)
}

fn chance(point: &DecisionPoint, rung: usize) -> f64 {
    point.chances.get(rung).copied().unwrap_or(0.0)
}

/// A chance in whole per cent: some is not none, and almost sure not sure.
fn per_cent(chance: f64) -> String {
    match chance {
        _ if chance <= 0.0 => "none".to_owned(),
        _ if chance < 0.01 => "under 1 %".to_owned(),
        _ if chance > 0.99 && chance < 1.0 => "over 99 %".to_owned(),
        _ => format!("{:.0} %", chance * 100.0),
    }
}

/// "1st", "92nd", "13th"
pub fn ordinal(number: u64) -> String {
    let ending = match (number % 10, number % 100) {
        (1, other) if other != 11 => "st",
        (2, other) if other != 12 => "nd",
        (3, other) if other != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_are_whole_per_cent() {
        for (chance, words) in [
            (0.0, "none"),
            (0.000_1, "under 1 %"),
            (0.598, "60 %"),
            (0.999_9, "over 99 %"),
            (1.0, "100 %"),
        ] {
            assert_eq!(per_cent(chance), words);
        }
    }

    #[test]
    fn places_are_ordinal_numbers() {
        let numbers = [1, 2, 3, 4, 11, 12, 13, 21, 92, 100].map(ordinal);
        assert_eq!(
            numbers,
            [
                "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "92nd", "100th"
            ]
        );
    }
}
