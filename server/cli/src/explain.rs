//! `tripline explain`.

use std::io::Write;

use crate::Outcome;
use crate::error::Error;
use crate::format::severity_name;
use crate::output::Output;
use crate::page;
use crate::project::{Overrides, Project, current_folder};
use crate::report::ReportedCheck;

/// Shows the page of a check: to a terminal as text, to a pipe as the Markdown that it is.
pub(crate) fn run(id: &str, output: &mut Output) -> Result<Outcome, Error> {
    let project = Project::open(current_folder()?, &[], &Overrides::default())?;
    let id = project.check_id(id)?;
    let check = match project.rules.check(&id) {
        Some(check) => ReportedCheck::of(check),
        None => ReportedCheck::unused_suppression(),
    };
    let mut facts = vec![format!("Severity {}", severity_name(check.severity))];
    facts.extend(check.cwe.iter().map(|number| format!("CWE-{number}")));
    facts.extend(
        check
            .owasp
            .iter()
            .map(|category| format!("OWASP {category}")),
    );
    let page = format!(
        "# {} ({})\n\n{}.\n\n{}\n",
        check.title,
        check.id,
        facts.join(", "),
        check.docs
    );
    match output.width() {
        Some(width) => write!(output, "{}", page::render(&page, width))?,
        None => write!(output, "{page}")?,
    }
    Ok(Outcome::Clean)
}
