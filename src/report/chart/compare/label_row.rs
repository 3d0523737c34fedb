//! Which mark is which scenario, at the marks of the first row.

use super::beside::Beside;
use super::dumbbell::radius;
use super::plot::Plot;
use super::rows::CompareRow;
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, Type, bold, regular, xy};
use crate::report::chart::style::{INK, LEFT, OUTLINE, PAPER};

/// Between two names, as a multiple of the size of a label.
const GAP: f64 = 0.7;

/// What one of the two is called.
#[derive(Clone, Copy)]
struct Name<'n> {
    whole: &'n str,
    /// In place of a name that has no room.
    short: &'n str,
    set: Type,
}

impl Name<'_> {
    /// The whole name where it has room.
    fn within(&self, canvas: &Canvas, width: f64) -> &str {
        if canvas.ruler.width(self.whole, self.set) <= width {
            self.whole
        } else {
            self.short
        }
    }
}

/// A name above a mark.
#[derive(Clone, Copy)]
struct Label<'n> {
    name: Name<'n>,
    /// The middle of its mark.
    mark: f64,
}

/// Sets the names above the marks of the first row, each with a line down to its mark.
pub fn draw(
    canvas: &Canvas,
    plot: &Plot,
    row: &CompareRow,
    middle: f64,
    [base, name]: [&str; 2],
    of: Beside,
) -> Result<(), Error> {
    let label = canvas.sizes.label;
    let [short_base, short_name] = of.short();
    let names = [
        Name {
            whole: base,
            short: short_base,
            set: regular(label),
        },
        Name {
            whole: name,
            short: short_name,
            set: bold(label),
        },
    ];
    let Some(sides) = row.both() else {
        return beside(canvas, plot, names);
    };
    let [before, after] = sides.map(|side| plot.x(side.case.share.share));
    let above = Above {
        canvas,
        plot,
        end: middle - radius(canvas, row.rank),
    };
    if !row.moves {
        let whole = match of {
            Beside::Change => format!("{base}, and with “{name}”"),
            Beside::Case => format!("{base}, and “{name}”"),
        };
        let short = format!("{short_base}, and {short_name}");
        let name = Name {
            whole: &whole,
            short: &short,
            set: regular(label),
        };
        return above.right(Label { name, mark: after }, LEFT).map(drop);
    }
    let [base, name] = names;
    let mut labels = [
        Label {
            name: base,
            mark: before,
        },
        Label { name, mark: after },
    ];
    labels.sort_by(|a, b| a.mark.total_cmp(&b.mark));
    above.both(labels)
}

/// The band above the first row.
struct Above<'c> {
    canvas: &'c Canvas,
    plot: &'c Plot,
    /// Where lines down to marks end.
    end: f64,
}

impl Above<'_> {
    /// Sets the left name so that it ends at its mark, and the right one so that it begins at its
    /// own, as far as there is room.
    fn both(&self, [left, right]: [Label<'_>; 2]) -> Result<(), Error> {
        let gap = GAP * self.canvas.sizes.label;
        let from = self.right(right, left.mark + gap)?;
        let end = left.mark.min(from - gap);
        self.set(left, end, end - LEFT, Align::Right)
    }

    /// Sets a name so that it begins at its mark or, where it would leave its room, before; gives
    /// where it begins: not before an edge.
    fn right(&self, label: Label<'_>, edge: f64) -> Result<f64, Error> {
        let limit = self.plot.limits[1];
        let earliest = edge.min(label.mark);
        let words = label.name.within(self.canvas, limit - earliest);
        let width = self.canvas.ruler.width(words, label.name.set);
        let from = label.mark.min(limit - width).max(earliest);
        self.set(label, from, limit - from, Align::Left)?;
        Ok(from)
    }

    fn set(&self, label: Label<'_>, x: f64, width: f64, align: Align) -> Result<(), Error> {
        let canvas = self.canvas;
        let size = canvas.sizes.label;
        let words = label.name.within(canvas, width);
        let baseline = xy(x, self.plot.top + size * 0.9);
        canvas.text(words, baseline, label.name.set, INK, align)?;
        let top = self.plot.top + size * 1.2;
        canvas.line(xy(label.mark, top), xy(label.mark, self.end), OUTLINE, 1.0)
    }
}

/// Sets both names beside marks of their own, where the first row has not both.
fn beside(canvas: &Canvas, plot: &Plot, [base, name]: [Name<'_>; 2]) -> Result<(), Error> {
    let label = canvas.sizes.label;
    let radius = label * 0.4;
    let y = plot.top + label * 0.55;
    let baseline = plot.top + label * 0.9;
    let mut x = plot.left;
    canvas.dot(xy(x, y), radius - 1.0, PAPER, (INK, 2.0))?;
    x += radius + label * 0.4;
    let width = (plot.limits[1] - x) * 0.45;
    let words = base.within(canvas, width);
    canvas.text(words, xy(x, baseline), base.set, INK, Align::Left)?;
    x += canvas.ruler.width(words, base.set) + label * 1.6;
    canvas.dot(xy(x, y), radius, INK, (INK, 0.0))?;
    x += radius + label * 0.4;
    let words = name.within(canvas, plot.limits[1] - x);
    canvas.text(words, xy(x, baseline), name.set, INK, Align::Left)
}
