//! The names of bands that are large on some day but nowhere high enough for them: to the right, in
//! a wide band that lies there at the same height or a little below.

use super::band::{AIR, LARGE, RungBand, leader_line, thick};
use super::days::DaySpan;
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Position, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::{LEADING, ladder_colour, size, text_on};

/// A line to a name is no longer than this: a longer one leads the eye nowhere.
const MOST_LINE: f64 = 260.0;
/// A name stands at the height of what it names, or so many steps of this part of its own height
/// below.
const STEPS: u8 = 4;
const STEP: f64 = 0.6;
/// A line is looked at in so many places.
const LOOKS: u8 = 24;

/// Where a band is widest: its rung, the place, and how wide.
pub struct Peak {
    pub rung: usize,
    pub x: f64,
    pub y: f64,
    thick: f64,
}

/// Where the large ones of some bands are widest, the widest first.
pub fn peaks(area: Area, parts: &[Vec<DaySpan>], bands: &[&RungBand]) -> Vec<Peak> {
    let large = LARGE * (area.bottom - area.top);
    let mut peaks: Vec<Peak> = bands
        .iter()
        .filter_map(|band| widest(parts, band))
        .collect();
    peaks.retain(|peak| peak.thick >= large);
    peaks.sort_by(|one, other| other.thick.total_cmp(&one.thick));
    peaks
}

/// Where a band is widest.
fn widest(parts: &[Vec<DaySpan>], band: &RungBand) -> Option<Peak> {
    let all = parts.iter().flatten().zip(band.edges.iter().flatten());
    let (place, &edges) = all.reduce(|best, next| {
        if thick(*next.1) > thick(*best.1) {
            next
        } else {
            best
        }
    })?;
    Some(Peak {
        rung: band.rung,
        x: place.x,
        y: f64::midpoint(edges.0, edges.1),
        thick: thick(edges),
    })
}

/// Room for a name beside its band, and the rung of the band that it lies in.
struct SideRoom {
    area: Area,
    host: usize,
}

impl SideRoom {
    /// Where the line from the band meets the name.
    fn end(&self) -> Position {
        xy(
            self.area.left - AIR / 2.0,
            f64::midpoint(self.area.top, self.area.bottom),
        )
    }
}

/// What is drawn already: names, and lines to them.
struct Occupied {
    names: Vec<Area>,
    lines: Vec<[Position; 2]>,
}

impl Occupied {
    /// Whether a name and its line touch nothing: no name another or its line, no line another.
    fn leaves_clear(&self, peak: &Peak, aside: &SideRoom) -> bool {
        let line = [xy(peak.x, peak.y), aside.end()];
        self.names
            .iter()
            .all(|other| apart(other, &aside.area) && !crosses(line, other))
            && self
                .lines
                .iter()
                .all(|&other| !crosses(other, &aside.area) && !meet(line, other))
    }
}

/// Whether two lines cross.
fn meet(one: [Position; 2], other: [Position; 2]) -> bool {
    !is_beside(one, other) && !is_beside(other, one)
}

/// Whether both ends of another line lie on one side of a line.
fn is_beside(line: [Position; 2], other: [Position; 2]) -> bool {
    let [from, to] = other;
    side(line, from) * side(line, to) > 0.0
}

/// On which side of a line a point lies: above zero, below zero, or on it.
fn side(line: [Position; 2], point: Position) -> f64 {
    let [from, to] = line;
    (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
}

/// Whether a line comes through a place.
fn crosses([from, to]: [Position; 2], place: &Area) -> bool {
    (0..=LOOKS)
        .map(|at| f64::from(at) / f64::from(LOOKS))
        .any(|part| {
            let x = from.x + part * (to.x - from.x);
            let y = from.y + part * (to.y - from.y);
            (place.left..=place.right).contains(&x) && (place.top..=place.bottom).contains(&y)
        })
}

/// Draws the names that find room so, from the widest band on, clear of what is `taken` already;
/// gives the others.
pub fn draw(
    canvas: &Canvas,
    parts: &[Vec<DaySpan>],
    bands: &[RungBand],
    peaks: Vec<Peak>,
    rungs: &ChartRungs<'_>,
    taken: Vec<Area>,
) -> Result<Vec<Peak>, Error> {
    let set = regular(size::SMALL);
    let mut others = Vec::new();
    let mut drawn = Occupied {
        names: taken,
        lines: Vec::new(),
    };
    for peak in peaks {
        let label = rungs.labels[peak.rung];
        let extent = (canvas.ruler.width(label, set), set.size * LEADING);
        let steps = (0..=STEPS).map(|step| peak.y + f64::from(step) * STEP * extent.1);
        let found = steps
            .into_iter()
            .find_map(|y| room(parts, bands, &peak, y, extent, &drawn));
        let Some(aside) = found else {
            others.push(peak);
            continue;
        };
        leader_line(canvas, aside.end(), xy(peak.x, peak.y))?;
        let colour = text_on(ladder_colour(aside.host, rungs.len()));
        lines(
            canvas,
            &[label.to_owned()],
            xy(aside.area.left, aside.end().y),
            set,
            colour,
            Align::Left,
        )?;
        drawn.lines.push([xy(peak.x, peak.y), aside.end()]);
        drawn.names.push(aside.area);
    }
    Ok(others)
}

/// The room nearest to a band's widest day: to the right of it, at the height `y`, within one other
/// band.
fn room(
    parts: &[Vec<DaySpan>],
    bands: &[RungBand],
    peak: &Peak,
    y: f64,
    extent: (f64, f64),
    drawn: &Occupied,
) -> Option<SideRoom> {
    let (width, height) = extent;
    let top = y - height / 2.0;
    let bottom = y + height / 2.0;
    let mut best: Option<SideRoom> = None;
    for (part, places) in parts
        .iter()
        .enumerate()
        .filter(|(_, places)| hold(places, peak.x))
    {
        for host in bands.iter().filter(|band| band.rung != peak.rung) {
            let edges = host.edges.get(part).map_or(&[][..], Vec::as_slice);
            for left in lefts(places, edges, (top, bottom), width + 2.0 * AIR) {
                let area = Area {
                    left: left + AIR,
                    top,
                    right: left + AIR + width,
                    bottom,
                };
                let aside = SideRoom {
                    area,
                    host: host.rung,
                };
                let near = (peak.x..peak.x + MOST_LINE).contains(&left);
                let nearer = best
                    .as_ref()
                    .is_none_or(|best| aside.area.left < best.area.left);
                if near && nearer && drawn.leaves_clear(peak, &aside) {
                    best = Some(aside);
                }
            }
        }
    }
    best
}

/// Where a strip of this width, between `top` and `bottom`, may begin, so that it stays within a
/// band.
fn lefts(places: &[DaySpan], edges: &[(f64, f64)], strip: (f64, f64), width: f64) -> Vec<f64> {
    let (top, bottom) = strip;
    let mut lefts = Vec::new();
    for at in 0..places.len() {
        let left = places[at].left;
        let Some(more) = places[at..]
            .iter()
            .position(|place| place.right >= left + width)
        else {
            continue;
        };
        let within = edges.get(at..=at + more).unwrap_or_default();
        if !within.is_empty()
            && within
                .iter()
                .all(|&(lower, upper)| upper <= top && bottom <= lower)
        {
            lefts.push(left);
        }
    }
    lefts
}

/// Whether places reach from the left of `x` to the right of it.
fn hold(places: &[DaySpan], x: f64) -> bool {
    places.first().is_some_and(|first| first.left <= x)
        && places.last().is_some_and(|last| x <= last.right)
}

fn apart(one: &Area, other: &Area) -> bool {
    one.right + AIR <= other.left
        || other.right + AIR <= one.left
        || one.bottom <= other.top
        || other.bottom <= one.top
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strip_begins_where_its_band_holds_it() {
        let places: Vec<DaySpan> = (0..4)
            .map(|day| f64::from(day) * 10.0)
            .map(|left| DaySpan {
                day: 0,
                x: left,
                left,
                right: left + 10.0,
            })
            .collect();
        let edges = [(100.0, 90.0), (100.0, 60.0), (100.0, 40.0), (100.0, 40.0)];
        let found = |strip, width| lefts(&places, &edges, strip, width);
        assert_eq!(found((50.0, 70.0), 15.0), [20.0]);
        assert_eq!(found((65.0, 75.0), 15.0), [10.0, 20.0]);
        assert_eq!(found((30.0, 50.0), 15.0), [0.0; 0]);
    }

    #[test]
    fn a_line_keeps_clear_of_names() {
        let name = Area {
            left: 10.0,
            top: 0.0,
            right: 20.0,
            bottom: 4.0,
        };
        assert!(
            crosses([xy(0.0, 2.0), xy(30.0, 2.0)], &name)
                && crosses([xy(0.0, -10.0), xy(30.0, 14.0)], &name)
        );
        assert!(meet(
            [xy(0.0, 0.0), xy(4.0, 4.0)],
            [xy(0.0, 4.0), xy(4.0, 0.0)]
        ));
        assert!(!meet(
            [xy(0.0, 0.0), xy(4.0, 4.0)],
            [xy(0.0, 1.0), xy(4.0, 5.0)]
        ));
        assert!(!meet(
            [xy(0.0, 0.0), xy(1.0, 1.0)],
            [xy(0.0, 4.0), xy(4.0, 0.0)]
        ));
        assert!(
            !crosses([xy(0.0, 5.0), xy(30.0, 5.0)], &name)
                && !crosses([xy(0.0, 2.0), xy(9.0, 2.0)], &name)
        );
    }
}
