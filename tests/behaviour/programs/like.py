# benign: ["li"]
# injection: ["x%' OR '1'='1' --"]
import sqlite3


def run(conn: sqlite3.Connection, part):
    return conn.execute(f"SELECT id, name FROM users WHERE name LIKE '%{part}%'").fetchall()
