import sqlite3

from flask import Flask, request

from model import Filter, Sort

app = Flask(__name__)


def table_of(search: Filter) -> str:
    return search["table"]


@app.route("/users")
def users():
    db = sqlite3.connect("app.db")
    search: Filter = {"name": request.args["name"], "table": "users"}
    db.execute(f"SELECT * FROM {table_of(search)} WHERE name = ?", (search["name"],))
    db.execute(f"SELECT * FROM {table_of(Filter(name=request.args['name'], table='users'))}")
    sort = Sort(request.args["name"])
    db.execute(f"SELECT * FROM users ORDER BY name {sort.direction}")
    name, direction = sort
    db.execute(f"SELECT * FROM users WHERE name = ? ORDER BY name {direction}", (name,))
    return ""
