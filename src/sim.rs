//! One trial: the order of its steps, its luck, and what it yields.

mod entity;
mod luck;
mod observer;
mod outcome;
mod quiet;
mod steps;
mod trial;

pub use luck::{STREAM_VERSION, key};
pub use observer::{Act, Decision, Event, Moment, Observer, Sight, Silent};
pub use outcome::{Outcome, Summary};
pub use trial::Simulator;
