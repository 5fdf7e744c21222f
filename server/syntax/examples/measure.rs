#![allow(warnings)]
//! scratch
use std::time::Instant;
use tripline_syntax::*;
fn show(name: &str, lang: Language, text: &str) {
    let t = Instant::now();
    let d = Document::parse(lang, text);
    let e = t.elapsed();
    let mut reports = 0u64; let mut last = Instant::now(); let mut gap = std::time::Duration::ZERO; let start = Instant::now();
    let mut cb = |_: &tree_sitter::ParseState| { reports += 1; gap = gap.max(last.elapsed()); last = Instant::now(); if start.elapsed().as_secs() < 20 { std::ops::ControlFlow::Continue(()) } else { std::ops::ControlFlow::Break(()) } };
    let mut parser = tree_sitter::Parser::new(); parser.set_language(&lang.grammar()).unwrap();
    let done = parser.parse_with_options(&mut |o, _| text.as_bytes().get(o..).unwrap_or_default(), None, Some(tree_sitter::ParseOptions::new().progress_callback(&mut cb))).is_some();
    gap = gap.max(last.elapsed());
    eprintln!("== {name} reports {reports} done={done} in {:?} max gap {gap:?}", start.elapsed());
    let t = Instant::now();
    let n = d.error_count();
    eprintln!("{name:30} {:>9} bytes {:>10.2?} truncated={} errors={n} {:?} nodes={}", text.len(), e, d.is_truncated(), t.elapsed(), d.tree().root_node().descendant_count());
    let rss = std::fs::read_to_string("/proc/self/status").unwrap();
    eprintln!("     {}", rss.lines().find(|l| l.starts_with("VmHWM")).unwrap());
    let t = Instant::now();
    let mid = (text.len()/2) as u32;
    let d2 = d.edited(&[TextEdit{range: mid..mid, text: "(".into()}]);
    let e1 = t.elapsed();
    let t = Instant::now();
    let d3 = d2.edited(&[TextEdit{range: mid..mid+1, text: String::new()}]);
    eprintln!("     insert ( {:?} trunc={}; remove {:?} trunc={}", e1, d2.is_truncated(), t.elapsed(), d3.is_truncated());
    let t = Instant::now();
    drop((d,d2,d3));
    eprintln!("     drop {:?}", t.elapsed());
}
fn main() {
    let mb5 = MAX_FILE_BYTES;
    let which = std::env::args().nth(1).unwrap_or_default();
    let py = std::fs::read_to_string("/usr/lib/python3/dist-packages/../../python3.12/argparse.py").or_else(|_| std::fs::read_to_string(std::env::args().nth(2).unwrap())).unwrap();
    let cases: Vec<(&str, Box<dyn Fn() -> String>)> = vec![
        ("normal5mb", Box::new(move || { let mut s = String::new(); while s.len() + py.len() < mb5 { s.push_str(&py);} s })),
        ("parens", Box::new(|| "(".repeat(100_000))),
        ("parens5mb", Box::new(move || "(".repeat(mb5))),
        ("closed", Box::new(|| "(".repeat(100_000) + "1" + &")".repeat(100_000))),
        ("brackets", Box::new(|| "[".repeat(100_000))),
        ("braces", Box::new(|| "{".repeat(100_000))),
        ("nul", Box::new(move || "\0".repeat(mb5))),
        ("lt", Box::new(|| "<a>".repeat(100_000))),
        ("lt2", Box::new(|| "a<".repeat(100_000))),
        ("dots", Box::new(|| "a.".repeat(100_000))),
        ("plus", Box::new(|| "a+".repeat(100_000))),
        ("indent", Box::new(|| (0..3000).map(|i| format!("{}if x:\n", " ".repeat(i))).collect())),
        ("quotes", Box::new(|| "f'{".repeat(100_000))),
        ("quotes2", Box::new(|| "'".repeat(100_001))),
        ("template", Box::new(|| "`${".repeat(100_000))),
        ("func", Box::new(|| "function f() {".repeat(100_000))),
        ("lambda", Box::new(|| "lambda: ".repeat(100_000))),
        ("arrow", Box::new(|| "(a => ".repeat(100_000))),
        ("generic", Box::new(|| "f<T,".repeat(100_000))),
        ("tern", Box::new(|| "a ? (b) : ".repeat(100_000))),
        ("string5mb", Box::new(move || format!("x = '{}'", "a".repeat(mb5-10)))),
        ("ident5mb", Box::new(move || "a".repeat(mb5))),
        ("lines5mb", Box::new(move || "\n".repeat(mb5))),
        ("spaces5mb", Box::new(move || " ".repeat(mb5))),
        ("list5mb", Box::new(move || format!("x = [{}]", "1,".repeat(mb5/2-10)))),
        ("base64", Box::new(move || "/9j4AAQSkZJRgABAQ+".repeat(mb5/18))),
        ("repl", Box::new(move || "\u{fffd}\u{1}".repeat(mb5/4))),
        ("atsign", Box::new(|| "@a ".repeat(100_000))),
        ("else", Box::new(|| "else ".repeat(100_000))),
        ("randombytes", Box::new(move || { let mut x = 1u64; (0..1_000_000).map(|_| { x = x.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407); (32 + ((x >> 33) % 95) as u8) as char }).collect() })),
    ];
    let langs = [Language::Python, Language::JavaScript, Language::TypeScript, Language::Tsx, Language::Go];
    for (n, f) in cases {
        if !which.is_empty() && which != "all" && which != n { continue; }
        let text = f();
        for l in langs { show(&format!("{n} {}", l.name()), l, &text); }
    }
}
