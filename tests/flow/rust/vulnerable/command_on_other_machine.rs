use openssh::Session;

pub async fn tail(session: &Session, log: &str) -> Result<Vec<u8>, openssh::Error> {
    let output = session.shell(format!("tail -n 100 {log} | sort")).output().await?; // expect: command-injection
    Ok(output.stdout)
}

pub fn head(session: &ssh2::Session, log: &str) -> Result<(), ssh2::Error> {
    let mut channel = session.channel_session()?;
    channel.exec(&format!("head -n 100 {log}")) // expect: command-injection
}
