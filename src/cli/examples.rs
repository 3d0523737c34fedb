//! The examples that stand below the help of commands.

pub const EXAMPLES: &str = "Examples:
  offramp                      the baseline: Iran and Pakistan, January 2024
  offramp run reference-class --trials 1_000_000
  offramp run --without china-counsels --without russia-and-sco
  offramp run --set relations.crisis_communication=0.9 --format json

A teaching model. Not a forecast.";

pub const COMPARE_EXAMPLES: &str = "Examples:
  offramp compare iran-pakistan-2024 no-mediation called-ahead
  offramp compare iran-pakistan-2024 --variant 'hotline: --set relations.crisis_communication=0.9'
  offramp compare iran-pakistan-2024 no-mediation --flipped";

pub const SWEEP_EXAMPLES: &str = "Examples:
  offramp sweep --vary 'actors.*.restraint=0..1'
  offramp sweep --vary arguments.china-counsels=0..1:5
  offramp sweep --vary mediators.china.engages_per_day=0.01..10:13:log
  offramp sweep --vary relations.crisis_communication=0..1 --vary 'actors.*.misperception=0..0.6'";

pub const TIP_EXAMPLES: &str = "Examples:
  offramp tip --vary actors.pakistan.shock_of_surprise=0..1 --outcome answer --share 0.87
  offramp tip hotline --vary relations.crisis_communication=0..1 --outcome wars --share 0.05";

pub const STORY_EXAMPLES: &str = "Examples:
  offramp story                         one that agrees with the record
  offramp story --outcome war           one that ends in war, and how rare that is
  offramp story --trial 21 --full       with all twelve reasons for every decision
  offramp story --against no-mediation  the same history without mediators
  offramp story --against 'hotline: --set relations.crisis_communication=0.9'";
pub const WHY_EXAMPLES: &str = "Examples:
  offramp why                      what makes Pakistan answer with force, and what keeps it from it
  offramp why no-mediation --full  every reason, and every path
  offramp why --set opening.rung=choose --later";
pub const RANK_EXAMPLES: &str = "Examples:
  offramp rank                              leave out each argument by itself
  offramp rank --outcome answer
  offramp rank --shapley --by theme         what each theme adds, in any company
  offramp rank hotline --numbers            move each judged number by a fifth";
pub const SHAKE_EXAMPLES: &str = "Examples:
  offramp shake                          every judged number up to 30 % off
  offramp shake --by 0.1 --outcome answer
  offramp shake iran-pakistan-2024-doubt --by 0    ranges where the sources disagree
  offramp shake hotline --readings 500 --trials 500    a quick look";
pub const DISCOVER_EXAMPLES: &str = "Examples:
  offramp discover                       when it comes to limited or full-scale war
  offramp discover --outcome one-round
  offramp discover hotline --outcome answer --by 0.1
  offramp discover iran-pakistan-2024-doubt --by 0    ranges where the sources disagree
  offramp discover --readings 500 --trials 500        a quick look";

pub const MERGE_EXAMPLES: &str = "Examples:
  offramp run --trials 10_000_000 --shard 1/2 --out parts
  offramp run --trials 10_000_000 --shard 2/2 --out parts
  offramp merge parts/shard-*.json";

pub const SHOW_EXAMPLES: &str = "Examples:
  offramp show hotline --about
  offramp show hotline --diff iran-pakistan-2024
  offramp show iran-pakistan-2024 --arguments
  offramp show --as-written > mine.toml    a copy to change, with its arguments
  offramp show hotline > settled.toml      its numbers, whatever it extends";

pub const NEW_EXAMPLES: &str = "Examples:
  offramp new my-case
  offramp new bolder-iran --extends iran-pakistan-2024";

pub const PARAMETERS_EXAMPLES: &str = "Examples:
  offramp parameters
  offramp parameters actors.iran.show_of_force
  offramp parameters 'actors.*.shock_of_surprise' --scenario called-ahead";

pub const PLOT_EXAMPLES: &str = "Examples:
  offramp plot results/iran-pakistan-2024 --title 'It could have gone otherwise'
  offramp plot results/iran-pakistan-2024 --only outcomes --for page --charts svg
  offramp plot results/iran-pakistan-2024/manifest.json --out slides";
