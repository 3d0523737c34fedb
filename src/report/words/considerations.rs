//! The twelve considerations of a choice in plain words: what pulls an actor towards an act, or away
//! from it. Each has one name, which is that of its parameter where it has one, and which all of its
//! words hold.

use crate::model::Consideration;

/// How a consideration is put. The clauses hold an act beside another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReasonWords {
    /// As a thing: "anger at home".
    pub noun: &'static str,
    /// What the act had to itself where it spoke for it: "less fear of being hit back".
    pub spoke_for: &'static str,
    /// What the act had to itself where it spoke against it: "more fear of being hit back".
    pub spoke_against: &'static str,
}

/// The plain words of a consideration.
#[must_use]
pub const fn reason_words(consideration: Consideration) -> ReasonWords {
    match consideration {
        Consideration::Reciprocity => RECIPROCITY,
        Consideration::Reputation => REPUTATION,
        Consideration::Domestic => DOMESTIC,
        Consideration::Audience => AUDIENCE,
        Consideration::ShowOfForce => SHOW_OF_FORCE,
        Consideration::Gain => GAIN,
        Consideration::Diversion => DIVERSION,
        Consideration::Retaliation => RETALIATION,
        Consideration::Escalation => ESCALATION,
        Consideration::Overstretch => OVERSTRETCH,
        Consideration::Mediation => MEDIATION,
        Consideration::Ties => TIES,
    }
}

const RECIPROCITY: ReasonWords = ReasonWords {
    noun: "the wish to answer in kind",
    spoke_for: "nearer to an answer in kind",
    spoke_against: "farther from an answer in kind",
};
const REPUTATION: ReasonWords = ReasonWords {
    noun: "fear of looking weak",
    spoke_for: "less fear of looking weak",
    spoke_against: "more fear of looking weak",
};
const DOMESTIC: ReasonWords = ReasonWords {
    noun: "anger at home",
    spoke_for: "more of what anger at home called for",
    spoke_against: "less of what anger at home called for",
};
const AUDIENCE: ReasonWords = ReasonWords {
    noun: "the cost of backing down",
    spoke_for: "less cost of backing down",
    spoke_against: "more cost of backing down",
};
const SHOW_OF_FORCE: ReasonWords = ReasonWords {
    noun: "the gain from being seen to act",
    spoke_for: "more gain from being seen to act",
    spoke_against: "less gain from being seen to act",
};
const GAIN: ReasonWords = ReasonWords {
    noun: "the gain if the other gives way",
    spoke_for: "more gain if the other gives way",
    spoke_against: "less gain if the other gives way",
};
const DIVERSION: ReasonWords = ReasonWords {
    noun: "the gain at home from using force",
    spoke_for: "more gain at home from using force",
    spoke_against: "less gain at home from using force",
};
const RETALIATION: ReasonWords = ReasonWords {
    noun: "fear of being hit back",
    spoke_for: "less fear of being hit back",
    spoke_against: "more fear of being hit back",
};
const ESCALATION: ReasonWords = ReasonWords {
    noun: "fear of losing control",
    spoke_for: "less fear of losing control",
    spoke_against: "more fear of losing control",
};
const OVERSTRETCH: ReasonWords = ReasonWords {
    noun: "concern about being spread thin",
    spoke_for: "less concern about being spread thin",
    spoke_against: "more concern about being spread thin",
};
const MEDIATION: ReasonWords = ReasonWords {
    noun: "the pull of mediators",
    spoke_for: "nearer to the pull of mediators",
    spoke_against: "farther from the pull of mediators",
};
const TIES: ReasonWords = ReasonWords {
    noun: "the value of good relations",
    spoke_for: "less harm to good relations",
    spoke_against: "more harm to good relations",
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Each consideration has words of its own, which read on in a sentence.
    #[test]
    fn each_consideration_has_words_of_its_own() {
        let mut all = BTreeSet::new();
        for consideration in Consideration::ALL {
            let words = reason_words(consideration);
            for text in [words.noun, words.spoke_for, words.spoke_against] {
                assert!(all.insert(text), "{text:?} is said of two");
                let first = text.chars().next().unwrap();
                assert!(first.is_lowercase() && !text.ends_with('.'), "{text:?}");
                assert!(text.len() <= 60, "{text:?}");
            }
        }
        assert_eq!(all.len(), 3 * Consideration::ALL.len());
    }

    /// A clause says the name of its consideration: one thing has one name.
    #[test]
    fn each_clause_holds_the_name_of_its_consideration() {
        for consideration in Consideration::ALL {
            let words = reason_words(consideration);
            let name = words.noun.rsplit("the ").next().unwrap();
            let least = name.split(' ').rev().take(2).collect::<Vec<_>>();
            for clause in [words.spoke_for, words.spoke_against] {
                let last = least.iter().all(|word| clause.contains(word));
                assert!(last, "{clause:?} is not {name:?}");
            }
        }
    }

    /// Where a consideration has a weight among the parameters, both have one name.
    #[test]
    fn a_consideration_is_called_like_its_weight() {
        let weights = [
            (Consideration::Reciprocity, "reciprocity"),
            (Consideration::Reputation, "concern_for_reputation"),
            (Consideration::Domestic, "domestic_pressure"),
            (Consideration::Audience, "audience_cost"),
            (Consideration::ShowOfForce, "show_of_force"),
            (Consideration::Gain, "stake"),
            (Consideration::Diversion, "diversion"),
            (Consideration::Retaliation, "fear_of_retaliation"),
            (Consideration::Escalation, "fear_of_escalation"),
            (Consideration::Overstretch, "cost_of_overstretch"),
            (Consideration::Ties, "value_of_ties"),
        ];
        for (consideration, key) in weights {
            let weight = crate::parameters::all().find(|parameter| parameter.key == key);
            let name = weight.unwrap().label.trim_end_matches(" at the start");
            let noun = reason_words(consideration).noun;
            assert_eq!(noun.trim_start_matches("the "), name);
        }
    }
}
