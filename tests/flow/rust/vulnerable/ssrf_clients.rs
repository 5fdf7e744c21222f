use axum::extract::Query;

#[derive(serde::Deserialize)]
struct Wanted {
    url: String,
    host: String,
}

async fn fetch(Query(wanted): Query<Wanted>) {
    let client = reqwest::Client::new();
    client.post(&wanted.url).send().await; // expect: ssrf
    client.request(reqwest::Method::GET, format!("https://{}/status", wanted.host)).send().await; // expect: ssrf
    ureq::get(&wanted.url).call(); // expect: ssrf
    reqwest::blocking::get(&wanted.url); // expect: ssrf
    reqwest::blocking::Client::new().get(&wanted.url).send(); // expect: ssrf
}
