//! What to do with what a command computes: where the files go, which charts are drawn, what is
//! printed and said.

use std::path::PathBuf;

use serde::Serialize;

use super::{output, stop};
use crate::cli::{ChartKind, Format, OutputOptions};
use crate::error::{Error, Problem};
use crate::folder::{self, Destination, Folder};
use crate::report::figure::ChartLook;
use crate::report::prose::{Detail, Prose};
use crate::report::render;

/// How a command is carried out. It changes no result.
pub struct Session {
    /// How many threads at most; none for as many as the machine has.
    pub threads: Option<usize>,
    /// Where the files go.
    pub files: Files,
    /// The kinds of charts.
    pub charts: Vec<ChartKind>,
    /// How charts look.
    pub look: ChartLook,
    /// Whether every table is printed.
    pub detail: Detail,
    /// Whether the trials themselves are written.
    pub trials_csv: bool,
    /// What to print.
    pub format: Format,
    /// Print no table, show no progress, say nothing that is no error.
    pub quiet: bool,
    /// What a request that is run again came to then; none where it is run for the first time.
    pub again: Option<EarlierRun>,
}

/// Where files go.
pub enum Files {
    /// There are none.
    None,
    /// Into the folder that is the result's own place.
    Usual,
    /// Into this folder.
    In {
        /// Where it is.
        folder: PathBuf,
        /// Whether the user named it, so that even a result of something else may be replaced
        /// there.
        is_chosen: bool,
    },
}

/// What an earlier run came to, which a run again is held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EarlierRun {
    /// How many trials were done.
    pub trials: u64,
    /// Whether those were all that were wanted.
    pub complete: bool,
}

impl Session {
    /// What the options ask for.
    pub fn new(options: &OutputOptions, threads: Option<u16>) -> Self {
        let files = match &options.out {
            _ if options.no_files => Files::None,
            Some(folder) => Files::In {
                folder: folder.clone(),
                is_chosen: true,
            },
            None => Files::Usual,
        };
        Self {
            threads: threads.map(Into::into),
            files,
            charts: options.charts.clone(),
            look: (&options.look).into(),
            detail: if options.full {
                Detail::Full
            } else {
                Detail::Short
            },
            trials_csv: false,
            format: options.format,
            quiet: options.quiet,
            again: None,
        }
    }

    /// The folder for a result that has this place of its own; none where there are no files.
    pub fn folder(&self, place: &Destination) -> Option<PathBuf> {
        match &self.files {
            Files::None => None,
            Files::Usual => Some(PathBuf::from("results").join(&place.folder)),
            Files::In { folder, .. } => Some(folder.clone()),
        }
    }

    /// Whether the user named the folder.
    pub const fn is_chosen(&self) -> bool {
        matches!(
            self.files,
            Files::In {
                is_chosen: true,
                ..
            }
        )
    }

    /// Takes hold of the folder, before the first trial, for files of these names.
    ///
    /// # Errors
    /// As [`Folder::open`].
    pub fn open(&self, place: &Destination, names: &[String]) -> Result<Option<Folder>, Error> {
        stop::flag(); // before there is anything on the disk that a Ctrl-C might leave behind
        let Some(path) = self.folder(place) else {
            return Ok(None);
        };
        let claim = folder::Claim {
            path: &path,
            names,
            what: &place.what,
            is_chosen: self.is_chosen(),
        };
        Folder::open(&claim).map(Some)
    }

    /// The kinds of charts that are wanted, as their files end.
    pub fn kinds(&self) -> impl Iterator<Item = &'static str> {
        let none = self.charts.contains(&ChartKind::None);
        [(ChartKind::Svg, "svg"), (ChartKind::Png, "png")]
            .into_iter()
            .filter(move |(kind, _)| !none && self.charts.contains(kind))
            .map(|(_, name)| name)
    }

    /// Whether there will be charts.
    pub fn draws(&self) -> bool {
        !matches!(self.files, Files::None) && self.kinds().next().is_some()
    }

    /// Whether a table is printed, and what belongs to it.
    pub fn has_table(&self) -> bool {
        self.format == Format::Table && !self.quiet && self.again.is_none()
    }

    /// Says warnings; what is run again was warned of then.
    pub fn warn(&self, warnings: &[Problem]) {
        if !self.quiet && self.again.is_none() {
            output::warn(warnings);
        }
    }

    /// Says which names charts replace.
    pub fn warn_of_replaced_names(&self, names: &[String]) {
        if !self.quiet && self.again.is_none() && self.draws() {
            output::warn_of_replaced_names(names);
        }
    }

    /// Says what was replaced, and what else the user should know of a folder; in quiet only what
    /// was replaced by something else.
    pub fn note(&self, folder: &Folder) {
        output::note(&if self.quiet {
            folder.notes_in_quiet()
        } else {
            folder.notes()
        });
    }

    /// Prints a study: before its files are written, so that it is shown even if they cannot be
    /// written.
    ///
    /// # Errors
    /// Standard output fails.
    pub fn show(
        &self,
        document: &impl Serialize,
        prose: impl FnOnce() -> Prose,
    ) -> Result<(), Error> {
        match self.format {
            Format::Json => output::print_all(|out| render::json(document, out)),
            Format::Table if self.has_table() => output::print(&render::text(&prose())),
            Format::Table => Ok(()),
        }
    }

    /// Refuses, of a request that is run again, to replace anything by a part of it.
    ///
    /// # Errors
    /// [`Error::Stopped`] where it was stopped.
    pub fn refuse_part(&self, stopped: bool) -> Result<(), Error> {
        if !stopped || self.again.is_none() {
            return Ok(());
        }
        let problem = Problem::warning("stopped before all trials were run again");
        Err(Error::Stopped(problem.help("nothing was written")))
    }
}
