use actix_web::web;
use std::process::Command;

pub async fn version(tool: web::Path<String>) -> std::io::Result<String> {
    let output = Command::new(tool.into_inner()).arg("--version").output()?; // expect: command-injection
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
