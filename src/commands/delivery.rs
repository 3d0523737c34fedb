//! The end of every command that computes: a study is printed, and goes to a folder, with a
//! manifest that keeps what was asked for.

use std::io::Write;

use serde::Serialize;

use super::charts::{self, DrawnCharts};
use super::output;
use super::session::Session;
use crate::error::{Error, Problem};
use crate::folder::manifest::{self, Manifest, ScenarioAsRun};
use crate::folder::{Destination, Folder, PendingFile, disk};
use crate::report::chart;
use crate::report::render;
use crate::report::sheet::Sheet;
use crate::report::stored;
use crate::report::view::dictionary::dictionary;
use crate::report::view::{self, FileNames, Place, STUDY, chart_file, document_file, sheet_file};
use crate::report::words::PURPOSE;
use crate::request::{Request, Texts};
use crate::scenario::Scenario;
use crate::sim::STREAM_VERSION;
use crate::study::Study;

/// A result on its way: what was asked for, and the folder that it goes to.
pub struct Delivery<'s> {
    request: Request,
    /// The texts of its scenarios, as they were read.
    texts: Texts,
    /// Its scenarios, the base first.
    scenarios: Vec<ScenarioAsRun>,
    place: Destination,
    /// How the command is carried out.
    pub session: &'s Session,
    /// Where the files go; none where there are none, or before it is opened.
    pub folder: Option<Folder>,
}

/// What is written with a study, beside its own files.
#[derive(Default)]
pub struct Extra {
    /// Files by name.
    pub files: Vec<(String, Vec<u8>)>,
    /// A sheet that was written while the study was computed, by its name.
    pub begun: Option<(&'static str, PendingFile)>,
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
        let scenarios: Vec<ScenarioAsRun> =
            scenarios.iter().map(|&scenario| scenario.into()).collect();
        let bytes: usize = scenarios.iter().map(|origin| origin.toml.len()).sum();
        if bytes > manifest::MOST_RESOLVED {
            let problem = Problem::new(
                "the scenarios are larger than 4 MiB together, once they are resolved",
            );
            let help = "all of them are kept with the results; compare fewer at a time, or shorten their texts";
            return Err(Error::Scenario(vec![problem.help(help)]));
        }
        Ok(Self {
            request,
            texts,
            scenarios,
            place,
            session,
            folder: None,
        })
    }

    /// Takes hold of the folder, before the first trial: for what a study of these names has, a
    /// sheet that was asked for, and the manifest.
    ///
    /// # Errors
    /// As [`Folder::open`]; a whole result there, where a stopped one is run again.
    pub fn open(&mut self, names: &FileNames, on_request: Option<&str>) -> Result<(), Error> {
        output::refuse_undrawable_title(self.session.look.title.as_deref())?;
        let kinds: Vec<&str> = self.session.kinds().collect();
        let files = names
            .files(&kinds)
            .chain(on_request.map(sheet_file))
            .chain([manifest::NAME.to_owned()]);
        let files: Vec<String> = files.collect();
        self.folder = self.session.open(&self.place, &files)?;
        let is_part = self.session.again.is_some_and(|again| !again.complete);
        match &self.folder {
            Some(folder) if is_part && folder.holds_whole() => {
                let place = folder.path().display();
                let message = format!(
                    "{place} holds a whole result, and the one to run again was stopped early"
                );
                Err(Error::CannotCreate(
                    Problem::new(message).help("name another folder with `--out`"),
                ))
            }
            _ => Ok(()),
        }
    }

    /// Prints a study, writes its files, and says where they lie. What was computed is shown even
    /// if the files cannot be written, and written even if standard output fails. Gives the
    /// manifest; none where there are no files.
    ///
    /// # Errors
    /// Disk trouble; charts for which there was too little memory; what is wrong with the extra
    /// files.
    pub fn deliver(
        &mut self,
        study: &Study,
        extra: Result<Extra, Error>,
    ) -> Result<Option<Manifest>, Error> {
        let session = self.session;
        let printed = session.show(&view::document(study), || {
            view::prose(study, session.detail)
        });
        let (manifest, drawn) = match extra.and_then(|extra| self.write(study, extra)) {
            Ok(written) => written,
            Err(unwritten) => return output::both(printed, Err(unwritten)),
        };
        // Said whatever becomes of standard output; and where the files lie, once they are there.
        if let Some(folder) = &self.folder {
            session.note(folder);
        }
        let printed = printed.and_then(|()| self.go_on(study));
        output::both(printed, drawn.end().map(|()| manifest))
    }

    /// Says where the files lie, and what to try next.
    fn go_on(&self, study: &Study) -> Result<(), Error> {
        if !self.session.has_table() {
            return Ok(());
        }
        let place = Place {
            folder: self.folder.as_ref().map(Folder::path),
            has_charts: self.session.kinds().next().is_some(),
        };
        output::print(&render::text(&view::next_steps(
            study,
            &program(),
            &place,
            self.session.detail,
        )))
    }

    /// Writes all files, the manifest last, and gives them their places together.
    fn write(
        &mut self,
        study: &Study,
        extra: Extra,
    ) -> Result<(Option<Manifest>, DrawnCharts), Error> {
        let Some(folder) = &mut self.folder else {
            return Ok((None, DrawnCharts::default()));
        };
        if let Some((name, begun)) = extra.begun {
            folder.finish(&sheet_file(name), begun)?;
        }
        let mut drawn = {
            let shown = chart::readable(study)?;
            self.session.warn_of_replaced_names(&shown.replaced);
            let mut figures = view::figures(&shown.study);
            self.session.look.apply(&mut figures);
            charts::draw(&figures, self.session, chart_file)?
        };
        self.document(view::names(study).document, &view::document(study))?;
        self.file(STUDY, |writer| stored::write(study, writer))?;
        view::sheets(study)
            .into_iter()
            .try_for_each(|sheet| self.sheet(sheet))?;
        self.sheet(dictionary())?;
        let files: Vec<_> = extra
            .files
            .into_iter()
            .chain(std::mem::take(&mut drawn.files))
            .collect();
        Ok((self.publish(&files, study)?, drawn))
    }

    fn document(&mut self, name: &str, document: &impl Serialize) -> Result<(), Error> {
        self.file(&document_file(name), |writer| {
            render::json(document, writer)
        })
    }

    fn sheet(&mut self, sheet: Sheet<'_>) -> Result<(), Error> {
        self.file(&sheet_file(sheet.name), |writer| render::csv(sheet, writer))
    }

    fn file(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
    ) -> Result<(), Error> {
        let Some(folder) = &mut self.folder else {
            return Ok(());
        };
        let mut pending = folder.begin(name)?;
        write(&mut pending).map_err(|reason| disk(pending.place(), &reason))?;
        folder.finish(name, pending)
    }

    /// Writes files and the manifest, and gives all that was written its place.
    fn publish(
        &mut self,
        files: &[(String, Vec<u8>)],
        study: &Study,
    ) -> Result<Option<Manifest>, Error> {
        let Some(folder) = &mut self.folder else {
            return Ok(None);
        };
        files
            .iter()
            .try_for_each(|(name, bytes)| folder.write(name, bytes))?;
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
            trials_done: study.trials(),
            complete: study.is_complete(),
            charts: self.session.kinds().map(str::to_owned).collect(),
            look: self.session.look.clone(),
            trials_csv: self.session.trials_csv,
            files: folder.written().clone(),
        };
        folder.write(manifest::NAME, manifest.json()?.as_bytes())?;
        if manifest.complete {
            folder.publish()
        } else {
            folder.publish_part()
        }?;
        Ok(Some(manifest))
    }
}

/// How the user calls the program: as it was called, so that the next command can be copied.
fn program() -> String {
    std::env::args_os().next().map_or_else(
        || "offramp".to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}
