//! The courses: thick steps from act to act, a mark at each, and who acts.

use super::course::{Act, Course, End};
use super::layout::Layout;
use super::scene::{Scene, letter, number};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Position, bold, regular, xy};
use crate::report::chart::parts::lines;
use crate::report::chart::shapes;
use crate::report::chart::style::{Colour, PAPER, SINGLE, WORSE};

/// How thick a course is.
const LINE: f64 = 4.5;
/// Dashes, and the gaps between them.
const DASH: f64 = 11.0;
const DASH_GAP: f64 = 8.0;
/// The radius of the mark of an act without a number.
const SMALL: f64 = 5.0;
/// The light around a mark.
const LIGHT: f64 = 1.5;
/// More acts than this have no marks.
const MOST_MARKS: usize = 60;
/// Between a mark and the name beside it.
const GAP: f64 = 3.0;

/// Draws the courses.
pub fn draw(canvas: &Canvas, layout: &Layout, scene: &Scene) -> Result<(), Error> {
    let mut marks = Marks {
        canvas,
        layout,
        taken: Vec::new(),
        numbered: Vec::new(),
    };
    path(&mut marks, &scene.base, 0, SINGLE)?;
    if let Some(variant) = scene.variant.as_ref().filter(|_| scene.has_two_ways()) {
        path(&mut marks, variant, scene.shared, WORSE)?;
    }
    marks.course(&scene.base, 0, SINGLE)?;
    if let Some(variant) = scene.variant.as_ref().filter(|_| scene.has_two_ways()) {
        marks.course(variant, scene.shared, WORSE)?;
    }
    marks.names(scene)
}

/// Where an act stands.
fn place(layout: &Layout, act: &Act) -> Position {
    xy(layout.axis.x(act.day), layout.height(act.rung))
}

/// Draws a course from the last act on that it has in common with the other; in dashes where it has
/// some.
fn path(
    marks: &mut Marks<'_>,
    course: &Course,
    shared: usize,
    colour: Colour,
) -> Result<(), Error> {
    let Marks { canvas, layout, .. } = *marks;
    let mut points: Vec<Position> = Vec::new();
    for act in course.acts.iter().skip(shared.saturating_sub(1)) {
        let at = place(layout, act);
        if let Some(before) = points.last() {
            points.push(xy(at.x, before.y));
        }
        points.push(at);
    }
    let Some(&end) = points.last() else {
        return Ok(());
    };
    match course.end {
        End::Over => {}
        End::Slips => points.push(xy(end.x, layout.height(course.top))),
        End::GoesOn => points.push(xy(layout.axis.right, end.y)),
    }
    for pair in points.windows(2) {
        marks.taken.push(along(pair[0], pair[1]));
    }
    if colour == WORSE {
        dashed(canvas, &points, colour)?;
    } else {
        canvas.path(&points, colour, LINE)?;
    }
    if course.end == End::GoesOn {
        shapes::goes_on(canvas, xy(layout.axis.right, end.y), 9.0, colour)?;
    }
    Ok(())
}

/// Draws a line in dashes.
fn dashed(canvas: &Canvas, points: &[Position], colour: Colour) -> Result<(), Error> {
    for pair in points.windows(2) {
        let [from, to] = [pair[0], pair[1]];
        let length = (to.x - from.x).hypot(to.y - from.y);
        let mut begun = 0.0;
        while begun < length {
            let ended = (begun + DASH).min(length);
            let at = |along: f64| {
                let part = along / length;
                xy(
                    from.x + part * (to.x - from.x),
                    from.y + part * (to.y - from.y),
                )
            };
            canvas.line(at(begun), at(ended), colour, LINE)?;
            begun += DASH + DASH_GAP;
        }
    }
    Ok(())
}

/// Marks on their way, with the room that is taken.
struct Marks<'m> {
    canvas: &'m Canvas,
    layout: &'m Layout,
    taken: Vec<Area>,
    /// Where numbers stand.
    numbered: Vec<Position>,
}

impl Marks<'_> {
    /// The marks of a course, from the first act of its own.
    fn course(&mut self, course: &Course, shared: usize, colour: Colour) -> Result<(), Error> {
        if course.acts.len() > MOST_MARKS {
            return Ok(());
        }
        for (at, act) in course.acts.iter().enumerate().skip(shared) {
            let mark = if colour == WORSE {
                letter(at, shared)
            } else {
                number(at)
            };
            self.act(act, mark, colour)?;
        }
        if let (End::Slips, Some(last)) = (course.end, course.acts.last()) {
            let at = xy(self.layout.axis.x(last.day), self.layout.height(course.top));
            self.canvas.dot(at, SMALL + 3.0, colour, (PAPER, LIGHT))?;
        }
        Ok(())
    }

    fn act(&mut self, act: &Act, mark: Option<char>, colour: Colour) -> Result<(), Error> {
        let at = place(self.layout, act);
        let set = bold(self.canvas.sizes.label);
        let radius = self.layout.mark;
        let is_free = self.numbered.iter().all(|other| {
            (other.x - at.x).abs() > 2.2 * radius || (other.y - at.y).abs() > 2.2 * radius
        });
        let Some(mark) = mark.filter(|_| is_free) else {
            self.taken.push(around(at, SMALL));
            return self.canvas.dot(at, SMALL, colour, (PAPER, LIGHT));
        };
        self.numbered.push(at);
        self.taken.push(around(at, radius));
        let (fill, ink) = if act.is_done {
            (colour, PAPER)
        } else {
            (PAPER, colour)
        };
        let outline = if act.is_done { PAPER } else { colour };
        shapes::mark_of(self.canvas, act.side, (at, radius), fill, (outline, 2.0))?;
        lines(
            self.canvas,
            &[mark.to_string()],
            at,
            set,
            ink,
            Align::Centre,
        )
    }

    /// Who acts, beside each mark where there is room.
    fn names(&mut self, scene: &Scene) -> Result<(), Error> {
        self.names_of(&scene.base, 0, SINGLE)?;
        match scene.variant.as_ref().filter(|_| scene.has_two_ways()) {
            Some(variant) => self.names_of(variant, scene.shared, WORSE),
            None => Ok(()),
        }
    }

    fn names_of(&mut self, course: &Course, shared: usize, colour: Colour) -> Result<(), Error> {
        if course.acts.len() > MOST_MARKS {
            return Ok(());
        }
        let mut own = course.acts.iter().skip(shared);
        own.try_for_each(|act| self.name(act, colour))
    }

    /// The name of an author, where no line runs: above its mark, below it, or beside.
    fn name(&mut self, act: &Act, colour: Colour) -> Result<(), Error> {
        let set = regular(self.canvas.sizes.label);
        let at = place(self.layout, act);
        let radius = self.layout.mark;
        let width = self.canvas.ruler.width(&act.who, set);
        let most = self.layout.axis.right + radius - width;
        let least = self.layout.axis.left - radius;
        let above = at.y - radius - GAP - 0.3 * set.size;
        let below = at.y + radius + GAP + set.size;
        // Beside a mark, where a line runs through what is above or below it.
        let lefts = [at.x - width / 2.0, at.x + radius, at.x - radius - width];
        for left in lefts.map(|left| left.min(most).max(least)) {
            for baseline in [above, below] {
                let area = Area {
                    left,
                    top: baseline - 0.95 * set.size,
                    right: left + width,
                    bottom: baseline + 0.28 * set.size,
                };
                let fits = left + width <= self.layout.axis.right + 2.2 * radius
                    && area.bottom <= self.layout.foot;
                if fits && self.taken.iter().all(|other| is_apart(other, &area)) {
                    self.taken.push(area);
                    let at = xy(left, baseline);
                    return self.canvas.text(&act.who, at, set, colour, Align::Left);
                }
            }
        }
        Ok(())
    }
}

fn around(at: Position, radius: f64) -> Area {
    Area {
        left: at.x - radius,
        top: at.y - radius,
        right: at.x + radius,
        bottom: at.y + radius,
    }
}

/// The room of a piece of line.
fn along(from: Position, to: Position) -> Area {
    Area {
        left: from.x.min(to.x) - LINE,
        top: from.y.min(to.y) - LINE,
        right: from.x.max(to.x) + LINE,
        bottom: from.y.max(to.y) + LINE,
    }
}

fn is_apart(one: &Area, other: &Area) -> bool {
    one.right < other.left
        || other.right < one.left
        || one.bottom < other.top
        || other.bottom < one.top
}
