use actix_web::web;
use std::process::Command;

pub async fn show(reference: web::Path<String>) -> std::io::Result<()> {
    let reference = reference.into_inner();
    let escaped = shell_escape::escape(reference.as_str().into());
    Command::new("sh").arg("-c").arg(format!("git show {escaped} | head")).status()?;
    let quoted = shell_words::quote(&reference);
    Command::new("sh").arg("-c").arg(format!("git show {quoted} | head")).status()?;
    let joined = shlex::try_join(["git", "show", reference.as_str()]).unwrap();
    Command::new("sh").args(["-c", &format!("{joined} | head")]).status()?;
    Ok(())
}
