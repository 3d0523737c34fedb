//! A study as charts can show it: what the font cannot draw goes by a name that it can draw.

use std::borrow::Cow;

use super::backend::can_draw;
use crate::error::Error;
use crate::scenario::{InputDifference, Named, Names};
use crate::study::{Standing, Study, Subject};

/// Stands for a scenario of which neither name nor file can be drawn.
const SCENARIO: &str = "this scenario";
/// Stands for the value of an input.
const VALUE: &str = "a text in another script";

/// A study of which charts can show every name.
#[derive(Clone, Debug, PartialEq)]
pub struct Readable<'s> {
    /// The study.
    pub study: Cow<'s, Study>,
    /// The names that gave way, each once.
    pub replaced: Vec<String>,
}

/// A study whose labels can be drawn: parts go by their ids, scenarios by their sources and
/// variants by their numbers, so that they stay distinguishable. This is the one place where charts
/// replace names.
///
/// # Errors
/// [`Error::Fault`] where the font cannot be read, which is the program's fault.
pub fn readable(study: &Study) -> Result<Readable<'_>, Error> {
    let mut shown = study.clone();
    let mut lacking = Lacking::default();
    match &mut shown {
        Study::Run(run) => lacking.subject(&mut run.subject)?,
        Study::Sweep(sweep) => {
            let names = sweep.subject.names.clone();
            lacking.subject(&mut sweep.subject)?;
            for base in &mut sweep.sweep.base {
                lacking.standing(base, &names)?;
            }
        }
        Study::Tip(tip) => {
            let names = tip.subject.names.clone();
            lacking.subject(&mut tip.subject)?;
            lacking.standing(&mut tip.base, &names)?;
        }
        Study::Story(story) => {
            lacking.subject(&mut story.subject)?;
            if let Some(against) = &mut story.against {
                lacking.subject(&mut against.subject)?;
                lacking.inputs(&mut against.inputs)?;
                if lacking.has(&against.name)? {
                    "the change".clone_into(&mut against.name);
                }
            }
        }
        Study::Why(why) => lacking.subject(&mut why.subject)?,
        Study::Rank(rank) => lacking.subject(&mut rank.subject)?,
        Study::Shake(shake) => lacking.subject(&mut shake.subject)?,
        Study::Discover(discover) => lacking.subject(&mut discover.subject)?,
        Study::Compare(compare) => {
            lacking.subject(&mut compare.base)?;
            for (variant, number) in compare.variants.iter_mut().zip(1..) {
                lacking.subject(&mut variant.subject)?;
                lacking.inputs(&mut variant.inputs)?;
                if lacking.has(&variant.name)? {
                    variant.name = format!("variant {number}");
                }
            }
        }
    }
    let study = if shown == *study {
        Cow::Borrowed(study)
    } else {
        Cow::Owned(shown)
    };
    Ok(Readable {
        study,
        replaced: lacking.0,
    })
}

/// The names that charts lack letters of, each once.
#[derive(Default)]
struct Lacking(Vec<String>);

impl Lacking {
    /// Whether a name has to give way, which is kept.
    fn has(&mut self, name: &str) -> Result<bool, Error> {
        if can_draw(name)? {
            return Ok(false);
        }
        if !self.0.iter().any(|known| known == name) {
            self.0.push(name.to_owned());
        }
        Ok(true)
    }

    /// Names a scenario, what it builds on, its parts and what was changed in it.
    fn subject(&mut self, subject: &mut Subject) -> Result<(), Error> {
        self.scenario(&mut subject.name, &subject.source)?;
        if let Some(departure) = &mut subject.departure {
            self.scenario(&mut departure.from, &departure.source)?;
            self.inputs(&mut departure.inputs)?;
        }
        for part in parts(&mut subject.names) {
            if self.has(&part.label)? {
                part.label = part.id.clone();
            }
        }
        Ok(())
    }

    /// Names a scenario by its source where its name cannot be drawn.
    fn scenario(&mut self, name: &mut String, source: &str) -> Result<(), Error> {
        if !self.has(name)? {
            return Ok(());
        }
        let file = source.rsplit(['/', '\\']).next().unwrap_or(source);
        let stem = file.strip_suffix(".toml").unwrap_or(file);
        let drawable = if can_draw(stem)? { stem } else { SCENARIO };
        drawable.clone_into(name);
        Ok(())
    }

    /// Gives a text that is the value of an input one that can be drawn.
    fn inputs(&mut self, inputs: &mut [InputDifference]) -> Result<(), Error> {
        let values = inputs
            .iter_mut()
            .flat_map(|input| [&mut input.before, &mut input.after]);
        for value in values.flatten() {
            if self.has(value.trim_matches('"'))? {
                VALUE.clone_into(value);
            }
        }
        Ok(())
    }

    /// Names those whose values stand on an axis by their ids; a claim that cannot be drawn gives
    /// way to the argument's id, which the path holds.
    fn standing(&mut self, base: &mut Standing, names: &Names) -> Result<(), Error> {
        let mut names = names.clone();
        let parts = parts(&mut names);
        for own in &mut base.values {
            if !self.has(&own.of)? {
                continue;
            }
            if let Some(part) = parts.iter().find(|part| part.label == own.of) {
                own.of = part.id.clone();
            }
        }
        if self.has(&base.claim)? {
            base.claim.clear();
        }
        Ok(())
    }
}

/// All parts of a scenario that have a label.
fn parts(names: &mut Names) -> Vec<&mut Named> {
    names
        .actors
        .iter_mut()
        .chain(&mut names.rungs)
        .chain(&mut names.mediators)
        .chain(&mut names.fronts)
        .chain(&mut names.armed_groups)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::testing::shipped;

    #[test]
    fn what_the_font_lacks_goes_by_what_it_has() {
        let mut shown = Subject::from(&shipped("iran-pakistan-2024", &[]));
        let id = shown.names.rungs[0].id.clone();
        "利害".clone_into(&mut shown.names.rungs[0].label);
        "危機".clone_into(&mut shown.name);
        "folder/crisis-2.toml".clone_into(&mut shown.source);
        let actor = shown.names.actors[0].label.clone();
        let mut lacking = Lacking::default();
        lacking.subject(&mut shown).unwrap();
        let mut inputs = ["\"隣国\"", "0.5"].map(|value| InputDifference {
            path: "actors.iran.label".to_owned(),
            before: None,
            after: Some(value.to_owned()),
        });
        lacking.inputs(&mut inputs).unwrap();
        lacking.inputs(&mut inputs).unwrap();
        assert_eq!(inputs[0].after.as_deref(), Some(VALUE));
        assert_eq!(inputs[1].after.as_deref(), Some("0.5"));
        assert_eq!(lacking.0, ["危機", "利害", "隣国"]);
        assert_eq!(shown.name, "crisis-2");
        assert_eq!(shown.names.rungs[0].label, id);
        assert_eq!(shown.names.actors[0].label, actor);
    }
}
