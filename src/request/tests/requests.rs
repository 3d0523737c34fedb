//! Requests of every kind, for tests.

use super::*;

/// A run of one trial.
pub fn run_of(scenario: Source) -> RunRequest {
    RunRequest {
        scenario,
        settings: Settings::default(),
        trials: 1,
        seed: 1,
        precision: None,
    }
}

pub fn settings() -> Settings {
    Settings {
        set: vec![Setting::set("relations.trust", "{ normal = [0.4, 0.1] }")],
        with: vec!["deep-state".into()],
        without: vec!["china-counsels".into()],
    }
}

pub fn ranking(scenario: Source) -> RankRequest {
    RankRequest {
        scenario,
        settings: settings(),
        quantity: Quantity::Answer,
        method: RankMethod::Split,
        by: RankBy::Theme,
        orders: 7,
        trials: 10,
        seed: SEED,
    }
}

pub fn requests() -> Vec<Request> {
    let shipped = |name: &str| Source::Shipped(name.into());
    let axes = vec![
        Axis::spread("actors.*.restraint", 0.1, 0.7, 7, false).unwrap(),
        Axis::list("relations.crisis_communication", vec![0.1 + 0.2, 1e-7]).unwrap(),
    ];
    vec![
        Request::Run(RunRequest {
            scenario: Source::File("a/b.toml".into()),
            settings: settings(),
            trials: 9,
            seed: SEED,
            precision: Some(0.001),
        }),
        Request::Run(RunRequest {
            scenario: shipped("hotline"),
            settings: Settings::default(),
            trials: 1,
            seed: 0,
            precision: None,
        }),
        comparison(),
        Request::Sweep(SweepRequest {
            scenario: shipped("hotline"),
            settings: settings(),
            axes,
            quantity: Quantity::EndDay,
            trials: 10,
            seed: SEED,
        }),
        Request::Tip(TipRequest {
            scenario: shipped("hotline"),
            settings: settings(),
            axis: Axis::spread("relations.crisis_communication", 0.01, 0.7, 41, true).unwrap(),
            quantity: Quantity::Wars,
            share: 0.05,
            trials: 10,
            seed: SEED,
        }),
        why(),
        Request::Rank(ranking(shipped("hotline"))),
        shaken::request(),
        discovered::request(),
    ]
}

/// A comparison with a variant that is spelled out, and one that has a name.
fn comparison() -> Request {
    let in_place = VariantRequest {
        label: "hotline: on".into(),
        scenario: None,
        settings: settings(),
    };
    let by_name = VariantRequest {
        label: "h".into(),
        scenario: Some(Source::Shipped("hotline".into())),
        settings: Settings::default(),
    };
    Request::Compare(CompareRequest {
        base: Source::Shipped("reference-class".into()),
        variants: vec![in_place, by_name],
        settings: Settings::default(),
        trials: 10,
        seed: SEED,
        flipped: 3,
    })
}

/// Stories, with all that may be asked of one, and with as little as may be.
pub fn stories() -> Vec<Request> {
    let shipped = |name: &str| Source::Shipped(name.into());
    vec![
        Request::Story(StoryRequest {
            scenario: shipped("hotline"),
            settings: settings(),
            choice: StoryChoice::Outcome(Quantity::Wars),
            against: Some(VariantRequest {
                label: "as in the case".into(),
                scenario: Some(shipped("iran-pakistan-2024")),
                settings: Settings::default(),
            }),
            trials: 10,
            seed: SEED,
        }),
        Request::Story(StoryRequest {
            scenario: shipped("hotline"),
            settings: Settings::default(),
            choice: StoryChoice::Usual,
            against: None,
            trials: 10,
            seed: 1,
        }),
    ]
}

pub fn why() -> Request {
    Request::Why(WhyRequest {
        scenario: Source::Shipped("hotline".into()),
        settings: settings(),
        later: true,
        trials: 10,
        seed: SEED,
    })
}
