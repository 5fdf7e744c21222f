use axum::Json;

#[derive(serde::Deserialize)]
struct Project {
    name: String,
}

async fn remove(Json(project): Json<Project>) -> Result<(), std::io::Error> {
    std::fs::remove_dir_all(format!("/srv/projects/{}", project.name)) // expect: path-traversal
}

async fn publish(Json(project): Json<Project>) -> Result<(), std::io::Error> {
    let target = std::path::PathBuf::from("/srv/public").join(project.name).with_extension("html");
    std::fs::rename("/tmp/page.html", target) // expect: path-traversal
}
