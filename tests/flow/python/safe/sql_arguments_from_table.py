import sqlite3

from flask import Flask, request

app = Flask(__name__)
conn = sqlite3.connect("app.db")


def query(table, name):
    return f"SELECT * FROM {table} WHERE name = ?"


@app.get("/known")
def known():
    options = {"name": request.args["name"], "table": "t"}
    return conn.execute(query(**options), (options["name"],)).fetchall()
