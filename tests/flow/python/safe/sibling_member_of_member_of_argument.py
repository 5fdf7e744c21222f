import sqlite3

from flask import Flask, request

app = Flask(__name__)


class User:
    def __init__(self, table, name):
        self.table = table
        self.name = name


class Options:
    def __init__(self, user):
        self.user = user


def find(db, options):
    return db.execute(f"SELECT * FROM {options.user.table} WHERE name = ?", (options.user.name,))


def found(db, options):
    return db.execute(f"SELECT * FROM {options['user']['table']}")


@app.route("/users")
def users():
    db = sqlite3.connect("app.db")
    find(db, Options(User("users", request.args["name"])))
    found(db, {"user": {"table": "users", "name": request.args["name"]}})
    return ""
