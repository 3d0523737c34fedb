//! What is legal but surely a mistake: told, and run all the same.

use crate::common::language::{SOUND, checked, count, says_in};
use crate::common::program::{err, offramp, offramp_in, out};

/// A file that is legal but surely wrong: each warning once, with its place, and the run goes on.
#[test]
fn warnings_are_reported_and_keep_nothing_from_being_run() {
    let place = tempfile::tempdir().unwrap();
    let argument = |id: &str, effect: &str| {
        format!("[arguments.{id}]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\n{effect}\n")
    };
    let text = [
        SOUND.replace("[actors.a]", "[actors.a]\nunauthorised = 1"),
        "[mediators.idle]\nleverage = { a = 0.4 }\n[mediators.weak]\nengages_per_day = 1\n[fronts.far]\nactor = \"a\"\n[armed_groups.gone]\nvictim = \"a\"\n".to_owned(),
        argument("empty", ""),
        argument("zero", "add = { \"actors.a.shock_of_surprise\" = 0 }"),
        argument("hidden", "add = { \"actors.b.overstretch\" = 0.5 }"),
        argument("counts", "add = { \"actors.b.shock_of_surprise\" = 0.5 }"),
        "[overrides]\n\"actors.b.overstretch\" = 1\n\"relations.crisis_communication\" = 0.3\n".to_owned(),
    ]
    .concat();
    std::fs::write(place.path().join("mine.toml"), text).unwrap();
    let output = offramp_in(
        place.path(),
        &["run", "mine.toml", "--trials", "200", "--no-files"],
    );
    assert!(output.status.success() && out(&output).contains("(200 run"));
    let told = err(&output);
    for says in [
        "`relations.crisis_communication` has this value already",
        "argument `empty` changes nothing",
        "argument `zero` changes nothing",
        "argument `hidden` changes nothing",
        "the mediator `idle` never engages",
        "the mediator `weak` has leverage on nobody",
        "the front `far` never opens",
        "the armed_group `gone` never attacks",
        "`a` as good as never steps down",
    ] {
        assert!(told.contains(says), "{says}\n{told}");
    }
    assert_eq!(
        (
            told.matches("warning: ").count(),
            told.matches("--> mine.toml:").count()
        ),
        (9, 9),
        "{told}"
    );
    let check = offramp_in(place.path(), &["check", "mine.toml"]);
    assert!(check.status.success() && out(&check).contains("mine.toml: 9 warnings"));
}

/// An argument that only has its words, and this line.
fn argument(id: &str, line: &str) -> String {
    format!("[arguments.{id}]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\n{line}\n")
}

/// One warning, with these words, for what a file says in itself or in a file that extends it.
fn warned(text: &str, says: &str) {
    let told = checked(text);
    assert!(
        says_in(&told, says) && count(&told, "warning") == 1 && count(&told, "error") == 0,
        "{says}\n{told}"
    );
}

fn sound(text: &str) {
    assert_eq!(checked(text), "", "{text}");
}

#[test]
fn third_parties_that_are_idle_by_a_written_zero() {
    let engages = "[mediators.m]\nengages_per_day = 0\nleverage = { a = 0.5 }\n";
    let opens = "[fronts.f]\nactor = \"a\"\nopens_per_day = 0\naudience_weight = 0\n";
    let attacks = "[armed_groups.s]\nvictim = \"a\"\nattacks_per_day = 0\n";
    warned(
        &format!("{SOUND}{engages}"),
        "the mediator `m` never engages",
    );
    warned(&format!("{SOUND}{opens}"), "the front `f` never opens");
    warned(
        &format!("{SOUND}{attacks}"),
        "the armed_group `s` never attacks",
    );
    warned(
        &format!("{SOUND}[mediators.m]\nengages_per_day = 1\nleverage = {{ a = 0 }}\n"),
        "leverage on nobody",
    );
    // An argument that may be switched on, or an override, gives the zero its sense.
    let add = argument(
        "one",
        "enabled = false\nadd = { \"mediators.m.engages_per_day\" = 0.5 }",
    );
    sound(&format!("{SOUND}{engages}{add}"));
    let busy = engages.replace("= 0\n", "= 1\n");
    sound(&format!(
        "{SOUND}{busy}[overrides]\n\"mediators.m.engages_per_day\" = 0\n"
    ));
}

/// What `check` says of a file that extends a base.
fn extended(base: &str, child: &str) -> String {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("base.toml"), base).unwrap();
    std::fs::write(
        place.path().join("mine.toml"),
        format!("extends = \"base.toml\"\nname = \"c\"\n{child}"),
    )
    .unwrap();
    err(&offramp_in(place.path(), &["check", "mine.toml"]))
}

#[test]
fn what_a_file_changes_in_the_one_it_extends() {
    let base = format!(
        "{SOUND}[mediators.united-states]\nengages_per_day = 1\nleverage = {{ a = 0.5 }}\n"
    );
    let told = extended(&base, "[mediators.us]\nengages_per_day = 2\n");
    assert!(says_in(&told, "is it meant for united-states?"), "{told}");
    assert_eq!(
        extended(&base, "[mediators.united-states]\nengages_per_day = 0\n"),
        ""
    );
    for path in ["actors.a.shock_of_surprise", "actors.*.shock_of_surprise"] {
        let overrides = format!("[overrides]\n\"{path}\" = 0.5\n");
        let told = extended(&format!("{SOUND}{overrides}"), &overrides);
        assert!(
            told.contains("has this value already") && told.contains("mine.toml:4:"),
            "{told}"
        );
        assert_eq!(
            extended(
                &format!("{SOUND}{overrides}"),
                &overrides.replace("0.5", "0.6")
            ),
            ""
        );
    }
}

#[test]
fn a_record_or_promise_that_no_trial_can_keep() {
    for (record, says) in [
        (
            "[record]\npeak = \"posture\"\n",
            "its peak lies below the opening, `covert`",
        ),
        (
            "[record]\npeak = \"covert\"\nfirst_answer = \"campaign\"\n",
            "above the `peak`",
        ),
        (
            "[record]\nend_day = [100, 120]\n",
            "day 100 lies beyond the horizon of 90",
        ),
        (
            "[[record.acts]]\nday = 91\nactor = \"a\"\nrung = \"covert\"\n",
            "day 91 lies beyond",
        ),
        (
            "[record]\noutcome = \"several-rounds\"\npeak = \"campaign\"\n",
            "`several-rounds` does not go with the peak, `campaign`",
        ),
        (
            "[record]\noutcome = \"war\"\npeak = \"campaign\"\n",
            "`war` does not go with the peak",
        ),
        (
            "[record]\noutcome = \"no-force\"\n",
            "`no-force` does not go with the opening",
        ),
        (
            "[expected]\nno-force = [0.1, 0.5]\n",
            "`no-force` cannot occur here",
        ),
    ] {
        warned(&format!("{SOUND}{record}"), says);
    }
    sound(&format!(
        "{SOUND}[record]\noutcome = \"limited-war\"\npeak = \"campaign\"\nend_day = [10, 200]\n[expected]\nno-force = [0, 0]\nwar = [0.1, 0.2]\n"
    ));
    // A what-if does not inherit the record, and need not meet it.
    let base = format!("{SOUND}[record]\npeak = \"covert\"\n");
    assert_eq!(extended(&base, "[opening]\nrung = \"campaign\"\n"), "");
}

#[test]
fn sources_that_are_not_there_or_not_named() {
    let sources = "[sources]\nS1 = \"A book\"\nS2 = \"A paper\"\n";
    let effect = "add = { \"actors.a.shock_of_surprise\" = 0.1 }";
    let with = |source: &str| {
        format!(
            "{SOUND}{sources}{}",
            argument("one", &format!("source = \"{source}\"\n{effect}"))
        )
    };
    sound(&with("S1; S2"));
    sound(&with("Schelling 1966, p. 30"));
    warned(&with("S1"), "nothing names the source `S2`");
    warned(&with("S1; S2; S3"), "[sources] has no `S3`");
}

#[test]
fn names_that_the_baseline_does_not_have_are_reported_beside_the_meaning() {
    for (path, says) in [
        ("actors.irann.show_of_force", "did you mean `iran`?"),
        ("rungs.campain.war_risk", "`campaign`?"),
    ] {
        let output = offramp(&["parameters", path]);
        assert!(
            output.status.success() && says_in(&err(&output), says),
            "{}",
            err(&output)
        );
    }
    assert_eq!(err(&offramp(&["parameters", "actors.*.show_of_force"])), "");
}

/// A scenario that was begun from what `show` prints is warned of like any other: only the zeros
/// that it came with are not taken for its author's.
#[test]
fn what_was_printed_resolved_is_warned_of_as_well() {
    use offramp::scenario::{Scenario, Settings};
    let of = |text: &str| Scenario::from_text("mine.toml", text, &Settings::default()).unwrap();
    for shipped in ["iran-pakistan-2024", "no-mediation", "struck-soldiers"] {
        let printed = Scenario::shipped(shipped, &Settings::default())
            .unwrap()
            .resolved();
        assert_eq!(of(&printed).warnings, [], "{shipped}");
        let changed = printed.clone()
            + "\n[mediators.nobody]\nlabel = \"x\"\n\n[arguments.idle]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\n\n[overrides]\n\"relations.trust\" = 0.9\n";
        let warned: Vec<String> = of(&changed)
            .warnings
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(
            warned
                .iter()
                .any(|warning| warning.contains("mediator `nobody` never engages")),
            "{warned:?}"
        );
        assert!(
            warned
                .iter()
                .any(|warning| warning.contains("`idle` changes nothing")),
            "{warned:?}"
        );
    }
}

/// Charts give way to ids for names that their font lacks letters of: the first are named.
#[test]
fn names_that_charts_replace_are_reported_together() {
    let place = tempfile::tempdir().unwrap();
    let labels = ["[actors.a]\nlabel = \"甲\"", "[actors.b]\nlabel = \"乙\""];
    let more = "\n[mediators.c]\nlabel = \"丙\"\nengages_per_day = 1\nleverage = { a = 0.4 }\n";
    let text = SOUND
        .replace("[actors.a]", labels[0])
        .replace("[actors.b]", labels[1]);
    let text = format!("{}{more}", text.replace("\"x\"", "\"危機\""));
    std::fs::write(place.path().join("mine.toml"), text).unwrap();
    let run = ["run", "mine.toml", "--trials", "200", "--charts", "svg"];
    let told = err(&offramp_in(place.path(), &run));
    assert!(
        told.contains("lacks characters of `危機`, `甲`, `乙`, and 1 more"),
        "{told}"
    );
}
