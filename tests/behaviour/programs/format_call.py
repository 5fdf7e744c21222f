# benign: ["bob", 30]
# injection: ["x' OR 1=1 --", 30]
import sqlite3


def run(conn: sqlite3.Connection, name, age):
    query = "SELECT id, name FROM users WHERE name = '{}' AND age < {}".format(name, age)
    return conn.execute(query).fetchall()
