//! What runs show: estimates with their intervals, and what the inputs exclude.

mod axis;
mod case;
mod compare;
pub(crate) mod discover;
mod divergence;
mod estimate;
mod exclusions;
mod explanation;
mod findings;
mod histories;
mod judged_band;
mod rank;
mod readings;
mod reason;
mod record_findings;
mod results;
pub(crate) mod shake;
mod standing;
mod story;
mod subject;
mod sweep;
#[cfg(test)]
mod tests;
mod timeline;
mod tip;

pub use axis::{Axis, MOST_POINTS};
pub use case::Case;
pub use compare::{Comparison, Contrast, Difference, MOST_VARIANTS, Variant};
pub use discover::{
    Condition, DiscoverStudy, LEAST_DISCOVERED, LimitedNumber, SetTo, Slice, WayStep,
};
pub use divergence::{DecisionPoint, Divergence, Trace, TracePair, trace, trace_pairs};
pub use estimate::{Means, QuantityMean};
pub use exclusions::Exclusions;
pub use explanation::{
    ENOUGH, Explanation, Gathered, LearnedParameter, MOST_NODES, PathEnds, PathNode, Paths, Pull,
    RecordedStep, Spread, Weighing, recorded_path,
};
pub use findings::{DEATH_QUANTILES, Findings};
pub use histories::{History, histories, with_rare_ends};
pub use judged_band::{JudgedBand, Verdict};
pub use rank::{
    Batch, Flips, LeftOut, LeftOutEntry, MovedNumber, NUMBER_STEP, OpeningRank, Player, RankBy,
    RankMethod, RankStudy, Ranking, Shares, Split, SplitEntry, Trial, block_ranges,
};
pub use readings::{Doubt as ShakenDoubt, Drawn, Progressing, factor};
pub use reason::{Reason, each_once};
pub use record_findings::{FactFindings, RecordFindings};
pub use results::{
    AskedComparison, CompareStudy, Guidance, Mismatch, RunStudy, Study, SweepStudy, TipStudy,
    VariantSubject, WhyAsked, WhyStudy,
};
pub use shake::{
    AUTHORS_TRIALS, InputKind, InputParts, LEAST_READINGS, ReadingRange, RowsOfParts, ShakeStudy,
    ShakenShare, Swing, SwingEnd, UsualEnd, shaken_quantities,
};
pub use standing::{OwnValue, Standing};
#[cfg(test)]
pub(crate) use story::testing as story_testing;
pub use story::{
    AgainstStory, Deed, FIRST_ONES, Finder, Found, FoundBy, Happening, Mind, Parties, Story,
    StoryChoice, StoryEvent, StoryStudy, record_story,
};
pub use subject::{LadderShape, Subject};
pub use sweep::{ComparedPoints, PickedPoints, Point, Sweep, combination, how_many, most_compared};
pub use timeline::{Calm, OpeningCrises, Timeline};
pub use tip::{Answer, Crossing, Doubt, Statement, Tip, TrialsNeeded, ValueSide, Why, tip};
