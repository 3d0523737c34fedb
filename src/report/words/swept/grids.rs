//! The finding of a sweep over two axes: a direction or a contrast, not one of many cells.

use super::axes::{AxisWords, axes_in_words};
use super::corners::{Corners, HARDLY};
use super::lines::Lines;
use super::scale::{ValueScale, span};
use super::subjects::SentenceSubject;
use super::ways::{short_way, way, way_of, with};
use crate::numerals::count;
use crate::study::{Point, SweepStudy};

/// From so many trials on a change that they do not show is hardly one.
const MANY: u64 = 1_000;
/// Corners that span less than this part of all cells do not say what the grid shows.
const CORNERS: f64 = 0.6;

/// The scale of the cells of a grid: the same in tables and charts.
#[must_use]
pub fn grid_scale(study: &SweepStudy) -> ValueScale {
    let sweep = &study.sweep;
    let shown = sweep.points.iter().filter(|point| point.can_occur());
    let values: Vec<f64> = shown.map(|point| point.shown).collect();
    ValueScale::of_cells(study.quantity, study.trials, &values, is_sure(study))
}

/// Whether the least cell and the greatest surely differ.
fn is_sure(study: &SweepStudy) -> bool {
    let compared = study.sweep.compared.first();
    compared.is_some_and(|pair| pair.is_sure)
}

/// Headline of a map, with the number of cells in which the case cannot occur.
pub fn over(study: &SweepStudy) -> String {
    let points = &study.sweep.points;
    let excluded = points.iter().filter(|point| !point.can_occur()).count();
    let sentence = finding(study);
    if excluded == 0 {
        return sentence;
    }
    format!(
        "{sentence}; in {} of {} cells it cannot occur",
        count(excluded as u64),
        count(points.len() as u64)
    )
}

fn finding(study: &SweepStudy) -> String {
    let axes = axes_in_words(study);
    let [across, up] = axes.as_slice() else {
        return SentenceSubject::of(study.quantity).capital();
    };
    let grid = Grid {
        study,
        across,
        up,
        subject: SentenceSubject::of(study.quantity),
        scale: grid_scale(study),
    };
    grid.sentence()
}

/// What a title of a grid speaks of.
struct Grid<'s> {
    study: &'s SweepStudy,
    across: &'s AxisWords,
    up: &'s AxisWords,
    subject: SentenceSubject,
    scale: ValueScale,
}

impl Grid<'_> {
    fn sentence(&self) -> String {
        let points = &self.study.sweep.points;
        let shown: Vec<f64> = points
            .iter()
            .filter(|point| point.can_occur())
            .map(|point| point.shown)
            .collect();
        let is_sure = is_sure(self.study);
        let trials = self.study.trials;
        if trials == 1 {
            return format!(
                "One history was run at each point, which shows no rule: {}",
                self.range(&shown)
            );
        }
        let is_hardly = span(&shown) <= 0.0 || self.scale.is_hardly_apart(&shown);
        if is_hardly && (is_sure || trials >= MANY) {
            return self.hardly(&shown);
        }
        if !is_sure {
            return format!(
                "{} histories in each cell cannot show a difference: {}",
                count(trials),
                self.range(&shown)
            );
        }
        self.direction(&shown)
            .unwrap_or_else(|| self.highest(&shown))
    }

    /// What the corners show, where all cells bear it out: a contrast, one axis, or both.
    fn direction(&self, shown: &[f64]) -> Option<String> {
        let upward = Lines::of(&self.study.sweep)?;
        let sideways = upward.turned();
        let corners = upward.corners()?;
        if span(&corners.all()) < CORNERS * span(shown) {
            return None;
        }
        let across = corners.across();
        let up = corners.up();
        if up.most() < HARDLY * across.most() {
            let holds =
                sideways.all_go(across.mean() > 0.0) && upward.most_span() < HARDLY * across.most();
            return holds.then(|| self.one_axis(self.across, self.up, corners));
        }
        if across.most() < HARDLY * up.most() {
            let holds = upward.all_go(up.mean() > 0.0) && sideways.most_span() < HARDLY * up.most();
            return holds.then(|| self.one_axis(self.up, self.across, corners.turned()));
        }
        let stops_up = up.least() < HARDLY * up.most();
        let stops_across = across.least() < HARDLY * across.most();
        match (stops_up, stops_across) {
            (true, _) => upward
                .bear_out(up)
                .then(|| self.contrast(self.across, self.up, corners)),
            (false, true) => sideways
                .bear_out(across)
                .then(|| self.contrast(self.up, self.across, corners.turned())),
            (false, false) => (across.mean() * up.mean() != 0.0
                && sideways.all_go(across.mean() > 0.0)
                && upward.all_go(up.mean() > 0.0))
            .then(|| self.both(corners)),
        }
    }

    /// That one axis moves it, and the other hardly does.
    fn one_axis(&self, moves: &AxisWords, other: &AxisWords, corners: Corners) -> String {
        let low = f64::midpoint(corners.low_low, corners.low_high);
        let high = f64::midpoint(corners.high_low, corners.high_high);
        let way = if high < low { "fall" } else { "rise" };
        format!(
            "{} {} from about {} to {}{} as {}; {} moves it less",
            self.subject.capital(),
            self.subject.verb(way),
            self.scale.figure(low),
            self.scale.figure(high),
            self.scale.after(),
            moves.rises(),
            other.in_sentence()
        )
    }

    /// That at one end of an axis the other does less: what it does at both, in figures, since whether
    /// it does anything at the first was not tried.
    fn contrast(&self, gate: &AxisWords, other: &AxisWords, corners: Corners) -> String {
        let at_high = corners.up().at_high.abs() < corners.up().at_low.abs();
        let low = [corners.low_low, corners.low_high];
        let high = [corners.high_low, corners.high_high];
        let [quiet, loud] = if at_high { [high, low] } else { [low, high] };
        let [quiet_at, loud_at] = if at_high {
            [gate.high(), gate.low()]
        } else {
            [gate.low(), gate.high()]
        };
        let [less_from, less_to] = quiet.map(|value| self.scale.figure(value));
        let subject = self.subject;
        let less = if less_from == less_to {
            format!("they {} at {less_to}", subject.verb("stay"))
        } else {
            let way = way_of(quiet);
            format!("they {} from {less_from} to {less_to}", subject.verb(way))
        };
        let less = if subject.is_plural {
            less
        } else {
            less.replacen("they", "it", 1)
        };
        let [from, to] = loud.map(|value| self.scale.figure(value));
        let of_other = format!(" as {}", short_way(other));
        format!(
            "With {}, {} {} from {from} to {to}{}{of_other}; with {}, {less}",
            with(gate, loud_at),
            subject.words,
            subject.verb(way_of(loud)),
            self.scale.after(),
            with(gate, quiet_at),
        )
    }

    /// That both axes move it.
    fn both(&self, corners: Corners) -> String {
        let across = corners.across().mean();
        let up = corners.up().mean();
        let most = match (across > 0.0, up > 0.0) {
            (true, true) => corners.high_high,
            (true, false) => corners.high_low,
            (false, true) => corners.low_high,
            (false, false) => corners.low_low,
        };
        let least = match (across > 0.0, up > 0.0) {
            (true, true) => corners.low_low,
            (true, false) => corners.low_high,
            (false, true) => corners.high_low,
            (false, false) => corners.high_high,
        };
        format!(
            "{} {} from {} to {}{} as {} and {}",
            self.subject.capital(),
            self.subject.verb("rise"),
            self.scale.figure(least),
            self.scale.figure(most),
            self.scale.after(),
            way(self.across, across),
            way(self.up, up)
        )
    }

    fn hardly(&self, shown: &[f64]) -> String {
        format!(
            "Neither {} nor {} changes {} much: {}",
            self.across.in_sentence(),
            self.up.in_sentence(),
            self.subject.words,
            self.range(shown)
        )
    }

    /// Between what it lies and where it is highest, where nothing goes one way.
    fn highest(&self, shown: &[f64]) -> String {
        let points = self.study.sweep.points.iter();
        let highest = points
            .filter(|point| point.can_occur())
            .max_by(|one, other| one.shown.total_cmp(&other.shown));
        let place = highest.map_or_else(String::new, |point| self.place(point));
        format!(
            "{} {} {}, highest{place}",
            self.subject.capital(),
            self.subject.verb("lie"),
            self.between(shown)
        )
    }

    /// ", near crisis communication 0.4 and misperception 1.2".
    fn place(&self, point: &Point) -> String {
        let [first, second] = point.values.as_slice() else {
            return String::new();
        };
        format!(
            " near {} {} and {} {}",
            self.across.in_sentence(),
            self.across.figure(*first),
            self.up.in_sentence(),
            self.up.figure(*second)
        )
    }

    /// "between 3 and 14 of 100 histories".
    fn between(&self, shown: &[f64]) -> String {
        format!("between {}", self.range(shown).replacen(" to ", " and ", 1))
    }

    /// "3 to 14 of 100 histories".
    fn range(&self, shown: &[f64]) -> String {
        let least = shown.iter().copied().fold(f64::INFINITY, f64::min);
        let most = shown.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let [low, high] = [least, most].map(|value| self.scale.figure(value));
        let after = self.scale.after();
        if low == high {
            format!("{low}{after}")
        } else {
            format!("{low} to {high}{after}")
        }
    }
}
