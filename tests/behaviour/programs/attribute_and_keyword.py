# benign: [{"name": "alice"}]
# injection: [{"name": "' OR 1 --"}]
import sqlite3


class Users:
    def __init__(self, conn: sqlite3.Connection):
        self.conn = conn

    def find(self, form):
        return self.conn.execute("SELECT id FROM users WHERE name = '%(name)s'" % {"name": form["name"]}).fetchall()


def run(conn: sqlite3.Connection, form):
    return Users(conn).find(form)
