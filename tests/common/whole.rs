//! Whether files are whole.

use serde_json::Value;

/// What is broken of a file that a run wrote.
pub fn broken(name: &str, bytes: &[u8]) -> Option<String> {
    let whole = match name.rsplit('.').next().unwrap() {
        "json" => serde_json::from_slice::<Value>(bytes).is_ok(),
        "svg" => bytes.ends_with(b"</svg>\n"),
        "png" => bytes.starts_with(b"\x89PNG") && bytes.ends_with(b"IEND\xaeB`\x82"),
        "csv" => {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            text.ends_with('\n') && reader.records().all(|record| record.is_ok())
        }
        "toml" => toml::de::DeTable::parse(std::str::from_utf8(bytes).unwrap()).is_ok(),
        other => panic!("a file .{other}"),
    };
    (!whole).then(|| format!("{name}: {} bytes", bytes.len()))
}
