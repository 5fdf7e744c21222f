import sqlite3


def show(name):
    db = sqlite3.connect("shop.db")
    return db.execute(f"SELECT * FROM articles WHERE name = '{name}'").fetchone()  # expect: sql-injection
