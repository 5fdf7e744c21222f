# benign: [2]
# injection: ["2 OR 1=1"]
import sqlite3


def run(conn: sqlite3.Connection, user_id):
    cur = conn.cursor()
    cur.execute("SELECT id, name FROM users WHERE id = " + str(user_id) + " ORDER BY id")
    return cur.fetchall()
