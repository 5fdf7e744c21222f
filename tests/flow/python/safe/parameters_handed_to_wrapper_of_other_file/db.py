import sqlite3


def query(sql, parameters=()):
    with sqlite3.connect("app.db") as connection:
        return connection.execute(sql, parameters).fetchall()
