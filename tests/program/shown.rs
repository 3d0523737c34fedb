//! What `show` gives to read: a scenario as it was written, what it is about, its sources.

use crate::common::program::{done_line_in, err, line_in, offramp, out, place_with_case};
use offramp::scenario::library::SHIPPED;

/// What a command prints, its words parted by single spaces.
fn told(line: &str) -> String {
    let place = tempfile::tempdir().unwrap();
    let output = done_line_in(place.path(), line);
    out(&output)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn as_written_every_byte_is_there() {
    for shipped in SHIPPED {
        let output = offramp(&["show", shipped.name, "--as-written"]);
        assert!(output.status.success(), "{}", err(&output));
        assert_eq!(out(&output), shipped.text, "{}", shipped.name);
        let base = shipped
            .text
            .lines()
            .find(|line| line.starts_with("extends"));
        assert_eq!(
            err(&output).contains("this extends"),
            base.is_some(),
            "{}: {}",
            shipped.name,
            err(&output)
        );
    }
}

/// A file of one's own, with all that a program may stumble over: a mark at its head, two kinds of
/// line ends, no end at the last line.
#[test]
fn a_file_of_ones_own_is_printed_byte_for_byte() {
    let place = place_with_case();
    let text =
        "\u{feff}# Mine \u{85}\r\nname = \"Mine\"\nextends = \"case.toml\"\n[overrides]\n# last";
    std::fs::write(place.path().join("mine.toml"), text).unwrap();
    let output = line_in(place.path(), "show mine.toml --as-written");
    assert!(output.status.success(), "{}", err(&output));
    assert_eq!(output.stdout, text.as_bytes());
    assert!(
        err(&output).contains("this extends case.toml, which is not printed: `offramp show case.toml --as-written` prints that"),
        "{}",
        err(&output)
    );
}

#[test]
fn a_copy_runs_without_an_argument() {
    let place = tempfile::tempdir().unwrap();
    let copy = done_line_in(place.path(), "show --as-written");
    std::fs::write(place.path().join("mine.toml"), out(&copy)).unwrap();
    let run = |scenario: &str| {
        let line = format!("run {scenario} --without china-counsels --trials 500 --no-files");
        out(&done_line_in(place.path(), &line))
    };
    // What a command runs where nothing is named needs no name.
    let own = run("mine.toml")
        .replace("offramp run mine.toml", "offramp run")
        .replace("mine.toml", "iran-pakistan-2024");
    assert_eq!(own, run("iran-pakistan-2024"));
}

#[test]
fn what_does_not_go_together_is_refused() {
    let place = tempfile::tempdir().unwrap();
    for (line, words) in [
        (
            "--as-written --set relations.trust=1",
            ["--as-written", "--set"],
        ),
        (
            "--as-written --without china-counsels",
            ["--as-written", "--without"],
        ),
        (
            "--as-written --with broaden-the-war",
            ["--as-written", "--with"],
        ),
        ("--as-written --arguments", ["--as-written", "--arguments"]),
        ("--about --set relations.trust=1", ["--about", "--set"]),
        ("--sources --arguments", ["--sources", "--arguments"]),
        ("--diff hotline --about", ["--diff", "--about"]),
    ] {
        let output = line_in(place.path(), &format!("show {line}"));
        assert_eq!(output.status.code(), Some(2), "{line}");
        let told = err(&output);
        assert!(
            words.iter().all(|word| told.contains(word)) && told.contains("cannot be used with"),
            "{line}: {told}"
        );
    }
}

#[test]
fn arguments_begin_with_a_legend_of_what_they_cite() {
    let arguments = told("show --arguments");
    let legend = arguments.split(" Sources ").nth(1).unwrap();
    assert!(
        legend.starts_with("S0 Usman Masood, \"Understanding the Iran-Pakistan Standoff and Its Futility\", Politics Today, 2 February 2024 S1 "),
        "{legend}"
    );
    assert!(
        legend.contains("Military Threats, 2005 Deterrence (20) "),
        "{legend}"
    );
    // No argument cites these.
    assert!(!told("show brinkmanship --arguments").contains("Schelling"));
}

#[test]
fn arguments_come_theme_by_theme_below_a_count_of_each() {
    let arguments = told("show --arguments");
    let overview = "49 arguments, 4 of them switched off. By theme: deterrence 20, trust 7, control 5, domestic pressure 5, face 5,";
    assert!(arguments.starts_with(overview), "{arguments}");
    let places = [" Deterrence (20) ", " Trust (7) ", " Control (5) "].map(|head| {
        let at = arguments.find(head);
        at.unwrap_or_else(|| panic!("{head}: {arguments}"))
    });
    assert!(places.is_sorted(), "{places:?}");
    // One stands below its theme, and the number of lines is that of its theme.
    let trust = &arguments[places[1]..places[2]];
    assert!(trust.contains(" channels-open "), "{trust}");
    assert_eq!(trust.matches(" -- ").count(), 7, "{trust}");
    assert_eq!(trust.matches(" Moves: ").count(), 7, "{trust}");
    // What it moves is said in words, and which way.
    let resolve = "Moves: cost of backing down (Pakistan) = 0.6; severity of the public threat (Pakistan) = 0.5. Meant to raise: first answer uses force. ";
    assert!(arguments.contains(resolve), "{arguments}");
    assert_eq!(
        told("show pure-tit-for-tat --arguments").find("By theme"),
        None
    );
}

#[test]
fn sources_say_who_cites_them() {
    let sources = told("show --sources");
    for words in [
        "The sources of Iran and Pakistan, January 2024 S0 Usman Masood, ",
        "Also named in: [mediators.china], [fronts.india], [record].",
        "Mercer 1996 Jonathan Mercer, Reputation and International Politics, 1996 Arguments: message-to-india. Also named in: critics.",
    ] {
        assert!(sources.contains(words), "{words}: {sources}");
    }
    // A what-if has those of the scenario that it extends.
    assert!(told("show hotline --sources").contains("S4 \"Iran fired at Pakistan."));
    let place = place_with_case();
    let none = out(&done_line_in(place.path(), "show case.toml --sources"));
    assert!(none.contains("has no table [sources]"), "{none}");
}

#[test]
fn what_a_scenario_is_about_can_be_read() {
    let about = told("show hotline --about");
    for words in [
        "A hotline A teaching model. Not a forecast. The two can talk well",
        "What to notice. ",
        "Try next - Iran apologises as well: does that calm Pakistan? `--set actors.iran.apology=1`.",
        "The numbers are the authors' choices",
    ] {
        assert!(about.contains(words), "{words}: {about}");
    }
    let baseline = told("show --about");
    for words in [
        "Pakistan's first answer uses force in 89 of 100",
        "numbers of 100,000 histories, seed 1.",
    ] {
        assert!(baseline.contains(words), "{words}: {baseline}");
    }
    assert!(!baseline.contains('{'), "{baseline}");
    assert!(
        baseline.contains("What critics say. ") && baseline.contains("Questions for a class - "),
        "{baseline}"
    );
}

/// What sums of decimals add in the last bits is in no number that is shown.
#[test]
fn no_number_is_shown_with_noise() {
    for shipped in SHIPPED {
        let output = offramp(&["show", shipped.name]);
        let text = out(&output);
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let noisy = line
                .split(|c: char| !c.is_ascii_digit() && c != '.')
                .filter_map(|word| word.split_once('.'))
                .any(|(_, places)| places.len() > 11);
            assert!(!noisy, "{}: {line}", shipped.name);
        }
        if shipped.name == "iran-pakistan-2024" {
            assert!(text.contains("\ncrisis_communication = 0.45\n"), "{text}");
        }
    }
}
