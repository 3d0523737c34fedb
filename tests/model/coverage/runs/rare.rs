//! Means that rest on rare trials.

use offramp::quantities::Quantity;

use super::{MOST_MISSES, SEEDS, misses, seeded};

/// A crisis of two acts, or, one time in fifty, one that goes to and fro for a year: six acts of
/// seven fall into the rare ones, of which few trials meet none.
fn uneven() -> String {
    let actor = |name: &str, rest: &str| {
        format!(
            "[actors.{name}]\nresponse_days = 0.5\nshow_of_force = 0\ndomestic_pressure = 0\npublic_sensitivity = 0\n\
             concern_for_reputation = 0\n{rest}\n"
        )
    };
    let calm = "choice_precision = 100\nreciprocity = 20\nmisperception = 0\nfear_of_escalation = 0\nfear_of_retaliation = 0\n\
                value_of_ties = 0";
    let rogue = format!(
        "choice_precision = 3\nreciprocity = 0\nunauthorised = {{ choice = [{}1] }}",
        "0, ".repeat(49)
    );
    let rungs = [
        "posture",
        "covert",
        "strike-militants",
        "strike-military",
        "campaign",
    ];
    let rungs = rungs
        .map(|rung| format!("[rungs.{rung}]\nwar_risk = 0\n"))
        .concat();
    let start = "name = \"Uneven\"\nhorizon_days = 365\n[opening]\nactor = \"north\"\nrung = \"strike-militants\"\n";
    let (north, south) = (actor("north", calm), actor("south", &rogue));
    format!("{start}{north}{south}[dynamics]\nfatigue = 0\ncasualty_salience = 0\n{rungs}")
}

/// A mean that rests on rare long crises is covered, though most runs of few trials meet none of
/// them.
#[test]
fn means_that_rest_on_rare_trials_are_covered() {
    let text = uneven();
    let quantities = [
        Quantity::Acts,
        Quantity::Force,
        Quantity::ForceOpener,
        Quantity::ForceOther,
        Quantity::EndDay,
    ];
    let truth = seeded(&text, 77_777, 100_000);
    let acts = truth.means.of(Quantity::Acts).mean;
    assert!((14.0..17.0).contains(&acts), "{acts}");
    for trials in [1, 12, 30, 100, 300] {
        let (mut missed, mut twin) = ([0; 5], 0);
        for seed in 1..=SEEDS {
            let found = seeded(&text, seed, trials);
            for (missed, quantity) in missed.iter_mut().zip(quantities) {
                let (found, truth) = (found.means.of(quantity), truth.means.of(quantity));
                *missed += u32::from(misses(
                    found.interval,
                    truth.mean,
                    truth.interval.longer_side(truth.mean) / 2.0,
                ));
            }
            // The twin: an interval that reaches no farther up than down.
            let found = found.means.of(Quantity::Acts);
            twin += u32::from(
                found
                    .interval
                    .low()
                    .is_some_and(|low| 2.0 * found.mean - low < acts),
            );
        }
        assert!(
            missed.iter().all(|&missed| missed <= MOST_MISSES),
            "{trials} trials: {missed:?} of {SEEDS} seeds"
        );
        assert!(twin > MOST_MISSES || trials == 300, "{trials}: {twin}");
    }
}
