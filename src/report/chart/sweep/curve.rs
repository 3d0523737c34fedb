//! A curve: the shares of one subject along an axis. A subject is an outcome, or another share that
//! was asked for; each has a colour, and a mark for those who see none.

use plotters::style::RGBColor;

use crate::error::Error;
use crate::quantities::Quantity;
use crate::report::chart::backend::{Canvas, Position};
use crate::report::chart::shapes::{self, Shape};
use crate::report::chart::style::{INK, outcome_colour};
use crate::sim::Outcome;
use crate::study::{Case, Point};

/// What a curve is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurveSubject {
    /// One outcome.
    Outcome(Outcome),
    /// Another share.
    Other(Quantity),
}

impl CurveSubject {
    /// What it is called.
    pub const fn label(self) -> &'static str {
        self.quantity().label()
    }

    /// What it is the mean of.
    pub const fn quantity(self) -> Quantity {
        match self {
            Self::Outcome(outcome) => Quantity::of_outcome(outcome),
            Self::Other(quantity) => quantity,
        }
    }

    /// Its colour.
    pub const fn colour(self) -> RGBColor {
        match self {
            Self::Outcome(outcome) => outcome_colour(outcome),
            Self::Other(_) => INK,
        }
    }

    /// Its case at a point.
    fn case(self, point: &Point) -> Case {
        match self {
            Self::Outcome(outcome) => *point.findings.outcome(outcome),
            Self::Other(_) => point.case(),
        }
    }

    /// Draws its mark.
    pub fn mark(self, canvas: &Canvas, centre: Position, radius: f64) -> Result<(), Error> {
        let shape = match self {
            Self::Outcome(Outcome::NoForce) => Shape::Disc,
            Self::Outcome(Outcome::OneSided) => Shape::Up,
            Self::Outcome(Outcome::OneRound) => Shape::Square,
            Self::Outcome(Outcome::SeveralRounds) => Shape::Diamond,
            Self::Outcome(Outcome::LimitedWar) => Shape::Down,
            Self::Outcome(Outcome::War) => Shape::Plus,
            Self::Outcome(Outcome::Unresolved) => Shape::Right,
            Self::Other(_) => Shape::Ring,
        };
        shapes::draw(canvas, shape, centre, radius, self.colour())
    }
}

/// One outcome along the axis, or another share.
pub struct Curve {
    /// What it is of.
    pub subject: CurveSubject,
    /// Whether it is what was asked for.
    pub asked: bool,
    /// The share at each point of the axis from its low end; without an interval where the inputs
    /// exclude it.
    pub cases: Vec<Case>,
    /// How many trials each point has.
    pub trials: u64,
    /// How many places its figures have at least.
    pub least: usize,
}

impl Curve {
    /// The curve of a subject through these points.
    pub fn new(subject: CurveSubject, points: &[&Point], quantity: Quantity) -> Self {
        let trials = points.first().map_or(0, |point| point.findings.trials);
        Self {
            subject,
            asked: subject.quantity() == quantity,
            cases: points.iter().map(|point| subject.case(point)).collect(),
            trials,
            least: 1,
        }
    }

    /// Whether the inputs exclude it everywhere.
    pub fn is_excluded(&self) -> bool {
        self.cases
            .iter()
            .all(|case| case.share.interval.is_excluded())
    }

    /// Whether it is above zero anywhere.
    pub fn occurs(&self) -> bool {
        self.cases.iter().any(|case| case.share.share > 0.0)
    }

    /// The share at the last point that has one.
    pub fn end(&self) -> f64 {
        let some = self
            .cases
            .iter()
            .rev()
            .find(|case| !case.share.interval.is_excluded());
        some.map_or(0.0, |case| case.share.share)
    }
}
