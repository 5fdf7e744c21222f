import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/items")
def items():
    sql = "SELECT * FROM items WHERE 1 = 1"

    def also(field):
        nonlocal sql
        if field in request.args:
            sql += f" AND {field} = '{request.args[field]}'"

    also("color")
    also("size")
    return {"rows": sqlite3.connect("items.db").execute(sql).fetchall()}  # expect: sql-injection
