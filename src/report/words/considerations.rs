//! The twelve considerations of a choice in plain words: what pulls an actor towards an act, or away
//! from it.

use crate::model::Consideration;

/// How a consideration is put. In the clauses, "this" is the act and "it" is the actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReasonWords {
    /// As a thing: "anger at home".
    pub noun: &'static str,
    /// As a clause in the past, where it spoke for the act: "anger at home called for an answer".
    pub spoke_for: &'static str,
    /// As a clause in the past, where it spoke against the act.
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
    noun: "its habit of answering in kind",
    spoke_for: "this came close to an answer in kind",
    spoke_against: "this was far from an answer in kind",
};
const REPUTATION: ReasonWords = ReasonWords {
    noun: "its name for resolve",
    spoke_for: "less would have looked weak to others who watch",
    spoke_against: "this would have looked weak to others who watch",
};
const DOMESTIC: ReasonWords = ReasonWords {
    noun: "anger at home",
    spoke_for: "anger at home called for an answer",
    spoke_against: "this fell short of what anger at home called for",
};
const AUDIENCE: ReasonWords = ReasonWords {
    noun: "its own public threat",
    spoke_for: "less would have broken its own public threat",
    spoke_against: "this would have broken its own public threat",
};
const SHOW_OF_FORCE: ReasonWords = ReasonWords {
    noun: "the wish to be seen to act",
    spoke_for: "it wished to be seen to act",
    spoke_against: "it wished to be seen, and this would hardly be seen",
};
const GAIN: ReasonWords = ReasonWords {
    noun: "what there is to gain",
    spoke_for: "there was something to gain if the other gave way",
    spoke_against: "this promised little gain",
};
const DIVERSION: ReasonWords = ReasonWords {
    noun: "diversion from trouble at home",
    spoke_for: "this turned eyes from trouble at home",
    spoke_against: "this did little to turn eyes from trouble at home",
};
const RETALIATION: ReasonWords = ReasonWords {
    noun: "fear of being hit back",
    spoke_for: "this made it less likely to be hit back",
    spoke_against: "it feared being hit back",
};
const ESCALATION: ReasonWords = ReasonWords {
    noun: "fear of losing control",
    spoke_for: "this was less likely to get out of hand",
    spoke_against: "it feared that things get out of hand",
};
const OVERSTRETCH: ReasonWords = ReasonWords {
    noun: "forces that are spread thin",
    spoke_for: "this asked less of forces that were spread thin",
    spoke_against: "its forces were spread thin",
};
const MEDIATION: ReasonWords = ReasonWords {
    noun: "the pull of mediators",
    spoke_for: "this was closer to what mediators asked for",
    spoke_against: "mediators held it back",
};
const TIES: ReasonWords = ReasonWords {
    noun: "trust and trade at stake",
    spoke_for: "this did less harm to trust and trade",
    spoke_against: "trust and trade were at stake",
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
}
