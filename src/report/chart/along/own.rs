//! Where the scenario stands: a dot on the line, with its value.

use super::clear::Clear;
use super::curve::CoursePoint;
use super::plot::Plot;
use crate::error::Error;
use crate::error::printable;
use crate::numerals::number;
use crate::report::chart::backend::{Align, Area, Canvas, Position, has_some_letters, regular, xy};
use crate::report::chart::style::{INK, MUTED, PAPER};
use crate::report::words::ValueScale;
use crate::study::Standing;

/// The radius of the dot, and the width of its edge.
const RADIUS: f64 = 8.0;
const EDGE: f64 = 3.0;

/// Above the mark of a party, and the most room for its name.
const ABOVE: f64 = 8.0;
const MOST_NAME: f64 = 170.0;

/// A place on the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnPlace {
    /// The value of the axis.
    pub value: f64,
    /// Where it is.
    pub at: Position,
    /// The quantity there, along the line.
    pub shown: f64,
    /// Whether it lies between points that were run.
    pub is_between: bool,
}

impl OwnPlace {
    /// The place of a scenario with one value that lies on the line; none elsewhere.
    pub fn of(plot: &Plot<'_>, base: &Standing) -> Option<Self> {
        let value = base.single()?;
        let points = &plot.course.points;
        let next = points.iter().position(|point| value <= point.value)?;
        if points[next].value == value {
            let shown = points[next].shown?;
            return Some(Self {
                value,
                at: plot.at(value, shown),
                shown,
                is_between: false,
            });
        }
        let before = points.get(next.checked_sub(1)?)?;
        let from = plot.at(before.value, before.shown?);
        let to = plot.at(points[next].value, points[next].shown?);
        let x = plot.along.x(value);
        let part = (x - from.x) / (to.x - from.x);
        let shown = before.shown? + part * (points[next].shown? - before.shown?);
        Some(Self {
            value,
            at: plot.at(value, shown),
            shown,
            is_between: true,
        })
    }

    /// Draws the dot.
    pub fn draw(&self, canvas: &Canvas) -> Result<(), Error> {
        canvas.dot(self.at, RADIUS, PAPER, (INK, EDGE))
    }

    /// Whether it is at this end of the line, whose value its own words then say.
    fn is_at(&self, end: &CoursePoint) -> bool {
        self.value == end.value
    }

    /// What it covers.
    pub fn area(&self) -> Area {
        Area {
            left: self.at.x - RADIUS,
            top: self.at.y - RADIUS,
            right: self.at.x + RADIUS,
            bottom: self.at.y + RADIUS,
        }
    }

    /// With the quantity that the scenario itself came to, where it was run: the line between two
    /// points only comes near it.
    pub fn known(self, shown: Option<f64>) -> Self {
        match shown {
            Some(shown) if self.is_between => Self {
                shown,
                is_between: false,
                ..self
            },
            _ => self,
        }
    }

    /// "baseline (0.45): 7".
    pub fn words(&self, scale: &ValueScale) -> String {
        let about = if self.is_between { "about " } else { "" };
        format!(
            "baseline ({}): {about}{}",
            number(self.value),
            scale.figure(self.shown)
        )
    }
}

/// Draws the values at both ends of the line, but for one where the scenario stands: its own label
/// says it.
pub fn label_ends(
    canvas: &Canvas,
    plot: &Plot<'_>,
    clear: &mut Clear,
    own: Option<&OwnPlace>,
) -> Result<(), Error> {
    let Some([first, last]) = plot.course.ends() else {
        return Ok(());
    };
    if !own.is_some_and(|own| own.is_at(&first)) {
        plot.first_value(canvas, clear)?;
    }
    if !own.is_some_and(|own| own.is_at(&last)) {
        plot.last_value(canvas)?;
    }
    Ok(())
}

/// Draws the dot and its label, as large as there is room for it. Without room, the value at an end
/// stands there alone.
pub fn label_own(
    canvas: &Canvas,
    plot: &Plot<'_>,
    clear: &mut Clear,
    own: &OwnPlace,
    scale: &ValueScale,
) -> Result<(), Error> {
    own.draw(canvas)?;
    let words = own.words(scale);
    for size in [canvas.sizes.lead, canvas.sizes.label] {
        let set = regular(size);
        let place = clear
            .above(&canvas.ruler, &words, set, own.at)
            .or_else(|| clear.label(&canvas.ruler, &words, set, own.at));
        if let Some(place) = place {
            canvas.fill(place.area, PAPER)?;
            canvas.text(&words, place.baseline, set, INK, Align::Left)?;
            return Ok(());
        }
    }
    let is_last = plot.course.ends().is_some_and(|[_, last]| own.is_at(&last));
    if is_last {
        plot.last_value(canvas)?;
    }
    Ok(())
}

/// Draws the names of the parties above their marks on the axis, where there is room for them.
pub fn label_parties(
    canvas: &Canvas,
    plot: &Plot<'_>,
    clear: &mut Clear,
    base: &Standing,
) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    let several = base.values.len() > 1;
    for own in base.values.iter().filter(|own| plot.along.has(own.value)) {
        let name = printable(&own.of);
        let fits = canvas.ruler.width(&name, set) <= MOST_NAME;
        if !several || !fits || !has_some_letters(&canvas.ruler, &name) {
            continue;
        }
        let spot = xy(plot.along.x(own.value), plot.area.bottom - ABOVE);
        if let Some(place) = clear.near(&canvas.ruler, &name, set, spot) {
            canvas.fill(place.area, PAPER)?;
            canvas.text(&name, place.baseline, set, MUTED, Align::Left)?;
        }
    }
    Ok(())
}
