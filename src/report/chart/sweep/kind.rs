//! What a curve is of: an outcome, or another share that was asked for. Each has a colour, and a mark for those who see
//! none.

use plotters::style::RGBColor;

use crate::error::Error;
use crate::quantities::Quantity;
use crate::report::chart::canvas::Canvas;
use crate::report::chart::shapes::{self, Shape};
use crate::report::chart::style::{INK, outcome_colour};
use crate::sim::Outcome;

/// What a curve is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One outcome.
    Outcome(Outcome),
    /// Another share.
    Other(Quantity),
}

impl Kind {
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

    /// Draws its mark.
    pub fn mark(self, canvas: &Canvas, centre: (f64, f64), radius: f64) -> Result<(), Error> {
        let shape = match self {
            Self::Outcome(Outcome::NoForce) => Shape::Disc,
            Self::Outcome(Outcome::OneSided) => Shape::Up,
            Self::Outcome(Outcome::OneRound) => Shape::Square,
            Self::Outcome(Outcome::Feud) => Shape::Diamond,
            Self::Outcome(Outcome::LimitedWar) => Shape::Down,
            Self::Outcome(Outcome::War) => Shape::Plus,
            Self::Outcome(Outcome::Unresolved) => Shape::Right,
            Self::Other(_) => Shape::Ring,
        };
        shapes::draw(canvas, shape, centre, radius, self.colour())
    }
}
