//! The text of a file as it may be shown: secrets masked.

use std::ops::Range;

use tripline_rules::mask;

/// How much of a line is shown, in characters.
const MAX_LINE: usize = 200;

/// A text whose secrets are masked. Line breaks stay where they are, so that a line has the same number in both.
#[derive(Clone, Debug)]
pub(crate) struct MaskedText {
    text: String,
    /// What was replaced: the bytes in the original and in the masked text, in order.
    replaced: Vec<(Range<usize>, Range<usize>)>,
}

/// Some lines of a masked text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Excerpt<'a> {
    /// The lines.
    pub(crate) text: &'a str,
    /// The byte of the masked text at which they start.
    pub(crate) start: usize,
    /// The number of the first, from one.
    pub(crate) line: usize,
}

impl MaskedText {
    /// Masks the bytes of `secrets` in `text`.
    pub(crate) fn new(text: &str, secrets: &[Range<usize>]) -> Self {
        let mut masked = String::with_capacity(text.len());
        let mut replaced = Vec::new();
        let mut copied = 0;
        for secret in merged(text, secrets) {
            masked.push_str(&text[copied..secret.start]);
            let start = masked.len();
            mask_lines(&text[secret.clone()], &mut masked);
            copied = secret.end;
            replaced.push((secret, start..masked.len()));
        }
        masked.push_str(&text[copied..]);
        MaskedText {
            text: masked,
            replaced,
        }
    }

    /// The whole text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where the bytes of the original are; a range that touches a secret covers its mask.
    pub(crate) fn locate(&self, range: &Range<usize>) -> Range<usize> {
        let mut grown = 0;
        let mut shrunk = 0;
        let mut start = None;
        let mut end = None;
        for (original, masked) in &self.replaced {
            if start.is_none() && range.start < original.end {
                start = Some(if range.start < original.start {
                    range.start + grown - shrunk
                } else {
                    masked.start
                });
            }
            if end.is_none() && range.end <= original.end {
                end = Some(if range.end <= original.start {
                    range.end + grown - shrunk
                } else {
                    masked.end
                });
            }
            grown += masked.len();
            shrunk += original.len();
        }
        let place = |offset: usize| (offset + grown - shrunk).min(self.text.len());
        let start = start.unwrap_or_else(|| place(range.start));
        start..end.unwrap_or_else(|| place(range.end)).max(start)
    }

    /// The lines that these places of the masked text are on, and those between them.
    pub(crate) fn excerpt<'a>(
        &self,
        places: impl Iterator<Item = &'a Range<usize>>,
    ) -> Excerpt<'_> {
        let (first, last) = places.fold((self.text.len(), 0), |(first, last), place| {
            (first.min(place.start), last.max(place.end))
        });
        let start = self.text[..first].rfind('\n').map_or(0, |at| at + 1);
        let end = self.text[last.max(start)..]
            .find('\n')
            .map_or(self.text.len(), |at| last.max(start) + at);
        Excerpt {
            text: &self.text[start..end],
            start,
            line: self.text[..start].matches('\n').count() + 1,
        }
    }

    /// The line on which the bytes of the original start, without its indentation, as long as a person reads.
    pub(crate) fn line_of(&self, range: &Range<usize>) -> String {
        let start = self.locate(range).start;
        let head = self.text[..start]
            .rfind(['\n', '\r'])
            .map_or(0, |at| at + 1);
        let tail = self.text[start..]
            .find(['\n', '\r'])
            .map_or(self.text.len(), |at| start + at);
        shorten(self.text[head..tail].trim())
    }
}

/// The ranges in order, overlaps united, inside the text.
fn merged(text: &str, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut ordered: Vec<_> = ranges
        .iter()
        .filter(|range| range.start < range.end && text.get((*range).clone()).is_some())
        .cloned()
        .collect();
    ordered.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ordered {
        match merged.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// Appends the mask of a secret: on its first line what [`mask`] shows, on further ones an ellipsis.
fn mask_lines(secret: &str, masked: &mut String) {
    for (index, line) in secret.split_inclusive('\n').enumerate() {
        let content = line.trim_end_matches(['\n', '\r']);
        if index == 0 {
            masked.push_str(&mask(secret.trim_end_matches(['\n', '\r'])));
        } else if !content.is_empty() {
            masked.push('…');
        }
        masked.push_str(&line[content.len()..]);
    }
}

fn shorten(line: &str) -> String {
    let line: String = line
        .chars()
        .map(|char| if char.is_control() { ' ' } else { char })
        .collect();
    match line.char_indices().nth(MAX_LINE) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_masked_and_places_are_found_again() {
        let text = "a = 1\nKEY = \"sk-live-4f8a9c1e7b\"\nb = 2\n";
        let secret = text.find("sk-").unwrap()..text.find("\"\nb").unwrap();
        let masked = MaskedText::new(text, std::slice::from_ref(&secret));
        assert_eq!(masked.text(), "a = 1\nKEY = \"sk-l…(18)\"\nb = 2\n");
        assert_eq!(masked.line_of(&secret), "KEY = \"sk-l…(18)\"");
        let b = text.find("b = 2").unwrap();
        assert_eq!(&masked.text()[masked.locate(&(b..b + 5))], "b = 2");
        assert_eq!(&masked.text()[masked.locate(&secret)], "sk-l…(18)");
        let around = secret.start - 1..secret.end + 1;
        assert_eq!(&masked.text()[masked.locate(&around)], "\"sk-l…(18)\"");
        let inside = secret.start + 2..secret.end - 2;
        assert_eq!(&masked.text()[masked.locate(&inside)], "sk-l…(18)");
    }

    #[test]
    fn a_secret_of_several_lines_keeps_its_lines() {
        let text = "k = \"\"\"abcdefghijklm\r\nnop\r\n\"\"\"\nx\n";
        let secret = 7..text.rfind("\"\"\"").unwrap();
        let masked = MaskedText::new(text, &[secret]);
        assert_eq!(
            masked.text().matches('\n').count(),
            text.matches('\n').count()
        );
        assert!(!masked.text().contains("nop"));
    }

    #[test]
    fn overlapping_secrets_are_masked_once() {
        let masked = MaskedText::new("0123456789", &[2..6, 4..8, 3..3]);
        assert_eq!(masked.text(), "01…(6)89");
    }

    #[test]
    fn a_long_line_is_cut() {
        let text = "x".repeat(500);
        let masked = MaskedText::new(&text, &[]);
        assert_eq!(masked.line_of(&(0..1)).chars().count(), MAX_LINE + 1);
    }
}
