# benign: ["carol", 41]
# injection: ["eve', 1), ('mallory", 1]
import sqlite3


def run(conn: sqlite3.Connection, name, age):
    conn.execute(f"INSERT INTO users (name, age) VALUES ('{name}', {age})")
    return conn.execute("SELECT name FROM users ORDER BY id").fetchall()
