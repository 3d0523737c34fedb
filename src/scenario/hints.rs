//! Plain words for what is not TOML: what the typical slip looks like, and what to write instead.

mod brackets;
mod lines;
mod values;

pub use brackets::never_closed;
pub use lines::no_lines;

use crate::error::{Place, Problem};

/// The problem of a line that is not TOML. `said` is the parser's reason, told where no slip is known.
pub fn problem(place: Option<Place>, said: &str) -> Problem {
    let slip = place.as_ref().and_then(|place| slip(place, said));
    match slip {
        Some((message, help)) => Problem::new(message).at(place).help(help),
        None => Problem::new(format!("this is not TOML: {said}"))
            .at(place)
            .help("write one `key = value` to a line, under the heading of its table"),
    }
}

fn slip(place: &Place, said: &str) -> Option<(String, String)> {
    let line = without_comment(place.text.trim());
    if said.contains("duplicate key") {
        let key: String = place.text.chars().skip(place.offset).take(place.width).collect();
        let help = if line.starts_with('[') {
            "put everything under one heading".to_owned()
        } else {
            format!("keep one of the two; or is a heading missing above line {}, such as [actors.ID]?", place.line)
        };
        return Some((format!("`{key}` is there twice in its table"), help));
    }
    if line.contains(['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}', '\u{201e}']) {
        let straight = line.replace(['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}', '\u{201e}'], "\"");
        return Some(("curly quotes mean nothing in TOML".into(), format!("use straight ones: {straight}")));
    }
    if let Some(dash) = outside_quotes(line).find(['\u{2212}', '\u{2013}', '\u{2014}', '\u{a0}']) {
        let what = if outside_quotes(line)[dash..].starts_with('\u{a0}') {
            "a no-break space"
        } else {
            "a dash that is no minus"
        };
        let right = line.replace(['\u{2212}', '\u{2013}', '\u{2014}'], "-").replace('\u{a0}', " ");
        return Some((
            format!("there is {what} in the line, as word processors put it"),
            format!("type it anew: {right}"),
        ));
    }
    if line.starts_with("//") || line.starts_with("--") || line.starts_with(';') {
        return Some((
            "a comment begins with `#`".into(),
            format!("write # {}", line.trim_start_matches(['/', '-', ';', ' '])),
        ));
    }
    let prose = line.split_whitespace().count() > 3 && !line.contains(['=', ':', '[', '{']);
    if prose || line.starts_with("- ") {
        return Some((
            "is this a comment?".into(),
            format!("a comment begins with `#`: # {}", line.trim_start_matches("- ")),
        ));
    }
    if line.starts_with('[') && !line.contains('=') {
        return heading(line);
    }
    match line.split_once('=') {
        Some((key, value)) => values::slip(key.trim(), value.trim()),
        None => assignment(line),
    }
}

/// The line with what stands in quotes left out.
fn outside_quotes(line: &str) -> String {
    let mut quote = None;
    let outside = |c: &char| match (quote, *c) {
        (None, '"' | '\'') => {
            quote = Some(*c);
            false
        }
        (Some(open), c) if open == c => {
            quote = None;
            false
        }
        (None, _) => true,
        _ => false,
    };
    line.chars().filter(outside).collect()
}

/// The line up to its comment; a `#` inside quotes begins none.
fn without_comment(line: &str) -> &str {
    let mut quote = None;
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') => return line[..at].trim_end(),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    line
}

fn heading(line: &str) -> Option<(String, String)> {
    let name = line.trim_matches(['[', ']', ' ']);
    let twice = line.starts_with("[[");
    let right = if twice { format!("[[{name}]]") } else { format!("[{name}]") };
    let fits = if twice { line.ends_with("]]") } else { line.ends_with(']') && !line.ends_with("]]") };
    if name.contains(char::is_whitespace) {
        return Some(("a heading has no spaces in it".into(), "write a name with a hyphen: [actors.my-state]".into()));
    }
    (!fits).then(|| ("the heading is not closed as it was opened".into(), format!("write {right}")))
}

fn assignment(line: &str) -> Option<(String, String)> {
    if let Some((key, value)) = line.split_once(':') {
        let right = format!("write {} = {}", key.trim(), value.trim());
        return Some(("a key and its value have `=` between them".into(), right));
    }
    let (key, value) = line.split_once(char::is_whitespace)?;
    Some(("there is no `=`".into(), format!("write {key} = {}", value.trim())))
}

#[cfg(test)]
mod tests {
    use crate::scenario::document::{Text, parse};

    #[test]
    fn typical_slips_are_told_in_plain_words_with_what_to_write() {
        for (line, says, write) in [
            ("provocation = 70%", "per cent", "write provocation = 0.7"),
            ("provocation = 0,7 # a comment", "no comma", "write provocation = 0.7"),
            ("deaths = 1,000", "no comma", "deaths = 1000 for a thousand"),
            ("strength = 1.6,", "no comma", "write strength = 1.6"),
            ("trust = \u{2212}0.2", "no minus", "trust = -0.2"),
            ("trust = 0.2 to 0.5", "not known", "{ uniform = [0.2, 0.5] }"),
            ("trust = 0.2-0.5", "not known", "{ uniform = [0.2, 0.5] }"),
            ("horizon = 60 days", "stands alone", "horizon = 60"),
            ("label = India\"", "not opened", "label = \"India\""),
            ("label = \"north     # who", "not closed", "label = \"north\""),
            ("claim = \"Both fear the \"bomb\".\"", "inside the text", "single ones"),
            ("scale = { actors.*.fear_of_war = 1.3 }", "path stands in quotes", "\"actors.*.fear_of_war\""),
            ("leverage = { a = 30% }", "per cent", "between 0 and 1"),
            ("A mediator steps in sooner or later", "comment", "# A mediator"),
            ("- the relations", "comment", "# the relations"),
            ("provocation = .7", "digits before and after", "write provocation = 0.7"),
            ("provocation = 07", "leading nought", "write provocation = 7"),
            ("provocation = 7.", "digits before and after", "write provocation = 7"),
            ("provocation = 1/2", "fraction", "write provocation = 0.5"),
            ("label = \u{201c}Iran\u{201d}", "curly quotes", "label = \"Iran\""),
            ("enabled = no", "true and false", "write enabled = false"),
            ("enabled = True", "small letters", "write enabled = true"),
            ("rung = strike-militants", "in quotes", "write rung = \"strike-militants\""),
            ("label = \"a # b", "not closed", "write label = \"a # b\""),
            ("provocation: 0.7", "`=` between", "write provocation = 0.7"),
            ("provocation 0.7", "no `=`", "write provocation = 0.7"),
            ("provocation = ", "no value", "after the `=`"),
            ("provocation == 0.7", "one `=`", "write provocation = 0.7"),
            ("my key = 3", "no spaces", "offramp parameters"),
            ("// why", "begins with `#`", "write # why"),
            ("[relations", "not closed", "write [relations]"),
            ("[relations]]", "not closed", "write [relations]"),
            ("[actors.my state]", "no spaces", "hyphen"),
            ("x = 1\nx = 2", "`x` is there twice", "keep one"),
            ("[opening]", "`opening` is there twice", "one heading"),
            ("trust = (0.2, 0.8)", "not well formed", "brackets"),
            ("trust = 0.7 0.8", "stands alone", "trust = 0.7"),
        ] {
            let content = format!("name = \"x\"\n[opening]\nactor = \"a\"\n{line}\n[actors.a]\n");
            let problems = parse(&Text::new("x.toml".into(), content, 0)).unwrap_err();
            let told = problems[0].to_string();
            assert!(told.contains(says) && told.contains(write), "{line}\n{told}");
            assert!(told.contains("x.toml:4") || told.contains("x.toml:5"), "{told}");
        }
    }

    #[test]
    fn a_line_is_told_once_and_every_line_is_told() {
        let content = "a = (1, 2)\nb = 3\nc = 70%\n";
        let problems = parse(&Text::new("x.toml".into(), content.into(), 0)).unwrap_err();
        let lines: Vec<usize> = problems.iter().map(|problem| problem.place.as_ref().unwrap().line).collect();
        assert_eq!(lines, [1, 3]);
    }
}
