//! What the scenario itself comes to, where it does not stand on the line: a line across.

use crate::error::Error;
use crate::report::chart::along::{Around, Clear, Plot};
use crate::report::chart::backend::{Align, Canvas, has_some_letters, regular, xy};
use crate::report::chart::style::{INK, PAPER};

/// How thick the line is, and how far above it its words begin.
const WIDTH: f64 = 1.6;
const ABOVE: f64 = 4.0;
/// How long a dash is, and how far it is to the next.
const DASH: f64 = 9.0;
const STEP: f64 = 15.0;
/// Where along the line its words may stand, from the right: the first place that is clear.
const PLACES: [f64; 7] = [0.82, 0.7, 0.58, 0.46, 0.34, 0.22, 0.1];

/// Draws the line, and keeps labels off it.
pub fn line(canvas: &Canvas, plot: &Plot<'_>, clear: &mut Clear, shown: f64) -> Result<(), Error> {
    let y = plot.up.y(shown);
    let area = plot.area;
    clear.take_line([xy(area.left, y), xy(area.right, y)], WIDTH);
    let mut from = area.left;
    while from < area.right {
        let to = (from + DASH).min(area.right);
        canvas.line(xy(from, y), xy(to, y), INK, WIDTH)?;
        from += STEP;
    }
    Ok(())
}

/// Says what the line is: "baseline (Iran 0.3, Pakistan 0.6): 8".
pub fn label(
    canvas: &Canvas,
    plot: &Plot<'_>,
    clear: &mut Clear,
    shown: f64,
    around: &Around<'_>,
) -> Result<(), Error> {
    let own = around
        .words
        .own(around.base, |name| has_some_letters(&canvas.ruler, name));
    let place = own
        .as_deref()
        .and_then(|own| own.strip_prefix("baseline: "));
    let figure = around.scale.figure(shown);
    let words = match place {
        Some(place) => format!("baseline ({place}): {figure}"),
        None => format!("baseline: {figure}"),
    };
    let y = plot.up.y(shown) + ABOVE;
    let width = plot.area.right - plot.area.left;
    let short = format!("baseline: {figure}");
    for words in [words, short] {
        for size in [canvas.sizes.lead, canvas.sizes.label] {
            let set = regular(size);
            for part in PLACES {
                let spot = xy(plot.area.left + part * width, y);
                if let Some(place) = clear.near(&canvas.ruler, &words, set, spot) {
                    canvas.fill(place.area, PAPER)?;
                    return canvas.text(&words, place.baseline, set, INK, Align::Left);
                }
            }
        }
    }
    Ok(())
}
