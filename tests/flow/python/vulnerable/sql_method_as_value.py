import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/a")
def a():
    conn = sqlite3.connect("app.db")
    run = conn.execute
    run("SELECT * FROM t WHERE name = '" + request.args["name"] + "'")  # expect: sql-injection
    run("SELECT * FROM t WHERE name = ?", (request.args["name"],))
    return ""


class Store:
    def __init__(self):
        self.conn = sqlite3.connect("app.db")
        self.run = self.conn.execute

    def find(self, name):
        self.run("SELECT * FROM t WHERE name = '" + name + "'")  # expect: sql-injection
        self.run("SELECT * FROM t WHERE name = ?", (name,))


@app.get("/b")
def b():
    Store().find(request.args["name"])
    return ""
