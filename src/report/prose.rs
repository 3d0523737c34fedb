//! Sentences and tables for people, before they are laid out: a renderer gives them lines, columns
//! or tags.

use super::words::CHOICES;
use crate::error::printable;

/// How much is said of a study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// What fits on a screen.
    Short,
    /// Every table, and all that is said of them.
    Full,
}

/// What is said of a study, from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
}

/// A piece of prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Room between two parts.
    Gap,
    /// A line that is never broken: a heading, or a command that can be copied.
    Line(String),
    /// A paragraph.
    Paragraph {
        /// How many columns it is indented by.
        indent: usize,
        /// Its words.
        words: String,
    },
    /// An item of a list.
    Item(String),
    /// A head and what belongs to it: on one line where both fit, else below it.
    Entry {
        /// How many columns it is indented by.
        indent: usize,
        /// The head.
        head: String,
        /// What belongs to it.
        words: String,
    },
    /// A table.
    Table(Table),
}

/// A table of cells that are words already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// How many columns of text its rows are indented by; its heading is not.
    pub indent: usize,
    /// Its columns, from left to right.
    pub columns: Vec<Track>,
    /// What stands above each column; empty where nothing does.
    pub heading: Vec<String>,
    /// Its rows.
    pub rows: Vec<TableRow>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Track {
    /// How many spaces stand before it.
    pub gap: usize,
    /// How wide it is; longer words are kept whole, but for a label's.
    pub width: usize,
    /// Where its words stand in it.
    pub align: WordAlign,
}

/// Where words stand in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordAlign {
    /// At its left edge.
    Left,
    /// At its left edge, and cut to its width but for their end.
    Label,
    /// At its right edge.
    Right,
}

impl Track {
    /// Words at the left edge.
    #[must_use]
    pub const fn left(gap: usize, width: usize) -> Self {
        Self {
            gap,
            width,
            align: WordAlign::Left,
        }
    }

    /// A label, at the left edge of the table.
    #[must_use]
    pub const fn label(width: usize) -> Self {
        Self {
            gap: 0,
            width,
            align: WordAlign::Label,
        }
    }

    /// Figures at the right edge.
    #[must_use]
    pub const fn right(gap: usize, width: usize) -> Self {
        Self {
            gap,
            width,
            align: WordAlign::Right,
        }
    }
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableRow {
    /// A cell for each column, from the left; those at the end may be left out.
    Cells(Vec<String>),
    /// A cell in the first column, and words in place of the others, so many spaces after it; below
    /// it where they do not fit.
    Words {
        /// The first cell.
        first: String,
        /// How many spaces stand between the two.
        gap: usize,
        /// The words.
        words: String,
    },
    /// A label on a line of its own.
    Label(String),
    /// Words below a row, which belong to it.
    Below(String),
}

impl Prose {
    /// Adds room before the next part.
    pub fn gap(&mut self) {
        self.blocks.push(Block::Gap);
    }

    /// Adds a line that is never broken.
    pub fn line(&mut self, words: impl Into<String>) {
        self.blocks.push(Block::Line(words.into()));
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, words: impl Into<String>) {
        self.indented(0, words);
    }

    /// Adds a paragraph that is indented by so many columns.
    pub fn indented(&mut self, indent: usize, words: impl Into<String>) {
        self.blocks.push(Block::Paragraph {
            indent,
            words: words.into(),
        });
    }

    /// Adds an item of a list.
    pub fn item(&mut self, words: impl Into<String>) {
        self.blocks.push(Block::Item(words.into()));
    }

    /// Adds what the authors knew as they set the numbers; whose choices they are, where nothing is
    /// said of that.
    pub fn hindsight(&mut self, words: &str) {
        self.gap();
        if words.is_empty() {
            self.paragraph(CHOICES);
        } else {
            self.paragraph(printable(words));
        }
    }

    /// Adds a head and what belongs to it.
    pub fn entry(&mut self, indent: usize, head: impl Into<String>, words: impl Into<String>) {
        self.blocks.push(Block::Entry {
            indent,
            head: head.into(),
            words: words.into(),
        });
    }

    /// Adds a table.
    pub fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
    }
}

impl Table {
    /// Adds a row of cells.
    pub fn cells<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(TableRow::Cells(cells.into()));
    }

    /// Adds a label on a line of its own.
    pub fn label(&mut self, words: impl Into<String>) {
        self.rows.push(TableRow::Label(words.into()));
    }

    /// Adds words below a row.
    pub fn below(&mut self, words: impl Into<String>) {
        self.rows.push(TableRow::Below(words.into()));
    }

    /// Adds a row whose first cell is followed by words, so many spaces after it.
    pub fn words(&mut self, first: impl Into<String>, gap: usize, words: impl Into<String>) {
        self.rows.push(TableRow::Words {
            first: first.into(),
            gap,
            words: words.into(),
        });
    }
}
