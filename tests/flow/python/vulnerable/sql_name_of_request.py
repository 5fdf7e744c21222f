import sqlite3

from flask import Flask, request

app = Flask(__name__)


def ordered(order):
    return sqlite3.connect("shop.db").execute(f"SELECT * FROM orders ORDER BY {order}").fetchall()  # expect: sql-injection


@app.get("/orders")
def orders():
    return ordered(request.args["sort"])


@app.get("/table")
def table():
    name = request.args["name"]
    return sqlite3.connect("shop.db").execute(f"SELECT * FROM {name}").fetchall()  # expect: sql-injection
