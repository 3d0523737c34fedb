//! Where everything stands: the ladder above, the shares below, words beside both.

/// Upper and lower edge of the ladder.
pub const LADDER: (f64, f64) = (130.0, 362.0);
/// Upper and lower edge of the shares.
pub const SHARES: (f64, f64) = (409.0, 566.0);
/// The heading of the shares.
pub const SHARES_HEADING: f64 = 384.0;
/// Right edge of both.
pub const DAYS_RIGHT: f64 = 950.0;
/// Left edge of what is said beside them.
pub const BESIDE: f64 = 966.0;
