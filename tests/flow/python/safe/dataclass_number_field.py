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
    criteria = Criteria(name=request.args["name"], limit=int(request.args["limit"]))
    sql = f"SELECT * FROM t WHERE name = ? LIMIT {criteria.limit}"
    return {"rows": sqlite3.connect("t.db").execute(sql, (criteria.name,)).fetchall()}
