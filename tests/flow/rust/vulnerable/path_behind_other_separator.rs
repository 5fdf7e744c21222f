use axum::extract::Path;

async fn before(Path(name): Path<String>) -> Option<String> {
    let (folder, _) = name.rsplit_once('/')?;
    std::fs::read_to_string(format!("/srv/files/{folder}/index.html")).ok() // expect: path-traversal
}

async fn behind_the_first(Path(name): Path<String>) -> Option<String> {
    let (_, name) = name.split_once('/')?;
    std::fs::read_to_string(format!("/srv/files/{name}")).ok() // expect: path-traversal
}

async fn dot(Path(name): Path<String>) -> Option<String> {
    let (_, name) = name.rsplit_once('.')?;
    std::fs::read_to_string(format!("/srv/files/{name}")).ok() // expect: path-traversal
}

async fn second(Path(name): Path<String>) -> Option<String> {
    let name = name.rsplit('/').nth(1)?;
    std::fs::read_to_string(format!("/srv/files/{name}/index.html")).ok() // expect: path-traversal
}

async fn last_of_others(Path(name): Path<String>) -> Option<String> {
    let name = name.split(':').last()?;
    std::fs::read_to_string(format!("/srv/files/{name}")).ok() // expect: path-traversal
}
