//! The names of the figures of a comparison, known before it is run.

use crate::study::MOST_VARIANTS;

/// The figure of all variants.
pub const COMPARE: &str = "compare";
/// What the names of the figures of flips begin with.
const FLIPS: &str = "flips-";
/// Maximum characters of what is made of a label.
const MOST: usize = 40;

/// The names of all figures of a comparison of variants with these labels.
pub fn figure_names<'n>(labels: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    std::iter::once(COMPARE.to_owned())
        .chain(flips_names(labels))
        .collect()
}

/// The names of the figures of the flips of variants with these labels: "flips-hotline". A label
/// that makes no file name, or the same as another, gives its place to the number of its variant.
pub fn flips_names<'n>(labels: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    let slugs: Vec<Option<String>> = labels.into_iter().map(slug).collect();
    let mut names = Vec::new();
    for (slug, number) in slugs.iter().zip(1..) {
        let alike = slugs.iter().filter(|other| *other == slug).count();
        names.push(match slug {
            Some(slug) if alike == 1 => format!("{FLIPS}{slug}"),
            _ => format!("{FLIPS}{number}"),
        });
    }
    names
}

/// Whether a figure of a comparison may have this name.
#[must_use]
pub fn is_figure_name(name: &str) -> bool {
    let Some(end) = name.strip_prefix(FLIPS) else {
        return name == COMPARE;
    };
    let is_number = (1..=MOST_VARIANTS).any(|number| number.to_string() == end);
    is_number || slug(end).is_some_and(|slug| slug == end)
}

/// A label as part of a file name: its letters and digits in lower case, with hyphens between its
/// words. None where a letter of it is not among a to z, or where nothing but a number is left,
/// which would be taken for that of a variant.
fn slug(label: &str) -> Option<String> {
    let is_foreign = label.chars().any(|c| c.is_alphanumeric() && !c.is_ascii());
    let mut slug = String::new();
    for word in label.split(|c: char| !c.is_ascii_alphanumeric()) {
        let gap = usize::from(!slug.is_empty());
        if word.is_empty() || slug.len() + gap + word.len() > MOST {
            continue;
        }
        if gap > 0 {
            slug.push('-');
        }
        slug.push_str(&word.to_ascii_lowercase());
    }
    let is_named = slug.bytes().any(|byte| byte.is_ascii_lowercase());
    (is_named && !is_foreign).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flips_are_called_by_their_variants_where_a_name_can_be_made() {
        assert_eq!(
            flips_names([
                "hotline",
                "Nobody: mediates!",
                "停戦",
                "2",
                "Hot line",
                "hot-line"
            ]),
            [
                "flips-hotline",
                "flips-nobody-mediates",
                "flips-3",
                "flips-4",
                "flips-5",
                "flips-6"
            ]
        );
        assert_eq!(figure_names(["x"]), ["compare", "flips-x"]);
    }

    #[test]
    fn every_name_that_is_made_is_known_and_no_other() {
        let long = "a label of very many words that would make a long file name ".repeat(3);
        let word = "w".repeat(200);
        for name in figure_names(["A-b", long.as_str(), word.as_str(), "con", "--"]) {
            assert!(
                is_figure_name(&name) && name.len() <= MOST + FLIPS.len(),
                "{name}"
            );
        }
        for name in [
            "flips-",
            "flips-9",
            "flips-01",
            "flips--a",
            "flips-A",
            "flips-a_b",
            "thesis",
        ] {
            assert!(!is_figure_name(name), "{name}");
        }
        assert!(!is_figure_name(&format!("flips-{word}")));
    }
}
