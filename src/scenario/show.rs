//! What is written of a scenario: its inputs, how they came about, and files to begin with.

pub mod difference;
pub mod inputs;
pub mod provenance;
pub mod resolved;
pub mod schema;
pub mod starter;
