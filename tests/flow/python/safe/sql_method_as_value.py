import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Store:
    def __init__(self):
        self.conn = sqlite3.connect("app.db")
        self.run = self.conn.execute

    def find(self, name):
        return self.run("SELECT * FROM t WHERE name = ?", (name,))


@app.get("/a")
def a():
    conn = sqlite3.connect("app.db")
    run = conn.execute
    run("SELECT * FROM t WHERE id = " + str(int(request.args["id"])))
    Store().find(request.args["name"])
    return ""
