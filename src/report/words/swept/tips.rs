//! Where a share crosses a value, as a title.

use super::axes::AxisWords;
use super::crossings::{crossing_in_words, place, way};
use super::scale::ValueScale;
use super::subjects::SentenceSubject;
use crate::error::capitalised;
use crate::numerals::{count, figure, number_to};
use crate::report::words::any_of;
use crate::report::words::frequencies::histories;
use crate::stats::Share;
use crate::study::{Crossing, Doubt, Statement, TipStudy, ValueSide, Why};

/// The value that is looked for is said of as many histories at least.
const LEAST: u64 = 100;
/// More crossings than these are counted, and not named one by one.
const MOST_NAMED: usize = 3;

/// The axis of a tip in words.
#[must_use]
pub fn tip_axis(study: &TipStudy) -> AxisWords {
    AxisWords::new(&study.axis, &study.subject.names, &study.base)
}

/// The scale for the numbers of a tip: one on which the value that was looked for is a whole number.
#[must_use]
pub fn tip_scale(study: &TipStudy) -> ValueScale {
    // A value that is looked for is no count of trials, however few there are.
    ValueScale::told(
        study.quantity,
        study.trials.max(LEAST),
        &[study.share],
        false,
    )
}

/// The value that was looked for: "5", of as many histories as the scale has.
#[must_use]
pub fn level_in_words(study: &TipStudy) -> String {
    let exact = study.share * tip_scale(study).factor();
    figure(if (exact - exact.round()).abs() < 1e-9 {
        exact.round()
    } else {
        exact
    })
}

/// Where a share crosses a value, in one sentence without a full stop.
#[must_use]
pub fn tip_headline(study: &TipStudy) -> String {
    let title = TipTitle::new(study);
    match study.statement() {
        Statement::Open(_) if study.trials == 1 => {
            "One history was run at each point, which shows no rule".to_owned()
        }
        Statement::Excluded { reasons } => {
            let why = any_of(&reasons).map_or_else(String::new, |why| format!(": {why}"));
            let label = study.quantity.label();
            format!(
                "“{label}” cannot occur here, whatever {} is{why}",
                title.axis.in_sentence()
            )
        }
        Statement::Always => format!(
            "{} are in all histories, whatever {} is: the inputs fix it",
            title.subject.capital(),
            title.axis.in_sentence()
        ),
        Statement::Unchanged { share, .. } => title.nothing(share),
        Statement::Stays {
            side,
            least,
            greatest,
        } => title.stays(side, [least, greatest]),
        Statement::Crosses { crossings, unsure } => title.crosses(&crossings, unsure),
        Statement::Open(doubt) => title.open(&doubt),
    }
}

/// What a title of a tip speaks of.
struct TipTitle<'s> {
    study: &'s TipStudy,
    axis: AxisWords,
    subject: SentenceSubject,
    scale: ValueScale,
    /// "5 of 100 histories".
    level: String,
}

impl<'s> TipTitle<'s> {
    fn new(study: &'s TipStudy) -> Self {
        Self {
            study,
            axis: tip_axis(study),
            subject: SentenceSubject::of(study.quantity),
            scale: tip_scale(study),
            level: format!("{}{}", level_in_words(study), tip_scale(study).after()),
        }
    }

    fn nothing(&self, share: Share) -> String {
        format!(
            "{} {} none of {} histories: {} are {}{} throughout",
            capitalised(&self.axis.in_sentence()),
            self.axis.verb("change"),
            count(self.study.trials),
            self.subject.words,
            self.scale.figure(share.share),
            self.scale.after()
        )
    }

    fn stays(&self, side: ValueSide, extremes: [Share; 2]) -> String {
        let side = match side {
            ValueSide::Below => "below",
            ValueSide::Above => "above",
        };
        let [least, most] = extremes.map(|share| self.scale.figure(share.share));
        let range = if least == most {
            least
        } else {
            format!("between {least} and {most}")
        };
        format!(
            "{} stay {side} {}, whatever {} is: {range}",
            self.subject.capital(),
            self.level,
            self.axis.in_sentence()
        )
    }

    fn crosses(&self, crossings: &[Crossing], unsure: Option<(f64, f64)>) -> String {
        let again = match unsure {
            Some((from, to)) if from == to => {
                format!(", and perhaps cross it again at {}", self.axis.figure(from))
            }
            Some((from, to)) => format!(
                ", and perhaps cross it again from {} to {}",
                self.axis.figure(from),
                self.axis.figure(to)
            ),
            None => String::new(),
        };
        let name = self.axis.in_sentence();
        let subject = self.subject.capital();
        let Self { level, .. } = self;
        match crossings {
            [only] => {
                let place = place(only);
                format!(
                    "{subject} {} {level} as {name} {} {place}{again}",
                    way(only),
                    self.passes()
                )
            }
            [first, .., last] if crossings.len() > MOST_NAMED => format!(
                "As {name} {}, {} cross {level} {} times between {} and {}{again}",
                self.axis.verb("rise"),
                self.subject.words,
                crossings.len(),
                number_to(first.low, 2),
                number_to(last.high, 2)
            ),
            [first, rest @ ..] => {
                let mut words = format!(
                    "As {name} {}, {} {} {level} at {}",
                    self.axis.verb("rise"),
                    self.subject.words,
                    way(first),
                    crossing_in_words(first)
                );
                for next in rest {
                    words += &format!(", {} it at {}", way(next), crossing_in_words(next));
                }
                words + &again
            }
            [] => format!("{subject} cross {level}"),
        }
    }

    /// "passes", where the axis is one thing.
    fn passes(&self) -> &'static str {
        if self.axis.verb("rise").ends_with('s') {
            "passes"
        } else {
            "pass"
        }
    }

    /// Whether one end of the axis is surely below the value, and the other above.
    fn is_between_ends(&self) -> bool {
        let shares = &self.study.tip.shares;
        let sides = [shares.first(), shares.last()]
            .map(|share| share.and_then(|share| side(share, self.study.share)));
        match sides {
            [Some(one), Some(other)] => one != other,
            _ => false,
        }
    }

    fn open(&self, doubt: &Doubt) -> String {
        let [from, to] = [doubt.from, doubt.to].map(|value| self.axis.figure(value));
        let name = self.axis.in_sentence();
        let span = if from == to {
            format!("at {name} {from}")
        } else {
            format!("from {name} {from} to {to}")
        };
        let Self { level, subject, .. } = self;
        let histories = histories(self.study.trials);
        match doubt.why {
            // Where it changes so fast, the place is known.
            Why::Flat | Why::End | Why::Touch if self.is_between_ends() => format!(
                "{} cross {level} somewhere as {}: {histories} at each point are too few to say where",
                subject.capital(),
                self.axis.rises()
            ),
            Why::Flat => format!(
                "{} stay too close to {level} to say more, whatever {name} is",
                subject.capital()
            ),
            Why::End => format!("{} reach {level} only {span}, if at all", subject.capital()),
            Why::Touch => format!("{} reach {level} {span}, if at all", subject.capital()),
            Why::Between => format!(
                "{} change so fast {span} that they may cross {level} unseen between two points",
                subject.capital()
            ),
        }
    }
}

/// On which side of a value a share surely is; none where its interval holds the value.
fn side(share: &Share, value: f64) -> Option<ValueSide> {
    let (low, high) = share.interval.ends()?;
    match value {
        _ if high < value => Some(ValueSide::Below),
        _ if low > value => Some(ValueSide::Above),
        _ => None,
    }
}
