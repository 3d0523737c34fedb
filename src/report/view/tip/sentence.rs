//! What was found along an axis, in a sentence or two.

use super::looks::why_excluded;
use crate::error::printable;
use crate::numerals::{count, digits, figure, number_to};
use crate::report::layout::plain;
use crate::report::words::{self, Shown};
use crate::stats::{Interval, Share};
use crate::study::{Answer, Case, Crossing, Doubt, Needs, Side, TipStudy, Why};

/// What was found, in a sentence or two.
pub fn sentence(tipped: &TipStudy) -> String {
    let (path, name) = (printable(tipped.axis.path()), format!("“{}”", tipped.quantity.label()));
    let wanted = format!("{} %", figure(tipped.share * 100.0));
    let figures = tipped.axis.figures();
    let range = format!("{path} goes from {} to {}", plain(&figures[0]), plain(&figures[figures.len() - 1]));
    match &tipped.tip.answer {
        Answer::Excluded => {
            let why = why_excluded(tipped);
            format!("There is no share of {name}, whatever {path} is: it cannot occur here, since {why}.")
        }
        Answer::Always => format!("The share of {name} is 100 %, whatever {path} is: the inputs fix it."),
        Answer::Unchanged => {
            let shown = tipped.tip.shares.first().map_or_else(String::new, |&share| level(share, tipped.trials));
            let (all, unlike) = (words::trials(tipped.trials), words::unlike(tipped.trials));
            format!(
                "In these runs {path} changes nothing: in all of {all} the history is the same as {range}. So of all histories \
                 {unlike} can differ. The share of {name} is {shown}."
            )
        }
        Answer::Never(side) => {
            let side = if *side == Side::Below { "below" } else { "above" };
            let [low, high] = [f64::min, f64::max].map(|pick| extreme(tipped, pick));
            if low == high {
                return format!(
                    "Never: as {range}, the share of {name} stays {side} {wanted}: it is {low} at every look."
                );
            }
            format!(
                "Never: as {range}, the share of {name} stays {side} {wanted}: from {low} to {}.",
                high.trim_end_matches(',')
            )
        }
        Answer::Crosses { crossings, unsure } => {
            let least = if unsure.is_some() { "at least " } else { "" };
            let times = match crossings.len() {
                1 => "once".to_owned(),
                2 => "twice".to_owned(),
                more => format!("{more} times"),
            };
            let places: Vec<String> = crossings.iter().map(|crossing| place(tipped, crossing)).collect();
            let more = unsure.map_or_else(String::new, |(from, to)| {
                format!(
                    " Whether it crosses it again from {} to {} these runs cannot tell.",
                    at(tipped, from),
                    at(tipped, to)
                )
            });
            format!("The share of {name} crosses {wanted} {least}{times} as {range}: {}.{more}", places.join("; "))
        }
        Answer::CannotTell(doubt) => {
            format!(
                "Whether the share of {name} crosses {wanted} as {range} these runs cannot tell: {}",
                why(tipped, doubt, &wanted)
            )
        }
    }
}

/// A value of the axis in figures.
fn at(tipped: &TipStudy, value: f64) -> String {
    plain(&tipped.axis.figure(value))
}

/// A share with its interval, as a sentence has it.
fn level(share: Share, trials: u64) -> String {
    Shown::of(&Case { share, excluded: None }, trials).in_words()
}

/// The least or the greatest share of all looks.
fn extreme(tipped: &TipStudy, pick: fn(f64, f64) -> f64) -> String {
    let most = tipped
        .tip
        .shares
        .iter()
        .copied()
        .reduce(|one, other| if pick(one.share, other.share) == one.share { one } else { other });
    most.map_or_else(String::new, |share| match share.interval {
        Interval::Excluded => "0 %, where it cannot occur,".to_owned(),
        Interval::Fixed => "100 %, where the inputs fix it,".to_owned(),
        Interval::Estimated { .. } => level(share, tipped.trials),
    })
}

/// Where a crossing is.
fn place(tipped: &TipStudy, crossing: &Crossing) -> String {
    let places = [crossing.at, crossing.low, crossing.high];
    // As many digits as tell the ends from each other, and no more: the runs do not know them.
    let [at, low, high] = places.map(|value| plain(&number_to(value, digits(&places))));
    let way = if crossing.rises { "rises" } else { "falls" };
    if crossing.times == 1 {
        return format!("at {at} ({low} to {high}), where it {way}");
    }
    let (times, trials) = (crossing.times, count(tipped.trials));
    format!(
        "somewhere from {low} to {high}, where it {way} ({trials} trials cross it {times} times there, within their error)"
    )
}

/// Why the looks do not tell, and what would.
fn why(tipped: &TipStudy, doubt: &Doubt, wanted: &str) -> String {
    let [from, to] = [doubt.from, doubt.to].map(|value| at(tipped, value));
    let span = if from == to { format!("at {from}") } else { format!("from {from} to {to}") };
    let path = printable(tipped.axis.path());
    let option = |trials: u64| format!("`--trials {}`", count(trials).replace(',', "_"));
    let (more, trials) = match doubt.needs {
        Some(Needs::About(needs)) => {
            let trials = option(needs);
            (format!("About {trials} or more would tell"), format!("with about {trials} or more"))
        }
        Some(Needs::MoreThan(least)) => {
            let trials = option(least);
            (
                format!("These runs do not show how many would tell, but more than {trials}"),
                format!("with more than {trials}"),
            )
        }
        None => ("Only more trials than can be run would tell".to_owned(), "with more trials".to_owned()),
    };
    match doubt.why {
        Why::Flat => format!("at every look the share is too close to {wanted} to tell the two apart. {more}."),
        Why::End => format!(
            "{span}, at the end of the range, the share is too close to {wanted}. Extend the range if the input allows it, or \
             run {trials}."
        ),
        Why::Touch => format!(
            "{span} the share is too close to {wanted}: it may touch it, or cross it and come back. {more}. If it \
             only touches it, no number would."
        ),
        Why::Between => format!(
            "the share changes so fast between two looks that it could cross {wanted} and come back between two looks. Look closer: `--vary '{path}={from}..{to}'`."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantities::Quantity;
    use crate::report::render::pretty;
    use crate::report::view::tip::document;
    use crate::scenario::{Scenario, Settings};
    use crate::study::{Axis, Tip};

    #[test]
    fn a_sentence_ends_after_what_is_fixed() {
        let scenario = Scenario::shipped("iran-pakistan-2024", &Settings::default()).unwrap();
        let axis = Axis::spread("relations.channel", 0.0, 1.0, 2, false).unwrap();
        let shares = vec![Share::new(90, 100), Share::certain()];
        let tip = Tip { answer: Answer::Never(Side::Above), shares, complete: true };
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
        assert!(sentence(&tipped).ends_with("to 100 %, where the inputs fix it."), "{}", sentence(&tipped));
        let looks = pretty(&document(&tipped)).unwrap();
        assert_eq!(looks.matches("\"reason\": \"the inputs fix it\"").count(), 1, "{looks}");
    }
}
