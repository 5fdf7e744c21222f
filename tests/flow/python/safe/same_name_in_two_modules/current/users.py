import sqlite3


def find(name):
    return sqlite3.connect("app.db").execute("SELECT * FROM users WHERE name = ?", (name,)).fetchall()
