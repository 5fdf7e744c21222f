//! What reaches a sink, in small programs.
//!
//! A program calls `sink(x)`; the comment at the end of the line says what reaches it: `fixed` (no event at all or
//! only harmless text), or the most worrying provenance that is not cleared, `weakened` or not.

use std::cell::RefCell;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use tripline_flow::{
    ArgRef, AttributeModel, CallableModel, Callback, ClassFacts, Content, Context, Flow, Globals,
    Guard, GuardedBy, Interpretation, Kind, KindSet, Knowledge, NoOtherFiles, Observer, ParamFact,
    Piece, Provenance, SinkEvent, SinkModel, Summary, Value, interpret,
};
use tripline_ir::{BodyKey, BodyKind, FileIr, Symbol, lower};
use tripline_syntax::{Document, Language};

const TEXT: Kind = Kind(0);
const OTHER: Kind = Kind(1);

#[derive(Default)]
struct Library {
    callables: FxHashMap<Symbol, CallableModel>,
    attributes: FxHashMap<Symbol, AttributeModel>,
}

fn at(position: u32) -> ArgRef {
    ArgRef::At {
        position: Some(position),
        keyword: None,
    }
}

impl Library {
    fn new() -> Self {
        let mut library = Library::default();
        for prefix in ["builtins", "globalThis", "builtin"] {
            let name = |name: &str| Symbol::new(prefix).member(name);
            let sink = SinkModel {
                kind: TEXT,
                argument: at(0),
                entries: Vec::new(),
                elements: false,
                element: None,
                behind: Vec::new(),
                needs: Vec::new(),
                unless: None,
                given: Vec::new(),
                joined: false,
                row: 0,
            };
            let callable = CallableModel::default;
            library.callables.extend([
                (
                    name("sink"),
                    CallableModel {
                        sinks: vec![sink.clone()],
                        ..callable()
                    },
                ),
                (
                    name("source"),
                    CallableModel {
                        source: Some(Provenance::Remote),
                        ..callable()
                    },
                ),
                (
                    name("clean"),
                    CallableModel {
                        flow: Flow::Arguments(vec![at(0)]),
                        sanitizes: KindSet::of(TEXT),
                        ..callable()
                    },
                ),
                (
                    name("other"),
                    CallableModel {
                        flow: Flow::Arguments(vec![at(0)]),
                        sanitizes: KindSet::of(OTHER),
                        ..callable()
                    },
                ),
                (
                    name("int"),
                    CallableModel {
                        flow: Flow::Scalar,
                        ..callable()
                    },
                ),
                (
                    name("Number"),
                    CallableModel {
                        flow: Flow::Scalar,
                        ..callable()
                    },
                ),
                (
                    name("str"),
                    CallableModel {
                        flow: Flow::Arguments(vec![at(0)]),
                        ..callable()
                    },
                ),
                (
                    name("string"),
                    CallableModel {
                        flow: Flow::Arguments(vec![at(0)]),
                        ..callable()
                    },
                ),
                (
                    name("exit"),
                    CallableModel {
                        diverges: true,
                        ..callable()
                    },
                ),
                (
                    name("connect"),
                    CallableModel {
                        returns: Some(Symbol::new("lib.Connection")),
                        ..callable()
                    },
                ),
                (
                    name("handle"),
                    CallableModel {
                        callbacks: vec![Callback {
                            argument: ArgRef::Any,
                            params: vec![ParamFact {
                                source: Some(Provenance::Remote),
                                ..ParamFact::default()
                            }],
                            arity: None,
                            methods: Vec::new(),
                        }],
                        ..callable()
                    },
                ),
                (
                    name("route"),
                    CallableModel {
                        decorates: Some(ParamFact {
                            source: Some(Provenance::Remote),
                            ..ParamFact::default()
                        }),
                        ..callable()
                    },
                ),
            ]);
        }
        library.callables.insert(
            Symbol::new("lib.Connection.run"),
            CallableModel {
                sinks: vec![SinkModel {
                    kind: TEXT,
                    argument: at(0),
                    entries: Vec::new(),
                    elements: false,
                    element: None,
                    behind: Vec::new(),
                    needs: Vec::new(),
                    unless: None,
                    given: Vec::new(),
                    joined: false,
                    row: 1,
                }],
                ..CallableModel::default()
            },
        );
        for request in ["lib.request", "lib.Request"] {
            library.attributes.insert(
                Symbol::new(request).member("args"),
                AttributeModel {
                    source: Some(Provenance::Remote),
                    ..AttributeModel::default()
                },
            );
        }
        let methods = [
            (
                "strip",
                CallableModel {
                    flow: Flow::Arguments(vec![ArgRef::Receiver]),
                    ..CallableModel::default()
                },
            ),
            (
                "get",
                CallableModel {
                    flow: Flow::Arguments(vec![ArgRef::Receiver, at(1)]),
                    ..CallableModel::default()
                },
            ),
            (
                "join",
                CallableModel {
                    flow: Flow::Join {
                        separator: ArgRef::Receiver,
                        items: at(0),
                    },
                    ..CallableModel::default()
                },
            ),
            (
                "map",
                CallableModel {
                    flow: Flow::Closure(at(0)),
                    ..CallableModel::default()
                },
            ),
            (
                "includes",
                CallableModel {
                    guards: vec![Guard {
                        argument: at(0),
                        kinds: KindSet::ALL,
                        by: GuardedBy::Truth,
                        pattern: None,
                        result_of: Vec::new(),
                        trusted: None,
                        given: None,
                    }],
                    ..CallableModel::default()
                },
            ),
            (
                "isdigit",
                CallableModel {
                    guards: vec![Guard {
                        argument: ArgRef::Receiver,
                        kinds: KindSet::of(TEXT),
                        by: GuardedBy::Truth,
                        pattern: None,
                        result_of: Vec::new(),
                        trusted: None,
                        given: None,
                    }],
                    ..CallableModel::default()
                },
            ),
        ];
        for (name, model) in methods {
            library
                .callables
                .insert(Symbol::new("any").member(name), model);
        }
        library
    }
}

impl Knowledge for Library {
    fn callable(&self, name: Symbol) -> Option<&CallableModel> {
        self.callables.get(&name)
    }
    fn attribute(&self, name: Symbol) -> Option<&AttributeModel> {
        self.attributes.get(&name)
    }
    fn method(
        &self,
        _receiver: Option<Symbol>,
        method: Symbol,
    ) -> Option<(Symbol, &CallableModel)> {
        let name = Symbol::new("any").member(&method);
        self.callables.get(&name).map(|model| (name, model))
    }
    fn bases(&self, _ty: Symbol) -> &[Symbol] {
        &[]
    }
    fn is_module(&self, name: Symbol) -> bool {
        name.as_str() == "lib"
    }
    fn is_scalar(&self, ty: Symbol) -> bool {
        matches!(
            ty.as_str(),
            "builtins.int" | "globalThis.number" | "builtin.int"
        )
    }
}

#[derive(Default)]
struct Seen(Vec<(BodyKey, tripline_ir::Span, String)>);

impl Observer for Seen {
    fn sink(&mut self, event: &SinkEvent<'_>) {
        let (body, span) = match event.through.last() {
            Some(place) if event.built.is_some() => *place,
            _ => (event.body.key, event.argument.span),
        };
        self.0.push((body, span, describe(&event.argument.value)));
    }
}

fn describe(value: &Value) -> String {
    let holes: Vec<&Value> = match &value.shape {
        Some(shape) => shape
            .pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Hole { value, .. } => Some(&**value),
                Piece::Text { .. } => None,
            })
            .collect(),
        None => vec![value],
    };
    let mut worst: Option<(Provenance, bool)> = None;
    let mut opaque = false;
    for hole in holes {
        if hole.content != Content::Opaque {
            continue;
        }
        opaque |= hole.taint.is_empty();
        for label in hole.taint.against(TEXT) {
            worst = worst.max(Some((label.provenance, !label.weakened)));
        }
    }
    match worst {
        Some((provenance, true)) => format!("{provenance:?}").to_lowercase(),
        Some((provenance, false)) => format!("{provenance:?} weakened").to_lowercase(),
        None if opaque => "unknown".to_owned(),
        None => "fixed".to_owned(),
    }
}

struct Program<'a> {
    ir: &'a FileIr,
    library: Library,
    globals: Globals,
    classes: ClassFacts,
    running: RefCell<Vec<BodyKey>>,
    seen: RefCell<Seen>,
}

impl Program<'_> {
    fn interpret(&self, key: BodyKey) -> Option<Interpretation> {
        if self.running.borrow().contains(&key) {
            return None;
        }
        self.running.borrow_mut().push(key);
        let body = &self.ir.body(key)?.body;
        let summary = |key: BodyKey| {
            self.interpret(key)
                .map(|found| Arc::new(found.summary) as Arc<Summary>)
        };
        let context = Context {
            sets_up: true,
            items: &self.ir.items,
            language: self.ir.language,
            knowledge: &self.library,
            globals: &self.globals,
            classes: &self.classes,
            summary: &summary,
            others: &NoOtherFiles,
        };
        let mut seen = Seen::default();
        let found = interpret(body, &context, &mut seen);
        self.seen.borrow_mut().0.extend(seen.0);
        self.running.borrow_mut().pop();
        Some(found)
    }
}

fn check(language: Language, text: &str) {
    let document = Document::parse(language, text);
    assert_eq!(document.error_count(), 0, "the program must parse:\n{text}");
    let ir = lower::lower(&document, None);
    let mut program = Program {
        ir: &ir,
        library: Library::new(),
        globals: Globals::default(),
        classes: ClassFacts::default(),
        running: RefCell::default(),
        seen: RefCell::default(),
    };
    let module = program
        .interpret(ir.module().body.key)
        .expect("the module is not running");
    program.globals = module.globals;
    let mut classes = Vec::new();
    for layout in &ir.bodies {
        let constructor = matches!(
            layout.body.key.path.rsplit('.').next(),
            Some("__init__" | "constructor")
        );
        if let (Some(class), true) = (layout.body.class, constructor) {
            let found = program
                .interpret(layout.body.key)
                .expect("no constructor is running");
            classes.push((class, Arc::new(found.members)));
        }
    }
    classes.sort_by_key(|(class, _)| *class);
    program.classes = ClassFacts { classes };
    program.seen.borrow_mut().0.clear();
    for layout in &ir.bodies {
        program.interpret(layout.body.key);
    }
    assert!(
        ir.bodies
            .iter()
            .any(|layout| layout.body.kind == BodyKind::Module)
    );
    let seen = program.seen.borrow();
    let mut offset = 0;
    for (index, line) in text.lines().enumerate() {
        let range = offset..offset + line.len();
        offset += line.len() + 1;
        let Some((_, expected)) = line.split_once("->") else {
            continue;
        };
        let mut found: Vec<String> = seen
            .0
            .iter()
            .filter(|(key, span, _)| {
                let absolute = ir.body(*key).expect("a known body").resolve(*span);
                range.contains(&(absolute.start as usize))
            })
            .map(|(_, _, what)| what.clone())
            .collect();
        found.sort();
        found.dedup();
        let worst = [
            "remote",
            "remote weakened",
            "parameter",
            "parameter weakened",
            "local",
            "unknown",
            "fixed",
        ]
        .into_iter()
        .find(|kind| found.iter().any(|what| what == kind))
        .unwrap_or("fixed");
        assert_eq!(
            worst,
            expected.trim(),
            "line {} of\n{text}\nsaw {found:?}",
            index + 1
        );
    }
}

fn python(text: &str) {
    check(Language::Python, text);
}

fn javascript(text: &str) {
    check(Language::JavaScript, text);
}

fn go(text: &str) {
    check(Language::Go, &format!("package p\n{text}"));
}

#[test]
fn a_source_reaches_a_sink_through_strings_of_every_form() {
    python(
        "x = source()\nsink(f'a {x}')  # -> remote\nsink('a %s' % x)  # -> remote\nsink('a {}'.format(x))  # -> remote\nsink('a ' + x)  # -> remote\nsink(x)  # -> remote\n",
    );
    javascript("const x = source();\nsink(`a ${x}`); // -> remote\nsink('a ' + x); // -> remote\n");
    go(
        "import \"fmt\"\nfunc f() {\n\tx := source()\n\tsink(fmt.Sprintf(\"a %s\", x)) // -> remote\n\tsink(\"a \" + x) // -> remote\n\tsink(fmt.Sprintf(\"a %d\", x)) // -> fixed\n}\n",
    );
}

#[test]
fn reassignment_kills_and_branches_join() {
    python(
        "x = source()\nx = 'a'\nsink('q ' + x)  # -> fixed\nif x:\n    x = source()\nsink('q ' + x)  # -> remote\n",
    );
    javascript(
        "let x = source();\nx = 'a';\nsink('q ' + x); // -> fixed\nif (y) { x = source(); }\nsink('q ' + x); // -> remote\n",
    );
}

#[test]
fn constants_and_numbers_are_fixed() {
    python(
        "T = 'users'\ndef f(n: int, m):\n    sink(f'a {T} {n} {int(m)}')  # -> fixed\n    sink(f'{T} {m}')  # -> parameter\n",
    );
    javascript(
        "const T = 'users';\nfunction f(m) {\n  sink(`${T} ${Number(m)}`); // -> fixed\n  sink(`${T} ${m}`); // -> parameter\n}\n",
    );
    go(
        "const T = \"users\"\nfunc F(n int, s string) {\n\tsink(T + s) // -> parameter\n\tsink(T + string(n)) // -> fixed\n}\n",
    );
}

#[test]
fn placeholders_joined_are_fixed() {
    python(
        "def f(ids):\n    sink('in (' + ','.join('?' for _ in ids) + ')')  # -> fixed\n    sink('in (%s)' % ','.join(['?'] * len(ids)))  # -> fixed\n    sink('in (%s)' % ','.join(ids))  # -> parameter\n",
    );
    javascript(
        "function f(ids) {\n  sink(`in (${ids.map(() => '?').join(',')})`); // -> fixed\n  sink(`in (${ids.join(',')})`); // -> parameter\n}\n",
    );
}

#[test]
fn a_membership_test_guards_what_follows() {
    python(
        "ALLOWED = {'a', 'b'}\ndef f(x):\n    if x not in ALLOWED:\n        raise ValueError(x)\n    sink('order by ' + x)  # -> fixed\n\ndef g(x):\n    if x in ALLOWED:\n        sink(x + '')  # -> fixed\n    else:\n        sink(x + '')  # -> parameter\n    sink(x + '')  # -> parameter\n",
    );
    javascript(
        "const ALLOWED = ['a', 'b'];\nfunction f(x) {\n  if (!ALLOWED.includes(x)) { return; }\n  sink('order by ' + x); // -> fixed\n}\nfunction g(req) {\n  if (!ALLOWED.includes(req.query.sort)) throw new Error('no');\n  sink('order by ' + req.query.sort); // -> fixed\n}\n",
    );
    go(
        "var allowed = map[string]bool{\"a\": true}\nfunc F(x string) {\n\tif !allowed[x] {\n\t\treturn\n\t}\n\tsink(\"order by \" + x) // -> fixed\n}\nfunc G(x string) {\n\tif _, ok := allowed[x]; !ok {\n\t\treturn\n\t}\n\tsink(\"order by \" + x) // -> fixed\n}\n",
    );
}

#[test]
fn an_alternative_in_the_guard_does_not_weaken_it() {
    python(
        "ALLOWED = {'a', 'b'}\ndef f(a, x):\n    if a or x not in ALLOWED:\n        return\n    sink('q ' + x)  # -> fixed\n\ndef g(a, x):\n    if a and x not in ALLOWED:\n        return\n    sink('q ' + x)  # -> parameter\n",
    );
}

#[test]
fn an_assertion_guards() {
    python(
        "ALLOWED = ('a', 'b')\ndef f(x):\n    assert x in ALLOWED\n    sink('q ' + x)  # -> fixed\n",
    );
}

#[test]
fn equality_chains_switches_and_tables_yield_fixed_text() {
    python(
        "COLUMNS = {'a': 'x', 'b': 'y'}\ndef f(x):\n    sink('q ' + COLUMNS[x])  # -> fixed\n    sink('q ' + COLUMNS.get(x, 'a'))  # -> fixed\n    sink('q ' + COLUMNS.get(x, x))  # -> parameter\n    if x == 'a' or x == 'b':\n        sink('q ' + x)  # -> fixed\n    match x:\n        case 'a' | 'b':\n            sink('q ' + x)  # -> fixed\n        case _:\n            sink('q ' + x)  # -> parameter\n",
    );
    javascript(
        "const COLUMNS = {a: 'x', b: 'y'};\nfunction f(x) {\n  sink('q ' + COLUMNS[x]); // -> fixed\n  switch (x) {\n    case 'a':\n    case 'b':\n      sink('q ' + x); // -> fixed\n      break;\n    default:\n      return;\n  }\n  sink('q ' + (x === 'a' ? 'asc' : 'desc')); // -> fixed\n}\n",
    );
}

#[test]
fn sanitizers_clear_their_kinds_alone() {
    python("x = source()\nsink('q ' + clean(x))  # -> fixed\nsink('q ' + other(x))  # -> remote\n");
}

#[test]
fn unknown_code_weakens() {
    python(
        "x = source()\nsink('q ' + mystery(x))  # -> remote weakened\nsink('q ' + mystery())  # -> unknown\nsink('q ' + x.strip())  # -> remote\n",
    );
}

#[test]
fn summaries_carry_taint_between_functions() {
    python(
        "def build(x):\n    return 'q ' + x\n\ndef run(text):\n    sink(text)  # -> parameter\n\nsink(build(source()))  # -> remote\nsink(build('a'))  # -> fixed\nrun('q ' + source())  # -> remote\nrun('q')  # -> fixed\n",
    );
    javascript(
        "function build(x) { return 'q ' + x; }\nconst run = (text) => {\n  sink(text); // -> parameter\n};\nsink(build(source())); // -> remote\nrun('q ' + source()); // -> remote\n",
    );
    go(
        "func build(x string) string { return \"q \" + x }\nfunc f() {\n\tsink(build(source())) // -> remote\n\tsink(build(\"a\")) // -> fixed\n}\n",
    );
}

#[test]
fn harm_done_by_a_helper_is_reported_where_it_builds_the_text() {
    python("def _find(x):\n    sink('q ' + x)  # -> remote\n\n_find(source())\n");
}

#[test]
fn recursion_ends() {
    python(
        "def f(x):\n    sink('q ' + x)  # -> parameter\n    return f(x + 'a')\n\ndef g(x):\n    return h(x)\n\ndef h(x):\n    return g(x)\n",
    );
}

#[test]
fn methods_and_attributes_keep_types() {
    python(
        "class Store:\n    def __init__(self):\n        self.conn = connect()\n\n    def find(self, x):\n        self.conn.run('q ' + x)  # -> parameter\n\n    def all(self):\n        self.conn.run('q')  # -> fixed\n",
    );
    javascript(
        "class Store {\n  constructor() { this.conn = connect(); }\n  find(x) {\n    this.conn.run('q ' + x); // -> parameter\n  }\n}\n",
    );
}

#[test]
fn callbacks_and_decorators_make_parameters_remote() {
    javascript(
        "handle('/x', (req) => {\n  sink('q ' + req); // -> remote\n});\nfunction named(req) {\n  sink('q ' + req); // -> remote\n}\nhandle('/y', named);\n",
    );
    python(
        "@route('/x')\ndef view(x):\n    sink('q ' + x)  # -> remote\n\ndef make():\n    @route('/y')\n    def inner(y):\n        sink('q ' + y)  # -> remote\n    return inner\n",
    );
}

#[test]
fn closures_see_and_change_their_surroundings() {
    javascript(
        "function f() {\n  let q = 'a';\n  const add = (x) => { q += x; };\n  add(source());\n  sink('q ' + q); // -> remote\n}\n",
    );
    python("def f(x):\n    def inner():\n        sink('q ' + x)  # -> parameter\n    inner()\n");
}

#[test]
fn text_appended_step_by_step_is_one_shape() {
    python(
        "def f(x):\n    q = 'select '\n    q += x\n    q += ' end'\n    sink(q)  # -> parameter\n\ndef g(xs):\n    q = 'select'\n    for x in xs:\n        q += x\n    sink(q)  # -> parameter\n",
    );
}

#[test]
fn aliases_of_modules_and_names_resolve() {
    python(
        "from lib import request\nimport lib as l\nsink('q ' + request.args['id'])  # -> remote\nsink('q ' + l.request.args.get('id'))  # -> remote\n",
    );
    javascript("const { request: r } = require('lib');\nsink('q ' + r.args.id); // -> remote\n");
}

#[test]
fn a_check_of_the_program_guards_its_callers() {
    python(
        "ALLOWED = {'a'}\ndef ok(x):\n    return x in ALLOWED\n\ndef f(x):\n    if not ok(x):\n        return\n    sink('q ' + x)  # -> fixed\n\ndef require(x):\n    if x not in ALLOWED:\n        raise ValueError()\n",
    );
}

#[test]
fn code_that_never_returns_ends_its_branch() {
    python(
        "ALLOWED = {'a'}\ndef fail():\n    raise ValueError()\n\ndef f(x):\n    if x not in ALLOWED:\n        exit(1)\n    sink('q ' + x)  # -> fixed\n\ndef g(x):\n    if x not in ALLOWED:\n        fail()\n    sink('q ' + x)  # -> fixed\n",
    );
}

#[test]
fn loops_and_tries_keep_what_may_have_happened() {
    python(
        "def f(xs):\n    q = 'a'\n    for x in xs:\n        if x:\n            q = source()\n            break\n    sink('q ' + q)  # -> remote\n\ndef g():\n    q = 'a'\n    try:\n        q = source()\n        risky()\n    except ValueError:\n        pass\n    sink('q ' + q)  # -> remote\n",
    );
}

#[test]
fn deep_nesting_is_survived() {
    let text = format!(
        "sink({}source(){})\n",
        "f(".repeat(5_000),
        ")".repeat(5_000)
    );
    python(&text);
    let text = format!("sink('a'{})\n", " + source()".repeat(20_000));
    python(&text);
}

/// A function with a statement inside so many loops.
fn in_loops(start: &str, loops: usize, statement: &str) -> String {
    let indent = |depth: usize| "    ".repeat(depth);
    let headers = (1..=loops).map(|depth| indent(depth) + &format!("for i{depth} in range(9):\n"));
    let body = statement
        .lines()
        .map(|line| indent(loops + 1) + line + "\n");
    format!("def f(a, b):\n{start}") + &headers.chain(body).collect::<String>()
}

/// What a value holds must not grow with every pass over a loop: nested loops would need memory without end.
#[test]
fn collections_that_grow_in_nested_loops_stay_small() {
    for statement in [
        "xs.append((a, b, x))",
        "x = [x, x]",
        "d = {'a': d, 'b': d}",
        "d['k'] = [d, x]; x = [d, d]",
        "d['a'] = {'x': d, 'y': [d, d]}",
        "xs = [*xs, *xs, a]",
        "xs = [(y, x) for y in xs]",
        "s += f'{s}{a}'",
        "a, b, x = b, x, (a, b)",
    ] {
        let start = "    xs = []\n    d = {}\n    s = ''\n    x = a\n";
        let loops = in_loops(start, 10, statement);
        python(&(loops + "    sink('q ' + source())  # -> remote\n"));
    }
}

#[test]
fn what_a_pass_leaves_behind_reaches_the_next_at_any_depth() {
    for loops in 1..=6 {
        let statement = "sink('q ' + r)  # -> remote\nr = q\nq = source()";
        python(&in_loops("    q = 'a'\n    r = 'b'\n", loops, statement));
    }
}
