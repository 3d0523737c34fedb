//! Who looks on while a trial runs.

use crate::model::Side;

/// An act, as its victim will have to answer it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Act {
    /// Who acts.
    pub author: Side,
    /// On which rung.
    pub rung: usize,
    /// Whether it was announced.
    pub public: bool,
    /// Luck in deaths: a standard normal draw, above 0 worse than the median.
    pub casualty_luck: f64,
}

/// Something that is told what happens in a trial, as it happens. It cannot change anything.
pub trait Witness {
    /// From this day on the level of the crisis is `rung`: that of the latest act, 0 in quiet, the top after war. Told
    /// in the order of time; of several on one day the last counts.
    fn level(&mut self, _day: f64, _rung: usize) {}

    /// An act was done.
    fn act(&mut self, _day: f64, _act: &Act) {}
}

/// A witness that does not look.
pub struct Silent;

impl Witness for Silent {}
