//! What must hold for every chart.

mod both;
mod boxes;
mod cases;
mod days;
mod discovered;
mod every;
mod histories;
mod levels;
mod outcomes;
mod peak;
mod ranks;
mod reader;
mod shaken;
mod stories;
mod studies;
mod sweeps;
mod tips;
mod what_ifs;
