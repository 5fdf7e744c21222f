import sqlite3


def select(table, condition):
    connection = sqlite3.connect("clubs.db")
    return connection.execute(f"SELECT * FROM {table} WHERE {condition}").fetchall()  # expect: sql-injection from api/routes.py
