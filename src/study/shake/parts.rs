//! Which inputs move a share over readings: the design of rows, and what comes of it.

use super::{InputKind, InputParts, ShakenShare, Swing, SwingEnd};
use crate::scenario::{Judged, JudgedKind};
use crate::stats::{Design, Draws, Indexed, outer_fifths};

/// Into how many parts the trials of a row go, each with noise of its own.
pub const PARTS: usize = 8;
/// How many rows a set has at most.
const MOST_ROWS: usize = 512;
/// How many rows there are at most, those of all inputs together.
const MOST_IN_ALL: usize = 200_000;

/// An input: numbers that are taken from the second set together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    pub what: InputKind,
    pub id: String,
    pub numbers: Vec<usize>,
}

/// The inputs: every number that is drawn, every argument of several numbers, and every kind where
/// there are several.
pub fn inputs(numbers: &[Judged], by: f64) -> Vec<Input> {
    let is_drawn = |number: &Judged| by > 0.0 || number.kind == JudgedKind::Range;
    let mut inputs: Vec<Input> = numbers
        .iter()
        .enumerate()
        .filter(|(_, number)| is_drawn(number))
        .map(|(at, number)| Input {
            what: InputKind::Number,
            id: number.id.clone(),
            numbers: vec![at],
        })
        .collect();
    if by <= 0.0 {
        return inputs;
    }
    inputs.extend(arguments(numbers));
    let kinds = kinds(numbers);
    if kinds.len() > 1 {
        inputs.extend(kinds);
    }
    inputs
}

/// The arguments of several numbers. Numbers of one argument stand in a row.
fn arguments(numbers: &[Judged]) -> Vec<Input> {
    let mut found: Vec<Input> = Vec::new();
    for (at, number) in numbers.iter().enumerate() {
        let Some(argument) = &number.argument else {
            continue;
        };
        match found.iter_mut().find(|input| input.id == argument.id) {
            Some(input) => input.numbers.push(at),
            None => found.push(Input {
                what: InputKind::Argument,
                id: argument.id.clone(),
                numbers: vec![at],
            }),
        }
    }
    found.retain(|input| input.numbers.len() > 1);
    found
}

/// The name of a kind, as files have it.
pub const fn kind_id(kind: JudgedKind) -> &'static str {
    match kind {
        JudgedKind::Step => "steps",
        JudgedKind::Fact => "facts",
        JudgedKind::Default => "defaults",
        JudgedKind::Range => "ranges",
    }
}

/// All numbers of each kind that there is.
fn kinds(numbers: &[Judged]) -> Vec<Input> {
    let all = [
        JudgedKind::Step,
        JudgedKind::Range,
        JudgedKind::Fact,
        JudgedKind::Default,
    ];
    let each = all.into_iter().map(|kind| Input {
        what: InputKind::Kind,
        id: kind_id(kind).to_owned(),
        numbers: (0..numbers.len())
            .filter(|&at| numbers[at].kind == kind)
            .collect(),
    });
    each.filter(|input| !input.numbers.is_empty()).collect()
}

/// How many rows each of the two sets has: the largest power of two that is a quarter of the
/// readings at most, and that can be paid for. None where there would be too few.
pub fn rows(readings: usize, inputs: usize) -> usize {
    let most = (readings / 4)
        .min(MOST_ROWS)
        .min(MOST_IN_ALL / (inputs + 1));
    match most {
        0..8 => 0,
        _ => 1 << most.ilog2(),
    }
}

/// How many trials a row has: an eighth of those of a reading, where that is enough.
pub fn trials_of_rows(trials: u64) -> u64 {
    (trials / 8).max(64).min(trials)
}

/// The marks of trials counted, for each share and each part of the trials.
pub struct PartCounts(Vec<u32>);

impl PartCounts {
    /// Counts the bits of marks.
    pub fn of(marks: &[u16], shares: usize) -> Self {
        let mut counts = vec![0; shares * PARTS];
        for (trial, mark) in marks.iter().enumerate() {
            // Every eighth trial goes to one part: parts differ by one trial at most.
            let part = trial % PARTS;
            for share in 0..shares {
                counts[share * PARTS + part] += u32::from(mark >> share & 1);
            }
        }
        Self(counts)
    }

    /// A share in each part, of so many trials in all.
    fn result(&self, share: usize, trials: u64) -> Vec<f64> {
        (0..PARTS)
            .map(|part| {
                let of_part = (trials as usize + PARTS - 1 - part) / PARTS;
                f64::from(self.0[share * PARTS + part]) / of_part as f64
            })
            .collect()
    }
}

/// What the rows came to.
pub struct Rows {
    pub trials: u64,
    pub first: Vec<PartCounts>,
    pub second: Vec<PartCounts>,
    /// For each input.
    pub mixed: Vec<Vec<PartCounts>>,
}

impl Rows {
    /// The parts of the variance of a share; none where it has none.
    pub fn indices(&self, share: usize, seed: u64) -> Option<Vec<Indexed>> {
        let results = |rows: &[PartCounts]| -> Vec<Vec<f64>> {
            rows.iter()
                .map(|counts| counts.result(share, self.trials))
                .collect()
        };
        let design = Design {
            first: results(&self.first),
            second: results(&self.second),
            mixed: self.mixed.iter().map(|rows| results(rows)).collect(),
        };
        design.indices(seed)
    }
}

/// The numbers that move a share most, by their places.
pub fn movers(inputs: &[Input], indices: &[Indexed]) -> Vec<usize> {
    let mut numbers: Vec<(f64, usize)> = inputs
        .iter()
        .zip(indices)
        .filter(|(input, _)| input.what == InputKind::Number)
        .map(|(input, index)| (index.total.part, input.numbers[0]))
        .collect();
    numbers.sort_by(|one, other| other.0.total_cmp(&one.0));
    let largest = numbers.iter().take(super::NAMED);
    largest.map(|&(_, number)| number).collect()
}

/// The inputs with their parts, beside those from plain readings.
pub fn input_parts(
    inputs: Vec<Input>,
    indices: &[Indexed],
    draws: Option<&Draws>,
    values: &dyn Fn(usize) -> Vec<f64>,
) -> Vec<InputParts> {
    let pairs = inputs.into_iter().zip(indices);
    pairs
        .map(|(input, index)| {
            let single = input.numbers.first().filter(|_| input.numbers.len() == 1);
            InputParts {
                plain: single
                    .zip(draws)
                    .map(|(&number, draws)| draws.first(&values(number))),
                what: input.what,
                id: input.id,
                numbers: input.numbers,
                first: index.first,
                total: index.total,
            }
        })
        .collect()
}

/// For each number, the share where it is low and where it is high.
pub fn swings(numbers: usize, shares: &[f64], values: &dyn Fn(usize) -> Vec<f64>) -> Vec<Swing> {
    let each = (0..numbers).map(|number| {
        let [low, high] = outer_fifths(&values(number), shares)?;
        Some(Swing {
            low: end(low),
            high: end(high),
        })
    });
    each.collect::<Option<_>>().unwrap_or_default()
}

const fn end((mean, interval): (f64, crate::stats::Interval)) -> SwingEnd {
    SwingEnd { mean, interval }
}

/// Whether a share differs between readings.
pub fn varies(share: &ShakenShare) -> bool {
    share.range.is_some_and(|range| range.spread > 0.0)
}
