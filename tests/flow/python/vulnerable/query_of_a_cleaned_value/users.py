import sqlite3

from names import cleaned


def find_users(name):
    connection = sqlite3.connect("users.db")
    query = f"SELECT * FROM users WHERE name = '{cleaned(name)}'"
    return connection.execute(query).fetchall()  # expect: sql-injection from api.py
