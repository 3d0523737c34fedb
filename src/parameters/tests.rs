use super::*;

#[test]
fn paths_lead_to_their_parameter_whatever_the_names() {
    let keys = |path: &str| {
        find(path)
            .iter()
            .map(|parameter| parameter.path())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        keys("actors.iran.shock_of_surprise"),
        ["actors.*.shock_of_surprise"]
    );
    assert_eq!(
        keys("mediators.china.leverage.iran"),
        ["mediators.*.leverage.*"]
    );
    assert_eq!(
        keys("publicity"),
        ["opening.publicity", "actors.*.publicity"]
    );
    assert_eq!(keys("horizon_days"), ["horizon_days"]);
    assert!(keys("actors.shock_of_surprise").is_empty() && keys("").is_empty());
    assert!(all().all(|parameter| find(&parameter.path()).contains(&parameter)));
}

#[test]
fn every_default_lies_in_its_range_and_every_key_stands_once() {
    for list in ALL {
        for (index, parameter) in list.iter().enumerate() {
            assert!(
                parameter.allows(parameter.default),
                "{}.{}",
                parameter.table,
                parameter.key
            );
            assert!(!parameter.meaning.is_empty());
            assert!(
                list[index + 1..]
                    .iter()
                    .all(|other| other.key != parameter.key)
            );
        }
    }
}

#[test]
fn a_parameter_is_reached_by_its_place_in_the_list() {
    let mut actor = Actor::default();
    for index in 0..Actor::LIST.len() {
        assert_eq!(actor.get(index), Some(Actor::LIST[index].default));
        actor.set(index, 0.25);
        assert_eq!(actor.get(index), Some(0.25));
    }
    actor.set(Actor::LIST.len(), 1.0);
    assert_eq!(actor.get(Actor::LIST.len()), None);
    assert_eq!(actor.choice_precision, 0.25);
}

#[test]
fn nan_and_infinity_are_in_no_range() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(
            ALL.iter()
                .flat_map(|list| list.iter())
                .all(|parameter| !parameter.allows(value))
        );
    }
}

#[test]
fn every_parameter_has_a_short_name_of_its_own_for_people() {
    let labels: Vec<&str> = all().map(|parameter| parameter.label).collect();
    for (at, label) in labels.iter().enumerate() {
        let length = label.chars().count();
        assert!((1..=40).contains(&length), "{label}: {length}");
        assert!(!label.contains('_'), "{label}");
        assert!(!labels[..at].contains(label), "{label} stands twice");
    }
}
