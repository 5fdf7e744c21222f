import sqlite3


def by_town(town):
    with sqlite3.connect("people.db") as connection:
        return connection.execute(f"SELECT * FROM people WHERE town = '{town}'").fetchall()  # expect: sql-injection from web.py
