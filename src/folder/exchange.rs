//! The end of a run: new files in place of old ones, all or none.

use std::io::Write;

use super::dir::Dir;
use super::guard::{Guard, Standing};
use super::hidden::{self, Aside, Hidden};
use super::known::Known;
use super::list::List;
use super::look::{self, NO_LIST};
use super::names::{CHARTS, LIST, ResultKind};
use super::pending::FinishedFile;
use super::trouble::{disk, foreign};
use super::{manifest, undo};
use crate::error::Error;

impl Guard {
    /// Gives all files their names, the last one last, in place of what earlier runs wrote; what
    /// those left under other names goes, and their manifest first: no manifest ever lists files
    /// that are not there.
    pub fn publish(&self, mut files: Vec<(String, FinishedFile)>, what: &str) -> Result<(), Error> {
        let mut own = List::new(self.own.kind, what);
        for (name, whole) in &files {
            own.add(name, &whole.digest, whole.length);
        }
        let stays = self.staying(&own);
        let mut old = Vec::new();
        for name in std::iter::once(manifest::NAME).chain(self.own.and(&own).names()) {
            if stays.names().contains(name) {
                continue;
            }
            match self.ask(name) {
                Standing::Ours(known) if !old.iter().any(|(other, _)| *other == name) => {
                    old.push((name.to_owned(), known));
                }
                Standing::Foreign(error) if own.names().contains(name) => {
                    return Err(undo::kept(self, &mut files, &own, error));
                }
                _ => {}
            }
        }
        if let Err(error) = self
            .charts_are_still_there()
            .and_then(|()| self.list(&self.own.and(&own)))
        {
            return Err(undo::kept(self, &mut files, &own, error));
        }
        let mut aside = Vec::new();
        if let Err(error) = self.exchange(&mut files, old, &mut aside) {
            return Err(undo::undone(self, &mut files, &aside, &own, error));
        }
        self.settle(aside);
        let _ = self.list(&own.and(&stays)); // the list that is there tells of all these files as well
        self.is_still_there()
    }

    /// Removes old files whose successors are in their places, and those that killed runs set
    /// aside: as long as nobody wrote into them.
    pub fn settle(&self, aside: Vec<Aside>) {
        aside.into_iter().for_each(Aside::remove);
        for folder in self.folders() {
            hidden::clear(folder, hidden::ASIDE, |file| {
                look::is_as_written(file, &self.own)
            });
        }
    }

    /// What stays beside new files: charts of the same result that are not drawn again now. Of other
    /// kinds of results nothing does.
    fn staying(&self, new: &List) -> List {
        if self.own.kind == ResultKind::Plots && self.own.what == new.what {
            self.own.besides(new)
        } else {
            List::new(self.own.kind, "")
        }
    }

    fn exchange(
        &self,
        files: &mut [(String, FinishedFile)],
        old: Vec<(String, Known)>,
        aside: &mut Vec<Aside>,
    ) -> Result<(), Error> {
        for (name, known) in old {
            let Some((folder, short)) = self.at(&name) else {
                continue;
            };
            let place = self.path.join(&name);
            let taken = Aside::take(folder, short, known)
                .map_err(|reason| undo::not_replaced(&place, &reason))?;
            let is_it = taken.is_it();
            aside.push(taken);
            if !is_it {
                return Err(undo::changed(&place));
            }
        }
        for (name, whole) in files {
            let Some((folder, short)) = self.at(name) else {
                continue;
            };
            let placed = whole.file.place(folder, short);
            placed.map_err(|reason| undo::not_replaced(&self.path.join(&*name), &reason))?;
        }
        Ok(())
    }

    /// Whether `charts/` is the folder that was opened.
    fn charts_are_still_there(&self) -> Result<(), Error> {
        let Some(charts) = &self.charts else {
            return Ok(());
        };
        let same = self
            .root
            .facts(CHARTS)
            .ok()
            .zip(charts.own_facts().ok())
            .is_some_and(|(now, then)| now.id == then);
        if same {
            Ok(())
        } else {
            Err(foreign(
                &self.path.join(CHARTS),
                "was moved or replaced since the run began",
            ))
        }
    }

    /// Sees that the path leads to the folder that was opened: else its user would look for the
    /// files in vain.
    pub fn is_still_there(&self) -> Result<(), Error> {
        let now = Dir::open(&self.path).and_then(|folder| folder.own_facts());
        match now.ok().zip(self.root.own_facts().ok()) {
            Some((now, then)) if now == then => Ok(()),
            _ => Err(undo::moved(&self.path)),
        }
    }

    /// Writes the list of what is ours.
    fn list(&self, own: &List) -> Result<(), Error> {
        let place = self.path.join(LIST);
        let mut file = Hidden::create(&self.root).map_err(|reason| disk(&place, &reason))?;
        file.write_all(own.text().as_bytes())
            .and_then(|()| file.sync())
            .map_err(|reason| disk(&place, &reason))?;
        let aside = match look::list_file(&self.root, &place)? {
            None => None,
            Some((known, _)) => {
                let aside =
                    Aside::take(&self.root, LIST, known).map_err(|reason| disk(&place, &reason))?;
                if !aside.is_it() {
                    let _ = aside.put_back();
                    return Err(foreign(&place, NO_LIST));
                }
                Some(aside)
            }
        };
        let placed = file.place(&self.root, LIST);
        match (placed, aside) {
            (Ok(()), aside) => aside.into_iter().for_each(Aside::remove),
            (Err(reason), aside) => {
                let _ = aside.map(|aside| aside.put_back()); // else the manifest tells what the list told
                return Err(disk(&place, &reason));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
