//! Input that nobody means well with: a clear word or a clean result, never a crash.

use super::started::{Folder, INJECTION};

#[test]
fn what_is_no_utf8_text_is_skipped_with_its_reason() {
    let folder = Folder::with(&[]);
    folder.write("latin.py", b"name = 'caf\xE9'\n");
    folder.write("binary.py", b"\x00\x01\x02");
    let run = folder.run(&["scan"]);
    insta::assert_snapshot!(run.stdout, @r"
    Skipped 2 paths: 1 binary, 1 not UTF-8.
    No issues found. (0 findings)
    ");
    assert_eq!(run.code, Some(0));
}

#[test]
fn a_file_of_50_megabytes_is_skipped() {
    let folder = Folder::with(&[]);
    folder.write("big.py", &b"x = 1\n".repeat(50 * 1024 * 1024 / 6));
    let run = folder.run(&["scan", "big.py"]);
    insta::assert_snapshot!(run.stdout, @r"
    Skipped 1 path: 1 too large.
    No issues found. (0 findings)
    ");
    assert_eq!(run.code, Some(0));
}

#[test]
fn deep_nesting_ends_in_a_result() {
    let nested = format!("x = {}1{}\n", "(".repeat(100_000), ")".repeat(100_000));
    for name in ["a.py", "a.js", "a.ts", "a.go"] {
        for text in [
            nested.clone(),
            format!("{INJECTION}\n{nested}"),
            "[".repeat(20_000),
        ] {
            let folder = Folder::with(&[(name, &text)]);
            for format in ["text", "sarif"] {
                let run = folder.run(&["scan", "--format", format]);
                assert!(
                    matches!(run.code, Some(0 | 1)),
                    "{name}: {:?} {}",
                    run.code,
                    run.stderr
                );
            }
        }
    }
}

#[test]
fn bad_arguments_are_an_error() {
    let folder = Folder::with(&[]);
    for arguments in [
        &["scan", "--format", "xml"][..],
        &["scan", "--severity", "urgent"],
        &["scan", "--dry-run"],
        &["scan", "--threads", "100000"],
        &["sacn"],
        &[],
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}");
        assert_eq!(run.stdout, "");
    }
}

#[test]
fn a_broken_configuration_is_an_error() {
    let folder = Folder::with(&[]);
    for text in [
        &b"\xFF\xFE"[..],
        b"[[[",
        b"enabled = ",
        b"extend = \"tripline.toml\"",
    ] {
        folder.write("tripline.toml", text);
        let run = folder.run(&["scan"]);
        assert_eq!(run.code, Some(2), "{}", run.stderr);
        assert!(run.stderr.contains("tripline.toml"), "{}", run.stderr);
    }
}
