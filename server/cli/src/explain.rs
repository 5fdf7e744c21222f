//! `tripline explain`.

use std::io::Write;

use crate::Outcome;
use crate::error::Error;
use crate::output::Output;
use crate::project::{Overrides, Project, current_folder};

/// Shows the page of a check.
pub(crate) fn run(id: &str, output: &mut Output) -> Result<Outcome, Error> {
    let project = Project::open(current_folder()?, &[], &Overrides::default())?;
    let id = project.check_id(id)?;
    let Some(check) = project.rules.check(&id) else {
        let closest = None;
        return Err(Error::UnknownCheck { id, closest });
    };
    let cwe: Vec<String> = check
        .cwe
        .iter()
        .map(|number| format!("CWE-{number}"))
        .collect();
    writeln!(output, "# {} ({})", check.title, check.id)?;
    writeln!(output)?;
    writeln!(
        output,
        "Severity {}. {}. OWASP Top 10 {}:2021, {}:2025.",
        format!("{:?}", check.severity).to_lowercase(),
        cwe.join(", "),
        check.owasp_2021,
        check.owasp_2025
    )?;
    writeln!(output)?;
    writeln!(output, "{}", check.docs.trim())?;
    Ok(Outcome::Clean)
}
