//! What is varied, beside what else the command line sets: nothing that it asks for may be without
//! effect unseen.

use std::collections::BTreeSet;

use super::Along;
use crate::error::{Error, Problem};
use crate::scenario::{Scenario, Target};
use crate::study::Axis;

impl Along {
    /// Refuses axes that overlap each other, and settings that an axis makes meaningless or that
    /// leave it nothing to vary. Returns warnings about those that overlap in part.
    ///
    /// # Errors
    /// [`Error::Usage`] where one of two has no effect.
    pub fn overlaps(&self) -> Result<Vec<Problem>, Error> {
        let base = &self.base;
        let settings = &self.settings;
        let axes = &self.axes;
        let mut partly = Vec::new();
        if let [one, other] = axes.as_slice() {
            partly.extend(axes_apart(base, one, other)?);
        }
        for axis in axes {
            for id in settings.without.iter().chain(&settings.with) {
                if base
                    .targets(axis.path())
                    .contains(&Target::Weight(id.clone()))
                {
                    let (option, switch) = if settings.without.contains(id) {
                        ("--without", "off")
                    } else {
                        ("--with", "on")
                    };
                    let problem = Problem::new(format!(
                        "argument `{id}` is switched {switch}, and its weight is varied"
                    ));
                    return Err(Error::Usage(
                        problem.help(format!("leave out one of `{option}` and `--vary`")),
                    ));
                }
            }
            for setting in &settings.set {
                partly.extend(set_beside(base, &setting.path, axis)?);
            }
        }
        Ok(partly)
    }
}

/// Refuses two axes that reach one number; says where one has the last word on a part of what the
/// other changes.
fn axes_apart(base: &Scenario, one: &Axis, other: &Axis) -> Result<Option<Problem>, Error> {
    let first = base.targets(one.path());
    let second = base.targets(other.path());
    let problem = if one.path() == other.path() {
        Problem::new(format!("`{}` is varied twice", one.path())).help("leave out one `--vary`")
    } else if let Some(both) = first.intersection(&second).next() {
        let message = format!(
            "`{}` and `{}` both vary {}",
            one.path(),
            other.path(),
            base.target_name(both)
        );
        Problem::new(message).help("vary each number by one `--vary`: name the others one by one")
    } else {
        let pairs = [
            (one.path(), &second, other.path()),
            (other.path(), &first, one.path()),
        ];
        let covered = pairs
            .iter()
            .find(|(argument, last, _)| is_covered(base, argument, last));
        let Some((argument, _, path)) = covered else {
            return Ok(pairs
                .iter()
                .find_map(|(argument, last, path)| overridden(base, argument, last, path)));
        };
        let message = format!(
            "`{path}` has the last word on all that `{argument}` changes: its weight does nothing"
        );
        Problem::new(message).help("vary one of the two")
    };
    Err(Error::Usage(problem))
}

/// What there is to say of a `--set` beside an axis.
fn set_beside(base: &Scenario, path: &str, axis: &Axis) -> Result<Option<Problem>, Error> {
    let set = base.targets(path);
    let varied = base.targets(axis.path());
    if path == axis.path() || (!set.is_empty() && set.is_subset(&varied)) {
        let with = if path == axis.path() {
            String::new()
        } else {
            format!(", with `{}`", axis.path())
        };
        let problem = Problem::new(format!("`{path}` is both set and varied{with}"));
        return Err(Error::Usage(
            problem.help("leave out one of `--set` and `--vary`"),
        ));
    }
    if is_covered(base, axis.path(), &set) {
        let message = format!(
            "`--set {path}` has the last word on all that `{}` changes: nothing is left to vary",
            axis.path()
        );
        return Err(Error::Usage(
            Problem::new(message).help("leave out one of `--set` and `--vary`"),
        ));
    }
    if is_covered(base, path, &varied) {
        let message = format!(
            "all that `{path}` changes is varied with `{}`: its weight does nothing",
            axis.path()
        );
        return Err(Error::Usage(
            Problem::new(message).help("leave out one of `--set` and `--vary`"),
        ));
    }
    let Some(both) = set.intersection(&varied).next() else {
        let by_setting = overridden(base, axis.path(), &set, &format!("--set {path}"));
        return Ok(by_setting.or_else(|| overridden(base, path, &varied, axis.path())));
    };
    let message = format!(
        "`--set {path}` does not count for {}, which is varied",
        base.target_name(both)
    );
    Ok(Some(
        Problem::warning(message).help("it counts for the others that it names"),
    ))
}

/// Whether a path gives weights to arguments that change nothing but what these places set after
/// them.
fn is_covered(base: &Scenario, path: &str, last: &BTreeSet<Target>) -> bool {
    let touched = touched(base, path);
    !touched.is_empty() && touched.is_subset(last)
}

/// That `by` has the last word on a part of what the arguments change to which a path gives
/// weights, where it has.
fn overridden(base: &Scenario, path: &str, last: &BTreeSet<Target>, by: &str) -> Option<Problem> {
    let touched = touched(base, path);
    let common: Vec<String> = touched
        .intersection(last)
        .map(|place| base.target_name(place))
        .collect();
    let what = match common.as_slice() {
        [] => return None,
        [only] => only.clone(),
        [first, more @ ..] => format!("{first} and {} more that", more.len()),
    };
    let which = if common.len() == 1 { ", which" } else { "" };
    let message = format!(
        "`{by}` has the last word on {what}{which} `{path}` changes too: there its weight does nothing"
    );
    Some(Problem::warning(message).help("its weight counts for all else that it changes"))
}

/// What the arguments change to which a path gives weights.
fn touched(base: &Scenario, path: &str) -> BTreeSet<Target> {
    let weighted = base.targets(path);
    let arguments = base
        .arguments
        .iter()
        .filter(|argument| weighted.contains(&Target::Weight(argument.id.clone())));
    arguments
        .flat_map(|argument| {
            argument
                .paths()
                .flat_map(|path| base.targets(path))
                .collect::<Vec<_>>()
        })
        .collect()
}
