//! What must hold for every chart.

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
