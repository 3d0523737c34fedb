//! The heights of rungs: a rung on which many histories stand is higher than one that one history
//! reaches, so that each history has a lane of its own.

use std::collections::BTreeSet;

use super::scene::Scene;
use crate::report::chart::backend::Area;

/// The distance of two lanes, at most and at least, in points.
const PITCH: (f64, f64) = (9.0, 2.0);
/// Above and below the lanes of a rung, in points.
const AIR: f64 = 12.0;
/// What the record takes of a rung that it touches, in lines of text.
const RECORD: f64 = 1.45;
/// Between rungs where others are left out and there is no room to say so, in points.
const GAP: f64 = 6.0;
/// The least height of a rung where there is no room for its name, in points.
const LEAST: f64 = 6.0;

/// The place of a rung.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which rung.
    pub rung: usize,
    pub top: f64,
    pub bottom: f64,
    /// How many rungs below it are left out, since nothing stands on them, and the room below it
    /// where that is said.
    pub left_out: usize,
    pub gap: f64,
    /// The room for the record and its days, in the upper part.
    pub record: f64,
    /// The histories that stand on it at some time, the calmest first.
    pub courses: Vec<usize>,
}

impl Row {
    /// The middle of its lanes.
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.top + self.record, self.bottom)
    }

    /// The middle of its name: that of its lanes, so that the record has room for its own.
    pub fn name(&self) -> f64 {
        if self.courses.is_empty() {
            f64::midpoint(self.top, self.bottom)
        } else {
            self.middle()
        }
    }
}

/// How rungs share the height.
#[derive(Clone, Copy)]
struct Measure {
    pitch: f64,
    air: f64,
    /// The least height without the record.
    least: f64,
    record: f64,
    /// The room between rungs where others are left out.
    gap: f64,
}

impl Measure {
    /// How high a rung is, without the gap below it.
    fn height(&self, row: &Row) -> f64 {
        let lanes = row.courses.len() as f64 * self.pitch + self.air;
        lanes.max(self.least) + self.record_of(row)
    }

    fn record_of(&self, row: &Row) -> f64 {
        if row.record > 0.0 { self.record } else { 0.0 }
    }

    /// The gap below a rung.
    fn gap_of(&self, row: &Row) -> f64 {
        if row.left_out > 0 { self.gap } else { 0.0 }
    }

    /// How high all rungs are.
    fn sum(&self, rows: &[Row]) -> f64 {
        let heights = rows.iter().map(|row| self.height(row) + self.gap_of(row));
        heights.sum()
    }
}

/// The places of the rungs in an area, from the top down, and the distance of lanes. `line` is the
/// height of a line of text.
pub fn rows(scene: &Scene, reached: &BTreeSet<usize>, area: Area, line: f64) -> (Vec<Row>, f64) {
    let mut rows: Vec<Row> = reached.iter().rev().map(|&rung| row(scene, rung)).collect();
    for (at, below) in reached.iter().rev().skip(1).enumerate() {
        rows[at].left_out = rows[at].rung - below - 1;
    }
    let room = area.bottom - area.top;
    let measure = measure(&rows, room, line);
    let more = (room - measure.sum(&rows)) / rows.len().max(1) as f64;
    let mut edge = area.top;
    for row in &mut rows {
        row.top = edge;
        edge += measure.height(row) + more;
        row.bottom = edge;
        row.gap = measure.gap_of(row);
        edge += row.gap;
        row.record = measure.record_of(row);
    }
    (rows, measure.pitch)
}

/// A rung without its place; it has a record where the record touches it.
fn row(scene: &Scene, rung: usize) -> Row {
    let last = scene.last as f64;
    let is_touched = scene
        .record
        .iter()
        .any(|&(day, on)| day <= last && on == rung);
    let courses = scene.courses.iter().enumerate();
    Row {
        rung,
        top: 0.0,
        bottom: 0.0,
        left_out: 0,
        gap: 0.0,
        record: f64::from(u8::from(is_touched)),
        courses: courses
            .filter(|(_, course)| course.is_on(rung))
            .map(|(at, _)| at)
            .collect(),
    }
}

/// The most generous measure for which there is room: what is said of gaps goes first, then names,
/// then the room of the record, and the distance of lanes last.
fn measure(rows: &[Row], room: f64, line: f64) -> Measure {
    let mut measure = Measure {
        pitch: PITCH.0,
        air: AIR,
        least: 1.15 * line,
        record: RECORD * line,
        gap: line,
    };
    for (pitch, air, least, record, gap) in [
        (5.0, AIR, 1.15 * line, RECORD * line, line),
        (5.0, AIR, 1.15 * line, RECORD * line, GAP),
        (3.5, AIR / 2.0, LEAST, RECORD * line, GAP),
        (PITCH.1, AIR / 4.0, LEAST, 0.0, GAP / 2.0),
    ] {
        measure = Measure {
            air,
            least,
            record,
            gap,
            ..measure
        };
        while measure.pitch >= pitch {
            if measure.sum(rows) <= room {
                return measure;
            }
            measure.pitch -= 0.25;
        }
    }
    measure
}
