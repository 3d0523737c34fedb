//! A sweep as a document: its points are made one by one as they are written, so that many of them
//! need no memory.

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use crate::report::view::estimates::{Average, Estimates};
use crate::report::view::origin::StudyHeading;
use crate::study::{Axis, ComparedPoints, Point, SweepStudy};

/// A sweep, as programs read it.
#[derive(Serialize)]
pub struct SweepDocument<'s> {
    #[serde(flatten)]
    heading: StudyHeading<'s>,
    axes: Vec<AxisEntry<'s>>,
    beside: Vec<PairEntry<'s>>,
    points: Points<'s>,
}

#[derive(Serialize)]
struct AxisEntry<'s> {
    path: &'s str,
    values: &'s [f64],
}

/// All points, each made when it is written.
struct Points<'s>(&'s SweepStudy);

#[derive(Serialize)]
struct PointEntry<'s> {
    values: &'s [f64],
    shown: ShownEntry,
    findings: Estimates<'s>,
}

/// The quantity that was asked for.
#[derive(Serialize)]
struct ShownEntry {
    quantity: &'static str,
    #[serde(flatten)]
    mean: Average,
}

/// Two points beside each other.
#[derive(Serialize)]
struct PairEntry<'s> {
    from: Option<&'s [f64]>,
    to: Option<&'s [f64]>,
    quantity: &'static str,
    difference: DifferenceEntry,
    differ: bool,
    same_histories: bool,
}

#[derive(Serialize)]
struct DifferenceEntry {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

/// The document of a sweep.
#[must_use]
pub fn document(study: &SweepStudy) -> SweepDocument<'_> {
    let sweep = &study.sweep;
    SweepDocument {
        heading: StudyHeading::new(&study.subject, study.seed, study.trials, !study.stopped),
        axes: sweep.axes.iter().map(AxisEntry::from).collect(),
        beside: sweep
            .compared
            .iter()
            .map(|pair| beside(study, pair))
            .collect(),
        points: Points(study),
    }
}

impl<'s> From<&'s Axis> for AxisEntry<'s> {
    fn from(axis: &'s Axis) -> Self {
        Self {
            path: axis.path(),
            values: axis.values(),
        }
    }
}

impl Serialize for Points<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let points = &self.0.sweep.points;
        let mut all = serializer.serialize_seq(Some(points.len()))?;
        for point in points {
            all.serialize_element(&entry(self.0, point))?;
        }
        all.end()
    }
}

fn entry<'s>(study: &'s SweepStudy, point: &'s Point) -> PointEntry<'s> {
    let mean = Average::of(point.shown, point.interval, point.excluded);
    PointEntry {
        values: &point.values,
        shown: ShownEntry {
            quantity: study.quantity.name(),
            mean,
        },
        findings: Estimates::new(&study.subject.names, &point.findings),
    }
}

fn beside<'s>(study: &'s SweepStudy, pair: &ComparedPoints) -> PairEntry<'s> {
    let interval = pair.difference.interval;
    let [value, low, high] = interval.figures(pair.difference.value);
    PairEntry {
        from: values(study, pair.from),
        to: values(study, pair.to),
        quantity: study.quantity.name(),
        difference: DifferenceEntry {
            value,
            low,
            high,
            reason: interval.reason(),
        },
        differ: pair.is_sure,
        same_histories: pair.is_alike,
    }
}

/// The values of a point.
fn values(study: &SweepStudy, at: usize) -> Option<&[f64]> {
    let point = study.sweep.points.get(at)?;
    Some(&point.values)
}
