//! Names of version 1 of the model, wherever they may stand: each gets an error that names the new
//! one.

use crate::common::language::{SOUND, refused_text, says_in};
use crate::common::program::{err, line_in};

/// Texts behind a sound scenario, the line on which the old name stands, and what it is called now.
const IN_A_FILE: [(&str, u32, &str); 12] = [
    ("[relations]\nchannel = 0.5\n", 8, "crisis_communication"),
    ("[dynamics]\nanger_vented = 0.1\n", 8, "catharsis"),
    ("[dynamics]\nharm_shock = 0.1\n", 8, "casualty_salience"),
    (
        "[fronts.f]\nactor = \"a\"\nwatching = 1\n",
        9,
        "audience_weight",
    ),
    ("[spoilers.x]\nvictim = \"a\"\n", 7, "armed_groups"),
    ("[record]\noutcome = \"feud\"\n", 8, "several-rounds"),
    ("[expected]\nfeud = [0, 1]\n", 8, "several-rounds"),
    (
        "[overrides]\n\"actors.a.sting\" = 1\n",
        8,
        "shock_of_surprise",
    ),
    (
        "[overrides]\n\"dynamics.learning\" = 1\n",
        8,
        "actors.*.learning",
    ),
    ("[overrides]\n\"spoilers.x.blame\" = 1\n", 8, "armed_groups"),
    (
        "[arguments.x]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nadd = { \"actors.a.standing\" = 1 }\n",
        11,
        "reputation_for_resolve",
    ),
    (
        "[arguments.x]\nclaim = \"c\"\nwho = \"w\"\ntheme = \"t\"\nadd = { \"actors.a.stake\" = 1 }\nexpects = { quantity = \"feud\", sign = \"-\" }\n",
        12,
        "several-rounds",
    ),
];

/// Old keys of an actor, and what they are called now.
const OF_AN_ACTOR: [(&str, &str); 10] = [
    ("standing", "reputation_for_resolve"),
    ("commitment", "public_threat"),
    ("signalling", "show_of_force"),
    ("sting", "shock_of_surprise"),
    ("steadiness", "choice_precision"),
    ("strain", "overstretch"),
    ("concern_for_strain", "cost_of_overstretch"),
    ("hostile_bias", "hostile_attribution"),
    ("proportionality", "response_ratio"),
    ("fear_of_war", "fear_of_escalation"),
];

#[test]
fn old_names_in_a_file_get_the_new_one() {
    for (text, line, new) in IN_A_FILE {
        refused_text(
            &format!("{SOUND}{text}"),
            &[
                &format!("mine.toml:{line}:"),
                new,
                "since version 2 of the model",
            ],
        );
    }
    for (old, new) in OF_AN_ACTOR {
        refused_text(
            &SOUND.replace("[actors.b]", &format!("[actors.b]\n{old} = 0.1")),
            &[
                "mine.toml:7:1",
                &format!("it is called `{new}` since version 2 of the model"),
            ],
        );
    }
}

/// Command lines with an old name, the exit code of each, and what the name is called now.
const ON_A_COMMAND_LINE: [(&str, i32, &str); 19] = [
    (
        "run --set relations.channel=0.9",
        65,
        "crisis_communication",
    ),
    ("run --set actors.*.sting=1", 65, "shock_of_surprise"),
    ("run --set dynamics.learning=1", 65, "actors.*.learning"),
    ("run --set spoilers.*.blame=1", 65, "armed_groups"),
    ("run --set arguments.spoilers-go-on=1", 65, "groups-go-on"),
    ("run --without balakot-precedent", 65, "balakot-lesson"),
    ("run deep-state-in-charge", 66, "deep-state-acts"),
    ("new mine --extends audience-costs", 66, "threats-that-bind"),
    (
        "compare iran-pakistan-2024 --variant 'x: --set relations.channel=1'",
        65,
        "crisis_communication",
    ),
    (
        "sweep --vary relations.channel=0..1",
        65,
        "crisis_communication",
    ),
    (
        "sweep --vary actors.iran.steadiness=1..9",
        65,
        "choice_precision",
    ),
    (
        "sweep --vary relations.trust=0..1 --outcome feud",
        2,
        "several-rounds",
    ),
    (
        "tip --vary relations.trust=0..1 --outcome feud --share 0.1",
        2,
        "several-rounds",
    ),
    (
        "tip --vary fronts.india.watching=0..1 --outcome war --share 0.1",
        65,
        "audience_weight",
    ),
    ("parameters sting", 2, "shock_of_surprise"),
    ("parameters actors.iran.sting", 2, "shock_of_surprise"),
    ("parameters relations.channel", 2, "crisis_communication"),
    ("parameters dynamics.learning", 2, "actors.*.learning"),
    (
        "show --set actors.iran.standing=1",
        65,
        "reputation_for_resolve",
    ),
];

#[test]
fn old_names_on_a_command_line_get_the_new_one() {
    let place = tempfile::tempdir().unwrap();
    for (line, code, new) in ON_A_COMMAND_LINE {
        let output = line_in(place.path(), line);
        let told = err(&output);
        assert_eq!(output.status.code(), Some(code), "{line}: {told}");
        assert!(output.stdout.is_empty(), "{line}");
        assert!(
            says_in(&told, &format!("`{new}` since version 2 of the model")),
            "{line}: {told}"
        );
    }
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0);
}
