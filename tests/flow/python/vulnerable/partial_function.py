import functools
import sqlite3
from functools import partial

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db")


def _find(table, name):
    return db.execute(f"SELECT * FROM {table} WHERE name = '{name}'").fetchall()  # expect: sql-injection


find_users = partial(_find, "users")


@app.route("/users")
def users():
    return find_users(request.args["name"])


@app.route("/orders")
def orders():
    def query(template, name):
        return db.execute(template + name).fetchall()  # expect: sql-injection

    by_name = partial(query, "SELECT * FROM orders WHERE name = ")
    return list(map(by_name, request.args.getlist("name")))


def _count(connection, *, table):
    return connection.execute("SELECT count(*) FROM " + table).fetchone()  # expect: sql-injection


@app.route("/count")
def count():
    load = functools.partial(_count, table=request.args["table"])
    return load(db)
