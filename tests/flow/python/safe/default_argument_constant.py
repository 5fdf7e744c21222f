import sqlite3

from flask import Flask, request

app = Flask(__name__)


def _ordered(sql, column="created"):
    return sql + " ORDER BY " + column


@app.get("/any")
def anything():
    sql = _ordered("SELECT * FROM events WHERE kind = ?")
    return {"rows": sqlite3.connect("e.db").execute(sql, (request.args["kind"],)).fetchall()}
