import sqlite3

from flask import request


def order(number):
    db = sqlite3.connect("shop.db")
    return db.execute(f"SELECT * FROM orders WHERE id = {number} AND name = '{request.args['name']}'")  # expect: sql-injection
