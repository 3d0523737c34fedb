//! What stands around the cells of a map: the names of both axes, their values, what their ends
//! stand for, and where the scenario stands.

use super::anchors::{anchors, anchors_across, between};
use super::{Map, base};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, has_some_letters, regular, xy};
use crate::report::chart::style::{INK, LEADING, MIDDLE, MUTED, OUTLINE};
use crate::report::words::AxisWords;

/// How long the mark of a figure is, and from there to the figure.
const TICK: f64 = 5.0;
const GAP: f64 = 5.0;
/// Between figures across.
const APART: f64 = 14.0;
/// The most room for what the ends of the upward axis stand for.
const MOST_WORDS: f64 = 190.0;
/// Between the name of the axis across and what stands at its right.
const BESIDE: f64 = 36.0;
/// The side of the frame in the legend.
const FRAME: f64 = 20.0;

/// What stands around the cells.
pub struct Edges {
    /// The figures of the upward axis from the foot, with what the ends stand for.
    up: Vec<String>,
    /// How wide the widest of them is.
    left: f64,
    /// Whether the ends of the axis across stand for something.
    has_anchors: bool,
    /// Where the scenario stands.
    own: Option<String>,
    own_line: bool,
}

impl Edges {
    /// What stands around a map.
    pub fn of(canvas: &Canvas, map: &Map<'_>) -> Self {
        let set = regular(canvas.sizes.label);
        let words = &map.words[1];
        let values = map.sorted(1);
        let mut up = Vec::new();
        for &value in &values {
            let figure = words.figure(value);
            let means = words.means(value);
            let means = means.filter(|means| canvas.ruler.width(means, set) <= MOST_WORDS);
            up.push(match means {
                Some(means) => format!("{means}  {figure}"),
                None => figure,
            });
        }
        let between = between(map);
        let widths = up.iter().chain(between.iter().map(|anchor| &anchor.words));
        let widths = widths.map(|words| canvas.ruler.width(words, set));
        let left = widths.fold(0.0, f64::max) + TICK + GAP;
        let own = own(canvas, map);
        let name = canvas
            .ruler
            .width(&map.words[0].label(), regular(canvas.sizes.lead));
        let own_width = own.as_ref().map_or(0.0, |own| canvas.ruler.width(own, set));
        let room = map.body.right - map.body.left - left;
        Self {
            up,
            left,
            has_anchors: !anchors(map).is_empty(),
            own_line: own.is_some() && name + own_width + BESIDE + FRAME > room,
            own,
        }
    }

    /// The room for the cells in a body, with so much beside them.
    pub fn cells(&self, canvas: &Canvas, body: Area, beside: f64) -> Area {
        let label = canvas.sizes.label * LEADING;
        let lead = canvas.sizes.lead * LEADING;
        let anchors = if self.has_anchors { label } else { 0.0 };
        let own = if self.own_line { label + 4.0 } else { 0.0 };
        Area {
            left: body.left + self.left,
            top: body.top + label + lead + 8.0,
            right: body.right - beside,
            bottom: body.bottom - TICK - label - anchors - 6.0 - lead - own,
        }
    }

    /// Draws it.
    pub fn draw(&self, canvas: &Canvas, map: &Map<'_>) -> Result<(), Error> {
        self.upward(canvas, map)?;
        let set = regular(canvas.sizes.label);
        let label = set.size * LEADING;
        let mut y = map.area.bottom + TICK;
        Self::across(canvas, map, y + set.size)?;
        y += label;
        if self.has_anchors {
            anchors_across(canvas, map, y)?;
            y += label;
        }
        self.names(canvas, map, y + 6.0)
    }

    fn names(&self, canvas: &Canvas, map: &Map<'_>, top: f64) -> Result<(), Error> {
        let sizes = canvas.sizes;
        let set = regular(sizes.lead);
        let wide = map.body.right - map.body.left;
        let up = format!("↑ {}", name(canvas, &map.words[1], wide));
        let (up, upward) = canvas.ruler.fit(&up, set, wide, sizes.label);
        let baseline = xy(map.body.left, map.area.top - 8.0 - set.size * 0.2);
        canvas.text(&up, baseline, upward, INK, Align::Left)?;
        let own = self.own.as_ref().filter(|_| !self.own_line);
        let label = regular(sizes.label);
        let taken = own.map_or(0.0, |own| canvas.ruler.width(own, label) + BESIDE + FRAME);
        let room = map.body.right - map.area.left - taken;
        let across = format!("{} →", name(canvas, &map.words[0], room));
        let (across, set) = canvas.ruler.fit(&across, set, room, sizes.label);
        let baseline = top + sizes.lead * 0.9;
        canvas.text(&across, xy(map.area.left, baseline), set, INK, Align::Left)?;
        match &self.own {
            Some(own) if self.own_line => {
                let below = baseline + sizes.label * LEADING + 4.0;
                own_words(canvas, map, own, below)
            }
            Some(own) => own_words(canvas, map, own, baseline),
            None => Ok(()),
        }
    }

    /// The values of the axis across, or round ones where not all find room.
    fn across(canvas: &Canvas, map: &Map<'_>, baseline: f64) -> Result<(), Error> {
        let set = regular(canvas.sizes.label);
        let Some(axis) = map.sweep.axes.first() else {
            return Ok(());
        };
        let figures = axis.figures().into_iter();
        let widths = figures.map(|figure| canvas.ruler.width(&figure, set));
        let least = widths.fold(0.0, f64::max) + APART;
        for (column, figure) in map.ticks(0, axis, least / map.size().wide) {
            let x = map.area.left + (column + 0.5) * map.size().wide;
            let bottom = map.area.bottom;
            canvas.line(xy(x, bottom), xy(x, bottom + TICK), OUTLINE, 1.2)?;
            canvas.text(&figure, xy(x, baseline), set, MUTED, Align::Centre)?;
        }
        Ok(())
    }

    /// The values of the upward axis, likewise; the words of its ends stand with the ends.
    fn upward(&self, canvas: &Canvas, map: &Map<'_>) -> Result<(), Error> {
        let set = regular(canvas.sizes.label);
        let Some(axis) = map.sweep.axes.get(1) else {
            return Ok(());
        };
        let high = map.size().high;
        let mut drawn = Vec::new();
        for (row, figure) in map.ticks(1, axis, set.size * LEADING * 1.1 / high) {
            let y = map.area.bottom - (row + 0.5) * high;
            let left = map.area.left;
            canvas.line(xy(left - TICK, y), xy(left, y), OUTLINE, 1.2)?;
            drawn.push(y);
            let own = self.up.get(row as usize).filter(|_| row.fract() == 0.0);
            let words = own.unwrap_or(&figure);
            let at = xy(left - TICK - GAP, y + MIDDLE * set.size);
            canvas.text(words, at, set, MUTED, Align::Right)?;
        }
        for anchor in between(map) {
            let y = map.area.bottom - (anchor.place + 0.5) * high;
            if drawn
                .iter()
                .any(|other: &f64| (y - other).abs() < set.size * LEADING)
            {
                continue;
            }
            drawn.push(y);
            let left = map.area.left;
            canvas.line(xy(left - TICK, y), xy(left, y), OUTLINE, 1.2)?;
            let at = xy(left - TICK - GAP, y + MIDDLE * set.size);
            canvas.text(&anchor.words, at, set, MUTED, Align::Right)?;
        }
        Ok(())
    }
}

/// The name of an axis, as far as it can be shown whole.
fn name(canvas: &Canvas, words: &AxisWords, room: f64) -> String {
    let label = words.label();
    let arrow = 2.0 * canvas.sizes.label;
    let set = regular(canvas.sizes.label);
    let fits = canvas.ruler.width(&label, set) + arrow <= room;
    if fits && has_some_letters(&canvas.ruler, &label) {
        label
    } else {
        words.short_label()
    }
}

/// Where the scenario stands, in words.
fn own(canvas: &Canvas, map: &Map<'_>) -> Option<String> {
    let [across, up] = map.sweep.base.as_slice() else {
        return None;
    };
    let shown = map.sweep.own_shown().map(|shown| map.scale.figure(shown));
    if let (Some(figure), None) = (&shown, map.base()) {
        return Some(format!("baseline: {figure} (not on this map)"));
    }
    let across = map.words[0].own(across, |name| has_some_letters(&canvas.ruler, name))?;
    let up = map.words[1].own(up, |name| has_some_letters(&canvas.ruler, name))?;
    let [across, up] = [&across, &up].map(|own| own.trim_start_matches("baseline: "));
    let place = format!("{across} across, {up} up");
    Some(match shown {
        Some(figure) => format!("baseline ({place}): {figure}"),
        None => format!("baseline: {place}"),
    })
}

/// Says where the scenario stands, at the right, after the mark that it has in the map.
fn own_words(canvas: &Canvas, map: &Map<'_>, words: &str, baseline: f64) -> Result<(), Error> {
    let set = regular(canvas.sizes.label);
    let room = map.body.right - map.body.left - FRAME - 8.0;
    let words = canvas.ruler.cut_middle(words, set, room);
    let right = map.body.right;
    canvas.text(&words, xy(right, baseline), set, MUTED, Align::Right)?;
    let left = right - canvas.ruler.width(&words, set) - 8.0;
    if map.base().is_none() {
        return Ok(());
    }
    let bottom = baseline + 3.0;
    let frame = Area {
        left: left - FRAME,
        top: bottom - FRAME * 0.8,
        right: left,
        bottom,
    };
    let has_numbers = map.sweep.points.len() <= super::MOST_NUMBERS;
    if has_numbers && map.own_cell().is_some() {
        base::frame(canvas, frame)
    } else {
        base::dot(
            canvas,
            xy(left - FRAME / 2.0 - 2.0, baseline - MIDDLE * set.size),
        )
    }
}
