//! The names of all files that this program writes. No other name is ever written, replaced or
//! removed, whatever a list or a manifest says.

use crate::report::shard::MOST_PARTS;
use crate::report::view::{self, FileNames, document_file, plot_file};

/// What a folder holds: one kind of result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultKind {
    /// A run, or shards put together.
    Run,
    /// A comparison.
    Compare,
    /// A sweep.
    Sweep,
    /// A tip.
    Tip,
    /// A story.
    Story,
    /// Why histories go as they do.
    Why,
    /// A ranking.
    Rank,
    /// Shaken numbers.
    Shake,
    /// A condition under which something is common.
    Discover,
    /// Parts of runs.
    Shards,
    /// Charts that were drawn again from a stored result.
    Plots,
}

/// The manifest of a result.
pub const MANIFEST: &str = "manifest.json";
/// The list of what runs have written into a folder.
pub const LIST: &str = ".offramp.files";
/// The file that is locked.
pub const LOCK: &str = ".offramp.lock";
/// The one folder in a folder of results.
pub const CHARTS: &str = "charts";
/// The kinds of charts, as their files end.
const CHART_KINDS: [&str; 2] = ["svg", "png"];

impl ResultKind {
    const ALL: [Self; 11] = [
        Self::Run,
        Self::Compare,
        Self::Sweep,
        Self::Tip,
        Self::Story,
        Self::Why,
        Self::Rank,
        Self::Shake,
        Self::Discover,
        Self::Shards,
        Self::Plots,
    ];

    /// What to call such a result.
    pub const fn shown(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::Compare => "comparison",
            Self::Sweep => "sweep",
            Self::Tip => "tip",
            Self::Story => "story",
            Self::Why => "explanation",
            Self::Rank => "ranking",
            Self::Shake => "shake",
            Self::Discover => "discovery",
            Self::Shards => "shards",
            Self::Plots => "charts",
        }
    }

    /// The kind with an article.
    pub fn article(self) -> String {
        if matches!(self, Self::Shards | Self::Plots) {
            self.shown().to_owned()
        } else {
            let article = if self == Self::Why { "an" } else { "a" };
            format!("{article} {}", self.shown())
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.shown() == name)
    }

    /// The kind of result that these files make up.
    pub fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Option<Self> {
        names
            .into_iter()
            .find_map(|name| Self::ALL.into_iter().find(|kind| kind.is_told_by(name)))
    }

    /// Whether a file of this name tells that a result is of this kind.
    fn is_told_by(self, name: &str) -> bool {
        self.study().map_or_else(
            || self.has(name),
            |names| document_file(names.document) == name,
        )
    }

    /// Whether results of this kind have a file of this name.
    pub fn has(self, name: &str) -> bool {
        match self.study() {
            Some(names) => {
                name == MANIFEST || names.has(name, &CHART_KINDS) || self.may_have_chart(name)
            }
            None if self == Self::Shards => is_shard(name),
            None => is_plot(name),
        }
    }

    /// Whether results of this kind may have a chart of this name, which the user has a part in.
    fn may_have_chart(self, name: &str) -> bool {
        let name = name
            .strip_prefix(CHARTS)
            .and_then(|name| name.strip_prefix('/'));
        let name = name.and_then(stem);
        self == Self::Compare && name.is_some_and(view::compare::is_figure_name)
    }

    /// The names of what a study of this kind has, whatever its user calls its parts; none of what
    /// is no study.
    fn study(self) -> Option<FileNames> {
        match self {
            Self::Run => Some(view::run::names()),
            Self::Compare => Some(view::compare::names([])),
            Self::Sweep => Some(view::sweep::names()),
            Self::Tip => Some(view::tip::names()),
            Self::Story => Some(view::story::names()),
            Self::Why => Some(view::why::names()),
            Self::Rank => Some(view::rank::names()),
            Self::Shake => Some(view::shake::names()),
            Self::Discover => Some(view::discover::names()),
            Self::Shards | Self::Plots => None,
        }
    }
}

/// `shard-I-of-N.json`.
fn is_shard(name: &str) -> bool {
    let numbers = name
        .strip_prefix("shard-")
        .and_then(|name| name.strip_suffix(".json"));
    numbers
        .and_then(|numbers| numbers.split_once("-of-"))
        .is_some_and(|(part, of)| {
            is_number(of, MOST_PARTS) && of.parse().is_ok_and(|of| is_number(part, of))
        })
}

/// `NAME.svg` or `NAME.png`, where a study has a figure of that name.
fn is_plot(name: &str) -> bool {
    let studies = ResultKind::ALL.into_iter().filter_map(ResultKind::study);
    let mut figures = studies.flat_map(|names| names.figures);
    let has_name = figures.any(|figure| {
        CHART_KINDS
            .iter()
            .any(|kind| plot_file(&figure, kind) == name)
    });
    has_name || stem(name).is_some_and(view::compare::is_figure_name)
}

/// The name of a chart without the ending of its kind.
fn stem(name: &str) -> Option<&str> {
    CHART_KINDS
        .iter()
        .find_map(|kind| name.strip_suffix(kind)?.strip_suffix('.'))
}

/// Whether it is a whole number from 1 on as the program writes it.
fn is_number(written: &str, most: u64) -> bool {
    written
        .parse()
        .is_ok_and(|number: u64| (1..=most).contains(&number) && number.to_string() == written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_the_program_writes_are_known() {
        for (kind, name) in [
            (ResultKind::Run, "summary.json"),
            (ResultKind::Run, "charts/peak.svg"),
            (ResultKind::Compare, "charts/flips-8.png"),
            (ResultKind::Compare, "charts/flips-hotline.svg"),
            (ResultKind::Sweep, "manifest.json"),
            (ResultKind::Tip, "tip.csv"),
            (ResultKind::Tip, "charts/tip.svg"),
            (ResultKind::Story, "reasons.csv"),
            (ResultKind::Story, "charts/story.png"),
            (ResultKind::Why, "why.json"),
            (ResultKind::Why, "charts/reasons.png"),
            (ResultKind::Rank, "rank.csv"),
            (ResultKind::Rank, "charts/rank.svg"),
            (ResultKind::Shake, "readings.csv"),
            (ResultKind::Shake, "charts/shake.png"),
            (ResultKind::Discover, "trajectory.csv"),
            (ResultKind::Discover, "charts/discover.svg"),
            (ResultKind::Shards, "shard-3-of-12.json"),
            (ResultKind::Plots, "flips-2.svg"),
            (ResultKind::Plots, "flips-hotline.png"),
            (ResultKind::Run, "study.json"),
        ] {
            assert!(kind.has(name), "{name}");
        }
    }

    #[test]
    fn names_of_others_are_known_to_no_kind() {
        let foreign = [
            "",
            ".",
            "..",
            "/etc/passwd",
            "../summary.json",
            "./summary.json",
            "charts/../summary.json",
            "charts",
            "charts/",
            "charts//peak.svg",
            "charts/peak.svg/",
            "charts\\peak.svg",
            "Summary.json",
            "summary.json ",
            "summary.json\0",
            "charts/thesis.svg",
            "charts/flips-9.svg",
            "charts/flips-01.svg",
            "charts/flips-Hotline.svg",
            "charts/flips-../../x.svg",
            "charts/flips-+1.svg",
            "shard-0-of-3.json",
            "shard-4-of-3.json",
            "shard-01-of-3.json",
            "shard-1-of-10001.json",
            "shard-a-of-3.json",
            "x/shard-1-of-3.json",
            ".offramp.lock",
            ".offramp.files",
            "thesis.txt",
        ];
        for name in foreign {
            assert!(
                ResultKind::ALL.into_iter().all(|kind| !kind.has(name)),
                "{name:?}"
            );
        }
        assert!(
            !ResultKind::Run.has("compare.json")
                && !ResultKind::Compare.has("summary.json")
                && !ResultKind::Shards.has("manifest.json")
                && !ResultKind::Plots.has("manifest.json")
                && !ResultKind::Plots.has("charts/peak.svg")
        );
    }

    #[test]
    fn a_kind_is_known_by_its_files() {
        assert_eq!(
            ResultKind::of(["dictionary.csv", "sweep.json"]),
            Some(ResultKind::Sweep)
        );
        assert_eq!(ResultKind::of(["manifest.json", "dictionary.csv"]), None);
        assert!(
            ResultKind::ALL
                .into_iter()
                .all(|kind| ResultKind::named(kind.shown()) == Some(kind))
        );
    }
}
