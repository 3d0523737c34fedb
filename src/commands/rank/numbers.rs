//! Every judged number moved a fifth either way, by itself.

use super::{Job, Ranked, fault};
use crate::commands::luck::Progress;
use crate::error::{Error, Problem};
use crate::model::Model;
use crate::quantities::Quantity;
use crate::scenario::{Change, Judged, JudgedNumbers};
use crate::study::{Comparison, Difference, MovedNumber, NUMBER_STEP, Ranking};

/// How many numbers are moved beside the base at a time, each both ways.
const TOGETHER: usize = 4;

/// Moves each number.
pub fn rank(job: &Job<'_>) -> Result<Ranked, Error> {
    let base = &job.arguments.base;
    let judged = base.judged();
    if judged.list().is_empty() {
        let problem = Problem::new("no number of the scenario is a judgement that can be moved");
        return Err(Error::Usage(
            problem.help("rank its arguments in place of its numbers"),
        ));
    }
    let many = judged.list().len();
    let runs = (2 * many + many.div_ceil(TOGETHER)) as u64;
    let mut progress = Progress::new(runs * job.request.trials, job.session.quiet);
    let mut numbers = Vec::with_capacity(many);
    let mut as_it_is = None;
    let places: Vec<usize> = (0..many).collect();
    for together in places.chunks(TOGETHER) {
        let models = moved(&judged, together)?;
        let all: Vec<&Model> = std::iter::once(&base.model).chain(&models).collect();
        let paired = job.luck().paired(&all, &mut progress)?;
        let same = vec![false; models.len()];
        let comparison = Comparison::new(&all, &paired, &same).ok_or_else(fault)?;
        as_it_is = Some(comparison.base.means.of(job.request.quantity));
        let differences = differences(&comparison, job.request.quantity);
        for (&place, [less, more]) in together.iter().zip(differences) {
            let judged = judged.list().get(place).ok_or_else(fault)?;
            numbers.push(number(judged, less, more));
        }
    }
    MovedNumber::sort(&mut numbers);
    Ok(Ranked {
        base: as_it_is.ok_or_else(fault)?,
        ranking: Ranking::Numbers(numbers),
    })
}

/// The models with each of these numbers moved down, and moved up.
fn moved(judged: &JudgedNumbers, places: &[usize]) -> Result<Vec<Model>, Error> {
    let ways = [1.0 - NUMBER_STEP, 1.0 + NUMBER_STEP];
    let changes = places
        .iter()
        .flat_map(|&place| ways.map(|way| (place, Change::Times(way))));
    changes.map(|change| judged.model(&[change])).collect()
}

/// What each of the numbers does, moved down and moved up.
fn differences(comparison: &Comparison, quantity: Quantity) -> Vec<[Difference; 2]> {
    let all: Vec<Difference> = comparison
        .variants
        .iter()
        .map(|variant| variant.difference(quantity))
        .collect();
    all.as_chunks().0.to_vec()
}

fn number(judged: &Judged, less: Difference, more: Difference) -> MovedNumber {
    let argument = judged.argument.as_ref();
    MovedNumber {
        id: judged.id.clone(),
        path: judged.path.clone(),
        meaning: judged.meaning.clone(),
        claim: argument.map_or_else(String::new, |argument| argument.claim.clone()),
        who: argument.map_or_else(String::new, |argument| argument.who.clone()),
        kind: judged.kind,
        value: judged.value,
        less,
        more,
    }
}
