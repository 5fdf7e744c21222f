use actix_web::{web, HttpResponse};

const PAGES: [&str; 2] = ["about", "terms"];

async fn page(name: web::Path<String>) -> HttpResponse {
    if !PAGES.contains(&name.as_str()) {
        return HttpResponse::NotFound().finish();
    }
    let text = std::fs::read_to_string(format!("pages/{name}.html")).unwrap_or_default();
    HttpResponse::Ok().body(text)
}

async fn manual(language: web::Path<String>) -> HttpResponse {
    let file = match language.as_str() {
        "en" => "manual.en.pdf",
        "de" => "manual.de.pdf",
        _ => return HttpResponse::NotFound().finish(),
    };
    let data = std::fs::read(format!("manuals/{file}")).unwrap_or_default();
    HttpResponse::Ok().body(data)
}
