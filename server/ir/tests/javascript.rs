//! What JavaScript and TypeScript lower to.

use std::sync::Arc;

use insta::assert_snapshot;
use proptest::prelude::*;
use tripline_ir::lower::lower;
use tripline_ir::{BodyKey, BodyLayout, ExprKind, FileIr, Literal, Symbol, dump};
use tripline_syntax::{Document, Language};

fn file(language: Language, source: &str) -> FileIr {
    lower(&Document::parse(language, source), None)
}

/// Items and bodies of a file.
fn lowered(language: Language, source: &str) -> String {
    dump::file(&file(language, source))
}

fn layout<'a>(file: &'a FileIr, path: &str) -> &'a BodyLayout {
    let key = BodyKey::new(Symbol::new(path), 0);
    file.body(key).expect("the file has this body")
}

#[test]
fn imports_name_what_they_denote() {
    let source = r#"import pg from "pg";
import * as fs from "node:fs";
import { Pool, Client as C, default as whole } from "pg";
import def, { type T, query } from "./db";
import type { U } from "u";
import "./side-effect";
import legacy = require("legacy");
export { x } from "./x";
export * from "./y";
"#;
    assert_snapshot!(lowered(Language::TypeScript, source), @r"
    import pg = pg from pg (module)
    import fs = fs from fs (module)
    import Pool = pg.Pool from pg (name)
    import C = pg.Client from pg (name)
    import whole = pg from pg (module)
    import def = ./db from ./db (module)
    import T = ./db.T from ./db (type)
    import query = ./db.query from ./db (name)
    import U = u.U from u (type)
    import _ = ./side-effect from ./side-effect (side effect)
    import legacy = legacy from legacy (module)
    export x = x from ./x
    export * from ./y

    module
      import pg = pg from pg (module)
      import fs = fs from fs (module)
      import Pool = pg.Pool from pg (name)
      import C = pg.Client from pg (name)
      import whole = pg from pg (module)
      import def = ./db from ./db (module)
      import T = ./db.T from ./db (type)
      import query = ./db.query from ./db (name)
      import U = u.U from u (type)
      import _ = ./side-effect from ./side-effect (side effect)
      import legacy = legacy from legacy (module)
      pass
      pass
    ");
}

/// What a file exports, one line each.
fn exports(language: Language, source: &str) -> String {
    let dump = lowered(language, source);
    let lines = dump.lines().filter(|line| line.starts_with("export "));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn declarations_are_exported_under_their_names() {
    let source = r"export function f() {}
export async function* g() {}
export class A {}
export abstract class B {}
export const x = 1, { y, z: { w = 2 }, ...rest } = load(), [first, , third] = list;
export let later;
export enum Color { Red }
export interface Shape {}
export type Name = string;
export function overloaded(a: string): void;
export function overloaded(a: number): void {}
";
    assert_snapshot!(exports(Language::TypeScript, source), @r"
    export f = f
    export g = g
    export A = A
    export B = B
    export x = x
    export y = y
    export w = w
    export rest = rest
    export first = first
    export third = third
    export later = later
    export Color = Color
    export Shape = Shape
    export overloaded = overloaded
    ");
}

#[test]
fn clauses_export_local_and_foreign_names() {
    let source = r#"export { a, b as c, d as default, e as "with-dash" };
export { f, default, default as G } from "./g";
export * from "./all";
export * as ns from "node:fs";
export type { T } from "./t";
export { type U, u } from "./u";
"#;
    assert_snapshot!(exports(Language::TypeScript, source), @r"
    export a = a
    export c = b
    export default = d
    export with-dash = e
    export f = f from ./g
    export default = default from ./g
    export G = default from ./g
    export * from ./all
    export ns = _ from fs
    export u = u from ./u
    ");
}

#[test]
fn default_exports_have_the_name_of_what_they_export() {
    let source = |value: &str| exports(Language::JavaScript, &format!("export default {value};"));
    let dumps = [
        "run",
        "function run() {}",
        "function () {}",
        "() => 1",
        "class Server {}",
        "class {}",
        "wrap(run)",
        "{ run, load: read, stop() {}, nested: { go() {} }, [key]: 1 }",
    ]
    .map(source);
    assert_snapshot!(dumps.join("\n\n"), @r"
    export default = run

    export default = run

    export default = default

    export default = default

    export default = Server

    export default = default

    export default = _

    export default = _
    export default.run = run
    export default.load = read
    export default.stop = stop
    export default.nested = _
    export default.nested.go = nested.go
    ");
}

#[test]
fn whole_modules_are_exported_by_assignment() {
    let typescript = exports(Language::TypeScript, "function run() {}\nexport = run;\n");
    let source = |value: &str| exports(Language::JavaScript, &format!("module.exports = {value};"));
    let dumps = [
        "run",
        "function run() {}",
        "class Server {}",
        "class {}",
        "new Server()",
        "require(\"./lib/app\")",
        "require(\"./lib/app\").create",
        "{ a, b: c, d() {}, e: function () {}, f: require(\"./f\"), ...require(\"./g\"), ...other, g: { h() {} } }",
    ]
    .map(source);
    assert_snapshot!(typescript, @"export module.exports = run");
    assert_snapshot!(dumps.join("\n\n"), @r"
    export module.exports = run

    export module.exports = module.exports

    export module.exports = Server

    export module.exports = module.exports

    export module.exports = _

    export module.exports = _ from ./lib/app

    export module.exports = create from ./lib/app

    export module.exports = _
    export a = a
    export b = c
    export d = d
    export e = e
    export f = _ from ./f
    export * from ./g
    export g = _
    export g.h = g.h
    ");
}

#[test]
fn members_of_exports_are_exported() {
    let source = r#"exports.a = exports.b = void 0;
exports.a = a;
exports.b = function () {};
module.exports.c = () => {};
exports.d = exports.e = function named() {};
exports = module.exports = create;
exports.Server = class {};
exports.db = require("./db");
exports.query = require("./db").pool.query;
exports.handlers = { get() {}, post };
exports.VERSION = "1.0";
other.exports.x = 1;
"#;
    assert_snapshot!(exports(Language::JavaScript, source), @r"
    export a = a
    export b = b
    export c = c
    export d = d
    export e = d
    export module.exports = create
    export Server = Server
    export db = _ from ./db
    export query = pool.query from ./db
    export handlers = _
    export handlers.get = handlers.get
    export handlers.post = post
    export VERSION = _
    ");
}

#[test]
fn exported_functions_have_the_paths_of_their_bodies() {
    let source = r"module.exports = { d() {}, e: function () {}, g: { h() {} } };
module.exports.c = () => {};
exports.handlers = { get() {} };
";
    let file = file(Language::JavaScript, source);
    let paths = file
        .items
        .functions
        .iter()
        .map(|function| function.key.path);
    let of = file.items.exports.iter().filter_map(|export| export.of);
    assert_eq!(paths.collect::<Vec<_>>(), of.collect::<Vec<_>>());
}

#[test]
fn exports_stay_when_a_body_changes() {
    let source = |body: &str| {
        format!("export function f() {{ {body} }}\nexport default () => {{ {body} }};\n")
    };
    let items = |body: &str| file(Language::JavaScript, &source(body)).items;
    assert_eq!(items("return 1;"), items("exports.a = b; return c;"));
}

#[test]
fn required_modules_are_imports_and_assignments() {
    let source = r#"const fs = require("node:fs"), pool = new (require("pg").Pool)();
const { query, exec: run, z = 1 } = require("./db");
const readFile = require("fs").promises.readFile;
const parse = require("qs").default;
require("dotenv");
const lazy = await import("lazy");
const { default: chalk } = await import("chalk");
let late = require(name);
"#;
    assert_snapshot!(lowered(Language::JavaScript, source), @r#"
    import fs = fs from fs (module)
    import query = ./db.query from ./db (name)
    import run = ./db.exec from ./db (name)
    import z = ./db.z from ./db (name)
    import readFile = fs.promises.readFile from fs (name)
    import parse = qs from qs (module)
    import _ = dotenv from dotenv (side effect)
    import lazy = lazy from lazy (module)
    import chalk = chalk from chalk (module)

    module
      const fs = (module fs)
      const pool = (new (module pg).Pool)
      const (dict "query": query "exec": run "z": (default z 1)) = (module ./db)
      const readFile = (module fs).promises.readFile
      const parse = (module qs)
      expr (module dotenv)
      const lazy = (module lazy)
      const (dict "default": chalk) = (module chalk)
      let late = (call require name)
    "#);
}

#[test]
fn function_definitions_at_module_level_are_bodies() {
    let source = r"function f(a, b = 1) { return a; }
export async function g({ a, b: [c] }, ...rest) {}
const h = async x => x.y, i = function named() {};
export const j = (x) => { x(); };
export default () => {};
if (f) { function nested() {} }
";
    assert_snapshot!(lowered(Language::JavaScript, source), @r#"
    export g = g
    export j = j
    export default = default
    function f(a, b)
    function g(_, rest)
    function h(x)
    function i()
    function j(x)
    function default()

    module
      define f
      define g
      define h
      define i
      define j
      define default
      if f
        let nested = (closure nested()
        )

    function f(a, b = 1)
      return a

    function g((dict "a": a "b": (list c)), *rest) exported

    function h(x)
      return x.y

    function i()

    function j(x) exported
      expr (call x)

    function default() exported
    "#);
}

#[test]
fn functions_of_the_exports_are_bodies() {
    let source = r#"exports.f = function () {};
module.exports.g = async (req, res) => { res.send(req.a); };
module.exports = {
  h(a) { return a; },
  "i": (b) => b,
  j: { k: function () {} },
  local,
  ["computed"]: () => 1,
};
function local() {}
function hidden() {}
Queue.prototype.push = function (item) { this.items.push(item); };
const api = { get: (id) => id };
module.exports.A = class { m() {} };
"#;
    assert_snapshot!(lowered(Language::JavaScript, source), @r#"
    export f = f
    export g = g
    export module.exports = _
    export h = h
    export i = i
    export j = _
    export j.k = j.k
    export local = local
    export A = A
    class A
    function f()
    function g(req, res)
    function h(a)
    function i(b)
    function j.k()
    function local()
    function hidden()
    function Queue.push(item)
    function api.get(id)
    function A.m()

    module
      define f
      assign exports.f = f
      define g
      assign module.exports.g = g
      define h
      define i
      define j.k
      assign module.exports = (dict "h": h "i": i "j": (dict "k": j.k) "local": local "computed": (closure () => 1))
      define local
      define hidden
      define Queue.push
      assign Queue.prototype.push = Queue.push
      define api.get
      const api = (dict "get": api.get)
      assign module.exports.A = A

    function f() exported

    function g(req, res) exported
      expr (call res.send req.a)

    function h(a) exported
      return a

    function i(b) exported
      return b

    function j.k() exported

    function local() exported

    function hidden()

    method Queue.push(item)
      expr (call this.items.push item)

    function api.get(id)
      return id

    method A.m() exported
    "#);
}

#[test]
fn exports_tell_what_other_files_can_call() {
    let source = r"function a() {}
function b() {}
class C { m() {} #p() {} }
const hidden = () => {};
export { a, b as renamed };
export default new C();
";
    assert_snapshot!(lowered(Language::JavaScript, source), @r"
    export a = a
    export renamed = b
    export default = _
    class C
    function a()
    function b()
    function C.m()
    function C.#p()
    function hidden()

    module
      define a
      define b
      class C
        define C.m
        define C.#p
      define hidden
      pass
      expr (new C)

    function a() exported

    function b() exported

    method C.m() exported

    method C.#p()

    function hidden()
    ");
}

#[test]
fn classes_have_methods_as_bodies_and_run_their_class_level_statements() {
    let source = r"class Repo extends db.Model {
  static count = 0;
  #pool = new Pool();
  handle = async (req) => { this.#run(req); };
  constructor(pool) { super(pool); this.pool = pool; }
  get size() { return 1; }
  set size(value) {}
  static async *all() { yield* this.rows; }
  #run() {}
  [Symbol.iterator]() {}
  static { register(Repo); }
}
const Anonymous = class extends mixin(Repo) { m() {} };
";
    assert_snapshot!(lowered(Language::JavaScript, source), @r"
    class Repo <db.Model>
    class Anonymous
    function Repo.handle(req)
    function Repo.constructor(pool)
    function Repo.size()
    function Repo.set size(value)
    function Repo.all()
    function Repo.#run()
    function Repo.[Symbol.iterator]()
    function Anonymous.m()

    module
      class Repo
        assign Repo.count = 0
        assign this.#pool = (new Pool)
        define Repo.handle
        define Repo.constructor
        define Repo.size
        define Repo.set size
        define Repo.all
        define Repo.#run
        define Repo.[Symbol.iterator]
        block
          expr (call register Repo)
      class Anonymous
        define Anonymous.m

    method Repo.handle(req) exported
      expr (call this.#run req)

    method Repo.constructor(pool) exported
      expr (call super pool)
      assign this.pool = pool

    method Repo.size() exported getter
      return 1

    method Repo.set size(value) exported

    method Repo.all() exported
      expr (yield (spread this.rows))

    method Repo.#run()

    method Repo.[Symbol.iterator]() exported

    method Anonymous.m() exported
    ");
}

#[test]
fn typescript_classes_have_fields_decorators_and_parameter_properties() {
    let source = r#"@Controller("users")
export class Users<T> extends Base<T> implements OnInit, m.Other {
  private readonly name: string = "n";
  @Column({ type: "text" }) title?: string | null;
  list: User[];
  constructor(private readonly pool: Pool<Client>, @Inject(TOKEN) public x = 1, plain: string) { super(); }
  find(id: string): void;
  @Get(":id")
  async find(@Param("id") id: string, @Body() body: dto.Create): Promise<User[]> { return this.pool.query(id); }
  private secret() {}
  abstract later(): void;
}
"#;
    assert_snapshot!(lowered(Language::TypeScript, source), @r#"
    export Users = Users
    class Users <Base> <OnInit> <m.Other> name: string title: string list: Array pool: Pool
    function Users.constructor(pool, x, plain)
    function Users.find(id, body)
    function Users.secret()
    interface Users <Base> <OnInit> <m.Other> later

    module
      class Users @(call Controller "users")
        const this.name: string = "n"
        expr (call Column (dict "type": "text"))
        assign this.title: string
        assign this.list: Array[User]
        define Users.constructor
        define Users.find @(call Get ":id")
        define Users.secret

    method Users.constructor(pool: Pool[Client], @(call Inject TOKEN) x = 1, plain: string) exported
      assign this.pool: Pool[Client] = pool
      assign this.x = x
      expr (call super)

    method Users.find(@(call Param "id") id: string, @(call Body) body: dto.Create) -> Promise[Array[User]] exported @(call Get ":id")
      return (call this.pool.query id)

    method Users.secret()
    "#);
}

#[test]
fn declarations_of_types_do_nothing() {
    let source = r#"interface I { a: string }
type T = { b: number };
declare const g: string;
declare module "m" { function f(): void }
function overload(a: string): void;
abstract class A { abstract m(): void; }
enum Color { Red, Green = 5, Blue, Name = "n", Other }
const enum E { A = 1 << 2 }
namespace N { export const x = 1; export function f() {} }
import short = N.x;
"#;
    assert_snapshot!(lowered(Language::TypeScript, source), @r#"
    class A
    interface A m

    module
      pass
      pass
      pass
      pass
      pass
      class A
      const Color = (dict "Red": 0 "Green": 5 "Blue": 6 "Name": "n" "Other": (unknown))
      const E = (dict "A": (<< 1 2))
      block
        const x = 1
        let f = (closure f()
        )
      const short = N.x
    "#);
}

#[test]
fn types_become_expressions() {
    let source = r#"function f(
  a: string, b: Promise<User>, c: Map<string, m.T>, d: string[], e: string | null, g: "x" | "y", h?: readonly number[],
  i: { x: string }, j: () => void, k: -1, l: (undefined | Foo.Bar), m = 1 as const, this: Ctx, ...n: any[]
): asserts a is string {
  const x = <T>y as unknown as Z;
  const z: Foo = x! satisfies Foo;
  return f<string>(x);
}
"#;
    assert_snapshot!(lowered(Language::TypeScript, source), @r#"
    function f(a, b, c, d, e, g, h, i, j, k, l, m, n)

    module
      define f

    function f(a: string, b: Promise[User], c: Map[(tuple string m.T)], d: Array[string], e: string, g: (unknown "x" "y"), h: Array[number], i: (dict "x": string), j: (unknown), k: (- 1), l: Foo.Bar, m = (cast 1), *n: Array[any]) -> (unknown) exported
      const x = (cast (cast (cast y T) unknown) Z)
      const z: Foo = (cast (cast x) Foo)
      return (call f x)
    "#);
}

#[test]
fn statements() {
    let source = r#""use strict";
function f() {
  let a = 1, b, { c = 2, ...d } = a;
  a = b.c = d[0] = 3;
  a += 1; a ||= 2; a ??= 3; a *= 4; a++;
  [a, , b] = [b, a, ...c];
  ({ x: a, [k]: b } = c);
  if (a) b(); else if (c) { d(); } else if (e) f(); else { g(); }
  for (let i = 0, n = 1; i < n; i++, n--) { continue; }
  for (;;) break;
  for (const k in o) {}
  for (const [k, v] of Object.entries(o)) use(k, v);
  for await (x of xs) ;
  while (true) { a(); }
  do { a(); } while (b);
  try { a(); } catch { b(); } finally { c(); }
  try { a(); } catch ({ message }) { b(message); }
  with (o) { p(); }
  if (a) return;
  throw new Error("x");
  debugger;
  return a, b;
}
"#;
    assert_snapshot!(lowered(Language::JavaScript, source), @r#"
    function f()

    module
      pass
      define f

    function f() exported
      let a = 1
      let b
      let (dict "c": (default c 2) (spread d)) = a
      assign a = b.c = d[0] = 3
      assign a += 1
      assign a ||= 2
      assign a ||= 3
      assign a op= 4
      expr (++ a)
      assign (list a (unknown) b) = (list b a (spread c))
      assign (dict "x": a k: b) = c
      if a
        expr (call b)
      elif c
        expr (call d)
      elif e
        expr (call f)
      else
        expr (call g)
      let i = 0
      let n = 1
      while (< i n)
        continue
        expr (++ i)
        expr (-- n)
      while
        break
      for k in o keys
      for (list k v) in (call Object.entries o)
        expr (call use k v)
      for x in xs
        pass
      while
        expr (call a)
      while b
        expr (call a)
      try
        expr (call a)
      except
        expr (call b)
      finally
        expr (call c)
      try
        expr (call a)
      except as (dict "message": message)
        expr (call b message)
      with o
        expr (call p)
      if a
        return
      raise (new Error "x")
      pass
      expr a
      return b
    "#);
}

#[test]
fn a_switch_has_independent_cases_and_its_breaks_stay_inside() {
    let source = r#"function f(x) {
  switch (x) {
    case 1:
    case 2: a(); break;
    case "s": { b(); break; }
    default: c();
  }
  while (y) {
    switch (x) {
      case 1: if (z) break; d();
      default: return 1;
    }
  }
  outer: for (const a of b) { for (;;) { continue outer; } }
  block: { if (x) break block; e(); }
}
"#;
    assert_snapshot!(lowered(Language::JavaScript, source), @r#"
    function f(x)

    module
      define f

    function f(x) exported
      switch x
      case 1 2
        expr (call a)
      case "s"
        block
          expr (call b)
      case
        expr (call c)
      while y
        while
          switch x
          case 1
            if z
              break
            expr (call d)
          case
            return 1
          break
      for a in b
        while
          continue
      while
        block
          if x
            break
          expr (call e)
        break
    "#);
}

#[test]
fn nested_functions_are_hoisted_closures() {
    let source = r"function f(a) {
  later(a);
  const g = (x) => x + 1;
  return function inner() { return g; };
  function later(b) { return b; }
  class Local extends Base { m(c) { return c; } p = 1; }
}
";
    assert_snapshot!(lowered(Language::JavaScript, source), @r"
    function f(a)

    module
      define f

    function f(a) exported
      let later = (closure later(b) => b)
      expr (call later a)
      const g = (closure (x) => (concat x 1))
      return (closure inner() => g)
      class Local
        const m = (closure m(c) => c)
        assign this.p = 1
    ");
}

#[test]
fn handlers_are_bodies_and_other_callbacks_stay_inline() {
    let source = r#"app.get("/", auth, async (req, res) => { res.send(req.query.id); });
(function () { init(); })();
(() => start())();
"#;
    assert_snapshot!(lowered(Language::JavaScript, source), @r#"
    function app.get(0)(req, res)

    module
      define app.get(0)
      expr (call app.get "/" auth app.get(0))
      expr (call (closure ()
        expr (call init)
      ))
      expr (call (closure () => (call start)))

    handler app.get(0)(req, res) @"/"
      expr (call res.send req.query.id)
    "#);
}

#[test]
fn expressions() {
    let source = r#"function f() {
  a.b?.c?.[d]?.(e);
  new X(1, ...rest); new Y; new ns.Z`t`;
  a ? b : c ?? d;
  a && b || !c;
  a === b; a != b; a < b; k in o; o instanceof K;
  -a; ~a; typeof a; void 0; void a; delete a.b; a % b ** 2;
  x = (y = 1) + (z += 2);
  x = y ||= z;
  await p; undefined; null; true; 1_000n; /a\/b/gi; this.x; super.m();
  [1, , ...xs]; ({ a, "b": 1, 2: c, [d]: e, m() {}, get g() { return 1; }, ...o });
  (0, mod.fn)(x); (a, b(), c);
  import.meta.env.KEY; new.target; #p in o;
  async () => { await import("m"); };
  function* g() { yield; yield a; yield* b; }
  class extends K { m() { return secret; } p = q(); };
}
"#;
    assert_snapshot!(lowered(Language::JavaScript, source), @r#"
    function f()

    module
      define f

    function f() exported
      let g = (closure g()
        expr (yield)
        expr (yield a)
        expr (yield (spread b))
      )
      expr (call a.b.c[d] e)
      expr (new X 1 *rest)
      expr (new Y)
      expr (new (tagged ns.Z "t"))
      expr (if a b (or c d))
      expr (or (and a b) (not c))
      expr (== a b)
      expr (!= a b)
      expr (< a b)
      expr (in k o)
      expr (compare o K)
      expr (- a)
      expr (~ a)
      expr (typeof a)
      expr null
      expr (void a)
      expr (delete a.b)
      expr (% a (** b 2))
      assign x = (concat (:= y 1) (:= z (concat z 2)))
      assign x = (:= y (or y z))
      expr (await p)
      expr null
      expr null
      expr true
      expr 1000n
      expr /a\/b/
      expr this.x
      expr (call super.m)
      expr (list 1 (unknown) (spread xs))
      expr (dict "a": a "b": 1 2: c d: e "m": (closure m()
      ) "g": (closure g() => 1) (spread o))
      expr (call mod.fn x)
      expr a
      expr (call b)
      expr c
      expr import.meta.env.KEY
      expr new.target
      expr (in #p o)
      expr (closure ()
        expr (module m)
      )
      expr (unknown (closure m() => secret) (call q))
    "#);
}

#[test]
fn strings_are_cooked() {
    let source = r#"f("a\n\x41\u{1F600}", 'it\'s', "", `t\``, "line \
continued");
"#;
    assert_snapshot!(lowered(Language::JavaScript, source), @r#"
    module
      expr (call f "a\nA😀" "it's" "" "t`" "line continued")
    "#);
}

#[test]
fn templates_and_concatenations_keep_their_parts() {
    let source = r#"const q = `SELECT ${a.b} FROM \`t\` WHERE x = ${`in ${c}`}`;
const r = "a" + b + ("c" + d) + e * 2;
sql`SELECT ${id}`;
db.raw`plain`;
"#;
    assert_snapshot!(lowered(Language::JavaScript, source), @r#"
    module
      const q = (template "SELECT " {a.b} " FROM `t` WHERE x = " {(template "in " {c})})
      const r = (concat "a" b (concat "c" d) (* e 2))
      expr (tagged sql (template "SELECT " {id}))
      expr (tagged db.raw "plain")
    "#);
}

#[test]
fn awaited_calls_with_type_arguments_are_calls() {
    let source = "const [rows] = await db.query<Row[]>(sql, [id]);\n";
    assert!(
        lowered(Language::TypeScript, source).contains("(await (call db.query sql"),
        "{}",
        lowered(Language::TypeScript, source)
    );
}

#[test]
fn tagged_templates_with_type_arguments_are_calls() {
    let source = r"const rows = await prisma.$queryRaw<User[]>`SELECT ${id}`;
const q = sql<User>`SELECT ${id}`;
";
    assert_snapshot!(lowered(Language::TypeScript, source), @r#"
    module
      const rows = (await (tagged prisma.$queryRaw (template "SELECT " {id})))
      const q = (tagged sql (template "SELECT " {id}))
    "#);
}

#[test]
fn elements() {
    let source = r#"const page = <Layout.Main title="a &amp; b" on={go} {...rest} hidden icon=<Icon/>>
  text {name} {/* nothing */}
  <div dangerouslySetInnerHTML={{ __html: html }} />
  <>{items.map((item) => <li key={item}>{item}</li>)}</>
</Layout.Main>;
"#;
    assert_snapshot!(lowered(Language::Tsx, source), @r#"
    module
      const page = (element Layout.Main title="a &amp; b" on=go *rest hidden=true icon=(element Icon) | name (element div dangerouslySetInnerHTML=(dict "__html": html)) (element  | (call items.map (closure (item) => (element li key=item | item)))))
    "#);
}

#[test]
fn an_unfinished_statement_does_not_take_the_next_one() {
    for unfinished in ["const user =", "user.", "user.name =", "let a = b."] {
        let source = format!("function f(a) {{\n  {unfinished}\n  check(a);\n}}\n");
        let dump = lowered(Language::JavaScript, &source);
        assert!(
            dump.contains("\n  expr (call check a)"),
            "{unfinished}\n{dump}"
        );
    }
    // Written like that, they go on.
    for finished in [
        "const user =\n    check(a);",
        "user.\n    check(a);",
        "// user.\n  check(a);",
        "const query = `a =\n  check`;\n  go();",
        "const user =\n  { a };",
    ] {
        let source = format!("function f(a) {{\n  {finished}\n}}\n");
        let dump = lowered(Language::JavaScript, &source);
        let on_one_line = source.replace(['\n'], " ").replace("// user.", "");
        let apart = if finished.contains('`') {
            &source
        } else {
            &on_one_line
        };
        assert_eq!(dump, lowered(Language::JavaScript, apart), "{finished}");
    }
}

#[test]
fn a_half_typed_block_takes_nothing_behind_it() {
    for typed in [
        "if (a",
        "if (a) {",
        "if (a) {\n    return",
        "if (a) {\n    inside(1);",
        "list.forEach((x) => {",
        "list.forEach((x) => {\n    inside(1);\n    if (x",
        "list.forEach((x) => {\n    inside(`${x.",
        "const y =",
        "await",
        "q(`",
        "q([1",
        "}",
    ] {
        let source = format!(
            "function f(a) {{\n  before(`a`);\n  {typed}\n\n  after(`b`);\n}}\n\nfunction g() {{\n  last();\n}}\n"
        );
        let dump = lowered(Language::JavaScript, &source);
        for call in [
            "\n  expr (call before \"a\")",
            "\n  expr (call after \"b\")",
            "\n  expr (call last)",
        ] {
            assert!(dump.contains(call), "{typed}\n{dump}");
        }
        let is_inside_kept = dump.contains("\n      expr (call inside 1)")
            || dump.contains("\n    expr (call inside 1)");
        assert_eq!(
            is_inside_kept,
            typed.contains("inside(1)"),
            "{typed}\n{dump}"
        );
    }
}

#[test]
fn broken_statements_keep_their_neighbours() {
    let source = r#"function f(req) {
  db.query("a" + req.q);
  const x = ;
  foo(req., 1);
  if () { bar(); }
  db.query("b" + req.q + );
}
const g = (a) => a;
"#;
    assert_snapshot!(lowered(Language::JavaScript, source), @r#"
    function f(req)
    function g(a)

    module
      define f
      define g

    function f(req) exported
      expr (call db.query (concat "a" req.q))
      const x
      unknown
      expr (call foo req 1)
      if (unknown)
        expr (call bar)
      expr (call db.query (concat "b" req.q (unknown)))

    function g(a) exported
      return a
    "#);
}

#[test]
fn an_unclosed_block_ends_where_the_left_margin_has_code() {
    let source = r"function before(a: string) { q(a); }
function broken(req) {
  if (req.x) {
  q(x);
}
function after(b: string) { q(b); }
export const last = (c) => q(c);
";
    assert_snapshot!(lowered(Language::TypeScript, source), @r"
    export last = last
    function before(a)
    function broken(req)
    function after(b)
    function last(c)

    module
      define before
      define broken
      define after
      define last

    function before(a: string)
      expr (call q a)

    function broken(req)
      expr (call q x)

    function after(b: string)
      expr (call q b)

    function last(c) exported
      return (call q c)
    ");
}

#[test]
fn an_unclosed_callback_keeps_what_follows() {
    let source = r#"app.get("/a", (req, res) => {
  db.query("SELECT " + req.query.id)
app.post("/x", (req, res) => {
  db.query(`SELECT ${req.query.id}`);
});
function f(a) { q(a); }
"#;
    assert_snapshot!(lowered(Language::JavaScript, source), @r#"
    function app.get(0)(req, res)
    function app.post(0)(req, res)
    function f(a)

    module
      define app.get(0)
      expr (call app.get "/a" app.get(0))
      define app.post(0)
      expr (call app.post "/x" app.post(0))
      define f

    handler app.get(0)(req, res) @"/a"
      expr (call db.query (concat "SELECT " req.query.id))

    handler app.post(0)(req, res) @"/x"
      expr (call db.query (template "SELECT " {req.query.id}))

    function f(a) exported
      expr (call q a)
    "#);
}

#[test]
fn an_empty_file_has_an_empty_module() {
    for language in [Language::JavaScript, Language::TypeScript, Language::Tsx] {
        let file = file(language, "");
        assert_eq!(file.bodies.len(), 1);
        assert!(file.module().body.root.is_empty());
        assert!(file.comments.is_empty() && file.errors.is_empty());
    }
}

#[test]
fn spans_are_absolute_once_resolved() {
    let source = "first();\n\nclass A {\n  p = 'pé';\n  m(x) { return `t ${x}`; }\n}\nlast('l');\n";
    let file = file(Language::JavaScript, source);
    let mut strings = Vec::new();
    for layout in &file.bodies {
        for expr in &layout.body.exprs {
            match &expr.kind {
                ExprKind::Literal(Literal::String(literal)) => {
                    assert_eq!(
                        &source[layout.resolve(literal.content).range()],
                        &*literal.value
                    );
                    strings.push(&source[layout.resolve(expr.span).range()]);
                }
                ExprKind::Name(name) if !expr.span.is_empty() => {
                    assert_eq!(&source[layout.resolve(expr.span).range()], &**name);
                }
                ExprKind::Template { .. } => {
                    strings.push(&source[layout.resolve(expr.span).range()]);
                }
                _ => {}
            }
        }
    }
    assert_eq!(strings, ["'pé'", "'l'", "`t ${x}`"]);
}

#[test]
fn comments_are_found_wherever_they_stand() {
    let source = "// a\nf('// no', `/* no */ ${x /* b */}`, /\\/\\/no/); // c\nfunction g(/* d */) {\n  // e\n}\n/* f\n*/";
    let document = Document::parse(Language::JavaScript, source);
    let file = lower(&document, None);
    let texts = |file: &FileIr| -> Vec<String> {
        let comments = file.comments.iter();
        comments
            .map(|comment| source[comment.span.range()].to_owned())
            .collect()
    };
    assert_eq!(
        texts(&file),
        ["// a", "/* b */", "// c", "/* d */", "// e", "/* f\n*/"]
    );
    assert_eq!(texts(&lower(&document, Some(&file))), texts(&file));
}

#[test]
fn text_above_a_function_changes_no_body() {
    let source =
        "import { q } from 'q';\nfunction f(a) { q(a); }\nclass A { m() { return 1; } }\nq(2);\n";
    let before = file(Language::JavaScript, source);
    let document = Document::parse(Language::JavaScript, &format!("// a comment\n\n{source}"));
    let after = lower(&document, Some(&before));
    for path in ["", "f", "A.m"] {
        assert!(
            Arc::ptr_eq(&layout(&before, path).body, &layout(&after, path).body),
            "{path}"
        );
    }
    assert!(Arc::ptr_eq(&before.items, &after.items));
    assert_eq!(
        layout(&after, "f").anchors[0],
        layout(&before, "f").anchors[0] + 14
    );
}

#[test]
fn an_edit_inside_a_function_changes_no_other_body() {
    let source = "function f(a) { q(a); }\nconst g = (b) => q(b);\nclass A { m() { one(); } n() {} }\nf(g);\n";
    let before = file(Language::JavaScript, source);
    let edited = source
        .replace("q(a)", "q(a, 'more')")
        .replace("one()", "one(two)");
    let after = lower(
        &Document::parse(Language::JavaScript, &edited),
        Some(&before),
    );
    for path in ["", "g", "A.n"] {
        assert!(
            Arc::ptr_eq(&layout(&before, path).body, &layout(&after, path).body),
            "{path}"
        );
    }
    for path in ["f", "A.m"] {
        assert_ne!(
            layout(&before, path).body,
            layout(&after, path).body,
            "{path}"
        );
    }
}

#[test]
fn an_import_changes_the_bodies_that_may_use_it() {
    let before = file(
        Language::JavaScript,
        "import q from 'q';\nfunction f(a) { q(a); }\n",
    );
    let document = Document::parse(
        Language::JavaScript,
        "import q from 'r';\nfunction f(a) { q(a); }\n",
    );
    let after = lower(&document, Some(&before));
    assert_ne!(
        layout(&before, "f").body.hash,
        layout(&after, "f").body.hash
    );
}

#[test]
fn deep_nesting_neither_overflows_nor_takes_long() {
    let n = 20_000;
    let sources = [
        format!("x = {}a{};", "(".repeat(100_000), ")".repeat(100_000)),
        format!("x = {}a;", "!".repeat(n)),
        format!("x = {}{};", "[".repeat(n), "]".repeat(n)),
        format!("x = a{};", ".b()".repeat(n)),
        format!("x = {}a;", "b = ".repeat(n)),
        format!("x = a{};", " && b".repeat(n)),
        format!("{}f(){}", "{".repeat(n), "}".repeat(n)),
        format!("{}f();", "if (a) ".repeat(n)),
        format!("{}f();", "l: ".repeat(n)),
        format!("x = {}1{};", "() => (".repeat(n), ")".repeat(n)),
        format!("x = {}{};", "{a: ".repeat(n), "}".repeat(n)),
        format!("x = {}", "`${".repeat(2_000)),
        "(".repeat(n),
        "function f() { if (".repeat(2_000),
        "class A { m() {".repeat(2_000),
        "(/* c */".repeat(n),
    ];
    for source in &sources {
        for language in [Language::JavaScript, Language::TypeScript] {
            let document = Document::parse(language, source);
            let first = lower(&document, None);
            let second = lower(&document, Some(&first));
            assert_eq!(dump::file(&first), dump::file(&second));
        }
    }
}

#[test]
fn long_chains_are_flat() {
    let concat = format!("x = a{};", " + b".repeat(10_000));
    let file_of = |source: &str| file(Language::JavaScript, source);
    let lowered = file_of(&concat);
    let operands = lowered
        .module()
        .body
        .exprs
        .iter()
        .find_map(|expr| match &expr.kind {
            ExprKind::Concat(operands) => Some(operands.len()),
            _ => None,
        });
    assert_eq!(operands, Some(10_001));
    let branches = format!("if (a) b();{}", " else if (c) d();".repeat(10_000));
    let lowered = file_of(&branches);
    assert_eq!(lowered.module().body.root.len(), 1);
    assert!(lowered.module().body.exprs.len() > 20_000);
}

/// Fragments whose random sequences look like code that is being typed.
fn half_typed() -> impl Strategy<Value = String> {
    let fragments = vec![
        "function f(a) {",
        "}",
        "(",
        ")",
        "{",
        "[",
        "]",
        "\n",
        ";",
        ",",
        ".",
        "=>",
        "=",
        "class A {",
        "m() {",
        "const x = ",
        "`a ${",
        "`",
        "\"s\"",
        "x",
        "await ",
        "import { a } from 'b'",
        "export default ",
        "if (",
        "else ",
        "for (const a of ",
        "switch (x) { case 1:",
        "break",
        "return ",
        "<div>",
        "</div>",
        "@dec ",
        ": string",
        "?",
        "/* c */",
        "// c\n",
        "...",
        "module.exports = ",
        "é",
        "'",
        "enum E {",
        "async ",
        "async function* g() {",
    ];
    prop::collection::vec(prop::sample::select(fragments), 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_text_lowers_and_lowers_the_same_with_a_previous_version(before in half_typed(), after in half_typed(), pick in 0..3_usize) {
        let language = [Language::JavaScript, Language::TypeScript, Language::Tsx][pick];
        let before = lower(&Document::parse(language, &before), None);
        let document = Document::parse(language, &after);
        let fresh = lower(&document, None);
        let reused = lower(&document, Some(&before));
        prop_assert_eq!(&fresh.items, &reused.items);
        prop_assert_eq!(&fresh.comments, &reused.comments);
        prop_assert_eq!(fresh.bodies.len(), reused.bodies.len());
        for (fresh, reused) in fresh.bodies.iter().zip(&reused.bodies) {
            prop_assert_eq!(&fresh.body, &reused.body);
            prop_assert_eq!(&fresh.anchors, &reused.anchors);
            for expr in &fresh.body.exprs {
                prop_assert!(after.get(fresh.resolve(expr.span).range()).is_some());
            }
        }
    }
}
