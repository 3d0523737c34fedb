//! Severities rise along a ladder.

use crate::error::{Problem, Problems};
use crate::scenario::names::Named;
use crate::scenario::read::text::Spot;

/// Checks that severities rise from 0 to 1; `spot` says where a rung's severity was given. What is
/// wrong with one that is none was reported already.
pub fn check_severities<'s>(
    severities: &[Option<f64>],
    names: &[Named],
    spot: impl Fn(usize) -> &'s Spot,
    problems: &mut Problems,
) {
    if let Some(at) = severities
        .windows(2)
        .position(|pair| matches!(pair, [Some(low), Some(high)] if low >= high))
    {
        let upper = &names[at + 1].id;
        let lower = &names[at].id;
        let message = format!("the severity of rung `{upper}` must be above that of `{lower}`");
        let help = "severities rise from 0, at the foot of the ladder, to 1 at its top";
        problems.push(Problem::new(message).at(spot(at + 1).place()).help(help));
    }
    let ends = [
        (0, severities.first(), 0.0),
        (severities.len().saturating_sub(1), severities.last(), 1.0),
    ];
    for (at, end, severity) in ends {
        if end.copied().flatten().is_some_and(|end| end != severity) {
            let message = format!(
                "the severity of rung `{}`, at an end of the ladder, must be {severity}",
                names[at].id
            );
            let help = "the foot of the ladder is calm, with severity 0; its top is war, with 1";
            problems.push(Problem::new(message).at(spot(at).place()).help(help));
        }
    }
}
