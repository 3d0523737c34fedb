//! Which mark is which scenario, at the marks of the first row.

use super::dumbbell::radius;
use super::plot::Plot;
use super::rows::CompareRow;
use super::shortening::Words;
use crate::error::Error;
use crate::report::chart::backend::{Align, Canvas, Type, bold, regular, xy};
use crate::report::chart::style::{INK, LEFT, OUTLINE, PAPER};

/// Between two names, as a multiple of the size of a label.
const GAP: f64 = 0.7;

/// A name above a mark.
struct Label<'n> {
    words: &'n str,
    set: Type,
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
) -> Result<(), Error> {
    let label = canvas.sizes.label;
    let Some(sides) = row.both() else {
        return beside(canvas, plot, [base, name]);
    };
    let [before, after] = sides.map(|side| plot.x(side.case.share.share));
    let above = Above {
        canvas,
        plot,
        end: middle - radius(canvas, row.rank),
    };
    if !row.moves {
        let words = format!("{base}, and with “{name}”");
        let set = regular(label);
        let label = Label {
            words: &words,
            set,
            mark: after,
        };
        return above.right(&label, LEFT).map(drop);
    }
    let mut labels = [
        Label {
            words: base,
            set: regular(label),
            mark: before,
        },
        Label {
            words: name,
            set: bold(label),
            mark: after,
        },
    ];
    labels.sort_by(|a, b| a.mark.total_cmp(&b.mark));
    above.both(&labels)
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
    fn both(&self, [left, right]: &[Label<'_>; 2]) -> Result<(), Error> {
        let gap = GAP * self.canvas.sizes.label;
        let from = self.right(right, left.mark + gap)?;
        let end = left.mark.min(from - gap);
        self.set(left, end, end - LEFT, Align::Right)
    }

    /// Sets a name so that it begins at its mark or, where it would leave its room, before; gives
    /// where it begins: not before an edge.
    fn right(&self, label: &Label<'_>, edge: f64) -> Result<f64, Error> {
        let limit = self.plot.limits[1];
        let width = self.canvas.ruler.width(label.words, label.set);
        let from = label.mark.min(limit - width).max(edge).min(label.mark);
        self.set(label, from, limit - from, Align::Left)?;
        Ok(from)
    }

    fn set(&self, label: &Label<'_>, x: f64, width: f64, align: Align) -> Result<(), Error> {
        let canvas = self.canvas;
        let size = canvas.sizes.label;
        let words = Words { canvas, width }.name(label.words, label.set);
        let baseline = xy(x, self.plot.top + size * 0.9);
        canvas.text(&words, baseline, label.set, INK, align)?;
        let top = self.plot.top + size * 1.2;
        canvas.line(xy(label.mark, top), xy(label.mark, self.end), OUTLINE, 1.0)
    }
}

/// Sets both names beside marks of their own, where the first row has not both.
fn beside(canvas: &Canvas, plot: &Plot, [base, name]: [&str; 2]) -> Result<(), Error> {
    let label = canvas.sizes.label;
    let radius = label * 0.4;
    let y = plot.top + label * 0.55;
    let baseline = plot.top + label * 0.9;
    let mut x = plot.left;
    canvas.dot(xy(x, y), radius - 1.0, PAPER, (INK, 2.0))?;
    x += radius + label * 0.4;
    let width = (plot.limits[1] - x) * 0.45;
    let base = Words { canvas, width }.name(base, regular(label));
    canvas.text(&base, xy(x, baseline), regular(label), INK, Align::Left)?;
    x += canvas.ruler.width(&base, regular(label)) + label * 1.6;
    canvas.dot(xy(x, y), radius, INK, (INK, 0.0))?;
    x += radius + label * 0.4;
    let width = plot.limits[1] - x;
    let name = Words { canvas, width }.name(name, bold(label));
    canvas.text(&name, xy(x, baseline), bold(label), INK, Align::Left)
}
