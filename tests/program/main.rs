//! The program as a whole: commands, files, folders, signals, and what happens when things go
//! wrong.
#![allow(clippy::expect_used, clippy::print_stdout, clippy::unwrap_used)] // a test may panic and report

#[path = "../common/mod.rs"]
mod common;

mod bad_files;
mod bad_input;
mod bad_luck;
mod bounds;
mod commands;
mod discovered;
mod divergences;
mod endless;
mod file_names;
mod findings_in_tables;
mod findings_of_sweeps;
mod forged_manifests;
mod guidance;
mod hostile_commands;
mod hostile_words;
mod kept_work;
mod labels;
mod little_memory;
mod messages;
mod mutations;
mod no_file_of_ours;
mod nobodys_file;
mod old_names;
mod own_lines;
mod plots;
mod problems;
mod ranks;
mod readback;
mod remedies;
mod reruns;
mod results;
mod run_document;
mod scenario_commands;
mod set_and_varied;
mod shaken;
mod shards;
mod shards_of_one_whole;
mod shared_places;
mod shown;
mod stopped;
mod stories;
mod studies;
mod sweeps;
mod tables_of_a_run;
mod terminal;
mod true_words;
mod warned_beforehand;
mod warnings;
mod why;
mod wrong_scenarios;
