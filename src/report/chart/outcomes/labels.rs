//! What the dots mean: a number, its words and a dot of the same colour beside each group; limited
//! and full-scale war under one bracket.

use super::dots::Grid;
use crate::error::Error;
use crate::report::chart::backend::{Align, Area, Canvas, bold, regular, xy};
use crate::report::chart::parts::spread;
use crate::report::chart::style::{INK, LEADING, MIDDLE, MUTED};
use crate::report::words::{denominator, farthest, outcome_label, outcomes_of, wars_of};
use crate::sim::Outcome;
use crate::stats::Share;
use crate::study::Findings;

/// From the dots to the bracket of war, the length of its arms, and how thick it is.
const BRACKET: (f64, f64, f64) = (12.0, 9.0, 2.5);
/// From the dots to the labels.
const GAP: f64 = 46.0;
/// Between the parts of a label.
const SPACE: f64 = 14.0;
/// Between a label and the next.
const APART: f64 = 10.0;
/// How large the dot of a label is, as a multiple of the size of its words.
const RADIUS: f64 = 0.42;

/// A group of dots and what it means.
struct Group {
    /// What its dot looks like.
    outcome: Outcome,
    /// How many dots it has, and how many stand before them.
    count: u32,
    before: u32,
    /// How many histories it stands for, rounded by itself.
    number: u64,
    /// Its words; then what stands below them.
    words: String,
    below: Vec<String>,
    /// The parts of wars, each with a dot of its colour; empty elsewhere.
    parts: Vec<Part>,
    share: Share,
    is_war: bool,
}

/// A part of wars.
struct Part {
    outcome: Outcome,
    words: String,
}

/// Draws the labels and the bracket.
pub fn draw(canvas: &Canvas, area: Area, grid: &Grid, findings: &Findings) -> Result<(), Error> {
    let mut groups = groups(grid, findings);
    intervals(canvas, area, findings, &mut groups);
    let heights: Vec<f64> = groups.iter().map(|group| height(canvas, group)).collect();
    let mut wanted = Vec::new();
    for group in &groups {
        let (top, bottom) = grid.rows(group.before, group.count);
        wanted.push(f64::midpoint(top, bottom));
        if group.is_war {
            bracket(canvas, grid.right() + BRACKET.0, top, bottom)?;
        }
    }
    let middles = spread(&wanted, &heights, (area.top, area.bottom), APART);
    let left = grid.right() + GAP;
    let widest = groups
        .iter()
        .map(|group| {
            canvas
                .ruler
                .width(&some(group.number), bold(canvas.sizes.number))
        })
        .fold(0.0, f64::max);
    for ((group, height), middle) in groups.iter().zip(&heights).zip(middles) {
        let radius = canvas.sizes.lead * RADIUS;
        let first = middle - height / 2.0 + line(canvas) / 2.0;
        if denominator(findings) == 1 {
            // The only dot is beside its words.
            words(canvas, Area { left, ..area }, first, group)?;
            continue;
        }
        if group.parts.is_empty() {
            Grid::dot(canvas, xy(left + radius, first), radius, group.outcome)?;
        }
        let number = left + 2.0 * radius + SPACE + widest;
        let set = bold(canvas.sizes.number);
        let at = xy(number, first + MIDDLE * set.size);
        canvas.text(&some(group.number), at, set, INK, Align::Right)?;
        let column = Area {
            left: number + SPACE,
            ..area
        };
        words(canvas, column, first, group)?;
        parts(canvas, column, first, group)?;
    }
    Ok(())
}

/// The parts of wars on the line below their words, each behind a dot of its colour.
fn parts(canvas: &Canvas, column: Area, first: f64, group: &Group) -> Result<(), Error> {
    let set = regular(canvas.sizes.lead);
    let radius = set.size * RADIUS;
    let middle = first + set.size * LEADING;
    let mut left = column.left;
    for part in &group.parts {
        Grid::dot(canvas, xy(left + radius, middle), radius, part.outcome)?;
        left += 2.0 * radius + set.size * 0.4;
        let baseline = xy(left, middle + MIDDLE * set.size);
        canvas.text(&part.words, baseline, set, INK, Align::Left)?;
        left += canvas.ruler.width(&part.words, set) + set.size;
    }
    Ok(())
}

fn words(canvas: &Canvas, column: Area, first: f64, group: &Group) -> Result<(), Error> {
    let width = column.right - column.left;
    let set = regular(canvas.sizes.lead);
    let (text, set) = canvas
        .ruler
        .fit(&group.words, set, width, canvas.sizes.label);
    let mut y = first + MIDDLE * set.size;
    canvas.text(&text, xy(column.left, y), set, INK, Align::Left)?;
    if !group.parts.is_empty() {
        y += canvas.sizes.lead * LEADING;
    }
    let set = regular(canvas.sizes.label);
    for text in &group.below {
        y += set.size * LEADING;
        let text = canvas.ruler.cut(text, set, width);
        canvas.text(&text, xy(column.left, y), set, MUTED, Align::Left)?;
    }
    Ok(())
}

/// The height of the line with the number.
fn line(canvas: &Canvas) -> f64 {
    canvas.sizes.number * LEADING
}

fn height(canvas: &Canvas, group: &Group) -> f64 {
    let parts = if group.parts.is_empty() {
        0.0
    } else {
        canvas.sizes.lead
    };
    let below = group.below.len() as f64 * canvas.sizes.label;
    line(canvas) + (parts + below) * LEADING
}

/// The groups that have dots; limited and full-scale war are one where both have.
fn groups(grid: &Grid, findings: &Findings) -> Vec<Group> {
    let limited = grid.counts[Outcome::LimitedWar];
    let full = grid.counts[Outcome::War];
    let of = denominator(findings);
    let numbers = outcomes_of(findings, of);
    let wars = wars_of(findings, of);
    let has_both = has_both_wars(findings);
    let mut groups = Vec::new();
    let mut before = 0;
    for (outcome, count) in Outcome::ALL.into_iter().zip(grid.counts) {
        let group = Group {
            outcome,
            count,
            before,
            number: numbers[outcome],
            words: outcome_label(outcome).to_owned(),
            below: Vec::new(),
            parts: Vec::new(),
            share: findings.outcome(outcome).share,
            is_war: false,
        };
        before += count;
        match outcome {
            Outcome::War if has_both => {}
            Outcome::LimitedWar if has_both && wars == 0 => {}
            Outcome::LimitedWar if has_both => groups.push(Group {
                count: limited + full,
                number: wars,
                words: "War".to_owned(),
                parts: [
                    ("limited", Outcome::LimitedWar),
                    ("full-scale", Outcome::War),
                ]
                .map(|(name, outcome)| Part {
                    outcome,
                    words: format!("{name} {}", some(numbers[outcome])),
                })
                .into(),
                share: findings.wars().share,
                is_war: true,
                ..group
            }),
            _ if group.number == 0 => {}
            _ => groups.push(group),
        }
    }
    groups
}

/// Whether wars of both kinds came about.
fn has_both_wars(findings: &Findings) -> bool {
    let mut wars = [Outcome::LimitedWar, Outcome::War].into_iter();
    wars.all(|war| findings.outcome(war).share.share > 0.0)
}

/// A number of what came about: some are not none.
fn some(number: u64) -> String {
    match number {
        0 => "under 1".to_owned(),
        number => number.to_string(),
    }
}

/// Adds the intervals where one is wider than a dot on a side and there is room for all.
fn intervals(canvas: &Canvas, area: Area, findings: &Findings, groups: &mut [Group]) {
    let dots = denominator(findings) as f64;
    if farthest(&findings.outcomes) * dots < 1.0 || dots < 2.0 {
        return;
    }
    let more = canvas.sizes.label * LEADING + APART;
    let needed: f64 = groups
        .iter()
        .map(|group| height(canvas, group) + more)
        .sum();
    if needed > area.bottom - area.top {
        return;
    }
    for group in groups {
        if let Some((low, high)) = group.share.interval.ends() {
            let low = (low * dots).floor();
            let high = (high * dots).ceil();
            group.below.push(format!("95 % interval: {low} to {high}"));
        }
    }
}

/// A bracket that opens to the dots.
fn bracket(canvas: &Canvas, left: f64, top: f64, bottom: f64) -> Result<(), Error> {
    let (_, arm, width) = BRACKET;
    let right = left + arm;
    let points = [
        xy(left, top),
        xy(right, top),
        xy(right, bottom),
        xy(left, bottom),
    ];
    canvas.path(&points, INK, width)
}
