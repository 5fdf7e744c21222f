# benign: ["alice", 18]
# injection: ["x' OR '1'='1", 18]
import sqlite3


def run(conn: sqlite3.Connection, name, age):
    cursor = conn.cursor()
    cursor.execute(f"SELECT id, name FROM users WHERE age > ? AND name = '{name}'", (age,))
    return cursor.fetchall()
