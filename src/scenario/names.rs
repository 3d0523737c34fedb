//! The names of a scenario, and the paths that lead from names to numbers.

mod same_labels;

pub use same_labels::SameLabel;

use serde::{Deserialize, Serialize};

use super::read::renamed;
use super::read::words::suggestion;
use crate::error::Problem;
use crate::model::{Side, Slot};
use crate::parameters::{
    Actor, ArmedGroup, Dynamics, Front, Listed, Mediator, Opening, Relations, Rung,
};

/// A name to write and one to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// As written in paths: lower-case letters, digits and hyphens.
    pub id: String,
    /// As shown to people.
    pub label: String,
}

/// The id of a placeholder: no actor's, since it has capitals.
const ANY: &str = "ACTOR";

impl Named {
    /// A placeholder where it is not known who or what there is, which any name may mean.
    pub(super) fn any() -> Self {
        Self {
            id: ANY.into(),
            label: ANY.into(),
        }
    }

    /// Whether it is the placeholder.
    pub(super) fn is_any(&self) -> bool {
        self.id == ANY
    }
}

/// All names of a scenario. Indices are those of its model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// The two actors, the opener first.
    pub actors: [Named; 2],
    /// Whether the opener comes first in the file, which is the order to show the two in.
    pub opener_first: bool,
    /// The rungs, from the foot up.
    pub rungs: Vec<Named>,
    /// The mediators, by id.
    pub mediators: Vec<Named>,
    /// The fronts, by id.
    pub fronts: Vec<Named>,
    /// The armed groups, by id.
    pub armed_groups: Vec<Named>,
}

/// The tables of a path and their keys.
const TABLES: [&str; 8] = [
    "opening",
    "relations",
    "actors",
    "mediators",
    "fronts",
    "armed_groups",
    "dynamics",
    "rungs",
];

impl Names {
    /// The two actors in the order of the file.
    #[must_use]
    pub const fn actors_in_order(&self) -> [Side; 2] {
        if self.opener_first {
            [Side::Opener, Side::Other]
        } else {
            [Side::Other, Side::Opener]
        }
    }

    /// The places of the numbers that a path stands for; more than one where it holds a `*`.
    ///
    /// # Errors
    /// A table, name or key that does not exist, or a `*` that stands for nothing.
    pub fn slots(&self, path: &str) -> Result<Vec<Slot>, Problem> {
        let parts: Vec<&str> = path.split('.').collect();
        match parts.as_slice() {
            parts if is_no_number(parts) => {
                Err(Problem::new(format!("`{path}` is no number, and no path can change it"))
                    .help("write it under its heading, in a scenario that extends this one"))
            }
            ["opening", key] => Ok(vec![Slot::Opening(index::<Opening>(path, key)?)]),
            ["relations", key] => Ok(vec![Slot::Relations(index::<Relations>(path, key)?)]),
            ["dynamics", key] => Ok(vec![Slot::Dynamics(index::<Dynamics>(path, key)?)]),
            ["actors", id, key] => {
                let key = index::<Actor>(path, key)?;
                Ok(find(path, id, &self.actors)?.into_iter().map(|at| Slot::Actor(Side::BOTH[at], key)).collect())
            }
            ["rungs", id, key] => {
                let key = index::<Rung>(path, key)?;
                Ok(find(path, id, &self.rungs)?.into_iter().map(|at| Slot::Rung(at, key)).collect())
            }
            ["mediators", id, "leverage", actor] => {
                let on = find(path, actor, &self.actors)?;
                let mediators = find(path, id, &self.mediators)?;
                Ok(mediators
                    .iter()
                    .flat_map(|&at| on.iter().map(move |&side| Slot::Leverage(at, Side::BOTH[side])))
                    .collect())
            }
            ["mediators", id, key] => {
                let key = index::<Mediator>(path, key)
                    .map_err(|problem| problem.help("known here: engages_per_day, leverage.ACTOR"))?;
                Ok(find(path, id, &self.mediators)?.into_iter().map(|at| Slot::Mediator(at, key)).collect())
            }
            ["fronts", id, key] => {
                let key = index::<Front>(path, key)?;
                Ok(find(path, id, &self.fronts)?.into_iter().map(|at| Slot::Front(at, key)).collect())
            }
            ["armed_groups", id, key] => {
                let key = index::<ArmedGroup>(path, key)?;
                Ok(find(path, id, &self.armed_groups)?.into_iter().map(|at| Slot::ArmedGroup(at, key)).collect())
            }
            [table, ..] if !TABLES.contains(table) => {
                let near = whole_path(path).or_else(|| suggestion(table, &TABLES));
                let help = near.unwrap_or_else(|| format!("paths begin with {}", TABLES.join(", ")));
                Err(leads_nowhere(path, &format!("there is no `{table}`")).help(help))
            }
            _ => Err(leads_nowhere(path, "it has too few or too many parts")
                .help("write it like `actors.ID.fear_of_escalation`, `actors.*.learning` or `mediators.ID.leverage.ACTOR`")),
        }
    }

    /// The path of a number, as a scenario would write it.
    #[must_use]
    pub fn path(&self, slot: Slot) -> String {
        let key = slot.parameter().map_or("", |parameter| parameter.key);
        match slot {
            Slot::Opening(_) => format!("opening.{key}"),
            Slot::Relations(_) => format!("relations.{key}"),
            Slot::Dynamics(_) => format!("dynamics.{key}"),
            Slot::Actor(side, _) => format!("actors.{}.{key}", self.actors[side].id),
            Slot::Rung(at, _) => format!("rungs.{}.{key}", id_at(&self.rungs, at)),
            Slot::Mediator(at, _) => format!("mediators.{}.{key}", id_at(&self.mediators, at)),
            Slot::Leverage(at, side) => {
                format!(
                    "mediators.{}.leverage.{}",
                    id_at(&self.mediators, at),
                    self.actors[side].id
                )
            }
            Slot::Front(at, _) => format!("fronts.{}.{key}", id_at(&self.fronts, at)),
            Slot::ArmedGroup(at, _) => {
                format!("armed_groups.{}.{key}", id_at(&self.armed_groups, at))
            }
        }
    }

    /// Who a number belongs to; nobody where it is one of the opening, of relations or of dynamics.
    #[must_use]
    pub fn owner(&self, slot: Slot) -> Option<&Named> {
        match slot {
            Slot::Opening(_) | Slot::Relations(_) | Slot::Dynamics(_) => None,
            Slot::Actor(side, _) => Some(&self.actors[side]),
            Slot::Rung(at, _) => self.rungs.get(at),
            Slot::Mediator(at, _) | Slot::Leverage(at, _) => self.mediators.get(at),
            Slot::Front(at, _) => self.fronts.get(at),
            Slot::ArmedGroup(at, _) => self.armed_groups.get(at),
        }
    }

    /// The path with actors by role and rungs by number, from which the address of an uncertain
    /// value's luck is made: a scenario with its actors or rungs renamed, or its two actors
    /// swapped, meets the same luck.
    #[must_use]
    pub fn role_path(&self, slot: Slot) -> String {
        let key = slot.parameter().map_or("", |parameter| parameter.key);
        match slot {
            Slot::Actor(side, _) => format!("actors.{}.{key}", side as usize),
            Slot::Rung(at, _) => format!("rungs.{at}.{key}"),
            Slot::Leverage(at, side) => {
                let mediator = id_at(&self.mediators, at);
                format!("mediators.{mediator}.leverage.{}", side as usize)
            }
            _ => self.path(slot),
        }
    }
}

/// The problem of a path that leads to no number.
fn leads_nowhere(path: &str, why: &str) -> Problem {
    Problem::new(format!("`{path}` leads nowhere: {why}"))
}

/// The id of one of a list; empty where it has fewer.
fn id_at(list: &[Named], at: usize) -> &str {
    list.get(at).map_or("", |named| &named.id)
}

/// Whether a path names something of a scenario that is no number.
fn is_no_number(parts: &[&str]) -> bool {
    match parts {
        [key] => {
            matches!(
                *key,
                "name"
                    | "extends"
                    | "off_ramp"
                    | "limited_war"
                    | "unauthorised_rung"
                    | "with"
                    | "without"
            )
        }
        ["opening" | "fronts", .., "actor"]
        | ["armed_groups", _, "victim"]
        | ["rungs", _, "force" | "deniable"] => true,
        [table, _, "label"] => TABLES.contains(table),
        _ => false,
    }
}

/// "did you mean", where a key stands without its table.
fn whole_path(key: &str) -> Option<String> {
    let whole: Vec<String> = crate::parameters::find(key)
        .iter()
        .map(|parameter| format!("`{}`", parameter.path()))
        .collect();
    (!whole.is_empty()).then(|| format!("did you mean {}?", whole.join(" or ")))
}

fn index<T: Listed>(path: &str, key: &str) -> Result<usize, Problem> {
    T::index(key).ok_or_else(|| {
        let known: Vec<&str> = T::LIST.iter().map(|parameter| parameter.key).collect();
        let help = match renamed::now(path) {
            Some(now) => format!("it is `{now}` since version 2 of the model"),
            None => suggestion(key, &known)
                .unwrap_or_else(|| format!("known here: {}", known.join(", "))),
        };
        leads_nowhere(path, &format!("there is no parameter `{key}`")).help(help)
    })
}

/// The indices that an id, or `*`, stands for; none where it may mean a placeholder.
fn find(path: &str, id: &str, list: &[Named]) -> Result<Vec<usize>, Problem> {
    let mut found: Vec<usize> = if id != "*" {
        vec![
            position(id, list)
                .map_err(|help| leads_nowhere(path, &format!("there is no `{id}`")).help(help))?,
        ]
    } else if list.is_empty() {
        let problem = Problem::new(format!(
            "`*` in `{path}` stands for nothing: the scenario has none of these"
        ));
        return Err(problem.help("remove it, or add a table that it may stand for"));
    } else {
        (0..list.len()).collect()
    };
    found.retain(|&at| !list[at].is_any());
    Ok(found)
}

/// The index of an id, or of the placeholder that it may mean.
///
/// # Errors
/// There is none: a remedy.
pub fn position(id: &str, list: &[Named]) -> Result<usize, String> {
    for id in [id, ANY] {
        if let Some(at) = list.iter().position(|named| named.id == id) {
            return Ok(at);
        }
    }
    let known = ids(list);
    if known.is_empty() {
        return Err("the scenario has none of these".to_owned());
    }
    Err(suggestion(id, &known).unwrap_or_else(|| format!("known: {}", known.join(", "))))
}

/// The ids, to choose one from.
pub fn ids(list: &[Named]) -> Vec<&str> {
    list.iter()
        .filter(|named| !named.is_any())
        .map(|named| named.id.as_str())
        .collect()
}

#[cfg(test)]
mod tests;
