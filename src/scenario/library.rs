//! The scenarios that are shipped inside the program, by family.

/// The scenario that runs where none is named.
pub const BASELINE: &str = "iran-pakistan-2024";

/// What scenarios have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// A real case.
    Baseline,
    /// The baseline with one thing changed.
    WhatIf,
    /// Invented states, to show one concept.
    Concept,
}

impl Family {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Baseline, Self::WhatIf, Self::Concept];

    /// Its title in a list.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Baseline => "A real case",
            Self::WhatIf => "What if: the case with one thing changed",
            Self::Concept => "Concepts, with invented states",
        }
    }
}

/// A shipped scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name on the command line and in `extends`.
    pub name: &'static str,
    /// Its family.
    pub family: Family,
    /// Its file.
    pub text: &'static str,
}

/// A list of shipped scenarios from the names of their files.
macro_rules! shipped {
    ($($family:ident in $folder:literal: $($name:literal;)+)+) => {
        /// Every shipped scenario, in the order in which they are listed.
        pub const SHIPPED: &[Item] = &[$($(Item {
            name: $name,
            family: Family::$family,
            text: include_str!(concat!("../../scenarios/", $folder, $name, ".toml")),
        },)+)+];
    };
}

shipped! {
    Baseline in "": "iran-pakistan-2024"; "iran-pakistan-2024-doubt";
    WhatIf in "what-ifs/":
        "would-iran-strike"; "no-mediation"; "china-first-day"; "counting-on-china"; "struck-soldiers";
        "quiet-strikes"; "pakistan-discloses"; "called-ahead"; "apologised"; "pakistan-absorbs"; "india-moves";
        "hotline"; "generous"; "three-for-two"; "deep-state-acts"; "no-arguments"; "economies-boom"; "air-defence";
        "trust-lost";
    Concept in "concepts/":
        "reference-class"; "pure-tit-for-tat"; "noisy-tit-for-tat"; "generous-tit-for-tat"; "contrite-tit-for-tat";
        "spiral"; "when-firmness-pays"; "deterrence-by-punishment"; "deterrence-by-denial";
        "deterrence-by-reputation"; "learned-deterrence"; "general-deterrence"; "threats-that-bind"; "angry-public";
        "diversion"; "brinkmanship"; "stability-instability"; "counting-on-rescue"; "mediator-in-time"; "secrecy";
        "cross-domain"; "rogue-unit";
}

/// The names of the shipped scenarios.
#[must_use]
pub fn names() -> Vec<&'static str> {
    SHIPPED.iter().map(|shipped| shipped.name).collect()
}

/// The text of a shipped scenario.
#[must_use]
pub fn text(name: &str) -> Option<&'static str> {
    SHIPPED
        .iter()
        .find(|shipped| shipped.name == name)
        .map(|shipped| shipped.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every scenario file of the project is shipped, in the family of its folder, and the other
    /// way round.
    #[test]
    fn what_lies_in_the_folders_is_shipped() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        let mut found = Vec::new();
        for (folder, family) in [
            ("", Family::Baseline),
            ("what-ifs", Family::WhatIf),
            ("concepts", Family::Concept),
        ] {
            for entry in std::fs::read_dir(root.join(folder)).unwrap() {
                let path = entry.unwrap().path();
                if path.extension().is_some_and(|end| end == "toml") {
                    found.push((
                        path.file_stem().unwrap().to_string_lossy().into_owned(),
                        family,
                    ));
                }
            }
        }
        let mut shipped: Vec<_> = SHIPPED
            .iter()
            .map(|shipped| (shipped.name.to_owned(), shipped.family))
            .collect();
        found.sort_by(|one, two| one.0.cmp(&two.0));
        shipped.sort_by(|one, two| one.0.cmp(&two.0));
        assert_eq!(found, shipped);
    }
}
