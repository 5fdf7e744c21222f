import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/q")
def q():
    low, high = "a", request.args["high"]
    low, high = high, low
    return {"rows": sqlite3.connect("t.db").execute(f"SELECT * FROM t WHERE n > '{high}'").fetchall()}
