# benign: [1]
# injection: ["(SELECT 3)"]
import sqlite3


def run(conn: sqlite3.Connection, count):
    return conn.execute(f"SELECT id, name FROM users ORDER BY id LIMIT {count}").fetchall()
