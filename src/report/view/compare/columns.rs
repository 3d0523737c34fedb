//! The columns of the sheets of a comparison.

use crate::report::sheet::Column;

/// The columns of every paired difference.
pub const DIFFERENCE_COLUMNS: [Column; 17] = [
    Column::new("variant", "Variant", "", "The variant, as it was called"),
    Column::new(
        "quantity",
        "Quantity",
        "",
        "An outcome, or what a mean is of",
    ),
    Column::new("label", "Label", "", "The quantity in words"),
    Column::new(
        "kind",
        "Kind",
        "",
        "share (of all trials) or mean (over all trials)",
    ),
    Column::new(
        "base",
        "Base",
        "share or mean",
        "The estimate in the base; empty where the inputs exclude the case",
    ),
    Column::new(
        "base_low",
        "Base, lower end",
        "as the base",
        "Lower end of its interval",
    ),
    Column::new(
        "base_high",
        "Base, upper end",
        "as the base",
        "Upper end of its interval",
    ),
    Column::new(
        "changed",
        "Variant",
        "share or mean",
        "The estimate in the variant",
    ),
    Column::new(
        "changed_low",
        "Variant, lower end",
        "as the base",
        "Lower end of its interval",
    ),
    Column::new(
        "changed_high",
        "Variant, upper end",
        "as the base",
        "Upper end of its interval",
    ),
    Column::new(
        "difference",
        "Difference",
        "as the base",
        "Variant less base, on the same luck; empty where both exclude the case",
    ),
    Column::new(
        "low",
        "Lower end",
        "as the base",
        "Lower end of the interval of the paired difference",
    ),
    Column::new(
        "high",
        "Upper end",
        "as the base",
        "Upper end of the interval of the paired difference",
    ),
    Column::new(
        "differ",
        "Histories that differ",
        "trials",
        "In how many histories the quantity differs",
    ),
    Column::new(
        "interval",
        "Interval",
        "",
        "What the interval of the difference is, or why there is none",
    ),
    Column::new(
        "trials",
        "Trials",
        "trials",
        "How many trials were run of each",
    ),
    Column::new("purpose", "Purpose", "", "What the file is"),
];

/// The columns of flips.
pub const FLIP_COLUMNS: [Column; 6] = [
    Column::new("variant", "Variant", "", "The variant, as it was called"),
    Column::new(
        "base_outcome",
        "In the base",
        "",
        "How histories ended in the base",
    ),
    Column::new(
        "variant_outcome",
        "In the variant",
        "",
        "How the same histories ended in the variant",
    ),
    Column::new("trials", "Histories", "trials", "How many histories did so"),
    Column::new("of", "Of", "trials", "Of how many in all"),
    Column::new("purpose", "Purpose", "", "What the file is"),
];

/// The columns of inputs that differ.
pub const INPUT_COLUMNS: [Column; 5] = [
    Column::new("variant", "Variant", "", "The variant, as it was called"),
    Column::new("path", "Path", "", "An input that differs, resolved"),
    Column::new(
        "base",
        "Base",
        "",
        "Its value in the base; empty where there is no such thing",
    ),
    Column::new("value", "Value", "", "Its value in the variant"),
    Column::new("purpose", "Purpose", "", "What the file is"),
];
