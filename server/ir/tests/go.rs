//! What Go lowers to.

use std::sync::Arc;

use insta::assert_snapshot;
use proptest::prelude::*;
use tripline_ir::lower::lower;
use tripline_ir::{BodyKey, BodyLayout, ExprKind, FileIr, Literal, Part, Symbol, dump};
use tripline_syntax::{Document, Language};

fn file(source: &str) -> FileIr {
    lower(&Document::parse(Language::Go, source), None)
}

/// Items and bodies of a file.
fn lowered(source: &str) -> String {
    dump::file(&file(source))
}

/// The body of a function with these statements.
fn body(statements: &str) -> String {
    let file = file(&format!(
        "package p\n\nimport \"fmt\"\n\nfunc f() {{\n{statements}\n}}\n"
    ));
    dump::body(&layout(&file, "f").body)
}

fn layout<'a>(file: &'a FileIr, path: &str) -> &'a BodyLayout {
    let key = BodyKey::new(Symbol::new(path), 0);
    file.body(key).expect("the file has this body")
}

#[test]
fn a_file_names_its_package() {
    let package = |source: &str| file(source).items.package;
    assert_eq!(
        package("// Command x.\npackage main // here\n"),
        Some(Symbol::new("main"))
    );
    assert_eq!(
        package("package db_test\n\nimport \"x\"\n"),
        Some(Symbol::new("db_test"))
    );
    assert_eq!(package("func f() {}\n"), None);
    assert_eq!(package(""), None);
}

#[test]
fn imports_bind_the_name_that_the_package_has_by_convention() {
    assert_snapshot!(lowered(r#"package p

import "database/sql"
import (
	f "fmt"
	_ "github.com/lib/pq"
	. "math"
	"github.com/jackc/pgx/v5"
	"gopkg.in/yaml.v3"
	"github.com/mattn/go-sqlite3"
	"github.com/go-sql-driver/mysql"
	"github.com/dgrijalva/jwt-go"
	"github.com/nats-io/nats.go"
	"github.com/satori/go.uuid"
	`k8s.io/client-go/kubernetes`
)
"#), @r"
    package p
    import sql = database/sql from database/sql (module)
    import f = fmt from fmt (module)
    import _ = github.com/lib/pq from github.com/lib/pq (side effect)
    import _ = math from math (wildcard)
    import pgx = github.com/jackc/pgx/v5 from github.com/jackc/pgx/v5 (module)
    import yaml = gopkg.in/yaml.v3 from gopkg.in/yaml.v3 (module)
    import sqlite3 = github.com/mattn/go-sqlite3 from github.com/mattn/go-sqlite3 (module)
    import mysql = github.com/go-sql-driver/mysql from github.com/go-sql-driver/mysql (module)
    import jwt = github.com/dgrijalva/jwt-go from github.com/dgrijalva/jwt-go (module)
    import nats = github.com/nats-io/nats.go from github.com/nats-io/nats.go (module)
    import uuid = github.com/satori/go.uuid from github.com/satori/go.uuid (module)
    import kubernetes = k8s.io/client-go/kubernetes from k8s.io/client-go/kubernetes (module)

    module
      import sql = database/sql from database/sql (module)
      import f = fmt from fmt (module)
      import _ = github.com/lib/pq from github.com/lib/pq (side effect)
      import _ = math from math (wildcard)
      import pgx = github.com/jackc/pgx/v5 from github.com/jackc/pgx/v5 (module)
      import yaml = gopkg.in/yaml.v3 from gopkg.in/yaml.v3 (module)
      import sqlite3 = github.com/mattn/go-sqlite3 from github.com/mattn/go-sqlite3 (module)
      import mysql = github.com/go-sql-driver/mysql from github.com/go-sql-driver/mysql (module)
      import jwt = github.com/dgrijalva/jwt-go from github.com/dgrijalva/jwt-go (module)
      import nats = github.com/nats-io/nats.go from github.com/nats-io/nats.go (module)
      import uuid = github.com/satori/go.uuid from github.com/satori/go.uuid (module)
      import kubernetes = k8s.io/client-go/kubernetes from k8s.io/client-go/kubernetes (module)
    ");
}

#[test]
fn package_level_declarations_are_statements_of_the_module() {
    assert_snapshot!(lowered(r#"package p

const (
	A = iota
	B
	C, D = 1, "x"
)
const E string = "e"
var db *sql.DB
var (
	x, y = f()
	h http.Handler = nil
)
"#), @r#"
    package p

    module
      const A = (unknown)
      const B = (unknown)
      const (tuple C D) = (tuple 1 "x")
      const E: string = "e"
      let db: sql.DB
      let (tuple x y) = (call f)
      let h: http.Handler = null
    "#);
}

#[test]
fn structs_are_classes_with_fields() {
    assert_snapshot!(lowered(r#"package p

type Repo struct {
	*sql.DB
	List[int]
	Name, Other string `json:"n"`
	users map[string]*User
	ch    chan<- []byte
	hook  func(int) error
	any   interface{}
}
type (
	Tx   = sql.Tx
	Fn   func(a int) error
	Face interface{ M() }
)
"#), @r"
    package p
    class Repo <sql.DB> <List> DB: sql.DB List: List Name: string Other: string users: map[string]User ch: chan []byte hook: func any: interface
    class Tx <sql.Tx>
    class Fn
    class Face
    interface Face M()()

    module
      class Repo
      class Tx
      class Fn
      class Face
    ");
}

#[test]
fn interfaces_ask_for_methods_and_types_have_them() {
    let items = file(
        r"package p

type Reader[T any] interface {
	Closer
	store.Pinger
	Read(ctx context.Context, keys ...string) (map[string]*model.Row, error)
	Each(func(T) bool)
	Last() T
}
type Of[S Reader[int]] struct { reader S }

func (r *rows[K]) Last() (last K) { return }
func (r rows[K]) Read(ctx context.Context, keys ...string) (map[string]Row, error) { return nil, nil }
func Open[S Reader[int]](s S) {}
",
    )
    .items;
    let [interface] = items.interfaces.as_slice() else {
        panic!("{:?}", items.interfaces);
    };
    let bases: Vec<&str> = interface.bases.iter().map(|base| base.as_str()).collect();
    assert_eq!(bases, ["Closer", "store.Pinger"]);
    let written = |method: &tripline_ir::Method| format!("{}{}", method.name, method.signature);
    let asked: Vec<String> = interface.methods.iter().map(written).collect();
    let row = "(Context,...string)(map[string]Row,error)";
    assert_eq!(
        asked,
        [
            format!("Read{row}"),
            "Each(func)()".to_owned(),
            "Last()(_)".to_owned()
        ]
    );
    let has: Vec<String> = items
        .implementations
        .iter()
        .map(|implementation| written(&implementation.method))
        .collect();
    assert_eq!(has, ["Last()(_)".to_owned(), format!("Read{row}")]);
    let field = |class: &tripline_ir::Class| class.fields.first().map(|(_, ty)| ty.as_str());
    assert_eq!(items.classes.iter().find_map(field), Some("Reader"));
}

#[test]
fn a_method_answers_what_is_asked_with_the_same_types() {
    let method = |signature: &str| tripline_ir::Method {
        name: Symbol::new("Find"),
        signature: Symbol::new(signature),
    };
    let asked = method("(Context,_)(_,error)");
    assert!(method("(Context,string)(Row,error)").answers(asked));
    assert!(!method("(string,Context)(Row,error)").answers(asked));
    assert!(!method("(Context)(Row,error)").answers(asked));
    assert!(!method("(Context,string)(Row)").answers(asked));
}

#[test]
fn functions_and_methods_are_bodies() {
    assert_snapshot!(lowered(r"package p

func Open(a, b string, opts ...*Option) (*DB, error) { return nil, nil }
func hidden(int, map[string][]byte) {}
func Map[T any, U comparable](xs []T, g func(T) U) (out []U, err error) {
	return
}
func (r *Repo[T]) Find(ctx context.Context) (found bool) { return }
func (Repo) find() *sql.DB
func (r Repo) find() {}
"), @r"
    package p
    function Open(a, b, opts)
    function hidden(_, _)
    function Map(xs, g)
    function Repo.Find(r, ctx)
    function Repo.find(_)
    function Repo.find(r)

    module
      define Open
      define hidden
      define Map
      define Repo.Find
      define Repo.find
      define Repo.find

    function Open(a: string, b: string, *opts: Option) -> (tuple DB error) exported
      return (tuple null null)

    function hidden(_: int, _: map[(tuple string [][byte])])

    function Map(xs: [][T], g: (unknown)) -> (tuple [][U] error) exported
      let out: [][U]
      let err: error
      return (tuple out err)

    method Repo.Find(receiver r: Repo, ctx: context.Context) -> bool exported
      let found: bool
      return found

    method Repo.find(receiver _: Repo) -> sql.DB

    method Repo.find#1(receiver r: Repo)
    ");
}

#[test]
fn assignments_and_declarations() {
    assert_snapshot!(body(r#"var a, b string = "", ""
const c = 1
x := f()
x, err := f()
a, b = b, a
_ = x
x += y
x &^= 3
x++
p.n--
*p, a[i], r.f = 1, 2, 3
type local struct{}
var ()"#), @r#"
    function f()
      let (tuple a b): string = (tuple "" "")
      const c = 1
      let x = (call f)
      let (tuple x err) = (call f)
      assign (tuple a b) = (tuple b a)
      assign _ = x
      assign x += y
      assign x op= 3
      assign x op= 1
      assign p.n op= 1
      assign (tuple (reference p) a[i] r.f) = (tuple 1 2 3)
      class local
    "#);
}

#[test]
fn an_if_with_an_initialiser_is_a_block() {
    assert_snapshot!(body(r"if a {
	x()
} else if b {
	y()
} else {
	z()
}
if v, err := g(); err != nil {
	x()
} else if w := h(); w {
	y()
}"), @r"
    function f()
      if a
        expr (call x)
      elif b
        expr (call y)
      else
        expr (call z)
      block
        let (tuple v err) = (call g)
        if (!= err null)
          expr (call x)
        else
          block
            let w = (call h)
            if w
              expr (call y)
    ");
}

#[test]
fn loops() {
    assert_snapshot!(body(r"for i := 0; i < n; i++ {
	if i == 3 {
		break
	}
	continue
}
for ; ; {
}
for a < b {
	x()
}
for {
}
for range ch {
}
for k := range m {
	use(k)
}
for _, s.v = range xs {
}
outer:
for {
	continue outer
}"), @r"
    function f()
      block
        let i = 0
        while (< i n)
          if (== i 3)
            break
          continue
          assign i op= 1
      while
      while (< a b)
        expr (call x)
      while
      for in ch
      for k in m keys
        expr (call use k)
      for (tuple _ s.v) in xs
      while
        continue
    ");
}

#[test]
fn a_switch_with_a_subject() {
    assert_snapshot!(body(r"switch v := f(); v {
case 1, g(2):
	x()
	break
	y()
case 3:
	fallthrough
default:
	for {
		break
	}
}"), @r"
    function f()
      block
        let v = (call f)
        switch v
        case 1 (call g 2)
          expr (call x)
          pass
          expr (call y)
        case 3
          pass
        case
          while
            break
    ");
}

#[test]
fn a_switch_without_a_subject_is_an_if() {
    assert_snapshot!(body(r"switch {
default:
	z()
case a == 1, b, c:
	x()
case d:
}
switch {
default:
	z()
}
switch x := f(); {
}"), @r"
    function f()
      if (or (or (== a 1) b) c)
        expr (call x)
      elif d
      else
        expr (call z)
      block
        expr (call z)
      block
        let x = (call f)
        pass
    ");
}

#[test]
fn a_type_switch_binds_its_value_first() {
    assert_snapshot!(body(r"switch v := g(x).(type) {
case nil:
case int, *sql.DB:
	use(v)
default:
}
switch x.(type) {
case []string, map[string]int, func():
}
switch y := f(); v := y.(type) {
case error:
	use(v)
}"), @r"
    function f()
      block
        let v = (call g x)
        switch v
        case null
        case int sql.DB
          expr (call use v)
        case
      switch x
      case [][string] map[(tuple string int)] (unknown)
      block
        let y = (call f)
        block
          let v = y
          switch v
          case error
            expr (call use v)
    ");
}

#[test]
fn a_select_is_a_switch_over_the_unknown() {
    assert_snapshot!(body(r"for {
	select {
	case m, ok := <-in:
		use(m, ok)
	case x = <-in:
		break
	case <-done:
		return
	case out <- y:
		z()
	default:
	}
}"), @r"
    function f()
      while
        switch (unknown)
        case (unknown)
          let (tuple m ok) = (await in)
          expr (call use m ok)
        case (unknown)
          assign x = (await in)
          pass
        case (unknown)
          expr (await done)
          return
        case (unknown)
          assign out[(unknown)] = y
          expr (call z)
        case
    ");
}

#[test]
fn other_statements() {
    assert_snapshot!(body(r#"defer rows.Close()
go func(s string) { use(s) }(a)
ch <- x
<-ch
panic("no " + x)
panic()
goto end
{
	x()
}
end:"#), @r#"
    function f()
      defer (call rows.Close)
      expr (call (closure (s: string)
        expr (call use s)
      ) a)
      assign ch[(unknown)] = x
      expr (await ch)
      raise (concat "no " x)
      raise
      unknown
      block
        expr (call x)
    "#);
}

#[test]
fn operators() {
    assert_snapshot!(body(r"_ = a + b + (c + d) - e + f
_ = a && b && !c || d && (e || f)
_ = a == b
_ = a != nil
_ = a < b
_ = a * -b % ^c
_ = <-ch
_ = &x
_ = *p
_ = ((x))
_ = iota"), @r"
    function f()
      assign _ = (concat (- (concat a b (concat c d)) e) f)
      assign _ = (or (and (and a b) (not c)) (and d (or e f)))
      assign _ = (== a b)
      assign _ = (!= a null)
      assign _ = (< a b)
      assign _ = (% (* a (- b)) (^ c))
      assign _ = (await ch)
      assign _ = (reference x)
      assign _ = (reference p)
      assign _ = x
      assign _ = (unknown)
    ");
}

#[test]
fn calls_and_conversions() {
    assert_snapshot!(body(r"f()
a.b.c(x, ys...)
f(func(a, b int) (c error) { return })
_ = []byte(s)
_ = string(b)
_ = map[string] int(x)
_ = interface{}(x)
_ = sql.NullString(x)
_ = (*T)(x)
_ = make([]byte, 10)
_ = new(pkg.T)
_ = Map[int](xs)
_ = Map[int, []string](xs)
_ = pkg.New[T](x)
g := Map[int, string]"), @r"
    function f()
      expr (call f)
      expr (call a.b.c x *ys)
      expr (call f (closure (a: int, b: int)
        let c: error
        return c
      ))
      assign _ = (call []byte s)
      assign _ = (call string b)
      assign _ = (call map[string]int x)
      assign _ = (call interface{} x)
      assign _ = (call sql.NullString x)
      assign _ = (call (reference T) x)
      assign _ = (call make [][byte] 10)
      assign _ = (call new pkg.T)
      assign _ = (call Map xs)
      assign _ = (call Map xs)
      assign _ = (call pkg.New x)
      let g = Map
    ");
}

#[test]
fn access_to_parts() {
    assert_snapshot!(body(r"_ = a[i]
_ = a[1:n]
_ = a[:]
_ = a[1:2:3]
_ = x.(T)
_ = x.(*pkg.T).field"), @r"
    function f()
      assign _ = a[i]
      assign _ = a[(unknown 1 n)]
      assign _ = a[(unknown)]
      assign _ = a[(unknown 1 2 3)]
      assign _ = (cast x T)
      assign _ = (cast x pkg.T).field
    ");
}

#[test]
fn composite_literals() {
    assert_snapshot!(body(r#"_ = http.Cookie{Name: "a", Secure: true}
_ = &Point{1, 2}
_ = []string{"a", `b`}
_ = [...]int{2: x, y}
_ = map[string][]int{"a": {1, 2}, k: nil}
_ = []*Point{{1, 2}, {X: 3}}
_ = map[string]Point{"a": {1, 2}}
_ = url.Values{"a": {"b"}}
_ = Index{Key: {1}}
_ = bson.D{{"k", v}}
_ = bson.M{"k": bson.M{"$gt": v}}
_ = List[int]{}
_ = struct{ A int }{A: 1}
_ = []struct{}{{}}"#), @r#"
    function f()
      assign _ = (struct<http.Cookie> "Name": "a" "Secure": true)
      assign _ = (reference (struct<Point> 1 2))
      assign _ = (list<[][string]> "a" "b")
      assign _ = (list<[][int]> 2: x y)
      assign _ = (dict<map[(tuple string [][int])]> "a": (list 1 2) k: null)
      assign _ = (list<[][Point]> (struct 1 2) (struct "X": 3))
      assign _ = (dict<map[(tuple string Point)]> "a": (struct 1 2))
      assign _ = (dict<url.Values> "a": (list "b"))
      assign _ = (dict<Index> Key: (list 1))
      assign _ = (list<bson.D> (struct "k" v))
      assign _ = (dict<bson.M> "k": (dict<bson.M> "$gt": v))
      assign _ = (struct<List>)
      assign _ = (struct<(unknown)> "A": 1)
      assign _ = (list<[][struct{}]> (struct))
    "#);
}

#[test]
fn literals() {
    assert_snapshot!(body(r#"_ = "a\n\x41\u00e9\"\101"
_ = `raw \n "x"`
_ = 'a' + '\'' + '\n' + '\u00e9'
_ = 1_000 + 0x1F + 1.5e3 + 2i
_ = true
_ = false
_ = nil"#), @r#"
    function f()
      assign _ = "a\nAé\"A"
      assign _ = "raw \\n \"x\""
      assign _ = (concat 97 39 10 233)
      assign _ = (concat 1000 0x1F 1.5e3 2i)
      assign _ = true
      assign _ = false
      assign _ = null
    "#);
}

#[test]
fn sprintf_with_a_constant_format_is_a_template() {
    assert_snapshot!(body(r#"_ = fmt.Sprintf("select %s from %-5d where 100%% %[1]s\n"+`raw %+v`, a, b+c, d)
_ = fmt.Sprintf("%*d|%s", w, x)
_ = fmt.Sprintf("%s %s", args...)
_ = fmt.Sprintf("%d%%", n, extra())
_ = fmt.Sprintf("100%%")
_ = fmt.Sprintf(format, a)
_ = fmt.Sprintf("a"+b, c)
_ = fmt.Errorf("%s", a)
_ = other.Sprintf("%s", a)"#), @r#"
    function f()
      assign _ = (sprintf "select " {a "s"} " from " {(concat b c) "-5d"} " where 100% " {a "[1]s"} "\n" "raw " {(concat b c) "+v"} of (concat "select %s from %-5d where 100%% %[1]s\n" "raw %+v"))
      assign _ = (sprintf {x "*d"} "|" {(unknown) "s"} of "%*d|%s")
      assign _ = (sprintf {args "s"} " " {args "s"} of "%s %s")
      assign _ = (sprintf {n "d"} "%" of "%d%%")
      assign _ = "100%"
      assign _ = (call fmt.Sprintf format a)
      assign _ = (call fmt.Sprintf (concat "a" b) c)
      assign _ = (call fmt.Errorf "%s" a)
      assign _ = (call other.Sprintf "%s" a)
    "#);
}

#[test]
fn the_name_of_package_fmt_comes_from_the_imports() {
    assert_snapshot!(lowered(r#"package p

import str "fmt"

var a = str.Sprintf("%d", 1)
var b = fmt.Sprintf("%d", 1)
"#), @r#"
    package p
    import str = fmt from fmt (module)

    module
      import str = fmt from fmt (module)
      let a = (sprintf {1 "d"} of "%d")
      let b = (call fmt.Sprintf "%d" 1)
    "#);
}

#[test]
fn broken_expressions_are_unknown_and_their_neighbours_stay() {
    assert_snapshot!(lowered(r"package p

func a(x string) {
	before(x)
	if x == {
		inside()
	}
	for i := range {
		inside()
	}
	g(1, , 2)
	y := f(
	after(x)
}

func b() {
	c()
}
"), @r"
    package p
    function a(x)
    function b()

    module
      define a
      define b

    function a(x: string)
      expr (call before x)
      if (== x (unknown))
        expr (call inside)
      for i in (unknown) keys
        expr (call inside)
      expr (call g 1 (unknown) 2)
      let y = (call f)
      expr (call after x)

    function b()
      expr (call c)
    ");
}

#[test]
fn a_missing_brace_leaves_the_declarations_behind_it_whole() {
    assert_snapshot!(lowered(r#"package p

func a(x string) {
	db.Query(x)
	if x {
	y := 1
}

// About b.
func b() {
	c()
}

type T struct {
	f int

func (t *T) d() int {
	return 1
}
var v = "x"
"#), @r#"
    package p
    class T f: int
    function a(x)
    function b()
    function T.d(t)

    module
      define a
      define b
      class T
      define T.d
      let v = "x"

    function a(x: string)
      expr (call db.Query x)
      let y = 1

    function b()
      expr (call c)

    method T.d(receiver t: T) -> int
      return 1
    "#);
}

#[test]
fn a_missing_quote_leaves_the_declarations_behind_it_whole() {
    assert_snapshot!(lowered(r"package p

func a(x string) {
	db.Query(`select
	b(x)
}

func b() {
	c(`raw`) // d
}
"), @r#"
    package p
    function a(x)
    function b()

    module
      define a
      define b

    function a(x: string)
      expr (call b x)

    function b()
      expr (call c "raw")
    "#);
}

#[test]
fn statements_without_a_function_are_statements_of_the_module() {
    assert_snapshot!(lowered(r"package p

x := f()
if x {
	y()
}
"), @r"
    package p

    module
      let x = (call f)
      if x
        expr (call y)
    ");
}

#[test]
fn text_that_is_no_go_yields_what_can_be_recognised() {
    assert_snapshot!(lowered(r"package p

}}} ) this is not Go at all ; func func (
x.y(z
"), @r"
    package p

    module
      expr this
      unknown is
      unknown not
      unknown Go
      unknown at
      unknown all
      expr (call func(x.y z)
    ");
}

#[test]
fn statements_that_an_error_left_outside_stay_in_their_function() {
    assert_snapshot!(lowered(r"package p

func (t *T) a(x string) int {
	db.Query(x)
	if err != nil 
		return err
	}
	for _, y := range x {
		foo(y)
	}
	return nil
}

func b(x string) {
	db.Query(x)
	foo(`select
}

func c() {}
}
"), @r"
    package p
    function T.a(t, x)
    function b(x)
    function c()

    module
      define T.a
      define b
      define c

    method T.a(receiver t: T, x: string) -> int
      expr (call db.Query x)
      unknown (!= err null)
      unknown return
      unknown err
      for (tuple _ y) in x
        expr (call foo y)
      return null

    function b(x: string)
      expr (call db.Query x)
      unknown foo

    function c()
    ");
}

#[test]
fn code_in_a_raw_string_is_no_declaration_even_if_its_surroundings_are_broken() {
    assert_snapshot!(lowered(r#"package p

func a(x string) {
	if x == {
	}
	write(`package p

import (
	"x"
)

func c() {
	d()
}
`)
}

func b() {
	c()
}
"#), @r#"
    package p
    function a(x)
    function b()

    module
      define a
      define b

    function a(x: string)
      if (== x (unknown))
      expr (call write "package p\n\nimport (\n\t\"x\"\n)\n\nfunc c() {\n\td()\n}\n")

    function b()
      expr (call c)
    "#);
}

#[test]
fn an_empty_file_has_an_empty_module() {
    for source in ["", "\n", "package p", "// only a comment"] {
        let file = file(source);
        assert_eq!(file.bodies.len(), 1, "{source:?}");
        assert!(file.module().body.root.is_empty(), "{source:?}");
        assert!(file.errors.is_empty(), "{source:?}");
    }
}

/// The source text of every expression for which `wanted` says so.
fn texts(source: &str, wanted: impl Fn(&ExprKind) -> bool) -> Vec<&str> {
    let file = file(source);
    let mut found = Vec::new();
    for layout in &file.bodies {
        for expr in layout.body.exprs.iter().filter(|expr| wanted(&expr.kind)) {
            found.push(&source[layout.resolve(expr.span).range()]);
        }
    }
    found
}

const QUERY: &str = r#"package p

import "fmt"

var q = ("a" + x)

func f(t string) {
	use(fmt.Sprintf("se\tlect %-5s from"+` %d`, t, 1), T{Name: "n"})
}
"#;

#[test]
fn spans_cover_the_text_of_expressions() {
    assert_eq!(
        texts(QUERY, |kind| matches!(kind, ExprKind::Concat(_))),
        ["\"a\" + x", "\"se\\tlect %-5s from\"+` %d`"]
    );
    assert_eq!(
        texts(QUERY, |kind| matches!(kind, ExprKind::Template { .. })),
        ["fmt.Sprintf(\"se\\tlect %-5s from\"+` %d`, t, 1)"]
    );
    assert_eq!(
        texts(QUERY, |kind| matches!(kind, ExprKind::Collection(_))),
        ["T{Name: \"n\"}"]
    );
}

#[test]
fn parts_of_a_template_say_where_they_stand_in_the_literals() {
    let file = file(QUERY);
    let layout = layout(&file, "f");
    let parts = layout.body.exprs.iter().find_map(|expr| match &expr.kind {
        ExprKind::Template { parts, .. } => Some(parts),
        _ => None,
    });
    let text = |span| &QUERY[layout.resolve(span).range()];
    let found: Vec<_> = parts
        .unwrap()
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
            ("-5s", "%-5s"),
            (" from", " from"),
            (" ", " "),
            ("d", "%d")
        ]
    );
}

#[test]
fn the_content_of_a_string_is_what_its_quotes_enclose() {
    let file = file(QUERY);
    let mut found = Vec::new();
    for layout in &file.bodies {
        for expr in &layout.body.exprs {
            if let ExprKind::Literal(Literal::String(literal)) = &expr.kind {
                found.push(&QUERY[layout.resolve(literal.content).range()]);
            }
        }
    }
    assert_eq!(found, ["a", "se\\tlect %-5s from", " %d", "Name", "n"]);
}

#[test]
fn spans_of_parameters_cover_names_and_types() {
    let source = "package p\n\nfunc (r *T) f(a, b string, int, rest ...[]byte) {}\n";
    let file = file(source);
    let layout = file.bodies.last().unwrap();
    let params = &layout.body.params;
    let found: Vec<_> = params
        .iter()
        .map(|param| &source[layout.resolve(param.span).range()])
        .collect();
    // `int` beside named parameters is a parameter of that name for the parser.
    assert_eq!(found, ["r *T", "a", "b string", "int", "rest ...[]byte"]);
}

#[test]
fn comments_are_found_in_bodies_that_parse_and_that_do_not() {
    let comments = |source: &str| -> Vec<String> {
        let spans = file(source)
            .comments
            .into_iter()
            .map(|comment| comment.span.range());
        spans.map(|range| source[range].to_owned()).collect()
    };
    let source = "// a\npackage p // b\n\nfunc f() {\n\tx(\"// no\") /* c */\n\t// d\n}\n";
    assert_eq!(comments(source), ["// a", "// b", "/* c */", "// d"]);
    let broken = "// a\npackage p // b\n\nfunc f() {\n\tx(\"// no\" /* c */\n\t// d\n}\n";
    assert_eq!(comments(broken), ["// a", "// b", "/* c */", "// d"]);
    let torn = "package p\n\nfunc f() {\n\tx(`\n}\n\nfunc g() {\n\ty(`a`) // b\n}\n";
    assert_eq!(comments(torn), ["// b"]);
}

const FILE: &str = r#"package p

import "fmt"

var a = fmt.Sprintf("%d", 1)

func f(x int) {
	use(fmt.Sprintf("%d", x))
}

// About m.
func (t *T) m() {
	t.n()
}

func g() {}
"#;

/// Paths of the bodies of `FILE` that are not shared after `from` is replaced by `to`.
fn changed(from: &str, to: &str) -> Vec<&'static str> {
    let source = FILE.replacen(from, to, 1);
    assert_ne!(source, FILE);
    let before = file(FILE);
    let after = lower(&Document::parse(Language::Go, &source), Some(&before));
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
    assert_eq!(changed("package p", "// c\n\npackage p"), none);
    assert_eq!(changed("// About", "// More\n// about"), none);
    assert_eq!(changed("t.n()", "t.n(1)"), ["T.m"]);
    assert_eq!(changed("use(", "x++\n\tuse("), ["f"]);
    assert_eq!(changed("var a = fmt", "var a = 1 + fmt"), [""]);
    assert_eq!(changed("func g() {}", "func h() {}"), ["", "h"]);
}

#[test]
fn a_body_is_lowered_again_when_the_imports_change() {
    assert_eq!(changed("\"fmt\"", "f \"fmt\""), ["", "f", "T.m", "g"]);
}

#[test]
fn a_missing_brace_changes_the_body_it_is_missing_in_alone() {
    assert_eq!(changed("x))\n}", "x))\n"), ["f"]);
    assert_eq!(changed("\"%d\", x", "`%d, x"), ["f"]);
}

#[test]
fn items_do_not_change_with_bodies() {
    let before = file(FILE);
    let source = FILE.replace("t.n()", "t.n(1)");
    let after = lower(&Document::parse(Language::Go, &source), Some(&before));
    assert!(Arc::ptr_eq(&before.items, &after.items));
}

/// A function whose only statement is `open` many times, `middle`, and `close` many times.
fn nested(open: &str, middle: &str, close: &str, depth: usize) -> FileIr {
    let (open, close) = (open.repeat(depth), close.repeat(depth));
    file(&format!(
        "package p\n\nfunc f() {{\n{open}{middle}{close}\n}}\n\nfunc g() {{\n}}\n"
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
        ("-", "x", ""),
        ("[", "", "]"),
        ("f(", "x", ")"),
        ("if x {\n", "y()\n", "}\n"),
        ("{\n", "y()\n", "}\n"),
        ("func() {\n", "y()\n", "}()\n"),
        ("x := T{", "", "}"),
        ("[]T{{", "", "}}"),
        ("_ = map[string]", "int", "{}"),
        ("for {\nswitch {\ncase x:\n", "y()\n", "}\n}\n"),
        ("switch x := y; {\ncase x:\n", "y()\n", "}\n"),
        ("L:\n", "y()", ""),
        ("if x := 1; x { y() } else ", "{}", ""),
        ("var x []", "T", ""),
        ("_ = x.(", "T", ")"),
        ("(", "", ""),
        ("{", "", ""),
        ("func (", "", ""),
    ];
    for (open, middle, close) in cases {
        let file = nested(open, middle, close, 2_000);
        assert!(!file.bodies.is_empty());
        let _ = dump::file(&file);
    }
}

#[test]
fn long_chains_lose_no_operand() {
    let chain = |operator: &str| {
        let operands = vec!["a"; 10_000].join(operator);
        let file = nested("", &format!("x = {operands}"), "", 1);
        let names = layout(&file, "f")
            .body
            .exprs
            .iter()
            .filter(|expr| expr.kind == ExprKind::Name(Symbol::new("a")));
        names.count()
    };
    assert_eq!(chain(" + "), 10_000);
    assert_eq!(chain(" && "), 10_000);
    assert_eq!(chain(" || "), 10_000);
    let arms = "if a {\n} else ".repeat(10_000);
    let file = nested("", &format!("{arms}{{\n}}"), "", 1);
    assert_eq!(layout(&file, "f").body.exprs.len(), 10_000);
}

#[test]
fn long_chains_of_calls_are_cut_off() {
    let file = nested("", &format!("x{}", ".f()".repeat(10_000)), "", 1);
    assert!(layout(&file, "f").body.exprs.len() > 100);
}

/// Go with every kind of statement, to be cut into pieces.
const SAMPLE: &str = r#"package p

import f "fmt"

type T struct{ a, b int }

func (t *T) m(xs ...string) (n int, err error) {
	if x, ok := t.c.(U); !ok || x == nil {
		return
	}
	for i, s := range xs {
		q := f.Sprintf("a %s\n"+`%d`, s, i) // c
		switch v := q.(type) {
		case nil, []byte:
			break
		}
		go func() { ch <- map[string]T{"k": {1, 2}, 'r': {a: <-ch}} }()
	}
	defer t.close(xs...)
	return len(xs), &E{x[1:], y[2]}
}

const (
	A = iota
	B
)
"#;

proptest! {
    #[test]
    fn any_edit_lowers_as_from_scratch(
        removed in (0..SAMPLE.len(), 0..40_usize),
        inserted in "[(){}\\[\\]\"`'/*%:=.,;a\n]{0,3}|func |\nfunc g\\(\\) \\{\n",
    ) {
        let (start, length) = removed;
        let end = (start + length).min(SAMPLE.len());
        let source = format!("{}{inserted}{}", &SAMPLE[..start], &SAMPLE[end..]);
        let document = Document::parse(Language::Go, &source);
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
