//! The names of the files of a study, known before it is run.

/// The name of the file that holds a study whole: charts are drawn again from it.
pub const STUDY: &str = "study.json";
/// The name of the sheet that says what the columns of all sheets mean.
pub const DICTIONARY: &str = "dictionary";

/// The names of what a study has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileNames {
    /// The name of its document.
    pub document: &'static str,
    /// The names of its sheets.
    pub sheets: Vec<&'static str>,
    /// The names of its figures.
    pub figures: Vec<String>,
    /// The names of sheets that are written only where they are asked for.
    pub on_request: Vec<&'static str>,
    /// The names of files of other kinds.
    pub others: Vec<&'static str>,
}

impl FileNames {
    /// The names of all files that are always written, with charts of these kinds.
    pub fn files<'n>(&'n self, kinds: &'n [&str]) -> impl Iterator<Item = String> + 'n {
        let sheets = self
            .sheets
            .iter()
            .copied()
            .chain([DICTIONARY])
            .map(sheet_file);
        let charts = self
            .figures
            .iter()
            .flat_map(|name| kinds.iter().map(move |kind| chart_file(name, kind)));
        let others = self.others.iter().map(|&name| name.to_owned());
        [document_file(self.document), STUDY.to_owned()]
            .into_iter()
            .chain(others)
            .chain(sheets)
            .chain(charts)
    }

    /// Whether a study may have a file of this name, with charts of these kinds.
    #[must_use]
    pub fn has(&self, name: &str, kinds: &[&str]) -> bool {
        self.files(kinds)
            .chain(self.on_request.iter().copied().map(sheet_file))
            .any(|file| file == name)
    }
}

/// The name of the file of a document.
#[must_use]
pub fn document_file(name: &str) -> String {
    format!("{name}.json")
}

/// The name of the file of a sheet.
#[must_use]
pub fn sheet_file(name: &str) -> String {
    format!("{name}.csv")
}

/// The name of the file of a chart of a kind.
#[must_use]
pub fn chart_file(name: &str, kind: &str) -> String {
    format!("charts/{name}.{kind}")
}

/// The name of the file of a chart of a kind that was drawn again, in a folder of charts.
#[must_use]
pub fn plot_file(name: &str, kind: &str) -> String {
    format!("{name}.{kind}")
}
