//! Numbers and paths as sentences and scales have them.

/// More characters of a path than these are not told in a sentence.
const MOST_PATH: usize = 36;

/// A number as short as can be, to four digits: "0.3", "12", "−1", "1.5e−7".
#[must_use]
pub fn number(value: f64) -> String {
    let rounded: f64 = format!("{value:.3e}").parse().unwrap_or(value);
    if rounded != 0.0 && !(1e-4..1e6).contains(&rounded.abs()) {
        return power(rounded);
    }
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded }).replace('-', "−")
}

/// Numbers along one scale, all written alike: where one needs a power of ten, so have its like.
#[must_use]
pub fn numbers(values: &[f64]) -> Vec<String> {
    let powers = values.iter().any(|&value| number(value).contains('e'));
    let far = |value: f64| value != 0.0 && !(1e-3..1e4).contains(&value.abs());
    values.iter().map(|&value| if powers && far(value) { power(value) } else { number(value) }).collect()
}

/// A number by its power of ten, to four digits.
fn power(value: f64) -> String {
    let rounded: f64 = format!("{value:.3e}").parse().unwrap_or(value);
    format!("{rounded:e}").replace('-', "−")
}

/// A path, its beginning left out where it would drown the sentence.
#[must_use]
pub fn short_path(path: &str) -> String {
    let length = path.chars().count();
    if length <= MOST_PATH {
        return path.to_owned();
    }
    format!("…{}", path.chars().skip(length - MOST_PATH).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, words) in
            [(0.0, "0"), (0.3, "0.3"), (-1.25, "−1.25"), (1.0 / 3.0, "0.3333"), (12_000.0, "12000"), (1.5e-7, "1.5e−7")]
        {
            assert_eq!(number(value), words);
        }
    }

    #[test]
    fn numbers_along_a_scale_are_alike() {
        assert_eq!(numbers(&[1.0, 1e4, 1e6]), ["1", "1e4", "1e6"]);
        assert_eq!(numbers(&[1.0, 1e4, 1e5]), ["1", "10000", "100000"]);
    }

    #[test]
    fn long_paths_lose_their_beginning() {
        assert_eq!(short_path("relations.channel"), "relations.channel");
        assert_eq!(short_path(&"x.".repeat(30)).chars().count(), 37);
    }
}
