//! What stands above the rows of a ranking, in tables and charts.

use super::RankWords;
use super::doing::Doing;
use crate::error::columns;
use crate::numerals::fixed;
use crate::study::{RankBy, RankMethod};

/// Words of a quantity that are wider than this have no room above the bars of a chart.
const MOST_NOUN: usize = 12;

/// What stands above the words of a chart, and above its bars to the left and to the right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankHeads {
    /// Above the words.
    pub what: String,
    /// Above the bars to the left.
    pub less: String,
    /// Above the bars to the right.
    pub more: String,
}

impl RankWords<'_> {
    /// What stands above a chart.
    #[must_use]
    pub fn chart_heads(&self) -> RankHeads {
        let one = self.one();
        let what = match self.study.ranking.method() {
            RankMethod::LeaveOut => format!("What each {one} does"),
            RankMethod::Split => format!("What each {one} adds"),
            RankMethod::Numbers => format!("At 20 % less or more: {}", self.numbers_head()),
        };
        let unit = self.unit();
        let what = if unit.is_empty() || self.study.ranking.method() == RankMethod::Numbers {
            what
        } else {
            format!("{what}, {unit}")
        };
        let noun = Some(self.subject.words).filter(|words| columns(words) <= MOST_NOUN);
        let noun = noun.map_or_else(String::new, |words| format!(" {words}"));
        RankHeads {
            what,
            less: format!("← {}{noun}", self.more_or_fewer(-1.0)),
            more: format!("{}{noun} →", self.more_or_fewer(1.0)),
        }
    }

    /// What stands above the rows that raise the quantity, or that lower it, within so many
    /// columns.
    #[must_use]
    pub fn group_head(&self, raises: bool, width: usize) -> String {
        let doing = Doing::new(self.study.quantity, raises);
        let after = self.group_unit(raises);
        let whole = format!("{}. {after}:", doing.head());
        if columns(&whole) <= width {
            return whole;
        }
        format!("{}. {after}:", doing.short_head())
    }

    /// "Without each, so many more of 100 histories", "Each adds so many of 100 histories".
    fn group_unit(&self, raises: bool) -> String {
        let unit = match self.unit().as_str() {
            "" => String::new(),
            unit => format!(" {unit}"),
        };
        let so = if self.is_counted() {
            "so many"
        } else {
            "so much"
        };
        match self.study.ranking.method() {
            RankMethod::LeaveOut => {
                let way = self.more_or_fewer(if raises { -1.0 } else { 1.0 });
                format!("Without each, {so} {way}{unit}")
            }
            RankMethod::Split | RankMethod::Numbers => {
                let does = if raises { "adds" } else { "takes away" };
                format!("Each {does} {so}{unit}")
            }
        }
    }

    /// What stands above the rows of judged numbers: "Full-scale war, of 100; baseline 7.9".
    #[must_use]
    pub fn numbers_head(&self) -> String {
        let unit = match self.unit().trim_end_matches(" histories") {
            "" => String::new(),
            unit => format!(", {unit}"),
        };
        let factor = super::factor(self.study.quantity);
        let places = if self.study.quantity.is_share() { 1 } else { 2 };
        let level = fixed(self.study.base.mean * factor, places);
        format!("{}{unit}; baseline {level}", self.study.quantity.label())
    }

    /// What a theme is, where themes are ranked.
    #[must_use]
    pub fn theme_in_words(&self) -> Option<&'static str> {
        match (self.study.by, self.study.ranking.method()) {
            (RankBy::Theme, RankMethod::LeaveOut) => {
                Some("A theme is all arguments of one kind; all of it are left out together.")
            }
            (RankBy::Theme, _) => Some(
                "A theme is all arguments of one kind. The authors gave it its name; its part is what it adds \
                 on average, beside some or all of the others.",
            ),
            (RankBy::Argument, _) => None,
        }
    }

    /// Whether the quantity is of things that can be counted.
    fn is_counted(&self) -> bool {
        self.subject.is_plural || self.subject.unit == " days"
    }

    /// "more" or "fewer"; "less" of what is not counted.
    pub(super) fn more_or_fewer(&self, value: f64) -> &'static str {
        match (value > 0.0, self.is_counted()) {
            (true, _) => "more",
            (false, true) => "fewer",
            (false, false) => "less",
        }
    }
}
