//! How well a value is known: excluded by the inputs, fixed by them, or estimated from trials.

/// How well an estimate is known. That there is no interval can mean several things, and none is
/// taken for another.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case", deny_unknown_fields)
)]
pub enum Interval {
    /// The inputs exclude the case: no trial can meet it, and there is no estimate. The reason
    /// stands beside the case.
    Excluded,
    /// The inputs fix the value: it is exact, without simulation error.
    Fixed,
    /// Estimated from trials: the ends of the 95 % interval, simulation error only.
    Estimated {
        /// The lower end.
        low: End,
        /// The upper end.
        high: End,
    },
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum End {
    /// The interval ends here.
    At(f64),
    /// The trials cannot bound the value on this side.
    Open(Lack),
}

/// Why trials cannot bound a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "language",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum Lack {
    /// There are too few of them.
    Few,
}

impl Lack {
    /// The reason in words, where an interval would stand.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Few => "too few trials",
        }
    }

    /// The reason as a file gives it, by itself.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Few => "too few trials for an interval",
        }
    }
}

impl End {
    /// Where it is.
    #[must_use]
    pub const fn at(self) -> Option<f64> {
        match self {
            Self::At(value) => Some(value),
            Self::Open(_) => None,
        }
    }

    /// The end of a value that this is the end of; one that is lacking stays so.
    pub(super) fn map(self, change: impl Fn(f64) -> f64) -> Self {
        match self {
            Self::At(value) => Self::At(change(value)),
            Self::Open(lack) => Self::Open(lack),
        }
    }
}

impl Interval {
    /// An interval with both ends.
    #[must_use]
    pub const fn between(low: f64, high: f64) -> Self {
        Self::Estimated {
            low: End::At(low),
            high: End::At(high),
        }
    }

    /// An estimate without an interval.
    #[must_use]
    pub const fn lacking(lack: Lack) -> Self {
        Self::Estimated {
            low: End::Open(lack),
            high: End::Open(lack),
        }
    }

    /// The interval, limited to possible values.
    #[must_use]
    pub fn within(self, least: f64, most: f64) -> Self {
        self.map(|end| end.min(most).max(least))
    }

    /// The interval after something is added to the value that the inputs fix.
    #[must_use]
    pub fn plus(self, fixed: f64) -> Self {
        self.map(|end| end + fixed)
    }

    /// The interval of the negative of the value.
    #[must_use]
    pub fn negative(self) -> Self {
        match self.map(|end| 0.0 - end) {
            Self::Estimated { low, high } => Self::Estimated {
                low: high,
                high: low,
            },
            other => other,
        }
    }

    fn map(self, change: impl Fn(f64) -> f64) -> Self {
        match self {
            Self::Estimated { low, high } => Self::Estimated {
                low: low.map(&change),
                high: high.map(&change),
            },
            Self::Excluded | Self::Fixed => self,
        }
    }

    /// The lower end, where trials give one.
    #[must_use]
    pub const fn low(self) -> Option<f64> {
        match self {
            Self::Estimated { low, .. } => low.at(),
            Self::Excluded | Self::Fixed => None,
        }
    }

    /// The upper end, where trials give one.
    #[must_use]
    pub const fn high(self) -> Option<f64> {
        match self {
            Self::Estimated { high, .. } => high.at(),
            Self::Excluded | Self::Fixed => None,
        }
    }

    /// Both ends, where trials give both.
    #[must_use]
    pub fn ends(self) -> Option<(f64, f64)> {
        self.low().zip(self.high())
    }

    /// Why trials do not bound the value on both sides, where they do not.
    #[must_use]
    pub const fn lack(self) -> Option<Lack> {
        match self {
            Self::Estimated {
                low: End::Open(lack),
                ..
            }
            | Self::Estimated {
                high: End::Open(lack),
                ..
            } => Some(lack),
            Self::Estimated { .. } | Self::Excluded | Self::Fixed => None,
        }
    }

    /// Whether the inputs exclude the case.
    #[must_use]
    pub const fn is_excluded(self) -> bool {
        matches!(self, Self::Excluded)
    }

    /// Whether the inputs fix the value.
    #[must_use]
    pub const fn is_fixed(self) -> bool {
        matches!(self, Self::Fixed)
    }

    /// Estimate, lower and upper end as every file holds them, where the estimate is `value`:
    /// nothing at all where the inputs exclude the case, three times the value where they fix it,
    /// and no end that trials do not give.
    #[must_use]
    pub const fn figures(self, value: f64) -> [Option<f64>; 3] {
        match self {
            Self::Excluded => [None; 3],
            Self::Fixed => [Some(value); 3],
            Self::Estimated { low, high } => [Some(value), low.at(), high.at()],
        }
    }

    /// Why the figures are not those of an estimate with both ends, as a file says it; why the
    /// inputs exclude a case is said by the case.
    #[must_use]
    pub const fn reason(self) -> Option<&'static str> {
        match self {
            Self::Excluded => Some("the inputs exclude it"),
            Self::Fixed => Some("the inputs fix it"),
            Self::Estimated { .. } => match self.lack() {
                Some(lack) => Some(lack.reason()),
                None => None,
            },
        }
    }

    /// How far the farther end lies from the estimate `value`; 0 where the inputs leave nothing to
    /// estimate, and without bound where an end is missing.
    #[must_use]
    pub fn longer_side(self, value: f64) -> f64 {
        match self {
            Self::Excluded | Self::Fixed => 0.0,
            Self::Estimated { .. } => self
                .ends()
                .map_or(f64::INFINITY, |(low, high)| (value - low).max(high - value)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_ends_is_distinguished() {
        let one_sided = Interval::Estimated {
            low: End::Open(Lack::Few),
            high: End::At(3.0),
        };
        for (interval, figures, lack) in [
            (Interval::Excluded, [None; 3], None),
            (Interval::Fixed, [Some(2.0); 3], None),
            (
                Interval::between(1.0, 3.0),
                [Some(2.0), Some(1.0), Some(3.0)],
                None,
            ),
            (one_sided, [Some(2.0), None, Some(3.0)], Some(Lack::Few)),
            (
                Interval::lacking(Lack::Few),
                [Some(2.0), None, None],
                Some(Lack::Few),
            ),
        ] {
            assert_eq!((interval.figures(2.0), interval.lack()), (figures, lack));
        }
        assert_eq!((one_sided.ends(), one_sided.high()), (None, Some(3.0)));
    }

    #[test]
    fn ends_can_be_cut_moved_and_turned_round() {
        let interval = Interval::between(0.4, 3.0);
        assert_eq!(interval.within(1.0, 2.5), Interval::between(1.0, 2.5));
        assert_eq!(interval.plus(-1.0).negative(), Interval::between(-2.0, 0.6));
        let one_sided = Interval::Estimated {
            low: End::Open(Lack::Few),
            high: End::At(3.0),
        };
        assert_eq!(
            one_sided.negative(),
            Interval::Estimated {
                low: End::At(-3.0),
                high: End::Open(Lack::Few)
            }
        );
        assert_eq!(Interval::Fixed.within(1.0, 2.0).negative(), Interval::Fixed);
    }

    #[test]
    fn the_longer_side_counts() {
        assert_eq!(Interval::between(0.0, 3.7).longer_side(0.2), 3.5);
        assert_eq!(Interval::between(-3.0, 1.0).longer_side(0.0), 3.0);
        assert_eq!(Interval::Fixed.longer_side(1.0), 0.0);
        assert_eq!(Interval::lacking(Lack::Few).longer_side(1.0), f64::INFINITY);
    }
}
