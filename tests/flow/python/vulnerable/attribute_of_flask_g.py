import sqlite3

from flask import Flask, g, request

app = Flask(__name__)


@app.get("/q")
def q():
    g.name = request.args["name"]
    return {"rows": sqlite3.connect("t.db").execute(f"SELECT * FROM t WHERE n = '{g.name}'").fetchall()}  # expect: sql-injection
