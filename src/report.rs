//! What a person or a program reads: findings in, text out.

pub mod chart;
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
pub mod view;
pub mod words;

pub use reference::page as reference;
