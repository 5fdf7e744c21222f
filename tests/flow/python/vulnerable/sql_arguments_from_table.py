import sqlite3

from flask import Flask, request

app = Flask(__name__)
conn = sqlite3.connect("app.db")


def condition(name, table):
    return f"SELECT * FROM {table} WHERE name = '{name}'"


@app.get("/known")
def known():
    options = {"name": request.args["name"], "table": "t"}
    return conn.execute(condition(**options)).fetchall()  # expect: sql-injection


@app.get("/all")
def all_of_them():
    return conn.execute(condition(**request.args)).fetchall()  # expect: sql-injection
