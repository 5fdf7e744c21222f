import sqlite3


def find_user(conn: sqlite3.Connection, username):
    cur = conn.cursor()
    cur.execute("SELECT * FROM users WHERE username = '%s'" % username)  # expect: sql-injection
    return cur.fetchone()
