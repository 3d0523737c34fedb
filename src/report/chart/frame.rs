//! What every chart has around it: the finding as its title, headings, and the caption.

use super::style::{INK, LEADING, LEFT, MUTED, RIGHT, baseline, size};
use crate::error::Error;
use crate::numerals::count;
use crate::report::chart::backend::{Align, Canvas, Position, bold, regular, xy};
use crate::report::figure::Caption;
use crate::report::words::{INTERVALS, PURPOSE};

/// Stands for a name of which the font has no letter.
const UNREADABLE: &str = "a scenario whose name is in another script";

/// Sets the title: on one line, smaller where need be, else on two.
pub fn title(canvas: &Canvas, finding: &str) -> Result<(), Error> {
    let width = RIGHT - LEFT;
    let set = canvas
        .ruler
        .fitting_size(finding, bold(size::TITLE), width, size::TITLE_LEAST);
    let lines = canvas.ruler.balance(finding, set, width, 2);
    let first = if lines.len() > 1 {
        baseline::TITLE_FIRST
    } else {
        baseline::TITLE
    };
    for (line, at) in lines.iter().zip(0u8..) {
        canvas.text(
            line,
            xy(LEFT, first + f64::from(at) * set.size * LEADING),
            set,
            INK,
            Align::Left,
        )?;
    }
    Ok(())
}

/// Sets the heading of a panel.
pub fn heading(canvas: &Canvas, left: f64, right: f64, text: &str) -> Result<(), Error> {
    heading_at(canvas, xy(left, baseline::HEADING), right, text)
}

/// Sets the heading of a panel below others.
pub fn heading_at(canvas: &Canvas, start: Position, right: f64, text: &str) -> Result<(), Error> {
    let (text, set) = canvas.ruler.fit(text, bold(size::LABEL), right - start.x);
    canvas.text(&text, start, set, INK, Align::Left)
}

/// Sets the caption: what the picture is, and where its numbers come from; `each` says of what
/// there were so many trials.
pub fn caption(canvas: &Canvas, caption: &Caption<'_>, each: &str) -> Result<(), Error> {
    let set = regular(size::CAPTION);
    let trials = if caption.trials == 1 {
        "trial"
    } else {
        "trials"
    };
    let before = format!(
        "{} {trials}{each}, seed {}, ",
        count(caption.trials),
        caption.seed
    );
    let after = format!(". {INTERVALS}");
    // The name alone is shortened: all else must be read.
    let room = RIGHT - LEFT - canvas.ruler.width(&before, set) - canvas.ruler.width(&after, set);
    let name = readable_name(canvas, &caption.scenario);
    let name = canvas.ruler.cut(name.trim_end_matches('.'), set, room);
    let after = if name.ends_with(['…', '?', '!']) {
        after.trim_start_matches('.')
    } else {
        &after
    };
    canvas.text(
        PURPOSE,
        xy(LEFT, baseline::PURPOSE),
        bold(size::CAPTION),
        INK,
        Align::Left,
    )?;
    canvas.text(
        &format!("{before}{name}{after}"),
        xy(LEFT, baseline::CAPTION),
        set,
        MUTED,
        Align::Left,
    )
}

/// A name, or what stands for it where the font has none of its letters.
fn readable_name<'n>(canvas: &Canvas, name: &'n str) -> &'n str {
    let mut letters = name.chars().filter(|c| c.is_alphanumeric()).peekable();
    if letters.peek().is_some() && !letters.any(|c| canvas.ruler.has(c)) {
        UNREADABLE
    } else {
        name
    }
}
