//! What is handed over at the end of a command: files in a folder, with a manifest that keeps what was asked for.

use super::session::Session;
use crate::error::{Error, Problem};
use crate::folder::manifest::{self, Manifest, Origin};
use crate::folder::{Destination, Folder};
use crate::report::words::PURPOSE;
use crate::request::{Request, Texts};
use crate::scenario::Scenario;
use crate::sim::STREAM_VERSION;

/// A result on its way: what was asked for, and the folder that it goes to.
pub struct Delivery<'s> {
    request: Request,
    /// The texts of its scenarios, as they were read.
    texts: Texts,
    /// Its scenarios, the base first.
    scenarios: Vec<Origin>,
    place: Destination,
    /// How the command is carried out.
    pub session: &'s Session,
    /// Where the files go; none where there are none, or before it is opened.
    pub folder: Option<Folder>,
}

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// How many trials were done, of each scenario that was run.
    pub trials: u64,
    /// Whether all is done that was wanted.
    pub complete: bool,
}

impl<'s> Delivery<'s> {
    /// Keeps what was asked for, from before the first trial.
    ///
    /// # Errors
    /// Scenarios that are too large to be kept.
    pub fn new(
        request: Request,
        texts: Texts,
        scenarios: &[&Scenario],
        place: Destination,
        session: &'s Session,
    ) -> Result<Self, Error> {
        let scenarios: Vec<Origin> = scenarios.iter().map(|&scenario| scenario.into()).collect();
        let bytes: usize = scenarios.iter().map(|origin| origin.toml.len()).sum();
        if bytes > manifest::MOST_RESOLVED {
            let problem = Problem::new("the scenarios are larger than 4 MiB together, once they are resolved");
            let help = "all of them are kept with the results; compare fewer at a time, or shorten their texts";
            return Err(Error::Scenario(vec![problem.help(help)]));
        }
        Ok(Self { request, texts, scenarios, place, session, folder: None })
    }

    /// Takes hold of the folder, before the first trial: for these files, a manifest, and charts of these names.
    ///
    /// # Errors
    /// As [`Folder::open`]; a whole result there, where a stopped one is run again.
    pub fn open(&mut self, files: &[&str], charts: &[String]) -> Result<(), Error> {
        self.folder = self.session.open(&self.place, files, charts)?;
        let is_part = self.session.again.is_some_and(|again| !again.complete);
        match &self.folder {
            Some(folder) if is_part && folder.holds_whole() => {
                let place = folder.path().display();
                let message = format!("{place} holds a whole result, and the one to run again was stopped early");
                Err(Error::CannotCreate(Problem::new(message).help("name another folder with `--out`")))
            }
            _ => Ok(()),
        }
    }

    /// Writes files and the manifest, and gives all of them their places. Gives the manifest; none where there are no
    /// files.
    ///
    /// # Errors
    /// Disk trouble.
    pub fn publish(&mut self, files: &[(String, Vec<u8>)], came: Extent) -> Result<Option<Manifest>, Error> {
        let Some(folder) = &mut self.folder else { return Ok(None) };
        files.iter().try_for_each(|(name, bytes)| folder.write(name, bytes))?;
        let manifest = Manifest {
            purpose: PURPOSE.to_owned(),
            program: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            stream_version: STREAM_VERSION,
            what: folder.what(),
            request: self.request.clone(),
            texts: self.texts.clone(),
            scenarios: self.scenarios.clone(),
            seed_text: self.request.seed().to_string(),
            trials_asked: self.request.trials(),
            trials_done: came.trials,
            complete: came.complete,
            charts: self.session.kinds().map(str::to_owned).collect(),
            trials_csv: self.session.trials_csv,
            files: folder.written().clone(),
        };
        folder.write(manifest::NAME, manifest.json()?.as_bytes())?;
        if came.complete { folder.publish() } else { folder.publish_part() }?;
        Ok(Some(manifest))
    }
}
