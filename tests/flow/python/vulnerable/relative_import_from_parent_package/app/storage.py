import sqlite3


def users_named(name):
    connection = sqlite3.connect("app.db")
    return connection.execute(f"SELECT id FROM users WHERE name = '{name}'").fetchall()  # expect: sql-injection from app/web/routes.py
