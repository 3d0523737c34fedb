//! How far a command has come, on a terminal, where it takes long.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::stop;
use crate::ensemble::Watch;
use crate::error::Error;
use crate::study::Progressing;

/// What is shorter shows no progress.
const SHORT: Duration = Duration::from_secs(1);

/// Progress over all trials of a command.
pub struct Progress {
    bar: ProgressBar,
    begun: Instant,
    done: u64,
    /// How many there are in all, as far as is known; the bar learns it when it is shown.
    all: u64,
}

impl Progress {
    /// Progress over this number of trials.
    pub fn new(trials: u64, quiet: bool) -> Self {
        Self::of(trials, "trials", quiet)
    }

    /// Progress over this number of other units.
    pub fn of(all: u64, what: &str, quiet: bool) -> Self {
        let bar = if quiet {
            ProgressBar::hidden()
        } else {
            let template =
                format!("{{bar:40}} {{human_pos}} of {{human_len}} {what}, {{eta}} left");
            let style = ProgressStyle::with_template(&template);
            ProgressBar::new(all).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        };
        Self {
            bar,
            begun: Instant::now(),
            done: 0,
            all,
        }
    }

    /// Sets how many more are expected.
    pub fn expect(&mut self, more: u64) {
        self.all = self.done + more;
    }

    /// One more is done.
    pub fn step(&mut self) {
        self.done += 1;
        if self.begun.elapsed() > SHORT {
            self.bar.set_position(self.done);
        }
    }

    /// Runs something and follows it: `run` gets what to call with the trials it has done, and says
    /// how many it did.
    pub fn follow<T>(
        &mut self,
        run: impl FnOnce(&(dyn Fn(u64) + Sync)) -> Result<(T, u64), Error>,
    ) -> Result<T, Error> {
        let (result, more) = run(&|more| self.show(more))?;
        self.done += more;
        Ok(result)
    }

    /// Shows so many more than are done. indicatif itself is silent where there is no terminal.
    fn show(&self, more: u64) {
        if self.begun.elapsed() > SHORT {
            self.bar.set_length(self.all);
            self.bar.set_position(self.done + more);
        }
    }
}

/// The stages of a run of readings, with the progress over all of them.
pub struct Stages(pub Progress);

impl Progressing for Stages {
    fn stage<T>(
        &mut self,
        run: impl FnOnce(&Watch<'_>) -> Result<(T, u64), Error>,
    ) -> Result<T, Error> {
        self.0.follow(|report| {
            run(&Watch {
                progress: report,
                stop: stop::flag(),
            })
        })
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_expected_ends_at_all_of_it() {
        let mut progress = Progress::new(10, true);
        progress.follow(|_| Ok(((), 10))).unwrap();
        progress.expect(20);
        assert_eq!((progress.all, progress.done), (30, 10));
        progress.follow(|_| Ok(((), 20))).unwrap();
        assert_eq!(progress.all, progress.done);
    }

    /// What is over within a second is not to flash up.
    #[test]
    fn nothing_is_shown_at_once() {
        let mut progress = Progress::new(10, true);
        progress.expect(20);
        progress.follow(|report| Ok((report(5), 20))).unwrap();
        assert_eq!((progress.bar.length(), progress.bar.position()), (None, 0));
        progress.begun -= 2 * SHORT;
        progress.follow(|report| Ok((report(5), 20))).unwrap();
        assert_eq!(
            (progress.bar.length(), progress.bar.position()),
            (Some(20), 25)
        );
    }
}
