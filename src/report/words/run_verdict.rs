//! What a run came to, in a sentence or two: how most histories end, and how many end in war.
//! Limited and full-scale war stand together, since what matters most may be split over the two.

use super::counted::Counted;
use super::later::{Later, later};
use super::outcomes::{FEW, clause, headline_with};
use crate::error::uncapitalised;
use crate::numerals::count;
use crate::sim::Outcome;
use crate::stats::Interval;
use crate::study::{Case, Findings};

/// A way in which the opening crisis may end, wars together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Peace(Outcome),
    Wars,
}

impl End {
    /// All of them; wars last, so that of two that are equally common wars lead.
    const ALL: [Self; 6] = [
        Self::Peace(Outcome::NoForce),
        Self::Peace(Outcome::OneSided),
        Self::Peace(Outcome::OneRound),
        Self::Peace(Outcome::SeveralRounds),
        Self::Peace(Outcome::Unresolved),
        Self::Wars,
    ];

    fn case(self, findings: &Findings) -> Case {
        match self {
            Self::Peace(outcome) => *findings.outcome(outcome),
            Self::Wars => findings.wars(),
        }
    }

    fn share(self, findings: &Findings) -> f64 {
        self.case(findings).share.share
    }

    const fn number(self, counted: &Counted) -> u64 {
        match self {
            Self::Peace(outcome) => counted.outcome(outcome),
            Self::Wars => counted.wars(),
        }
    }

    fn clause(self, findings: &Findings) -> &'static str {
        match self {
            Self::Peace(outcome) => clause(findings, outcome),
            Self::Wars if cannot_occur(Outcome::LimitedWar, findings) => {
                "it comes to full-scale war"
            }
            Self::Wars if cannot_occur(Outcome::War, findings) => "it comes to a limited war",
            Self::Wars => "it comes to war, limited or full",
        }
    }

    /// The most common of some.
    fn most_common(ends: impl Iterator<Item = Self>, findings: &Findings) -> Option<Self> {
        ends.max_by(|one, other| one.share(findings).total_cmp(&other.share(findings)))
    }
}

fn cannot_occur(outcome: Outcome, findings: &Findings) -> bool {
    findings.outcome(outcome).excluded.is_some()
}

/// What a run came to: one sentence, or two.
#[must_use]
pub fn run_verdict(findings: &Findings) -> Vec<String> {
    let counted = Counted::new(findings);
    if cannot_occur(Outcome::SeveralRounds, findings) && findings.wars().share.share >= 1.0 {
        return war_from_the_start(findings, &counted);
    }
    let Some(lead) = End::most_common(End::ALL.into_iter(), findings) else {
        return Vec::new();
    };
    let rivals: Vec<End> = rivals(lead, findings).collect();
    let later = later(findings);
    let beginning = beginning(lead, findings, &counted);
    let beginning = match later {
        Later::Matters => format!("The first crisis: {}", uncapitalised(&beginning)),
        Later::HardlyMatters => beginning,
    };
    let first = format!(
        "{beginning} {}{}.",
        lead.clause(findings),
        tie(&rivals, findings)
    );
    let is_said = matches!(rivals.as_slice(), [End::Wars]) && findings.trials >= FEW;
    let second = if is_said {
        None
    } else {
        second(lead, findings, &counted)
    };
    let later = later.sentence(findings, &counted);
    std::iter::once(first).chain(second).chain(later).collect()
}

/// Where the opening itself is a war.
fn war_from_the_start(findings: &Findings, counted: &Counted) -> Vec<String> {
    let most = findings.most_common();
    let share = findings.outcome(most).share.share;
    let first = if share >= 1.0 {
        format!("In every history {}", clause(findings, most))
    } else {
        let often = counted.how_often(counted.outcome(most), share);
        headline_with(findings, &format!("{often} histories"))
    };
    vec![format!("{first}.")]
}

/// How the sentence of the most common end begins.
fn beginning(lead: End, findings: &Findings, counted: &Counted) -> String {
    let case = lead.case(findings);
    let share = case.share.share;
    match case.share.interval {
        Interval::Fixed => "In every history".to_owned(),
        _ if share >= 1.0 && findings.trials == 1 => "In the one history that was run".to_owned(),
        _ if share >= 1.0 => format!("In all {} histories", count(findings.trials)),
        _ => {
            let number = lead.number(counted);
            format!(
                "In {} of {}",
                counted.figure(number, share),
                counted.histories()
            )
        }
    }
}

/// The ends whose intervals reach that of the most common.
fn rivals(lead: End, findings: &Findings) -> impl Iterator<Item = End> {
    let case = lead.case(findings);
    let low = case.share.interval.ends().map(|(low, _)| low);
    let low = low.filter(|_| case.share.share < 1.0);
    End::ALL.into_iter().filter(move |end| {
        let ends = end.case(findings).share.interval.ends();
        *end != lead && low.zip(ends).is_some_and(|(low, (_, high))| high >= low)
    })
}

/// What is said where others may be as common.
fn tie(rivals: &[End], findings: &Findings) -> String {
    match rivals {
        [] => String::new(),
        _ if findings.trials < FEW => "; too few histories to tell what is most common".to_owned(),
        [rival] => format!("; about as often {}", rival.clause(findings)),
        _ => "; other ends are about as common".to_owned(),
    }
}

/// How many end in war; where wars lead, how many end in what is most common beside them.
fn second(lead: End, findings: &Findings, counted: &Counted) -> Option<String> {
    let other = if lead == End::Wars {
        End::most_common(
            End::ALL.into_iter().filter(|end| *end != End::Wars),
            findings,
        )?
    } else {
        End::Wars
    };
    let case = other.case(findings);
    if lead == End::Wars && case.share.share <= 0.0 {
        return None;
    }
    if let Some(reason) = case.excluded {
        return Some(format!("War cannot occur here: {}.", reason.words()));
    }
    if case.share.share <= 0.0 {
        return Some(match findings.trials {
            1 => "It comes to no war.".to_owned(),
            trials => format!("None of the {} comes to war.", count(trials)),
        });
    }
    let often = counted.how_often(other.number(counted), case.share.share);
    Some(format!("In {often} {}.", other.clause(findings)))
}

#[cfg(test)]
mod tests {
    use super::super::counted::testing::findings;
    use super::*;

    #[test]
    fn a_verdict_is_a_sentence_or_two() {
        for (outcomes, says) in [
            (
                [0, 9_976, 68_819, 13_372, 6_090, 1_743, 0],
                "In 69 of 100 histories each side strikes once and it ends there. In 8 of 100 it comes to war, limited or full.",
            ),
            (
                [0, 8_000, 34_000, 10_000, 28_000, 20_000, 0],
                "In 48 of 100 histories it comes to war, limited or full. In 34 of 100 each side strikes once and it ends there.",
            ),
            (
                [0, 0, 20_000, 0, 0, 0, 0],
                "In all 20,000 histories each side strikes once and it ends there. None of the 20,000 comes to war.",
            ),
            (
                [0, 50_000, 50_000, 0, 0, 0, 0],
                "In 50 of 100 histories each side strikes once and it ends there; about as often only one side strikes. \
                 None of the 100,000 comes to war.",
            ),
            (
                [0, 0, 1, 0, 0, 0, 0],
                "In the one history that was run each side strikes once and it ends there. It comes to no war.",
            ),
            (
                [0, 2, 3, 0, 0, 1, 0],
                "In 3 of 6 histories each side strikes once and it ends there; too few histories to tell what is most \
                 common. In 1 of 6 it comes to war, limited or full.",
            ),
            (
                [0, 0, 0, 0, 0, 0, 30_000],
                "In all 30,000 histories it is still going on at the horizon. None of the 30,000 comes to war.",
            ),
        ] {
            assert_eq!(run_verdict(&findings(outcomes)).join(" "), says);
        }
    }

    /// Wars lead where they are as common as the most common end, though each of the two is rarer.
    #[test]
    fn wars_lead_together() {
        let words = run_verdict(&findings([0, 0, 40_000, 20_000, 20_000, 20_000, 0]));
        assert!(
            words[0].starts_with("In 40 of 100 histories it comes to war"),
            "{words:?}"
        );
    }
}
