import sqlite3

from flask import Flask, request

app = Flask(__name__)
conn = sqlite3.connect("app.db")


class ByName:
    def __init__(self, conn):
        self.conn = conn

    def run(self, value):
        return self.conn.execute("SELECT * FROM t WHERE name = ?", (value,))


class ById:
    def __init__(self, conn):
        self.conn = conn

    def run(self, value):
        return self.conn.execute(f"SELECT * FROM t WHERE id = {int(value)}")


class Unused:
    def __init__(self, conn):
        self.conn = conn

    def run(self, value):
        return self.conn.execute(f"SELECT * FROM {value}")


HANDLERS = {"name": ByName, "id": ById}


@app.get("/a")
def a():
    return HANDLERS[request.args["kind"]](conn).run(request.args["value"]).fetchall()


def as_number(value):
    return int(value)


def as_flag(value):
    return 1 if value else 0


CONVERTERS = {"number": as_number, "flag": as_flag}


@app.get("/b")
def b():
    value = CONVERTERS[request.args["kind"]](request.args["value"])
    return conn.execute(f"SELECT * FROM t WHERE id = {value}").fetchall()
