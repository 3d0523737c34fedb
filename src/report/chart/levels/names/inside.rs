//! The names of bands within them, where there is room.

use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Type, regular, xy};
use crate::report::chart::levels::band::{AIR, RungBand};
use crate::report::chart::levels::days::DaySpan;
use crate::report::chart::parts::lines;
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::{LEADING, ladder_colour, size, text_on};

/// How long a name may be, on one line.
const MOST_NAME: f64 = 440.0;
/// More lines than these no name has inside its band.
const MOST_LINES: usize = 3;

/// Sets a band's name where the band is widest, if it is wide enough anywhere: as large, and in as
/// few lines, as there is room for. Gives the place it takes.
pub fn inside(
    canvas: &Canvas,
    band: &RungBand,
    parts: &[Vec<DaySpan>],
    rungs: &ChartRungs<'_>,
) -> Result<Option<Area>, Error> {
    let label = &canvas
        .ruler
        .cut_middle(rungs.labels[band.rung], regular(size::NOTE), MOST_NAME);
    for set in [size::NOTE, size::SMALL, size::LEAST].map(regular) {
        for most in 1..=MOST_LINES {
            let words = broken(canvas, label, set, most);
            let width = words
                .iter()
                .map(|line| canvas.ruler.width(line, set))
                .fold(0.0, f64::max);
            let height = words.len() as f64 * set.size * LEADING;
            let found = parts
                .iter()
                .zip(&band.edges)
                .flat_map(|(places, edges)| rooms(places, edges, width + 2.0 * AIR));
            let best = found.reduce(|best, next| {
                if next.height > best.height {
                    next
                } else {
                    best
                }
            });
            if let Some(room) = best.filter(|room| room.height >= height) {
                let colour = text_on(ladder_colour(band.rung, rungs.len()));
                lines(
                    canvas,
                    &words,
                    xy(room.left + AIR, room.middle),
                    set,
                    colour,
                    Align::Left,
                )?;
                let left = room.left + AIR;
                let top = room.middle - height / 2.0;
                return Ok(Some(Area {
                    left,
                    top,
                    right: left + width,
                    bottom: top + height,
                }));
            }
        }
    }
    Ok(None)
}

/// A name in so many lines at the most, as narrow as can be and none cut.
fn broken(canvas: &Canvas, label: &str, set: Type, most: usize) -> Vec<String> {
    let whole = canvas.ruler.width(label, set);
    let mut width = whole / most as f64;
    while width < whole {
        let words = canvas.ruler.broken(label, set, width, most);
        if words
            .iter()
            .all(|line| canvas.ruler.width(line, set) <= width)
        {
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

/// The rooms of a width that begin where each place begins.
fn rooms(places: &[DaySpan], edges: &[(f64, f64)], width: f64) -> Vec<Room> {
    let mut rooms = Vec::new();
    for at in 0..places.len() {
        let left = places[at].left;
        let Some(more) = places[at..]
            .iter()
            .position(|place| place.right >= left + width)
        else {
            continue;
        };
        let within = &edges[at..=at + more];
        let lower = within
            .iter()
            .map(|edge| edge.0)
            .fold(f64::INFINITY, f64::min);
        let upper = within
            .iter()
            .map(|edge| edge.1)
            .fold(f64::NEG_INFINITY, f64::max);
        rooms.push(Room {
            left,
            middle: f64::midpoint(lower, upper),
            height: lower - upper,
        });
    }
    rooms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_ends_within_its_band() {
        let place = |day: usize| (day as f64 * 10.0, day as f64 * 10.0 + 10.0);
        let places = [0, 1, 2].map(|day| DaySpan {
            day,
            x: place(day).0,
            left: place(day).0,
            right: place(day).1,
        });
        // A band that narrows from 100 to 20 in steps, its upper edge straight.
        let edges = [(100.0, 0.0), (60.0, 0.0), (20.0, 0.0)];
        let rooms: Vec<_> = rooms(&places, &edges, 15.0)
            .into_iter()
            .map(|room| (room.left, room.middle, room.height))
            .collect();
        assert_eq!(rooms, [(0.0, 30.0, 60.0), (10.0, 10.0, 20.0)]);
    }
}
