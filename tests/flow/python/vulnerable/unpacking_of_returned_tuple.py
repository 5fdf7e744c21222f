import sqlite3

from flask import Flask, request

app = Flask(__name__)


def paging():
    return 20, request.args.get("sort", "id")


@app.get("/rows")
def rows():
    limit, sort = paging()
    sql = f"SELECT * FROM rows ORDER BY {sort} LIMIT {limit}"
    return {"rows": sqlite3.connect("rows.db").execute(sql).fetchall()}  # expect: sql-injection
