//! What a split among all shows, in a sentence or two.

use super::ties::{alike, others_in_words};
use super::verdicts::{quoted_clause, quoted_theme};
use super::{HUNDRED, RankRow, RankWords};
use crate::numerals::fixed;
use crate::quantities::Quantity;
use crate::study::{RankBy, Ranking};

impl RankWords<'_> {
    /// The quantity without any argument and with all of them: "Without any of the arguments wars are 15 of
    /// 100 histories, with all of them 8"; none where nothing is split.
    #[must_use]
    pub fn none_and_all(&self) -> Option<String> {
        let Ranking::Split(split) = &self.study.ranking else {
            return None;
        };
        let [none, all] = [split.none.mean, self.study.base.mean];
        let [none, all] = if self.study.quantity.is_share() {
            // One place as the parts have it, so that they add up.
            let [none, all] = [none, all].map(|level| fixed(level * HUNDRED, 1));
            [format!("{none} of 100 histories"), all]
        } else {
            [self.level(none), self.scale.figure(all)]
        };
        Some(format!(
            "Without any of the arguments {} {} {none}, with all of them {all}",
            self.subject.words,
            self.subject.verb("are"),
        ))
    }

    /// The one that adds most, and the one that takes most, where they are sure; the one that does
    /// more first.
    fn split_ends(&self) -> Vec<&RankRow<'_>> {
        let sure = self.rows.iter().filter(|row| row.is_sure);
        let adds = sure.clone().position(|row| row.value > 0.0);
        let takes = sure.clone().position(|row| row.value < 0.0);
        let mut places: Vec<usize> = adds.into_iter().chain(takes).collect();
        places.sort_unstable();
        places
            .into_iter()
            .filter_map(|at| sure.clone().nth(at))
            .collect()
    }

    pub(super) fn split_verdict(&self) -> String {
        let mut words = format!("{}.", self.none_and_all().unwrap_or_default());
        for row in self.split_ends() {
            let is_same_way = |other: &&RankRow<'_>| (other.value < 0.0) == (row.value < 0.0);
            let others = alike(self.rows.iter().filter(is_same_way));
            let others = others_in_words(others, ["does", "do"]);
            let others = others.map_or_else(String::new, |others| format!("; {others}"));
            let most = if row.value > 0.0 {
                "Most is added by"
            } else {
                "Most is taken away by"
            };
            words += &format!(
                " {most} {}: {}{others}.",
                self.named(row),
                self.so_much(row)
            );
        }
        words
    }

    /// How much a row adds or takes: "12.2 fewer of 100 histories".
    fn so_much(&self, row: &RankRow<'_>) -> String {
        let figure = row.size();
        let way = self.more_or_fewer(row.value);
        self.by(&format!("{figure} {way}"))
    }

    pub(super) fn split_headline(&self) -> String {
        let ends = self.split_ends();
        let Some(first) = ends.first() else {
            return self.none_and_all().unwrap_or_default();
        };
        let mut words = self.split_part(first, true);
        let other = ends.get(1).filter(|_| self.doing(first).is_short());
        if let Some(other) = other {
            words += &format!("; {}", self.split_part(other, false));
        }
        words
    }

    /// "“Neither country could bear a war” holds war back most: 8.4 fewer of 100 histories".
    fn split_part(&self, row: &RankRow<'_>, is_first: bool) -> String {
        if self.study.by == RankBy::Theme {
            return self.theme_part(row, is_first);
        }
        let size = format!("{} {}", row.size(), self.more_or_fewer(row.value));
        let size = if is_first { self.by(&size) } else { size };
        let who = if is_first {
            quoted_clause(row)
        } else {
            format!("and {}", quoted_clause(row))
        };
        format!("{who} {}: {size}", self.doing(row).most())
    }

    /// "The 3 arguments called “costs” take away 12.0 wars of 100 histories", "the 18 called “deterrence” add 9.8".
    fn theme_part(&self, row: &RankRow<'_>, is_first: bool) -> String {
        let many = row.name.rsplit_once(" (").map_or("", |(_, many)| many);
        let is_one = many == "1 argument)";
        let does = match (row.value > 0.0, is_one) {
            (true, true) => "adds",
            (true, false) => "add",
            (false, true) => "takes away",
            (false, false) => "take away",
        };
        let theme = quoted_theme(row);
        if !is_first {
            let many = many.split_once(' ').map_or(many, |(many, _)| many);
            return format!("the {many} called {theme} {does} {}", row.size());
        }
        let what = if self.study.quantity == Quantity::Wars {
            format!("{} wars", row.size())
        } else {
            row.size().to_owned()
        };
        let many = many.trim_end_matches(')');
        format!("The {many} called {theme} {does} {}", self.by(&what))
    }
}
