//! Labels that two actors or two rungs share, so that readers cannot distinguish them.

use super::{Named, Names};
use crate::scenario::read::section::MOST_LABEL;

/// A label that several of a kind share.
pub struct SameLabel<'n> {
    /// What they are: "actors".
    pub what: &'static str,
    /// Their label.
    pub label: &'n str,
    /// Their ids.
    pub ids: Vec<&'n str>,
}

impl Names {
    /// The labels that several actors or rungs share, each once.
    pub(in crate::scenario) fn sharing_labels(&self) -> Vec<SameLabel<'_>> {
        let actors = self.actors_in_order().map(|side| &self.actors[side]);
        let mut groups = groups("actors", &actors);
        groups.extend(self::groups(
            "rungs",
            &self.rungs.iter().collect::<Vec<_>>(),
        ));
        groups
    }

    /// Puts the id behind a label that two actors or two rungs share, so that rows of tables can be
    /// distinguished.
    pub(in crate::scenario) fn tell_apart(&mut self) {
        add_ids(&mut self.actors);
        add_ids(&mut self.rungs);
    }
}

fn groups<'n>(what: &'static str, named: &[&'n Named]) -> Vec<SameLabel<'n>> {
    let mut groups: Vec<SameLabel<'n>> = Vec::new();
    for one in named {
        match groups
            .iter_mut()
            .find(|group| looks(group.label) == looks(&one.label))
        {
            Some(group) => group.ids.push(&one.id),
            None => groups.push(SameLabel {
                what,
                label: &one.label,
                ids: vec![&one.id],
            }),
        }
    }
    groups.retain(|group| group.ids.len() > 1);
    groups
}

/// What people see of a label: how many spaces stand where is nothing that they could tell.
fn looks(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn add_ids(named: &mut [Named]) {
    loop {
        let labels: Vec<String> = named.iter().map(|one| looks(&one.label)).collect();
        let shared = labels
            .iter()
            .map(|label| labels.iter().filter(|other| *other == label).count() > 1);
        let shared: Vec<bool> = shared.collect();
        if !shared.contains(&true) {
            return;
        }
        // What comes of it may be another's label; ids differ, so that this ends.
        for (one, _) in named.iter_mut().zip(shared).filter(|(_, shared)| *shared) {
            one.label = with_id(&one.label, &one.id);
        }
    }
}

/// A label with the id behind it, no longer than a label may be.
fn with_id(label: &str, id: &str) -> String {
    let id = format!(" ({id})");
    let room = MOST_LABEL.saturating_sub(id.chars().count());
    if label.chars().count() <= room {
        return format!("{}{id}", label.trim_end());
    }
    let kept: String = label.chars().take(room.saturating_sub(1)).collect();
    format!("{}…{id}", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_labels_are_alike() {
        let labels = |pairs: &[(&str, &str)]| {
            let named = |&(id, label): &(&str, &str)| Named {
                id: id.into(),
                label: label.into(),
            };
            let mut named: Vec<Named> = pairs.iter().map(named).collect();
            add_ids(&mut named);
            named.into_iter().map(|one| one.label).collect::<Vec<_>>()
        };
        assert_eq!(
            labels(&[("a", "Same"), ("b", "Same"), ("c", "Other")]),
            ["Same (a)", "Same (b)", "Other"]
        );
        assert_eq!(
            labels(&[("a", "Same"), ("b", "Same ")]),
            ["Same (a)", "Same (b)"]
        );
        assert_eq!(
            labels(&[("a", "S"), ("b", "S"), ("c", "S (a)")]),
            ["S (a) (a)", "S (b)", "S (a) (c)"]
        );
    }

    /// What is written can be read again.
    #[test]
    fn no_label_becomes_too_long() {
        let label = "x".repeat(MOST_LABEL);
        let mut named = ["a", "b"].map(|id| Named {
            id: id.into(),
            label: label.clone(),
        });
        add_ids(&mut named);
        for Named { id, label } in named {
            assert!(
                label.chars().count() == MOST_LABEL && label.ends_with(&format!("x… ({id})")),
                "{label}"
            );
        }
    }
}
