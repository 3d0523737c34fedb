//! Lists of counts as they were written, found by their names.

/// Finds lists by name.
pub(super) struct Lists<F>(pub F);

impl<'c, F: FnMut(&str) -> Option<&'c [i128]>> Lists<F> {
    /// The list of a name.
    pub fn list(&mut self, name: &str) -> Result<&'c [i128], String> {
        (self.0)(name).ok_or_else(|| format!("`{name}` is missing"))
    }

    /// The list of a name, of this length and with no number below zero or above the most.
    pub fn counts(
        &mut self,
        name: &str,
        length: Option<usize>,
        most: u64,
    ) -> Result<Vec<u64>, String> {
        let list = self.list(name)?;
        if length.is_some_and(|length| length != list.len()) {
            return Err(format!("`{name}` has another length"));
        }
        list.iter()
            .map(|&count| u64::try_from(count).ok().filter(|&count| count <= most))
            .collect::<Option<Vec<u64>>>()
            .ok_or_else(|| format!("`{name}` counts more than the trials, or less than zero"))
    }
}
