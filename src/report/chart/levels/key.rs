//! What the lines and shades mean, beside them.

use super::days::Days;
use super::{ladder, lines};
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, regular, xy};
use crate::report::chart::parts::lines as texts;
use crate::report::chart::style::{INK, LEADING, SHADES, shade, size};
use crate::report::words::which_trials;
use crate::study::Timeline;

/// How wide a sample is, and what is between it and its words.
const SAMPLE: f64 = 34.0;
const GAP: f64 = 8.0;
/// Between entries.
const APART: f64 = 9.0;

/// What an entry explains.
enum LegendItem {
    Record,
    Median,
    Single,
    Shade,
    OffRamp,
}

/// Draws the key.
pub fn draw(
    canvas: &Canvas,
    area: Area,
    timeline: &Timeline,
    days: &Days,
    record: bool,
) -> Result<(), Error> {
    let set = regular(size::SMALL);
    let left = area.left + SAMPLE + GAP;
    let mut top = area.top + 2.0;
    for (sample, words) in entries(timeline, days, record) {
        let words = canvas.ruler.balance(&words, set, area.right - left, 4);
        let height = words.len() as f64 * set.size * LEADING;
        let first = top + set.size * LEADING / 2.0;
        sample.draw(canvas, area.left, first)?;
        texts(
            canvas,
            &words,
            xy(left, top + height / 2.0),
            set,
            INK,
            Align::Left,
        )?;
        top += height + APART;
    }
    Ok(())
}

fn entries(timeline: &Timeline, days: &Days, record: bool) -> Vec<(LegendItem, String)> {
    let mut entries = Vec::new();
    if record {
        entries.push((LegendItem::Record, "what really happened".to_owned()));
    }
    entries.push((
        LegendItem::Median,
        "median: half the runs are here or lower; thin: its 95 % interval".to_owned(),
    ));
    if !timeline.histories.is_empty() {
        let (early, late) = lines::drawn(timeline, days);
        let each = if early == 1 {
            "a single run"
        } else {
            "single runs"
        };
        let mut words = format!("{}, {each}", which_trials(&timeline.histories[..early]));
        if late < early {
            words.push_str(&format!(
                "; beyond the gap {}",
                which_trials(&timeline.histories[..late])
            ));
        }
        entries.push((LegendItem::Single, words));
    }
    entries.push((
        LegendItem::Shade,
        "the darker, the more runs are here".to_owned(),
    ));
    entries.push((
        LegendItem::OffRamp,
        "off-ramp: an answer below it ends the crisis".to_owned(),
    ));
    entries
}

impl LegendItem {
    fn draw(&self, canvas: &Canvas, left: f64, y: f64) -> Result<(), Error> {
        let right = left + SAMPLE;
        let middle = left + SAMPLE / 2.0;
        match self {
            Self::Record => lines::recorded(
                canvas,
                &[xy(left, y), xy(right, y)],
                [xy(middle, y)].into_iter(),
            ),
            Self::Median => {
                canvas.line(
                    xy(left, y),
                    xy(right, y),
                    INK,
                    lines::median_width(f64::INFINITY),
                )?;
                canvas.line(xy(left, y + 8.0), xy(right, y + 8.0), INK, lines::INTERVAL)
            }
            Self::Single => {
                lines::single(
                    canvas,
                    &[
                        xy(left, y + 3.0),
                        xy(middle, y + 3.0),
                        xy(middle, y - 6.0),
                        xy(right, y - 6.0),
                    ],
                )?;
                lines::single(
                    canvas,
                    &[
                        xy(left, y - 2.0),
                        xy(middle + 8.0, y - 2.0),
                        xy(middle + 8.0, y + 6.0),
                        xy(right, y + 6.0),
                    ],
                )
            }
            Self::OffRamp => ladder::off_ramp_line(canvas, xy(left, y), right),
            Self::Shade => {
                for (at, depth) in [SHADES / 5, SHADES / 2, SHADES].into_iter().zip(0u8..) {
                    let third = SAMPLE / 3.0;
                    let from = left + f64::from(depth) * third;
                    canvas.fill(
                        Area {
                            left: from,
                            top: y - 7.0,
                            right: from + third,
                            bottom: y + 7.0,
                        },
                        shade(at),
                    )?;
                }
                Ok(())
            }
        }
    }
}
