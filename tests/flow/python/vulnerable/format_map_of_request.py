import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/q")
def q():
    sql = "SELECT * FROM t WHERE name = '{name}'".format_map(request.args)
    return {"rows": sqlite3.connect("t.db").execute(sql).fetchall()}  # expect: sql-injection
