import sqlite3

from flask import Flask


def create_app():
    app = Flask(__name__)
    register(app)
    return app


def register(app):
    app.add_url_rule("/orders/<int:number>", view_func=order)


def order(number):
    db = sqlite3.connect("shop.db")
    return db.execute(f"SELECT * FROM orders WHERE id = {number}").fetchone()
