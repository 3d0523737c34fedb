//! What a ranking shows, in a sentence or two.

use super::ties::{alike, capital_number};
use super::{RankRow, RankWords};
use crate::error::printable;
use crate::numerals::{count, nearest};
use crate::report::cut::shortened;
use crate::study::{Difference, MovedNumber, QuantityMean, RankBy, RankMethod, Ranking};

/// Maximum columns of a claim, of who makes it, and of a theme, in a sentence.
const MOST_CLAIM: usize = 120;
const MOST_VOICE: usize = 60;
const MOST_THEME: usize = 30;
/// Of a claim about the opening, which stands beside another.
const MOST_OPENING: usize = 56;

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
                let others = match alike(left_out) {
                    0 => String::new(),
                    1 => " Another carries about as much.".to_owned(),
                    many => format!(" {} others carry about as much.", count(many as u64)),
                };
                format!(
                    "The {} that carries most: {}. Without it {moved}.{others}",
                    self.one(),
                    named(first)
                )
            }
            Ranking::Split(_) => self.split_verdict(),
            Ranking::Numbers(numbers) => {
                let many = count(numbers.len() as u64);
                format!(
                    "Of {many} numbers that somebody judged, the one that matters most is {}: a fifth less, \
                     and {}; a fifth more, and {}.",
                    named(first),
                    self.moved_by(numbers.first().map(|number| &number.less)),
                    self.moved_by(numbers.first().map(|number| &number.more)),
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
                match alike(left_out) {
                    0 => format!("One {} carries most: without it {moved}", self.one()),
                    others => format!(
                        "{} {}s carry most, about alike: without the first {moved}",
                        capital_number(others + 1),
                        self.one()
                    ),
                }
            }
            Ranking::Split(_) => self.split_headline(first),
            Ranking::Numbers(numbers) => {
                let number = numbers.first();
                let way = match number {
                    Some(number) if std::ptr::eq(number.widest(), &raw const number.less) => "less",
                    _ => "more",
                };
                let moved = self.moved_by(number.map(MovedNumber::widest));
                format!("One judged number matters most: a fifth {way} of it, and {moved}")
            }
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

    /// "wars fall from 8 to 2 of 100 histories", where something changes them.
    fn moved_by(&self, difference: Option<&Difference>) -> String {
        let base = self.study.base.mean;
        let change = difference.map_or(0.0, |difference| difference.value);
        self.step(base, base + change)
    }

    fn step(&self, from: f64, to: f64) -> String {
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

    /// "wars are 14 of 100 histories, with all of them 8", after "without any of the arguments".
    fn none_and_all(&self) -> [String; 2] {
        let none = match &self.study.ranking {
            Ranking::Split(split) => split.none.mean,
            Ranking::LeftOut(_) | Ranking::Numbers(_) => self.study.base.mean,
        };
        [self.level(none), self.scale.figure(self.study.base.mean)]
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
        let [none, all] = self.none_and_all();
        format!(
            "{} {} {none} without any of the arguments, and {all} with all of them.{}{}",
            self.subject.capital(),
            self.subject.verb("are"),
            adds.unwrap_or_default(),
            takes.unwrap_or_default()
        )
    }

    fn split_headline(&self, first: &RankRow<'_>) -> String {
        let does = if first.value < 0.0 {
            "takes away most"
        } else {
            "adds most"
        };
        let who = match self.study.by {
            RankBy::Argument => "one argument".to_owned(),
            RankBy::Theme => format!("“{}”", printable(&shortened(first.id, MOST_THEME))),
        };
        let [none, all] = self.none_and_all();
        format!(
            "Without the arguments {} {} {none}, with them {all}; {who} {does}",
            self.subject.words,
            self.subject.verb("are"),
        )
    }

    /// Why the opening happens at all, where it is given: how often the opener would use force by
    /// its own choice, and without which argument that changes most. None where there is nothing of
    /// that.
    #[must_use]
    pub fn opening(&self) -> Option<String> {
        let short = self.opening_in_short()?;
        let Ranking::LeftOut(left_out) = &self.study.ranking else {
            return None;
        };
        let opening = left_out.opening.as_ref()?;
        let first = opening.entries.first();
        let first = first.filter(|entry| entry.difference.is_sure());
        let without = first.map_or_else(String::new, |entry| {
            let claim = printable(entry.player.claim.trim().trim_end_matches('.'));
            format!(
                "; without “{}”, in {}",
                shortened(&claim, MOST_OPENING),
                of_openings(entry.without.mean)
            )
        });
        Some(format!("{short}{without}."))
    }

    /// As [`Self::opening`], without the argument and without the full stop.
    #[must_use]
    pub fn opening_in_short(&self) -> Option<String> {
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
        let share = of_openings(opening.base.mean);
        Some(format!(
            "{many} {explain} the opening, which is given here: where {opener} may choose, it opens with \
             force in {share} of 100 histories"
        ))
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

/// What a row is called in a sentence: a claim in quotation marks and who makes it.
fn named(row: &RankRow<'_>) -> String {
    let name = shortened(row.name.trim_end_matches('.'), MOST_CLAIM);
    if row.voice.is_empty() {
        format!("“{name}”")
    } else {
        format!("“{name}” ({})", shortened(&row.voice, MOST_VOICE))
    }
}
