//! Axes along which a number is varied.

use crate::study::Axis;

/// `PATH=FROM..TO[:POINTS][:log]`, or `PATH=[A, B, ...]`.
///
/// # Errors
/// What is wrong with it.
pub fn axis(written: &str) -> Result<Axis, String> {
    let (path, spread) = assignment(written)?;
    if let Some(list) = spread
        .strip_prefix('[')
        .and_then(|list| list.strip_suffix(']'))
    {
        let mut values = list
            .split(',')
            .map(|value| number(value.trim()))
            .collect::<Result<Vec<f64>, String>>()?;
        // Tables, titles and charts go through an axis from its least value.
        values.sort_by(f64::total_cmp);
        return Axis::list(path, values);
    }
    let mut parts = spread.split(':');
    let (from, to) = ends(parts.next().unwrap_or(""))?;
    let mut points = None;
    let mut log = false;
    for part in parts {
        match part.trim() {
            "log" if !log => log = true,
            count if points.is_none() => points = Some(number_of_points(path, count)?),
            more => {
                return Err(format!(
                    "`{more}` is one too many: write for instance {path}=1..10:11:log"
                ));
            }
        }
    }
    let points = points.unwrap_or_else(|| Axis::usual_points(path, from, to));
    Axis::spread(path, from, to, points, log)
}

fn number_of_points(path: &str, written: &str) -> Result<usize, String> {
    let digits = written.replace('_', "");
    let whole = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
    if whole {
        return digits
            .parse()
            .map_err(|_| format!("{written} points of {path} are more than any axis can have"));
    }
    Err(format!(
        "`{written}` is no number of points: write for instance {path}=0..1:11"
    ))
}

/// `PATH=FROM..TO[:log]`, to look along.
///
/// # Errors
/// What is wrong with it.
pub fn stretch(written: &str) -> Result<Axis, String> {
    const LOOKS: usize = 41;
    let (path, spread) = assignment(written)?;
    let (range, log) = match spread.strip_suffix(":log") {
        Some(range) => (range, true),
        None => (spread, false),
    };
    let (from, to) = ends(range)?;
    Axis::spread(path, from, to, LOOKS, log)
}

fn assignment(written: &str) -> Result<(&str, &str), String> {
    match written
        .split_once('=')
        .map(|(path, spread)| (path.trim(), spread.trim()))
    {
        Some((path, spread)) if !path.is_empty() && !spread.is_empty() => Ok((path, spread)),
        _ => Err("write PATH=FROM..TO, such as relations.crisis_communication=0..1".to_owned()),
    }
}

fn ends(range: &str) -> Result<(f64, f64), String> {
    let (from, to) = range
        .split_once("..")
        .ok_or("write FROM..TO, such as 0..1")?;
    Ok((number(from.trim())?, number(to.trim())?))
}

fn number(written: &str) -> Result<f64, String> {
    match written.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        _ => Err(format!("`{written}` is no number")),
    }
}
