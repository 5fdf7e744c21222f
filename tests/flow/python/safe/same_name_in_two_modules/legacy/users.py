import sqlite3


def find(name):
    return sqlite3.connect("old.db").execute(name).fetchall()
