import sqlite3

from flask import Flask, request

from builders import ordered

app = Flask(__name__)


@app.route("/products")
def products():
    connection = sqlite3.connect("shop.db")
    return {"rows": connection.execute(ordered(request.args["sort"])).fetchall()}  # expect: sql-injection
