//! What Rust lowers to.

use std::sync::Arc;

use insta::assert_snapshot;
use proptest::prelude::*;
use tripline_ir::lower::lower;
use tripline_ir::{BodyKey, BodyLayout, ExprKind, FileIr, Literal, Part, Symbol, dump};
use tripline_syntax::{Document, Language};

fn file(source: &str) -> FileIr {
    lower(&Document::parse(Language::Rust, source), None)
}

/// Items and bodies of a file.
fn lowered(source: &str) -> String {
    dump::file(&file(source))
}

/// The body of a function with these statements.
fn body(statements: &str) -> String {
    let file = file(&format!("fn f() {{\n{statements}\n}}\n"));
    dump::body(&layout(&file, "f").body)
}

fn layout<'a>(file: &'a FileIr, path: &str) -> &'a BodyLayout {
    let key = BodyKey::new(Symbol::new(path), 0);
    file.body(key).expect("the file has this body")
}

#[test]
fn use_trees_are_imports() {
    assert_snapshot!(lowered(r"
use std::fs;
use std::io::{self, Read as _, Write as W, prelude::*};
use serde_json;
use ::sqlx::{query, postgres::{PgPool, PgRow as Row}};
use crate::db::Pool;
pub use self::models::User;
pub(crate) use super::config;
use {a::b, c as d};
use r#type::r#match;
extern crate foo as bar;
extern crate core;
mod db;
"), @r"
    import fs = std.fs from std (name)
    import io = std.io from std (name)
    import _ = std.io.Read from std.io (side effect)
    import W = std.io.Write from std.io (name)
    import _ = std.io.prelude from std.io.prelude (wildcard)
    import serde_json = serde_json from serde_json (module)
    import query = sqlx.query from sqlx (name)
    import PgPool = sqlx.postgres.PgPool from sqlx.postgres (name)
    import Row = sqlx.postgres.PgRow from sqlx.postgres (name)
    import Pool = crate.db.Pool from crate.db (name)
    import User = self.models.User from self.models (name)
    import config = super.config from super (name)
    import b = a.b from a (name)
    import d = c from c (module)
    import match = type.match from type (name)
    import bar = foo from foo (module)
    import core = core from core (module)
    import db = self.db from self.db (module)
    export User = User from self.models
    export config = config from super

    module
      import fs = std.fs from std (name)
      import io = std.io from std (name)
      import _ = std.io.Read from std.io (side effect)
      import W = std.io.Write from std.io (name)
      import _ = std.io.prelude from std.io.prelude (wildcard)
      import serde_json = serde_json from serde_json (module)
      import query = sqlx.query from sqlx (name)
      import PgPool = sqlx.postgres.PgPool from sqlx.postgres (name)
      import Row = sqlx.postgres.PgRow from sqlx.postgres (name)
      import Pool = crate.db.Pool from crate.db (name)
      import User = self.models.User from self.models (name)
      import config = super.config from super (name)
      import b = a.b from a (name)
      import d = c from c (module)
      import match = type.match from type (name)
      import bar = foo from foo (module)
      import core = core from core (module)
      import db = self.db from self.db (module)
    ");
}

/// What a file exports, one line each.
fn exports(source: &str) -> String {
    let dump = lowered(source);
    let lines = dump.lines().filter(|line| line.starts_with("export "));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn visible_uses_are_exports() {
    assert_snapshot!(exports(r"
pub use a::b::c as d;
pub use crate::db::{Pool, query::*, self};
pub(crate) use self::models::User;
pub use serde;
pub use std::io::Read as _;
pub extern crate core as base;
use private::name;
pub mod file;
pub mod prelude {
    pub use super::Config;
    pub use crate::traits::*;
    use private::other;
}
"), @r"
    export d = c from a.b
    export Pool = Pool from crate.db
    export * from crate.db.query
    export db = db from crate
    export User = User from self.models
    export serde = _ from serde
    export base = _ from core
    export prelude.Config = Config from self
    export prelude = _ from crate.traits
    ");
}

#[test]
fn imports_of_inline_modules_are_seen_from_the_file() {
    assert_snapshot!(lowered(r"
mod a {
    use super::x;
    use self::y;
    mod b {
        use super::super::z;
        use super::super::super::w;
        mod c;
    }
}
#[cfg(test)]
mod tests {
    use super::*;
}
"), @r"
    import x = self.x from self (name)
    import y = self.y from self (name)
    import z = self.z from self (name)
    import w = super.w from super (name)
    import c = self.a.b.c from self.a.b.c (module)
    import _ = self from self (wildcard)

    module
      import x = self.x from self (name)
      import y = self.y from self (name)
      import z = self.z from self (name)
      import w = super.w from super (name)
      import c = self.a.b.c from self.a.b.c (module)
      import _ = self from self (wildcard)
    ");
}

#[test]
fn a_module_with_a_path_denotes_the_file_at_it() {
    let file = file("mod db;\n\n#[cfg(unix)]\n#[path = \"unix/sockets.rs\"]\npub mod sockets;\n");
    let targets: Vec<_> = file
        .items
        .imports
        .iter()
        .map(|import| (import.local.unwrap().as_str(), import.target.as_str()))
        .collect();
    assert_eq!(
        targets,
        [("db", "self.db"), ("sockets", "./unix/sockets.rs")]
    );
}

#[test]
fn constants_are_statements_of_the_module() {
    assert_snapshot!(lowered(r#"
const KEY: &str = "k";
pub static NAMES: &[&'static str] = &["a", "b"];
static mut COUNT: u32 = 1_000u32;
lazy_static! {
    static ref TOKEN: String = "t".to_string();
}
thread_local! { static CACHE: RefCell<u8> = RefCell::new(1) }
const _: () = assert!(true);
"#), @r#"
    module
      const KEY: str = "k"
      const NAMES: [][str] = (reference (list "a" "b"))
      let COUNT: u32 = 1000
      block
        const TOKEN: String = (call "t".to_string)
      expr (call lazy_static!)
      block
        const CACHE: RefCell[u8] = (call RefCell.new 1)
      expr (call thread_local!)
      const _: null = (call assert! true)
    "#);
}

#[test]
fn types_are_classes_with_fields() {
    assert_snapshot!(lowered(r#"
#[derive(Debug, Clone)]
#[serde(rename_all = "camelCase", default)]
pub struct User<'a, T: Copy> {
    pub id: u64,
    name: &'a mut str,
    #[serde(skip)]
    tags: Vec<Option<T>>,
    pool: std::sync::Arc<sqlx::PgPool>,
    hook: fn(u8) -> u8,
    both: Box<dyn Repo + Send>,
    bytes: [u8; 4],
    r#type: *const (u8, u8),
}
struct Wrap(pub String, #[a] sqlx::Pool<Postgres>);
struct Unit;
enum Shape {
    None,
    Circle(f64),
    Square { side: f64 },
}
union Bits { a: u32, b: f32 }
type Result<T> = std::result::Result<T, Error>;
trait Repo: Send + fmt::Debug + 'static {
    type Item;
    const MAX: usize = 3;
    fn find(&self);
}
impl Repo for Unit {
    type Item = u8;
}
impl<T> From<T> for Unit {}
impl Unit {
    const NAME: &'static str = "unit";
}
"#), @r#"
    class User id: u64 name: str tags: Vec<Option<T>> pool: std.sync.Arc<sqlx.PgPool> hook: fn both: Box<Repo> bytes: []<u8> type: ()<u8,u8>
    class Wrap 0: String 1: sqlx.Pool<Postgres>
    class Unit <Repo> <From>
    class Shape
    class Shape.Circle <Shape> 0: f64
    class Shape.Square <Shape> side: f64
    class Bits a: u32 b: f32
    class Result <std.result.Result<T,Error>>
    class Repo <Send> <fmt.Debug>
    interface Repo <Send> <fmt.Debug> find

    module
      class User @(call derive Debug Clone) @(call serde rename_all="camelCase" default)
      class Wrap
      class Unit
      class Shape
      class Bits
      class Result
      class Repo
      class Repo
        const MAX: usize = 3
      class Unit
        const NAME: str = "unit"
    "#);
}

#[test]
fn a_type_parameter_is_the_trait_that_bounds_it() {
    let file = file(
        "struct Service<S: Store, L> where L: Log { store: Arc<S>, log: L }\n\
         struct Later<C> { clock: C }\n\
         impl<C: Clone + Clock> Later<C> { fn now<T>(&self, tick: &T) where T: Send + Tick {} }\n\
         #[cfg(test)]\nimpl Store for Fake { fn find(&self) {} }\n",
    );
    let fields = file.items.classes.iter().flat_map(|class| &class.fields);
    let types: Vec<&str> = fields.map(|(_, ty)| ty.as_str()).collect();
    assert_eq!(types, ["Arc<Store>", "Log", "Clock"]);
    let body = dump::body(&layout(&file, "Later.now").body);
    assert!(body.contains("tick: Tick"), "{body}");
    assert_eq!(file.items.implementations, []);
}

#[test]
fn functions_and_methods_are_bodies() {
    assert_snapshot!(lowered(r#"
fn main() {}
pub fn open(a: &str, b: Option<String>, (c, d): (u8, u8), _: ()) -> Result<(), Box<dyn Error>> { Ok(()) }
pub(crate) async unsafe extern "C" fn visible<T: Into<String>>(mut x: T, y: impl Fn(u8) -> u8) -> impl Iterator<Item = u8> where T: Copy { x }
fn hidden(&[a, b]: &[u8; 2], Query(q): Query<Params>, Point { x, .. }: Point) {}
struct Repo;
impl<T> Repo<T> {
    pub fn new() -> Self { Self { db: 1 } }
    fn find(&self, id: u64) -> Self { Self::new() }
    fn find(&mut self) {}
    fn own(self: Arc<Self>) {}
}
impl std::fmt::Display for Repo<u8> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result { Self::helper(f) }
}
impl Trait for &'_ dyn my::Thing { fn f(self) {} }
impl<T> Trait for [T] { fn f(self) {} }
pub trait Greet {
    fn name(&self) -> String;
    fn greet(&self) { self.name(); }
}
trait Private { fn p(&self) {} }
extern "C" { fn puts(s: *const u8); }
"#), @r#"
    class Repo <std.fmt.Display>
    class Greet
    class Private
    function main()
    function open(a, b, _, _)
    function visible(x, y)
    function hidden(_, _, _)
    function Repo.new()
    function Repo.find(self, id)
    function Repo.find(self)
    function Repo.own(self)
    function Repo.fmt(self, f)
    function my.Thing.f(self)
    function []T.f(self)
    function Greet.greet(self)
    function Private.p(self)
    interface Greet name greet
    interface Private p
    implements std.fmt.Display by Repo.fmt
    implements Trait by my.Thing.f
    implements Trait by []T.f
    implements Greet by Greet.greet
    implements Private by Private.p

    module
      define main
      define open
      define visible
      define hidden
      class Repo
      define Repo.new
      define Repo.find
      define Repo.find
      define Repo.own
      define Repo.fmt
      define my.Thing.f
      define []T.f
      class Greet
      define Greet.greet
      class Private
      define Private.p

    function main()

    function open(a: str, b: Option[String], (tuple c d): (tuple u8 u8), _: null) -> Result[(tuple null Box[Error])] exported
      return (call Ok null)

    function visible(x: Into[String], y: (unknown)) -> Iterator exported
      return x

    function hidden((list a b): [][u8], (tuple<Query> q): Query[Params], (struct<Point> "x": x): Point)

    method Repo.new() -> Repo exported
      return (struct<Repo> "db": 1)

    method Repo.find(receiver self, id: u64) -> Repo
      return (call Repo.new)

    method Repo.find#1(receiver self)

    method Repo.own(receiver self: Arc[Repo])

    method Repo.fmt(receiver self, f: Formatter) -> fmt.Result exported
      return (call Repo.helper f)

    method my.Thing.f(receiver self) exported

    method []T.f(receiver self) exported

    method Greet.greet(receiver self) exported
      expr (call self.name)

    method Private.p(receiver self)
    "#);
}

#[test]
fn functions_of_inline_modules_have_its_name_in_their_paths() {
    assert_snapshot!(lowered(r"
mod outer {
    pub mod inner {
        pub struct S;
        impl S { pub fn m(&self) { super::f(); super::super::g(); super::super::super::h(); self::i(); } }
        const K: u8 = 1;
    }
    fn f() {}
}
#[cfg(test)]
mod tests {
    #[test]
    fn it_works() { crate::a::b(); }
    fn helper() {}
}
"), @r"
    class S
    function outer.inner.S.m(self)
    function outer.f()
    function tests.it_works()
    function tests.helper()

    module
      class S
      define outer.inner.S.m
      const K: u8 = 1
      define outer.f
      define tests.it_works @test
      define tests.helper

    method outer.inner.S.m(receiver self) exported
      expr (call f)
      expr (call g)
      expr (call super.h)
      expr (call i)

    function outer.f()

    function tests.it_works() @test
      expr (call crate.a.b)

    function tests.helper()
    ");
    let source = "mod tests { fn helper() {} }\n#[tokio::test]\nasync fn a() {}\n#[test]\nfn b() {}\nfn c() {}\n";
    let file = file(source);
    let tests = file.bodies.iter().filter(|layout| layout.body.is_test());
    let tests: Vec<_> = tests.map(|layout| layout.body.key.path.as_str()).collect();
    assert_eq!(tests, ["tests.helper", "a", "b"]);
}

#[test]
fn attributes_are_decorators() {
    assert_snapshot!(lowered(r#"
#![allow(dead_code)]

/// Documentation.
#[get("/users/<id>", rank = 2)]
#[tracing::instrument(skip(self, pool), fields(id = %id))]
/// More of it.
#[doc = "text"]
#[cfg(all(unix, feature = "x"))]
#[inline]
fn handler(#[from] id: u32) {}
"#), @r#"
    function handler(id)

    module
      define handler @(call get "/users/<id>" rank=2) @(call tracing.instrument (call skip self pool) (unknown fields id id)) @(call doc "text") @(call cfg (call all unix feature="x")) @inline

    function handler(id: u32) @(call get "/users/<id>" rank=2) @(call tracing.instrument (call skip self pool) (unknown fields id id)) @(call doc "text") @(call cfg (call all unix feature="x")) @inline
    "#);
}

#[test]
fn let_binds_patterns() {
    assert_snapshot!(body(r"
let a;
let mut b: Vec<u8> = Vec::new();
let (c, mut d, _) = f();
let Point { x, y: ref mut z, .. } = p;
let [first, .., last] = xs;
let [head, tail @ ..] = ys;
let all @ (e, g) = pair;
let &(ref h, i) = q;
let Wrapper(Some(j)) = w;
let r#type = 1;
let _ = k;
let (all @ [n, ..], m @ 1..=5) = o;
"), @r#"
    function f()
      let a
      let b: Vec[u8] = (call Vec.new)
      let (tuple c d _) = (call f)
      let (struct<Point> "x": x "y": z) = p
      let (list first (spread _) last) = xs
      let (list head (spread tail)) = ys
      let all = (tuple e g) = pair
      let (tuple h i) = q
      let (tuple<Wrapper> (tuple<Some> j)) = w
      let type = 1
      let _ = k
      let (tuple (:= all (list n (spread _))) m) = o
    "#);
}

#[test]
fn let_else_is_a_pattern_that_is_tried() {
    assert_snapshot!(body(r"
let Some(user) = find(id)? else {
    return;
};
let (Ok(a) | Err(a)) = g() else { continue };
"), @r"
    function f()
      if (:= (tuple<Some> user) (cast (call find id)))
      else
        return
      if (:= (or (tuple<Ok> a) (tuple<Err> a)) (call g))
      else
        continue
    ");
}

#[test]
fn assignments() {
    assert_snapshot!(body(r"
x = 1;
x += y;
x <<= 2;
*p = 3;
a[i] = b.c;
(a, b) = (b, a);
_ = f();
self.0.x = y;
"), @r"
    function f()
      assign x = 1
      assign x += y
      assign x op= 2
      assign (reference p) = 3
      assign a[i] = b.c
      assign (tuple a b) = (tuple b a)
      assign _ = (call f)
      assign self.0.x = y
    ");
}

#[test]
fn conditions_may_try_patterns() {
    assert_snapshot!(body(r"
if a && b || !c {
    x();
} else if let Some(y) = f() {
    y();
} else {
    z();
}
if let Some(a) = f() && let Ok(b) | Err(b) = g(a) && a > b {
    use_both(a, b);
}
while let Some(x) = stack.pop() {
    continue;
}
"), @r"
    function f()
      if (or (and a b) (not c))
        expr (call x)
      elif (:= (tuple<Some> y) (call f))
        expr (call y)
      else
        expr (call z)
      if (and (and (:= (tuple<Some> a) (call f)) (:= (or (tuple<Ok> b) (tuple<Err> b)) (call g a))) (> a b))
        expr (call use_both a b)
      while (:= (tuple<Some> x) (call stack.pop))
        continue
    ");
}

#[test]
fn a_match_is_a_switch() {
    assert_snapshot!(body(r#"
match x {
    1 | 2 => a(),
    -1 => {}
    3..=9 => b(),
    'c' | "text" if guard => c(),
    None => return,
    MAX => f(),
    Shape::Square { side, name: "n", .. } => { side; }
    Ok(Some(inner)) | Err(Wrapped { inner }) => inner,
    y @ (Some(1) | None) => y,
    v if let Some(w) = v => w,
    ref mut n => g(n),
    _ => panic!("none"),
}
"#), @r#"
    function f()
      switch x
      case 1 2
        expr (call a)
      case (- 1)
        block
      case (unknown 3 9)
        expr (call b)
      case "c" "text" if guard
        expr (call c)
      case (tuple<None>)
        return
      case (tuple<MAX>)
        expr (call f)
      case (struct<Shape.Square> "side": side "name": "n")
        block
          expr side
      case (tuple<Ok> (tuple<Some> inner)) (tuple<Err> (struct<Wrapped> "inner": inner))
        expr inner
      case y
        expr y
      case v if (:= (tuple<Some> w) v)
        expr w
      case n
        expr (call g n)
      case
        raise "none"
    "#);
}

#[test]
fn loops() {
    assert_snapshot!(body(r"
for x in xs {
    break;
}
for (i, &Point { x, .. }) in points.iter().enumerate() {}
for _ in 0..n {}
'outer: loop {
    while a < b {
        continue 'outer;
    }
    break 'outer;
}
while { tick(); running } {
    step();
}
"), @r#"
    function f()
      for x in xs
        break
      for (tuple i (struct<Point> "x": x)) in (call (call points.iter).enumerate)
      for _ in (unknown 0 n)
      while
        while (< a b)
          continue
        break
      while
        let $1
        block
          expr (call tick)
          assign $1 = running
        if (not $1)
          break
        expr (call step)
    "#);
}

#[test]
fn blocks_as_values_leave_them_in_made_up_names() {
    assert_snapshot!(body(r"
let a = { let x = f(); x + 1 };
let b = match m { Some(v) => v, None => { log(); 0 } };
let c = loop { if done() { break compute(); } };
let d = 'block: { if e { break 'block 1; } 2 };
g(unsafe { read(p) }, unsafe { let q = p; *q });
let h = if i { first(); 1 } else if j { 2 } else { return };
k = match l { 1 => 'x', _ => unreachable!() };
let n = 'outer: loop { for o in p { break 'outer o; } };
"), @r#"
    function f()
      let $1
      block
        let x = (call f)
        assign $1 = (concat x 1)
      let a = $1
      let $2
      switch m
      case (tuple<Some> v)
        assign $2 = v
      case (tuple<None>)
        block
          expr (call log)
          assign $2 = 0
      let b = $2
      let $3
      while
        if (call done)
          assign $3 = (call compute)
          break
      let c = $3
      let $4
      while
        if e
          assign $4 = 1
          break
        assign $4 = 2
        break
      let d = $4
      let $5
      block
        let q = p
        assign $5 = (reference q)
      expr (call g (call read p) $5)
      let $6
      if i
        expr (call first)
        assign $6 = 1
      elif j
        assign $6 = 2
      else
        return
      let h = $6
      let $7
      switch l
      case 1
        assign $7 = "x"
      case
        raise
      assign k = $7
      let $8
      while
        for o in p
          assign $8 = o
          break
      let n = $8
    "#);
}

#[test]
fn plain_choices_are_conditional_expressions() {
    assert_snapshot!(body(r"
let a = if b { 1 } else { 2 };
let c = if d { 1 } else if e { 2 } else { f(3) };
let g = if h { if i { 1 } else { 2 } } else { 3 };
let j = if k { panic!() } else { 2 };
let l = if let Some(m) = n { m } else { o };
"), @r"
    function f()
      let a = (if b 1 2)
      let c = (if d 1 (if e 2 (call f 3)))
      let g = (if h (if i 1 2) 3)
      let $1
      if k
        raise
      else
        assign $1 = 2
      let j = $1
      let l = (if (:= (tuple<Some> m) n) m o)
    ");
}

#[test]
fn else_if_whose_condition_needs_statements_is_nested() {
    assert_snapshot!(body(r"
if a {
    b();
} else if { let c = d(); c } {
    e();
} else if f {
    g();
} else {
    h();
}
"), @r"
    function f()
      if a
        expr (call b)
      else
        let $1
        block
          let c = (call d)
          assign $1 = c
        if $1
          expr (call e)
        elif f
          expr (call g)
        else
          expr (call h)
    ");
}

#[test]
fn the_last_expression_of_a_function_with_a_result_is_returned() {
    assert_snapshot!(lowered(r#"
fn a() -> u8 { 1 }
fn b() { g() }
fn c() -> u8 { if x { return 1; } match y { 1 => 2, _ => { log(); unsafe { 3 } } } }
fn d() -> u8 { if x { 1 } else { z()?; 2 } }
fn e() -> u8 { loop { if x { break 1 } } }
fn f() -> String { format!("{x}") }
fn g() -> u8 { return match x { 1 => 2, _ => 3 }; }
"#), @r#"
    function a()
    function b()
    function c()
    function d()
    function e()
    function f()
    function g()

    module
      define a
      define b
      define c
      define d
      define e
      define f
      define g

    function a() -> u8
      return 1

    function b()
      expr (call g)

    function c() -> u8
      if x
        return 1
      switch y
      case 1
        return 2
      case
        block
          expr (call log)
          block
            return 3

    function d() -> u8
      if x
        return 1
      else
        expr (cast (call z))
        return 2

    function e() -> u8
      while
        if x
          return 1
          break

    function f() -> String
      return (format! {x} of "{x}")

    function g() -> u8
      switch x
      case 1
        return 2
      case
        return 3
    "#);
}

#[test]
fn names_paths_and_members() {
    assert_snapshot!(body(r"
x;
self.field.0.name;
std::collections::HashMap::<String, u8>::new();
Vec::<u8>::with_capacity(3);
parse::<u8>(x);
xs.iter().map(f).collect::<Vec<_>>();
<T as Trait>::f(x);
<Vec<u8>>::new();
<str>::len(s);
Self::new();
crate::a::b();
super::c();
self::d();
::std::mem::drop(x);
r#match.r#type;
u32::from_str(s);
f.await?.g()?;
"), @r"
    function f()
      expr x
      expr self.field.0.name
      expr (call std.collections.HashMap.new)
      expr (call Vec.with_capacity 3)
      expr (call parse x)
      expr (call (call (call xs.iter).map f).collect)
      expr (call T.f x)
      expr (call Vec.new)
      expr (call str.len s)
      expr (call Self.new)
      expr (call crate.a.b)
      expr (call super.c)
      expr (call d)
      expr (call std.mem.drop x)
      expr match.type
      expr (call u32.from_str s)
      expr (cast (call (cast (await f)).g))
    ");
}

#[test]
fn operators() {
    assert_snapshot!(body(r"
a + b + c - d;
a * (b % c);
-a;
!a;
&a;
&mut *a;
a & b | c ^ d << 1;
a == b && c != d || e < f;
a as u64 as usize;
&a[1..n];
a[..];
0..=9;
a[i][j];
x = y;
"), @r"
    function f()
      expr (- (concat a b c) d)
      expr (* a (% b c))
      expr (- a)
      expr (not a)
      expr (reference a)
      expr (reference (reference a))
      expr (| (& a b) (^ c (<< d 1)))
      expr (or (and (== a b) (!= c d)) (< e f))
      expr (cast (cast a u64) usize)
      expr (reference a[(unknown 1 n)])
      expr a[(unknown)]
      expr (unknown 0 9)
      expr a[i][j]
      assign x = y
    ");
}

#[test]
fn literals() {
    assert_snapshot!(body(r##"
f(1_000u64, 0xff_u8, 0x1f32, 0b1010, 1.5e3f32, 2usize, 1.0);
f(true, false, ());
f("a\tb\"\u{e9}\x41\
   c", r"raw\n", r#"a "b""#, 'c', '\'', '\u{e9}');
f(b"bytes\x41", br#"b"b"#, b'a', c"c");
"##), @r#"
    function f()
      expr (call f 1000 0xff 0x1f32 0b1010 1.5e3 2 1.0)
      expr (call f true false null)
      expr (call f "a\tb\"éAc" "raw\\n" "a \"b\"" "c" "'" "é")
      expr (call f b"bytesA" b"b\"b" 97 "c")
    "#);
}

#[test]
fn collections() {
    assert_snapshot!(body(r#"
let a = [1, 2];
let b = [0u8; 32];
let c = (1, "x");
let d = (1,);
let e = User { id: 1, name, r#type: "t", ..Default::default() };
let g = config::Pool::<u8> { 0: x };
let h = vec![1, f(2)];
let i = vec![0; n + 1];
let j = vec![];
let k = Unit {};
"#), @r#"
    function f()
      let a = (list 1 2)
      let b = (* (list 0) 32)
      let c = (tuple 1 "x")
      let d = (tuple 1)
      let e = (struct<User> "id": 1 "name": name "type": "t" (spread (call Default.default)))
      let g = (struct<config.Pool> "0": x)
      let h = (list 1 (call f 2))
      let i = (* (list 0) (concat n 1))
      let j = (list)
      let k = (struct<Unit>)
    "#);
}

#[test]
fn closures_and_nested_functions() {
    assert_snapshot!(body(r"
let a = |x| x + 1;
let b = move |(x, _): (u8, u8), &y| -> u8 { g(x); y };
let c = || {};
let d = async move { f().await?; Ok(()) };
h(1);
fn h(x: u8) -> u8 { x }
struct Local { a: u8 }
impl Local { fn m(&self) -> u8 { self.a } const K: u8 = 1; }
use std::fmt::Write as _;
const LIMIT: u8 = 3;
xs.iter().filter(|x| match x { Some(y) => y, None => return false }).for_each(|x| { x; });
for x in xs { let e = || { loop { break; } }; }
"), @r"
    function f()
      const h = (closure h(x: u8) => x)
      class Local
      class Local
        const m = (closure m(receiver self) => self.a)
        const K: u8 = 1
      import _ = std.fmt.Write from std.fmt (side effect)
      const LIMIT: u8 = 3
      let a = (closure (x) => (concat x 1))
      let b = (closure ((tuple x _): (tuple u8 u8), y)
        expr (call g x)
        return y
      )
      let c = (closure ()
      )
      let d = (closure ()
        expr (cast (await (call f)))
        return (call Ok null)
      )
      expr (call h 1)
      expr (call (call (call xs.iter).filter (closure (x)
        switch x
        case (tuple<Some> y)
          return y
        case (tuple<None>)
          return false
      )).for_each (closure (x)
        expr x
      ))
      for x in xs
        let e = (closure ()
          while
            break
        )
    ");
}

#[test]
fn formats_are_templates() {
    assert_snapshot!(body(r##"
let a = format!("select {} from {table}", x);
let b = format!("{0} {1:?} {0} {name:>w$} {}", y, z.len(), name = f(1));
let c = format!("{{literal}} {:>width$.prec$} {x:#?}", v);
let d = format!("no hole {{}}");
let e = format_args!(r#"raw "{}" \n"#, x);
let g = std::format!("{:.*} {}", 3, x, y);
let h = format!("{}");
let i = format!(template);
let j = alloc::format!(
    "multi \
     line {}",
    x,
);
println!();
println!("{}", x);
eprintln!("plain {{}}");
print!("{x}{y}");
write!(out, "{} {x}", y)?;
writeln!(out)?;
"##), @r#"
    function f()
      let a = (format! "select " {x} " from " {table} of "select {} from {table}")
      let b = (format! {y} " " {(call z.len) ":?"} " " {y} " " {(call f 1) ":>w$"} " " {y} of "{0} {1:?} {0} {name:>w$} {}")
      let c = (format! "{literal} " {v ":>width$.prec$"} " " {x ":#?"} of "{{literal}} {:>width$.prec$} {x:#?}")
      let d = "no hole {}"
      let e = (format! "raw \"" {x} "\" \\n" of "raw \"{}\" \\n")
      let g = (format! {x ":.*"} " " {y} of "{:.*} {}")
      let h = (format! {(unknown)} of "{}")
      let i = (call format! template)
      let j = (format! "multi line " {x} of "multi line {}")
      expr (call println!)
      expr (call println! (format! {x} of "{}"))
      expr (call eprintln! "plain {}")
      expr (call print! (format! {x} {y} of "{x}{y}"))
      expr (cast (call write! out (format! {y} " " {x} of "{} {x}")))
      expr (cast (call writeln! out))
    "#);
}

#[test]
fn macros_that_leave_or_assert() {
    assert_snapshot!(body(r#"
panic!("no {}", x);
unreachable!();
todo!("later");
bail!("bad {x}");
anyhow::bail!(error);
anyhow::ensure!(ok(x), "not {}", x);
assert!(a > b, "{}", a);
assert_eq!(a, b);
debug_assert_ne!(a, b, "message");
return Err(anyhow!("failed: {x}"));
"#), @r#"
    function f()
      raise (format! "no " {x} of "no {}")
      raise
      raise "later"
      raise (format! "bad " {x} of "bad {x}")
      raise error
      if (not (call ok x))
        raise (format! "not " {x} of "not {}")
      assert (> a b)
      assert (== a b)
      assert (!= a b)
      return (call Err (call anyhow! (format! "failed: " {x} of "failed: {x}")))
    "#);
}

#[test]
fn log_macros_have_a_template_behind_their_fields() {
    assert_snapshot!(lowered(r#"
use tracing::{info, warn as warning};
fn f() {
    info!("user {} {name}", id);
    log::error!(target: "db", "failed {e}");
    warning!(user = %id, ?name, count = 3, "message {}", x);
    tracing::debug!(id);
    trace!(%id, "plain");
}
"#), @r#"
    import info = tracing.info from tracing (name)
    import warning = tracing.warn from tracing (name)
    function f()

    module
      import info = tracing.info from tracing (name)
      import warning = tracing.warn from tracing (name)
      define f

    function f()
      expr (call (module tracing).info! (format! "user " {id} " " {name} of "user {} {name}"))
      expr (call log.error! target="db" (format! "failed " {e} of "failed {e}"))
      expr (call (module tracing).warn! user=id name count=3 (format! "message " {x} of "message {}"))
      expr (call tracing.debug! id)
      expr (call trace! id "plain")
    "#);
}

#[test]
fn other_macros_are_calls() {
    assert_snapshot!(lowered(r#"
use sqlx::query as q;
use serde_json::json;
fn f() {
    sqlx::query!("select $1", id as i64, &name);
    q!("select {}", id);
    query_as!(User, r"select", x.y(), ..z);
    let a = matches!(x, Some(1..=5) | None if y);
    let b = matches!(f(x, y), _);
    let c = dbg!(x, y) + dbg!(z);
    let d = concat!("a", "b");
    let e = include_str!("query.sql");
    let g = env!("TOKEN");
    let h = json!({"a": [x, {"b": y.z()}], (k): null, "c": -1});
    let i = routes![a, b::c];
    stringify!(a b c);
    m! { x => y, "s" z.w(1) };
    hash_map!{ "k" => v };
}
"#), @r#"
    import q = sqlx.query from sqlx (name)
    import json = serde_json.json from serde_json (name)
    function f()

    module
      import q = sqlx.query from sqlx (name)
      import json = serde_json.json from serde_json (name)
      define f

    function f()
      expr (call sqlx.query! "select $1" (cast id i64) (reference name))
      expr (call (module sqlx).query! "select {}" id)
      expr (call query_as! User "select" (call x.y) (unknown z))
      let a = (and (:= (or (tuple<Some> (unknown 1 5)) (tuple<None>)) x) y)
      let b = (:= _ (call f x y))
      let c = (concat (tuple x y) z)
      let d = (concat "a" "b")
      let e = (call include_str! "query.sql")
      let g = (call env! "TOKEN")
      let h = (call (module serde_json).json! (dict "a": (list x (dict "b": (call y.z))) k: null "c": (- 1)))
      let i = (call routes! a b.c)
      expr (call stringify!)
      expr (call m! (unknown x y) (unknown "s" z 1))
      expr (call hash_map! (unknown "k" v))
    "#);
}

#[test]
fn statements_in_macros_run_before_the_macro() {
    assert_snapshot!(body(r"
tokio::select! {
    _ = shutdown.recv() => { close(x).await; }
    Some(m) = rx.recv() => { handle(m) }
}
cfg_if! {
    if #[cfg(unix)] { fn imp() { unix() } } else { fn imp() { other() } }
}
let a = pin! { let b = c(); b };
retry! { query(x)?; };
"), @r"
    function f()
      block
        expr (await (call close x))
      block
        expr (call handle m)
      expr (call tokio.select! (unknown shutdown Some m rx))
      block
        const imp = (closure imp()
          expr (call unix)
        )
      block
        const imp = (closure imp()
          expr (call other)
        )
      expr (call cfg_if! (unknown cfg unix else))
      block
        let b = (call c)
        expr b
      let a = (call pin!)
      block
        expr (cast (call query x))
      expr (call retry!)
    ");
}

#[test]
fn plain_rules_of_macros_are_functions_and_others_are_left_out() {
    assert_snapshot!(lowered(r#"
macro_rules! m {
    ($x:expr, $name:ident $(,)?) => { f($x, "secret") };
}
macro_rules! find {
    ($x:expr, $name:literal) => {{
        let found = format!("{} {}", $name, $x);
        query(&found).await?
    }};
}
macro_rules! two {
    () => { 1 };
    ($x:expr) => { $x };
}
macro_rules! declare {
    ($name:ident) => { struct $name; fn };
}
macro_rules! some {
    (all $x:expr, $y:expr) => { $x };
    ($x:expr) => { $x };
    ($x:expr, $y:expr) => { $x };
    ($x:expr, $y:ident) => { $y };
    ($($x:expr),*) => { 0 };
    ($x:expr, $y:expr, $z:expr) => { $x };
}
fn f() { macro_rules! n { () => { 1 } } find!(g(), "a"); two!(); two!(a); some!(a); some!(a, b); }
"#), @r#"
    function m!($x, $name)
    function find!($x, $name)
    function two!0()
    function two!1($x)
    function some!1($x)
    function f()

    module
      define m!
      define find!
      define two!0
      define two!1
      define some!1
      define f

    function m!($x, $name)
      return (call f $x "secret")

    function find!($x, $name)
      block
        let found = (format! {$name} " " {$x} of "{} {}")
        return (cast (await (call query (reference found))))

    function two!0()
      return 1

    function two!1($x)
      return $x

    function some!1($x)
      return $x

    function f()
      expr (call find! (call g) "a")
      expr (call two!0)
      expr (call two!1 a)
      expr (call some!1 a)
      expr (call some! a b)
    "#);
}

#[test]
fn a_broken_function_lowers_around_the_error() {
    assert_snapshot!(lowered(r#"
impl S {
    fn before(&self) {
        ok("before");
    }

    fn f(&self) -> u8 {
        let a = g(x;
        let b = "b";
        if let Some(
        h(b)
    }

    fn after(&self) {
        ok("after");
    }
}

fn g() { ok("g"); }
"#), @r#"
    function S.before(self)
    function S.f(self)
    function S.after(self)
    function g()

    module
      define S.before
      define S.f
      define S.after
      define g

    method S.before(receiver self)
      expr (call ok "before")

    method S.f(receiver self) -> u8
      let b = "b"
      return (call h b)

    method S.after(receiver self)
      expr (call ok "after")

    function g()
      expr (call ok "g")
    "#);
}

#[test]
fn a_missing_bracket_leaves_the_other_functions_alone() {
    for broken in [
        "if x {",
        "match x {",
        "x.y(|z| {",
        "g(",
        "format!(\"{",
        "\"",
        "{",
        "let a = [",
        "if let Some(",
    ] {
        let source = format!(
            "impl S {{\n    fn a(&self) {{\n        one();\n    }}\n\n    fn m(&self) {{\n        before();\n        {broken}\n    }}\n\n    fn n(&self) {{\n        two();\n    }}\n}}\n\nfn g() {{\n    three();\n}}\n"
        );
        let file = file(&source);
        let calls = [
            ("S.a", "one"),
            ("S.m", "before"),
            ("S.n", "two"),
            ("g", "three"),
        ];
        for (path, call) in calls {
            let dump = dump::body(&layout(&file, path).body);
            assert!(dump.contains(&format!("(call {call})")), "{broken}\n{dump}");
        }
        assert!(!file.errors.is_empty(), "{broken}");
    }
}

#[test]
fn half_typed_statements_keep_their_neighbours() {
    for broken in [
        "let",
        "let x =",
        "x.",
        "foo(",
        "match x {",
        "format!(\"{",
        "if let Some(",
        "use a::{b",
        "\"",
        "'",
        "r#\"",
        "/*",
    ] {
        let source = format!("fn f() {{\n    before(1);\n    {broken}\n}}\n");
        let dump = lowered(&source);
        assert!(dump.contains("before"), "{broken}\n{dump}");
    }
}

#[test]
fn an_unfinished_statement_does_not_take_the_next_one() {
    for unfinished in ["let x =", "x.", "x.y ="] {
        let source = format!("fn f() {{\n    {unfinished}\n    check(1);\n}}\n");
        let dump = lowered(&source);
        assert!(
            dump.contains("  expr (call check 1)"),
            "{unfinished}\n{dump}"
        );
    }
}

#[test]
fn type_parameters_may_be_bounded_by_each_other() {
    let names: Vec<String> = (0..12).map(|index| format!("T{index}")).collect();
    let all = names.join(", ");
    let bounds = names.iter().map(|name| format!("{name}: Into<({all})>"));
    let bounds: Vec<String> = bounds.collect();
    let parameters = names
        .iter()
        .map(|name| format!("{}: {name}", name.to_lowercase()));
    let parameters: Vec<String> = parameters.collect();
    let source = format!(
        "fn f<{all}>({})\nwhere\n    {},\n{{\n    go(t0);\n}}\n",
        parameters.join(", "),
        bounds.join(",\n    ")
    );
    let dump = lowered(&source);
    assert!(dump.contains("(call go t0)"), "{dump}");
}

#[test]
fn items_survive_errors_between_them() {
    assert_snapshot!(lowered(r"
fn a() {}
) ]
pub struct S { x: }
fn b() {}
impl S { fn m(&self) { x( } fn n(&self) {} }
"), @r"
    class S x: 
    function a()
    function b()
    function S.m(self)
    function S.n(self)

    module
      define a
      class S
      define b
      define S.m
      define S.n

    function a()

    function b()

    method S.m(receiver self)
      expr (call x)

    method S.n(receiver self)
    ");
}

const QUERY: &str = r##"fn f(id: &str, n: u8) {
    q(&format!("se\tlect {:>5} from{{}} {id}", n), r#"raw"#);
}
struct U { a: u8 }
"##;

#[test]
fn spans_of_templates_are_exact() {
    let file = file(QUERY);
    let layout = layout(&file, "f");
    let template = layout.body.exprs.iter().find_map(|expr| match &expr.kind {
        ExprKind::Template { parts, format, .. }
            if layout.body.expr(format.unwrap()).span != expr.span =>
        {
            Some((expr.span, parts, format.unwrap()))
        }
        _ => None,
    });
    let (span, parts, format) = template.unwrap();
    let text = |span| &QUERY[layout.resolve(span).range()];
    assert!(text(layout.body.expr(format).span).starts_with("\"se\\tlect"));
    assert!(text(span).ends_with(", n)") || text(span).ends_with(", n"));
    let found: Vec<_> = parts
        .iter()
        .map(|part| match part {
            Part::Text { value, span } => (&**value, text(*span)),
            Part::Hole { spec, span, .. } => (&**spec, text(*span)),
        })
        .collect();
    assert_eq!(
        found,
        [
            ("se\tlect ", "se\\tlect "),
            (":>5", "{:>5}"),
            (" from{} ", " from{{}} "),
            ("", "{id}"),
        ]
    );
    let inline = parts.iter().find_map(|part| match part {
        Part::Hole { value, spec, .. } if spec.is_empty() => Some(*value),
        _ => None,
    });
    assert_eq!(text(layout.body.expr(inline.unwrap()).span), "id");
}

#[test]
fn the_content_of_a_string_is_what_its_quotes_enclose() {
    let source = "fn f() { g(\"a\\n\", r\"b\", r##\"c\"#d\"##, b\"e\", br#\"f\"#, 'g', m!(\"h\"), S { i: 1 }); }\n";
    let file = file(source);
    let mut found = Vec::new();
    for layout in &file.bodies {
        for expr in &layout.body.exprs {
            if let ExprKind::Literal(Literal::String(literal) | Literal::Bytes(literal)) =
                &expr.kind
            {
                found.push(&source[layout.resolve(literal.content).range()]);
            }
        }
    }
    assert_eq!(found, ["a\\n", "b", "c\"#d", "e", "f", "g", "h", "i"]);
}

#[test]
fn names_in_macros_stand_where_they_are_written() {
    let source = "fn f() {\n    q!(alpha.beta(gamma), k = delta, |x| x + epsilon);\n    println!(\"{}\", f(zeta));\n}\n";
    let file = file(source);
    let layout = layout(&file, "f");
    for expr in &layout.body.exprs {
        if let ExprKind::Name(name) = expr.kind {
            let written = &source[layout.resolve(expr.span).range()];
            assert_eq!(written, name.as_str());
        }
    }
    let names = ["alpha", "gamma", "delta", "epsilon", "zeta"];
    for name in names {
        assert!(
            layout
                .body
                .exprs
                .iter()
                .any(|expr| expr.kind == ExprKind::Name(Symbol::new(name))),
            "{name}"
        );
    }
}

#[test]
fn comments_are_found_wherever_they_stand() {
    let comments = |source: &str| -> Vec<String> {
        let spans = file(source)
            .comments
            .into_iter()
            .map(|comment| comment.span.range());
        spans.map(|range| source[range].to_owned()).collect()
    };
    let source = "//! a\n/// b\r\nfn f() { // c\n    x(\"// no\", r#\"/* no */\"#, '/'); /* d /* e */ */\n    m!(a, // f\n    b);\n    //// g\n}\n/** h */\n";
    assert_eq!(
        comments(source),
        [
            "//! a",
            "/// b",
            "// c",
            "/* d /* e */ */",
            "// f",
            "//// g",
            "/** h */"
        ]
    );
    assert_eq!(
        comments("fn f() {\n    x( // a\n    // b\n}\n"),
        ["// a", "// b"]
    );
}

const FILE: &str = r#"use std::fmt;

const A: &str = "a";

pub fn f(x: u8) -> String {
    format!("{}", x)
}

struct T {
    n: u8,
}

impl T {
    /// About m.
    #[inline]
    fn m(&self) {
        self.n();
    }
}

fn g() {}
"#;

/// Paths of the bodies of `FILE` that are not shared after `from` is replaced by `to`.
fn changed(from: &str, to: &str) -> Vec<&'static str> {
    let source = FILE.replacen(from, to, 1);
    assert_ne!(source, FILE);
    let before = file(FILE);
    let after = lower(&Document::parse(Language::Rust, &source), Some(&before));
    let from_scratch = file(&source);
    assert_eq!(dump::file(&after), dump::file(&from_scratch));
    let is_shared = |layout: &&BodyLayout| {
        before
            .body(layout.body.key)
            .is_some_and(|known| Arc::ptr_eq(&known.body, &layout.body))
    };
    let changed = after.bodies.iter().filter(|layout| !is_shared(layout));
    changed
        .map(|layout| layout.body.key.path.as_str())
        .collect()
}

#[test]
fn an_edit_changes_the_body_around_it_alone() {
    let none: [&str; 0] = [];
    assert_eq!(changed("use std", "// c\n\nuse std"), none);
    assert_eq!(changed("/// About", "/// More\n    /// about"), none);
    assert_eq!(changed("self.n()", "self.n(1)"), ["T.m"]);
    assert_eq!(changed("    format!", "    x + 1;\n    format!"), ["f"]);
    assert_eq!(changed("\"a\"", "\"b\""), [""]);
    assert_eq!(changed("fn g() {}", "fn h() {}"), ["", "h"]);
}

#[test]
fn a_body_is_lowered_again_when_the_imports_change() {
    assert_eq!(changed("std::fmt", "core::fmt"), ["", "f", "T.m", "g"]);
}

#[test]
fn a_missing_brace_changes_the_body_it_is_missing_in_alone() {
    assert_eq!(changed("self.n();\n    }", "self.n();\n"), ["T.m"]);
    assert_eq!(changed("self.n();", "if self.n() {"), ["T.m"]);
    assert_eq!(changed("self.n();", "if let Some(x"), ["T.m"]);
    assert_eq!(changed("\"{}\", x", "\"{}, x"), ["f"]);
    assert_eq!(changed("format!(\"{}\", x)", "match x {"), ["f"]);
}

#[test]
fn items_do_not_change_with_bodies() {
    let before = file(FILE);
    let source = FILE.replace("self.n()", "self.n(1)");
    let after = lower(&Document::parse(Language::Rust, &source), Some(&before));
    assert!(Arc::ptr_eq(&before.items, &after.items));
}

/// A function whose only statement is `open` many times, `middle`, and `close` many times.
fn nested(open: &str, middle: &str, close: &str, depth: usize) -> FileIr {
    let (open, close) = (open.repeat(depth), close.repeat(depth));
    file(&format!(
        "fn f() {{\n{open}{middle}{close}\n}}\n\nfn g() {{\n}}\n"
    ))
}

#[test]
fn parentheses_nest_without_bound() {
    let file = nested("(", "f(x)", ")", 100_000);
    assert_snapshot!(dump::body(&layout(&file, "f").body), @r"
    function f()
      expr (call f x)
    ");
}

#[test]
fn deep_nesting_is_cut_off() {
    let cases = [
        ("-", "x", ";"),
        ("[", "", "]"),
        ("f(", "x", ")"),
        ("if x { ", "y()", " }"),
        ("if x { ", "y()", " } else { 1; }"),
        ("let a = if x { b(); ", "y()", " } else { 1 };"),
        ("{ ", "y()", " }"),
        ("let a = { b(); ", "y()", " };"),
        ("f({ b(); ", "y()", " })"),
        ("|| { ", "y()", " }"),
        ("|| ", "y()", ""),
        ("async { ", "y()", " }"),
        ("T { a: ", "x", " }"),
        ("match x { y => ", "z", " }"),
        ("match x { y => { a(); ", "z", " } }"),
        ("loop { ", "y()", " }"),
        ("while { x(); ", "y", " } {}"),
        ("fn f() { ", "y()", " }"),
        ("mod m { ", "fn h() {}", " }"),
        ("impl T { fn m() { ", "y()", " } }"),
        ("let Some(", "x", ") = y;"),
        ("let x: Vec<", "u8", ">;"),
        ("let x: &", "u8", ";"),
        ("x as Vec<", "u8", ">"),
        ("a::<", "b", ">"),
        ("m!(", "x", ")"),
        ("m!{", "x;", "}"),
        ("m!{ x = ", "y", " }"),
        ("format!(\"{}\", ", "x", ")"),
        ("json!({\"a\": ", "x", "})"),
        ("json!([", "x y", "])"),
        ("vec![0; ", "x", "]"),
        ("matches!(", "x", ", y)"),
        ("#[a(", "b", ")] x;"),
        ("use a::{", "b", "};"),
        ("if let x = ", "y", " {}"),
        ("(", "", ""),
        ("{", "", ""),
        ("fn f(", "", ""),
        ("impl T {", "", ""),
        ("m!(", "", ""),
        ("'a: ", "", ""),
        ("\"", "", ""),
        ("/*", "", ""),
    ];
    for (open, middle, close) in cases {
        let file = nested(open, middle, close, 2_000);
        assert!(!file.bodies.is_empty());
        let _ = dump::file(&file);
    }
}

#[test]
fn modules_nest_without_overflow() {
    for source in [
        "mod a {".repeat(5_000),
        "impl T {".repeat(5_000),
        format!(
            "{}fn f() {{}}{}",
            "mod a {".repeat(5_000),
            "}".repeat(5_000)
        ),
    ] {
        let _ = dump::file(&file(&source));
    }
}

#[test]
fn long_chains_lose_no_operand() {
    let count = |source: &str| {
        let file = nested("", source, "", 1);
        let names = layout(&file, "f")
            .body
            .exprs
            .iter()
            .filter(|expr| expr.kind == ExprKind::Name(Symbol::new("a")));
        names.count()
    };
    for operator in [" + ", " && ", " || "] {
        let operands = vec!["a"; 10_000].join(operator);
        assert_eq!(count(&format!("x = {operands};")), 10_000);
    }
    assert_eq!(
        count(&format!("{}{{\n}}", "if a {\n} else ".repeat(10_000))),
        10_000
    );
    let patterns = vec!["1"; 10_000].join(" | ");
    assert_eq!(count(&format!("match a {{ {patterns} => a, _ => a }}")), 3);
}

#[test]
fn long_chains_of_calls_are_cut_off() {
    let file = nested("", &format!("x{}", ".f()".repeat(10_000)), "", 1);
    assert!(layout(&file, "f").body.exprs.len() > 100);
}

/// Rust with every kind of statement, to be cut into pieces.
const SAMPLE: &str = r##"use a::{self, b as c};

#[derive(Debug)]
pub struct T<'a> { a: &'a str, b: Vec<u8> }

impl<'a> T<'a> {
    /// Doc
    #[get("/", k = 1)]
    pub async fn m(&mut self, Json(x): Json<U>, n: Option<u8>) -> Result<String, E> {
        let Some(y) = n else { return Err(E::A) };
        let z = if y > 1 && let Ok(w) = g(y) { w } else { h()?; 2 };
        let s = format!("a {x} {:?} {0}", z, k = r#"raw "q" s"#); // c
        match s.as_str() { "a" | "b" if y == 1 => {} T { a, .. } => 'l: loop { break 'l; }, _ => panic!("{s}") }
        for (i, v) in [1, 2].iter().enumerate() { self.b[i..].push(*v as u8); }
        let f = move |p: &str, _| -> u8 { p.len() };
        sqlx::query!("q {}", T { a: "x", ..f }).fetch(&self.b).await?;
        lazy! { static ref K: u8 = { 1 }; }
        Ok(json!({"a": [1, {"b": s}]}).to_string())
    }
}

mod tests { use super::*; const K: u8 = 1; #[test] fn t() { assert_eq!(1, m!(x; y)); } }
"##;

proptest! {
    #[test]
    fn any_edit_lowers_as_from_scratch(
        removed in (0..SAMPLE.len(), 0..40_usize),
        inserted in "[(){}\\[\\]\"'#!|&/*:=.,;a<>\n]{0,3}|fn |impl T \\{|mod m \\{",
    ) {
        let (start, length) = removed;
        let end = (start + length).min(SAMPLE.len());
        let source = format!("{}{inserted}{}", &SAMPLE[..start], &SAMPLE[end..]);
        let document = Document::parse(Language::Rust, &source);
        let from_scratch = lower(&document, None);
        let before = file(SAMPLE);
        let after = lower(&document, Some(&before));
        prop_assert_eq!(&after.comments, &from_scratch.comments);
        prop_assert_eq!(&after.errors, &from_scratch.errors);
        prop_assert_eq!(&after.items, &from_scratch.items);
        prop_assert_eq!(after.bodies.len(), from_scratch.bodies.len());
        for (after, from_scratch) in after.bodies.iter().zip(&from_scratch.bodies) {
            prop_assert_eq!(&after.body, &from_scratch.body);
            prop_assert_eq!(after.span, from_scratch.span);
            prop_assert_eq!(&after.anchors, &from_scratch.anchors);
            for expr in &after.body.exprs {
                let range = after.resolve(expr.span).range();
                prop_assert!(source.get(range).is_some());
            }
        }
    }
}
