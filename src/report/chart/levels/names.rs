//! The names of the bands of shares: within them where there is room, else beside them, with a line
//! to what they name.

mod inside;

use super::across::{self, Peak};
use super::band::{LARGE, RungBand, leader_line, thick};
use super::days::DaySpan;
use super::layout::BESIDE;
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Type, regular, xy};
use crate::report::chart::parts::{lines, spread};
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::{INK, LEADING, LEFT, MUTED, RIGHT, size};
use inside::inside;

/// Shares at the horizon below this have no name at the edge, but for those that the title names.
const LEAST_NAMED: f64 = 0.01;
/// More lines than these no name has beside its band.
const MOST_BESIDE: usize = 2;
/// Between names outside.
const APART: f64 = 2.0;
const APART_ABOVE: f64 = 18.0;
/// Lines begin so far within the ends of their names.
const INSET: f64 = 4.0;
/// Names above stand so far above the shares.
const ABOVE: f64 = 7.0;
/// What the figures of the scale need to the left of the shares, and how far lines keep from their
/// middles.
const FIGURES: f64 = 46.0;
const CLEAR: f64 = 9.5;
/// A name beside the shares: its band, its lines, the height where it would stand and that of what
/// it points to.
struct Label<'b> {
    band: &'b RungBand,
    words: Vec<String>,
    anchor: f64,
}

/// Draws the names of all bands that need one; `mentioned` are the rungs that the title names.
/// Gives whether the middle of the scale has room for its figure.
pub fn draw(
    canvas: &Canvas,
    area: Area,
    parts: &[Vec<DaySpan>],
    bands: &[RungBand],
    rungs: &ChartRungs<'_>,
    mentioned: &[usize],
) -> Result<bool, Error> {
    let mut unnamed = Vec::new();
    let mut taken = Vec::new();
    for band in bands.iter().filter(|band| !band.is_empty()) {
        match inside(canvas, band, parts, rungs)? {
            Some(area) => taken.push(area),
            None => unnamed.push(band),
        }
    }
    let large = LARGE * (area.bottom - area.top);
    let (left, rest): (Vec<&RungBand>, Vec<&RungBand>) = unnamed
        .into_iter()
        .partition(|band| thick(band.begin()) >= large);
    let half = at_left(canvas, area, &left, rungs)?;
    let least = LEAST_NAMED * (area.bottom - area.top);
    let (right, rest): (Vec<&RungBand>, Vec<&RungBand>) = rest.into_iter().partition(|band| {
        let end = thick(band.end());
        end >= least || (mentioned.contains(&band.rung) && end > 0.0)
    });
    at_right(canvas, area, right, rungs, mentioned)?;
    let rest = across::draw(
        canvas,
        parts,
        bands,
        across::peaks(area, parts, &rest),
        rungs,
        taken,
    )?;
    above(canvas, area, rest, rungs)?;
    Ok(half)
}

/// Names of bands that are large on the first day: to the left of it.
fn at_left(
    canvas: &Canvas,
    area: Area,
    bands: &[&RungBand],
    rungs: &ChartRungs<'_>,
) -> Result<bool, Error> {
    let set = regular(size::SMALL);
    let right = area.left - FIGURES - 14.0;
    let middle = f64::midpoint(area.top, area.bottom);
    let mut half = true;
    let mut labels: Vec<Label<'_>> = Vec::new();
    for &band in bands {
        let words = canvas
            .ruler
            .label(rungs.labels[band.rung], set, right - LEFT, MOST_BESIDE);
        let (anchor, clear) = anchor(band.begin(), [area.top, middle, area.bottom]);
        half &= clear;
        labels.push(Label {
            band,
            words,
            anchor,
        });
    }
    labels.sort_by_key(|label| std::cmp::Reverse(label.band.rung));
    let heights: Vec<f64> = labels
        .iter()
        .map(|label| height(&label.words, set))
        .collect();
    let wanted: Vec<f64> = labels.iter().map(|label| label.anchor).collect();
    // The least step of a band is large, so that there are few, but their names may be long.
    let middles = spread(
        &wanted,
        &heights,
        (area.top - 6.0, area.bottom + 6.0),
        APART,
    );
    for (label, y) in labels.iter().zip(middles) {
        let turn = xy(area.left - FIGURES, label.anchor);
        canvas.line(xy(right + 3.0, y), turn, MUTED, 0.8)?;
        canvas.line(turn, xy(area.left, label.anchor), MUTED, 0.8)?;
        lines(canvas, &label.words, xy(right, y), set, INK, Align::Right)?;
    }
    Ok(half)
}

/// Where a line from the left meets a band: at its middle, or as near to that as the figures of the
/// scale allow; and whether it is clear of them.
fn anchor(edges: (f64, f64), figures: [f64; 3]) -> (f64, bool) {
    let (lower, upper) = edges;
    let middle = f64::midpoint(lower, upper);
    let mut places = vec![middle];
    places.extend(
        figures
            .into_iter()
            .flat_map(|figure| [figure - CLEAR, figure + CLEAR]),
    );
    places.retain(|y| (upper..=lower).contains(y));
    places.sort_by(|one, other| (one - middle).abs().total_cmp(&(other - middle).abs()));
    for y in places {
        if figures
            .iter()
            .all(|figure| (figure - y).abs() >= CLEAR - 1e-9)
        {
            return (y, true);
        }
    }
    (middle, false)
}

fn height(words: &[String], set: Type) -> f64 {
    words.len() as f64 * set.size * LEADING
}

/// Names of bands that reach the horizon: at the right edge; where not all find room the widest
/// bands, and those that the title names.
fn at_right(
    canvas: &Canvas,
    area: Area,
    mut bands: Vec<&RungBand>,
    rungs: &ChartRungs<'_>,
    mentioned: &[usize],
) -> Result<(), Error> {
    let set = regular(size::SMALL);
    bands.sort_by(|one, other| {
        let [one_first, other_first] = [one, other].map(|band| mentioned.contains(&band.rung));
        other_first
            .cmp(&one_first)
            .then(thick(other.end()).total_cmp(&thick(one.end())))
    });
    let mut labels = fitting(canvas, area.bottom - area.top, &bands, rungs);
    labels.sort_by_key(|label| std::cmp::Reverse(label.band.rung));
    let wanted: Vec<f64> = labels.iter().map(|label| label.anchor).collect();
    let heights: Vec<f64> = labels
        .iter()
        .map(|label| height(&label.words, set))
        .collect();
    let middles = spread(&wanted, &heights, (area.top, area.bottom), APART);
    for (label, middle) in labels.iter().zip(middles) {
        canvas.line(
            xy(area.right + 2.0, label.anchor),
            xy(BESIDE - 3.0, middle),
            MUTED,
            0.8,
        )?;
        lines(
            canvas,
            &label.words,
            xy(BESIDE, middle),
            set,
            INK,
            Align::Left,
        )?;
    }
    Ok(())
}

/// The names of the first bands that find room at the right edge.
fn fitting<'b>(
    canvas: &Canvas,
    mut room: f64,
    bands: &[&'b RungBand],
    rungs: &ChartRungs<'_>,
) -> Vec<Label<'b>> {
    let set = regular(size::SMALL);
    let mut labels = Vec::new();
    for &band in bands {
        let mut words =
            canvas
                .ruler
                .label(rungs.labels[band.rung], set, RIGHT - BESIDE, MOST_BESIDE);
        if height(&words, set) > room {
            words = canvas
                .ruler
                .label(rungs.labels[band.rung], set, RIGHT - BESIDE, 1);
        }
        room -= height(&words, set) + APART;
        if room < -APART {
            break;
        }
        labels.push(Label {
            band,
            words,
            anchor: f64::midpoint(band.end().0, band.end().1),
        });
    }
    labels
}

/// Names of bands that are large on some day in between: above the shares, in the order of these
/// days, with a line down into the band; the larger first, as long as there is room.
fn above(
    canvas: &Canvas,
    area: Area,
    peaks: Vec<Peak>,
    rungs: &ChartRungs<'_>,
) -> Result<(), Error> {
    let set = regular(size::SMALL);
    let mut labels: Vec<(String, Peak)> = Vec::new();
    let mut room = area.right - area.left;
    for peak in peaks {
        let words =
            canvas
                .ruler
                .cut_middle(rungs.labels[peak.rung], set, (area.right - area.left) / 2.0);
        room -= canvas.ruler.width(&words, set) + APART_ABOVE;
        if room < -APART_ABOVE {
            break;
        }
        labels.push((words, peak));
    }
    labels
        .sort_by(|(_, one), (_, other)| one.x.total_cmp(&other.x).then(one.y.total_cmp(&other.y)));
    let widths: Vec<f64> = labels
        .iter()
        .map(|(words, _)| canvas.ruler.width(words, set))
        .collect();
    let wanted: Vec<f64> = labels.iter().map(|(_, peak)| peak.x).collect();
    let middles = spread(&wanted, &widths, (area.left, area.right), APART_ABOVE);
    for ((words, peak), (middle, width)) in labels.iter().zip(middles.into_iter().zip(widths)) {
        canvas.text(words, xy(middle, area.top - ABOVE), set, INK, Align::Centre)?;
        let half = (width / 2.0 - INSET).max(0.0);
        leader_line(
            canvas,
            xy(peak.x.clamp(middle - half, middle + half), area.top - 1.0),
            xy(peak.x, peak.y),
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
