use actix_web::{web, HttpResponse};
use rusqlite::Connection;

struct Filter {
    clause: String,
}

impl From<String> for Filter {
    fn from(name: String) -> Self {
        Filter {
            clause: format!("name = '{name}'"),
        }
    }
}

struct Query(String);

impl TryFrom<Filter> for Query {
    type Error = String;

    fn try_from(filter: Filter) -> Result<Self, Self::Error> {
        if filter.clause.len() > 200 {
            return Err("too long".to_owned());
        }
        Ok(Query(format!("SELECT * FROM users WHERE {}", filter.clause)))
    }
}

pub async fn find(name: web::Path<String>, db: web::Data<Connection>) -> HttpResponse {
    let filter: Filter = name.into_inner().into();
    let Ok(query) = Query::try_from(filter) else {
        return HttpResponse::BadRequest().finish();
    };
    db.execute(&query.0, []).ok(); // expect: sql-injection
    HttpResponse::Ok().finish()
}
