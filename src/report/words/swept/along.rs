//! The finding along one axis: from where to where a quantity goes, and by way of what.

use super::axes::{AxisWords, axes_in_words};
use super::course::{
    along_axis, hardly_moves, may_be_level, places_of_table, same_everywhere, shown_values,
    surely_beyond,
};
use super::scale::ValueScale;
use super::subjects::SentenceSubject;
use crate::error::capitalised;
use crate::numerals::count;
use crate::study::{ComparedPoints, Point, SweepStudy};

/// From so many trials on a change that they do not show is hardly one.
const MANY: u64 = 1_000;

/// What a title of a curve speaks of.
pub struct Along<'s> {
    study: &'s SweepStudy,
    axis: AxisWords,
    subject: SentenceSubject,
    pub scale: ValueScale,
    /// The points at which it can occur, from the least value of the axis; never none.
    points: Vec<&'s Point>,
    low: &'s Point,
    high: &'s Point,
    /// Where it turns, beyond both ends.
    pub turn: Option<&'s Point>,
    ends: Option<&'s ComparedPoints>,
}

impl<'s> Along<'s> {
    /// That of a sweep along one axis; none of others.
    pub fn new(study: &'s SweepStudy) -> Option<Self> {
        let sweep = &study.sweep;
        let axis = axes_in_words(study).into_iter().next()?;
        let points = along_axis(sweep);
        let low = *points.first()?;
        let high = *points.last()?;
        let ends = sweep.compared.first();
        let is_sure = ends.is_some_and(|ends| ends.is_sure);
        let rough = ValueScale::told(study.quantity, study.trials, &[], false);
        let turn = surely_beyond(sweep)
            .filter(|turn| !rough.is_hardly_apart(&[turn.shown, low.shown]))
            .filter(|turn| !rough.is_hardly_apart(&[turn.shown, high.shown]));
        let mut said = vec![low.shown, high.shown];
        said.extend(turn.map(|turn| turn.shown));
        let differ = is_sure && !hardly_moves(sweep, &rough);
        let scale = ValueScale::told(study.quantity, study.trials, &said, differ)
            .with_places_at_most(places_of_table(study, &points));
        Some(Self {
            study,
            axis,
            subject: SentenceSubject::of(study.quantity),
            scale,
            points,
            low,
            high,
            turn,
            ends,
        })
    }

    /// The sentence, with where it cannot occur.
    pub fn sentence(&self) -> String {
        let Some(excluded) = self.excluded() else {
            return self.finding();
        };
        let subject = capitalised(self.subject.words);
        format!("{subject} cannot occur at {excluded}; {}", self.clause())
    }

    /// The finding as what follows a semicolon.
    fn clause(&self) -> String {
        let sentence = self.finding();
        match sentence.strip_prefix("As ") {
            Some(rest) => format!("as {rest}"),
            None => sentence,
        }
    }

    /// Where it cannot occur: "0", "0 to 0.4", or "0 and 1". None where it can everywhere.
    fn excluded(&self) -> Option<String> {
        let [first, last] = [self.low, self.high].map(|point| point.values[0]);
        let mut places = Vec::new();
        for (from, to) in [(f64::NEG_INFINITY, first), (last, f64::INFINITY)] {
            let points = self.study.sweep.points.iter();
            let values = points
                .filter(|point| !point.can_occur())
                .map(|point| point.values[0])
                .filter(|value| from < *value && *value < to);
            places.extend(self.stretch(values));
        }
        (!places.is_empty()).then(|| places.join(" and "))
    }

    /// Values from the least to the greatest: "0.2 to 0.6", or the only one.
    fn stretch(&self, values: impl Iterator<Item = f64> + Clone) -> Option<String> {
        let least = values.clone().reduce(f64::min)?;
        let most = values.reduce(f64::max)?;
        let [from, to] = [least, most].map(|value| self.axis.figure(value));
        Some(if from == to {
            from
        } else {
            format!("{from} to {to}")
        })
    }

    /// How the axis rises where it can occur.
    fn rises(&self) -> String {
        self.axis
            .rises_between(self.low.values[0], self.high.values[0])
    }

    fn finding(&self) -> String {
        let trials = self.study.trials;
        let hardly = hardly_moves(&self.study.sweep, &self.scale);
        let is_sure = self.ends.is_some_and(|ends| ends.is_sure);
        match (self.ends, self.turn) {
            _ if self.points.len() == 1 => self.only(),
            _ if trials == 1 => self.one_history(),
            _ if self.subject.is_plural && self.is_never() => self.never(),
            (Some(ComparedPoints { is_alike: true, .. }), None)
                if same_everywhere(&self.study.sweep) =>
            {
                self.nothing()
            }
            (_, Some(turn)) => self.turns(turn),
            _ if hardly && (is_sure || trials >= MANY) => self.hardly(),
            _ if is_sure || self.ends.is_none() => self.goes(),
            _ => self.unsure(),
        }
    }

    /// The one point at which it can occur.
    fn only(&self) -> String {
        let subject = self.subject;
        let are = subject.verb("are");
        let place = self.axis.figure(self.low.values[0]);
        let value = self.figure(self.low);
        format!(
            "at {place}, {} {are} {value}{}",
            subject.words,
            self.scale.after()
        )
    }

    /// Whether no history met it at any point.
    fn is_never(&self) -> bool {
        self.points.iter().all(|point| point.shown <= 0.0)
    }

    fn never(&self) -> String {
        format!(
            "No {} in {} histories at each point, whatever {} is",
            self.subject.words,
            count(self.study.trials),
            self.axis.in_sentence()
        )
    }

    fn one_history(&self) -> String {
        let Self { subject, .. } = self;
        let [from, to] = [self.figure(self.low), self.figure(self.high)];
        let after = self.scale.after();
        let rises = self.rises();
        format!(
            "One history was run at each point, which shows no rule: as {rises}, {}: {from} and {to}{after}",
            subject.words
        )
    }

    fn nothing(&self) -> String {
        let value = self.figure(self.low);
        format!(
            "{} {} none of {} histories: {} {} {value}{} throughout",
            capitalised(&self.axis.in_sentence()),
            self.axis.verb("change"),
            count(self.study.trials),
            self.subject.words,
            self.subject.verb("are"),
            self.scale.after()
        )
    }

    fn hardly(&self) -> String {
        let after = self.scale.after();
        let values = shown_values(&self.points);
        let least = values.iter().copied().fold(f64::INFINITY, f64::min);
        let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let [from, to] = [least, most].map(|value| self.scale.figure(value));
        let values = if from == to {
            format!("{from}{after}")
        } else {
            format!("{from} to {to}{after}")
        };
        format!(
            "As {}, {} hardly {}: {values}",
            self.rises(),
            self.subject.words,
            self.subject.verb("change")
        )
    }

    fn goes(&self) -> String {
        let way = if self.high.shown < self.low.shown {
            "fall"
        } else {
            "rise"
        };
        format!(
            "As {}, {} {} from {} to {}{}",
            self.rises(),
            self.subject.words,
            self.subject.verb(way),
            self.figure(self.low),
            self.figure(self.high),
            self.scale.after()
        )
    }

    fn turns(&self, turn: &Point) -> String {
        let (first, then) = if turn.shown > self.low.shown {
            ("rise", "fall")
        } else {
            ("fall", "rise")
        };
        format!(
            "As {}, {} {} from {} to {}{} {}, then {} to {}",
            self.rises(),
            self.subject.words,
            self.subject.verb(first),
            self.figure(self.low),
            self.figure(turn),
            self.scale.after(),
            self.place(turn),
            self.subject.verb(then),
            self.figure(self.high)
        )
    }

    fn unsure(&self) -> String {
        let histories = count(self.study.trials);
        format!(
            "{histories} histories at each point cannot show whether {} {} as {}: {} and {}{}",
            self.subject.words,
            self.subject.verb("change"),
            self.rises(),
            self.figure(self.low),
            self.figure(self.high),
            self.scale.after()
        )
    }

    /// Where it turns: "near 0.4", or "around 0.2 to 0.6" where neighbours may be as far beyond.
    /// The ends are surely not.
    fn place(&self, turn: &Point) -> String {
        let inner = self.points.get(1..self.points.len().saturating_sub(1));
        let inner = inner.unwrap_or_default();
        let at = inner.iter().position(|point| point.values == turn.values);
        let at = at.unwrap_or(0);
        let before = inner[..at].iter().rev();
        let after = inner[at..].iter();
        let ties = before
            .take_while(|point| may_be_level(point, turn))
            .chain(after.take_while(|point| may_be_level(point, turn)));
        let values: Vec<f64> = ties.map(|point| point.values[0]).collect();
        match self.stretch(values.iter().copied()) {
            Some(stretch) if values.len() > 1 => format!("around {stretch}"),
            _ => format!("near {}", self.axis.figure(turn.values[0])),
        }
    }

    /// A point in figures.
    fn figure(&self, point: &Point) -> String {
        self.scale.figure(point.shown)
    }
}
