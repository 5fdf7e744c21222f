import sqlite3

from flask import Flask, request

app = Flask(__name__)
conn = sqlite3.connect("app.db")
CONDITIONS = {"id": lambda value: f"id = {value}", "all": lambda value: "true"}


@app.get("/one")
def one():
    return conn.execute("SELECT * FROM t WHERE " + CONDITIONS["id"](request.args["x"])).fetchall()  # expect: sql-injection


@app.get("/any")
def any_of_them():
    condition = CONDITIONS[request.args["kind"]](request.args["x"])
    return conn.execute("SELECT * FROM t WHERE " + condition).fetchall()  # expect: sql-injection
