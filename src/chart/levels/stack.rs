//! The share of runs on each rung, calm at the foot and war at the top, named beside what they are.

use super::BESIDE;
use super::days::{Days, Place};
use crate::chart::Rungs;
use crate::chart::canvas::{Align, Area, Canvas};
use crate::chart::font::{Type, regular};
use crate::chart::parts::{lines, spread};
use crate::chart::style::{INK, LEADING, MIDDLE, MUTED, OUTLINE, RIGHT, ladder_colour, size, text_on};
use crate::error::Error;
use crate::study::Findings;

/// Shares at the horizon below this have no name at the edge.
const LEAST_NAMED: f64 = 0.01;
/// Air beside a name inside its band.
const AIR: f64 = 7.0;
/// How long a name may be, on one line.
const MOST_NAME: f64 = 440.0;
/// More lines than these no name has inside its band.
const MOST_LINES: usize = 3;
/// Between names at the edge.
const APART: f64 = 2.0;

/// What is drawn of one rung.
struct Band {
    rung: usize,
    /// Its lower and upper edge at each place of each part.
    edges: Vec<Vec<(f64, f64)>>,
}

/// Draws the bands, their names and the scale of shares.
pub fn draw(canvas: &Canvas<'_>, area: Area, days: &Days, findings: &Findings, rungs: &Rungs<'_>) -> Result<(), Error> {
    let parts: Vec<Vec<Place>> = days.places().collect();
    let bands: Vec<Band> = (0..rungs.len()).map(|rung| Band::new(rung, area, &parts, findings)).collect();
    // From the top down, each from its upper edge to the foot: no seams between neighbours.
    for band in bands.iter().rev().filter(|band| !band.is_empty()) {
        for (places, edges) in parts.iter().zip(&band.edges) {
            let (Some(first), Some(last)) = (places.first(), places.last()) else { continue };
            let mut points = vec![(last.x, area.bottom), (first.x, area.bottom)];
            points.extend(places.iter().zip(edges).map(|(place, edge)| (place.x, edge.1)));
            canvas.shape(&points, ladder_colour(band.rung, rungs.len()))?;
        }
    }
    scale(canvas, area)?;
    let mut unnamed = Vec::new();
    for band in &bands {
        if !band.name_inside(canvas, &parts, rungs)? {
            unnamed.push(band);
        }
    }
    names_at_edge(canvas, area, &unnamed, rungs)
}

impl Band {
    fn new(rung: usize, area: Area, parts: &[Vec<Place>], findings: &Findings) -> Self {
        let n = findings.trials.max(1) as f64;
        let y = |count: u64| area.bottom - count as f64 / n * (area.bottom - area.top);
        let edge = |place: &Place| {
            let counts = &findings.levels[place.day];
            let below = counts[..rung].iter().sum::<u64>();
            (y(below), y(below + counts[rung]))
        };
        Self { rung, edges: parts.iter().map(|places| places.iter().map(edge).collect()).collect() }
    }

    fn is_empty(&self) -> bool {
        self.edges.iter().flatten().all(|(lower, upper)| lower == upper)
    }

    /// Sets the band's name where the band is widest, if it is wide enough anywhere: as large, and in as few lines, as
    /// there is room for.
    fn name_inside(&self, canvas: &Canvas<'_>, parts: &[Vec<Place>], rungs: &Rungs<'_>) -> Result<bool, Error> {
        let label = &canvas.ruler.cut(rungs.labels[self.rung], regular(size::NOTE), MOST_NAME);
        for set in [size::NOTE, size::SMALL, size::LEAST].map(regular) {
            for most in 1..=MOST_LINES {
                let words = broken(canvas, label, set, most);
                let width = words.iter().map(|line| canvas.ruler.width(line, set)).fold(0.0, f64::max);
                let height = words.len() as f64 * set.size * LEADING;
                let found =
                    parts.iter().zip(&self.edges).flat_map(|(places, edges)| rooms(places, edges, width + 2.0 * AIR));
                let best = found.reduce(|best, next| if next.height > best.height { next } else { best });
                if let Some(room) = best.filter(|room| room.height >= height) {
                    let colour = text_on(ladder_colour(self.rung, rungs.len()));
                    lines(canvas, &words, (room.left + AIR, room.middle), set, colour, Align::Left)?;
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Lower and upper edge at the horizon.
    fn end(&self) -> (f64, f64) {
        self.edges.last().and_then(|edges| edges.last()).copied().unwrap_or_default()
    }
}

/// A name in so many lines at the most, as narrow as can be and none cut.
fn broken(canvas: &Canvas<'_>, label: &str, set: Type, most: usize) -> Vec<String> {
    let whole = canvas.ruler.width(label, set);
    let mut width = whole / most as f64;
    while width < whole {
        let words = canvas.ruler.wrap(label, set, width, most);
        if !words.iter().any(|line| line.ends_with('…')) {
            return words;
        }
        width *= 1.1;
    }
    vec![label.to_owned()]
}

/// Room for a name within a band.
struct Room {
    left: f64,
    middle: f64,
    height: f64,
}

/// The rooms of a width that begin at each place.
fn rooms<'p>(places: &'p [Place], edges: &'p [(f64, f64)], width: f64) -> impl Iterator<Item = Room> + use<'p> {
    let room = move |at: usize| {
        let (left, right) = (places[at].x, places[at].x + width);
        let beyond = at + places[at..].iter().position(|place| place.x >= right)?;
        let end = between(places, edges, beyond, right);
        let within = || edges[at..beyond].iter().chain([&end]);
        let lower = within().map(|edge| edge.0).fold(f64::INFINITY, f64::min);
        let upper = within().map(|edge| edge.1).fold(f64::NEG_INFINITY, f64::max);
        Some(Room { left, middle: f64::midpoint(lower, upper), height: lower - upper })
    };
    (0..places.len()).filter_map(room)
}

/// The edges at `x`, between a place and the one before: they are straight there.
fn between(places: &[Place], edges: &[(f64, f64)], place: usize, x: f64) -> (f64, f64) {
    let before = place.saturating_sub(1);
    let part = (x - places[before].x) / (places[place].x - places[before].x).max(f64::MIN_POSITIVE);
    let along = |from: f64, to: f64| from + part * (to - from);
    (along(edges[before].0, edges[place].0), along(edges[before].1, edges[place].1))
}

/// Names of bands that are too thin for theirs but reach the horizon: at the right edge, the widest bands first.
fn names_at_edge(canvas: &Canvas<'_>, area: Area, bands: &[&Band], rungs: &Rungs<'_>) -> Result<(), Error> {
    let set = regular(size::SMALL);
    let height = set.size * LEADING;
    let thick = |band: &&&Band| band.end().0 - band.end().1;
    let least = LEAST_NAMED * (area.bottom - area.top);
    let mut shown: Vec<_> = bands.iter().filter(|band| thick(band) >= least).collect();
    shown.sort_by(|one, other| thick(other).total_cmp(&thick(one)));
    shown.truncate(((area.bottom - area.top) / (height + APART)) as usize);
    shown.sort_by_key(|band| std::cmp::Reverse(band.rung));
    let wanted: Vec<f64> = shown.iter().map(|band| f64::midpoint(band.end().0, band.end().1)).collect();
    let middles = spread(&wanted, &vec![height; shown.len()], (area.top, area.bottom), APART);
    for ((band, from), middle) in shown.iter().zip(wanted).zip(middles) {
        canvas.line((area.right + 2.0, from), (BESIDE - 3.0, middle), MUTED, 0.8)?;
        let text = canvas.ruler.cut(rungs.labels[band.rung], set, RIGHT - BESIDE);
        canvas.text(&text, (BESIDE, middle + MIDDLE * set.size), set, INK, Align::Left)?;
    }
    Ok(())
}

fn scale(canvas: &Canvas<'_>, area: Area) -> Result<(), Error> {
    canvas.line((area.left, area.top), (area.left, area.bottom), OUTLINE, 1.0)?;
    for half in 0..=2u8 {
        let y = area.bottom - f64::from(half) / 2.0 * (area.bottom - area.top);
        canvas.line((area.left - 5.0, y), (area.left, y), OUTLINE, 1.0)?;
        let at = (area.left - 8.0, y + MIDDLE * size::SMALL);
        canvas.text(&format!("{} %", 50 * half), at, regular(size::SMALL), MUTED, Align::Right)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_ends_within_its_band() {
        let places = [0, 1, 2].map(|day| Place { day, x: day as f64 * 10.0, left: 0.0, right: 0.0 });
        // A band that narrows from 100 to 20, its upper edge straight.
        let edges = [(100.0, 0.0), (60.0, 0.0), (20.0, 0.0)];
        let rooms: Vec<_> = rooms(&places, &edges, 5.0).map(|room| (room.left, room.middle, room.height)).collect();
        assert_eq!(rooms, [(0.0, 40.0, 80.0), (10.0, 20.0, 40.0)]);
    }
}
