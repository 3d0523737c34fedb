//! Shares, changes and findings as sentences and figures, the same in tables, charts and pages.

mod changes;
mod considerations;
mod counted;
mod discovered;
mod endings;
mod ends;
mod figures;
mod filled;
mod frequencies;
mod inputs;
mod later;
mod moves;
mod names;
mod often;
mod outcomes;
mod paths;
mod peaks;
mod ranks;
mod remarks;
mod run_verdict;
mod shaken;
mod statements;
mod story;
mod swept;
mod timeline;
mod what_ifs;
mod wholes;
mod why;

pub use changes::{changed_of, changed_sentence, changed_sentence_of, points};
pub use considerations::{ReasonWords, reason_words};
pub use counted::Counted;
#[cfg(test)]
pub use counted::testing as counted_testing;
pub use discovered::{
    Frequencies, condition_in_words, coverage_in_words, discover_band, discover_headline,
    discover_in_words, finding, given_in_words, gloss, limit_in_words, limited_in_words, little,
    reading_in_words, weaker,
};
pub use endings::outcomes_title;
pub use ends::{CANNOT, Ends, calmer_and_worse, ends_of, flips_of};
pub use figures::{Shown, any_of, places_apart, places_of};
pub use filled::{filled, has_numbers, sentences};
pub use frequencies::{caveat, histories, of_histories, trials, unlike, wide};
pub use inputs::{changed_inputs, every_input_in_words, inputs_in_words, path_in_words};
pub use later::{Later, later, with_later_crises};
pub use moves::{Move, flips_between, flips_headline, flips_in_words, moves, moves_of};
pub use names::{base_beside_others, case_name, input_value, title, variant_names};
pub use outcomes::{headline_with, outcome_clause, outcome_label};
pub use paths::{
    LEAST_NAMED, PathEnd, WholePath, author, is_recorded, path_in_names, paths_headline,
    reaching_war, rung_label, whole_paths,
};
pub use peaks::peak_title;
pub use ranks::{
    RankHeads, RankRow, RankWords, change_in_figures, chosen_rows, is_calmer_when_more,
    opening_rows,
};
pub use remarks::{excluded, farthest, precision, without_dots};
pub use run_verdict::run_verdict;
pub use shaken::{
    by_in_words, constant, input_in_words, judged_in_words, judged_value, luck_in_words, of_100,
    own_in_words, range_of_100, shake_answer, shake_band, shake_in_words, shake_title,
    shaken_in_order, subject_in_words,
};
pub use statements::{
    CHOICES, INTERVALS, PURPOSE, SHARED_LUCK, SIMULATION_ERROR, band, beginning, hindsight,
};
pub use story::{
    Likelihood, Pull, Reasons, Rival, Teller, chance_in_words, close_rival, course_title,
    day_in_words, differing_in_words, end_in_words, ends_alike, first_rival, found_in_words,
    hundredths, likelihood, met_in_words, not_found, rarity_in_words, reasons, rival,
    story_in_words,
};
pub use swept::{
    Anchor, AxisWords, ValueScale, axes_in_words, bound_of_change, crossing_in_words, curve_scale,
    fineness, grid_scale, hardly_moves, level_in_words, margin, mean_in_figures, mean_to,
    share_cell, share_within, sweep_headline, sweep_in_words, tip_axis, tip_headline, tip_in_words,
    tip_scale, turning_point, unresolved, widest, widest_in_words,
};
pub use timeline::{
    MarkedDay, NO_CRISIS, base, cut_in_words, has_later_crises, histories_in_words, last_of_levels,
    levels_headline, levels_in_words, margin_in_words, marked_day,
};
pub use what_ifs::{called, cases_headline, changes_headline, changes_in_words, happens};
pub use wholes::{
    are_peaks_rounded, are_rounded, denominator, dots_of_a_hundred, of_a_hundred, outcomes_of,
    peaks_of_a_hundred, wars_of,
};
pub use why::{
    HARDLY, actor_in_words, and, answers_in_words, reasons_headline, times_likelier, why_verdict,
};
