//! The share of runs on each rung, calm at the foot and war at the top, named beside what they are.

use super::band::RungBand;
use super::days::{DaySpan, Days};
use super::names;
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, regular, xy};
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::{MIDDLE, MUTED, OUTLINE, ladder_colour, size};
use crate::study::Findings;

/// Draws the bands, their names and the scale of shares; `mentioned` are the rungs that the title
/// names.
pub fn draw(
    canvas: &Canvas,
    area: Area,
    days: &Days,
    findings: &Findings,
    rungs: &ChartRungs<'_>,
    mentioned: &[usize],
) -> Result<(), Error> {
    let parts: Vec<Vec<DaySpan>> = days.places().collect();
    let bands: Vec<RungBand> = (0..rungs.len())
        .map(|rung| RungBand::new(rung, area, &parts, findings))
        .collect();
    // From the top down, each from its upper edge to the foot: no seams between neighbours.
    for band in bands.iter().rev().filter(|band| !band.is_empty()) {
        for (places, edges) in parts.iter().zip(&band.edges) {
            let Some(first) = places.first() else {
                continue;
            };
            let last = places.last().unwrap_or(first);
            let mut points = vec![xy(last.right, area.bottom), xy(first.left, area.bottom)];
            // In steps, as trials stand on a rung for a day, and as the median does.
            for (place, &(_, upper)) in places.iter().zip(edges) {
                points.push(xy(place.left, upper));
                points.push(xy(place.right, upper));
            }
            canvas.shape(&points, ladder_colour(band.rung, rungs.len()))?;
        }
    }
    let half = names::draw(canvas, area, &parts, &bands, rungs, mentioned)?;
    scale(canvas, area, half)
}

/// The scale of shares; its middle has a figure where there is room.
fn scale(canvas: &Canvas, area: Area, figure: bool) -> Result<(), Error> {
    canvas.line(
        xy(area.left, area.top),
        xy(area.left, area.bottom),
        OUTLINE,
        1.0,
    )?;
    for half in 0..=2u8 {
        let y = area.bottom - f64::from(half) / 2.0 * (area.bottom - area.top);
        canvas.line(xy(area.left - 5.0, y), xy(area.left, y), OUTLINE, 1.0)?;
        if half == 1 && !figure {
            continue;
        }
        let at = xy(area.left - 8.0, y + MIDDLE * size::SMALL);
        canvas.text(
            &format!("{} %", 50 * half),
            at,
            regular(size::SMALL),
            MUTED,
            Align::Right,
        )?;
    }
    Ok(())
}
