import sqlite3


def by_code(code):
    with sqlite3.connect("places.db") as connection:
        return connection.execute(f"SELECT * FROM places WHERE code = '{code}'").fetchall()  # expect: sql-injection from web.py
