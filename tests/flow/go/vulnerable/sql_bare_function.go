package app

func getUser(db *sql.DB, id string) {
	db.Query("SELECT * FROM users WHERE id = " + id) // expect: sql-injection
}
