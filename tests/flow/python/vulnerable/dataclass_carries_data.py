import sqlite3
from dataclasses import dataclass

from flask import Flask, request

app = Flask(__name__)


@dataclass
class Criteria:
    name: str
    limit: int = 10


@app.get("/q")
def q():
    criteria = Criteria(name=request.args["name"])
    sql = f"SELECT * FROM t WHERE name = '{criteria.name}' LIMIT {criteria.limit}"
    return {"rows": sqlite3.connect("t.db").execute(sql).fetchall()}  # expect: sql-injection
