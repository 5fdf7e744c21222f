import sqlite3
from collections import defaultdict

from flask import Flask, request

app = Flask(__name__)
PREFERENCES = defaultdict(dict)
conn = sqlite3.connect("shop.db")


def set_preference(user, name, value):
    PREFERENCES[user][name] = value


def preference(user, name, default):
    return PREFERENCES[user].get(name, default)


@app.post("/preferences")
def save():
    for name, value in request.form.items():
        set_preference(request.cookies["sid"], name, value)
    return "", 204


@app.get("/items")
def items():
    order = preference(request.cookies["sid"], "order", "name")
    return {"items": conn.execute(f"SELECT * FROM items ORDER BY {order}").fetchall()}  # expect: sql-injection
