//! What may be short: files that may be open, and rights to what others own.

use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};

use super::*;

/// How many files of a folder this process has open.
#[cfg(target_os = "linux")]
fn open_below(path: &Path) -> usize {
    let links = fs::read_dir("/proc/self/fd")
        .unwrap()
        .flatten()
        .map(|entry| fs::read_link(entry.path()));
    links
        .filter(|target| target.as_ref().is_ok_and(|target| target.starts_with(path)))
        .count()
}

/// However many files a result has, few of them are open at a time.
#[cfg(target_os = "linux")]
#[test]
fn few_files_are_open_however_many_there_are() {
    let place = place();
    let names: Vec<String> = (1..=8)
        .map(|number| format!("charts/flips-{number}.svg"))
        .collect();
    let names: Vec<&str> = names
        .iter()
        .map(String::as_str)
        .chain(["compare.json", "flips.csv"])
        .collect();
    for content in ["old", "new"] {
        let mut folder = place.open(&names).unwrap();
        let begun = open_below(&place.path);
        for name in &names {
            folder.write(name, content.as_bytes()).unwrap();
            assert_eq!(open_below(&place.path), begun, "{name}");
        }
        folder.publish().unwrap();
        assert_eq!(open_below(&place.path), begun);
    }
    let known: Vec<_> = {
        let guard = place.open(&names).unwrap().guard;
        let begun = open_below(&place.path);
        let known = names.iter().map(|name| guard.ask(name)).collect();
        assert_eq!(open_below(&place.path), begun);
        known
    };
    assert!(
        known
            .iter()
            .all(|known| matches!(known, guard::Standing::Ours(_)))
    );
}

/// A folder that several users share, with results of another user in it: refused before the run,
/// whatever may be written.
#[test]
fn results_of_another_user_are_refused_where_each_keeps_their_own() {
    /// Nobody in particular.
    const OTHER: u32 = 4242;
    let place = place();
    place.run(&RUN, "ours").unwrap();
    fs::set_permissions(&place.path, fs::Permissions::from_mode(0o1777)).unwrap();
    let user = fs::metadata(&place.path).unwrap().uid();
    let guard = place.open(&RUN).unwrap().guard;
    let all = || RUN.into_iter();
    assert!(guard.may_move(all()).is_ok());
    // Only the system's own user may give files away, and that one need not ask.
    if user == 0 && chown(&place.path, Some(OTHER), None).is_ok() {
        assert!(guard.may_move(all()).is_ok());
        assert_eq!(
            [OTHER, OTHER + 1].map(|user| guard.root.keeps_apart(user).unwrap()),
            [false, true]
        );
        fs::set_permissions(&place.path, fs::Permissions::from_mode(0o777)).unwrap();
        assert!(!guard.root.keeps_apart(OTHER + 1).unwrap());
    }
}
