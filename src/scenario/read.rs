//! Reading of tables key by key: what is there, where it stands, and what is wrong with it.
//!
//! From a text and the places in it, over the tree of its keys and values, to a section: a table
//! that knows which of its keys were asked for.

pub mod ids;
pub mod input_value;
pub mod kinds;
pub mod misplaced;
pub mod renamed;
pub mod section;
pub mod text;
pub mod tree;
pub mod words;
