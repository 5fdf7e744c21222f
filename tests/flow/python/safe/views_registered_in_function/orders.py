import sqlite3


def order(number):
    db = sqlite3.connect("shop.db")
    return db.execute(f"SELECT * FROM orders WHERE id = {number}").fetchone()
