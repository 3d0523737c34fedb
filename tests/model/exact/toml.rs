//! The case as a scenario.

use std::fmt::Write;

use super::case::{Actor, Case};

/// What is switched off, so that nothing builds up.
pub const NOTHING_BUILDS_UP: &str =
    "casualty_salience = 0\ntrust_damage = 0\nreputation_rate = 0\neffort_drain = 0\n";

/// The case as a scenario.
pub fn toml(case: &Case) -> String {
    let mut text = format!(
        "name = \"made up\"\nhorizon_days = 3650\noff_ramp = \"r{}\"\n",
        case.off_ramp
    );
    let _ = writeln!(
        text,
        "limited_war = \"r{}\"\nunauthorised_rung = \"r{}\"",
        case.limited_war, case.unauthorised_rung
    );
    let rung = case
        .opening
        .map_or("choose".to_owned(), |rung| format!("r{rung}"));
    let _ = writeln!(text, "[opening]\nactor = \"a\"\nrung = \"{rung}\"");
    let _ = writeln!(
        text,
        "provocation = {}\npublicity = {}",
        case.provocation, case.publicity
    );
    let _ = writeln!(
        text,
        "[relations]\ntrust = {}\ncrisis_communication = {}",
        case.trust, case.crisis_communication
    );
    let _ = writeln!(text, "interdependence = {}", case.interdependence);
    let _ = writeln!(
        text,
        "[dynamics]\n{NOTHING_BUILDS_UP}deniable_discount = {}",
        case.deniable_discount
    );
    let _ = writeln!(
        text,
        "apology_relief = {}\nrestraint_effect = {}",
        case.apology_relief, case.restraint_effect
    );
    for (id, actor) in ["a", "b"].into_iter().zip(&case.actors) {
        text += &actor_toml(id, actor);
    }
    for (at, id) in ["m", "n"].into_iter().enumerate() {
        let [a, b] = case.actors.each_ref().map(|actor| actor.leverage[at]);
        let _ = writeln!(text, "[mediators.{id}]\nleverage = {{ a = {a}, b = {b} }}");
    }
    for (x, rung) in case.rungs.iter().enumerate() {
        let _ = writeln!(
            text,
            "[[ladder]]\nid = \"r{x}\"\nseverity = {}\nforce = {}",
            rung.severity, rung.force
        );
        let _ = writeln!(
            text,
            "deniable = {}\neffort = {}\nwar_risk = {}",
            rung.deniable, rung.effort, rung.war_risk
        );
    }
    text
}

fn actor_toml(id: &str, actor: &Actor) -> String {
    let mut text = format!(
        "[actors.{id}]\nmisperception = 0\npublic_sensitivity = 0\ndomestic_pressure = 0\n"
    );
    text += "response_days = 0.05\nlearning = 0\n";
    for (key, value) in [
        ("reciprocity", actor.reciprocity),
        ("response_ratio", actor.response_ratio),
        ("concern_for_reputation", actor.concern_for_reputation),
        ("reputation_for_resolve", actor.reputation_for_resolve),
        ("show_of_force", actor.show_of_force),
        ("stake", actor.stake),
        ("diversion", actor.diversion),
        ("fear_of_retaliation", actor.fear_of_retaliation),
        ("belief_in_retaliation", actor.belief_in_retaliation),
        ("strength", actor.strength),
        ("denial", actor.denial),
        ("fear_of_escalation", actor.fear_of_escalation),
        ("reliance_on_mediators", actor.reliance_on_mediators),
        ("cost_of_overstretch", actor.cost_of_overstretch),
        ("overstretch", actor.overstretch),
        ("value_of_ties", actor.value_of_ties),
        ("choice_precision", actor.choice_precision),
        ("shock_of_surprise", actor.shock_of_surprise),
        ("hostile_attribution", actor.hostile_attribution),
        ("suspicion", actor.suspicion),
        ("affront", actor.affront),
        ("slight", actor.slight),
        ("publicity", actor.publicity),
        ("disclosure", actor.disclosure),
        ("restraint", actor.restraint),
        ("apology", actor.apology),
        ("forewarning", actor.forewarning),
        ("unauthorised", actor.unauthorised),
    ] {
        let _ = writeln!(text, "{key} = {value}");
    }
    text
}
