# benign: ["alice"]
# injection: ["x' OR '1'='1"]
import sqlite3


def run(conn: sqlite3.Connection, name):
    cursor = conn.cursor()
    cursor.execute(f"SELECT id, name FROM users WHERE name = '{name}'")
    return cursor.fetchall()
