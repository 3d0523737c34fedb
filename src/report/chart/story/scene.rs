//! What is drawn of a story: one course or two, and what is said of their acts.

use super::course::{Act, Course};
use crate::model::Side;
use crate::numerals::count;
use crate::report::chart::style::{Colour, SINGLE, WORSE};
use crate::report::words::{
    Likelihood, Teller, chance_in_words, day_in_words, first_rival, likelihood, reasons, rival,
};
use crate::study::{DecisionPoint, Mind, StoryStudy};

/// How many reasons of an act are named.
const MOST: usize = 3;
/// Where two courses are drawn.
const FEWER: usize = 2;
/// So many acts have a number.
const MARKED: usize = 9;

/// What is drawn.
pub struct Scene {
    /// The course as it was.
    pub base: Course,
    /// The course with the change.
    pub variant: Option<Course>,
    /// How many acts the two have in common.
    pub shared: usize,
    /// The last day.
    pub last: usize,
    /// What is said of the acts, in order.
    pub entries: Vec<Entry>,
    /// What is said of later crises; none where there are none.
    pub later: Option<String>,
    /// The severity of each rung.
    severities: Vec<f64>,
}

/// What is said of an act.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its mark on the course.
    pub mark: Option<char>,
    /// Who and when.
    pub head: String,
    /// What pulled, each on a line.
    pub reasons: Vec<String>,
    /// The colour of its course.
    pub colour: Colour,
    /// Who acts, which is the shape of its mark.
    pub side: Side,
}

impl Scene {
    pub fn new(study: &StoryStudy) -> Self {
        let teller = Teller {
            subject: &study.subject,
            parties: &study.parties,
            story: &study.story,
        };
        let other = study.against.as_ref().map(|against| Teller {
            subject: &against.subject,
            parties: &against.parties,
            story: &against.story,
        });
        let base = Course::new(teller);
        let variant = other.map(Course::new);
        let shared = variant.as_ref().map_or(0, |variant| shared(&base, variant));
        let last = variant
            .as_ref()
            .map_or(base.last, |variant| base.last.max(variant.last));
        let has_two_ways = variant.as_ref().is_some_and(|variant| *variant != base);
        let most = if has_two_ways { FEWER } else { MOST };
        let mut entries = Vec::new();
        for at in 0..MARKED {
            // Beside another course, there is only room for what was decided.
            let own = base.acts.get(at);
            if let Some(act) = own.filter(|act| !has_two_ways || act.decision.is_some()) {
                entries.push(entry(teller, act, number(at), SINGLE, most));
            }
            let own = variant.as_ref().filter(|_| at >= shared);
            let act = own.and_then(|variant| variant.acts.get(at));
            if let (Some(act), Some(teller)) = (act, other) {
                entries.push(entry(teller, act, letter(at, shared), WORSE, most));
            }
        }
        Self {
            base,
            variant,
            shared,
            last: (last.ceil() as usize).max(1),
            entries,
            later: later(teller),
            severities: study.severities.clone(),
        }
    }

    /// The severity of a rung.
    pub fn severity(&self, rung: usize) -> f64 {
        self.severities.get(rung).copied().unwrap_or(0.0)
    }

    /// The courses.
    pub fn courses(&self) -> impl Iterator<Item = &Course> {
        std::iter::once(&self.base).chain(&self.variant)
    }

    /// Whether the variant goes its own way within the opening crisis.
    pub fn has_two_ways(&self) -> bool {
        self.variant
            .as_ref()
            .is_some_and(|variant| *variant != self.base)
    }
}

/// The mark of an act of the base; none of a late one.
pub fn number(at: usize) -> Option<char> {
    (at < MARKED).then(|| char::from(b'1' + at as u8))
}

/// The mark of an act of the variant, where the courses part after so many; none of a late one.
pub fn letter(at: usize, shared: usize) -> Option<char> {
    let own = at.checked_sub(shared)?;
    (at < MARKED).then(|| char::from(b'a' + own as u8))
}

/// How many acts two courses have in common, from the first on.
fn shared(base: &Course, variant: &Course) -> usize {
    let both = base.acts.iter().zip(&variant.acts);
    both.take_while(|(one, other)| {
        (one.day, &one.who, one.rung, one.is_done)
            == (other.day, &other.who, other.rung, other.is_done)
    })
    .count()
}

fn entry(teller: Teller<'_>, act: &Act, mark: Option<char>, colour: Colour, most: usize) -> Entry {
    let reasons = match act.decision.and_then(|at| teller.story.decision(at)) {
        None => vec!["set by the scenario".to_owned()],
        Some((point, _)) if point.rung != point.drawn() => {
            vec!["a part of the state acts on its own".to_owned()]
        }
        Some((point, mind)) => decided(teller, point, mind, most),
    };
    Entry {
        mark,
        head: format!("{}, day {}", act.who, day_in_words(act.day)),
        reasons,
        colour,
        side: act.side,
    }
}

/// What was chosen, with its chance and that of the likeliest other; then what people ask of first,
/// and the largest reasons.
fn decided(teller: Teller<'_>, point: &DecisionPoint, mind: &Mind, most: usize) -> Vec<String> {
    let drawn = point.drawn();
    let other = rival(point).rung();
    let [luck, next] = if likelihood(point, other) == Likelihood::Likelier {
        [", by luck", "likelier"]
    } else {
        ["", "next"]
    };
    let chosen = format!(
        "chose {}, {} of 100{luck}",
        teller.rung_label(drawn),
        chance_in_words(point.chance(drawn))
    );
    let other = format!(
        "{next}: {}, {}",
        teller.rung_label(other),
        chance_in_words(point.chance(other))
    );
    let rival = first_rival(point, &teller.subject.ladder);
    let reasons = reasons(point, mind, rival, most);
    let named = reasons.shown.iter().map(|pull| {
        let words = pull.in_words();
        let sign = if words.is_for { '+' } else { '−' };
        format!("{sign} {}: {} times", words.noun, words.factor)
    });
    let asked = [chosen, other, teller.short_question(point, rival)];
    asked
        .into_iter()
        .chain(named)
        .chain(reasons.rest_in_words())
        .collect()
}

/// That later crises follow, which are not drawn; none where there are none.
fn later(teller: Teller<'_>) -> Option<String> {
    let crises = teller.story.trace.summary.later_crises;
    match crises {
        0 => None,
        1 => Some("1 later crisis, not drawn".to_owned()),
        _ => Some(format!("{} later crises, not drawn", count(crises))),
    }
}
