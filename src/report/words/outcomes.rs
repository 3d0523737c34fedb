//! Outcomes, and the finding of a run, in words.

use crate::quantities::Quantity;
use crate::sim::Outcome;
use crate::stats::Share;
use crate::study::Findings;

/// Of fewer histories nothing is said to be as common as another, or the most common.
pub(super) const FEW: u64 = 100;

/// An outcome as a row's label.
#[must_use]
pub const fn outcome_label(outcome: Outcome) -> &'static str {
    Quantity::of_outcome(outcome).label()
}

/// An outcome as the end of a sentence: "in 62 of 100 histories ...". It does not say that a war
/// grew, since war may have been the first choice.
#[must_use]
pub const fn outcome_clause(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NoForce => "no force is used",
        Outcome::OneSided => "only one side strikes",
        Outcome::OneRound => "each side strikes once and it ends there",
        Outcome::SeveralRounds => "there is more than one round, but no war",
        Outcome::LimitedWar => "it comes to a limited war",
        Outcome::War => "it comes to full-scale war",
        Outcome::Unresolved => "it is still going on at the horizon",
    }
}

/// An outcome of a run as the end of a sentence, with other words if the opening itself is war.
pub(super) fn clause(findings: &Findings, outcome: Outcome) -> &'static str {
    let no_limited_war = findings.outcome(Outcome::LimitedWar).excluded.is_some();
    let no_short_end = findings.outcome(Outcome::SeveralRounds).excluded.is_some();
    match outcome {
        Outcome::War if no_limited_war => "it is war from the start",
        Outcome::LimitedWar if no_short_end => "it stays the limited war that it is from the start",
        Outcome::War if no_short_end => "the limited war of the start grows into full-scale war",
        other => outcome_clause(other),
    }
}

/// The finding of a run in one sentence, without a full stop, with a frequency of the caller's: "62
/// of 100 histories", or of as many as the rows of a table.
#[must_use]
pub fn headline_with(findings: &Findings, how_often: &str) -> String {
    let outcome = findings.most_common();
    let first = format!("In {how_often} {}", clause(findings, outcome));
    let rivals = rivals(findings, outcome);
    match rivals.as_slice() {
        [] => first,
        _ if findings.trials < FEW => {
            format!("{first}; too few histories to tell what is most common")
        }
        [rival] => format!("{first}; about as often {}", clause(findings, *rival)),
        _ => format!("{first}; other ends are about as common"),
    }
}

/// The outcomes that may be as common as the most common.
pub(super) fn rivals(findings: &Findings, most: Outcome) -> Vec<Outcome> {
    let first = findings.outcome(most).share;
    let mut rivals: Vec<Outcome> = Outcome::ALL.into();
    rivals.retain(|&other| other != most && may_equal(findings.outcome(other).share, first));
    rivals
}

/// Whether a share may be as large as a larger one: its interval reaches that of the other.
pub(super) fn may_equal(share: Share, larger: Share) -> bool {
    match (share.interval.high(), larger.interval.low()) {
        (Some(high), Some(low)) => high >= low,
        _ => false,
    }
}
