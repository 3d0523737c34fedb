//! A study, from what was run.

use super::parts::{Input, Rows, input_parts, movers, swings, trials_of_rows, varies};
use super::plain::Plain;
use super::run::Shaking;
use super::{RowsOfParts, ShakeStudy, ShakenShare, UsualEnd};
use crate::stats::Draws;
use crate::study::Case;
use crate::study::readings::Set;

impl Shaking<'_> {
    /// The study of the plain readings.
    pub(super) fn study(&self, authors: Vec<Case>, plain: &Plain) -> ShakeStudy {
        let doubt = self.doubt;
        let shares = authors.into_iter().zip(&self.quantities).enumerate();
        let shares: Vec<ShakenShare> = shares
            .map(|(at, (authors, &quantity))| ShakenShare {
                quantity,
                authors,
                range: plain.range(at, doubt.trials),
                movers: Vec::new(),
            })
            .collect();
        let asked = self.asked();
        let mut study = ShakeStudy {
            subject: self.scenario.into(),
            seed: doubt.seed,
            by: doubt.by,
            trials: doubt.trials,
            asked: doubt.readings,
            complete: false,
            quantity: doubt.quantity,
            numbers: self.numbers.list().to_vec(),
            drawn: self.reader().drawn(plain.readings.len()),
            usual: UsualEnd::of(&shares, &plain.readings),
            shares,
            readings: plain.readings.clone(),
            luck: plain.crossed(asked).luck(doubt.seed),
            rows: RowsOfParts {
                count: 0,
                trials: trials_of_rows(doubt.trials),
            },
            inputs: Vec::new(),
            swings: Vec::new(),
        };
        if varies(&study.shares[asked]) {
            let shares = plain.shares(asked, doubt.trials);
            let values = |number: usize| self.values(number, shares.len());
            study.swings = swings(self.numbers.list().len(), &shares, &values);
        }
        study
    }

    /// The place of the share that was asked for.
    fn asked(&self) -> usize {
        let place = self
            .quantities
            .iter()
            .position(|&it| it == self.doubt.quantity);
        place.unwrap_or(0) // it is among them: they are made so
    }

    /// Where a number lies in the first readings: its draws, which rise with its value.
    fn values(&self, number: usize, readings: usize) -> Vec<f64> {
        let reader = self.reader();
        (0..readings)
            .map(|row| reader.draw(row, number, Set::First))
            .collect()
    }

    /// Adds what moves the shares to a study.
    pub(super) fn tell_parts(&self, study: &mut ShakeStudy, inputs: Vec<Input>, rows: &Rows) {
        let seed = self.doubt.seed;
        study.rows.count = rows.first.len();
        let asked = self.asked();
        let mut of_asked = None;
        for (at, share) in study.shares.iter_mut().enumerate() {
            let indices = rows.indices(at, seed).filter(|_| varies(share));
            if let Some(indices) = &indices {
                share.movers = movers(&inputs, indices);
            }
            if at == asked {
                of_asked = indices;
            }
        }
        let Some(indices) = of_asked else {
            return;
        };
        let readings = study.readings.iter();
        let shares: Vec<f64> = readings
            .map(|counts| f64::from(counts[asked]) / self.doubt.trials as f64)
            .collect();
        let spread = study.shares[asked].range.map_or(0.0, |range| range.spread);
        let values = |number: usize| self.values(number, study.readings.len());
        let draws = Draws::new(shares, spread * spread, seed);
        study.inputs = input_parts(inputs, &indices, draws.as_ref(), &values);
    }
}
