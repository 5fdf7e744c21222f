import sqlite3


def by_name(value):
    return sqlite3.connect("app.db").execute(f"SELECT * FROM users WHERE name = '{value}'").fetchall()  # expect: sql-injection from app.py


FINDERS = {"name": by_name}
