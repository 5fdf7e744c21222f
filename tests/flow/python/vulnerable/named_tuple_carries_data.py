import sqlite3
from typing import NamedTuple

from flask import Flask, request

app = Flask(__name__)


class Criteria(NamedTuple):
    name: str
    limit: int


@app.get("/q")
def q():
    criteria = Criteria(request.args["name"], 10)
    sql = f"SELECT * FROM t WHERE name = '{criteria.name}'"
    return {"rows": sqlite3.connect("t.db").execute(sql).fetchall()}  # expect: sql-injection
