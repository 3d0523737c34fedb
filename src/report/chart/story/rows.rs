//! The rungs at the left: as far apart as they are in severity, as far as their names let them.

use std::collections::BTreeSet;

use super::scene::Scene;
use crate::report::chart::backend::{Canvas, regular};
use crate::report::chart::rungs::ChartRungs;
use crate::report::chart::style::LEADING;

/// Maximum lines of a name.
const MOST: usize = 2;
/// Stands below the name of the lowest rung of limited war.
pub const WAR: &str = "limited war begins";
/// So often a scale is halved: beyond this it moves nothing.
const STEPS: usize = 60;

/// A rung that is shown.
pub struct Row {
    pub rung: usize,
    /// Its height on the picture.
    pub y: f64,
    /// Its name in lines; none where it has no room.
    pub name: Vec<String>,
    /// Whether limited war begins here.
    pub is_war: bool,
}

/// The room that rows have.
#[derive(Clone, Copy)]
pub struct Room {
    pub top: f64,
    pub bottom: f64,
    /// How wide names may be.
    pub names: f64,
}

/// The rungs that are shown, from the foot up: all from the lowest that is reached to the highest, and to
/// where limited war begins.
pub fn shown(scene: &Scene, rungs: &ChartRungs<'_>) -> Vec<usize> {
    let reached = reached(scene);
    let war = rungs.limited_war.min(rungs.len().saturating_sub(1));
    let lowest = reached.first().map_or(war, |&rung| rung.min(war));
    let highest = reached.last().map_or(war, |&rung| rung.max(war));
    (lowest..=highest).collect()
}

/// The rows, from the foot up.
pub fn rows(canvas: &Canvas, scene: &Scene, rungs: &ChartRungs<'_>, room: Room) -> Vec<Row> {
    let shown = shown(scene, rungs);
    let set = regular(canvas.sizes.label);
    let line = set.size * LEADING;
    let names: Vec<Vec<String>> = shown
        .iter()
        .map(|&rung| {
            let mut name = canvas
                .ruler
                .label(rungs.labels[rung], set, room.names, MOST);
            if rung == rungs.limited_war {
                name.push(canvas.ruler.cut(WAR, set, room.names));
            }
            name
        })
        .collect();
    let severities: Vec<f64> = shown.iter().map(|&rung| scene.severity(rung)).collect();
    let least: Vec<f64> = names
        .windows(2)
        .map(|pair| (pair[0].len() + pair[1].len()) as f64 * line / 2.0)
        .collect();
    let heights = heights(&severities, &least, room);
    let rows = shown.iter().zip(heights).zip(names);
    let mut rows: Vec<Row> = rows
        .map(|((&rung, y), name)| Row {
            rung,
            y,
            name,
            is_war: rung == rungs.limited_war,
        })
        .collect();
    thin_out(&mut rows, scene, line);
    rows
}

/// Where rungs stand, from the foot up: in proportion to severity, but no closer than their names need;
/// where names need more room than there is, in proportion.
fn heights(severities: &[f64], least: &[f64], room: Room) -> Vec<f64> {
    let all = room.bottom - room.top;
    if severities.len() < 2 {
        return vec![f64::midpoint(room.top, room.bottom)];
    }
    let gaps: Vec<f64> = severities
        .windows(2)
        .map(|pair| (pair[1] - pair[0]).max(f64::MIN_POSITIVE))
        .collect();
    let span: f64 = gaps.iter().sum();
    let needed: f64 = least.iter().sum();
    let least = if needed <= all { least } else { &[] };
    let mut low = 0.0;
    let mut high = all / span;
    for _ in 0..STEPS {
        let middle = f64::midpoint(low, high);
        if distances(&gaps, least, middle).iter().sum::<f64>() <= all {
            low = middle;
        } else {
            high = middle;
        }
    }
    let mut y = room.bottom;
    let mut heights = vec![y];
    for distance in distances(&gaps, least, low) {
        y -= distance;
        heights.push(y.max(room.top));
    }
    heights
}

/// Distances in proportion to these, at this scale, each no less than its least where there is one.
fn distances(gaps: &[f64], least: &[f64], scale: f64) -> Vec<f64> {
    let gaps = gaps.iter().enumerate();
    gaps.map(|(at, gap)| {
        let least = least.get(at).copied().unwrap_or(0.0);
        (gap * scale).max(least)
    })
    .collect()
}

/// The rungs that are reached.
fn reached(scene: &Scene) -> BTreeSet<usize> {
    let courses = scene.courses();
    courses.flat_map(super::course::Course::rungs).collect()
}

/// Takes the names off that would stand over others: those that are reached come first.
fn thin_out(rows: &mut [Row], scene: &Scene, line: f64) {
    let reached = reached(scene);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|&at| (!reached.contains(&rows[at].rung), !rows[at].is_war));
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for at in order {
        let row = &mut rows[at];
        let half = row.name.len() as f64 * line / 2.0;
        let own = (row.y - half, row.y + half);
        let is_free = taken
            .iter()
            .all(|other| own.1 <= other.0 + 0.5 || other.1 <= own.0 + 0.5);
        if is_free {
            taken.push(own);
        } else {
            row.name.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room {
        top: 100.0,
        bottom: 500.0,
        names: 200.0,
    };

    #[test]
    fn rungs_stand_as_far_apart_as_in_severity_where_names_let_them() {
        let even = heights(&[0.0, 0.25, 1.0], &[20.0, 20.0], ROOM);
        assert!((even[1] - 400.0).abs() < 1e-6 && (even[2] - 100.0).abs() < 1e-6);
        let close = heights(&[0.0, 0.01, 1.0], &[40.0, 40.0], ROOM);
        assert!((close[1] - 460.0).abs() < 1e-6 && (close[2] - 100.0).abs() < 1e-6);
        let full = heights(&[0.0, 0.5, 1.0], &[300.0, 300.0], ROOM);
        assert!((full[1] - 300.0).abs() < 1e-6, "no room: in proportion");
        assert_eq!(heights(&[0.3], &[], ROOM), [300.0]);
    }
}
