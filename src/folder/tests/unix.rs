//! Links, second names, pipes and files that never end.

use std::os::unix::fs::symlink;

use super::*;

/// Makes a pipe, without another process: that would hold the locks of all tests for a moment.
fn pipe(path: &Path) {
    use rustix::fs::{CWD, Mode, mkfifoat};
    mkfifoat(CWD, path, Mode::from_raw_mode(0o600)).unwrap();
}

#[test]
fn a_folder_that_is_a_link_is_refused() {
    let place = place();
    let link = place.thesis.with_file_name("link");
    symlink(&place.path, &link).unwrap();
    let names = vec!["summary.json".to_owned()];
    for written in ["link", "link/", "link/.", "link//"] {
        let path = place.thesis.with_file_name(written);
        refused(
            Folder::open(&Claim {
                path: &path,
                names: &names,
                what: "",
                is_chosen: true,
            }),
            "is a link",
        );
    }
    // A link further up is the user's own way to a larger disk.
    let below = link.join("results");
    assert!(
        Folder::open(&Claim {
            path: &below,
            names: &names,
            what: "",
            is_chosen: true
        })
        .is_ok()
    );
}

#[test]
fn charts_that_are_a_link_are_refused_and_nothing_behind_them_is_touched() {
    let place = place();
    place.run(&RUN, "ours").unwrap();
    let other = place.thesis.with_file_name("other");
    fs::rename(place.at("charts"), &other).unwrap();
    symlink(&other, place.at("charts")).unwrap();
    refused(place.open(&RUN), "charts is a link");
    place.run(&["summary.json"], "new").unwrap(); // without charts it is no matter, and what is there stays
    assert_eq!(fs::read_to_string(other.join("peak.svg")).unwrap(), "ours");
}

/// Put in the way while the run goes on.
#[test]
fn folders_that_are_replaced_while_the_run_goes_on_lead_nowhere() {
    let place = place();
    place.run(&RUN, "old").unwrap();
    let other = place.thesis.with_file_name("other");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("peak.svg"), "old").unwrap();
    let mut folder = place.open(&RUN).unwrap();
    folder.write("charts/peak.svg", b"new").unwrap();
    folder.write("summary.json", b"new").unwrap();
    fs::rename(place.at("charts"), place.at("mine")).unwrap();
    symlink(&other, place.at("charts")).unwrap();
    let error = folder.publish().unwrap_err().to_string();
    assert!(
        error.contains("charts was moved or replaced") && error.contains("new-1"),
        "{error}"
    );
    assert_eq!(fs::read_to_string(other.join("peak.svg")).unwrap(), "old");
    assert_eq!(
        (
            place.text("mine/peak.svg").unwrap(),
            place.text("summary.json").unwrap()
        ),
        ("old".into(), "old".into())
    );
    assert_eq!(place.text("new-1/charts/peak.svg").unwrap(), "new");
}

#[test]
fn what_is_no_plain_file_is_neither_replaced_nor_waited_for() {
    for name in ["summary.json", names::LOCK, names::LIST, manifest::NAME] {
        let place = place();
        place.run(&["summary.json"], "ours").unwrap();
        let at = place.at(name);
        let gone = || fs::remove_file(&at).or_else(|_| fs::remove_dir(&at));
        let again = || {
            place
                .run(&["summary.json", manifest::NAME], "new")
                .unwrap_err()
        };
        let _ = gone();
        symlink(&place.thesis, &at).unwrap();
        assert_eq!(again().exit_code(), 73, "{name} as a link");
        gone().unwrap();
        symlink("/dev/zero", &at).unwrap();
        assert_eq!(
            again().exit_code(),
            73,
            "{name} as a link to what never ends"
        );
        gone().unwrap();
        fs::hard_link(&place.thesis, &at).unwrap();
        assert_eq!(again().exit_code(), 73, "{name} as a second name");
        gone().unwrap();
        pipe(&at);
        assert_eq!(again().exit_code(), 73, "{name} as a pipe");
        gone().unwrap();
        fs::create_dir(&at).unwrap();
        assert_eq!(again().exit_code(), 73, "{name} as a folder");
        assert_eq!(fs::read_to_string(&place.thesis).unwrap(), PRECIOUS);
    }
}

/// A second name of what a run wrote: somebody wants to keep it.
#[test]
fn what_has_a_second_name_is_left_alone() {
    let place = place();
    place.run(&RUN, "ours").unwrap();
    fs::hard_link(place.at("summary.json"), place.at("kept.json")).unwrap();
    refused(place.open(&RUN), "is no plain file, or has a second name");
}

/// A file of a terabyte that claims to be ours is recognised by its length.
#[test]
fn a_file_of_another_length_is_not_read() {
    let place = place();
    place.run(&RUN, "ours").unwrap();
    fs::File::create(place.at("summary.json"))
        .unwrap()
        .set_len(1 << 40)
        .unwrap();
    refused(place.open(&RUN), "was changed since");
    place.put(names::LIST, "");
    fs::File::create(place.at(names::LIST))
        .unwrap()
        .set_len(1 << 40)
        .unwrap();
    refused(place.open(&RUN), "is no list");
}
