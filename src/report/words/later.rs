//! Crises after the first one, where they change what a run came to.

use super::counted::Counted;
use crate::error::uncapitalised;
use crate::quantities::Quantity;
use crate::study::Findings;

/// The least share of histories with a war in later crises alone that is worth a sentence.
const LEAST: f64 = 0.005;

/// Whether later crises bring wars that the first crisis does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Later {
    /// Some histories see a war in a later crisis only.
    Matters,
    /// None, or too few for a sentence.
    HardlyMatters,
}

/// Whether later crises bring wars that the first crisis does not.
#[must_use]
pub fn later(findings: &Findings) -> Later {
    let any = findings.means.of(Quantity::AnyWar);
    let more = any.mean - findings.wars().share.share;
    if any.excluded.is_none() && more >= LEAST {
        Later::Matters
    } else {
        Later::HardlyMatters
    }
}

impl Later {
    /// How many histories see a war in any crisis; none where that hardly differs from the first.
    #[must_use]
    pub fn sentence(self, findings: &Findings, counted: &Counted) -> Option<String> {
        if self == Self::HardlyMatters {
            return None;
        }
        let share = findings.means.of(Quantity::AnyWar).mean;
        let often = counted.how_often(counted.part(share), share);
        Some(format!("With later crises, it comes to war in {often}."))
    }

    /// A title on the first crisis, which says so where later ones matter.
    #[must_use]
    pub fn of_the_first(self, title: String) -> String {
        match self {
            Self::Matters => format!("First crisis: {}", uncapitalised(&title)),
            Self::HardlyMatters => title,
        }
    }
}

/// How many histories see a war in any crisis, without a full stop: what stands below a title on the
/// first crisis.
#[must_use]
pub fn with_later_crises(findings: &Findings) -> Option<String> {
    let sentence = later(findings).sentence(findings, &Counted::new(findings))?;
    Some(format!("{} histories", sentence.trim_end_matches('.')))
}
