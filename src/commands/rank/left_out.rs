//! Each argument, or each theme, left out by itself.

use super::{Job, Ranked, fault};
use crate::commands::luck::Progress;
use crate::error::Error;
use crate::model::Model;
use crate::quantities::Quantity;
use crate::request::Arguments;
use crate::study::{
    Batch, LeftOut, LeftOutEntry, OpeningRank, QuantityMean, RankBy, Ranking, Trial,
};

/// How many are run beside the base at a time: more would take more memory, fewer would run the
/// base more often.
const TOGETHER: usize = 8;

/// Leaves out each by itself; then, of those that explain the opening or change nothing, each again
/// where the opener may choose.
pub fn rank(job: &Job<'_>) -> Result<Ranked, Error> {
    let places: Vec<usize> = (0..job.arguments.players.len()).collect();
    let trials = job.request.trials;
    let mut progress = Progress::new(histories(places.len(), trials), job.session.quiet);
    let quantity = job.request.quantity;
    let all = without_each(job, job.arguments, &places, quantity, &mut progress)?;
    let opening = opening(job, &all.entries, &mut progress)?;
    Ok(Ranked {
        base: all.base,
        ranking: Ranking::LeftOut(LeftOut::new(all.entries, opening)),
    })
}

/// How many histories it takes to leave out so many, the base beside each batch included.
fn histories(players: usize, trials: u64) -> u64 {
    (players + players.div_ceil(TOGETHER)) as u64 * trials
}

/// What leaving out each of some came to.
struct Each {
    base: QuantityMean,
    /// What each changes, and whether any history differs.
    entries: Vec<(LeftOutEntry, bool)>,
}

/// Leaves out each of these by itself, a few at a time.
fn without_each(
    job: &Job<'_>,
    arguments: &Arguments,
    places: &[usize],
    quantity: Quantity,
    progress: &mut Progress,
) -> Result<Each, Error> {
    let mut base = None;
    let mut entries = Vec::with_capacity(places.len());
    for together in places.chunks(TOGETHER) {
        let trials = together
            .iter()
            .map(|&place| trial(arguments, place))
            .collect::<Result<Vec<Trial>, Error>>()?;
        let own = &arguments.base.model;
        let models: Vec<&Model> = std::iter::once(own)
            .chain(trials.iter().map(|trial| &trial.model))
            .collect();
        let paired = job.luck().paired(&models, progress)?;
        let batch = Batch::new(own, &trials, &paired, quantity).ok_or_else(fault)?;
        base = Some(batch.base);
        entries.extend(batch.entries);
    }
    Ok(Each {
        base: base.ok_or_else(fault)?,
        entries,
    })
}

fn trial(arguments: &Arguments, place: usize) -> Result<Trial, Error> {
    let scenario = arguments.without(place)?;
    Ok(Trial {
        player: arguments.players[place].clone(),
        is_base: arguments.base.differences(&scenario).is_empty(),
        model: scenario.model,
    })
}

/// What explains an opening that is given: measured on the share of openings with force, where the
/// opener may choose.
fn opening(
    job: &Job<'_>,
    entries: &[(LeftOutEntry, bool)],
    progress: &mut Progress,
) -> Result<Option<OpeningRank>, Error> {
    if job.request.by == RankBy::Theme {
        return Ok(None);
    }
    let places: Vec<usize> = entries
        .iter()
        .enumerate()
        .filter(|(place, (_, differs))| !differs || job.arguments.explains_opening(*place))
        .map(|(place, _)| place)
        .collect();
    // A scenario that cannot leave the choice to its opener has nothing of that.
    let free = job.arguments.with_free_opening(job.request.by);
    let Some(free) = free.ok().flatten().filter(|_| !places.is_empty()) else {
        return Ok(None);
    };
    progress.expect(histories(places.len(), job.request.trials));
    let all = without_each(job, &free, &places, Quantity::Opening, progress)?;
    let entries = all.entries.into_iter().map(|(entry, _)| entry);
    Ok(Some(OpeningRank::new(all.base, entries.collect())))
}
