use postgres::{Client, NoTls};

pub fn count(city: &str) -> Result<i64, postgres::Error> {
    let mut session = Client::connect("host=localhost user=app", NoTls)?;
    let row = session.query_one(&format!("SELECT count(*) FROM shops WHERE city = '{city}'"), &[])?; // expect: sql-injection
    Ok(row.get(0))
}
