//! What runs show: estimates with their intervals, and what the inputs exclude.

mod axis;
mod case;
mod compare;
mod divergence;
mod estimate;
mod exclusions;
mod findings;
mod histories;
mod judged_band;
mod reason;
mod record_findings;
mod results;
pub(crate) mod shake;
mod standing;
mod subject;
mod sweep;
#[cfg(test)]
mod tests;
mod timeline;
mod tip;

pub use axis::{Axis, MOST_POINTS};
pub use case::Case;
pub use compare::{Comparison, Contrast, Difference, MOST_VARIANTS, Variant};
pub use divergence::{DecisionPoint, Divergence, Trace, TracePair, trace, trace_pairs};
pub use estimate::{Means, QuantityMean};
pub use exclusions::Exclusions;
pub use findings::{DEATH_QUANTILES, Findings};
pub use histories::{History, histories};
pub use judged_band::{JudgedBand, Verdict};
pub use reason::{Reason, each_once};
pub use record_findings::{FactFindings, RecordFindings};
pub use results::{
    AskedComparison, CompareStudy, Guidance, Mismatch, RunStudy, Study, SweepStudy, TipStudy,
    VariantSubject,
};
pub use shake::{
    AUTHORS_TRIALS, Doubt as ShakenDoubt, Drawn, InputKind, InputParts, LEAST_READINGS,
    Progressing, ReadingRange, RowsOfParts, ShakeStudy, ShakenShare, Swing, SwingEnd, factor,
    shaken_quantities,
};
pub use standing::{OwnValue, Standing};
pub use subject::{LadderShape, Subject};
pub use sweep::{ComparedPoints, PickedPoints, Point, Sweep, combination, how_many, most_compared};
pub use timeline::Timeline;
pub use tip::{Answer, Crossing, Doubt, Statement, Tip, TrialsNeeded, ValueSide, Why, tip};
