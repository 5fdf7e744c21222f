import html
import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/q")
def q():
    name = html.escape(request.args["name"])
    return {"r": sqlite3.connect("x.db").execute(f"SELECT * FROM t WHERE n = '{name}'").fetchall()}  # expect: sql-injection
