//! x
pub mod ensemble;
pub mod error;
pub mod model;
pub mod parameters;
pub mod scenario;
pub mod sim;
pub mod stats;
pub mod study;
pub mod tally;
