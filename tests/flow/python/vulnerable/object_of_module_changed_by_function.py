import sqlite3

from flask import Flask, request

app = Flask(__name__)
CONFIG = {"table": "orders"}
STATE = {}
TABLES = []
current = None


class Store:
    def __init__(self):
        self.values = {}

    def put(self, name, value):
        self.values[name] = value

    def get(self, name):
        return self.values[name]


store = Store()


def remember(name):
    STATE["table"] = name


def set_current(value):
    global current
    current = value


@app.post("/pick")
def pick():
    remember(request.form["table"])
    set_current(request.form["current"])
    CONFIG["schema"] = request.form["schema"]
    TABLES.append(request.form["table"])
    store.put("owner", request.form["owner"])
    return "", 204


@app.get("/orders")
def orders():
    db = sqlite3.connect("shop.db")
    db.execute("SELECT * FROM " + STATE["table"])  # expect: sql-injection
    db.execute("SELECT * FROM " + current)  # expect: sql-injection
    db.execute("SELECT * FROM " + CONFIG["schema"] + ".orders")  # expect: sql-injection
    db.execute("SELECT * FROM " + CONFIG["table"])
    db.execute("SELECT * FROM " + TABLES[-1])  # expect: sql-injection
    db.execute("SELECT * FROM orders WHERE owner = '" + store.get("owner") + "'")  # expect: sql-injection
    return ""
