//! Warnings about a `[record]` or `[expected]` that the model cannot produce. It is legal, since a
//! variant may produce it, but probably a mistake.

use crate::error::{Problem, Problems};
use crate::model::{FirstMove, Model};
use crate::numerals::figure;
use crate::scenario::facts::guide::{Band, Guide};
use crate::scenario::facts::record::Record;
use crate::scenario::names::Names;
use crate::scenario::read::tree::{Entry, Node, Value};
use crate::scenario::read::words::listed;
use crate::sim::Outcome;

/// What the resolved scenario excludes.
pub struct Excluded<'m> {
    /// The model.
    pub model: &'m Model,
    /// Its names.
    pub names: &'m Names,
}

impl Excluded<'_> {
    /// Looks at `[record]`: at what the file itself says, since a what-if inherits a record that it
    /// need not meet.
    pub fn record(&self, entries: &[Entry], record: Option<&Record>, warnings: &mut Problems) {
        let Some(record) = record else { return };
        for entry in entries.iter().filter(|entry| entry.node.spot.depth() == 0) {
            let why =
                match entry.key.as_str() {
                    "peak" => record.facts.peak.and_then(|peak| self.peak(peak)),
                    "outcome" => record
                        .facts
                        .outcome
                        .and_then(|outcome| self.outcome(outcome, record.facts.peak)),
                    "first_answer" => record.facts.first_answer.zip(record.facts.peak).and_then(
                        |(answer, peak)| {
                            (answer > peak)
                                .then(|| "the first answer lies above the `peak`".to_owned())
                        },
                    ),
                    "end_day" => record.facts.end_day.and_then(|(from, _)| self.beyond(from)),
                    "acts" => record.acts.iter().find_map(|act| self.beyond(act.day)),
                    _ => None,
                };
            warnings.extend(why.map(|why| {
                Problem::warning(format!("no trial can agree with the record: {why}"))
                    .at(entry.node.spot.place())
                    .help("look at the record, at [opening] and at `horizon_days`")
            }));
        }
    }

    /// Looks at `[expected]`.
    pub fn expected(&self, entries: &[Entry], bands: &[Band], warnings: &mut Problems) {
        for band in bands.iter().filter(|band| band.low > 0.0) {
            let Some(outcome) = band.quantity.outcome() else {
                continue;
            };
            let entry = entries.iter().find(|entry| entry.key == outcome.name());
            warnings.extend(entry.zip(self.outcome(outcome, None)).map(|(entry, why)| {
                Problem::warning(format!("`{}` cannot occur here: {why}", entry.key))
                    .at(entry.spot.place())
                    .help(format!("write `{} = [0, 0]`, or leave it out", entry.key))
            }));
        }
    }

    fn id(&self, rung: usize) -> &str {
        &self.names.rungs[rung].id
    }

    fn first(&self) -> Option<usize> {
        match self.model.first_move {
            FirstMove::Rung(first) => Some(first),
            FirstMove::Choose => None,
        }
    }

    fn peak(&self, peak: usize) -> Option<String> {
        let first = self.first().filter(|&first| peak < first)?;
        Some(format!(
            "its peak lies below the opening, `{}`",
            self.id(first)
        ))
    }

    /// Why a crisis cannot end so, with this peak or with the fixed opening, which no peak lies
    /// below.
    fn outcome(&self, outcome: Outcome, peak: Option<usize>) -> Option<String> {
        let unfit_peak = peak
            .filter(|&peak| !self.may_peak(outcome, peak))
            .map(|rung| ("peak", rung));
        let unfit_first = self
            .first()
            .filter(|&first| !self.may_open(outcome, first))
            .map(|rung| ("opening", rung));
        let (what, rung) = unfit_peak.or(unfit_first)?;
        Some(format!(
            "`{}` does not go with the {what}, `{}`",
            outcome.name(),
            self.id(rung)
        ))
    }

    /// Whether a crisis with this outcome can have this peak.
    fn may_peak(&self, outcome: Outcome, peak: usize) -> bool {
        match outcome {
            Outcome::War => peak == self.model.top(),
            Outcome::LimitedWar => (self.model.limited_war..self.model.top()).contains(&peak),
            _ => self.may_open(outcome, peak),
        }
    }

    /// Whether a crisis that ends so can open on this rung.
    fn may_open(&self, outcome: Outcome, first: usize) -> bool {
        match outcome {
            Outcome::War => true,
            Outcome::LimitedWar => first < self.model.top(),
            Outcome::NoForce => first < self.model.limited_war && !self.model.force[first],
            _ => first < self.model.limited_war,
        }
    }

    fn beyond(&self, day: f64) -> Option<String> {
        let horizon = self.model.horizon_days;
        (day > f64::from(horizon))
            .then(|| format!("day {} lies beyond the horizon of {horizon}", figure(day)))
    }
}

/// Tags in `source` that `[sources]` does not have, and entries there that nothing names; nothing
/// where sources are given in full.
pub fn sources(entries: &[Entry], arguments: &[Entry], guide: &Guide, warnings: &mut Problems) {
    let cited: Vec<(&str, &Node)> = texts_of(arguments, "source").collect();
    let notes: Vec<&str> = texts_of(arguments, "note").map(|(note, _)| note).collect();
    let known: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
    let used: Vec<&str> = cited.iter().flat_map(|(source, _)| tags(source)).collect();
    if !used.iter().any(|tag| known.contains(tag)) {
        return;
    }
    for (source, node) in &cited {
        let lost =
            tags(source).find(|tag| !tag.is_empty() && !tag.contains(' ') && !known.contains(tag));
        warnings.extend(lost.map(|tag| {
            Problem::warning(format!("[sources] has no `{tag}`"))
                .at(node.spot.place())
                .help(format!("it has {}", listed(&known)))
        }));
    }
    let idle = entries.iter().filter(|entry| {
        let tag = entry.key.as_str();
        let is_mentioned = |text: &str| text.contains(tag);
        !used.contains(&tag)
            && !notes.iter().any(|note| is_mentioned(note))
            && !guide.texts().any(is_mentioned)
    });
    warnings.extend(idle.map(|entry| {
        Problem::warning(format!("nothing names the source `{}`", entry.key))
            .at(entry.spot.place())
            .help("name it in the `source` of an argument or in a text, or leave it out")
    }));
}

/// The tags in the source of an argument.
fn tags(source: &str) -> impl Iterator<Item = &str> {
    source.split([';', ',']).map(str::trim)
}

/// The texts of arguments under a key, as they are written.
fn texts_of<'n>(arguments: &'n [Entry], key: &str) -> impl Iterator<Item = (&'n str, &'n Node)> {
    let entries = arguments
        .iter()
        .flat_map(|argument| argument.node.entries());
    entries
        .filter(move |entry| entry.key == key)
        .filter_map(|entry| match &entry.node.value {
            Value::Text(text) => Some((text.as_str(), &entry.node)),
            _ => None,
        })
}
