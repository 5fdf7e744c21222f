//! `tripline scan --fix`.

use std::fs;

use super::started::{Folder, INJECTION, SECRET, SECRET_VALUE};

const FIXED: &str = r#"import sqlite3


def find_user(cursor: sqlite3.Cursor, email):
    cursor.execute("SELECT * FROM users WHERE email=?", (email,))
    return cursor.fetchone()
"#;

#[test]
fn safe_fixes_are_applied_and_nothing_remains() {
    let folder = Folder::with(&[("a.py", INJECTION)]);
    let run = folder.run(&["scan", "--fix"]);
    assert_eq!(folder.read("a.py"), FIXED);
    assert_eq!(
        run.stdout,
        "Fixed 1 finding in a.py\n\nNo issues found. (0 findings)\n"
    );
    assert_eq!(run.code, Some(0));
    assert_eq!(folder.run(&["scan"]).code, Some(0));
}

#[test]
fn fixes_keep_line_endings_and_the_byte_order_mark() {
    let folder = Folder::with(&[]);
    let text = format!("\u{feff}{}", INJECTION.replace('\n', "\r\n"));
    folder.write("a.py", text.as_bytes());
    folder.run(&["scan", "--fix"]);
    assert_eq!(
        folder.read("a.py"),
        format!("\u{feff}{}", FIXED.replace('\n', "\r\n"))
    );
}

#[cfg(unix)]
#[test]
fn fixes_keep_permissions_and_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = Folder::with(&[("a.py", INJECTION)]);
    fs::set_permissions(folder.path("a.py"), fs::Permissions::from_mode(0o750)).unwrap();
    symlink(folder.path("a.py"), folder.path("link.py")).unwrap();
    folder.run(&["scan", "--fix", "link.py"]);
    assert_eq!(folder.read("a.py"), FIXED);
    let mode = fs::metadata(folder.path("a.py"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o750);
    assert!(
        fs::symlink_metadata(folder.path("link.py"))
            .unwrap()
            .is_symlink()
    );
}

#[test]
fn a_dry_run_shows_the_difference_and_changes_nothing() {
    let folder = Folder::with(&[("a.py", INJECTION)]);
    let run = folder.run(&["scan", "--fix", "--dry-run"]);
    assert_eq!(folder.read("a.py"), INJECTION);
    insta::assert_snapshot!(run.stdout);
    assert_eq!(run.stderr, "Would fix 1 finding; 0 would remain.\n");
    assert_eq!(run.code, Some(1));
}

#[test]
fn a_secret_moves_to_the_environment_with_its_name_in_the_example() {
    let folder = Folder::with(&[("a.py", SECRET), (".env.example", "OTHER=1")]);
    let run = folder.run(&["scan", "--fix", "--review-fixes"]);
    assert_eq!(
        folder.read("a.py"),
        "import os\n\nAPI_KEY = os.environ[\"API_KEY\"]\n"
    );
    assert_eq!(folder.read(".env.example"), "OTHER=1\nAPI_KEY=\n");
    assert!(
        run.stdout.ends_with("No issues found. (0 findings)\n"),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.contains(SECRET_VALUE));
    assert_eq!(run.code, Some(0));
}

#[test]
fn an_unneeded_suppression_is_removed() {
    let folder = Folder::with(&[("a.py", "x = 1  # tripline: ignore[sql-injection]\n")]);
    let run = folder.run(&["scan", "--fix"]);
    assert_eq!(folder.read("a.py"), "x = 1\n");
    assert_eq!(run.code, Some(0), "{}", run.stdout);
}

#[test]
fn what_is_below_the_threshold_is_not_fixed() {
    let folder = Folder::with(&[("a.py", INJECTION)]);
    folder.run(&["scan", "--fix", "--severity", "critical"]);
    assert_eq!(folder.read("a.py"), INJECTION);
}

#[test]
fn fixing_standard_input_is_refused() {
    let folder = Folder::with(&[]);
    let run = folder.run(&["scan", "--stdin", "--path", "a.py", "--fix"]);
    assert_eq!(run.code, Some(2));
}
