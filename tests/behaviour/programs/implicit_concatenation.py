# benign: ["bob", 99]
# injection: ["' OR ''='", 99]
import sqlite3


def run(conn: sqlite3.Connection, name, age):
    return conn.execute(
        "SELECT id, name FROM users "
        f"WHERE name = '{name}' "
        f"AND age < {age}"  # an upper bound
    ).fetchall()
