//! What must hold for every chart.

mod both;
mod boxes;
mod cases;
mod days;
mod every;
mod histories;
mod levels;
mod outcomes;
mod peak;
mod reader;
mod shaken;
mod studies;
mod sweeps;
mod tips;
mod what_ifs;
