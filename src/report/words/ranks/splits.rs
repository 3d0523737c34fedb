//! What a split among all shows, in a sentence or two.

use super::ties::{alike, others_in_words};
use super::verdicts::quoted_theme;
use super::{RankRow, RankWords};
use crate::study::{RankBy, Ranking};

impl RankWords<'_> {
    /// The quantity without any argument and with all of them: "Without any of the arguments wars are 15 of
    /// 100 histories, with all of them 8"; none where nothing is split.
    #[must_use]
    pub fn none_and_all(&self) -> Option<String> {
        let Ranking::Split(split) = &self.study.ranking else {
            return None;
        };
        Some(format!(
            "Without any of the arguments {} {} {}, with all of them {}",
            self.subject.words,
            self.subject.verb("are"),
            self.level(split.none.mean),
            self.scale.figure(self.study.base.mean)
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
        let figure = row.figure.trim_start_matches(['+', '−']);
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

    /// "one argument holds war back most: 8.4 fewer of 100 histories".
    fn split_part(&self, row: &RankRow<'_>, is_first: bool) -> String {
        let figure = row.figure.trim_start_matches(['+', '−']);
        let size = format!("{figure} {}", self.more_or_fewer(row.value));
        let size = if is_first { self.by(&size) } else { size };
        let who = match (self.study.by, is_first) {
            (RankBy::Theme, true) => format!("The theme {}", quoted_theme(row)),
            (RankBy::Theme, false) => quoted_theme(row),
            (RankBy::Argument, true) => "One argument".to_owned(),
            (RankBy::Argument, false) => "another".to_owned(),
        };
        format!("{who} {}: {size}", self.doing(row).most())
    }
}
