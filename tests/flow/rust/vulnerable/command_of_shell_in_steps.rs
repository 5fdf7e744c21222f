use std::process::{Command, Stdio};

pub fn build(target: &str) -> std::io::Result<std::process::ExitStatus> {
    let mut command = if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.arg("/C");
        command
    } else {
        let mut command = Command::new("sh");
        command.arg("-c");
        command
    };
    command.arg(format!("make {target} 2>&1")); // expect: command-injection
    command.status()
}

pub fn pack(folder: &str) -> std::io::Result<std::process::ExitStatus> {
    Command::new("bash")
        .stdout(Stdio::null())
        .arg("-c")
        .env("LANG", "C")
        .arg(format!("tar c {folder} | zstd")) // expect: command-injection
        .status()
}
