//! A quantity at every point of two axes, as a map: the darker, the more. Few cells have their
//! numbers, many have lines of equal value.

mod anchors;
mod cells;
mod edges;
mod place;
mod values;

use super::{base, scale};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Type, regular, xy};
use crate::report::chart::style::{INK, LEADING};
use crate::report::words::{AxisWords, ValueScale, axes_in_words, grid_scale};
use crate::study::{Axis, Point, Sweep, SweepStudy};

use edges::Edges;

/// With more cells than this their numbers would be a table.
const MOST_NUMBERS: usize = 60;
/// With fewer values on an axis contours would be guesses.
const LEAST_VALUES: usize = 4;

/// The cells.
struct Map<'a> {
    sweep: &'a Sweep,
    words: &'a [AxisWords],
    area: Area,
    body: Area,
    /// The places of the values of each axis in their order: of the first from the left, of the
    /// second from the foot.
    orders: [Vec<usize>; 2],
    colours: scale::ColourRange,
    scale: ValueScale,
}

/// Draws the cells, their axes, and the scale beside them where they have no numbers.
pub fn draw(canvas: &Canvas, body: Area, study: &SweepStudy) -> Result<(), Error> {
    let [across, up] = study.sweep.axes.as_slice() else {
        return Ok(());
    };
    let words = axes_in_words(study);
    let scale = grid_scale(study);
    let mut map = Map {
        sweep: &study.sweep,
        words: &words,
        area: body,
        body,
        orders: [order(across), order(up)],
        colours: scale::ColourRange::of(study, &scale),
        scale,
    };
    let edges = Edges::of(canvas, &map);
    map.area = edges.cells(canvas, body, 0.0);
    let numbers = map.number_set(canvas);
    if numbers.is_none() {
        let beside = map.colours.width(canvas);
        map.area = edges.cells(canvas, body, beside);
    }
    let set = regular(canvas.sizes.label);
    let heading = map.heading(study, numbers.is_some());
    let heading = canvas.ruler.cut(&heading, set, body.right - body.left);
    let baseline = xy(body.left, body.top + set.size * 0.8);
    canvas.text(&heading, baseline, set, INK, Align::Left)?;
    map.cells(canvas)?;
    match numbers {
        Some(set) => map.numbers(canvas, set)?,
        None if map.has_contours() => map.contours(canvas)?,
        None => {}
    }
    map.mark_base(canvas, numbers)?;
    edges.draw(canvas, &map)?;
    if numbers.is_none() {
        scale::draw(canvas, map.area, &map.colours)?;
    }
    Ok(())
}

/// The places of an axis's values, from the least.
fn order(axis: &Axis) -> Vec<usize> {
    let values = axis.values();
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&one, &other| values[one].total_cmp(&values[other]));
    order
}

impl Map<'_> {
    /// What stands above the cells: what they show, and how to read them.
    fn heading(&self, study: &SweepStudy, has_numbers: bool) -> String {
        let what = self.scale.heading(study.quantity);
        let white = if self.sweep.points.iter().all(Point::can_occur) {
            ""
        } else {
            "; white: cannot occur"
        };
        let lines = if !has_numbers && self.has_contours() {
            "; lines of equal value"
        } else {
            ""
        };
        format!("{what}; the darker, the more{lines}{white}")
    }

    /// Whether there are enough values on both axes for lines of equal value.
    fn has_contours(&self) -> bool {
        self.orders.iter().all(|order| order.len() >= LEAST_VALUES)
    }

    /// Marks where the scenario stands as it is.
    fn mark_base(&self, canvas: &Canvas, numbers: Option<Type>) -> Result<(), Error> {
        let Some(place) = self.base() else {
            return Ok(());
        };
        if let Some(cell) = self.own_cell().filter(|_| numbers.is_some()) {
            return base::frame(canvas, cell);
        }
        let at = self.at(place);
        base::dot(canvas, at)?;
        if numbers.is_some() {
            // A number beside the dot would be read as that of its cell.
            return Ok(());
        }
        self.name_dot(canvas, at)
    }

    /// How numbers are set so that all fit their cells, if they can and there are few enough.
    fn number_set(&self, canvas: &Canvas) -> Option<Type> {
        if self.sweep.points.len() > MOST_NUMBERS {
            return None;
        }
        let size = self.size();
        let sizes = [canvas.sizes.number, canvas.sizes.lead, canvas.sizes.label].map(regular);
        sizes.into_iter().find(|&set| {
            size.high >= set.size * LEADING + 6.0 && size.wide >= self.widest(canvas, set) + 14.0
        })
    }

    fn widest(&self, canvas: &Canvas, set: Type) -> f64 {
        self.sweep
            .points
            .iter()
            .map(|point| canvas.ruler.width(&self.in_cell(point), set))
            .fold(0.0, f64::max)
    }

    /// A point as its cell has it.
    fn in_cell(&self, point: &Point) -> String {
        if point.can_occur() {
            self.scale.cell(point.shown)
        } else {
            "–".to_owned()
        }
    }
}
