//! What a person or a program reads: findings in, text out.

mod about;
mod arguments;
pub mod chart;
mod cut;
pub mod figure;
mod layout;
pub mod library;
mod means;
pub mod parameters;
pub mod prose;
mod reference;
pub mod render;
pub mod sealed;
pub mod shard;
pub mod sheet;
pub mod sources;
pub mod stored;
pub mod view;
pub mod words;

pub use about::{SEED, about, needs_numbers};
pub use arguments::arguments;
pub use reference::page as reference;
