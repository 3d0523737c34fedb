//! Who tells a story, and how much.

use crate::report::prose::Detail;
use crate::report::words::Teller;

/// Who tells, and how much.
#[derive(Clone, Copy)]
pub struct Telling<'s> {
    /// Who tells.
    pub teller: Teller<'s>,
    /// How much.
    pub detail: Detail,
}
