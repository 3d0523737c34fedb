//! One trial: the order of its steps, its luck, and what it yields.

mod luck;
mod named;
mod outcome;
mod steps;
mod trial;
mod witness;

pub use luck::{STREAM_VERSION, key};
pub use outcome::{Outcome, Summary};
pub use trial::Simulator;
pub use witness::{Act, Decision, Silent, Witness};
