import dataclasses
import sqlite3
from dataclasses import dataclass, replace

from flask import Flask, request

app = Flask(__name__)


@dataclass(frozen=True)
class Query:
    table: str
    where: str = "1 = 1"


BASE = Query("users")


@app.route("/users")
def users():
    db = sqlite3.connect("app.db")
    query = replace(BASE, where=f"name = '{request.args['name']}'")
    db.execute(f"SELECT * FROM {query.table} WHERE {query.where}")  # expect: sql-injection
    other = dataclasses.replace(query, table="orders")
    db.execute(f"SELECT * FROM {other.table} WHERE {other.where}")  # expect: sql-injection
    return ""
