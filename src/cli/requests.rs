//! What a command line asks for, as a value.

use super::{
    CompareCommand, RankCommand, RunCommand, StoryCommand, SweepCommand, TipCommand, WhyCommand,
};
use crate::request::{
    CompareRequest, RankRequest, RunRequest, StoryRequest, SweepRequest, TipRequest,
    VariantRequest, WhyRequest,
};
use crate::scenario::{Settings, Source};
use crate::study::{RankBy, RankMethod};

/// How many trials are run where the user does not say.
const TRIALS: u64 = 100_000;
/// How many at most where they run until they are precise.
const MOST_FOR_PRECISION: u64 = 100_000_000;

impl RunCommand {
    /// What it asks for.
    #[must_use]
    pub fn request(&self) -> RunRequest {
        let options = &self.options;
        let most = if options.precision.is_some() {
            MOST_FOR_PRECISION
        } else {
            TRIALS
        };
        RunRequest {
            scenario: Source::named(&self.scenario, None),
            settings: options.settings.settings(),
            trials: options.trials.unwrap_or(most),
            seed: options.seed,
            precision: options.precision,
        }
    }
}

impl CompareCommand {
    /// What it asks for.
    #[must_use]
    pub fn request(&self) -> CompareRequest {
        let named = self.variants.iter().map(|name| VariantRequest {
            label: Source::named(name, None).shown(),
            scenario: Some(Source::named(name, None)),
            settings: Settings::default(),
        });
        let in_place = self.in_place.iter().map(|in_place| VariantRequest {
            label: in_place.label.clone(),
            scenario: None,
            settings: in_place.settings.clone(),
        });
        CompareRequest {
            base: Source::named(&self.base, None),
            variants: named.chain(in_place).collect(),
            settings: self.options.settings.settings(),
            trials: self.options.trials,
            seed: self.options.seed,
            flipped: self.flipped.unwrap_or(0),
        }
    }
}

impl SweepCommand {
    /// What it asks for.
    #[must_use]
    pub fn request(&self) -> SweepRequest {
        SweepRequest {
            scenario: Source::named(&self.scenario, None),
            settings: self.options.settings.settings(),
            axes: self.vary.clone(),
            quantity: self.outcome,
            trials: self.options.trials,
            seed: self.options.seed,
        }
    }
}

impl TipCommand {
    /// What it asks for.
    #[must_use]
    pub fn request(&self) -> TipRequest {
        TipRequest {
            scenario: Source::named(&self.scenario, None),
            settings: self.options.settings.settings(),
            axis: self.vary.clone(),
            quantity: self.outcome,
            share: self.share,
            trials: self.options.trials,
            seed: self.options.seed,
        }
    }
}

impl StoryCommand {
    /// What it asks for.
    #[must_use]
    pub fn request(&self) -> StoryRequest {
        StoryRequest {
            scenario: Source::named(&self.scenario, None),
            settings: self.options.settings.settings(),
            choice: self.choice(),
            against: self.against.clone(),
            trials: self.options.trials,
            seed: self.options.seed,
        }
    }
}

impl WhyCommand {
    /// What it asks for.
    #[must_use]
    pub fn request(&self) -> WhyRequest {
        WhyRequest {
            scenario: Source::named(&self.scenario, None),
            settings: self.options.settings.settings(),
            later: self.later,
            trials: self.options.trials,
            seed: self.options.seed,
        }
    }
}

/// How many trials of each scenario where the whole is split among themes, of which there are few.
const SPLIT_TRIALS: u64 = 50_000;
/// How many trials where every judged number is moved, of which there are many.
const NUMBER_TRIALS: u64 = 20_000;

impl RankCommand {
    /// What it asks for.
    #[must_use]
    pub fn request(&self) -> RankRequest {
        let by = self.by.into();
        let method = self.method();
        let trials = match (method, by) {
            (RankMethod::Split, RankBy::Theme) => SPLIT_TRIALS,
            (RankMethod::Numbers, _) => NUMBER_TRIALS,
            (RankMethod::Split | RankMethod::LeaveOut, _) => TRIALS,
        };
        RankRequest {
            scenario: Source::named(&self.scenario, None),
            settings: self.options.settings.settings(),
            quantity: self.outcome,
            method,
            by,
            orders: self.orders,
            trials: self.options.trials.unwrap_or(trials),
            seed: self.options.seed,
        }
    }
}
