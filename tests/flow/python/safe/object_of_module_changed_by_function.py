import sqlite3

from flask import Flask, request

app = Flask(__name__)
CONFIG = {"table": "orders", "debug": False}
ALLOWED = {"name": "name", "price": "price"}
SEEN = []
CACHE = {}
table = "orders"
column = "name"


def connect():
    return sqlite3.connect("shop.db")


def set_column(name):
    global column
    if name not in ALLOWED:
        raise ValueError(name)
    column = ALLOWED[name]


def remember(name, value):
    CONFIG[name] = value


def counted(items):
    table = {}
    for item in items:
        table[item] = request.args["name"]
    return table


@app.post("/pick")
def pick():
    set_column(request.form["column"])
    remember("limit", int(request.form["limit"]))
    remember("table", "archive")
    CONFIG["debug"] = request.form["debug"] == "yes"
    SEEN.append(request.headers.get("User-Agent"))
    name = request.form["name"]
    CACHE[name] = connect().execute("SELECT id FROM items WHERE name = ?", (name,)).fetchone()
    return counted([name])


@app.get("/orders")
def orders():
    db = connect()
    db.execute(f"SELECT * FROM {table} ORDER BY {column}")
    db.execute("SELECT * FROM " + CONFIG["table"] + " LIMIT " + str(CONFIG["limit"]))
    return {"seen": SEEN}
