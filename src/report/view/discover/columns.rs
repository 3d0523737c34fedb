//! The columns of the sheets of a condition.

use crate::report::sheet::Column;

/// The name of the sheet of limits, and of the document and the chart.
pub const DISCOVER: &str = "discover";
/// The name of the sheet of the way from all readings to few.
pub const TRAJECTORY: &str = "trajectory";

/// The columns of limits.
pub const LIMIT_COLUMNS: [Column; 33] = [
    Column::new(
        "number",
        "Number",
        "",
        "The id of the number that is limited",
    ),
    Column::new("path", "Path", "", "Its path"),
    Column::new(
        "kind",
        "Kind",
        "",
        "step of an argument, fact, default or range",
    ),
    Column::new(
        "argument",
        "Argument",
        "",
        "The argument that a step is part of",
    ),
    Column::new("who", "Who", "", "Who makes that argument"),
    Column::new("does", "Does", "", "What a step does: adds, sets or scales"),
    Column::new(
        "value",
        "Authors' value",
        "as the parameter",
        "What the authors chose; the median of a range",
    ),
    Column::new(
        "above",
        "Above",
        "as the parameter",
        "The condition holds above this",
    ),
    Column::new(
        "below",
        "Below",
        "as the parameter",
        "The condition holds below this",
    ),
    Column::new(
        "least",
        "Least",
        "as the parameter",
        "The lowest value over all readings",
    ),
    Column::new(
        "most",
        "Most",
        "as the parameter",
        "The highest value over all readings",
    ),
    Column::new(
        "density_without",
        "Density without it",
        "share",
        "The density without this limit, of the held-out half",
    ),
    Column::new(
        "coverage_without",
        "Coverage without it",
        "share",
        "The coverage without this limit, of the held-out half",
    ),
    Column::new(
        "mass",
        "Mass",
        "share",
        "The part of the readings of the held-out half that lies in the box of all limits",
    ),
    Column::new(
        "mass_low",
        "Lower end",
        "share",
        "Lower end of its interval, by drawing readings again",
    ),
    Column::new(
        "mass_high",
        "Upper end",
        "share",
        "Upper end of its interval",
    ),
    Column::new(
        "density",
        "Density",
        "share",
        "The share of histories in that box that met it, of the held-out half",
    ),
    Column::new(
        "density_low",
        "Lower end",
        "share",
        "Lower end of its interval, by drawing readings again",
    ),
    Column::new(
        "density_high",
        "Upper end",
        "share",
        "Upper end of its interval",
    ),
    Column::new(
        "coverage",
        "Coverage",
        "share",
        "The share of all that met it which lies in that box, of the held-out half",
    ),
    Column::new(
        "coverage_low",
        "Lower end",
        "share",
        "Lower end of its interval, by drawing readings again",
    ),
    Column::new(
        "coverage_high",
        "Upper end",
        "share",
        "Upper end of its interval",
    ),
    Column::new(
        "elsewhere",
        "Elsewhere",
        "share",
        "The share of histories outside that box that met it, of the held-out half",
    ),
    Column::new(
        "elsewhere_low",
        "Lower end",
        "share",
        "Lower end of its interval, by drawing readings again",
    ),
    Column::new(
        "elsewhere_high",
        "Upper end",
        "share",
        "Upper end of its interval",
    ),
    Column::new(
        "overall",
        "Overall",
        "share",
        "The share of all histories that met it, of the held-out half",
    ),
    Column::new(
        "overall_low",
        "Lower end",
        "share",
        "Lower end of its interval, by drawing readings again",
    ),
    Column::new(
        "overall_high",
        "Upper end",
        "share",
        "Upper end of its interval",
    ),
    Column::new(
        "density_found",
        "Density where found",
        "share",
        "The density on the half that the box was found on: too high by what luck added",
    ),
    Column::new(
        "coverage_found",
        "Coverage where found",
        "share",
        "The coverage on that half",
    ),
    Column::new(
        "borne_out",
        "Borne out",
        "",
        "Whether the interval of the density lies above the overall share: else no condition is reported",
    ),
    Column::new("quantity", "Quantity", "", "The share of what"),
    Column::new("purpose", "Purpose", "", "What the file is"),
];

/// The columns of the way.
pub const TRAJECTORY_COLUMNS: [Column; 16] = [
    Column::new(
        "step",
        "Step",
        "",
        "The number of the box on the way, from 0, all readings",
    ),
    Column::new(
        "number",
        "Number",
        "",
        "The id of the number that this step limits",
    ),
    Column::new(
        "side",
        "Side",
        "",
        "above or below: on which side of the value the box goes on",
    ),
    Column::new("at", "Value", "as the parameter", "The value"),
    Column::new("limited", "Limited", "", "How many numbers are limited"),
    Column::new(
        "readings_found",
        "Readings, where found",
        "readings",
        "Readings in the box, where found",
    ),
    Column::new(
        "mass_found",
        "Mass, where found",
        "share",
        "The part of readings that lies in the box, where found",
    ),
    Column::new(
        "density_found",
        "Density, where found",
        "share",
        "The share of histories in the box that met it, where found",
    ),
    Column::new(
        "coverage_found",
        "Coverage, where found",
        "share",
        "The share of all that met it which lies in the box, where found",
    ),
    Column::new(
        "readings_held_out",
        "Readings, held out",
        "readings",
        "Readings in the box, held out",
    ),
    Column::new(
        "mass_held_out",
        "Mass, held out",
        "share",
        "The part of readings that lies in the box, held out",
    ),
    Column::new(
        "density_held_out",
        "Density, held out",
        "share",
        "The share of histories in the box that met it, held out",
    ),
    Column::new(
        "coverage_held_out",
        "Coverage, held out",
        "share",
        "The share of all that met it which lies in the box, held out",
    ),
    Column::new(
        "chosen",
        "Chosen",
        "",
        "Whether the condition was made of this box",
    ),
    Column::new("quantity", "Quantity", "", "The share of what"),
    Column::new("purpose", "Purpose", "", "What the file is"),
];

/// The columns of readings after those of shaken numbers.
pub const MORE_OF_READINGS: [Column; 2] = [
    Column::new(
        "half",
        "Half",
        "",
        "In the results of discover: found, where the box was looked for, or held-out, where it was measured",
    ),
    Column::new(
        "inside",
        "Inside",
        "",
        "In the results of discover: whether the reading lies in the box",
    ),
];
