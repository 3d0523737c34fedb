//! Paths of settings that lead to no number.

/// The path of how the crisis begins: a rung, or that the opener chooses one.
pub const OPENING_RUNG: &str = "opening.rung";
/// The path of how long a trial is followed, in whole days.
pub const HORIZON: &str = "horizon_days";

/// The argument that the path of a setting gives a weight to: `arguments.ID`.
pub fn weighted_argument(path: &str) -> Option<&str> {
    path.strip_prefix("arguments.")
}
