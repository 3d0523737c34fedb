//! What is varied, in words: its name, what its ends stand for, and where the scenario stands.

use super::super::inputs::path_in_words;
use crate::error::{capitalised, printable};
use crate::numerals::number;
use crate::parameters::{self, Parameter};
use crate::scenario::Names;
use crate::study::{Axis, Standing, SweepStudy};

/// What the weight of an argument stands for.
const WEIGHT: &str = "0 left out; 1 in full";
/// What is said of both actors.
const BOTH: &str = " (both)";

/// A number that is varied, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisWords {
    /// Its name: "fear of losing control (both)".
    name: String,
    /// What the argument claims whose weight it is; empty where it is none.
    claim: String,
    parameter: Option<&'static Parameter>,
    is_weight: bool,
    axis: Axis,
}

/// What a value stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchor {
    /// The value.
    pub value: f64,
    /// "no contact", "usual".
    pub words: &'static str,
}

impl AxisWords {
    /// Those of an axis.
    #[must_use]
    pub fn new(axis: &Axis, names: &Names, base: &Standing) -> Self {
        let path = axis.path();
        let is_weight = path.starts_with("arguments.");
        let name = match path.strip_prefix("arguments.") {
            Some("*") => "weight of all arguments".to_owned(),
            Some(id) => format!("weight of the argument “{}”", printable(id)),
            None => path_in_words(path, names),
        };
        Self {
            name,
            claim: printable(base.claim.trim().trim_end_matches('.')),
            parameter: parameters::find(path)
                .into_iter()
                .find(|found| found.is_at(path)),
            is_weight,
            axis: axis.clone(),
        }
    }

    /// Its name beside the axis; an argument goes by what it claims.
    #[must_use]
    pub fn label(&self) -> String {
        if let Some(name) = self.name.strip_suffix(BOTH) {
            format!("{}, the same on both sides", capitalised(name))
        } else if self.claim.is_empty() {
            capitalised(&self.name)
        } else {
            format!("Weight of: “{}”", self.claim)
        }
    }

    /// Its name where there is little room.
    #[must_use]
    pub fn short_label(&self) -> String {
        capitalised(&self.name)
    }

    /// Its name within a sentence.
    #[must_use]
    pub fn in_sentence(&self) -> String {
        match self.name.strip_suffix(BOTH) {
            Some(name) => format!("{name} on both sides"),
            None if self.is_weight => format!("the {}", self.name),
            None => self.name.clone(),
        }
    }

    /// A verb that agrees with it: names of parameters are singular.
    #[must_use]
    pub fn verb(&self, plural: &str) -> String {
        format!("{plural}s")
    }

    /// "As crisis communication rises from none to perfect".
    #[must_use]
    pub fn rises(&self) -> String {
        self.rises_between(self.low(), self.high())
    }

    /// "As crisis communication rises from 0.2 to perfect": over a part of it.
    #[must_use]
    pub fn rises_between(&self, low: f64, high: f64) -> String {
        format!(
            "{} {} from {} to {}",
            self.in_sentence(),
            self.verb("rise"),
            self.end(low),
            self.end(high)
        )
    }

    /// The least value.
    #[must_use]
    pub fn low(&self) -> f64 {
        let values = self.axis.values().iter().copied();
        values.fold(f64::INFINITY, f64::min)
    }

    /// The greatest value.
    #[must_use]
    pub fn high(&self) -> f64 {
        let values = self.axis.values().iter().copied();
        values.fold(f64::NEG_INFINITY, f64::max)
    }

    /// A value at an end, in a sentence: "none" where there is none of it, "full" where there can
    /// be no more of it.
    #[must_use]
    pub fn end(&self, value: f64) -> String {
        let ends = match self.parameter {
            Some(parameter) if parameter.unit == "chance" => {
                (parameter.min, parameter.max, "never", "always")
            }
            Some(parameter) if parameter.key == "crisis_communication" => {
                (parameter.min, parameter.max, "none", "perfect")
            }
            Some(parameter) => (parameter.min, parameter.max, "none", "full"),
            None if self.is_weight => (0.0, 1.0, "none", "full"),
            None => return self.axis.figure(value),
        };
        match ends {
            (0.0, _, none, _) if value == 0.0 => none.to_owned(),
            (0.0, 1.0, _, full) if value == 1.0 => full.to_owned(),
            _ => self.axis.figure(value),
        }
    }

    /// What values within the range stand for, from the least.
    #[must_use]
    pub fn anchors(&self) -> Vec<Anchor> {
        let anchors = match self.parameter {
            Some(parameter) => parameter.anchors,
            None if self.is_weight => WEIGHT,
            None => "",
        };
        let range = self.low()..=self.high();
        anchors
            .split("; ")
            .filter_map(anchor)
            .filter(|anchor| range.contains(&anchor.value))
            .collect()
    }

    /// How far a value is on the way between two others, as the axis is drawn.
    #[must_use]
    pub fn part(&self, from: f64, to: f64, value: f64) -> f64 {
        if self.axis.is_log() {
            libm::log(value / from) / libm::log(to / from)
        } else {
            (value - from) / (to - from)
        }
    }

    /// What a value stands for: "no contact", "usual"; at an end "perfect" or "full".
    #[must_use]
    pub fn means(&self, value: f64) -> Option<String> {
        let anchors = self.anchors();
        if let Some(anchor) = anchors.iter().find(|anchor| anchor.value == value) {
            return Some(anchor.words.to_owned());
        }
        let is_end = value == self.low() || value == self.high();
        let words = self.end(value);
        if is_end && words != self.figure(value) {
            return Some(words);
        }
        let most = self.parameter.map(|parameter| parameter.max);
        (most == Some(value)).then(|| "the most".to_owned())
    }

    /// A value of the axis in figures.
    #[must_use]
    pub fn figure(&self, value: f64) -> String {
        self.axis.figure(value)
    }

    /// Where the scenario stands: "baseline: Iran 0.3, Pakistan 0.6". `is_readable` says
    /// whether a name can be shown. None where that is not known, or where the curve says it.
    #[must_use]
    pub fn own(&self, base: &Standing, is_readable: impl Fn(&str) -> bool) -> Option<String> {
        let several = base.values.len() > 1;
        if base.values.is_empty() {
            return None;
        }
        let figures = base.values.iter().map(|own| {
            let figure = number(own.value);
            if several && is_readable(&own.of) {
                format!("{} {figure}", printable(&own.of))
            } else {
                figure
            }
        });
        let beyond = match base.single() {
            Some(value) if !(self.low()..=self.high()).contains(&value) => ", beyond this range",
            _ => "",
        };
        let figures = figures.collect::<Vec<_>>().join(", ");
        Some(format!("baseline: {figures}{beyond}"))
    }
}

/// The axes of a sweep in words.
#[must_use]
pub fn axes_in_words(study: &SweepStudy) -> Vec<AxisWords> {
    let sweep = &study.sweep;
    let names = &study.subject.names;
    sweep
        .axes
        .iter()
        .zip(&sweep.base)
        .map(|(axis, base)| AxisWords::new(axis, names, base))
        .collect()
}

/// "0.3 is usual" as a value and its words.
fn anchor(written: &'static str) -> Option<Anchor> {
    let (value, words) = written.split_once(' ')?;
    let words = words.strip_prefix("is ").unwrap_or(words);
    Some(Anchor {
        value: value.parse().ok()?,
        words: words.strip_suffix(", as is usual").unwrap_or(words),
    })
}

#[cfg(test)]
mod tests;
