//! What a base is compared with.

/// What a base is beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// A change of itself.
    Change,
    /// Another case.
    Case,
}

impl Beside {
    /// What the two are called where their names have no room.
    pub const fn short(self) -> [&'static str; 2] {
        match self {
            Self::Change => ["the baseline", "with the change"],
            Self::Case => ["the first case", "the second case"],
        }
    }
}
