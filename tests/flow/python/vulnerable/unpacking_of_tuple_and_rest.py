import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/range")
def between():
    first, *others = request.args["between"].split(",")
    last = others[-1]
    sql = f"SELECT * FROM log WHERE day BETWEEN '{first}' AND '{last}'"
    return {"rows": sqlite3.connect("log.db").execute(sql).fetchall()}  # expect: sql-injection
