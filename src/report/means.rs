//! The means that a run reports, as rows: each quantity of the list, those of a single actor once
//! for each of the two.

use crate::quantities::{By, Quantity};
use crate::scenario::{Named, Names};
use crate::study::{Findings, QuantityMean};

/// A quantity as a run reports it.
#[derive(Clone, Copy)]
pub struct Reported<'n> {
    /// The quantity.
    pub quantity: Quantity,
    /// The actor whose acts it counts, where it is a single one's.
    pub actor: Option<&'n Named>,
}

impl Reported<'_> {
    /// Its name in tables for programs: `acts`, `force_iran`.
    pub fn key(&self) -> String {
        let name = self.quantity.name();
        self.actor
            .map_or_else(|| name.to_owned(), |actor| format!("{name}_{}", actor.id))
    }

    /// Its label among others.
    pub fn label(&self) -> String {
        self.of_actor(self.quantity.label())
    }

    /// Its label where it stands alone.
    pub fn in_full(&self) -> String {
        self.of_actor(self.quantity.row().in_full())
    }

    fn of_actor(&self, label: &str) -> String {
        self.actor.map_or_else(
            || label.to_owned(),
            |actor| format!("{label}, {}", actor.label),
        )
    }
}

/// Every quantity that a run reports, in the order of the list; the actors in that of the file.
pub fn reported(names: &Names) -> Vec<Reported<'_>> {
    let mut rows = Vec::new();
    for quantity in Quantity::reported() {
        match quantity.row().by {
            By::Opener => rows.extend(of_each_actor(quantity, names)),
            By::Other => {} // its row stands beside the opener's
            By::Nobody | By::Both => rows.push(Reported {
                quantity,
                actor: None,
            }),
        }
    }
    rows
}

/// The rows of a quantity that is counted for each actor.
fn of_each_actor(quantity: Quantity, names: &Names) -> [Reported<'_>; 2] {
    names.actors_in_order().map(|side| Reported {
        quantity: quantity.of_actor(side),
        actor: Some(&names.actors[side as usize]),
    })
}

/// The means of a run, those that third parties must bring about last.
pub fn means<'n>(names: &'n Names, findings: &Findings) -> Vec<(Reported<'n>, QuantityMean)> {
    let mut rows = reported(names);
    rows.sort_by_key(|row| row.quantity.row().needs.third_party());
    rows.into_iter()
        .map(|row| (row, findings.means.of(row.quantity)))
        .collect()
}
