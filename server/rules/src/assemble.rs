//! From the findings of bodies to the findings of a file: absolute spans, texts, secrets, identities, order.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use tripline_flow::Provenance;
use tripline_ir::{
    BodyKey, BodyKind, BodyLayout, ExprId, ExprKind, FileIr, FileSpan, Literal, Symbol,
};
use tripline_syntax::Language;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use crate::bidirectional;
use crate::catalog::{Check, Rules};
use crate::check::{FixSpec, Rule};
use crate::engine::{BodyAnalysis, Source, file_name};
use crate::matching::languages;
use crate::notebook::scan_notebook;
use crate::query;
use crate::raw::{Place, RawFinding, RawFix, RawStep};
use crate::secrets::{Keywords, Setting, Token, find_settings, mask, variable};
use crate::test_code::{is_example, is_test_code, is_test_path, is_test_text};
use crate::{
    Confidence, Finding, FindingStep, Fingerprint, FixRequest, Location, Severity, StepKind,
};

/// Longest text of an expression in a message, in characters.
const MAX_EXCERPT: usize = 80;

/// The lowered form and the text of another file.
pub type OtherSource = (Arc<FileIr>, Arc<str>);

/// What the findings of a file owe to other files.
#[derive(Clone, Copy)]
pub struct Crossings<'a> {
    /// What the analyses of other files have found here; see [`RawFinding::reported_in`].
    pub incoming: &'a [RawFinding],
    /// The other file at a path.
    pub source: &'a dyn Fn(Symbol) -> Option<OtherSource>,
}

impl Crossings<'_> {
    /// Of a file that is analysed alone.
    pub const NONE: Crossings<'static> = Crossings {
        incoming: &[],
        source: &|_| None,
    };
}

/// The findings of a file, sorted by span, then check. `keywords` are those of its text, if they are known.
pub fn assemble<'a>(
    source: &Source<'_>,
    rules: &Rules,
    keywords: Option<&Keywords>,
    analyses: impl IntoIterator<Item = &'a BodyAnalysis>,
    crossings: &Crossings<'_>,
) -> Vec<Finding> {
    let text = source.syntax.text();
    let layouts: BTreeMap<BodyKey, &BodyLayout> = source
        .ir
        .bodies
        .iter()
        .map(|layout| (layout.body.key, layout))
        .collect();
    let mut file = File {
        text,
        language: Some(source.ir.language),
        layouts,
        rules,
        secrets: Vec::new(),
        others: crossings.source,
        is_test_path: source.path.is_some_and(is_test_path),
        is_test_code: is_test_code(source),
        is_example: source
            .path
            .is_some_and(|path| is_example(source.ir.language, path)),
        tests: &source.ir.tests,
        test_bodies: OnceCell::new(),
    };
    let tokens = rules.secrets().scan(text, keywords);
    let found = analyses
        .into_iter()
        .flat_map(|analysis| analysis.findings.iter());
    let mut raw = merged(found.chain(crossings.incoming));
    fill_in_callers(&mut raw, &file);
    raw.retain(|finding| finding.confidence.is_some() && file.is_inside(finding));
    raw.retain(|finding| !is_covered_by_token(&file, finding, &tokens));
    file.secrets = secret_spans(&file, &raw, &tokens);

    let mut findings: Vec<Finding> = raw
        .iter()
        .filter_map(|finding| file.finding(finding))
        .collect();
    findings.extend(tokens.iter().filter_map(|token| file.token_found(token)));
    let searched = query::run(source, rules).into_iter();
    findings.extend(
        searched
            .chain(bidirectional::run(source, rules))
            .filter_map(|found| file.finding(&found)),
    );
    findings.sort_by(|a, b| (a.span, &a.check, &a.rule).cmp(&(b.span, &b.check, &b.rule)));
    findings.dedup_by(|later, first| later.span == first.span && later.check == first.check);
    file.identify(&mut findings);
    findings
}

/// The secrets in a text that is no program, a configuration file or a shell script: tokens of known providers, and settings
/// with a telling name where the path tells the format. Of a notebook, what is found in its code as well. The path is relative
/// to the workspace, where the text has one.
pub fn scan_text(text: &str, path: Option<&str>, rules: &Rules) -> Vec<Finding> {
    let extension = path.and_then(|path| file_name(path).rsplit_once('.'));
    let is_notebook = extension.is_some_and(|(_, extension)| extension == "ipynb");
    if is_notebook && let Some(findings) = scan_notebook(text, path, rules) {
        return findings;
    }
    let tokens = rules.secrets().scan(text, None);
    let mut settings = path.map_or(Vec::new(), |path| {
        find_settings(text, path, rules.settings())
    });
    settings.retain(|setting| {
        let mut tokens = tokens.iter();
        !tokens
            .any(|token| token.span.start < setting.span.end && setting.span.start < token.span.end)
    });
    let spans = tokens.iter().map(|token| token.span);
    let mut secrets: Vec<FileSpan> = spans
        .chain(settings.iter().map(|setting| setting.span))
        .collect();
    secrets.sort();
    let file = File {
        text,
        language: None,
        layouts: BTreeMap::new(),
        rules,
        secrets,
        others: Crossings::NONE.source,
        is_test_path: path.is_some_and(is_test_text),
        is_test_code: false,
        is_example: false,
        tests: &[],
        test_bodies: OnceCell::new(),
    };
    let mut findings: Vec<Finding> = tokens
        .iter()
        .filter_map(|token| file.token_found(token))
        .collect();
    findings.extend(settings.iter().filter_map(|setting| file.setting(setting)));
    findings.sort_by(|a, b| (a.span, &a.check, &a.rule).cmp(&(b.span, &b.check, &b.rule)));
    file.identify(&mut findings);
    findings
}

/// The findings of all bodies, those of one check at one place made one.
fn merged<'a>(found: impl Iterator<Item = &'a RawFinding>) -> Vec<RawFinding> {
    let mut raw: Vec<RawFinding> = Vec::new();
    let mut known: BTreeMap<(u32, Place), usize> = BTreeMap::new();
    for finding in found {
        if let Some(index) = known.get(&(finding.check, finding.primary)) {
            raw[*index].absorb(finding.clone());
        } else {
            known.insert((finding.check, finding.primary), raw.len());
            raw.push(finding.clone());
        }
    }
    raw
}

/// Judges what only callers in the file could bring, where no body of the file mentions the function: whoever calls it is
/// outside, as for an exported one.
fn fill_in_callers(raw: &mut [RawFinding], file: &File<'_>) {
    let is_handler = |key: &BodyKey| {
        let layout = file.layouts.get(key);
        layout.is_some_and(|layout| layout.body.kind == BodyKind::Handler)
    };
    let name_of = |key: BodyKey| match key.path.rsplit('.').next() {
        Some(name) if !is_handler(&key) => Symbol::new(name),
        _ => key.path,
    };
    let open = || raw.iter().filter(|finding| finding.confidence.is_none());
    let mut mentions: FxHashMap<Symbol, Vec<BodyKey>> = open()
        .map(|finding| (name_of(finding.primary.0), Vec::new()))
        .collect();
    if mentions.is_empty() {
        return;
    }
    for layout in file.layouts.values() {
        let key = layout.body.key;
        for expr in &layout.body.exprs {
            let (ExprKind::Name(name) | ExprKind::Attribute { name, .. }) = &expr.kind else {
                continue;
            };
            if let Some(bodies) = mentions.get_mut(name)
                && bodies.last() != Some(&key)
            {
                bodies.push(key);
            }
        }
    }
    for finding in raw
        .iter_mut()
        .filter(|finding| finding.confidence.is_none())
    {
        let key = finding.primary.0;
        let mut mentioning = mentions[&name_of(key)].iter();
        if mentioning.all(|body| *body == key) {
            let overridden = file
                .rule(finding.check, finding.rule)
                .and_then(|(_, rule)| rule.confidence);
            finding.confidence = Some(overridden.unwrap_or(Confidence::Medium));
        }
    }
}

/// Whether a token of a known provider stands in the literal: it says more than the name of the place.
fn is_covered_by_token(file: &File<'_>, finding: &RawFinding, tokens: &[Token<'_>]) -> bool {
    let Some(span) = finding.secret.and_then(|_| file.resolve(finding.primary)) else {
        return false;
    };
    tokens
        .iter()
        .any(|token| token.span.start < span.end && span.start < token.span.end)
}

/// Every range that holds a secret, sorted.
fn secret_spans(file: &File<'_>, raw: &[RawFinding], tokens: &[Token<'_>]) -> Vec<FileSpan> {
    let named = raw
        .iter()
        .filter_map(|finding| file.resolve(finding.secret?));
    let mut spans: Vec<FileSpan> = tokens.iter().map(|token| token.span).chain(named).collect();
    spans.sort();
    spans.dedup();
    spans
}

/// A file whose findings are put together.
struct File<'a> {
    text: &'a str,
    /// `None` for a text that is no program.
    language: Option<Language>,
    layouts: BTreeMap<BodyKey, &'a BodyLayout>,
    rules: &'a Rules,
    /// Ranges that must not be shown, sorted.
    secrets: Vec<FileSpan>,
    others: &'a dyn Fn(Symbol) -> Option<OtherSource>,
    /// Whether it lies where secrets are made up.
    is_test_path: bool,
    /// Whether a test runner runs it.
    is_test_code: bool,
    /// Whether it is an example beside a library.
    is_example: bool,
    /// Ranges that only tests compile.
    tests: &'a [FileSpan],
    /// The bodies that are tests, found when they are first asked for.
    test_bodies: OnceCell<TestBodies>,
}

/// The ranges of the bodies that are tests.
#[derive(Default)]
struct TestBodies {
    /// As [`tripline_ir::Body::is_test`] has them.
    all: Vec<FileSpan>,
    /// Those that do not only have a name like one.
    marked: Vec<FileSpan>,
}

/// What the placeholders of a rule's texts stand for.
struct Words {
    expr: String,
    source: String,
    callee: String,
    name: String,
}

impl File<'_> {
    fn resolve(&self, (body, span): Place) -> Option<FileSpan> {
        let span = self.layouts.get(&body)?.resolve(span);
        self.text.get(span.range()).map(|_| span)
    }

    fn is_inside(&self, finding: &RawFinding) -> bool {
        self.resolve(finding.primary).is_some()
    }

    fn rule(&self, check: u32, rule: u32) -> Option<(&Arc<Check>, &Rule)> {
        let check = self.rules.checks().get(check as usize)?;
        Some((check, check.rules.get(rule as usize)?))
    }

    /// Whether a range lies in a test.
    fn is_in_test(&self, span: FileSpan) -> bool {
        let mut marked = self.test_bodies().marked.iter();
        self.is_test_code
            || self.is_compiled_for_tests(span)
            || marked.any(|test| covers(*test, span))
    }

    fn test_bodies(&self) -> &TestBodies {
        self.test_bodies.get_or_init(|| {
            let mut tests = TestBodies::default();
            for layout in self.layouts.values() {
                if layout.body.is_test() {
                    tests.all.push(layout.span);
                }
                if layout.body.is_marked_as_test() {
                    tests.marked.push(layout.span);
                }
            }
            tests
        })
    }

    fn finding(&self, raw: &RawFinding) -> Option<Finding> {
        let (check, rule) = self.rule(raw.check, raw.rule)?;
        let span = self.resolve(raw.primary)?;
        let steps = self.steps(&raw.steps);
        let secret = raw.secret.and_then(|place| self.resolve(place));
        let name = raw
            .name
            .map_or(String::new(), |name| name.as_str().to_owned());
        let callee = raw.callee.and_then(|place| self.resolve(place));
        let words = Words {
            expr: self.excerpt(span),
            source: steps
                .first()
                .map_or(String::new(), |step| self.excerpt_of(step)),
            callee: callee.map_or_else(|| name.clone(), |span| self.excerpt(span)),
            name,
        };
        let is_test = self.is_test_path || self.is_in_rust_test(span);
        let confidence = match raw.confidence? {
            _ if self.is_in_test(span) || secret.is_some() && is_test => Confidence::Low,
            _ if self.is_example && check.of_services => Confidence::Low,
            confidence => confidence,
        };
        let steps = steps.into_iter().map(|step| worded(step, &words)).collect();
        let related = self
            .steps(&raw.related)
            .into_iter()
            .map(|step| worded(step, &words))
            .collect();
        let secrets = secret.into_iter().collect();
        Some(self.build(
            check,
            rule,
            confidence,
            span,
            &words,
            steps,
            related,
            secrets,
            raw.fix.as_ref(),
        ))
    }

    /// Whether a range is in a test that stands beside the code that it tests, as is the custom in Rust, or in its attributes.
    fn is_in_rust_test(&self, span: FileSpan) -> bool {
        let mut tests = self.test_bodies().all.iter();
        self.is_compiled_for_tests(span)
            || self.language == Some(Language::Rust) && tests.any(|test| covers(*test, span))
    }

    fn is_compiled_for_tests(&self, span: FileSpan) -> bool {
        self.tests.iter().any(|test| covers(*test, span))
    }

    /// The finding of a token. Keys of tests are made for them, except what a provider has issued for certain.
    fn token_found(&self, token: &Token<'_>) -> Option<Finding> {
        let mut finding = self.token(token)?;
        let is_test = self.is_test_path || self.is_in_rust_test(finding.span);
        if is_test && token.checksum != Some(true) {
            finding.confidence = Confidence::Low;
        }
        Some(finding)
    }

    /// The finding of a setting of a text that is no program.
    fn setting(&self, setting: &Setting) -> Option<Finding> {
        let (check, rule) = self.rule(setting.check, setting.rule)?;
        let words = Words {
            expr: self.excerpt(setting.span),
            source: String::new(),
            callee: String::new(),
            name: setting.name.clone(),
        };
        let confidence = if self.is_test_path {
            Confidence::Low
        } else {
            setting.confidence
        };
        let (none, secrets) = (Vec::new(), vec![setting.span]);
        Some(self.build(
            check,
            rule,
            confidence,
            setting.span,
            &words,
            none.clone(),
            none,
            secrets,
            None,
        ))
    }

    fn token(&self, token: &Token<'_>) -> Option<Finding> {
        let (check, rule) = self.rule(token.check, token.rule)?;
        let literal = self.literal_at(token.span);
        let span = literal.map_or(token.span, |(_, _, span)| span);
        let bound = literal.and_then(|(layout, expr, _)| bound_name(layout, expr));
        let first = FileSpan {
            end: token.span.start + 1,
            ..token.span
        };
        let is_made_up =
            token.in_literals && self.language.is_some() && self.literal_at(first).is_none();
        let is_example =
            token.checksum != Some(true) && is_named_example(&self.text[..first.start as usize]);
        // A program's address of its own machine may be the default of every installation; that of a text is for a test.
        let is_local = self.language.is_none()
            && token.in_literals
            && is_own_machine(&self.text[token.span.end as usize..]);
        let variable = token
            .variable
            .map(str::to_owned)
            .or_else(|| bound.map(|name| variable(&name)));
        let fix = literal.map(|(layout, expr, _)| RawFix {
            kind: None,
            body: layout.body.key,
            expr: Some(expr),
            primary: Some(expr),
            branch: None,
            callee: None,
            shape: None,
            binding: None,
            arguments: None,
            variable,
        });
        let name = token.name.to_owned();
        let words = Words {
            expr: self.excerpt(span),
            source: String::new(),
            callee: String::new(),
            name,
        };
        let secrets = vec![token.span];
        let mut finding = self.build(
            check,
            rule,
            if is_made_up || is_example || is_local {
                Confidence::Low
            } else {
                token.confidence
            },
            span,
            &words,
            Vec::new(),
            Vec::new(),
            secrets,
            fix.as_ref(),
        );
        if token.checksum == Some(false) {
            finding.severity = Severity::Low;
            finding.message = format!("looks like a placeholder token: {}", token.name);
            "Its checksum is wrong, so the provider has not issued it"
                .clone_into(&mut finding.help);
        }
        Some(finding)
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "they are the parts of a finding, each named by its variable"
    )]
    fn build(
        &self,
        check: &Check,
        rule: &Rule,
        confidence: Confidence,
        span: FileSpan,
        words: &Words,
        steps: Vec<FindingStep>,
        related: Vec<FindingStep>,
        secrets: Vec<FileSpan>,
        fix: Option<&RawFix>,
    ) -> Finding {
        Finding {
            check: Arc::clone(&check.id),
            rule: Arc::from(rule.name.as_str()),
            severity: rule.severity.unwrap_or(check.severity),
            confidence,
            title: Arc::clone(&check.title),
            message: fill(&rule.message, words),
            help: fill(&rule.help, words),
            span,
            steps,
            related,
            fingerprint: Fingerprint(0),
            secrets,
            fixes: fix.map_or(Vec::new(), |fix| self.fixes(rule, fix, words)),
        }
    }

    fn fixes(&self, rule: &Rule, fix: &RawFix, words: &Words) -> Vec<FixRequest> {
        let applies = |spec: &&FixSpec| {
            self.language
                .is_some_and(|language| languages(&spec.languages).contains(&language))
        };
        let request = |spec: &FixSpec| FixRequest {
            spec: Arc::new(FixSpec {
                title: fill(&spec.title, words),
                ..spec.clone()
            }),
            location: Location {
                body: fix.body,
                expr: fix.expr,
                primary: fix.primary,
                branch: fix.branch,
                callee: fix.callee,
            },
            kind: fix.kind,
            shape: fix.shape.clone(),
            binding: fix.binding.clone(),
            arguments: fix.arguments.clone(),
            variable: fix.variable.clone(),
        };
        rule.fixes.iter().filter(applies).map(request).collect()
    }

    fn steps(&self, raw: &[RawStep]) -> Vec<FindingStep> {
        let step = |raw: &RawStep| {
            let (body, _) = raw.place;
            let span = match body.file {
                None => self.resolve(raw.place)?,
                Some(file) => resolve_in(&(self.others)(file)?, raw.place)?,
            };
            let message = match (raw.kind, raw.provenance) {
                (StepKind::Source, Some(Provenance::Remote)) => "untrusted input enters here",
                (StepKind::Source, Some(Provenance::Parameter)) => "a caller passes this",
                (StepKind::Source, Some(Provenance::Local)) => {
                    "data from outside the program enters here"
                }
                (StepKind::Source, _) => "data of unknown origin enters here",
                (StepKind::Intermediate, _) => "passes through here",
                (StepKind::Sink, _) => "reaches {callee} here",
            };
            Some(FindingStep {
                kind: raw.kind,
                file: body.file,
                span,
                message: message.to_owned(),
            })
        };
        raw.iter().filter_map(step).collect()
    }

    /// The text of a step.
    fn excerpt_of(&self, step: &FindingStep) -> String {
        let Some(file) = step.file else {
            return self.excerpt(step.span);
        };
        let Some((_, text)) = (self.others)(file) else {
            return String::new();
        };
        let written = text.get(step.span.range()).unwrap_or_default();
        let tokens = self.rules.secrets().scan(written, None);
        let other = File {
            text: written,
            language: None,
            layouts: BTreeMap::new(),
            rules: self.rules,
            secrets: tokens.iter().map(|token| token.span).collect(),
            others: self.others,
            is_test_path: false,
            is_test_code: false,
            is_example: false,
            tests: &[],
            test_bodies: OnceCell::new(),
        };
        other.excerpt(FileSpan {
            start: 0,
            end: written.len() as u32,
        })
    }

    /// The text of a range on one line, secrets masked, shortened in the middle.
    fn excerpt(&self, span: FileSpan) -> String {
        let text = self.masked(span);
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let length = line.chars().count();
        if length <= MAX_EXCERPT {
            return line;
        }
        let head: String = line.chars().take(MAX_EXCERPT - 20).collect();
        let tail: String = line.chars().skip(length - 18).collect();
        format!("{head}…{tail}")
    }

    /// The text of a range with its secrets masked.
    fn masked(&self, span: FileSpan) -> String {
        self.replacing_secrets(span, mask)
    }

    fn replacing_secrets(&self, span: FileSpan, replace: impl Fn(&str) -> String) -> String {
        let mut out = String::new();
        let mut at = span.start;
        for secret in &self.secrets {
            let start = secret.start.max(at);
            let end = secret.end.min(span.end);
            if start >= end {
                continue;
            }
            out.push_str(self.slice(at, start));
            out.push_str(&replace(self.slice(secret.start, secret.end)));
            at = end;
        }
        out.push_str(self.slice(at, span.end));
        out
    }

    fn slice(&self, start: u32, end: u32) -> &str {
        self.text
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    /// The smallest string literal around a range.
    fn literal_at(&self, span: FileSpan) -> Option<(&BodyLayout, ExprId, FileSpan)> {
        let mut found: Option<(&BodyLayout, ExprId, FileSpan)> = None;
        for layout in self
            .layouts
            .values()
            .filter(|layout| covers(layout.span, span))
        {
            for (index, expr) in layout.body.exprs.iter().enumerate() {
                if !matches!(
                    expr.kind,
                    ExprKind::Literal(Literal::String(_) | Literal::Bytes(_))
                ) {
                    continue;
                }
                let around = layout.resolve(expr.span);
                let is_smaller = found.is_none_or(|(_, _, known)| {
                    around.end - around.start < known.end - known.start
                });
                if covers(around, span) && is_smaller {
                    found = Some((layout, ExprId(index as u32), around));
                }
            }
        }
        found
    }

    /// Gives each finding its identity.
    fn identify(&self, findings: &mut [Finding]) {
        let mut occurrences: BTreeMap<u64, u32> = BTreeMap::new();
        for finding in findings {
            let text = self.replacing_secrets(finding.span, |secret| {
                format!("{:016x}", xxh3_64(secret.as_bytes()))
            });
            let mut hasher = Xxh3::new();
            hasher.update(finding.check.as_bytes());
            hasher.update(&[0]);
            hasher.update(
                text.split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
                    .as_bytes(),
            );
            hasher.update(&[0]);
            hasher.update(self.enclosing(finding.span).as_bytes());
            let base = hasher.digest();
            let occurrence = occurrences.entry(base).or_insert(0);
            hasher.update(&occurrence.to_le_bytes());
            *occurrence += 1;
            finding.fingerprint = Fingerprint(hasher.digest());
        }
    }

    /// Path of the innermost body around a range.
    fn enclosing(&self, span: FileSpan) -> &'static str {
        let around = self
            .layouts
            .values()
            .filter(|layout| covers(layout.span, span));
        around
            .min_by_key(|layout| layout.span.end - layout.span.start)
            .map_or("", |layout| layout.body.key.path.as_str())
    }
}

/// A place of another file.
fn resolve_in((ir, text): &OtherSource, (body, span): Place) -> Option<FileSpan> {
    let span = ir.body(BodyKey { file: None, ..body })?.resolve(span);
    text.get(span.range()).map(|_| span)
}

fn covers(outer: FileSpan, inner: FileSpan) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The name that a literal is assigned to.
fn bound_name(layout: &BodyLayout, expr: ExprId) -> Option<Symbol> {
    crate::secrets::bound_names(&layout.body)
        .into_iter()
        .find(|(_, bound)| *bound == expr)
        .map(|(name, _)| name)
}

/// Whether a text ends where the example of an interface's description starts: `example = "`, `examples: ["`.
fn is_named_example(before: &str) -> bool {
    let name = before.trim_end_matches(['"', '\'', '`', '[', ' ']);
    name.strip_suffix(['=', ':']).is_some_and(|name| {
        let name = name.trim_end_matches(['"', '\'', ' ']);
        let name = name.trim_end_matches('s');
        let start = name.len().saturating_sub("example".len());
        name.get(start..)
            .is_some_and(|end| end.eq_ignore_ascii_case("example"))
    })
}

/// Whether the rest of an address leads to the machine itself: `@localhost:5432/shop`.
fn is_own_machine(rest: &str) -> bool {
    rest.strip_prefix('@').is_some_and(|host| {
        ["localhost", "127.0.0.1", "0.0.0.0", "[::1]"]
            .iter()
            .any(|own| host.starts_with(own))
    })
}

fn worded(mut step: FindingStep, words: &Words) -> FindingStep {
    step.message = fill(&step.message, words);
    step
}

/// A rule's text with its placeholders filled in. What is filled in is not searched for placeholders again.
fn fill(template: &str, words: &Words) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let known = [
            ("{expr}", &words.expr),
            ("{source}", &words.source),
            ("{callee}", &words.callee),
            ("{name}", &words.name),
        ];
        if let Some((placeholder, word)) = known
            .iter()
            .find(|(placeholder, _)| rest.starts_with(placeholder))
        {
            out.push_str(word);
            rest = &rest[placeholder.len()..];
        } else {
            out.push('{');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}
