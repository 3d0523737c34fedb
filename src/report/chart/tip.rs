//! Where a share crosses a value: its curve, the value as a thin line, and the crossing on the axis
//! with its interval.

use super::Frame;
use super::along::{
    Around, Clear, Course, CoursePoint, OwnPlace, Plot, label_ends, label_own, label_parties,
    nothing_to_draw,
};
use super::style::{INK, MUTED, OUTLINE, PAPER};
use crate::error::Error;
use crate::numerals::number_to;
use crate::report::chart::backend::{
    Align, Area, Canvas, Picture, Position, bold, fault, regular, xy,
};
use crate::report::words::{
    any_of, crossing_in_words, level_in_words, tip_axis, tip_in_words, tip_scale,
};
use crate::study::{Answer, Case, Crossing, Statement, TipStudy};

/// How high the bar of an interval is, and how wide at the least.
const BAR: f64 = 10.0;
const NARROWEST: f64 = 4.0;
/// The radius of the crossing.
const RADIUS: f64 = 7.0;
/// More crossings than these have their place beside them, without its interval.
const MOST_NAMED: usize = 3;
/// A crossing nearer than this to the scenario's own place, along the axis, has its name elsewhere.
const NEAR_OWN: f64 = 90.0;
/// From the end of the line of the value to its words.
const GAP: f64 = 8.0;

/// Draws a tip; gives a picture.
///
/// # Errors
/// [`Error::Fault`] where there is not one look for each value of the axis, or drawing fails.
pub fn tip(study: &TipStudy, frame: &Frame) -> Result<Picture, Error> {
    let looks = study.tip.shares.len();
    if looks < 2 || looks != study.axis.values().len() {
        return Err(fault(format!("{looks} looks do not match their axis")));
    }
    frame.picture(&tip_in_words(study), |canvas, body| {
        draw(canvas, body, study)
    })
}

fn draw(canvas: &Canvas, body: Area, study: &TipStudy) -> Result<(), Error> {
    let course = course(study);
    if course.ends().is_none() {
        let why = match study.statement() {
            Statement::Excluded { reasons } => any_of(&reasons),
            _ => None,
        };
        let why = why.unwrap_or_else(|| "the inputs exclude it".to_owned());
        return nothing_to_draw(canvas, body, &format!("It cannot occur here: {why}"));
    }
    let words = tip_axis(study);
    let scale = tip_scale(study);
    let around = Around {
        axis: &study.axis,
        words: &words,
        base: &study.base,
        scale: &scale,
        quantity: study.quantity,
        marked: Some(study.share),
        moves: true,
    };
    let margin = Plot::margin(canvas, &course, &scale);
    let plot = Plot::new(canvas, body, &course, around, margin);
    let mut clear = plot.clear();
    let own = OwnPlace::of(&plot, &study.base);
    if let Some(own) = &own {
        clear.take(own.area());
    }
    plot.frame(canvas, own.is_none())?;
    let crossings: &[Crossing] = match &study.tip.answer {
        Answer::Crosses { crossings, .. } => crossings,
        _ => &[],
    };
    level(canvas, &plot, study, &mut clear)?;
    unsure(canvas, &plot, study, &mut clear)?;
    for crossing in crossings {
        bar(canvas, &plot, study, crossing)?;
        clear.take_line(foot(&plot, study, crossing), 4.0);
    }
    plot.line(canvas)?;
    for crossing in crossings {
        let at = plot.at(crossing.at, study.share);
        canvas.dot(at, RADIUS, INK, (PAPER, 1.5))?;
    }
    for crossing in crossings {
        name(canvas, &plot, study, crossing, own.as_ref(), &mut clear)?;
    }
    label_ends(canvas, &plot, &mut clear, own.as_ref())?;
    level_words(canvas, &plot, study, &mut clear)?;
    match own {
        Some(own) => label_own(canvas, &plot, &mut clear, &own, &scale),
        None => label_parties(canvas, &plot, &mut clear, &study.base),
    }
}

/// The share at all looks.
fn course(study: &TipStudy) -> Course {
    let reasons = study.reasons.iter().copied().chain(std::iter::repeat(None));
    let looks = study
        .axis
        .values()
        .iter()
        .zip(&study.tip.shares)
        .zip(reasons);
    Course::new(
        looks.map(|((&value, &share), excluded)| {
            CoursePoint::of_case(value, &Case { share, excluded })
        }),
    )
}

/// The value that was looked for, as a thin line.
fn level(
    canvas: &Canvas,
    plot: &Plot<'_>,
    study: &TipStudy,
    clear: &mut Clear,
) -> Result<(), Error> {
    let y = plot.up.y(study.share);
    let ends = [xy(plot.area.left, y), xy(plot.area.right, y)];
    clear.take_line(ends, 1.5);
    canvas.line(ends[0], ends[1], INK, 1.6)
}

/// What the line of the value says, beside it where the curve leaves room.
fn level_words(
    canvas: &Canvas,
    plot: &Plot<'_>,
    study: &TipStudy,
    clear: &mut Clear,
) -> Result<(), Error> {
    let words = format!("{}{}", level_in_words(study), tip_scale(study).after());
    let set = regular(canvas.sizes.label);
    let y = plot.up.y(study.share);
    let width = plot.area.right - plot.area.left;
    // From the right to the left: the first place where it is clear of the curve.
    for part in [0.88, 0.75, 0.62, 0.5, 0.38, 0.25, 0.12] {
        let spot = xy(plot.area.left + part * width, y + GAP - 4.0);
        if let Some(place) = clear.near(&canvas.ruler, &words, set, spot) {
            canvas.fill(place.area, PAPER)?;
            return canvas.text(&words, place.baseline, set, INK, Align::Left);
        }
    }
    Ok(())
}

/// From the crossing down to the axis.
fn foot(plot: &Plot<'_>, study: &TipStudy, crossing: &Crossing) -> [Position; 2] {
    let at = plot.at(crossing.at, study.share);
    [at, xy(at.x, plot.area.bottom)]
}

/// The interval of a crossing as a bar on the axis.
fn bar(
    canvas: &Canvas,
    plot: &Plot<'_>,
    study: &TipStudy,
    crossing: &Crossing,
) -> Result<(), Error> {
    let [from, to] = foot(plot, study, crossing);
    canvas.line(from, to, INK, 1.6)?;
    let left = plot.along.x(crossing.low);
    let right = plot.along.x(crossing.high);
    let middle = f64::midpoint(left, right);
    let half = ((right - left) / 2.0).max(NARROWEST / 2.0);
    let area = Area {
        left: middle - half,
        top: plot.area.bottom - BAR / 2.0,
        right: middle + half,
        bottom: plot.area.bottom + BAR / 2.0,
    };
    canvas.fill(area, INK)
}

/// Where a crossing is, in words beside it.
fn name(
    canvas: &Canvas,
    plot: &Plot<'_>,
    study: &TipStudy,
    crossing: &Crossing,
    own: Option<&OwnPlace>,
    clear: &mut Clear,
) -> Result<(), Error> {
    let many = matches!(&study.tip.answer, Answer::Crosses { crossings, .. } if crossings.len() > MOST_NAMED);
    let [from, to] = foot(plot, study, crossing);
    // Of many there is room for the places alone.
    let words = if many {
        number_to(crossing.at, 2)
    } else {
        crossing_in_words(crossing)
    };
    // Beside the scenario's own place the crossing is named at the foot of its line.
    let is_near_own = own.is_some_and(|own| (own.at.x - from.x).abs() < NEAR_OWN);
    let middle = xy(from.x, f64::midpoint(from.y, to.y));
    let foot = xy(from.x, to.y - (to.y - from.y) * 0.2);
    let spots = if is_near_own {
        [foot, middle]
    } else {
        [from, middle]
    };
    for spot in spots {
        for set in [bold(canvas.sizes.lead), bold(canvas.sizes.label)] {
            if let Some(place) = clear.label(&canvas.ruler, &words, set, spot) {
                canvas.fill(place.area, PAPER)?;
                return canvas.text(&words, place.baseline, set, INK, Align::Left);
            }
        }
    }
    Ok(())
}

/// Where the looks cannot tell, as a grey bar on the axis.
fn unsure(
    canvas: &Canvas,
    plot: &Plot<'_>,
    study: &TipStudy,
    clear: &mut Clear,
) -> Result<(), Error> {
    let (from, to) = match &study.tip.answer {
        Answer::Crosses {
            unsure: Some((from, to)),
            ..
        } => (*from, *to),
        Answer::CannotTell(doubt) => (doubt.from, doubt.to),
        _ => return Ok(()),
    };
    let left = plot.along.x(from).min(plot.along.x(to));
    let right = plot
        .along
        .x(from)
        .max(plot.along.x(to))
        .max(left + NARROWEST);
    let area = Area {
        left,
        top: plot.area.bottom - BAR / 2.0,
        right,
        bottom: plot.area.bottom + BAR / 2.0,
    };
    canvas.fill(area, OUTLINE)?;
    let set = regular(canvas.sizes.label);
    let words = "too few histories to say";
    let half = canvas.ruler.width(words, set) / 2.0 + 1.0;
    let least = plot.area.left + half;
    let middle = f64::midpoint(left, right).clamp(least, (plot.area.right - half).max(least));
    let spot = xy(middle, plot.area.bottom - BAR / 2.0);
    match clear.near(&canvas.ruler, words, set, spot) {
        Some(place) => canvas.text(words, place.baseline, set, MUTED, Align::Left),
        None => Ok(()),
    }
}
