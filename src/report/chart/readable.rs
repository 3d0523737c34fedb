//! A study as charts can show it: what the font cannot draw goes by a name that it can draw.

use std::borrow::Cow;

use super::backend::can_draw;
use crate::error::Error;
use crate::scenario::{Named, Names};
use crate::study::{Standing, Study, Subject};

/// A study whose labels can be drawn: parts go by their ids, scenarios by their sources and
/// variants by their numbers, so that they stay distinguishable.
///
/// # Errors
/// [`Error::Fault`] where the font cannot be read, which is the program's fault.
pub fn readable(study: &Study) -> Result<Cow<'_, Study>, Error> {
    let mut shown = study.clone();
    match &mut shown {
        Study::Run(run) => subject(&mut run.subject)?,
        Study::Sweep(sweep) => {
            let names = sweep.subject.names.clone();
            for base in &mut sweep.sweep.base {
                standing(base, &names)?;
            }
            subject(&mut sweep.subject)?;
        }
        Study::Tip(tip) => {
            standing(&mut tip.base, &tip.subject.names)?;
            subject(&mut tip.subject)?;
        }
        Study::Shake(shake) => subject(&mut shake.subject)?,
        Study::Compare(compare) => {
            subject(&mut compare.base)?;
            for (variant, number) in compare.variants.iter_mut().zip(1..) {
                subject(&mut variant.subject)?;
                if !can_draw(&variant.name)? {
                    variant.name = format!("variant {number}");
                }
            }
        }
    }
    Ok(if shown == *study {
        Cow::Borrowed(study)
    } else {
        Cow::Owned(shown)
    })
}

/// Names a scenario, what it builds on, and its parts.
fn subject(subject: &mut Subject) -> Result<(), Error> {
    scenario(&mut subject.name, &subject.source)?;
    if let Some(departure) = &mut subject.departure {
        scenario(&mut departure.from, &departure.source)?;
    }
    for part in parts(&mut subject.names) {
        if !can_draw(&part.label)? {
            part.label = part.id.clone();
        }
    }
    Ok(())
}

/// Names a scenario by its source where its name cannot be drawn.
fn scenario(name: &mut String, source: &str) -> Result<(), Error> {
    if can_draw(name)? {
        return Ok(());
    }
    let file = source.rsplit(['/', '\\']).next().unwrap_or(source);
    let stem = file.strip_suffix(".toml").unwrap_or(file);
    *name = if can_draw(stem)? {
        stem.to_owned()
    } else {
        "this scenario".to_owned()
    };
    Ok(())
}

/// Names those whose values stand on an axis by their ids; a claim that cannot be drawn gives way
/// to the argument's id, which the path holds.
fn standing(base: &mut Standing, names: &Names) -> Result<(), Error> {
    let mut names = names.clone();
    let parts = parts(&mut names);
    for own in &mut base.values {
        if can_draw(&own.of)? {
            continue;
        }
        if let Some(part) = parts.iter().find(|part| part.label == own.of) {
            own.of = part.id.clone();
        }
    }
    if !can_draw(&base.claim)? {
        base.claim.clear();
    }
    Ok(())
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
        subject(&mut shown).unwrap();
        assert_eq!(shown.name, "crisis-2");
        assert_eq!(shown.names.rungs[0].label, id);
        assert_eq!(shown.names.actors[0].label, actor);
    }
}
