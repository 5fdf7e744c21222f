import sqlite3

from flask import Flask, request

from model import Filter, Sort

app = Flask(__name__)


def where(search: Filter) -> str:
    return f"name = '{search['name']}'"


@app.route("/users")
def users():
    db = sqlite3.connect("app.db")
    search: Filter = {"name": request.args["name"], "limit": 10}
    db.execute(f"SELECT * FROM users WHERE {where(search)}")  # expect: sql-injection
    db.execute(f"SELECT * FROM users WHERE {where(Filter(name=request.args['name'], limit=1))}")  # expect: sql-injection
    sort = Sort(request.args["column"])
    db.execute(f"SELECT * FROM users ORDER BY {sort.column} {sort.direction}")  # expect: sql-injection
    column, direction = sort
    db.execute(f"SELECT * FROM users ORDER BY {column}")  # expect: sql-injection
    other = sort._replace(column="id", direction=request.args["direction"])
    db.execute(f"SELECT * FROM users ORDER BY {other.direction}")  # expect: sql-injection
    return ""
