//! Settings that another of the same command line leaves without effect.

use crate::error::Problem;
use crate::scenario::assembled::Scenario;
use crate::scenario::settings::paths::weighted_argument;
use crate::scenario::settings::{Setting, Settings};

impl Scenario {
    /// Switches and settings of one command line that change nothing, since another of them has the
    /// last word on all that they reach: a weight comes after a switch, and a later `--set` after
    /// an earlier one.
    #[must_use]
    pub fn unheard(&self, settings: &Settings) -> Vec<Problem> {
        let switches = [
            ("--without", &settings.without, 0.0),
            ("--with", &settings.with, 1.0),
        ];
        let switches = switches.into_iter().flat_map(|(option, ids, weight)| {
            ids.iter()
                .filter_map(move |id| Some((option, id, self.weighed(id, weight, settings)?)))
        });
        let switches =
            switches.map(|(option, id, last)| without_effect(&format!("{option} {id}"), last));
        let sets = settings.set.iter().enumerate();
        let sets = sets.filter_map(|(at, setting)| {
            Some((setting, self.covered(setting, &settings.set[at + 1..])?))
        });
        let sets = sets.map(|(setting, last)| without_effect(&as_option(setting), last));
        switches.chain(sets).collect()
    }

    /// What gives an argument that is switched another weight than the switch does, if anything.
    fn weighed<'s>(&self, id: &str, switch: f64, settings: &'s Settings) -> Option<&'s Setting> {
        let last = settings.set.iter().rfind(|setting| {
            weighted_argument(&setting.path).is_some_and(|path| path == "*" || path == id)
        })?;
        let argument = self.arguments.iter().find(|argument| argument.id == id)?;
        (argument.weight != switch).then_some(last)
    }

    /// The last of these settings that reaches what a setting does, where together they reach all
    /// of it.
    fn covered<'s>(&self, setting: &Setting, later: &'s [Setting]) -> Option<&'s Setting> {
        let mut left = self.targets(&setting.path);
        let last = later
            .iter()
            .rfind(|later| !self.targets(&later.path).is_disjoint(&left))?;
        for later in later {
            left = &left - &self.targets(&later.path);
        }
        left.is_empty().then_some(last)
    }
}

fn as_option(setting: &Setting) -> String {
    format!("{} {}={}", setting.written_in, setting.path, setting.value)
}

fn without_effect(option: &str, last: &Setting) -> Problem {
    Problem::warning(format!(
        "`{option}` has no effect: `{}` has the last word",
        as_option(last)
    ))
    .help("leave out one of the two")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(settings: &Settings) -> Vec<String> {
        let scenario = Scenario::shipped("iran-pakistan-2024", settings).unwrap();
        scenario
            .unheard(settings)
            .into_iter()
            .map(|problem| problem.message)
            .collect()
    }

    fn set(pairs: &[(&str, &str)]) -> Vec<Setting> {
        pairs
            .iter()
            .map(|&(path, value)| Setting::set(path, value))
            .collect()
    }

    #[test]
    fn a_switch_that_a_weight_overrides_is_reported() {
        let switched = |on: bool, path: &str, value: &str| {
            let id = vec!["soft-target".to_owned()];
            let (with, without) = if on {
                (id, Vec::new())
            } else {
                (Vec::new(), id)
            };
            messages(&Settings {
                with,
                without,
                set: set(&[(path, value)]),
            })
        };
        let [off, on] =
            ["--without", "--with"].map(|option| format!("`{option} soft-target` has no effect: "));
        for (is_on, path, value, says) in [
            (false, "arguments.soft-target", "0.5", &off),
            (false, "arguments.*", "1", &off),
            (true, "arguments.soft-target", "0", &on),
            (true, "arguments.*", "0.5", &on),
        ] {
            let says = format!("{says}`--set {path}={value}` has the last word");
            assert_eq!(switched(is_on, path, value), [says]);
        }
        // They agree, or have nothing to do with each other.
        for (is_on, path, value) in [
            (false, "arguments.soft-target", "0"),
            (true, "arguments.*", "1"),
            (false, "arguments.channels-open", "0.5"),
            (false, "relations.crisis_communication", "0.5"),
        ] {
            assert_eq!(
                switched(is_on, path, value),
                Vec::<String>::new(),
                "{path}={value}"
            );
        }
    }

    #[test]
    fn a_setting_that_later_ones_cover_is_reported() {
        let messages = |pairs: &[(&str, &str)]| {
            messages(&Settings {
                set: set(pairs),
                ..Settings::default()
            })
        };
        let (one, all) = ("actors.iran.misperception", "actors.*.misperception");
        let says = format!("`--set {one}=0.3` has no effect: `--set {all}=0.4` has the last word");
        assert_eq!(messages(&[(one, "0.3"), (all, "0.4")]), [says]);
        // What is set for all, and then otherwise for one.
        assert_eq!(
            messages(&[(all, "0.4"), (one, "0.3")]),
            Vec::<String>::new()
        );
        let each = messages(&[
            (all, "0.4"),
            (one, "0.3"),
            ("actors.pakistan.misperception", "0.2"),
        ]);
        assert_eq!(each.len(), 1, "{each:?}");
        let weights = messages(&[("arguments.soft-target", "0.5"), ("arguments.*", "1")]);
        assert_eq!(weights.len(), 1, "{weights:?}");
    }
}
