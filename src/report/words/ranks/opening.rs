//! What explains an opening that is given.

use super::RankWords;
use super::verdicts::clause;
use crate::error::printable;
use crate::numerals::nearest;
use crate::study::{OpeningRank, Ranking};

impl RankWords<'_> {
    /// Why the opening happens at all, where it is given: how often the opener would use force by
    /// its own choice, and without which argument that changes most. None where there is nothing of
    /// that.
    #[must_use]
    pub fn opening(&self) -> Option<String> {
        let short = self.opening_in_short()?;
        let opening = self.of_opening()?;
        let first = opening.entries.first();
        let first = first.filter(|entry| entry.difference.is_sure());
        let without = first.map_or_else(String::new, |entry| {
            format!(
                "; without “{}”, in {}",
                clause(if entry.player.claim.is_empty() {
                    &entry.player.id
                } else {
                    &entry.player.claim
                }),
                of_openings(entry.without.mean)
            )
        });
        Some(format!("{short}{without}."))
    }

    /// As [`Self::opening`], without the argument and without the full stop.
    #[must_use]
    pub fn opening_in_short(&self) -> Option<String> {
        let opening = self.of_opening()?;
        let names = &self.study().subject.names;
        let opener = printable(&names.actors[0].label);
        let many = self.so_many(opening.entries.len());
        let explain = if opening.entries.len() == 1 {
            "explains"
        } else {
            "explain"
        };
        let share = of_openings(opening.base.mean);
        Some(format!(
            "{many} {explain} the opening, which is given here: where {opener} may choose, it opens with \
             force in {share} of 100 histories"
        ))
    }

    const fn of_opening(&self) -> Option<&OpeningRank> {
        match &self.study().ranking {
            Ranking::LeftOut(left_out) => left_out.opening.as_ref(),
            Ranking::Split(_) | Ranking::Numbers(_) => None,
        }
    }
}

/// A share of openings, of a hundred histories.
fn of_openings(share: f64) -> String {
    match nearest(share * 100.0) as u64 {
        0 if share > 0.0 => "under 1".to_owned(),
        figure if figure >= 100 && share < 1.0 => "over 99".to_owned(),
        figure => figure.to_string(),
    }
}
