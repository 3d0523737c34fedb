//! The ends of histories in quiet, as dots: those that end at about the same time stand below each
//! other, so that all can be counted.

use super::course::{End, Way};
use super::scene::Scene;
use crate::report::chart::backend::{Position, xy};
use crate::report::chart::days::DayAxis;

/// The least diameter of a dot, in points.
const LEAST: f64 = 4.0;
/// Between the dots of histories without a crisis, as a multiple of a dot.
const ASIDE: f64 = 1.25;

/// The ends of one kind.
#[derive(Clone, Debug)]
pub struct Ends {
    pub way: Way,
    /// Their upper edge, and the middle of their name.
    pub top: f64,
    pub name: f64,
    /// Each history, from the left, with the column and the line of its dot.
    dots: Vec<Dot>,
    /// How many stand below each other at most.
    depth: usize,
}

/// The dot of a history.
#[derive(Clone, Copy, Debug)]
struct Dot {
    course: usize,
    x: f64,
    line: usize,
}

/// All ends in quiet, from the top down.
pub struct Stacks {
    pub ends: Vec<Ends>,
    /// From dot to dot.
    pub pitch: f64,
    /// How high they are.
    pub height: f64,
    line: f64,
}

impl Stacks {
    /// Dots of this diameter, or smaller where they would be higher than `most`; a name has at least
    /// the height of a line.
    pub fn new(scene: &Scene, axis: &DayAxis, diameter: f64, line: f64, most: f64) -> Self {
        let mut pitch = diameter;
        loop {
            let stacks = Self::of(scene, axis, pitch, line);
            if stacks.height <= most || pitch <= LEAST {
                return stacks;
            }
            pitch -= 0.5;
        }
    }

    fn of(scene: &Scene, axis: &DayAxis, pitch: f64, line: f64) -> Self {
        let mut stacks = Self {
            ends: Vec::new(),
            pitch,
            height: 0.0,
            line,
        };
        for (at, course) in scene.courses.iter().enumerate() {
            if !matches!(course.end, End::Quiet(_)) {
                continue;
            }
            let way = course.way();
            if stacks.ends.last().is_none_or(|ends| ends.way != way) {
                stacks.ends.push(Ends::new(way));
            }
            if let Some(ends) = stacks.ends.last_mut() {
                ends.add(at, axis.x(course.last_day()), pitch);
            }
        }
        for ends in &mut stacks.ends {
            ends.centre(pitch);
        }
        stacks.height = stacks.ends.iter().map(|ends| stacks.height_of(ends)).sum();
        stacks
    }

    fn height_of(&self, ends: &Ends) -> f64 {
        self.line.max((ends.depth as f64 + 0.5) * self.pitch)
    }

    /// Puts them below an upper edge.
    pub fn place(&mut self, top: f64) {
        let mut edge = top;
        let heights: Vec<f64> = self.ends.iter().map(|ends| self.height_of(ends)).collect();
        for (ends, height) in self.ends.iter_mut().zip(heights) {
            ends.top = edge + (self.line - self.pitch).max(0.5 * self.pitch) / 2.0;
            ends.name = edge + self.line / 2.0;
            edge += height;
        }
    }

    /// Where the dot of a history is.
    pub fn dot(&self, course: usize) -> Option<Position> {
        let (ends, dot) = self.find(course)?;
        Some(xy(dot.x, ends.top + (dot.line as f64 + 0.5) * self.pitch))
    }

    /// Where the line of a history ends: at the first dot of its stack.
    pub fn head(&self, course: usize) -> Option<Position> {
        let (ends, dot) = self.find(course)?;
        Some(xy(dot.x, ends.top + 0.5 * self.pitch))
    }

    fn find(&self, course: usize) -> Option<(&Ends, &Dot)> {
        self.ends.iter().find_map(|ends| {
            let dot = ends.dots.iter().find(|dot| dot.course == course)?;
            Some((ends, dot))
        })
    }
}

impl Ends {
    const fn new(way: Way) -> Self {
        Self {
            way,
            top: 0.0,
            name: 0.0,
            dots: Vec::new(),
            depth: 0,
        }
    }

    /// The first history among them.
    pub fn first(&self) -> Option<usize> {
        self.dots.first().map(|dot| dot.course)
    }

    /// Adds the end of a course there; they come in the order of their days.
    fn add(&mut self, course: usize, x: f64, pitch: f64) {
        let mut dot = Dot { course, x, line: 0 };
        if let Some(&before) = self.dots.last() {
            let head = self.dots.len() - 1 - before.line;
            if self.way == Way::NeverBegun {
                // It has no day: all stand side by side.
                dot.x = before.x + ASIDE * pitch;
            } else if x - self.dots[head].x < pitch {
                dot.line = before.line + 1;
            }
        }
        self.depth = self.depth.max(dot.line + 1);
        self.dots.push(dot);
    }

    /// Puts each stack in the middle of the ends in it, and stacks clear of each other.
    fn centre(&mut self, pitch: f64) {
        if self.way == Way::NeverBegun {
            return;
        }
        let mut free = f64::NEG_INFINITY;
        for stack in self.dots.chunk_by_mut(|_, next| next.line > 0) {
            let first = stack.first().map_or(0.0, |dot| dot.x);
            let last = stack.last().map_or(0.0, |dot| dot.x);
            let centre = f64::midpoint(first, last).max(free);
            for dot in stack {
                dot.x = centre;
            }
            free = centre + pitch;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AXIS: DayAxis = DayAxis {
        last: 10,
        left: 0.0,
        right: 1000.0,
    };

    /// The dots of histories that end at these places, of this way.
    fn ends(way: Way, places: &[f64]) -> Ends {
        let mut ends = Ends::new(way);
        for (course, &x) in places.iter().enumerate() {
            ends.add(course, x, 10.0);
        }
        ends.centre(10.0);
        ends
    }

    #[test]
    fn no_dot_lies_over_another() {
        let places = [0.0, 4.0, 9.0, 11.0, 12.0, 50.0, 50.0, 58.0, 61.0];
        for way in [Way::NeverBegun, Way::Ended(crate::sim::Outcome::OneRound)] {
            let dots = ends(way, &places).dots;
            for (at, one) in dots.iter().enumerate() {
                for other in &dots[at + 1..] {
                    let apart = (one.x - other.x).abs() >= 10.0 - 1e-9 || one.line != other.line;
                    assert!(apart, "{one:?} {other:?}");
                }
            }
        }
    }

    #[test]
    fn a_stack_stands_in_the_middle_of_its_ends() {
        let way = Way::Ended(crate::sim::Outcome::OneRound);
        let ends = ends(way, &[20.0, 24.0, 28.0, 100.0]);
        let places: Vec<(f64, usize)> = ends.dots.iter().map(|dot| (dot.x, dot.line)).collect();
        assert_eq!(places, [(24.0, 0), (24.0, 1), (24.0, 2), (100.0, 0)]);
        assert_eq!((ends.depth, ends.first()), (3, Some(0)));
    }

    #[test]
    fn where_there_is_little_room_dots_are_smaller() {
        let quick = crate::study::History {
            trial: 0,
            steps: vec![(0.0, Some(1)), (1.0, None)],
            outcome: crate::sim::Outcome::OneRound,
            end_day: 1.0,
        };
        let scene = Scene {
            courses: vec![super::super::course::Course::new(&quick, 4, 10.0); 30],
            often: Vec::new(),
            record: Vec::new(),
            off_ramp: 0,
            last: 10,
            note: String::new(),
        };
        let stacks = Stacks::new(&scene, &AXIS, 12.0, 20.0, 200.0);
        assert!(stacks.height <= 200.0 && stacks.pitch < 12.0 && stacks.pitch >= LEAST);
    }
}
