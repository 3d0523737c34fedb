//! What every chart has around it: the finding as its title, the case and what was changed in it
//! below, and the caption at the foot.

use super::medium::Medium;
use super::style::{BOTTOM, INK, LEADING, LEFT, MUTED, RIGHT, Sizes, TOP};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, Picture, Type, bold, regular, xy};
use crate::report::figure::{Caption, Figure, Heading};
use crate::report::words::{PURPOSE, histories};

/// Maximum lines of a title.
const TITLE_LINES: usize = 2;
/// Maximum lines of a title at its smallest, which is its user's own.
const LONGEST_TITLE: usize = 4;
/// Maximum lines of what was changed.
const CHANGE_LINES: usize = 3;
/// Maximum lines of the caption.
const CAPTION_LINES: usize = 3;
/// Between what stands above a figure and the figure, as a multiple of the size of a label.
const GAP: f64 = 0.9;

/// What stands around a figure, and what it is made for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// What stands above.
    pub heading: Heading,
    /// What stands below.
    pub caption: Caption,
    /// What it is made for.
    pub medium: Medium,
}

impl Frame {
    /// The frame of a figure.
    #[must_use]
    pub fn new(figure: &Figure<'_>, medium: Medium) -> Self {
        Self {
            heading: figure.heading.clone(),
            caption: figure.caption.clone(),
            medium,
        }
    }

    /// The picture of what `draw` draws in the room that the frame leaves; `description` says in
    /// words what is drawn.
    ///
    /// # Errors
    /// What drawing fails with.
    pub(super) fn picture(
        &self,
        description: &str,
        draw: impl FnOnce(&Canvas, Area) -> Result<(), Error>,
    ) -> Result<Picture, Error> {
        let sizes = Sizes::of(self.medium);
        let words = format!("{PURPOSE} {}. {description}", self.heading.title);
        Picture::draw(sizes, &self.heading.title, &words, |canvas| {
            let top = self.above(canvas)?;
            let bottom = self.below(canvas)?;
            let area = Area {
                left: LEFT,
                top,
                right: RIGHT,
                bottom,
            };
            draw(canvas, area)
        })
    }

    /// Sets title, case and changes; gives the upper edge of what is left.
    fn above(&self, canvas: &Canvas) -> Result<f64, Error> {
        let sizes = canvas.sizes;
        let heading = &self.heading;
        let (title, set) = title(canvas, &heading.title);
        let mut top = lines(canvas, &title, TOP, set, INK)?;
        let set = regular(sizes.subtitle);
        let case = self.case(canvas);
        top = lines(canvas, &case.lines, top + sizes.label * 0.3, set, INK)?;
        if let Some(left) = case.purpose {
            let baseline = top - set.size * (LEADING - 1.0);
            canvas.text(PURPOSE, xy(left, baseline), set, MUTED, Align::Left)?;
        }
        let set = regular(sizes.label);
        let changes = changes(canvas, &heading.changes, set);
        top = lines(canvas, &changes, top, set, MUTED)?;
        Ok(top + sizes.label * GAP)
    }

    /// The case in lines, and where beside it there is room to say what it is.
    fn case(&self, canvas: &Canvas) -> Case {
        let set = regular(canvas.sizes.subtitle);
        let width = RIGHT - LEFT;
        let lines = canvas.ruler.wrap(&self.heading.case, set, width, 2);
        let after = lines.last().map(|line| canvas.ruler.width(line, set));
        let left = LEFT + after.unwrap_or_default() + set.size;
        let fits = left + canvas.ruler.width(PURPOSE, set) <= RIGHT;
        Case {
            lines,
            purpose: (after.is_some() && fits).then_some(left),
        }
    }

    /// Sets the caption; gives the lower edge of what is left. What it is stands here where there
    /// was no room for it above, in letters that can be read from afar.
    fn below(&self, canvas: &Canvas) -> Result<f64, Error> {
        let set = regular(canvas.sizes.caption);
        let words = match self.case(canvas).purpose {
            Some(_) => self.caption.without_purpose(),
            None => self.caption.in_words(),
        };
        let caption = canvas.ruler.wrap(&words, set, RIGHT - LEFT, CAPTION_LINES);
        let top = BOTTOM - height(&caption, set);
        lines(canvas, &caption, top, set, MUTED)?;
        Ok(top - canvas.sizes.caption * GAP)
    }
}

/// The case, below the title.
struct Case {
    lines: Vec<String>,
    /// Where the words on what it is begin, beside the last line; none where they have no room.
    purpose: Option<f64>,
}

/// The title in lines: smaller where it is long, and its user's own on as many lines as it takes. A
/// number of days stays with its unit.
fn title(canvas: &Canvas, words: &str) -> (Vec<String>, Type) {
    let (mut lines, set) = title_lines(canvas, words);
    let unit = ["day", "days", "day;", "days;", "days,"];
    for at in 1..lines.len() {
        let (before, after) = lines.split_at_mut(at);
        let (Some(above), Some(below)) = (before.last_mut(), after.first_mut()) else {
            continue;
        };
        let Some((rest, number)) = above.rsplit_once(' ') else {
            continue;
        };
        let is_unit = below
            .split(' ')
            .next()
            .is_some_and(|word| unit.contains(&word));
        let joined = format!("{number} {below}");
        let is_number = number.chars().all(|c| c.is_ascii_digit() || c == ',');
        if is_unit && is_number && canvas.ruler.width(&joined, set) <= RIGHT - LEFT {
            let rest = rest.to_owned();
            *below = joined;
            *above = rest;
        }
    }
    (lines, set)
}

/// The title in lines as they come.
fn title_lines(canvas: &Canvas, words: &str) -> (Vec<String>, Type) {
    let sizes = canvas.sizes;
    let width = RIGHT - LEFT;
    let mut size = sizes.title;
    while size > sizes.title_least {
        let set = bold(size);
        let lines = canvas.ruler.broken(words, set, width, TITLE_LINES);
        if lines
            .iter()
            .all(|line| canvas.ruler.width(line, set) <= width)
        {
            return (canvas.ruler.balance(words, set, width, TITLE_LINES), set);
        }
        size -= 1.0;
    }
    let set = bold(sizes.title_least);
    (canvas.ruler.wrap(words, set, width, LONGEST_TITLE), set)
}

/// What was changed, in lines: whole changes, as many as there is room for, and the number of the
/// others.
fn changes(canvas: &Canvas, changes: &[String], set: Type) -> Vec<String> {
    if changes.is_empty() {
        return Vec::new();
    }
    let width = RIGHT - LEFT;
    for named in (1..=changes.len()).rev() {
        let more = changes.len() - named;
        let mut words = format!("Changed: {}", changes[..named].join("; "));
        if more > 0 {
            words += &format!("; and {more} more");
        }
        let lines = canvas.ruler.broken(&words, set, width, CHANGE_LINES);
        let fits = lines
            .iter()
            .all(|line| canvas.ruler.width(line, set) <= width);
        if fits {
            return lines;
        }
    }
    let words = format!("Changed: {}", changes.join("; "));
    canvas.ruler.wrap(&words, set, width, CHANGE_LINES)
}

/// Sets lines below each other from an upper edge; gives their lower edge.
fn lines<T: AsRef<str>>(
    canvas: &Canvas,
    texts: &[T],
    top: f64,
    set: Type,
    colour: super::style::Colour,
) -> Result<f64, Error> {
    let mut edge = top;
    for text in texts {
        let baseline = edge + set.size;
        canvas.text(text.as_ref(), xy(LEFT, baseline), set, colour, Align::Left)?;
        edge += set.size * LEADING;
    }
    Ok(edge)
}

/// How high lines are.
fn height(lines: &[String], set: Type) -> f64 {
    lines.len() as f64 * set.size * LEADING
}

impl Caption {
    /// The caption in words: how much was run, how sure it is, what it is and whose choices it
    /// rests on.
    #[must_use]
    pub fn in_words(&self) -> String {
        let run = self.run();
        format!("{run}{PURPOSE} {}", self.hindsight)
    }

    /// The caption where what it is stands elsewhere.
    fn without_purpose(&self) -> String {
        let run = self.run();
        format!("{run}{}", self.hindsight)
    }

    /// How much was run, and how sure it is.
    fn run(&self) -> String {
        let each = self.each;
        let early = if self.complete { "" } else { ", stopped early" };
        let trials = histories(self.trials);
        let run = format!("{trials}{each}{early}, seed {}. ", self.seed);
        match self.interval.as_str() {
            "" => run,
            interval => format!("{run}{interval}. "),
        }
    }
}
