import sqlite3

from flask import Flask, request

app = Flask(__name__)


def _load(conn, key):
    return conn.execute("SELECT v FROM kv WHERE k = '%s'" % key).fetchone()  # expect: sql-injection


@app.get("/kv")
def kv():
    return {"v": _load(sqlite3.connect("kv.db"), request.args["k"])}
