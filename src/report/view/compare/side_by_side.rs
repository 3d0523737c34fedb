//! All rows of a comparison in one table: how many histories end how, and how many a change made
//! end calmer or worse.

use super::changed::{changes, in_one_line, is_beside, most_lines};
use super::open::open;
use super::order::Ordered;
use crate::error::columns;
use crate::numerals::count;
use crate::report::cut::cut;
use crate::report::layout::WIDTH;
use crate::report::prose::{Detail, Prose, Table, TableRow, Track};
use crate::report::words::{
    CANNOT, Ends, base_beside_others, calmer_and_worse, ends_of, flips_of, histories,
};
use crate::sim::Outcome;
use crate::study::{CompareStudy, Findings};

/// What the row of the base is called.
const BASE: &str = "the baseline";
/// The columns of both wars by themselves, where there is room.
const PARTS: [Outcome; 2] = [Outcome::LimitedWar, Outcome::War];

/// How far changes are set in below a name.
const BELOW: usize = 2;
/// A column of ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Of(Outcome),
    Wars,
}

/// What stands above the columns, and which there are.
struct Head {
    columns: Vec<Column>,
    /// How wide the names are.
    names: usize,
    ends_of: u64,
    flips_of: u64,
}

/// Adds the table: the base on top, then its variants, fewest wars first.
/// Where a screen has to do, the changes of each have a few lines only.
pub fn side_by_side(
    prose: &mut Prose,
    study: &CompareStudy,
    ordered: &[Ordered<'_>],
    detail: Detail,
) {
    let comparison = &study.comparison;
    let base = base_beside_others(study).unwrap_or_else(|| BASE.to_owned());
    let head = Head::new(study, ordered, &base);
    let mut table = Table {
        columns: head.tracks(),
        ..Table::default()
    };
    table.label(head.denominators());
    table.rows.push(TableRow::Cells(head.headings()));
    add(&mut table, &head, &base, head.ends(&comparison.base));
    for row in ordered {
        let mut cells = head.ends(&row.variant.findings);
        let trials = comparison.trials;
        cells.extend(calmer_and_worse(row.variant, trials, head.flips_of));
        let line = in_one_line(row, head.names, detail, ordered.len());
        add(&mut table, &head, &line, cells);
        if !is_beside(&line, row) {
            let lines = most_lines(detail, ordered.len());
            table.below(changes(row, lines, WIDTH - BELOW));
        }
    }
    prose.table(table);
    if let Some(open) = open(&study.comparison, head.flips_of) {
        prose.paragraph(open);
    }
    if head.excludes_some(study) {
        prose.line(format!("  {CANNOT}  cannot occur here"));
    }
}

/// Adds a row; a name that has no room beside the figures stands above them.
fn add(table: &mut Table, head: &Head, name: &str, figures: Vec<String>) {
    let mut cells = vec![String::new()];
    if columns(name) > head.names {
        table.label(cut(name, WIDTH));
    } else {
        name.clone_into(&mut cells[0]);
    }
    cells.extend(figures);
    table.rows.push(TableRow::Cells(cells));
}

impl Head {
    fn new(study: &CompareStudy, ordered: &[Ordered<'_>], base: &str) -> Self {
        let comparison = &study.comparison;
        let mut columns = Vec::new();
        for outcome in Outcome::ALL {
            let rare = matches!(outcome, Outcome::NoForce | Outcome::Unresolved);
            if PARTS.contains(&outcome) || (rare && !occurs(study, outcome)) {
                continue;
            }
            if outcome == Outcome::Unresolved {
                columns.push(Column::Wars);
            }
            columns.push(Column::Of(outcome));
        }
        if !columns.contains(&Column::Wars) {
            columns.push(Column::Wars);
        }
        let mut head = Self {
            columns,
            names: 0,
            ends_of: ends_of(comparison),
            flips_of: flips_of(comparison),
        };
        head.names = head.room();
        head.with_parts(ordered, base)
    }

    /// With both wars by themselves, where all names have room beside them.
    fn with_parts(mut self, ordered: &[Ordered<'_>], base: &str) -> Self {
        let longest = ordered.iter().map(|row| self::columns(&row.name));
        let longest = longest.fold(self::columns(base), usize::max);
        let plain = self.columns.clone();
        let after = plain.iter().position(|&column| column == Column::Wars);
        let after = after.map_or(plain.len(), |wars| wars + 1);
        self.columns.splice(after..after, PARTS.map(Column::Of));
        if self.room() >= longest {
            self.names = self.room();
        } else {
            self.columns = plain;
        }
        self
    }

    /// How many columns of text are left for names.
    fn room(&self) -> usize {
        WIDTH.saturating_sub(width(&self.figures()))
    }

    fn figures(&self) -> Vec<Track> {
        let mut tracks: Vec<Track> = self
            .columns
            .iter()
            .map(|column| Track::right(2, column.heading().len().max(self.widest())))
            .collect();
        let flips = count(self.flips_of).len();
        tracks.push(Track::right(4, "calmer".len().max(flips)));
        tracks.push(Track::right(2, "worse".len().max(flips)));
        tracks
    }

    /// How wide the largest figure can be.
    fn widest(&self) -> usize {
        count(self.ends_of).len()
    }

    fn tracks(&self) -> Vec<Track> {
        let mut tracks = vec![Track::left(0, self.names)];
        tracks.extend(self.figures());
        tracks
    }

    /// What the figures below are of, at the right above each group of columns.
    fn denominators(&self) -> String {
        let figures = self.figures();
        let (ends, flips) = figures.split_at(self.columns.len());
        let of = histories(self.ends_of);
        let end = if self.flips_of == 1 { "ends" } else { "end" };
        let left = self.names + width(ends);
        let right = width(flips);
        format!(
            "{:>left$}{:>right$}",
            format!("of {of}"),
            format!("of {} {end}", count(self.flips_of))
        )
    }

    fn headings(&self) -> Vec<String> {
        let mut headings = vec![String::new()];
        headings.extend(
            self.columns
                .iter()
                .map(|column| column.heading().to_owned()),
        );
        headings.extend(["calmer", "worse"].map(str::to_owned));
        headings
    }

    fn ends(&self, findings: &Findings) -> Vec<String> {
        let ends = Ends::new(findings, self.ends_of);
        self.columns
            .iter()
            .map(|column| match column {
                Column::Of(outcome) => ends.outcome(findings, *outcome),
                Column::Wars => ends.wars(findings),
            })
            .collect()
    }

    /// Whether a cell stands for what the inputs exclude.
    fn excludes_some(&self, study: &CompareStudy) -> bool {
        all(study).any(|findings| self.ends(findings).iter().any(|cell| cell == CANNOT))
    }
}

impl Column {
    const fn heading(self) -> &'static str {
        match self {
            Self::Wars => "war",
            Self::Of(Outcome::NoForce) => "no force",
            Self::Of(Outcome::OneSided) => "one side",
            Self::Of(Outcome::OneRound) => "each once",
            Self::Of(Outcome::SeveralRounds) => "rounds",
            Self::Of(Outcome::LimitedWar) => "limited",
            Self::Of(Outcome::War) => "full",
            Self::Of(Outcome::Unresolved) => "going on",
        }
    }
}

/// How many columns of text these take.
fn width(tracks: &[Track]) -> usize {
    tracks.iter().map(|track| track.gap + track.width).sum()
}

/// The findings of all rows.
fn all(study: &CompareStudy) -> impl Iterator<Item = &Findings> {
    let variants = study.comparison.variants.iter();
    variants
        .map(|variant| &variant.findings)
        .chain([&study.comparison.base])
}

/// Whether any row has such an end.
fn occurs(study: &CompareStudy, outcome: Outcome) -> bool {
    all(study).any(|findings| findings.outcome(outcome).share.share > 0.0)
}
