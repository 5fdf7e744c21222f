//! The seam to the rules: what the database asks of the engine.

use std::sync::Arc;

use tripline_flow::{ClassFacts, Context, Fields, Globals, Interpretation};
use tripline_ir::{Body, FileIr, Items, Symbol};
use tripline_rules::Finding;
use tripline_syntax::Language;

#[derive(Debug)]
pub struct Rules;
impl Rules { pub fn builtin() -> &'static Rules { &Rules } }
#[derive(Debug, PartialEq, Clone)]
pub(crate) struct FileKnowledge;
impl tripline_flow::Knowledge for FileKnowledge {
    fn callable(&self, _: Symbol) -> Option<&tripline_flow::CallableModel> { None }
    fn attribute(&self, _: Symbol) -> Option<&tripline_flow::AttributeModel> { None }
    fn method(&self, _: Option<Symbol>, _: Symbol) -> Option<(Symbol, &tripline_flow::CallableModel)> { None }
    fn bases(&self, _: Symbol) -> &[Symbol] { &[] }
    fn is_module(&self, _: Symbol) -> bool { false }
    fn is_scalar(&self, _: Symbol) -> bool { false }
    fn conventional_parameter(&self, _: Symbol, _: &[Option<Symbol>]) -> Option<Symbol> { None }
}
#[derive(Debug)]
pub(crate) struct BodyAnalysis {
    pub(crate) interpretation: Interpretation,
}
pub(crate) fn knowledge(_: &Items, _: Language, _: &Rules) -> FileKnowledge { FileKnowledge }
pub(crate) fn analyze_body(body: &Body, context: &Context<'_>, _knowledge: &FileKnowledge, _: &Rules) -> BodyAnalysis {
    struct Nothing;
    impl tripline_flow::Observer for Nothing {}
    BodyAnalysis { interpretation: tripline_flow::interpret(body, context, &mut Nothing) }
}
pub(crate) fn class_facts(_: &Items, _: &dyn Fn(tripline_ir::BodyKey) -> Option<Fields>) -> ClassFacts { ClassFacts::default() }
pub(crate) fn assemble(_: &FileIr, _: &str, _: &[Option<Arc<BodyAnalysis>>], _: &Rules) -> Vec<Finding> { Vec::new() }
pub(crate) fn check_ids(_: &Rules) -> Vec<&str> { Vec::new() }
#[allow(dead_code)]
fn unused(_: Globals) {}
pub type Fix = ();
