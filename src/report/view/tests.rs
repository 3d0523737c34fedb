//! A study that was written and read back is shown as it was: nothing else is needed.

mod discovered;
mod explained;
mod forged;
mod ranks;
mod shaken;

use std::sync::atomic::AtomicBool;

use super::*;
use crate::ensemble::{self, Plan, Watch};
use crate::model::Model;
use crate::quantities::Quantity;
use crate::report::figure::Medium;
use crate::report::prose::Detail;
use crate::report::{render, stored};
use crate::scenario::Scenario;
use crate::scenario::testing::shipped;
use crate::stats::Share;
use crate::study::story_testing::trial_of;
use crate::study::{
    AskedComparison, Axis, CompareStudy, ComparedPoints, Findings, Point, RunStudy, Standing,
    Sweep, SweepStudy, TipStudy, WhyAsked, WhyStudy, combination, how_many, tip as look_along,
};
use crate::tally::{Paired, Tally};

static STOP: AtomicBool = AtomicBool::new(false);

fn watch() -> Watch<'static> {
    Watch {
        progress: &|_| (),
        stop: &STOP,
    }
}

fn tally(scenario: &Scenario, trials: u64) -> Tally {
    let record = scenario.record.as_ref().map(|record| &record.facts);
    ensemble::run(&scenario.model, record, &Plan::new(1, trials), &watch()).unwrap()
}

fn paired(models: &[&Model], trials: u64) -> Paired {
    ensemble::run_paired(models, &Plan::new(1, trials), &watch()).unwrap()
}

/// All that is shown of a study.
fn shown(study: &Study) -> (String, String, Vec<Vec<u8>>, Vec<String>) {
    let sheets = sheets(study).into_iter().map(|sheet| {
        let mut bytes = Vec::new();
        render::csv(sheet, &mut bytes).unwrap();
        bytes
    });
    let charts = figures(study)
        .iter()
        .map(|figure| {
            crate::report::chart::draw(figure, Medium::Slide)
                .unwrap()
                .svg()
                .unwrap()
        })
        .collect();
    (
        render::text(&prose(study, Detail::Full)),
        render::pretty(&document(study)).unwrap(),
        sheets.collect(),
        charts,
    )
}

fn written(study: &Study) -> String {
    let mut bytes = Vec::new();
    stored::write(study, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn assert_comes_back(study: &Study) {
    let text = written(study);
    let back = stored::parse(&text).unwrap();
    assert_eq!(&back, study);
    assert_eq!(shown(&back), shown(study));
    let names = names(study);
    let (sheets, figures) = (sheets(study), figures(study));
    assert_eq!(
        names.sheets,
        sheets.iter().map(|sheet| sheet.name).collect::<Vec<_>>()
    );
    assert_eq!(
        names.figures,
        figures
            .iter()
            .map(|figure| figure.name.clone())
            .collect::<Vec<_>>()
    );
    for sheet in sheets {
        let columns = sheet.columns.len();
        assert!(
            sheet.rows.into_iter().all(|row| row.len() == columns),
            "{}",
            sheet.name
        );
    }
    for cut in [0, 1, text.len() / 2, text.len() - 2] {
        assert!(stored::parse(&text[..cut]).is_err());
    }
    assert!(stored::parse(&text.replacen("\"seed\":", "\"sed\":", 1)).is_err());
}

#[test]
fn a_run_comes_back() {
    let war = [("opening.rung", "war")];
    let choice = [("opening.rung", "choose")];
    for (name, set, trials) in [
        ("iran-pakistan-2024", &[][..], 300),
        ("hotline", &choice, 1),
        ("brinkmanship", &war, 40),
    ] {
        let scenario = shipped(name, set);
        for complete in [true, false] {
            assert_comes_back(&Study::Run(RunStudy::new(
                &scenario,
                1,
                &tally(&scenario, trials),
                complete,
            )));
        }
    }
}

#[test]
fn a_comparison_comes_back() {
    let base = shipped("hotline", &[]);
    let others = [
        shipped("spiral", &[]),
        shipped("hotline", &[("opening.rung", "war")]),
        shipped("brinkmanship", &[]),
    ];
    let named: Vec<_> = others
        .into_iter()
        .enumerate()
        .map(|(at, other)| (format!("variant {at}"), other))
        .collect();
    for (variants, trials) in [(&named[..1], 200), (&named[..], 60), (&named[1..2], 1)] {
        let models: Vec<&Model> = std::iter::once(&base.model)
            .chain(variants.iter().map(|(_, v)| &v.model))
            .collect();
        let asked = AskedComparison {
            seed: 1,
            trials: 200,
            flipped: 4,
        };
        let study = CompareStudy::new(&base, variants, &paired(&models, trials), asked).unwrap();
        assert_eq!(study.complete, trials == 200);
        assert_comes_back(&Study::Compare(study));
    }
}

/// A sweep of the baseline with so many trials at each point.
fn swept(axes: Vec<Axis>, quantity: Quantity, trials: u64, stopped: bool) -> SweepStudy {
    let base = shipped("iran-pakistan-2024", &[]);
    let models: Vec<Model> = (0..how_many(&axes)).map(|place| at(&axes, place)).collect();
    let point = |(place, model): (usize, &Model)| {
        let tally = ensemble::run(model, None, &Plan::new(1, trials), &watch()).unwrap();
        Point::new(combination(&axes, place), quantity, model, &tally)
    };
    let points: Vec<Point> = models.iter().enumerate().map(point).collect();
    let numbers = axes
        .iter()
        .map(|axis| Standing::new(&base, axis.path()))
        .collect();
    let mut sweep = Sweep {
        axes,
        base: numbers,
        points,
        compared: Vec::new(),
        own: None,
    };
    for picked in sweep.compared() {
        let pair = [&models[picked.from], &models[picked.to]];
        sweep.compared.extend(ComparedPoints::new(
            picked,
            pair,
            &paired(&pair, trials),
            quantity,
        ));
    }
    let asked = sweep.points.len();
    SweepStudy {
        subject: (&base).into(),
        seed: 1,
        trials,
        quantity,
        asked,
        stopped,
        sweep,
    }
}

fn at(axes: &[Axis], place: usize) -> Model {
    let values = combination(axes, place)
        .into_iter()
        .map(|value| value.to_string());
    let set: Vec<(String, String)> = axes
        .iter()
        .map(|axis| axis.path().to_owned())
        .zip(values)
        .collect();
    let set: Vec<(&str, &str)> = set
        .iter()
        .map(|(path, value)| (path.as_str(), value.as_str()))
        .collect();
    shipped("iran-pakistan-2024", &set).model
}

#[test]
fn a_sweep_comes_back() {
    let axis = |path: &str, points| Axis::spread(path, 0.0, 1.0, points, false).unwrap();
    let channel = || vec![axis("relations.crisis_communication", 3)];
    assert_comes_back(&Study::Sweep(swept(channel(), Quantity::War, 50, false)));
    assert_comes_back(&Study::Sweep(swept(channel(), Quantity::EndDay, 1, true)));
    let both = vec![
        axis("relations.crisis_communication", 2),
        axis("relations.trust", 3),
    ];
    assert_comes_back(&Study::Sweep(swept(both, Quantity::Acts, 20, false)));
}

/// A tip of the baseline: where the share of answers crosses a value.
fn looked(share: f64, trials: u64) -> TipStudy {
    let base = shipped("iran-pakistan-2024", &[]);
    let axis = Axis::spread("relations.crisis_communication", 0.0, 1.0, 6, false).unwrap();
    let look = |value: f64, _| -> Result<Option<Share>, std::convert::Infallible> {
        let scenario = shipped(
            "iran-pakistan-2024",
            &[("relations.crisis_communication", &value.to_string())],
        );
        let findings = Findings::new(&scenario.model, &tally(&scenario, trials), None);
        let mean = findings.means.of(Quantity::Answer);
        Ok(Some(Share {
            share: mean.mean,
            interval: mean.interval,
        }))
    };
    let Ok(Some(tip)) = look_along(&axis, share, trials, look) else {
        panic!("no look was stopped")
    };
    TipStudy {
        subject: (&base).into(),
        seed: 1,
        trials,
        base: Standing::new(&base, axis.path()),
        axis: axis.clone(),
        quantity: Quantity::Answer,
        share,
        reasons: vec![None; 6],
        asked: 6,
        tip,
    }
}

#[test]
fn a_tip_comes_back() {
    for (share, trials) in [(0.5, 200), (0.9, 5), (0.01, 60)] {
        assert_comes_back(&Study::Tip(looked(share, trials)));
    }
}
