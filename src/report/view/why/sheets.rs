//! Why histories go as they do, as sheets.

use super::columns::{CONSIDERATION_COLUMNS, LEARNED_COLUMNS, PATH_COLUMNS};
use crate::model::{Consideration, Side};
use crate::numerals::figure;
use crate::report::sheet::{Cell, Sheet};
use crate::report::words::{PURPOSE, author, reason_words};
use crate::stats::{Mean, Quantile};
use crate::study::{LearnedParameter, PathNode, Spread, Weighing, WhyStudy};
use crate::tally::AnswerKind;

/// The name of the sheet of what answers rest on.
pub const CONSIDERATIONS: &str = "considerations";
/// The name of the sheet of paths.
pub const PATHS: &str = "paths";
/// The name of the sheet of what the record teaches.
pub const LEARNED: &str = "learned";

/// The sheets of an explanation.
#[must_use]
pub fn sheets(study: &WhyStudy) -> Vec<Sheet<'_>> {
    let answers = AnswerKind::ALL.into_iter().flat_map(move |kind| {
        let of_side = move |side| {
            let weighing = study.explanation.weighing(side, kind)?;
            Some(of_answers(study, side, kind, weighing))
        };
        Side::BOTH.into_iter().filter_map(of_side).flatten()
    });
    let nodes = study.explanation.paths.nodes.iter().enumerate();
    vec![
        Sheet {
            name: CONSIDERATIONS,
            columns: CONSIDERATION_COLUMNS.into(),
            rows: Box::new(answers),
        },
        Sheet {
            name: PATHS,
            columns: PATH_COLUMNS.into(),
            rows: Box::new(nodes.map(|(place, node)| of_node(study, place, node))),
        },
        Sheet {
            name: LEARNED,
            columns: LEARNED_COLUMNS.into(),
            rows: Box::new(study.learned.iter().flat_map(of_value)),
        },
    ]
}

/// A row of what answers rest on.
struct AnswerRow<'s> {
    quantity: &'static str,
    case: Cell<'s>,
    label: Cell<'s>,
    mean: Mean,
    likeliest: Cell<'s>,
}

impl AnswerRow<'_> {
    /// A mean of all together.
    const fn of_all(quantity: &'static str, mean: Mean) -> Self {
        Self {
            quantity,
            case: Cell::Nothing,
            label: Cell::Nothing,
            mean,
            likeliest: Cell::Nothing,
        }
    }

    fn of_part(consideration: Consideration, mean: Mean) -> Self {
        Self {
            case: Cell::text(consideration.name()),
            label: Cell::text(reason_words(consideration).noun),
            ..Self::of_all("part", mean)
        }
    }
}

/// The rows of answers of one side and kind.
fn of_answers<'s>(
    study: &'s WhyStudy,
    side: Side,
    kind: AnswerKind,
    weighing: &'s Weighing,
) -> Vec<Vec<Cell<'s>>> {
    let names = &study.subject.names;
    let parts = Consideration::ALL.into_iter().zip(weighing.parts);
    let mut rows = vec![AnswerRow::of_all("log_odds", weighing.log_odds)];
    rows.extend(parts.map(|(consideration, mean)| AnswerRow::of_part(consideration, mean)));
    rows.push(AnswerRow::of_all(
        "chance_of_force",
        weighing.chance_of_force,
    ));
    let rungs = names.rungs.iter().zip(&weighing.chances);
    for ((rung, &mean), &likeliest) in rungs.zip(&weighing.likeliest) {
        rows.push(AnswerRow {
            case: Cell::text(rung.id.as_str()),
            label: Cell::text(rung.label.as_str()),
            likeliest: Cell::Count(likeliest),
            ..AnswerRow::of_all("chance", mean)
        });
    }
    let actor = names.actors[side].id.as_str();
    rows.into_iter()
        .map(|row| cells(row, actor, kind, weighing))
        .collect()
}

fn cells<'s>(
    row: AnswerRow<'s>,
    actor: &'s str,
    kind: AnswerKind,
    weighing: &Weighing,
) -> Vec<Cell<'s>> {
    let [mean, low, high] = Cell::estimate(row.mean.mean, row.mean.interval);
    let cells: [Cell<'s>; 12] = [
        Cell::text(actor),
        Cell::text(kind.name()),
        Cell::text(row.quantity),
        row.case,
        row.label,
        mean,
        low,
        high,
        row.likeliest,
        Cell::Count(weighing.answers),
        Cell::Count(weighing.trials),
        Cell::text(PURPOSE),
    ];
    cells.into()
}

fn of_node<'s>(study: &'s WhyStudy, place: usize, node: &PathNode) -> Vec<Cell<'s>> {
    let names = &study.subject.names;
    let paths = &study.explanation.paths;
    let depth = paths.depth(place);
    let actor = depth
        .checked_sub(1)
        .map(|act| names.actors[author(act)].id.as_str());
    let rung = node.rung.and_then(|rung| names.rungs.get(rung));
    let is_recorded = paths.record.iter().any(|step| step.node == Some(place));
    let cells: [Cell<'s>; 14] = [
        Cell::Count(place as u64),
        node.parent
            .map_or(Cell::Nothing, |parent| Cell::Count(parent as u64)),
        Cell::Count(depth as u64),
        Cell::maybe(actor),
        Cell::maybe(rung.map(|rung| rung.id.as_str())),
        Cell::Count(node.count),
        Cell::Number(node.count as f64 / study.explanation.trials as f64),
        Cell::Count(node.ends.over),
        Cell::Count(node.ends.war),
        Cell::Count(node.ends.slipped),
        Cell::Count(node.ends.cut),
        Cell::Count(node.ends.goes_on),
        Cell::Truth(is_recorded),
        Cell::text(PURPOSE),
    ];
    cells.into()
}

/// The rows of an uncertain value.
fn of_value(value: &LearnedParameter) -> Vec<Vec<Cell<'_>>> {
    let mut rows = of_spread(value, "all", &value.all);
    if let Some(agreeing) = &value.agreeing {
        rows.extend(of_spread(value, "agreeing", agreeing));
    }
    rows
}

fn of_spread<'s>(
    value: &'s LearnedParameter,
    trials_of: &'static str,
    spread: &Spread,
) -> Vec<Vec<Cell<'s>>> {
    let Mean { mean, interval } = spread.mean;
    let mut rows = vec![("mean", Cell::estimate(mean, interval))];
    for (name, quantile) in [
        ("p05", spread.p05),
        ("p50", spread.p50),
        ("p95", spread.p95),
    ] {
        let Quantile { value, interval } = quantile;
        rows.push((name, Cell::estimate(value, interval)));
    }
    let range = format!("{} to {}", figure(value.low), figure(value.high));
    rows.into_iter()
        .map(|(name, [estimate, low, high])| {
            let cells: [Cell<'s>; 9] = [
                Cell::text(value.path.as_str()),
                Cell::text(trials_of),
                Cell::Count(spread.n),
                Cell::text(name),
                estimate,
                low,
                high,
                Cell::text(range.clone()),
                Cell::text(PURPOSE),
            ];
            cells.into()
        })
        .collect()
}
