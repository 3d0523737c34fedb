//! What no trial reads changes no trial.

use crate::common::{baseline, conformance, scenario, set};
use offramp::scenario::Settings;

use super::{assert_same, changed, text};

#[test]
fn a_parameter_that_no_trial_reads_changes_no_trial() {
    // Nobody makes amends in a-default; no mediator there; no audience cost, so that no public
    // threat is felt or believed.
    for (file, pairs) in [
        ("a-default.toml", &[("dynamics.apology_relief", "0.1")][..]),
        (
            "a-default.toml",
            &[
                ("dynamics.mediator_cover", "0"),
                ("dynamics.mediator_pull", "9"),
            ],
        ),
        ("a-default.toml", &[("actors.a.public_threat", "0.9")]),
        ("a-default.toml", &[("actors.*.cost_of_overstretch", "5")]),
        ("a-default.toml", &[("dynamics.restraint_effect", "1")]),
        ("a-default.toml", &[("actors.*.reliance_on_mediators", "1")]),
        ("d-armed-groups.toml", &[("opening.publicity", "0")]),
        ("f-ladder.toml", &[("rungs.war.effort", "7")]),
    ] {
        // Effort is read through spent stocks too, which are switched off on both sides of the
        // comparison.
        let still = [("dynamics.fatigue", "0"), ("dynamics.effort_drain", "0")];
        let before = conformance(file, &set(&still));
        let after = conformance(file, &set(&[&still[..], pairs].concat()));
        assert_same(&before, &after, &format!("{file} {pairs:?}"));
    }
    let idle = [("mediators.*.engages_per_day", "0")];
    let strong = [
        ("mediators.*.engages_per_day", "0"),
        ("mediators.china.leverage.iran", "1"),
    ];
    assert_same(
        &baseline(&set(&idle)),
        &baseline(&set(&strong)),
        "the leverage of a mediator that never engages",
    );
    let fatigue = [("dynamics.effort_drain", "0"), ("dynamics.fatigue", "9")];
    assert_same(
        &baseline(&set(&fatigue[..1])),
        &baseline(&set(&fatigue)),
        "fatigue where no stocks are spent",
    );
}

#[test]
fn a_third_party_that_cannot_act_changes_no_trial() {
    for (file, parties) in [
        // The first of its kind, so that luck drawn for the kind as such would show.
        (
            "a-default.toml",
            "[mediators.absent]\nleverage = { a = 1, b = 1 }\n",
        ),
        (
            "a-default.toml",
            "[mediators.powerless]\nengages_per_day = 5\n",
        ),
        (
            "a-default.toml",
            "[fronts.quiet]\nactor = \"a\"\noverstretch = 9\n",
        ),
        (
            "a-default.toml",
            "[armed_groups.tired]\nvictim = \"a\"\nseverity = 1\ndeaths = 1000\ndegraded = -1\n",
        ),
        (
            "b-mediated.toml",
            "[mediators.absent]\nleverage = { a = 1, b = 1 }\n",
        ),
        (
            "b-mediated.toml",
            "[mediators.a-bystander]\nengages_per_day = 5\n",
        ),
        (
            "c-fronts.toml",
            "[fronts.a-quiet-one]\nactor = \"a\"\noverstretch = 9\n",
        ),
        (
            "d-armed-groups.toml",
            "[armed_groups.a-tired-one]\nvictim = \"a\"\nseverity = 1\ndeaths = 1000\ndegraded = -1\n",
        ),
        (
            "d-armed-groups.toml",
            "[armed_groups.z]\nvictim = \"b\"\nseverity = 1\n[fronts.a]\nactor = \"a\"\noverstretch = 1\n\
             [mediators.a]\nleverage = { a = 1 }\n",
        ),
    ] {
        let before = text(file);
        let after = format!("{before}\n{parties}");
        assert_same(
            &scenario(&before),
            &scenario(&after),
            &format!("{file} with {parties}"),
        );
    }
}

/// Rates so small that nothing comes of them: their luck is drawn, and shifts that of nothing else.
#[test]
fn the_luck_of_what_never_comes_shifts_no_other() {
    let never = "[mediators.a]\nengages_per_day = 1e-15\nleverage = { a = 1, b = 1 }\n\
        [fronts.a]\nactor = \"a\"\nopens_per_day = 1e-15\noverstretch = 9\n\
        [armed_groups.a]\nvictim = \"a\"\nattacks_per_day = 1e-15\nseverity = 1\ndeaths = 1000\n";
    for file in ["c-fronts.toml", "d-armed-groups.toml", "l-shield.toml"] {
        let before = text(file);
        let with_parties = scenario(&format!("{before}\n{never}"));
        assert_same(
            &scenario(&before),
            &with_parties,
            &format!("{file}: parties"),
        );
        for rate in ["0", "1e-15"] {
            let occasions = conformance(file, &set(&[("actors.*.occasions_per_day", rate)]));
            assert_same(
                &scenario(&before),
                &occasions,
                &format!("{file}: occasions"),
            );
        }
    }
    // The twin: occasions that come change many trials.
    let challenged = set(&[("actors.*.occasions_per_day", "0.05")]);
    let challenged = conformance("d-armed-groups.toml", &challenged);
    assert!(changed(&scenario(&text("d-armed-groups.toml")), &challenged) > 0.2);
}

/// The twin: one that can act changes many.
#[test]
fn a_third_party_that_can_act_changes_trials() {
    let busy = format!(
        "{}\n[armed_groups.z]\nvictim = \"b\"\nseverity = 1\nattacks_per_day = 0.1\n",
        text("d-armed-groups.toml")
    );
    assert!(changed(&scenario(&text("d-armed-groups.toml")), &scenario(&busy)) > 0.2);
    let audience_weight = format!(
        "{}\n[fronts.z]\nactor = \"b\"\naudience_weight = 1\n",
        text("a-default.toml")
    );
    assert!(
        changed(
            &scenario(&text("a-default.toml")),
            &scenario(&audience_weight)
        ) > 0.2
    );
}

#[test]
fn an_uncertain_value_with_one_choice_is_that_number() {
    for (file, path, value) in [
        ("a-default.toml", "actors.a.misperception", "0.2"),
        ("b-mediated.toml", "mediators.near.engages_per_day", "0.2"),
        ("c-fronts.toml", "fronts.south.audience_weight", "1.0"),
        ("d-armed-groups.toml", "armed_groups.one.severity", "0.6"),
        ("j-costs.toml", "rungs.downgrade.war_risk", "0.3"),
        ("g-doubt.toml", "actors.*.learning", "1"),
    ] {
        let certain = conformance(file, &set(&[(path, value)]));
        let doubted = conformance(file, &set(&[(path, &format!("{{ choice = [{value}] }}"))]));
        assert!(doubted.model.uncertain_values.len() > certain.model.uncertain_values.len());
        assert_same(
            &certain,
            &doubted,
            &format!("{file} with a choice of one at {path}"),
        );
        assert_same(
            &certain,
            &conformance(file, &Settings::default()),
            &format!("{file} with {path} as it is"),
        );
    }
}
