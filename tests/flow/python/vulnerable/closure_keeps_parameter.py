import sqlite3


def finder(table_filter):
    conn = sqlite3.connect("finder.db")

    def find():
        return conn.execute("SELECT * FROM files WHERE path = '" + table_filter + "'").fetchall()  # expect: sql-injection

    return find
