//! Unit tests of the file above.

use super::*;

fn named(id: &str) -> Named {
    Named {
        id: id.into(),
        label: id.into(),
    }
}

fn names() -> Names {
    Names {
        actors: [named("a"), named("b")],
        opener_first: false,
        rungs: ["calm", "hit", "war"].map(named).to_vec(),
        mediators: vec![named("near"), named("far")],
        fronts: vec![named("north")],
        armed_groups: vec![],
    }
}

#[test]
fn every_path_leads_to_its_number_and_back() {
    let names = names();
    for path in [
        "opening.publicity",
        "relations.trust",
        "actors.a.learning",
        "actors.b.choice_precision",
        "rungs.hit.war_risk",
        "mediators.far.engages_per_day",
        "mediators.far.leverage.b",
        "fronts.north.audience_weight",
    ] {
        let slots = names.slots(path).unwrap();
        assert_eq!(slots.len(), 1);
        assert_eq!(names.path(slots[0]), path);
    }
    assert_eq!(names.slots("actors.*.shock_of_surprise").unwrap().len(), 2);
    assert_eq!(names.slots("mediators.*.leverage.*").unwrap().len(), 4);
    assert_eq!(
        names.role_path(Slot::Leverage(1, Side::Other)),
        "mediators.far.leverage.1"
    );
}

#[test]
fn a_path_that_leads_nowhere_says_why() {
    let names = names();
    for (path, says) in [
        ("actor.a.shock_of_surprise", "did you mean `actors`"),
        (
            "actors.a.shock_of_suprise",
            "did you mean `shock_of_surprise`",
        ),
        (
            "actors.a.sting",
            "it is called `shock_of_surprise` since version 2",
        ),
        (
            "spoilers.x.blame",
            "it is called `armed_groups` since version 2",
        ),
        (
            "dynamics.learning",
            "it is `actors.*.learning` since version 2",
        ),
        ("actors.c.shock_of_surprise", "known: a, b"),
        ("mediators.nere.engages_per_day", "did you mean `near`"),
        ("armed_groups.*.blame", "stands for nothing"),
        ("actors.a", "too few"),
        ("", "there is no ``"),
        ("mediators.far.leverage.c", "known: a, b"),
    ] {
        let problem = names.slots(path).unwrap_err().to_string();
        assert!(problem.contains(says), "{path}: {problem}");
    }
}
