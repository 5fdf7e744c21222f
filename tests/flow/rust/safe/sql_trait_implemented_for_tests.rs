use actix_web::{web, HttpResponse};
use rusqlite::Connection;

trait Rooms {
    fn free(&self, floor: &str) -> usize;
}

struct Hotel {
    connection: Connection,
}

impl Rooms for Hotel {
    fn free(&self, floor: &str) -> usize {
        let counted = self.connection.query_row(
            "SELECT count(*) FROM rooms WHERE floor = ?1",
            [floor],
            |row| row.get(0),
        );
        counted.unwrap_or_default()
    }
}

async fn free(rooms: web::Data<Box<dyn Rooms>>, floor: web::Path<String>) -> HttpResponse {
    HttpResponse::Ok().body(rooms.free(&floor).to_string())
}

#[cfg(test)]
mod checks {
    use super::*;

    struct Empty {
        connection: Connection,
    }

    impl Rooms for Empty {
        fn free(&self, floor: &str) -> usize {
            let query = format!("SELECT count(*) FROM rooms_{floor}");
            let counted = self.connection.query_row(&query, [], |row| row.get(0));
            counted.unwrap_or_default()
        }
    }

    #[test]
    fn an_empty_hotel_has_no_room() {
        let connection = Connection::open_in_memory().unwrap();
        assert_eq!(Empty { connection }.free("1"), 0);
    }
}
