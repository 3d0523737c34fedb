//! What was found along an axis, in a sentence or two.

use crate::error::printable;
use crate::numerals::{count, digits, figure, near, number_to};
use crate::report::layout::plain;
use crate::report::words::{self, Shown, any_of};
use crate::stats::{Interval, Share};
use crate::study::{
    Case, Crossing, Doubt, Reason, Statement, TipStudy, TrialsNeeded, ValueSide, Why,
};

/// A span whose figures are as rough as a tenth of an interval ([`near`] writes a fortieth).
const TENTHS: f64 = 4.0;

/// The words that the sentences of a tip are made of.
struct Words<'t> {
    study: &'t TipStudy,
    /// What was varied, in words.
    path: String,
    /// What the share is of: "histories with “Limited or full-scale war”".
    name: String,
    /// The value looked for.
    wanted: String,
    /// "trust goes from 0 to 1".
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
        let path = words::path_in_words(study.axis.path(), &study.subject.names);
        let figures = study.axis.figures();
        let range = format!(
            "{path} goes from {} to {}",
            plain(&figures[0]),
            plain(&figures[figures.len() - 1])
        );
        let name = format!("histories with “{}”", study.quantity.label());
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
        format!("There are no {name}, whatever {path} is: it cannot occur here, since {why}.")
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
        let all = count(trials);
        let unlike = words::unlike(unlike, trials);
        let shown = self.level(share);
        format!(
            "In these histories {path} changes nothing: in all {all} of them the course is the same as {range}. So of all histories \
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
        // Which of the two comes first along the axis is not said here: "from ... to" would.
        format!("{stays}: between {low} and {}.", high.trim_end_matches(','))
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
            format!(" Whether it crosses it again from {from} to {to} these histories cannot tell.")
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
            "Whether the share of {name} crosses {wanted} as {range} these histories cannot tell: {why}"
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
        let [at, low, high] = in_figures(crossing);
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
        let wanted = &self.wanted;
        let path = printable(self.study.axis.path()); // as it is typed
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

/// Where a crossing is, and its ends: to about a tenth of what lies between them, since these
/// histories know no more.
fn in_figures(crossing: &Crossing) -> [String; 3] {
    let places = [crossing.at, crossing.low, crossing.high];
    let width = crossing.high - crossing.low;
    places.map(|value| {
        plain(&if width > 0.0 {
            near(value, TENTHS * width)
        } else {
            number_to(value, digits(&places))
        })
    })
}

/// How many trials would give an answer, as a sentence.
fn would_tell(needs: Option<TrialsNeeded>) -> String {
    match needs {
        Some(TrialsNeeded::About(trials)) => format!("About {} or more would tell", option(trials)),
        Some(TrialsNeeded::MoreThan(trials)) => {
            format!(
                "These histories do not show how many would tell, but more than {}",
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
mod tests;
