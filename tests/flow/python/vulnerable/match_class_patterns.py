import sqlite3
from dataclasses import dataclass

from flask import Flask, request

app = Flask(__name__)


@dataclass
class ByName:
    name: str


@dataclass
class ById:
    id: int


def clause(search):
    match search:
        case ByName(name=name):
            return f"name = '{name}'"
        case ById(id=number):
            return f"id = {number}"
        case _:
            return "1 = 1"


def positional(search):
    match search:
        case ByName(name):
            return f"name = '{name}'"
        case _:
            return "1 = 1"


@app.route("/users", methods=["POST"])
def users():
    db = sqlite3.connect("app.db")
    db.execute(f"SELECT * FROM users WHERE {clause(ByName(request.args['name']))}")  # expect: sql-injection
    db.execute(f"SELECT * FROM users WHERE {positional(ByName(request.args['name']))}")  # expect: sql-injection
    match request.json:
        case {"kind": "name", "value": str(value)}:
            db.execute(f"SELECT * FROM users WHERE name = '{value}'")  # expect: sql-injection
        case [first, *rest]:
            db.execute(f"SELECT * FROM users WHERE name = '{rest[0]}'")  # expect: sql-injection
        case {"old": {"name": name}, **others}:
            db.execute(f"SELECT * FROM users WHERE name = '{others['city']}'")  # expect: sql-injection
    return ""
