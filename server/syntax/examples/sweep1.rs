#![allow(warnings)]
//! scratch
use std::time::Instant;
use tripline_syntax::*;
fn probe(name: &str, lang: Language, text: &str) {
    let mut reports = 0u64; let mut last = Instant::now(); let mut gap = std::time::Duration::ZERO; let start = Instant::now(); let mut off = 0; let mut reads=0u64;
    let mut cb = |s: &tree_sitter::ParseState| { off = s.current_byte_offset(); reports += 1; gap = gap.max(last.elapsed()); last = Instant::now(); if start.elapsed().as_millis() < 1500 { std::ops::ControlFlow::Continue(()) } else { std::ops::ControlFlow::Break(()) } };
    let mut parser = tree_sitter::Parser::new(); parser.set_language(&lang.grammar()).unwrap();
    let b = text.as_bytes();
    let t = parser.parse_with_options(&mut |o, _| { reads += 1; if o >= b.len() { &[][..] } else { &b[o..(o+1024).min(b.len())] } }, None, Some(tree_sitter::ParseOptions::new().progress_callback(&mut cb)));
    gap = gap.max(last.elapsed());
    let el = start.elapsed();
    if el.as_millis() > 120 { println!("{name:30} {:10} {:>8}B {:>8} rep {:>9} reads {:>8.1}us/rep {:>6.1}us/read gap {:>8.1?} {:>8.1?} {}", lang.name(), text.len(), reports, reads, el.as_micros() as f64/reports as f64, el.as_micros() as f64/reads as f64, gap, el, if t.is_some() {"done".to_string()} else {format!("CUT at {off}")}); }
}
fn main() { 
let toks = ["f","a ","(","[","{","<",">",",",":","=","=>","?",";","\n","if ","for ","in ","func ","type ","class ","async ","await ","*","&","-",".","'","`","${","/","</","}","]",")","def ","match ","case ","print ","import ","from ","lambda ","not ","1","function ","interface ","struct ","map[","chan ","<-","@","//","as ","new ","typeof ","!","|","#","...","let ","const ","return ","yield ","\"","{%","extends ","\n  ", "f'", "\\"];
let seed: u64 = std::env::args().nth(1).unwrap().parse().unwrap();
let mut x = seed; let mut next = move || { x = x.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407); (x >> 33) as usize };
let start = Instant::now(); let mut k = 0;
while start.elapsed().as_secs() < 100 { 
  let n = 1 + next() % 5; let u: String = (0..n).map(|_| toks[next() % toks.len()]).collect();
  for l in Language::ALL { k += 1; probe(&format!("{u:?}"), l, &u.repeat(3000)); } }
println!("tried {k}"); }