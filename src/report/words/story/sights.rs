//! What an actor sees of an act, in a sentence.

use super::{Teller, hundredths};
use crate::sim::Sight;

/// A smaller difference is not worth a word.
const WORTH: f64 = 0.02;

impl Teller<'_> {
    /// How an act reached the actor that has to answer it.
    pub(super) fn sight(self, sight: &Sight) -> String {
        let who = self.actor(sight.side);
        let seen = hundredths(sight.provocation);
        let meant = hundredths(sight.severity);
        let amends = if sight.amends {
            format!(" {} makes amends.", self.actor(sight.side.opponent()))
        } else {
            String::new()
        };
        let seen = if seen == meant {
            format!("{who} sees an act of {seen}, as it was meant.")
        } else {
            format!(
                "{who} sees an act of {seen} where {meant} was meant{}.",
                why(sight)
            )
        };
        format!("{seen}{amends}")
    }
}

/// Why an act looks as it does: what was suffered, and what fog and suspicion made of that.
fn why(sight: &Sight) -> String {
    let hurt = sight.harm - sight.severity;
    let fog = sight.provocation - sight.harm;
    // Where fog adds nothing, what is suffered is what is seen.
    let harm = if fog.abs() > WORTH {
        format!(", {}", hundredths(sight.harm))
    } else {
        String::new()
    };
    let hurts = match hurt {
        _ if hurt > WORTH => Some(format!("it hurts more{harm}")),
        _ if hurt < -WORTH => Some(format!("it hurts less{harm}")),
        _ => None,
    };
    let looks = match fog {
        _ if fog > WORTH => Some("fog and suspicion make it look worse"),
        _ if fog < -WORTH => Some("through the fog it looks milder"),
        _ => None,
    };
    match (hurts, looks) {
        (Some(hurts), Some(looks)) if (hurt > 0.0) == (fog > 0.0) => {
            format!(": {hurts}, and {looks}")
        }
        (Some(hurts), Some(looks)) => format!(": {hurts}, but {looks}"),
        (Some(hurts), None) => format!(": {hurts}"),
        (None, Some(looks)) => format!(": {looks}"),
        (None, None) => String::new(),
    }
}
