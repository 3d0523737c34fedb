//! The columns of the sheets of an explanation.

use crate::report::sheet::Column;

/// The columns of what answers rest on.
pub const CONSIDERATION_COLUMNS: [Column; 12] = [
    Column::new("actor", "Actor", "", "Who answers (id)"),
    Column::new(
        "answers",
        "Answers",
        "",
        "first: the first answer of a trial; later: all after it",
    ),
    Column::new(
        "quantity",
        "Quantity",
        "",
        "log_odds: of the likeliest use of force against the off-ramp; part: what a consideration adds to them; chance: of a rung; chance_of_force: of any use of force",
    ),
    Column::new(
        "case",
        "Case",
        "",
        "Which consideration or rung (id); empty for all together",
    ),
    Column::new("label", "Label", "", "The case in words"),
    Column::new(
        "mean",
        "Mean",
        "log-odds or chance",
        "The mean over these answers",
    ),
    Column::new(
        "low",
        "Lower end",
        "as the mean",
        "Lower end of its interval; empty where there are too few trials",
    ),
    Column::new(
        "high",
        "Upper end",
        "as the mean",
        "Upper end of its interval; empty where there are too few trials",
    ),
    Column::new(
        "likeliest",
        "Likeliest",
        "answers",
        "How often the rung is the likeliest use of force",
    ),
    Column::new(
        "count",
        "Answers counted",
        "answers",
        "How many answers the mean is over",
    ),
    Column::new(
        "trials",
        "Trials",
        "trials",
        "In how many trials they were given",
    ),
    Column::new("purpose", "Purpose", "", "What the file is"),
];

/// The columns of paths.
pub const PATH_COLUMNS: [Column; 14] = [
    Column::new(
        "node",
        "Node",
        "",
        "The number of the node; 0 is the beginning, before any act",
    ),
    Column::new(
        "parent",
        "Parent",
        "",
        "The node that it follows; empty for the beginning",
    ),
    Column::new(
        "depth",
        "Depth",
        "acts",
        "How many acts lead to it, its own included",
    ),
    Column::new("actor", "Actor", "", "Who acts (id)"),
    Column::new("rung", "Rung", "", "On which rung (id)"),
    Column::new("count", "Histories", "trials", "How many trials come here"),
    Column::new("share", "Share", "share", "Their share of all trials"),
    Column::new(
        "over",
        "Over",
        "trials",
        "The crisis ends here; at the beginning: nothing happens",
    ),
    Column::new("war", "War", "trials", "The act is full-scale war"),
    Column::new(
        "slipped",
        "Slipped",
        "trials",
        "The act slips into full-scale war",
    ),
    Column::new(
        "cut",
        "Cut",
        "trials",
        "The horizon cuts the crisis after it",
    ),
    Column::new(
        "goes_on",
        "Goes on",
        "trials",
        "It goes on beyond the acts that are told apart",
    ),
    Column::new("record", "Record", "", "true on the path of the record"),
    Column::new("purpose", "Purpose", "", "What the file is"),
];

/// The columns of what the record teaches.
pub const LEARNED_COLUMNS: [Column; 9] = [
    Column::new("path", "Path", "", "The uncertain value"),
    Column::new(
        "trials_of",
        "Trials of",
        "",
        "all, or agreeing: those that agree with every fact of the record",
    ),
    Column::new("trials", "Trials", "trials", "How many there are"),
    Column::new(
        "quantity",
        "Quantity",
        "",
        "mean, p05, p50 or p95: mean and percentiles",
    ),
    Column::new(
        "value",
        "Value",
        "as the parameter",
        "The estimate; percentiles to within a thousandth of the range",
    ),
    Column::new(
        "low",
        "Lower end",
        "as the parameter",
        "Lower end of its interval; empty where there are too few trials",
    ),
    Column::new(
        "high",
        "Upper end",
        "as the parameter",
        "Upper end of its interval; empty where there are too few trials",
    ),
    Column::new(
        "range",
        "Range",
        "",
        "From the least to the greatest value that it may have",
    ),
    Column::new("purpose", "Purpose", "", "What the file is"),
];
