//! Where a share crosses a value: as a table, as JSON and as CSV.

use serde_json::{Value, json};

use super::csv::{Table, cells};
use super::json as of;
use super::layout::{line, paragraph, plain};
use crate::error::{Error, printable};
use crate::scenario::{Scenario, figure};
use crate::sim::STREAM_VERSION;
use crate::stats::{Interval, Lack, Share};
use crate::study::words::{INTERVALS, PURPOSE, SHARED_LUCK, count, digits, number_to};
use crate::study::{Axis, Crossing};
use crate::tally::Quantity;

/// What was looked for, and what was found.
pub struct Tipped<'t> {
    /// In which scenario.
    pub scenario: &'t Scenario,
    /// On which seed.
    pub seed: u64,
    /// Trials at each look.
    pub trials: u64,
    /// Along what.
    pub axis: &'t Axis,
    /// The share of what.
    pub quantity: Quantity,
    /// The value looked for.
    pub share: f64,
    /// Where it is crossed.
    pub crossings: &'t [Crossing],
    /// The share at each look along the axis.
    pub shares: &'t [Share],
}

/// The table, ending in a newline.
#[must_use]
pub fn table(tipped: &Tipped<'_>) -> String {
    let mut text = String::new();
    paragraph(&mut text, 0, &printable(&super::title(tipped.scenario)));
    line(&mut text, PURPOSE);
    let head = format!("{} trials at each look, seed {}. {INTERVALS}", count(tipped.trials), tipped.seed);
    paragraph(&mut text, 0, &head);
    line(&mut text, &format!("\nShare of {}, along {}", tipped.quantity.name(), printable(tipped.axis.path())));
    for (value, share) in tipped.axis.values().iter().zip(tipped.shares).step_by(5) {
        let shown = share.share * 100.0;
        let words = match (share.interval, share.interval.ends()) {
            (Interval::Excluded, _) => "cannot occur".to_owned(),
            (Interval::Fixed, _) => format!("{shown:>6.2} %   the inputs fix it"),
            (Interval::Estimated { .. }, Some((low, high))) => {
                format!("{shown:>6.2} %   {:.2} to {:.2} %", low * 100.0, high * 100.0)
            }
            (Interval::Estimated { .. }, None) => {
                format!("{shown:>6.2} %   {}", share.interval.lack().map_or("", Lack::words))
            }
        };
        line(&mut text, &format!("  {:>12}  {words}", plain(&tipped.axis.figure(*value))));
    }
    text.push('\n');
    paragraph(&mut text, 0, &sentence(tipped));
    paragraph(&mut text, 0, SHARED_LUCK);
    text
}

/// What was found, in a sentence or two.
fn sentence(tipped: &Tipped<'_>) -> String {
    let (path, name) = (printable(tipped.axis.path()), tipped.quantity.name());
    let wanted = format!("{} %", figure(tipped.share * 100.0));
    let figures = tipped.axis.figures();
    let (from, to) = (plain(&figures[0]), plain(&figures[figures.len() - 1]));
    let at = |crossing: &Crossing| {
        let places = [crossing.at, crossing.low, crossing.high];
        // As many digits as tell the ends from each other, and no more: the runs do not know them.
        let ([at, low, high], times) = (places.map(|value| plain(&number_to(value, digits(&places)))), crossing.times);
        let way = |rises| if rises { "rises" } else { "falls" };
        match crossing.rises {
            Some(rises) if times == 1 => format!("at {at} ({low} to {high}), where it {}", way(rises)),
            Some(rises) => format!(
                "somewhere from {low} to {high}, where it {}; that these runs cross it {times} times there is within their error",
                way(rises)
            ),
            None => format!(
                "perhaps from {low} to {high}, where these runs cross it and come back, which is within their error"
            ),
        }
    };
    let same = tipped.shares.windows(2).all(|pair| pair[0].share == pair[1].share);
    match tipped.crossings {
        [] if tipped.shares.iter().all(|share| share.interval.is_excluded()) => {
            format!("The inputs exclude it: there is no share of {name} to vary with {path}.")
        }
        [] if same => {
            let share = tipped.shares.first().map_or(0.0, |share| share.share * 100.0);
            format!("Never: {path} changes nothing here. The share of {name} is {share:.2} % from {from} to {to}.")
        }
        [] => {
            let shares = tipped.shares.iter().map(|share| share.share * 100.0);
            let (low, high) =
                shares.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), share| (low.min(share), high.max(share)));
            let near = tipped.shares.iter().any(|share| {
                share.interval.ends().is_some_and(|(low, high)| low <= tipped.share && tipped.share <= high)
            });
            let near =
                if near { " At some looks the interval holds it: more trials could find a crossing." } else { "" };
            format!(
                "Never: between {from} and {to} of {path} the share of {name} stays between {low:.2} and {high:.2} %, and does not cross {wanted}.{near}"
            )
        }
        [one] if one.rises.is_none() => {
            format!("Not for sure: the share of {name} crosses {wanted} {}.", at(one))
        }
        [one] => format!("The share of {name} crosses {wanted} once as {path} goes from {from} to {to}: {}.", at(one)),
        many => {
            let places: Vec<String> = many.iter().map(at).collect();
            format!(
                "The share of {name} crosses {wanted} more than once as {path} goes from {from} to {to}: {}.",
                places.join("; ")
            )
        }
    }
}

/// The document, ending in a newline.
///
/// # Errors
/// None that a finished tip can cause.
pub fn json(tipped: &Tipped<'_>) -> Result<String, Error> {
    let looks = tipped.axis.values().iter().zip(tipped.shares).map(|(value, share)| {
        let [share, low, high] = share.figures();
        json!({ "value": value, "share": share, "low": low, "high": high })
    });
    let crossings = tipped.crossings.iter().map(
        |crossing| json!({ "value": crossing.at, "low": crossing.low, "high": crossing.high, "rises": crossing.rises, "times": crossing.times }),
    );
    of::pretty(&json!({
        "purpose": PURPOSE,
        "scenario": { "name": tipped.scenario.name, "source": tipped.scenario.source, "changes": tipped.scenario.changes, "sha256": tipped.scenario.digest() },
        "seed": tipped.seed,
        "seed_text": tipped.seed.to_string(),
        "stream_version": STREAM_VERSION,
        "trials": tipped.trials,
        "path": tipped.axis.path(),
        "outcome": tipped.quantity.name(),
        "share": tipped.share,
        "crossings": crossings.collect::<Vec<Value>>(),
        "looks": looks.collect::<Vec<Value>>(),
    }))
}

/// The share at each look, a line each.
///
/// # Errors
/// None that a finished tip can cause.
pub fn csv(tipped: &Tipped<'_>) -> Result<Vec<u8>, Error> {
    let mut table = Table::new(&[tipped.axis.path(), "quantity", "share", "low", "high", "trials", "purpose"])?;
    for (value, share) in tipped.axis.values().iter().zip(tipped.shares) {
        let [share, low, high] = cells(share.figures());
        let (name, trials) = (tipped.quantity.name(), tipped.trials.to_string());
        table.line(&[&value.to_string(), name, &share, &low, &high, &trials, PURPOSE])?;
    }
    table.finish()
}
