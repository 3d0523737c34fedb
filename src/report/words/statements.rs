//! What every artefact says of itself.

/// The statement of purpose in every artefact.
pub const PURPOSE: &str = "A teaching model. Not a forecast.";
/// The statement that goes with every interval.
pub const INTERVALS: &str = "Intervals: 95 %, simulation error only.";

/// What curves and grids say of their luck.
pub const SHARED_LUCK: &str = "All points share their luck, so the shape of what they show is far surer than its height; \
    intervals are for each point by itself.";
