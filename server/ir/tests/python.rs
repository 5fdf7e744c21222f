//! What Python lowers to.

use std::fmt::Write;
use std::sync::Arc;

use insta::assert_snapshot;
use proptest::prelude::*;
use tripline_ir::lower::{MAX_DEPTH, lower};
use tripline_ir::{
    Body, BodyKey, BodyLayout, ExprKind, FileIr, Literal, Part, StmtKind, Symbol, dump,
};
use tripline_syntax::{Document, Language, TextEdit};

fn file(source: &str) -> FileIr {
    lower(&Document::parse(Language::Python, source), None)
}

/// Items and bodies of a file.
fn lowered(source: &str) -> String {
    dump::file(&file(source))
}

/// The body of a function with these statements.
fn body(statements: &str) -> String {
    let mut source = "def f():\n".to_owned();
    for line in statements.lines() {
        let _ = writeln!(source, "    {line}");
    }
    dump::body(&layout(&file(&source), "f").body)
}

fn layout<'a>(file: &'a FileIr, path: &str) -> &'a BodyLayout {
    let key = BodyKey::new(Symbol::new(path), 0);
    file.body(key).expect("the file has this body")
}

#[test]
fn imports_name_what_they_denote() {
    assert_snapshot!(lowered(r"import os, a.b
import c.d as e
from yaml import load as l, dump
from . import x
from .m import y
from .. pkg import z
from q import *
from __future__ import annotations
"), @r"
    import os = os from os (module)
    import a = a from a.b (module)
    import e = c.d from c.d (module)
    import l = yaml.load from yaml (name)
    import dump = yaml.dump from yaml (name)
    import x = .x from . (name)
    import y = .m.y from .m (name)
    import z = ..pkg.z from ..pkg (name)
    import _ = q from q (wildcard)
    import annotations = __future__.annotations from __future__ (name)

    module
      import os = os from os (module)
      import a = a from a.b (module)
      import e = c.d from c.d (module)
      import l = yaml.load from yaml (name)
      import dump = yaml.dump from yaml (name)
      import x = .x from . (name)
      import y = .m.y from .m (name)
      import z = ..pkg.z from ..pkg (name)
      import _ = q from q (wildcard)
      import annotations = __future__.annotations from __future__ (name)
    ");
}

/// What a file exports, one line each.
fn exports(source: &str) -> String {
    let dump = lowered(source);
    let lines = dump.lines().filter(|line| line.starts_with("export "));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_literal_all_names_the_exports() {
    assert_snapshot!(exports(r#"
__all__ = ["load", 'dump']
__all__ += ("parse",)
__all__ += "a", "b"
if DEBUG:
    __all__ += ["trace"]
"#), @r"
    export load = load
    export dump = dump
    export parse = parse
    export a = a
    export b = b
    export trace = trace
    ");
    assert_snapshot!(exports("__all__: list[str] = ['a']\n__all__ = ['b']\n"), @"export b = b");
}

#[test]
fn an_all_that_is_computed_says_nothing() {
    for source in [
        "__all__ = names()\n",
        "__all__ = ['a'] + sub.__all__\n",
        "__all__ = ['a']\n__all__ += sub.__all__\n",
        "__all__ = ['a', name]\n",
        "__all__ = [f'{a}']\n",
        "__all__ += ['a']\n",
        "class A:\n    __all__ = ['a']\n",
        "def f():\n    __all__ = ['a']\n",
    ] {
        assert_eq!(exports(source), "", "{source}");
    }
}

#[test]
fn imports_in_blocks_of_the_module_are_imports_of_the_module() {
    assert_snapshot!(lowered(r"try:
    import json5
except ImportError:
    import json as json5
if TYPE_CHECKING:
    from m import T
else:
    from n import U

def f():
    import inner
"), @r"
    import json5 = json5 from json5 (module)
    import json5 = json from json (module)
    import T = m.T from m (type)
    import U = n.U from n (name)
    function f()

    module
      try
        import json5 = json5 from json5 (module)
      except ImportError
        import json5 = json from json (module)
      if TYPE_CHECKING
        import T = m.T from m (type)
      else
        import U = n.U from n (name)
      define f

    function f() exported
      import inner = inner from inner (module)
    ");
}

#[test]
fn functions_and_methods_are_bodies_of_their_own() {
    assert_snapshot!(lowered(r#"import app

@app.route("/x")
async def view(request: Request, *args, flag: bool = True, **kw) -> str:
    return request

def _private(a, /, b, *, c=1):
    pass

class Repo(db.Model, Generic[T], metaclass=Meta):
    """Doc."""
    name: str
    owner: Optional["pkg.User"] = None
    tags: Mapped[list[str]]
    parent: Repo | None
    limit = 10

    def __init__(self, db):
        self.db: Db = db

    @classmethod
    def make(cls):
        pass

    @staticmethod
    def help(a):
        pass

    class Meta:
        def inner(self):
            pass

if x:
    def f():
        pass
else:
    def f():
        pass
"#), @r#"
    import app = app from app (module)
    class Repo <db.Model> <Generic> name: str owner: pkg.User tags: Mapped parent: Repo
    class Repo.Meta
    function view(request, args, flag, kw)
    function _private(a, b, c)
    function Repo.__init__(self, db)
    function Repo.make(cls)
    function Repo.help(a)
    function Repo.Meta.inner(self)
    function f()
    function f()

    module
      import app = app from app (module)
      define view @(call app.route "/x")
      define _private
      class Repo
        pass
        assign name: str
        assign owner: Optional[pkg.User] = null
        assign tags: Mapped[list[str]]
        assign parent: (| Repo null)
        assign limit = 10
        define Repo.__init__
        define Repo.make @classmethod
        define Repo.help @staticmethod
        class Meta
          define Repo.Meta.inner
      if x
        define f
      else
        define f

    function view(request: Request, *args, keyword flag: bool = true, **kw) -> str exported @(call app.route "/x")
      return request

    function _private(a, b, keyword c = 1)
      pass

    method Repo.__init__(receiver self, db) exported
      assign self.db: Db = db

    method Repo.make(receiver cls) exported @classmethod
      pass

    method Repo.help(a) exported @staticmethod
      pass

    method Repo.Meta.inner(receiver self) exported
      pass

    function f() exported
      pass

    function f#1() exported
      pass
    "#);
}

#[test]
fn statements() {
    assert_snapshot!(body(r#"global g
x = y = 1
x: int = 2
o: List["User"]
a.b, c[0], *d = pair
x += 1; x -= 2
del a[0], b
assert x, "message"
raise ValueError("x") from error
return a, b
"#), @r#"
    function f() exported
      outer g
      assign x = y = 1
      assign x: int = 2
      assign o: List[User]
      assign (tuple a.b c[0] (spread d)) = pair
      assign x += 1
      assign x op= 2
      unknown (tuple a[0] b)
      assert x
      raise (call ValueError "x")
      return (tuple a b)
    "#);
}

#[test]
fn compound_statements() {
    assert_snapshot!(body(r#"if a:
    pass
elif b:
    ...
else:
    "docstring"
for i, (j, *k) in items:
    continue
else:
    done()
while True:
    break
with open(p) as f, lock:
    pass
async with (a() as b, c() as (d, e)):
    pass
try:
    run()
except (A, m.B) as error:
    raise
except* C:
    pass
except:
    pass
else:
    ok()
finally:
    close()
"#), @r"
    function f() exported
      if a
        pass
      elif b
        pass
      else
        pass
      for (tuple i (tuple j (spread k))) in items
        continue
      block
        expr (call done)
      while true
        break
      with (call open p) as f, lock
        pass
      with (call a) as b, (call c) as (tuple d e)
        pass
      try
        expr (call run)
      except A m.B as error
        raise
      except C
        pass
      except
        pass
      else
        expr (call ok)
      finally
        expr (call close)
    ");
}

#[test]
fn match_statements() {
    assert_snapshot!(body(r#"match command, arg:
    case "go", Point(x=0, y=v) if v:
        pass
    case {"k": w, **rest} | [1, -2, *_]:
        pass
    case Color.RED | None as m:
        pass
    case ("a" | "b") as n, int(number):
        pass
    case other:
        pass
    case _:
        pass
"#), @r#"
    function f() exported
      switch (tuple command arg)
      case (tuple "go" (call Point x=0 y=v)) if v
        pass
      case (dict "k": w (spread rest)) (list 1 (- 2) (spread _))
        pass
      case (:= m (or Color.RED null))
        pass
      case (tuple (:= n (or "a" "b")) (call int number))
        pass
      case other
        pass
      case
        pass
    "#);
}

#[test]
fn nested_definitions_are_closures() {
    assert_snapshot!(body(r"@cache
def inner(v, *rest):
    w = v
    return w
class K(Base):
    a = 1
    def m(self):
        return self.a
key = lambda s, t=1: s
"), @r"
    function f() exported
      assign inner = (closure inner(v, *rest) @cache
        assign w = v
        return w
      )
      class K
        assign a = 1
        assign m = (closure m(receiver self) => self.a)
      assign key = (closure (s, t = 1) => s)
    ");
}

#[test]
fn expressions() {
    assert_snapshot!(body(r#"x = (((a)))
x = a.b[0][1:2, k]
x = f(*a, 1, *b.c[0], k=v, **d)
x = f(n for n in ns if n)
x = [[], (1,), {2, *s}, {"k": v, **d}]
x = [a for b in c if d for e in g]
x = {k: v for k, v in d}
x = a if b else c
x = a and b and c or not d
x = a < b == c
x = a not in b, a is not None
x = -1_000 ** 2.5 % y | ~z
x = a + b + c - d
x = (n := 10)
x = await g(), ...
y = yield x
y = yield from x
y = *a, *b[1]
"#), @r#"
    function f() exported
      assign x = a
      assign x = a.b[0][(tuple (unknown 1 2) k)]
      assign x = (call f *a 1 *b.c[0] k=v **d)
      assign x = (call f (comprehension n for n in ns if n))
      assign x = (list (list) (tuple 1) (set 2 (spread s)) (dict "k": v (spread d)))
      assign x = (comprehension a for b in c for e in g if d)
      assign x = (comprehension (tuple k v) for (tuple k v) in d)
      assign x = (if b a c)
      assign x = (or (and (and a b) c) (not d))
      assign x = (and (< a b) (== b c))
      assign x = (tuple (not-in a b) (is-not a null))
      assign x = (| (% (- (** 1000 2.5)) y) (~ z))
      assign x = (- (concat a b c) d)
      assign x = (:= n 10)
      assign x = (tuple (await (call g)) Ellipsis)
      assign y = (yield x)
      assign y = (yield (spread x))
      assign y = (tuple (spread a) (spread b[1]))
    "#);
}

#[test]
fn strings() {
    assert_snapshot!(body(r#"x = "a\n\x41", 'it\'s', r"\d", b"x", u"\u00e9"
x = """a
b"""
x = "a" 'b' f"{c}"
x = "a" + b + "c" "d"
"#), @r#"
    function f() exported
      assign x = (tuple "a\nA" "it's" "\\d" b"x" "é")
      assign x = "a\n    b"
      assign x = (concat "a" "b" (fstring {c}))
      assign x = (concat "a" b "c" "d")
    "#);
}

#[test]
fn strings_with_holes() {
    assert_snapshot!(body(r#"x = f"hi {a.b!r:>{width}} {{}} {c=}{d:%Y}"
x = f"plain"
x = "id = %s" % value
x = "%s: %-5d 100%%" % (a, b)
x = "%(k)s %(other)s" % {"k": v}
x = "%s %s" % pair
x = ("a %s " "b %s" + "c") % (a, b)
x = "{} {0!r} {name.attr:>{w}} {{}}".format(p, name=n, w=w)
x = "{} {}".format(*a, **k)
x = "no holes".format(a)
x = a % b
"#), @r#"
    function f() exported
      assign x = (fstring "hi " {a.b "!r:>{width}"} {width} " {} " {c "="} {d ":%Y"})
      assign x = "plain"
      assign x = (percent "id = " {value "s"} of "id = %s")
      assign x = (percent {a "s"} ": " {b "-5d"} " 100%" of "%s: %-5d 100%%")
      assign x = (percent {v "s"} " " {(unknown) "s"} of "%(k)s %(other)s")
      assign x = (percent {pair "s"} " " {pair "s"} of "%s %s")
      assign x = (percent "a " {a "s"} " " "b " {b "s"} "c" of (concat "a %s " "b %s" "c"))
      assign x = (format {p} " " {p "!r"} " " {n ":>{w}"} {w} " {}" of "{} {0!r} {name.attr:>{w}} {{}}")
      assign x = (format {a} " " {a} of "{} {}")
      assign x = (call "no holes".format a)
      assign x = (% a b)
    "#);
}

#[test]
fn annotations_in_strings_are_names() {
    assert_snapshot!(body(r#"a: "pkg.User" = 1
b: Literal["GET"]
c: Annotated[str, "note"]
d: Callable[["Request"], "Response"] | None
e: "not a name"
"#), @r#"
    function f() exported
      assign a: pkg.User = 1
      assign b: Literal["GET"]
      assign c: Annotated[(tuple str "note")]
      assign d: (| Callable[(tuple (list Request) Response)] null)
      assign e: "not a name"
    "#);
}

#[test]
fn what_is_not_modelled_is_unknown_with_its_parts() {
    assert_snapshot!(body(r#"print >>f, x
exec "code" in scope
"#), @r#"
    function f() exported
      unknown f x
      unknown "code" scope
    "#);
}

#[test]
fn a_broken_line_costs_itself() {
    assert_snapshot!(lowered(r#"class Repo:
    def find(self, name):
        self.db.execute(name
        return name

    def other(self, name):
        if name:
            x = self.
            return x

def half(

def after(a):
    q = "select
    return f"{a

def last():
    return 1
"#), @r"
    class Repo
    function Repo.find(self, name)
    function Repo.other(self, name)
    function after(a)
    function last()

    module
      class Repo
        define Repo.find
        define Repo.other
      unknown
      define after
      define last

    method Repo.find(receiver self, name) exported
      unknown
      return name

    method Repo.other(receiver self, name) exported
      if name
        unknown
        return x

    function after(a) exported
      unknown
      unknown

    function last() exported
      return 1
    ");
}

#[test]
fn a_missing_quote_costs_its_line() {
    assert_snapshot!(lowered(r#"def first():
    x = """select
    return x

def second():
    """Doc."""
    return 2
"#), @r"
    function first()
    function second()

    module
      define first
      define second

    function first() exported
      unknown
      return x

    function second() exported
      pass
      return 2
    ");
}

#[test]
fn a_broken_header_keeps_its_block() {
    assert_snapshot!(lowered(r"def handler(request, a:
    run(request)
    if request
        stop()

class Broken(
    def m(self):
        pass
"), @r"
    class Broken
    function handler()
    function Broken.m(self)

    module
      define handler
      class Broken
        define Broken.m

    function handler() exported
      expr (call run request)
      unknown
      expr (call stop)

    method Broken.m(receiver self) exported
      pass
    ");
}

#[test]
fn a_line_that_lost_its_indentation_keeps_its_class() {
    assert_snapshot!(lowered(r"class C:
    def m(self):
        a()
b(
        c()

    def n(self):
        pass
"), @r"
    class C
    function C.m(self)
    function C.n(self)

    module
      class C
        define C.m
        define C.n

    method C.m(receiver self) exported
      expr (call a)

    method C.n(receiver self) exported
      pass
    ");
}

#[test]
fn python_2_does_not_disturb_its_neighbours() {
    assert_snapshot!(lowered(r#"def f():
    print "x" % y
    exec code
    raise E, "x"

def g():
    return 1
"#), @r#"
    function f()
    function g()

    module
      define f
      define g

    function f() exported
      unknown (% "x" y)
      unknown code
      raise (tuple E "x")

    function g() exported
      return 1
    "#);
}

/// The texts of what a body's spans cover.
fn texts<'a>(source: &'a str, layout: &'a BodyLayout) -> impl Iterator<Item = &'a str> {
    let exprs = layout.body.exprs.iter().map(|expr| expr.span);
    let stmts = layout.body.stmts.iter().map(|stmt| stmt.span);
    exprs
        .chain(stmts)
        .map(|span| &source[layout.resolve(span).range()])
}

#[test]
fn spans_cover_what_they_stand_for() {
    let source = "x = (a)\n\nclass C:\n    y = 'b'\n    def m(self):\n        return (f(k = 1))\n    z = w\n";
    let file = file(source);
    let found: Vec<Vec<_>> = file
        .bodies
        .iter()
        .map(|layout| texts(source, layout).collect())
        .collect();
    let module = [
        "x",
        "a",
        "y",
        "'b'",
        "z",
        "w",
        "x = (a)",
        "y = 'b'",
        "def m(self)",
        "z = w",
        "class C",
    ];
    assert_eq!(found[0], module);
    assert_eq!(
        found[1],
        ["self", "f", "1", "f(k = 1)", "return (f(k = 1))"]
    );
}

#[test]
fn parts_of_strings_know_where_they_are_written() {
    let source = "def f():\n    return 'é\\n%s' % a, f'\\t{b:>3}c', '''{x}.'''.format(x=1)\n";
    let file = file(source);
    let layout = layout(&file, "f");
    let mut found = Vec::new();
    for expr in &layout.body.exprs {
        let ExprKind::Template { parts, .. } = &expr.kind else {
            continue;
        };
        for part in parts {
            let (Part::Text { span, .. } | Part::Hole { span, .. }) = part;
            found.push(&source[layout.resolve(*span).range()]);
        }
    }
    assert_eq!(found, ["é\\n", "%s", "\\t", "{b:>3}", "c", "{x}", "."]);
}

#[test]
fn string_content_is_between_the_quotes() {
    let source = "x = rb'\\d', \"\"\"é\"\"\", ''\n";
    let file = file(source);
    let module = file.module();
    let contents = module
        .body
        .exprs
        .iter()
        .filter_map(|expr| match &expr.kind {
            ExprKind::Literal(Literal::String(string) | Literal::Bytes(string)) => {
                Some(string.content)
            }
            _ => None,
        });
    let found: Vec<_> = contents
        .map(|content| &source[module.resolve(content).range()])
        .collect();
    assert_eq!(found, ["\\d", "é", ""]);
}

#[test]
fn comments_are_found_wherever_they_stand() {
    let source = "# a\nx = '# no' # b\r\ndef f(\n    a, # c\n):\n    # d\n    y = f'{a}#no' # e\n";
    let document = Document::parse(Language::Python, source);
    let first = lower(&document, None);
    let comments = |file: &FileIr| -> Vec<_> {
        let spans = file.comments.iter().map(|comment| comment.span.range());
        spans.map(|range| source[range].trim_end()).collect()
    };
    assert_eq!(comments(&first), ["# a", "# b", "# c", "# d", "# e"]);
    assert_eq!(comments(&lower(&document, Some(&first))), comments(&first));
}

const THREE: &str = "import os\n\ndef a(x):\n    return os.popen(x)\n\nclass C:\n    y = 1\n    def b(self):\n        return self.y\n\ndef c():\n    pass\n";

fn bodies_kept(before: &FileIr, after: &FileIr) -> Vec<&'static str> {
    let kept = after.bodies.iter().filter(|layout| {
        let known = before.body(layout.body.key);
        known.is_some_and(|known| Arc::ptr_eq(&known.body, &layout.body))
    });
    kept.map(|layout| layout.body.key.path.as_str()).collect()
}

fn edited(edit: &str, replacement: &str) -> (FileIr, FileIr) {
    let document = Document::parse(Language::Python, THREE);
    let before = lower(&document, None);
    let start = THREE.find(edit).expect("the edit is in the text") as u32;
    let edit = TextEdit {
        range: start..start + edit.len() as u32,
        text: replacement.to_owned(),
    };
    let document = document.edited(&[edit]);
    let after = lower(&document, Some(&before));
    let scratch = lower(&document, None);
    assert_eq!(dump::file(&after), dump::file(&scratch));
    for (body, scratch) in after.bodies.iter().zip(&scratch.bodies) {
        assert_eq!(body.body, scratch.body);
        assert_eq!(body.anchors, scratch.anchors);
    }
    (before, after)
}

#[test]
fn an_edit_in_a_function_lowers_that_function_alone() {
    let (before, after) = edited("self.y", "self.y + 12345");
    assert_eq!(bodies_kept(&before, &after), ["", "a", "c"]);
    assert!(Arc::ptr_eq(&before.items, &after.items));
}

#[test]
fn an_edit_between_functions_moves_the_others() {
    let (before, after) = edited("class C", "# a comment\n\nclass C");
    assert_eq!(bodies_kept(&before, &after), ["", "a", "C.b", "c"]);
    assert_eq!(
        layout(&after, "c").span.start,
        layout(&before, "c").span.start + 13
    );
}

#[test]
fn an_edit_that_breaks_a_line_keeps_the_other_functions() {
    let (before, after) = edited("os.popen(x)", "os.popen(x");
    assert_eq!(bodies_kept(&before, &after), ["", "C.b", "c"]);
}

#[test]
fn an_edit_of_an_import_changes_the_hash_of_every_body() {
    let (before, after) = edited("import os", "import is");
    assert!(bodies_kept(&before, &after).is_empty());
    let hashes =
        |file: &FileIr| -> Vec<u64> { file.bodies.iter().map(|layout| layout.body.hash).collect() };
    let (before, after) = (hashes(&before), hashes(&after));
    assert!(
        before
            .iter()
            .zip(&after)
            .all(|(before, after)| before != after)
    );
}

#[test]
fn an_empty_file_has_an_empty_module() {
    for source in ["", "\n", "# comment", "\u{feff}"] {
        let file = file(source);
        assert_eq!(file.bodies.len(), 1);
        assert!(file.module().body.root.is_empty());
    }
}

/// Most opening parentheses of a line of the dump, which has at most two for an expression.
fn parentheses_per_line(body: &Body) -> usize {
    dump::body(body)
        .lines()
        .map(|line| line.matches('(').count())
        .max()
        .unwrap_or(0)
}

#[test]
fn deep_nesting_is_cut_and_parentheses_are_free() {
    let many = 100_000;
    let parentheses = format!("x = {}a{}\ny = 1\n", "(".repeat(many), ")".repeat(many));
    assert_snapshot!(lowered(&parentheses), @r"
    module
      assign x = a
      assign y = 1
    ");
    for (open, close) in [
        ("[", "]"),
        ("-", ""),
        ("not ", ""),
        ("f(", ")"),
        ("lambda: ", ""),
        ("{1: ", "}"),
    ] {
        let source = format!(
            "x = {}a{}\ny = 1\n",
            open.repeat(20_000),
            close.repeat(20_000)
        );
        let file = file(&source);
        let module = &file.module().body;
        assert!(
            parentheses_per_line(module) <= 2 * MAX_DEPTH as usize + 2,
            "{open}"
        );
        assert!(
            matches!(
                module.stmt(*module.root.last().unwrap()).kind,
                StmtKind::Assign { .. }
            ),
            "{open}"
        );
    }
}

#[test]
fn long_chains_stay_whole() {
    let chain = |operator: &str| format!("x = {}\n", vec!["a"; 10_000].join(operator));
    for (operator, operands) in [
        (" + ", 10_000),
        (" and ", 10_000),
        (" or ", 10_000),
        (" < ", 10_000),
        (" ", 0),
    ] {
        let file = file(&chain(operator));
        let module = &file.module().body;
        let names = module
            .exprs
            .iter()
            .filter(|expr| expr.kind == ExprKind::Name(Symbol::new("a")));
        assert!(names.count() >= operands, "{operator}");
        dump::body(module);
    }
    let elifs = format!("if a:\n    pass\n{}", "elif b:\n    pass\n".repeat(10_000));
    let file = file(&elifs);
    let module = &file.module().body;
    let StmtKind::If { arms, .. } = &module.stmt(module.root[0]).kind else {
        panic!("an if statement");
    };
    assert_eq!(arms.len(), 10_001);
}

#[test]
fn nonsense_on_every_line_lowers() {
    for line in [
        "(#\n",
        "x = (\n",
        ") # x\n",
        "\"\"\"\n'\n",
        "class A:\n  x = (\n",
        "@\n",
        "def f(:\n",
        "    if x\n",
    ] {
        let source = line.repeat(20_000);
        let file = file(&source);
        for layout in &file.bodies {
            texts(&source, layout).for_each(drop);
        }
    }
}

#[test]
fn a_class_in_a_function_has_its_functions_there() {
    let file = file("def f():\n    class C:\n        def m(self): pass\n");
    let paths: Vec<_> = file
        .bodies
        .iter()
        .map(|layout| layout.body.key.path.as_str())
        .collect();
    assert_eq!(paths, ["", "f"]);
}

#[test]
fn a_redefined_function_has_the_next_ordinal() {
    let file = file("def f(): a\ndef f(): b\nclass C:\n    def f(self): c\n    def f(self): d\n");
    let keys: Vec<_> = file
        .bodies
        .iter()
        .map(|layout| (layout.body.key.path.as_str(), layout.body.key.ordinal))
        .collect();
    assert_eq!(keys, [("", 0), ("f", 0), ("f", 1), ("C.f", 0), ("C.f", 1)]);
}

const PIECES: [&str; 44] = [
    "def f(a, b=1):",
    "class C(B):",
    "@app.route('/x')",
    "if x:",
    "elif é:",
    "else:",
    "for i in xs:",
    "while x",
    "try:",
    "except E as e:",
    "finally:",
    "with a as b:",
    "match x:",
    "case [1, *_]:",
    "return ",
    "x = ",
    "lambda: ",
    "import a.b",
    "from . import c",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "\"\"\"",
    "f\"{a!r:>{w}} \"",
    "'%s' % ",
    ".format(",
    "\\",
    "# é",
    "\n",
    "\n    ",
    "\n        ",
    "\r\n",
    "é",
    "x",
    ".y",
    "1",
    "*a",
    ", ",
    " + ",
];

proptest! {
    #[test]
    fn any_text_lowers_to_spans_inside_it(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        let source = pieces.concat();
        let file = file(&source);
        for layout in &file.bodies {
            prop_assert!(source.get(layout.span.range()).is_some());
            texts(&source, layout).for_each(drop);
            dump::body(&layout.body);
        }
        for comment in &file.comments {
            prop_assert!(source[comment.span.range()].starts_with('#'));
        }
    }

    #[test]
    fn a_known_version_of_the_file_changes_nothing_but_speed(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40),
        piece in prop::sample::select(&PIECES[..]),
        at in any::<prop::sample::Index>(),
    ) {
        let mut at = at.index(pieces.len() + 1);
        let source = pieces.concat();
        at = pieces[..at].concat().len();
        let document = Document::parse(Language::Python, &source);
        let before = lower(&document, None);
        let document = document.edited(&[TextEdit { range: at as u32..at as u32, text: piece.to_owned() }]);
        let after = lower(&document, Some(&before));
        let scratch = lower(&document, None);
        prop_assert_eq!(&after.items, &scratch.items);
        let bodies = |file: &FileIr| -> Vec<Arc<Body>> { file.bodies.iter().map(|layout| Arc::clone(&layout.body)).collect() };
        prop_assert_eq!(bodies(&after), bodies(&scratch));
    }
}
