//! Ctrl-C and its like: the first asks the run to end, and what it has is reported; the second ends
//! the program at once.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, LazyLock};

/// The exit code of a program that its user stopped.
const INTERRUPTED: i32 = 130;

static ASKED: LazyLock<Arc<AtomicBool>> = LazyLock::new(|| {
    let asked = Arc::default();
    listen(&asked);
    asked
});

/// What every command begins with: a file, or standard output, that grows beyond the user's limit
/// (`ulimit -f`) then fails with a reason; the signal would end the program without a word.
pub fn begin() {
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
}

/// A flag that the first Ctrl-C raises.
pub fn flag() -> &'static AtomicBool {
    &ASKED
}

/// Where the system gives no signals, they do what they always do there.
#[cfg(unix)]
fn listen(asked: &Arc<AtomicBool>) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::flag;
    for signal in [SIGHUP, SIGINT, SIGTERM]
        .into_iter()
        .filter(|&signal| !unix::is_ignored(signal))
    {
        // In this order: the first finds the flag down and raises it.
        let _ = flag::register_conditional_shutdown(signal, INTERRUPTED, Arc::clone(asked));
        let _ = flag::register(signal, Arc::clone(asked));
    }
}

#[cfg(not(unix))]
fn listen(asked: &Arc<AtomicBool>) {
    let asked = Arc::clone(asked);
    let _ = ctrlc::set_handler(move || {
        if asked.swap(true, std::sync::atomic::Ordering::Relaxed) {
            std::process::exit(INTERRUPTED);
        }
    });
}

/// Signals that were ignored when the program began: whoever started it wants it to live through
/// them, as `nohup` does.
#[cfg(unix)]
mod unix {
    use std::process::{Command, Stdio};

    pub fn is_ignored(signal: i32) -> bool {
        let said = std::fs::read_to_string("/proc/self/status")
            .ok()
            .and_then(|status| said_by(&status, signal));
        said.unwrap_or_else(|| survived(signal))
    }

    /// What Linux says of this process: a number in hexadecimal with a bit for each signal that is
    /// ignored.
    fn said_by(status: &str, signal: i32) -> Option<bool> {
        let mask = status
            .lines()
            .find_map(|line| line.strip_prefix("SigIgn:"))?;
        Some(u64::from_str_radix(mask.trim(), 16).ok()? >> (signal - 1) & 1 == 1)
    }

    /// Elsewhere: whether a shell, which inherits what is ignored, lives through it.
    fn survived(signal: i32) -> bool {
        let mut shell = Command::new("sh");
        shell
            .args(["-c", &format!("kill -{signal} $$")])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        shell.status().is_ok_and(|ended| ended.success())
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn what_is_ignored_is_known() {
            assert_eq!(
                said_by("Name:\tx\nSigIgn:\t0000000000001001\nSigCgt:\t0", 1),
                Some(true)
            );
            assert_eq!(said_by("SigIgn:\t0000000000001001", 2), Some(false));
            assert_eq!(said_by("Name:\tx", 1), None);
            let of_a_shell = |line: &str| {
                Command::new("sh")
                    .args(["-c", line])
                    .status()
                    .unwrap()
                    .success()
            };
            // The way for systems that do not say: the same answer as theirs that do.
            assert!(
                of_a_shell("trap '' USR1; sh -c 'kill -USR1 $$'")
                    && !of_a_shell("sh -c 'kill -USR1 $$'")
            );
            for signal in [1, 2, 15] {
                assert_eq!(survived(signal), is_ignored(signal), "{signal}");
            }
        }
    }
}
