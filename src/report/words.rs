//! Shares, changes and findings as sentences and figures, the same in tables, charts and pages.

mod changes;
mod figures;
mod frequencies;
mod moves;
mod names;
mod outcomes;
mod statements;
mod swept;
mod timeline;
mod wholes;

pub use changes::{
    changed_of, changed_sentence, changes_headline, changes_in_words, flips_headline, points,
};
pub use figures::{Shown, any_of, places_of};
pub use frequencies::{caveat, frequency, frequency_of, runs, trials, unlike, wide};
pub use moves::{Move, flips_in_words, moves, thousandths};
pub use names::{input_value, short_path, title};
pub use outcomes::{headline, headline_with, outcome_clause, outcome_label, peak_headline};
pub use statements::{INTERVALS, PURPOSE, SHARED_LUCK};
pub use swept::{
    beyond_curves, brief, cell_places, fineness, margin, mean_in_figures, mean_to, share_cell,
    share_within, sweep_headline, sweep_in_words, unresolved, widest,
};
pub use timeline::{
    NO_CRISIS, margin_in_words, timeline_headline, timeline_in_words, which_trials,
};
pub use wholes::of_a_hundred;
