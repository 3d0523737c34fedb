//! Requests to shake numbers.

use super::*;

/// A request of its own kind.
pub fn request() -> Request {
    Request::Shake(ShakeRequest {
        scenario: Source::Shipped("hotline".into()),
        settings: settings(),
        by: 0.1 + 0.2,
        readings: 64,
        quantity: Quantity::Answer,
        trials: 100,
        seed: SEED,
    })
}

/// What cannot be shaken is refused before the first trial.
#[test]
fn what_cannot_be_shaken_is_refused() {
    let sound = ShakeRequest {
        scenario: Source::Shipped("hotline".into()),
        settings: Settings::default(),
        by: 0.3,
        readings: 64,
        quantity: Quantity::Wars,
        trials: 100,
        seed: 1,
    };
    sound.resolve(&Shipped).unwrap();
    let wrong = [
        ShakeRequest {
            by: -0.1,
            ..sound.clone()
        },
        ShakeRequest {
            by: f64::NAN,
            ..sound.clone()
        },
        ShakeRequest {
            readings: 31,
            ..sound.clone()
        },
        ShakeRequest {
            readings: 65_537,
            ..sound.clone()
        },
        ShakeRequest {
            trials: 63,
            ..sound.clone()
        },
        ShakeRequest {
            trials: 1_000_001,
            ..sound.clone()
        },
        ShakeRequest {
            quantity: Quantity::Acts,
            ..sound.clone()
        },
    ];
    for request in wrong {
        assert_eq!(request.resolve(&Shipped).unwrap_err().exit_code(), 2);
    }
}
