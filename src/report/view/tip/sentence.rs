//! What was found along an axis, in a sentence or two.

use crate::error::printable;
use crate::numerals::{count, digits, figure, number_to};
use crate::report::layout::plain;
use crate::report::words::{self, Shown, any_of};
use crate::stats::{Interval, Share};
use crate::study::{
    Case, Crossing, Doubt, Reason, Statement, TipStudy, TrialsNeeded, ValueSide, Why,
};

/// The words that the sentences of a tip are made of.
struct Words<'t> {
    study: &'t TipStudy,
    /// What was varied.
    path: String,
    /// What the share is of, in quotation marks.
    name: String,
    /// The value looked for.
    wanted: String,
    /// "relations.trust goes from 0 to 1".
    range: String,
}

/// What was found, in a sentence or two.
pub fn sentence(study: &TipStudy) -> String {
    let words = Words::new(study);
    match study.statement() {
        Statement::Excluded { reasons } => words.excluded(&reasons),
        Statement::Always => words.always(),
        Statement::Unchanged { share, unlike } => words.unchanged(share, unlike),
        Statement::Stays {
            side,
            least,
            greatest,
        } => words.stays(side, least, greatest),
        Statement::Crosses { crossings, unsure } => words.crosses(&crossings, unsure),
        Statement::Open(doubt) => words.open(&doubt),
    }
}

/// Why the inputs exclude it wherever they do.
pub fn why_excluded(reasons: &[Reason]) -> String {
    any_of(reasons).unwrap_or_else(|| "the inputs exclude it".to_owned())
}

impl<'t> Words<'t> {
    fn new(study: &'t TipStudy) -> Self {
        let path = printable(study.axis.path());
        let figures = study.axis.figures();
        let range = format!(
            "{path} goes from {} to {}",
            plain(&figures[0]),
            plain(&figures[figures.len() - 1])
        );
        let name = format!("“{}”", study.quantity.label());
        let wanted = format!("{} %", figure(study.share * 100.0));
        Self {
            study,
            path,
            name,
            wanted,
            range,
        }
    }

    fn excluded(&self, reasons: &[Reason]) -> String {
        let Self { path, name, .. } = self;
        let why = why_excluded(reasons);
        format!(
            "There is no share of {name}, whatever {path} is: it cannot occur here, since {why}."
        )
    }

    fn always(&self) -> String {
        let Self { path, name, .. } = self;
        format!("The share of {name} is 100 %, whatever {path} is: the inputs fix it.")
    }

    fn unchanged(&self, share: Share, unlike: Share) -> String {
        let Self {
            path, name, range, ..
        } = self;
        let trials = self.study.trials;
        let all = words::trials(trials);
        let unlike = words::unlike(unlike, trials);
        let shown = self.level(share);
        format!(
            "In these runs {path} changes nothing: in all of {all} the history is the same as {range}. So of all histories \
             {unlike} can differ. The share of {name} is {shown}."
        )
    }

    fn stays(&self, side: ValueSide, least: Share, greatest: Share) -> String {
        let Self {
            name,
            wanted,
            range,
            ..
        } = self;
        let side = if side == ValueSide::Below {
            "below"
        } else {
            "above"
        };
        let [low, high] = [least, greatest].map(|share| self.extreme(share));
        let stays = format!("Never: as {range}, the share of {name} stays {side} {wanted}");
        if low == high {
            return format!("{stays}: it is {low} at every look.");
        }
        format!("{stays}: from {low} to {}.", high.trim_end_matches(','))
    }

    fn crosses(&self, crossings: &[Crossing], unsure: Option<(f64, f64)>) -> String {
        let Self {
            name,
            wanted,
            range,
            ..
        } = self;
        let least = if unsure.is_some() { "at least " } else { "" };
        let times = match crossings.len() {
            1 => "once".to_owned(),
            2 => "twice".to_owned(),
            more => format!("{more} times"),
        };
        let places: Vec<String> = crossings
            .iter()
            .map(|crossing| self.place(crossing))
            .collect();
        let places = places.join("; ");
        let more = unsure.map_or_else(String::new, |(from, to)| {
            let [from, to] = [from, to].map(|value| self.at(value));
            format!(" Whether it crosses it again from {from} to {to} these runs cannot tell.")
        });
        format!("The share of {name} crosses {wanted} {least}{times} as {range}: {places}.{more}")
    }

    fn open(&self, doubt: &Doubt) -> String {
        let Self {
            name,
            wanted,
            range,
            ..
        } = self;
        let why = self.why(doubt);
        format!(
            "Whether the share of {name} crosses {wanted} as {range} these runs cannot tell: {why}"
        )
    }

    /// A value of the axis in figures.
    fn at(&self, value: f64) -> String {
        plain(&self.study.axis.figure(value))
    }

    /// A share with its interval, as a sentence has it.
    fn level(&self, share: Share) -> String {
        Shown::of(
            &Case {
                share,
                excluded: None,
            },
            self.study.trials,
        )
        .in_words()
    }

    /// The smallest or the largest share of all looks.
    fn extreme(&self, share: Share) -> String {
        match share.interval {
            Interval::Excluded => "0 %, where it cannot occur,".to_owned(),
            Interval::Fixed => "100 %, where the inputs fix it,".to_owned(),
            Interval::Estimated { .. } => self.level(share),
        }
    }

    /// Where a crossing is.
    fn place(&self, crossing: &Crossing) -> String {
        let places = [crossing.at, crossing.low, crossing.high];
        // As many digits as tell the ends from each other, and no more: the runs do not know them.
        let [at, low, high] = places.map(|value| plain(&number_to(value, digits(&places))));
        let way = if crossing.rises { "rises" } else { "falls" };
        if crossing.times == 1 {
            return format!("at {at} ({low} to {high}), where it {way}");
        }
        let times = crossing.times;
        let trials = count(self.study.trials);
        format!(
            "somewhere from {low} to {high}, where it {way} ({trials} trials cross it {times} times there, within their \
             error)"
        )
    }

    /// Why the looks do not tell, and what would.
    fn why(&self, doubt: &Doubt) -> String {
        let Self { path, wanted, .. } = self;
        let [from, to] = [doubt.from, doubt.to].map(|value| self.at(value));
        let span = if from == to {
            format!("at {from}")
        } else {
            format!("from {from} to {to}")
        };
        let more = would_tell(doubt.needs);
        match doubt.why {
            Why::Flat => format!(
                "at every look the share is too close to {wanted} to tell the two apart. {more}."
            ),
            Why::End => format!(
                "{span}, at the end of the range, the share is too close to {wanted}. Extend the range if the input allows \
                 it, or run {}.",
                with_trials(doubt.needs)
            ),
            Why::Touch => format!(
                "{span} the share is too close to {wanted}: it may touch it, or cross it and come back. {more}. If it \
                 only touches it, no number would."
            ),
            Why::Between => format!(
                "the share changes so fast between two looks that it could cross {wanted} and come back between two \
                 looks. Look closer: `--vary '{path}={from}..{to}'`."
            ),
        }
    }
}

/// How many trials would give an answer, as a sentence.
fn would_tell(needs: Option<TrialsNeeded>) -> String {
    match needs {
        Some(TrialsNeeded::About(trials)) => format!("About {} or more would tell", option(trials)),
        Some(TrialsNeeded::MoreThan(trials)) => {
            format!(
                "These runs do not show how many would tell, but more than {}",
                option(trials)
            )
        }
        None => "Only more trials than can be run would tell".to_owned(),
    }
}

/// With how many trials to run it again.
fn with_trials(needs: Option<TrialsNeeded>) -> String {
    match needs {
        Some(TrialsNeeded::About(trials)) => format!("with about {} or more", option(trials)),
        Some(TrialsNeeded::MoreThan(trials)) => format!("with more than {}", option(trials)),
        None => "with more trials".to_owned(),
    }
}

/// The option that asks for so many trials.
fn option(trials: u64) -> String {
    format!("`--trials {}`", count(trials).replace(',', "_"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantities::Quantity;
    use crate::report::render::pretty;
    use crate::report::view::tip::document;
    use crate::scenario::{Scenario, Settings};
    use crate::study::{Answer, Axis, Tip};

    #[test]
    fn a_sentence_ends_after_what_is_fixed() {
        let scenario = Scenario::shipped("iran-pakistan-2024", &Settings::default()).unwrap();
        let axis = Axis::spread("relations.crisis_communication", 0.0, 1.0, 2, false).unwrap();
        let shares = vec![Share::new(90, 100), Share::certain()];
        let tip = Tip {
            answer: Answer::Never(ValueSide::Above),
            shares,
            complete: true,
        };
        let tipped = TipStudy {
            subject: (&scenario).into(),
            seed: 1,
            trials: 100,
            axis,
            quantity: Quantity::War,
            share: 0.1,
            reasons: Vec::new(),
            asked: 2,
            tip,
        };
        assert!(
            sentence(&tipped).ends_with("to 100 %, where the inputs fix it."),
            "{}",
            sentence(&tipped)
        );
        let looks = pretty(&document(&tipped)).unwrap();
        assert_eq!(
            looks.matches("\"reason\": \"the inputs fix it\"").count(),
            1,
            "{looks}"
        );
    }
}
