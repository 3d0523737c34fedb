//! The two hidden files of a folder: its lock and its list.

use super::*;

#[test]
fn a_folder_is_held_by_one_run_at_a_time() {
    let place = place();
    let first = place.open(&RUN).unwrap();
    let second = place.open(&RUN).unwrap_err();
    assert_eq!(second.exit_code(), 75);
    assert!(
        second
            .to_string()
            .contains(&format!("process {}", std::process::id())),
        "{second}"
    );
    drop(first);
    assert!(place.open(&RUN).is_ok());
}

#[test]
fn a_lock_or_list_that_is_not_ours_is_left_alone() {
    for (name, words) in [
        (names::LOCK, "is no file that this program wrote"),
        (names::LIST, "is no list that this program wrote"),
    ] {
        for content in [
            "",
            PRECIOUS,
            "process one\n",
            "process 007\n",
            "process 7",
            "process 7\nmore\n",
        ] {
            let place = place();
            place.put(name, content);
            refused(place.run(&RUN, "ours"), words);
            assert_eq!(place.text(name).unwrap(), content);
            assert_eq!(place.names(), Vec::<String>::new());
        }
    }
    let place = place();
    place.put(names::LOCK, "process 7\n"); // as an earlier version wrote it
    place.run(&RUN, "ours").unwrap();
}

/// The list is looked at again, too.
#[test]
fn a_list_that_comes_while_the_run_goes_on_is_left_alone() {
    let place = place();
    let mut folder = place.open(&RUN).unwrap();
    folder.write("summary.json", b"new").unwrap();
    place.put(names::LIST, PRECIOUS);
    let error = folder.publish().unwrap_err().to_string();
    assert!(
        error.contains("is no list") && error.contains("new-1"),
        "{error}"
    );
    assert_eq!(
        (
            place.text(names::LIST).unwrap().as_str(),
            place.text("summary.json")
        ),
        (PRECIOUS, None)
    );
}
