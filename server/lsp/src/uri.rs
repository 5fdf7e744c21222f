//! `file:` URIs and paths.
//!
//! A client's own spelling of a URI is kept and sent back: editors compare URIs as text, and write one file in several
//! ways (`c:/`, `C:/`, `c%3A/`; [an example](https://github.com/microsoft/vscode/issues/131121)). Paths are what
//! documents are told apart by.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use tower_lsp::gen_lsp_types::Uri;

/// How paths are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Posix,
    Windows,
}

const STYLE: Style = if cfg!(windows) {
    Style::Windows
} else {
    Style::Posix
};

/// The path that a `file:` URI denotes; `None` for other schemes and for what denotes no absolute path.
pub(crate) fn to_path(uri: &Uri) -> Option<PathBuf> {
    path_of(&uri.0, STYLE).map(PathBuf::from)
}

/// The `file:` URI of an absolute path.
pub(crate) fn from_path(path: &Path) -> Uri {
    Uri(uri_of(&path.to_string_lossy(), STYLE))
}

fn path_of(uri: &str, style: Style) -> Option<String> {
    let (scheme, rest) = uri.split_once(':')?;
    if !scheme.eq_ignore_ascii_case("file") {
        return None;
    }
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
        None => ("", rest),
    };
    let path = decode(path)?;
    if !path.starts_with('/') || path.contains('\0') {
        return None;
    }
    let is_local = authority.is_empty() || authority.eq_ignore_ascii_case("localhost");
    match style {
        Style::Posix if is_local => Some(path),
        Style::Posix => None,
        Style::Windows => {
            let drive = drive_of(&path).filter(|_| is_local);
            let path = path.replace('/', "\\");
            match drive {
                Some(letter) => Some(format!("{}{}", letter.to_ascii_uppercase(), &path[2..])),
                None if is_local => None,
                None => Some(format!("\\\\{}{path}", decode(authority)?)),
            }
        }
    }
}

/// The letter of `/c:` or `/c:/...`.
fn drive_of(path: &str) -> Option<char> {
    let mut chars = path.chars().skip(1);
    let letter = chars.next().filter(char::is_ascii_alphabetic)?;
    (chars.next() == Some(':') && matches!(chars.next(), None | Some('/'))).then_some(letter)
}

/// The text with its `%` escapes replaced by what they stand for; `None` if that is no UTF-8. A `%` that starts no escape
/// stands for itself.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let escaped = (first == b'%')
            .then(|| after.first_chunk::<2>())
            .flatten()
            .and_then(|digits| hex(*digits));
        if let Some(byte) = escaped {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

fn hex(digits: [u8; 2]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    Some((digit(digits[0])? * 16 + digit(digits[1])?) as u8)
}

fn uri_of(path: &str, style: Style) -> String {
    let path = match style {
        Style::Posix => path.to_owned(),
        Style::Windows => path.replace('\\', "/"),
    };
    let (authority, path) = match path.strip_prefix("//") {
        Some(share) if style == Style::Windows => {
            share.split_at(share.find('/').unwrap_or(share.len()))
        }
        _ => ("", path.as_str()),
    };
    let mut uri = format!("file://{authority}");
    if !path.starts_with('/') {
        uri.push('/');
    }
    for byte in path.bytes() {
        // The characters that a path may hold unescaped, less `:`, which VS Code escapes in the drive of a path.
        if byte.is_ascii_alphanumeric() || b"/-._~!$&'()*+,;=@".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _infallible = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_posix_path_survives_the_way_there_and_back() {
        for path in ["/a/b.py", "/a b/ü%20#?.py", "/c:/x", "/日本/[id].ts"] {
            assert_eq!(
                path_of(&uri_of(path, Style::Posix), Style::Posix).as_deref(),
                Some(path)
            );
        }
    }

    #[test]
    fn the_spellings_of_a_windows_path_are_one() {
        for uri in [
            "file:///c:/a/b.py",
            "file:///C:/a/b.py",
            "file:///c%3A/a/b.py",
            "file:///C%3a/a/b.py",
        ] {
            assert_eq!(
                path_of(uri, Style::Windows).as_deref(),
                Some("C:\\a\\b.py"),
                "{uri}"
            );
        }
        assert_eq!(
            uri_of("C:\\a b\\c.py", Style::Windows),
            "file:///C%3A/a%20b/c.py"
        );
        assert_eq!(
            path_of("file://server/share/a.py", Style::Windows).as_deref(),
            Some("\\\\server\\share\\a.py")
        );
        assert_eq!(
            uri_of("\\\\server\\share\\a.py", Style::Windows),
            "file://server/share/a.py"
        );
    }

    #[test]
    fn what_denotes_no_file_is_no_path() {
        for uri in [
            "untitled:Untitled-1",
            "file:relative",
            "nonsense",
            "",
            "file:///%FF",
            "file:///a%00b",
            "git:/a",
        ] {
            assert_eq!(path_of(uri, Style::Posix), None, "{uri}");
        }
        assert_eq!(
            path_of("file:///100%.py", Style::Posix).as_deref(),
            Some("/100%.py")
        );
        assert_eq!(
            path_of("file:/a.py", Style::Posix).as_deref(),
            Some("/a.py")
        );
        assert_eq!(
            path_of("FILE://localhost/a.py", Style::Posix).as_deref(),
            Some("/a.py")
        );
    }
}
