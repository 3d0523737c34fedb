//! Places for labels that are clear of lines and of other labels.

use crate::report::chart::backend::{Area, Position, Ruler, Type, xy};
use crate::report::chart::style::{LEADING, MIDDLE};

/// How far from what it names a label stands, nearest first.
const DISTANCES: [f64; 6] = [10.0, 20.0, 34.0, 50.0, 70.0, 95.0];
/// How far a label stands that belongs to a line.
const NEAR: f64 = 6.0;
/// A line is kept clear of in steps of this length.
const STEP: f64 = 5.0;

/// What is taken within an area.
pub struct Clear {
    within: Area,
    taken: Vec<Area>,
    /// What labels keep clear of where there is room to.
    soft: Vec<Area>,
}

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelPlace {
    /// What it covers.
    pub area: Area,
    /// Where its baseline begins.
    pub baseline: Position,
}

impl LabelPlace {
    fn of(area: Area, set: Type) -> Self {
        let middle = f64::midpoint(area.top, area.bottom);
        Self {
            area,
            baseline: xy(area.left, middle + MIDDLE * set.size),
        }
    }
}

impl Clear {
    /// Nothing is taken yet.
    pub const fn new(within: Area) -> Self {
        Self {
            within,
            taken: Vec::new(),
            soft: Vec::new(),
        }
    }

    /// Keeps an area free of labels.
    pub fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Keeps a line free of labels, and as much around it.
    pub fn take_path(&mut self, line: &[Position], around: f64) {
        let areas = strips(line, line, around);
        self.taken.extend(areas);
    }

    /// Keeps what lies between two lines free where there is room elsewhere; both have as many
    /// points.
    pub fn take_band(&mut self, upper: &[Position], lower: &[Position], around: f64) {
        let areas = strips(upper, lower, around);
        self.soft.extend(areas);
    }

    /// Keeps a straight line free of labels.
    pub fn take_line(&mut self, ends: [Position; 2], around: f64) {
        let [from, to] = ends;
        self.take(Area {
            left: from.x.min(to.x) - around,
            top: from.y.min(to.y) - around,
            right: from.x.max(to.x) + around,
            bottom: from.y.max(to.y) + around,
        });
    }

    /// A place for a line of text beside a spot; none where there is no room. What stands there is
    /// taken from then on.
    pub fn label(
        &mut self,
        ruler: &Ruler,
        text: &str,
        set: Type,
        spot: Position,
    ) -> Option<LabelPlace> {
        let size = LabelSize::of(ruler, text, set);
        let mut places = DISTANCES
            .into_iter()
            .flat_map(|distance| around(spot, size, distance));
        let clear = places
            .clone()
            .find(|area| self.is_free(*area) && self.is_clear(*area));
        let area = clear.or_else(|| places.find(|area| self.is_free(*area)))?;
        self.take(area);
        Some(LabelPlace::of(area, set))
    }

    /// As [`Self::label`], but nowhere else than right above or below the spot.
    pub fn near(
        &mut self,
        ruler: &Ruler,
        text: &str,
        set: Type,
        spot: Position,
    ) -> Option<LabelPlace> {
        let size = LabelSize::of(ruler, text, set);
        let places = around(spot, size, NEAR);
        let area = [places[0], places[3]]
            .into_iter()
            .find(|area| self.is_free(*area) && self.is_clear(*area))?;
        self.take(area);
        Some(LabelPlace::of(area, set))
    }

    /// As [`Self::label`], but nowhere else than above the spot.
    pub fn above(
        &mut self,
        ruler: &Ruler,
        text: &str,
        set: Type,
        spot: Position,
    ) -> Option<LabelPlace> {
        let size = LabelSize::of(ruler, text, set);
        let mut places = DISTANCES
            .into_iter()
            .flat_map(|distance| around(spot, size, distance).into_iter().take(3));
        let area = places.find(|area| self.is_free(*area))?;
        self.take(area);
        Some(LabelPlace::of(area, set))
    }

    fn is_clear(&self, area: Area) -> bool {
        !self.soft.iter().any(|taken| overlap(area, *taken))
    }

    fn is_free(&self, area: Area) -> bool {
        let inside = area.left >= self.within.left
            && area.right <= self.within.right
            && area.top >= self.within.top
            && area.bottom <= self.within.bottom;
        inside && !self.taken.iter().any(|taken| overlap(area, *taken))
    }
}

/// What lies between two lines of as many points, and as much around them, in narrow strips.
fn strips(upper: &[Position], lower: &[Position], around: f64) -> Vec<Area> {
    let mut strips = Vec::new();
    for (above, below) in upper.windows(2).zip(lower.windows(2)) {
        let steps = ((above[1].x - above[0].x).abs() / STEP).ceil().max(1.0) as usize;
        for step in 0..=steps {
            let part = step as f64 / steps as f64;
            let top = between(above, part);
            let bottom = between(below, part);
            strips.push(Area {
                left: top.x - STEP / 2.0,
                top: top.y.min(bottom.y) - around,
                right: top.x + STEP / 2.0,
                bottom: top.y.max(bottom.y) + around,
            });
        }
    }
    strips
}

/// A place on the way between two points.
fn between(ends: &[Position], part: f64) -> Position {
    xy(
        ends[0].x + part * (ends[1].x - ends[0].x),
        ends[0].y + part * (ends[1].y - ends[0].y),
    )
}

/// How large a label is.
#[derive(Clone, Copy)]
struct LabelSize {
    width: f64,
    height: f64,
}

impl LabelSize {
    /// The size of a line of text.
    fn of(ruler: &Ruler, text: &str, set: Type) -> Self {
        Self {
            width: ruler.width(text, set),
            height: set.size * LEADING,
        }
    }
}

impl LabelSize {
    /// What it covers from a corner.
    fn at(self, left: f64, top: f64) -> Area {
        Area {
            left,
            top,
            right: left + self.width,
            bottom: top + self.height,
        }
    }
}

/// Places beside a spot: above and below, in the middle, to the right and to the left.
fn around(spot: Position, size: LabelSize, distance: f64) -> [Area; 8] {
    let LabelSize { width, height } = size;
    let middle = spot.x - width / 2.0;
    let right = spot.x + distance.min(14.0);
    let left = spot.x - distance.min(14.0) - width;
    let above = spot.y - distance - height;
    let below = spot.y + distance;
    let beside = spot.y - height / 2.0;
    [
        size.at(middle, above),
        size.at(right, above),
        size.at(left, above),
        size.at(middle, below),
        size.at(right, below),
        size.at(left, below),
        size.at(spot.x + distance, beside),
        size.at(spot.x - distance - width, beside),
    ]
}

fn overlap(one: Area, other: Area) -> bool {
    one.left < other.right
        && other.left < one.right
        && one.top < other.bottom
        && other.top < one.bottom
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::chart::backend::regular;

    #[test]
    fn a_label_keeps_clear_of_what_is_taken() {
        let ruler = Ruler::new().unwrap();
        let within = Area {
            left: 0.0,
            top: 0.0,
            right: 400.0,
            bottom: 200.0,
        };
        let mut clear = Clear::new(within);
        clear.take_line([xy(0.0, 90.0), xy(400.0, 90.0)], 4.0);
        let spot = xy(200.0, 90.0);
        let above = clear
            .label(&ruler, "baseline", regular(18.0), spot)
            .unwrap();
        assert!(above.area.bottom <= 86.0);
        let next = clear
            .label(&ruler, "baseline", regular(18.0), spot)
            .unwrap();
        assert!(!overlap(above.area, next.area));
        clear.take(within);
        assert_eq!(clear.label(&ruler, "x", regular(18.0), spot), None);
    }
}
