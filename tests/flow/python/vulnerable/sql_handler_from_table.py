import sqlite3

from flask import Flask, request

app = Flask(__name__)
conn = sqlite3.connect("app.db")


class ByName:
    def __init__(self, conn):
        self.conn = conn

    def run(self, value):
        return self.conn.execute(f"SELECT * FROM t WHERE name = '{value}'")  # expect: sql-injection


class ById:
    def __init__(self, conn):
        self.conn = conn

    def run(self, value):
        return self.conn.execute("SELECT * FROM t WHERE id = ?", (value,))


HANDLERS = {"name": ByName, "id": ById}


@app.get("/a")
def a():
    kind = request.args["kind"]
    return HANDLERS[kind](conn).run(request.args["value"]).fetchall()


@app.get("/a2")
def a2():
    handler = HANDLERS.get(request.args["kind"])
    if handler is None:
        return "no", 404
    return handler(conn).run(request.args["value"]).fetchall()


def list_all(value):
    return conn.execute("SELECT * FROM t")


def list_named(value):
    return conn.execute("SELECT * FROM t WHERE name = '%s'" % value)  # expect: sql-injection


ACTIONS = {"all": list_all, "named": list_named}


@app.get("/b")
def b():
    return ACTIONS[request.args["kind"]](request.args["value"]).fetchall()


@app.get("/c")
def c():
    action = ACTIONS.get(request.args["kind"], list_all)
    return action(request.args["value"]).fetchall()


def sorted_by(value):
    return conn.execute("SELECT * FROM t ORDER BY " + value)  # expect: sql-injection


def limited(value):
    return conn.execute("SELECT * FROM t LIMIT ?", (value,))


@app.get("/d")
def d():
    table = {"sorted": sorted_by, "limited": limited}
    return table[request.args["kind"]](request.args["value"]).fetchall()
