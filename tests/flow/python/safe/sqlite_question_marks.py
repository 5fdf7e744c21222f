import sqlite3


def find(conn: sqlite3.Connection, name):
    return conn.execute("SELECT * FROM users WHERE name = ?", (name,)).fetchone()
