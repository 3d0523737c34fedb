//! The whole split among all: over all subsets of few, over orders of many.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use super::{Job, Ranked, fault};
use crate::commands::luck::{Progress, stopped};
use crate::commands::{output, stop};
use crate::ensemble::{Threads, sums};
use crate::error::Error;
use crate::model::Model;
use crate::numerals::count;
use crate::stats::{shapley_exact, shapley_of_pair, shapley_orders};
use crate::study::{Findings, QuantityMean, RankBy, Ranking, Shares, Split, block_ranges};

/// How many blocks the trials are cut into where every block has all subsets.
const BLOCKS: u64 = 20;
/// How many trials are timed before anything is run.
const TIMED: u64 = 2_000;
/// What takes less time than this many seconds is not worth a word.
const SHORT: f64 = 1.0;

/// Splits the whole.
pub fn rank(job: &Job<'_>) -> Result<Ranked, Error> {
    let players = job.arguments.players.len();
    let request = job.request;
    let is_exact = request.is_exact(players);
    say_cost(job)?;
    let scenarios = request.scenarios(players) + 2; // as it is, and with none
    let mut progress = Progress::new(scenarios * request.trials, job.session.quiet);
    let none = job.arguments.with_only(&vec![false; players])?;
    let base = mean(job, &job.arguments.base.model, &mut progress)?;
    let without_any = mean(job, &none, &mut progress)?;
    let shares = if is_exact {
        over_subsets(job, &mut progress)?
    } else {
        over_orders(job, &none, &mut progress)?
    };
    let split = Split {
        none: without_any,
        orders: (!is_exact).then(|| request.orders_drawn()),
        entries: shares.entries(&job.arguments.players),
    };
    Ok(Ranked {
        base,
        ranking: Ranking::Split(split),
    })
}

/// The quantity in a model, over all trials.
fn mean(job: &Job<'_>, model: &Model, progress: &mut Progress) -> Result<QuantityMean, Error> {
    let tally = job.luck().run(model, progress)?;
    Ok(Findings::new(model, &tally, None)
        .means
        .of(job.request.quantity))
}

/// The values in every block, from all subsets.
fn over_subsets(job: &Job<'_>, progress: &mut Progress) -> Result<Shares, Error> {
    let players = job.arguments.players.len();
    let blocks = block_ranges(job.request.trials, BLOCKS);
    let subsets: Vec<u64> = (0..1 << players).collect();
    let worth = on_threads(job, subsets, progress, |subset, done| {
        let joined: Vec<bool> = (0..players).map(|at| subset >> at & 1 == 1).collect();
        let model = job.arguments.with_only(&joined)?;
        means(job, &model, &blocks, done)
    })?;
    let values = (0..blocks.len())
        .map(|block| {
            shapley_exact(players, |subset| {
                worth
                    .get(subset as usize)
                    .and_then(|means| means.get(block))
                    .copied()
                    .unwrap_or_default()
            })
        })
        .collect();
    Ok(shares(job, blocks, values))
}

/// The values in every block, each from an order of its own and the reverse.
fn over_orders(job: &Job<'_>, none: &Model, progress: &mut Progress) -> Result<Shares, Error> {
    let players = job.arguments.players.len();
    let drawn = job.request.orders_drawn();
    let blocks = block_ranges(job.request.trials, drawn);
    let orders = shapley_orders(players, blocks.len(), job.request.seed);
    let items: Vec<_> = orders.iter().zip(&blocks).collect();
    let all = &job.arguments.base.model;
    let values = on_threads(job, items, progress, |(order, block), done| {
        let ends = [
            mean_of(job, none, block, done)?,
            mean_of(job, all, block, done)?,
        ];
        shapley_of_pair(order, ends, |joined| {
            let model = job.arguments.with_only(joined)?;
            mean_of(job, &model, block, done)
        })
    })?;
    Ok(shares(job, blocks, values))
}

fn shares(job: &Job<'_>, blocks: Vec<Range<u64>>, values: Vec<Vec<f64>>) -> Shares {
    Shares {
        blocks,
        values,
        is_share: job.request.quantity.is_share(),
    }
}

/// Does something with each item on all threads, and follows how many histories are done.
fn on_threads<T: Send, R: Send>(
    job: &Job<'_>,
    items: Vec<T>,
    progress: &mut Progress,
    each: impl Fn(T, &(dyn Fn(u64) + Sync)) -> Result<R, Error> + Sync + Send,
) -> Result<Vec<R>, Error> {
    progress.follow(|report| {
        let all = AtomicU64::new(0);
        let done = |more: u64| report(all.fetch_add(more, Ordering::Relaxed) + more);
        let threads = Threads::new(job.session.threads);
        let results = threads.map(items, |item| each(item, &done));
        let results = results.into_iter().collect::<Result<Vec<R>, Error>>()?;
        Ok((results, all.into_inner()))
    })
}

/// The means of the quantity in blocks of trials.
fn means(
    job: &Job<'_>,
    model: &Model,
    blocks: &[Range<u64>],
    done: &(dyn Fn(u64) + Sync),
) -> Result<Vec<f64>, Error> {
    let request = job.request;
    let sums = sums(model, request.quantity, request.seed, blocks, stop::flag());
    let sums = sums.ok_or_else(stopped)?;
    done(blocks.iter().map(|block| block.end - block.start).sum());
    let means = sums.iter().zip(blocks);
    Ok(means
        .map(|(sum, block)| sum.mean((block.end - block.start).max(1)))
        .collect())
}

/// The mean of the quantity in one block of trials.
fn mean_of(
    job: &Job<'_>,
    model: &Model,
    block: &Range<u64>,
    done: &(dyn Fn(u64) + Sync),
) -> Result<f64, Error> {
    let means = means(job, model, std::slice::from_ref(block), done)?;
    means.first().copied().ok_or_else(fault)
}

/// Says what is to be run, and about how long that takes.
fn say_cost(job: &Job<'_>) -> Result<(), Error> {
    if !job.session.has_table() {
        return Ok(());
    }
    let request = job.request;
    let players = job.arguments.players.len();
    let is_exact = request.is_exact(players);
    let scenarios = request.scenarios(players);
    let assembled = if is_exact {
        scenarios
    } else {
        scenarios * request.orders_drawn()
    };
    let histories = scenarios * request.trials;
    let seconds = seconds(job, assembled, histories)?;
    if seconds < SHORT {
        return Ok(());
    }
    let each = count(request.trials);
    let what = if is_exact {
        format!("{} scenarios of {each} histories each", count(scenarios))
    } else {
        let what = match request.by {
            RankBy::Argument => "arguments",
            RankBy::Theme => "themes",
        };
        format!(
            "{} orders of {players} {what} and their reverses, {} histories in all",
            count(request.orders_drawn()),
            count(histories)
        )
    };
    output::note(&[format!("{what}: about {} s", count(seconds.ceil() as u64))]);
    Ok(())
}

/// About how long it takes to assemble so many scenarios and to run so many histories.
fn seconds(job: &Job<'_>, assembled: u64, histories: u64) -> Result<f64, Error> {
    let begun = Instant::now();
    let model = job
        .arguments
        .with_only(&vec![true; job.arguments.players.len()])?;
    let to_assemble = begun.elapsed().as_secs_f64();
    let request = job.request;
    let trials = 0..TIMED.min(request.trials);
    let timed = trials.end;
    let begun = Instant::now();
    sums(
        &model,
        request.quantity,
        request.seed,
        std::slice::from_ref(&trials),
        stop::flag(),
    )
    .ok_or_else(stopped)?;
    let of_one = begun.elapsed().as_secs_f64() / timed.max(1) as f64;
    let threads = job
        .session
        .threads
        .unwrap_or_else(|| std::thread::available_parallelism().map_or(1, std::num::NonZero::get));
    Ok((to_assemble * assembled as f64 + of_one * histories as f64) / threads.max(1) as f64)
}
