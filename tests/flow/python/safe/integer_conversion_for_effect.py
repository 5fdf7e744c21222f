import sqlite3

from flask import Flask, abort, request

app = Flask(__name__)


@app.get("/page")
def page():
    raw = request.args.get("page", "1")
    try:
        int(raw)
    except ValueError:
        abort(400)
    sql = f"SELECT * FROM pages WHERE number = {raw}"
    return {"rows": sqlite3.connect("p.db").execute(sql).fetchall()}
