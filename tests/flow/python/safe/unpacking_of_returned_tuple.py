import sqlite3

from flask import Flask, request

app = Flask(__name__)


def paging():
    return int(request.args.get("limit", 20)), request.args.get("title")


@app.get("/rows")
def rows():
    limit, title = paging()
    sql = f"SELECT * FROM rows WHERE title = ? LIMIT {limit}"
    return {"rows": sqlite3.connect("rows.db").execute(sql, (title,)).fetchall()}
