import sqlite3

from flask import Flask, request

app = Flask(__name__)


def where(column, value):
    return f" WHERE {column} = '{value}'"


@app.get("/find")
def find():
    conn = sqlite3.connect("app.db")
    query = "SELECT * FROM t" + where("name", request.args["name"])
    return {"rows": conn.execute(query).fetchall()}  # expect: sql-injection
