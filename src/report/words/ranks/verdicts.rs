//! What a ranking shows, in a sentence or two.

use super::{RankRow, RankWords};
use crate::error::printable;
use crate::numerals::count;
use crate::study::{OpeningRank, QuantityMean, RankMethod, Ranking};

impl RankWords<'_> {
    /// What the ranking shows, in a sentence or two, with who says what.
    #[must_use]
    pub fn verdict(&self) -> String {
        if let Some(words) = self.nothing_moves() {
            return format!("{words}.");
        }
        let Some(first) = self.rows.first() else {
            return String::new();
        };
        match &self.study.ranking {
            Ranking::LeftOut(left_out) => {
                let without = left_out.entries.first().map(|entry| entry.without);
                let moved = without.map_or_else(String::new, |without| self.moved(&without));
                format!(
                    "The {} that carries most: {}. Without it {moved}.",
                    self.one(),
                    named(first)
                )
            }
            Ranking::Split(_) => self.split_verdict(),
            Ranking::Numbers(numbers) => {
                let many = count(numbers.len() as u64);
                format!(
                    "Of {many} numbers that somebody judged, the one that matters most is {} - {}. \
                     {} {} {} as it is.",
                    named(first),
                    first.range,
                    self.subject.capital(),
                    self.subject.verb("are"),
                    self.level(self.study.base.mean)
                )
            }
        }
    }

    /// What the ranking shows as a title: without its full stop, and without claims, which are too
    /// long for one.
    #[must_use]
    pub fn headline(&self) -> String {
        if let Some(words) = self.nothing_moves() {
            return words;
        }
        let Some(first) = self.rows.first() else {
            return String::new();
        };
        match &self.study.ranking {
            Ranking::LeftOut(left_out) => {
                let without = left_out.entries.first().map(|entry| entry.without);
                let moved = without.map_or_else(String::new, |without| self.moved(&without));
                format!("One {} carries most: without it {moved}", self.one())
            }
            Ranking::Split(_) => self.split_headline(first),
            Ranking::Numbers(_) => format!(
                "A fifth more or less of one number moves {} by {}, and no other number moves {} more",
                self.subject.words,
                self.by(first.figure.trim_start_matches(['+', '−', '-'])),
                if self.subject.is_plural { "them" } else { "it" },
            ),
        }
    }

    /// What is said where nothing surely moves the quantity; none where something does.
    fn nothing_moves(&self) -> Option<String> {
        let study = self.study;
        let one = self.one();
        if self.rows.is_empty() {
            let all = count(study.trials);
            return Some(match study.trials {
                1 => format!("Left out by itself, no {one} changes the one history that was run"),
                _ => format!("Left out by itself, no {one} changes any of {all} histories"),
            });
        }
        let is_still = self.rows.iter().all(|row| row.value == 0.0);
        if let (Some(reason), true) = (study.base.excluded, is_still) {
            let label = study.quantity.label();
            return Some(format!("“{label}” cannot occur here: {}", reason.words()));
        }
        if self.rows.iter().any(|row| row.is_sure) {
            return None;
        }
        let level = self.level(study.base.mean);
        let as_it_is = format!(
            "{} {} {level} as it is",
            self.subject.capital(),
            self.subject.verb("are")
        );
        Some(match study.ranking.method() {
            RankMethod::LeaveOut => format!(
                "{as_it_is}, and no {one} by itself moves that by more than these histories can show"
            ),
            RankMethod::Split => format!(
                "{as_it_is}, and no {one} adds or takes more than these histories can show"
            ),
            RankMethod::Numbers => format!(
                "{as_it_is}, and a fifth of no {one} moves that by more than these histories can show"
            ),
        })
    }

    /// "wars rise from 8 to 15 of 100 histories".
    fn moved(&self, to: &QuantityMean) -> String {
        self.from_to(self.study.base.mean, to.mean)
    }

    fn from_to(&self, from: f64, to: f64) -> String {
        let way = match to.total_cmp(&from) {
            std::cmp::Ordering::Less => "fall",
            std::cmp::Ordering::Greater => "rise",
            std::cmp::Ordering::Equal => {
                let stay = self.subject.verb("stay");
                return format!("{} {stay} at {}", self.subject.words, self.level(to));
            }
        };
        format!(
            "{} {} from {} to {}",
            self.subject.words,
            self.subject.verb(way),
            self.scale.figure(from),
            self.level(to)
        )
    }

    /// A level of the quantity: "8 of 100 histories".
    fn level(&self, value: f64) -> String {
        format!("{}{}", self.scale.figure(value), self.scale.after())
    }

    fn from_none(&self) -> String {
        let none = match &self.study.ranking {
            Ranking::Split(split) => split.none.mean,
            Ranking::LeftOut(_) | Ranking::Numbers(_) => self.study.base.mean,
        };
        self.from_to(none, self.study.base.mean)
    }

    /// The one that adds most, and the one that takes most, where they are sure.
    fn split_ends(&self) -> [Option<&RankRow<'_>>; 2] {
        let mut sure = self.rows.iter().filter(|row| row.is_sure);
        let adds = sure.clone().find(|row| row.value > 0.0);
        let takes = sure.find(|row| row.value < 0.0);
        [adds, takes]
    }

    fn split_verdict(&self) -> String {
        let [adds, takes] = self.split_ends();
        let adds = adds.map(|row| {
            let size = self.by(row.figure.trim_start_matches('+'));
            format!(" Most is added by {}: {size}.", named(row))
        });
        let takes = takes.map(|row| {
            let size = row.figure.trim_start_matches(['−', '-']);
            format!(" Most is taken away by {}: {}.", named(row), self.by(size))
        });
        format!(
            "From none of the arguments to all of them {}.{}{}",
            self.from_none(),
            adds.unwrap_or_default(),
            takes.unwrap_or_default()
        )
    }

    fn split_headline(&self, first: &RankRow<'_>) -> String {
        let size = first.figure.trim_start_matches(['+', '−', '-']);
        let does = if first.value < 0.0 {
            "takes away most"
        } else {
            "adds most"
        };
        format!(
            "From no argument to all, {}; one {} {does}, {size}",
            self.from_none(),
            self.one()
        )
    }

    /// Why the opening happens at all, where it is given: how often the opener would use force by
    /// its own choice, and without which argument least or most often. None where there is nothing
    /// of that.
    #[must_use]
    pub fn opening(&self) -> Option<String> {
        let Ranking::LeftOut(left_out) = &self.study.ranking else {
            return None;
        };
        let opening = left_out.opening.as_ref()?;
        let names = &self.study.subject.names;
        let opener = printable(&names.actors[0].label);
        let many = self.so_many(opening.entries.len());
        let explain = if opening.entries.len() == 1 {
            "explains"
        } else {
            "explain"
        };
        let share = self.of_openings(opening, opening.base.mean);
        let first = opening.entries.first();
        let first = first.filter(|entry| entry.difference.is_sure());
        let without = first.map_or_else(String::new, |entry| {
            let claim = printable(entry.player.claim.trim().trim_end_matches('.'));
            format!(
                "; without “{claim}”, in {}",
                self.of_openings(opening, entry.without.mean)
            )
        });
        Some(format!(
            "{many} {explain} the opening, which is given here. Where {opener} may choose, it opens \
             with force in {share} of 100 histories{without}."
        ))
    }

    /// A share of openings, of a hundred histories.
    fn of_openings(&self, opening: &OpeningRank, share: f64) -> String {
        let figure = crate::numerals::nearest(share * 100.0) as u64;
        if figure == 0 && share > 0.0 {
            "under 1".to_owned()
        } else if opening.base.excluded.is_some() {
            "0".to_owned()
        } else {
            figure.to_string()
        }
    }
}

/// What a row is called in a sentence: a claim in quotation marks and who makes it.
fn named(row: &RankRow<'_>) -> String {
    let name = row.name.trim_end_matches('.');
    if row.who.is_empty() {
        return format!("“{name}”");
    }
    if row.who.starts_with("in “") {
        return format!("“{name}”, {}", row.who);
    }
    format!("“{name}” ({})", row.who)
}
