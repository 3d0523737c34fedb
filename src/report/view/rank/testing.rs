//! Rankings of shipped scenarios, small, for tests.

use std::sync::atomic::AtomicBool;

use crate::ensemble::{self, Plan, Watch, sums};
use crate::model::Model;
use crate::quantities::Quantity;
use crate::request::{Arguments, RankRequest};
use crate::scenario::{Change, Setting, Settings, Shipped, Source};
use crate::stats::shapley_exact;
use crate::study::{
    Batch, Comparison, Findings, LeftOut, MovedNumber, NUMBER_STEP, OpeningRank, QuantityMean,
    RankBy, RankMethod, RankStudy, Ranking, Shares, Split, Trial, block_ranges,
};
use crate::tally::Paired;

static STOP: AtomicBool = AtomicBool::new(false);
const SEED: u64 = 1;
/// How many blocks the trials of a split are cut into.
const BLOCKS: u64 = 4;

/// What to rank.
pub struct Case {
    /// Of which shipped scenario.
    pub scenario: &'static str,
    /// What is set in it.
    pub set: &'static [(&'static str, &'static str)],
    /// What is carried.
    pub quantity: Quantity,
    /// What is ranked.
    pub by: RankBy,
    /// Trials of each scenario.
    pub trials: u64,
}

/// The baseline, by wars.
pub const BASELINE: Case = Case {
    scenario: "iran-pakistan-2024",
    set: &[],
    quantity: Quantity::Wars,
    by: RankBy::Argument,
    trials: 300,
};

impl Case {
    fn arguments(&self, method: RankMethod) -> Arguments {
        let set = self.set.iter();
        let request = RankRequest {
            scenario: Source::Shipped(self.scenario.into()),
            settings: Settings {
                set: set
                    .map(|&(path, value)| Setting::set(path, value))
                    .collect(),
                ..Settings::default()
            },
            quantity: self.quantity,
            method,
            by: self.by,
            orders: 2,
            trials: self.trials,
            seed: SEED,
        };
        request.resolve(&Shipped).unwrap()
    }

    fn paired(&self, models: &[&Model]) -> Paired {
        let watch = Watch {
            progress: &|_| (),
            stop: &STOP,
        };
        ensemble::run_paired(models, &Plan::new(SEED, self.trials), &watch).unwrap()
    }

    fn study(&self, arguments: &Arguments, ranking: Ranking) -> RankStudy {
        RankStudy {
            subject: (&arguments.base).into(),
            seed: SEED,
            trials: self.trials,
            quantity: self.quantity,
            by: self.by,
            base: self.mean(&arguments.base.model),
            ranking,
        }
    }

    fn mean(&self, model: &Model) -> QuantityMean {
        let paired = self.paired(&[model]);
        Findings::new(model, &paired.tallies[0], None)
            .means
            .of(self.quantity)
    }

    fn batch(&self, arguments: &Arguments, quantity: Quantity, most: usize) -> Batch {
        let places = 0..arguments.players.len().min(most);
        let trials: Vec<Trial> = places
            .map(|place| {
                let scenario = arguments.without(place).unwrap();
                Trial {
                    player: arguments.players[place].clone(),
                    is_base: arguments.base.differences(&scenario).is_empty(),
                    model: scenario.model,
                }
            })
            .collect();
        let base = &arguments.base.model;
        let models: Vec<&Model> = std::iter::once(base)
            .chain(trials.iter().map(|trial| &trial.model))
            .collect();
        Batch::new(base, &trials, &self.paired(&models), quantity).unwrap()
    }

    /// The first of the players left out, each by itself.
    pub fn left_out(&self, most: usize) -> RankStudy {
        let arguments = self.arguments(RankMethod::LeaveOut);
        let batch = self.batch(&arguments, self.quantity, most);
        let free = arguments.with_free_opening(self.by).unwrap();
        let opening = free.map(|free| {
            let batch = self.batch(&free, Quantity::Opening, 3);
            let entries = batch.entries.into_iter().map(|(entry, _)| entry);
            OpeningRank::new(batch.base, entries.collect())
        });
        let ranking = LeftOut::new(batch.entries, opening);
        self.study(&arguments, Ranking::LeftOut(ranking))
    }

    /// The whole split among all, over all subsets.
    pub fn split(&self) -> RankStudy {
        let arguments = self.arguments(RankMethod::Split);
        let players = arguments.players.len();
        let blocks = block_ranges(self.trials, BLOCKS);
        let means = |subset: u64| -> Vec<f64> {
            let joined: Vec<bool> = (0..players).map(|at| subset >> at & 1 == 1).collect();
            let model = arguments.with_only(&joined).unwrap();
            let sums = sums(&model, self.quantity, SEED, &blocks, &STOP).unwrap();
            let means = sums.iter().zip(&blocks);
            means
                .map(|(sum, block)| sum.mean(block.end - block.start))
                .collect()
        };
        let worth: Vec<Vec<f64>> = (0..1 << players).map(means).collect();
        let values = (0..blocks.len())
            .map(|block| shapley_exact(players, |subset| worth[subset as usize][block]))
            .collect();
        let shares = Shares {
            blocks,
            values,
            is_share: self.quantity.is_share(),
        };
        let none = arguments.with_only(&vec![false; players]).unwrap();
        let split = Split {
            none: self.mean(&none),
            orders: None,
            entries: shares.entries(&arguments.players),
        };
        self.study(&arguments, Ranking::Split(split))
    }

    /// The first of the judged numbers moved either way.
    pub fn numbers(&self, most: usize) -> RankStudy {
        let arguments = self.arguments(RankMethod::Numbers);
        let judged = arguments.base.judged();
        let base = &arguments.base.model;
        let mut numbers = Vec::new();
        for (place, number) in judged.list().iter().enumerate().take(most) {
            let moved = [1.0 - NUMBER_STEP, 1.0 + NUMBER_STEP]
                .map(|way| judged.model(&[(place, Change::Times(way))]).unwrap());
            let models = [base, &moved[0], &moved[1]];
            let paired = self.paired(&models);
            let comparison = Comparison::new(&models, &paired, &[false; 2]).unwrap();
            let claimed = number.argument.clone();
            numbers.push(MovedNumber {
                id: number.id.clone(),
                path: number.path.clone(),
                meaning: number.meaning.clone(),
                claim: claimed
                    .as_ref()
                    .map_or_else(String::new, |it| it.claim.clone()),
                who: claimed.map_or_else(String::new, |it| it.who),
                kind: number.kind,
                value: number.value,
                less: comparison.variants[0].difference(self.quantity),
                more: comparison.variants[1].difference(self.quantity),
            });
        }
        MovedNumber::sort(&mut numbers);
        self.study(&arguments, Ranking::Numbers(numbers))
    }
}
