//! Lines, line ends and indentation of a text.

/// The line end that the text uses.
pub(crate) fn line_end(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if at > 0 && text.as_bytes()[at - 1] == b'\r' => "\r\n",
        _ => "\n",
    }
}

/// The first byte of the line of `at`.
pub(crate) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The end of the line of `at`, before its line end.
pub(crate) fn end_of_line(text: &str, at: usize) -> usize {
    let end = text[at..]
        .find('\n')
        .map_or(text.len(), |newline| at + newline);
    if end > at && text.as_bytes()[end - 1] == b'\r' {
        end - 1
    } else {
        end
    }
}

/// The first byte of the line after that of `at`; the end of the text if there is none.
pub(crate) fn next_line(text: &str, at: usize) -> usize {
    text[at..]
        .find('\n')
        .map_or(text.len(), |newline| at + newline + 1)
}

/// The white space that the line of `at` starts with.
pub(crate) fn indentation(text: &str, at: usize) -> &str {
    let start = line_start(text, at);
    let line = &text[start..];
    let width = line.len() - line.trim_start_matches([' ', '\t']).len();
    &line[..width]
}

/// Whether only white space stands before `at` on its line.
pub(crate) fn starts_line(text: &str, at: usize) -> bool {
    text[line_start(text, at)..at]
        .chars()
        .all(|c| c == ' ' || c == '\t')
}

/// One level of indentation, as the text uses it: a tab if some line starts with one, else the indentation of the first
/// indented line, up to eight spaces; `default` if no line is indented.
pub(crate) fn indentation_unit<'a>(text: &'a str, default: &'a str) -> &'a str {
    for line in text.lines() {
        let width = line.len() - line.trim_start_matches([' ', '\t']).len();
        if line.starts_with('\t') {
            return "\t";
        }
        if (2..=8).contains(&width) && width < line.len() && !line[width..].starts_with('*') {
            return &line[..width];
        }
    }
    default
}

/// The first byte at or after `at` that is not white space.
pub(crate) fn skip_space(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start().len()
}

/// The first byte at or after `at` that is neither a space nor a tab.
pub(crate) fn skip_blanks(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches([' ', '\t']).len()
}
