//! Numbers that do not fit their range.

use std::collections::BTreeSet;

use super::ValueHistory;
use crate::error::Problem;
use crate::model::Distribution;
use crate::parameters::Parameter;

impl ValueHistory {
    /// The problem of an uncertain value that does not fit a number's range.
    pub(super) fn misfit(
        &self,
        path: &str,
        parameter: &Parameter,
        distribution: &Distribution,
    ) -> Problem {
        let &Distribution::Normal(mean, _) = distribution else {
            return self.out_of_range(
                path,
                parameter,
                &format!("the uncertain value {distribution}"),
            );
        };
        let min = parameter.min;
        let max = parameter.max;
        let message = format!(
            "of the uncertain value {distribution} for `{path}` fewer than 1 in 100 lie between {min} and {max}"
        );
        let help = if parameter.allows(mean) {
            "only those are drawn: make the spread, its second number, smaller"
        } else {
            "only those are drawn: bring the mean, its first number, into that range"
        };
        Problem::new(message).at(self.place()).help(help)
    }

    /// The problem of a number out of its range; `value` is what it comes to.
    pub(super) fn out_of_range(&self, path: &str, parameter: &Parameter, value: &str) -> Problem {
        // By name: one argument may touch a number more than once, with others between.
        let names: BTreeSet<&str> = self
            .adjustments
            .iter()
            .map(|adjustment| adjustment.argument.as_str())
            .collect();
        let comes = match Vec::from_iter(names).as_slice() {
            _ if !self.overrides.is_empty() => format!("it is {value}"),
            [] => format!("it is {value}"),
            [one] => format!("it comes, with argument `{one}`, to {value}"),
            [many @ .., last] => {
                format!(
                    "it comes, with arguments `{}` and `{last}`, to {value}",
                    many.join("`, `")
                )
            }
        };
        let message = format!(
            "`{path}` must lie between {} and {}, but {comes}",
            parameter.min, parameter.max
        );
        let help = format!(
            "it means: {}; `offramp parameters {}` says more",
            parameter.meaning,
            parameter.path()
        );
        Problem::new(message).at(self.place()).help(help)
    }
}
