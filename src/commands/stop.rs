//! Ctrl-C: the first asks the run to end, and what it has is reported; the second ends the program at once.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// The exit code of a program that its user stopped.
const INTERRUPTED: i32 = 130;

static ASKED: AtomicBool = AtomicBool::new(false);
static LISTENING: OnceLock<()> = OnceLock::new();

/// A flag that the first Ctrl-C raises.
pub fn flag() -> &'static AtomicBool {
    LISTENING.get_or_init(|| {
        // Where the system gives no such signals, Ctrl-C does what it always does there.
        let _ = ctrlc::set_handler(|| {
            if ASKED.swap(true, Ordering::Relaxed) {
                std::process::exit(INTERRUPTED);
            }
        });
    });
    &ASKED
}
