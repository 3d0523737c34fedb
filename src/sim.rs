//! One trial: the order of its steps, its luck, and what it yields.

mod luck;
mod named;
mod outcome;
mod steps;
mod trial;
mod witness;

pub use luck::{Chance, Draws, Luck, STREAM_VERSION, Slot, key};
pub use named::NamedLuck;
pub use outcome::{Outcome, Summary};
pub use trial::Simulator;
pub use witness::{Act, Decision, Silent, Witness};
