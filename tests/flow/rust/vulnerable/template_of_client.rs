use axum::extract::Query;
use handlebars::Handlebars;
use minijinja::Environment;
use tera::Tera;

#[derive(serde::Deserialize)]
struct Preview {
    body: String,
}

async fn with_tera(Query(preview): Query<Preview>) -> tera::Result<()> {
    let mut tera = Tera::default();
    tera.add_raw_template("preview", &preview.body) // expect: code-injection
}

async fn with_handlebars(Query(preview): Query<Preview>) -> String {
    let mut handlebars = Handlebars::new();
    handlebars.register_template_string("preview", &preview.body).ok(); // expect: code-injection
    handlebars.render_template(&preview.body, &()).unwrap_or_default() // expect: code-injection
}

async fn with_minijinja(Query(preview): Query<Preview>) -> String {
    let environment = Environment::new();
    environment.render_str(&preview.body, ()).unwrap_or_default() // expect: code-injection
}
