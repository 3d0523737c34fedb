//! Pure formulas of statistics, one to a file, each with its source. They know nothing of the
//! model.

mod beta;
mod binned;
mod binomial;
mod bounds;
mod clopper_pearson;
mod crossed;
mod differences;
mod erlang;
mod estimate;
mod exponential;
mod interval;
mod inverse;
mod jansen;
mod mean;
mod normal;
mod order;
mod paired;
mod resample;
mod simd;
mod sobol;
mod tails;
mod wilson;

pub use beta::{beta_cdf, beta_quantile};
pub use binned::{Draws, outer_fifths};
pub use binomial::share_interval;
pub use bounds::{at_least, at_most};
pub use clopper_pearson::clopper_pearson;
pub use crossed::{Crossed, LuckParts, Split, without_noise};
pub use differences::Differences;
pub use erlang::erlang_quantile;
pub use estimate::{Mean, Quantile, Share};
pub use exponential::{exp_each, exp2, exp2_below, exp2_each};
pub use interval::{End, Interval, Lack};
pub use inverse::{Inverse, Tail};
pub use jansen::{Design, Indexed, Part};
pub use mean::{Moments, STEPS};
pub use normal::{Z_95, normal_beyond, normal_cdf, normal_quantile};
pub use order::{rank, rank_interval};
pub use paired::{bonett_price, paired_interval};
pub use simd::with_simd;
pub use sobol::{MOST_POINTS, Sobol};
pub use tails::{Sample, SignedSample};
pub use wilson::wilson;
