//! What a ranking shows, in a sentence or two.

use super::doing::Doing;
use super::ties::{alike, others_in_words};
use super::{RankRow, RankWords};
use crate::error::{capitalised, columns, printable};
use crate::numerals::count;
use crate::quantities::Quantity;
use crate::report::cut::begun;
use crate::study::{LeftOut, QuantityMean, RankBy, RankMethod, Ranking};

/// Maximum columns of a claim, of who makes it, and of a theme, in a sentence.
const MOST_CLAIM: usize = 120;
const MOST_VOICE: usize = 60;
const MOST_THEME: usize = 30;
/// Maximum columns of a claim in a title, and the fewest that a clause of it has.
const MOST_CLAUSE: usize = 60;
const LEAST_CLAUSE: usize = 15;

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
            Ranking::LeftOut(left_out) => self.left_out_verdict(left_out, first),
            Ranking::Split(_) => self.split_verdict(),
            Ranking::Numbers(numbers) => self.numbers_verdict(numbers, first),
        }
    }

    /// What the ranking shows as a title: without its full stop, and with claims to the end of their
    /// first clause.
    #[must_use]
    pub fn headline(&self) -> String {
        if let Some(words) = self.nothing_moves() {
            return words;
        }
        let Some(first) = self.rows.first() else {
            return String::new();
        };
        match &self.study.ranking {
            Ranking::LeftOut(left_out) => self.left_out_headline(left_out, first),
            Ranking::Split(_) => self.split_headline(),
            Ranking::Numbers(numbers) => self.numbers_headline(numbers),
        }
    }

    /// What a row does to the quantity.
    pub(super) fn doing(&self, row: &RankRow<'_>) -> Doing {
        let raises = row.raises(self.study.ranking.method());
        Doing::new(self.study.quantity, raises)
    }

    /// How many of those that go the same way do about as much as the first.
    fn alike_with(&self, first: &RankRow<'_>) -> usize {
        let is_same_way = |row: &&RankRow<'_>| (row.value < 0.0) == (first.value < 0.0);
        alike(self.rows.iter().filter(is_same_way))
    }

    fn left_out_verdict(&self, left_out: &LeftOut, first: &RankRow<'_>) -> String {
        let moved = self.without_first(left_out);
        let one = self.one();
        let doing = self.doing(first);
        if left_out.entries.len() + left_out.idle.len() == 1 {
            return format!(
                "The one {one} {}: {}. Without it {moved}.",
                doing.alone(),
                self.named(first)
            );
        }
        let others = others_in_words(self.alike_with(first), ["does", "do"]);
        let others =
            others.map_or_else(String::new, |others| format!(" {}.", capitalised(&others)));
        format!(
            "The {one} that {}: {}. Without it {moved}.{others}",
            doing.most(),
            self.named(first)
        )
    }

    fn left_out_headline(&self, left_out: &LeftOut, first: &RankRow<'_>) -> String {
        let moved = self.without_first(left_out);
        let one = self.one();
        let doing = self.doing(first);
        if left_out.entries.len() + left_out.idle.len() == 1 {
            return format!("The one {one} {}: without it {moved}", doing.alone());
        }
        let others = others_in_words(self.alike_with(first), ["does", "do"]);
        match (others, self.study.by) {
            (None, RankBy::Argument) => format!("Without {}, {moved}", quoted_clause(first)),
            (None, RankBy::Theme) => format!(
                "The theme {} {}: without it {moved}",
                quoted_theme(first),
                doing.most()
            ),
            (Some(others), RankBy::Argument) => {
                format!("Without {}, {moved}; {others}", quoted_clause(first))
            }
            (Some(others), RankBy::Theme) => {
                format!(
                    "Without the theme {}, {moved}; {others}",
                    quoted_theme(first)
                )
            }
        }
    }

    /// "wars rise from 8 to 14 of 100 histories", without the first.
    fn without_first(&self, left_out: &LeftOut) -> String {
        let first = left_out.entries.first();
        first.map_or_else(String::new, |entry| self.moved(&entry.without))
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
            "{} {} {level} in the baseline",
            self.subject.capital(),
            self.subject.verb("are")
        );
        Some(match study.ranking.method() {
            RankMethod::LeaveOut => format!(
                "{as_it_is}, and no {one} by itself moves that by more than these histories can show"
            ),
            RankMethod::Split => {
                format!("{as_it_is}, and no {one} adds or takes more than these histories can show")
            }
            RankMethod::Numbers => format!(
                "{as_it_is}, and a fifth of no {one} moves that by more than these histories can show"
            ),
        })
    }

    /// "wars rise from 8 to 15 of 100 histories".
    fn moved(&self, to: &QuantityMean) -> String {
        self.step(self.study.base.mean, to.mean)
    }

    pub(super) fn step(&self, from: f64, to: f64) -> String {
        if let (Some(who), false) = (self.first_acts(), from == to) {
            let from = self.scale.figure(from);
            return format!("{who} use force in {} instead of {from}", self.level(to));
        }
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

    /// Whose share it is where it is one of first acts.
    const fn first_acts(&self) -> Option<&'static str> {
        match self.study.quantity {
            Quantity::Answer => Some("first answers"),
            Quantity::Opening => Some("first acts"),
            _ => None,
        }
    }

    /// A level of the quantity: "8 of 100 histories".
    pub(super) fn level(&self, value: f64) -> String {
        format!("{}{}", self.scale.figure(value), self.scale.after())
    }

    /// What a row is called in a sentence: a claim in quotation marks and who makes it.
    pub(super) fn named(&self, row: &RankRow<'_>) -> String {
        if let (RankBy::Theme, Some((theme, arguments))) =
            (self.study.by, row.name.rsplit_once(" ("))
        {
            return format!("“{}” ({arguments}", begun(theme, MOST_THEME));
        }
        let name = begun(row.name.trim_end_matches('.'), MOST_CLAIM);
        let is_number = self.study.ranking.method() == RankMethod::Numbers;
        if row.voice.is_empty() || is_number {
            format!("“{name}”")
        } else {
            format!("“{name}” ({})", begun(&row.voice, MOST_VOICE))
        }
    }
}

/// The name of a theme in quotation marks.
pub(super) fn quoted_theme(row: &RankRow<'_>) -> String {
    format!("“{}”", printable(&begun(row.id, MOST_THEME)))
}

/// The first clause of a claim in quotation marks, for a title; its id in words where the clause is
/// too long for one.
pub(super) fn quoted_clause(row: &RankRow<'_>) -> String {
    let clause = clause(&row.name);
    if clause.ends_with('…') {
        return format!("“{}”", printable(&row.id.replace('-', " ")));
    }
    format!("“{clause}”")
}

/// The first clause of a claim.
pub(super) fn clause(claim: &str) -> String {
    let claim = claim.trim_end_matches('.');
    let mut ends = claim.match_indices([',', ':', ';']).map(|(at, _)| at);
    let end = ends.find(|&at| columns(&claim[..at]) >= LEAST_CLAUSE);
    printable(&begun(&claim[..end.unwrap_or(claim.len())], MOST_CLAUSE))
}
