import sqlite3


def search(conn, term):
    query = "SELECT id, title "
    query += "FROM posts "
    query += "WHERE title LIKE '%" + term + "%'"
    return conn.execute(query).fetchall()  # expect: sql-injection
