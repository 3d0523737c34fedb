//! Rows that show shares: a scale below them, a bar with its interval in each, and figures beside
//! it.

use plotters::style::RGBColor;

use super::parts::whisker;
use super::style::{GRID, INK, LEADING, MUTED, OUTLINE, size};
use crate::error::Error;
use crate::numerals::number;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular, xy};
use crate::stats::Share;

/// Lines of the scale beside that of zero.
const QUARTERS: u8 = 4;
/// From the middle of a row to the baseline of a share, and to that of the interval below it.
const SHARE: f64 = -3.0;
const INTERVAL: f64 = 17.0;

/// A scale of shares across rows.
#[derive(Clone, Copy)]
pub struct ShareScale {
    /// Where no trials stand.
    pub zero: f64,
    /// Where the end of the scale is.
    pub full: f64,
    /// The share at its end, in per cent.
    pub end: f64,
}

/// How a bar looks.
pub struct Bar {
    /// From its middle to its upper edge.
    pub half: f64,
    /// From the middle to the end of a cap of its interval.
    pub half_cap: f64,
    /// Its colour.
    pub fill: RGBColor,
    /// How wide its outline is.
    pub outline: f64,
}

impl ShareScale {
    /// Where a share is.
    pub fn x(&self, share: f64) -> f64 {
        self.zero + (share * 100.0 / self.end).clamp(0.0, 1.0) * (self.full - self.zero)
    }

    /// Sets none, half and all of the scale below its lower edge.
    pub fn figures(&self, canvas: &Canvas, bottom: f64) -> Result<(), Error> {
        let baseline = bottom + size::NOTE * LEADING;
        for half in 0..=2u8 {
            let part = f64::from(half) / 2.0;
            let text = format!("{} %", number(part * self.end));
            canvas.text(
                &text,
                xy(self.part(part), baseline),
                regular(size::NOTE),
                MUTED,
                Align::Centre,
            )?;
        }
        Ok(())
    }

    /// Draws the line of zero.
    pub fn zero_line(
        &self,
        canvas: &Canvas,
        top: f64,
        bottom: f64,
        width: f64,
    ) -> Result<(), Error> {
        canvas.line(xy(self.zero, top), xy(self.zero, bottom), OUTLINE, width)
    }

    /// Draws the other lines. A row with nothing to measure has none.
    pub fn grid(&self, canvas: &Canvas, top: f64, bottom: f64) -> Result<(), Error> {
        for quarter in 1..=QUARTERS {
            let x = self.part(f64::from(quarter) / f64::from(QUARTERS));
            canvas.line(xy(x, top), xy(x, bottom), GRID, 1.0)?;
        }
        Ok(())
    }

    /// Draws a share as a bar around `middle`, and its interval.
    pub fn bar(&self, canvas: &Canvas, middle: f64, share: Share, look: &Bar) -> Result<(), Error> {
        if share.share > 0.0 {
            let bar = Area {
                left: self.zero,
                top: middle - look.half,
                right: self.x(share.share),
                bottom: middle + look.half,
            };
            canvas.bar(bar, look.fill, OUTLINE, look.outline)?;
        }
        let Some((low, high)) = share.interval.ends() else {
            return Ok(());
        };
        whisker(canvas, (self.x(low), self.x(high)), middle, look.half_cap)
    }

    fn part(&self, part: f64) -> f64 {
        self.zero + part * (self.full - self.zero)
    }
}

/// The least of these ends, in per cent, beyond which no interval of a share reaches; all trials
/// where there is none.
pub fn end(shares: impl Iterator<Item = Share>, ends: &[f64]) -> f64 {
    let high = shares.map(|share| share.interval.high().unwrap_or(share.share) * 100.0);
    let most = high.fold(0.0, f64::max);
    ends.iter()
        .copied()
        .find(|&end| most <= end)
        .unwrap_or(100.0)
}

/// Where the figures of rows stand.
pub struct FigureColumn {
    /// Left edge.
    pub left: f64,
    /// Right edge.
    pub right: f64,
}

impl FigureColumn {
    /// Sets a value and, below it, its interval around `middle`.
    pub fn draw(
        &self,
        canvas: &Canvas,
        middle: f64,
        value: &str,
        interval: &str,
    ) -> Result<(), Error> {
        let width = self.right - self.left;
        let (value, large) = canvas.ruler.fit(value, bold(size::LABEL), width);
        let (interval, small) = canvas.ruler.fit(interval, regular(size::NOTE), width);
        canvas.text(
            &value,
            xy(self.left, middle + SHARE),
            large,
            INK,
            Align::Left,
        )?;
        canvas.text(
            &interval,
            xy(self.left, middle + INTERVAL),
            small,
            MUTED,
            Align::Left,
        )
    }
}
