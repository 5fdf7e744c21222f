# benign: ["alice"]
# injection: ["x' OR '1'='1"]
import sqlite3


def run(conn: sqlite3.Connection, name):
    return conn.execute("SELECT id, name FROM users WHERE name = '%s' ORDER BY id" % name).fetchall()
