//! The one way in which a type of a pure layer has a JSON form.

use super::impurities;

/// How an attribute begins by which a type of a pure layer has a JSON form where there is JSON,
/// without its spaces.
const JSON_FORM: &str =
    "#[cfg_attr(feature=\"language\",derive(serde::Serialize,serde::Deserialize)";

/// A file without the attributes that are a [`JSON_FORM`].
pub fn without_json_forms(source: &str) -> String {
    let mut parts = source.split("#[cfg_attr(");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (attribute, rest) = part.split_once(")]").unwrap_or((part, ""));
        let whole: String = format!("#[cfg_attr({attribute})]")
            .split_whitespace()
            .collect();
        let end = whole.strip_prefix(JSON_FORM);
        if end.is_some_and(|end| end == ")]" || end.trim_start_matches(',').starts_with("serde(")) {
            kept.push_str(rest);
        } else {
            kept.extend(["#[cfg_attr(", part]);
        }
    }
    kept
}

/// The twin: a JSON form with its feature is allowed in the core, and nothing like it.
#[test]
fn a_planted_serde_is_found() {
    for form in [
        "#[cfg_attr(feature = \"language\", derive(serde::Serialize, serde::Deserialize))]\nstruct S;",
        "#[cfg_attr(feature = \"language\", derive(serde::Serialize, serde::Deserialize), serde(rename_all = \"x\"))]\nstruct S;",
        "#[cfg_attr(\n feature = \"language\",\n derive(serde::Serialize, serde::Deserialize),\n serde(into = \"String\")\n)]\nstruct S;",
    ] {
        assert_eq!(impurities(form), Vec::<&str>::new(), "{form}");
        assert_eq!(
            impurities(&format!("{form}\nuse serde::Serialize;")),
            ["serde"],
            "{form}"
        );
    }
    for other in [
        "#[derive(serde::Serialize, serde::Deserialize)]\nstruct S;",
        "#[cfg_attr(feature = \"report\", derive(serde::Serialize, serde::Deserialize))]\nstruct S;",
        "#[cfg_attr(feature = \"language\", derive(serde::Serialize))]\nstruct S;",
        "#[cfg_attr(feature = \"language\", derive(serde::Serialize, serde::Deserialize), derive(serde::Other))]\nstruct S;",
    ] {
        assert_eq!(impurities(other), ["serde"], "{other}");
    }
}
