//! One scenario with one number varied, or two.

use crate::ensemble;
use crate::error::{Error, Problem};
use crate::model::Model;
use crate::numerals::count;
use crate::scenario::{Document, Resolver, Scenario, Setting, Settings, Source};
use crate::study::{Axis, MOST_POINTS, combination, how_many};

/// A scenario that was read once and is assembled at every point of its axes: whatever becomes of
/// its files meanwhile, all points are of one text.
#[derive(Clone, Debug)]
pub struct Along {
    document: Document,
    pub(super) settings: Settings,
    pub(super) axes: Vec<Axis>,
    /// The scenario as it is, nothing varied.
    pub base: Scenario,
}

impl Along {
    pub(super) fn new(
        source: &Source,
        settings: &Settings,
        axes: &[Axis],
        texts: &dyn Resolver,
    ) -> Result<Self, Error> {
        let document = Document::read(source.clone(), texts)?;
        let base = document.case(settings)?;
        Ok(Self {
            document,
            settings: settings.clone(),
            axes: axes.to_vec(),
            base,
        })
    }

    /// The scenario with a value on each axis.
    ///
    /// # Errors
    /// A value out of range.
    pub fn at(&self, values: &[f64]) -> Result<Scenario, Error> {
        let set = self
            .axes
            .iter()
            .zip(values)
            .map(|(axis, &value)| Setting::vary(axis.path(), value))
            .collect();
        self.document.assemble(&self.settings.with(&Settings {
            set,
            ..Settings::default()
        }))
    }

    /// The values at a point and the model there, by its place: the last axis runs fastest.
    ///
    /// # Errors
    /// A value out of range.
    pub fn model(&self, place: usize) -> Result<(Vec<f64>, Model), Error> {
        let values = combination(&self.axes, place);
        let model = self.at(&values)?.model;
        Ok((values, model))
    }

    /// The scenario at a point, by its place.
    ///
    /// # Errors
    /// A value out of range.
    pub fn scenario(&self, place: usize) -> Result<Scenario, Error> {
        self.at(&combination(&self.axes, place))
    }

    /// How many points the axes have together.
    #[must_use]
    pub fn points(&self) -> usize {
        how_many(&self.axes)
    }
}

/// Refuses what would run for ever, with the product named.
///
/// # Errors
/// More points than can be run, or more trials.
pub(super) fn affordable(axes: &[Axis], trials: u64) -> Result<(), Error> {
    let points: Vec<usize> = axes.iter().map(|axis| axis.values().len()).collect();
    let product = points
        .iter()
        .try_fold(1_u64, |product, &points| product.checked_mul(points as u64));
    let named = points
        .iter()
        .map(|&points| count(points as u64))
        .collect::<Vec<_>>()
        .join(" x ");
    let named = match product {
        Some(product) if points.len() > 1 => format!("{named} = {}", count(product)),
        _ => named,
    };
    let all = product.and_then(|product| Some((product, product.checked_mul(trials)?)));
    match all {
        Some((product, all)) if product <= MOST_POINTS as u64 && all <= ensemble::MOST_TRIALS => {
            Ok(())
        }
        _ => {
            let message = format!(
                "{named} points of {} trials each are too many",
                count(trials)
            );
            let help = format!(
                "{} points and {} trials in all at most",
                count(MOST_POINTS as u64),
                count(ensemble::MOST_TRIALS)
            );
            Err(Error::Usage(Problem::new(message).help(help)))
        }
    }
}
