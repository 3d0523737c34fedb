//! What may be read, and what is refused.

use super::*;

#[test]
fn a_file_is_read_up_to_its_limit_and_must_be_text() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("file");
    assert!(text(&path, 10).is_err_and(|reason| reason.is_missing()));
    std::fs::write(&path, "0123456789").unwrap();
    assert_eq!(text(&path, 10).unwrap(), "0123456789");
    let long = text(&path, 9).unwrap_err();
    assert_eq!(
        long.to_string(),
        "it is longer than 9 bytes, the most that such a file may have"
    );
    std::fs::write(&path, b"one\ntwo\nthr\xe9e\n").unwrap();
    let wrong = text(&path, 100).unwrap_err();
    assert_eq!(wrong.to_string(), "it is not UTF-8 text (line 3)");
    let error = wrong.error(Path::new("here"), "save it as UTF-8");
    assert_eq!(
        (error.exit_code(), error.problems()[0].help.as_deref()),
        (65, Some("save it as UTF-8"))
    );
    assert!(
        text(place.path(), 100)
            .unwrap_err()
            .to_string()
            .contains("a folder")
    );
}

#[test]
fn lengths_are_said_in_the_largest_unit() {
    assert_eq!(
        [9, 2048, 1 << 20, 16 << 20].map(size),
        ["9 bytes", "2 KiB", "1 MiB", "16 MiB"]
    );
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::symlink;

    /// None of these is waited for, and none is read into memory.
    #[test]
    fn pipes_devices_and_endless_files_are_refused() {
        let place = tempfile::tempdir().unwrap();
        let pipe = place.path().join("pipe");
        // Without another process, that would hold the locks of other tests for a moment.
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, 0o600.into()).unwrap();
        assert!(text(&pipe, 100).unwrap_err().to_string().contains("a pipe"));
        let link = place.path().join("link");
        symlink("/dev/zero", &link).unwrap();
        assert!(
            text(&link, 100)
                .unwrap_err()
                .to_string()
                .contains("a device")
        );
        let socket = place.path().join("socket");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert!(
            text(&socket, 100)
                .unwrap_err()
                .to_string()
                .contains("a socket")
        );
    }

    /// The system gives zero as the length of this file, and it has far more than the limit.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_length_that_the_system_gives_is_not_trusted() {
        let path = Path::new("/proc/self/environ");
        if std::fs::metadata(path).is_ok_and(|facts| facts.len() == 0) {
            assert!(matches!(bytes(path, 3), Err(Unreadable::TooLong(3))));
        }
    }

    #[test]
    fn a_link_is_followed_only_where_it_may_be() {
        let place = tempfile::tempdir().unwrap();
        let (path, link) = (place.path().join("file"), place.path().join("link"));
        std::fs::write(&path, "text").unwrap();
        symlink("file", &link).unwrap();
        assert!(open(&link).is_ok() && open_no_link(&path).is_ok());
        assert!(
            open_no_link(&link)
                .unwrap_err()
                .to_string()
                .contains("a link")
        );
    }
}
