//! Documents: parsing, and that an incremental parse is the parse from scratch.

use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::Path;
use tree_sitter::Node;
use tripline_syntax::{Document, Language, MAX_FILE_BYTES, TextEdit};

const PYTHON: &str = "\
import os
@route('/x')
def f(a, b=1, *c: int) -> str:
    '''Doc — é 💥'''
    if a := g(b):
        return f'{a!r:>{b}} {{}} {os.path}' % (1, 2)
    elif b:\r
        for x in [y for y in c if y]:
            with open(x) as h: pass
    else:
        try:
            raise E from None
        except (A, B) as e:
            print('a' 'b', **d)
class C(B, metaclass=M):
    x: int = 1
    async def m(self): return await self.x[1:2]
match f(1):
    case [1, *_]: pass
";

const TYPESCRIPT: &str = "\
import { a as b } from 'm';
export default class C<T extends U> implements I {
  private x?: Map<string, number[]> = new Map();
  constructor(readonly p: string) { super(); }
  async *g(): AsyncGenerator<T> { yield await this.x!.get(`a${b}c`); }
}
const f = async (req: Request, { q }: P = {}) => req.x?.y ?? (q as string);\r
for (const k of ks) if (k < 1 && f<T>(k)) { label: while (1) break label; }
type F = { [K in keyof T]?: T[K] } | ((x: number) => void);
enum E { A = 1, B }
const re = /a[/]b/g, s = a < b ? '💥' : \"é\";
switch (x) { case 1: default: throw new Error('x') }
";

const JSX: &str = "\
const el = <div className='a' {...p} dangerouslySetInnerHTML={{ __html: h }}>text é {x && <b/>}</div>;
function C({ a }) { return <><A.B on={() => go(`/${a}`)} />&nbsp;</>; }
const f = async function* () { const { x, ...r } = await y; return x?.[0] ?? r; };\r
if (a) b(); else if (c) { d = a / b / c } else e();
";

const GO: &str = "\
package main

import (
\t\"fmt\"
\tm \"net/http\"
)

type S[T any] struct { a, b int `json:\"a\"`; *m.Client }

func (s *S[T]) F(w m.ResponseWriter, r *m.Request) (n int, err error) {
\tif x, ok := s.m[\"é💥\"]; ok && x > 1 {
\t\tgo func() { ch <- <-in }()\r
\t}
\tfor i, v := range []string{\"a\", `b
c`} { defer fmt.Println(i, v...) }
\tswitch t := v.(type) { case int, *S[int]: fallthrough; default: return 1, nil }
\tselect { case a := <-b: _ = a }
\treturn
}
";

const RUST: &str = "\
use a::{self, b::*};

#[derive(Debug)]
pub struct S<'a, T: Copy = u8> { a: &'a str, pub b: Vec<T> }

impl<T> S<'_, T> {
    /// Doc é💥\r
    pub async fn f(&mut self, x: Option<u8>) -> Result<(), E> {
        if let Some(y) = x && y > 1 { return Err(e)?; }
        let r = r#\"raw \"quoted\"\"#; /* a /* nested */ comment */
        match r { \"a\" | \"b\" if x => {}, [first, .., _] => (), _ => loop { break 'a'; } }
        println!(\"{r:?} {}\", self.b[1..].len());
        xs.iter().map(|x| x as u32).collect::<Vec<_>>().await
    }
}
";

fn sample(language: Language) -> &'static str {
    match language {
        Language::Python => PYTHON,
        Language::JavaScript | Language::Tsx => JSX,
        Language::TypeScript => TYPESCRIPT,
        Language::Go => GO,
        Language::Rust => RUST,
    }
}

fn edit(range: std::ops::Range<u32>, text: &str) -> TextEdit {
    TextEdit {
        range,
        text: text.to_owned(),
    }
}

/// Every node in order: its kind, field, bytes and points.
fn outline(document: &Document) -> String {
    let mut outline = String::new();
    let mut cursor = document.tree().walk();
    loop {
        let node: Node = cursor.node();
        let field = cursor.field_name().unwrap_or_default();
        let missing = if node.is_missing() { "MISSING " } else { "" };
        writeln!(
            outline,
            "{:width$}{field} {missing}{} {:?}",
            "",
            node.kind(),
            node.range(),
            width = cursor.depth() as usize
        )
        .expect("a string takes whatever is written");
        if cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return outline;
            }
        }
    }
}

fn assert_same_tree(incremental: &Document, scratch: &Document) {
    assert_eq!(incremental.error_count(), scratch.error_count());
    let (incremental, scratch) = (outline(incremental), outline(scratch));
    for (left, right) in incremental.lines().zip(scratch.lines()) {
        assert_eq!(left, right, "the first node that differs");
    }
    assert_eq!(incremental.lines().count(), scratch.lines().count());
}

#[test]
fn the_samples_are_free_of_errors() {
    for language in Language::ALL {
        let document = Document::parse(language, sample(language));
        assert_eq!(
            document.error_count(),
            0,
            "{}:\n{}",
            language.name(),
            outline(&document)
        );
        assert!(!document.is_truncated());
    }
}

#[test]
fn errors_and_missing_tokens_are_counted() {
    assert_eq!(Document::parse(Language::Python, "f(1)\n").error_count(), 0);
    assert_eq!(Document::parse(Language::Python, "f(1\n").error_count(), 1);
    assert_eq!(
        Document::parse(Language::Go, "package p\nfunc f() {\n").error_count(),
        1
    );
    assert!(Document::parse(Language::JavaScript, "a ) b\nc(\n} d").error_count() >= 2);
    assert_eq!(Document::parse(Language::Go, "").error_count(), 0);
}

#[test]
fn edits_are_applied_one_after_the_other() {
    let document = Document::parse(Language::Python, "a = 1\n");
    let edited = document.edited(&[edit(0..1, "name"), edit(0..0, "x = 0\n"), edit(13..14, "2")]);
    assert_eq!(&**edited.text(), "x = 0\nname = 2\n");
    assert_eq!(&**document.text(), "a = 1\n");
}

#[test]
fn malformed_edits_change_what_can_be_meant() {
    let document = Document::parse(Language::Python, "é = 1");
    #[expect(clippy::reversed_empty_ranges, reason = "this is the malformed range")]
    let edits = [edit(1..1, "x"), edit(99..200, "\n"), edit(4..3, "")];
    assert_eq!(&**document.edited(&edits).text(), "xé= 1\n");
}

#[test]
fn a_line_break_can_be_split_and_joined() {
    let document = Document::parse(Language::Python, "a = 1\r\nb = 2\r\n");
    let split = document.edited(&[edit(6..6, "#")]);
    let joined = split.edited(&[edit(6..7, "")]);
    assert_same_tree(&joined, &document);
    assert_same_tree(&split, &Document::parse(Language::Python, split.text()));
    assert_eq!(split.rope().len_lines(), 4);
    assert_eq!(joined.rope().len_lines(), 3);
}

#[test]
fn deep_nesting_neither_overflows_the_stack_nor_hangs() {
    let opening = "(".repeat(100_000);
    let balanced = format!("{opening}1{}", ")".repeat(100_000));
    for language in Language::ALL {
        for text in [opening.as_str(), balanced.as_str()] {
            let document = Document::parse(language, text);
            document.error_count();
            let edited = document.edited(&[edit(50_000..50_000, "["), edit(0..1, "")]);
            edited.error_count();
            assert_eq!(edited.text().len(), text.len());
        }
    }
}

#[test]
fn text_that_is_no_code_is_parsed() {
    for language in Language::ALL {
        for text in [
            "\0".repeat(300_000),
            "\u{fffd}\u{1}".repeat(50_000),
            "'".repeat(20_001),
            "\r".repeat(100_000),
        ] {
            let document = Document::parse(language, &text);
            document.error_count();
            assert_eq!(&**document.text(), text);
        }
    }
}

#[test]
fn a_normal_file_of_the_largest_size_is_parsed() {
    let text = PYTHON.repeat(MAX_FILE_BYTES / PYTHON.len());
    let document = Document::parse(Language::Python, &text);
    assert!(!document.is_truncated());
    assert_eq!(document.error_count(), 0);
}

#[test]
fn a_larger_file_is_truncated_until_it_shrinks() {
    let text = "x\n".repeat(25 * 1024 * 1024);
    let document = Document::parse(Language::Python, &text);
    assert!(document.is_truncated());
    assert_eq!(document.tree().root_node().end_byte(), 0);
    assert_eq!(document.error_count(), 0);
    assert_eq!(document.text().len(), text.len());

    let end = text.len() as u32;
    let shrunk = document.edited(&[edit(4..end, "y\n")]);
    assert!(!shrunk.is_truncated());
    assert_same_tree(&shrunk, &Document::parse(Language::Python, "x\nx\ny\n"));
}

#[test]
fn a_text_whose_errors_cost_too_much_is_truncated() {
    let text = "\0".repeat(1024 * 1024);
    let document = Document::parse(Language::Go, &text);
    assert!(document.is_truncated());
    assert_eq!(document.error_count(), 0);
    assert_eq!(document.tree().root_node().end_byte(), 0);

    let mended = document.edited(&[edit(0..u32::MAX, GO)]);
    assert_same_tree(&mended, &Document::parse(Language::Go, GO));
}

#[test]
fn languages_are_recognised_by_extension() {
    let cases = [
        ("a.py", Some(Language::Python)),
        ("a.pyi", Some(Language::Python)),
        ("A.PYW", Some(Language::Python)),
        ("a.js", Some(Language::JavaScript)),
        ("a.jsx", Some(Language::JavaScript)),
        ("a.mjs", Some(Language::JavaScript)),
        ("a.test.cjs", Some(Language::JavaScript)),
        ("a.d.ts", Some(Language::TypeScript)),
        ("a.mts", Some(Language::TypeScript)),
        ("a.cts", Some(Language::TypeScript)),
        ("a.tsx", Some(Language::Tsx)),
        ("d/a.go", Some(Language::Go)),
        ("d/a.rs", Some(Language::Rust)),
        ("py", None),
        (".py", None),
        ("", None),
    ];
    for (path, language) in cases {
        assert_eq!(Language::from_path(Path::new(path)), language, "{path}");
    }
}

#[test]
fn languages_are_recognised_by_protocol_identifier() {
    assert_eq!(
        Language::from_language_id("javascriptreact"),
        Some(Language::JavaScript)
    );
    assert_eq!(
        Language::from_language_id("typescriptreact"),
        Some(Language::Tsx)
    );
    assert_eq!(Language::from_language_id("ruby"), None);
    for language in [
        Language::Python,
        Language::JavaScript,
        Language::TypeScript,
        Language::Go,
        Language::Rust,
    ] {
        assert_eq!(Language::from_language_id(language.name()), Some(language));
    }
}

fn any_language() -> impl Strategy<Value = Language> {
    prop::sample::select(Language::ALL.to_vec())
}

/// Where an edit starts as a share of the text, how many bytes it replaces, and by what.
type AnyEdit = (prop::sample::Index, usize, String);

fn any_edit() -> impl Strategy<Value = AnyEdit> {
    let tokens = vec![
        "",
        "x",
        " ",
        "\n",
        "\r",
        "\r\n",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "'",
        "\"",
        "\"\"\"",
        "`",
        "${",
        "f'{",
        "<",
        ">",
        "=",
        ",",
        ":",
        ";",
        ".",
        "\\",
        "#",
        "//",
        "/*",
        "*/",
        "if ",
        "def f():\n    pass\n",
        "return ",
        "\u{85}",
        "\u{2028}",
        "\u{c}",
        "💥",
        "é",
        "\t",
        "    ",
        "1",
        "func ",
        "=> ",
        "async ",
        "\0",
    ];
    (
        any::<prop::sample::Index>(),
        prop_oneof![3 => Just(0_usize), 2 => 0_usize..8, 1 => 0_usize..200],
        prop::sample::select(tokens),
    )
        .prop_map(|(start, length, text)| (start, length, text.to_owned()))
}

/// The edit in `text`, and the edit that takes it back.
fn edit_and_inverse((start, length, inserted): &AnyEdit, text: &str) -> (TextEdit, TextEdit) {
    let boundary = |byte: usize| {
        (0..=byte.min(text.len()))
            .rev()
            .find(|&byte| text.is_char_boundary(byte))
            .expect("the start of a text is a boundary")
    };
    let start = boundary(start.index(text.len() + 1));
    let end = boundary(start + length);
    let there = edit(start as u32..end as u32, inserted);
    let back = edit(
        start as u32..(start + inserted.len()) as u32,
        &text[start..end],
    );
    (there, back)
}

fn apply_to_string(text: &mut String, edit: &TextEdit) {
    text.replace_range(
        edit.range.start as usize..edit.range.end as usize,
        &edit.text,
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn incremental_is_from_scratch(language in any_language(), batches in prop::collection::vec(prop::collection::vec(any_edit(), 1..4), 1..6)) {
        let mut text = sample(language).to_owned();
        let mut document = Document::parse(language, &text);
        for batch in batches {
            let mut edits = Vec::new();
            for any_edit in &batch {
                let (edit, _) = edit_and_inverse(any_edit, &text);
                apply_to_string(&mut text, &edit);
                edits.push(edit);
            }
            document = document.edited(&edits);
            prop_assert_eq!(&**document.text(), &text);
            prop_assert_eq!(document.rope(), &text);
            let scratch = Document::parse(language, &text);
            prop_assert_eq!(document.tree().root_node().end_byte(), scratch.tree().root_node().end_byte());
            if scratch.error_count() == 0 {
                assert_same_tree(&document, &scratch);
            }
        }
    }

    #[test]
    fn taking_edits_back_restores_the_tree(language in any_language(), edits in prop::collection::vec(any_edit(), 1..8)) {
        let original = Document::parse(language, sample(language));
        let mut text = sample(language).to_owned();
        let mut document = original.clone();
        let mut inverses = Vec::new();
        for any_edit in &edits {
            let (there, back) = edit_and_inverse(any_edit, &text);
            apply_to_string(&mut text, &there);
            document = document.edited(&[there]);
            inverses.push(back);
        }
        for back in inverses.into_iter().rev() {
            document = document.edited(&[back]);
        }
        prop_assert_eq!(document.text(), original.text());
        assert_same_tree(&document, &original);
    }
}
