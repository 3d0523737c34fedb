//! What must hold of a chart, whatever it is handed.

mod both;
mod boxes;
mod cases;
mod every;
mod levels;
mod outcomes;
mod peak;
mod reader;
mod studies;
mod sweeps;
mod what_ifs;
