//! The scenarios of a request, once they are read.

use sha2::{Digest, Sha256};

use super::{
    Along, Arguments, CompareRequest, Compared, DiscoverRequest, RankRequest, Request, RunRequest,
    ShakeRequest, StoryRequest, SweepRequest, TipRequest, Told, WhyRequest,
};
use crate::error::{Error, Problem, hexadecimal};
use crate::scenario::{Resolver, Scenario, Settings, Source};

/// The scenarios of a request, read and checked: all that is needed to run it.
#[derive(Clone, Debug)]
pub enum Cases {
    /// The case of a run.
    Run(Box<Scenario>),
    /// The base and the variants of a comparison.
    Compare(Box<Compared>),
    /// One case for every point of a sweep.
    Sweep(Box<Along>),
    /// One case for every look of a tip.
    Tip(Box<Along>),
    /// The scenarios of a story.
    Story(Box<Told>),
    /// The case that is explained.
    Why(Box<Scenario>),
    /// A scenario and the arguments that are left out of it.
    Rank(Box<Arguments>),
    /// The case whose numbers are shaken.
    Shake(Box<Scenario>),
    /// The case of which a condition is looked for.
    Discover(Box<Scenario>),
}

impl Request {
    /// Reads the scenarios, each once.
    ///
    /// # Errors
    /// What cannot be run; every problem of the scenarios and of the settings.
    pub fn resolve(&self, texts: &dyn Resolver) -> Result<Cases, Error> {
        Ok(match self {
            Self::Run(run) => Cases::Run(run.resolve(texts)?.into()),
            Self::Compare(compare) => Cases::Compare(compare.resolve(texts)?.into()),
            Self::Sweep(sweep) => Cases::Sweep(sweep.resolve(texts)?.into()),
            Self::Tip(tip) => Cases::Tip(tip.resolve(texts)?.into()),
            Self::Story(story) => Cases::Story(story.resolve(texts)?.into()),
            Self::Why(why) => Cases::Why(why.resolve(texts)?.into()),
            Self::Rank(rank) => Cases::Rank(rank.resolve(texts)?.into()),
            Self::Shake(shake) => Cases::Shake(shake.resolve(texts)?.into()),
            Self::Discover(discover) => Cases::Discover(discover.resolve(texts)?.into()),
        })
    }

    /// A digest of what decides the counts in these cases: the kind of request, trials, seed, axes,
    /// quantity and the inputs of every scenario that is run. Paths, changes and labels are no part
    /// of it.
    ///
    /// # Errors
    /// A point of an axis that is out of range.
    pub fn digest(&self, cases: &Cases) -> Result<String, Error> {
        let mut inputs = Sha256::new();
        let form = serde_json::to_string(&self.unnamed());
        inputs.update(form.map_err(|reason| {
            Error::Fault(Problem::new(format!("a request has no JSON: {reason}")))
        })?);
        for scenario in cases.scenarios() {
            inputs.update(scenario.digest());
        }
        if let Cases::Sweep(along) | Cases::Tip(along) = cases {
            for place in 0..along.points() {
                inputs.update(along.scenario(place)?.digest());
            }
        }
        Ok(hexadecimal(&inputs.finalize()))
    }

    /// Whether another request differs in nothing but what names scenarios and changes.
    #[must_use]
    pub fn is_alike(&self, other: &Self) -> bool {
        self.unnamed() == other.unnamed()
    }

    /// The request without what names scenarios and changes.
    fn unnamed(&self) -> Self {
        let nothing = Source::Shipped(String::new());
        let none = Settings::default();
        match self {
            Self::Run(run) => Self::Run(RunRequest {
                scenario: nothing,
                settings: none,
                ..run.clone()
            }),
            Self::Compare(compare) => Self::Compare(CompareRequest {
                base: nothing,
                settings: none,
                variants: Vec::new(),
                ..compare.clone()
            }),
            Self::Sweep(sweep) => Self::Sweep(SweepRequest {
                scenario: nothing,
                settings: none,
                ..sweep.clone()
            }),
            Self::Tip(tip) => Self::Tip(TipRequest {
                scenario: nothing,
                settings: none,
                ..tip.clone()
            }),
            Self::Story(story) => Self::Story(StoryRequest {
                scenario: nothing,
                settings: none,
                against: None,
                ..story.clone()
            }),
            Self::Why(why) => Self::Why(WhyRequest {
                scenario: nothing,
                settings: none,
                ..why.clone()
            }),
            Self::Rank(rank) => Self::Rank(RankRequest {
                scenario: nothing,
                settings: none,
                ..rank.clone()
            }),
            Self::Shake(shake) => Self::Shake(ShakeRequest {
                scenario: nothing,
                settings: none,
                ..shake.clone()
            }),
            Self::Discover(discover) => Self::Discover(DiscoverRequest {
                scenario: nothing,
                settings: none,
                ..discover.clone()
            }),
        }
    }
}

impl Cases {
    /// The scenarios, the base first, nothing varied.
    #[must_use]
    pub fn scenarios(&self) -> Vec<&Scenario> {
        match self {
            Self::Run(scenario)
            | Self::Why(scenario)
            | Self::Shake(scenario)
            | Self::Discover(scenario) => vec![scenario],
            Self::Compare(compared) => compared.scenarios(),
            Self::Sweep(along) | Self::Tip(along) => vec![&along.base],
            Self::Story(told) => told.scenarios(),
            Self::Rank(arguments) => vec![&arguments.base],
        }
    }
}
