# benign: ["bob"]
# injection: ["x' OR 'a'='a"]
import sqlite3

TABLE = "users"


def run(conn: sqlite3.Connection, name):
    sql = f"SELECT id, name FROM {TABLE} WHERE name = '{name}'"
    rows = conn.execute(sql)
    return rows.fetchall()
