use actix_web::web;
use rocket::response::Redirect;

#[rocket::get("/go?<next>")]
fn go(next: String) -> Redirect {
    Redirect::to(next) // expect: open-redirect
}

async fn moved(next: web::Query<String>) -> web::Redirect {
    web::Redirect::to(next.into_inner()) // expect: open-redirect
}
