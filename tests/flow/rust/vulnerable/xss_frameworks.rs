use actix_web::web;
use maud::PreEscaped;
use rocket::response::content;
use warp::Filter;

#[rocket::get("/hello/<name>")]
fn hello(name: String) -> content::RawHtml<String> {
    content::RawHtml(format!("<h1>Hello {name}</h1>")) // expect: xss
}

#[rocket::get("/older/<name>")]
fn older(name: String) -> content::Html<String> {
    content::Html(format!("<h1>Hello {name}</h1>")) // expect: xss
}

fn routes() {
    warp::path::param().map(|name: String| warp::reply::html(format!("<h1>Hello {name}</h1>"))); // expect: xss
}

async fn html(name: web::Path<String>) -> web::Html {
    web::Html::new(format!("<h1>Hello {name}</h1>")) // expect: xss
}

pub fn badge(label: &str) -> PreEscaped<String> {
    PreEscaped(format!("<b>{label}</b>")) // expect: xss
}
