use axum::extract::Path;

async fn run(Path(name): Path<String>, mut shell: Shell) -> String {
    shell.execute(&format!("echo {name}"), &[]).await;
    let answer = reqwest::Client::new().execute(request(&name)).await;
    shell.query(&format!("select a value from the list for {name}")).await;
    format!("SELECT * FROM users WHERE name = '{name}'")
}
