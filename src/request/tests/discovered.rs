//! Requests for a condition.

use super::*;

fn sound() -> DiscoverRequest {
    DiscoverRequest {
        scenario: Source::Shipped("hotline".into()),
        settings: Settings::default(),
        by: 0.3,
        readings: 100,
        quantity: Quantity::Wars,
        trials: 100,
        seed: 1,
    }
}

/// A request of its own kind.
pub fn request() -> Request {
    Request::Discover(DiscoverRequest {
        settings: settings(),
        by: 0.1 + 0.2,
        quantity: Quantity::Answer,
        seed: SEED,
        ..sound()
    })
}

/// What cannot be looked for is refused before the first trial.
#[test]
fn what_cannot_be_looked_for_is_refused() {
    sound().resolve(&Shipped).unwrap();
    let wrong = [
        DiscoverRequest {
            by: -0.1,
            ..sound()
        },
        DiscoverRequest {
            readings: 99,
            ..sound()
        },
        DiscoverRequest {
            readings: 65_537,
            ..sound()
        },
        DiscoverRequest {
            trials: 63,
            ..sound()
        },
        DiscoverRequest {
            quantity: Quantity::Acts,
            ..sound()
        },
        DiscoverRequest { by: 0.0, ..sound() },
    ];
    for request in wrong {
        assert_eq!(request.resolve(&Shipped).unwrap_err().exit_code(), 2);
    }
}
