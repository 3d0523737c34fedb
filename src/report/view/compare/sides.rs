//! What the two courses of a history are called.

use crate::error::printable;

/// What the courses of a change are called.
const BASELINE: &str = "baseline";
const CHANGED: &str = "with the change";

/// What the two courses of a history are called.
pub struct Sides {
    /// Within a table.
    pub(super) heads: [&'static str; 2],
    /// In the sentence on how the history ended.
    pub(super) clauses: [String; 2],
    /// Before how each course ended.
    pub(super) ends: [String; 2],
}

impl Sides {
    /// Of a change in a base or, where the base has a name, of two cases.
    pub fn new(base: Option<String>, name: &str) -> Self {
        let name = printable(name);
        match base {
            Some(base) => {
                let clauses = [format!("in “{base}”"), format!("in “{name}”")];
                Self {
                    heads: ["in the first", "in the second"],
                    ends: clauses.clone(),
                    clauses,
                }
            }
            None => Self {
                heads: [BASELINE, CHANGED],
                clauses: ["in the baseline".to_owned(), format!("with “{name}”")],
                ends: ["in the baseline".to_owned(), CHANGED.to_owned()],
            },
        }
    }
}
