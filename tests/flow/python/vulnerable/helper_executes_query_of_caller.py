import sqlite3

from flask import Flask, request

app = Flask(__name__)


def run(sql):
    with sqlite3.connect("app.db") as conn:
        return conn.execute(sql).fetchall()


@app.get("/find")
def find():
    return {"rows": run("SELECT * FROM t WHERE a = '" + request.args["a"] + "'")}  # expect: sql-injection
