import sqlite3


def search(text):
    return sqlite3.connect("app.db").execute(text).fetchall()
