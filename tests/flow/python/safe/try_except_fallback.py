import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/page")
def page():
    raw = request.args.get("page", "1")
    try:
        number = int(raw)
    except ValueError:
        number = 1
    else:
        number += 1
    sql = f"SELECT * FROM pages WHERE number = {number}"
    return {"rows": sqlite3.connect("p.db").execute(sql).fetchall()}
