//! Pure formulas of statistics, one to a file, each with its source. They know nothing of the
//! model.

mod beta;
mod binomial;
mod bounds;
mod clopper_pearson;
mod clusters;
mod differences;
mod erlang;
mod estimate;
mod exponential;
mod interval;
mod inverse;
mod mean;
mod normal;
mod order;
mod paired;
mod shapley;
mod simd;
mod student;
mod tails;
mod wilson;

pub use beta::{beta_cdf, beta_quantile};
pub use binomial::share_interval;
pub use bounds::{at_least, at_most};
pub use clopper_pearson::clopper_pearson;
pub use clusters::{ClusterSizes, Clustered, in_steps};
pub use differences::Differences;
pub use erlang::erlang_quantile;
pub use estimate::{Mean, Quantile, Share};
pub use exponential::{exp_each, exp2, exp2_below, exp2_each};
pub use interval::{End, Interval, Lack};
pub use inverse::{Inverse, Tail};
pub use mean::{Moments, STEPS};
pub use normal::{Z_95, normal_beyond, normal_cdf, normal_quantile};
pub use order::{rank, rank_interval};
pub use paired::{bonett_price, paired_interval};
pub use shapley::{MOST_EXACT, shapley_exact, shapley_of_pair, shapley_orders};
pub use simd::with_simd;
pub use student::{interval_of_parts, student_95};
pub use tails::{Sample, SignedSample};
pub use wilson::wilson;
