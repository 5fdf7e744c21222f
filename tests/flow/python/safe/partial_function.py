import functools
import sqlite3
from functools import partial

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db")


def _find(table, name):
    return db.execute(f"SELECT * FROM {table} WHERE name = ?", (name,)).fetchall()


find_users = partial(_find, "users")


@app.route("/users")
def users():
    return find_users(request.args["name"])


@app.route("/orders")
def orders():
    def query(template, number):
        return db.execute(template + str(number)).fetchall()

    by_number = partial(query, "SELECT * FROM orders WHERE id = ")
    return list(map(by_number, [int(number) for number in request.args.getlist("number")]))


def _count(connection, title, *, table):
    connection.execute("INSERT INTO titles VALUES (?)", (title,))
    return connection.execute("SELECT count(*) FROM " + table).fetchone()


@app.route("/count")
def count():
    load = functools.partial(_count, db, table="orders")
    return load(request.args["title"])
