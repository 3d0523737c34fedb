//! A ranking as a figure.

use crate::report::figure::{Caption, Drawing, Figure, Heading};
use crate::report::words::RankWords;
use crate::study::{RankStudy, Ranking};

const RANK: &str = "rank";

/// What a caption says of the intervals of differences.
const PAIRED: &str = "The same luck with and without; 95 % intervals: simulation error only";
/// What it says where values are estimated from orders.
const ORDERS: &str = "95 % intervals: simulation error and the choice of orders";

/// What it says where numbers are moved.
const DEFAULTS: &str = "No argument sets a number that names none: most are defaults of the model. The same \
                        luck for all; 95 % intervals: simulation error only";

/// The names of the figures of a ranking, known before it.
#[must_use]
pub fn figure_names() -> Vec<String> {
    vec![RANK.to_owned()]
}

/// The figures of a ranking.
#[must_use]
pub fn figures(study: &RankStudy) -> Vec<Figure<'_>> {
    let subject = &study.subject;
    let interval = match &study.ranking {
        Ranking::Split(split) if split.orders.is_some() => ORDERS,
        Ranking::Numbers(_) => DEFAULTS,
        Ranking::Split(_) | Ranking::LeftOut(_) => PAIRED,
    };
    let each = if interval == ORDERS { "" } else { " of each" };
    let caption = Caption {
        each,
        interval: interval.to_owned(),
        ..Caption::new(subject, study.seed, study.trials, true)
    };
    vec![Figure {
        name: RANK.to_owned(),
        heading: Heading::new(RankWords::new(study).headline(), subject),
        caption,
        drawing: Drawing::Rank(study),
    }]
}
