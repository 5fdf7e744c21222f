//! What lowering makes of an edited text is what it makes of it from scratch.

use proptest::prelude::*;
use tripline_ir::lower::{lower, lower_edited};
use tripline_ir::{BodyKey, FileIr, dump};
use tripline_syntax::{Document, Language, TextEdit};

const PYTHON: &str = r#"import os  # the first
from typing import Protocol

LIMIT = max(1, 2)  # a default


def free(a, b=LIMIT):
    """Adds."""
    # inside
    if a:
        return a + b  # behind
    return f"{a} {b}"


@decorated(1)
def last(*args, **kwargs):
    for arg in args:
        print(arg)
    with open("x") as f:
        return f.read()


class Store(Base):
    """Keeps."""

    size: int = 3

    def __init__(self, conn):
        self.conn = conn  # kept

    # between
    @property
    def rows(self):
        return self.conn.execute("SELECT 1").fetchall()

    def left(self):
        raise NotImplementedError

    class Inner:
        def deep(self):
            x = [1,
                 2]
            return x


if LIMIT:
    def conditional():
        return 1

# the end
print(free(1))
"#;

const GO: &str = r#"package p // the first

import "fmt"

// T is kept.
type T struct {
	a int // a field
}

// F adds.
func F(a, b int) (sum int) {
	// inside
	if a > 0 {
		return a + b // behind
	}
	sum = len(`raw
text`)
	return
}

func (t *T) m() string {
	go func() { t.a++ }()
	return fmt.Sprintf("%d", /* one */ t.a)
}

var v = map[string]int{
	"a": 1,
}

func init() {}

/* the end */
"#;

const RUST: &str = r##"//! The first.
use std::fmt;

macro_rules! twice {
    ($x:expr) => { $x + $x };
    ($x:expr, $y:expr) => { $x + $y };
}

/// Kept.
#[derive(Debug)]
pub struct S { a: u8 }

impl S {
    const A: u8 = 1;

    /// Adds.
    #[inline]
    // between
    pub fn add(&self, b: u8) -> u8 {
        // inside
        if b > 0 {
            return self.a + b; // behind
        }
        twice!(b)
    }
}

impl fmt::Display for S {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.a, r#"raw"#)
    }
}

mod inner {
    pub fn deep(x: &str) -> String {
        let y = x
            .trim();
        format!("{y}")
    }

    #[cfg(test)]
    mod tests {
        #[test]
        fn works() {
            assert!(true);
        }
    }
}

static V: u8 = {
    fn hidden() {}
    1
};
// the end
"##;

const JAVASCRIPT: &str = r#"const express = require("express"); // the first
import { pool } from "./db";

/** Kept. */
class Store extends Base {
  size = 3;

  constructor(client) {
    super();
    this.client = client; // kept
  }

  // between
  async rows(key = () => { return 1 }) {
    /* inside */
    const { rows } = await this.client.query(`SELECT ${key}`);
    return rows.map((row) => ({ ...row }));
  }

  get left() { return this.size; }
  static { this.made = 1; }
}

function add(a, b = 2) {
  if (a) {
    return a + b; // behind
  }
  function deep() { return <!-- odd
    1; }
  return deep();
}

const one = (x) => { return x; }, two = (y) => y + 1, three = 3;
exports.add = exports.plus = function () { return add(1, 2); };
module.exports.handlers = {
  first(req) { return req.query; },
  second: async (req) => { return req.body },
  third: add(1),
};

app.get("/a", check(1), async (req, res) => {
  // look
  res.send(req.query.a);
}, last);
app.post(`/b`, (req, res, next) => { next(); });
app.use((req, res) => { res.end(); });
if (one) {
  app.get("/c", (req, res) => { res.end("c"); });
}
export default function () { return 1 }
/* the end */
add(1)
"#;

const TYPESCRIPT: &str = r#"import { Get, Query } from "@nestjs/common";

interface Named { name: string; find(): string }

@Controller("a")
export class Users implements Named {
  constructor(private readonly pool: Pool) {}

  @Get("b")
  // between
  @Use(() => { return 1; })
  async find(@Query("q") q: string): Promise<string> {
    const found = <string>q;
    return `${found as string}`;
  }

  private handler = async (x: number): Promise<void> => {
    await this.pool.query(x!);
  };
}

export const get = async (id: number): Promise<User> => {
  return { id } satisfies User;
};

namespace Inner { export function deep() { return 1 } }
enum Color { Red = 1 }
type Query = z.infer<typeof query>;
"#;

const PIECES: [&str; 31] = [
    "x",
    "#[cfg(test)]\n",
    "fn f() {}\n",
    "func f() {}\n",
    ";",
    "use q;\n",
    " ",
    "\n",
    "    ",
    "\t",
    "(",
    ")",
    "\"",
    "'",
    "# c",
    "// c",
    "pass\n",
    "return",
    "...",
    "def f():\n",
    ":",
    "é",
    ",",
    "=",
    "{",
    "}",
    "\"\"\"",
    "\\",
    "import q\n",
    "raise NotImplementedError",
    "\r",
];

fn assert_same(one: &FileIr, two: &FileIr, text: &str) {
    let keys = |file: &FileIr| -> Vec<BodyKey> {
        file.bodies.iter().map(|layout| layout.body.key).collect()
    };
    assert_eq!(one.items, two.items, "{text}");
    assert_eq!(one.is_finished, two.is_finished, "{text}");
    assert_eq!(keys(one), keys(two), "{text}");
    for (one, two) in one.bodies.iter().zip(&two.bodies) {
        let key = one.body.key;
        assert_eq!(one.span, two.span, "{key:?}: {text}");
        assert_eq!(one.anchors, two.anchors, "{key:?}: {text}");
        assert!(
            one.body == two.body,
            "{key:?}: {}\n{}\n{text}",
            dump::body(&one.body),
            dump::body(&two.body)
        );
    }
    assert_eq!(one.comments, two.comments, "{text}");
    assert_eq!(
        (&one.errors, &one.tests),
        (&two.errors, &two.tests),
        "{text}"
    );
}

fn edits(language: Language, source: &str, steps: &[(prop::sample::Index, usize, &str)]) {
    let mut document = Document::parse(language, source);
    let mut file = lower(&document, None);
    for (at, deleted, text) in steps {
        let before = document.text().clone();
        let start = at.index(before.len() + 1);
        let edit = TextEdit {
            range: start as u32..(start + deleted).min(before.len()) as u32,
            text: (*text).to_owned(),
        };
        for undo in [false, true] {
            let edited = if undo {
                Document::parse(language, &before)
            } else {
                document.edited(std::slice::from_ref(&edit))
            };
            let after = lower_edited(&edited, &document, &file);
            let scratch = lower(&edited, None);
            assert_same(
                &after,
                &scratch,
                &format!("{edit:?} {undo}\n{}", edited.text()),
            );
            // Most edits are undone, so that most texts are whole.
            if undo || deleted % 8 != 7 {
                file = after;
                document = edited;
            }
        }
    }
}

fn steps() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, &'static str)>> {
    let step = (
        any::<prop::sample::Index>(),
        0..9_usize,
        prop::sample::select(&PIECES[..]),
    );
    prop::collection::vec(step, 1..24)
}

proptest! {
    #[test]
    fn python(steps in steps()) {
        edits(Language::Python, PYTHON, &steps);
    }

    #[test]
    fn go(steps in steps()) {
        edits(Language::Go, GO, &steps);
    }

    #[test]
    fn javascript(steps in steps()) {
        edits(Language::JavaScript, JAVASCRIPT, &steps);
    }

    #[test]
    fn typescript(steps in steps()) {
        edits(Language::TypeScript, TYPESCRIPT, &steps);
    }

    #[test]
    fn rust(steps in steps()) {
        edits(Language::Rust, RUST, &steps);
    }
}
