//! Unit tests of the file above.

use super::*;
use crate::scenario::assembled::Scenario;
use crate::scenario::read::input_value::InputValue;
use crate::scenario::settings::{Setting, Settings};

#[test]
fn weights_go_between_off_and_on() {
    let text = r#"
        name = "x"
        opening = { actor = "a", rung = "covert" }
        actors = { a = { shock_of_surprise = 0.2 }, b = {} }
        [arguments.one]
        claim = "c"
        who = "w"
        theme = "t"
        set = { "actors.a.shock_of_surprise" = 0.6 }
        add = { "actors.*.show_of_force" = 0.5 }
        scale = { "actors.a.choice_precision" = 4 }
    "#;
    for (weight, shock_of_surprise, show_of_force, choice_precision) in [
        ("0", 0.2, 0.3, 3.0),
        ("1", 0.6, 0.8, 12.0),
        ("0.5", 0.4, 0.55, 6.0),
    ] {
        let set = vec![Setting::set("arguments.one", weight)];
        let scenario = Scenario::from_text(
            "x.toml",
            text,
            &Settings {
                set,
                ..Settings::default()
            },
        )
        .unwrap();
        let actor = &scenario.model.numbers.actors[0];
        assert_eq!(
            (
                actor.shock_of_surprise,
                actor.show_of_force,
                actor.choice_precision
            ),
            (shock_of_surprise, show_of_force, choice_precision)
        );
    }
    let given = InputValue::Number(0.6);
    let scenario = Scenario::from_text("x.toml", text, &Settings::default()).unwrap();
    assert_eq!(
        scenario.arguments[0].effects().next(),
        Some(("actors.a.shock_of_surprise", &Effect::Set(given)))
    );
}
