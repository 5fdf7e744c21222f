import sqlite3
from dataclasses import dataclass

from flask import Flask, request

app = Flask(__name__)


@dataclass
class ByName:
    name: str
    table: str


@dataclass
class ById:
    id: int


def table_of(search):
    match search:
        case ByName(table=table):
            return table
        case _:
            return "users"


@app.route("/users", methods=["POST"])
def users():
    db = sqlite3.connect("app.db")
    search = ByName(name=request.args["name"], table="users")
    db.execute(f"SELECT * FROM {table_of(search)} WHERE name = ?", (search.name,))
    match request.json:
        case {"kind": "id", "value": int(value)}:
            db.execute(f"SELECT * FROM users WHERE id = {value}")
        case {"price": float() as price}:
            db.execute(f"SELECT * FROM items WHERE price < {price}")
        case {"order": ("asc" | "desc") as order}:
            db.execute(f"SELECT * FROM users ORDER BY name {order}")
        case str(column) if column in ("name", "age"):
            db.execute(f"SELECT * FROM users ORDER BY {column}")
    return ""
